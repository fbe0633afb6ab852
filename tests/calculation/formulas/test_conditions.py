"""What a term costs under conditions: {rules, plan} -> due or not, at every bound and a hair to either side of it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from ka_terms.calculation.costs import costs, exact_costs
from ka_terms.calculation.readings import plain_arrays
from ka_terms.calculation.readings.arrays import Arrays
from ka_terms.calculation.readings.curves import Curves, X
from ka_terms.calculation.readings.exact import Exact
from ka_terms.calculation.readings.fractions import Fractions
from ka_terms.calculation.readings.scaled import Scaled
from ka_terms.calculation.rule_status import RuleBound, RuleStatus, rule_bounds, rule_statuses
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from tests.contracts import Keys, contract, cost, each

PLAN: Keys = {
    "sales": "1,000,000",
    "returns": "30,000",
    "volume": "1,000",
    "vat": "13%",
    "target": "1.25M",
    "stores": {"opening": 20, "new": 5},
    "last_year": {"sales": "800,000", "volume": 0, "facts": {"hardware": "no"}},
    "figures": {"facings": "33%", "branded": "20% of sales", "promoters": 12},
    "facts": {"hardware": "yes", "open": "no"},
}


def due(rules: Any, field: str = "only_if", **plan: Any) -> bool:
    """Whether a fee of 500 with these rules is paid; its exact, statement's and status' answers are one."""
    scenario = contract({"fee": {"amount": 500, field: rules}}, {**PLAN, **plan})
    amount = exact_costs(scenario)["fee"]
    line = evaluate(scenario).lines[0]
    assert amount in (0, 500)
    assert (line.amount, line.is_due, line.would_cost) == (amount, amount == 500, None if amount else 500)
    return amount == 500


@pytest.mark.parametrize(
    ("rule", "holds"),
    [
        ("sales >= 1M", True),
        ("sales > 1M", False),
        ("sales >= 1,000,000.01", False),
        ("sales > 999,999.99", True),
        ("sales <= 1M", True),
        ("sales < 1M", False),
        ("sales <= 999,999.99", False),
        ("sales < 1,000,000.01", True),
        ("returns <= 3% of sales", True),
        ("returns < 3% of sales", False),
        ("returns <= 2.99% of sales", False),
        ("growth >= +25%", True),
        ("growth > +25%", False),
        ("growth <= 125%", True),
        ("growth < 124.99%", False),
        ("achievement >= 80%", True),
        ("achievement > 80%", False),
        ("facings >= 33%", True),
        ("facings >= 33.01%", False),
        ("branded >= 200,000", True),
        ("branded > 200,000", False),
        ("stores.closing >= 25", True),
        ("stores.average > 22.5", False),
        ("months >= 12", True),
        ("vat >= 13%", True),
        ("hardware", True),
        ("open", False),
        ("last_year.hardware", False),
    ],
)
def test_a_rule_holds_at_its_bound_or_only_beyond(rule: str, holds: bool) -> None:
    assert due(rule) is holds
    assert due(rule, "unless") is not holds
    assert due([rule], "only_if") is holds
    assert due({"any": [rule]}) is holds


YES, NO = "hardware", "open"


@pytest.mark.parametrize(
    ("rules", "holds"),
    [
        ([YES, YES], True),
        ([YES, NO], False),
        ([NO, YES], False),
        ([NO, NO], False),
        ({"any": [YES, NO]}, True),
        ({"any": [NO, YES]}, True),
        ({"any": [NO, NO]}, False),
        ([{"any": [NO, YES]}, YES], True),
        ([{"any": [NO, YES]}, NO], False),
        ([YES, {"any": [NO, NO]}], False),
        ([{"any": [NO, YES]}, {"any": [YES, NO]}], True),
        ([], True),
    ],
)
def test_of_a_list_all_have_to_hold_and_of_any_one_is_enough(rules: Any, holds: bool) -> None:
    """Of `unless` likewise: it waives only where all of its rules hold."""
    assert due(rules) is holds
    assert due(rules, "unless") is (not holds or not rules)


@pytest.mark.parametrize(
    ("only_if", "unless", "paid"),
    [(YES, NO, True), (YES, YES, False), (NO, NO, False), (NO, YES, False)],
)
def test_a_term_is_due_where_both_conditions_let_it(only_if: str, unless: str, paid: bool) -> None:
    term = {"amount": 500, "only_if": only_if, "unless": unless}
    assert cost(term, PLAN) == (500 if paid else 0)


@pytest.mark.parametrize(
    ("term", "amount", "would_cost"),
    [
        ({"rate": "2%", "at_least": 30_000}, "0.00", "30000.00"),
        ({"rate": "2%", "at_most": 15_000}, "0.00", "15000.00"),
        ({"mode": "whole", "tiers": [{"from": 1, "rate": "1%"}], "at_least": 5}, "0.00", "10000.00"),
    ],
)
def test_what_is_not_due_is_nothing_its_least_included(term: Keys, amount: str, would_cost: str) -> None:
    line = evaluate(contract({"fee": {**term, "only_if": NO}}, PLAN)).lines[0]
    assert (str(line.amount), str(line.would_cost)) == (amount, would_cost)


def test_a_tier_that_is_not_reached_leaves_the_least_alone() -> None:
    tiers = {"mode": "whole", "tiers": [{"from": "2M", "rate": "1%"}], "at_least": 5}
    assert cost(tiers, PLAN) == 5
    assert cost({**tiers, "only_if": "sales >= 2M"}, PLAN) == 0


def test_what_is_not_due_is_nothing_for_others_too() -> None:
    """As a base, as a limit, as what comes off a base and as a member of a group."""
    terms = {
        "fund": {"rate": "2%", "only_if": NO},
        "claim": {"rate": "50%", "of": "fund"},
        "capped": {"amount": 900, "at_most": "100% of fund"},
        "net": {"rate": "1%", "less": ["fund"]},
        "fee": {"amount": 100},
    }
    found = exact_costs(
        contract(terms, PLAN, together={"guarantee": {"terms": ["fund", "fee"], "at_least": 150}})
    )
    assert {key: int(value) for key, value in found.items()} == {
        "fund": 0,
        "claim": 0,
        "capped": 0,
        "net": 10_000,
        "fee": 100,
        "guarantee": 50,
    }


def _moved(rules: Any, replaced: dict[str, str]) -> RuleStatus:
    """The status of one rule on a plan with other values."""
    scenario = contract({"fee": {"amount": 500, "only_if": rules}}, PLAN)
    reading = Exact({path: Decimal(value) for path, value in replaced.items()})
    (status,) = rule_statuses(scenario, reading)["fee"]
    return status


@pytest.mark.parametrize("rule", ["growth >= +25%", "growth <= +25%", "growth < 500%"])
def test_growth_on_nothing_does_not_hold_whichever_way_it_points(rule: str) -> None:
    status = _moved(rule, {"last_year.sales": "0"})
    assert (status.holds, status.measured, status.multiple) == (False, None, None)
    assert _moved("achievement <= 900%", {"target": "0"}).holds is False
    assert each(status.field, status.position, str(status.rule)[:6], status.bound) == (
        "only_if",
        1,
        "growth",
        0,
    )


@pytest.mark.parametrize("rule", ["growth >= -50%", "growth <= +25%", "achievement >= 1%"])
def test_on_nothing_a_fee_is_the_same_in_every_reading(rule: str) -> None:
    """At a point of a sweep or a break-even without last year's sales, or without a target."""
    path = "last_year.sales" if rule.startswith("growth") else "target"
    nothing, row = Fraction(0), Scaled(plain_arrays.asarray([0, 9]), 0, 0, 9, None)
    for field, amount in (("only_if", 0), ("unless", 500)):
        scenario = contract({"fee": {"amount": 500, field: rule}}, PLAN)
        assert costs(scenario, Exact({path: Decimal(0)}))["fee"] == amount
        assert costs(scenario, Fractions({path: nothing}))["fee"] == amount
        assert costs(scenario, Curves({path: X}, nothing))["fee"](nothing) == amount
        swept = costs(scenario, Arrays(plain_arrays, {path: row}, None))["fee"]
        assert swept.values.tolist()[0] == amount * 100


