"""A plan as a file states it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from ka_terms.analysis.assessment import assess
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.resolved_plan import resolved_plan, written
from ka_terms.analysis.stated_parts import whole_counts
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.plan.plan import Plan
from tests.contracts import FULL_PLAN, PLAN_2003, Keys, contract


def resolved(plan: Keys) -> dict[str, Any]:
    return resolved_plan(contract({}, plan).plan)


def test_a_growth_is_what_it_comes_to_and_last_year_is_written_in_place() -> None:
    found = resolved(PLAN_2003)
    assert found["sales"] == 10_050_000
    assert found["last_year"]["sales"] == 4_020_000
    assert found["stores"] == {"opening": 25, "new": 10}
    assert assess(evaluate(contract({}, PLAN_2003))).resolved_plan == found


def test_of_an_estimated_growth_every_case_is_what_it_comes_to() -> None:
    growth = {"low": "+10%", "likely": "+20%", "high": "+30%"}
    plan = {"last_year": {"sales": "1M"}, "sales": growth}
    assert resolved(plan)["sales"] == {"low": 1_100_000, "likely": 1_200_000, "high": 1_300_000}


@pytest.mark.parametrize(
    ("last_year", "growth"),
    [
        ("1.01", "+0.000001%"),
        ("0", {"low": "+10%", "likely": "+20%", "high": "+30%"}),
    ],
)
def test_a_growth_stays_one_where_no_file_may_state_its_amount(last_year: str, growth: object) -> None:
    scenario = contract({}, {"last_year": {"sales": last_year}, "sales": growth})
    assert resolved_plan(scenario.plan)["sales"] == written(scenario.plan.model_dump(by_alias=True)["sales"])


def test_tuples_are_written_as_lists_all_the_way_down() -> None:
    assert written({"a": ((1, {"b": (2,)}), 3)}) == {"a": [[1, {"b": [2]}], 3]}


def test_terms_are_stated_as_a_file_does() -> None:
    tiers = [{"from": "1M", "rate": "1%"}]
    scenario = contract(
        {"fee": {"mode": "whole", "tiers": tiers}, "own": {"amount": 5, "per": "stores.new"}}, FULL_PLAN
    )
    found = assess(evaluate(scenario)).stated_terms
    assert contract(found, FULL_PLAN).terms == scenario.terms
    assert isinstance(found["fee"]["tiers"], list)


def moved_plan(plan: Keys, values: Mapping[str, object]) -> Plan:
    """The plan with other numbers at these paths; where it has categories they make the sales."""
    numbers = {path: Decimal(str(value)) for path, value in values.items()}
    scenario = contract({}, {"sales": None, **plan} if "categories" in plan else plan)
    return moved(scenario, numbers).plan


THIRDS = {"categories": {name: {"sales": 100, "volume": 1} for name in "abc"}}


def test_sales_that_categories_make_are_left_to_them() -> None:
    plan = moved_plan(THIRDS, {"categories.a.sales": 7})
    found = resolved_plan(plan)
    assert "sales" not in found
    assert found["categories"]["a"] == {"sales": 7, "volume": 1}
    assert Plan.model_validate(found) == plan


def test_of_sales_that_were_moved_the_categories_are_written_rounded_down() -> None:
    found = resolved_plan(moved_plan(THIRDS, {"sales": 200, "volume": 10}))
    assert found["sales"] == 200
    assert found["volume"] == 10
    part = {"sales": Decimal("66.666666"), "volume": Decimal("3.333333")}
    assert found["categories"] == dict.fromkeys("abc", part)
    assert resolved_plan(Plan.model_validate(found)) == found


def test_of_a_growth_that_was_moved_likewise() -> None:
    plan = {"categories": {"a": {"sales": 2}, "b": {"sales": 1}}, "last_year": {"sales": 1000, **THIRDS}}
    found = resolved_plan(moved_plan(plan, {"growth": "1.1"}))
    assert found["sales"] == 1100
    assert found["categories"] == {
        "a": {"sales": Decimal("733.333333")},
        "b": {"sales": Decimal("366.666666")},
    }
    assert found["last_year"] == {"sales": 1000, "categories": written(THIRDS["categories"])}


def test_of_last_year_likewise() -> None:
    found = resolved_plan(moved_plan({"last_year": THIRDS}, {"last_year.sales": 1}))
    assert found["last_year"]["sales"] == 1
    assert found["last_year"]["categories"]["b"]["sales"] == Decimal("0.333333")


CLASSES: Keys = {
    "stores": {
        "classes": {
            "hyper": {"opening": 5},
            "market": {"opening": 20, "new": 2, "closed": 1},
            "corner": {"opening": 5, "new": 1, "closed": 6},
        }
    }
}


def test_classes_of_stores_are_written_as_they_are_stated() -> None:
    plan = contract({}, CLASSES).plan
    stores = resolved_plan(plan)["stores"]
    assert stores == {"opening": 30, "new": 3, "closed": 7, **CLASSES["stores"]}
    assert Plan.model_validate(resolved_plan(plan)).stores == plan.stores


def test_classes_of_a_total_that_was_moved_are_whole_and_come_to_it() -> None:
    found = resolved_plan(moved_plan(CLASSES, {"stores.opening": 37, "stores.new": 4}))
    openings = {name: of_class["opening"] for name, of_class in found["stores"]["classes"].items()}
    assert openings == {"hyper": 6, "market": 25, "corner": 6}
    assert found["stores"]["new"] == sum(
        of_class.get("new", 0) for of_class in found["stores"]["classes"].values()
    )
    assert resolved_plan(Plan.model_validate(found)) == found


@pytest.mark.parametrize("opening", range(10, 40))
@pytest.mark.parametrize("new", [1, 2, 5])
def test_no_class_is_written_to_close_more_than_it_has(opening: int, new: int) -> None:
    classes = {name: {"opening": 7, "new": 5, "closed": 9} for name in "ab"} | {"c": {"opening": 20}}
    values = {"stores.opening": opening, "stores.new": new, "stores.closed": opening * 14 // 34 + new}
    plan = moved_plan({"stores": {"classes": classes}}, values)
    found = Plan.model_validate(resolved_plan(plan))
    assert found.stores
    assert found.stores.closed == values["stores.closed"]


@pytest.mark.parametrize(
    ("exact", "total", "most", "found"),
    [
        (("6.2", "24.8"), 31, (31, 31), (6, 25)),
        (("0.5", "0.5"), 1, (1, 1), (1, 0)),
        (("1.8", "0.2"), 2, (1, 2), (1, 1)),
        (("2.9", "0.1"), 3, (1, 1), (1, 1)),
        (("1.5", "1"), "2.5", (2, 2), (1, 1)),
    ],
    ids=["remainders", "the first of equals", "no room", "no room at all", "half a store"],
)
def test_whole_counts(
    exact: tuple[str, ...], total: object, most: tuple[int, ...], found: tuple[int, ...]
) -> None:
    def by_name(values: tuple[object, ...]) -> dict[str, Decimal]:
        return {name: Decimal(str(value)) for name, value in zip("ab", values, strict=True)}

    assert whole_counts(by_name(exact), Decimal(str(total)), by_name(most)) == by_name(found)
