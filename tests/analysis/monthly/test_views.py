"""A contract by month, as a budget and as what is owed to date: each adds up to the year, worked out a second way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import floor
from typing import Any

import pytest
from hypothesis import given

from ka_terms.analysis.comparison import compare
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.monthly.comparison import compare_by_period
from ka_terms.analysis.monthly.view import BY, VIEWS, MonthlyView, View, monthly_view
from ka_terms.calculation.costs import exact_costs
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from tests.calculation.test_periods import SHARES, YEARLY
from tests.calculation.test_properties import contracts, grouped
from tests.contracts import Keys, contract

F = Fraction
PERCENT = [int(share[:-1]) for share in SHARES]


def view(terms: Mapping[str, Keys], name: View = "budget", plan: Keys = YEARLY, **more: Any) -> MonthlyView:
    return monthly_view(evaluate(contract({**terms}, plan, **more)), name)


def months(
    terms: Mapping[str, Keys], name: View = "budget", plan: Keys = YEARLY, **more: Any
) -> list[object] | None:
    """The months of the first fee; None where it is not phased."""
    fee = view(terms, name, plan, **more).fees[0]
    assert sum(fee.amounts) + fee.not_phased == fee.line.amount
    assert fee.is_phased or not any(fee.amounts)
    return [*fee.amounts] if fee.is_phased else None


def numbers(values: Iterable[object]) -> list[object]:
    """Values of whatever type, to be compared."""
    return [*values]


def in_months(**amounts: object) -> list[object]:
    """Twelve amounts, zero where none is given: `m3=5`."""
    return [amounts.get(f"m{month}", 0) for month in range(1, 13)]


# ---------------------------------------------------------------- what must hold of every contract


@given(grouped())
def test_months_and_what_is_not_phased_add_up_to_the_year(scenario: Scenario) -> None:
    statement = evaluate(scenario)
    for name in VIEWS:
        for by in BY:
            seen = monthly_view(statement, name, by)
            for fee in seen.fees:
                assert sum(fee.amounts) + fee.not_phased == fee.line.amount
                assert all(amount == amount.quantize(Decimal("0.01")) for amount in fee.amounts)
                assert (fee.to_date[-1] + fee.not_phased, len(fee.amounts)) == (
                    fee.line.amount,
                    len(seen.periods),
                )
            assert sum(filter(None, seen.total.values)) + (seen.total.not_phased or 0) == statement.total_fees
            assert {fee.line.term for fee in seen.fees} == {
                line.term for line in statement.lines if line.owed
            }


@given(contracts())
def test_what_is_settled_by_period_stands_as_it_settles_in_both_views(
    given_: tuple[dict[str, Keys], Keys],
) -> None:
    statement = evaluate(contract(*given_))
    for name in VIEWS:
        for fee in monthly_view(statement, name).fees:
            if fee.line.settlements:
                amounts: list[object] = [0] * 12
                for each in fee.line.settlements:
                    amounts[each.months[-1] - 1] = each.amount
                assert ([*fee.amounts], fee.is_phased) == (amounts, True)


@given(contracts())
def test_what_is_owed_to_date_is_what_a_year_of_those_months_comes_to(
    given_: tuple[dict[str, Keys], Keys],
) -> None:
    """Every term on `in: [1..n]`, where no term names another and the year is not named."""
    terms, plan = given_
    plain = {
        key: {
            name: value
            for name, value in term.items()
            if name not in ("each", "in", "cumulative", "less", "owed")
        }
        for key, term in terms.items()
        if term.get("of") not in terms and not any(f" of {other}" in str(term) for other in terms)
    }
    seen = monthly_view(evaluate(contract(plain, plan)), "owed")
    to_date = {fee.line.term: fee.to_date for fee in seen.fees if fee.is_phased}
    for month in (1, 5, 11, 12):
        costs = exact_costs(
            contract({key: {**term, "in": [f"1..{month}"]} for key, term in plain.items()}, plan)
        )
        assert {key: amounts[month - 1] for key, amounts in to_date.items()} == {
            key: costs[key] for key in to_date
        }


# ---------------------------------------------------------------- budget


def test_a_budget_spreads_the_rate_of_the_whole_year() -> None:
    tiers = [{"from": 500_000, "rate": "0.8%"}, {"from": 900_000, "rate": "1.2%"}]
    assert months({"a": {"mode": "whole", "tiers": tiers}}) == [120 * percent for percent in PERCENT]
    assert months({"a": {"rate": "1%", "at_least": 24_000}}) == [240 * percent for percent in PERCENT]


def test_a_budget_is_cumulated_and_then_rounded() -> None:
    amount = Decimal("0.07")
    found = months({"a": {"rate": "7%"}}, plan={"sales": 1})
    units = [floor(F(amount) * 100 * month / 12 + F(1, 2)) for month in range(13)]
    assert found == [Decimal(later - earlier) / 100 for earlier, later in pairwise(units)]
    negative = {"a": {"rate": "1%"}, "b": {"rate": "7%"}}
    capped = view(negative, plan={"sales": 1}, together={"cap": {"terms": ["a", "b"], "at_most": 0}})
    assert capped.fees[-1].not_phased == Decimal("-0.08")


def test_a_budget_is_spread_by_the_first_figure_that_adds_up() -> None:
    per_event = {"amount": 100, "per": ["stores.closing", "events.dm"]}
    assert months({"a": per_event}) == in_months(m3=1_300, m5=1_300, m9=1_300)
    assert months({"a": {"amount": 100, "per": ["stores.new"]}}) == in_months(m3=200, m9=100)
    assert months({"a": {"amount": 5, "per": ["months"]}}) is None
    assert months({"a": {"amount": 5, "per": ["stores.average"]}}) is None
    assert months({"a": {"amount": 5}}) is None
    growth = {
        "mode": "whole",
        "measure": "growth",
        "of": "increment",
        "tiers": [{"from": "+5%", "rate": "1%"}],
    }
    last_year = {"sales": 500_000, "months": {"sales": [*reversed(SHARES)]}}
    assert months({"a": growth}, plan={**YEARLY, "last_year": last_year}) is None


def test_lump_sums_of_tiers_are_charged_on_nothing_that_has_months() -> None:
    tiers = [{"from": 500_000, "amount": 5_000}]
    assert months({"a": {"mode": "whole", "tiers": tiers}}) is None
    per = {
        "mode": "whole",
        "measure": "events.dm",
        "per": ["events.dm"],
        "tiers": [{"from": 1, "amount": 30}],
    }
    assert months({"a": per}) == in_months(m3=30, m5=30, m9=30)


def test_no_count_is_split() -> None:
    plan = {**YEARLY, "skus": {"existing": 2, "new": 5}, "events": {"display": 3}}
    assert months({"a": {"amount": 100, "per": ["skus.new", "events.dm"]}}, plan=plan) is None
    assert (
        months(
            {"a": {"rate": "1%", "at_most": "100% of fund"}},
            plan={**plan, "figures": {"fund": "events.display x 5"}},
        )
        is None
    )
    told = {"rate": "1%", "at_most": "100% of fund"}
    assert months({"a": told}, plan={**plan, "figures": {"fund": "events.dm x 500"}}) is not None
    measured = {"mode": "whole", "measure": "events.display", "tiers": [{"from": 2, "rate": "1%"}]}
    assert months({"a": measured}, plan=plan) is None
    assert months({"a": {"rate": "1%", "per": ["stores.closing"]}}, plan=plan) is not None
    by_quarter = {**plan, "months": {"sales": SHARES, "quarters": {"events": {"display": {1: 3}}}}}
    assert months({"a": {"amount": 100, "per": ["events.display"]}}, plan=by_quarter) is None


def test_a_count_of_a_moved_year_keeps_its_course() -> None:
    scenario = contract({"a": {"amount": 100, "per": ["stores.new"]}}, YEARLY)
    for new in (6, 4):
        fee = monthly_view(evaluate(moved(scenario, {"stores.new": Decimal(new)}))).fees[0]
        third = Decimal(100 * new) / 3
        assert [*fee.amounts] == in_months(m3=round(2 * third, 2), m9=round(third, 2))


def test_what_names_a_fee_that_is_not_phased_is_not_phased_either() -> None:
    lump = {"amount": 600}
    assert months({"a": {"rate": "1%", "less": ["b"]}, "b": lump}) is None
    assert months({"a": {"rate": "1%", "at_most": "100% of b"}, "b": lump}) is None
    assert months({"a": {"rate": "50%", "of": "b"}, "b": lump}) is None


def test_a_share_of_another_fee_is_spread_as_that_is() -> None:
    flyer = {"amount": 100, "per": ["events.dm"]}
    assert months({"a": {"rate": "50%", "of": "b"}, "b": flyer}) == in_months(m3=50, m5=50, m9=50)
    october = {"rate": "1%", "in": [10]}
    assert months({"a": {"rate": "50%", "of": "b"}, "b": october}) == in_months(m10=650)


def test_a_fee_on_nothing_is_nothing_or_not_phased() -> None:
    plan = {**YEARLY, "months": {"events": {"dm": {1: 0}}}}
    assert months({"a": {"amount": 100, "per": ["events.dm"], "at_least": 7}}, plan=plan) is None
    waived: Keys = {"rate": "1%", "only_if": "sales > 9000000"}
    nothing, least = view({"b": waived, "a": {"rate": "50%", "of": "b", "at_least": 7}}).fees
    assert (nothing.is_phased, least.is_phased) == (True, False)
    assert least.not_phased == 7


def test_what_is_not_owed_has_no_part() -> None:
    seen = view({"a": {"rate": "1%", "owed": "no"}, "b": {"rate": "50%", "of": "a"}})
    assert [fee.line.term for fee in seen.fees] == ["b"]
    assert seen.fees[0].amounts[0] == 500


# ---------------------------------------------------------------- owed to date


def test_a_yearly_rebate_is_owed_once_its_tier_is_reached() -> None:
    tiers = [{"from": 500_000, "rate": "0.8%"}, {"from": 900_000, "rate": "1.2%"}]
    found = view({"a": {"mode": "whole", "tiers": tiers}}, "owed").fees[0]
    # 500,000 with July at 8%: 10, 15, 16, 25, 33, 42, 50, 58, 67, 80, 88 and 100%.
    assert [*found.amounts] == in_months(m7=4_000, m8=640, m9=720, m10=1_040, m11=640, m12=4_960)
    assert [each.calendar for each in found.turns] == [(7,), (12,)]


def test_lump_sums_and_yearly_minimums_stand_whole_in_the_first_month() -> None:
    assert months({"a": {"amount": 600}}, "owed") == in_months(m1=600)
    least = view({"a": {"rate": "1%", "at_least": 2_000}}, "owed").fees[0]
    assert [*least.amounts][:4] == [2_000, 0, 0, 500]
    assert [each.calendar for each in least.turns] == [(1,), (4,)]
    most = view({"a": {"rate": "1%", "at_most": 9_500}}, "owed").fees[0]
    assert [*most.amounts][10:] == [800, 700]
    assert [each.calendar for each in most.turns] == [(12,)]


def test_achievement_is_held_against_the_target_to_date() -> None:
    tiers = [{"from": "80%", "rate": "2%"}]
    term = {"mode": "whole", "measure": "achievement", "tiers": tiers}
    to_date = [sum(PERCENT[: month + 1]) for month in range(12)]
    due = [
        200 * sales if F(10_000 * sales, 100_000 * (month + 1)) >= F(8, 10) else 0
        for month, sales in enumerate(to_date)
    ]
    assert months({"a": term}, "owed") == [now - before for before, now in zip([0, *due], due, strict=False)]


def test_conditions_are_held_against_the_year_to_date() -> None:
    found = view({"a": {"rate": "1%", "only_if": "sales >= 300,000"}}, "owed").fees[0]
    assert [*found.amounts][:6] == [0, 0, 0, 0, 3_300, 900]
    assert [each.calendar for each in found.turns] == [(1,), (5,)]


def test_a_group_is_held_to_its_limit_to_date() -> None:
    terms = {"a": {"rate": "2%"}, "b": {"rate": "1%", "each": "quarter"}}
    seen = view(terms, "owed", together={"cap": {"terms": ["a", "b"], "at_most": "2% of sales"}})
    # At the end of a quarter what was settled of b is above 2%, in between what b was before.
    assert [*seen.fees[-1].amounts][:6] == [0, 0, -1_600, 0, 0, -2_600]
    assert sum(seen.fees[-1].amounts) == seen.fees[-1].line.amount == -10_000


def test_stores_at_the_end_of_a_month_have_to_be_known() -> None:
    term = {"a": {"amount": 100, "per": ["stores.closing"]}}
    assert months(term, "owed") == in_months(m1=1_000, m3=200, m9=100)
    even = {**YEARLY, "stores": {"opening": 10, "new": 12}, "months": {"sales": SHARES}}
    assert months(term, "owed", even) is None
    still = {**even, "stores": {"opening": 10}}
    assert months(term, "owed", still) == in_months(m1=1_000)
    assert months({"a": {"amount": 100, "per": ["stores.average", "months"]}}, "owed", even) is not None
    skus = {"a": {"amount": 100, "per": ["skus.total"]}}
    assert months(skus, "owed", {**even, "skus": {"existing": 1, "new": 3}}) is None
    assert months(
        skus, "owed", {**even, "skus": {"existing": 1, "new": 3}, "months": {"skus": {"new": {6: 3}}}}
    ) == (in_months(m1=100, m6=300))


# ---------------------------------------------------------------- periods, totals, stores


def test_periods_are_named_by_the_calendar() -> None:
    scenario = contract({}, {**YEARLY, "months": {"starts": 4}}, year=2003)
    by_month, by_quarter = (monthly_view(evaluate(scenario), by=by) for by in BY)
    assert [each.name for each in by_month.periods][:1] == ["2003-04"]
    assert [each.name for each in by_month.periods][8:] == ["2003-12", "2004-01", "2004-02", "2004-03"]
    assert [each.name for each in by_quarter.periods] == ["2003-Q1", "2003-Q2", "2003-Q3", "2003-Q4"]
    assert [each.calendar for each in by_quarter.periods][3] == (1, 2, 3)
    nameless = monthly_view(evaluate(contract({}, YEARLY, year=None)))
    assert nameless.periods[9].name == "10"


def test_quarters_are_sums_of_months() -> None:
    statement = evaluate(contract({"a": {"rate": "1%"}}, YEARLY))
    assert [*monthly_view(statement, by="quarter").fees[0].amounts] == [1_600, 2_600, 2_500, 3_300]


def test_vpo_of_the_year_is_no_sum_of_months() -> None:
    seen = view({"a": {"rate": "1%"}})
    average, vpo = seen.stores
    assert [*average.values] == [10, 10, 11, 12, 12, 12, 12, 12, Decimal("12.5"), 13, 13, 13]
    assert average.year == Decimal(1425) / 120
    of_month = zip(PERCENT, average.values, strict=True)
    monthly = [F(percent * 10_000) / F(stores) for percent, stores in of_month if stores is not None]
    assert [F(value) for value in vpo.values if value is not None][:2] == monthly[:2]
    assert seen.vpo_sum is not None
    assert abs(F(seen.vpo_sum) - sum(monthly)) < F(1, 10**15)
    assert vpo.year is not None
    assert abs(F(vpo.year) - F(1_000_000 * 120, 1425)) < F(1, 10**15)
    assert view({}, plan={"sales": 1}).stores == ()
    assert view({}, plan={"sales": 1}).vpo_sum is None
    assert view({}, plan={"sales": 1, "stores": {"opening": 0}}).vpo_sum is None


def test_totals_of_every_month() -> None:
    phased, left = view({"a": {"rate": "1%"}}), view({"a": {"rate": "1%"}, "b": {"amount": 7}})
    total, to_date, sales, share = phased.totals
    assert numbers((total.values[0], to_date.values[-1], sales.values[1])) == [1_000, 10_000, 50_000]
    assert share.values[2] == Decimal("0.01")
    assert left.total.not_phased == 7
    assert not left.totals[-1].is_phased
    assert {*left.totals[-1].values} == {None}


def test_what_it_is_called() -> None:
    assert repr(view({})) == "MonthlyView('a contract', budget, by month)"


# ---------------------------------------------------------------- side by side


def test_contracts_side_by_side() -> None:
    old = contract(
        {"a": {"rate": "1%"}, "b": {"rate": "2%"}, "d": {"rate": "9%", "owed": "no"}}, YEARLY, scenario="old"
    )
    new = contract({"a": {"rate": "1%"}, "c": {"rate": "3%", "in": [10]}}, YEARLY, scenario="new")
    compared = compare_by_period(compare([old, new]), by="quarter")
    assert compared.terms == ["b", "c", "a"]
    assert [compared.is_unchanged(term) for term in compared.terms] == [False, False, True]
    ((name, change),) = compared.changes(compared.total)
    assert name == "new"
    assert change.year == -16_100
    assert [*change.values] == [-3_200, -5_200, -5_000, -6_600 + 3_900]
    ((_, of_term),) = compared.changes(compared.of("c"))
    assert [*of_term.values] == [0, 0, 0, 3_900]


@pytest.mark.parametrize("at", [0, 1])
def test_the_baseline_has_no_change(at: int) -> None:
    scenarios = [contract({"a": {"amount": amount}}, YEARLY, scenario=str(amount)) for amount in (1, 2, 4)]
    compared = compare_by_period(compare(scenarios, at))
    changes = compared.changes(compared.total)
    assert [name for name, _ in changes] == [
        str(amount) for index, amount in enumerate((1, 2, 4)) if index != at
    ]
    assert [change.not_phased for _, change in changes] == [
        amount - (1, 2)[at] for amount in (1, 2, 4) if amount != (1, 2)[at]
    ]
