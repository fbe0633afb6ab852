"""What happens along the single axis of a sweep: the cliffs of each contract, and where two contracts cross."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise
from typing import NamedTuple

from ka_terms.analysis.inputs.domain import domain
from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.piecewise.changing_contract import (
    EPSILON,
    ChangingContract,
    contract_by_input,
    costed_at,
    metric_reader,
)
from ka_terms.analysis.piecewise.piecewise import Jump, PiecewiseMetric, difference, jumps
from ka_terms.calculation.readings.curves import Curve, X, zeros
from ka_terms.calculation.readings.exact import decimal_of
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.naming import not_owed
from ka_terms.model.vocabulary.metrics import Metric, term_metric


class Cliff(NamedTuple):
    """A value of the axis at which the cost of a term leaps, by `jump`, which is rounded to the minor unit."""

    scenario: int
    at: Decimal
    term: str
    jump: Decimal


class BreakEven(NamedTuple):
    """A value of the axis behind which contract `above` has the higher metric, and before which `below` has.

    `meets` tells whether both are equal there; otherwise one leaps past the other.
    """

    above: int
    below: int
    at: Decimal
    meets: bool


def cliffs(
    scenarios: Sequence[Scenario], inputs: Sequence[Input], low: Decimal, high: Decimal
) -> list[Cliff]:
    """Every cliff of what is owed in every contract from `low` to `high`, as the number at each one's input moves."""
    leaps = []
    for index, (scenario, input) in enumerate(zip(scenarios, inputs, strict=True)):
        # A little wider, since a leap right at either end counts too.
        margin = (high - low) / 1000
        least, most = domain(scenario, input)
        ends = max(least, low - margin), min(most, high + margin)
        contract = contract_by_input(scenario, input, (low, high, input.value), *ends)
        for term in (key for key in scenario.fees if key not in not_owed(scenario.terms)):
            follower = contract.of_term(term)
            fee = follower.piecewise(metric_reader(term_metric(term)))
            inside = [jump for jump in jumps(fee) if low <= jump.at <= high]
            # A leap is more than the error of an end of a piece that is known to many digits only.
            large = [jump for jump in inside if abs(jump.behind - jump.before) > EPSILON]
            sizes = [(jump.at, _leap(follower, term, input, jump)) for jump in large]
            leaps += [Cliff(index, decimal_of(x), term, size) for x, size in sizes if size]
    return sorted(leaps, key=lambda cliff: (cliff.at, cliff.scenario))


def _leap(follower: ChangingContract, term: str, input: Input, jump: Jump) -> Decimal:
    """The amount of a term just behind a jump less the amount just before it, each rounded."""
    before, behind = (
        costed_at(follower.scenario, {input.leaf: X}, jump.at, side).amounts[term]
        for side in jump.sides(follower.at(metric_reader(term_metric(term)), jump.at))
    )
    return decimal_of(behind - before)


def crossings(
    scenarios: Sequence[Scenario], inputs: Sequence[Input], metric: Metric, low: Decimal, high: Decimal
) -> list[BreakEven]:
    """Every place strictly between `low` and `high` where two of the contracts change sides on a metric."""
    # Beyond what a contract can state there is nothing to compare.
    ranges = [domain(scenario, input) for scenario, input in zip(scenarios, inputs, strict=True)]
    low, high = max(low, *(least for least, _ in ranges)), min(high, *(most for _, most in ranges))
    if low >= high:
        return []
    courses = []
    for scenario, input in zip(scenarios, inputs, strict=True):
        contract = contract_by_input(scenario, input, (low, high, input.value), low, high)
        courses.append(contract.piecewise(metric_reader(metric)))
    crossed = []
    for first, second in combinations(range(len(courses)), 2):
        apart = difference(courses[first], courses[second])
        leaps = {jump.at for jump in jumps(apart)}
        for x, rises in _sides_changed(apart):
            above, below = (first, second) if rises else (second, first)
            crossed.append(BreakEven(above, below, decimal_of(x), x not in leaps))
    return sorted(crossed, key=lambda crossing: crossing.at)


def _sides_changed(apart: PiecewiseMetric) -> list[tuple[Fraction, bool]]:
    """Return the positions at which a difference changes its sign, and whether it is positive above each."""
    changes = []
    before = 0
    for low, high, curve in apart:
        inside = zeros(curve.over, low, high) if curve else []
        for start, end in pairwise([low, *inside, high]):
            sign = _sign(curve, (start + end) / 2)
            if sign * before < 0:
                changes.append((start, sign > 0))
            before = sign
    return changes


def _sign(curve: Curve | None, x: Fraction) -> int:
    """1 above zero, -1 below zero; 0 where the curve is zero or n/a."""
    value = curve(x) if curve else None
    return 0 if value is None else (value > 0) - (value < 0)
