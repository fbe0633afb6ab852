"""Warnings: a plan in a dead zone, or close to a bound at which a fee jumps."""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.assessment import assess
from ka_terms.analysis.ladder.ladder import ladder_rows
from ka_terms.analysis.ladder.standing import TierWarning, standing_of
from ka_terms.analysis.ladder.warnings import passed_over, warnings
from ka_terms.calculation.costs import exact_costs
from ka_terms.calculation.statement import evaluate
from ka_terms.presentation.wording.warnings import warning_notes
from ka_terms.presentation.words import words
from tests.contracts import Keys, case, contract, each

WHOLE: Keys = {
    "mode": "whole",
    "tiers": [{"from": "900k", "rate": "0.5%"}, {"from": "1M", "rate": "1%"}],
}


def warned(sales: str, near: str = "0.02", term: Keys = WHOLE, **plan: Any) -> tuple[TierWarning, ...]:
    return warnings(evaluate(contract({"fee": term}, {"sales": sales, **plan})), Decimal(near))


def test_what_is_not_owed_is_warned_of_by_nothing() -> None:
    assert brief(warned("900,000"))
    assert warned("900,000", term={**WHOLE, "owed": False}) == ()


def brief(found: tuple[TierWarning, ...]) -> list[tuple[str, int | None]]:
    return [(warning.kind, warning.tier) for warning in found]


@pytest.mark.parametrize(
    ("sales", "expected"),
    [
        ("881,999.99", []),
        ("882,000", [("near", 1)]),
        ("899,999.99", [("near", 1)]),
        ("900,000", [("dead_zone", 1)]),
        ("904,522.60", [("dead_zone", 1)]),
        # 900,000 / 0.995 = 904,522.61: all is earned back.
        ("904,522.61", [("near", 1)]),
        ("918,000", [("near", 1)]),
        ("918,000.01", []),
        ("980,000", [("near", 2)]),
        ("1M", [("dead_zone", 2)]),
        ("1,005,050.50", [("dead_zone", 2)]),
        ("1,005,050.51", [("near", 2)]),
        ("1.02M", [("near", 2)]),
        ("1,020,000.01", []),
    ],
)
def test_where_the_plan_stands_decides(sales: str, expected: list[tuple[str, int]]) -> None:
    assert brief(warned(sales)) == expected


def test_a_dead_zone_tells_what_stopping_short_would_leave() -> None:
    (found,) = warnings(evaluate(case("2003 proposal")))
    assert found[:3] == ("annual_rebate", "dead_zone", 2)
    assert (found.jump, found.loss, found.ends) == each(50_000, 500, Decimal("10050505.05"))
    (near,) = warned("890,000")
    assert (near.jump, near.loss, near.ends, near.status.distance) == each(4_500, None, None, 10_000)
    assert near.share == Decimal(10_000) / near.status.bound
    assert near.term == "fee"


def test_the_distance_is_the_users_to_set() -> None:
    assert brief(warned("960,000", "0.1")) == [("near", 2)]
    assert brief(warned("890,000", "0")) == []
    assert brief(warned("900,000", "0")) == [("dead_zone", 1)]


def test_of_two_dead_zones_the_worse_is_told_and_of_two_bounds_the_nearer() -> None:
    term = {"mode": "whole", "tiers": [{"from": "100k", "rate": "10%"}, {"from": "105k", "rate": "20%"}]}
    assert brief(warned("106k", term=term)) == [("dead_zone", 1)]
    assert brief(warned("118,120", term=term)) == [("dead_zone", 1)]
    assert brief(warned("955k", "0.5")) == [("near", 2)]


@pytest.mark.parametrize(
    "term",
    [
        {"mode": "marginal", "tiers": [{"from": "1M", "rate": "1%"}]},
        {"mode": "whole", "tiers": [{"from": 0, "rate": "1%"}]},
        {"mode": "whole", "tiers": [{"from": "1M", "amount": 0}]},
        {"mode": "whole", "tiers": [{"from": "500k", "amount": "1k"}, {"from": "990k", "amount": "0.5k"}]},
        {"mode": "whole", "tiers": [{"from": "2M", "rate": "1%"}]},
        {"rate": "1%"},
    ],
)
def test_where_nothing_jumps_up_nothing_is_told(term: Keys) -> None:
    assert warned("1M", term=term) == ()


def test_a_count_warns_of_its_bound_without_a_dead_zone() -> None:
    term = {"mode": "whole", "measure": "stores.new", "tiers": [{"from": 50, "amount": "10k"}]}
    for new in (49, 50, 51):
        assert brief(warned("1M", term=term, stores={"opening": 5, "new": new})) == [("near", 1)]


