"""The figures of a plan by path: those that it states, and those derived from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Generic, TypeVar

from ka_terms.calculation.readings.reading import N, Reading
from ka_terms.model.contract.plan import Plan
from ka_terms.model.numbers.number import Index
from ka_terms.model.vocabulary.figures import BUILT_IN, EVENTS, FACTS, GROWTH, LAST_YEAR, MONTHS, FigurePath

T = TypeVar("T")
_HALF = Decimal("0.5")
_ONE = Decimal(1)
_TWELVE = Decimal(12)
_ZERO = Decimal(0)

# Arithmetic over other figures: `at` gives a figure by path, `reading` the functions. `N` is left to the reading.
Formula = Callable[[Callable[[str], Any], Reading[Any]], Any]

DERIVED: Mapping[str, Formula] = {
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
    for key in Plan.model_fields:
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


def available(read: Callable[[], T]) -> T | None:
    """Return what `read` gives; None (n/a) where the plan cannot give a figure that it needs."""
    try:
        return read()
    except KeyError:
        return None


class Figures(Generic[N]):
    """Figures by path in one reading, each read or derived on first use and kept."""

    def __init__(self, plan: Plan, reading: Reading[N]) -> None:
        self._stated = stated(plan)
        self.reading = reading
        self._known: dict[str, N] = {}

    def __call__(self, path: str) -> N:
        """Return the figure at `path`. Errors: `KeyError` where the plan cannot give it."""
        if path not in self._known:
            self._known[path] = self._find(path)
        return self._known[path]

    def _find(self, path: str) -> N:
        if path in self._stated:
            return self.reading.leaf(path, self._stated[path])
        parts = FigurePath.parse(path)
        formula = DERIVED[parts.plain]
        # Sales are derived only from growth; without this check the search would go back one year after another.
        if parts.plain == "sales" and parts.beside(GROWTH) not in self._stated:
            raise KeyError(path)
        value: N = formula(lambda name: self(parts.beside(name)), self.reading)
        return self.reading.derived(path, value)
