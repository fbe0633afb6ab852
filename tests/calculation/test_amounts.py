"""What one term costs: {term, plan} -> amount, at every bound and a cent to either side of it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest

from ka_terms.calculation.costs import exact_costs
from ka_terms.calculation.readings.reading import Uncomputable
from tests.contracts import Keys, contract, cost

STORES = {"opening": 25, "new": 6, "closed": 2}
LAST = {"sales": "800,000", "stores": {"opening": 20}}


def whole(bound: object, rate: str, **more: object) -> Keys:
    """One whole tier from a bound on."""
    return {"mode": "whole", "tiers": [{"from": bound, "rate": rate}], **more}


def marginal(bound: object, rate: str, **more: object) -> Keys:
    """One marginal tier from a bound on."""
    return {**whole(bound, rate, **more), "mode": "marginal"}


@pytest.mark.parametrize(
    ("term", "plan", "amount"),
    [
        ({"rate": "2.5%"}, {}, "25000.00"),
        ({"rate": "0%"}, {}, "0.00"),
        ({"rate": "100%"}, {}, "1000000.00"),
        ({"rate": "2.5%"}, {"sales": 0}, "0.00"),
        ({"rate": "2.5%", "of": "net_sales"}, {"returns": "100,000"}, "22500.00"),
        ({"rate": "2.5%", "of": "returns"}, {"returns": "100,000"}, "2500.00"),
        ({"rate": "2.5%", "of": "sales_incl_tax"}, {"vat": "13%"}, "28250.00"),
        ({"rate": "2.5%", "of": "last_year.sales"}, {"last_year": LAST}, "20000.00"),
        ({"rate": "2.5%", "of": "increment"}, {"last_year": LAST}, "5000.00"),
        ({"rate": "2.5%", "of": "increment"}, {"last_year": {"sales": "1,000,000.01"}}, "0.00"),
        ({"rate": "2.5%", "of": "purchases"}, {"figures": {"purchases": "3.9M"}}, "97500.00"),
        ({"rate": "2.5%", "of": "target"}, {"target": "2M"}, "50000.00"),
        ({"rate": "2.5%"}, {"sales": "+150%", "last_year": LAST}, "50000.00"),
        ({"rate": "2.5%"}, {"sales": "-50%", "last_year": LAST}, "10000.00"),
        (
            {"rate": "1%"},
            {"sales": "130%", "last_year": {"sales": "120%", "last_year": {"sales": 1000}}},
            "15.60",
        ),
        (
            {"rate": "1%", "of": "last_year.sales"},
            {"last_year": {"sales": "120%", "last_year": {"sales": 1000}}},
            "12.00",
        ),
    ],
)
def test_a_share_is_taken_of_its_figure(term: Keys, plan: Keys, amount: str) -> None:
    assert str(cost(term, plan)) == amount


@pytest.mark.parametrize(
    ("term", "plan", "amount"),
    [
        ({"amount": "5000"}, {}, "5000.00"),
        ({"amount": "5000", "per": "stores.opening"}, {"stores": STORES}, "125000.00"),
        ({"amount": "5000", "per": "stores.new"}, {"stores": STORES}, "30000.00"),
        ({"amount": "5000", "per": "stores.closed"}, {"stores": STORES}, "10000.00"),
        ({"amount": "5000", "per": "stores.closing"}, {"stores": STORES}, "145000.00"),
        ({"amount": "5000", "per": "stores.average"}, {"stores": STORES}, "135000.00"),
        ({"amount": "5000", "per": "stores.average"}, {"stores": {"opening": 25, "new": 6}}, "140000.00"),
        ({"amount": "5000", "per": "stores.average"}, {"stores": {"opening": 2, "new": 1}}, "12500.00"),
        ({"amount": "5000", "per": "last_year.stores.closing"}, {"last_year": LAST}, "100000.00"),
        ({"amount": 3, "per": "skus.existing"}, {"skus": {"existing": 21, "new": 14}}, "63.00"),
        ({"amount": 3, "per": "skus.new"}, {"skus": {"existing": 21, "new": 14}}, "42.00"),
        ({"amount": 3, "per": "skus.total"}, {"skus": {"existing": 21, "new": 14}}, "105.00"),
        (
            {"amount": 3500, "per": ["stores.closing", "events.dm"]},
            {"stores": STORES, "events": {"dm": 4}},
            "406000.00",
        ),
        (
            {"amount": 3500, "per": ["stores.closing", "events.dm"]},
            {"stores": STORES, "events": {"dm": 0}},
            "0.00",
        ),
        ({"amount": "0.05", "per": "volume"}, {"volume": 333}, "16.65"),
    ],
)
def test_an_amount_is_multiplied_by_its_figures(term: Keys, plan: Keys, amount: str) -> None:
    assert str(cost(term, plan)) == amount


@pytest.mark.parametrize(
    ("free", "existing", "amount"),
    [(35, 34, 0), (35, 35, 0), (35, 36, 2900), (0, 3, 8700), (35, 135, 290000), ("35.5", 36, 1450)],
)
def test_a_free_allowance_comes_off_its_figure_alone(free: object, existing: int, amount: int) -> None:
    term = {"amount": 100, "per": ["skus.total", "stores.closing"], "free": {"skus.total": free}}
    assert cost(term, {"skus": {"existing": existing}, "stores": STORES}) == amount


def test_two_figures_may_have_their_allowances() -> None:
    term = {
        "amount": 1,
        "per": ["skus.total", "stores.closing"],
        "free": {"stores.closing": 9, "skus.total": 3},
    }
    assert cost(term, {"skus": {"existing": 10}, "stores": {"opening": 20}}) == 77


@pytest.mark.parametrize(
    ("limits", "amount"),
    [
        ({"at_least": "24,999.99"}, "25000.00"),
        ({"at_least": "25,000"}, "25000.00"),
        ({"at_least": "25,000.01"}, "25000.01"),
        ({"at_most": "25,000.01"}, "25000.00"),
        ({"at_most": "25,000"}, "25000.00"),
        ({"at_most": "24,999.99"}, "24999.99"),
        ({"at_least": "8% of sales"}, "80000.00"),
        ({"at_least": "8% of returns"}, "25000.00"),
        ({"at_most": "2% of sales"}, "20000.00"),
        ({"at_most": "2% of net_sales"}, "18000.00"),
        ({"at_least": "30,000", "at_most": "40,000"}, "30000.00"),
        ({"at_least": "10,000", "at_most": "20,000"}, "20000.00"),
        # The two cross on this plan: the most prevails.
        ({"at_least": "8% of sales", "at_most": "10,000"}, "10000.00"),
    ],
)
@pytest.mark.parametrize(
    "term",
    [
        {"rate": "2.5%"},
        {"amount": "25,000"},
        whole(0, "2.5%"),
        marginal(0, "2.5%"),
    ],
)
def test_a_fee_stays_within_its_limits_whatever_its_shape(term: Keys, limits: Keys, amount: str) -> None:
    assert str(cost({**term, **limits}, {"returns": "100,000"})) == amount


@pytest.mark.parametrize(
    ("term", "amount"),
    [
        ({"rate": "10%", "less": "a"}, "90000.00"),
        ({"rate": "10%", "less": ["a", "b"]}, "85000.00"),
        ({"rate": "10%", "of": "returns", "less": "a"}, "0.00"),
        ({"rate": "10%", "of": "returns", "less": "b"}, "1000.00"),
        (whole("1M", "10%", less="a"), "90000.00"),
        (whole("1,000,000.01", "10%", less="a"), "0.00"),
        (marginal(0, "10%", less="a"), "90000.00"),
        (marginal("500k", "10%", less="a"), "45000.00"),
        (marginal("500k", "10%", less="a", of="returns"), "0.00"),
        (marginal("900k", "10%", less="b", of="increment"), "7500.00"),
        ({"mode": "marginal", "tiers": [{"from": "500k", "amount": 77}], "less": "a"}, "77.00"),
        ({"rate": "0%", "less": "a", "at_least": "10% of sales"}, "100000.00"),
    ],
)
def test_a_base_is_taken_after_other_terms(term: Keys, amount: str) -> None:
    """a is 10% of sales, b is 50,000; returns are 60,000, last year's sales 800,000."""
    terms = {"fee": term, "a": {"rate": "10%"}, "b": {"amount": "50,000"}}
    plan = {"returns": "60,000", "last_year": LAST}
    assert str(exact_costs(contract(terms, plan))["fee"]) == amount