def test_most_plans_need_no_ladder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ka_terms.analysis.ladder.ladder", None)
    assert warned("1.5M") == ()
    with pytest.raises(ImportError):
        warned("1M")


def test_a_contract_with_more_tiers_than_anybody_has_is_warned_of_as_far_as_is_quickly_told() -> None:
    tiers = [{"from": 990_000 + at, "amount": 1_000 * (at + 1)} for at in range(50)]
    terms = {f"fee_{at}": {"mode": "whole", "tiers": tiers} for at in range(3)}
    statement = evaluate(contract({**terms, "small": WHOLE}))
    assert [warning.term for warning in warnings(statement)] == ["fee_0", "small"]
    assert passed_over(statement) == ("fee_1", "fee_2")
    assert list(warning_notes([assess(statement)], words(["en"])))[-1] == (
        "a contract, fee 1 and fee 2: not checked for dead zones because of too many tiers. "
        "Run ka-terms ladder to check."
    )
    assert passed_over(evaluate(contract({"small": WHOLE}, {"sales": "1.5M"}))) == ()


def overlooked(tiers: int, term: Keys, near: str = "0", **plan: Any) -> tuple[str, ...]:
    """What is passed over of a term with so many tiers, a unit and a cent apart from its first bound on."""
    first, amount = term["from"], term.get("amount", 0)
    steps = [
        {"from": first + at, **({"rate": "1%"} if not amount else {"amount": amount})} for at in range(tiers)
    ]
    shape = {"mode": "whole", **{key: term[key] for key in term if key not in ("from", "amount")}}
    return passed_over(evaluate(contract({"fee": {**shape, "tiers": steps}}, plan)), Decimal(near))


@pytest.mark.parametrize(
    ("term", "near", "plan", "is_candidate"),
    [
        # Just short of its bounds, in no dead zone.
        ({"from": 1_000_001, "amount": 9}, "0.02", {}, True),
        ({"from": 1_000_001, "amount": 9}, "0", {}, False),
        # Past its bounds by less than is paid, by as much and by more.
        ({"from": 999_000, "amount": 1_001}, "0", {}, True),
        ({"from": 999_930, "amount": 1}, "0", {}, False),
        ({"from": 990_000, "amount": 1_000}, "0", {}, False),
        # Bands jump nowhere.
        ({"from": 999_000, "mode": "marginal"}, "0.02", {}, False),
        # A volume moves no sales, and nobody is close to a bound of zero.
        ({"from": 100, "amount": 9_000, "measure": "volume"}, "0", {"volume": 180}, False),
        ({"from": 0, "amount": 9, "measure": "volume"}, "0.02", {"volume": 0}, False),
    ],
)
def test_terms_of_many_tiers_are_passed_over_only_where_the_plan_is_close_to_one(
    term: Keys, near: str, plan: Keys, is_candidate: bool
) -> None:
    assert overlooked(70, term, near, **plan) == (("fee",) if is_candidate else ())


def test_as_many_tiers_are_read_as_may_be_and_no_more() -> None:
    """60 x 60 + 20 x 20 are 4,000 readings."""

    def lumps(count: int) -> Keys:
        return {"mode": "whole", "tiers": [{"from": 999_000 + at, "amount": 9_000} for at in range(count)]}

    assert passed_over(evaluate(contract({"a": lumps(60), "b": lumps(20)}))) == ()
    assert passed_over(evaluate(contract({"a": lumps(60), "b": lumps(20), "c": lumps(1)}))) == ("c",)


@pytest.mark.parametrize(
    ("term", "sales", "plan"),
    [
        # 1,015,000 with tax, of which 7,500 are sales beyond the bound.
        (
            {"measure": "sales_incl_tax", "tiers": [{"from": "1M", "amount": "10k"}]},
            "507,500",
            {"vat": "100%"},
        ),
        (
            {"measure": "increment", "tiers": [{"from": "100k", "amount": "10k"}]},
            "601,000",
            {"last_year": {"sales": "500k"}},
        ),
    ],
)
def test_a_dead_zone_of_what_follows_from_sales_is_told(term: Keys, sales: str, plan: Keys) -> None:
    assert brief(warned(sales, "0", {"mode": "whole", **term}, **plan)) == [("dead_zone", 1)]


