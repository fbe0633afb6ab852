"""Cliffs and crossings along one axis."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.sweep.landmarks import BreakEven, Cliff, cliffs, crossings
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from tests.contracts import case, contract, each
from tests.metrics import as_metric

D = Decimal
WHOLE = {"mode": "whole", "tiers": [{"from": "2M", "rate": "1%"}, {"over": "3M", "rate": "2%"}]}
FLAT = contract({"fee": {"amount": 25_000}})
SHARE = contract({"fee": {"rate": "1%"}})
TIERS = contract({"bonus": WHOLE, "fee": {"rate": "1%"}})


def found(scenarios: Sequence[Scenario], path: str, low: int | str, high: int | str) -> list[Cliff]:
    return cliffs(scenarios, [find(one, path) for one in scenarios], D(low), D(high))


def crossed(scenarios: Sequence[Scenario], low: int, high: int, name: str = "fee") -> list[BreakEven]:
    return crossings(scenarios, [find(one, "sales") for one in scenarios], as_metric(name), D(low), D(high))


def test_cliffs_of_every_contract_in_their_order() -> None:
    assert found([TIERS, FLAT, TIERS], "sales", "1000000", "5000000") == [
        Cliff(0, D(2_000_000), "bonus", D(20_000)),
        Cliff(2, D(2_000_000), "bonus", D(20_000)),
        Cliff(0, D(3_000_000), "bonus", D(30_000)),
        Cliff(2, D(3_000_000), "bonus", D(30_000)),
    ]


def test_what_is_not_owed_has_no_cliff_but_may_cause_one() -> None:
    fund = {**WHOLE, "owed": False}
    terms = {"fund": fund, "fee": {"rate": "1%", "less": ["fund"]}}
    assert found([contract(terms)], "sales", 1_000_000, 2_500_000) == [Cliff(0, D(2_000_000), "fee", D(-200))]


def test_a_cliff_right_at_an_end_counts_and_one_beyond_does_not() -> None:
    assert [cliff.at for cliff in found([TIERS], "sales", 2_000_000, 3_000_000)] == [2_000_000, 3_000_000]
    assert found([TIERS], "sales", 2_000_001, 2_999_999) == []
    assert [cliff.at for cliff in found([TIERS], "sales", 0, 2_000_000)] == [2_000_000]


def test_a_bound_that_moves_past_the_sales_is_a_cliff_downwards() -> None:
    sold = moved(TIERS, {"sales": D(1_500_000)})
    (cliff,) = found([sold], "bonus.tiers.1.from", 1_000_000, 2_500_000)
    assert cliff == Cliff(0, D(1_500_000), "bonus", D(-15_000))


def test_one_value_alone() -> None:
    assert found([TIERS], "sales", 1_000_000, 1_000_000) == []
    assert found([TIERS], "sales", 2_000_000, 2_000_000) == []
    assert crossed([FLAT, SHARE], 1_000_000, 1_000_000) == []


@pytest.mark.parametrize(
    ("path", "low", "high"),
    [
        ("stores.new", "9", "10"),
        ("skus.existing", "20", "21"),
        ("events.dm", "4", "5"),
        ("monthly_rebate.rate", "0", "0.000001"),
        ("monthly_rebate.rate", "0.00000001", "0.00000002"),
        ("sales", "10000000", "10000000.01"),
        ("growth", "2.5", "2.50000001"),
    ],
)
def test_two_values_between_which_a_contract_can_state_none(path: str, low: str, high: str) -> None:
    """Whole stores, the finest rate and the cent: what is looked for between them needs no number in the middle."""
    scenarios = [case("2003 proposal"), case("2003 agreed")]
    assert all(cliff.at in (D(low), D(high)) for cliff in found(scenarios, path, low, high))
    inputs = [find(one, path) for one in scenarios]
    assert crossings(scenarios, inputs, as_metric("total_fees"), D(low), D(high)) == []


def test_a_share_leaps_where_the_increment_it_is_paid_in_bands_of_begins() -> None:
    """1% of sales as soon as there is an increment, which is nothing at last year's sales themselves."""
    term = {"mode": "marginal", "measure": "increment", "of": "sales", "tiers": [{"from": 0, "rate": "1%"}]}
    scenario = contract({"fee": term}, {"last_year": {"sales": "700k"}})
    assert found([scenario], "sales", 500_000, 900_000) == [Cliff(0, D(700_000), "fee", D(7_000))]
    statements = [evaluate(moved(scenario, {"sales": D(at)})) for at in ("700000", "700000.01")]
    assert [statement.total_fees for statement in statements] == [0, 7_000]


