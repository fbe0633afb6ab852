"""What is told of each account and each channel: one list for table, csv and json."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ka_terms.presentation.fields import Field, In, filled
from ka_terms.presentation.table import Cell, Emphasis, Kind
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.vpo.vpo import AccountVpo, ChannelVpo, Vpo

Accounts = list["Field[AccountVpo]"]


def account_fields(found: Vpo) -> Accounts:
    """An account: what its row says, its VPO, rank and indices, and the VPO that is printed."""

    def shown_if(known: bool) -> Any:
        return In.ALL if known else In.PROGRAMS

    accounts = [one.account for one in found.accounts]
    has_channels = any(one.channel for one in accounts)
    return [
        Field("row", lambda one: one.account.row, Kind.COUNT, In.PROGRAMS),
        Field("account", lambda one: one.account.name, label="accounts.account"),
        Field(
            "channel",
            lambda one: one.account.channel,
            places=shown_if(has_channels),
            label="accounts.channel",
        ),
        Field("stores", lambda one: one.account.stores, Kind.COUNT, label="stores.average"),
        Field(
            "sales",
            lambda one: one.account.sales,
            Kind.MONEY,
            shown_if(any(one.sales is not None for one in accounts)),
        ),
        Field(
            "volume",
            lambda one: one.account.volume,
            Kind.COUNT,
            shown_if(any(one.volume is not None for one in accounts)),
        ),
        Field("vpo", kind=Kind.AVERAGE, places=shown_if(found.total.vpo is not None)),
        Field("vpo_volume", kind=Kind.COUNT, places=shown_if(found.total.vpo_volume is not None)),
        Field("rank", kind=Kind.COUNT, label="accounts.rank" if has_channels else "accounts.rank_of_all"),
        Field("ranked", kind=Kind.COUNT, places=In.PROGRAMS),
        Field(
            "index_channel", kind=Kind.INDEX, places=shown_if(has_channels), label="accounts.index_channel"
        ),
        Field("index_total", kind=Kind.INDEX, label="accounts.index_total"),
        Field(
            "printed",
            lambda one: one.check and one.check.in_full(one.check.printed),
            _kind,
            shown_if(any(one.check for one in found.accounts)),
            "accounts.printed",
            _printed,
        ),
        Field("printed_of", lambda one: one.check and one.check.basis, places=In.PROGRAMS),
        Field(
            "expected",
            lambda one: one.check and one.check.in_full(one.check.expected),
            _kind,
            In.PROGRAMS,
        ),
        Field("agrees", lambda one: one.check and one.check.agrees, places=In.PROGRAMS),
    ]


def _printed(one: AccountVpo) -> Cell:
    """The printed VPO; one that contradicts its row stands out."""
    if one.check is None:
        return Cell("")
    emphasis = Emphasis.BAD if one.check.agrees is False else Emphasis.NONE
    return Cell(one.check.in_full(one.check.printed), _kind(one), emphasis=emphasis, stated=True)


def _kind(one: AccountVpo) -> Kind:
    """The kind of what is printed: money where it is of sales."""
    return Kind.AVERAGE if one.check and one.check.basis == "sales" else Kind.COUNT


def total_cells(found: Vpo, words: Words) -> tuple[Cell, ...]:
    """The row of all accounts below them, where they have no channels."""
    total = found.total
    return filled(
        account_fields(found),
        In.TABLE,
        account=Cell(words("accounts.all")),
        stores=Cell(total.stores, Kind.COUNT),
        sales=Cell(total.sales, Kind.MONEY),
        volume=Cell(total.volume, Kind.COUNT),
        vpo=Cell(total.vpo, Kind.AVERAGE),
        vpo_volume=Cell(total.vpo_volume, Kind.COUNT),
        index_total=Cell(total.index_total, Kind.INDEX),
    )


def channel_fields(found: Vpo, words: Words) -> list[Field[ChannelVpo]]:
    """A channel: its sums, its VPO, its share, and its index against all."""

    def shown_if(known: bool) -> Any:
        return In.ALL if known else In.PROGRAMS

    total = found.total
    return [
        Field(
            "channel",
            lambda one: one.name,
            label="accounts.channel",
            shown=lambda one: words("accounts.all") if one is total else channel_label(one.name, words),
        ),
        Field("accounts", kind=Kind.COUNT, label="accounts.number"),
        Field("stores", kind=Kind.COUNT, label="stores.average"),
        Field("sales", kind=Kind.MONEY, places=shown_if(total.sales is not None)),
        Field("volume", kind=Kind.COUNT, places=shown_if(total.volume is not None)),
        Field("vpo", kind=Kind.AVERAGE, places=shown_if(total.vpo is not None)),
        Field("vpo_volume", kind=Kind.COUNT, places=shown_if(total.vpo_volume is not None)),
        Field(
            "share",
            kind=Kind.RATIO,
            label="accounts.share_of_volume" if total.sales is None else "accounts.share_of_sales",
        ),
        Field("index_total", kind=Kind.INDEX, label="accounts.index_total"),
    ]


def channel_label(name: str | None, words: Words) -> str:
    """A channel as its table calls it."""
    return words("accounts.no_channel") if name is None else name


def vpo_label(found: Vpo) -> str:
    """The key of the name of what ranks and indices are of."""
    return "vpo" if found.measure == "sales" else "vpo_volume"
