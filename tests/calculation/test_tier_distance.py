"""How far a plan is from each tier."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ka_terms.calculation.tier_status import tier_statuses
from tests.contracts import Keys, contract


def statuses(term: Keys, plan: Keys) -> list[tuple[object, ...]]:
    scenario = contract(
        {"plain": {"rate": "1%"}, "fee": {"mode": "whole", **term}, "lump": {"amount": 5}}, plan
    )
    found = tier_statuses(scenario)
    assert list(found) == ["fee"]
    tiers: Any = scenario.terms["fee"]
    assert tuple(status.tier for status in found["fee"]) == tiers.tiers
    assert all(status.term is tiers for status in found["fee"])
    assert all(status.kind == scenario.plan.kind(status.quantity) for status in found["fee"])
    return [(one.quantity, one.bound, one.measured, one.reached, one.distance) for one in found["fee"]]


@pytest.mark.parametrize(
    ("sales", "reached", "distances"),
    [
        ("6.9M", [False, False], ["600000", "2100000"]),
        ("7.5M", [True, False], ["0", "1500000"]),
        ("9M", [True, False], ["-1500000", "0"]),
        ("9,000,000.01", [True, True], ["-1500000.01", "-0.01"]),
    ],
)
def test_the_distance_is_what_is_missing(sales: str, reached: list[bool], distances: list[str]) -> None:
    tiers = [{"from": "7.5M", "rate": "0.8%"}, {"over": "9M", "rate": "1.2%"}]
    found = statuses({"tiers": tiers}, {"sales": sales})
    assert [one[0] for one in found] == ["sales", "sales"]
    assert [one[1] for one in found] == [7_500_000, 9_000_000]
    assert len({one[2] for one in found}) == 1
    assert [one[3] for one in found] == reached
    assert [one[4] for one in found] == [Decimal(distance) for distance in distances]
    assert {type(one[3]) for one in found} == {bool}


def test_growth_and_achievement_are_told_in_sales() -> None:
    tiers = [{"from": "110%", "rate": "1%"}]
    plan = {"sales": 1000, "last_year": {"sales": 950}, "target": 900}
    assert statuses({"measure": "growth", "tiers": tiers}, plan) == [("sales", 1045, 1000, False, 45)]
    assert statuses({"measure": "achievement", "tiers": tiers}, plan) == [("sales", 990, 1000, True, -10)]


def test_a_figure_is_told_in_itself() -> None:
    found = statuses({"measure": "volume", "tiers": [{"from": 10, "amount": 1}]}, {"volume": 7})
    assert found == [("volume", 10, 7, False, 3)]


def test_a_distance_loses_no_digit() -> None:
    ((*_, distance),) = statuses(
        {"tiers": [{"from": "999999999999999.00000001", "rate": "1%"}]}, {"sales": "0.00000002"}
    )
    assert distance == Decimal("999999999999998.99999999")


def test_without_tiered_terms_there_is_nothing_to_reach() -> None:
    assert tier_statuses(contract({"fee": {"rate": "1%"}})) == {}
