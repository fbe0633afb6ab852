"""The sales that earn a step back."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from fractions import Fraction
from functools import partial
from math import ceil
from typing import NamedTuple

from ka_terms.analysis.contribution import Basis
from ka_terms.analysis.inputs.affected import reduced_to_fees, sum_owed
from ka_terms.analysis.inputs.domain import domain
from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.piecewise.changing_contract import Reader, contract_by_input
from ka_terms.analysis.piecewise.piecewise import PiecewiseMetric, difference
from ka_terms.calculation.figures import available
from ka_terms.calculation.metrics import Costed
from ka_terms.calculation.readings.curves import ONE, Curve, TooManySteps, polynomial, zeros
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


class Course:
    """The contribution of a contract from planned sales on, up to ten times as many, in pieces."""

    def __init__(self, scenario: Scenario, today: Decimal, basis: Basis) -> None:
        """`today` is the contribution as planned; contributions have what `basis` says."""
        self._scenario, self._today = scenario, Fraction(today)
        costs = [cost for cost in COSTS if cost not in basis.lacks]
        self._plan, self._top = self._range()
        self._pieces = self._of(scenario, partial(_left, costs))

    def _range(self) -> tuple[Decimal, Decimal]:
        """Return planned sales and the most that are looked at."""
        input = find(self._scenario, "sales")
        return input.value, min(input.value * _MOST, domain(self._scenario, input)[1])

    def _of(self, scenario: Scenario, read: Reader[Curve | None]) -> PiecewiseMetric:
        """Return something of a contract as its sales rise; nothing where that cannot be followed."""
        if not self._plan or self._top <= self._plan:
            return ()
        try:
            input = find(scenario, "sales")
            contract = contract_by_input(scenario, input, (self._plan, self._top), self._plan, self._top)
            return contract.piecewise(read)
        except (ValueError, TooManySteps):
            return ()

    def earn_back(self, new: Scenario, fees: Collection[str]) -> EarnBack:
        """Return the sales beyond the plan at which a step is earned back; with it `fees` may be others.

        Solves contribution(new terms, S) = contribution(terms of today, plan) for the least S at or above the plan.
        """
        read = partial(_sum, fees)
        old, moved = (self._of(reduced_to_fees(one, fees), read) for one in (self._scenario, new))
        return self._first(difference(moved, old) if old and moved else ())

    def earn_days_back(self, extra: Scenario) -> EarnBack:
        """Return the same for the payment days of a contract, as days beyond those of today."""
        return self._first(self._of(extra, _cost_of_days))

    def _first(self, more: PiecewiseMetric) -> EarnBack:
        """Return where the contribution, less what a step costs `more`, is what it is as planned without the step."""
        if not self._pieces or not more:
            return NEVER
        found, jump = _first(difference(self._pieces, more), self._today)
        if found is None:
            return EarnBack(None, _stated(jump))
        unit = Fraction(self._scenario.unit)
        return EarnBack(_stated(ceil((found - Fraction(self._plan)) / unit) * unit), _stated(jump))


def _sum(fees: Collection[str], costed: Costed[Curve]) -> Curve | None:
    return available(lambda: sum_owed(costed, fees))


def _cost_of_days(costed: Costed[Curve]) -> Curve | None:
    return available(lambda: costed.private("payment_cost"))


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
    above = (curve - Curve(polynomial([target]), ONE)).over
    if crossings := zeros(above, low, high):
        return crossings[0]
    end = curve.limit(high)
    return high if end is not None and end >= target else None


def _stated(position: Fraction | None) -> Decimal | None:
    if position is None:
        return None
    return trimmed(decimal_of(position))
