"""Which fees can be told by month, and what those of the year are spread by."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ka_terms.calculation.budget import Budget
from ka_terms.calculation.phasing import bases, figures_counted, is_base, spread_by, told_by_month
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from tests.contracts import Keys, contract

SHARES = ["10%", "30%", *["6%"] * 10]
PLAN: Keys = {
    "sales": 1000,
    "volume": 100,
    "last_year": {"sales": 500, "months": {"sales": SHARES}},
    "stores": {"opening": 5, "new": 4},
    "skus": {"existing": 3, "new": 2},
    "events": {"dm": 4, "tg": 2},
    "figures": {"own": 7, "twice": "2 x stores.new", "plain": "2 x sales"},
    "months": {"sales": SHARES, "events": {"dm": [3, 5, 9, 12]}},
}
TERMS: dict[str, Keys] = {
    "rate": {"rate": "2%"},
    "fixed": {"amount": 60},
    "new": {"amount": 10, "per": ["stores.new"]},
    "closing": {"amount": 10, "per": ["stores.closing"]},
    "opening": {"amount": 10, "per": ["stores.opening"]},
    "skus": {"amount": 10, "per": ["skus.total"]},
    "flyer": {"amount": 10, "per": ["events.dm"]},
    "display": {"amount": 10, "per": ["events.tg"]},
    "twice": {"amount": 10, "per": ["twice"]},
    "plain": {"rate": "1%", "of": "plain"},
    "own": {"amount": 10, "per": ["own"]},
    "a_month": {"amount": 10, "per": ["months"]},
    "each": {"amount": 10, "per": ["stores.new"], "each": "month"},
    "on_rate": {"rate": "50%", "of": "rate"},
    "on_new": {"rate": "50%", "of": "new"},
    "net": {"rate": "1%", "less": ["new"]},
    "limit": {"rate": "1%", "at_least": "10% of last_year.sales"},
    "limit_new": {"rate": "1%", "at_most": "50% of new"},
    "lump": {"mode": "whole", "tiers": [{"from": 500, "amount": 70}]},
    "tiers": {"mode": "whole", "tiers": [{"from": 500, "rate": "1%"}, {"from": 800, "amount": 9}]},
    "measured": {"mode": "whole", "measure": "stores.new", "tiers": [{"from": 1, "rate": "1%"}]},
    "grown": {"mode": "whole", "measure": "growth", "tiers": [{"from": "+1%", "rate": "1%"}]},
}
SPREAD = {
    "rate": "sales",
    "flyer": "events.dm",
    "plain": "plain",
    "each": "each",
    "on_rate": "rate",
    "limit": "sales",
    "tiers": "sales",
    "grown": "sales",
}
"""What each is spread by; without those that are not phased."""
TOLD = {*SPREAD, "fixed", "opening", "closing", "skus", "own", "a_month", "lump"}


def scenario(*keys: str, **plan: Any) -> Scenario:
    named = {"on_rate": ["rate"], "on_new": ["new"], "net": ["new"], "limit_new": ["new"]}
    terms = [term for key in keys for term in (*named.get(key, ()), key)]
    return contract({key: TERMS[key] for key in dict.fromkeys(terms)}, {**PLAN, **plan})


@pytest.mark.parametrize("key", TERMS)
def test_what_a_fee_is_spread_by(key: str) -> None:
    assert spread_by(scenario(key)).get(key) == SPREAD.get(key)


@pytest.mark.parametrize("key", TERMS)
def test_what_can_be_told_by_month(key: str) -> None:
    found = scenario(key)
    assert (key in told_by_month(found, to_date=False)) is (key in TOLD)
    # To date the stores and SKUs at the end of a month have to be known too.
    assert (key in told_by_month(found, to_date=True)) is (key in TOLD - {"closing", "skus"})


def test_months_of_a_count_make_it_known() -> None:
    months = {"sales": SHARES, "stores": {"new": {3: 4}}, "skus": {"new": {1: 2}}}
    found = scenario("new", "closing", "skus", "twice", "measured", months=months)
    assert told_by_month(found, to_date=True) == {"new", "closing", "skus", "twice", "measured"}
    assert spread_by(found) == {"new": "stores.new", "twice": "twice", "measured": "sales"}
    assert told_by_month(scenario("closing", stores={"opening": 5, "new": 0}), to_date=True) == {"closing"}


def test_last_years_counts_need_months_of_their_own() -> None:
    term = {"fee": {"amount": 1, "per": ["last_year.stores.new"]}}
    last_year = {"sales": 500, "stores": {"opening": 1, "new": 2}}
    listed = {**last_year, "months": {"stores": {"new": {6: 2}}}}
    assert spread_by(contract(term, {**PLAN, "last_year": last_year})) == {}
    assert spread_by(contract(term, {**PLAN, "last_year": listed})) == {"fee": "last_year.stores.new"}


def test_a_figure_of_the_year_counts_as_that_figure() -> None:
    term = {"fee": {"amount": 1, "per": ["year.stores.new"], "each": "month"}}
    assert told_by_month(contract(term, PLAN), to_date=True) == {"fee"}


def test_a_group_is_told_with_its_terms() -> None:
    terms = {key: TERMS[key] for key in ("rate", "new", "fixed")}
    plan = {**PLAN, "figures": {"bought": "3 x stores.new x sales"}}

    def told(*members: str, **limit: str) -> bool:
        group = {"cap": {"terms": [*members], **(limit or {"at_most": "1"})}}
        return "cap" in told_by_month(contract(terms, plan, together=group), to_date=False)

    assert told("rate", "fixed")
    assert not told("rate", "new")
    assert told("rate", "fixed", at_most="10% of sales")
    assert not told("rate", "fixed", at_most="10% of bought")


def test_what_a_fee_is_counted_by() -> None:
    found = scenario(*TERMS)
    counted = {key: [*figures_counted(found.fees[key])] for key in TERMS}
    assert counted["limit"] == ["last_year.sales", "sales"]
    assert counted["grown"] == ["sales", "last_year.sales", "sales"]
    assert counted["lump"] == ["sales"]
    assert counted["measured"] == ["stores.new", "sales"]
    assert [*bases(found.terms["lump"])] == [*bases(found.terms["fixed"])] == []
    assert [*bases(found.terms["tiers"])] == ["sales"]
    assert is_base(found, "on_rate", "rate")
    assert not is_base(found, "rate", "sales")
    assert not is_base(found, "net", "new")


def test_a_budget_of_a_run_of_months() -> None:
    terms = {
        "rate": TERMS["rate"],
        "each": {"rate": "1%", "each": "quarter"},
        "share": {"rate": "50%", "of": "rate"},
    }
    statement = evaluate(contract(terms, PLAN))
    spread = Budget(statement.scenario, statement.costed.figure, statement.costed.settled)
    months = {"rate": ["2", "6", "1.2"], "each": ["0", "0", "4.6"], "share": ["1", "3", "0.6"]}
    with exactly():
        for key, amounts in months.items():
            assert [spread.over(key, (month,)) for month in (1, 2, 3)] == [*map(Decimal, amounts)]
        assert spread.over("rate", (1, 2)) == 8
        assert spread.over("rate", tuple(range(1, 13))) == 20
        assert spread.over("each", (4, 5, 6)) == Decimal("1.8")
