"""The course of a metric as one number moves: a quotient of two polynomials on each stretch between bounds.

It is read from the formulas themselves with `ka_terms.calculation.curves`, stretch by stretch: choices are made at a
place in the middle, and the stretch ends where the first of them would come out otherwise. Rounding to the minor unit
is left out, so that a course is within half a minor unit a term of the statement; what is told of a place is therefore
evaluated there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.calculation.costs import Costed, costed, exact_figures
from ka_terms.calculation.curves import Curve, Curves, Polynomial, zeros
from ka_terms.calculation.figures import LAST_YEAR
from ka_terms.model.numbers import LARGEST, Index
from ka_terms.model.scenario import Scenario
from ka_terms.model.terms import Share, TieredTerm

if TYPE_CHECKING:
    from ka_terms.analysis.levers import Lever

X: Polynomial = (Fraction(0), Fraction(1))
"""The number that moves, as a curve of itself."""
Reader = Callable[[Costed[Curve]], Curve]
"""What is followed: a metric, or the difference of a metric and something else."""


class Stretch(NamedTuple):
    """What holds strictly between `low` and `high`; `curve` is None where the metric is n/a."""

    low: Fraction
    high: Fraction
    curve: Curve | None


Course = tuple[Stretch, ...]


class Jump(NamedTuple):
    """A place where the course leaps: the values just before and just behind it."""

    at: Fraction
    before: Fraction
    behind: Fraction


def course(
    scenario: Scenario, moving: Mapping[str, Polynomial], read: Reader, low: Fraction, high: Fraction
) -> Course:
    """The stretches from `low` to `high`, rising, neighbours of one curve joined.

    `moving` gives the leaves that move as polynomials of the number that does; the scenario has to state them
    (`levers.moved`). `read` may raise `KeyError` where the plan cannot give a figure: n/a.
    """
    found: list[Stretch] = []
    pending = [(low, high)]
    while pending:
        start, end = pending.pop()
        stretch = _stretch_around(scenario, moving, read, start, end)
        found.append(stretch)
        pending += [part for part in ((start, stretch.low), (stretch.high, end)) if part[0] < part[1]]
    return tuple(_joined(sorted(found)))


def _stretch_around(
    scenario: Scenario, moving: Mapping[str, Polynomial], read: Reader, low: Fraction, high: Fraction
) -> Stretch:
    """The stretch around a place between `low` and `high` at which no choice is in the balance."""
    at = (low + high) / 2
    while True:
        reading = Curves(moving, at)
        try:
            curve: Curve | None = read(costed(scenario, reading))
        except KeyError:
            curve = None
        turns = sorted({zero for each in reading.deciders for zero in zeros(each, low, high)})
        if at not in turns:
            break
        at = (low + at) / 2
    below = [turn for turn in turns if turn < at]
    above = [turn for turn in turns if turn > at]
    return Stretch(below[-1] if below else low, above[0] if above else high, curve)


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for stretch in stretches:
        if joined and joined[-1].curve == stretch.curve:
            joined[-1] = joined[-1]._replace(high=stretch.high)
        else:
            joined.append(stretch)
    return joined


def metric(name: str) -> Reader:
    """Reads a total, a term or a figure."""
    return lambda costed: quotient(*costed.metric(name))


def quotient(over: Curve, under: Curve | None) -> Curve:
    """`over / under`, or `over` where that is None. Errors: `KeyError` where it is divided by zero throughout."""
    if under is not None and not under.over:
        raise KeyError
    return over if under is None else over / under


def difference(one: Course, other: Course) -> Course:
    """one - other, on the stretches of both; n/a where either is."""
    bounds = sorted({bound for stretch in (*one, *other) for bound in stretch[:2]})
    parts = []
    for low, high in pairwise(bounds):
        first, second = (_within(each, low, high) for each in (one, other))
        parts.append(Stretch(low, high, first - second if first and second else None))
    return tuple(_joined(parts))


def _within(one: Course, low: Fraction, high: Fraction) -> Curve | None:
    return next((each.curve for each in one if each.low <= low and high <= each.high), None)


def levels(one: Course, level: Fraction) -> list[Fraction]:
    """Every place strictly inside a stretch where the course is at the level, rising; none where it stays there."""
    return [
        zero
        for low, high, curve in one
        if curve
        for zero in zeros((curve - Curve((level,) if level else (), (Fraction(1),))).over, low, high)
    ]


def jumps(one: Course) -> list[Jump]:
    """Every bound at which the course leaps."""
    found = []
    for before, behind in pairwise(one):
        at = before.high
        left = before.curve(at) if before.curve else None
        right = behind.curve(at) if behind.curve else None
        if left is not None and right is not None and left != right:
            found.append(Jump(at, left, right))
    return found


def domain(scenario: Scenario, lever: Lever) -> tuple[Decimal, Decimal]:
    """From where to where a lever can go while the scenario stays valid; bounds of tiers stop short of either end."""
    low, high = Decimal(0), Decimal(1) if lever.kind == "rate" else LARGEST
    if lever.term:
        name = lever.path.removeprefix(f"{lever.term}.")
        return _parameter_domain(scenario, lever.term, name, low, high)
    return _figure_domain(scenario, lever.path, low, high)


def _figure_domain(scenario: Scenario, path: str, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    year = LAST_YEAR * path.count(LAST_YEAR)
    path = path.removeprefix(year)
    paths = ("stores.opening", "stores.new", "stores.closed", "sales", "returns")
    opening, new, closed, sales, returns = exact_figures(scenario.plan, *(year + each for each in paths))
    if path == "stores.closed" and opening is not None and new is not None:
        return low, opening + new
    if path in paths[:2] and opening is not None and new is not None and closed is not None:
        return max(low, closed - (new if path == "stores.opening" else opening)), high
    if path == "sales" and returns is not None:
        return returns, high
    if path == "returns" and sales is not None:
        return low, sales
    return low, high


def _parameter_domain(
    scenario: Scenario, key: str, name: str, low: Decimal, high: Decimal
) -> tuple[Decimal, Decimal]:
    term = scenario.terms[key]
    if isinstance(term, TieredTerm) and name.endswith((".from", ".over")):
        at = int(name.split(".")[1]) - 1
        bounds = [tier.bound.value if isinstance(tier.bound, Index) else tier.bound for tier in term.tiers]
        return (bounds[at - 1] if at else low), (bounds[at + 1] if at + 1 < len(bounds) else high)
    if name in ("at_least", "at_most"):
        return _limit_domain(term.at_least, term.at_most, name, low, high)
    return low, high


def _limit_domain(
    least: Decimal | Share | None, most: Decimal | Share | None, name: str, low: Decimal, high: Decimal
) -> tuple[Decimal, Decimal]:
    other = most if name == "at_least" else least
    mine = least if name == "at_least" else most
    if isinstance(mine, Share) and isinstance(other, Share) and mine.of == other.of:
        bound = other.rate
    elif isinstance(mine, Decimal) and isinstance(other, Decimal):
        bound = other
    else:
        return low, high
    return (low, bound) if name == "at_least" else (bound, high)
