"""How crossed guardrails read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ka_terms.model.privacy import PRIVATE_NAMES
from ka_terms.presentation.numbers import rounded
from ka_terms.presentation.quantities import approximate, quantity
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.metric_words import banner
from ka_terms.presentation.words import Words
from ka_terms.text.messages import message
from ka_terms.text.safe import visible

if TYPE_CHECKING:
    from ka_terms.analysis.guardrail import CrossedGuardrail

_DIGITS = range(6, 29)
"""Decimals of a share: the fewest that tell it from the limit."""


def guardrail_lines(crossed: Sequence[CrossedGuardrail], words: Words) -> Iterator[str]:
    """A line a crossing, under the banner if any metric is private."""
    if head := banner([crossing.guardrail.metric for crossing in crossed], words):
        yield head
    for crossing in crossed:
        line = message(
            "limit broken: {name}: {metric} is {value} (--fail-if '{rule}')",
            name=visible(crossing.contract),
            metric=crossing.guardrail.metric.name,
            value=_shown(crossing, words),
            rule=crossing.guardrail,
        )
        yield words.translate(line)


def walk_away_lines(crossed: Sequence[CrossedGuardrail], words: Words) -> Iterator[str]:
    """A line a bound that a contract is past, always under the banner: the limit is private."""
    if crossed:
        yield words.say("internal_banner")
    for crossing in crossed:
        limit, is_share = crossing.guardrail.limit, crossing.guardrail.percent
        line = message(
            "walk-away limit passed: {name}: {metric} is {value}, the limit {limit}",
            name=visible(crossing.contract),
            metric=crossing.guardrail.metric.name.removeprefix(PRIVATE_NAMES),
            value=_shown(crossing, words),
            limit=quantity(limit, Kind.RATIO) if is_share else approximate(limit),
        )
        yield words.translate(line)


def _shown(crossing: CrossedGuardrail, words: Words) -> str:
    """The metric that crosses; a share with as many digits as tell it from the limit."""
    value, limit = crossing.value, crossing.guardrail.limit
    if value is None:
        return words.first("na")
    if not crossing.guardrail.percent:
        return approximate(value)
    enough = (digits for digits in _DIGITS if rounded(value, digits) != limit)
    rate = quantity(value, Kind.RATIO, digits=next(enough, None) if value != limit else None)
    return message("{rate} of sales", rate=rate) if crossing.guardrail.metric.is_part_of_sales else rate
