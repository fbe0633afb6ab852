"""The distribution of a metric over a sweep as a report: lowest, percentiles, highest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.model.numbers.currency import MINOR_DIGITS
from ka_terms.presentation.fields import Field, In, flat, record, table
from ka_terms.presentation.numbers import rounded
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.reports.what_if.sweep import impossible_notes, sweep_head
from ka_terms.presentation.table import Kind, Report
from ka_terms.presentation.wording.metric_words import banner, metric_kind, metric_label
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.sweep.quantiles import Quantiles
    from ka_terms.analysis.sweep.result import SweepResult

PERCENTS = (5, 25, 50, 75, 95)
_DIGITS = 10
"""Significant digits of a percentile, which is at most 1/32,768 of the whole spread off."""


class _Spread(NamedTuple):
    """What is told of one contract; None where the metric is n/a at every point."""

    scenario: str
    points: int
    least: Decimal | None
    percentiles: Mapping[str, Decimal | None]
    most: Decimal | None


def _fields(kind: Kind) -> list[Field[_Spread]]:
    return [
        Field("scenario"),
        Field("points", kind=Kind.COUNT, label="spread.points"),
        Field("least", kind=kind, label="spread.least"),
        *(_percentile_field(percent, kind) for percent in PERCENTS),
        Field("percentiles", places=In.JSON),
        Field("most", kind=kind, label="spread.most"),
    ]


def _percentile_field(percent: int, kind: Kind) -> Field[_Spread]:
    key = str(percent)
    return Field(f"p{key}", lambda one: one.percentiles[key], kind, In.ROWS, lambda _: f"{key}%")


def spread_report(swept: SweepResult, spreads: Sequence[Quantiles | None], words: Words) -> Report:
    """A row a contract; `swept` has no points."""
    metric = swept.query.metrics[0]
    fields = _fields(metric_kind(metric))
    told = [_spread(name, spread, swept) for name, spread in zip(swept.names, spreads, strict=True)]
    return Report(
        tables=[table(fields, told, words, metric_label(metric, words))],
        notes=notes(words, (*impossible_notes(swept, words), words.say("spread_note"))),
        flat=flat(fields, told),
        record=lambda: {**sweep_head(swept), "spread": [record(fields, one) for one in told]},
        title=" · ".join(swept.names),
        internal=banner(swept.query.needed, words),
        currency=swept.currency,
    )


def _spread(name: str, spread: Quantiles | None, swept: SweepResult) -> _Spread:
    """The least, the percentiles and the most; money to the minor unit."""
    keys = [str(percent) for percent in PERCENTS]
    if spread is None:
        return _Spread(name, 0, None, dict.fromkeys(keys), None)
    between = (Decimal(f"{value:.{_DIGITS}g}") for value in spread.percentiles)
    values = [Decimal(repr(spread.least)), *between, Decimal(repr(spread.most))]
    if metric_kind(swept.query.metrics[0]) is Kind.MONEY:
        values = [rounded(value, MINOR_DIGITS[swept.currency]) for value in values]
    least, *inner, most = values
    return _Spread(name, spread.rows, least, dict(zip(keys, inner, strict=True)), most)
