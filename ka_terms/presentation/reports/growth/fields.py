"""What is told of each year, of its stores, of each block and of each month: one list for table, csv and json."""

from __future__ import annotations

from decimal import Decimal
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
        _index("growth", "total"),
        _index("horizontal", "horizontal"),
        _index("vertical", "vertical"),
        Field("change", lambda year: _change(year, "total"), Kind.MONEY, label="growth.change", signed=True),
        _from("stores"),
        _from("vpo"),
        *_group_fields("same"),
        Field("same_growth", lambda year: _of_group(year, "same", "growth"), Kind.INDEX, In.PROGRAMS),
        *_group_fields("new"),
    ]


def _index(key: str, name: str) -> Field[Year]:
    return Field(key, lambda year: getattr(year.growth, name, None), Kind.INDEX, label=f"growth.{name}")


def _from(name: str) -> Field[Year]:
    return Field(
        f"from_{name}",
        lambda year: _change(year, name),
        Kind.AVERAGE,
        label=f"growth.from_{name}",
        signed=True,
        reckoned=True,
    )


def _change(year: Year, name: str) -> Decimal | None:
    found: Decimal | None = getattr(year.change, name, None)
    return found


def _group_fields(group: str) -> list[Field[Year]]:
    """The stores that stood all along, or those opened: how many, what they sell, their VPO."""
    return [
        Field(f"{group}_stores", lambda year: _of_group(year, group, "average"), Kind.COUNT, In.PROGRAMS),
        Field(
            f"{group}_sales",
            lambda year: _of_group(year, group, "sales"),
            Kind.AVERAGE,
            In.PROGRAMS,
            reckoned=True,
        ),
        Field(f"{group}_vpo", lambda year: _of_group(year, group, "vpo"), Kind.AVERAGE, In.PROGRAMS),
    ]


def _of_group(year: Year, group: str, name: str) -> Decimal | None:
    found: Decimal | None = getattr(getattr(year.groups, group, None), name, None)
    return found


def store_fields(found: AccountGrowth, words: Words) -> list[Field[Year]]:
    """A year: the stores that stood all along, and those opened in it."""
    shown = ("same_stores", "same_sales", "same_vpo", "same_growth", "new_stores", "new_sales", "new_vpo")
    fields = {field.key: field for field in year_fields(found, words)}
    return [
        fields["year"],
        *(fields[key]._replace(label=f"growth.{key}", places=In.TABLE) for key in shown),
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
