"""Contracts side by side by month or by quarter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ka_terms.analysis.comparison import Comparison
from ka_terms.analysis.monthly.series import Series
from ka_terms.analysis.monthly.view import By, MonthlyView, View, monthly_view


class MonthlyComparison(NamedTuple):
    """A comparison with the view of each of its contracts, in their order."""

    comparison: Comparison
    views: tuple[MonthlyView, ...]

    @property
    def terms(self) -> list[str]:
        """The terms that any of the contracts owes, by their largest change in the year."""
        owed = {fee.line.term for view in self.views for fee in view.fees}
        return [term for term in self.comparison.terms if term in owed]

    @property
    def total(self) -> list[Series]:
        """Total fees of each contract."""
        return [view.total for view in self.views]

    def of(self, term: str) -> list[Series]:
        """A term of each contract; zero where a contract does not have it."""
        return [view.of(term) for view in self.views]

    def is_unchanged(self, term: str) -> bool:
        """Whether a term comes to the same in every period of every contract."""
        first, *others = self.of(term)
        return all(first.equals(other) for other in others)

    def changes(self, series: Sequence[Series]) -> list[tuple[str, Series]]:
        """The change of each contract but the baseline, under the name of the contract."""
        base = self.comparison.scenarios.index(self.comparison.baseline)
        return [
            (view.scenario.scenario, one.change(series[base]))
            for at, (view, one) in enumerate(zip(self.views, series, strict=True))
            if at != base
        ]


def compare_by_period(comparison: Comparison, view: View = "budget", by: By = "month") -> MonthlyComparison:
    """Every contract of a comparison by period."""
    views = (monthly_view(statement, view, by) for statement in comparison.scenarios)
    return MonthlyComparison(comparison, tuple(views))
