"""How a metric spreads over a sweep as a report: its least, its most, and percentiles between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from ka_terms.analysis.sweep.quantiles import Quantiles
from ka_terms.analysis.sweep.result import SweepResult
from ka_terms.model.numbers.currency import minor_unit
from ka_terms.presentation.reports.sweep import impossible_notes, sweep_head
from ka_terms.presentation.table import Cell, Kind, Report, Table, text
from ka_terms.presentation.wording.metric_words import banner, metric_kind, metric_label
from ka_terms.presentation.words import Words

PERCENTS = (5, 25, 50, 75, 95)
_DIGITS = 10
"""Significant digits of a percentile, which is at most 1/32,768 of the whole spread off."""


def spread_report(swept: SweepResult, spreads: Sequence[Quantiles | None], words: Words) -> Report:
    """A row a contract; `swept` has no points."""
    metric = swept.query.metrics[0]
    percents = [f"{percent}%" for percent in PERCENTS]
    labels = [
        words("scenario"),
        words("spread.points"),
        words("spread.least"),
        *percents,
        words("spread.most"),
    ]
    rows = tuple(_rows(swept, spreads))
    return Report(
        tables=[Table(tuple(labels), rows, title=metric_label(metric, words))],
        notes=(*impossible_notes(swept, words), words.say("spread_note")),
        flat=Table(("scenario", "points", "least", *(f"p{percent}" for percent in PERCENTS), "most"), rows),
        record=lambda: _record(swept, spreads),
        title=" · ".join(swept.names),
        internal=banner(swept.query.needed, words),
    )


def _rows(swept: SweepResult, spreads: Sequence[Quantiles | None]) -> Iterator[tuple[Cell, ...]]:
    metric = swept.query.metrics[0]
    kind = metric_kind(metric)
    for name, found in zip(swept.names, spreads, strict=True):
        values = _values(found, swept) if found else [None] * (2 + len(PERCENTS))
        points = Cell(found.rows if found else 0, Kind.COUNT)
        yield text(name), points, *(Cell(value, kind) for value in values)


def _values(found: Quantiles, swept: SweepResult) -> list[Decimal | None]:
    """The least, the percentiles and the most; money to the minor unit."""
    metric = swept.query.metrics[0]
    ends = [Decimal(repr(end)) for end in (found.least, found.most)]
    between = [Decimal(f"{value:.{_DIGITS}g}") for value in found.percentiles]
    least, *inner, most = ends[0], *between, ends[1]
    if metric_kind(metric) is Kind.MONEY:
        unit = minor_unit(swept.currency)
        least, most, inner = least.quantize(unit), most.quantize(unit), [one.quantize(unit) for one in inner]
    return [least, *inner, most]


def _record(swept: SweepResult, spreads: Sequence[Quantiles | None]) -> dict[str, Any]:
    """Under the keys of json, in place of the points."""
    found = []
    for name, spread in zip(swept.names, spreads, strict=True):
        least, *inner, most = _values(spread, swept) if spread else [None] * (2 + len(PERCENTS))
        percentiles = {str(percent): value for percent, value in zip(PERCENTS, inner, strict=True)}
        points = spread.rows if spread else 0
        found.append(
            {"scenario": name, "points": points, "least": least, "percentiles": percentiles, "most": most}
        )
    return {**sweep_head(swept), "spread": found}
