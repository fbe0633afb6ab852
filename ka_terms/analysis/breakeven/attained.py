"""What can be stated of a solution: its outermost multiples of the step, or that it has none.

The course leaves lines unrounded, so that near an end the statement may satisfy a little further out, or not yet. From
the multiple next to an end the last one is looked for that satisfies, while one step further out does not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from ka_terms.analysis.breakeven.intervals import End, Section, Solution
from ka_terms.analysis.breakeven.steps import AROUND, Gap, Neighbour, Steps
from ka_terms.model.numbers.number import LARGEST

_FURTHEST = 2**24
"""Multiples on either side within which rounding has brought the metric to the other side of the limit."""
_TURNS = 16
"""Places that only come near, of which the nearest are held against the statement."""


class Missed(NamedTuple):
    """A place at which the metric meets the limit, or a range in which the rule holds, without a value to state."""

    low: Fraction
    high: Fraction
    below: Neighbour | None
    """The nearest value on this side; None where the range has none."""
    above: Neighbour | None


def joined(found: Sequence[Solution], steps: Steps) -> list[Solution]:
    """The solutions, those joined that no value to be stated keeps apart."""
    whole: list[Solution] = []
    for one in found:
        if not whole or not _is_bridged(Gap(steps.above(whole[-1].high), steps.below(one.low)), steps):
            whole.append(one)
        elif not (_is_met(whole[-1], steps) and _is_met(one, steps)):
            whole[-1] = Solution(whole[-1].low, one.high)
        elif steps.condition.is_near_enough:
            whole.append(one)
    return whole


def _is_met(one: Solution, steps: Steps) -> bool:
    """Whether it is a place at which an equation is met; values around it may round to the same amount."""
    return steps.condition.rule.operator == "==" and one.low.at == one.high.at


def _is_bridged(gap: Gap, steps: Steps) -> bool:
    return steps.condition.is_stepped if gap.is_empty else steps.worst(gap) is None


def with_values(found: Sequence[Solution], steps: Steps) -> list[Solution]:
    """The solutions with the values to state at their ends, each looked for between its neighbours."""
    valued = []
    for at, one in enumerate(found):
        least = steps.above(found[at - 1].high) if at else steps.range.low
        most = steps.below(found[at + 1].low) if at + 1 < len(found) else steps.range.high
        valued.append(_with_values(one, Gap(least, most), steps))
    return valued


def _with_values(one: Solution, room: Gap, steps: Steps) -> Solution:
    first, last = steps.below(one.low) + 1, steps.above(one.high) - 1
    if first > last:  # none lies inside, but the statement may satisfy next to it
        near = [at for at in (last, first) if room.low <= at <= room.high and steps.holds(at)]
        if not near:
            return one
        first, last = near[0], near[-1]
    return Solution(
        _with_value(one.low, (first, last), 1, Gap(room.low, first - 1), steps),
        _with_value(one.high, (last, first), -1, Gap(last + 1, room.high), steps),
    )


def _with_value(end: End, inside: tuple[int, int], way: int, gap: Gap, steps: Steps) -> End:
    """An end with its value: `inside` are the multiples from it to the other end, `gap` those outside of it."""
    start = inside[0]
    offset = least(lambda at: steps.holds(start + way * at), abs(inside[1] - start))
    if offset != 0 and end.at < LARGEST and steps.metric(start) is not None:
        # Rounded lines end it sooner than the range does.
        end = end._replace(outermost=False)
    if offset is None:
        return end
    at = start + way * offset
    if not offset and not end.outermost and not gap.is_empty:
        worst = steps.worst(gap)
        if worst is None:
            span = steps.condition.span
            place, at = (span.low, gap.low) if way > 0 else (span.high, gap.high)
            end = End(Fraction(place), span.with_low if way > 0 else span.with_high, True, None)
        else:
            at = steps.last(start, -way, worst)
    return end._replace(rounded=steps.value(at), measured=steps.metric(at))


class Undecided(NamedTuple):
    """A range in which the metric lies on the limit before rounding, and rounded lines decide at each value."""

    low: Fraction
    high: Fraction
    kept: Neighbour
    """A value at which the rule holds."""
    broken: Neighbour
    """One at which it does not."""


def undecided(flat: Sequence[Section], steps: Steps, today: Fraction) -> list[Undecided]:
    """The ranges on the limit in which both was found, with the values nearest to today's."""
    found = []
    for part in flat:
        places = sorted(set(_samples(part, steps, today)), key=lambda at: abs(at * steps.size - today))
        kept = next((at for at in places if steps.holds(at)), None)
        lost = next((at for at in places if steps.metric(at) is not None and not steps.holds(at)), None)
        holds, breaks = (at if at is None else steps.neighbour(at) for at in (kept, lost))
        if holds and breaks:
            found.append(Undecided(part.low, part.high, holds, breaks))
    return found


