"""Metrics and fees over a figure, with the places at which they jump."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.presentation.chart import Axis, Chart, Mark, Series, Shape
from ka_terms.presentation.numbers import rounded
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.input_names import input_kind, input_label, input_text
from ka_terms.presentation.wording.kinds import KINDS
from ka_terms.presentation.wording.metric_words import metric_kind, metric_label, metric_text
from ka_terms.presentation.wording.terms import bound_says
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.ladder.ladder import Ladder
    from ka_terms.analysis.piecewise.metric_curves import SalesCurve
    from ka_terms.analysis.piecewise.points import CurvePoint
    from ka_terms.analysis.sweep.lines import SweepLine
    from ka_terms.analysis.sweep.result import SweepResult

_LARGE = 10_000
_TOLD = 2
"""Contracts of which a title tells both ends."""


def line(name: str, points: Iterable[CurvePoint]) -> Series:
    """Points as one line."""
    known = [*points]
    return Series(name, tuple(point.value for point in known), tuple(point.at for point in known))


def sales_lines(curves: Sequence[SalesCurve], words: Words, currency: str) -> list[Chart]:
    """A metric of contracts over their sales; nothing where no contract has a curve."""
    if not curves:
        return []
    metric = curves[0].metric
    plans = dict.fromkeys(curve.planned for curve in curves)
    chart = Chart(
        metric.name,
        Shape.LINES,
        _title(curves, words, currency),
        Axis(words.figure("sales"), Kind.MONEY),
        Axis(metric_label(metric, words), metric_kind(metric)),
        tuple(line(curve.scenario, curve.points) for curve in curves),
        marks=tuple(Mark(planned, _planned(planned, curves, words)) for planned in plans),
    )
    return [chart]


def _title(curves: Sequence[SalesCurve], words: Words, currency: str) -> str:
    """What the metric is at both ends; of many contracts, the two between which it is at the highest sales."""
    ends = [(curve.points[-1].value, curve) for curve in curves]
    known = [(value, curve) for value, curve in ends if value is not None]
    if len(curves) <= _TOLD or len(known) < len(curves):
        return words.say("join.semicolon").join(_ends(curve, words, currency) for curve in curves[:_TOLD])
    (least, lowest), (most, highest) = (choice(known, key=lambda pair: pair[0]) for choice in (min, max))
    metric = curves[0].metric
    return words.say(
        "chart.range",
        metric=metric_label(metric, words.first),
        sales=words.compact(_about(curves[0].points[-1].at)),
        least=metric_text(metric, least, words.first, currency),
        lowest=lowest.scenario,
        most=metric_text(metric, most, words.first, currency),
        highest=highest.scenario,
    )


def _ends(curve: SalesCurve, words: Words, currency: str) -> str:
    """What the metric is at both ends of the range."""
    known = [point for point in curve.points if point.value is not None]
    if not known:
        return words.say("chart.none", name=curve.scenario)
    first, last = known[0], known[-1]
    return words.say(
        "chart.ends",
        name=curve.scenario,
        metric=words.within(metric_label(curve.metric, words.first)),
        first=metric_text(curve.metric, first.value, words.first, currency),
        last=metric_text(curve.metric, last.value, words.first, currency),
        low=words.compact(_about(first.at)),
        high=words.compact(_about(last.at)),
    )


def _about(sales: Decimal) -> Decimal:
    """Sales as a sentence has them: in whole units where they are large."""
    return rounded(sales, 0) if abs(sales) >= _LARGE else sales


def _planned(sales: Decimal, curves: Sequence[SalesCurve], words: Words) -> str:
    """`Plan`, or where there are several plans with the names of its contracts."""
    names = [curve.scenario for curve in curves if curve.planned == sales]
    if len(names) == len(curves):
        return words("plan")
    return words.say("join.value", name=words("plan"), value=words.listed(names))


def ladder_lines(ladder: Ladder, title: str, words: Words) -> list[Chart]:
    """The fee of a tiered term over its measure; nothing of a term without tiers."""
    if not ladder.curve or not ladder.rows:
        return []
    first = ladder.rows[0].status
    bounds = [
        Mark(rung.status.bound, bound_says(rung.tier.tier, rung.tier.term, words))
        for rung in ladder.rows
        if rung.tier and ladder.curve[0].at <= rung.status.bound <= ladder.curve[-1].at
    ]
    fee = words.fee_of(ladder.key, ladder.term)
    chart = Chart(
        ladder.key,
        Shape.LINES,
        title,
        Axis(words.figure(first.quantity), KINDS[first.kind]),
        Axis(fee, Kind.MONEY),
        (line(fee, ladder.curve),),
        marks=(*bounds, Mark(first.measured, words("plan"))),
    )
    return [chart]


def swept_lines(swept: SweepResult, lines: Sequence[SweepLine], title: str, words: Words) -> list[Chart]:
    """The first metric along the first axis; nothing where there is no line."""
    if not lines:
        return []
    along, metric = swept.axes[0].input, swept.query.metrics[0]
    today = dict.fromkeys(values[0] for values in swept.today)
    low, high = sorted(swept.axes[0].ends())
    chart = Chart(
        "sweep",
        Shape.LINES,
        title,
        Axis(input_label(along, words), input_kind(along)),
        Axis(metric_label(metric, words), metric_kind(metric)),
        tuple(line(_name_of(each, swept, words), each.points) for each in lines),
        marks=tuple(Mark(value, words.first("today")) for value in today if low <= value <= high),
    )
    return [chart]


def _name_of(each: SweepLine, swept: SweepResult, words: Words) -> str:
    """The contract where there are several, and the value of the second axis."""
    parts = [swept.names[each.scenario]] if len(swept.names) > 1 or each.across is None else []
    if each.across is not None:
        second = swept.axes[1].input
        value = input_text(second, each.across, swept.currency)
        parts.append(words.say("join.value", name=input_label(second, words), value=value))
    return " · ".join(parts)
