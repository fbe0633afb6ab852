"""Categories of a plan: parts of its sales and its volume."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ka_terms.model.contract.plan.exact_figures import exact_figure
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.plan.portion import Portion
from ka_terms.model.contract.plan.stated_figures import formulas, stated
from ka_terms.model.vocabulary.figures import FigurePath
from ka_terms.model.vocabulary.offered import missing_for, offered
from tests.contracts import invalid

PARTS = {"noodles": {"sales": "60%", "volume": "100k"}, "iced tea": {"sales": "3.2M", "volume": 7}}


def plan(**keys: Any) -> Plan:
    return Plan.model_validate({"sales": "10M", "categories": PARTS, **keys})


def figures(made: Plan, *paths: str) -> list[Any]:
    return [exact_figure(made, path) for path in paths]


def test_categories_are_amounts_or_shares_and_the_rest_is_other() -> None:
    names = [f"categories.{name}.sales" for name in ("noodles", "iced tea", "other")]
    assert figures(plan(), *names, "volume") == [6_000_000, 3_200_000, 800_000, 100_007]
    assert figures(plan(volume="120k"), "volume", "categories.noodles.volume") == [120_000, 100_000]
    assert stated(plan())["categories.iced tea.sales"] == 3_200_000
    assert "categories.other.sales" in formulas(plan())
    assert figures(plan(categories={"noodles": {"volume": 4}}), "categories.other.sales", "volume") == [
        None,
        4,
    ]


def test_an_empty_category_is_told_beside_the_months_of_another() -> None:
    months = {"categories": {"drinks": {"sales": {1: 5}}}}
    keys = {"sales": 100, "categories": {"noodles": {}}, "months": months}
    assert [at for at, _ in invalid(Plan.model_validate, keys)] == [("categories", "noodles")]


def test_a_portion_of_a_moved_whole_stays_as_it_is() -> None:
    portion = Portion(Decimal(1), Decimal(3))
    made = plan(
        volume=9,
        categories={"a": {"volume": portion}},
        stores={"opening": 6, "classes": {"h": {"opening": portion}}},
    )
    assert made.categories["a"].volume == portion
    assert made.stores
    assert made.stores.classes["h"].opening == portion


def test_other_figures_may_name_them() -> None:
    made = plan(
        figures={"half": "50% of categories.iced tea.sales"},
        last_year={"sales": 5, "categories": PARTS | {"iced tea": {"volume": 2}}},
    )
    assert figures(made, "half", "last_year.categories.noodles.sales") == [1_600_000, 3]
    assert [made.kind(path) for path in ("half", "categories.noodles.volume")] == ["money", "number"]
    assert "categories.iced tea.volume" in [*made.names()]


def test_amounts_alone_make_the_sales() -> None:
    made = Plan.model_validate({"categories": {"a": {"sales": 3}, "b": {"sales": 4}}})
    assert exact_figure(made, "sales") == 7
    assert made.is_sum
    assert not plan().is_sum
    again = Plan.model_validate(made.model_dump(exclude={"last_year"}))
    assert again == made
    assert Plan.model_validate(made) is made


@pytest.mark.parametrize(
    ("keys", "at", "expected"),
    [
        (
            {"sales": "10M", "categories": {"a": {"sales": "60%"}, "b": {"sales": "4.1M"}}},
            ("categories",),
            "no more than sales",
        ),
        ({"sales": "10M", "categories": {"other": {"sales": 5}}}, ("categories", "other"), "`other` is what"),
        ({"sales": "10M", "categories": {"a": {}}}, ("categories", "a"), "`sales` or `volume`"),
        (
            {"sales": "10M", "volume": "100,006", "categories": PARTS},
            ("categories",),
            "categories that come to no more than the volume (100,006)",
        ),
        (
            {"categories": {"a": {"sales": "60%"}}},
            ("categories", "a", "sales"),
            "the categories make the sales",
        ),
        (
            {"sales": 9, "categories": {f"c{i}": {"sales": 0} for i in range(101)}},
            ("categories",),
            "at most 100 categories",
        ),
        (
            {"sales": 9, "categories": {"a": {"sales": "+10%"}}},
            ("categories", "a", "sales"),
            "a percentage with its sign",
        ),
    ],
)
def test_what_categories_may_not_say(keys: dict[str, Any], at: tuple[str, ...], expected: str) -> None:
    ((path, fault),) = invalid(Plan.model_validate, keys)
    assert path[: len(at)] == at
    assert expected in fault.expected


def test_a_fault_of_categories_counts_them_or_points_at_the_name() -> None:
    many = {"sales": 9, "categories": {f"c{at}": {"sales": 0} for at in range(101)}}
    ((_, fault),) = invalid(Plan.model_validate, many)
    assert fault.found == "101 categories"
    ((_, fault),) = invalid(Plan.model_validate, {"sales": "10M", "categories": {"other": {"sales": 5}}})
    assert (fault.found, fault.mend, fault.on_key) == ("'other'", "delete it, or choose another name", True)


def test_a_plan_without_sales_and_parts_lacks_its_sales() -> None:
    with pytest.raises(ValueError, match="sales"):
        Plan.model_validate({"categories": {"a": {"volume": 3}}})
    with pytest.raises(ValueError, match="categories"):
        Plan.model_validate({"categories": 5})


def test_a_path_leads_to_its_place() -> None:
    path = FigurePath.parse("last_year.categories.iced.tea.sales")
    assert (path.category, path.steps) == ("iced.tea", ("last_year", "categories", "iced.tea", "sales"))
    assert FigurePath.parse("categories.iced tea.price").category == ""
    assert missing_for("categories.toys.sales", {}) == "add `toys:` to `plan.categories`"
    assert {"categories.a.sales", "categories.other.sales"} <= offered(
        {"categories": {"a": {"sales": 5}, "b": 3}}
    )
