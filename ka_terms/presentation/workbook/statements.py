"""The sheet of one statement: its lines and totals as formulas, and below them how each comes about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.readings.traced import Traced
from ka_terms.model.privacy import PRIVATE_NAMES
from ka_terms.model.vocabulary.metrics import TOTAL_FEES, Metric, metric_of
from ka_terms.presentation.sheet import Place, Role, Sheet, SheetCell
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.metric_words import metric_kind, metric_label
from ka_terms.presentation.words import Words
from ka_terms.presentation.workbook.calculation import Calculation, Number, Section, term_section
from ka_terms.presentation.workbook.formulas import Formulas, literal, quotient_or, text_literal
from ka_terms.presentation.workbook.inputs import InputSheet
from ka_terms.presentation.workbook.setting import Setting

if TYPE_CHECKING:
    from ka_terms.calculation.statement import Line, Statement
    from ka_terms.model.contract.scenario import Scenario

AMOUNT, _RATIO, _TYPE, _COMPUTED, _CHECK = 1, 2, 3, 4, 5
MEASURES = (
    *("sales", "stores.average", "vpo", "vpo_volume"),
    *("total_fees", "fee_ratio", "fees_a_store", "net_net_sales"),
    *(f"{PRIVATE_NAMES}contribution", f"{PRIVATE_NAMES}contribution_ratio"),
)
"""The totals of a statement, in the order they are looked at; the last two are private."""


class StatementSheet:
    """One statement. `place_of` gives the cell of a line or of a total to other sheets."""

    def __init__(
        self, name: str, contract: int, statement: Statement, inputs: InputSheet, setting: Setting
    ) -> None:
        words = setting.words
        title, note = statement.scenario.scenario, words.say("workbook.living")
        self.sheet = setting.sheet(name, (44, 18, 12, 28, 18, 26), title, note)
        self._statement, self._inputs, self._words, self._setting = statement, inputs, words, setting
        self._contract = contract
        self._formulas = Formulas(name, inputs.leaf(contract, name), rounding_digits(statement.scenario))
        self._rows: dict[str | Metric, int] = {}
        self._totals = totals_of(statement)
        self._write()

    def of_line(self, term: str) -> Place | None:
        """The cell of the amount of a term as it is shown, in the unit; None where the contract has no such term."""
        return self._placed(term)

    def of_metric(self, metric: Metric) -> Place | None:
        """The cell of a total as it is shown, in the unit; None where it is n/a."""
        return self._placed(metric)

    def _placed(self, key: str | Metric) -> Place | None:
        row = self._rows.get(key)
        return None if row is None else self.sheet.place(row, AMOUNT)

    def formulas_of(self, sheet: str) -> Formulas:
        """What writes formulas of another sheet over the numbers of this statement."""
        leaf = self._inputs.leaf(self._contract, sheet)
        return Formulas(sheet, leaf, self._formulas.digits, self._formulas.places)

    def _write(self) -> None:
        words, sheet, lines = self._words, self.sheet, self._statement.lines
        label = self._setting.label
        self._setting.header(
            *(sheet, words("term"), label(words("costs")), words("share"), words("nature")),
            *(label(words("workbook.computed")), words("workbook.check")),
        )
        sheet.freeze()
        first = sheet.height
        # The rows that refer to the calculation below them are filled in when it is there.
        sheet.height += len(lines) + len(self._totals) + 1
        sheet.add(SheetCell(words("workbook.calculation"), role=Role.TITLE))
        write_calculation(self._statement, self._totals, sheet, self._formulas, words)
        for at, line in enumerate(lines):
            self._line(first + at, line)
        for at, metric in enumerate(self._totals):
            self._total(first + len(lines) + at, metric)

    def _line(self, row: int, line: Line) -> None:
        words = self._words
        amount = self._formulas.refer(line.formula)
        sales = self._formulas.refer(self._statement.traced.figure("sales"))
        ratio = quotient_or(words.first("na"), amount, sales)
        cells = (
            SheetCell(words.fee(line.fee)),
            self._setting.amount(amount, line.amount),
            SheetCell(line.ratio, Kind.RATIO, ratio),
            SheetCell(words(line.driven_by)),
            self._setting.amount(literal(line.amount), line.amount, role=Role.MUTED),
            SheetCell(words.first("workbook.equal"), formula=self._check(amount, line.amount)),
        )
        for column, cell in enumerate(cells):
            self.sheet.cells[row, column] = cell
        self._rows[line.term] = row

    def _total(self, row: int, metric: Metric) -> None:
        words, kind, statement = self._words, metric_kind(metric), self._statement
        total, divisor = self._totals[metric]
        over = self._formulas.refer(total)
        under = None if divisor is None else self._formulas.refer(divisor)
        value = statement.value(metric)
        assert value is not None  # as it has its row
        formula = over if under is None else quotient_or(words.first("na"), over, under)
        role = Role.TOTAL if metric.name in (TOTAL_FEES, "fee_ratio") else Role.PLAIN
        shown = self._setting.label(metric_label(metric, words), kind)
        scaled = self._setting.amount(formula, value, kind, role)
        self.sheet.cells[row, 0] = SheetCell(shown, role=role)
        self.sheet.cells[row, AMOUNT] = scaled
        if kind is Kind.MONEY and under is None:
            self.sheet.cells[row, _COMPUTED] = self._setting.amount(literal(value), value, kind, Role.MUTED)
            self.sheet.cells[row, _CHECK] = SheetCell(
                words.first("workbook.equal"), formula=self._check(over, value)
            )
        self._rows[metric] = row

    def _check(self, amount: str, computed: Decimal) -> str:
        """Whether an amount is what ka-terms computed; where it is not, whether somebody changed an input."""
        digits = self._formulas.digits
        off = f"ROUND(ABS({amount}-{literal(computed)}),{digits})"
        changed = self._inputs.changed(self._contract, self.sheet.name)
        equal, rounding, edited, differs = (
            text_literal(self._words.first(f"workbook.{key}"))
            for key in ("equal", "rounding", "changed", "differs")
        )
        unit = literal(self._statement.scenario.unit)
        # Of very large amounts a binary number does not hold the cents.
        most = f"MAX({unit},ABS({amount})*1E-14)"
        return f"IF({off}=0,{equal},IF({changed},{edited},IF({off}<={most},{rounding},{differs})))"


def rounding_digits(scenario: Scenario) -> int:
    """The digits that amounts of a contract are rounded to, below zero for tens."""
    return -scenario.unit.adjusted()


Totals = Mapping[Metric, tuple[Traced, Traced | None]]
"""Every total that a statement has: what it is, or what is divided by what."""


def totals_of(statement: Statement) -> Totals:
    """The totals of a statement that are not n/a."""
    return _totals(statement, lambda metric: statement.value(metric) is not None)


def totals_to_be(statement: Statement) -> Totals:
    """Its totals with those that have nothing to divide by in the plan, as long as nothing in it moves."""
    return _totals(statement, statement.states)


def _totals(statement: Statement, has: Callable[[Metric], bool]) -> Totals:
    totals: dict[Metric, tuple[Traced, Traced | None]] = {}
    quantities: dict[str, Traced] = {}
    for metric in (metric_of(key, ()) for key in MEASURES):
        if has(metric):
            with exactly():
                over, under = statement.traced.metric(metric)
            # A quotient divides the quantity that has a row of its own.
            totals[metric] = quantities.setdefault(metric.over, over), under
    return totals


def write_calculation(
    statement: Statement, totals: Totals, sheet: Sheet, formulas: Formulas, words: Words
) -> None:
    """How every line and every total of a statement comes about."""
    settled = statement.traced.settled
    figures: list[Number] = []
    sums: dict[Traced, Number] = {}
    for metric, (over, under) in totals.items():
        if metric.sums_fees:
            sums.setdefault(over, Number(over, what=metric_label(metric, words)))
        else:
            figures.append(Number(over))
        figures += [Number(under)] if under else []
    lines = [term_section(words.fee(line.fee), settled[line.term], line.formula) for line in statement.lines]
    Calculation(sheet, formulas, statement.scenario, words).write(
        Section(words("plan"), figures), [*lines, Section(words("totals"), [*sums.values()])]
    )