def test_what_comes_off_a_base_is_rounded_first() -> None:
    """10% of 0.05 is 0.005, which is paid as 0.01: the net is 0.04, not 0.045."""
    terms = {
        "c": {"rate": "100%", "less": "a"},
        "a": {"rate": "10%"},
        "b": {"rate": "50%", "less": ["c", "a"]},
    }
    costs = exact_costs(contract(terms, {"sales": "0.05"}))
    assert {key: str(amount) for key, amount in costs.items()} == {"c": "0.04", "a": "0.01", "b": "0.00"}
    assert list(costs) == ["c", "a", "b"]


@pytest.mark.parametrize(
    ("currency", "sales", "amount"),
    [
        ("CNY", "0.49", "0.00"),
        ("CNY", "0.5", "0.01"),
        ("CNY", "1.49", "0.01"),
        ("CNY", "1.5", "0.02"),
        ("CNY", "2.5", "0.03"),
        ("JPY", "49.99999", "0"),
        ("JPY", "50", "1"),
        ("JPY", "150", "2"),
        ("KWD", "0.0499", "0.000"),
        ("KWD", "0.05", "0.001"),
        ("KWD", "0.25", "0.003"),
        ("CLF", "0.005", "0.0001"),
    ],
)
def test_amounts_round_half_up_to_the_minor_unit(currency: str, sales: str, amount: str) -> None:
    assert str(cost({"rate": "1%"}, {"sales": sales}, currency=currency)) == amount


