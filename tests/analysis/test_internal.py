"""The internal view: margin, contribution, and the room to the walk-away."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ka_terms.analysis.internal import Distance, InternalView, internal_view
from ka_terms.calculation.readings.exact import ratio
from ka_terms.calculation.readings.reading import Uncomputable
from ka_terms.calculation.statement import evaluate
from tests.contracts import Keys, case, contract, each

FEES: Keys = {"fee": {"amount": "200,000"}}


def view(private: Keys, plan: Keys | None = None, **more: object) -> InternalView:
    found = internal_view(evaluate(contract(FEES, plan, private=private, **more)))
    assert found is not None
    return found


def distances(found: InternalView) -> dict[str, tuple[object, ...]]:
    return {one.metric: (one.bound, one.value, one.distance, one.money) for one in found.walk_away}


def test_without_private_values_there_is_no_internal_view() -> None:
    assert internal_view(evaluate(contract(FEES))) is None


def test_contribution_is_margin_less_fees() -> None:
    assert view({"margin": "32%"}) == InternalView(
        Decimal(320_000), None, None, None, Decimal(120_000), Decimal("0.12"), ()
    )


def test_what_finance_knows_comes_off_the_contribution() -> None:
    known = {"margin": "32%", "logistics": "3%", "people": "12,000"}
    found = view(known)
    assert [found.logistics, found.people, found.contribution] == [30_000, 12_000, 78_000]
    assert view({**known, "logistics": "1.5% of sales"}).logistics == 15_000


def test_payment_days_are_costed_on_invoices_with_their_tax() -> None:
    terms = contract(
        FEES,
        {"sales": 1_000_000, "vat": "20%"},
        conditions={"payment_days": 73},
        private={"cost_of_capital": "5%"},
    )
    found = internal_view(evaluate(terms))
    assert found is not None
    assert found.payment_cost == 12_000


def test_without_a_margin_there_is_no_contribution() -> None:
    found = view({"walk_away": {"contribution": "5", "total_fees": "250,000"}})
    assert (found.margin, found.contribution, found.contribution_ratio) == (None, None, None)
    assert distances(found) == {
        "total_fees": (250_000, 200_000, 50_000, 50_000),
        "contribution": (5, None, None, None),
    }


@pytest.mark.parametrize(
    ("days", "rate", "sales", "cost"),
    [
        ("60", "6%", "1,000,000", "9863.01"),
        ("365", "10%", "1,000,000", "100000.00"),
        ("0", "10%", "1,000,000", "0.00"),
        # 73 days are a fifth of a year.
        ("73", "10%", "0.25", "0.01"),
        ("73", "10%", "0.2499", "0.00"),
    ],
)
def test_payment_days_cost_what_the_capital_does(days: str, rate: str, sales: str, cost: str) -> None:
    """sales x days / 365 x rate, rounded half up."""
    conditions = {"payment_days": days}
    found = view({"margin": "100%", "cost_of_capital": rate}, {"sales": sales}, conditions=conditions)
    assert str(found.payment_cost) == cost
    assert found.contribution == Decimal(sales.replace(",", "")).quantize(
        Decimal("0.01")
    ) - 200_000 - Decimal(cost)


def test_payment_days_cost_nothing_unless_both_parts_are_known() -> None:
    assert view({"cost_of_capital": "6%"}).payment_cost is None
    found = view({"margin": "32%"}, conditions={"payment_days": 60})
    assert each(found.payment_cost, found.contribution) == (None, 120_000)


@pytest.mark.parametrize(("currency", "margin"), [("CNY", "0.01"), ("JPY", "0"), ("KWD", "0.005")])
def test_margin_is_rounded_half_up_to_the_minor_unit(currency: str, margin: str) -> None:
    assert str(view({"margin": "50%"}, {"sales": "0.01"}, currency=currency).margin) == margin


@pytest.mark.parametrize(
    ("bound", "distance", "money"), [("20%", "0", 0), ("20.01%", "0.0001", 100), ("18%", "-0.02", -20_000)]
)
def test_the_room_in_a_fee_ratio_is_worth_money(bound: str, distance: str, money: int) -> None:
    ((_, value, room, worth),) = distances(view({"walk_away": {"fee_ratio": bound}})).values()
    assert (value, room, worth) == (Decimal("0.2"), Decimal(distance), money)


@pytest.mark.parametrize(
    ("walk_away", "expected"),
    [
        ({"total_fees": "200,000"}, (200_000, 200_000, 0, 0)),
        ({"total_fees": "199,999.99"}, (Decimal("199999.99"), 200_000, Decimal("-0.01"), Decimal("-0.01"))),
        ({"net_net_sales": "799,999.99"}, (Decimal("799999.99"), 800_000, Decimal("0.01"), Decimal("0.01"))),
        ({"net_net_sales": "800,001"}, (800_001, 800_000, -1, -1)),
        ({"contribution": "100,000"}, (100_000, 120_000, 20_000, 20_000)),
        ({"contribution": "120,000.01"}, (Decimal("120000.01"), 120_000, Decimal("-0.01"), Decimal("-0.01"))),
        ({"contribution": "0"}, (0, 120_000, 120_000, 120_000)),
    ],
)
def test_room_is_positive_below_a_ceiling_and_above_a_floor(
    walk_away: Keys, expected: tuple[object, ...]
) -> None:
    found = distances(view({"margin": "32%", "walk_away": walk_away}))
    assert found == {next(iter(walk_away)): expected}


def test_every_bound_is_told_ceilings_first() -> None:
    bounds = {"contribution": 1, "net_net_sales": 2, "total_fees": 3, "fee_ratio": "4%"}
    found = view({"margin": "32%", "walk_away": bounds})
    assert list(distances(found)) == ["fee_ratio", "total_fees", "net_net_sales", "contribution"]
    assert view({"walk_away": {}}).walk_away == ()


def test_without_sales_a_share_of_them_is_not_available() -> None:
    found = view({"margin": "32%", "walk_away": {"fee_ratio": "18%"}}, {"sales": 0})
    assert found.walk_away == (Distance("fee_ratio", Decimal("0.18"), None, None, Decimal(-200_000)),)
    assert each(found.margin, found.contribution, found.contribution_ratio) == (0, -200_000, None)


def test_no_digit_is_lost() -> None:
    sales = "999999999999999.99999999"
    found = view(
        {"margin": "99.999999%", "walk_away": {"fee_ratio": "99.999999%"}}, {"sales": sales}, currency="CLF"
    )
    assert found.margin == Decimal("999999990000000.0000")
    assert found.walk_away[0].money == Decimal("999999989799999.9999999900000001")


def test_the_agreed_contract_from_inside() -> None:
    private = {"margin": "32%", "walk_away": {"fee_ratio": "18%"}, "cost_of_capital": "6%"}
    found = internal_view(evaluate(case("2003 agreed", private=private, conditions={"payment_days": 60})))
    assert found is not None
    assert each(found.margin, str(found.payment_cost)) == (3_216_000, "99123.29")
    assert found.contribution == Decimal("1575026.71")
    assert found.contribution_ratio == ratio(Decimal("1575026.71"), Decimal(10_050_000))
    assert found.walk_away[0].money == 267_150


def test_a_payment_cost_beyond_what_can_be_told_is_named() -> None:
    private, plan = {"cost_of_capital": "100%"}, {"sales": "900,000,000,000,000"}
    statement = evaluate(contract({}, plan, private=private, conditions={"payment_days": 500_000}))
    with pytest.raises(Uncomputable) as caught:
        internal_view(statement)
    assert caught.value.key == "payment_cost"
