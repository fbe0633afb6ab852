"""Parts as portions of a whole: what they are of any total."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from ka_terms.model.contract.plan.computed import all_sources
from ka_terms.model.contract.plan.exact_figures import ExactFigures, exact_figure
from ka_terms.model.contract.plan.figures import PlanFigures
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.plan.portion import Portion, portions
from tests.contracts import each

D = Decimal


@pytest.mark.parametrize(
    ("over", "under", "total", "part"),
    [
        (1, 4, 10, Fraction(5, 2)),
        (1, 3, 10, Fraction(10, 3)),
        (0, 3, 10, Fraction(0)),
        (0, 0, 10, Fraction(0)),
    ],
)
def test_a_portion_of_any_total(over: int, under: int, total: int, part: Fraction) -> None:
    """By its formula too, whether or not a decimal states it."""
    portion = Portion(D(over), D(under))
    plan = Plan.model_validate({"sales": total})
    assert portion.of_total(D(total)) == part
    formula = portion.of("sales")
    assert str(formula) == f"{over}/{under} of sales"
    assert formula.value(PlanFigures(plan, ExactFigures()), ExactFigures()) == part
    exact = exact_figure(plan, formula)
    assert exact is not None
    assert abs(Fraction(exact) - part) < Fraction(1, 10**100)


def test_parts_are_portions_of_their_sum_and_stay_what_they_were() -> None:
    kept = Portion(D(1), D(3))
    assert portions({"a": D(2), "b": kept, "c": D(6)}) == {
        "a": Portion(D(2), D(8)),
        "b": kept,
        "c": Portion(D(6), D(8)),
    }


def test_parts_that_are_portions_follow_their_whole_in_a_plan() -> None:
    categories = {"a": {"sales": Portion(D(1), D(3))}, "b": {"sales": "20%"}}
    plan = Plan.model_validate({"sales": 90, "categories": categories})
    paths = ("categories.a.sales", "categories.b.sales", "categories.other.sales")
    assert [exact_figure(plan, path) for path in paths] == [30, 18, 42]


def test_what_a_figure_follows_from_is_followed_through_all_its_sources() -> None:
    figures = {"a": "b + c", "b": "10% of d", "c": "2 x e", "d": 1, "e": "5% of f", "f": 7}
    plan = Plan.model_validate({"sales": 1, "figures": figures})
    assert each(*map(sorted, (all_sources(plan, "a"), all_sources(plan, "d")))) == ([*"bcdef"], [])
