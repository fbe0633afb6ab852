"""Charts of upright bars: a waterfall, columns that stand upon each other, a histogram."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ka_terms.presentation.chart import Chart
from ka_terms.presentation.numbers import NumberStyle, write
from ka_terms.presentation.renderers.pictures.colors import (
    BASE,
    FALL,
    FALL_EDGE,
    INK,
    LEVEL,
    PAPER,
    RISE,
    color_of,
)
from ka_terms.presentation.renderers.pictures.frame import TICK, Frame
from ka_terms.presentation.table import Cell
from ka_terms.text.wrap import longest_piece

NARROWEST = 44.0
"""Points that a category with a name takes at least."""
_WIDEST = 80.0
_NONE = Decimal(0)
_DIGIT = 0.56
"""The width of a digit as a share of its size."""
_TALL = 0.16
"""Room for labels above and below the bars, as a share of their height."""


def step_width(chart: Chart, style: NumberStyle) -> float:
    """Points for each bar of a waterfall, beside which its number and the longest word of its name have room."""
    numbers = (write(Cell(value, chart.across.kind, signed=True), style) for value in chart.values)
    widths = [*map(len, numbers), *map(longest_piece, chart.categories)]
    return min(max(NARROWEST, (max(widths, default=0) + 1) * TICK * _DIGIT), _WIDEST)


def waterfall(chart: Chart, frame: Frame) -> None:
    """Levels from zero, and between them changes from where the last one ended."""
    reached = _NONE
    ends = []
    for index, value in enumerate(chart.series[0].values if chart.series else ()):
        amount = value or _NONE
        start, end = (_NONE, amount) if index in chart.levels else (reached, reached + amount)
        if index:
            frame.axes.plot(
                [index - 1, index], [float(reached)] * 2, color=BASE, linewidth=0.8, zorder=1, linestyle=":"
            )
        _step(index, (start, end), chart, frame, is_known=value is not None)
        reached = end
        ends += [start, end]
    _finish(chart, frame, ends)


def _step(index: int, ends: tuple[Decimal, Decimal], chart: Chart, frame: Frame, *, is_known: bool) -> None:
    """One bar with its number outside of it: above what rises, below what falls."""
    low, high = sorted(ends)
    is_level, is_rise = index in chart.levels, ends[1] >= ends[0]
    fill = LEVEL if is_level else RISE if is_rise else FALL
    edge = FALL_EDGE if not is_level and not is_rise else fill
    frame.axes.bar(index, float(high - low), 0.62, float(low), color=fill, edgecolor=edge, linewidth=0.8)
    amount = ends[1] - ends[0] if is_known else Decimal("NaN")
    text = frame.number(amount, chart.across, signed=not is_level)
    _label(index, float(high if is_rise else low), text, frame, is_above=is_rise)


def stacked(chart: Chart, frame: Frame) -> None:
    """Series upon each other, those below zero hanging under it; the sum of each column above."""
    count = len(chart.categories)
    above, below, handles = [_NONE] * count, [_NONE] * count, []
    for number, series in enumerate(chart.series):
        values = [value if value is not None and value.is_finite() else _NONE for value in series.values]
        starts = [above[at] if value >= 0 else below[at] for at, value in enumerate(values)]
        handles.append(
            frame.axes.bar(
                range(count),
                [*map(float, values)],
                0.62,
                [*map(float, starts)],
                color=color_of(number),
                edgecolor=PAPER,
                linewidth=0.5,
            )
        )
        above = [sum_ + max(value, _NONE) for sum_, value in zip(above, values, strict=True)]
        below = [sum_ + min(value, _NONE) for sum_, value in zip(below, values, strict=True)]
    texts = [frame.number(high + low, chart.across) for high, low in zip(above, below, strict=True)]
    # Numbers wider than their column are read from below.
    is_turned = max(map(len, texts), default=0) * TICK * _DIGIT > _slot(chart, frame)
    for index, text in enumerate(texts):
        _label(index, float(above[index]), text, frame, is_above=True, is_turned=is_turned)
    frame.legend(handles, [series.name for series in chart.series])
    _finish(chart, frame, [*above, *below])


def histogram(chart: Chart, frame: Frame) -> None:
    """Columns that touch each other; the names of as many edges as there is room for."""
    values = chart.series[0].values if chart.series else ()
    known = [value if value is not None else _NONE for value in values]
    heights = [*map(float, known)]
    frame.axes.bar(
        range(len(heights)), heights, 1, align="edge", color=color_of(0), edgecolor=PAPER, linewidth=0.8
    )
    _limits(known, frame)
    frame.ticks(chart.across, upright=True)
    frame.axes.grid(visible=False, axis="x")
    frame.name_places(chart)
    each = int(NARROWEST // _slot(chart, frame)) + 1
    shown = range(0, len(chart.categories), each)
    frame.axes.set_xticks(shown, [frame.text(chart.categories[at], NARROWEST * 1.5) for at in shown])


def _slot(chart: Chart, frame: Frame) -> float:
    """Points along the axis for each category."""
    return float(frame.figure.get_size_inches()[0]) * 72 * 0.86 / max(len(chart.categories), 1)


def _label(
    place: float, value: float, text: str, frame: Frame, *, is_above: bool, is_turned: bool = False
) -> None:
    frame.axes.annotate(
        text,
        (place, value),
        (0, 3 if is_above else -3),
        textcoords="offset points",
        ha="center",
        rotation=90 if is_turned else 0,
        va="bottom" if is_above else "top",
        fontsize=TICK,
        color=INK,
    )


def _finish(chart: Chart, frame: Frame, ends: Sequence[Decimal]) -> None:
    """Zero as a line, names below the columns, numbers at the side."""
    _limits(ends, frame)
    frame.axes.axhline(0, color=BASE, linewidth=1)
    frame.axes.spines["bottom"].set_visible(False)
    frame.axes.grid(visible=False, axis="x")
    frame.ticks(chart.across, upright=True)
    names = [frame.text(name, _slot(chart, frame)) for name in chart.categories]
    frame.axes.set_xticks(range(len(names)), names, color=INK)


def _limits(ends: Sequence[Decimal], frame: Frame) -> None:
    known = [float(end) for end in (*ends, _NONE) if end.is_finite()]
    low, high = min(known), max(known)
    room = (high - low) * _TALL or 1.0
    frame.axes.set_ylim(low - (room if low < 0 else 0), high + room)
