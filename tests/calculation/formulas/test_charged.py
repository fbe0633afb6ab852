"""What a fee of any shape costs by count: figures less what is free, in full lots, band by band."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ka_terms.calculation.costs import exact_costs
from tests.contracts import Keys, contract, cost

STORES = {"stores": {"opening": 10, "new": 5}}
AMOUNTS = [{"from": 0, "amount": "1.5"}, {"over": 249, "amount": 2}]


@pytest.mark.parametrize(
    ("late", "more", "amount"),
    [
        (0, {}, "0.00"),
        (1, {}, "3000.00"),
        (5, {}, "15000.00"),
        (5, {"free": {"late_days": 3}}, "6000.00"),
        (3, {"free": {"late_days": 3}}, "0.00"),
        (2, {"free": {"late_days": 3}}, "0.00"),
        (5, {"at_most": "1% of sales"}, "10000.00"),
        (5, {"for_every": {"late_days": 2}}, "6000.00"),
    ],
)
def test_a_rate_is_paid_for_each_of_a_figure(late: int, more: Keys, amount: str) -> None:
    """0.3% of sales for each day too late."""
    term = {"rate": "0.3%", "per": ["late_days"], **more}
    assert str(cost(term, {"figures": {"late_days": late}})) == amount


def test_a_rate_is_paid_for_each_of_two_figures_on_what_is_left_of_its_base() -> None:
    terms: dict[str, Any] = {
        "rebate": {"rate": "10%"},
        "late": {"rate": "0.1%", "per": ["late_days", "stores.new"], "less": ["rebate"]},
    }
    assert exact_costs(contract(terms, {"figures": {"late_days": 3}, **STORES}))["late"] == 13_500


@pytest.mark.parametrize(
    ("cartons", "free", "amount"),
    [
        ("0", 0, 0),
        ("99.99", 0, 0),
        ("100", 0, 5),
        ("199", 0, 5),
        ("200", 0, 10),
        ("1250", 0, 60),
        ("1250", 50, 60),
        ("1249", 50, 55),
        ("149", 50, 0),
        ("40", 50, 0),
    ],
)
def test_only_full_lots_above_the_free_ones_are_charged(cartons: str, free: int, amount: int) -> None:
    term: dict[str, Any] = {"amount": 5, "per": ["cartons"], "for_every": {"cartons": 100}}
    term |= {"free": {"cartons": free}} if free else {}
    assert cost(term, {"figures": {"cartons": cartons}}) == amount


def test_lots_may_be_parts_of_one() -> None:
    term = {"amount": 5, "per": ["cartons"], "for_every": {"cartons": "0.3"}}
    assert cost(term, {"figures": {"cartons": "0.9"}}) == 15
    assert cost(term, {"figures": {"cartons": "0.8999"}}) == 10


def test_a_fee_a_month_is_paid_twelve_times() -> None:
    assert cost({"amount": 50, "per": ["stores.closing", "months"]}, STORES) == 9_000
    assert cost({"amount": 50, "per": "months"}, {"figures": {"months": 10}}) == 500


@pytest.mark.parametrize(
    ("volume", "free", "paid_whole", "paid_marginal"),
    [
        ("0", 0, "0.00", "0.00"),
        ("1", 0, "1.50", "1.50"),
        ("249", 0, "373.50", "373.50"),
        ("249.01", 0, "498.02", "373.52"),
        ("250", 0, "500.00", "375.50"),
        ("1000", 0, "2000.00", "1875.50"),
        ("1000", 100, "1800.00", "1725.50"),
        ("1000", 249, "1502.00", "1502.00"),
        ("1000", 300, "1400.00", "1400.00"),
        ("1000", 2000, "0.00", "0.00"),
        ("249", 100, "223.50", "223.50"),
    ],
)
def test_of_whole_tiers_the_amount_is_for_all_and_of_bands_for_those_within(
    volume: str, free: int, paid_whole: str, paid_marginal: str
) -> None:
    """The free ones never move the measure, and are the first of all."""
    term: dict[str, Any] = {"measure": "volume", "per": ["volume"], "tiers": AMOUNTS}
    term |= {"free": {"volume": free}} if free else {}
    paid = [str(cost({**term, "mode": mode}, {"volume": volume})) for mode in ("whole", "marginal")]
    assert paid == [paid_whole, paid_marginal]


def test_bands_begin_after_their_bound_however_it_is_reached() -> None:
    steps = [{"from": 0, "amount": 1}, {"from": 250, "amount": 3}]
    term = {"mode": "marginal", "measure": "volume", "per": ["volume"], "tiers": steps}
    assert [cost(term, {"volume": volume}) for volume in (249, 250, 251)] == [249, 250, 253]


def test_below_the_first_bound_nothing_is_paid() -> None:
    term = {"mode": "marginal", "measure": "volume", "per": ["volume"], "tiers": [{"from": 100, "amount": 2}]}
    assert [cost(term, {"volume": volume}) for volume in (99, 100, 101)] == [0, 0, 2]


def test_other_figures_of_bands_count_whole_each_with_its_free_ones() -> None:
    term: dict[str, Any] = {
        "mode": "marginal",
        "measure": "volume",
        "per": ["volume", "stores.closing"],
        "free": {"stores.closing": 5, "volume": 100},
        "tiers": AMOUNTS,
    }
    # (249 - 100) x 1.5 + 51 x 2 = 325.5, times 15 - 5 stores
    assert cost(term, {"volume": 300, **STORES}) == 3_255


def test_bands_of_growth_are_units_of_the_figure_that_grows() -> None:
    term = {
        "mode": "marginal",
        "measure": "growth of volume",
        "per": ["volume"],
        "tiers": [{"from": "100%", "amount": 2}, {"from": "+50%", "amount": 3}],
    }
    last_year = {"sales": 1, "volume": 200}
    found = [cost(term, {"volume": volume, "last_year": last_year}) for volume in (200, 250, 300, 310)]
    assert found == [0, 100, 200, 230]


def test_whole_tiers_in_full_lots() -> None:
    term = {
        "mode": "whole",
        "measure": "volume",
        "per": ["volume", "stores.new"],
        "for_every": {"volume": 100},
        "tiers": [{"from": 0, "amount": 1}, {"from": 500, "amount": 2}],
    }
    assert [cost(term, {"volume": volume, **STORES}) for volume in (99, 499, 500, 601)] == [0, 20, 50, 60]


@pytest.mark.parametrize(
    ("claim", "amount"),
    [
        ({"rate": "50%", "of": "fund"}, "10000.00"),
        ({"amount": 50_000, "at_most": "100% of fund"}, "20000.00"),
        ({"amount": 50, "at_least": "25% of fund"}, "5000.00"),
        ({"rate": "50%", "of": "fund", "less": ["rebate"]}, "9950.00"),
        ({"mode": "whole", "of": "fund", "tiers": [{"from": "1M", "rate": "10%"}]}, "2000.00"),
        ({"mode": "marginal", "of": "fund", "tiers": [{"from": "0.5M", "rate": "10%"}]}, "1000.00"),
    ],
)
def test_a_share_of_another_term_is_of_what_that_is_settled_at(claim: Keys, amount: str) -> None:
    """A term that is not owed counts there too; tiers share it out by the bands of what they are measured by."""
    terms = {"claim": claim, "fund": {"rate": "2%", "owed": "no"}, "rebate": {"amount": 100}}
    assert str(exact_costs(contract(terms))["claim"]) == amount


def test_a_base_below_zero_is_none() -> None:
    terms = {
        "fund": {"amount": 5},
        "rebate": {"amount": 100},
        "claim": {"rate": "50%", "of": "fund", "less": "rebate"},
    }
    assert exact_costs(contract(terms))["claim"] == 0


def test_what_another_term_is_settled_at_is_rounded() -> None:
    terms = {"fund": {"rate": "1%"}, "claim": {"rate": "50%", "of": "fund"}}
    found = exact_costs(contract(terms, {"sales": "149"}, rounding=1))
    assert found == {"fund": 1, "claim": Decimal(1)}
