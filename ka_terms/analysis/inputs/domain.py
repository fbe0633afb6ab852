"""How far an input can go while the scenario stays valid."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil

from ka_terms.analysis.feasibility import feasible_range
from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.moved import with_moving_wholes
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings.curves import Polynomial, X, polynomial
from ka_terms.calculation.readings.exact import decimal_of, exactly, trimmed
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.contract.terms.together import Group
from ka_terms.model.numbers.number import LARGEST, MOST_DECIMALS
from ka_terms.model.vocabulary.figures import GROWTH, LAST_YEAR
from ka_terms.model.vocabulary.parameters import Parameter


def domain(scenario: Scenario, input: Input) -> tuple[Decimal, Decimal]:
    """From where to where an input can go while the scenario stays valid; bounds of tiers stop short of either end."""
    # What of a share is free may be more than all of it, though nothing is charged then.
    is_allowance = bool(input.parameter and input.parameter.figure)
    is_bounded = input.kind == "fact" or (input.kind == "rate" and not input.of_figure and not is_allowance)
    low, high = Decimal(0), Decimal(1) if is_bounded else LARGEST
    if input.parameter:
        return _parameter_domain(scenario.fees[input.term], input.parameter, low, high)
    moving = _moving(scenario.plan, input)
    moved = with_moving_wholes(scenario, moving)
    feasible = feasible_range(moved, moving, Fraction(low), Fraction(high))
    # Rounded up to what a contract can state.
    with exactly():
        least = Decimal(ceil(feasible.low * 10**MOST_DECIMALS)).scaleb(-MOST_DECIMALS)
    return trimmed(least), decimal_of(feasible.high)


def _moving(plan: Plan, input: Input) -> dict[str, Polynomial]:
    """What moves with an input: a growth moves sales, though the plan may state them as an amount."""
    if input.leaf != GROWTH:
        return {input.leaf: X}
    (before,) = exact_figures(plan, LAST_YEAR + "sales")
    return {"sales": polynomial([Fraction(0), Fraction(before or 0)])}


def _parameter_domain(
    term: Term | Group, parameter: Parameter, low: Decimal, high: Decimal
) -> tuple[Decimal, Decimal]:
    if isinstance(term, TieredTerm) and parameter.is_bound:
        levels = [low, *(tier.level for tier in term.tiers), high]
        return levels[parameter.tier - 1], levels[parameter.tier + 1]
    limits = term.comparable_limits
    if limits is None:
        return low, high
    return {"at_least": (low, limits[1]), "at_most": (limits[0], high)}.get(parameter.field, (low, high))
