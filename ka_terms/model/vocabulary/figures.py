"""The figures of a plan by path: which there are, what each needs the plan to give, and what kind of number it is.

How a derived figure is computed stands in `ka_terms.model.contract.plan.figures`, which of them a plan gives in
`offered`. Here are the names, so that a term that names a figure the plan cannot give is refused before anything is
computed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

NumberKind = Literal["money", "average", "count", "number", "rate", "index", "fact"]
"""What a number is, wherever one is named:

- money: an amount in the currency of the contract; average: money divided by a count
- count: a whole number of things; number: any other quantity, volume and the user's own figures among them
- fact: 1 for what is so, 0 for what is not
- rate: a share, as a decimal fraction; index: a multiple of another figure, 1.05 for growth of 5%
"""

KindOf = Callable[[str], NumberKind]
"""The kind of a figure by its path."""


MONTHS = "months"
"""The path of the number of months: twelve, unless the plan has a figure of that name of its own."""


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
        Figure("new_store_vpo", ("new_store_vpo",), "rate"),
        Figure("stores.opening", ("stores",), "count"),
        Figure("stores.new", ("stores",), "count"),
        Figure("stores.closed", ("stores",), "count"),
        Figure("stores.closing", ("stores",), "count"),
        Figure("stores.average", ("stores",), "count"),
        Figure("skus.existing", ("skus",), "count"),
        Figure("skus.new", ("skus",), "count"),
        Figure("skus.total", ("skus",), "count"),
        Figure("volume", ("volume",), "number"),
        Figure(MONTHS, (), "count"),
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

GROWTH_OF = "growth of "
"""Opens a measure that is the growth of any figure on last year's."""


def measure_of(name: str) -> Measure | None:
    """The measure of a name: growth, achievement, or `growth of` a figure; None of a figure itself."""
    if name.startswith(GROWTH_OF):
        figure = name.removeprefix(GROWTH_OF).strip()
        return Measure(figure, LAST_YEAR + figure)
    return MEASURES.get(name)


def is_growth(name: str) -> bool:
    """Whether a measure is growth, of sales or of another figure, which people write with a sign."""
    return name == "growth" or name.startswith(GROWTH_OF)


def quantity_of(name: str) -> str:
    """The figure that is compared with a bound: of a measure the figure that it is a multiple of."""
    measure = measure_of(name)
    return measure.figure if measure else name


EVENTS = "events."
"""Opens the path of a figure that says how many times an event takes place."""

BLOCKS = "blocks."
"""Opens the path of what closes the gap to a target: sales that a measure of the plan adds."""

FACTS = "facts."
"""Opens the path of what is so or not so in a plan, 1 or 0."""

CATEGORIES = "categories."
"""Opens the path of a part of sales or volume: `categories.NAME.sales`."""

OTHER = "other"
"""The category of what no stated one has: `categories.other.sales` is sales less those of all categories."""

STORES = "stores."
"""Opens the path of a number of stores: `stores.new`, of one class `stores.CLASS.new`."""

CLASSES = "classes."
"""Opens the way to a class below `stores` in a file, though not in the path of a figure."""

CATEGORY_KINDS: Mapping[str, NumberKind] = {"sales": "money", "volume": "number"}
"""What a category has, and what kind of number it is."""

LAST_YEAR = "last_year."
"""Opens the path of a figure of last year; of the year before, twice."""

WHOLE_YEAR = "year."
"""Opens the path of a figure of the whole year in a term that is settled by period."""


def measure_of_year(name: str) -> Measure | None:
    """The measure that a name asks for of the whole year: `year.growth`, `growth of year.volume`. There is none."""
    if name.startswith(WHOLE_YEAR):
        return measure_of(name.removeprefix(WHOLE_YEAR))
    of_year = GROWTH_OF + WHOLE_YEAR
    return measure_of(GROWTH_OF + name.removeprefix(of_year)) if name.startswith(of_year) else None


GROWTH = "sales_growth"
"""The path of the stated growth of sales on last year's, where the plan gives that in place of an amount."""


