"""Terms that are settled by period: each on the figures of its months, worked out a second way."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import floor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.inputs.domain import domain
from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.resolved_plan import resolved_plan
from ka_terms.analysis.sweep.axes import Grid
from ka_terms.calculation.costs import exact_costs, exact_figures
from ka_terms.calculation.figures import Figures
from ka_terms.calculation.readings import plain_arrays
from ka_terms.calculation.readings.fractions import Fractions
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.plan.plan import Plan
from tests.analysis.drawn_sweeps import axis_of, measured, prepared, sweep
from tests.calculation.test_properties import contracts, money
from tests.contracts import Keys, contract, cost, refused
from tests.examples import examples
from tests.metrics import named

F = Fraction
SHARES = ["10%", "5%", "1%", "9%", "8%", "9%", "8%", "8%", "9%", "13%", "8%", "12%"]
YEARLY: Keys = {
    "sales": 1_000_000,
    "target": 1_200_000,
    "stores": {"opening": 10},
    "months": {
        "sales": SHARES,
        "events": {"dm": [3, 5, 9]},
        "stores": {"new": {"mar": 2, 9: 1}},
    },
}


def settled(term: Keys, plan: Keys = YEARLY, **others: Keys) -> list[tuple[object, object]]:
    """The settlements of a term: months by their calendar numbers, and the amount."""
    line = evaluate(contract({"fee": term, **others}, plan)).line("fee")
    assert line is not None
    assert sum(each.amount for each in line.settlements) == line.amount
    return [(each.calendar, each.amount) for each in line.settlements]


def amounts(term: Keys, plan: Keys = YEARLY, **others: Keys) -> list[object]:
    return [amount for _, amount in settled(term, plan, **others)]


def over(plan: Keys, months: tuple[int, ...], *paths: str, terms: Keys | None = None) -> list[Fraction]:
    """Figures over some months of the contract year."""
    scenario = contract(terms, plan)
    figures = Figures(scenario.plan, Fractions({}), scenario.rated).over(months)
    return [figures(path) for path in paths]


# ---------------------------------------------------------------- settlements


def test_a_quarter_is_held_against_its_own_target() -> None:
    term = {
        "mode": "whole",
        "measure": "achievement",
        "tiers": [{"from": "80%", "rate": "2%"}],
        "each": "quarter",
    }
    # 160,000, 260,000, 250,000 and 330,000 of sales against 300,000 each.
    assert settled(term) == [
        ((1, 2, 3), 0),
        ((4, 5, 6), 5_200),
        ((7, 8, 9), 5_000),
        ((10, 11, 12), 6_600),
    ]


def test_a_monthly_minimum_is_one_of_every_month() -> None:
    found = amounts({"rate": "2.5%", "each": "month", "at_least": 2_000})
    assert found == [max(F(25, 1000) * F(share[:-1]) * 10_000, 2_000) for share in SHARES]


def test_one_month_alone() -> None:
    assert settled({"rate": "5%", "in": [10]}) == [((10,), 6_500)]
    assert settled({"rate": "5%", "in": ["jan..mar", "10月"], "each": "quarter"}) == [
        ((1, 2, 3), 8_000),
        ((10,), 6_500),
    ]


def test_to_date_less_what_was_settled() -> None:
    tiers = [{"from": 200_000, "rate": "1%"}, {"from": 900_000, "rate": "2%"}]
    term = {"mode": "whole", "tiers": tiers, "each": "quarter", "cumulative": "yes"}
    # 160,000, then 420,000, 670,000 and 1,000,000 to date.
    assert amounts(term) == [0, 4_200, 2_500, 13_300]
    falling = {"mode": "whole", "tiers": [{"from": 1, "rate": "2%"}, {"from": 900_000, "rate": "1%"}]}
    assert amounts({**falling, "each": "half", "cumulative": "yes"}) == [8_400, 1_600]
    assert amounts({**falling, "each": "quarter", "cumulative": "yes"}) == [3_200, 5_200, 5_000, -3_400]


def test_stores_and_events_of_their_month() -> None:
    shelf = amounts({"amount": 50, "per": ["stores.average"], "each": "month"})
    assert shelf == [500, 500, 550, 600, 600, 600, 600, 600, 625, 650, 650, 650]
    flyer = amounts({"amount": 100, "per": ["events.dm", "stores.closing"], "each": "month"})
    assert flyer == [0, 0, 1_200, 0, 1_200, 0, 0, 0, 1_300, 0, 0, 0]


def test_what_comes_off_is_what_was_settled_in_the_same_period() -> None:
    monthly = {"rate": "2.5%", "each": "month", "at_least": 2_000}
    net = {"rate": "1%", "less": ["monthly"], "each": "quarter"}
    assert amounts(net, monthly=monthly) == [
        Decimal("1535.00"),
        Decimal("2535.00"),
        Decimal("2437.50"),
        Decimal("3217.50"),
    ]


def test_what_is_settled_outside_a_period_is_none_of_it() -> None:
    first = {"rate": "1%", "in": ["1..6"]}
    assert amounts({"rate": "10%", "of": "first", "each": "half"}, first=first) == [420, 0]
    assert amounts({"rate": "10%", "of": "first", "in": ["1..6"]}, first=first) == [420]


def test_the_whole_year_is_named_by_its_own_path() -> None:
    reached = {"rate": "1%", "each": "quarter", "only_if": "year.sales >= 1,000,000"}
    assert amounts(reached) == [1_600, 2_600, 2_500, 3_300]
    missed = {"rate": "1%", "each": "quarter", "only_if": "sales >= 1,000,000"}
    assert amounts(missed) == [0, 0, 0, 0]
    assert amounts({"amount": 0, "at_least": "1% of year.sales", "each": "half"}) == [10_000, 10_000]
    assert amounts({"rate": "1%", "of": "year.sales", "in": [3]}) == [10_000]


def test_what_is_not_due_in_one_period_tells_why() -> None:
    term = {"rate": "1%", "each": "quarter", "only_if": "sales >= 200,000"}
    line = evaluate(contract({"fee": term}, YEARLY)).line("fee")
    assert line is not None
    assert [each.would_cost for each in line.settlements] == [1_600, None, None, None]
    assert [rule.measured for each in line.settlements for rule in each.rules] == [
        160_000,
        260_000,
        250_000,
        330_000,
    ]
    assert line.is_due
    assert line.rules == ()


def test_each_period_tells_its_months_and_where_it_stands_with_its_tiers() -> None:
    tiers = [{"from": 200_000, "rate": "1%"}, {"from": 300_000, "rate": "2%"}]
    terms = {
        "fee": {"mode": "whole", "tiers": tiers, "each": "quarter"},
        "flat": {"rate": "1%", "each": "half"},
    }
    fee, flat = evaluate(contract(terms, {**YEARLY, "months": {**YEARLY["months"], "starts": 4}})).lines
    assert [each.months for each in fee.settlements] == [(1, 2, 3), (4, 5, 6), (7, 8, 9), (10, 11, 12)]
    assert [[tier.measured for tier in each.tiers] for each in fee.settlements] == [
        [160_000, 160_000],
        [260_000, 260_000],
        [250_000, 250_000],
        [330_000, 330_000],
    ]
    assert [[tier.reached for tier in each.tiers] for each in fee.settlements] == [
        [False, False],
        [True, False],
        [True, False],
        [True, True],
    ]
    assert [each.tiers for each in flat.settlements] == [(), ()]


def test_a_year_that_begins_in_april() -> None:
    plan = {"sales": 120, "months": {"starts": 4, "sales": {4: 20, "mar": 100}}}
    term = {"rate": "100%", "each": "quarter"}
    assert settled(term, plan) == [((4, 5, 6), 20), ((7, 8, 9), 0), ((10, 11, 12), 0), ((1, 2, 3), 100)]
    assert settled({"rate": "100%", "in": ["11..3"]}, plan) == [((11, 12, 1, 2, 3), 100)]
    listed = {"sales": 78, "months": {"starts": "apr", "sales": list(range(1, 13))}}
    assert settled({"rate": "100%", "in": [4]}, listed) == [((4,), 1)]


def test_each_settlement_is_rounded() -> None:
    assert cost({"rate": "1%"}, {"sales": 6}) == Decimal("0.06")
    # A half-cent a month, which is a cent each.
    assert cost({"rate": "1%", "each": "month"}, {"sales": 6}) == Decimal("0.12")


@given(contracts())
def test_a_year_by_one_name_or_by_all_months_is_the_year(given_: tuple[dict[str, Keys], Keys]) -> None:
    terms, plan = given_
    plain = {
        key: {name: value for name, value in term.items() if name not in ("each", "in", "cumulative")}
        for key, term in terms.items()
    }
    whole = exact_costs(contract(plain, plan))
    for more in ({"each": "year"}, {"in": ["1..12"]}, {"in": ["1..5", "6..12"], "each": "year"}):
        assert exact_costs(contract({key: {**term, **more} for key, term in plain.items()}, plan)) == whole


@given(contracts())
def test_settlements_add_up_to_the_year(given_: tuple[dict[str, Keys], Keys]) -> None:
    for line in evaluate(contract(*given_)).lines:
        if line.settlements:
            assert sum(each.amount for each in line.settlements) == line.amount
            assert all(each.formula.value == each.amount for each in line.settlements)


@given(contracts(), st.sampled_from(["quarter", "half", "month"]))
def test_what_is_cumulative_comes_to_what_is_due_on_the_year(
    given_: tuple[dict[str, Keys], Keys], each: str
) -> None:
    terms, plan = given_
    plain = {
        key: {name: value for name, value in term.items() if name not in ("each", "in", "cumulative")}
        for key, term in terms.items()
    }
    whole = exact_costs(contract(plain, plan))
    to_date = {key: {**term, "each": each, "cumulative": "yes"} for key, term in plain.items()}
    assert exact_costs(contract(to_date, plan)) == whole


@given(money, st.integers(0, 1000), st.sampled_from(["quarter", "half", "month"]))
def test_periods_of_a_pure_rate_differ_from_the_year_by_rounding_alone(
    sales: Decimal, permille: int, each: str
) -> None:
    plan = {"sales": sales, "months": {"sales": SHARES}}
    rate = f"{Decimal(permille) / 10}%"
    whole, pieces = cost({"rate": rate}, plan), cost({"rate": rate, "each": each}, plan)
    assert abs(whole - pieces) <= Decimal("0.065")


# ---------------------------------------------------------------- figures of months


def test_a_fact_is_so_in_the_months_that_are_listed() -> None:
    plan = {"sales": 1, "months": {"facts": {"display": {"mar": "yes"}}}}
    assert amounts({"amount": 5, "each": "month", "only_if": "display"}, plan) == [0, 0, 5, *[0] * 9]


def test_the_mean_of_a_level_may_be_rounded() -> None:
    facings = ["30%"] * 4 + ["35%"] * 4 + ["40%"] * 3 + ["41%"]
    months = {"figures": {"facings": facings, "promoters": [10] * 8 + [11] * 4}}
    for year in ({}, {"facings": "35.08%"}, {"facings": "35.083333%"}):
        plan = {"sales": 1, "figures": {"promoters": "10.33", **year}, "months": months}
        assert over(plan, (1, 2), "facings", "promoters") == [F(3, 10), 10]
        assert over(plan, (8, 9), "facings", "promoters") == [F(75, 200), F(21, 2)]
        scenario = contract({}, plan)
        same = moved(scenario, {"promoters": Decimal("10.33"), "facings": Decimal("0.3508")})
        assert Figures(same.plan, Fractions({})).over((9,))("promoters") == 11


def test_growth_by_half_is_that_of_its_months() -> None:
    plan = {"sales": "+100%", "last_year": {"sales": 100, "months": {"sales": {1: 40, 2: 60}}}}
    term = {"mode": "whole", "measure": "growth", "each": "half", "tiers": [{"from": "+50%", "rate": "1%"}]}
    assert amounts(term, plan) == [2, 0]
    assert "sales" not in resolved_plan(contract({}, plan).plan).get("months", {})
    assert over(resolved_plan(contract({}, plan).plan), (1,), "sales") == [80]


# ---------------------------------------------------------------- moved years


def test_a_moved_year_keeps_its_course() -> None:
    plan = {
        "sales": 120,
        "figures": {"promoters": 3, "visits": 12},
        "months": {"sales": {1: 100, 2: 20}, "figures": {"promoters": [1, 5] * 6, "visits": [1] * 12}},
    }
    scenario = contract({"a": {"rate": "100%", "in": [1]}}, plan)
    larger = moved(scenario, {"sales": Decimal(60), "promoters": Decimal(6), "visits": Decimal(24)})
    figures = Figures(larger.plan, Fractions({})).over((1,))
    assert [figures(path) for path in ("sales", "promoters", "visits")] == [50, 2, 2]
    assert exact_costs(larger) == {"a": 50}
    again = Plan.model_validate(resolved_plan(larger.plan))
    assert [Figures(again, Fractions({})).over((1,))(path) for path in ("sales", "promoters")] == [50, 2]
    assert resolved_plan(again) == resolved_plan(larger.plan)


def test_whole_counts_stay_whole_when_a_moved_year_is_saved() -> None:
    plan = {"sales": 1, "stores": {"opening": 1, "new": 3}, "months": {"stores": {"new": {3: 2, 9: 1}}}}
    saved = resolved_plan(moved(contract({}, plan), {"stores.new": Decimal(5)}).plan)
    assert saved["months"]["stores"]["new"] == {3: 3, 9: 2}
    assert resolved_plan(Plan.model_validate(saved)) == saved


@given(contracts(), money, st.integers(0, 60))
@examples(60)
def test_a_sweep_is_the_statement_of_every_point(
    given_: tuple[dict[str, Keys], Keys], sales: Decimal, new: int
) -> None:
    terms, plan = given_
    scenario = contract(terms, {**plan, "returns": 0})
    values = {"sales": sales, "stores.new": Decimal(new)}
    expected = exact_costs(moved(scenario, values))
    grid = Grid(tuple(axis_of(find(scenario, path), value) for path, value in values.items()), zipped=False)
    ((_, block),) = sweep([prepared(scenario, grid)], grid, named(*scenario.terms), plain_arrays)
    found = {key: measured(block, at)[0] for at, key in enumerate(scenario.terms)}
    assert found == expected


@pytest.mark.parametrize(
    ("terms", "plan", "path", "value"),
    [
        (
            {"a": {"rate": "1%", "in": [10]}},
            {"sales": "+50%", "last_year": {"sales": 1_000_000, "months": {"sales": {3: "40%", 10: "60%"}}}},
            "sales",
            1_500_000,
        ),
        (
            {"a": {"rate": "1%", "of": "categories.d.sales", "in": ["4..12"]}},
            {
                "sales": None,
                "categories": {"n": {"sales": 600_000}, "d": {"sales": 400_000}},
                "months": {"categories": {"n": {"sales": {3: "100%"}}}},
            },
            "sales",
            1_000_000,
        ),
        (
            {"a": {"amount": 1, "per": ["stores.h.new"], "in": ["1..6"]}},
            {
                "sales": 1,
                "stores": {"classes": {"h": {"opening": 1, "new": 12}, "m": {"opening": 1, "new": 4}}},
                "months": {"stores": {"classes": {"m": {"new": {2: 4}}}}},
            },
            "stores.new",
            16,
        ),
        (
            {"a": {"rate": "10%", "of": "k", "in": ["1..6"]}},
            {"sales": 1, "figures": {"goods": 1200, "k": "50% of goods"}, "months": {"starts": 1}},
            "k",
            600,
        ),
    ],
)
def test_what_is_moved_to_where_it_stands_changes_nothing(
    terms: dict[str, Keys], plan: Keys, path: str, value: int
) -> None:
    scenario = contract(terms, plan)
    assert exact_costs(moved(scenario, {path: Decimal(value)})) == exact_costs(scenario)
    twice = exact_costs(moved(scenario, {path: Decimal(2 * value)}))
    assert twice == {key: 2 * amount for key, amount in exact_costs(scenario).items()}


def test_what_follows_a_whole_that_its_parts_make_has_the_months_of_that_whole() -> None:
    categories = {"n": {"sales": 1_000_000}}
    months = {"categories": {"n": {"sales": {3: "40%", 10: "60%"}}}}
    plan = {"sales": None, "categories": categories, "returns": 20_000, "months": months}
    assert over(plan, (10,), "sales", "returns") == [600_000, 12_000]
    growing = {"sales": "+50%", "last_year": plan}
    assert over(growing, (10,), "sales") == [900_000]
    saved = resolved_plan(contract({}, growing).plan)
    assert over(saved, (10,), "sales") == [900_000]


def test_own_figures_add_up_in_every_year_or_in_none() -> None:
    plan = {
        "sales": 1_000_000,
        "figures": {"goods": 2400},
        "last_year": {"sales": 1_000_000, "figures": {"goods": 2000}},
    }
    award = {"rate": "10%", "of": "goods", "each": "half", "only_if": "growth of goods >= +5%"}
    assert amounts(award, plan) == [120, 120]
    assert amounts({"rate": "10%", "of": "last_year.goods", "each": "half"}, plan) == [100, 100]


def test_a_correction_below_zero_is_no_base() -> None:
    bonus = {"rate": "1%", "each": "quarter", "cumulative": "yes", "only_if": "sales < 700000"}
    plan = {"sales": 1_000_000}
    assert amounts(bonus, plan) == [2_500, 2_500, -5_000, 0]
    assert amounts({"rate": "10%", "of": "bonus", "each": "quarter"}, plan, bonus=bonus) == [250, 250, 0, 0]
    limited = {"rate": "1%", "at_most": "10% of bonus", "each": "quarter"}
    assert amounts(limited, plan, bonus=bonus) == [250, 250, 0, 0]


def test_a_month_of_what_has_none_is_no_input() -> None:
    months = {
        "sales": {1: 1, 2: 2},
        "stores": {"new": {2: 1}, "closed": {3: 1}},
        "figures": {"promoters": [1, 3] * 6},
    }
    plan = {"sales": 3, "volume": 5, "stores": {"opening": 4}, "figures": {"promoters": 2}, "months": months}
    scenario = contract({}, plan)
    assert find(scenario, "months.sales.feb").value == 2
    assert find(scenario, "months.stores.new.2月").kind == "count"
    for path in ("volume.1", "stores.closed.3", "promoters.1", "figures.promoters.1"):
        (fault,) = refused(lambda name: find(scenario, name), f"months.{path}")
        assert fault.expected == "a figure that adds up, and that the plan lists by month"
    # A third of 10 can be no number of a plan.
    (fault,) = refused(lambda name: find(moved(scenario, {"sales": Decimal(10)}), name), "months.sales.1")
    assert "months" in str(fault)
    (fault,) = refused(lambda _: moved(scenario, {"sales": Decimal(1), "months.sales.1": Decimal(1)}), None)
    assert fault.expected == "either the year or its months to move, not both"
    found = moved(scenario, {"months.sales.1": Decimal(5), "months.stores.new.2": Decimal(2)})
    assert found.plan.kind("months.stores.new.2") == "count"
    assert Figures(found.plan, Fractions({"months.sales.2": F(9)}))("sales") == 14


def test_what_comes_off_what_was_due_before() -> None:
    to_date = {"rate": "1%", "each": "half", "cumulative": "yes"}
    line = evaluate(contract({"fee": to_date}, {"sales": 200})).line("fee")
    assert line is not None
    assert [each.before for each in line.settlements] == [None, 1]
    assert [each.due.value for each in line.settlements] == [1, 2]


def test_categories_above_sales_in_a_month_that_a_term_reads() -> None:
    months = {"sales": {1: "10%", 2: "90%"}, "categories": {"a": {"sales": {1: 100_000}}}}
    plan = {"sales": 1_200_000, "categories": {"a": {"sales": 100_000}}, "months": months}
    rest = {"rate": "1%", "of": "categories.other.sales", "each": "month"}
    scenario = contract({"t": rest}, plan)
    grid = Grid((axis_of(find(scenario, "sales"), Decimal(900_000), Decimal(1_000_000)),), zipped=False)
    ((_, block),) = sweep([prepared(scenario, grid)], grid, named("t"), plain_arrays)
    assert measured(block, 0) == [None, 9_000]
    assert domain(scenario, find(scenario, "sales"))[0] == 1_000_000
    yearly = contract({"t": {**rest, "each": "year"}}, plan)
    assert domain(yearly, find(yearly, "sales"))[0] == 100_000


def test_a_moved_month_moves_its_year() -> None:
    plan = {
        "sales": 1_000_000,
        "returns": 10_000,
        "stores": {"classes": {"hyper": {"opening": 5, "new": 2}, "market": {"opening": 20, "new": 4}}},
        "categories": {"noodles": {"sales": 300_000}, "drinks": {"sales": "20%"}},
        "figures": {"visits": 12},
        "months": {"sales": SHARES, "stores": {"new": {3: 6}}, "figures": {"visits": [1] * 12}},
    }
    scenario = contract({}, plan)
    values = {"months.sales.10": 230_000, "months.stores.new.3": 12, "months.visits.1": 13}
    found = moved(scenario, {path: Decimal(value) for path, value in values.items()})
    figures = Figures(found.plan, Fractions({}))
    year = ("sales", "stores.new", "visits", "returns", "stores.hyper.new", "categories.drinks.sales")
    assert [figures(path) for path in year] == [1_100_000, 12, 24, 10_000, 4, 220_000]
    october = ("sales", "returns", "categories.noodles.sales", "categories.other.sales")
    noodles = F(230_000 * 300_000, 1_100_000)
    parts = [230_000, F(230_000 * 10_000, 1_100_000), noodles]
    assert [figures.over((10,))(path) for path in october] == [*parts, 184_000 - noodles]
    assert figures.over((1,))("sales") == 100_000
    assert figures("stores.hyper.average") == 5 + F(4, 24) * 19
    again = moved(found, {"sales": Decimal(2_200_000)})
    assert Figures(again.plan, Fractions({})).over((10,))("sales") == 460_000
    saved = Plan.model_validate(resolved_plan(found.plan))
    assert exact_figures(saved, "sales", "visits") == [1_100_000, 24]


@given(contracts(), money, st.integers(1, 12))
@examples(60)
def test_a_sweep_of_a_month_is_the_statement_of_every_point(
    given_: tuple[dict[str, Keys], Keys], sales: Decimal, month: int
) -> None:
    terms, plan = given_
    months = {"sales": SHARES, "stores": {"new": {month: plan["stores"]["new"]}}}
    scenario = contract(
        terms,
        {**plan, "returns": 0, "months": months, "last_year": {"sales": 5, "months": {"sales": SHARES}}},
    )
    values = {
        f"months.sales.{month}": (sales, Decimal(5)),
        f"months.stores.new.{month}": (Decimal(7), Decimal(0)),
    }
    grid = Grid(tuple(axis_of(find(scenario, path), *both) for path, both in values.items()), zipped=False)
    points = [dict(zip(values, point, strict=True)) for point in product(*values.values())]
    expected = [exact_costs(moved(scenario, point)) for point in points]
    ((_, block),) = sweep([prepared(scenario, grid)], grid, named(*scenario.terms), plain_arrays)
    found = {key: measured(block, at) for at, key in enumerate(scenario.terms)}
    assert found == {key: [costs[key] for costs in expected] for key in scenario.terms}


# ---------------------------------------------------------------- an oracle


@st.composite
def courses(draw: st.DrawFn) -> list[int]:
    """Amounts of twelve months, at times nothing at all."""
    return draw(st.lists(st.integers(0, 999), min_size=12, max_size=12))


@given(courses(), courses(), courses(), st.integers(0, 40), st.data())
def test_figures_and_fees_of_months_by_their_definitions(
    sales: list[int], new: list[int], events: list[int], opening: int, data: st.DataObject
) -> None:
    new, events = [count % 4 for count in new], [count % 3 for count in events]
    plan = {
        "sales": sum(sales),
        "stores": {"opening": opening, "new": sum(new)},
        "events": {"dm": sum(events)},
        "months": {
            "sales": sales,
            "stores": {"new": new},
            "events": {"dm": dict(enumerate(events, start=1))},
        },
    }
    months = tuple(sorted(data.draw(st.sets(st.integers(1, 12), min_size=1))))
    starts = [opening + sum(new[: at - 1]) for at in range(1, 13)]
    ends = [opening + sum(new[:at]) for at in range(1, 13)]
    expected: list[Any] = [
        sum(sales[at - 1] for at in months),
        starts[months[0] - 1],
        ends[months[-1] - 1],
        F(sum(starts[at - 1] + ends[at - 1] for at in months), 2 * len(months)),
        sum(events[at - 1] for at in months),
        len(months),
    ]
    paths = ("sales", "stores.opening", "stores.closing", "stores.average", "events.dm", "months")
    assert over(plan, months, *paths) == expected
    term = {"amount": "0.33", "per": ["stores.average", "events.dm"], "in": list(months)}
    exact = F(33, 100) * expected[3] * expected[4]
    assert F(cost(term, plan)) == F(floor(exact * 100 + F(1, 2)), 100)


def test_a_computed_figure_that_is_moved_keeps_its_course() -> None:
    plan = {
        "sales": "volume x price",
        "volume": 100,
        "figures": {
            "price": 2,
            "own": 30,
            "branded": "sales - own",
            "wage": 5,
            "staff": "crew x wage",
            "crew": 2,
        },
        "months": {"volume": {1: 60, 2: 40}, "figures": {"crew": [4, *[2] * 10, 0], "own": {1: 30}}},
    }
    january = {"rate": "1%", "in": [1]}
    scenario = contract({"all": january, "branded_fee": {**january, "of": "branded"}}, plan)
    assert exact_costs(moved(scenario, {"sales": Decimal(1000)}))["all"] == 6
    # 90 of 170 in January.
    assert exact_costs(moved(scenario, {"branded": Decimal(1700)}))["branded_fee"] == 9
    more = Figures(moved(scenario, {"staff": Decimal(240)}).plan, Fractions({})).over((1,))
    assert more("staff") == 40  # a product with a listed factor is the sum of its months: 20 of 120


def test_a_total_that_is_moved_keeps_the_course_of_its_parts() -> None:
    classes = {"hyper": {"opening": 5, "new": 2}, "market": {"opening": 20, "new": 4}}
    months = {"stores": {"classes": {"hyper": {"new": {3: 2}}, "market": {"new": {6: 4}}}}}
    scenario = contract({}, {"sales": 1, "stores": {"classes": classes}, "months": months})
    figures = Figures(moved(scenario, {"stores.new": Decimal(12)}).plan, Fractions({}))
    assert [figures.over((3,))(f"stores.{path}") for path in ("new", "hyper.new", "market.new")] == [4, 4, 0]
    assert [figures.over((6,))(f"stores.{path}") for path in ("new", "hyper.new", "market.new")] == [8, 0, 8]


def test_no_share_is_paid_of_a_month_with_more_returns_than_sales() -> None:
    plan = {"sales": 1000, "returns": 300, "months": {"sales": {1: 100, 2: 900}, "returns": {1: 200, 2: 100}}}
    assert amounts({"rate": "10%", "of": "net_sales", "each": "month"}, plan)[:2] == [0, 80]


def test_a_term_is_due_where_one_of_its_settlements_is() -> None:
    for least, due in ((200_000, True), (900_000, False)):
        term = {"rate": "1%", "each": "quarter", "only_if": f"sales >= {least}"}
        line = evaluate(contract({"fee": term}, YEARLY)).line("fee")
        assert line is not None
        assert line.is_due is due


def test_a_computed_figure_keeps_its_name_in_a_plan_with_months() -> None:
    plan = {"figures": {"own": "15% of sales"}, "stores": {"opening": 3}, "months": {"sales": SHARES}}
    terms = {"fee": {"rate": "1%", "of": "own"}, "shelf": {"amount": 5, "per": ["stores.average", "months"]}}
    with_months = evaluate(contract(terms, plan))
    without = evaluate(contract(terms, {**plan, "months": None}))
    for line, plain in zip(with_months.lines, without.lines, strict=True):
        assert [*line.formula.paths()] == [*plain.formula.paths()]
        assert line.driven_by == plain.driven_by
