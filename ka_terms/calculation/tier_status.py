"""The distance of a plan from each tier of its contract."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ka_terms.calculation.costs import arguments_of, figures_of
from ka_terms.calculation.figures import Figures
from ka_terms.calculation.formulas.tiers import quantity, tiers_reached
from ka_terms.calculation.readings.exact import Exact, exactly, without_tail
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.tiers import Tier, TieredTerm
from ka_terms.model.vocabulary.figures import NumberKind


class TierStatus(NamedTuple):
    """One tier compared with the plan. `bound`, `measured` and `distance` are in units of the measure."""

    term: TieredTerm
    tier: Tier
    quantity: str
    """The path of the measure."""
    kind: NumberKind
    """The kind of that figure."""
    bound: Decimal
    """The threshold of the tier."""
    measured: Decimal
    """The measure on this plan."""
    reached: bool

    @property
    def inclusive(self) -> bool:
        """Whether the tier is reached at exactly its threshold."""
        return self.tier.inclusive

    @property
    def distance(self) -> Decimal:
        """bound - measured; zero or negative where the plan is at or above the threshold."""
        with exactly():
            return self.bound - self.measured


def tier_statuses(scenario: Scenario, reading: Exact | None = None) -> dict[str, tuple[TierStatus, ...]]:
    """Return every tier of every tiered term that is settled by the year; `reading` may replace values of the plan."""
    figures = figures_of(scenario, reading or Exact())
    yearly = [key for key, term in scenario.terms.items() if isinstance(term, TieredTerm) and term.is_yearly]
    return {key: tiers_over(scenario, key, figures) for key in yearly}


def tiers_over(scenario: Scenario, key: str, figures: Figures[Decimal]) -> tuple[TierStatus, ...]:
    """Return every tier of a term over the months of the figures; none of a term without tiers."""
    term = scenario.terms[key]
    if not isinstance(term, TieredTerm):
        return ()
    with exactly():
        measured = without_tail(figures(quantity(term)))
        return tuple(
            TierStatus(
                term,
                term.tiers[tier.position - 1],
                quantity(term),
                scenario.plan.kind(quantity(term)),
                without_tail(tier.bound),
                measured,
                bool(tier.reached),
            )
            for tier in tiers_reached(term, arguments_of(scenario, key, figures, {}))
        )
