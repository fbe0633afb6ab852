"""All there is to say of a contract, each part of it made when it is first asked for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ka_terms.analysis.assessment import Assessment, assess, assessed, cases_of
from ka_terms.analysis.comparison import compare
from ka_terms.analysis.defaults import NEAR
from ka_terms.analysis.internal import internal_view
from ka_terms.analysis.ladder.warnings import passed_over, warnings
from ka_terms.calculation.statement import evaluate
from tests.contracts import FULL_PLAN, Keys, case, contract, each

FEES: Keys = {"fee": {"rate": "1%"}}


def on(plan: Keys, **more: object) -> Assessment:
    return assess(evaluate(contract(FEES, plan, **more)))


def test_the_parts_are_those_of_the_statement() -> None:
    statement = evaluate(case("2003 proposal"))
    found = assess(statement, Decimal("0.05"))
    assert (found.name, found.scenario) == (statement.scenario.scenario, statement.scenario)
    assert found.warnings == warnings(statement, Decimal("0.05"))
    assert found.passed_over == passed_over(statement)
    assert found.cases == cases_of(statement) == {}
    uncertain = on({"sales": {"low": 1, "likely": 2, "high": 3}})
    assert tuple(uncertain.cases) == ("low", "likely", "high")


@pytest.mark.parametrize(
    ("private", "internal"), [({"margin": "30%"}, True), ({"margin": "30%"}, False), ({}, True)]
)
def test_the_internal_view_is_there_only_where_it_may_be_shown(private: Keys, internal: bool) -> None:
    scenario = contract(FEES, **({"private": private} if private else {}))
    statement = evaluate(scenario)
    expected = internal_view(statement) if internal else None
    assert assess(statement, internal=internal).internal_view == expected
    assert (expected is None) is not (internal and bool(private))


def test_a_plan_has_a_row_for_what_it_states_and_for_what_follows() -> None:
    assert " ".join(figure.path for figure in on(FULL_PLAN).plan) == (
        "sales sales_incl_tax net_sales volume returns vat target stores.opening "
        "stores.new stores.closed stores.closing stores.average skus.existing skus.new "
        "skus.total events.dm events.launch promoters net_purchases"
    )


def test_figures_stand_beside_last_years() -> None:
    found = {figure.path: figure[2:] for figure in on(FULL_PLAN).plan}
    assert found["sales"] == each(10_050_000, 4_020_000, Decimal("2.5"))
    assert found["stores.opening"] == each(25, 31, Decimal(25) / 31)
    assert found["volume"] == each(20_000, None, None)
    assert on({}).plan == each(("sales", "money", 1_000_000, None, None))


def test_nothing_grows_on_nothing() -> None:
    found = {figure.path: figure for figure in on({"last_year": {"sales": 0}}).plan}
    assert found["sales"][2:] == each(1_000_000, 0, None)


def test_vpo_stands_beside_last_years() -> None:
    stores = {"opening": 10}
    found = on({"stores": stores, "last_year": {"sales": "500k", "stores": stores}}).vpo
    assert found == each("vpo", "average", 100_000, 50_000, 2)
    assert on({"stores": stores}).vpo == each("vpo", "average", 100_000, None, None)


@pytest.mark.parametrize(
    ("opening", "before", "gap"),
    [
        (25, {"opening": 31}, (25, 31)),
        (31, {"opening": 31}, None),
        (25, None, None),
        (None, {"opening": 31}, None),
    ],
)
def test_a_year_should_open_as_the_last_one_closed(
    opening: int | None, before: Keys | None, gap: object
) -> None:
    last_year = {"sales": 1, **({"stores": before} if before else {})}
    stores = {"stores": {"opening": opening}} if opening else {}
    assert on({**stores, "last_year": last_year}).opening_gap == gap


def test_a_comparison_is_assessed_contract_by_contract() -> None:
    contracts = [contract(FEES, private={"margin": "30%"}), case("2003 ask"), case("2003 proposal")]
    comparison = compare(contracts)
    found = assessed(comparison, Decimal("0.9"), internal=True)
    assert found.comparison is comparison
    assert [one.statement for one in found.contracts] == [*comparison.scenarios]
    assert [one.warnings for one in found.contracts] == [
        warnings(statement, Decimal("0.9")) for statement in comparison.scenarios
    ]
    assert [bool(one.internal_view) for one in found.contracts] == [True, False, False]
    usual = assessed(comparison).contracts
    assert [one.warnings for one in usual] == [warnings(one, NEAR) for one in comparison.scenarios]
    assert usual[0].internal_view is None


def test_a_fact_has_no_index() -> None:
    plan = {"facts": {"hardware": "yes"}, "figures": {"own": 3}}
    figures = {figure.path: figure for figure in on({**plan, "last_year": {"sales": 1, **plan}}).plan}
    assert each(figures["facts.hardware"].value, figures["facts.hardware"].last_year) == (1, 1)
    assert (figures["facts.hardware"].growth, figures["own"].growth) == (None, Decimal(1))
