"""Doubts about a contract by itself: which there are, and where each is."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ka_terms.analysis.doubts.doubts import Doubt, doubts
from ka_terms.model.faults import Path, quoted
from ka_terms.model.settings.catalogue import Catalogue, FeeType
from ka_terms.reading.as_written import Given
from tests.contracts import contract

MONTHLY = FeeType(
    "monthly_rebate", {"en": "Monthly rebate", "zh-Hans": "月返利"}, aliases=("standing rebate",)
)
KNOWN = Catalogue({"monthly_rebate": MONTHLY})
TIERS: dict[str, Any] = {"mode": "whole", "tiers": [{"from": "3M", "rate": "1%"}]}


NOTHING_GIVEN = Given()


def found(terms: dict[str, Any], given: Given = NOTHING_GIVEN, **more: Any) -> list[tuple[str, Path, str]]:
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
    sentence = "'月返利' is read as the fee monthly_rebate."
    assert found({"monthly_rebate": {"rate": "3%"}}, given) == [
        ("other_name", ("terms", "monthly_rebate"), sentence)
    ]


@pytest.mark.parametrize("key", ["monthly_rebat", "montly_rebate", "standing rebat"])
def test_a_key_near_a_known_fee_is_told_by_the_key_of_the_fee(key: str) -> None:
    sentence = f"'{key}' is read as a name of your own, not as monthly_rebate. Write monthly_rebate if that is meant."
    assert found({key: {"rate": "3%"}}) == [("near_key", ("terms", key), sentence)]


def test_a_key_near_an_inherited_one_is_told_beside_it_rather_than_beside_a_fee() -> None:
    at = ("terms", "monthly_rebat")
    given = Given(inherited={at: ["monthly_rebates"]})
    sentence = (
        "'monthly_rebat' is added to the inherited monthly_rebates, which remains. Write "
        "monthly_rebates to replace it."
    )
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


def test_months_of_a_name_near_one_of_the_plan() -> None:
    at = ("plan", "months", "figures", "promoter")
    plan = {
        "figures": {"promoters": 3, "visits": 4},
        "events": {"flyers": 1},
        "months": {
            "figures": {"promoter": {3: 2}, "visits": {3: 4}, "samples": {4: 1}},
            "events": {"flyer": [3]},
        },
    }
    alone = [at, ("plan", "months", "figures", "samples"), ("plan", "months", "events", "flyer")]
    sentence = "'promoter' is read as a name of your own, not as promoters. Write promoters if that is meant."
    assert found({}, Given(listed_alone=alone), plan=plan) == [
        ("near_key", at, sentence),
        ("near_key", alone[2], sentence.replace("promoter", "flyer")),
    ]
    assert found({}, plan=plan) == []


def test_only_the_first_hundred_new_keys_are_looked_up() -> None:
    terms = {**{f"{n:03}": {"rate": "1%"} for n in range(100)}, "monthly_rebat": {"rate": "1%"}}
    assert found(terms) == []
    del terms["000"]
    assert [kind for kind, _, _ in found(terms)] == ["near_key"]


@pytest.mark.parametrize(
    "key",
    [
        *(
            "margin",
            "Gross margin",
            "unit_cost",
            "walk_away",
            "毛利率",
            "cogs",
            "net-profit",
            "purchase_price",
        ),
        *(
            "buying price",
            "purchasing-cost",
            "marge",
            "Marge brute",
            "Deckungsbeitrag",
            "Einkaufspreis",
            "private",
        ),
        *("底价", "底價", "进价", "進價", "进货价", "進貨價格", "商品进价", "採購價", "采购价", "采购价格"),
    ],
)
def test_what_looks_private_is_told_wherever_it_stands(key: str) -> None:
    places = [("terms", key), ("conditions", key), ("plan", "figures", key)]
    told = found({key: {"rate": "3%"}}, plan={"figures": {key: 3}}, conditions={key: 3})
    sentence = f"'{key}' looks private, but everyone who sees this contract sees it."
    assert [one for one in told if one[0] == "private_key"] == [
        ("private_key", at, f"{sentence} Put private values under `private:`.") for at in places
    ]


@pytest.mark.parametrize(
    "key",
    [
        *(
            "quarterly_rebate",
            "monthly bonus",
            "half-year bonus",
            "月奖",
            "每季返利",
            "上半年返利",
            "Q1_rebate",
        ),
        *(
            "weekly_rebate",
            "marketing_monthly",
            "rebate_h2",
            "bi-weekly bonus",
            "semi-annual bonus",
            "新品月返",
        ),
        *("按季奖励", "第一季奖励", "周返"),
    ],
)
def test_tiers_of_a_part_of_the_year_are_told_and_a_rate_is_not(key: str) -> None:
    sentence = (
        f"'{key}' sounds like a monthly or quarterly fee, but its tiers are compared with the whole year."
    )
    assert found({key: TIERS}) == [("whole_year", ("terms", key), sentence)]
    assert found({key: {"rate": "3%"}}) == []


@pytest.mark.parametrize(
    "key", ["月饼费", "季节奖", "q5_bonus", "monthling", "faq1", "week5plan", "周年庆奖"]
)
def test_other_words_are_no_part_of_the_year(key: str) -> None:
    assert found({key: TIERS}) == []


@pytest.mark.parametrize(
    "key", ["底座费", "进价补差费", "price_protection_x", "private_label_fee", "marginal"]
)
def test_other_words_do_not_look_private(key: str) -> None:
    assert found({key: {"rate": "3%"}}) == []


@pytest.mark.parametrize(
    "key", ["shelf-talker", "Shelf_talker", "shelf talker", "shelftalker", "ＳＨＥＬＦ＿talker"]
)
def test_names_alike_but_for_case_and_spaces_are_told(key: str) -> None:
    at = ("terms", key)
    terms = {"shelf_talker": {"amount": 1}, key: {"amount": 2}}
    sentence = f"{quoted(key)} and 'shelf_talker' both count. Keep only one of them if they mean the same."
    assert found(terms) == [("near_key", at, sentence)]
    ((kind, where, told),) = found(terms, Given(inherited={at: ["shelf_talker"]}))
    assert (kind, where) == ("near_key", at)
    assert told.startswith(f"{quoted(key)} is added to the inherited shelf_talker, which remains")


@pytest.mark.parametrize("key", ["payment-days", "paymentdays", "Payment days"])
def test_conditions_alike_but_for_case_and_spaces_are_told(key: str) -> None:
    assert [(kind, at) for kind, at, _ in found({}, conditions={key: 30})] == [
        ("near_key", ("conditions", key))
    ]
    assert len(found({}, conditions={key: 30, "payment_days": 30})) == 1


def test_figures_and_events_alike_but_for_case_are_told() -> None:
    plan = {"figures": {"cases": 3, "Cases": 4}, "events": {"dm": 1, "DM": 2}}
    assert [at for _, at, _ in found({}, plan=plan)] == [
        ("plan", "figures", "Cases"),
        ("plan", "events", "DM"),
    ]


@pytest.mark.parametrize(
    ("key", "fee"),
    [
        ("monthly_rebate", "monthly_rebate"),
        ("月返利", "monthly_rebate"),
        ("standing-rebate", "monthly_rebate"),
        ("own", "own"),
    ],
)
def test_a_figure_that_has_the_name_of_a_fee_is_told(key: str, fee: str) -> None:
    sentence = f"'{key}' is a figure here, but also a name of the fee {fee}. Give the figure another name."
    told = found({"own": {"rate": "1%"}}, plan={"figures": {key: 3}})
    assert told == [("other_meaning", ("plan", "figures", key), sentence)]


def test_a_name_like_that_of_a_total_is_told() -> None:
    told = found({"Total fees": {"rate": "1%"}}, plan={"figures": {"Fee-ratio": 3, "Volume": 3}})
    assert told == [
        (
            "other_meaning",
            ("terms", "Total fees"),
            "'Total fees' is a name of your own and does not mean total_fees. Give it another name.",
        ),
        (
            "other_meaning",
            ("plan", "figures", "Fee-ratio"),
            "'Fee-ratio' is a name of your own and does not mean fee_ratio. Give it another name.",
        ),
        (
            "other_meaning",
            ("plan", "figures", "Volume"),
            "'Volume' is a name of your own and does not mean volume. Give it another name.",
        ),
    ]


def test_the_name_that_was_written_tells_the_part_of_the_year_too() -> None:
    given = Given(names={"some_bonus": "月奖"})
    ((kind, at, sentence),) = found({"some_bonus": TIERS}, given)[1:]
    assert (kind, at) == ("whole_year", ("terms", "some_bonus"))
    assert sentence.startswith("'月奖' sounds like a monthly or quarterly fee")


@pytest.mark.parametrize(
    ("least", "most", "told"),
    [
        (
            "5% of sales",
            40_000,
            "the minimum (5% of sales) is above the maximum (40,000). The maximum counts.",
        ),
        (
            60_000,
            "5% of sales",
            "the minimum (60,000) is above the maximum (5% of sales). The maximum counts.",
        ),
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
        assert doubted == [("crossed_limits", ("terms", "fee", "at_least"), f"On this plan {told}")]


def test_every_term_is_looked_at_for_limits_that_cross_and_the_limit_itself_is_the_place() -> None:
    terms = {"plain": {"rate": "1%"}, "fee": {"rate": "1%", "at_least": "5% of sales", "at_most": 400}}
    (doubt,) = doubts(contract(terms), NOTHING_GIVEN, KNOWN)
    assert (doubt.kind, doubt.at, doubt.on_key) == ("crossed_limits", ("terms", "fee", "at_least"), False)


@pytest.mark.parametrize(("low", "likely", "high", "crossed"), [(1, 5, 9, False), (1, 8, 9, True)])
def test_limits_cross_on_the_likely_plan(low: int, likely: int, high: int, crossed: bool) -> None:
    """10% of sales against 0.6 crosses above sales of 6."""
    plan = {"sales": {"low": low, "likely": likely, "high": high}}
    term = {"rate": "1%", "at_least": "10% of sales", "at_most": "0.6"}
    assert bool(found({"fee": term}, plan=plan)) is crossed


def test_a_number_with_a_point_before_three_digits_is_told_with_both_readings() -> None:
    given = Given(numbers={("plan", "volume"): "1.234"})
    sentence = "'1.234' is read with a decimal point. Write 1234 if the point separates thousands."
    assert doubts(contract({}, {"volume": Decimal("1.234")}), given, KNOWN) == [
        Doubt("three_decimals", ("plan", "volume"), sentence, on_key=False)  # type: ignore[arg-type]  # equal texts
    ]


def test_a_limit_that_is_a_share_of_a_term_is_what_that_term_costs() -> None:
    terms = {"fund": {"rate": "1%"}, "fee": {"rate": "1%", "at_least": "50% of fund", "at_most": 400}}
    (doubt,) = doubts(contract(terms), NOTHING_GIVEN, KNOWN)
    assert doubt.kind == "crossed_limits"  # 50% of 10,000
    assert not doubts(contract({**terms, "fund": {"rate": "0.01%"}}), NOTHING_GIVEN, KNOWN)
