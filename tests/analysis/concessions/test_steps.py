"""What a step costs, what earns it back, and what no deal costs: the worked case, and rules that always hold."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.asked_sales import read_sales
from ka_terms.analysis.concessions.earn_back import EarnBack
from ka_terms.analysis.concessions.sayable import read_step, round_step
from ka_terms.analysis.concessions.steps import Cost, Steps, steps, target_fees
from ka_terms.analysis.inputs.moved import moved
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.private import Private
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.reading.scenario import load
from ka_terms.reading.settings import read_catalogue
from tests.contracts import Keys, case, contract, refused

SCENARIOS = Path(__file__).parents[3] / "scenarios"
FINANCE: Keys = {"margin": "32%", "cost_of_capital": "5%"}
SHIPPED = read_catalogue(None)


def agreed(**private: object) -> Scenario:
    """What was agreed for 2003, on uncertain sales, with 60 payment days and what finance knows."""
    uncertain = load(SCENARIOS / "uncertain-sales.yaml").scenario
    conditions = {**uncertain.conditions, "payment_days": "60"}
    known = Private.model_validate({**FINANCE, **private})
    return uncertain.model_copy(update={"conditions": conditions, "private": known})


@pytest.fixture(name="found", scope="module")
def _found() -> Steps:
    return steps(agreed(), SHIPPED, against="dm_tg_fee")


def money(*amounts: int) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, amounts))


def cost_of(found: Steps, path: str, change: str = "") -> Cost:
    return next(
        cost
        for cost in found.costs
        if cost.step.path == path and (not change or cost.step.change == Decimal(change))
    )


@pytest.mark.parametrize(
    ("path", "change", "amounts", "earn_back"),
    [
        ("monthly_rebate.rate", "0.001", (7_236, 10_050, 11_055), 35_638),
        ("monthly_rebate.rate", "0.005", (36_180, 50_250, 55_275), 180_755),
        ("events.dm", "1", (122_500, 122_500, 122_500), 432_862),
        ("dm_tg_fee.amount", "500", (70_000, 70_000, 70_000), 247_350),
        ("payment_days", "5", (4_956, 6_884, 7_572), 24_383),
    ],
)
def test_the_steps_of_the_case(
    found: Steps, path: str, change: str, amounts: tuple[int, ...], earn_back: int
) -> None:
    cost = cost_of(found, path, change)
    assert [round(amount) for amount in cost.amounts if amount is not None] == [*amounts]
    assert cost.earn_back.sales is not None
    assert round(cost.earn_back.sales) == earn_back


def test_a_lower_bound_costs_nothing_where_sales_are_on_one_side(found: Steps) -> None:
    cost = cost_of(found, "annual_rebate.tiers.2.from")
    assert (cost.step.old, cost.step.new) == money(9_000_000, 8_500_000)
    assert cost.amounts == money(0, 0, 0)
    assert cost.earn_back.sales is None


def test_a_tenth_of_a_point_in_days_without_orders(found: Steps) -> None:
    assert found.point == 10_050
    assert found.days is not None
    assert [round(days, 1) for days in found.days] == [Decimal("1.3"), Decimal("2.2")]


def test_half_a_point_in_other_words(found: Steps) -> None:
    saying = found.saying
    assert saying.amount == 50_250
    assert [(step.path, round(share, 1)) for step, share in saying.events] == [("events.dm", Decimal("0.4"))]
    assert round(saying.a_store or 0) == 1_436
    assert round(saying.payment_days or 0, 1) == Decimal("36.5")


def test_what_no_deal_costs(found: Steps) -> None:
    broken = found.no_deal
    assert [(month.fees_saved, month.fees_paid) for month in broken.months] == [
        money(139_513, 237_013),
        money(97_659, 195_159),
        money(69_756, 167_256),
    ]
    assert broken.listing == 1_225_000
    assert broken.receivables == 1_652_055


def test_one_flyer_in_everything_else(found: Steps) -> None:
    worth = {each.step.path if each.step else each.kind: each.amounts for each in found.exchange}
    assert found.against is not None
    assert found.against.step.path == "events.dm"
    assert [round(amount * 100, 2) for amount in worth["points"] if amount] == [
        Decimal("1.69"),
        Decimal("1.22"),
        Decimal("1.11"),
    ]
    assert worth["dm_tg_fee.amount"] == money(875, 875, 875)
    assert worth["listing_fee.amount"] == money(250, 250, 250)
    assert {round(amount) for amount in worth["in_goods"] if amount} == {180_147}


def test_their_request_is_told_in_months_of_profit() -> None:
    asked = steps(agreed(), SHIPPED, request=case("2003 ask")).asked
    assert asked is not None
    assert (asked.fees, asked.above) == money(2_469_250, 927_400)
    assert round(asked.months or 0, 1) == Decimal("6.6")


def test_without_a_margin_a_step_still_has_its_cost() -> None:
    found = steps(case("2003 agreed"), SHIPPED)
    assert found.days is None
    assert found.no_deal.months == ()
    assert all(cost.earn_back.sales is None for cost in found.costs)
    assert cost_of(found, "monthly_rebate.rate", "0.001").amounts[1] == 10_050


def test_a_cliff_on_the_way_leaves_no_figure() -> None:
    tiers = [{"from": 900_000, "rate": "1%"}, {"from": 1_010_000, "rate": "3%"}]
    terms: Keys = {
        "monthly_rebate": {"rate": "2%"},
        "annual_rebate": {"mode": "whole", "tiers": tiers},
        "listing_fee": {"amount": 60_000},
    }
    found = steps(contract(terms, {"sales": 1_000_000}, private={"margin": "30%"}), Catalogue())
    small, large = cost_of(found, "monthly_rebate.rate", "0.001"), cost_of(found, "listing_fee.amount")
    assert small.earn_back == EarnBack(Decimal("3717.48"), Decimal(1_010_000))
    assert large.earn_back == EarnBack(None, Decimal(1_010_000))


@given(
    margin=st.integers(10, 60),
    rate=st.integers(0, 8),
    fixed=st.integers(1, 500_000),
    sales=st.integers(100_000, 9_000_000),
)
def test_earned_back_the_contribution_is_the_same(margin: int, rate: int, fixed: int, sales: int) -> None:
    terms: Keys = {"monthly_rebate": {"rate": f"{rate}%"}, "display_fee": {"amount": fixed}}
    made = contract(terms, {"sales": sales}, private={"margin": f"{margin}%", "logistics": "1%"})
    found = steps(made, Catalogue())
    for cost in found.costs:
        with exactly():
            new = evaluate(moved(cost.step.of(made), {"sales": sales + (cost.earn_back.sales or Decimal(0))}))
            left = new.metric("private.contribution")
            today = found.statement.metric("private.contribution")
        assert cost.earn_back.sales is not None
        assert left is not None
        assert today is not None
        assert 0 <= left - today + Decimal("0.01") <= Decimal("0.03")


@given(
    rate=st.integers(1, 9),
    amount=st.integers(1, 20_000),
    stores=st.integers(1, 90),
    sales=st.integers(100_000, 9_000_000),
)
def test_each_step_is_the_difference_of_two_statements(
    rate: int, amount: int, stores: int, sales: int
) -> None:
    terms: Keys = {
        "monthly_rebate": {"rate": f"{rate}%"},
        "share": {"rate": "50%", "of": "monthly_rebate"},
        "dm_fee": {"amount": amount, "per": ["stores.closing", "events.dm"], "at_least": "3% of sales"},
        "annual_rebate": {
            "mode": "whole",
            "tiers": [{"from": "3M", "rate": "1%"}, {"from": "5M", "amount": 900}],
        },
    }
    made = contract(terms, {"sales": sales, "stores": {"opening": stores}, "events": {"dm": 3}})
    found = steps(made, Catalogue())
    assert {cost.step.kind for cost in found.costs} >= {"rate", "amount", "event", "bound"}
    for cost in found.costs:
        for point, told in zip(found.cases, cost.amounts, strict=True):
            at = moved(made, {"sales": point.sales})
            assert told == evaluate(cost.step.of(at)).total_fees - evaluate(at).total_fees


@pytest.mark.parametrize(
    ("value", "parts", "step"),
    [
        (3_500, 6, 500),
        (4_000, 6, 500),
        (1_000, 6, 100),
        (8_000, 6, 1_000),
        (9_000_000, 15, 500_000),
        (0, 6, 0),
    ],
)
def test_a_step_is_a_round_number(value: int, parts: int, step: int) -> None:
    assert round_step(Decimal(value), parts) == step


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("dm_tg_fee.amount=+500", "4000"),
        ("dm_tg_fee.amount=-500", "3000"),
        ("dm_tg_fee.amount=4,200", "4200"),
        ("monthly_rebate=+0.5%", "0.03"),
        ("monthly_rebate=3%", "0.03"),
    ],
)
def test_a_step_of_the_user_s_own(text: str, new: str) -> None:
    assert read_step(text, case("2003 agreed"), SHIPPED).new == Decimal(new)


@pytest.mark.parametrize("text", ["dm_tg_fee.amount", "nothing=+1", "monthly_rebate=-9%", "sales=+x"])
def test_a_step_that_leads_nowhere_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Expected"):
        read_step(text, case("2003 agreed"), SHIPPED)


@pytest.mark.parametrize(
    ("limits", "fees"),
    [
        ({"fee_ratio": "15%"}, 1_507_500),
        ({"total_fees": "1.5M"}, 1_500_000),
        ({"net_net_sales": "8.6M"}, 1_450_000),
        ({"contribution": "1.7M", "fee_ratio": "18%"}, 1_433_397),
    ],
)
def test_the_fees_of_a_target_are_those_of_its_tightest_limit(limits: Keys, fees: int) -> None:
    statement = evaluate(agreed(target=limits).case("likely"))
    assert round(target_fees(statement) or 0) == fees


def priced(terms: Keys, plan: Keys | None = None, **more: object) -> Steps:
    return steps(contract(terms, plan, private={"margin": "30%"}, **more), Catalogue())


def test_what_is_not_owed_and_what_cannot_rise_has_no_step() -> None:
    terms: Keys = {
        "fund": {"rate": "2%", "owed": "no"},
        "all_of_it": {"rate": "99.95%", "at_most": 10},
        "nothing": {"amount": 0},
        "case_rebate": {
            "mode": "whole",
            "tiers": [{"from": "0.5", "rate": "1%"}, {"from": "2.5", "rate": "2%"}],
        },
        "step_award": {"mode": "whole", "measure": "growth", "tiers": [{"from": "+0%", "rate": "1%"}]},
    }
    found = priced(terms, {"sales": 1_000_000, "last_year": {"sales": 900_000}})
    assert {cost.step.term for cost in found.costs} == {"case_rebate", "step_award"}


def test_a_term_on_another_is_priced_alone() -> None:
    terms: Keys = {"base": {"rate": "10%"}, "share": {"rate": "5%", "of": "base"}}
    assert cost_of(priced(terms), "share.rate", "0.001").amounts[1] == 100


def test_without_sales_nothing_is_earned_back() -> None:
    found = priced({"fee": {"amount": 600}}, {"sales": 0})
    assert cost_of(found, "fee.amount").earn_back == EarnBack(None, None)


def test_tiers_that_are_passed_without_a_jump_are_followed() -> None:
    tiers = [{"over": 0, "rate": "1%"}, {"over": 1_100_000, "rate": "2%"}]
    terms: Keys = {"fee": {"rate": "1%"}, "rebate": {"mode": "marginal", "tiers": tiers}}
    assert cost_of(priced(terms), "fee.rate", "0.001").earn_back == EarnBack(Decimal("3584.23"), None)


def test_a_fee_that_falls_just_above_the_plan_is_earned_back_at_once() -> None:
    tiers = [{"from": 0, "rate": "3%"}, {"over": 1_000_000, "rate": "1%"}]
    terms: Keys = {"fee": {"rate": "1%"}, "rebate": {"mode": "whole", "tiers": tiers}}
    assert cost_of(priced(terms), "fee.rate", "0.001").earn_back.sales == 0


def test_fees_with_too_many_lots_are_not_followed() -> None:
    terms: Keys = {"pallets": {"amount": 60, "per": "cartons", "for_every": {"cartons": 1}}}
    plan: Keys = {"sales": 1_000_000, "figures": {"cartons": "0.5 x sales"}}
    assert cost_of(priced(terms, plan), "pallets.amount").earn_back == EarnBack(None, None)


def test_a_case_that_the_plan_has_no_room_for_is_unknown() -> None:
    found = priced({"fee": {"rate": "1%"}}, {"sales": 1_000_000, "returns": 900_000})
    assert [amount is None for amount in cost_of(found, "fee.rate", "0.001").amounts] == [True, False, False]


def test_a_step_that_low_sales_have_no_room_for_is_unknown_there() -> None:
    plan: Keys = {"sales": 1_000_000, "categories": {"toys": {"sales": 790_000}}}
    made = contract({"fee": {"rate": "1%", "of": "categories.toys.sales"}}, plan)
    own = [read_step("categories.toys.sales=+20,000", made, Catalogue())]
    found = steps(made, Catalogue(), own)
    assert cost_of(found, "categories.toys.sales").amounts == (None, *money(200, 200))


def test_an_own_step_that_makes_no_contract_is_left_out() -> None:
    tiers = [{"from": 900_000, "rate": "1%"}, {"from": 950_000, "rate": "2%"}]
    made = contract({"rebate": {"mode": "whole", "tiers": tiers}})
    own = [read_step("rebate.tiers.1.from=960,000", made, Catalogue())]
    assert all(cost.step.kind != "own" for cost in steps(made, Catalogue(), own).costs)


def test_sales_are_asked_for_as_growth_too() -> None:
    sales = read_sales("+80%", agreed(), "low"), None
    assert steps(agreed(), SHIPPED, sales=sales).cases[0].sales == 7_236_000


def test_an_exchange_of_nothing_known_is_refused() -> None:
    with pytest.raises(ValueError, match="a term or an event that has a step"):
        steps(agreed(), SHIPPED, against="dm_tg_fe")


def test_without_a_margin_goods_in_kind_have_no_rate() -> None:
    found = steps(case("2003 agreed"), SHIPPED, against="monthly_rebate", request=case("2003 ask"))
    assert "in_goods" not in {each.kind for each in found.exchange}
    assert found.asked is not None
    assert found.asked.months is None


def test_a_request_without_terms_is_refused() -> None:
    with pytest.raises(ValueError, match="a request with terms"):
        steps(agreed(), SHIPPED, request=contract({}))


def test_an_account_that_loses_money_loses_nothing_without_orders() -> None:
    found = steps(contract({"fee": {"rate": "40%"}}, private={"margin": "30%"}), Catalogue())
    assert found.no_deal.months == ()
    assert found.days is None


@pytest.mark.parametrize(
    ("asked", "days", "cost"),
    [
        ("payment_days=+10", 70, "13767.12"),
        ("conditions.payment_days = 90", 90, "41301.37"),
        ("payment_days=75 after month end", 90, "41301.37"),
        ("payment_days=-60", 0, "-82602.74"),
    ],
)
def test_payment_days_are_a_step_of_the_users_own_too(asked: str, days: int, cost: str) -> None:
    found = steps(agreed(), SHIPPED, [read_step(asked, agreed(), SHIPPED)])
    (own,) = (cost for cost in found.costs if cost.step.path == "payment_days" and cost.step.change != 5)
    planned = own.amounts[1]
    assert planned is not None
    assert (own.step.new, round(planned, 2)) == (Decimal(days), Decimal(cost))


def test_a_step_of_payment_days_needs_what_a_day_costs() -> None:
    without_days = case("2003 agreed")
    (fault,) = refused(read_step, "payment_days=+5", without_days, SHIPPED)
    assert fault.expected == "a file with `payment_days` under `conditions`"
    without_rate = agreed().model_copy(update={"private": None})
    (fault,) = refused(read_step, "payment_days=+5", without_rate, SHIPPED)
    assert fault.expected == "a file with `cost_of_capital` under `private`"
    (fault,) = refused(read_step, "payment_days=-61", agreed(), SHIPPED)
    assert fault.mend == "write a smaller step"
