"""What no deal costs, as tables and for json."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ka_terms.presentation.quantities import percent
from ka_terms.presentation.table import Cell, Kind, Table, text
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.concessions.no_deal import LostMonth, NoDeal

_WAYS = ("fees_saved", "fees_paid")


def month_table(broken: NoDeal, words: Words) -> Table | None:
    """A month without orders, by the share of shoppers who are found again; None without a margin."""
    if not broken.months:
        return None
    headers = [_found_again(month, words) for month in broken.months]
    rows = [
        (text(words(f"no_deal.{way}")), *(Cell(getattr(month, way), Kind.MONEY) for month in broken.months))
        for way in _WAYS
    ]
    return Table((words("no_deal.month"), *headers), tuple(rows), title=words("no_deal.month_title"))


def _found_again(month: LostMonth, words: Words) -> str:
    return words.joined(lambda one: one.say("no_deal.found_again", share=percent(month.found_again)))


def way_back_table(broken: NoDeal, words: Words) -> Table | None:
    """What a break costs once, and what is known of its length; None where nothing is."""
    rows = tuple(_facts(broken, words))
    return (
        Table((words("no_deal.once"), words("value")), rows, title=words("no_deal.once_title"))
        if rows
        else None
    )


def _facts(broken: NoDeal, words: Words) -> Iterator[tuple[Cell, ...]]:
    if broken.listing is not None:
        yield text(words("no_deal.listing")), Cell(broken.listing, Kind.MONEY)
    if broken.receivables is not None and broken.payment_days is not None:
        label = words.joined(lambda one: one.say("no_deal.receivables", days=f"{broken.payment_days:f}"))
        yield text(label), Cell(broken.receivables, Kind.MONEY)
    if broken.notice is not None:
        yield text(words("no_deal.notice")), Cell(broken.notice, Kind.COUNT)
    if broken.ramp_back is not None:
        yield text(words("no_deal.ramp_back")), Cell(broken.ramp_back, Kind.COUNT)
        yield text(words("no_deal.way_back")), Cell(broken.way_back, Kind.MONEY)


def no_deal_record(broken: NoDeal) -> dict[str, Any]:
    """The same under the keys of json."""
    return {
        "months": [month._asdict() for month in broken.months],
        "listing": broken.listing,
        "receivables": broken.receivables,
        "payment_days": broken.payment_days,
        "notice": broken.notice,
        "ramp_back": broken.ramp_back,
        "way_back": broken.way_back,
    }
