"""What a plan states of its figures, and the formulas of those that it computes, each by path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.model.contract.formula import Formula, difference_of, share_of, sum_of
from ka_terms.model.contract.plan.portion import Portion
from ka_terms.model.kept import kept
from ka_terms.model.numbers.number import Index, Percent
from ka_terms.model.vocabulary.figures import (
    BLOCKS,
    BUILT_IN,
    CATEGORIES,
    EVENTS,
    FACTS,
    GROWTH,
    LAST_YEAR,
    OTHER,
    STORES,
)
from ka_terms.model.vocabulary.offered import category_paths

if TYPE_CHECKING:
    from ka_terms.model.contract.plan.plan import Plan
    from ka_terms.model.contract.plan.stores import Stores

STORE_COUNTS = ("opening", "new", "closed")
"""What a plan states of stores, in all or of a class."""


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
    figures.update(
        (BLOCKS + name, block) for name, block in plan.blocks.items() if isinstance(block, Decimal)
    )
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
        **{BLOCKS + name: block for name, block in plan.blocks.items()},
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
