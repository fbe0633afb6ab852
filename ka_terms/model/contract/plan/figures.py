"""The figures of a plan by path: those that it states, and those that follow from them.

A formula of a figure is written here once, over any reading: validity reads it in exact decimals, a statement and every
question of "what if" in the readings of `ka_terms.calculation`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from copy import copy
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from operator import add, mul
from typing import TYPE_CHECKING, Any, Generic, Self

from ka_terms.model.contract.formula import F, FigureReading, Formula, Summand, cut_at_zero, times
from ka_terms.model.contract.plan.courses import Course, Flows, course_of, courses
from ka_terms.model.contract.plan.stated_figures import formulas, stated
from ka_terms.model.numbers.month import MONTHS_A_YEAR, YEAR, Months, calendar_month
from ka_terms.model.vocabulary.figures import (
    GROWTH,
    LAST_YEAR,
    MONTHS,
    STORES,
    WHOLE_YEAR,
    FigurePath,
    MonthPath,
)

if TYPE_CHECKING:
    from ka_terms.model.contract.plan.plan import Plan

_HALF = Decimal("0.5")
_ONE = Decimal(1)
_TWELVE = Decimal(12)
_ZERO = Decimal(0)


# Arithmetic over other figures: `at` gives a figure by path, `reading` the functions. `F` is left to the reading.
FigureFormula = Callable[[Callable[[str], Any], FigureReading[Any]], Any]

DERIVED: Mapping[str, FigureFormula] = {
    "sales": lambda at, _: at(LAST_YEAR + "sales") * at(GROWTH),
    "net_sales": lambda at, _: at("sales") - at("returns"),
    "sales_incl_tax": lambda at, reading: at("sales") * (reading.constant(_ONE) + at("vat")),
    "increment": lambda at, reading: reading.maximum(
        at("sales") - at(LAST_YEAR + "sales"), reading.constant(_ZERO)
    ),
    "stores.closing": lambda at, _: at("stores.opening") + at("stores.new") - at("stores.closed"),
    "stores.average": lambda at, reading: (
        (at("stores.opening") + at("stores.closing")) * reading.constant(_HALF)
    ),
    "skus.total": lambda at, _: at("skus.existing") + at("skus.new"),
    MONTHS: lambda _, reading: reading.constant(_TWELVE),
}
"""Path of a figure -> its formula, which is used where the plan does not state the figure.

