"""What a tiered term leaves of our sales as the figure it measures moves: where that drops, where it is earned back.

All places are in units of the figure measured. Only what stands in `Motion.moving` moves; everything else of the plan
stays as it is. Like every course, these leave out rounding to the minor unit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ka_terms.analysis.piecewise.piecewise import ChangingContract, Piecewise, Reader, X
from ka_terms.calculation.figures import Figures
from ka_terms.calculation.formulas.tiers import quantity
from ka_terms.calculation.readings.curves import ONE, Curve, Curves, Polynomial, polynomial, value_at, zeros
from ka_terms.model.contract.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms import TieredTerm
from ka_terms.model.numbers.number import LARGEST

HIGHEST = Fraction(LARGEST)
"""As far as any plan can go; what is not earned back up to here never is."""


class Motion(NamedTuple):
    """How a plan moves as the figure that a term measures does."""

    moving: Mapping[str, Polynomial]
    money: Polynomial | None
    """What comes in before fees; None where the figure says nothing of it: sales do not follow from it."""
    in_money: bool
    """Whether the figure itself is an amount of money: sales, or what the rate is paid on."""


def motion(plan: Plan, term: TieredTerm) -> Motion:
    """How the plan moves with the measure of a term.

    Sales, and what follows from them, move through sales. Every other figure moves alone, since no plan says that its
    sales follow from a volume, a count or a figure of the user's own: they stand still.
    """
    measured = quantity(term)
    sales = _sales_by(plan, measured)
    if sales:
        return Motion({"sales": sales}, sales, in_money=True)
    return Motion({measured: X}, None, in_money=measured == term.of)


def _sales_by(plan: Plan, path: str) -> Polynomial | None:
    """Sales as they follow from a figure, such as net sales + returns; None where the figure does not hang on them."""
    # Read where sales are as large as can be, since an increment is zero up to last year's.
    over = Figures(plan, Curves({"sales": X}, HIGHEST))(path).over
    if len(over) != 2:
        return None
    rest, slope = over
    return polynomial((-rest / slope, 1 / slope))


class Left(NamedTuple):
    """What fees leave of the money that comes in: all along, and right at any place."""

    course: Piecewise
    right_at: Callable[[Fraction], Fraction]
    """At a bound: it belongs to the stretch before it, to that behind it or, of several terms, to neither."""


def kept(paid: Left, money: Polynomial, share: Fraction) -> Left:
    """A share of the money less the fees: net-net sales at 1, at our margin what is left of that."""
    earned = Curve(polynomial([share * each for each in money]), ONE)
    left = tuple(part._replace(curve=part.curve and earned - part.curve) for part in paid.course)
    return Left(left, lambda place: share * value_at(money, place) - paid.right_at(place))


def followed(scenario: Scenario, moving: Mapping[str, Polynomial], read: Reader, high: Fraction) -> Left:
    """What is read of a contract from zero to `high`."""
    follower = ChangingContract(scenario, moving, Fraction(0), high)

    @cache
    def right_at(place: Fraction) -> Fraction:
        found = follower.at(read, place)
        assert found is not None  # amounts are never n/a
        return found

    return Left(follower.course(read), right_at)


def beside(one: Piecewise, at: Fraction) -> tuple[Curve, Curve]:
    """The curves just short of a place and just beyond it; the place is strictly inside the course."""
    short = next(curve for _, high, curve in one if at <= high)
    beyond = next(curve for _, high, curve in one if at < high)
    assert short is not None  # amounts are never n/a
    assert beyond is not None
    return short, beyond


def value(curve: Curve, at: Fraction) -> Fraction:
    """The value at a place, or what it tends to there: bands in proportion may be zero by zero."""
    found = curve.limit(at)
    assert found is not None  # amounts have bounds
    return found


def recovery(left: Left, at: Fraction) -> tuple[Fraction | None, Fraction | None] | None:
    """Where it gets back to what is left just short of a place, and the most that it is below that on the way.

    Both are None where it never does; None where nothing is lost there. On net-net sales, of a tier that raises the
    rate on the whole from r0 to r1 at T, the first is S* = T (1 - r0) / (1 - r1).
    """
    short, beyond = beside(left.course, at)
    level = value(short, at)
    if value(beyond, at) >= level:
        return None
    end = _reached(left, at, level)
    return end, None if end is None else max(level - each for each in _lows(left.course, at, end))


def _reached(left: Left, at: Fraction, level: Fraction) -> Fraction | None:
    for low, high, curve in _beyond(left.course, at):
        if low > at and (value(curve, low) >= level or left.right_at(low) >= level):
            return low
        for zero in zeros((curve - Curve(polynomial([level]), ONE)).over, low, high):
            return zero
    return None


def _beyond(left: Piecewise, at: Fraction) -> Iterator[tuple[Fraction, Fraction, Curve]]:
    """The stretches beyond a place."""
    for low, high, curve in left:
        if high > at and curve is not None:
            yield max(low, at), high, curve


def _lows(left: Piecewise, at: Fraction, end: Fraction) -> Iterator[Fraction]:
    """Every value between two places that might be the least: at the ends of stretches, and where one turns."""
    for low, high, curve in _beyond(left, at):
        stop = min(high, end)
        if low < stop:
            for place in (low, *zeros(curve.derivative().over, low, stop), stop):
                yield value(curve, place)
