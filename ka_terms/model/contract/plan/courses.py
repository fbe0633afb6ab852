"""How the figures of a plan run through its contract year: what is listed of their months, and what adds up at all.

A flow adds up over months (sales, events); a level holds in each of them (a price, a share, promoters). What is listed
is a course; a flow without one is even, or follows the course of its whole.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from ka_terms.model.contract.formula import Formula, ended
from ka_terms.model.contract.plan.stated_figures import formulas, stated
from ka_terms.model.kept import kept
from ka_terms.model.numbers.month import MONTHS_A_YEAR, Months
from ka_terms.model.numbers.number import Percent
from ka_terms.model.vocabulary.figures import (
    BUILT_IN,
    GROWTH,
    LAST_YEAR,
    STORES,
    FigurePath,
)

if TYPE_CHECKING:
    from ka_terms.model.contract.plan.by_period import ByPeriod
    from ka_terms.model.contract.plan.plan import Plan
    from ka_terms.model.contract.plan.plan_months import Listed, PlanMonths
    from ka_terms.model.faults import Path as Steps

_NONE, _ONE = Fraction(0), Fraction(1)
_FEWEST_DECIMALS = 2
_BUILT_IN_FLOWS = frozenset(
    {
        *("sales", "net_sales", "sales_incl_tax", "returns", "target", "increment", "volume"),
        *("stores.new", "stores.closed", "skus.new"),
    }
)


@dataclass(frozen=True)
class Course:
    """What a figure is in each month, of its year: weights in any unit."""

    weights: tuple[Fraction, ...]
    is_level: bool = False
    amounts: tuple[Decimal, ...] = ()
    """Where a month was moved, those of all months: the year is then their sum."""
    year: Fraction | None = None
    """The year in the unit of the weights, where it is their rounded mean; else it follows from them."""

    def share(self, months: Months) -> Fraction:
        """What the figure is over a set of months, as a share of its year: of a flow the sum, of a level the mean."""
        total = sum(self.weights, _NONE) if self.year is None else self.year * MONTHS_A_YEAR
        if not total:
            return _NONE
        part = sum((self.weights[at - 1] for at in months), _NONE) / total
        return part * MONTHS_A_YEAR / len(months) if self.is_level else part

    def holds(self, months: Months) -> bool:
        """Whether a fact is so in all of the months."""
        return all(self.weights[at - 1] for at in months)


EVEN = Course((_ONE,) * MONTHS_A_YEAR)


@kept
def courses(plan: Plan) -> Mapping[str, Course]:
    """The course of every figure that is listed by month or quarter, those of last year under `last_year.`."""
    found: dict[str, Course] = {}
    if plan.months:
        for path, listed in plan.months.every().items():
            weights = listed.by.of_year(listed.size, plan.months.starts)
            unit = listed.by.unit
            is_level = unit in ("fact", "level") or (
                unit not in ("portion", "month") and _is_level(plan, path, listed)
            )
            amounts = listed.by.values if unit == "month" else ()
            mean = rounded_mean(plan, path, listed) if is_level else None
            found[path] = Course(weights, is_level, amounts, None if mean is None else Fraction(mean))
    if plan.last_year:
        found.update((LAST_YEAR + path, course) for path, course in courses(plan.last_year).items())
    return found


def _is_level(plan: Plan, path: str, listed: Listed) -> bool:
    """Whether an own figure is listed as a level: a share, or a number that is the mean of its months."""
    year = plan.figures.get(path)
    if isinstance(year, Decimal):
        return Fraction(listed.by.total) != year and is_mean(year, listed)
    return isinstance(year, Percent)


def is_mean(year: Decimal, listed: Listed) -> bool:
    """Whether a year is the mean of its months; one that does not end may be rounded to two decimals or more.

    Those of a share are counted in percent.
    """
    mean = Fraction(listed.by.total) / listed.size
    digits = -int(year.as_tuple().exponent)
    least = _FEWEST_DECIMALS + (2 if listed.by.unit == "share" else 0)
    is_close = abs(mean - Fraction(year)) * 10**digits <= Fraction(1, 2)
    return mean == year or (ended(mean) is None and digits >= least and is_close)


def rounded_mean(plan: Plan, path: str, listed: Listed) -> Decimal | None:
    """The year that a level is listed for, where that is only the rounded mean of its months."""
    if listed.by.unit not in ("amount", "share"):
        return listed.by.mean
    stated_year = plan.figures.get(path)
    year = stated_year.value if isinstance(stated_year, Percent) else stated_year
    mean = Fraction(listed.by.total) / listed.size
    return year if isinstance(year, Decimal) and Fraction(year) != mean else None


def as_portions(plan: Plan, moved: str) -> PlanMonths | None:
    """The months of a plan as portions of their years, which keep their courses when these are moved.

    Months that are numbers of their own stay so, unless the figure that is moved is their year or its whole.
    """
    if plan.months is None:
        return None
    known = courses(plan)
    kept: dict[Steps, ByPeriod] = {
        listed.at: (
            replace(listed.by, unit="level", mean=rounded_mean(plan, path, listed))
            if known[path].is_level
            else replace(listed.by, unit="portion")
        )
        for path, listed in plan.months.every().items()
        if listed.by.unit == "amount"
        or (listed.by.unit == "month" and moved in (path, FigurePath.parse(path).whole))
        or (listed.by.unit == "share" and known[path].is_level)
    }
    return plan.months.changed(kept)


def course_of(plan: Plan, path: str) -> Course:
    """The course of a stated flow: its own, else that of what it follows, else even.

    Amounts of categories and returns follow sales, growth follows last year, classes of stores all stores.
    """
    known = courses(plan)
    while path not in known:
        figure = FigurePath.parse(path)
        if figure.plain == "sales" and figure.beside(GROWTH) in stated(plan):
            path = figure.beside(LAST_YEAR + "sales")
        elif whole := "sales" if figure.plain == "returns" else figure.whole:
            path = figure.beside(whole)
        else:
            return EVEN
    return known[path]


def follows_last_year(plan: Plan) -> bool:
    """Whether the months of sales are those of last year's, which are listed or follow from what is."""
    known = courses(plan)
    return GROWTH in stated(plan) and "sales" not in known and any(map(_of_last_year, known))


