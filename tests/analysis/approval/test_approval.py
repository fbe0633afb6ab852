"""The page of an approval: the worked case to the last digit, and drawn contracts against arithmetic of their own."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ka_terms.analysis.approval.approval import Approval, Contracts, approval
from ka_terms.analysis.asked_sales import read_low
from ka_terms.model.contract.private import Private
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.numbers.growth import read_growth
from ka_terms.reading.scenario import load
from ka_terms.reading.settings import read_catalogue, read_policy
from tests.cli.material import AGREED, ASK, LAST, PROPOSAL
from tests.contracts import contract, each
from tests.examples import examples

CATALOGUE = read_catalogue()
PRIVATE = {"margin": "32%", "walk_away": {"fee_ratio": "18%"}}
CASE = tuple(load(path, CATALOGUE.canonical).scenario for path in (AGREED, LAST, ASK, PROPOSAL))


def with_private(scenario: Scenario, private: dict[str, Any] = PRIVATE, **more: object) -> Scenario:
    return scenario.model_copy(update={"private": Private.model_validate(private), **more})


@pytest.fixture(scope="module")
def page() -> Approval:
    agreed, *others = CASE
    policy = read_policy("china-supplier-charges", CATALOGUE.canonical)
    return approval(Contracts(with_private(agreed), *others), read_growth("+80%"), policy, CATALOGUE)


def test_the_figures_of_the_worked_case(page: Approval) -> None:
    shown = {
        column.role: (
            *(None if value is None else int(value) for value in (column.sales, column.fees, column.fixed)),
            column.fee_ratio and round(column.fee_ratio * 100, 1),
            column.contribution,
        )
        for column in page.columns
    }
    assert shown == {
        "last_contract": (4_020_000, 986_100, 564_000, Decimal("24.5"), 300_300),
        "old_terms": (10_050_000, 1_745_500, 640_000, Decimal("17.4"), 1_470_500),
        "request": (10_050_000, 2_469_250, 1_112_500, Decimal("24.6"), 746_750),
        "first_offer": (10_050_000, 913_750, 662_500, Decimal("9.1"), 2_302_250),
        "approval": (10_050_000, 1_541_850, 1_170_000, Decimal("15.3"), 1_674_150),
        "walk_away": (10_050_000, 1_809_000, None, Decimal("18.0"), 1_407_000),
    }
    approved = page.column("approval")
    assert approved
    assert approved.contribution_ratio
    assert round(approved.contribution_ratio * 100, 1) == Decimal("16.7")


def test_what_it_stands_against(page: Approval) -> None:
    old, request = page.against_old, page.against_request
    assert old
    assert old.ratio
    assert request
    assert each(old.amount, round(old.ratio * 100, 1)) == (-203_650, Decimal("-2.0"))
    assert request.amount == -927_400


def test_every_term_that_differs(page: Approval) -> None:
    effects = page.effects
    assert effects
    assert [each(one.term, one.effect) for one in effects.largest] == [
        ("dm_tg_fee", -314_000),
        ("annual_rebate", 70_350),
        ("anniversary_fee", 40_000),
    ]
    assert each(effects.rest, effects.rest_count, effects.total) == (0, 3, -203_650)


def test_lower_sales(page: Approval) -> None:
    cases = [
        each(
            case.kinds,
            int(case.sales),
            case.fee_ratio and round(case.fee_ratio * 100, 1),
            case.contribution,
            case.dearer,
            case.within,
        )
        for case in page.low.cases
    ]
    assert cases == [
        (("last_year",), 4_020_000, Decimal("31.6"), 15_900, True, False),
        (("break_even",), 6_235_294, Decimal("21.3"), 669_412, False, False),
        (("low",), 7_236_000, Decimal("18.7"), 964_620, False, False),
        (("walk_away",), 7_959_184, Decimal("18.0"), 1_114_286, False, True),
        (("plan",), 10_050_000, Decimal("15.3"), 1_674_150, False, True),
    ]


def test_what_to_watch(page: Approval) -> None:
    watch = page.watch
    assert watch.vpo
    assert watch.opening
    assert watch.not_won
    assert watch.rules
    assert [round(watch.vpo.last_year), watch.vpo.planned] == [143_571, 335_000]
    assert [round(index, 2) for index in watch.vpo[2:]] == [Decimal("2.33"), Decimal("1.07")]
    assert each(*watch.opening[:3]) == (25, 31, 192_000)
    assert watch.opening.fee_ratio
    assert round(watch.opening.fee_ratio * 100, 1) == Decimal("17.3")
    assert [each(cliff.status.bound, cliff.jump) for cliff in watch.cliffs] == [
        (7_500_000, 60_000),
        (9_000_000, 36_000),
    ]
    assert [each(one.term, one.more) for one in watch.not_won.fees] == [
        ("listing_fee", 490_000),
        ("anniversary_fee", 140_000),
        ("monthly_rebate", 100_500),
        ("annual_rebate", 20_100),
    ]
    assert watch.not_won.conditions == ("sku_guarantee", "promotions")
    assert [finding.metric for finding in watch.rules.marks] == [
        "anniversary_fee",
        "new_store_fee",
        "listing_fee",
        "monthly_rebate",
    ]
    assert not watch.rules.breaches
    assert [(one.term, one.rate) for one in page.accruals] == [("annual_rebate", Decimal("0.012"))]


def test_payment_days_count_where_every_contract_states_them() -> None:
    """10,050,000 x 60 / 365 x 5% = 82,602.74, rounded with what is left to whole units."""
    private = {**PRIVATE, "cost_of_capital": "5%"}
    all_days = [
        one.model_copy(update={"conditions": {**one.conditions, "payment_days": "60"}}) for one in CASE
    ]
    page = approval(Contracts(with_private(all_days[0], private), *all_days[1:]), catalogue=CATALOGUE)
    approved = page.column("approval")
    assert approved
    assert each(approved.contribution, page.payment_days) == (1_591_547, (60,))
    page = approval(Contracts(with_private(all_days[0], private), *CASE[1:]), catalogue=CATALOGUE)
    approved = page.column("approval")
    assert approved
    assert each(approved.contribution, page.basis.cost_of_capital, page.payment_days) == (1_674_150, None, ())


def test_without_a_margin_there_is_no_contribution() -> None:
    page = approval(Contracts(*CASE), catalogue=CATALOGUE)
    assert {column.contribution for column in page.columns} == {None}
    assert page.column("walk_away") is None
    assert {case.within for case in page.low.cases} == {None}


def test_a_bound_in_money_has_its_own_walk_away() -> None:
    private = {"margin": "32%", "walk_away": {"fee_ratio": "18%", "contribution": 1_500_000}}
    page = approval(Contracts(with_private(CASE[0], private), *CASE[1:]), catalogue=CATALOGUE)
    column = page.column("walk_away")
    assert column
    assert page.walk_away == ("contribution", Decimal(1_500_000))
    assert each(column.fees, column.contribution) == (1_716_000, 1_500_000)


def test_a_plan_without_last_year_shows_four_fifths_of_itself() -> None:
    page = approval(Contracts(contract({"fee": {"rate": "2%"}}, {"sales": 1_000_000})))
    assert [each(case.kinds, case.sales, case.fees) for case in page.low.cases] == [
        (("part_of_plan",), 800_000, 16_000),
        (("plan",), 1_000_000, 20_000),
    ]
    assert (page.against_old, page.effects, page.watch.vpo, page.watch.opening) == (None, None, None, None)


def test_the_low_estimate_is_the_low_case() -> None:
    plan = {"sales": {"low": 700_000, "likely": 1_000_000, "high": 1_200_000}}
    page = approval(Contracts(contract({"fee": {"rate": "2%"}}, plan)))
    assert [each(case.kinds, case.sales) for case in page.low.cases] == [
        (("low",), 700_000),
        (("plan",), 1_000_000),
    ]


def test_a_plan_below_last_year_has_a_lower_case_too() -> None:
    plan = {"sales": 1_000_000, "last_year": {"sales": 1_500_000}}
    page = approval(Contracts(contract({"fee": {"rate": "2%"}}, plan)))
    assert [case.kinds for case in page.low.cases] == [("part_of_plan",), ("plan",), ("last_year",)]


def test_zero_sales_are_na() -> None:
    page = approval(Contracts(with_private(contract({"fee": {"amount": 5}}, {"sales": 0}))))
    assert [each(case.sales, case.fee_ratio) for case in page.low.cases] == [(0, None)]


def test_old_terms_that_cannot_stand_on_the_plan_are_told() -> None:
    old = contract({"fee": {"amount": 5, "per": ["stores.closing"]}}, {"sales": 1, "stores": {"opening": 2}})
    page = approval(Contracts(contract({"fee": {"rate": "2%"}}), old))
    assert (page.column("old_terms"), page.effects, page.uncosted) == (None, None, ("stores.closing",))
    assert {case.dearer for case in page.low.cases} == {None}


def test_a_request_that_cannot_stand_on_the_plan_keeps_its_own() -> None:
    plan = {"sales": 500_000, "stores": {"opening": 2}}
    request = contract({"fee": {"amount": 5, "per": ["stores.closing"]}}, plan)
    page = approval(Contracts(contract({"fee": {"rate": "2%"}}), request=request))
    column = page.column("request")
    assert column
    assert each(column.sales, column.fees, page.on_own_plan) == (500_000, 10, ("request",))


def test_many_terms_are_summed() -> None:
    """The six largest by name, all others in one sum."""
    new = {f"fee_{number}": {"amount": 100 + number} for number in range(60)}
    old = {f"fee_{number}": {"amount": 100} for number in range(60)}
    page = approval(Contracts(contract(new), contract(old), offer=contract(old)))
    effects, not_won = page.effects, page.watch.not_won
    assert effects
    assert not_won
    assert [one.effect for one in effects.largest] == [59, 58, 57, 56, 55, 54]
    assert each(effects.rest, effects.rest_count, effects.total) == (sum(range(54)), 54, sum(range(60)))
    assert each(*(one.more for one in not_won.fees), not_won.rest_count) == (59, 58, 57, 56, 55)
    assert not_won.rest == sum(range(56))


RATES = st.integers(0, 50)
"""In thousandths, so that sales in thousands come to whole amounts."""


@st.composite
def drawn(draw: st.DrawFn) -> tuple[int, list[tuple[int, int]], int]:
    """A rate, tiers on the whole base with their bounds, and a lump sum."""
    bounds = sorted(draw(st.sets(st.integers(1, 120), max_size=2)))
    return draw(RATES), [(bound * 100_000, draw(RATES)) for bound in bounds], draw(st.integers(0, 500)) * 1000


def fees_of(terms: tuple[int, list[tuple[int, int]], int], sales: Decimal) -> Decimal:
    """The same in plain arithmetic, each fee rounded half up."""
    rate, tiers, lump = terms
    reached = [pays for bound, pays in tiers if sales >= bound]
    parts = (sales * rate / 1000, sales * (reached[-1] if reached else 0) / 1000, Decimal(lump))
    return sum((part.quantize(Decimal("0.01"), ROUND_HALF_UP) for part in parts), Decimal(0))


def made(terms: tuple[int, list[tuple[int, int]], int], sales: int) -> Scenario:
    rate, tiers, lump = terms
    written: dict[str, Any] = {"flat": {"rate": f"{rate / 10}%"}, "lump": {"amount": lump}}
    if tiers:
        steps = [{"from": bound, "rate": f"{pays / 10}%"} for bound, pays in tiers]
        written["tiered"] = {"mode": "whole", "tiers": steps}
    return contract(written, {"sales": sales, "last_year": {"sales": 2_000_000}})


@settings(examples(60))
@given(drawn(), drawn(), st.integers(3_000, 12_000), st.integers(100, 400), st.integers(10, 200))
def test_drawn_contracts(
    new: tuple[int, list[tuple[int, int]], int],
    old: tuple[int, list[tuple[int, int]], int],
    thousands: int,
    margin: int,
    walk_away: int,
) -> None:
    sales = Decimal(thousands * 1000)
    private = {"margin": f"{margin / 10}%", "walk_away": {"fee_ratio": f"{walk_away / 10}%"}}
    page = approval(Contracts(with_private(made(new, int(sales)), private), made(old, int(sales))))
    approved, walk = page.column("approval"), page.column("walk_away")
    assert approved
    assert walk
    assert page.against_old
    assert page.effects
    fees, old_fees = fees_of(new, sales), fees_of(old, sales)
    assert (approved.fees, page.against_old.amount) == (fees, fees - old_fees)
    assert page.effects.total == fees - old_fees
    assert sum(one.effect for one in page.effects.largest) + page.effects.rest == page.effects.total
    assert approved.contribution == _whole(sales * margin / 1000 - fees)
    assert walk.fees == _whole(sales * walk_away / 1000)
    for low, high in pairwise(page.low.cases):
        assert low.sales < high.sales
        _holds_between(page, low.sales, high.sales, (new, old, walk_away))


def _holds_between(
    page: Approval,
    low: Decimal,
    high: Decimal,
    terms: tuple[tuple[int, list[tuple[int, int]], int], tuple[int, list[tuple[int, int]], int], int],
) -> None:
    """Between two cases nothing turns, unless turns were left out: looked at in thousands, where nothing is rounded."""
    new, old, walk_away = terms
    first, last = int(low // 1000) + 1, -int(-high // 1000) - 1
    inside = [
        Decimal(number * 1000) for number in {first, (first + last) // 2, last} if first <= number <= last
    ]
    dearer = {fees_of(new, sales) > fees_of(old, sales) for sales in inside}
    within = {fees_of(new, sales) <= sales * walk_away / 1000 for sales in inside}
    if not page.low.left_out:
        assert len(dearer) <= 1
        assert len(within) <= 1
        lower = next(case for case in page.low.cases if case.sales == low)
        if inside and "break_even" in lower.turns:
            assert dearer == {lower.dearer}
        if inside and "walk_away" in lower.turns:
            assert within == {lower.within}


def _whole(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal(1), ROUND_HALF_UP)


def test_where_nothing_is_whole_cents_stay() -> None:
    """Sales of 123,456.78: a fee of 1,234.57, and 18% of them are 22,222.22; 30% less the fee is 35,802.46."""
    new = with_private(contract(FLAT, {"sales": "123456.78"}), {**PRIVATE, "margin": "30%"})
    approved, walk = (approval(Contracts(new)).column(role) for role in ("approval", "walk_away"))
    assert approved
    assert walk
    assert [str(one) for one in (approved.fees, approved.contribution)] == ["1234.57", "35802.46"]
    assert (str(walk.fees), walk.fee_ratio) == ("22222.22", Decimal("0.18"))


FLAT = {"fee": {"rate": "1%"}}
LEAP = {"fee": {"mode": "whole", "tiers": [{"from": 0, "rate": "1%"}, {"from": "6M", "rate": "3%"}]}}


def test_fees_that_jump_past_the_old_ones_are_equal_nowhere() -> None:
    plan = {"sales": "8M", "last_year": {"sales": "4M"}}
    old = contract({"fee": {"rate": "2%"}}, plan, scenario="old")
    cases = approval(Contracts(contract(LEAP, plan), old)).low.cases
    assert [(int(case.sales), *case.kinds) for case in cases[1:-1]] == [(6_000_000, "break_even_jump")]
    assert cases[1].dearer
    steady = contract({"fee": {"rate": "1%"}, "lump": {"amount": "60k"}}, plan)
    (equal,) = approval(Contracts(steady, old)).low.cases[1:-1]
    assert each(equal.sales, equal.fees) == (6_000_000, 120_000)
    assert equal.kinds == ("break_even",)


def test_every_bound_of_the_walk_away_is_told_where_it_is_passed() -> None:
    """30% less 10% of sales leave 1M at 5M; the fee ratio keeps to its bound throughout."""
    plan = {"sales": "10M", "last_year": {"sales": "4M"}}
    private = {"margin": "30%", "walk_away": {"fee_ratio": "18%", "contribution": "1M"}}
    found = approval(Contracts(with_private(contract({"fee": {"rate": "10%"}}, plan), private)))
    assert [metric for metric, _ in found.limits] == ["fee_ratio", "contribution"]
    assert [(int(case.sales), case.within, case.limits) for case in found.low.cases] == [
        (4_000_000, False, ()),
        (5_000_000, True, ("contribution",)),
        (10_000_000, True, ()),
    ]


def test_a_rate_is_accrued_on_sales_alone() -> None:
    grown = {
        "fee": {
            "mode": "whole",
            "of": "increment",
            "measure": "growth",
            "tiers": [{"from": "+5%", "rate": "1%"}],
        }
    }
    (accrual,) = approval(Contracts(contract(grown, {"sales": "5M", "last_year": {"sales": "4M"}}))).accruals
    assert accrual.amount == 10_000
    assert accrual.rate is None


def test_low_sales_are_an_amount_or_growth_on_a_known_year() -> None:
    assert read_low("8M", contract(plan={"sales": "8M"})) == 8_000_000
    with pytest.raises(ValueError, match="sales at most as planned, 1,000,000"):
        read_low("1,000,000.01", contract())
    assert read_low("+80%", load(str(AGREED)).scenario) == read_growth("+80%")
    with pytest.raises(ValueError, match="does not give last year's"):
        read_low("+80%", contract())


def test_a_fee_of_too_many_lots_has_no_turning_points() -> None:
    lots = {"fee": {"amount": 1, "per": ["sales"], "for_every": {"sales": 1}}}
    old = contract({"fee": {"rate": "1%"}}, scenario="old")
    found = approval(Contracts(contract(lots), old, None, None))
    assert found.low.uncounted


def test_sales_that_make_no_plan_are_na_and_so_are_stores() -> None:
    """Drinks alone are 900,000 of the 1,000,000; of two stores three cannot close."""
    plan = {
        "categories": {"drinks": {"sales": 900_000}},
        "stores": {"opening": 5, "closed": 3},
        "last_year": {"sales": 700_000, "stores": {"opening": 2}},
    }
    terms = {
        "fee": {"rate": "1%", "of": "categories.other.sales"},
        "shelf": {"amount": 1, "per": ["stores.opening"]},
    }
    found = approval(Contracts(contract(terms, plan), None, None, None))
    assert [case.fees for case in found.low.cases if case.sales == 700_000] == [None]
    assert found.watch.opening is not None
    assert found.watch.opening[2] is None