def test_a_rule_tells_what_it_compares() -> None:
    rules = [{"any": ["growth >= +30%", "returns <= 3% of sales"]}, "hardware", "vat >= 10%"]
    scenario = contract({"fee": {"amount": 500, "only_if": rules, "unless": "facings < 20%"}}, PLAN)
    statuses = rule_statuses(scenario)["fee"]
    assert [
        (
            status.field,
            status.position,
            str(status.bound),
            str(status.measured),
            str(status.multiple),
            status.holds,
        )
        for status in statuses
    ] == [
        ("only_if", 1, "1040000.0", "1000000", "1.25", False),
        ("only_if", 2, "30000.00", "30000", "None", True),
        ("only_if", 3, "None", "None", "None", True),
        ("only_if", 4, "0.1", "0.13", "None", True),
        ("unless", 1, "0.2", "0.33", "None", False),
    ]
    assert [status.rule.path for status in statuses] == [
        "sales",
        "returns",
        "facts.hardware",
        "vat",
        "facings",
    ]


def _bounds(rule: str) -> list[RuleBound]:
    scenario = contract({"fee": {"amount": 500, "only_if": rule}}, PLAN)
    return [*rule_bounds(rule_statuses(scenario)["fee"], scenario.plan)]


@pytest.mark.parametrize(
    ("rule", "inclusive", "reached", "distance"),
    [
        ("sales >= 1.2M", True, False, "200000"),
        ("sales > 1.2M", False, False, "200000"),
        ("sales <= 1.2M", False, False, "200000"),
        ("sales < 1.2M", True, False, "200000"),
        ("sales >= 1M", True, True, "0"),
        ("sales > 1M", False, False, "0"),
        ("sales <= 1M", False, False, "0"),
        ("sales < 1M", True, True, "0"),
        ("growth >= +10%", True, True, "-120000.0"),
    ],
)
def test_the_answer_of_a_rule_changes_at_its_bound(
    rule: str, inclusive: bool, reached: bool, distance: str
) -> None:
    (bound,) = _bounds(rule)
    assert (bound.quantity, bound.kind, str(bound.rule)[:5]) == ("sales", "money", rule[:5])
    assert (bound.inclusive, bound.reached, str(bound.distance)) == (inclusive, reached, distance)


