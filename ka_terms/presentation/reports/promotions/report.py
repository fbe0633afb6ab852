"""The report on promotions: whether each pays, the uplift that it needs, what it came to, the retailer's side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ka_terms.presentation.chart import Axis, Chart, Series, Shape
from ka_terms.presentation.fields import flat, record, table
from ka_terms.presentation.quantities import percent
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.reports.promotions.fields import (
    outcome_fields,
    promotion_name,
    retailer_fields,
    rows,
)
from ka_terms.presentation.reports.promotions.sentences import headline, own_notes
from ka_terms.presentation.table import Cell, Kind, Report, Table, text
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.promotions.promotions import NeededUplift, PromotionAnswer, Promotions
    from ka_terms.model.contract.scenario import Scenario


_OF_ALL = ("promotion", "fee", "baseline", "allowed")
"""What a record says of a promotion and not of each of its expectations."""


def promotions_report(found: Promotions, words: Words, estimated: Iterable[Scenario] = ()) -> Report:
    """Everything that `promo` says; `estimated` are the contracts as their files stand."""
    said = [*headline(found, words)]
    return Report(
        headline=said,
        tables=[*_tables(found, words)],
        notes=notes(words, own_notes(found, words), estimated=estimated),
        flat=flat(outcome_fields(found, words), rows(found)),
        record=lambda: _record(found, words),
        title=said[0],
        internal=words.say("internal_banner") if found.margin is not None else "",
        currency=found.scenario.currency,
        charts=[*_charts(found, words)],
    )


def _tables(found: Promotions, words: Words) -> Iterator[Table]:
    yield table(outcome_fields(found, words), rows(found), words, words("promo.title"))
    if found.margin is not None and any(answer.needed for answer in found.answers):
        yield _needed_table(found, words)
    theirs = [row for row in rows(found) if row.outcome and row.outcome.retailer]
    if theirs:
        yield table(retailer_fields(found, words), theirs, words, words("promo.title_retailer"))


def _needed_table(found: Promotions, words: Words) -> Table:
    """A row a promotion and share of the range, a column a share that is not really extra."""
    shares = sorted({one.not_extra for answer in found.answers for one in answer.needed})
    headers = [_not_extra(share, words) for share in shares]
    made = []
    for answer in found.answers:
        parts = dict.fromkeys(one.items_share for one in answer.needed)
        for part in parts:
            of_part = {one.not_extra: one for one in answer.needed if one.items_share == part}
            known = Cell(part, Kind.RATIO) if part is not None else text("")
            cells = (_uplift(of_part.get(share)) for share in shares)
            made.append((text(promotion_name(answer, found, words)), known, *cells))
    return Table(
        (words("promo.name"), words("promo.items_share"), *headers), tuple(made), words("promo.title_needed")
    )


def _not_extra(share: Decimal, words: Words) -> str:
    return words.joined(lambda one: one.say("promo.not_extra", share=percent(share)))


def _uplift(needed: NeededUplift | None) -> Cell:
    return text("") if needed is None else Cell(needed.uplift, Kind.RATIO, signed=True)


def _charts(found: Promotions, words: Words) -> Iterator[Chart]:
    """What each is expected to leave, else its fee share; and the uplift that the first one needs."""
    expected = [answer for answer in found.answers if answer.likely]
    names = tuple(promotion_name(answer, found, words) for answer in expected)
    if expected and found.margin is not None:
        values = tuple(answer.likely.gain if answer.likely else None for answer in expected)
        yield _bars("gain", words("promo.gain"), Kind.AVERAGE, names, values)
    if expected:
        values = tuple(answer.likely.fee_share if answer.likely else None for answer in expected)
        yield _bars("fee_share", words("promo.fee_share"), Kind.RATIO, names, values)
    open_ones = [answer for answer in found.answers if not answer.is_known and answer.needed]
    if open_ones and found.margin is not None:
        first = [one for one in open_ones[0].needed if one.not_extra == open_ones[0].needed[0].not_extra]
        labels = tuple(percent(one.items_share) for one in first if one.items_share is not None)
        title = words("promo.title_needed")
        yield _bars("needed", title, Kind.RATIO, labels, tuple(one.uplift for one in first))


def _bars(key: str, title: str, kind: Kind, names: tuple[str, ...], values: tuple[Any, ...]) -> Chart:
    return Chart(
        key, Shape.BARS, title, Axis(""), Axis(title, kind), (Series(title, values),), categories=names
    )


def _record(found: Promotions, words: Words) -> dict[str, Any]:
    scenario = found.scenario
    return {
        "format_version": FORMAT_VERSION,
        "scenario": scenario.scenario,
        "account": scenario.account,
        "currency": scenario.currency,
        "margin": found.margin,
        "fee_rate": found.rate and found.rate.rate,
        "fee_rate_until": found.rate and found.rate.until,
        "promotions": [_of_answer(answer, found, words) for answer in found.answers],
    }


def _of_answer(answer: PromotionAnswer, found: Promotions, words: Words) -> dict[str, Any]:
    fields = [
        field
        for field in outcome_fields(found, words)
        if field.key not in ("promotion", "fee", "baseline", "allowed")
    ]
    own = [row for row in rows(found) if row.answer is answer and row.outcome]
    return {
        "promotion": answer.key,
        "fee": answer.fee,
        "stores": answer.stores,
        "days": answer.promotion.days,
        "store_baseline": answer.store_baseline,
        "baseline": answer.event and answer.event.baseline,
        "allowed": answer.promotion.allowed,
        "outcomes": [
            {
                **record(fields, row),
                "retailer": row.outcome.retailer
                and {**row.outcome.retailer._asdict(), "total": row.outcome.retailer.total},
            }
            for row in own
            if row.outcome
        ],
        "needed": [one._asdict() for one in answer.needed] if found.margin is not None else None,
        "missed": answer.missed,
    }
