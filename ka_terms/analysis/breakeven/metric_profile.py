"""What a condition looks at, followed as the number moves: course, value at a place, value in the statement.

Lines are not rounded along the course, so that ends are where anybody works them out. Where a contract stands still,
its value is the statement's, rounded line by line: no cent lies between the two that would tell them apart.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cache

from ka_terms.analysis.breakeven.condition import Condition, Span
from ka_terms.analysis.breakeven.intervals import MetricProfile
from ka_terms.analysis.inputs.moved import moved, stating
from ka_terms.analysis.piecewise.at_position import costed_at, short
from ka_terms.analysis.piecewise.piecewise import (
    ChangingContract,
    Piece,
    Piecewise,
    Reader,
    X,
    difference,
    quotient,
)
from ka_terms.calculation.costs import Costed
from ka_terms.calculation.readings.curves import ONE, Curve, polynomial
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.readings.reading import N
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario


def metric_profile(condition: Condition) -> MetricProfile:
    """The metric; of two contracts the first one's less the second's."""
    each = [_follow(condition, scenario) for scenario in condition.scenarios]
    return each[0] if len(each) == 1 else _apart(*each)


def _follow(condition: Condition, scenario: Scenario) -> MetricProfile:
    """The metric of one contract."""
    input, span, read = condition.input, condition.span, _reader(condition)
    values = (value for value in (input.value, *span[:2]) if span.low <= value <= span.high)
    moving = stating(scenario, input.path, (*values, (span.low + span.high) / 2))
    follower = ChangingContract(moving, {input.leaf: X}, Fraction(span.low), Fraction(span.high))
    along = follower.course(read)
    stated = _statement_of(condition, scenario)
    settled = tuple(_settled(stretch, stated, condition) for stretch in along)
    outside = {Fraction(end) for end, included in _ends(span) if not included}

    @cache  # every place is asked for more than once
    def plain_at(place: Fraction) -> Fraction | None:
        if place in outside:
            return None
        try:
            return follower.at(read, place)
        except KeyError:
            return None

    def at(place: Fraction) -> Fraction | None:
        return _as_settled(plain_at(place), place, along, settled)

    return MetricProfile(settled, along, at, plain_at, stated, _paid(condition, moving))


def _ends(span: Span) -> tuple[tuple[Decimal, bool], tuple[Decimal, bool]]:
    return (span.low, span.with_low), (span.high, span.with_high)


def _settled(stretch: Piece, stated: Callable[[Decimal], Decimal | None], condition: Condition) -> Piece:
    """A stretch in which nothing moves, at the value its statement has; others as they are."""
    curve, step = stretch.curve, condition.step
    if curve is None or len(curve.over) > 1 or len(curve.under) > 1:
        return stretch
    inside = (stretch.low // Fraction(step) + 1) * step
    value = stated(inside) if inside < stretch.high else None
    if value is None:
        return stretch
    shown = condition.shown(value) if condition.rule.operator == "==" else value
    return stretch._replace(curve=Curve(polynomial([Fraction(shown)]), ONE))


def _as_settled(
    value: Fraction | None, place: Fraction, along: Piecewise, settled: Piecewise
) -> Fraction | None:
    """The value at a place; where a stretch leads up to it without a leap, the one that this was settled to."""
    for before, after in zip(along, settled, strict=True):
        if (
            before.low <= place <= before.high
            and before.curve
            and after.curve
            and before.curve(place) == value
        ):
            return after.curve(place)
    return value


def _reader(condition: Condition) -> Reader:
    """Reads the metric; a term that the contract does not have costs nothing."""
    return lambda costs: quotient(*_quantities(condition, costs))


def _quantities(condition: Condition, costs: Costed[N]) -> tuple[N, N | None]:
    """What the metric is, and what it is to be divided by."""
    metric = condition.rule.metric
    if metric.is_term and metric.over not in costs.amounts:
        sales = costs.figure("sales")
        return sales - sales, None
    return costs.metric(metric)


def _paid(condition: Condition, moving: Scenario) -> Callable[[Fraction, int], Fraction | None]:
    """The metric with its rounded lines at any place, just before it (-1) or just behind it (1)."""

    def quantities(place: Fraction, side: int) -> tuple[Fraction, Fraction | None]:
        return _quantities(condition, costed_at(moving, {condition.input.leaf: X}, place, side))

    def paid(place: Fraction, side: int) -> Fraction | None:
        over, under = quantities(place, 0)
        over = short(quantities(place, side)[0]) if side else over
        return over if under is None else over / under if under else None

    return paid


def _statement_of(condition: Condition, scenario: Scenario) -> Callable[[Decimal], Decimal | None]:
    """The metric in the statement for a value of the input; None where that makes no valid contract."""

    def stated(value: Decimal) -> Decimal | None:
        try:
            statement = evaluate(moved(scenario, {condition.input.path: value}))
        except ValueError:
            return None
        return statement.value(condition.rule.metric)

    return stated


def _apart(one: MetricProfile, other: MetricProfile) -> MetricProfile:
    """The first less the second; n/a where either is."""

    def stated(value: Decimal) -> Decimal | None:
        first, second = one.stated(value), other.stated(value)
        with exactly():
            return None if first is None or second is None else first - second

    return MetricProfile(
        difference(one.course, other.course),
        difference(one.plain, other.plain),
        lambda place: _less(one.at(place), other.at(place)),
        lambda place: _less(one.plain_at(place), other.plain_at(place)),
        stated,
        lambda place, side: _less(one.paid(place, side), other.paid(place, side)),
    )


def _less(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one - other
