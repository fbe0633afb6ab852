"""A plan as a file states it."""

from __future__ import annotations

from typing import Any

import pytest

from ka_terms.analysis.assessment import assess
from ka_terms.analysis.resolved_plan import resolved_plan, written
from ka_terms.calculation.statement import evaluate
from tests.contracts import FULL_PLAN, PLAN_2003, Keys, contract


def resolved(plan: Keys) -> dict[str, Any]:
    return resolved_plan(contract({}, plan).plan)


def test_a_growth_is_what_it_comes_to_and_last_year_is_written_in_place() -> None:
    found = resolved(PLAN_2003)
    assert found["sales"] == 10_050_000
    assert found["last_year"]["sales"] == 4_020_000
    assert found["stores"] == {"opening": 25, "new": 10}
    assert assess(evaluate(contract({}, PLAN_2003))).resolved_plan == found


def test_of_an_estimated_growth_every_case_is_what_it_comes_to() -> None:
    growth = {"low": "+10%", "likely": "+20%", "high": "+30%"}
    plan = {"last_year": {"sales": "1M"}, "sales": growth}
    assert resolved(plan)["sales"] == {"low": 1_100_000, "likely": 1_200_000, "high": 1_300_000}


@pytest.mark.parametrize(
    ("last_year", "growth"),
    [
        ("1.01", "+0.000001%"),
        ("0", {"low": "+10%", "likely": "+20%", "high": "+30%"}),
    ],
)
def test_a_growth_stays_one_where_no_file_may_state_its_amount(last_year: str, growth: object) -> None:
    scenario = contract({}, {"last_year": {"sales": last_year}, "sales": growth})
    assert resolved_plan(scenario.plan)["sales"] == written(scenario.plan.model_dump(by_alias=True)["sales"])


def test_tuples_are_written_as_lists_all_the_way_down() -> None:
    assert written({"a": ((1, {"b": (2,)}), 3)}) == {"a": [[1, {"b": [2]}], 3]}


def test_terms_are_stated_as_a_file_does() -> None:
    tiers = [{"from": "1M", "rate": "1%"}]
    scenario = contract(
        {"fee": {"mode": "whole", "tiers": tiers}, "own": {"amount": 5, "per": "stores.new"}}, FULL_PLAN
    )
    found = assess(evaluate(scenario)).stated_terms
    assert contract(found, FULL_PLAN).terms == scenario.terms
    assert isinstance(found["fee"]["tiers"], list)
