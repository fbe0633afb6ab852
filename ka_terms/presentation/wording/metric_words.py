"""How a metric reads: its label, the kind of its values, and a value inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.model.privacy import PRIVATE_NAMES
from ka_terms.model.vocabulary.metrics import Metric
from ka_terms.presentation.quantities import quantity
from ka_terms.presentation.table import Cell, Emphasis, Kind, changed
from ka_terms.presentation.wording.kinds import KINDS, kind_of_figure
from ka_terms.presentation.wording.periods import period
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.calculation.statement import Statement

_STRONG = frozenset({"total_fees", "fee_ratio"})
_DIGITS = {Kind.RATIO: 4, Kind.AVERAGE: 2}
"""Decimals in a sentence, those of the table; other kinds have all of theirs."""


def metric_label(metric: Metric, words: Words) -> str:
    """The label of a total or a figure, or the name of a term's fee; of an amount taken as a share, with that word."""
    if metric.is_part_of_sales:
        return words.joined(lambda one: one.say("share_of_sales", metric=_amount_label(metric, one)))
    return _amount_label(metric, words)


def metric_inline(metric: Metric, words: Words) -> str:
    """The label inside a sentence of the first language; names that a user chose as the user wrote them."""
    if metric.months:
        plain = metric_inline(_of_year(metric), words)
        return words.first.say("metric.within", metric=plain, period=_period(metric, words.first))
    if metric.is_figure:
        return words.inline(metric.name)
    if metric.is_term and not metric.is_part_of_sales:
        return words.fee_within(metric.name)
    return words.within(metric_label(metric, words.first))


def _of_year(metric: Metric) -> Metric:
    return metric._replace(name=metric.plain_name, months=(), period="")


def _period(metric: Metric, words: Words) -> str:
    """The name of the months that a metric is of."""
    named = re.fullmatch("([0-9]+)(?:[.][.]([0-9]+))?", metric.period)
    ends = [words.say(f"month.{month}") for month in named.groups() if month] if named else []
    if len(ends) == 2:
        return words.say("period.span", first=ends[0], last=ends[1])
    return ends[0] if ends else period(metric.months, (), words)


def _amount_label(metric: Metric, words: Words) -> str:
    if metric.months:
        return words.joined(
            lambda one: one.say(
                "metric.within", metric=_amount_label(_of_year(metric), one), period=_period(metric, one)
            )
        )
    if metric.is_private:
        return private_label(metric.name.removeprefix(PRIVATE_NAMES), words)
    if metric.is_term:
        return words.fee_of(metric.name)
    return words.figure(metric.name) if metric.is_figure else words(metric.name)


def private_label(key: str, words: Words) -> str:
    """The label of a private quantity: `contribution`, a bound as `walk_away.fee_ratio`, its room `room.fee_ratio`."""
    part, _, metric = key.partition(".")
    if not metric:
        return words(key)
    if part == "room":
        return words.joined(lambda one: one.say("room_to_walk_away", metric=one(metric)))
    return words.qualified(part, metric)


def metric_kind(metric: Metric) -> Kind:
    """How a metric is written in a cell."""
    return kind_of_figure(metric.kind) if metric.is_figure else KINDS[metric.kind]


def metric_emphasis(name: str) -> Emphasis:
    """How much a total stands out in a table: total fees and their share of sales are what is looked for."""
    return Emphasis.STRONG if name in _STRONG else Emphasis.NONE


def label_cell(metric: Metric, words: Words) -> Cell:
    """The label of a metric at the head of its row."""
    return Cell(metric_label(metric, words), emphasis=metric_emphasis(metric.name))


def metric_cell(statement: Statement, metric: Metric) -> Cell:
    """A metric of a statement, n/a where it has none."""
    return Cell(statement.value(metric), metric_kind(metric), emphasis=metric_emphasis(metric.name))


def change_cell(before: Statement, after: Statement, metric: Metric) -> Cell:
    """How much a metric changes; of ratios in points, n/a where either is."""
    return changed(after.change(before, metric), metric_kind(metric).of_difference)


def metric_text(metric: Metric, value: Decimal | None, words: Words, currency: str) -> str:
    """A value inside a sentence, rounded as in a table."""
    kind = metric_kind(metric)
    return words.say("na") if value is None else quantity(value, kind, currency, _DIGITS.get(kind))


def banner(metrics: Iterable[Metric], words: Words) -> str:
    """What opens every output that tells a private metric; empty where none of these is."""
    return words.say("internal_banner") if any(metric.is_private for metric in metrics) else ""
