"""Where a plan stands in each period of a term: the settlement, its tiers and its conditions."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from ka_terms.calculation.costs import settle
from ka_terms.calculation.figures import Figures
from ka_terms.calculation.metrics import Costed
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.readings.traced import Traced
from ka_terms.calculation.rule_status import RuleStatus, is_due, rules_over
from ka_terms.calculation.settlements import Settled
from ka_terms.calculation.tier_status import TierStatus, tiers_over
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.numbers.month import YEAR, Months, calendar_month


class Settlement(NamedTuple):
    """What a term comes to in one period: the positions of its months in the contract year, and the rounded amount."""

    months: Months
    calendar: tuple[int, ...]
    """The same months by their calendar numbers."""
    amount: Decimal
    formula: Traced
    """The same amount with its calculation."""
    tiers: tuple[TierStatus, ...] = ()
    """The distance of the period's figures from each tier."""
    rules: tuple[RuleStatus, ...] = ()
    """The rules of the conditions on the period's figures."""
    would_cost: Decimal | None = None
    """What it would cost if the conditions held; None where it is due."""

    @property
    def due(self) -> Traced:
        """What is due on the figures that count, of which what was settled before comes off."""
        return self.formula.args[0] if self.formula.op == "-" else self.formula

    @property
    def before(self) -> Decimal | None:
        """What was settled before; None where nothing comes off."""
        return self.formula.args[1].value if self.formula.op == "-" else None


def would_cost(
    scenario: Scenario,
    key: str,
    at: int,
    figures: Figures[Decimal],
    settled: Mapping[str, Settled[Decimal]],
) -> Decimal | None:
    """One settlement of a term without its conditions; None where they hold."""
    if is_due(scenario, key, figures.over(settled[key].counted[at])):
        return None
    term = scenario.terms[key].model_copy(update={"only_if": (), "unless": ()})
    freed = scenario.model_copy(update={"terms": {**scenario.terms, key: term}})
    with exactly():
        return settle(freed, key, settled[key].periods, figures, settled).amounts[at]


def values_settled(made: Costed[Traced]) -> dict[str, Settled[Decimal]]:
    """Every settlement of every term and group, without how it was made."""
    return {
        key: Settled(of.months, of.counted, tuple(each.value for each in of.amounts))
        for key, of in made.settled.items()
    }


def settlements_told(
    scenario: Scenario,
    key: str,
    figures: Figures[Decimal],
    made: Settled[Traced],
    settled: Mapping[str, Settled[Decimal]],
) -> tuple[Settlement, ...]:
    """The settlements of a term or a group one by one; none for one that is settled once, on the whole year."""
    if made.months == (YEAR,):
        return ()
    found, is_term = [], key in scenario.terms
    for at, (months, counted, formula) in enumerate(zip(*made, strict=True)):
        over = figures.over(counted)
        calendar = tuple(calendar_month(each, scenario.plan.starts) for each in months)
        rules = rules_over(scenario, key, over) if is_term else ()
        unconditioned = would_cost(scenario, key, at, figures, settled) if rules else None
        tiers = tiers_over(scenario, key, over) if is_term else ()
        found.append(Settlement(months, calendar, formula.value, formula, tiers, rules, unconditioned))
    return tuple(found)
