"""A contract at the low, the likely and the high of what its plan estimates."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.assessment import cases_of
from ka_terms.calculation.readings.traced import Traced
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.plan.estimate import CASES
from ka_terms.model.contract.plan.stated_figures import stated
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.settings.catalogue import Catalogue, FeeType
from tests.contracts import CASE, PLAN_2002, PLAN_2003, case, contract

THREE = st.lists(st.integers(0, 20_000_000), min_size=3, max_size=3).map(sorted).filter(lambda n: n[0] < n[2])
FEW = st.lists(st.integers(0, 50), min_size=3, max_size=3).map(sorted).filter(lambda n: n[0] < n[2])


def three(values: list[int], unit: str = "") -> dict[str, Any]:
    return {name: f"{value}{unit}" for name, value in zip(CASES, values, strict=True)}


def figures(statement: Statement) -> dict[str, Any]:
    """Everything a statement says, but for the contract it is of."""
    lines = [
        (line.term, line.amount, line.ratio, {*line.formula.paths(Traced.deciding)}, line.sales_driven)
        for line in statement.lines
    ]
    totals = (statement.sales, statement.stores, statement.vpo, statement.growth, statement.net_net_sales)
    reached = {key: [tier.reached for tier in tiers] for key, tiers in statement.tiers.items()}
    return {"lines": lines, "totals": totals, "fee_ratio": statement.fee_ratio, "reached": reached}


@given(st.sampled_from(list(CASE)[1:]), THREE, FEW, st.booleans())
def test_a_statement_is_the_likely_case_in_every_figure(
    name: str, sales: list[int], openings: list[int], growth: bool
) -> None:
    uncertain = three(sales)
    if growth:
        shares = three([value // 100_000 for value in sales], "%")
        uncertain = {case: f"+{share}" for case, share in shares.items()}
    if len({*uncertain.values()}) == 1:
        uncertain["high"] = "+1000%"
    plan = {**PLAN_2003, "sales": uncertain, "stores": {"opening": 25, "new": three(openings)}}
    scenario = contract(CASE[name], plan)
    assert figures(evaluate(scenario)) == figures(evaluate(scenario.case("likely")))
    assert stated(scenario.plan) == stated(scenario.case("likely").plan)
    assert {type(value) for value in stated(scenario.plan).values()} == {Decimal}


@given(THREE, FEW)
def test_each_case_is_what_the_plan_with_that_number_costs(sales: list[int], openings: list[int]) -> None:
    def on(sales: object, openings: object) -> Scenario:
        stores = {"opening": 25, "new": openings}
        return contract(CASE["2003 agreed"], {**PLAN_2003, "sales": sales, "stores": stores})

    found = cases_of(evaluate(on(three(sales), three(openings))))
    assert tuple(found) == CASES
    for at, statement in enumerate(found.values()):
        assert figures(statement) == figures(evaluate(on(sales[at], openings[at])))


def test_a_certain_plan_has_no_cases() -> None:
    assert cases_of(evaluate(case("2003 agreed"))) == {}


def test_the_likely_case_is_the_statement_itself_and_fees_keep_their_names() -> None:
    fee = FeeType("rebate", {"en": "Our rebate"})
    plan = {"sales": three([1, 2, 3], "M")}
    statement = evaluate(contract({"rebate": {"rate": "2%"}}, plan), Catalogue({"rebate": fee}))
    found = cases_of(statement)
    assert found["likely"] is statement
    assert [one.lines[0].fee for one in found.values()] == [fee._replace(nature="unconditional")] * 3
    assert [one.total_fees for one in found.values()] == [20_000, 40_000, 60_000]


@pytest.mark.parametrize(
    ("sales", "rebate"), [("8M", (0, 50_000, 110_000)), ("9M", (45_000, 50_000, 110_000))]
)
def test_a_tier_may_be_missed_at_the_low(sales: str, rebate: tuple[int, ...]) -> None:
    plan = {**PLAN_2002, "sales": {"low": sales, "likely": "9.999999M", "high": "11M"}}
    found = cases_of(evaluate(contract({"rebate": CASE["2003 proposal"]["annual_rebate"]}, plan)))
    assert tuple(round(statement.total_fees) for statement in found.values()) == rebate


def test_nothing_sold_at_the_low_is_na_there_alone() -> None:
    found = cases_of(evaluate(contract({"rebate": {"rate": "2%"}}, {"sales": three([0, 1, 2], "M")})))
    assert [statement.fee_ratio for statement in found.values()] == [None, Decimal("0.02"), Decimal("0.02")]