def test_a_limit_met_at_no_short_decimal_is_no_cliff() -> None:
    """Sales x 1% less sales x figure comes to its least where a square root does: no leap, however finely looked at."""
    terms = {
        "fee": {"mode": "whole", "less": ["other"], "tiers": [{"from": 0, "rate": "3%"}], "at_least": 20_000},
        "other": {
            "mode": "marginal",
            "of": "increment",
            "less": ["flat"],
            "tiers": [{"from": 1, "rate": "7%"}],
        },
        "flat": {"amount": 3_333},
    }
    scenario = contract(terms, {"last_year": {"sales": "300k"}})
    assert all(abs(cliff.jump) >= 1 for cliff in found([scenario], "sales", 300_010, 2_000_000))


def test_the_least_leap_is_that_of_the_currency() -> None:
    tiers = [{"from": "2M", "amount": "0.001"}, {"from": "3M", "amount": "0.0013"}]
    dinars = contract({"fee": {"mode": "whole", "tiers": tiers}}, currency="KWD")
    assert found([dinars], "sales", 1_000_000, 4_000_000) == [Cliff(0, D(2_000_000), "fee", D("0.001"))]


def test_a_leap_is_between_what_is_paid_on_either_side() -> None:
    """From 3,708 just short of 70,118.125 to 30,051 just behind it: each is rounded, not the difference."""
    tiers = [{"over": "145%", "rate": "12.34%"}, {"from": "175%", "rate": "100%"}]
    plan = {"last_year": {"sales": "40067.5"}, "sales": 60_000}
    term = {"mode": "whole", "measure": "growth", "of": "increment", "tiers": tiers}
    (cliff,) = found([contract({"fee": term}, plan, currency="KRW")], "sales", 69_000, 71_000)
    assert cliff == Cliff(0, D("70118.125"), "fee", D(26_343))


def test_at_a_bound_that_is_not_reached_yet_the_amount_is_what_it_was() -> None:
    """0.25% of 8,038 is 20.095, which is 20.10 at the bound, and 20.09 before it."""
    term = {"mode": "whole", "tiers": [{"from": 1, "rate": "0.25%"}, {"over": 8_038, "amount": 0}]}
    assert found([contract({"fee": term})], "sales", 8_000, 8_100) == [Cliff(0, D(8_038), "fee", D("-20.10"))]
    term = {"mode": "whole", "tiers": [{"from": 1, "rate": "0.25%"}, {"from": 8_038, "amount": 0}]}
    assert found([contract({"fee": term})], "sales", 8_000, 8_100) == [Cliff(0, D(8_038), "fee", D("-20.09"))]


def test_a_leap_too_small_for_its_own_cent_shows_where_the_amounts_differ() -> None:
    tiers = [
        {"from": 1, "amount": "0.0149"},
        {"from": 2, "amount": "0.0151"},
        {"from": 3, "amount": "0.0199"},
    ]
    term = {"mode": "whole", "tiers": tiers}
    assert found([contract({"fee": term})], "sales", "1.5", 4) == [Cliff(0, D(2), "fee", D("0.01"))]


