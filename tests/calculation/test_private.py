"""Contribution and the room to the walk-away: what they are, and that every reading agrees."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.calculation.costs import cost_contract
from ka_terms.calculation.figures import Figures
from ka_terms.calculation.private import Private
from ka_terms.calculation.readings.curves import Curves
from ka_terms.calculation.readings.exact import Exact
from ka_terms.calculation.statement import evaluate
from ka_terms.model.vocabulary.metrics import PRIVATE_METRICS
from tests.calculation.test_properties import contracts
from tests.contracts import Keys, contract

D = Decimal
CENT = D("0.01")
BOUNDS: Keys = {"fee_ratio": "25%", "total_fees": 300_000, "net_net_sales": 700_000, "contribution": 50_000}
PRIVATE: Keys = {"margin": "32%", "cost_of_capital": "6%", "walk_away": BOUNDS}
FEE: dict[str, Keys] = {"fee": {"amount": "200,000"}}
DAYS: Keys = {"payment_days": 60}


def metric(name: str, private: Keys = PRIVATE, conditions: Keys = DAYS, **plan: Any) -> Decimal | None:
    return evaluate(contract(FEE, plan, private=private, conditions=conditions)).metric(f"private.{name}")


def test_each_is_what_the_definitions_say() -> None:
    """1,000,000 of sales: margin 320,000, fees 200,000, payment cost 1,000,000 x 60 / 365 x 6% = 9,863.01."""
    contribution = D("110136.99")
    assert metric("contribution") == contribution
    assert metric("contribution_ratio") == D("0.11013699")
    assert metric("room.fee_ratio") == 50_000
    assert metric("room.total_fees") == 100_000
    assert metric("room.net_net_sales") == 100_000
    assert metric("room.contribution") == contribution - 50_000


def test_beyond_a_bound_the_room_is_negative() -> None:
    walk_away = {"fee_ratio": "15%", "total_fees": 150_000, "net_net_sales": 900_000, "contribution": 120_000}
    found = {name: metric(f"room.{name}", {"margin": "30%", "walk_away": walk_away}) for name in walk_away}
    assert found == {
        "fee_ratio": -50_000,
        "total_fees": -50_000,
        "net_net_sales": -100_000,
        "contribution": -20_000,
    }


def test_payment_cost_counts_only_where_both_its_parts_are_known() -> None:
    assert metric("contribution", {"margin": "32%"}) == 120_000
    assert metric("contribution", {"margin": "32%", "cost_of_capital": "6%"}, {}) == 120_000


@pytest.mark.parametrize("name", [name.removeprefix("private.") for name in PRIVATE_METRICS])
def test_what_the_file_does_not_give_is_not_available(name: str) -> None:
    assert metric(name, {"cost_of_capital": "6%"}) is None
    assert evaluate(contract(FEE)).metric(f"private.{name}") is None


@pytest.mark.parametrize(
    ("read", "missing"),
    [
        (lambda private: private("margin"), "margin"),
        (lambda private: private("payment_cost"), "payment_days"),
        (lambda private: private.bound("total_fees"), "walk_away.total_fees"),
    ],
)
def test_what_is_not_given_is_named(read: Callable[[Private[Decimal]], Decimal], missing: str) -> None:
    """Each by what the file would have to say."""
    figures = Figures(contract(FEE).plan, Exact())
    private = Private(contract(FEE, private={"cost_of_capital": "6%"}), figures)
    with pytest.raises(KeyError, match=f"^'{missing}'$"):
        read(private)


def test_without_sales_there_is_a_contribution_but_no_share() -> None:
    assert metric("contribution", sales=0) == -200_000
    assert metric("contribution_ratio", sales=0) is None
    assert metric("room.fee_ratio", sales=0) == -200_000


def test_margin_and_payment_cost_are_quantities_of_their_own() -> None:
    statement = evaluate(contract(FEE, private=PRIVATE, conditions=DAYS))
    assert (statement.private("margin"), statement.private("payment_cost")) == (D(320_000), D("9863.01"))
    bare = evaluate(contract(FEE))
    assert (bare.private("margin"), bare.private("payment_cost")) == (None, None)


@given(contracts(), st.integers(0, 100), st.integers(0, 30), st.integers(0, 365))
def test_the_statement_is_what_plain_decimals_come_to(
    given_: tuple[dict[str, Keys], Keys], margin: int, rate: int, days: int
) -> None:
    private = {"margin": f"{margin}%", "cost_of_capital": f"{rate}%", "walk_away": BOUNDS}
    statement = evaluate(contract(*given_, private=private, conditions={"payment_days": days}))
    sales, fees = Fraction(statement.sales), Fraction(statement.total_fees)
    earned = _to_the_cent(sales * margin / 100)
    cost = _to_the_cent(sales * days * rate / 36_500)
    assert statement.metric("private.contribution") == earned - statement.total_fees - cost
    assert statement.metric("private.room.fee_ratio") == _exactly(sales / 4 - fees)
    assert statement.metric("private.room.net_net_sales") == _exactly(sales - fees - 700_000)


def _to_the_cent(amount: Fraction) -> Decimal:
    return (D(amount.numerator) / D(amount.denominator)).quantize(CENT, ROUND_HALF_UP)


def _exactly(amount: Fraction) -> Decimal:
    return D(amount.numerator) / D(amount.denominator)


def test_as_a_curve_nothing_is_rounded() -> None:
    """Of sales x: 32% of x - 200,000 - x * 60 * 6% / 365."""
    scenario = contract(FEE, private=PRIVATE, conditions=DAYS)
    found = cost_contract(scenario, Curves({"sales": (Fraction(0), Fraction(1))}, Fraction(1)))
    over, under = found.metric(PRIVATE_METRICS["private.contribution"])
    assert under is None
    assert over.over == (Fraction(-200_000), Fraction(32, 100) - Fraction(60 * 6, 36_500))
    assert found.metric(PRIVATE_METRICS["private.contribution_ratio"])[1] == found.figure("sales")
