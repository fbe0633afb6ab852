"""What a condition looks at, followed as the number moves: course, value at a place, value in the statement."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cache

from ka_terms.analysis.condition import Condition, Span
from ka_terms.analysis.course import Course, Follower, Reader, Stretch, X, difference, quotient
from ka_terms.analysis.guardrail import measured
from ka_terms.analysis.levers import moved, stating
from ka_terms.analysis.solutions import Followed
from ka_terms.calculation.costs import Costed
from ka_terms.calculation.curves import ONE, Curve, polynomial
from ka_terms.calculation.exact import exactly
from ka_terms.calculation.metrics import METRICS, RATIOS
from ka_terms.calculation.statement import evaluate
from ka_terms.model.scenario import Scenario


def followed(condition: Condition) -> Followed:
    """The metric; of two contracts the first one's less the second's."""
    each = [_follow(condition, scenario) for scenario in condition.scenarios]
    return each[0] if len(each) == 1 else _apart(*each)


def _follow(condition: Condition, scenario: Scenario) -> Followed:
    """The metric of one contract. Where it stands still, it is what the statement says, rounded line by line."""
    lever, span, read = condition.lever, condition.span, _reader(condition)
    values = (value for value in (lever.value, *span[:2]) if span.low <= value <= span.high)
    moving = stating(scenario, lever.path, (*values, (span.low + span.high) / 2))
    follower = Follower(moving, {lever.leaf: X}, Fraction(span.low), Fraction(span.high))
    along = follower.course(read)
    stated = _statement_of(condition, scenario)
    settled = tuple(_settled(stretch, stated, condition.step) for stretch in along)
    outside = {Fraction(end) for end, included in _ends(span) if not included}

    @cache  # every place is asked for more than once
    def at(place: Fraction) -> Fraction | None:
        if place in outside:
            return None
        try:
            value = follower.at(read, place)
        except KeyError:
            return None
        return _as_settled(value, place, along, settled)

    return Followed(settled, at, stated)


def _ends(span: Span) -> tuple[tuple[Decimal, bool], tuple[Decimal, bool]]:
    return (span.low, span.with_low), (span.high, span.with_high)


def _settled(stretch: Stretch, stated: Callable[[Decimal], Decimal | None], step: Decimal) -> Stretch:
    """A stretch in which nothing moves, at the value its statement has; others as they are."""
    curve = stretch.curve
    if curve is None or len(curve.over) > 1 or len(curve.under) > 1:
        return stretch
    inside = (stretch.low // Fraction(step) + 1) * step
    value = stated(inside) if inside < stretch.high else None
    return stretch if value is None else stretch._replace(curve=Curve(polynomial([Fraction(value)]), ONE))


def _as_settled(value: Fraction | None, place: Fraction, along: Course, settled: Course) -> Fraction | None:
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
    rule, is_term = condition.rule, condition.is_term

    def read(costs: Costed[Curve]) -> Curve:
        sales = costs.figure("sales")
        if is_term and rule.metric not in costs.amounts:
            return sales - sales
        over, under = costs.metric(rule.metric)
        return quotient(over, sales if rule.percent and rule.metric not in RATIOS else under)

    return read


def _statement_of(condition: Condition, scenario: Scenario) -> Callable[[Decimal], Decimal | None]:
    """The metric in the statement for a value of the lever; None where that makes no valid contract."""
    rule, counted = condition.rule, condition.is_term or condition.rule.metric in METRICS

    def stated(value: Decimal) -> Decimal | None:
        try:
            statement = evaluate(moved(scenario, {condition.lever.path: value}))
        except ValueError:
            return None
        return (
            measured(statement, rule.metric, share=rule.percent) if counted else statement.metric(rule.metric)
        )

    return stated


def _apart(one: Followed, other: Followed) -> Followed:
    """The first less the second; n/a where either is."""

    def at(place: Fraction) -> Fraction | None:
        first, second = one.at(place), other.at(place)
        return None if first is None or second is None else first - second

    def stated(value: Decimal) -> Decimal | None:
        first, second = one.stated(value), other.stated(value)
        with exactly():
            return None if first is None or second is None else first - second

    return Followed(difference(one.course, other.course), at, stated)
