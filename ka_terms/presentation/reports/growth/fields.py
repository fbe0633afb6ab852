"""What is told of each year, of its stores, of each block and of each month: one list for table, csv and json."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ka_terms.presentation.fields import Field, In
from ka_terms.presentation.table import Kind
from ka_terms.presentation.words import Words
from ka_terms.presentation.words.figure_names import block_name
from ka_terms.presentation.words.units import titled

if TYPE_CHECKING:
    from ka_terms.analysis.growth.growth import AccountGrowth
    from ka_terms.analysis.growth.months import MonthOfGrowth
    from ka_terms.analysis.growth.target import Block, Needs
    from ka_terms.analysis.growth.years import Year


def year_label(year: Year, words: Words) -> str:
    """The year by its number, else by its file, else by how long ago it was."""
    if year.number is not None:
        return str(year.number)
    if year.name:
        return year.name
    return words.joined(lambda one: one.say("growth.years_ago", count=year.years_ago))


def year_fields(found: AccountGrowth, words: Words) -> list[Field[Year]]:
    """A year: sales, stores, VPO, indices and what they come to in money."""
    has_volume = any(year.volume is not None for year in found.years)
    of_volume = In.ALL if has_volume else In.PROGRAMS
    return [
        Field("year", lambda year: year_label(year, words), label="growth.year"),
        Field("sales", kind=Kind.MONEY),
        Field("volume", kind=Kind.COUNT, places=In.PROGRAMS),
        Field("stores_opening", lambda year: year.stores[0], Kind.COUNT, In.PROGRAMS),
        Field("stores_new", lambda year: year.stores[1], Kind.COUNT, In.PROGRAMS),
        Field("stores_closed", lambda year: year.stores[2], Kind.COUNT, In.PROGRAMS),
        Field("stores_closing", lambda year: year.stores[3], Kind.COUNT, In.PROGRAMS),
        Field("stores_average", lambda year: year.stores[4], Kind.COUNT, label="stores.average"),
        Field("vpo", kind=Kind.AVERAGE),
        Field("vpo_volume", kind=Kind.COUNT, places=of_volume),
        Field("growth", lambda year: year.growth and year.growth.total, Kind.INDEX, label="growth.total"),
        Field(
            "horizontal",
            lambda year: year.growth and year.growth.horizontal,
            Kind.INDEX,
            label="growth.horizontal",
        ),
        Field(
            "vertical", lambda year: year.growth and year.growth.vertical, Kind.INDEX, label="growth.vertical"
        ),
        Field(
            "change",
            lambda year: year.change and year.change.total,
            Kind.MONEY,
            label="growth.change",
            signed=True,
        ),
        Field(
            "from_stores",
            lambda year: year.change and year.change.stores,
            Kind.AVERAGE,
            label="growth.from_stores",
            signed=True,
            reckoned=True,
        ),
        Field(
            "from_vpo",
            lambda year: year.change and year.change.vpo,
            Kind.AVERAGE,
            label="growth.from_vpo",
            signed=True,
            reckoned=True,
        ),
        Field("same_stores", lambda year: year.groups and year.groups.same.average, Kind.COUNT, In.PROGRAMS),
        Field(
            "same_sales",
            lambda year: year.groups and year.groups.same.sales,
            Kind.AVERAGE,
            In.PROGRAMS,
            reckoned=True,
        ),
        Field("same_vpo", lambda year: year.groups and year.groups.same.vpo, Kind.AVERAGE, In.PROGRAMS),
        Field("same_growth", lambda year: year.groups and year.groups.same.growth, Kind.INDEX, In.PROGRAMS),
        Field("new_stores", lambda year: year.groups and year.groups.new.average, Kind.COUNT, In.PROGRAMS),
        Field(
            "new_sales",
            lambda year: year.groups and year.groups.new.sales,
            Kind.AVERAGE,
            In.PROGRAMS,
            reckoned=True,
        ),
        Field("new_vpo", lambda year: year.groups and year.groups.new.vpo, Kind.AVERAGE, In.PROGRAMS),
    ]


def store_fields(found: AccountGrowth, words: Words) -> list[Field[Year]]:
    """A year: the stores that stood all along, and those opened in it."""
    shown = {
        "same_stores": "growth.same_stores",
        "same_sales": "growth.same_sales",
        "same_vpo": "growth.same_vpo",
        "same_growth": "growth.same_growth",
        "new_stores": "growth.new_stores",
        "new_sales": "growth.new_sales",
        "new_vpo": "growth.new_vpo",
    }
    fields = {field.key: field for field in year_fields(found, words)}
    return [
        fields["year"],
        *(fields[key]._replace(label=label, places=In.TABLE) for key, label in shown.items()),
    ]


def block_fields(needs: Needs, words: Words) -> list[Field[Block]]:
    """A block: its name, its amount, its share of the gap."""
    return [
        Field("key", places=In.PROGRAMS),
        Field("label", lambda block: block_label(block, words), places=In.ROWS, label="growth.block"),
        Field("amount", kind=Kind.AVERAGE, reckoned=True),
        Field("share", lambda block: needs.share_of_gap(block.amount), Kind.RATIO, label="growth.share"),
        Field("is_computed", places=In.JSON),
    ]


def open_key(needs: Needs) -> str:
    """The word for what is left of the gap, or for what goes beyond it."""
    return "growth.open" if needs.open >= 0 else "growth.beyond"


def block_label(block: Block, words: Words) -> str:
    """What a block is called; one that follows from the stores of the plan says so."""

    def named(one: Words) -> str:
        name = titled(block_name(block.key, one))
        return one.say("growth.computed", name=name) if block.is_computed else name

    return words.joined(named)


def month_fields(words: Words) -> list[Field[MonthOfGrowth]]:
    """A month: sales, stores, VPO, last year's."""
    return [
        Field(
            "month",
            kind=Kind.COUNT,
            label="growth.month",
            shown=lambda one: _month(one, words),
        ),
        Field("sales", kind=Kind.MONEY),
        Field("stores", kind=Kind.COUNT, label="stores.average"),
        Field("vpo", kind=Kind.AVERAGE),
        Field("vpo_before", kind=Kind.AVERAGE, label="growth.vpo_before"),
        Field("growth", kind=Kind.INDEX, label="growth.vertical"),
    ]


def _month(one: MonthOfGrowth, words: Words) -> str:
    return words.joined(lambda each: each.say(f"month.{one.month}"))
