"""A plan and the amounts of its contract as functions of the measure of a tiered term.

Positions are in units of the measure. Only the figures in `PlanByMeasure.moving` change with it. Amounts are not
rounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ka_terms.analysis.piecewise.changing_contract import ChangingContract, Reader
from ka_terms.analysis.piecewise.piecewise import Piecewise
from ka_terms.calculation.figures import Figures
from ka_terms.calculation.readings.curves import (
    ONE,
    Curve,
    Curves,
    Polynomial,
    X,
    polynomial,
    value_at,
    zeros,
)
from ka_terms.model.contract.plan.computed import all_sources
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.plan.stated_figures import formulas, stated
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.numbers.number import LARGEST

HIGHEST = Fraction(LARGEST)
"""The largest number that a plan can state. A loss that is not recovered up to here is never recovered."""


class PlanByMeasure(NamedTuple):
    """The figures of a plan that change with the measure of a term."""

    moving: Mapping[str, Polynomial]
    """These figures by path, as polynomials of the measure."""
    money: Polynomial | None
    """Sales, as a polynomial of the measure; None (unknown) where sales do not follow from the measure."""
    in_money: bool
    """Whether the measure itself is an amount of money: sales, a figure they follow from, or the base of the rate."""


def plan_by_rule(plan: Plan, figure: str, base: str) -> PlanByMeasure:
    """Return the figures that change with the figure of a rule, everything else being as planned.

    A figure that the plan states or computes by a formula of its own changes alone, whatever it follows from.
    """
    is_own = figure in stated(plan) or figure in formulas(plan)
    return _alone(plan, figure, base) if is_own else plan_by_measure(plan, figure, base)


def plan_by_measure(plan: Plan, measure: str, base: str) -> PlanByMeasure:
    """Return the figures that change with the measure of a term; `base` is what its rate is paid on, empty for none.

    Where the measure follows from sales, sales change, and all figures derived from them. Where sales follow from the
    measure, as from a volume in `sales: volume x price`, the measure changes, and sales with it. Any other measure
    changes alone, because the plan does not say how sales follow from it.
    """
    sales = _sales_by(plan, measure)
    if sales:
        return PlanByMeasure({"sales": sales}, sales, in_money=True)
    return _alone(plan, measure, base)


def _alone(plan: Plan, measure: str, base: str) -> PlanByMeasure:
    """A measure that changes alone, and sales where they follow from it."""
    if measure == "sales":
        return PlanByMeasure({measure: X}, X, in_money=True)
    follow = measure in all_sources(plan, "sales")
    following = Figures(plan, Curves({measure: X}, HIGHEST))("sales").over if follow else ()
    return PlanByMeasure({measure: X}, following if len(following) > 1 else None, in_money=measure == base)


def _sales_by(plan: Plan, path: str) -> Polynomial | None:
    """Return sales as a polynomial of a figure, such as net_sales + returns; None where they do not follow from it."""
    # Read at the largest sales, because an increment is zero up to the sales of last year.
    figure = Figures(plan, Curves({"sales": X}, HIGHEST))(path).over
    if len(figure) != 2:
        return None
    constant, slope = figure
    return polynomial((-constant / slope, 1 / slope))


class AmountByMeasure(NamedTuple):
    """An amount of money as a function of the measure."""

    pieces: Piecewise[Curve]
    at: Callable[[Fraction], Fraction]
    """Returns the amount at a position. At a threshold it may differ from both neighbouring pieces."""


def amount_by_measure(
    scenario: Scenario, moving: Mapping[str, Polynomial], read: Reader[Curve], high: Fraction
) -> AmountByMeasure:
    """Return the amount that `read` takes from a contract, from zero to `high`."""
    contract = ChangingContract(scenario, moving, Fraction(0), high)

    @cache
    def at(position: Fraction) -> Fraction:
        amount = contract.at(read, position)
        assert amount is not None  # amounts are never n/a
        return amount

    return AmountByMeasure(contract.piecewise(read), at)


def net_after_fees(fees: AmountByMeasure, money: Polynomial, share: Fraction) -> AmountByMeasure:
    """Return `share` x money - fees: net-net sales for a share of 1, the margin after fees for the margin rate."""
    earned = Curve(polynomial([share * coefficient for coefficient in money]), ONE)
    pieces = tuple(piece._replace(value=earned - piece.value) for piece in fees.pieces)
    return AmountByMeasure(pieces, lambda position: share * value_at(money, position) - fees.at(position))


def curves_around(pieces: Piecewise[Curve], position: Fraction) -> tuple[Curve, Curve]:
    """Return the curves just below and just above a position strictly inside the range."""
    below = next(curve for _, high, curve in pieces if position <= high)
    above = next(curve for _, high, curve in pieces if position < high)
    return below, above


def limit(curve: Curve, position: Fraction) -> Fraction:
    """Return the limit of an amount; at zero the bands of a proportional base may be zero over zero."""
    value = curve.limit(position)
    assert value is not None  # amounts are finite
    return value


def dead_zone_end_and_loss(
    net: AmountByMeasure, at: Fraction
) -> tuple[Fraction | None, Fraction | None] | None:
    """Return the end and the largest loss of the dead zone at `at`; None if the amount kept does not drop there.

    `(None, None)` means that the loss is never recovered. Example on net-net sales, for a rate that rises from r0 to
    r1 on the whole base at T: end = T (1 - r0) / (1 - r1).
    """
    below, above = curves_around(net.pieces, at)
    level = limit(below, at)
    if limit(above, at) >= level:
        return None
    end = _end(net, at, level)
    return end, None if end is None else max(level - value for value in _minima(net.pieces, at, end))


def _end(net: AmountByMeasure, at: Fraction, level: Fraction) -> Fraction | None:
    """Return the lowest position above `at` where the level is kept again."""
    for low, high, curve in _above(net.pieces, at):
        if low > at and (limit(curve, low) >= level or net.at(low) >= level):
            return low
        for zero in zeros((curve - Curve(polynomial([level]), ONE)).over, low, high):
            return zero
    return None


def _above(pieces: Piecewise[Curve], at: Fraction) -> Iterator[tuple[Fraction, Fraction, Curve]]:
    """Yield the pieces above a position, the first one from the position on."""
    for low, high, curve in pieces:
        if high > at:
            yield max(low, at), high, curve


def _minima(pieces: Piecewise[Curve], at: Fraction, end: Fraction) -> Iterator[Fraction]:
    """Yield every value between two positions that may be the lowest: at the ends of pieces and where a curve turns."""
    for low, high, curve in _above(pieces, at):
        top = min(high, end)
        if low < top:
            for position in (low, *zeros(curve.derivative().over, low, top), top):
                yield limit(curve, position)
