"""The multiples of a step, which are the values of an input that can be stated; each is checked by its statement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import ceil, floor
from typing import NamedTuple

from ka_terms.analysis.breakeven.condition import Condition
from ka_terms.analysis.breakeven.intervals import End
from ka_terms.analysis.breakeven.metric_profile import Extremum, MetricProfile
from ka_terms.analysis.guardrail import OPERATORS
from ka_terms.calculation.readings.exact import exactly

AROUND = 32
"""How many multiples next to an end are checked one by one, because rounding may let the metric go back and forth."""


class StatedValue(NamedTuple):
    """A value of the input, and the metric in its statement."""

    value: Decimal
    metric: Decimal


class IndexRange(NamedTuple):
    """Multiples by index, both ends included."""

    low: int
    high: int

    @property
    def is_empty(self) -> bool:
        return self.low > self.high


class Multiples:
    """The multiples of a condition's step in its range, by index: value = index x step.

    `extrema` are those of the metric in that range.
    """

    def __init__(self, condition: Condition, profile: MetricProfile, extrema: Sequence[Extremum]) -> None:
        self.condition = condition
        self.extrema = extrema
        self.step = Fraction(condition.step)
        self.limit = Fraction(condition.rule.limit)
        self._metric = cache(profile.stated)
        self._largest_rounding = sum(
            (len(scenario.fees) * scenario.unit for scenario in condition.scenarios), Decimal(0)
        )
        low, high, with_low, with_high = condition.span
        first, last = Fraction(low) / self.step, Fraction(high) / self.step
        self.range = IndexRange(
            ceil(first) if with_low else floor(first) + 1, floor(last) if with_high else ceil(last) - 1
        )

    def value(self, index: int) -> Decimal:
        return index * self.condition.step

    def metric(self, index: int) -> Decimal | None:
        """Return the metric in the statement; None where it is n/a or the multiple out of range."""
        return self._metric(self.value(index)) if self.range.low <= index <= self.range.high else None

    def stated(self, index: int) -> StatedValue | None:
        """Return the multiple with its metric; None as in `metric`."""
        metric = self.metric(index)
        return None if metric is None else StatedValue(self.value(index), metric)

    def error(self, index: int) -> Decimal:
        """Return the distance of the metric from the limit. The metric must not be n/a."""
        metric = self.metric(index)
        assert metric is not None
        with exactly():
            return abs(metric - self.condition.rule.limit)

    def may_round_to_limit(self, index: int) -> bool:
        """Check whether the distance from the limit is so small that the rounding of lines can cause it."""
        return self.metric(index) is not None and self.error(index) <= self._largest_rounding

    def side(self, index: int) -> int | None:
        """Return the sign of the metric minus the limit, compared as shown to users; None as in `metric`."""
        metric, limit = self.metric(index), self.condition.rule.limit
        if metric is None:
            return None
        shown = self.condition.shown(metric)
        return (shown > limit) - (shown < limit)

    def holds(self, index: int) -> bool:
        """Check whether the statement meets the rule: an equation as shown to users, any other rule exactly."""
        rule = self.condition.rule
        if rule.operator == "==":
            return self.side(index) == 0
        metric = self.metric(index)
        return metric is not None and OPERATORS[rule.operator](metric, rule.limit)

    def first_above(self, end: End) -> int:
        """Return the first multiple above a solution with this upper end."""
        position = end.at / self.step
        return floor(position) + 1 if end.included else ceil(position)

    def last_below(self, end: End) -> int:
        """Return the last multiple below a solution with this lower end."""
        position = end.at / self.step
        return ceil(position) - 1 if end.included else floor(position)

    def failing(self, indices: IndexRange) -> int | None:
        """Return a multiple that does not meet the rule; None if none is found.

        Checked are the middle, both sides of the extremum that is farthest from the limit, and the two ends.
        """
        low, high = indices.low * self.step, indices.high * self.step
        inside = [extremum for extremum in self.extrema if low <= extremum.at <= high]
        farthest = max(inside, key=lambda extremum: extremum.distance(self.limit), default=None)
        beside = (floor(farthest.at / self.step), ceil(farthest.at / self.step)) if farthest else ()
        candidates = ((indices.low + indices.high) // 2, *beside, indices.low, indices.high)
        in_range = (index for index in candidates if indices.low <= index <= indices.high)
        return next((index for index in in_range if not self.holds(index)), None)

    def last(
        self, start: int, direction: int, end: int, satisfies: Callable[[int], bool] | None = None
    ) -> int:
        """Return the last multiple that satisfies, from `start`, which does, towards `end`, which does not.

        The next multiple does not satisfy. The first ones are checked one by one, then in strides that double, then
        by bisection.
        """
        satisfies = satisfies or self.holds
        good, bad, stride = start, end, 1
        while stride < (end - start) * direction:
            index = start + direction * stride
            if not satisfies(index):
                bad = index
                break
            good, stride = index, next_offset(stride)
        while abs(bad - good) > 1:
            middle = (good + bad) // 2
            good, bad = (middle, bad) if satisfies(middle) else (good, middle)
        return good


def next_offset(stride: int) -> int:
    """Return the next offset of a search: one by one at first, then twice as far."""
    return stride + 1 if stride < AROUND else 2 * stride