def test_the_least_bounds_and_leaps_are_bounds_and_leaps() -> None:
    one_store: Keys = {"mode": "whole", "measure": "stores.new", "tiers": [{"from": 1, "amount": "10k"}]}
    assert brief(warned("1M", term=one_store, stores={"opening": 5, "new": 1})) == [("near", 1)]
    one_yuan: Keys = {"mode": "whole", "tiers": [{"from": "1M", "amount": 1}]}
    assert brief(warned("990,000", term=one_yuan)) == [("near", 1)]


def test_of_two_dead_zones_alike_the_lower_is_told() -> None:
    """Just short of 100,000 and of 110,000 the contract leaves 100,000."""
    term = {"mode": "whole", "tiers": [{"from": "100k", "amount": "10k"}, {"from": "110k", "amount": "20k"}]}
    assert brief(warned("111k", term=term)) == [("dead_zone", 1)]


def test_a_dead_zone_of_less_than_a_cent_has_no_jump() -> None:
    """0.005 and 0.0145 are both paid as 0.01."""
    term = {"mode": "whole", "tiers": [{"from": 0, "amount": "0.005"}, {"from": "1k", "amount": "0.0145"}]}
    (found,) = warned("1k", "0", term)
    assert (found.tier, found.jump, found.loss) == each(2, 0, Decimal("0.01"))


TERM = st.fixed_dictionaries(
    {
        "mode": st.sampled_from(["whole", "marginal"]),
        "measure": st.sampled_from(["sales", "net_sales", "sales_incl_tax", "volume", "growth", "purchases"]),
        "of": st.sampled_from(["sales", "purchases", "increment"]),
    }
)


@given(TERM, st.integers(2, 1_500), st.integers(0, 9_900), st.integers(0, 9_900))
def test_no_dead_zone_is_overlooked(term: Keys, gap: int, first: int, second: int) -> None:
    """The quick look that saves the ladder never differs from what the ladder tells."""
    growth = term["measure"] == "growth"
    bounds = [f"-{gap / 100:.2f}%" if growth else 1_000_000 - gap * 100, "-0.01%" if growth else 999_999]
    tiers = [
        {"from": bounds[0], "rate": f"{Decimal(first) / 100}%"},
        {"from": bounds[1], "rate": f"{Decimal(second) / 100}%"},
    ]
    plan = {
        "last_year": {"sales": "1M"},
        "sales": "1,000,010",
        "returns": 5,
        "vat": "10%",
        "volume": "1,000,003",
        "figures": {"purchases": "1,000,002"},
    }
    statement = evaluate(contract({"fee": {**term, "tiers": tiers}}, plan))
    dead = any(row.loss is not None for row in ladder_rows(statement, "fee"))
    assert bool(warnings(statement, Decimal(0))) == dead


@given(st.integers(900_000, 1_100_000))
def test_the_loss_is_what_the_contract_leaves_just_short_less_what_it_leaves_here(sales: int) -> None:
    (found, *_), terms = (warned(str(sales), "1"), {"fee": WHOLE})
    short = found.status.bound - Decimal("0.01")
    left = [
        place - exact_costs(contract(terms, {"sales": place}))["fee"] for place in (short, Decimal(sales))
    ]
    gain = left[0] - left[1]
    if found.loss is not None:
        assert abs(found.loss - gain) <= Decimal("0.02")
    elif found.status.reached:
        assert gain <= Decimal("0.02")


@pytest.mark.parametrize(
    ("sales", "kind", "tier"),
    [
        ("100", "near", 1),
        ("960,000", "near", 2),
        ("900,001", "dead_zone", 1),
        ("5M", "near", 2),
    ],
)
def test_a_ladder_says_where_the_plan_stands_however_far_it_is(sales: str, kind: str, tier: int) -> None:
    statement = evaluate(contract({"fee": WHOLE}, {"sales": sales}))
    standing = standing_of("fee", ladder_rows(statement, "fee"))
    assert standing is not None
    assert (standing.term, standing.kind, standing.tier) == ("fee", kind, tier)


def test_a_ladder_that_never_leaps_has_nothing_to_stand_at() -> None:
    even: Keys = {"mode": "marginal", "tiers": [{"from": "1M", "rate": "1%"}]}
    statement = evaluate(contract({"fee": even}))
    assert standing_of("fee", ladder_rows(statement, "fee")) is None


LUMP: Keys = {"mode": "whole", "tiers": [{"from": "1M", "amount": 100}]}


