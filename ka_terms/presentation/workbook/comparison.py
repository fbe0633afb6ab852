"""The sheet that sets contracts beside each other, and those of the old terms on a new plan that its effects need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from ka_terms.calculation.readings.traced import Traced
from ka_terms.model.vocabulary.metrics import TOTAL_FEES, TOTALS, Metric
from ka_terms.presentation.reports.comparison_rows import known_measures
from ka_terms.presentation.sheet import Place, Role, SheetCell
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.metric_words import metric_kind, metric_label
from ka_terms.presentation.workbook.calculation import Calculation, Section, term_section
from ka_terms.presentation.workbook.formulas import Formulas, quotient_or
from ka_terms.presentation.workbook.inputs import InputSheet
from ka_terms.presentation.workbook.setting import Setting
from ka_terms.presentation.workbook.statements import StatementSheet, rounding_digits

if TYPE_CHECKING:
    from ka_terms.analysis.comparison import Comparison, Difference, Versus
    from ka_terms.calculation.statement import Statement


class OldTermsSheet:
    """The terms of the baseline on the plan of another contract: what of a difference the terms make."""

    def __init__(
        self, name: str, versus: Versus, contracts: tuple[int, int], inputs: InputSheet, setting: Setting
    ) -> None:
        words = setting.words
        self.sheet = setting.sheet(name, (44, 18), name)
        self._versus, (old, new) = versus, contracts
        scenario = versus.recosted
        assert scenario  # as it comes from a comparison

        def leaf(node: Traced) -> str | None:
            """Parameters of the old terms, figures of the new plan."""
            return inputs.value_of(old if inputs.is_parameter(old, node.path) else new, node.path, name)

        self._formulas = Formulas(name, leaf, rounding_digits(scenario))
        made = versus.between
        sections = [
            term_section(words.fee_of(key, scenario.fees[key]), made.settled[key], made.amounts[key])
            for key in scenario.fees
        ]
        Calculation(self.sheet, self._formulas, scenario, words).write(Section(words("plan"), []), sections)

    def place(self, term: str) -> Place | None:
        """The amount of a term in full units; None where the baseline has none, or it cannot be costed."""
        amount = self._versus.between.amounts.get(term)
        return None if amount is None else self._formulas.places[amount]


class ComparisonSheet:
    """Totals and fees of every contract, with their changes against the baseline and the reasons."""

    def __init__(
        self,
        name: str,
        comparison: Comparison,
        statements: Mapping[int, StatementSheet],
        old_terms: Mapping[int, OldTermsSheet],
        setting: Setting,
    ) -> None:
        """`statements` and `old_terms` are by the identity of their statement."""
        contracts = [comparison.baseline, *(versus.statement for versus in comparison.versus)]
        columns = 2 + 5 * len(comparison.versus)
        words = setting.words
        title, note = words("workbook.comparison"), words.say("workbook.beside")
        self.sheet = setting.sheet(name, (40, *(16,) * columns), title, note)
        self._comparison, self._contracts, self._words, self._setting = comparison, contracts, words, setting
        self._statements, self._old_terms = statements, old_terms
        self._write()

    def _write(self) -> None:
        words, sheet, comparison = self._words, self.sheet, self._comparison
        self._header(words("totals"), ("change", "change_percent"))
        sheet.freeze()
        for metric in known_measures(comparison):
            self._measure(metric)
        sheet.add()
        self._header(self._setting.label(words("fees")), ("change", "terms_effect", "plan_effect"))
        first = sheet.height
        for term in comparison.terms:
            self._term(term)
        self._sums(first)

    def _header(self, first: str, further: Sequence[str]) -> None:
        words = self._words
        texts = [first, self._contracts[0].scenario.scenario]
        for statement in self._contracts[1:]:
            texts += [statement.scenario.scenario, *map(words, further)]
        self._setting.header(self.sheet, *texts)

    def _statement(self, statement: Statement) -> StatementSheet:
        return self._statements[id(statement)]

    def _measure(self, metric: Metric) -> None:
        kind, row = metric_kind(metric), self.sheet.height
        role = Role.TOTAL if metric.name in (TOTAL_FEES, "fee_ratio") else Role.PLAIN
        shown = self._setting.label(metric_label(metric, self._words), kind)
        cells = [SheetCell(shown, role=role)]
        old = self._comparison.baseline
        cells.append(self._metric(old, metric, kind, role))
        for new in self._contracts[1:]:
            after = len(cells)
            cells.append(self._metric(new, metric, kind, role))
            one, other = (self.sheet.place(row, column).seen_from(self.sheet.name) for column in (after, 1))
            change, growth = new.change(old, metric), new.growth_on(old, metric)
            difference = "" if change is None else f"{one}-{other}"
            value = self._setting.value(change, kind)
            if kind.of_difference is Kind.POINTS and value is not None:
                difference, value = f"({difference})*100", value.scaleb(2)
            cells.append(SheetCell(value, kind.of_difference, difference, role, signed=True))
            if kind is Kind.RATIO:
                cells.append(SheetCell(""))
            else:
                na = self._words.first("na")
                formula = "" if change is None else quotient_or(na, f"({one}-{other})", other)
                cells.append(SheetCell(growth, Kind.INDEX, formula, role, signed=True))
        self.sheet.add(*cells)

    def _metric(self, statement: Statement, metric: Metric, kind: Kind, role: Role) -> SheetCell:
        place = self._statement(statement).of_metric(metric)
        value = self._setting.value(statement.value(metric), kind)
        return SheetCell(value, kind, place.seen_from(self.sheet.name) if place else "", role)

    def _term(self, term: str) -> None:
        row, name = self.sheet.height, self.sheet.name
        cells = [SheetCell(self._words.fee_of(term)), self._amount(self._comparison.baseline, term)]
        for versus in self._comparison.versus:
            after = len(cells)
            cells.append(self._amount(versus.statement, term))
            places = (self.sheet.place(row, column).seen_from(name) for column in (1, after))
            cells += self._effects(versus, term, *places)
        self.sheet.add(*cells)

    def _amount(self, statement: Statement, term: str) -> SheetCell:
        """The amount of a term as its statement shows it, in the unit; of a contract without it blank."""
        place = self._statement(statement).of_line(term)
        if place is None:
            return SheetCell("")
        value = self._setting.value(statement.amount(term), Kind.MONEY)
        return SheetCell(value, Kind.MONEY, place.seen_from(self.sheet.name))

    def _effects(self, versus: Versus, term: str, old: str, new: str) -> Iterator[SheetCell]:
        """The change, and what of it the terms and what the plan make; an amount that is not owed counts as zero."""
        difference = versus.difference(term)
        was_owed, is_owed = difference.owed
        if was_owed != is_owed:
            old, new = old if was_owed else "0", new if is_owed else "0"
        # A blank cell of a contract without the term counts as zero.
        old, new = f"N({old})", f"N({new})"
        between = self._between(versus, term, difference)
        formulas = (f"{new}-{old}", between and f"{new}-{between}", between and f"{between}-{old}")
        values = (difference.change, difference.terms_effect, difference.plan_effect)
        for formula, value in zip(formulas, values, strict=True):
            shown = self._setting.value(value, Kind.MONEY)
            yield SheetCell(shown, Kind.MONEY, formula, signed=True)

    def _between(self, versus: Versus, term: str, difference: Difference) -> str:
        """What the old terms cost on the new plan; empty where that is n/a."""
        if difference.terms_effect is None:
            return ""
        place = self._old_terms[id(versus.statement)].place(term)
        was_owed, is_owed = difference.owed
        if place is None or (was_owed != is_owed and not was_owed):
            return "0"
        return self._setting.formula(place.seen_from(self.sheet.name), Kind.MONEY)

    def _sums(self, first: int) -> None:
        """The last row: total fees, and the sums of the effects of the terms that count."""
        sheet, name = self.sheet, self.sheet.name
        metric = TOTALS[TOTAL_FEES]
        cells = [SheetCell(self._words(TOTAL_FEES), role=Role.TOTAL)]
        cells.append(self._metric(self._comparison.baseline, metric, Kind.MONEY, Role.TOTAL))
        for versus in self._comparison.versus:
            cells.append(self._metric(versus.statement, metric, Kind.MONEY, Role.TOTAL))
            total = versus.total
            counted = [
                first + at
                for at, term in enumerate(self._comparison.terms)
                if any(versus.difference(term).owed)
            ]
            for value in (total.change, total.terms_effect, total.plan_effect):
                cells.append(self._sum(value, counted, len(cells), name))
        sheet.add(*cells)

    def _sum(self, value: Decimal | None, rows: Sequence[int], column: int, name: str) -> SheetCell:
        if value is None:
            return SheetCell(None, Kind.MONEY, role=Role.TOTAL)
        runs = [[*run] for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])]
        ranges = (self.sheet.range(column, run[0][1], run[-1][1]).seen_from(name) for run in runs)
        formula = f"SUM({','.join(ranges)})" if rows else "0"
        return SheetCell(self._setting.value(value, Kind.MONEY), Kind.MONEY, formula, Role.TOTAL, signed=True)
