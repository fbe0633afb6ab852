"""What a metric of a contract comes to as one of its inputs changes, as points of a picture."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ka_terms.analysis.inputs.domain import domain
from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.piecewise.changing_contract import contract_by_input, metric_reader
from ka_terms.analysis.piecewise.points import CurvePoint, points_between
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings.curves import TooManySteps
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.vocabulary.figures import LAST_YEAR
from ka_terms.model.vocabulary.metrics import Metric

_LOWEST, _HIGHEST = Decimal("0.7"), Decimal("1.3")
"""The range of sales as shares of the plan; sales of last year are always in it."""


class SalesCurve(NamedTuple):
    """A metric of one contract over its sales; `planned` are the sales of its plan."""

    scenario: str
    metric: Metric
    planned: Decimal
    points: tuple[CurvePoint, ...]


def metric_curve(
    scenario: Scenario, input: Input, metric: Metric, low: Decimal, high: Decimal
) -> tuple[CurvePoint, ...]:
    """Return a metric over an input from `low` to `high`, as far as the contract allows; lines are not rounded.

    Nothing where no value in the range makes a valid contract, or a fee has too many full lots to follow.
    """
    try:
        least, most = domain(scenario, input)
        start, end = max(low, least), min(high, most)
        if start >= end:
            return ()
        contract = contract_by_input(scenario, input, (input.value, start, end), start, end)
        return points_between(contract.piecewise(metric_reader(metric)), Fraction(start), Fraction(end))
    except (ValueError, TooManySteps):
        return ()


def sales_curves(scenarios: Sequence[Scenario], metric: Metric) -> tuple[SalesCurve, ...]:
    """Return the metric of each contract over one range of sales.

    The range is from the lowest sales of the plans less 30%, or those of last year, to the highest and 30%. A contract
    is left out whose sales cannot move alone.
    """
    sales = [value for scenario in scenarios for value in exact_figures(scenario.plan, "sales") if value]
    if not sales:
        return ()
    before = (value for each in scenarios for value in exact_figures(each.plan, f"{LAST_YEAR}sales") if value)
    low, high = min([min(sales) * _LOWEST, *before]), max(sales) * _HIGHEST
    curves = []
    for scenario in scenarios:
        moving = find(scenario, "sales")
        points = metric_curve(scenario, moving, metric, low, high)
        curves.append(SalesCurve(scenario.scenario, metric, moving.value, points))
    return tuple(curve for curve in curves if curve.points)
