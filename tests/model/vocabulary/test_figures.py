"""Which figures a plan offers, and what it lacks for one."""

from __future__ import annotations

from typing import Any

import pytest

from ka_terms.model.vocabulary.figures import (
    MEASURES,
    FigurePath,
    Measure,
    MonthPath,
    event_name,
    figure_kind,
    is_figure_name,
    is_growth,
    may_be_money,
    measure_of,
    measure_of_year,
    quantity_of,
)
from ka_terms.model.vocabulary.offered import missing_for, offered

STORES = {"stores.opening", "stores.new", "stores.closed", "stores.closing", "stores.average"}


@pytest.mark.parametrize(
    ("plan", "paths"),
    [
        ({}, set()),
        ({"sales": 1, "volume": None}, {"sales"}),
        ({"sales": 0, "returns": 0}, {"sales", "returns", "net_sales"}),
        ({"returns": 1}, {"returns"}),
        ({"sales": 1, "vat": 1}, {"sales", "vat", "sales_incl_tax"}),
        ({"stores": {"opening": 1}}, STORES),
        ({"skus": {}}, {"skus.existing", "skus.new", "skus.total"}),
        ({"events": {"dm": 4}, "figures": {"promoters": 12}}, {"events.dm", "promoters"}),
        ({"events": None, "figures": "wrong"}, set()),
        ({"volume": 1, "target": 2}, {"volume", "target"}),
        ({"sales": 1, "last_year": {"sales": 1}}, {"sales", "increment", "last_year.sales"}),
        ({"last_year": "2002.yaml"}, set()),
        (
            {"last_year": {"sales": 1, "last_year": {"sales": 1}}},
            {"last_year.sales", "last_year.increment", "last_year.last_year.sales"},
        ),
    ],
)
def test_a_plan_offers_what_its_keys_give(plan: dict[str, Any], paths: set[str]) -> None:
    months = {path for path in offered(plan) if FigurePath.parse(path).plain == "months"}
    assert offered(plan) == paths | months
    assert "months" in months
    assert ("last_year.months" in months) is isinstance(plan.get("last_year"), dict)


@pytest.mark.parametrize(
    ("path", "plan", "mend"),
    [
        ("net_sales", {"sales": 1}, "add `returns:` to `plan`"),
        ("net_sales", {}, "add `sales:`, `returns:` to `plan`"),
        ("net_sales", {"sales": 1, "returns": 1}, ""),
        ("stores.new", {}, "add `stores:` to `plan`"),
        ("events.dm", {}, "add `dm:` to `plan.events`"),
        ("promoters", {}, ""),
        ("last_year.sales", {}, "add `last_year:` to `plan`"),
        ("last_year.promoters", {}, ""),
        (
            "categories.drinks.volume",
            {"categories": {"drinks": {"sales": 1}}},
            "add `volume:` to `plan.categories.drinks`",
        ),
        (
            "last_year.categories.other.sales",
            {"last_year": {"sales": 1}},
            "add `categories:` to `plan.last_year`",
        ),
        (
            "stores.classes.hyper.closing",
            {"stores": {"classes": {"hyper": {"opening": 5}}}},
            "write `stores.hyper.closing`",
        ),
        (
            "last_year.stores.classes.hyper.new",
            {"last_year": {"stores": {"classes": {"hyper": {"opening": 5}}}}},
            "write `last_year.stores.hyper.new`",
        ),
        ("stores.classes.hyper.new", {}, "add `hyper:` to `plan.stores.classes`"),
        ("last_year.events.dm", {}, "add `last_year:` to `plan`"),
        ("last_year.volume", {"last_year": {"sales": 1}, "volume": 1}, "add `volume:` to `plan.last_year`"),
        ("last_year.events.dm", {"last_year": {"sales": 1}}, "add `dm:` to `plan.last_year.events`"),
        ("last_year.promoters", {"last_year": {"sales": 1}}, ""),
        ("last_year.last_year.sales", {}, "add `last_year:` to `plan`"),
        ("last_year.last_year.sales", {"last_year": {}}, "add `last_year:` to `plan.last_year`"),
        (
            "last_year.last_year.volume",
            {"last_year": {"last_year": {}}},
            "add `volume:` to `plan.last_year.last_year`",
        ),
        (
            "last_year.last_year.events.dm",
            {"last_year": {"last_year": {}}},
            "add `dm:` to `plan.last_year.last_year.events`",
        ),
    ],
)
def test_a_missing_figure_is_told_how_to_give_it(path: str, plan: dict[str, Any], mend: str) -> None:
    assert missing_for(path, plan) == mend


