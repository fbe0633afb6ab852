"""One list of fields for each result: its table, its csv and its json are three uses of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any, Generic, NamedTuple, TypeVar

from ka_terms.presentation.numbers import rounded
from ka_terms.presentation.table import Cell, Emphasis, Kind, Table
from ka_terms.presentation.words import Words

T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)


Places = frozenset[str]
_WHOLE_FROM = 100


class In:
    """Where a field stands: in the table for people, in csv and tsv, in json. As sets, they load at once."""

    TABLE: Places = frozenset({"table"})
    CSV: Places = frozenset({"csv"})
    JSON: Places = frozenset({"json"})
    PROGRAMS = CSV | JSON
    ROWS = TABLE | CSV
    ALL = TABLE | CSV | JSON


class Field(NamedTuple, Generic[T_contra]):
    """One value of a result, under its key for programs and under its label for people.

    Without `value` it is the attribute of that name. `kind` says how the number is written, for one result where that
    depends on it. `label` is a key of the words, by default the key of the field, or what makes the header. `shown`
    makes the cell for people, or its text, where that is another. An amount that is `reckoned` is paid by nobody as it
    is: people see whole units of it from 100 on.
    """

    key: str
    value: Callable[[T_contra], Any] | None = None
    kind: Kind | Callable[[T_contra], Kind] = Kind.TEXT
    places: Places = In.ALL
    label: str | Callable[[Words], str] = ""
    shown: Callable[[T_contra], Cell | str] | None = None
    signed: bool = False
    emphasis: Emphasis = Emphasis.NONE
    reckoned: bool = False

    def of(self, item: T_contra) -> Any:
        """The value of one result."""
        return self.value(item) if self.value else getattr(item, self.key)

    def header(self, words: Words) -> str:
        """The header of its column for people."""
        return words(self.label or self.key) if isinstance(self.label, str) else self.label(words)

    def cell(self, item: T_contra) -> Cell:
        """The cell for people."""
        if self.shown:
            shown = self.shown(item)
            return Cell(shown) if isinstance(shown, str) else shown
        if self.reckoned:
            return reckoned(self.of(item), signed=self.signed)
        return self.plain(item)._replace(signed=self.signed, emphasis=self.emphasis)

    def plain(self, item: T_contra) -> Cell:
        """The cell for programs."""
        value = self.of(item)
        if isinstance(value, bool):
            return truth(value)
        return Cell(value, self.kind if isinstance(self.kind, Kind) else self.kind(item))


def reckoned(amount: Decimal | None, *, signed: bool = False) -> Cell:
    """An amount that nobody pays as it stands, as people are told it: in whole units from 100 on."""
    whole = amount if amount is None or abs(amount) < _WHOLE_FROM else rounded(amount, 0)
    return Cell(whole, Kind.MONEY, signed=signed)


def truth(value: bool) -> Cell:
    """A truth value for programs, as json says it."""
    return Cell("true" if value else "false")


def placed(fields: Iterable[Field[T]], place: Places) -> list[Field[T]]:
    """The fields that stand in a place, in their order."""
    return [field for field in fields if place & field.places]


def headers(fields: Iterable[Field[T]], words: Words) -> tuple[str, ...]:
    """The headers of a table for people."""
    return tuple(field.header(words) for field in placed(fields, In.TABLE))


def cells(fields: Iterable[Field[T]], item: T) -> tuple[Cell, ...]:
    """The row of one result in a table for people."""
    return tuple(field.cell(item) for field in placed(fields, In.TABLE))


def table(fields: Sequence[Field[T]], items: Iterable[T], words: Words, title: str = "") -> Table:
    """A table for people with a row a result."""
    return Table(headers(fields, words), tuple(cells(fields, item) for item in items), title=title)


def columns(fields: Iterable[Field[T]]) -> tuple[str, ...]:
    """The columns of csv and tsv."""
    return tuple(field.key for field in placed(fields, In.CSV))


def flat_cells(fields: Iterable[Field[T]], item: T) -> tuple[Cell, ...]:
    """The row of one result in csv and tsv."""
    return tuple(field.plain(item) for field in placed(fields, In.CSV))


def flat(fields: Sequence[Field[T]], items: Iterable[T]) -> Table:
    """The table of csv and tsv with a row a result."""
    return Table(columns(fields), tuple(flat_cells(fields, item) for item in items))


def record(fields: Iterable[Field[T]], item: T) -> dict[str, Any]:
    """One result under the keys of json."""
    return {field.key: field.of(item) for field in placed(fields, In.JSON)}


def filled(fields: Iterable[Field[T]], place: Places, **known: Cell) -> tuple[Cell, ...]:
    """A row with these cells under their keys, and nothing under the others."""
    return tuple(known.get(field.key, Cell("")) for field in placed(fields, place))


def in_order(fields: Iterable[Field[T]], *keys: str) -> list[Field[T]]:
    """The fields with those of these keys first, in the order of the keys."""
    ranks = {key: rank for rank, key in enumerate(keys)}
    return sorted(fields, key=lambda field: ranks.get(field.key, len(keys)))
