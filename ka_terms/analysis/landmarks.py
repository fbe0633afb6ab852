"""Where something happens along one axis of a sweep: the cliffs of each contract, and where two of them cross."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from ka_terms.analysis.course import Course, X, course, difference, domain, jumps, levels, metric
from ka_terms.analysis.levers import Lever, moved
from ka_terms.model.scenario import Scenario

_DIGITS = Context(prec=28)


class Cliff(NamedTuple):
    """A place where the cost of a term leaps; `jump` is how much more it costs just behind it."""

    scenario: int
    at: Decimal
    term: str
    jump: Decimal


class Crossing(NamedTuple):
    """A place where two contracts change sides on a metric; behind it `above` is the higher one of the two.

    `meets` tells whether they are equal there, or leap past each other.
    """

    above: int
    below: int
    at: Decimal
    meets: bool


def decimal_of(value: Fraction) -> Decimal:
    """The fraction in decimals: exact where that takes no more than 28 digits, else to 28 digits."""
    return _DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))


def cliffs(
    scenarios: Sequence[Scenario], levers: Sequence[Lever], low: Decimal, high: Decimal
) -> list[Cliff]:
    """Every cliff of every contract from `low` to `high`, as the number at each one's lever moves."""
    found = []
    for at, (scenario, lever) in enumerate(zip(scenarios, levers, strict=True)):
        # A little wider than asked, since a leap right at either end is one too.
        margin = (high - low) / 1000
        least, most = domain(scenario, lever)
        ends = max(least, low - margin), min(most, high + margin)
        for term in scenario.terms:
            along = _course(scenario, lever, term, *ends)
            leaps = [(decimal_of(jump.at), decimal_of(jump.behind - jump.before)) for jump in jumps(along)]
            found += [Cliff(at, place, term, leap) for place, leap in leaps if low <= place <= high]
    return sorted(found, key=lambda cliff: (cliff.at, cliff.scenario))


def _course(scenario: Scenario, lever: Lever, name: str, low: Decimal, high: Decimal) -> Course:
    stating = moved(scenario, {lever.path: _between(low, high)})
    return course(stating, {lever.leaf: X}, metric(name), Fraction(low), Fraction(high))


def _between(low: Decimal, high: Decimal) -> Decimal:
    """A value strictly between the two where there is room, so that bounds of tiers still rise; whole if they are."""
    return (low + high) // 2 if high - low >= 2 else low if low == high else (low + high) / 2


def crossings(
    scenarios: Sequence[Scenario], levers: Sequence[Lever], name: str, low: Decimal, high: Decimal
) -> list[Crossing]:
    """Every place strictly between `low` and `high` where two of the contracts change sides on a metric."""
    if low == high:
        return []
    courses = [_course(one, lever, name, low, high) for one, lever in zip(scenarios, levers, strict=True)]
    found = []
    for one, other in combinations(range(len(courses)), 2):
        apart = difference(courses[one], courses[other])
        found += [_crossing(one, other, at, apart) for at in _sides_changed(apart)]
    return sorted(found, key=lambda crossing: crossing.at)


def _sides_changed(apart: Course) -> list[Fraction]:
    """Where the difference changes its sign: at a zero inside a stretch, or between two stretches."""
    places = sorted({*levels(apart, Fraction(0)), *(stretch.high for stretch in apart[:-1])})
    return [at for at in places if (before := _sign(apart, at, -1)) and before * _sign(apart, at, 1) < 0]


def _sign(apart: Course, at: Fraction, side: int) -> int:
    """The sign of the difference close to a place, on one side of it; 0 where it is zero or n/a there."""
    places = sorted({*levels(apart, Fraction(0)), *(end for stretch in apart for end in stretch[:2])})
    position = places.index(at)
    near = (at + places[position + side]) / 2
    stretch = next(each for each in apart if each.low <= near <= each.high)
    value = stretch.curve(near) if stretch.curve else None
    return 0 if not value else 1 if value > 0 else -1


def _crossing(one: int, other: int, at: Fraction, apart: Course) -> Crossing:
    above, below = (one, other) if _sign(apart, at, 1) > 0 else (other, one)
    leaps = any(jump.at == at for jump in jumps(apart))
    return Crossing(above, below, decimal_of(at), not leaps)
