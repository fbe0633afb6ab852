"""The figures of a plan over months: what adds up, what holds, and what follows what."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.model.contract.plan.by_period import ByPeriod
from ka_terms.model.contract.plan.exact_figures import ExactFigures, courses_computed, exact_figure
from ka_terms.model.contract.plan.figures import PlanFigures
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.numbers.month import YEAR
from tests.contracts import Keys, contract, invalid

F = Fraction


def over(plan: Keys, months: tuple[int, ...], *paths: str, terms: Keys | None = None) -> list[Fraction]:
    """Figures over some months of the contract year."""
    scenario = contract(terms, plan)
    figures = PlanFigures(scenario.plan, ExactFigures(), scenario.rated).over(months)
    return [figures(path) for path in paths]


def test_a_plan_without_months_is_even_in_fractions() -> None:
    plan = {
        "sales": 100,
        "stores": {"opening": 10, "new": 5},
        "events": {"dm": 4},
        "skus": {"existing": 2, "new": 6},
    }
    assert over(plan, (1,), "sales", "events.dm", "months") == [F(100, 12), F(1, 3), 1]
    assert over(plan, (1, 2, 3), "stores.opening", "stores.closing") == [10, F(45, 4)]
    monthly = [over(plan, (month,), "stores.average")[0] for month in range(1, 13)]
    assert sum(monthly) / 12 == F(25, 2)
    assert over(plan, (4,), "skus.existing", "skus.total") == [2 + F(6, 4), 4]


def test_levels_hold_and_flows_add_up() -> None:
    plan = {
        "sales": 1200,
        "volume": 600,
        "figures": {
            "promoters": 12,
            "wage": 100,
            "price": 2,
            "facings": "50%",
            "support": 240,
            "own": "10% of sales",
            "rest": "sales - support",
            "goods": "price x volume",
            "wages": "promoters x wage",
            "twice": "2 x own",
        },
    }
    quarter = (1, 2, 3)
    names = ("promoters", "facings", "own", "support", "rest", "goods", "wages", "twice")
    assert over(plan, quarter, *names) == [12, F(1, 2), 30, 60, 240, 300, 1200, 60]
    assert over(plan, tuple(range(1, 13)), "rest", "goods") == [960, 1200]
    # Alone it is a level, until a rate is paid on it.
    alone = {"sales": 1, "figures": {"support": 240, "half": "50% of support"}}
    assert over(alone, quarter, "support", "half") == [240, 120]
    assert over(alone, quarter, "support", "half", terms={"a": {"rate": "1%", "of": "half"}}) == [60, 30]


def test_written_numbers_beside_a_flow_are_of_the_year() -> None:
    plan = {"sales": 1200, "figures": {"less": "sales - 120", "more": "price + 5", "price": 7}}
    assert over(plan, (1,), "less", "more") == [90, 12]


LEVELS: Keys = {"promoters": [1, 3] * 6, "wage": [10, 20] * 6, "visits": [1, 2] * 6}
BESIDE: Keys = {
    "promoters": 2,
    "wage": 15,
    "visits": 18,
    "price": 2,
    "hours": 8,
    "rest": "sales - promoters",
    "wages": "promoters x wage",
    "pay": "price x hours + 12",
    "twice": "2 x promoters + 12",
    "more": "promoters + 12",
    "seen": "visits + 12",
    "period": "months + 12",
    "filled": "volume + months",
    "all": "stores.opening + stores.new",
    "start": "stores.opening + 12",
    "large": "stores.hyper.opening + stores.hyper.new",
    "first": "stores.hyper.opening + 12",
    "shops": "2 x stores.closing",
    "by_opening": "volume x stores.opening",
    "by_closing": "volume x stores.closing",
    "by_shop": "volume x shops",
}


@pytest.mark.parametrize(
    ("path", "january_and_february"),
    [
        # A level listed by month stays one, also beside a flow, and the written number beside it is of the year.
        ("twice", 16),
        ("more", 14),
        ("pay", 28),
        ("start", 22),
        ("first", 17),
        ("period", 14),
        # What is listed as a flow is one, and the written number beside it falls into its months.
        ("seen", 5),
        # Products with what changes from month to month are summed by month, whether or not one of both is a flow.
        ("wages", 10 + 60),
        ("by_opening", 10 * 10 + 10 * 11),
        ("by_closing", 10 * 11 + 10 * 12),
        ("by_shop", 10 * 22 + 10 * 24),
    ],
)
def test_what_stands_beside_a_flow(path: str, january_and_february: int) -> None:
    classes = {"hyper": {"opening": 5, "new": 12}, "market": {"opening": 5}}
    plan = {
        "sales": 1200,
        "volume": 120,
        "stores": {"classes": classes},
        "figures": BESIDE,
        "months": {"figures": LEVELS},
    }
    assert over(plan, (1, 2), path) == [january_and_february]


def test_a_product_with_a_stated_number_of_stores_is_summed_by_month() -> None:
    figures = {"by_opening": "volume x stores.opening", "by_price": "volume x price", "price": 2}
    plan = {
        "sales": 1200,
        "volume": 120,
        "stores": {"opening": 10, "new": 12},
        "figures": figures,
        "months": {"target": {1: 5}},
    }
    assert over(plan, (1, 2), "by_opening", "by_price") == [10 * 10 + 10 * 11, 40]


def test_months_that_are_numbers_of_their_own_open_stores_as_listed_ones_do() -> None:
    opened = tuple(map(Decimal, [0, 0, 3, 0, 0, 2, *[0] * 6]))
    plan = contract(
        {}, {"stores": {"opening": 10, "new": 5}, "months": {"sales": ["50%", "50%", *["0%"] * 10]}}
    ).plan
    assert plan.months
    of_months = plan.months.with_listed("stores.new", ByPeriod(opened, unit="month"))
    moved = PlanFigures(plan.model_copy(update={"months": of_months}), ExactFigures())
    listed = PlanFigures(
        plan.model_copy(update={"months": plan.months.with_listed("stores.new", ByPeriod(opened))}),
        ExactFigures(),
    )
    for months in (YEAR, (1,), (3,), (2, 3, 4), (5, 6, 12)):
        starts = [Fraction(10 + sum(opened[: at - 1])) for at in months]
        ends = [Fraction(10 + sum(opened[:at])) for at in months]
        average = sum(starts + ends, Fraction(0)) / 2 / len(months)
        assert [figures.over(months)("stores.average") for figures in (moved, listed)] == [average, average]


def test_products_of_listed_figures_are_summed_by_month() -> None:
    plan = {
        "sales": "volume x price",
        "volume": 30,
        "figures": {"price": 2},
        "months": {"volume": {1: 10, 2: 20}, "figures": {"price": [4, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2]}},
    }
    assert over(plan, (1,), "sales") == [40]
    assert over(plan, (1, 2), "sales") == [60]
    assert over(plan, YEAR, "sales") == [60]


def test_listed_numbers_are_flows_unless_the_year_is_their_mean() -> None:
    months = {"figures": {"visits": [1, 2] * 6, "promoters": [1, 2] * 6}}
    plan = {"sales": 1, "figures": {"visits": 18, "promoters": "1.5"}, "months": months}
    assert over(plan, (1, 2), "visits", "promoters") == [3, F(3, 2)]
    assert over(plan, (2,), "visits", "promoters") == [2, 2]
    assert over({"sales": 1, "months": months}, (2, 3), "visits") == [3]


def test_listed_shares_and_facts_are_levels() -> None:
    months = {
        "figures": {"facings": ["30%", "60%"] * 6},
        "facts": {"open": ["yes"] * 11 + ["no"], "display": {"mar": "yes"}},
    }
    plan = {"sales": 1, "figures": {"facings": "45%"}, "months": months}
    assert over(plan, (1, 2), "facings", "facts.open") == [F(45, 100), 1]
    assert over(plan, (2,), "facings") == [F(6, 10)]
    assert over(plan, (11, 12), "facts.open") == [0]
    assert over(plan, (3,), "facts.display") == [1]
    assert contract({}, plan).plan.facts == {"open": False, "display": False}
    assert contract({}, {"sales": 1, "months": months}).plan.figures["facings"]


@pytest.mark.parametrize(
    ("facings", "is_mean"), [("35.08%", True), ("35.083333%", True), ("35.09%", False), ("35%", False)]
)
def test_the_year_of_a_share_is_the_mean_of_its_months_to_two_decimals_of_a_percent(
    facings: str, is_mean: bool
) -> None:
    months = {"figures": {"facings": ["30%"] * 4 + ["35%"] * 4 + ["40%"] * 3 + ["41%"]}}
    plan = {"sales": 1, "figures": {"facings": facings}, "months": months}
    if is_mean:
        assert over(plan, (8, 9), "facings") == [F(75, 200)]
    else:
        invalid(Plan.model_validate, plan)


def test_the_mean_is_rounded_to_the_decimals_of_the_year() -> None:
    months = {"figures": {"facings": ["30.01%"] * 11 + ["30.06%"]}}
    assert over({"sales": 1, "figures": {"facings": "30.01%"}, "months": months}, (12,), "facings") == [
        F(3006, 10000)
    ]


def test_months_of_one_more_figure_leave_the_others() -> None:
    one = ByPeriod((Decimal(1),) * 12, unit="portion")
    plan = {"sales": 1, "stores": {"opening": 1, "classes": {"hyper": {"opening": 1, "new": 2}}}}
    months = contract({}, {**plan, "months": {"stores": {"classes": {"hyper": {"new": {3: 2}}}}}}).plan.months
    assert months
    paths = (
        "sales",
        "volume",
        "target",
        "stores.closed",
        "stores.hyper.closed",
        "stores.market.new",
        "categories.a.sales",
        "own",
    )
    for path in paths:
        months = months.with_listed(path, one)
    found = months.every()
    assert {path: listed.at for path, listed in found.items() if listed.by == one} == {
        "sales": ("sales",),
        "volume": ("volume",),
        "target": ("target",),
        "stores.closed": ("stores", "closed"),
        "stores.hyper.closed": ("stores", "classes", "hyper", "closed"),
        "stores.market.new": ("stores", "classes", "market", "new"),
        "categories.a.sales": ("categories", "a", "sales"),
        "own": ("figures", "own"),
    }
    assert found["stores.hyper.new"].by.total == 2


def test_returns_and_categories_follow_their_whole() -> None:
    plan = {
        "sales": 1000,
        "returns": 100,
        "categories": {"noodles": {"sales": 300}, "drinks": {"sales": "20%"}},
        "last_year": {"sales": 500},
        "months": {"sales": {1: 400, 2: 600}},
    }
    paths = ("returns", "categories.noodles.sales", "categories.drinks.sales", "categories.other.sales")
    assert over(plan, (1,), *paths, "net_sales", "last_year.sales") == [40, 120, 80, 200, 360, F(500, 12)]
    own = {**plan, "months": {**plan["months"], "returns": {2: 100}}}  # type: ignore[dict-item]
    assert over(own, (1,), "returns", "net_sales") == [0, 400]
    computed = {
        "sales": "volume x price",
        "volume": 10,
        "returns": 30,
        "figures": {"price": 10},
        "months": {"volume": {1: 4, 2: 6}},
    }
    assert over(computed, (1,), "sales", "returns") == [40, 12]
    parts = {"noodles": {"sales": 15}, "drinks": {"sales": "20%"}}
    with_parts = {**computed, "categories": parts}
    names = [f"categories.{name}.sales" for name in ("noodles", "drinks", "other")]
    assert over(with_parts, (1,), *names) == [6, 8, 26]
    of_nothing = {**computed, "volume": 0, "returns": 0, "months": {"volume": {1: 0}}}
    assert over(of_nothing, (1,), "sales", "returns") == [0, 0]


def test_growth_follows_last_years_months() -> None:
    plan = {"sales": "+100%", "last_year": {"sales": 100, "months": {"sales": {1: 40, 2: 60}}}}
    assert over(plan, (1,), "sales", "last_year.sales", "increment") == [80, 40, 40]


def test_classes_of_stores_have_months_of_their_own_or_those_of_all() -> None:
    classes = {"hyper": {"opening": 5, "new": 2}, "market": {"opening": 20, "new": 4}}
    plan = {"sales": 1, "stores": {"classes": classes}}
    own = {**plan, "months": {"stores": {"classes": {"hyper": {"new": {3: 2}}, "market": {"new": {6: 4}}}}}}
    assert over(own, (3,), "stores.hyper.new", "stores.market.new", "stores.new") == [2, 0, 2]
    assert over(own, (4,), "stores.hyper.opening", "stores.opening", "stores.average") == [7, 27, 27]
    of_all = {**plan, "months": {"stores": {"new": {3: 6}}}}
    assert over(of_all, (3,), "stores.hyper.new", "stores.market.new", "stores.new") == [2, 4, 6]
    assert over(of_all, (3, 4), "stores.average", "stores.hyper.average") == [
        F(25 + 31 + 31 + 31, 4),
        F(5 + 7 + 7 + 7, 4),
    ]


def test_quarters_are_even_inside() -> None:
    plan = {
        "sales": 100,
        "months": {"quarters": {"sales": ["10%", "20%", "30%", "40%"], "events": {"dm": {"q2": 3}}}},
    }
    assert over(plan, (4,), "sales", "events.dm") == [F(20, 3), 1]
    assert contract({}, plan).plan.events == {"dm": 3}


def test_months_alone_make_the_year() -> None:
    months = {
        "sales": [10] * 12,
        "volume": {3: 7},
        "returns": {4: 2},
        "target": {1: 100},
        "events": {"dm": [1, 3]},
        "stores": {"new": {2: 3}, "closed": {5: 1}},
        "skus": {"new": {6: 4}},
        "categories": {"noodles": {"sales": {1: 50}}},
    }
    plan = contract(
        {}, {"sales": None, "stores": {"opening": 1}, "skus": {"existing": 2}, "months": months}
    ).plan
    paths = ("sales", "volume", "returns", "target", "events.dm", "stores.closing", "skus.total")
    assert [exact_figure(plan, path) for path in paths] == [120, 7, 2, 100, 2, 3, 6]
    assert exact_figure(plan, "categories.noodles.sales") == 50


def test_returns_above_the_sales_of_a_month_leave_nothing_there() -> None:
    plan = {"sales": 1000, "returns": 300, "months": {"sales": {1: 100, 2: 900}, "returns": {1: 200, 2: 100}}}
    assert over(plan, (1,), "net_sales") == [0]
    assert over(plan, (1, 2), "net_sales") == [700]


rows = st.lists(st.integers(0, 999), min_size=12, max_size=12)


@given(rows, rows, rows, st.integers(0, 40), st.sets(st.integers(1, 12), min_size=1))
def test_stores_and_flows_of_months_by_their_definitions(
    sales: list[int], new: list[int], closed: list[int], opening: int, chosen: set[int]
) -> None:
    """The average is the mean of the monthly averages, each (start + end) / 2."""
    new, closed = [count % 4 for count in new], [count % 2 for count in closed]
    opening += sum(closed)
    plan = {
        "sales": sum(sales),
        "stores": {"opening": opening, "new": sum(new), "closed": sum(closed)},
        "months": {"sales": sales, "stores": {"new": new, "closed": closed}},
    }
    months = tuple(sorted(chosen))
    changes = [came - went for came, went in zip(new, closed, strict=True)]
    starts = [opening + sum(changes[: at - 1]) for at in YEAR]
    ends = [opening + sum(changes[:at]) for at in YEAR]
    paths = ("sales", "stores.opening", "stores.closing", "stores.average", "months")
    assert over(plan, months, *paths) == [
        sum(sales[at - 1] for at in months),
        starts[months[0] - 1],
        ends[months[-1] - 1],
        F(sum(starts[at - 1] + ends[at - 1] for at in months), 2 * len(months)),
        len(months),
    ]


FLOWS: Keys = {
    "sales": 1_000,
    "returns": 90,
    "volume": 60,
    "target": 1_200,
    "stores": {"opening": 5, "classes": {"hyper": {"opening": 5, "new": 3}}},
    "skus": {"existing": 3, "new": 6},
    "events": {"dm": 4},
    "categories": {"noodles": {"sales": "30%"}, "drinks": {"sales": 120}},
    "figures": {"own": "10% of sales", "goods": "price x volume", "price": 2},
    "last_year": {"sales": 800},
}


FLOWING = (
    *("sales", "returns", "net_sales", "volume", "target", "stores.new", "stores.hyper.new", "skus.new"),
    *("events.dm", "categories.noodles.sales", "categories.drinks.sales", "categories.other.sales"),
    *("own", "goods", "last_year.sales"),
)


@pytest.mark.parametrize(
    "months",
    [None, {"sales": ["10%", "5%", "1%", "9%", "8%", "9%", "8%", "8%", "9%", "13%", "8%", "12%"]}],
    ids=["even", "listed"],
)
def test_every_flow_is_the_sum_of_its_months(months: Keys | None) -> None:
    plan = {**FLOWS, **({"months": months} if months else {})}
    year = over(plan, YEAR, *FLOWING)
    monthly = [over(plan, (at,), *FLOWING) for at in YEAR]
    assert [sum(values) for values in zip(*monthly, strict=True)] == year
    january = dict(zip(FLOWING, monthly[0], strict=True))
    share = january["sales"] / 1_000
    for path in ("returns", "categories.noodles.sales", "categories.drinks.sales", "own"):
        assert january[path] == share * dict(zip(FLOWING, year, strict=True))[path]
    assert january["volume"] == 5


def test_what_is_asked_of_the_whole_year_is_that_of_the_year() -> None:
    assert over(FLOWS, (1,), "year.sales", "year.stores.closing", "months") == [1_000, 8, 1]


def test_a_computed_figure_gives_the_course_that_a_number_in_its_place_takes() -> None:
    plan = contract(
        {},
        {
            "sales": "volume x price",
            "volume": 100,
            "figures": {"price": 2, "own": "10% of sales", "level": "2 x price"},
            "months": {"volume": {1: 60, 2: 40}},
        },
    ).plan
    of_sales = courses_computed(plan, "sales")["sales"]
    assert of_sales.unit == "portion"
    assert [*of_sales.values] == [120, 80, *[0] * 10]
    assert courses_computed(plan, "level")["level"].unit == "level"
    assert courses_computed(plan, "volume") == courses_computed(plan, "returns") == {}
    share = plan.model_copy(update={"returns": Plan.model_validate({"sales": 1, "returns": "2%"}).returns})
    assert courses_computed(share, "returns") == {}
    alone = contract({}, {"sales": 1, "figures": {"support": 240, "half": "50% of support"}}).plan
    assert courses_computed(alone, "half")["half"].unit == "level"
    assert courses_computed(alone, "half", ("half",))["half"].unit == "portion"
    thirds = {
        "sales": "volume x price",
        "volume": 3,
        "figures": {"price": "0.5"},
        "months": {"volume": {1: 1, 2: 2}},
    }
    assert [*courses_computed(contract({}, thirds).plan, "sales")["sales"].values][:3] == [1, 2, 0]
    grown = contract({}, {"sales": "+100%", "last_year": {"sales": 100, "months": {"sales": {1: 40, 2: 60}}}})
    assert [*courses_computed(grown.plan, "sales")["sales"].values][:3] == [80, 120, 0]
    even = contract({}, {"sales": "+100%", "last_year": {"sales": 100}}).plan
    assert courses_computed(even, "sales") == {}
