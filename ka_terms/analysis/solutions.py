"""Where along a course a condition holds: every solution, why it ends, and the value inside it that is safe to state.

A course is cut at its bounds and wherever it meets the limit. In each part the metric lies on one side of the limit, so
that the condition holds in all of it or nowhere in it. A value to be stated is a multiple of a step, held against the
statement itself: rounding every line to the minor unit may move an end by a hair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import groupby, pairwise
from math import ceil, floor
from typing import NamedTuple

from ka_terms.analysis.course import Course, Jump, jumps, levels
from ka_terms.calculation.curves import zeros

Holds = Callable[[int], bool]
"""Whether a condition holds, by the sign of the metric less the limit."""


class Followed(NamedTuple):
    """A metric as one number moves; n/a is None."""

    course: Course
    at: Callable[[Fraction], Fraction | None]
    """Its value at a place, bounds included, each line unrounded."""
    stated: Callable[[Decimal], Decimal | None]
    """Its value in the statement where the number is this; n/a where no contract can state it."""


class Part(NamedTuple):
    """A place (`low` = `high`), or all that lies strictly between two."""

    low: Fraction
    high: Fraction
    side: int | None
    """The sign of the metric less the limit; None where the metric is n/a."""


class End(NamedTuple):
    """An end of a solution, in exact numbers."""

    at: Fraction
    included: bool
    outermost: bool
    """Whether the range that was looked at ends here; else the metric crosses the limit, or leaps over it."""
    jump: Jump | None
    rounded: Decimal | None = None
    """The outermost multiple of the step that satisfies the condition in the statement; None where there is none."""


class Solution(NamedTuple):
    """An interval in which the condition holds throughout, or a single place."""

    low: End
    high: End

    def distance(self, place: Fraction) -> Fraction:
        """How far a place lies outside; zero inside."""
        return max(self.low.at - place, place - self.high.at, Fraction(0))


class Nearest(NamedTuple):
    """How near the metric comes to a limit that it does not meet."""

    value: Fraction
    at: Fraction
    side: int
    """0 where the value is taken at the place; -1 where it is come near to just before it, 1 just behind it."""


def parts(followed: Followed, limit: Fraction) -> Iterator[Part]:
    """The course cut into places and what lies between them, rising."""
    first = followed.course[0].low
    yield Part(first, first, _side(followed.at(first), limit))
    for stretch in followed.course:
        cuts = [stretch.low, *levels((stretch,), limit), stretch.high]
        for low, high in pairwise(cuts):
            middle = stretch.curve((low + high) / 2) if stretch.curve else None
            yield Part(low, high, _side(middle, limit))
            side = _side(followed.at(high), limit) if high == stretch.high else 0
            yield Part(high, high, side)


def _side(value: Fraction | None, limit: Fraction) -> int | None:
    return None if value is None else (value > limit) - (value < limit)


def solutions(followed: Followed, limit: Fraction, holds: Holds) -> list[Solution]:
    """Every interval and place where the condition holds, rising."""
    leaps = _leaps(followed)
    first, last = followed.course[0].low, followed.course[-1].high
    found = []
    runs = groupby(parts(followed, limit), lambda part: part.side is not None and holds(part.side))
    for run in (list(run) for holding, run in runs if holding):
        low, high = run[0].low, run[-1].high
        has_low, has_high = low == run[0].high, run[-1].low == high
        below = End(low, has_low, low == first and (has_low or low not in leaps), leaps.get(low))
        above = End(high, has_high, high == last and (has_high or high not in leaps), leaps.get(high))
        found.append(Solution(below, above))
    return found


def leaps_across(followed: Followed, limit: Fraction) -> list[Jump]:
    """Every jump from one side of the limit to the other that does not land on it."""
    leaps, cut = _leaps(followed), list(parts(followed, limit))
    found = []
    for position, place in enumerate(cut):
        if place.low == place.high in leaps and place.side:
            before, behind = cut[max(position - 1, 0)], cut[min(position + 1, len(cut) - 1)]
            found += [leaps[place.low]] if (before.side or 0) * (behind.side or 0) < 0 else []
    return found


def _leaps(followed: Followed) -> dict[Fraction, Jump]:
    """Every jump by its place; also those that only the very end of the range shows."""
    found = {jump.at: jump for jump in jumps(followed.course)}
    for stretch, at in (
        (followed.course[0], followed.course[0].low),
        (followed.course[-1], followed.course[-1].high),
    ):
        there, near = followed.at(at), stretch.curve(at) if stretch.curve else None
        if there is not None and near is not None and there != near:
            found[at] = Jump(at, *((there, near) if at == followed.course[0].low else (near, there)))
    return found


def nearest(followed: Followed, limit: Fraction, today: Fraction) -> Nearest | None:
    """The value of the course nearest to the limit; of equal ones one that is reached, and then nearest to today's.

    A stretch comes nearest at an end or where it turns: at a zero of the numerator of its derivative.
    """
    found = list(_turns(followed, today))
    return min(
        found, key=lambda each: (abs(each.value - limit), abs(each.side), abs(each.at - today)), default=None
    )


def _turns(followed: Followed, today: Fraction) -> Iterator[Nearest]:
    for low, high, curve in followed.course:
        if curve is None:
            continue
        inside = [*zeros(curve.slope(), low, high), *([today] if low < today < high else [])]
        for at, side in ((low, 1), *((place, 0) for place in inside), (high, -1)):
            value = curve(at)
            if value is not None:
                yield Nearest(value, at, 0 if followed.at(at) == value else side)
    for at in {bound for stretch in followed.course for bound in stretch[:2]}:
        value = followed.at(at)
        if value is not None:
            yield Nearest(value, at, 0)


def with_rounded(one: Solution, step: Decimal, satisfies: Callable[[Decimal], bool]) -> Solution:
    """The solution with the outermost multiple of the step at either end for which the statement satisfies.

    Where amounts round at an end, it is looked for further inside, in strides that double, and then back between the
    last two.
    """
    size = Fraction(step)
    first, last = ceil(one.low.at / size), floor(one.high.at / size)

    def multiple(at: int) -> Decimal:
        return at * step

    upwards = _least(lambda offset: satisfies(multiple(first + offset)), last - first)
    downwards = _least(lambda offset: satisfies(multiple(last - offset)), last - first)
    return Solution(
        one.low._replace(rounded=None if upwards is None else multiple(first + upwards)),
        one.high._replace(rounded=None if downwards is None else multiple(last - downwards)),
    )


def _least(satisfied: Callable[[int], bool], most: int) -> int | None:
    """An offset from 0 to `most` that satisfies while the one before it does not; None if none is found."""
    failed, offset = -1, 0
    while offset <= most and not satisfied(offset):
        failed, offset = offset, min(2 * offset, most) if 0 < offset < most else offset + 1
    if offset > most:
        return None
    while offset - failed > 1:
        middle = (failed + offset) // 2
        failed, offset = (failed, middle) if satisfied(middle) else (middle, offset)
    return offset


def near(place: Fraction, step: Decimal, error: Callable[[Decimal], Decimal | None]) -> Decimal | None:
    """Of the two multiples of the step around a place, the one whose statement errs least; None where both are n/a."""
    below = floor(place / Fraction(step))
    errors = [(found, at * step) for at in (below, below + 1) if (found := error(at * step)) is not None]
    return min(errors, default=(None, None))[1]
