"""Stores by class: their totals, the portions of a total that is moved, and what cannot be."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from ka_terms.model.contract.plan.estimate import Estimate
from ka_terms.model.contract.plan.exact_figures import exact_figure
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.plan.portion import Portion, portions
from ka_terms.model.contract.plan.stores import Stores
from tests.contracts import Keys, each, invalid

D = Decimal
CLASSES: Keys = {"hyper": {"opening": 5}, "market": {"opening": 20, "new": 2, "closed": 1}}


def stores(**more: Any) -> Stores:
    return Stores.model_validate({"classes": CLASSES, **more})


def figures(stores: Stores, *paths: str) -> list[Decimal | None]:
    plan = Plan(sales=D(1), stores=stores)
    return [exact_figure(plan, f"stores.{path}") for path in paths]


def test_totals_are_the_sums_of_the_classes() -> None:
    plan = stores()
    assert each(plan.opening, plan.new, plan.closed) == (25, 2, 1)
    assert figures(plan, "closing", "average", "market.closing", "market.average", "hyper.average") == [
        *each(26, D("25.5"), 21, D("20.5"), 5)
    ]
    assert stores(opening=25, new=2) == plan
    assert stores(opening=None) == plan
    assert Stores.model_validate({"classes": plan.classes}) == plan


def test_a_total_that_does_not_agree_is_refused() -> None:
    ((path, fault),) = invalid(Stores.model_validate, {"opening": 26, "classes": CLASSES})
    assert path == ("opening",)
    assert (
        str(fault)
        == "Found '26'. Expected 25, which the classes come to. Fix: correct one of the two numbers."
    )


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        ({"classes": {"hyper": {"opening": 5, "closed": 6}}}, ("classes", "hyper", "closed")),
        ({"classes": {f"c{at}": {"opening": 1} for at in range(101)}}, ("classes",)),
        (
            {"new": {"low": 0, "likely": 0, "high": 3}, "classes": {"hyper": {"opening": 5}}},
            ("new",),
        ),
        (
            {
                "new": {"low": 1, "likely": 3, "high": 3},
                "classes": {
                    "hyper": {"opening": 0, "new": 1, "closed": 1},
                    "market": {"opening": 9, "new": 2},
                },
            },
            ("classes", "hyper", "closed"),
        ),
    ],
    ids=["closed", "too many", "estimate of nothing", "closed at the low"],
)
def test_what_classes_may_not_say(keys: Keys, at: tuple[str, ...]) -> None:
    ((path, _),) = invalid(Stores.model_validate, keys)
    assert path == at


def test_too_many_classes_are_counted() -> None:
    assert (
        len(Stores.model_validate({"classes": {f"c{at}": {"opening": 1} for at in range(100)}}).classes)
        == 100
    )
    ((_, fault),) = invalid(
        Stores.model_validate, {"classes": {f"c{at}": {"opening": 1} for at in range(101)}}
    )
    assert (fault.found, fault.expected) == ("101 classes", "at most 100 classes of stores")


@pytest.mark.parametrize(
    "classes", [{"hyper": {"new": 5}}, {"hyper": {"opening": "many"}}, {"hyper": 3}, 3, {}]
)
def test_what_is_no_class_is_refused_as_such(classes: object) -> None:
    with pytest.raises(ValueError, match=r"hyper|opening|classes"):
        Stores.model_validate({"classes": classes})


def test_of_another_total_the_classes_keep_their_portions() -> None:
    changed = stores().with_total("opening", D(31))
    assert not changed.is_sum("opening")
    assert changed.is_sum("new")
    assert figures(changed, "opening", "hyper.opening", "market.opening") == [*each(31, D("6.2"), D("24.8"))]
    again = changed.with_total("opening", D(50))
    assert figures(again, "hyper.opening", "market.opening") == [*each(10, 40)]


def test_another_count_of_a_class_moves_the_total() -> None:
    changed = stores().with_class("hyper", "new", D(3))
    assert changed.is_sum("new")
    assert figures(changed, "new", "hyper.closing", "closing") == [*each(5, 8, 29)]


def test_of_an_estimate_the_classes_have_their_portions() -> None:
    known = stores(new={"low": 1, "likely": 2, "high": 5})
    assert known.case("likely").is_sum("new")
    assert figures(known.case("high"), "new", "market.new", "hyper.new") == [*each(5, 5, 0)]
    assert figures(known, "new", "market.new", "market.closing") == [*each(2, 2, 21)]
    assert stores().case("low") == stores()


def test_a_class_closes_no_more_than_its_portion() -> None:
    classes = {"hyper": {"opening": 2, "closed": 2}, "market": {"opening": 4}}
    changed = Stores.model_validate({"classes": classes}).with_total("opening", D(5))
    ((path, fault),) = invalid(Stores.model_validate, vars(changed))
    assert path == ("classes", "hyper", "closed")
    assert "(1.666666)" in str(fault.expected)
    assert fault.reason == "closed"
    assert "opening stores and the low" not in str(fault.expected)
    # Of an estimate the least that may open counts.
    opened = {"hyper": {"opening": 2, "new": 1, "closed": 3}, "market": {"opening": 4, "new": 2}}
    in_time = Stores.model_validate({"classes": opened}).with_total("opening", D(6))
    assert Stores.model_validate(vars(in_time)) == in_time
    uncertain = in_time.with_total("new", D(3)).model_copy(update={"new": Estimate(D(2), D(3), D(4))})
    ((path, fault),) = invalid(Stores.model_validate, vars(uncertain))
    assert path == ("classes", "hyper", "closed")
    assert str(fault) == (
        "Found '3'. Expected no more closed stores than opening stores and the low of new stores (2.666666). "
        "Fix: correct one of the two numbers."
    )
    # With every digit: a third of ten is not below a third of ten.
    classes = {"hyper": {"opening": 1, "closed": 1}, "market": {"opening": 2, "closed": 2}}
    changed = (
        Stores.model_validate({"classes": classes}).with_total("opening", D(10)).with_total("closed", D(10))
    )
    assert Stores.model_validate(vars(changed)) == changed


def test_portions_are_of_their_sum() -> None:
    parts = portions({"a": D(1), "b": D(2)})
    assert parts == {"a": Portion(D(1), D(3)), "b": Portion(D(2), D(3))}
    assert portions(parts) == parts
    assert parts["a"].of_total(D(10)) == Fraction(10, 3)
    assert portions({"a": D(0)})["a"].of_total(D(10)) == 0
    assert str(parts["a"].of("sales").text) == "1/3 of sales"
