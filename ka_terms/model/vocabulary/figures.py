"""The figures of a plan by path: which there are, what each needs the plan to give, and what kind of number it is.

How a derived figure is computed stands in `ka_terms.model.contract.figures`. Here are the names, so that a term that
names a figure the plan cannot give is refused before anything is computed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Literal, NamedTuple

from ka_terms.text.messages import Message, enumerated, message

NumberKind = Literal["money", "average", "count", "number", "rate", "index"]
"""What a number is, wherever one is named:

- money: an amount in the currency of the contract; average: money divided by a count
- count: a whole number of things; number: any other quantity, volume and the user's own figures among them
- rate: a share, as a decimal fraction; index: a multiple of another figure, 1.05 for growth of 5%
"""

KindOf = Callable[[str], NumberKind]
"""The kind of a figure by its path."""


class Figure(NamedTuple):
    """A figure that the program has: its path, the keys of the plan it needs, and the kind of its number."""

    path: str
    needs: tuple[str, ...]
    kind: NumberKind


BUILT_IN: Mapping[str, Figure] = {
    figure.path: figure
    for figure in (
        Figure("sales", ("sales",), "money"),
        Figure("net_sales", ("sales", "returns"), "money"),
        Figure("sales_incl_tax", ("sales", "vat"), "money"),
        Figure("returns", ("returns",), "money"),
        Figure("target", ("target",), "money"),
        Figure("increment", ("sales", "last_year"), "money"),
        Figure("vat", ("vat",), "rate"),
        Figure("stores.opening", ("stores",), "count"),
        Figure("stores.new", ("stores",), "count"),
        Figure("stores.closed", ("stores",), "count"),
        Figure("stores.closing", ("stores",), "count"),
        Figure("stores.average", ("stores",), "count"),
        Figure("skus.existing", ("skus",), "count"),
        Figure("skus.new", ("skus",), "count"),
        Figure("skus.total", ("skus",), "count"),
        Figure("volume", ("volume",), "number"),
    )
}
"""Every figure by its path. `events.NAME`, the user's own and `last_year.PATH` come on top."""


class Measure(NamedTuple):
    """One figure as a multiple of another."""

    figure: str
    of: str


MEASURES: Mapping[str, Measure] = {
    "growth": Measure("sales", "last_year.sales"),
    "achievement": Measure("sales", "target"),
}
"""What tiers may be measured by besides figures."""

EVENTS = "events."
"""Opens the path of a figure that says how many times an event takes place."""

CATEGORIES = "categories."
"""Opens the path of a part of sales or volume: `categories.NAME.sales`."""

OTHER = "other"
"""The category of what no stated one has: `categories.other.sales` is sales less those of all categories."""

_CATEGORY_KINDS: Mapping[str, NumberKind] = {"sales": "money", "volume": "number"}

LAST_YEAR = "last_year."
"""Opens the path of a figure of last year; of the year before, twice."""

GROWTH = "sales_growth"
"""The path of the stated growth of sales on last year's, where the plan gives that in place of an amount."""


class FigurePath(NamedTuple):
    """The path of a figure taken apart: how many years before the plan's, and its path within that year."""

    years: int
    plain: str

    @classmethod
    def parse(cls, path: str) -> FigurePath:
        years = 0
        while path.startswith(LAST_YEAR):
            years, path = years + 1, path.removeprefix(LAST_YEAR)
        return cls(years, path)

    def __str__(self) -> str:
        return LAST_YEAR * self.years + self.plain

    def beside(self, plain: str) -> str:
        """The path of another figure of the same year."""
        return LAST_YEAR * self.years + plain

    @property
    def group(self) -> str:
        """The key of the plan that it stands under: stores of `stores.new`; itself where no group has it."""
        return self.plain.partition(".")[0]

    @property
    def stated(self) -> FigurePath:
        """What a file states it as: a growth stands under `sales`."""
        return self._replace(plain="sales") if self.plain == GROWTH else self

    @property
    def steps(self) -> tuple[str, ...]:
        """The way to it from the plan down; only the first dot divides a name."""
        last_year = ["last_year"] * self.years
        if self.category:
            return (*last_year, "categories", self.category, self.plain.rpartition(".")[2])
        return (*last_year, *self.stated.plain.split(".", 1))

    @property
    def category(self) -> str:
        """The category whose sales or volume it is; empty where it is of none."""
        name, _, field = self.plain.removeprefix(CATEGORIES).rpartition(".")
        return name if self.plain.startswith(CATEGORIES) and field in _CATEGORY_KINDS else ""

    @property
    def event(self) -> str:
        """The event that it counts; empty where it counts none."""
        return self.plain.removeprefix(EVENTS) if self.plain.startswith(EVENTS) else ""


def event_name(path: str) -> str:
    """The event that a figure of the plan's own year counts; empty where it counts none."""
    figure = FigurePath.parse(path)
    return "" if figure.years else figure.event


def is_figure_name(name: str) -> bool:
    """Whether a name is that of a figure or measure of the program, of an event, or of a figure of last year."""
    return (
        name in BUILT_IN
        or name in MEASURES
        or name == GROWTH
        or name.startswith((EVENTS, CATEGORIES, LAST_YEAR))
    )


def figure_kind(path: str) -> NumberKind:
    """The kind of a figure of any year; one of the user's own is a number of no known unit."""
    figure = FigurePath.parse(path)
    plain = figure.plain
    if figure.event:
        return "count"
    if figure.category:
        return _CATEGORY_KINDS[plain.rpartition(".")[2]]
    if plain == GROWTH:
        return "index"
    return BUILT_IN[plain].kind if plain in BUILT_IN else "number"


def may_be_money(path: str) -> bool:
    """Whether a share can be taken of a figure; one of the user's own may be money or not."""
    return figure_kind(path) == "money" or not is_figure_name(FigurePath.parse(path).plain)


def may_be_share(path: str) -> bool:
    """Whether a figure can be a share; one of the user's own may be or not."""
    return figure_kind(path) == "rate" or not is_figure_name(FigurePath.parse(path).plain)


def offered(plan: Mapping[str, Any]) -> frozenset[str]:
    """The paths of all figures that a plan, given as a mapping of its keys, can give."""
    given = {key for key, value in plan.items() if value is not None}
    names = {path for path, figure in BUILT_IN.items() if given.issuperset(figure.needs)}
    names.update(EVENTS + name for name in _keys(plan.get("events")))
    names.update(_keys(plan.get("figures")))
    parts = category_paths(plan.get("categories"))
    names.update(parts)
    if any(path.endswith(".sales") for path in parts):
        names.add(f"{CATEGORIES}{OTHER}.sales")
    if any(path.endswith(".volume") for path in parts):
        names.add("volume")
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
        for field in _CATEGORY_KINDS
        if isinstance(parts, Mapping) and parts.get(field) is not None
    ]


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
    if figure.category:
        return _added([figure.category], f"{inside}.categories")
    path = figure.plain
    needs = BUILT_IN[path].needs if path in BUILT_IN else ()
    lacking = [key for key in needs if plan.get(key) is None]
    return _added(lacking, inside)


def _added(keys: Iterable[str], inside: str) -> Message | str:
    lines = enumerated(f"`{key}:`" for key in keys)
    return message("add {keys} to `{part}`", keys=lines, part=inside) if lines else ""
