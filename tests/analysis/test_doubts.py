"""Doubts about a contract by itself: which there are, and where each is."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ka_terms.analysis.doubts import Doubt, Given, doubts
from ka_terms.model.catalogue import Catalogue, FeeType
from ka_terms.model.faults import Path
from tests.contracts import contract

MONTHLY = FeeType(
    "monthly_rebate", {"en": "Monthly rebate", "zh-Hans": "月返利"}, aliases=("standing rebate",)
)
KNOWN = Catalogue({"monthly_rebate": MONTHLY})
TIERS: dict[str, Any] = {"mode": "whole", "tiers": [{"from": "3M", "rate": "1%"}]}


def found(terms: dict[str, Any], given: Given = Given(), **more: Any) -> list[tuple[str, Path, str]]:  # noqa: B008
    """Kind, path and sentence of every doubt."""
    plan = more.pop("plan", None)
    return [
        (one.kind, one.at, str(one.sentence)) for one in doubts(contract(terms, plan, **more), given, KNOWN)
    ]


def test_a_plain_contract_raises_none() -> None:
    terms = {"monthly_rebate": {"rate": "3%"}, "own_fee": {"amount": 5}, "year_bonus": TIERS}
    more: dict[str, Any] = {
        "conditions": {"payment_days": 60, "cost_sharing": "half"},
        "private": {"margin": "30%"},
    }
    assert found(terms, plan={"figures": {"promoters": 3}}, **more) == []


def test_another_name_of_a_fee_is_told() -> None:
    given = Given(names={"monthly_rebate": "月返利"})
    sentence = "'月返利' is read as the fee monthly_rebate"
    assert found({"monthly_rebate": {"rate": "3%"}}, given) == [
        ("other_name", ("terms", "monthly_rebate"), sentence)
    ]


@pytest.mark.parametrize("key", ["monthly_rebat", "montly_rebate", "standing rebat"])
def test_a_key_near_a_known_fee_is_told_by_the_key_of_the_fee(key: str) -> None:
    sentence = f"'{key}' is taken as a name of your own, not as monthly_rebate; if that is meant, write monthly_rebate"
    assert found({key: {"rate": "3%"}}) == [("near_key", ("terms", key), sentence)]


def test_a_key_near_an_inherited_one_is_told_beside_it_rather_than_beside_a_fee() -> None:
    at = ("terms", "monthly_rebat")
    given = Given(inherited={at: ["monthly_rebates"]})
    sentence = "'monthly_rebat' stands beside the inherited monthly_rebates, which stays"
    ((kind, path, told),) = found({"monthly_rebat": {"rate": "3%"}}, given)
    assert (kind, path) == ("near_key", at)
    assert told.startswith(sentence)


def test_conditions_figures_and_events_are_looked_at_too() -> None:
    given = Given(
        inherited={("plan", "figures", "promotors"): ["promoters"], ("plan", "events", "dms"): ["dm"]}
    )
    plan = {"figures": {"promotors": 3}, "events": {"dms": 4}}
    assert [(kind, at) for kind, at, _ in found({}, given, plan=plan, conditions={"payment_day": 60})] == [
        ("near_key", ("conditions", "payment_day")),
        ("near_key", ("plan", "figures", "promotors")),
    ]


def test_only_the_first_hundred_new_keys_are_looked_up() -> None:
    terms = {**{f"{n:03}": {"rate": "1%"} for n in range(100)}, "monthly_rebat": {"rate": "1%"}}
    assert found(terms) == []
    del terms["000"]
    assert [kind for kind, _, _ in found(terms)] == ["near_key"]


@pytest.mark.parametrize(
    "key", ["margin", "Gross margin", "unit_cost", "walk_away", "毛利率", "cogs", "net-profit"]
)
def test_what_looks_private_is_told_wherever_it_stands(key: str) -> None:
    places = [("terms", key), ("conditions", key), ("plan", "figures", key)]
    told = found({key: {"rate": "3%"}}, plan={"figures": {key: 3}}, conditions={key: 3})
    assert [(kind, at) for kind, at, _ in told] == [("private_key", at) for at in places]


@pytest.mark.parametrize(
    "key", ["quarterly_rebate", "monthly bonus", "half-year bonus", "月奖", "每季返利", "上半年返利"]
)
def test_tiers_of_a_part_of_the_year_are_told_and_a_rate_is_not(key: str) -> None:
    sentence = (
        f"'{key}' sounds like a fee of a month or quarter, but its tiers are measured on the whole year"
    )
    assert found({key: TIERS}) == [("whole_year", ("terms", key), sentence)]
    assert found({key: {"rate": "3%"}}) == []


def test_the_name_that_was_written_tells_the_part_of_the_year_too() -> None:
    given = Given(names={"some_bonus": "月奖"})
    assert [(kind, at) for kind, at, _ in found({"some_bonus": TIERS}, given)][1:] == [
        ("whole_year", ("terms", "some_bonus"))
    ]


@pytest.mark.parametrize(
    ("least", "most", "told"),
    [
        ("5% of sales", 40_000, "the least, 5% of sales, is above the most, 40,000: the most counts"),
        (60_000, "5% of sales", "the least, 60,000, is above the most, 5% of sales: the most counts"),
        (50_000, "5% of sales", None),
        (400, 500, None),
        (400, None, None),
    ],
)
def test_limits_that_cross_on_the_plan_are_told(least: object, most: object, told: str | None) -> None:
    term = {"rate": "1%", "at_least": least, **({} if most is None else {"at_most": most})}
    doubted = found({"fee": term})
    if told is None:
        assert doubted == []
    else:
        assert doubted == [("crossed_limits", ("terms", "fee", "at_least"), f"on this plan {told}")]


def test_a_number_with_a_point_before_three_digits_is_told_with_both_readings() -> None:
    given = Given(numbers={("plan", "volume"): "1.234"})
    sentence = "'1.234' is read with a decimal point; if the point groups thousands, write 1234"
    assert doubts(contract({}, {"volume": Decimal("1.234")}), given, KNOWN) == [
        Doubt("three_decimals", ("plan", "volume"), sentence, on_key=False)  # type: ignore[arg-type]
    ]