def test_limits_are_rounded_like_the_fee() -> None:
    assert str(cost({"amount": 0, "at_least": "0.005"})) == "0.01"
    assert str(cost({"amount": 5, "at_most": "0.0049"})) == "0.00"


def test_an_amount_beyond_any_contract_is_named() -> None:
    plan = {"figures": {"a": "1,000,000", "b": "999,999"}}
    assert cost({"amount": "1,000,000M", "per": ["b"]}, plan) == Decimal(999999000000000000)
    with pytest.raises(Uncomputable) as caught:
        cost({"amount": "1,000,000M", "per": ["a"]}, plan)
    assert caught.value.key == "fee"
    assert str(caught.value) == (
        "Found an amount of 10^18 or more for fee. Expected a smaller amount. "
        "Fix: check the number of digits of its factors."
    )


def test_the_largest_numbers_there_are_stay_exact() -> None:
    """Six counts with eight decimals each: no digit is lost before the one rounding."""
    amount, factor = "123456789012.12345678", "1.00000001"
    figures = {f"f{at}": factor for at in range(6)}
    paid = cost({"amount": amount, "per": list(figures)}, {"figures": figures}, currency="CLF")
    assert paid == rounded(Fraction(amount) * Fraction(factor) ** 6, 10_000)


def rounded(value: Fraction, a_unit: int) -> Fraction:
    """Half up, in whole numbers alone: `a_unit` is how many minor units make one."""
    return Fraction(floor(value * a_unit + Fraction(1, 2)), a_unit)


@pytest.mark.parametrize(
    ("measure", "volume", "amount"),
    [
        # 10% x 200,000 x (130 - 110) / (130 - 100)
        ("growth of volume", 130, "13333.33"),
        ("growth of volume", 110, "0.00"),
        ("growth of volume", 100, "0.00"),
        ("growth of volume", 90, "0.00"),
        # as a base like any other: 10% x 200,000 x (130 - 110) / 130
        ("volume", 130, "3076.92"),
    ],
)
def test_bands_of_growth_share_out_an_increment_from_last_years_figure_on(
    measure: str, volume: int, amount: str
) -> None:
    bound = "+10%" if measure != "volume" else 110
    term = {**marginal(bound, "10%", of="increment"), "measure": measure}
    plan = {"last_year": {"sales": "800,000", "volume": 100}, "volume": volume}
    assert str(cost(term, plan)) == amount
