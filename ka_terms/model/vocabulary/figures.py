"""Which figures a plan offers by path, and what each of them needs the plan to give.

How a derived figure is computed stands in `ka_terms.calculation.figures`; here are only the names, so that a term
that names a figure the plan cannot give is refused before anything is computed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

BUILT_IN: Mapping[str, tuple[str, ...]] = {
    "sales": ("sales",),
    "volume": ("volume",),
    "returns": ("returns",),
    "net_sales": ("sales", "returns"),
    "sales_incl_tax": ("sales", "vat"),
    "vat": ("vat",),
    "target": ("target",),
    "increment": ("sales", "last_year"),
    "stores.opening": ("stores",),
    "stores.new": ("stores",),
    "stores.closed": ("stores",),
    "stores.closing": ("stores",),
    "stores.average": ("stores",),
    "skus.existing": ("skus",),
    "skus.new": ("skus",),
    "skus.total": ("skus",),
}
"""Path of a figure -> the keys of the plan it needs. `events.NAME`, the user's own and `last_year.PATH` come on top."""

MEASURES: Mapping[str, tuple[str, str]] = {
    "growth": ("sales", "last_year.sales"),
    "achievement": ("sales", "target"),
}
"""What tiers may be measured by besides figures: the first figure as a multiple of the second."""

LAST_YEAR = "last_year."
"""Opens the path of a figure of last year; of the year before, twice."""

GROWTH = "sales_growth"
"""The path of the stated growth of sales on last year's, where the plan gives that in place of an amount."""

TOTAL_NAMES = ("total_fees", "fee_ratio", "sales", "vpo", "vpo_volume", "fees_a_store", "net_net_sales")
"""What a contract comes to, by the name that rules and sweeps use."""

RESERVED = frozenset({*BUILT_IN, *MEASURES, GROWTH, *TOTAL_NAMES})
"""What no figure or term of the user's can be called: a rule or a sweep would take the one for the other."""


def is_reserved(name: str) -> bool:
    """Whether a name is that of a total or of a figure the program has, last year's and those of events included."""
    return name in RESERVED or name.startswith(("events.", LAST_YEAR))


def offered(plan: Mapping[str, Any]) -> frozenset[str]:
    """The paths of all figures that a plan, given as a mapping of its keys, can give."""
    given = {key for key, value in plan.items() if value is not None}
    names = {path for path, needs in BUILT_IN.items() if given.issuperset(needs)}
    names.update(f"events.{name}" for name in _keys(plan.get("events")))
    names.update(_keys(plan.get("figures")))
    last_year = plan.get("last_year")
    if isinstance(last_year, Mapping):
        names.update(LAST_YEAR + path for path in offered(last_year))
    return frozenset(names)


def this_year(path: str) -> str:
    """The path of the same figure in the year that the plan is for."""
    return path.removeprefix(LAST_YEAR * path.count(LAST_YEAR))


def _keys(value: object) -> Collection[str]:
    return [str(key) for key in value] if isinstance(value, Mapping) else []


def missing_for(path: str, plan: Mapping[str, Any], inside: str = "plan") -> str:
    """How to give the plan a figure that exists but that it lacks; empty where no such figure exists."""
    if path.startswith(LAST_YEAR):
        inner, last_year = path.removeprefix(LAST_YEAR), plan.get("last_year")
        if isinstance(last_year, Mapping):
            return missing_for(inner, last_year, f"{inside}.last_year")
        where = "the plan" if inside == "plan" else f"`{inside}`"
        return f"add `last_year:` to {where}" if missing_for(inner, {}) else ""
    if path.startswith("events."):
        return f"add {path.removeprefix('events.')} to `{inside}.events`"
    lacking = [key for key in BUILT_IN.get(path, ()) if plan.get(key) is None]
    return f"add `{', '.join(lacking)}:` to `{inside}`" if lacking else ""
