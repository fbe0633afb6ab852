"""The sales that earn a step back."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import partial
from math import ceil
from typing import NamedTuple

from ka_terms.analysis.contribution import Basis
from ka_terms.analysis.inputs.domain import domain
from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.piecewise.changing_contract import contract_by_input
from ka_terms.analysis.piecewise.piecewise import PiecewiseMetric
from ka_terms.calculation.figures import available
from ka_terms.calculation.metrics import Costed
from ka_terms.calculation.readings.curves import Curve, TooManySteps, zeros
from ka_terms.calculation.readings.exact import decimal_of, trimmed
from ka_terms.model.contract.private import COSTS
from ka_terms.model.contract.scenario import Scenario

_MOST = 10
"""Sales are looked at up to so many times the plan."""


class EarnBack(NamedTuple):
    """What has to be sold more for the contribution to be what it is without the step."""

    sales: Decimal | None
    """Beyond planned sales, rounded up to the unit of the contract; None (n/a) where a fee jumps before, where it is
    never earned back, and without a margin."""
    not_past: Decimal | None
    """The first sales above the plan at which a fee jumps: beyond them the figure does not hold. None where none does
    up to ten times the plan."""


NEVER = EarnBack(None, None)


def earn_back(new: Scenario, today: Decimal, basis: Basis, *, with_days: bool) -> EarnBack:
    """Return the sales beyond the plan at which the contribution of `new` is that of `today`.

    Solves contribution(new terms, S) = contribution(terms of today, plan) for the least S at or above the plan.
    Contributions hold what `basis` says, `with_days` the cost of payment days too, which then are those of the step.
    """
    costs = [cost for cost in COSTS if cost not in basis.lacks or (with_days and cost == "payment_cost")]
    try:
        input = find(new, "sales")
        plan = input.value
        top = min(plan * _MOST, domain(new, input)[1])
        if not plan or top <= plan:
            return NEVER
        contract = contract_by_input(new, input, (plan, top), plan, top)
        pieces = contract.piecewise(partial(_left, costs))
    except (ValueError, TooManySteps):
        return NEVER
    found, jump = _first(pieces, Fraction(today))
    if found is None:
        return EarnBack(None, _stated(jump))
    unit = Fraction(new.unit)
    more = ceil((found - Fraction(plan)) / unit) * unit
    return EarnBack(_stated(more), _stated(jump))


def _left(costs: Iterable[str], costed: Costed[Curve]) -> Curve | None:
    """Return the contribution on one piece; None (n/a) where the file does not give what it needs."""

    def left() -> Curve:
        found: Curve = costed.private("margin") - costed.total()
        for cost in costs:
            known = available(partial(costed.private, cost))
            found = found if known is None else found - known
        return found

    return available(left)


def _first(pieces: PiecewiseMetric, target: Fraction) -> tuple[Fraction | None, Fraction | None]:
    """Return the first position before any jump at which a metric is at least the target, and the first jump."""
    found: Fraction | None = None
    before: Fraction | None = None
    for at, (low, high, curve) in enumerate(pieces):
        start = curve.limit(low) if curve else None
        if curve is None or start is None or (at and start != before):
            return found, low if at else None
        if found is None:
            found = _reached(curve, low, high, start, target)
        before = curve.limit(high)
    return found, None


def _reached(
    curve: Curve, low: Fraction, high: Fraction, start: Fraction, target: Fraction
) -> Fraction | None:
    """Return the first position of a piece at which its curve is at least the target; None where none is."""
    if start >= target:
        return low
    length = max(len(curve.over), len(curve.under))
    over, under = (
        (*line, *(Fraction(0) for _ in range(length - len(line)))) for line in (curve.over, curve.under)
    )
    above = tuple(value - target * divisor for value, divisor in zip(over, under, strict=True))
    while len(above) > 1 and not above[-1]:
        above = above[:-1]
    if crossings := zeros(above, low, high):
        return crossings[0]
    end = curve.limit(high)
    return high if end is not None and end >= target else None


def _stated(position: Fraction | None) -> Decimal | None:
    if position is None:
        return None
    return trimmed(decimal_of(position))