def _of_last_year(path: str) -> bool:
    return path.startswith(LAST_YEAR)


class Flows:
    """Which figures of a plan add up over months. `rated` are figures of the user's own that a rate is paid on.

    An own number that stands beside `+` or `-` with a flow is one too, and being a flow passes through `N% of`, written
    factors and sums. What is listed as a level stays one.
    """

    def __init__(self, plan: Plan, rated: Collection[str] = ()) -> None:
        self._courses, self._formulas, self._stated = courses(plan), formulas(plan), stated(plan)
        listed = {path for path, course in self._courses.items() if not course.is_level}
        self._own = {path for path in (*rated, *listed) if self._may_become(path)}
        own = {path for path in (*self._stated, *self._formulas) if self._may_become(path)}
        depths = {FigurePath.parse(path).years for path in own}
        size = -1
        while size != len(self._own):
            size = len(self._own)
            for path, formula in self._formulas.items():
                self._pass_on(path, formula)
            # What adds up in one year does in every year: growth is that of like on like.
            plain = {FigurePath.parse(path).plain for path in self._own}
            self._own |= {LAST_YEAR * years + path for path in plain for years in depths} & own

    def is_flow(self, path: str) -> bool:
        """Whether a figure adds up over months."""
        figure = FigurePath.parse(path)
        if path in self._own or figure.event or figure.category:
            return True
        return (figure.whole or figure.plain) in _BUILT_IN_FLOWS

    def sums_months(self, factors: Collection[str]) -> bool:
        """Whether a product of figures is the sum of those of its months, where that differs from their product."""
        flows = [path for path in factors if self.is_flow(path)]
        is_listed = any(path in self._courses for path in factors)
        if len(flows) != 1 and not is_listed:
            return False
        return is_listed or not all(self._is_steady(path) for path in factors if path not in flows)

    def _is_steady(self, path: str) -> bool:
        """Whether a level is the same in every month for sure."""
        return (
            path not in self._courses
            and path in self._stated
            and not FigurePath.parse(path).plain.startswith(STORES)
        )

    def _may_become(self, path: str) -> bool:
        """Whether a figure is the user's own and not listed as a level."""
        plain = FigurePath.parse(path).plain
        course = self._courses.get(path)
        is_own = (
            (path in self._stated or path in self._formulas) and plain not in BUILT_IN and "." not in plain
        )
        return is_own and not (course and course.is_level)

    def _pass_on(self, path: str, formula: Formula) -> None:
        beside = FigurePath.parse(path).beside
        named = [
            [beside(operand.path) for operand in summand.operands if operand.path]
            for summand in formula.summands
        ]
        if not (self.is_flow(path) or any(map(self._adds_up, named))):
            return
        single = [factors[0] for factors in named if len(factors) == 1]
        self._own.update(name for name in (path, *single) if self._may_become(name))

    def _adds_up(self, factors: Collection[str]) -> bool:
        """Whether a summand is a flow: one figure that is, or a product that is the sum of its months."""
        flows = sum(map(self.is_flow, factors))
        return flows == 1 or (len(factors) > 1 and any(path in self._courses for path in factors))
