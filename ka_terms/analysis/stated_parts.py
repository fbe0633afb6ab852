"""The parts of a whole that was moved, as near as a file can state them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_FLOOR, Decimal
from fractions import Fraction

from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings.exact import trimmed
from ka_terms.model.contract.plan.by_period import ByPeriod
from ka_terms.model.contract.plan.categories import Category
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.plan.plan_months import PlanMonths
from ka_terms.model.contract.plan.portion import Key, Portion
from ka_terms.model.contract.plan.stated_figures import STORE_COUNTS
from ka_terms.model.contract.plan.stores import Stores
from ka_terms.model.faults import Path
from ka_terms.model.numbers.number import MOST_DECIMALS
from ka_terms.model.vocabulary.figures import CATEGORIES, STORES

_FINEST = Decimal(1).scaleb(-MOST_DECIMALS)
_ONE = Decimal(1)


def with_stated_parts(plan: Plan) -> Plan:
    """The plan with a number in place of every portion of this year.

    Amounts are rounded down, so that they never come to more than their whole. Stores are whole and come to it.
    """
    categories = {name: _with_amounts(plan, name, category) for name, category in plan.categories.items()}
    stores = plan.stores and _with_counts(plan, plan.stores)
    months = plan.months and plan.months.changed(dict(_stated_months(plan, plan.months)))
    return plan.model_copy(update={"categories": categories, "stores": stores, "months": months})


def _stated_months(plan: Plan, months: PlanMonths) -> Iterator[tuple[Path, ByPeriod]]:
    """What a file states of the months of a year that was moved: amounts that come to it, counts whole ones."""
    for path, listed in months.every().items():
        by = listed.by
        if by.unit not in ("portion", "level", "month"):
            continue
        (year,) = _exact(plan, [path])
        total = year * listed.size if by.unit == "level" else year
        weight = by.total
        shares = [Fraction(value) / Fraction(weight) if weight else Fraction(0) for value in by.values]
        exact = dict(enumerate(_decimal(Fraction(total) * share) for share in shares))
        is_count = plan.kind(path) == "count"
        unit = _ONE if is_count else _FINEST
        in_units = {at: value / unit for at, value in exact.items()}
        counts = whole_counts(in_units, total / unit, dict.fromkeys(in_units, total / unit))
        values = tuple(trimmed(count * unit) for count in counts.values())
        is_share = plan.kind(path) == "rate"
        yield listed.at, replace(by, values=values, unit="share" if is_share else "amount")


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _with_amounts(plan: Plan, name: str, category: Category) -> Category:
    """The category with its portions rounded down to the last decimal that a file states."""
    fields = [field for field, part in vars(category).items() if isinstance(part, Portion)]
    amounts = _exact(plan, (f"{CATEGORIES}{name}.{field}" for field in fields))
    stated = (trimmed(amount.quantize(_FINEST, ROUND_DOWN)) for amount in amounts)
    return category.model_copy(update=dict(zip(fields, stated, strict=True)))


def _with_counts(plan: Plan, stores: Stores) -> Stores:
    """The stores with whole numbers in place of portions; no class closes more than it has."""
    if not any(isinstance(count, Portion) for name in STORE_COUNTS for count in stores.counts(name).values()):
        return stores
    most = dict.fromkeys(stores.classes, Decimal(0))
    counts = {}
    for name in STORE_COUNTS:
        exact = _exact(plan, (f"{STORES}{key}.{name}" for key in stores.classes))
        total = stores.new_in("likely") if name == "new" else getattr(stores, name)
        limit = most if name == "closed" else dict.fromkeys(most, total)
        counts[name] = whole_counts(dict(zip(stores.classes, exact, strict=True)), total, limit)
        most = {key: most[key] + count for key, count in counts[name].items()}
    classes = {
        key: of_class.model_copy(update={name: counts[name][key] for name in STORE_COUNTS})
        for key, of_class in stores.classes.items()
    }
    return stores.model_copy(update={"classes": classes})


def whole_counts(
    exact: Mapping[Key, Decimal], total: Decimal, most: Mapping[Key, Decimal]
) -> dict[Key, Decimal]:
    """Whole numbers that add to the total: each number rounded down, and one more for the largest remainders.

    None is above its `most`; these come to the total at least.
    """
    counts = {key: min(value.to_integral_value(ROUND_FLOOR), most[key]) for key, value in exact.items()}
    order = sorted(exact, key=lambda key: counts[key] - exact[key])
    while (left := int(total - sum(counts.values()))) and (
        with_room := [key for key in order if counts[key] + _ONE <= most[key]]
    ):
        for key in with_room[:left]:
            counts[key] += _ONE
    return counts


def _exact(plan: Plan, paths: Iterable[str]) -> list[Decimal]:
    """Figures that a plan has, to 28 digits where they are quotients."""
    return [value for value in exact_figures(plan, *paths) if value is not None]
