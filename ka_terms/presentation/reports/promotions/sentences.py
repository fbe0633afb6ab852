"""What is said of promotions in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.presentation.numbers import rounded
from ka_terms.presentation.quantities import percent
from ka_terms.presentation.reports.promotions.fields import promotion_name
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.promotions.promotions import NeededUplift, PromotionAnswer, Promotions

_MOST = 5
_FIFTH = Decimal("0.2")


def headline(found: Promotions, words: Words) -> Iterator[str]:
    """A sentence a promotion: its fee share where that is known, and from which uplift it pays."""
    for answer in found.answers[:_MOST]:
        yield _sentence(answer, found, words)
    if (more := len(found.answers) - _MOST) > 0:
        yield words.say("promo.more", count=more)


def _sentence(answer: PromotionAnswer, found: Promotions, words: Words) -> str:
    name = promotion_name(answer, found, words.first)
    parts = [words.say("promo.costs", name=name, fee=_money(answer.fee, found, words))]
    likely = answer.likely
    if likely and likely.fee_share is not None:
        key = (
            "promo.share"
            if likely.is_allowed is None
            else f"promo.share_{'within' if likely.is_allowed else 'above'}"
        )
        parts.append(
            words.say(
                key,
                share=words.percent(likely.fee_share),
                allowed=percent(answer.promotion.allowed or Decimal(0)),
            )
        )
    if found.margin is not None:
        parts += _pays(answer, words)
        if likely and likely.gain is not None:
            key = words.by_sign("promo.leaves", likely.gain)
            parts.append(words.say(key, amount=_money(abs(likely.gain), found, words)))
    return words.say("promo.sentence", text=words.say("promo.join").join(parts))


def _pays(answer: PromotionAnswer, words: Words) -> Iterator[str]:
    """From which uplift it pays; where the part of the range is not known, with all of it and with a fifth."""
    first = answer.needed[0].not_extra if answer.needed else None
    alike = {one.items_share: one for one in answer.needed if one.not_extra == first}
    if answer.is_known:
        for one in alike.values():
            yield words.say("promo.pays" if one.uplift is not None else "promo.never", uplift=_uplift(one))
    elif Decimal(1) in alike and _FIFTH in alike:
        whole, part = alike[Decimal(1)], alike[_FIFTH]
        key = "promo.pays_by_share" if whole.uplift is not None else "promo.never"
        yield words.say(key, uplift=_uplift(whole), of_part=_uplift(part), part=percent(_FIFTH))


def _uplift(needed: NeededUplift) -> str:
    if needed.uplift is None:
        return ""
    whole = rounded(needed.uplift * 100, 0)
    return f"{'+' if whole > 0 else ''}{whole:,}%"


def own_notes(found: Promotions, words: Words) -> Iterator[str]:
    """How the figures are made, and what is not known."""
    if found.margin is None:
        yield words.say("promo.note_no_margin")
    else:
        yield words.say("promo.note_gain", margin=percent(found.margin))
        if found.rate is None:
            yield words.say("promo.note_no_rate")
        else:
            yield words.say("promo.note_rate", rate=words.percent(found.rate.rate))
            if found.rate.until is not None:
                yield words.say("promo.note_until", sales=_money(found.rate.until, found, words))
    if any(
        answer.store_baseline is not None and answer.promotion.baseline is None for answer in found.answers
    ):
        yield words.say("promo.note_baseline")
    if any(not answer.is_known for answer in found.answers):
        yield words.say("promo.note_items")


def _money(amount: Decimal, found: Promotions, words: Words) -> str:
    shown = amount if amount == amount.to_integral_value() else rounded(amount, 0)
    return words.money(shown, found.scenario.currency)