def _samples(part: Section, steps: Steps, today: Fraction) -> Iterator[int]:
    """Multiples all over a range: those around today's and next to either end one by one, and some between."""
    first = max(ceil(part.low / steps.size), steps.range.low)
    last = min(floor(part.high / steps.size), steps.range.high)
    stride = max((last - first) // AROUND, 1)
    now = floor(today / steps.size)
    yield from range(max(now - AROUND, first), min(now + AROUND, last) + 1)
    yield from range(first, min(first + AROUND, last) + 1)
    yield from range(max(last - AROUND, first), last + 1)
    yield from range(first, last + 1, stride)


def with_kept(found: Sequence[Solution], ranges: Sequence[Undecided]) -> list[Solution]:
    """The solutions, and of each range on the limit that lies in none of them a value that keeps the rule."""
    whole = list(found)
    for low, high, kept, _ in ranges:
        if not any((one.low.at < high and low < one.high.at) or _states(one, kept.value) for one in found):
            end = End(Fraction(kept.value), True, False, None, kept.value, kept.metric)
            whole.append(Solution(end, end))
    return sorted(whole, key=lambda one: one.low.at)


def _states(one: Solution, value: Decimal) -> bool:
    """Whether a value lies between those stated at the ends of a solution."""
    low, high = one.low.rounded, one.high.rounded
    return low is not None and high is not None and low <= value <= high


def broken(found: Sequence[Solution], ranges: Sequence[Undecided], steps: Steps) -> Neighbour | None:
    """A multiple next to an end inside a solution at which rounded lines break the rule; None where none was found, or
    none that shows in the digits that are told. Of `ranges` it is known that they do.
    """
    for one in found:
        known = any(low <= end.at <= high for end in one for low, high, *_ in ranges)
        if known or one.low.rounded is None or one.high.rounded is None:
            continue
        first, last = (int(value / steps.condition.step) for value in (one.low.rounded, one.high.rounded))
        places = (
            at
            for start in (first, last - AROUND)
            for at in range(start, start + AROUND + 1)
            if first < at < last
        )
        if (at := next((at for at in places if not steps.holds(at) and steps.side(at)), None)) is not None:
            return steps.neighbour(at)
    return None


def least(satisfied: Callable[[int], bool], most: int) -> int | None:
    """An offset from 0 to `most` that satisfies while the one before it does not; None if none is found.

    One by one at first, since amounts round past each other, then in strides that double, and back between two.
    """
    failed, offset = -1, 0
    while offset <= most and not satisfied(offset):
        failed, offset = offset, min(2 * offset, most) if AROUND < offset < most else offset + 1
    if offset > most:
        return None
    while offset - failed > 1:
        middle = (failed + offset) // 2
        failed, offset = (failed, middle) if satisfied(middle) else (middle, offset)
    return offset


def meeting(one: Solution, steps: Steps) -> Solution | Missed:
    """The place at which an equation is met, with the value to state; or the values on either side that miss it.

    A share or an average is hardly ever met exactly, nor are two contracts the same: the value that errs least stands.
    """
    place, condition = one.low.at / steps.size, steps.condition
    around = [at for at in dict.fromkeys((floor(place), ceil(place))) if steps.metric(at) is not None]
    hits = [at for at in around if steps.side(at) == 0]
    if condition.is_near_enough:
        hits = sorted(around, key=lambda at: (steps.error(at), abs(at - place)))[:1]
    elif not hits and not condition.is_divided:
        hits = [hit for at in around for way in (-1, 1) if (hit := _hit(at, way, steps)) is not None]
    if not hits:
        return missed(one, steps)
    hit = min(hits, key=lambda at: abs(at - place))
    value, metric = steps.value(hit), steps.metric(hit)
    return Solution(*(end._replace(rounded=value, measured=metric) for end in one))


def _hit(start: int, way: int, steps: Steps) -> int | None:
    """The nearest multiple on one side at which rounded lines add up to the limit, as long as they are about it."""
    side, good, stride = steps.side(start), start, 1
    while stride <= _FURTHEST and steps.is_about(at := start + way * stride):
        if steps.side(at) != side:
            at = steps.last(good, way, at, lambda middle: steps.side(middle) == side) + way
            return None if steps.side(at) else at
        good, stride = at, stride + 1 if stride < AROUND else 2 * stride
    return None


def missed(one: Solution, steps: Steps) -> Missed:
    """A solution without a value, with the nearest values on either side."""
    below, above = floor(one.low.at / steps.size), ceil(one.high.at / steps.size)
    return Missed(one.low.at, one.high.at, steps.neighbour(below), steps.neighbour(max(above, below + 1)))


def with_islands(found: Sequence[Solution], steps: Steps) -> list[Solution]:
    """The solutions, and places apart from them where the metric only comes near, but rounded lines satisfy."""
    whole = list(found)
    for turn in sorted(steps.turns, key=lambda turn: turn.off(steps.limit))[:_TURNS]:
        place = turn.at / steps.size
        for at in (floor(place), ceil(place)):
            end = End(Fraction(steps.value(at)), True, False, None)
            index = bisect_left(whole, end.at, key=lambda one: one.low.at)
            if steps.holds(at) and not _is_next_to(whole[max(index - 1, 0) : index + 1], at, steps):
                whole.insert(index, Solution(end, end))
    return whole


def _is_next_to(near: Sequence[Solution], at: int, steps: Steps) -> bool:
    """Whether a multiple lies in one of the solutions, or nothing that does not satisfy lies between."""
    gaps = (
        Gap(steps.above(one.high), at - 1)
        if one.low.at < at * steps.size
        else Gap(at + 1, steps.below(one.low))
        for one in near
    )
    return any(gap.is_empty or steps.worst(gap) is None for gap in gaps)