def test_a_fact_and_growth_on_nothing_have_no_bound() -> None:
    assert _bounds("hardware") == []
    status = _moved("growth >= +5%", {"last_year.sales": "0"})
    assert [*rule_bounds([status], contract({}, PLAN).plan)] == []


def test_a_statement_knows_the_bounds_of_its_rules() -> None:
    statement = evaluate(
        contract({"fee": {"amount": 500, "only_if": "sales >= 2M"}, "other": {"amount": 1}}, PLAN)
    )
    assert [bound.bound for bound in statement.rules("fee")] == [2_000_000]
    assert statement.rules("other") == statement.rules("nothing") == ()


def test_tiers_on_growth_of_any_figure() -> None:
    term = {"mode": "whole", "measure": "growth of volume", "tiers": [{"from": "+5%", "rate": "1%"}]}
    last_year = {"sales": 1, "volume": 1000}
    amounts = [
        cost(term, {"volume": volume, "last_year": last_year}) for volume in ("1049.99", "1050", "2000")
    ]
    assert amounts == [0, 10_000, 10_000]


@pytest.mark.parametrize("of", ["sales", "increment", "returns"])
@pytest.mark.parametrize("mode", ["whole", "marginal"])
def test_at_a_point_without_last_year_no_tier_is_reached(mode: str, of: str) -> None:
    tiers = [{"from": "-100%", "rate": "1%"}, {"over": "-90%", "rate": "2%"}]
    scenario = contract({"fee": {"mode": mode, "measure": "growth", "of": of, "tiers": tiers}}, PLAN)
    moved: Scenario = scenario.model_copy(
        update={"plan": scenario.plan.model_copy(update={"last_year": contract({}, {"sales": 0}).plan})}
    )
    assert exact_costs(scenario)["fee"] > 0
    assert exact_costs(moved)["fee"] == 0
    assert [tier.reached for tier in evaluate(moved).tiers["fee"]] == [False, False]


def test_at_a_point_without_last_year_no_unit_falls_into_a_band() -> None:
    term = {
        "mode": "marginal",
        "measure": "growth of volume",
        "per": ["volume"],
        "tiers": [{"from": "-100%", "amount": 3}],
    }
    scenario = contract({"fee": term}, {**PLAN, "last_year": {"sales": 1, "volume": 5}})
    before = {"last_year": contract({}, {"volume": 0}).plan}
    moved = scenario.model_copy(update={"plan": scenario.plan.model_copy(update=before)})
    assert each(exact_costs(scenario)["fee"], exact_costs(moved)["fee"]) == (3_000, 0)