def test_where_two_meet() -> None:
    assert crossed([FLAT, SHARE], 1_000_000, 5_000_000) == [BreakEven(1, 0, D(2_500_000), True)]
    assert crossed([SHARE, FLAT], 1_000_000, 5_000_000) == [BreakEven(0, 1, D(2_500_000), True)]
    assert crossed([FLAT, SHARE], 3_000_000, 5_000_000) == []
    assert crossed([FLAT, FLAT], 1_000_000, 5_000_000) == []
    assert crossed([FLAT, SHARE], 1_000_000, 5_000_000, "fee_ratio") == [BreakEven(1, 0, D(2_500_000), True)]


def test_crossings_of_all_pairs_come_in_their_order() -> None:
    """Twice of the first two, and in between of one with the third."""
    steep = contract({"fee": {"rate": "1%", "at_most": 30_000}})
    falling = contract(
        {"fee": {"mode": "whole", "tiers": [{"from": 0, "amount": 25_000}, {"from": "4M", "rate": "1%"}]}}
    )
    low = contract({"fee": {"amount": 28_000}})
    found = crossed([falling, steep, low], 1_000_000, 5_000_000)
    assert [each(one.above, one.below, one.at) for one in found] == [
        (1, 0, 2_500_000),
        (1, 2, 2_800_000),
        (0, 1, 4_000_000),
        (0, 2, 4_000_000),
    ]


def test_every_contract_has_its_input() -> None:
    input = find(FLAT, "sales")
    for inputs in ([input], [input] * 3):
        with pytest.raises(ValueError, match="zip"):
            cliffs([FLAT, SHARE], inputs, D(1), D(2))
        with pytest.raises(ValueError, match="zip"):
            crossings([FLAT, SHARE], inputs, as_metric("fee"), D(1), D(2))


def test_where_one_leaps_past_the_other() -> None:
    tiers = contract({"fee": {"mode": "whole", "tiers": [{"from": "2M", "amount": 30_000}]}})
    assert crossed([FLAT, tiers], 1_000_000, 5_000_000) == [BreakEven(1, 0, D(2_000_000), False)]


def test_meeting_without_changing_sides_is_no_crossing() -> None:
    capped = contract({"fee": {"rate": "1%", "at_most": 25_000}})
    assert crossed([FLAT, capped], 1_000_000, 5_000_000) == []
    assert crossed([capped, FLAT], 1_000_000, 5_000_000) == []


def test_crossings_rise_whichever_contracts_they_are_of() -> None:
    low = contract({"fee": {"amount": 10_000}})
    assert crossed([FLAT, SHARE, low], 500_000, 5_000_000) == [
        BreakEven(1, 2, D(1_000_000), True),
        BreakEven(1, 0, D(2_500_000), True),
    ]


def test_contracts_a_few_cents_apart_cross_too() -> None:
    lump = contract({"fee": {"amount": "0.5"}})
    assert crossed([lump, SHARE], 0, 100) == [BreakEven(1, 0, D(50), True)]


def test_what_is_not_available_crosses_nothing() -> None:
    assert crossed([FLAT, SHARE], 1_000_000, 5_000_000, "vpo") == []


@given(st.integers(1, 40), st.integers(1, 40), st.integers(10_000, 90_000))
def test_behind_a_crossing_the_other_one_is_higher(rate: int, other: int, amount: int) -> None:
    term: dict[str, Any] = {
        "mode": "marginal",
        "tiers": [{"from": 0, "rate": f"{rate}%"}, {"from": "1M", "rate": f"{other}%"}],
    }
    pair = [contract({"fee": term}), contract({"fee": {"amount": amount, "at_least": "1% of sales"}})]
    for crossing in crossed(pair, 1, 3_000_000):
        for shift, sign in ((-2, -1), (2, 1)):
            at = (crossing.at + shift).quantize(D("0.01"))
            above, below = (
                evaluate(moved(pair[one], {"sales": at})).total_fees
                for one in (crossing.above, crossing.below)
            )
            assert (above - below) * sign >= D("-0.05")
