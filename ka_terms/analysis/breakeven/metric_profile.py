"""The metric of a condition as a function of its input: by piece, at a position, and in the statement.

Lines are not rounded, so that solutions end where a manual calculation has them. On a piece where the metric is
constant it takes the rounded value of the statement, since otherwise a limit equal to that value would be missed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import NamedTuple, TypeVar

from ka_terms.analysis.breakeven.condition import Condition
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.piecewise.changing_contract import (
    contract_by_input,
    costed_at,
    quotient_reader,
    without_epsilon,
)
from ka_terms.analysis.piecewise.piecewise import Piece, PiecewiseMetric, difference
from ka_terms.calculation.metrics import Costed
from ka_terms.calculation.readings.curves import ONE, Curve, X, polynomial, zeros
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.readings.reading import N
from ka_terms.calculation.statement import exact_metric
from ka_terms.model.contract.scenario import Scenario

Exactly = TypeVar("Exactly", Decimal, Fraction)


class Extremum(NamedTuple):
    """A value of the metric that may be the lowest or highest of those around it."""

    value: Fraction
    at: Fraction
    side: int
    """0 where the metric has this value at the position; -1 where it approaches it just below, 1 just above it."""

    def distance(self, limit: Fraction) -> Fraction:
        return abs(self.value - limit)


class MetricProfile(NamedTuple):
    """A metric as a function of one input; None is n/a."""

    pieces: PiecewiseMetric
    """The metric with unrounded lines; where it is constant, with rounded ones."""
    unrounded: PiecewiseMetric
    """The metric with unrounded lines everywhere."""
    at: Callable[[Fraction], Fraction | None]
    """Returns the value of `pieces` at a position, also at a threshold."""
    unrounded_at: Callable[[Fraction], Fraction | None]
    """Returns the value of `unrounded` at a position, also at a threshold."""
    stated: Callable[[Decimal], Decimal | None]
    """Returns the metric in the statement for a value of the input; n/a where that is not a valid contract."""
    rounded_at: Callable[[Fraction, int], Fraction | None]
    """Returns the metric with rounded lines at any position (0), just below it (-1) or just above it (1)."""

    def closest(self, limit: Fraction, current: Fraction) -> Extremum | None:
        """Return the value closest to the limit; None where the metric is n/a throughout.

        Of equally close values one that the metric takes is preferred, then the one nearest to the current input.
        """
        return min(
            self.extrema(current),
            key=lambda extremum: (extremum.distance(limit), abs(extremum.side), abs(extremum.at - current)),
            default=None,
        )

    def extrema(self, current: Fraction | None = None) -> Iterator[Extremum]:
        """Yield the metric at both ends of each piece and where it turns; with `current` also at that position.

        A metric turns where the numerator of its derivative is zero.
        """
        for low, high, curve in self.pieces:
            if curve is None:
                continue
            inside = zeros(curve.derivative().over, low, high)
            if current is not None and low < current < high:
                inside.append(current)
            for at, side in ((low, 1), *((position, 0) for position in inside), (high, -1)):
                value = curve(at)
                if value is not None:
                    yield Extremum(value, at, 0 if self.at(at) == value else side)
        for at in {end for piece in self.pieces for end in piece[:2]}:
            value = self.at(at)
            if value is not None:
                yield Extremum(value, at, 0)


def metric_profile(condition: Condition) -> MetricProfile:
    """Return the profile of the metric; of two contracts that of the first metric minus the second."""
    profiles = [_profile(condition, scenario) for scenario in condition.scenarios]
    return profiles[0] if len(profiles) == 1 else _difference(*profiles)


def _profile(condition: Condition, scenario: Scenario) -> MetricProfile:
    input, span = condition.input, condition.span
    read = quotient_reader(lambda costed: _quantities(condition, costed))
    values = (value for value in (input.value, *span[:2]) if span.low <= value <= span.high)
    contract = contract_by_input(scenario, input, (*values, (span.low + span.high) / 2), *span[:2])
    unrounded = contract.piecewise(read)
    stated = _stated(condition, scenario, contract.scenario)
    pieces = tuple(_with_rounded_constant(piece, stated, condition) for piece in unrounded)
    ends = ((span.low, span.with_low), (span.high, span.with_high))
    outside = {Fraction(end) for end, included in ends if not included}

    @cache  # every position is asked for more than once
    def unrounded_at(position: Fraction) -> Fraction | None:
        return None if position in outside else contract.at(read, position)

    def at(position: Fraction) -> Fraction | None:
        return _with_rounding_of(pieces, unrounded, position, unrounded_at(position))

    return MetricProfile(
        pieces, unrounded, at, unrounded_at, stated, _rounded_at(condition, contract.scenario)
    )


def _with_rounded_constant(
    piece: Piece[Curve | None], stated: Callable[[Decimal], Decimal | None], condition: Condition
) -> Piece[Curve | None]:
    """Return a piece on which the metric is constant with the value of its statement; other pieces unchanged."""
    curve, step = piece.value, condition.step
    if curve is None or len(curve.over) > 1 or len(curve.under) > 1:
        return piece
    inside = (piece.low // Fraction(step) + 1) * step
    value = stated(inside) if inside < piece.high else None
    if value is None:
        return piece
    shown = condition.shown(value) if condition.rule.operator == "==" else value
    return piece._replace(value=Curve(polynomial([Fraction(shown)]), ONE))


def _with_rounding_of(
    pieces: PiecewiseMetric, unrounded: PiecewiseMetric, position: Fraction, value: Fraction | None
) -> Fraction | None:
    """Replace the unrounded value at a position by that of an adjoining piece, unless the metric jumps there."""
    for before, after in zip(unrounded, pieces, strict=True):
        if (
            before.low <= position <= before.high
            and before.value
            and after.value
            and before.value(position) == value
        ):
            return after.value(position)
    return value


def _quantities(condition: Condition, costed: Costed[N]) -> tuple[N, N | None]:
    """Return the metric as dividend and divisor; a term that the contract does not have costs zero."""
    metric = condition.rule.metric
    if metric.is_term and metric.over not in costed.amounts:
        return costed.zero, None
    return costed.metric(metric)


def _rounded_at(condition: Condition, moving: Scenario) -> Callable[[Fraction, int], Fraction | None]:
    def quantities(position: Fraction, side: int) -> tuple[Fraction, Fraction | None]:
        return _quantities(condition, costed_at(moving, {condition.input.leaf: X}, position, side))

    def rounded_at(position: Fraction, side: int) -> Fraction | None:
        over, under = quantities(position, 0)
        over = without_epsilon(quantities(position, side)[0]) if side else over
        return over if under is None else over / under if under else None

    return rounded_at


def _stated(
    condition: Condition, scenario: Scenario, moving: Scenario
) -> Callable[[Decimal], Decimal | None]:
    """Return what gives the metric in the statement; `moving` is the scenario with the input stated.

    Every rule of validity is monotone in each number, so that values between two valid ones need no check.
    """
    valid: list[Decimal] = []

    def stated(value: Decimal) -> Decimal | None:
        """The metric in the statement; None where the value makes no valid contract."""
        if valid and min(valid) <= value <= max(valid):
            return exact_metric(moving, condition.rule.metric, {condition.input.leaf: value})
        try:
            metric = exact_metric(moved(scenario, {condition.input.path: value}), condition.rule.metric)
        except ValueError:
            return None
        valid.append(value)
        return metric

    return stated


def _difference(first: MetricProfile, second: MetricProfile) -> MetricProfile:
    """Return the first metric minus the second; n/a where either is."""

    def stated(value: Decimal) -> Decimal | None:
        with exactly():
            return _minus(first.stated(value), second.stated(value))

    return MetricProfile(
        difference(first.pieces, second.pieces),
        difference(first.unrounded, second.unrounded),
        lambda position: _minus(first.at(position), second.at(position)),
        lambda position: _minus(first.unrounded_at(position), second.unrounded_at(position)),
        stated,
        lambda position, side: _minus(first.rounded_at(position, side), second.rounded_at(position, side)),
    )


def _minus(minuend: Exactly | None, subtrahend: Exactly | None) -> Exactly | None:
    return None if minuend is None or subtrahend is None else minuend - subtrahend
