"""How crossed guardrails read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.calculation.readings.exact import exactly
from ka_terms.model.numbers.number import write_percent
from ka_terms.presentation.quantities import approximate
from ka_terms.presentation.wording.metric_words import banner
from ka_terms.presentation.words import Words
from ka_terms.text.messages import message
from ka_terms.text.safe import visible

if TYPE_CHECKING:
    from ka_terms.analysis.guardrail import CrossedGuardrail


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


def _shown(crossing: CrossedGuardrail, words: Words) -> str:
    """The metric that crosses; a share with as many digits as tell it from the limit."""
    value, limit = crossing.value, crossing.guardrail.limit
    if value is None:
        return words.first("na")
    if not crossing.guardrail.percent:
        return approximate(value)
    with exactly():  # the ambient context has too few digits for the ratio of a slip in the sales
        rounded = (value.quantize(Decimal(1).scaleb(-digits)) for digits in range(6, 29))
        told_apart = (number for number in rounded if limit not in (number, value))
        rate = write_percent(next(told_apart, value))
    return message("{rate} of sales", rate=rate) if crossing.guardrail.metric.is_part_of_sales else rate
