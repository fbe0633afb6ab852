"""The one neutral table that every result becomes and every renderer reads.

A cell holds a typed raw value, never formatted text: a comparison has its measures in rows, so the kind of a
number belongs to the cell and not to its column. How a number is written is decided in `numbers`, how a table is
drawn in `renderers`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from ka_terms.presentation.chart import BarColumn, Chart
    from ka_terms.presentation.paper import Paper
    from ka_terms.presentation.sheet import Workbook


class Kind(Enum):
    """What a cell's value is, and so how it is written and aligned."""

    TEXT = "text"
    MONEY = "money"
    """An amount in the scenario's currency, rounded to its minor unit."""
    AVERAGE = "average"
    """Money divided by something (VPO, fees a store): not rounded to a minor unit."""
    RATIO = "ratio"
    """A share: 0.245 reads 24.5%."""
    INDEX = "index"
    """Growth as an index: 1.3 reads 130.0%."""
    POINTS = "points"
    """A difference of two ratios: -0.1544 reads -15.44 pts."""
    FACT = "fact"
    """What is so (1) or not so (0)."""
    COUNT = "count"
    """Stores, SKUs, times, volume: a plain quantity."""

    @property
    def of_difference(self) -> Kind:
        """The kind of the difference of two such values."""
        return Kind.POINTS if self in (Kind.RATIO, Kind.INDEX) else self


class Emphasis(Enum):
    """How much a cell stands out; renderers without styles ignore it."""

    NONE = "none"
    STRONG = "strong"
    MUTED = "muted"
    GOOD = "good"
    BAD = "bad"


class Cell(NamedTuple):
    """One typed value. `None` reads n/a where the kind is a number and stays blank where it is text.

    `change` says that it is a change, of which zero is none: people read a dash. `stated` says that a file states
    it: all its digits are shown.
    """

    value: str | Decimal | int | None = None
    kind: Kind = Kind.TEXT
    signed: bool = False
    emphasis: Emphasis = Emphasis.NONE
    change: bool = False
    stated: bool = False


class Table(NamedTuple):
    """Rows under headers. Every row has one cell a column; the first column names the row.

    `numeric` tells which columns hold numbers and so are set to the right, headers included.
    `total_rows` counts the last rows that are set off from the others as totals. `openings` are the places of columns
    that open a group: its columns, up to the next opening, stay together where a table has to be cut.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    total_rows: int = 0
    openings: tuple[int, ...] = ()
    bars: BarColumn | None = None
    """Bars beside its numbers, for renderers that draw with letters."""

    @property
    def cells_by_column(self) -> tuple[tuple[Cell, ...], ...]:
        return tuple(tuple(row[at] for row in self.rows) for at in range(len(self.columns)))

    @property
    def numeric(self) -> tuple[bool, ...]:
        """For each column, whether any of its cells is a number."""
        return tuple(any(cell.kind is not Kind.TEXT for cell in cells) for cells in self.cells_by_column)

    def without(self, places: Collection[int]) -> Table:
        """The table without the columns at these places."""
        kept = [at for at in range(len(self.columns)) if at not in places]
        rows = (tuple(row[at] for at in kept) for row in self.rows)
        openings = dict.fromkeys(sum(at < opening for at in kept) for opening in self.openings)
        bars = self.bars and self.bars._replace(at=sum(at < self.bars.at for at in kept))
        columns = tuple(self.columns[at] for at in kept)
        return self._replace(columns=columns, rows=tuple(rows), openings=tuple(openings), bars=bars)


class Report(NamedTuple):
    """What one command says: sentences first, then tables, then notes.

    `flat` is the same content as one rectangular table, which csv and tsv carry; `record` is the same content
    under the documented keys, made only when json asks for it. `internal` is the banner that must open every
    output holding private values, empty where there are none. `currency` gives the decimals of the amounts.
    """

    headline: Sequence[str] = ()
    tables: Sequence[Table] = ()
    notes: Sequence[str] = ()
    flat: Table = Table((), ())
    record: Callable[[], Mapping[str, Any]] = dict
    title: str = ""
    internal: str = ""
    currency: str = "CNY"
    workbook: Workbook | None = None
    """The same content as sheets that calculate, for the formats of spreadsheets; None where it has none."""
    charts: Sequence[Chart] = ()
    """Pictures of the same content, that which tells most first."""
    paper: Paper | None = None
    """The same content as one page with a form around it, for formats that are printed; None where it has none."""

    def cells(self) -> Iterator[Cell]:
        """Every cell of every table, the flat one included."""
        return (cell for table in (*self.tables, self.flat) for row in table.rows for cell in row)


def text(value: str, emphasis: Emphasis = Emphasis.NONE) -> Cell:
    return Cell(value, Kind.TEXT, emphasis=emphasis)


def changed(value: Decimal | None, kind: Kind, emphasis: Emphasis = Emphasis.NONE) -> Cell:
    """A cell of a change, with its sign."""
    return Cell(value, kind, signed=True, emphasis=emphasis, change=True)


def is_zero_throughout(column: Iterable[Cell]) -> bool:
    """Whether a column has changes, all of them none; blanks are no changes."""
    cells = [cell for cell in column if cell.value != ""]
    return bool(cells) and all(cell.change and cell.value == 0 for cell in cells)
