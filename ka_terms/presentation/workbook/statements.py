"""The sheet of one statement: its lines and totals as formulas, and below them how each comes about."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.readings.traced import Traced
from ka_terms.model.vocabulary.metrics import TOTAL_FEES, Metric, metric_of
from ka_terms.presentation.numbers import EXACT, Unit
from ka_terms.presentation.sheet import Place, Role, Sheet, SheetCell
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.metric_words import metric_kind, metric_label
from ka_terms.presentation.words import Words
from ka_terms.presentation.workbook.calculation import Calculation, Number, Section, term_section
from ka_terms.presentation.workbook.formulas import Formulas, literal, quotient_or, text_literal
from ka_terms.presentation.workbook.inputs import InputSheet

if TYPE_CHECKING:
    from ka_terms.calculation.statement import Line, Statement
    from ka_terms.model.contract.scenario import Scenario

AMOUNT, _RATIO, _TYPE, _COMPUTED, _CHECK = 1, 2, 3, 4, 5
_MEASURES = (
    *("sales", "stores.average", "vpo", "vpo_volume"),
    *("total_fees", "fee_ratio", "fees_a_store", "net_net_sales"),
)
"""The totals of a statement, in the order they are looked at."""
_SCALED = frozenset({Kind.MONEY, Kind.AVERAGE})


class InUnit:
    """Amounts in the unit that they are shown in, by a formula: `=B12/10000`."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def formula(self, amount: str, kind: Kind) -> str:
        """A formula in the unit."""
        return f"({amount})/{10**self._unit.power}" if self._unit.power and kind in _SCALED else amount

    def value(self, value: Decimal | None, kind: Kind) -> Decimal | None:
        if value is None or kind not in _SCALED:
            return value
        return value.scaleb(-self._unit.power, EXACT)

    def label(self, text: str, words: Words) -> str:
        """A label with the unit of its amounts."""
        if not self._unit.power:
            return text
        return words.first("join.unit").format(label=text, unit=self._unit.label).strip()


class StatementSheet:
    """One statement. `place_of` gives the cell of a line or of a total to other sheets."""

    def __init__(
        self, name: str, contract: int, statement: Statement, inputs: InputSheet, words: Words, unit: InUnit
    ) -> None:
        self.sheet = Sheet(name, (44, 18, 12, 28, 18, 26))
        self._statement, self._inputs, self._words, self._unit = statement, inputs, words, unit
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
        sheet.add(SheetCell(self._statement.scenario.scenario, role=Role.TITLE))
        sheet.add(SheetCell(words.say("workbook.living"), role=Role.NOTE))
        header = (
            *(words("term"), self._unit.label(words("costs"), words), words("share"), words("nature")),
            *(self._unit.label(words("workbook.computed"), words), words("workbook.check")),
        )
        sheet.add(*(SheetCell(text, role=Role.HEADER) for text in header))
        sheet.freeze()
        first = sheet.height
        # The rows that refer to the calculation below them are filled in when it is there.
        sheet.height += len(lines) + len(self._totals) + 1
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
            self._amount(amount, line.amount, Kind.MONEY),
            SheetCell(line.ratio, Kind.RATIO, ratio),
            SheetCell(words(line.driven_by)),
            self._amount(literal(line.amount), line.amount, Kind.MONEY, Role.MUTED),
            SheetCell(words("workbook.equal"), formula=self._check(amount, line.amount)),
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
        label = metric_label(metric, words)
        shown = self._unit.label(label, words) if kind in _SCALED else label
        scaled = self._amount(formula, value, kind, role)
        self.sheet.cells[row, 0] = SheetCell(shown, role=role)
        self.sheet.cells[row, AMOUNT] = scaled
        if kind is Kind.MONEY and under is None:
            self.sheet.cells[row, _COMPUTED] = self._amount(literal(value), value, kind, Role.MUTED)
            self.sheet.cells[row, _CHECK] = SheetCell(
                words("workbook.equal"), formula=self._check(over, value)
            )
        self._rows[metric] = row

    def _amount(self, formula: str, value: Decimal, kind: Kind, role: Role = Role.PLAIN) -> SheetCell:
        return SheetCell(self._unit.value(value, kind), kind, self._unit.formula(formula, kind), role)

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
        return f"IF({off}=0,{equal},IF({changed},{edited},IF({off}<={unit},{rounding},{differs})))"


def rounding_digits(scenario: Scenario) -> int:
    """The digits that amounts of a contract are rounded to, below zero for tens."""
    return -scenario.unit.adjusted()


Totals = Mapping[Metric, tuple[Traced, Traced | None]]
"""Every total that a statement has: what it is, or what is divided by what."""


def totals_of(statement: Statement) -> Totals:
    """The totals of a statement that are not n/a."""
    with exactly():
        return {
            metric: statement.traced.metric(metric)
            for key in _MEASURES
            if statement.value(metric := metric_of(key, ())) is not None
        }


def write_calculation(
    statement: Statement, totals: Totals, sheet: Sheet, formulas: Formulas, words: Words
) -> None:
    """How every line and every total of a statement comes about."""
    settled = statement.traced.settled
    figures: list[Number] = []
    sums: dict[Traced, Number] = {}
    for metric, (over, under) in totals.items():
        if metric.sums_fees:
            sums.setdefault(over, Number(over, what=words(metric.name)))
        else:
            figures.append(Number(over))
        figures += [Number(under)] if under else []
    lines = [term_section(words.fee(line.fee), settled[line.term], line.formula) for line in statement.lines]
    Calculation(sheet, formulas, statement.scenario, words).write(
        Section(words("plan"), figures), [*lines, Section(words("totals"), [*sums.values()])]
    )
