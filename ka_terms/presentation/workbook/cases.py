"""The sheet of lower sales: what each contract comes to if sales fall short of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ka_terms.calculation.readings.traced import Traced
from ka_terms.model.vocabulary.figures import LAST_YEAR
from ka_terms.model.vocabulary.metrics import TOTAL_FEES
from ka_terms.presentation.sheet import Place, Role, SheetCell
from ka_terms.presentation.table import Kind
from ka_terms.presentation.workbook.formulas import Formulas, quotient_or
from ka_terms.presentation.workbook.inputs import InputSheet
from ka_terms.presentation.workbook.setting import Setting
from ka_terms.presentation.workbook.statements import (
    StatementSheet,
    rounding_digits,
    totals_of,
    write_calculation,
)

if TYPE_CHECKING:
    from ka_terms.analysis.workbook.living import LivingContract, SalesCase
    from ka_terms.calculation.statement import Statement

_FIRST = 1
"""The column of the first case."""


class LowerSalesSheet:
    """Every contract at lower sales, the share by which they are lower an input of its own."""

    def __init__(
        self,
        name: str,
        contracts: Sequence[LivingContract],
        statements: Sequence[StatementSheet],
        inputs: InputSheet,
        setting: Setting,
    ) -> None:
        words = setting.words
        cases = [contract.cases for contract in contracts]
        widest = max(map(len, cases))
        self.sheet = setting.sheet(name, (44, *(18,) * widest), words("workbook.lower"))
        self._inputs, self._words, self._setting = inputs, words, setting
        lower = next((case.lower_by for of in cases for case in of if case.lower_by), None)
        row = self.sheet.add(
            SheetCell(words("workbook.lower_by")),
            SheetCell(lower, Kind.RATIO, role=Role.INPUT, error=words.say("workbook.number_wanted")),
        )
        self._lower_by = self.sheet.place(row, 1).seen_from(name)
        tops = [self._top(contract) for contract in cases]
        for at, (of, top) in enumerate(zip(cases, tops, strict=True)):
            self._contract(at, of, statements[at], top)

    def _top(self, cases: Sequence[SalesCase]) -> int:
        """The rows kept for the table of a contract, which refers to the calculations below all tables."""
        self.sheet.add()
        names = [self._words(f"workbook.case.{case.name}") for case in cases]
        title = cases[-1].statement.scenario.scenario
        self._setting.header(self.sheet, title, *names)
        top = self.sheet.height
        self.sheet.height += len(cases[-1].statement.lines) + 3
        return top

    def _contract(self, at: int, cases: Sequence[SalesCase], planned: StatementSheet, top: int) -> None:
        sheet, name = self.sheet, self.sheet.name
        of_plan = planned.formulas_of(name)
        plan = cases[-1].statement
        labels = [self._words("sales"), *(self._words.fee(line.fee) for line in plan.lines)]
        labels += [self._words(TOTAL_FEES), self._words("fee_ratio")]
        for row, label in enumerate(labels, start=top):
            role = Role.TOTAL if row >= top + len(labels) - 2 else Role.PLAIN
            shown = label if row == top + len(labels) - 1 else self._setting.label(label)
            sheet.cells[row, 0] = SheetCell(shown, role=role)
        for column, case in enumerate(cases, start=_FIRST):
            if case.name == "plan":
                formulas = of_plan
                sales = of_plan.refer(plan.traced.figure("sales"))
            else:
                sales_place = sheet.place(top, column)
                formulas = self._write_case(at, case, plan, of_plan, sales_place)
                sales = self._sales(case, plan, of_plan)
            self._column(top, column, case.statement, formulas, sales)

    def _sales(self, case: SalesCase, plan: Statement, of_plan: Formulas) -> str:
        """The sales of a case, in full units."""
        if case.name == "last_year":
            return of_plan.refer(plan.traced.figure(f"{LAST_YEAR}sales"))
        return f"{of_plan.refer(plan.traced.figure('sales'))}*(1-{self._lower_by})"

    def _write_case(
        self, at: int, case: SalesCase, plan: Statement, of_plan: Formulas, shown: Place
    ) -> Formulas:
        """How the contract comes to its amounts in one case, below all that the sheet has."""
        words, sheet, scenario = self._words, self.sheet, case.statement.scenario
        title = words.say(
            "workbook.case", name=scenario.scenario, case=words.first(f"workbook.case.{case.name}")
        )
        sheet.add()
        sheet.add(SheetCell(title, role=Role.TITLE))
        row = sheet.add(
            SheetCell(words("sales")),
            SheetCell(case.statement.sales, Kind.MONEY, self._sales(case, plan, of_plan)),
        )
        sales = sheet.place(row, 1).seen_from(sheet.name)

        def leaf(node: Traced) -> str | None:
            """Sales are those of the case; a number that moved with them is no longer that of the inputs."""
            if node.path == "sales":
                return sales
            is_moved = self._inputs.number(at, node.path) not in (None, node.value)
            return None if is_moved else self._inputs.value_of(at, node.path, sheet.name)

        formulas = Formulas(sheet.name, leaf, rounding_digits(scenario))
        write_calculation(case.statement, totals_of(case.statement), sheet, formulas, words)
        return formulas

    def _column(self, top: int, column: int, statement: Statement, formulas: Formulas, sales: str) -> None:
        total = statement.traced.total()
        rows = [(sales, statement.sales)]
        rows += [(formulas.refer(line.formula), line.amount) for line in statement.lines]
        rows.append((formulas.refer(total), statement.total_fees))
        for row, (formula, value) in enumerate(rows, start=top):
            role = Role.TOTAL if row == top + len(rows) - 1 else Role.PLAIN
            self.sheet.cells[row, column] = self._setting.amount(formula, value, role=role)
        over, under = (
            self.sheet.place(row, column).seen_from(self.sheet.name) for row in (top + len(rows) - 1, top)
        )
        ratio = quotient_or(self._words.first("na"), over, under)
        self.sheet.cells[top + len(rows), column] = SheetCell(
            statement.fee_ratio, Kind.RATIO, ratio, Role.TOTAL
        )
