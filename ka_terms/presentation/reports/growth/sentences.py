"""What is said of growth in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.presentation.numbers import rounded
from ka_terms.presentation.quantities import growth, number
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.growth.growth import AccountGrowth
    from ka_terms.analysis.growth.target import Needs


def headline(found: AccountGrowth, words: Words) -> Iterator[str]:
    """What the target needs, where the change comes from, and how much of the gap is closed."""
    last, needs = found.years[-1], found.needs
    if needs is None:
        vpo = words.first("na") if last.vpo is None else number(rounded(last.vpo, 2))
        yield words.say("growth.alone", name=found.scenario.scenario, vpo=vpo)
        return
    yield _needed(needs, found, words)
    if (
        last.change
        and last.change.total is not None
        and last.change.stores is not None
        and last.change.vpo is not None
    ):
        yield words.say(
            "growth.split",
            total=_signed(last.change.total, found, words),
            stores=_signed(last.change.stores, found, words),
            vpo=_signed(last.change.vpo, found, words),
        )
    if needs.blocks and needs.gap > 0:
        key = words.by_sign("growth.still", needs.open)
        yield words.say(
            key,
            closed=_money(needs.closed, found, words),
            gap=_money(needs.gap, found, words),
            open=_money(abs(needs.open), found, words),
        )


def _needed(needs: Needs, found: AccountGrowth, words: Words) -> str:
    if needs.growth is None:
        return words.say("growth.from_nothing", target=_money(needs.target, found, words))
    said = {
        "growth": growth(rounded(needs.growth, 3)),
        "target": _money(needs.target, found, words),
        "before": _money(needs.before, found, words),
    }
    if needs.vpo_growth is None or needs.stores_growth is None:
        return words.say("growth.needs_sales", **said)
    vpo, stores = (number(rounded(index, 2)) for index in (needs.vpo_growth, needs.stores_growth))
    return words.say("growth.needs", vpo=vpo, stores=stores, **said)


def own_notes(found: AccountGrowth, words: Words) -> Iterator[str]:
    """The conventions of what is shown."""
    if any(year.change and year.change.stores is not None for year in found.years):
        yield words.say("growth.note_split")
    if any(year.groups for year in found.years):
        yield words.say("growth.note_stores")
    if found.needs and any(block.is_computed for block in found.needs.blocks):
        yield words.say("growth.note_block")
    if found.months:
        yield words.say("growth.note_months")


def _money(amount: Decimal, found: AccountGrowth, words: Words) -> str:
    return words.money(
        rounded(amount, 0) if amount != amount.to_integral_value() else amount, found.scenario.currency
    )


def _signed(amount: Decimal, found: AccountGrowth, words: Words) -> str:
    return f"{'+' if amount > 0 else ''}{_money(amount, found, words)}"
