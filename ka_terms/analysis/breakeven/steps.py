"""The multiples of a step, each held against the statement itself: the values of a number that can be stated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import ceil, floor
from typing import NamedTuple

from ka_terms.analysis.breakeven.condition import Condition
from ka_terms.analysis.breakeven.intervals import End, MetricProfile
from ka_terms.analysis.breakeven.nearest import Nearest
from ka_terms.analysis.guardrail import OPERATORS
from ka_terms.calculation.readings.exact import exactly
from ka_terms.model.numbers.currency import minor_unit

AROUND = 32
"""Multiples next to an end that are looked at one by one, since amounts round past each other."""


class Neighbour(NamedTuple):
    """A value of the input that can be stated, and the metric in its statement."""

    value: Decimal
    metric: Decimal


class Gap(NamedTuple):
    """The multiples, by number, between two solutions, or between a solution and the end of the range."""

    low: int
    high: int

    @property
    def is_empty(self) -> bool:
        """Whether no multiple lies there."""
        return self.low > self.high


class Steps:
    """The multiples of a condition's step in its range, by number; `turns` are the places at which the metric turns."""

    def __init__(self, condition: Condition, along: MetricProfile, turns: Sequence[Nearest]) -> None:
        self.condition = condition
        self.turns = turns
        self.size = Fraction(condition.step)
        self.limit = Fraction(condition.rule.limit)
        self._stated = cache(along.stated)
        lines = sum(len(scenario.terms) for scenario in condition.scenarios)
        self._hair = lines * minor_unit(condition.scenarios[0].currency)
        low, high, with_low, with_high = condition.span
        first, last = Fraction(low) / self.size, Fraction(high) / self.size
        self.range = Gap(
            ceil(first) if with_low else floor(first) + 1, floor(last) if with_high else ceil(last) - 1
        )

    def value(self, at: int) -> Decimal:
        """The multiple itself."""
        return at * self.condition.step

    def metric(self, at: int) -> Decimal | None:
        """The metric in the statement there; None where it is n/a or out of the range."""
        return self._stated(self.value(at)) if self.range.low <= at <= self.range.high else None

    def neighbour(self, at: int) -> Neighbour | None:
        """The multiple with its metric."""
        metric = self.metric(at)
        return None if metric is None else Neighbour(self.value(at), metric)

    def error(self, at: int) -> Decimal:
        """How far the metric in the statement is from the limit; only where it is not n/a."""
        metric = self.metric(at)
        assert metric is not None
        with exactly():
            return abs(metric - self.condition.rule.limit)

    def is_about(self, at: int) -> bool:
        """Whether rounding every line may make up for how far the metric is from the limit."""
        return self.metric(at) is not None and self.error(at) <= self._hair

    def side(self, at: int) -> int | None:
        """The sign of the metric, to the digits it is shown with, less the limit."""
        metric, limit = self.metric(at), self.condition.rule.limit
        if metric is None:
            return None
        shown = self.condition.shown(metric)
        return (shown > limit) - (shown < limit)

    def holds(self, at: int) -> bool:
        """Whether the statement satisfies: an equation to the digits that are shown, anything else exactly."""
        rule = self.condition.rule
        if rule.operator == "==":
            return self.side(at) == 0
        metric = self.metric(at)
        return metric is not None and OPERATORS[rule.operator](metric, rule.limit)

    def above(self, end: End) -> int:
        """The first multiple above a solution that ends there."""
        place = end.at / self.size
        return floor(place) + 1 if end.included else ceil(place)

    def below(self, end: End) -> int:
        """The last multiple below a solution that begins there."""
        place = end.at / self.size
        return ceil(place) - 1 if end.included else floor(place)

    def worst(self, gap: Gap) -> int | None:
        """One in a gap that does not satisfy; None where all seem to: the outermost and the furthest from the limit."""
        inside = [turn for turn in self.turns if gap.low <= turn.at / self.size <= gap.high]
        furthest = max(inside, key=lambda turn: turn.off(self.limit), default=None)
        around = (floor(furthest.at / self.size), ceil(furthest.at / self.size)) if furthest else ()
        tried = ((gap.low + gap.high) // 2, *around, gap.low, gap.high)
        return next((at for at in tried if gap.low <= at <= gap.high and not self.holds(at)), None)

    def last(self, start: int, way: int, end: int, satisfies: Callable[[int], bool] | None = None) -> int:
        """From a multiple that satisfies towards one that does not, the last that does, with the next that does not.

        One by one at first, since amounts round past each other, then in strides that double, and back.
        """
        satisfies = satisfies or self.holds
        good, bad, stride = start, end, 1
        while stride < (end - start) * way:
            at = start + way * stride
            if not satisfies(at):
                bad = at
                break
            good, stride = at, stride + 1 if stride < AROUND else 2 * stride
        while abs(bad - good) > 1:
            middle = (good + bad) // 2
            good, bad = (middle, bad) if satisfies(middle) else (good, middle)
        return good
