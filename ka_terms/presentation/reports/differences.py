"""What the tables of a comparison are made of: its measures, its terms by the size of their change, and their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ka_terms.analysis.comparison import Comparison, Difference, Versus
from ka_terms.calculation.statement import Statement
from ka_terms.model.vocabulary.metrics import Metric, metric_of
from ka_terms.presentation.reports.notes import NOTHING
from ka_terms.presentation.table import Cell, Emphasis, Kind, changed, text
from ka_terms.presentation.wording.metric_words import metric_kind
from ka_terms.presentation.wording.terms import says_of
from ka_terms.presentation.words import Words

NO_EFFECTS = (text(""), text(""), text(""))
"""What stands in place of `effect_cells` where nothing is compared."""
_MEASURES = (
    *("sales", "stores.average", "vpo", "vpo_volume"),
    *("total_fees", "fee_ratio", "fees_a_store", "net_net_sales"),
)
"""The totals worth a row, in the order they are looked at."""


def by_size(comparison: Comparison) -> list[str]:
    """Terms by the largest change against the baseline in any contract; equal ones in the order of the contracts."""
    sizes = {line.term: Decimal(0) for statement in comparison.scenarios for line in statement.lines}
    for difference in (difference for versus in comparison.versus for difference in versus.differences):
        sizes[difference.term] = max(sizes[difference.term], abs(difference.change))
    return sorted(sizes, key=lambda key: -sizes[key])


def difference_to(versus: Versus, term: str) -> Difference:
    """The difference in one term; one of nothing where neither contract has it."""
    zero = Decimal(0)
    found = (difference for difference in versus.differences if difference.term == term)
    return next(found, Difference(term, (zero, zero), zero, zero))


def is_unchanged(comparison: Comparison, term: str) -> bool:
    """Whether every contract has the same term at the same cost."""
    terms = [statement.scenario.terms.get(term) for statement in comparison.scenarios]
    same = all(other == terms[0] for other in terms)
    return same and not any(difference_to(versus, term).change for versus in comparison.versus)


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


def effect_cells(difference: Difference, emphasis: Emphasis = Emphasis.NONE) -> tuple[Cell, Cell, Cell]:
    """The change, and how much of it the terms make and how much the plan."""
    values = (difference.change, difference.terms_effect, difference.plan_effect)
    total, terms, plan = (changed(value, Kind.MONEY, emphasis) for value in values)
    return total, terms, plan


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
        cells += effect_cells(difference_to(versus, term))
    return tuple(cells)


def tidy_rows(comparison: Comparison, term: str, words: Words) -> Iterator[tuple[Cell, ...]]:
    """A row a contract; the baseline's has no change."""
    for statement, versus in with_versus(comparison):
        amount = statement.amount(term)
        effects = effect_cells(difference_to(versus, term)) if versus else NO_EFFECTS
        name, wording = statement.scenario.scenario, _says(statement, term, words)
        share = Cell(statement.share(amount), Kind.RATIO)
        yield text(name), text(wording), Cell(amount, Kind.MONEY), share, *effects


def with_versus(comparison: Comparison) -> Iterator[tuple[Statement, Versus | None]]:
    """Every contract in order, with what sets it apart from the baseline; None beside the baseline itself."""
    by_identity = {id(versus.statement): versus for versus in comparison.versus}
    return ((statement, by_identity.get(id(statement))) for statement in comparison.scenarios)