@pytest.mark.parametrize(
    ("path", "kind", "money"),
    [
        ("sales", "money", True),
        ("last_year.last_year.net_sales", "money", True),
        ("vat", "rate", False),
        ("sales_growth", "index", False),
        ("last_year.stores.new", "count", False),
        ("events.dm", "count", False),
        ("volume", "number", False),
        ("promoters", "number", True),
        ("facts.hardware", "fact", False),
        ("last_year.facts.hardware", "fact", False),
        ("months", "count", False),
    ],
)
def test_the_kind_of_a_figure_is_that_of_any_year(path: str, kind: str, money: bool) -> None:
    assert (figure_kind(path), may_be_money(path)) == (kind, money)


def test_the_years_and_the_event_of_a_path() -> None:
    path = FigurePath.parse("last_year.last_year.a.last_year.b")
    assert path == (2, "a.last_year.b")
    assert (str(path), path.beside("sales")) == (
        "last_year.last_year.a.last_year.b",
        "last_year.last_year.sales",
    )
    assert FigurePath.parse("last_year.stores.new").group == "stores"
    assert FigurePath.parse("sales").group == "sales"
    assert FigurePath.parse("last_year.sales_growth").steps == ("last_year", "sales")
    assert FigurePath.parse("xsales_growth").steps == ("xsales_growth",)
    assert [event_name(path) for path in ("events.dm", "sales", "last_year.events.dm")] == ["dm", "", ""]


@pytest.mark.parametrize(
    ("name", "measure", "growth"),
    [
        ("growth", ("sales", "last_year.sales"), True),
        ("achievement", ("sales", "target"), False),
        ("growth of volume", ("volume", "last_year.volume"), True),
        ("growth of  last_year.volume ", ("last_year.volume", "last_year.last_year.volume"), True),
        ("sales", None, False),
    ],
)
def test_a_measure_is_a_figure_as_a_multiple_of_another(
    name: str, measure: tuple[str, str] | None, growth: bool
) -> None:
    assert measure_of(name) == measure
    assert is_growth(name) is growth
    assert quantity_of(name) == (measure[0] if measure else name)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("sales", True),
        ("months", True),
        ("growth", True),
        ("growth of volume", True),
        ("sales_growth", True),
        ("events.dm", True),
        ("facts.hardware", True),
        ("last_year.promoters", True),
        ("promoters", False),
    ],
)
def test_names_of_the_program_are_known(name: str, known: bool) -> None:
    assert is_figure_name(name) is known


@pytest.mark.parametrize(
    ("name", "measure"),
    [
        ("year.growth", MEASURES["growth"]),
        ("year.achievement", MEASURES["achievement"]),
        ("growth of year.volume", Measure("volume", "last_year.volume")),
        ("growth", None),
        ("growth of volume", None),
        ("year.sales", None),
    ],
)
def test_a_measure_asked_of_the_whole_year(name: str, measure: Measure | None) -> None:
    assert measure_of_year(name) == measure


def test_a_fact_has_a_path_of_any_year() -> None:
    assert FigurePath.parse("last_year.facts.hardware").fact == "hardware"
    assert FigurePath.parse("last_year.facts.hardware").steps == ("last_year", "facts", "hardware")
    assert FigurePath.parse("hardware").fact == ""


@pytest.mark.parametrize(
    ("path", "month"),
    [
        ("months.sales.1", ("sales", 1)),
        ("months.stores.new.12", ("stores.new", 12)),
        ("months.sales.0", None),
        ("months.sales.13", None),
        ("months.sales.oct", None),
        ("months.sales", None),
        ("months.10", None),
        ("sales.10", None),
    ],
)
def test_a_path_of_a_month_is_taken_apart(path: str, month: tuple[str, int] | None) -> None:
    found = MonthPath.parse(path)
    assert found == month
    assert found is None or str(found) == path


def test_categories_make_the_figures_that_follow_from_their_whole() -> None:
    plan = {"categories": {"noodles": {"sales": 5}}, "vat": "13%", "last_year": {"sales": 5}}
    whole = {"sales", "sales_incl_tax", "increment"}
    assert whole <= offered(plan)
    assert whole.isdisjoint(offered({**plan, "categories": {"noodles": {"volume": 5}}}))


@pytest.mark.parametrize(
    "name", ["categories.noodles.sales", "categories.noodles.volume", "stores.hyper.opening"]
)
def test_a_figure_of_a_part_is_one_of_the_programs(name: str) -> None:
    assert is_figure_name(name)
    assert not is_figure_name(name.partition(".")[2])


def test_a_block_is_money_and_can_be_missing() -> None:
    assert figure_kind("blocks.price") == "money"
    assert "price" in str(missing_for("blocks.price", {"sales": 1}))
