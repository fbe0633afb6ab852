"""The figures of a plan by path: those that it states, and those that follow from them.

A formula of a figure is written here once, over any reading: validity reads it in exact decimals, a statement and every
question of "what if" in the readings of `ka_terms.calculation`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, Protocol, Self, TypeVar

from ka_terms.model.numbers.number import Index
from ka_terms.model.vocabulary.figures import BUILT_IN, EVENTS, FACTS, GROWTH, LAST_YEAR, MONTHS, FigurePath

if TYPE_CHECKING:
    from ka_terms.model.contract.plan import Plan

_HALF = Decimal("0.5")
_ONE = Decimal(1)
_TWELVE = Decimal(12)
_ZERO = Decimal(0)


class FigureNumber(Protocol):
    """What flows through the formula of a figure."""

    def __add__(self, other: Self, /) -> Self: ...
    def __sub__(self, other: Self, /) -> Self: ...
    def __mul__(self, other: Self, /) -> Self: ...


F = TypeVar("F", bound=FigureNumber)


class FigureReading(Protocol[F]):
    """As much of a reading as the formulas of figures need."""

    def leaf(self, path: str, value: Decimal) -> F:
        """A number that the plan states."""

    def derived(self, path: str, value: F) -> F:
        """A figure that was computed from others, under its own name."""

    def constant(self, value: Decimal) -> F:
        """A number that stands in the formula itself."""

    def maximum(self, one: F, other: F) -> F: ...
    def minimum(self, one: F, other: F) -> F: ...

    def divide(self, one: F, other: F) -> F:
        """`one / other`; zero where `other` is zero."""


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


def stated(plan: Plan) -> dict[str, Decimal]:
    """Return the figures that a plan states, by path, those of last year under `last_year.`; estimates as likely."""
    plan = plan.case("likely")
    figures: dict[str, Decimal] = {}
    sales = plan.sales_in("likely")
    if isinstance(sales, Index):
        figures[GROWTH] = sales.value
    else:
        figures["sales"] = sales
    for key in type(plan).model_fields:
        if key in BUILT_IN and key != "sales" and (value := getattr(plan, key)) is not None:
            figures[key] = value
    for group in ("stores", "skus"):
        counts = getattr(plan, group)
        figures.update((f"{group}.{name}", count) for name, count in (vars(counts) if counts else {}).items())
    figures.update((EVENTS + name, count) for name, count in plan.events.items())
    figures.update(plan.figures)
    figures.update((FACTS + name, Decimal(fact)) for name, fact in plan.facts.items())
    if plan.last_year:
        figures.update((LAST_YEAR + path, value) for path, value in stated(plan.last_year).items())
    return figures


class PlanFigures(Generic[F]):
    """Figures by path in one reading, each read or derived on first use and kept."""

    def __init__(self, plan: Plan, reading: FigureReading[F]) -> None:
        self._stated = stated(plan)
        self._reading = reading
        self._known: dict[str, F] = {}

    def __call__(self, path: str) -> F:
        """Return the figure at `path`. Errors: `KeyError` where the plan cannot give it."""
        if path not in self._known:
            self._known[path] = self._find(path)
        return self._known[path]

    def _find(self, path: str) -> F:
        if path in self._stated:
            return self._reading.leaf(path, self._stated[path])
        parts = FigurePath.parse(path)
        formula = DERIVED[parts.plain]
        # Sales are derived only from growth; without this check the search would go back one year after another.
        if parts.plain == "sales" and parts.beside(GROWTH) not in self._stated:
            raise KeyError(path)
        value: F = formula(lambda name: self(parts.beside(name)), self._reading)
        return self._reading.derived(path, value)
