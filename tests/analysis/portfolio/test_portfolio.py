"""A set of accounts: totals, groups, what moved, what is due; the sums are those of the contracts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.portfolio.account import Account, account_of
from ka_terms.analysis.portfolio.portfolio import Portfolio, by_currency, portfolio
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.settings.policy import Policy
from tests.contracts import contract

START = date(2003, 1, 1)


def made(
    account: str, year: int | None = 2003, sales: int = 1000, rate: str = "10%", **more: Any
) -> Scenario:
    given: dict[str, Any] = {"account": account, "scenario": f"{account} {year}", "status": "agreed", **more}
    terms = given.pop("terms", {"monthly_rebate": {"rate": rate}})
    plan = {"sales": sales, **given.pop("plan", {})}
    return contract(terms, plan, **given, **({} if year is None else {"year": year}))


def rows(*scenarios: Scenario, policy: Policy | None = None) -> list[Account]:
    return [account_of(one.scenario, one, Catalogue(), policy) for one in scenarios]


def of(*scenarios: Scenario, first: date = START, days: int = 60) -> Portfolio:
    return portfolio(rows(*scenarios), first, days)


def test_totals_are_those_of_the_latest_year() -> None:
    found = of(made("A"), made("B", sales=3000, rate="20%"), made("A", 2002, 800, "5%"))
    assert [found.total.accounts, found.total.sales, found.total.fees] == [2, 4000, 700]
    assert found.total.fee_ratio == Decimal("0.175")
    assert [row.account.account for row in found.rows] == ["B", "A"]
    assert [round(row.share or 0, 4) for row in found.rows] == [Decimal("0.8571"), Decimal("0.1429")]
    assert [group.name for group in found.years] == ["2002", "2003"]


def test_the_change_is_that_of_accounts_with_a_year_before() -> None:
    found = of(made("A"), made("B", sales=3000, rate="20%"), made("A", 2002, 800, "5%"))
    assert found.before is not None
    assert (found.before.accounts, found.change) == (1, Decimal("0.05"))
    changes = {row.account.account: row.change for row in found.rows}
    assert changes == {"A": Decimal("0.05"), "B": None}


def test_a_gap_of_a_year_is_no_year_before() -> None:
    found = of(made("A"), made("A", 2001))
    assert (found.before, found.change) == (None, None)


@pytest.mark.parametrize(
    ("statuses", "counted", "left"),
    [
        (("ask", "proposal", "agreed"), "agreed", 2),
        (("ask", "draft", "proposal"), "draft", 2),
        (("ask",), "ask", 0),
    ],
)
def test_of_one_account_and_year_one_contract_counts(
    statuses: tuple[str, ...], counted: str, left: int
) -> None:
    found = of(*(made("A", status=status) for status in statuses))
    assert [row.account.status for row in found.rows] == [counted]
    assert len(found.passed_over) == left


def test_few_accounts_that_make_most_are_told() -> None:
    found = of(
        *(made(name, sales=sales) for name, sales in (("A", 6000), ("B", 2000), ("C", 1000), ("D", 1000)))
    )
    assert found.concentration is not None
    assert (found.concentration.accounts, found.concentration.share) == (2, Decimal("0.8"))
    assert of(made("A"), made("B")).concentration is None


def test_groups_share_all_fees() -> None:
    listing = {"listing_fee": {"amount": 50}, "monthly_rebate": {"rate": "10%"}}
    found = of(made("A", channel="hyper"), made("B", channel="hyper", terms=listing), made("C"))
    channels = {group.name: [group.sums.accounts, group.sums.fees] for group in found.groups["channel"]}
    assert channels == {"hyper": [2, 250], "": [1, 100]}
    for by in ("channel", "category", "nature", "status", "account"):
        assert sum(group.sums.fees for group in found.groups[by]) == 350
    assert found.total.fixed == 50


def test_what_is_settled_within_the_days_is_due() -> None:
    terms = {"monthly_rebate": {"rate": "12%", "each": "month"}, "annual_rebate": {"rate": "1%"}}
    plan = {"months": {"sales": [*[100] * 10, 50, 150]}}
    year = of(made("A", sales=1200, terms=terms, plan=plan), first=date(2003, 11, 1), days=60)
    due = [[one.day.isoformat(), one.term, one.amount] for _, one in year.due]
    assert due == [
        ["2003-11-30", "monthly_rebate", 6],
        ["2003-12-31", "monthly_rebate", 18],
        ["2003-12-31", "annual_rebate", 12],
    ]
    assert year.due_amount == 36
    together = of(
        made("A", sales=1200, terms=terms),
        made("B", sales=1200, terms=terms),
        first=date(2003, 12, 31),
        days=0,
    )
    assert [[one.accounts, one.amount] for one in together.due_together] == [[2, 24], [2, 24]]
    assert of(made("A", None, terms=terms)).due == ()


def test_a_fiscal_year_ends_in_its_last_month() -> None:
    plan = {"months": {"starts": 4}}
    found = of(made("A", plan=plan), first=date(2004, 3, 31), days=0)
    assert [one.day for _, one in found.due] == [date(2004, 3, 31)]


def test_what_needs_a_look_is_told_by_account() -> None:
    tiers = {"mode": "whole", "tiers": [{"from": 1000, "rate": "10%"}]}
    policy = Policy.model_validate({"policy": "house", "ceilings": {"fee_ratio": "5%"}})
    found = portfolio(rows(made("A", sales=1001, terms={"annual_rebate": tiers}), policy=policy), START)
    assert [(one.kind, one.about) for _, one in found.attention] == [
        ("dead_zone", "annual_rebate"),
        ("rule", "fee_ratio"),
    ]


def test_currencies_are_not_added() -> None:
    found = by_currency(rows(made("A"), made("B", currency="TWD"), made("C")), START)
    assert [(one.currency, one.total.accounts) for one in found] == [("CNY", 2), ("TWD", 1)]


ACCOUNTS = st.lists(
    st.tuples(
        st.sampled_from("ABCDE"), st.sampled_from([2002, 2003]), st.integers(0, 10**7), st.integers(0, 99)
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda one: one[:2],
)


@given(ACCOUNTS)
def test_the_sums_are_those_of_the_contracts_whatever_their_order(
    given: list[tuple[str, int, int, int]],
) -> None:
    scenarios = [made(name, year, sales, f"{rate}%") for name, year, sales, rate in given]
    found, turned = of(*scenarios), of(*reversed(scenarios))
    latest = {one.account: one for one in sorted(scenarios, key=lambda one: one.year or 0)}
    statements = [evaluate(one) for one in latest.values()]
    assert found.total.fees == sum(one.total_fees for one in statements)
    assert found.total.sales == sum(one.sales for one in statements)
    assert (found.total, found.change, {*found.rows}) == (turned.total, turned.change, {*turned.rows})
    assert sum(row.account.fees for row in found.rows) == found.total.fees


def test_a_set_tells_what_is_fixed_what_an_outlet_sells_and_what_comes_due() -> None:
    terms = {"visit": {"amount": 100}, "rebate": {"rate": "30%"}, "fund": {"amount": 50, "owed": False}}
    found = of(made("A", terms=terms, plan={"stores": {"opening": 4}}), first=date(2003, 12, 1))
    (row,) = found.rows
    assert [row.vpo, found.whole] == [250, 1]
    assert {row.fixed_share, found.total.fixed_share} == {Decimal("0.25")}
    assert [row.due_amount, found.due_amount] == [400, 400]
    assert of(made("A", terms=terms)).due_amount == 0
    assert found.more(of(made("A"))) == 300


def test_a_year_is_set_beside_that_before_it() -> None:
    found = of(made("A"), made("A", 2002, 800, "5%"))
    assert [group.change for group in found.groups["channel"]] == [Decimal("0.05")]
