"""What a number would have to be for a condition to hold, or for two contracts to cost the same: exactly.

Between bounds every metric is a quotient of polynomials in the number that moves, so that the place where it meets a
limit is computed, not searched for; at a bound itself the formulas are read there. What is stated is then held against
the statement. See `course`, `solutions` and `attained`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from ka_terms.analysis.breakeven.attained import (
    Missed,
    Undecided,
    broken,
    joined,
    meeting,
    missed,
    undecided,
    with_islands,
    with_kept,
    with_values,
)
from ka_terms.analysis.breakeven.condition import Condition
from ka_terms.analysis.breakeven.intervals import (
    MetricProfile,
    Section,
    Solution,
    leaps_across,
    parts,
    solutions,
)
from ka_terms.analysis.breakeven.metric_profile import metric_profile
from ka_terms.analysis.breakeven.nearest import Nearest, nearest, turns
from ka_terms.analysis.breakeven.steps import Neighbour, Steps
from ka_terms.analysis.guardrail import OPERATORS, Guardrail
from ka_terms.analysis.piecewise.piecewise import Jump
from ka_terms.calculation.readings.exact import decimal_of
from ka_terms.model.numbers.number import LARGEST

_ZERO = Decimal(0)


class Solved(NamedTuple):
    """The answer: every solution, rising, and the one to state."""

    condition: Condition
    solutions: tuple[Solution, ...]
    best: int | None
    """Which solution holds the answer, the nearest to today's value; None where no value can be stated."""
    answer: Decimal | None
    """The value of the input to state; None where there is none, or where the rule holds everywhere."""
    missed: tuple[Missed, ...]
    """Where it would hold if only the input took such values."""
    jumps: tuple[Jump, ...]
    """Where the metric leaps across the limit, none of whose values it takes there."""
    nearest: Nearest | None
    """Without a solution, how near the metric comes; None where it is n/a throughout."""
    parts: tuple[Section, ...]
    """On which side of the limit the metric lies, from end to end."""
    undecided: tuple[Undecided, ...]
    """Where the metric lies on the limit before rounding, and rounded lines keep the rule here and break it there."""
    broken: Neighbour | None
    """A value next to an end inside a solution at which rounded lines break the rule; None where none was found."""

    @property
    def holds_everywhere(self) -> bool:
        """Whether the rule holds in the whole range."""
        return len(self.solutions) == 1 and all(end.outermost for end in self.solutions[0])

    @property
    def is_attained(self) -> bool:
        """Whether there is a value at which the rule holds."""
        return self.holds_everywhere or self.answer is not None


def solve(condition: Condition) -> Solved:
    """Every value of the input for which the rule holds.

    With two contracts, the first one's metric less the second's takes the place of the metric.
    """
    rule, limit, today = condition.rule, Fraction(condition.rule.limit), Fraction(condition.input.value)
    along = metric_profile(condition)
    steps = Steps(condition, along, tuple(turns(along)))
    sides = tuple(parts(along, limit))
    on_limit = [part for part in sides if part.side == 0 and part.low < part.high]
    ranges = undecided(on_limit, steps, today)
    raw = with_islands(joined(solutions(along, limit, _holds(rule)), steps), steps)
    found, lacking = _valued(raw, steps)
    found = with_kept(found, ranges)
    across = tuple(_past(leaps_across(along, limit), along, limit)) if rule.operator == "==" else ()
    told = tuple(_told(one, along, condition) for one in found)
    best, answer = _chosen(told, today)
    return Solved(
        condition,
        told,
        best,
        answer,
        (*lacking, *(_leapt(jump, steps) for jump in across if condition.input.kind == "count")),
        tuple(jump for each in across if (jump := _paid(each, along, condition))),
        None if found else _nearest(along, steps, today),
        sides,
        tuple(ranges),
        broken(found, ranges, steps),
    )


def _holds(rule: Guardrail) -> Callable[[int], bool]:
    return lambda side: OPERATORS[rule.operator](Decimal(side), _ZERO)


