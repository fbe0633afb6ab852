"""What a metric comes to as sales change, as the points of a picture."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.ladder.ladder import ladders
from ka_terms.analysis.piecewise.metric_curves import metric_curve, sales_curves
from ka_terms.analysis.piecewise.points import CurvePoint
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.vocabulary.metrics import TOTALS, Metric
from tests.contracts import FULL_PLAN, case, contract
from tests.examples import examples

FEES, RATIO = TOTALS["total_fees"], TOTALS["fee_ratio"]
WHOLE = {"mode": "whole", "tiers": [{"from": "750k", "rate": "1%"}, {"over": "900k", "rate": "2%"}]}


def ends_of(points: tuple[CurvePoint, ...]) -> list[Decimal]:
    return [points[0].at, points[-1].at]


def values_around(points: tuple[CurvePoint, ...], at: Decimal | int) -> list[Decimal | None]:
    return [point.value for point in points if point.at == at]


def test_a_threshold_is_a_jump_between_two_points() -> None:
    """1% of 750,000 begins at 750,000; behind 900,000 it is 2%, 9,000 more."""
    (curve,) = sales_curves([contract({"fee": WHOLE})], FEES)
    assert ends_of(curve.points) == [700_000, 1_300_000]
    assert values_around(curve.points, 750_000) == [0, 7_500]
    assert values_around(curve.points, 900_000) == [9_000, 18_000]
    assert len(curve.points) == 6  # straight lines have no points between


def test_a_quotient_bends_and_has_points_between() -> None:
    (curve,) = sales_curves([contract({"fee": {"amount": 1_000}})], RATIO)
    assert len(curve.points) > 40
    assert all(
        later.value is not None and earlier.value is not None and later.value < earlier.value
        for earlier, later in pairwise(curve.points)
    )


def test_contracts_are_seen_over_one_range() -> None:
    """From the sales of 2002 to the planned 10,050,000 and 30%."""
    curves = sales_curves([case("2003 ask"), case("2003 agreed")], RATIO)
    assert [ends_of(curve.points) for curve in curves] == [[4_020_000, 13_065_000]] * 2
    assert [curve.planned for curve in curves] == [10_050_000, 10_050_000]


@given(
    st.sampled_from(["2002 contract", "2003 ask", "2003 proposal", "2003 agreed"]),
    st.sampled_from([FEES, RATIO]),
)
@examples(20)
def test_every_point_is_what_the_contract_comes_to_there(name: str, metric: Metric) -> None:
    """But for the rounding of lines, and at a jump on one of its sides."""
    scenario = case(name)
    (curve,) = sales_curves([scenario], metric)
    for point in curve.points[::7]:
        at = point.at.quantize(Decimal("0.01"))
        stated = evaluate(moved(scenario, {"sales": at})).value(curve.metric)
        assert stated is not None
        beside = [value for value in values_around(curve.points, point.at) if value is not None]
        assert min(abs(stated - value) for value in beside) <= Decimal("0.05")


def test_a_plan_without_sales_has_no_curve() -> None:
    scenario = Scenario.model_validate({"scenario": "x", "plan": {"sales": 0}, "terms": {}})
    assert sales_curves([scenario], FEES) == ()


def test_a_range_that_no_contract_allows_has_no_points() -> None:
    """The drinks alone are 600,000, so that sales below that are no plan."""
    plan = {"sales": 1_000_000, "categories": {"drinks": {"sales": 600_000}}}
    scenario = contract({"fee": {"rate": "1%", "of": "categories.other.sales"}}, plan)
    sales = find(scenario, "sales")
    assert metric_curve(scenario, sales, FEES, Decimal(100_000), Decimal(500_000)) == ()
    within = metric_curve(scenario, sales, FEES, Decimal(100_000), Decimal(1_000_000))
    assert ends_of(within) == [600_000, 1_000_000]


def test_too_many_full_lots_have_no_points() -> None:
    scenario = contract({"fee": {"amount": 1, "per": ["sales"], "for_every": {"sales": 1}}})
    assert metric_curve(scenario, find(scenario, "sales"), FEES, Decimal(1), Decimal(10**6)) == ()


def test_a_ladder_keeps_the_fee_over_its_measure() -> None:
    """From nothing to a quarter above what is highest: the plan of 1,000,000."""
    (found,) = ladders(evaluate(contract({"fee": WHOLE})))
    assert ends_of(found.curve) == [0, 1_250_000]
    assert values_around(found.curve, 900_000) == [9_000, 18_000]


def test_a_ladder_on_conditions_alone_has_no_curve() -> None:
    (found,) = ladders(evaluate(contract({"fee": {"rate": "1%", "only_if": "sales >= 500k"}})))
    assert found.curve == ()


@pytest.mark.parametrize(
    ("measure", "last"), [("growth", "12562500"), ("skus.new", "17.5"), ("volume", "25000")]
)
def test_a_ladder_is_in_units_of_its_measure(measure: str, last: str) -> None:
    """Of growth, which is that of sales, in sales."""
    bound = "+5%" if measure == "growth" else 5
    term = {"mode": "whole", "measure": measure, "tiers": [{"from": bound, "rate": "1%"}]}
    (found,) = ladders(evaluate(contract({"fee": term}, FULL_PLAN)))
    assert found.curve[-1].at == Decimal(last)


def test_where_a_ratio_is_nothing_over_nothing_its_limit_stands() -> None:
    scenario = contract({"fee": {"rate": "1%"}})
    points = metric_curve(scenario, find(scenario, "sales"), RATIO, Decimal(0), Decimal(10**6))
    assert points[0].value == Decimal("0.01")
