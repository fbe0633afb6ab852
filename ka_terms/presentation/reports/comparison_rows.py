"""What a comparison tells of each term and each total, contract by contract: the rows of its tables and of its csv."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ka_terms.model.vocabulary.metrics import TOTAL_FEES, Metric, metric_of
from ka_terms.presentation.fields import Field, record
from ka_terms.presentation.reports.cases import CaseRow, case_rows
from ka_terms.presentation.reports.internal import internal_rows
from ka_terms.presentation.reports.notes import NOTHING
from ka_terms.presentation.table import Cell, Kind, Table, changed, text
from ka_terms.presentation.wording.metric_words import change_cell, metric_kind
from ka_terms.presentation.wording.terms import says_of
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.assessment import AssessedComparison
    from ka_terms.analysis.comparison import Comparison, Difference, Versus
    from ka_terms.calculation.statement import Statement

EFFECTS: tuple[Field[Difference], ...] = tuple(
    Field(key, kind=Kind.MONEY) for key in ("change", "terms_effect", "plan_effect")
)
"""The change, and how much of it the terms make and how much the plan."""
_MEASURES = (
    *("sales", "stores.average", "vpo", "vpo_volume"),
    *("total_fees", "fee_ratio", "fees_a_store", "net_net_sales"),
)
"""The totals worth a row, in the order they are looked at."""


class Side(NamedTuple):
    """What one contract has of an entry: its words, its value (None for no row), its share of sales, and the effects.

    `versus` is None for the baseline, which has no effects.
    """

    statement: Statement
    versus: Versus | None
    value: Cell | None
    says: str = ""
    share: Cell = text("")
    effects: tuple[Cell, ...] = tuple(text("") for _ in EFFECTS)


class Entry(NamedTuple):
    """A term, a total, or a quantity of a further view, with a side for each contract in their order."""

    key: str
    label: str
    sides: Sequence[Side]

    def wide_row(self, only: Versus | None = None) -> tuple[Cell, ...]:
        """What the baseline says and its value, then that of the others, or `only` of one, each with its effects."""
        cells = [text(self.label)]
        for side in sorted(self.sides, key=lambda side: side.versus is not None):
            if side.versus is None or only is None or only is side.versus:
                cells += [text(side.says), side.value or text(""), *(side.effects if side.versus else ())]
        return tuple(cells)

    def tidy_rows(self) -> Iterator[tuple[Cell, ...]]:
        """A row a contract, in which a ratio stands in the column of shares."""
        for side in self.sides:
            if side.value is not None:
                is_ratio = side.value.kind is Kind.RATIO
                amounts = (text(""), side.value) if is_ratio else (side.value, side.share)
                yield text(side.statement.scenario.scenario), text(side.says), *amounts, *side.effects


def term_entry(comparison: Comparison, term: str, words: Words) -> Entry:
    """A term: what each contract says, what it costs, and its share of sales."""
    sides = []
    for statement, versus in comparison.with_versus():
        amount, scenario = statement.amount(term), statement.scenario
        says = says_of(term, scenario, words) if term in scenario.fees else NOTHING
        share = Cell(statement.share(amount), Kind.RATIO)
        side = Side(statement, versus, Cell(amount, Kind.MONEY), says, share)
        sides.append(side._replace(effects=_effects(versus.difference(term))) if versus else side)
    return Entry(term, words.fee_of(term), sides)


def total_entry(comparison: Comparison, metric: Metric, words: Words) -> Entry:
    """A total with its change; total fees also with their share of sales and both effects."""
    sides, is_sum = [], metric.name == TOTAL_FEES
    for statement, versus in comparison.with_versus():
        share = Cell(statement.fee_ratio, Kind.RATIO) if is_sum else text("")
        side = Side(statement, versus, Cell(statement.value(metric), metric_kind(metric)), share=share)
        if versus:
            change = change_cell(comparison.baseline, statement, metric)
            effects = _effects(versus.total) if is_sum else (change, *side.effects[1:])
            side = side._replace(effects=effects)
        sides.append(side)
    return Entry(metric.name, words(metric.name), sides)


def _effects(difference: Difference) -> tuple[Cell, ...]:
    return tuple(changed(field.of(difference), Kind.MONEY) for field in EFFECTS)


def known_measures(comparison: Comparison) -> list[Metric]:
    """The measures that at least one of the contracts can give."""
    return [
        metric
        for metric in (metric_of(name, ()) for name in _MEASURES)
        if any(statement.value(metric) is not None for statement in comparison.scenarios)
    ]


def flat_table(assessed: AssessedComparison, words: Words, layout: str) -> Table:
    """All terms and totals under keys: contracts beside each other (wide), or a row for each (tidy)."""
    comparison, contracts, is_wide = assessed.comparison, assessed.contracts, layout == "wide"
    entries = [term_entry(comparison, term, words) for term in comparison.terms]
    entries += [
        total_entry(comparison, metric, words)
        for metric in known_measures(comparison)
        if is_wide or metric.name == TOTAL_FEES
    ]
    views: list[CaseRow] = [*case_rows([contract.cases for contract in contracts], words)]
    for key, label, cells in (*views, *internal_rows(contracts, words)):
        pairs = zip(comparison.with_versus(), cells, strict=True)
        entries.append(Entry(key, label, [Side(*contract, cell) for contract, cell in pairs]))
    effects = [field.key for field in EFFECTS]
    if not is_wide:
        columns = ["term", "label", "scenario", "says", "amount", "ratio", *effects]
        tidy = ((text(entry.key), text(entry.label), *row) for entry in entries for row in entry.tidy_rows())
        return Table(tuple(columns), tuple(tidy))
    columns = ["item", "label"]
    for statement in (comparison.baseline, *(versus.statement for versus in comparison.versus)):
        name = statement.scenario.scenario
        columns += [f"{name}: says", name]
        columns += [f"{name}: {effect}" for effect in effects if statement is not comparison.baseline]
    return Table(tuple(columns), tuple((text(entry.key), *entry.wide_row()) for entry in entries))


def comparison_record(assessed: AssessedComparison, words: Words) -> dict[str, Any]:
    """A comparison: `differences` has one entry a term and contract other than the baseline."""
    from ka_terms.presentation.reports.statement import statement_record  # only json needs it

    comparison = assessed.comparison
    return {
        "format_version": FORMAT_VERSION,
        "baseline": comparison.baseline.scenario.scenario,
        "scenarios": [statement_record(contract, words) for contract in assessed.contracts],
        "differences": [
            _difference(versus, difference)
            for versus in comparison.versus
            for difference in versus.differences
        ],
        "totals": [_difference(versus, versus.total) for versus in comparison.versus],
    }


def _difference(versus: Versus, difference: Difference) -> dict[str, Any]:
    return {
        "term": difference.term,
        "scenario": versus.statement.scenario.scenario,
        "amounts": list(difference.amounts),
        **record(EFFECTS, difference),
    }
