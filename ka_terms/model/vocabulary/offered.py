"""The figures that a plan can give, and what to add to it for one that it lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from ka_terms.model.faults import nearest
from ka_terms.model.vocabulary.figures import (
    BLOCKS,
    BUILT_IN,
    CATEGORIES,
    CATEGORY_KINDS,
    CLASSES,
    EVENTS,
    LAST_YEAR,
    OTHER,
    STORES,
    FigurePath,
)
from ka_terms.text.messages import Message, enumerated, message


def offered(plan: Mapping[str, Any]) -> frozenset[str]:
    """The paths of all figures that a plan, given as a mapping of its keys, can give."""
    parts = category_paths(plan.get("categories"))
    # What the parts have makes the whole where the plan does not state it.
    given = {key for key, value in plan.items() if value is not None} | {
        path.rpartition(".")[2] for path in parts
    }
    names = {path for path, figure in BUILT_IN.items() if given.issuperset(figure.needs)}
    names.update(EVENTS + name for name in _keys(plan.get("events")))
    names.update(BLOCKS + name for name in _keys(plan.get("blocks")))
    names.update(_keys(plan.get("figures")))
    names.update(parts)
    if any(path.endswith(".sales") for path in parts):
        names.add(f"{CATEGORIES}{OTHER}.sales")
    names.update(store_paths(plan.get("stores")))
    last_year = plan.get("last_year")
    if isinstance(last_year, Mapping):
        names.update(LAST_YEAR + path for path in offered(last_year))
    return frozenset(names)


def category_paths(categories: object) -> list[str]:
    """The figures of the categories of a plan, given as a mapping of its keys."""
    if not isinstance(categories, Mapping):
        return []
    return [
        f"{CATEGORIES}{name}.{field}"
        for name, parts in categories.items()
        for field in CATEGORY_KINDS
        if isinstance(parts, Mapping) and parts.get(field) is not None
    ]


def store_paths(stores: object) -> list[str]:
    """The figures of the classes of stores, given as a mapping of their keys."""
    classes = _keys(stores.get("classes")) if isinstance(stores, Mapping) else ()
    fields = [path for path in BUILT_IN if path.startswith(STORES)]
    return [f"{STORES}{name}.{path.removeprefix(STORES)}" for name in classes for path in fields]


def _keys(value: object) -> Collection[str]:
    return [str(key) for key in value] if isinstance(value, Mapping) else []


def missing_for(path: str, plan: Mapping[str, Any], inside: str = "plan") -> Message | str:
    """How to give the plan a figure that exists but that it lacks; empty where no such figure exists."""
    figure = FigurePath.parse(path)
    for _ in range(figure.years):
        last_year = plan.get("last_year")
        if not isinstance(last_year, Mapping):
            return _added(["last_year"] if missing_for(figure.plain, {}) else [], inside)
        plan, inside = last_year, f"{inside}.last_year"
    if figure.event:
        return _added([figure.event], f"{inside}.events")
    if figure.block:
        return _added([figure.block], f"{inside}.blocks")
    if figure.part:
        return _missing_part(figure, plan, inside)
    path = figure.plain
    needs = BUILT_IN[path].needs if path in BUILT_IN else ()
    lacking = [key for key in needs if plan.get(key) is None]
    return _added(lacking, inside)


def _missing_part(figure: FigurePath, plan: Mapping[str, Any], inside: str) -> Message | str:
    """How to give the figure of a category or a class: the path that is meant, its number, or the whole part."""
    if figure.store_class.startswith(CLASSES):
        # The file has its classes under that key; a path to them leaves it out.
        meant = figure._replace(plain=f"{STORES}{figure.plain.removeprefix(STORES + CLASSES)}")
        known = {*store_paths(plan.get("stores"))}
        if meant.plain in known:
            return message("write `{line}`", line=str(meant))
        figure = meant
    if figure.category == OTHER:
        return _added(["categories"], inside)
    parts = plan.get("categories")
    if figure.category and isinstance(parts, Mapping) and figure.category in parts:
        return _added([figure.field], f"{inside}.categories.{figure.category}")
    group = f"{inside}.categories" if figure.category else f"{inside}.stores.classes"
    return _part_meant(figure, plan) or _added([figure.part], group)


def _part_meant(figure: FigurePath, plan: Mapping[str, Any]) -> Message | str:
    """The figure of a category or a class of the plan whose name may be meant; empty where none is."""
    known = (*category_paths(plan.get("categories")), *store_paths(plan.get("stores")))
    alike = [path for path in known if path.endswith(f".{figure.field}")]
    return nearest(figure.plain, alike, LAST_YEAR * figure.years)


def _added(keys: Iterable[str], inside: str) -> Message | str:
    lines = enumerated(f"`{key}:`" for key in keys)
    return message("add {keys} to `{part}`", keys=lines, part=inside) if lines else ""
