"""Ranges in which the unrounded metric equals the limit, so that rounded lines decide whether the rule is met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from ka_terms.analysis.breakeven.intervals import End, Section, Solution
from ka_terms.analysis.breakeven.multiples import AROUND, Multiples, StatedValue


class UndecidedRange(NamedTuple):
    """A range in which the unrounded metric equals the limit, so that rounded lines decide at each value."""

    low: Fraction
    high: Fraction
    met: StatedValue
    """A value at which the rule is met."""
    broken: StatedValue
    """A value at which the rule is broken."""


def undecided_ranges(
    all_sections: Sequence[Section], multiples: Multiples, current: Fraction
) -> list[UndecidedRange]:
    """Return the ranges on the limit that have both kinds of values, with those nearest to the current input.

    An end at which the metric jumps off the limit is not on it: there no rounding decides.
    """
    on_limit = [section for section in all_sections if section.side == 0]
    positions = {section.low for section in on_limit if section.low == section.high}
    ranges = []
    for section in (section for section in on_limit if section.low < section.high):
        off = {end for end in (section.low, section.high) if end not in positions}
        samples = {
            index for index in _samples(section, multiples, current) if index * multiples.step not in off
        }
        nearest_first = sorted(samples, key=lambda index: abs(index * multiples.step - current))
        met = next((multiples.stated(index) for index in nearest_first if multiples.holds(index)), None)
        broken = next(
            filter(None, (multiples.stated(i) for i in nearest_first if not multiples.holds(i))), None
        )
        if met and broken:
            ranges.append(UndecidedRange(section.low, section.high, met, broken))
    return ranges


def _samples(section: Section, multiples: Multiples, current: Fraction) -> Iterator[int]:
    """Yield multiples all over a range: all near the current input and near both ends, and some between."""
    first = max(ceil(section.low / multiples.step), multiples.range.low)
    last = min(floor(section.high / multiples.step), multiples.range.high)
    stride = max((last - first) // AROUND, 1)
    now = floor(current / multiples.step)
    yield from range(max(now - AROUND, first), min(now + AROUND, last) + 1)
    yield from range(first, min(first + AROUND, last) + 1)
    yield from range(max(last - AROUND, first), last + 1)
    yield from range(first, last + 1, stride)


def with_met_values(solutions: Sequence[Solution], ranges: Sequence[UndecidedRange]) -> list[Solution]:
    """Add the value that meets the rule of each undecided range that has no other solution."""
    whole = list(solutions)
    for low, high, met, _ in ranges:
        if not any(
            (solution.low.at < high and low < solution.high.at) or _contains(solution, met.value)
            for solution in solutions
        ):
            end = End(Fraction(met.value), True, False, None, met.value, met.metric)
            whole.append(Solution(end, end))
    return sorted(whole, key=lambda solution: solution.low.at)


def _contains(solution: Solution, value: Decimal) -> bool:
    """Check whether a value lies between the rounded ends of a solution."""
    low, high = solution.low.rounded, solution.high.rounded
    return low is not None and high is not None and low <= value <= high


def broken_inside(
    solutions: Sequence[Solution], ranges: Sequence[UndecidedRange], multiples: Multiples
) -> StatedValue | None:
    """Return a multiple inside a solution and near its end at which rounded lines visibly break the rule.

    None if none is found. Undecided ranges are skipped, since they are known to have such values.
    """
    for solution in solutions:
        known = any(low <= end.at <= high for end in solution for low, high, *_ in ranges)
        if known or solution.low.rounded is None or solution.high.rounded is None:
            continue
        step = multiples.condition.step
        first, last = (int(value / step) for value in (solution.low.rounded, solution.high.rounded))
        near_ends = (index for start in (first, last - AROUND) for index in range(start, start + AROUND + 1))
        for index in near_ends:
            if first < index < last and not multiples.holds(index) and multiples.side(index):
                return multiples.stated(index)
    return None
