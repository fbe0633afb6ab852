"""Rules of conditions as rows of a ladder: what the fee does at each bound, all else as planned."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ka_terms.analysis.breakeven.condition import read_condition
from ka_terms.analysis.breakeven.solve import TooWide, solve
from ka_terms.analysis.comparison import compare
from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.ladder.ladder import ladders
from ka_terms.analysis.ladder.standing import LadderRow
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
