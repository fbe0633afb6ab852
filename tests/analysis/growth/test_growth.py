"""Growth split into stores and sales per store, and what a target needs."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.comparison import Incomparable
from ka_terms.analysis.growth.growth import AccountGrowth, growth
from ka_terms.calculation.growth import Change
from ka_terms.calculation.metrics import FORMULAS
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.vocabulary.metrics import PLANNED
from ka_terms.reading.scenario import load
from tests.contracts import contract, refused

SCENARIOS = Path(__file__).parents[3] / "scenarios"
NEAR = Decimal("1e-18")


def planned(sales: Any, stores: dict[str, Any] | None = None, last: Any = None, **more: Any) -> Scenario:
    plan = {"sales": sales, "stores": stores, "last_year": last, **more}
    return contract(plan={key: value for key, value in plan.items() if value is not None})


def exercise() -> AccountGrowth:
    return growth([load(SCENARIOS / "vpo" / "2003.yaml").scenario])


def test_the_exercise_on_vpo() -> None:
    first, second, third = exercise().years
    assert [first.vpo, second.vpo, first.growth] == [1500, 2000, None]
    assert second.growth is not None
    assert [round(index, 3) for index in second.growth if index] == [
        Decimal("1.790"),
        Decimal("1.343"),
        Decimal("1.333"),
    ]
    assert round(third.vpo or 0, 2) == Decimal("1970.97")
    assert [year.number for year in exercise().years] == [2001, 2002, 2003]


def test_the_change_in_money_has_two_parts() -> None:
    changes = [year.change for year in exercise().years]
    assert [change and [*change] for change in changes] == [
        None,
        [207_500, 90_000, 117_500],
        [141_000, 150_000, -9_000],
    ]


def test_a_target_needs_vpo_or_stores() -> None:
    found = growth([load(SCENARIOS / "vpo" / "2003.yaml").scenario], "+40%").needs
    assert found is not None
    assert [found.target, found.source, found.gap] == [658_000, "asked", 188_000]
    assert round(found.vpo or 0, 2) == Decimal("2122.58")
    # 470,000 on 235 stores is 2,000 a store: 329 stores on average, and 270 of them are there.
    assert [found.stores, found.openings] == [329, 118]


@pytest.mark.parametrize(
    ("sales", "target", "source", "expected"),
    [("130%", None, "plan", 1300), ("130%", 1500, "target", 1500), ("+30%", "1,250", "target", 1250)],
)
def test_without_one_that_is_asked_for_the_plans_target_counts_else_its_sales(
    sales: str, target: Any, source: str, expected: int
) -> None:
    found = growth(
        [planned(sales, {"opening": 5}, {"sales": 1000, "stores": {"opening": 4}}, target=target)]
    ).needs
    assert found is not None
    assert [found.source, found.target] == [source, expected]


def test_blocks_close_the_gap_and_what_is_open_is_a_metric() -> None:
    last = {"sales": 470_000, "stores": {"opening": 200, "new": 70}}
    blocks = {"price": "2% of last_year.sales", "promotions": 9_000}
    scenario = planned("130%", {"opening": 270, "new": 80}, last, new_store_vpo="60%", blocks=blocks)
    found = growth([scenario]).needs
    assert found is not None
    assert [tuple(block) for block in found.blocks] == [
        ("new_stores", 118_000, True),
        ("price", 9_400, False),
        ("promotions", 9_000, False),
    ]
    assert [found.gap, found.open, found.closed] == [141_000, 4_600, 136_400]
    assert evaluate(scenario).value(PLANNED["open_gap"]) == 4_600
    stated = planned("130%", {"opening": 270, "new": 80}, last, blocks={**blocks, "new_stores": 100_000})
    assert evaluate(stated).value(PLANNED["open_gap"]) == 141_000 - 118_400
    assert "open_gap" in FORMULAS


def test_a_plan_without_stores_has_blocks_and_no_vpo() -> None:
    found = growth([planned(1200, None, {"sales": 1000}, blocks={"price": 50})])
    assert found.needs is not None
    assert [found.needs.open, found.needs.vpo, found.needs.openings] == [150, None, None]
    assert found.years[-1].change == Change(Decimal(200), None, None)
    assert found.years[-1].groups is None


def test_after_a_year_without_sales_and_stores_there_is_no_growth_and_no_block() -> None:
    found = growth([planned(100, {"opening": 0, "new": 3}, {"sales": 0, "stores": {"opening": 0}})]).needs
    assert found is not None
    assert [found.growth, found.blocks, found.openings, found.share_of_gap(found.gap)] == [None, (), None, 1]


def test_a_plan_without_a_last_year_has_a_vpo_alone() -> None:
    found = growth([planned(1200, {"opening": 4})])
    assert (found.needs, found.years[0].vpo, found.months) == (None, Decimal(300), None)
    (fault,) = refused(growth, [planned(1200)], "+10%")
    assert fault.mend == "write an amount, such as 8M"


def test_files_are_a_chain_of_years() -> None:
    files = [planned(1000, {"opening": 4}), planned(1500, {"opening": 5}), planned(1800, {"opening": 5})]
    years = growth(files).years
    assert [year.sales for year in years] == [1000, 1500, 1800]
    assert [year.growth and year.growth.total for year in years] == [None, Decimal("1.5"), Decimal("1.2")]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ({"account": "A"}, {"account": "B"}, "'B'"),
        ({"currency": "TWD"}, {"currency": "CNY"}, "'CNY'"),
    ],
)
def test_other_accounts_are_no_years(first: dict[str, Any], second: dict[str, Any], found: str) -> None:
    with pytest.raises(Incomparable) as caught:
        growth([contract(**first), contract(**second)])
    assert caught.value.faults[0].found == found


def test_a_file_whose_last_year_is_another_is_refused() -> None:
    with pytest.raises(Incomparable) as caught:
        growth([planned(1000), planned("+10%", None, {"sales": 900})])
    assert "900 as last year's sales" in caught.value.faults[0].found
    assert growth([planned(1000), planned("+10%", None, {"sales": 1000})]).years[-1].sales == 1100


def test_months_have_their_own_vpo_beside_last_years() -> None:
    months = {"stores": {"new": {"jul": 2}}}
    found = growth(
        [planned(2400, {"opening": 4, "new": 2}, {"sales": 1200, "stores": {"opening": 4}}, months=months)]
    )
    assert found.months is not None
    assert [one.month for one in found.months.months] == [*range(1, 13)]
    first, last = found.months.months[0], found.months.months[-1]
    assert [first.sales, first.stores, first.vpo, first.vpo_before, first.growth] == [200, 4, 50, 25, 2]
    assert last.stores == 6
    vpos = [Fraction(200) / Fraction(one.stores or 1) for one in found.months.months]
    assert abs(Fraction(found.months.vpo_sum or 0) - sum(vpos)) < Fraction(1, 10**20)


def test_months_of_a_fiscal_year_are_named_by_the_calendar_and_have_stores_without_an_end() -> None:
    months = {"starts": 4, "sales": [*[100] * 11, 300]}
    found = growth([planned(1400, {"opening": 5, "new": 1}, months=months)]).months
    assert found is not None
    assert [one.month for one in found.months] == [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]
    assert [one.sales for one in found.months] == [*[100] * 11, 300]
    # A store more, opened evenly: on average of the first month there is 1/24 of it.
    assert round(found.months[0].stores or 0, 6) == Decimal("5.041667")
    assert found.vpo_sum is not None


def test_stores_that_open_late_in_the_year_count_alike_in_every_table() -> None:
    plan = {"stores": {"new": {"dec": 2}}}
    last = {"sales": 1200, "stores": {"opening": 4}}
    found = growth([planned(2400, {"opening": 4, "new": 2}, last, months=plan)])
    year, needs = found.years[-1], found.needs
    assert year.groups is not None
    assert year.change is not None
    assert needs is not None
    assert year.groups.same.average + year.groups.new.average == year.stores[4]
    assert year.groups.same.vpo == year.vpo
    assert abs(needs.blocks[0].amount - (year.change.stores or 0)) < NEAR


@pytest.mark.parametrize(("first", "second"), [(2001, 2003), (2002, 2001), (2002, 2002)])
def test_files_that_are_no_years_in_a_row_are_refused(first: int, second: int) -> None:
    with pytest.raises(Incomparable) as caught:
        growth([contract(year=first), contract(year=second)])
    assert caught.value.faults[0].found == f"{second} behind {first}"


AMOUNTS = st.integers(0, 10**9)
COUNTS = st.integers(0, 500)


@given(
    AMOUNTS, AMOUNTS.filter(bool), COUNTS, COUNTS, COUNTS.filter(bool), COUNTS, st.integers(0, 150), AMOUNTS
)
def test_parts_add_up_and_indices_multiply(
    sales: int,
    before: int,
    opening: int,
    new: int,
    opening_before: int,
    new_before: int,
    share: int,
    block: int,
) -> None:
    scenario = planned(
        sales,
        {"opening": opening, "new": new},
        {"sales": before, "stores": {"opening": opening_before, "new": new_before}},
        new_store_vpo=f"{min(share, 100)}%",
        blocks={"promotions": block},
    )
    found = growth([scenario])
    year = found.years[-1]
    assert year.change is not None
    assert year.growth is not None
    assert (year.change.stores or 0) + (year.change.vpo or 0) == year.change.total == sales - before
    if year.growth.vertical is not None:
        assert year.growth.total is not None
        assert year.growth.horizontal is not None
        product = year.growth.horizontal * year.growth.vertical
        assert abs(product - year.growth.total) <= NEAR * max(year.growth.total, Decimal(1))
    assert year.groups is not None
    assert year.groups.same.sales + year.groups.new.sales == sales
    assert year.groups.same.average + year.groups.new.average == year.stores[4]
    assert found.needs is not None
    assert found.needs.closed + found.needs.open == found.needs.gap
    metric = evaluate(scenario).value(PLANNED["open_gap"])
    assert metric is not None
    assert abs(metric - found.needs.open) <= NEAR * (sales + before + block + 1)


def test_a_last_year_without_stores_has_months_without_vpo_of_it() -> None:
    months = {"stores": {"new": {"jul": 2}}}
    found = growth([planned(2400, {"opening": 4, "new": 2}, {"sales": 1200}, months=months)])
    assert found.months is not None
    assert {one.vpo_before for one in found.months.months} == {None}


def test_new_stores_that_are_stated_count_once() -> None:
    last = {"sales": 470_000, "stores": {"opening": 200, "new": 70}}
    blocks = {"price": 20_000, "new_stores": 100_000}
    scenario = planned("130%", {"opening": 270, "new": 80}, last, blocks=blocks)
    found = growth([scenario]).needs
    assert found is not None
    assert [tuple(block) for block in found.blocks] == [
        ("price", 20_000, False),
        ("new_stores", 100_000, False),
    ]
    assert found.open == evaluate(scenario).value(PLANNED["open_gap"]) == 21_000
