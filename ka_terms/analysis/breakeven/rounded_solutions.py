"""Solutions rounded to multiples of the step, which are the values that can be stated.

A solution is exact for lines that are not rounded, so that near its ends the statement may meet the rule a little
further out, or not yet. Each end gets the last multiple whose statement meets the rule while the next one does not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from ka_terms.analysis.breakeven.intervals import End, Solution
from ka_terms.analysis.breakeven.multiples import AROUND, IndexRange, Multiples, StatedValue, next_offset
from ka_terms.model.numbers.number import LARGEST

_FARTHEST = 2**24
"""The largest number of multiples by which rounding is assumed to move the position where a metric meets the limit."""
_MOST_EXTREMA = 16
"""How many extrema are checked by their statement, those closest to the limit."""


class SolutionWithoutValue(NamedTuple):
    """A solution that contains no value that can be stated, between the nearest values on either side."""

    low: Fraction
    high: Fraction
    below: StatedValue | None
    """None where the range has no value on this side."""
    above: StatedValue | None

    def ends(self) -> Solution:
        """Return the range as a solution whose ends have the nearest values beyond them."""
        below, above = self.below or (None, None), self.above or (None, None)
        return Solution(End(self.low, False, False, None, *below), End(self.high, False, False, None, *above))


def merged(solutions: Sequence[Solution], multiples: Multiples) -> list[Solution]:
    """Merge neighbouring solutions with no value between them that breaks the rule."""
    whole: list[Solution] = []
    for solution in solutions:
        if not whole or not _is_bridged(whole[-1], solution, multiples):
            whole.append(solution)
        elif not (_is_equality(whole[-1], multiples) and _is_equality(solution, multiples)):
            whole[-1] = Solution(whole[-1].low, solution.high)
        elif multiples.condition.is_near_enough:
            whole.append(solution)
    return whole


def _is_equality(solution: Solution, multiples: Multiples) -> bool:
    """Check for a single position that meets an equation; values around it may round to the same amount."""
    return multiples.condition.rule.operator == "==" and solution.low.at == solution.high.at


def _is_bridged(lower: Solution, upper: Solution, multiples: Multiples) -> bool:
    gap = IndexRange(multiples.first_above(lower.high), multiples.last_below(upper.low))
    return multiples.condition.is_stepped if gap.is_empty else multiples.failing(gap) is None


def with_values(solutions: Sequence[Solution], multiples: Multiples) -> list[Solution]:
    """Return the solutions with rounded ends, which stay between the neighbouring solutions."""
    valued = []
    for index, solution in enumerate(solutions):
        first = multiples.first_above(solutions[index - 1].high) if index else multiples.range.low
        is_last = index + 1 == len(solutions)
        last = multiples.range.high if is_last else multiples.last_below(solutions[index + 1].low)
        valued.append(_with_values(solution, IndexRange(first, last), multiples))
    return valued


def _with_values(solution: Solution, room: IndexRange, multiples: Multiples) -> Solution:
    first, last = multiples.last_below(solution.low) + 1, multiples.first_above(solution.high) - 1
    if first > last:  # no multiple lies inside, but the statement of one next to it may meet the rule
        near = [index for index in (last, first) if room.low <= index <= room.high and multiples.holds(index)]
        if not near:
            return solution
        first, last = near[0], near[-1]
    below, above = IndexRange(room.low, first - 1), IndexRange(last + 1, room.high)
    return Solution(
        _with_value(solution.low, (first, last), 1, below, multiples),
        _with_value(solution.high, (last, first), -1, above, multiples),
    )


def _with_value(
    end: End, inside: tuple[int, int], direction: int, outside: IndexRange, multiples: Multiples
) -> End:
    """Return an end with its rounded value.

    `inside` are the multiples from this end to the other, `outside` those beyond this end, `direction` leads inside.
    """
    start = inside[0]
    offset = first_offset(lambda offset: multiples.holds(start + direction * offset), abs(inside[1] - start))
    if offset != 0 and end.at < LARGEST and multiples.metric(start) is not None:
        # Rounded lines end the solution before the range ends.
        end = end._replace(outermost=False)
    if offset is None:
        return end
    index = start + direction * offset
    if not offset and not end.outermost and not outside.is_empty:
        failing = multiples.failing(outside)
        if failing is None:
            span = multiples.condition.span
            at, index = (span.low, outside.low) if direction > 0 else (span.high, outside.high)
            end = End(Fraction(at), span.with_low if direction > 0 else span.with_high, True, None)
        else:
            index = multiples.last(start, -direction, failing)
    return end._replace(rounded=multiples.value(index), metric=multiples.metric(index))


def first_offset(satisfies: Callable[[int], bool], most: int) -> int | None:
    """Return an offset from 0 to `most` that satisfies while the one before does not; None if none is found.

    The first offsets are checked one by one, because rounding may let the metric go back and forth; then in strides
    that double, then by bisection.
    """
    failed, offset = -1, 0
    while offset <= most and not satisfies(offset):
        failed, offset = offset, min(2 * offset, most) if AROUND < offset < most else offset + 1
    if offset > most:
        return None
    while offset - failed > 1:
        middle = (failed + offset) // 2
        failed, offset = (failed, middle) if satisfies(middle) else (middle, offset)
    return offset


# ---------------------------------------------------------------- equations


def equation_solution(solution: Solution, multiples: Multiples) -> Solution | SolutionWithoutValue:
    """Return the position that meets an equation with its rounded value, if there is one.

    A ratio or an average is almost never met exactly, nor are two contracts equal: there the value with the smallest
    error counts.
    """
    position, condition = solution.low.at / multiples.step, multiples.condition
    beside = dict.fromkeys((floor(position), ceil(position)))
    around = [index for index in beside if multiples.metric(index) is not None]
    hits = [index for index in around if multiples.side(index) == 0]
    if condition.is_near_enough:
        hits = sorted(around, key=lambda index: (multiples.error(index), abs(index - position)))[:1]
    elif not hits and not condition.is_divided:
        searches = (_nearest_hit(index, direction, multiples) for index in around for direction in (-1, 1))
        hits = [hit for hit in searches if hit is not None]
    if not hits:
        return without_value(solution, multiples)
    hit = min(hits, key=lambda index: abs(index - position))
    value, metric = multiples.value(hit), multiples.metric(hit)
    return Solution(*(end._replace(rounded=value, metric=metric) for end in solution))


def _nearest_hit(start: int, direction: int, multiples: Multiples) -> int | None:
    """Return the nearest multiple in a direction whose rounded lines add up to the limit; None if none is found.

    The search ends where rounding can no longer explain the distance from the limit.
    """
    side, good, stride = multiples.side(start), start, 1
    while stride <= _FARTHEST and multiples.may_round_to_limit(index := start + direction * stride):
        if multiples.side(index) != side:
            last = multiples.last(good, direction, index, lambda middle: multiples.side(middle) == side)
            return None if multiples.side(last + direction) else last + direction
        good, stride = index, next_offset(stride)
    return None


def without_value(solution: Solution, multiples: Multiples) -> SolutionWithoutValue:
    """Return a solution without a value, with the nearest values on either side."""
    below, above = floor(solution.low.at / multiples.step), ceil(solution.high.at / multiples.step)
    neighbours = multiples.stated(below), multiples.stated(max(above, below + 1))
    return SolutionWithoutValue(solution.low.at, solution.high.at, *neighbours)


def with_isolated_values(solutions: Sequence[Solution], multiples: Multiples) -> list[Solution]:
    """Add the multiples near an extremum that lie apart from all solutions, but meet the rule with rounded lines."""
    whole = list(solutions)
    closest_first = sorted(multiples.extrema, key=lambda extremum: extremum.distance(multiples.limit))
    for extremum in closest_first[:_MOST_EXTREMA]:
        position = extremum.at / multiples.step
        for index in (floor(position), ceil(position)):
            end = End(Fraction(multiples.value(index)), True, False, None)
            place = bisect_left(whole, end.at, key=lambda solution: solution.low.at)
            neighbours = whole[max(place - 1, 0) : place + 1]
            if multiples.holds(index) and not _is_connected(neighbours, index, multiples):
                whole.insert(place, Solution(end, end))
    return whole


def _is_connected(neighbours: Sequence[Solution], index: int, multiples: Multiples) -> bool:
    """Check whether a multiple lies in a solution, or no multiple between them breaks the rule."""
    gaps = (
        IndexRange(multiples.first_above(solution.high), index - 1)
        if solution.low.at < index * multiples.step
        else IndexRange(index + 1, multiples.last_below(solution.low))
        for solution in neighbours
    )
    return any(gap.is_empty or multiples.failing(gap) is None for gap in gaps)
