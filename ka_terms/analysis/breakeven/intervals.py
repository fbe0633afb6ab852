"""Where along a course a condition holds: every solution, and why it ends.

A course is cut at its bounds and wherever it meets the limit. In each part the metric lies on one side of the limit, so
that the condition holds in all of it or nowhere in it. What can be stated of that is another question: see `attained`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import groupby, pairwise
from typing import NamedTuple

from ka_terms.analysis.piecewise.piecewise import Jump, Piecewise, jumps, levels

Holds = Callable[[int], bool]
"""Whether a condition holds, by the sign of the metric less the limit."""


class MetricProfile(NamedTuple):
    """A metric as one number moves; n/a is None."""

    course: Piecewise
    """No line rounded; where the contract stands still, what its statement says."""
    plain: Piecewise
    """No line rounded anywhere."""
    at: Callable[[Fraction], Fraction | None]
    """Its value at a place, bounds included, as in `course`."""
    plain_at: Callable[[Fraction], Fraction | None]
    """The same as in `plain`."""
    stated: Callable[[Decimal], Decimal | None]
    """Its value in the statement where the number is this; n/a where no contract can state it."""
    paid: Callable[[Fraction, int], Fraction | None]
    """Its value with rounded lines at any place, just before it (-1) or just behind it (1)."""


class Section(NamedTuple):
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
    """The multiple of the step to state: the statement satisfies there, and a step further out it does not."""
    measured: Decimal | None = None
    """The metric in the statement there."""
    meets: bool = False
    """Whether the metric with its rounded lines is the limit right at the end."""


class Solution(NamedTuple):
    """An interval in which the condition holds throughout, or a single place."""

    low: End
    high: End

    def distance(self, place: Fraction) -> Fraction:
        """How far a place lies outside; zero inside."""
        return max(self.low.at - place, place - self.high.at, Fraction(0))


def parts(profile: MetricProfile, limit: Fraction) -> Iterator[Section]:
    """The course cut into places and what lies between them, rising."""
    first = profile.course[0].low
    yield Section(first, first, _side(profile.at(first), limit))
    for stretch in profile.course:
        cuts = [stretch.low, *levels((stretch,), limit), stretch.high]
        for low, high in pairwise(cuts):
            middle = stretch.curve((low + high) / 2) if stretch.curve else None
            yield Section(low, high, _side(middle, limit))
            side = _side(profile.at(high), limit) if high == stretch.high else 0
            yield Section(high, high, side)


def _side(value: Fraction | None, limit: Fraction) -> int | None:
    return None if value is None else (value > limit) - (value < limit)


def solutions(profile: MetricProfile, limit: Fraction, holds: Holds) -> list[Solution]:
    """Every interval and place where the condition holds, rising."""
    leaps = _leaps(profile)
    first, last = profile.course[0].low, profile.course[-1].high
    found = []
    runs = groupby(parts(profile, limit), lambda part: part.side is not None and holds(part.side))
    for run in (list(run) for holding, run in runs if holding):
        low, high = run[0].low, run[-1].high
        has_low, has_high = low == run[0].high, run[-1].low == high
        below = End(low, has_low, low == first and (has_low or low not in leaps), leaps.get(low))
        above = End(high, has_high, high == last and (has_high or high not in leaps), leaps.get(high))
        found.append(Solution(below, above))
    return found


def leaps_across(profile: MetricProfile, limit: Fraction) -> list[Jump]:
    """Every jump from one side of the limit to the other that does not land on it."""
    leaps, cut = _leaps(profile), list(parts(profile, limit))
    found = []
    for position, place in enumerate(cut):
        if place.low == place.high in leaps and place.side:
            before, behind = cut[max(position - 1, 0)], cut[min(position + 1, len(cut) - 1)]
            found += [leaps[place.low]] if (before.side or 0) * (behind.side or 0) < 0 else []
    return found


def _leaps(profile: MetricProfile) -> dict[Fraction, Jump]:
    """Every jump by its place; also those that only the very end of the range shows."""
    found = {jump.at: jump for jump in jumps(profile.plain)}
    for stretch, at in (
        (profile.course[0], profile.course[0].low),
        (profile.course[-1], profile.course[-1].high),
    ):
        there, near = profile.at(at), stretch.curve(at) if stretch.curve else None
        if there is not None and near is not None and there != near:
            found[at] = Jump(at, *((there, near) if at == profile.course[0].low else (near, there)))
    return found
