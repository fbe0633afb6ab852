"""What the tables of a comparison are made of: its measures, its terms by the size of their change, and their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.model.vocabulary.metrics import Metric, metric_of
from ka_terms.presentation.fields import Field
from ka_terms.presentation.reports.notes import NOTHING
from ka_terms.presentation.table import Cell, Emphasis, Kind, changed, text
from ka_terms.presentation.wording.metric_words import metric_kind
from ka_terms.presentation.wording.terms import says_of
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.comparison import Comparison, Difference, Versus
    from ka_terms.calculation.statement import Statement

EFFECTS: tuple[Field[Difference], ...] = tuple(
    Field(key, kind=Kind.MONEY) for key in ("change", "terms_effect", "plan_effect")
)
"""The change, and how much of it the terms make and how much the plan."""
NO_EFFECTS = tuple(text("") for _ in EFFECTS)
"""What stands in place of `effect_cells` where nothing is compared."""
_MEASURES = (
    *("sales", "stores.average", "vpo", "vpo_volume"),
    *("total_fees", "fee_ratio", "fees_a_store", "net_net_sales"),
)
"""The totals worth a row, in the order they are looked at."""


def label_of(comparison: Comparison, term: str, words: Words) -> str:
    """The name of a term that at least one of the contracts has."""
    lines = (statement.line(term) for statement in comparison.scenarios)
    return words.fee(next(line.fee for line in lines if line))


def _says(statement: Statement, term: str, words: Words) -> str:
    return says_of(term, statement.scenario, words) if term in statement.scenario.terms else NOTHING


def known_measures(comparison: Comparison) -> list[tuple[Metric, Kind]]:
    """The measures that at least one of the contracts can give, and how each is written."""
    return [
        # A unit of amounts does not divide a volume.
        (metric, Kind.COUNT if metric.over == "volume" else metric_kind(metric))
        for metric in (metric_of(name, ()) for name in _MEASURES)
        if any(statement.value(metric) is not None for statement in comparison.scenarios)
    ]


def change(before: Decimal | None, after: Decimal | None, kind: Kind) -> Cell:
    """after - before; of two ratios in points, n/a where either is."""
    difference = None if before is None or after is None else after - before
    return changed(difference, Kind.POINTS if kind is Kind.RATIO else kind)


def effect_cells(difference: Difference, emphasis: Emphasis = Emphasis.NONE) -> tuple[Cell, ...]:
    """One a field of `EFFECTS`."""
    return tuple(changed(field.of(difference), Kind.MONEY, emphasis) for field in EFFECTS)


def wide_row(comparison: Comparison, others: Sequence[Versus], term: str, words: Words) -> tuple[Cell, ...]:
    """What the baseline and each of the others says and what it costs; behind these the change and its effects."""
    old = comparison.baseline
    cells = [
        text(label_of(comparison, term, words)),
        text(_says(old, term, words)),
        Cell(old.amount(term), Kind.MONEY),
    ]
    for versus in others:
        new = versus.statement
        cells += [text(_says(new, term, words)), Cell(new.amount(term), Kind.MONEY)]
        cells += effect_cells(versus.difference(term))
    return tuple(cells)


def tidy_rows(comparison: Comparison, term: str, words: Words) -> Iterator[tuple[Cell, ...]]:
    """A row a contract; the baseline's has no change."""
    for statement, versus in comparison.with_versus():
        amount = statement.amount(term)
        effects = effect_cells(versus.difference(term)) if versus else NO_EFFECTS
        name, wording = statement.scenario.scenario, _says(statement, term, words)
        share = Cell(statement.share(amount), Kind.RATIO)
        yield text(name), text(wording), Cell(amount, Kind.MONEY), share, *effects