- stores.closing = opening + new - closed; stores.average = (opening + closing) / 2
- net_sales = sales - returns; sales_incl_tax = sales x (1 + vat)
- months = 12
- increment = max(sales - last_year.sales, 0); sales = last_year.sales x growth, where the plan states growth
"""


def derived_formula(path: str) -> FigureFormula | None:
    """The formula of a figure that follows from others of its year, those of a class of stores from its own."""
    figure = FigurePath(0, path)
    formula = DERIVED.get(figure.whole or path)
    if formula is None or not figure.store_class:
        return formula if not figure.part else None
    inside = f"{STORES}{figure.store_class}."
    return lambda at, reading: formula(lambda name: at(inside + name.removeprefix(STORES)), reading)


class PlanFigures(Generic[F]):
    """Figures by path in one reading, over the year or a set of its months, each read or derived once and kept.

    `rated` are figures of the user's own that a rate is paid on, which therefore add up over months.
    """

    def __init__(self, plan: Plan, reading: FigureReading[F], rated: Collection[str] = ()) -> None:
        self._plan = plan
        self._stated = stated(plan)
        self._formulas = formulas(plan)
        self._courses = courses(plan)
        self._reading = reading
        self._rated = rated
        self._flows: list[Flows] = []
        self._known: dict[str, F] = {}
        self._sets: dict[Months, Any] = {YEAR: self}
        self._shares: dict[tuple[str, Fraction], F] = {}
        self.months = YEAR

    def over(self, months: Months) -> Self:
        """The same figures over a set of months, given by their positions in the contract year."""
        if months not in self._sets:
            figures = copy(self)
            figures._known, figures.months = {}, months
            self._sets[months] = figures
        found: Self = self._sets[months]
        return found

    def __call__(self, path: str) -> F:
        """Return the figure at `path`. Errors: `KeyError` where the plan cannot give it."""
        if path not in self._known:
            self._known[path] = self._find(path)
        return self._known[path]

    @property
    def _year(self) -> Self:
        return self.over(YEAR)

    @property
    def _is_year(self) -> bool:
        return self.months == YEAR

    def flows(self) -> Flows:
        """Which of the figures add up over months."""
        if not self._flows:
            self._flows.append(Flows(self._plan, self._rated))
        return self._flows[0]

    def _find(self, path: str) -> F:
        if path.startswith(WHOLE_YEAR):
            return self._year(path.removeprefix(WHOLE_YEAR))
        parts = FigurePath.parse(path)
        if not self._is_year or self._courses:
            value = self._of_months(path, parts)
            if value is not None:
                return value if parts.fact else self._named(path, value)
        if path in self._stated:
            return self._reading.leaf(path, self._stated[path])
        if path in self._formulas:
            return self._derived(path, parts, self._formulas[path].value)
        formula = derived_formula(parts.plain)
        if formula is None:
            raise KeyError(path)
        # Sales are derived only from growth; without this check the search would go back one year after another.
        if parts.plain == "sales" and parts.beside(GROWTH) not in self._stated:
            raise KeyError(path)
        return self._derived(path, parts, formula)

    def _derived(self, path: str, parts: FigurePath, formula: FigureFormula) -> F:
        value: F = formula(lambda name: self(parts.beside(name)), self._reading)
        if not self._is_year and parts.plain in _MAY_FALL_BELOW:
            value = self._reading.maximum(value, self._reading.constant(_ZERO))
        return self._named(path, value)

    def _named(self, path: str, value: F) -> F:
        if self._is_year:
            return self._reading.derived(path, value)
        return self._reading.of_months(path, self.months, value)

    # ---------------------------------------------------------------- over months

    def _of_months(self, path: str, parts: FigurePath) -> F | None:
        """The figure where months make it another than its formula says; None elsewhere."""
        if parts.plain == MONTHS and path not in self._stated:
            return self._reading.constant(Decimal(len(self.months)))
        if _of_all(parts) == "stores.average":
            listed = any(path.startswith(parts.beside(STORES)) for path in self._courses)
            return self._average(parts) if listed or not self._is_year else None
        course = self._courses.get(path)
        if course and (course.amounts or parts.fact):
            is_so = Decimal(course.holds(self.months))
            return self._sum_of_months(path, course) if course.amounts else self._reading.leaf(path, is_so)
        if not self._is_year:
            if (stock := _STOCKS.get(_of_all(parts))) is not None:
                return self._stock(parts, stock)
            if course or path in self._stated or self._is_growing(parts):
                return self._part(path, parts, course)
        if path in self._formulas and (self._is_year or not course):
            return self._computed(path, parts, self._formulas[path])
        return None

    def _sum_of_months(self, path: str, course: Course) -> F:
        """The sum of months that are each a number of their own."""
        amounts = [
            self._reading.leaf(
                str(MonthPath(path, calendar_month(at, self._plan.starts))), course.amounts[at - 1]
            )
            for at in self.months
        ]
        return reduce(add, amounts)

    def _is_growing(self, parts: FigurePath) -> bool:
        return parts.plain == "sales" and parts.beside(GROWTH) in self._stated

    def _part(self, path: str, parts: FigurePath, course: Course | None) -> F:
        """What is stated of the year, as far as it falls into the months."""
        year = self._year(path)
        if course is None and not self.flows().is_flow(path):
            return year
        whole = parts.beside("sales" if parts.plain == "returns" else parts.whole)
        if self._is_growing(parts):
            whole = parts.beside(LAST_YEAR + "sales")
        if course is None and self._is_computed(whole, parts):
            return self._reading.divide(year * self(whole), self._year(whole))
        share = (course or course_of(self._plan, path)).share(self.months)
        # Months of one share have one number between them.
        if (path, share) not in self._shares:
            self._shares[path, share] = times(year, share, self._reading)
        return self._shares[path, share]

    def _is_computed(self, whole: str, parts: FigurePath) -> bool:
        """Whether the months of a whole follow from other figures than those that it has as parts, or are moved."""
        course = self._courses.get(whole)
        if course and course.amounts:
            return True
        formula = self._formulas.get(whole)
        names = [] if formula is None else [FigurePath.parse(whole).beside(name) for name in formula.paths()]
        makes_it = str(parts) in names and bool(parts.part)
        return formula is not None and not makes_it and whole not in self._courses

    def _stock(self, parts: FigurePath, at: str) -> F:
        """What is counted at the start of the first month, or at the end of the last."""
        inside = parts.plain.removesuffix(parts.field)
        start = self._year(parts.beside(inside + _OPENINGS[parts.group]))
        until = self.months[0] - 1 if at == "start" else self.months[-1]
        if not until:
            return start
        before = self.over(YEAR[:until])
        came = start + before(parts.beside(f"{inside}new"))
        return came - before(parts.beside(f"{inside}closed")) if parts.group == "stores" else came

    def _average(self, parts: FigurePath) -> F:
        """The mean of the monthly averages, each half of the stores at the start and at the end of the month.

        Stores that open in a month count half in it, and whole in those of the months that follow.
        """
        inside = parts.plain.removesuffix("average")
        opening, new, closed = (parts.beside(inside + name) for name in ("opening", "new", "closed"))
        sums = [
            self._formulas[path]
            for path in (new, closed)
            if path in self._formulas.keys() - self._courses.keys()
        ]
        if sums and not parts.store_class:
            classes = [FigurePath.parse(path).store_class for path in sums[0].paths()]
            return reduce(add, [self(parts.beside(f"{STORES}{key}.average")) for key in classes])
        came, went = (self._on_average(path) for path in (new, closed))
        return self._year(opening) + came - went

    def _on_average(self, path: str) -> F:
        """How many of the stores that come, or go, in the year are there, or gone, on average of the months."""
        course, months = course_of(self._plan, path), self.months
        # Of those of each month the share of these months in which they are there.
        there = [
            (sum(at > month for at in months) + Fraction(month in months, 2)) / len(months) for month in YEAR
        ]
        if course.amounts:
            moved = [times(self.over((month,))(path), there[month - 1], self._reading) for month in YEAR]
            return reduce(add, moved)
        total = sum(course.weights, Fraction(0))
        share = sum(map(mul, course.weights, there), Fraction(0)) / total if total else Fraction(0)
        return times(self._year(path), share, self._reading)

    def _computed(self, path: str, parts: FigurePath, formula: Formula) -> F:
        """A formula on the figures of the months; a product with a flow is the sum of its months."""
        is_flow = self.flows().is_flow(path)
        values = [self._summand(summand, parts, is_flow) for summand in formula.summands]
        return cut_at_zero(formula, values, self._reading)

    def _summand(self, summand: Summand, parts: FigurePath, is_flow: bool) -> F:
        factors = [parts.beside(operand.path) for operand in summand.operands if operand.path]
        if len(factors) > 1 and len(self.months) > 1 and self.flows().sums_months(factors):
            months = [self.over((at,)) for at in self.months]
            return reduce(add, [summand.value(_beside(one, parts), self._reading) for one in months])
        value = summand.value(_beside(self, parts), self._reading)
        if factors or not is_flow or self._is_year:
            return value
        return times(value, Fraction(len(self.months), MONTHS_A_YEAR), self._reading)


_STOCKS = {
    "stores.opening": "start",
    "stores.closing": "end",
    "skus.existing": "start",
    "skus.total": "end",
}
"""What is counted at a moment of a set of months: the start of the first, or the end of the last."""
_MAY_FALL_BELOW = frozenset({"net_sales"})
"""What may be below zero in a month, though never in a year: there it is cut at zero."""
_OPENINGS = {"stores": "opening", "skus": "existing"}
"""What a stock begins the year with."""


def _of_all(parts: FigurePath) -> str:
    """The path of the same figure of all stores."""
    return f"{STORES}{parts.field}" if parts.store_class else parts.plain


def _beside(figures: PlanFigures[F], parts: FigurePath) -> Callable[[str], F]:
    return lambda name: figures(parts.beside(name))