class MonthPath(NamedTuple):
    """The path of what a figure is in one month that the plan lists: `months.sales.10`, by the calendar."""

    figure: str
    month: int

    @classmethod
    def parse(cls, path: str) -> MonthPath | None:
        """None of a path that names no month."""
        figure, dot, month = path.removeprefix(f"{MONTHS}.").rpartition(".")
        is_month = month.isascii() and month.isdecimal() and 1 <= int(month) <= 12
        return cls(figure, int(month)) if dot and is_month and path.startswith(f"{MONTHS}.") else None

    def __str__(self) -> str:
        return f"{MONTHS}.{self.figure}.{self.month}"


class FigurePath(NamedTuple):
    """The path of a figure taken apart: how many years before the plan's, and its path within that year."""

    years: int
    plain: str

    @classmethod
    def parse(cls, path: str) -> FigurePath:
        years, path = 0, path.removeprefix(WHOLE_YEAR)
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
            return (*last_year, "categories", self.category, self.field)
        if self.store_class:
            return (*last_year, "stores", "classes", self.store_class, self.field)
        return (*last_year, *self.stated.plain.split(".", 1))

    @property
    def field(self) -> str:
        """What it is of a category or a class of stores: `sales`, `opening`."""
        return self.plain.rpartition(".")[2]

    @property
    def category(self) -> str:
        """The category whose sales or volume it is; empty where it is of none."""
        if not self.plain.startswith(CATEGORIES):
            return ""
        name, _, field = self.plain.removeprefix(CATEGORIES).rpartition(".")
        return name if field in CATEGORY_KINDS else ""

    @property
    def store_class(self) -> str:
        """The class whose stores it counts; empty where it counts those of none."""
        if not self.plain.startswith(STORES):
            return ""
        name, _, field = self.plain.removeprefix(STORES).rpartition(".")
        return name if STORES + field in BUILT_IN else ""

    @property
    def part(self) -> str:
        """The category or the class of stores that it is of; empty where it is of none."""
        return self.category or self.store_class

    @property
    def whole(self) -> str:
        """The figure of all that it is a part of, in its own year: `sales`, `stores.opening`; empty where of none."""
        if self.store_class:
            return STORES + self.field
        return self.field if self.category else ""

    @property
    def fact(self) -> str:
        """The fact that it tells of; empty where it tells of none."""
        return self.plain.removeprefix(FACTS) if self.plain.startswith(FACTS) else ""

    @property
    def block(self) -> str:
        """The measure of the plan whose sales it is; empty where it is of none."""
        return self.plain.removeprefix(BLOCKS) if self.plain.startswith(BLOCKS) else ""

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
    known = name in BUILT_IN or name in MEASURES or name == GROWTH
    is_part = name.startswith(CATEGORIES) or bool(FigurePath.parse(name).store_class)
    return known or is_part or name.startswith((EVENTS, BLOCKS, FACTS, LAST_YEAR, GROWTH_OF))


@lru_cache(maxsize=4096)
def figure_kind(path: str) -> NumberKind:
    """The kind of a figure of any year; one of the user's own is a number of no known unit."""
    figure = FigurePath.parse(path)
    plain = figure.plain
    if figure.event:
        return "count"
    if figure.block:
        return "money"
    if figure.fact:
        return "fact"
    if figure.category:
        return CATEGORY_KINDS[figure.field]
    if figure.store_class:
        return "count"
    if plain == GROWTH:
        return "index"
    return BUILT_IN[plain].kind if plain in BUILT_IN else "number"


def may_be_money(path: str) -> bool:
    """Whether a share can be taken of a figure; one of the user's own may be money or not."""
    return figure_kind(path) == "money" or not is_figure_name(FigurePath.parse(path).plain)


def may_be_share(path: str) -> bool:
    """Whether a figure can be a share; one of the user's own may be or not."""
    return figure_kind(path) == "rate" or not is_figure_name(FigurePath.parse(path).plain)
