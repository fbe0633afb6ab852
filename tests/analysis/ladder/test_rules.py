"""Rules of conditions as rows of a ladder: what the fee does at each bound, all else as planned."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ka_terms.analysis.breakeven.condition import read_condition
from ka_terms.analysis.breakeven.solve import TooWide, solve
from ka_terms.analysis.comparison import compare
from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.ladder.ladder import ladders
from ka_terms.analysis.ladder.standing import LadderRow
from ka_terms.analysis.ladder.warnings import warnings
from ka_terms.analysis.sweep.landmarks import cliffs
from ka_terms.calculation.statement import evaluate
from tests.contracts import Keys, contract, each
from tests.metrics import guardrail

PLAN: Keys = {"stores": {"opening": 3, "new": 2}, "facts": {"hardware": "yes", "open": "no"}}


def rules(term: Keys, **plan: Any) -> tuple[LadderRow, ...]:
    (ladder,) = ladders(evaluate(contract({"fee": term}, {**PLAN, **plan})))
    return ladder.rules


@pytest.mark.parametrize(
    ("operator", "payment", "jump"),
    [(">=", 20_000, 20_000), (">", 20_000, 20_000)],
)
def test_a_fee_jumps_up_where_its_rule_begins_to_hold(operator: str, payment: int, jump: int) -> None:
    (row,) = rules({"rate": "1%", "only_if": f"sales {operator} 2M"})
    assert each(row.payment, row.jump, row.status.bound) == (payment, jump, 2_000_000)
    assert row.net is not None
    assert row.net.ends == Decimal("2020202.02")


def test_a_waiver_takes_the_fee_off() -> None:
    (row,) = rules({"rate": "1%", "unless": "sales >= 2M"})
    assert each(row.payment, row.jump) == (0, -20_000)


def test_all_else_is_as_planned() -> None:
    """The second rule fails on the plan, so that the first changes nothing."""
    first, second = rules({"rate": "1%", "only_if": ["sales >= 2M", "stores.new >= 9"]})
    assert each(first.jump, second.jump) == (0, 0)
    facts = {"rate": "1%", "only_if": ["hardware", "open"]}
    assert ladders(evaluate(contract({"fee": facts}, PLAN))) == ()


def test_too_many_steps_are_said() -> None:
    term = {"amount": 9, "per": "volume", "for_every": {"volume": 1}, "only_if": "volume >= 500"}
    (row,) = rules(term, volume="1M")
    assert (row.uncounted, row.payment, row.jump) == (True, None, None)
    scenario = contract({"fee": term}, {"volume": "1M"})
    with pytest.raises(TooWide, match="ask for a narrower range"):
        solve(read_condition([scenario], guardrail("fee >= 5000"), "volume"))


def test_a_cliff_stands_at_the_bound_of_a_rule() -> None:
    scenario = contract({"fee": {"rate": "1%", "only_if": "sales > 2M"}}, PLAN)
    (cliff,) = cliffs([scenario], [find(scenario, "sales")], Decimal(1_000_000), Decimal(3_000_000))
    assert each(cliff.at, cliff.jump) == (2_000_000, 20_000)


def test_a_question_of_one_value_refuses_a_fact() -> None:
    scenario = contract({"fee": {"rate": "1%", "only_if": "hardware"}}, PLAN)
    with pytest.raises(ValueError, match="hardware"):
        read_condition([scenario], guardrail("fee >= 5"), "hardware")


def test_the_change_of_fees_is_split_with_groups_and_rules_too() -> None:
    terms = {"fee": {"rate": "1%"}, "other": {"rate": "2%", "only_if": "sales >= 1.5M"}}
    old = contract(terms, together={"cap": {"terms": ["fee", "other"], "at_most": 9_000}})
    new = contract(terms, {"sales": "2M"}, together={"cap": {"terms": ["fee", "other"], "at_most": 30_000}})
    (found,) = compare([old, new]).versus
    rows = {
        row.term: [int(value or 0) for value in (row.change, row.terms_effect, row.plan_effect)]
        for row in found.differences
    }
    assert rows == {
        "fee": [10_000, 0, 10_000],
        "other": [40_000, 0, 40_000],
        "cap": [-29_000, 21_000, -50_000],
    }
    assert each(found.total.change, found.total.terms_effect, found.total.plan_effect) == (21_000, 21_000, 0)


def swept(path: str, value: Decimal, terms: Keys, plan: Keys) -> Decimal:
    return evaluate(moved(contract(terms, plan), {path: value})).amount("fee")


@pytest.mark.parametrize(
    ("plan", "rule", "path", "bound"),
    [
        (
            {"categories": {"a": {"sales": "38%"}}},
            "categories.a.sales >= 40% of sales",
            "categories.a.sales",
            400_000,
        ),
        ({"returns": "2%"}, "returns > 3% of sales", "returns", 30_000),
        ({"figures": {"own": "15% of sales"}}, "own >= 120k", "own", 120_000),
        # The bound moves with what the categories make: b >= 50% of 400,000 + b.
        (
            {"sales": None, "categories": {"a": {"sales": "400k"}, "b": {"sales": "500k"}}},
            "categories.b.sales >= 50% of sales",
            "categories.b.sales",
            400_000,
        ),
    ],
)
def test_a_rule_moves_its_own_figure_as_a_sweep_of_it_does(
    plan: Keys, rule: str, path: str, bound: int
) -> None:
    """What the plan computes or states as a share is replaced; sales stay as planned unless they follow."""
    terms = {"fee": {"amount": 100, "only_if": rule}}
    (ladder,) = ladders(evaluate(contract(terms, plan)))
    (row,) = ladder.rules
    assert each(row.status.bound, row.jump) == (bound, 100)
    at = Decimal(bound)
    inside, outside = (at, at - 1) if row.status.inclusive else (at + 1, at)
    assert each(swept(path, inside, terms, plan), swept(path, outside, terms, plan)) == (100, 0)


def test_a_bound_that_its_figure_never_meets_stays_where_it_is_planned() -> None:
    plan = {"sales": None, "categories": {"a": {"sales": "400k"}, "b": {"sales": "500k"}}}
    terms = {"fee": {"amount": 100, "only_if": "categories.b.sales >= 100% of sales"}}
    (ladder,) = ladders(evaluate(contract(terms, plan)))
    assert each(ladder.rules[0].status.bound, ladder.rules[0].jump) == (900_000, 0)


def test_all_fees_may_have_too_many_steps_where_the_fee_itself_has_none() -> None:
    bonus = {"mode": "whole", "tiers": [{"from": 500_000, "amount": 9}]}
    lots = {"amount": 1, "per": "sales", "for_every": {"sales": 1}}
    (ladder,) = ladders(evaluate(contract({"bonus": bonus, "lots": lots})))
    (row,) = ladder.rows
    assert row.net is not None
    assert row.all_fees is None


def test_a_rule_that_its_figure_only_falls_below_keeps_its_planned_bound() -> None:
    figures = {"own": 100_000, "branded": "sales - own"}
    (row,) = rules({"amount": 9, "only_if": "sales >= 110% of branded"}, figures=figures)
    # 110% of 900,000; a higher figure lifts the bound by more than itself.
    assert row.status.bound == 990_000


def test_a_warning_tells_its_rule() -> None:
    statement = evaluate(contract({"fee": {"amount": 9_000, "only_if": "sales >= 1,000,001"}}))
    (warning,) = warnings(statement, Decimal("0.01"))
    assert warning.of_tier is None
    assert warning.rule is not None
    assert warning.rule.bound == 1_000_001
