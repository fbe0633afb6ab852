"""What each input does to a metric, and how often a metric comes to what while inputs are uncertain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ka_terms.presentation.chart import Axis, Chart, Series, Shape
from ka_terms.presentation.quantities import percent
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.input_names import input_label
from ka_terms.presentation.wording.metric_words import metric_kind, metric_label
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from decimal import Decimal

    from ka_terms.analysis.tornado import Swing, Tornado
    from ka_terms.analysis.uncertainty.outlook import Outlook
    from ka_terms.model.vocabulary.metrics import Metric

_RATIOS = frozenset({Kind.RATIO, Kind.INDEX})


def spread(tornado: Tornado, swings: Sequence[Swing], title: str, words: Words) -> Chart:
    """A bar an input, from the metric with the input lower to the metric with it higher."""
    share = percent(tornado.by)
    ends = (("low", f"-{share}"), ("high", f"+{share}"))
    return Chart(
        "tornado",
        Shape.SPREAD,
        title,
        Axis(""),
        Axis(metric_label(tornado.metric, words), metric_kind(tornado.metric)),
        tuple(Series(name, tuple(getattr(swing, side).metric for swing in swings)) for side, name in ends),
        categories=tuple(input_label(swing.input, words, by_index=True) for swing in swings),
        middle=tornado.base,
    )


def row_bars(metric: Metric, values: Sequence[Decimal | None], words: Words) -> Chart:
    """A bar for each value of a metric."""
    label = metric_label(metric, words)
    across = Axis(label, metric_kind(metric))
    return Chart("rows", Shape.BARS, label, Axis(""), across, (Series(label, tuple(values)),))


def distributions(found: Outlook, title: str, words: Words) -> Iterator[Chart]:
    """A column for each step of a metric: the share of the draws that fall into it."""
    for metric, histogram in found.histograms.items():
        if histogram:
            yield Chart(
                metric.name,
                Shape.COLUMNS,
                title,
                Axis(
                    words.say("chart.from", metric=metric_label(metric, words)),
                    Kind.MONEY if metric_kind(metric) is Kind.MONEY else Kind.TEXT,
                ),
                Axis(words("chart.share"), Kind.RATIO),
                (Series(words("chart.share"), histogram.shares, histogram.begins),),
                categories=tuple(_begin(metric, edge, words) for edge in histogram.begins),
            )


def _begin(metric: Metric, edge: Decimal, words: Words) -> str:
    return percent(edge) if metric_kind(metric) in _RATIOS else words.compact(edge)
