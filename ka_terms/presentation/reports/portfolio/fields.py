"""What is told of each account, group, settlement and matter: one list for table, csv and json."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ka_terms.presentation.fields import Field, In
from ka_terms.presentation.table import Cell, Kind, text
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.portfolio.account import Account, Attention, Due
    from ka_terms.analysis.portfolio.groups import Group, Row
    from ka_terms.analysis.portfolio.portfolio import By, DueTogether, Portfolio


def row_fields(found: Portfolio) -> list[Field[Row]]:
    """An account: what it costs, its part of all, what changed, what needs a look."""
    has_channels = any(row.account.channel for row in found.rows)
    has_before = any(row.before for row in found.rows)
    has_left = any(row.account.contribution is not None for row in found.rows)
    has_due = any(row.due for row in found.rows)
    return [
        Field("file", lambda row: row.account.file, places=In.PROGRAMS),
        Field("account", lambda row: row.account.account, label="portfolio.account"),
        Field("scenario", lambda row: row.account.scenario, places=In.PROGRAMS),
        Field("year", lambda row: row.account.year, Kind.COUNT, label="portfolio.year", shown=_year),
        Field("status", lambda row: row.account.status, places=In.PROGRAMS),
        Field(
            "channel",
            lambda row: row.account.channel or None,
            places=_if(has_channels),
            label="portfolio.channel",
            shown=lambda row: row.account.channel,
        ),
        Field("currency", lambda row: row.account.currency, places=In.PROGRAMS),
        Field("sales", lambda row: row.account.sales, Kind.MONEY),
        Field("stores", lambda row: row.account.stores, Kind.COUNT, In.PROGRAMS),
        Field("vpo", kind=Kind.AVERAGE, places=In.PROGRAMS),
        Field("total_fees", lambda row: row.account.fees, Kind.MONEY),
        Field("fee_ratio", kind=Kind.RATIO),
        Field("change", kind=Kind.POINTS, places=_if(has_before), label="portfolio.change", signed=True),
        Field("share", kind=Kind.RATIO, label="portfolio.share"),
        Field("fixed_share", kind=Kind.RATIO, label="portfolio.fixed_share"),
        Field(
            "contribution",
            lambda row: row.account.contribution,
            Kind.MONEY,
            places=In.ALL if has_left else In.JSON,
        ),
        Field("due", lambda row: row.due_amount, Kind.MONEY, places=_if(has_due), label="portfolio.due"),
        Field(
            "attention",
            lambda row: ", ".join(f"{one.kind} {one.about}" for one in row.account.attention),
            places=_if(any(row.account.attention for row in found.rows)),
            label="portfolio.attention",
            shown=lambda row: str(len(row.account.attention) or ""),
        ),
    ]


def _if(is_shown: bool) -> frozenset[str]:
    return In.ALL if is_shown else In.PROGRAMS


def _year(row: Row) -> Cell:
    return text("" if row.account.year is None else str(row.account.year))


def group_fields(by: By, found: Portfolio, words: Words) -> list[Field[Group]]:
    """A group of accounts, or a part of all fees."""
    is_part = by in ("category", "nature")
    has_before = any(group.before for group in found.groups.get(by, ()))
    return [
        Field("name", shown=lambda group: _group_name(by, group, words), label=f"portfolio.{by}"),
        Field("accounts", lambda group: group.sums.accounts, Kind.COUNT, label="portfolio.accounts"),
        Field("sales", lambda group: group.sums.sales, Kind.MONEY, places=In.PROGRAMS if is_part else In.ALL),
        Field("total_fees", lambda group: group.sums.fees, Kind.MONEY),
        Field("fee_ratio", lambda group: group.sums.fee_ratio, Kind.RATIO, label="fee_ratio"),
        Field("share", kind=Kind.RATIO, places=_if(by != "year"), label="portfolio.share"),
        Field("change", kind=Kind.POINTS, places=_if(has_before), label="portfolio.change", signed=True),
    ]


def _group_name(by: By, group: Group, words: Words) -> str:
    if not group.name:
        return words("portfolio.none")
    if by == "category":
        return words.category(group.name)
    if by == "nature":
        return words(group.name)
    if by == "status":
        return words(group.name)
    return group.name


def due_fields(words: Words) -> list[Field[tuple[Account, Due]]]:
    """A settlement that is due."""
    return [
        Field("day", lambda pair: pair[1].day.isoformat(), label="portfolio.day"),
        Field("account", lambda pair: pair[0].account, label="portfolio.account"),
        Field("term", lambda pair: pair[1].term, label="term", shown=lambda pair: words.fee_of(pair[1].term)),
        Field("amount", lambda pair: pair[1].amount, Kind.MONEY),
    ]


def together_fields(words: Words) -> list[Field[DueTogether]]:
    """What several accounts settle on one day of one term."""
    return [
        Field("day", lambda one: one.day.isoformat(), label="portfolio.day"),
        Field("term", label="term", shown=lambda one: words.fee_of(one.term)),
        Field("accounts", kind=Kind.COUNT, label="portfolio.accounts"),
        Field("amount", kind=Kind.MONEY),
    ]


def attention_fields(words: Words) -> list[Field[tuple[Account, Attention]]]:
    """A matter that needs a look."""
    return [
        Field("account", lambda pair: pair[0].account, label="portfolio.account"),
        Field(
            "kind",
            lambda pair: pair[1].kind,
            label="portfolio.matter",
            shown=lambda pair: words(f"portfolio.{pair[1].kind}"),
        ),
        Field(
            "about", lambda pair: pair[1].about, label="term", shown=lambda pair: words.fee_of(pair[1].about)
        ),
    ]