def _valued(raw: Sequence[Solution], steps: Steps) -> tuple[list[Solution], list[Missed]]:
    """The solutions with the values to state, and what no value hits."""
    found: list[Solution] = []
    lacking: list[Missed] = []
    condition = steps.condition
    for plain, valued in zip(raw, with_values(raw, steps), strict=True):
        one: Solution | Missed = valued
        if condition.rule.operator == "==" and plain.low.at == plain.high.at:
            one = meeting(plain, steps)
        elif condition.input.kind == "count" and condition.is_stepped and valued.low.rounded is None:
            one = missed(plain, steps)
        if isinstance(one, Missed):
            lacking.append(one)
        else:
            found.append(one)
    return found, lacking


def _past(leaps: Sequence[Jump], along: MetricProfile, limit: Fraction) -> Iterator[Jump]:
    """The jumps across the limit that do not land on it when lines are rounded."""
    for jump in leaps:
        if limit not in _beside(jump, along):
            yield jump


def _leapt(jump: Jump, steps: Steps) -> Missed:
    """A jump across the limit as the whole numbers on either side of it."""
    above = ceil(jump.at / steps.size)
    belongs_below = jump.at == above * steps.size and steps.side(above) == (
        1 if jump.before > steps.limit else -1
    )
    above += belongs_below
    return Missed(jump.at, jump.at, steps.neighbour(above - 1), steps.neighbour(above))


def _told(one: Solution, along: MetricProfile, condition: Condition) -> Solution:
    """The solution with jumps as the statement has them, and whether its ends are exact in it."""
    ends = []
    for end in one:
        jump = end.jump and _paid(end.jump, along, condition)
        value = None if end.outermost else along.paid(end.at, 0)
        meets = value is not None and condition.shown(decimal_of(value)) == condition.rule.limit
        # The largest number there is says nothing about the contract.
        rounded, metric = (None, None) if end.at == LARGEST else (end.rounded, end.measured)
        ends.append(end._replace(jump=jump, meets=meets, rounded=rounded, measured=metric))
    return Solution(*ends)


def _paid(jump: Jump, along: MetricProfile, condition: Condition) -> Jump | None:
    """A jump with its lines rounded; None where its ends do not differ in the digits that are shown."""
    before, behind = _beside(jump, along)
    shown = [condition.shown(decimal_of(value)) for value in (before, behind)]
    return None if shown[0] == shown[1] else Jump(jump.at, before, behind)


def _beside(jump: Jump, along: MetricProfile) -> tuple[Fraction, Fraction]:
    """The metric with its lines rounded before a jump and behind it."""
    low, high = along.course[0].low, along.course[-1].high
    first, second = jump.sides(along.plain_at(jump.at))
    before = along.paid(jump.at, 0 if jump.at == low else first)
    behind = along.paid(jump.at, 0 if jump.at == high else second)
    assert before is not None
    assert behind is not None  # a jump is told of two values
    return before, behind


def _nearest(along: MetricProfile, steps: Steps, today: Fraction) -> Nearest | None:
    """How near the metric comes, with its lines rounded; where the input is counted, at a whole number."""
    if steps.condition.input.kind == "count":
        places = {way(turn.at / steps.size) for turn in turns(along, today) for way in (floor, ceil)}
        values = ((at, metric) for at in places if (metric := steps.metric(at)) is not None)
        whole = [Nearest(Fraction(metric), at * steps.size, 0) for at, metric in values]
        if whole:
            return min(whole, key=lambda each: (each.off(steps.limit), abs(each.at - today)))
    found = nearest(along, steps.limit, today)
    value = found and along.paid(found.at, found.side)
    return found if found is None or value is None else found._replace(value=value)


def _chosen(found: Sequence[Solution], today: Fraction) -> tuple[int | None, Decimal | None]:
    """The solution nearest to today's value, and of its ends the nearest at which the rule begins to hold."""
    order = sorted(range(len(found)), key=lambda at: found[at].distance(today))
    for at in order:
        ends = [end for end in found[at] if not end.outermost and end.rounded is not None]
        if ends:
            values = [end.rounded for end in ends if end.rounded is not None]
            return at, min(values, key=lambda value: abs(Fraction(value) - today))
    return None, None
