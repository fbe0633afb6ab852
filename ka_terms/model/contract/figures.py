"""The figures of a plan by path: those that it states, and those that follow from them.

A formula of a figure is written here once, over any reading: validity reads it in exact decimals, a statement and every
question of "what if" in the readings of `ka_terms.calculation`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Generic

from ka_terms.model.contract.formula import F, FigureReading, Formula, difference_of, share_of, sum_of
from ka_terms.model.contract.portion import Portion
from ka_terms.model.kept import kept
from ka_terms.model.numbers.number import Index, Percent
from ka_terms.model.vocabulary.figures import (
    BUILT_IN,
    CATEGORIES,
    EVENTS,
    FACTS,
    GROWTH,
    LAST_YEAR,
    MONTHS,
    OTHER,
    STORES,
    FigurePath,
)
from ka_terms.model.vocabulary.offered import category_paths

if TYPE_CHECKING:
    from ka_terms.model.contract.plan import Plan
    from ka_terms.model.contract.stores import Stores

STORE_COUNTS = ("opening", "new", "closed")
"""What a plan states of stores, in all or of a class."""
_HALF = Decimal("0.5")
_ONE = Decimal(1)
_TWELVE = Decimal(12)
_ZERO = Decimal(0)
_EXACT = Context(prec=2_000)
"""Growth on growth, year upon year: every digit of the product is kept."""


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


@kept
def stated(plan: Plan) -> Mapping[str, Decimal]:
    """Return the figures that a plan states, by path, those of last year under `last_year.`; estimates as likely."""
    plan = plan.case("likely")
    figures: dict[str, Decimal] = {}
    for key in type(plan).model_fields:
        value = getattr(plan, key) if key in BUILT_IN else None
        if isinstance(value, Index):
            figures[GROWTH] = value.value
        elif isinstance(value, Decimal):
            figures[key] = value
    figures.update(_stated_stores(plan.stores))
    figures.update((f"skus.{name}", count) for name, count in (vars(plan.skus) if plan.skus else {}).items())
    figures.update((EVENTS + name, count) for name, count in plan.events.items())
    figures.update(_stated_by_name(plan))
    if plan.last_year:
        figures.update((LAST_YEAR + path, value) for path, value in stated(plan.last_year).items())
    return figures


def _stated_stores(stores: Stores | None) -> Iterator[tuple[str, Decimal]]:
    """What a plan states of its stores: of each total itself, or what makes it."""
    if stores is None:
        return
    for name in STORE_COUNTS:
        total = getattr(stores, name)
        if not stores.is_sum(name):
            yield f"{STORES}{name}", total
        parts = stores.counts(name).items()
        yield from ((f"{STORES}{key}.{name}", part) for key, part in parts if isinstance(part, Decimal))


def _stated_by_name(plan: Plan) -> dict[str, Decimal]:
    """Return what categories and figures state under names that the user chose."""
    figures: dict[str, Decimal] = {}
    for name, category in plan.categories.items():
        for field, part in vars(category).items():
            if isinstance(part, Decimal):
                figures[f"{CATEGORIES}{name}.{field}"] = part
    for name, value in plan.figures.items():
        if isinstance(value, Decimal | Percent):
            figures[name] = value if isinstance(value, Decimal) else value.value
    figures.update((FACTS + name, Decimal(fact)) for name, fact in plan.facts.items())
    return figures


@kept
def formulas(plan: Plan) -> Mapping[str, Formula]:
    """Return the formulas of the figures that a plan computes, by path, those of last year under `last_year.`."""
    given = {
        **{key: value for key, value in vars(plan).items() if key in BUILT_IN},
        **_parts(plan),
        **plan.figures,
    }
    found: dict[str, Formula] = {path: value for path, value in given.items() if isinstance(value, Formula)}
    if plan.last_year:
        found.update((LAST_YEAR + path, formula) for path, formula in formulas(plan.last_year).items())
    return found


def _parts(plan: Plan) -> dict[str, Formula]:
    """Return the formulas that categories and classes of stores give.

    - categories.NAME.sales = share x sales; categories.other.sales = sales - those of all categories
    - volume = the sum of the volumes of categories, unless the plan states it; stores.opening = that of all classes
    - a part of a whole that was moved = its portion x the whole
    """
    found = _of_stores(plan.stores) if plan.stores else {}
    for name, category in plan.categories.items():
        for field, part in vars(category).items():
            if isinstance(part, Percent):
                found[f"{CATEGORIES}{name}.{field}"] = share_of(part.value, field, str(part))
            elif isinstance(part, Portion):
                found[f"{CATEGORIES}{name}.{field}"] = part.of(field)
    paths = category_paths(plan.keys_given()["categories"])
    if parts := [path for path in paths if path.endswith(".sales")]:
        found[f"{CATEGORIES}{OTHER}.sales"] = difference_of("sales", parts)
    if plan.volume is None and (volumes := [path for path in paths if path.endswith(".volume")]):
        found["volume"] = sum_of(volumes)
    return found


def _of_stores(stores: Stores) -> dict[str, Formula]:
    """The formulas of totals that are those of all classes, and of classes that have portions of a total."""
    found: dict[str, Formula] = {}
    for name in STORE_COUNTS:
        if stores.is_sum(name):
            found[f"{STORES}{name}"] = sum_of([f"{STORES}{key}.{name}" for key in stores.classes])
        for key, part in stores.counts(name).items():
            if isinstance(part, Portion):
                found[f"{STORES}{key}.{name}"] = part.of(f"{STORES}{name}")
    return found


def derived_formula(path: str) -> FigureFormula | None:
    """The formula of a figure that follows from others of its year, those of a class of stores from its own."""
    figure = FigurePath(0, path)
    formula = DERIVED.get(figure.whole or path)
    if formula is None or not figure.store_class:
        return formula if not figure.part else None
    inside = f"{STORES}{figure.store_class}."
    return lambda at, reading: formula(lambda name: at(inside + name.removeprefix(STORES)), reading)


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


class PlanFigures(Generic[F]):
    """Figures by path in one reading, each read or derived on first use and kept."""

    def __init__(self, plan: Plan, reading: FigureReading[F]) -> None:
        self._stated = stated(plan)
        self._formulas = formulas(plan)
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
        return self._reading.derived(path, value)
