"""The figures of a plan with every digit, for what it must hold to and what stands in for a formula."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Context, Decimal
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from ka_terms.model.contract.formula import Formula
from ka_terms.model.contract.plan.by_period import ByPeriod
from ka_terms.model.contract.plan.courses import courses, follows_last_year
from ka_terms.model.contract.plan.figures import PlanFigures
from ka_terms.model.contract.plan.stated_figures import formulas
from ka_terms.model.numbers.month import YEAR, Months
from ka_terms.model.vocabulary.figures import FigurePath

if TYPE_CHECKING:
    from ka_terms.model.contract.plan.plan import Plan

_EXACT = Context(prec=2_000)
"""Growth on growth, year upon year: every digit of the product is kept."""


class ExactFigures:
    """The reading in fractions, for what a plan must hold to: of a portion too every digit counts."""

    def leaf(self, path: str, value: Decimal) -> Fraction:
        return Fraction(value)

    def derived(self, path: str, value: Fraction) -> Fraction:
        return value

    def constant(self, value: Decimal) -> Fraction:
        return Fraction(value)

    def maximum(self, one: Fraction, other: Fraction) -> Fraction:
        return max(one, other)

    def divide(self, one: Fraction, other: Fraction) -> Fraction:
        return one / other if other else Fraction(0)

    def named(self, kind: str, value: Fraction) -> Fraction:
        return value

    def of_months(self, path: str, months: Months, value: Fraction) -> Fraction:
        return value


def exact_figure(plan: Plan, path: str | Formula) -> Decimal | None:
    """Return a figure, or what a formula gives, with every digit; None where the plan cannot give it.

    Of a quotient that never ends these are 2,000 digits.
    """
    figures = PlanFigures(plan, ExactFigures())
    try:
        value = figures(path) if isinstance(path, str) else path.value(figures, ExactFigures())
    except KeyError:
        return None
    return _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))


def courses_computed(plan: Plan, path: str, rated: Collection[str] = ()) -> dict[str, ByPeriod]:
    """The months of a figure that the plan computes, for when a number takes its place, and of the parts that make it.

    None of what is listed, and of what follows its whole. `rated` are figures that a rate is paid on.
    """
    known, figure = courses(plan), FigurePath.parse(path)
    figures = PlanFigures(plan, ExactFigures(), rated)
    is_computed = path in formulas(plan) and not figure.part and path != "returns"
    found = [path] if is_computed or (path == "sales" and follows_last_year(plan)) else []
    if path in plan.sums:
        found += [name for name in formulas(plan)[path].paths() if FigurePath.parse(name).part]
    return {name: _course(figures, name) for name in found if name not in known}


def _course(figures: PlanFigures[Fraction], path: str) -> ByPeriod:
    values = [figures.over((month,))(path) for month in YEAR]
    under = lcm(*(value.denominator for value in values))
    weights = tuple(Decimal((value * under).numerator) for value in values)
    return ByPeriod(weights, unit="portion" if figures.flows().is_flow(path) else "level")
