"""What tiers pay: {tiers, plan} -> amount, at every bound and a cent to either side of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts import Keys, cost


def tiers(mode: str, *steps: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"mode": mode, "tiers": list(steps), **more}


def marginal(*steps: dict[str, Any], **more: Any) -> dict[str, Any]:
    return tiers("marginal", *steps, **more)


def whole(*steps: dict[str, Any], **more: Any) -> dict[str, Any]:
    return tiers("whole", *steps, **more)


def from_(bound: object, rate: str) -> dict[str, Any]:
    return {"from": bound, "rate": rate}


def over(bound: object, rate: str) -> dict[str, Any]:
    return {"over": bound, "rate": rate}


def lump(bound: object, amount: object, kind: str = "from") -> dict[str, Any]:
    return {kind: bound, "amount": amount}


@pytest.mark.parametrize(
    ("sales", "amount"),
    [
        ("7,499,999.99", "0.00"),
        ("7.5M", "60000.00"),
        ("8,999,999.99", "72000.00"),
        ("9M", "108000.00"),
        (0, "0.00"),
    ],
)
def test_of_whole_tiers_the_one_reached_applies_to_all(sales: object, amount: str) -> None:
    assert str(cost(whole(from_("7.5M", "0.8%"), from_("9M", "1.2%")), {"sales": sales})) == amount


@pytest.mark.parametrize(
    ("sales", "amount"),
    [
        ("100", "0.00"),
        ("100.01", "1.00"),
        ("200", "4.00"),
        ("199.99", "2.00"),
        ("300", "6.00"),
        ("300.01", "9.00"),
    ],
)
def test_over_is_reached_only_above_its_bound(sales: object, amount: str) -> None:
    assert str(cost(whole(over(100, "1%"), from_(200, "2%"), over(300, "3%")), {"sales": sales})) == amount


@pytest.mark.parametrize(
    ("sales", "paid_whole", "paid_marginal"),
    [
        ("99.99", 0, 0),
        ("100", 10, 10),
        ("199.99", 10, 10),
        ("200", 25, 35),
        ("200.01", 25, 35),
        ("300.01", 7, 42),
    ],
)
def test_lump_sums_replace_each_other_when_whole_and_add_up_when_marginal(
    sales: str, paid_whole: int, paid_marginal: int
) -> None:
    steps = lump(100, 10), lump(200, 25), lump(300, 7, "over")
    assert cost(whole(*steps), {"sales": sales}) == paid_whole
    assert cost(marginal(*steps), {"sales": sales}) == paid_marginal


@pytest.mark.parametrize(
    ("sales", "amount"),
    [
        ("1000", "0.00"),
        ("1001", "0.01"),
        ("2000", "10.00"),
        ("2001", "10.02"),
        ("3000", "30.00"),
        ("3001", "30.05"),
        ("10000", "380.00"),
    ],
)
@pytest.mark.parametrize("step", [from_, over])
def test_of_marginal_tiers_each_band_pays_its_own_rate(step: Any, sales: str, amount: str) -> None:
    """At its bound a band is empty, so that `from` and `over` come to the same."""
    term = marginal(step(1000, "1%"), step(2000, "2%"), step(3000, "5%"))
    assert str(cost(term, {"sales": sales})) == amount


@pytest.mark.parametrize(
    ("sales", "paid_whole", "paid_marginal"),
    [
        (50, "0.00", "0.00"),
        (99, "10.00", "10.00"),
        (150, "3.00", "11.00"),
        (200, "10.00", "12.00"),
        (300, "15.00", "17.00"),
        (301, "17.00", "34.05"),
        (400, "17.00", "34.05"),
    ],
)
def test_rates_and_lump_sums_may_stand_in_one_ladder(sales: int, paid_whole: str, paid_marginal: str) -> None:
    """The band of a rate ends where the next tier begins, whatever that pays."""
    steps = lump(99, 10), from_(100, "2%"), from_(200, "5%"), lump(301, 17)
    assert str(cost(whole(*steps), {"sales": sales})) == paid_whole
    assert str(cost(marginal(*steps), {"sales": sales})) == paid_marginal


@pytest.mark.parametrize(
    ("volume", "paid_whole", "paid_marginal"),
    [
        (999, "0.00", "0.00"),
        (1000, "10000.00", "0.00"),
        (1500, "10000.00", "3333.33"),
        (2000, "20000.00", "5000.00"),
        (4000, "20000.00", "12500.00"),
    ],
)
def test_tiers_measured_by_volume_pay_on_sales(volume: int, paid_whole: str, paid_marginal: str) -> None:
    """Marginal bands lie on the volume; sales fall into them in proportion."""
    steps, plan = (from_(1000, "1%"), from_(2000, "2%")), {"volume": volume}
    assert str(cost(whole(*steps, measure="volume"), plan)) == paid_whole
    assert str(cost(marginal(*steps, measure="volume"), plan)) == paid_marginal


def test_no_volume_pays_nothing() -> None:
    assert cost(marginal(from_(0, "1%"), measure="volume"), {"volume": 0}) == 0
    assert cost(whole(from_(0, "1%"), measure="volume"), {"volume": 0}) == 10000


@pytest.mark.parametrize(
    ("sales", "paid_whole", "paid_marginal"),
    [
        ("1,099.99", "0.00", "0.00"),
        ("1,100", "11.00", "0.00"),
        ("1,199.99", "12.00", "1.00"),
        ("1,200", "12.00", "1.00"),
        ("1,200.01", "24.00", "1.00"),
        ("1,300", "26.00", "3.00"),
    ],
)
def test_growth_is_reached_to_the_cent(sales: str, paid_whole: str, paid_marginal: str) -> None:
    steps, plan = (from_("110%", "1%"), over("+20%", "2%")), {"sales": sales, "last_year": {"sales": 1000}}
    assert str(cost(whole(*steps, measure="growth"), plan)) == paid_whole
    assert str(cost(marginal(*steps, measure="growth"), plan)) == paid_marginal


def test_a_growth_that_no_division_meets_is_met_exactly() -> None:
    """10 / 3 has no end: bounds are multiplied out instead."""
    plan = {"sales": "110%", "last_year": {"sales": "0.03"}}
    assert cost(whole(lump("110%", 7), measure="growth"), plan) == 7
    assert cost(whole(lump("110%", 7, "over"), measure="growth"), plan) == 0


@pytest.mark.parametrize(
    ("sales", "amount"), [("1,999.99", 0), ("2,000", 20), ("2,000.01", 20), ("2,500", 50)]
)
def test_achievement_is_measured_by_the_target(sales: str, amount: int) -> None:
    term = whole(from_("100%", "1%"), from_("125%", "2%"), measure="achievement")
    assert cost(term, {"sales": sales, "target": 2000}) == amount


@pytest.mark.parametrize(
    ("term", "amount"),
    [
        (whole(from_("110%", "5%"), measure="growth", of="increment"), 10000),
        (whole(from_("900k", "5%"), of="increment"), 10000),
        (whole(from_("1,000,000.01", "5%"), of="increment"), 0),
        (marginal(from_("110%", "5%"), measure="growth", of="increment"), 6000),
        (marginal(from_(0, "5%"), of="increment"), 10000),
        (marginal(from_("800k", "5%"), of="increment"), 10000),
        (marginal(from_("900k", "5%"), of="increment"), 5000),
        (marginal(from_(0, "1%"), from_("850k", "5%"), of="increment"), 8000),
        (marginal(from_(0, "1%"), from_("700k", "5%"), of="increment"), 10000),
        (marginal(from_("100k", "5%"), of="increment", measure="increment"), 5000),
        # Half of the volume lies in the band, and so half of the increment.
        (marginal(from_("900k", "5%"), of="increment", measure="volume"), 5000),
    ],
)
def test_an_increment_is_what_lies_above_last_year(term: Keys, amount: int) -> None:
    """Last year 800,000, this year 1,000,000: the increment is 200,000."""
    assert cost(term, {"last_year": {"sales": "800,000"}, "volume": "1.8M"}) == amount


def test_an_increment_of_a_shrinking_account_is_nothing() -> None:
    plan = {"last_year": {"sales": "1.2M"}}
    assert cost(marginal(from_(0, "5%"), of="increment"), plan) == 0
    assert cost(whole(from_(0, "5%"), of="increment"), plan) == 0
