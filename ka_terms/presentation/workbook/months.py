"""The sheets of the year by month: the budget of each contract whose plan has months, as formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.calculation.readings.traced import Traced
from ka_terms.model.numbers.month import MONTHS_A_YEAR, YEAR, calendar_month
from ka_terms.model.vocabulary.metrics import TOTAL_FEES
from ka_terms.presentation.sheet import Role, Sheet, SheetCell
from ka_terms.presentation.table import Kind
from ka_terms.presentation.workbook.calculation import Calculation, Number, Section
from ka_terms.presentation.workbook.formulas import is_figure
from ka_terms.presentation.workbook.setting import Setting
from ka_terms.presentation.workbook.statements import StatementSheet

if TYPE_CHECKING:
    from ka_terms.analysis.workbook.living import LivingContract
    from ka_terms.calculation.statement import Line

_FIRST, _LEFT, _YEAR = 1, MONTHS_A_YEAR + 1, MONTHS_A_YEAR + 2
"""The columns of the first month, of what is not phased, and of the year."""


def month_sheets(
    contracts: Sequence[LivingContract],
    statements: Sequence[StatementSheet],
    names: Sequence[str],
    setting: Setting,
) -> list[Sheet]:
    """A sheet for each contract whose plan has months."""
    return [
        _MonthSheet(name, contract, statement, setting).sheet
        for name, contract, statement in zip(names, contracts, statements, strict=True)
        if contract.sales_by_month
    ]


class _MonthSheet:
    """Sales and fees of a contract in each month; the months and what is not phased add up to the year."""

    def __init__(
        self, name: str, contract: LivingContract, statement: StatementSheet, setting: Setting
    ) -> None:
        words, of = setting.words, contract.statement.scenario.scenario
        title, note = words.say("workbook.months_of", name=of), words.say("monthly.budget_month")
        self.sheet = setting.sheet(name, (34, *(13,) * MONTHS_A_YEAR, 13, 15), title, note)
        self._contract, self._words, self._setting = contract, words, setting
        self._formulas = statement.formulas_of(name)
        self._write()

    def _write(self) -> None:
        sheet, words, contract = self.sheet, self._words, self._contract
        scenario = contract.statement.scenario
        months = [words.say(f"month.{calendar_month(at, scenario.plan.starts)}") for at in YEAR]
        term = self._setting.label(words("term"))
        self._setting.header(sheet, term, *months, words("monthly.not_phased"), words("period.year"))
        sheet.freeze()
        top = sheet.height
        owed = [line for line in contract.statement.lines if line.owed]
        sheet.height += len(owed) + 3
        figures = [node for node in self._numbers() if is_figure(node)]
        calculation = Calculation(sheet, self._formulas, scenario, words)
        calculation.write(Section(words("plan"), [*map(Number, figures)]), [])
        self._sales(top)
        for row, line in enumerate(owed, start=top + 1):
            self._fee(row, line)
        self._total(top + len(owed) + 1, top + 1)

    def _numbers(self) -> Iterator[Traced]:
        """All that the budget is made of, down to what has a cell elsewhere."""
        for number in (
            *self._contract.sales_by_month,
            *(n for of in self._contract.budget.values() for n in of),
        ):
            yield from number.walk(lambda node: () if node in self._formulas.places else node.args)

    def _sales(self, row: int) -> None:
        self._put(row, 0, SheetCell(self._words("sales")))
        for column, node in enumerate(self._contract.sales_by_month, start=_FIRST):
            self._amount(row, column, self._formulas.refer(node), node.value)
        self._put(row, _LEFT, SheetCell(""))
        self._sum(row, self._contract.statement.sales)

    def _fee(self, row: int, line: Line) -> None:
        """The months of a fee; one that is not phased stands in a column of its own."""
        self._put(row, 0, SheetCell(self._words.fee(line.fee)))
        months, left = self._contract.budget.get(line.term), line.amount
        for column, node in enumerate(months or (), start=_FIRST):
            self._amount(row, column, self._formulas.refer(node), node.value)
        if months:
            self._put(row, _LEFT, SheetCell(""))
        else:
            self._amount(row, _LEFT, self._formulas.refer(line.formula), left)
        self._sum(row, line.amount)

    def _total(self, row: int, first: int) -> None:
        """The sums of all fees, month by month."""
        statement, budget = self._contract.statement, self._contract.budget
        self._put(row, 0, SheetCell(self._words(TOTAL_FEES), role=Role.TOTAL))
        zero = Decimal(0)
        sums = [sum((months[at].value for months in budget.values()), zero) for at in range(MONTHS_A_YEAR)]
        left = sum((line.amount for line in statement.lines if line.owed and line.term not in budget), zero)
        for column, value in enumerate((*sums, left, statement.total_fees), start=_FIRST):
            cells = self.sheet.range(column, first, row - 1).seen_from(self.sheet.name)
            formula = f"SUM({cells})" if first < row else "0"
            self._put(row, column, self._in_unit(formula, value))

    def _sum(self, row: int, value: Decimal) -> None:
        """The year as the sum of its months and what is not phased."""
        name = self.sheet.name
        first, last = (self.sheet.place(row, column).seen_from(name) for column in (_FIRST, _LEFT))
        self._put(row, _YEAR, self._in_unit(f"SUM({first}:{last})", value))

    def _amount(self, row: int, column: int, formula: str, value: Decimal) -> None:
        self._put(row, column, self._setting.amount(formula, value))

    def _in_unit(self, formula: str, value: Decimal) -> SheetCell:
        """A sum of cells that are in the unit already."""
        return SheetCell(self._setting.value(value), Kind.MONEY, formula, Role.TOTAL)

    def _put(self, row: int, column: int, cell: SheetCell) -> None:
        self.sheet.cells[row, column] = cell
