"""How every amount comes about, as rows of a sheet: figures that follow from others, then each term step by step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.calculation.readings.traced import Traced
from ka_terms.model.numbers.month import YEAR, Months, calendar_month
from ka_terms.presentation.sheet import Place, Role, Sheet, SheetCell
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.expression import kind_of
from ka_terms.presentation.wording.periods import period
from ka_terms.presentation.wording.steps import label
from ka_terms.presentation.words import Words
from ka_terms.presentation.workbook.formulas import (
    Formulas,
    is_amount,
    is_condition,
    is_figure,
    is_worth_a_cell,
    is_written_in_place,
)

if TYPE_CHECKING:
    from ka_terms.calculation.settlements import Settled
    from ka_terms.model.contract.scenario import Scenario

LABEL, VALUE = 0, 1
"""The columns of a step."""
_DEEPEST = 16
"""Operations in one formula, one inside another, before the inner ones get a row of their own."""


class Number(NamedTuple):
    """A number to be worked out: its months, and what it is called where it has no name of its own."""

    node: Traced
    months: Months = YEAR
    what: str = ""


class Section(NamedTuple):
    """Numbers to be worked out under one heading."""

    heading: str
    numbers: Sequence[Number]


def term_section(heading: str, settled: Settled[Traced], amount: Traced) -> Section:
    """The settlements of a term, and their sum."""
    numbers = [Number(each, months) for months, each in zip(settled.months, settled.amounts, strict=True)]
    return Section(heading, numbers if amount in settled.amounts else [*numbers, Number(amount)])


class Calculation:
    """The rows of one contract on one plan, below what a sheet holds already.

    A number that has a cell is not worked out again: other formulas of the workbook refer to it by `places`.
    """

    def __init__(self, sheet: Sheet, formulas: Formulas, scenario: Scenario, words: Words) -> None:
        self._sheet, self._formulas, self._words = sheet, formulas, words
        self._starts = scenario.plan.starts
        self._depths: dict[Traced, int] = {}
        self._used: Counter[Traced] = Counter()

    @property
    def places(self) -> dict[Traced, Place]:
        return self._formulas.places

    def write(self, figures: Section, sections: Sequence[Section]) -> None:
        """Write the figures that follow from others, then every section in turn."""
        numbers = [number for section in (figures, *sections) for number in section.numbers]
        self._used = _uses(number.node for number in numbers)
        self._heading(figures.heading)
        for number in numbers:
            for node in self._unplaced(number.node):
                if is_figure(node):
                    self._rows(Number(node))
        for section in sections:
            self._heading(section.heading)
            for number in section.numbers:
                self._section_number(number)

    def _section_number(self, number: Number) -> None:
        """The rows of a number, and its own, which it has even if it has no name."""
        self._rows(number)
        node = number.node
        if node not in self.places and not is_written_in_place(node):
            self._put(node, number.what or self._in_months(self._label(node), number.months))

    def _rows(self, number: Number) -> None:
        """The rows of all that a number is made of; its own too, unless it is called something else."""
        for node in self._unplaced(number.node):
            if node is not number.node or not number.what:
                self._row(node, number.months)

    def _heading(self, text: str) -> None:
        self._sheet.add(SheetCell(text, role=Role.SECTION), SheetCell("", role=Role.SECTION))

    def _unplaced(self, number: Traced) -> Iterator[Traced]:
        return number.walk(lambda node: () if node in self.places else node.args)

    def _row(self, node: Traced, months: Months) -> None:
        """The row of a number that has one: a figure, a step with a name, and what is used twice or is deep."""
        if node in self.places or is_written_in_place(node):
            return
        depth = 1 + max((self._depths.get(arg, 0) for arg in node.args), default=0)
        if is_worth_a_cell(node) or self._used[node] > 1 or depth > _DEEPEST:
            self._put(node, self._label(node) if node.path else self._in_months(self._label(node), months))
        else:
            self._depths[node] = depth

    def _put(self, node: Traced, what: str) -> None:
        formula = self._formulas.of(node)
        role = Role.TOTAL if is_amount(node) else Role.PLAIN
        row = self._sheet.add(
            SheetCell(what, role=role), SheetCell(node.value, self._kind(node), formula, role)
        )
        self.places[node] = self._sheet.place(row, VALUE)

    def _kind(self, node: Traced) -> Kind:
        if is_condition(node):
            return Kind.FACT
        return kind_of(node)

    def _label(self, node: Traced) -> str:
        if is_amount(node):
            return self._in_months(self._words.fee_of(node.path), node.months)
        if is_figure(node):
            return self._in_months(self._words.figure(node.path), node.months)
        return label(node, self._words) if node.name else self._words("workbook.step")

    def _in_months(self, what: str, months: Months) -> str:
        if months == YEAR:
            return what
        calendar = [calendar_month(month, self._starts) for month in months]
        return self._words.say("join.value", name=period(months, calendar, self._words), value=what)


def _uses(numbers: Iterable[Traced]) -> Counter[Traced]:
    """By how many others each number is used."""
    seen: set[Traced] = set()
    uses: Counter[Traced] = Counter()
    for number in numbers:
        for node in number.walk(lambda node: () if node in seen else node.args):
            if node not in seen:
                seen.add(node)
                uses.update(node.args)
    return uses
