"""How far a plan is from each tier of its contract."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ka_terms.calculation.costs import arguments_of
from ka_terms.calculation.figures import Figures
from ka_terms.calculation.formulas.tiers import quantity, tiers_reached
from ka_terms.calculation.readings.exact import Exact, exactly
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms import Tier, TieredTerm


class TierStatus(NamedTuple):
    """One tier seen from the plan. `bound`, `measured` and `distance` are in units of the figure `quantity`."""

    term: TieredTerm
    tier: Tier
    quantity: str
    bound: Decimal
    measured: Decimal
    reached: bool

    @property
    def distance(self) -> Decimal:
        """bound - measured: how much is missing; zero or negative where the plan stands at or above the bound."""
        with exactly():
            return self.bound - self.measured


def tier_statuses(scenario: Scenario, reading: Exact | None = None) -> dict[str, tuple[TierStatus, ...]]:
    """Every tier of every tiered term, by the term's key; `reading` may put other numbers in place of the plan's."""
    reading = reading or Exact()
    figures = Figures(scenario.plan, reading)
    statuses = {}
    with exactly():
        for key, term in scenario.terms.items():
            if isinstance(term, TieredTerm):
                measured = figures(quantity(term))
                statuses[key] = tuple(
                    TierStatus(
                        term,
                        term.tiers[tier.position - 1],
                        quantity(term),
                        tier.bound,
                        measured,
                        bool(tier.reached),
                    )
                    for tier in tiers_reached(term, arguments_of(key, term, figures, {}, reading))
                )
    return statuses