@pytest.mark.parametrize(
    ("sales", "term"),
    [
        ("500k", LUMP),
        # What came in beyond the bound is what is paid: all is earned back.
        ("1,000,100", LUMP),
        (
            "1.5M",
            {
                "mode": "marginal",
                "tiers": [{"from": "1.4M", "rate": "1%"}, {"from": "1.499M", "rate": "90%"}],
            },
        ),
        ("1M", {"mode": "whole", "tiers": [{"from": 0, "amount": "2M"}]}),
        ("1M", {"mode": "whole", "measure": "stores.new", "tiers": [{"from": 1, "amount": "2M"}]}),
    ],
)
def test_where_no_dead_zone_can_be_no_ladder_is_looked_at(
    sales: str, term: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ka_terms.analysis.ladder.ladder", None)
    assert warned(sales, "0", term, stores={"opening": 5, "new": 3}) == ()


def test_a_bound_of_nothing_is_never_near(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ka_terms.analysis.ladder.ladder", None)
    term: Keys = {"mode": "whole", "measure": "stores.new", "tiers": [{"from": 0, "amount": 5}]}
    assert warned("1M", term=term, stores={"opening": 5, "new": 0}) == ()


def test_plain_bands_are_never_looked_at_however_near(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ka_terms.analysis.ladder.ladder", None)
    bands: Keys = {"mode": "marginal", "tiers": [{"from": "1M", "rate": "1%"}]}
    assert warned("1M", "0.02", bands) == ()


@pytest.mark.parametrize(
    ("term", "plan"),
    [
        ({"mode": "whole", "measure": "stores.new", "tiers": [{"from": 1, "amount": "0.5"}]}, {}),
        ({"mode": "marginal", "tiers": [{"from": "1.01M", "amount": 1}]}, {}),
        ({"mode": "whole", "tiers": [{"from": "990k", "amount": "0.01"}]}, {}),
    ],
)
def test_however_little_a_bound_pays_or_is_it_is_near(term: Keys, plan: Keys) -> None:
    (found,) = warned("1M", term=term, stores={"opening": 5, "new": 1}, **plan)
    assert found[:3] == ("fee", "near", 1)


@pytest.mark.parametrize(
    ("measure", "bound", "sales"), [("sales_incl_tax", "1.25M", "1.09M"), ("increment", "100k", "1.02M")]
)
def test_what_came_in_beyond_a_bound_is_the_share_of_sales_in_it(
    measure: str, bound: str, sales: str
) -> None:
    term: Keys = {"mode": "whole", "measure": measure, "tiers": [{"from": bound, "amount": "100k"}]}
    found = warned(sales, "0", term, vat="25%", last_year={"sales": "900k"})
    assert brief(found) == [("dead_zone", 1)]


def test_terms_near_a_bound_are_passed_over_too() -> None:
    tiers = [{"from": 990_000 + at, "amount": 1_000 * (at + 1)} for at in range(50)]
    terms = {f"fee_{at}": {"mode": "whole", "tiers": tiers} for at in range(2)}
    assert passed_over(evaluate(contract(terms, {"sales": 989_999}))) == ("fee_1",)


def test_forty_terms_of_ten_tiers_are_within_reason() -> None:
    tiers = [{"from": 990_000 + at, "amount": at + 1} for at in range(10)]
    terms = {f"fee_{at}": {"mode": "whole", "tiers": tiers} for at in range(41)}
    assert passed_over(evaluate(contract(terms))) == ("fee_40",)


def test_of_two_dead_zones_as_costly_the_lower_tier_is_told() -> None:
    """Just short of either bound 100,000 are left, and of 110,000 only 90,000."""
    term: Keys = {
        "mode": "whole",
        "tiers": [{"from": "100k", "amount": "5k"}, {"from": "105k", "amount": "20k"}],
    }
    (found,) = warned("110k", "0", term)
    assert each(found.tier, found.loss, found.ends) == each(1, 10_000, 120_000)


def test_a_dead_zone_may_begin_where_too_little_is_paid_to_show() -> None:
    term: Keys = {
        "mode": "whole",
        "tiers": [{"from": "1M", "amount": "0.004"}, {"from": "1,000,000.002", "amount": 100}],
    }
    (found,) = warned("1,000,050", "0", term)
    assert each(found.tier, found.jump, found.loss) == each(1, 0, 50)


def test_a_standing_names_its_term() -> None:
    for sales in ("960,000", "900,001"):
        standing = standing_of(
            "fee", ladder_rows(evaluate(contract({"fee": WHOLE}, {"sales": sales})), "fee")
        )
        assert standing
        assert standing.term == "fee"
