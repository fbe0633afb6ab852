"""Metrics of a quarter or a month: what the view by month has, in the statement and at every point of a sweep."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given

from ka_terms.analysis.breakeven.condition import read_question
from ka_terms.analysis.breakeven.solve import solve_and_assess
from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.metric_names import metric_named
from ka_terms.analysis.monthly.view import monthly_view
from ka_terms.analysis.sweep.axes import Grid
from ka_terms.calculation.readings import plain_arrays
from ka_terms.calculation.statement import evaluate, exact_metric
from ka_terms.model.contract.scenario import Scenario
from tests.analysis.drawn_sweeps import axis_of, measured, prepared, sweep
from tests.calculation.test_periods import YEARLY
from tests.calculation.test_properties import contracts, grouped, money
from tests.contracts import Keys, contract, refused
from tests.examples import examples

QUARTERS = ("q1", "q2", "q3", "q4")


def value(name: str, terms: Mapping[str, Keys], plan: Keys = YEARLY, **more: object) -> Decimal | None:
    scenario = contract({**terms}, plan, **more)
    return evaluate(scenario).value(metric_named(name, [scenario]))


@given(grouped())
def test_a_metric_of_a_quarter_is_what_the_view_has(scenario: Scenario) -> None:
    statement = evaluate(scenario)
    view = monthly_view(statement, by="quarter")
    for at, quarter in enumerate(QUARTERS):
        assert statement.value(metric_named(f"total_fees in {quarter}", [scenario])) == view.total.values[at]
        for fee in view.fees:
            metric = metric_named(f"{fee.line.term} in {quarter}", [scenario])
            if fee.line.members or not fee.is_phased:
                continue
            assert statement.value(metric) == exact_metric(scenario, metric) == fee.amounts[at]


@given(contracts(), money)
@examples(40)
def test_a_sweep_of_a_quarter_is_the_statement_of_every_point(
    given_: tuple[dict[str, Keys], Keys], sales: Decimal
) -> None:
    terms, plan = given_
    scenario = contract(terms, {**plan, "returns": 0})
    metrics = [
        metric_named(f"{name} in q2", [scenario]) for name in ("total_fees", "sales", "stores.closing")
    ]
    point = moved(scenario, {"sales": sales})
    expected = [exact_metric(point, metric) for metric in metrics]
    grid = Grid((axis_of(find(scenario, "sales"), sales),), zipped=False)
    ((_, block),) = sweep([prepared(scenario, grid)], grid, metrics, plain_arrays)
    assert [measured(block, at)[0] for at in range(3)] == expected


def test_what_a_period_is_called() -> None:
    terms = {"a": {"rate": "1%"}}
    for name in ("a in q4", "a in Q4", "a in 10..12", "a in oct..dec"):
        assert value(name, terms) == 3_300
    assert value("a in h2", terms) == 5_800
    assert value("a in 3月", terms) == value("a in mar", terms) == 100
    april = {"sales": 120, "months": {"starts": 4, "sales": {4: 20, "mar": 100}}}
    assert value("a in q4", {"a": {"rate": "100%"}}, april) == 100
    assert value("a in 4", {"a": {"rate": "100%"}}, april) == 20


def test_ratios_of_a_period() -> None:
    terms = {"a": {"rate": "1%"}}
    assert value("fee_ratio in q1", terms) == Decimal("0.01")
    assert value("net_net_sales in q1", terms) == 158_400
    assert value("sales in mar", terms) == 10_000
    assert value("vpo in mar", terms) == Decimal(10_000) / 11
    assert value("stores.closing in mar", terms) == 12


def test_what_is_not_phased_has_no_part() -> None:
    terms: dict[str, Keys] = {"a": {"rate": "1%"}, "b": {"amount": 70}}
    assert value("total_fees in q1", terms) == 1_600
    assert value("b in q1", terms) is None
    assert value("fee_ratio in q1", terms) is None
    assert value("net_net_sales in q1", terms) is None
    cap = {"cap": {"terms": ["a", "b"], "at_most": 5}}
    assert value("cap in q1", terms, together=cap) is None


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a in q5", "a period such as q1"),
        ("a in 13", "a period such as q1"),
        ("a in 11..2", "months inside the contract year"),
        ("b in q1", "a total, a term"),
        ("a in q1 in q2", "one period"),
        ("contribution in q1", "a metric that can be told by period"),
    ],
)
def test_a_period_there_is_none_of(name: str, told: str) -> None:
    scenario = contract({"a": {"rate": "1%"}}, YEARLY, private={"margin": "30%"})
    (fault,) = refused(lambda text: metric_named(text, [scenario], internal=True), name)
    assert told in fault.expected


def test_contract_years_that_begin_in_other_months() -> None:
    scenarios = [
        contract({"a": {"rate": "1%"}}, {"sales": 1, "months": {"starts": starts}}) for starts in (1, 4)
    ]
    assert metric_named("a in q1", scenarios).months == (1, 2, 3)
    (fault,) = refused(lambda text: metric_named(text, scenarios), "a in oct")
    assert "a quarter or a half" in fault.expected


def test_a_metric_of_a_quarter_is_solved_for() -> None:
    """At the threshold itself too: 300,000 of the third quarter are 1.2M of the year."""
    terms = {"a": {"mode": "whole", "tiers": [{"from": 250_000, "rate": "1%"}], "each": "quarter"}}
    statement = evaluate(contract(terms, YEARLY))
    condition = read_question([statement], "sales", "a in q3 >= 2500")
    assert solve_and_assess(condition).solved.answer == 1_000_000
