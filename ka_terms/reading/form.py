"""A form for those who write no files: a workbook with the rows of a plan and of its fees, read as a contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from ka_terms.model.faults import Fault, quoted
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.spreadsheet import Page, Value
from ka_terms.text.columns import column_name
from ka_terms.text.messages import message

MARK = "# ka-terms form 1"
"""Stands in the first cell of the sheet of lists."""
KEY, FILLED = 0, 2
"""The columns of the sheet of the plan: the key of a row, and what was filled in."""
FIGURES = (
    *("sales", "volume", "target", "returns", "stores.opening", "stores.new", "stores.closed"),
    *("skus.existing", "skus.new", "events.dm", "events.tg", "events.festival"),
    *("last_year.sales", "last_year.stores.opening", "last_year.stores.new", "last_year.stores.closed"),
)
"""The rows of a plan."""
HEAD = ("scenario", "account", "year", "currency")
COUNTED = (
    *("stores.closing", "stores.opening", "stores.new", "stores.average"),
    *("skus.new", "skus.total", "events.dm", "events.tg", "events.festival", "volume"),
)
"""What a fee may be counted by."""
BASES = ("sales", "net_sales", "increment", "last_year.sales")
"""What a rate may be taken of."""
MODES = ("whole", "marginal")
TIERS = 3
COLUMNS = (
    *("fee", "rate", "of", "amount", "per", "per_2", "free", "at_least", "at_least_share", "at_most", "mode"),
    *(f"{part}_{tier}" for tier in range(1, TIERS + 1) for part in ("from", "tier_rate")),
)
"""The columns of a fee."""
PERCENT = frozenset({"rate", "at_least_share", *(f"tier_rate_{tier}" for tier in range(1, TIERS + 1))})


class FormSheets(NamedTuple):
    """The three sheets of a form."""

    plan: Page
    fees: Page
    lists: Page


class Filled(NamedTuple):
    """A form as the content of a file, and the cell that each value of it came from."""

    content: dict[str, Any]
    cells: Mapping[str, str]
    """By path, `terms.monthly_rebate.rate`."""
    typed: Sequence[tuple[str, str]]
    """Cells beside the form that hold something, and what."""


def form_sheets(pages: Sequence[Page]) -> FormSheets | None:
    """The sheets of a form, which has its lists last; None for any other workbook."""
    if len(pages) == 3 and pages[2].value(0, 0) == MARK:
        return FormSheets(*pages)
    return None


def filled_form(form: FormSheets, file: str, canonical: Callable[[str], str]) -> Filled:
    """What was filled in. Errors: `ReadError` for a fee that stands twice, and for a choice that is none, by cell."""
    reader = _Reader(form, file, canonical)
    content = {**reader.head(), "plan": reader.plan(), "terms": reader.terms()}
    if reader.problems:
        raise ReadError(*reader.problems)
    return Filled(content, reader.cells, [*reader.typed()])


class _Reader:
    """Reads one form, and notes the cell of everything."""

    def __init__(self, form: FormSheets, file: str, canonical: Callable[[str], str]) -> None:
        self._form, self._file, self._canonical = form, file, canonical
        self.cells: dict[str, str] = {}
        self.problems: list[Problem] = []
        rows = [row for row in form.lists.rows[1:] if len(row) > 1 and row[0] is not None]
        self._keys = {str(row[1]): str(row[0]) for row in rows}

    def head(self) -> dict[str, str]:
        return {key: str(_text(value)) for key, value in self._plan_rows() if key in HEAD}

    def plan(self) -> dict[str, Any]:
        """The figures that were filled in, as the tree of a plan."""
        plan: dict[str, Any] = {}
        for key, value in self._plan_rows():
            if key in FIGURES:
                *way, last = key.split(".")
                inner = plan
                for step in way:
                    inner = inner.setdefault(step, {})
                inner[last] = _text(value)
        return plan

    def _plan_rows(self) -> Iterator[tuple[str, Value]]:
        page = self._form.plan
        for at, row in enumerate(page.rows):
            key, value = str(row[KEY]) if row else "", page.value(at, FILLED)
            if key in (*HEAD, *FIGURES):
                path = key if key in HEAD else f"plan.{key}"
                self.cells[path] = f"{page.name}!{column_name(FILLED)}{at + 1}"
                if value is not None:
                    yield key, value

    def typed(self) -> Iterator[tuple[str, str]]:
        """What stands beside the cells that are read."""
        first = self._first_fee()
        for page, width, top in ((self._form.plan, FILLED + 1, 0), (self._form.fees, len(COLUMNS), first)):
            for at, row in enumerate(page.rows):
                known = page is self._form.fees or at < 3 or str(row[KEY]) in (*HEAD, *FIGURES)
                for column, value in enumerate(row):
                    if value is not None and at > top and (column >= width or not known):
                        yield f"{page.name}!{column_name(column)}{at + 1}", str(value)

    def _first_fee(self) -> int:
        """The row of the keys of the columns of fees."""
        rows = self._form.fees.rows
        return next((at for at, row in enumerate(rows) if row and row[0] == "fee"), 0)

    def terms(self) -> dict[str, Any]:
        """The fees in the order of their rows."""
        page, terms = self._form.fees, dict[str, Any]()
        first = self._first_fee()
        for at in range(first + 2, len(page.rows)):
            row = {name: page.value(at, column) for column, name in enumerate(COLUMNS)}
            if any(value is not None for value in row.values()):
                self._term(at, row, terms)
        return terms

    def _term(self, at: int, row: Mapping[str, Value], terms: dict[str, Any]) -> None:
        label = row["fee"]
        if label is None:
            self._refuse(
                at, "fee", quoted(None), message("a fee"), message("choose one of the list, or write a name")
            )
            return
        # A name of somebody's own is the key of the term.
        key = self._keys.get(str(label)) or self._canonical(str(label))
        if key in terms:
            self._refuse(at, "fee", quoted(label), message("each fee once"), message("put both into one row"))
            return
        terms[key] = self._shape(at, row, f"terms.{key}")
        self._note(f"terms.{key}", at, "fee")

    def _shape(self, at: int, row: Mapping[str, Value], path: str) -> dict[str, Any]:
        """The keys of a term from the cells of its row."""
        term: dict[str, Any] = {}
        tiers = [tier for number in range(1, TIERS + 1) if (tier := self._tier(at, row, number, path))]
        for name in ("rate", "amount", "at_most"):
            if row[name] is not None:
                term[name] = _written(name, row[name])
                self._note(f"{path}.{name}", at, name)
        if (of := self._choice(at, row, "of", BASES)) is not None:
            term["of"] = of
        per = [key for name in ("per", "per_2") if (key := self._choice(at, row, name, COUNTED)) is not None]
        if per:
            term["per"] = per
            self._note(f"{path}.per", at, "per")
        if row["free"] is not None:
            term["free"] = {per[0] if per else "stores.closing": _text(row["free"])}
            self._note(f"{path}.free", at, "free")
        self._least(at, row, term, path)
        if tiers:
            if (mode := self._choice(at, row, "mode", MODES)) is None:
                fix = message("choose one of the list")
                self._refuse(at, "mode", quoted(None), message("how the tiers apply"), fix)
            term["mode"] = mode
            term["tiers"] = tiers
        return term

    def _least(self, at: int, row: Mapping[str, Value], term: dict[str, Any], path: str) -> None:
        amount, share = row["at_least"], row["at_least_share"]
        if amount is not None and share is not None:
            fix = message("delete one of them")
            self._refuse(at, "at_least_share", quoted(share), message("one minimum"), fix)
        for name, value in (("at_least", amount), ("at_least_share", share)):
            if value is not None:
                text = _written(name, value)
                term["at_least"] = f"{text} of sales" if name in PERCENT else text
                self._note(f"{path}.at_least", at, name)

    def _tier(self, at: int, row: Mapping[str, Value], number: int, path: str) -> dict[str, str]:
        bound, rate = row[f"from_{number}"], row[f"tier_rate_{number}"]
        tier = {}
        self._note(f"{path}.tiers.{number}", at, f"from_{number}")
        for key, name, value in (
            ("from", f"from_{number}", bound),
            ("rate", f"tier_rate_{number}", rate),
        ):
            self._note(f"{path}.tiers.{number}.{key}", at, name)
            if value is not None:
                tier[key] = _written(name, value)
        return tier

    def _choice(self, at: int, row: Mapping[str, Value], name: str, known: Sequence[str]) -> str | None:
        """The key of a choice by its label or its key."""
        value = row[name]
        if value is None:
            return None
        key = self._keys.get(str(value), str(value))
        if key not in known:
            self._refuse(
                at, name, quoted(value), message("one of the list"), message("choose one of the list")
            )
        return key

    def _note(self, path: str, at: int, name: str) -> None:
        self.cells[path] = self._cell(at, name)

    def _cell(self, at: int, name: str) -> str:
        return f"{self._form.fees.name}!{column_name(COLUMNS.index(name))}{at + 1}"

    def _refuse(self, at: int, name: str, found: str, expected: str, mend: str) -> None:
        self.problems.append(Problem(self._file, Fault(found, expected, mend), self._cell(at, name)))


def _written(name: str, value: Value) -> str:
    """A value as a file has it: the cell of a rate holds a fraction."""
    if name in PERCENT and isinstance(value, Decimal):
        percent = (value * 100).normalize()
        return f"{percent:f}%"
    return _text(value)


def _text(value: Value) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
