"""A chart as series that slides can draw by themselves: which values, in which colours, under which labels."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from ka_terms.presentation.chart import Chart, Series
from ka_terms.presentation.numbers import write
from ka_terms.presentation.renderers.axis_scale import Scale, spanned
from ka_terms.presentation.renderers.mark_names import name_height
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.slides.chart_numbers import charted, decimals
from ka_terms.presentation.renderers.waterfall_columns import Column, Role, waterfall_columns
from ka_terms.presentation.table import Cell

PALETTE = ("0072B2", "E69F00", "009E73", "56B4E9", "D55E00", "CC79A7", "7F7F7F", "F0E442")
"""Colours of Okabe and Ito, told apart by the colour-blind; in an order that alternates dark and light in grey."""
LEVEL, UP, DOWN, MARK = "7F7F7F", "E69F00", "0072B2", "595959"
_ROLES = ((Role.LEVEL, LEVEL, ""), (Role.UP, UP, " +"), (Role.DOWN, DOWN, " −"))

Numbers = tuple[Decimal | None, ...]


class Plot(NamedTuple):
    """One series: `values` in the unit of the report, at `places` for lines. `color` is empty for what is not seen.

    `texts` are labels of its own for its values. `dots` are the values that stand out as dots.
    """

    name: str
    values: Numbers
    color: str = ""
    places: tuple[Decimal, ...] = ()
    texts: tuple[str, ...] = ()
    dots: tuple[int, ...] = ()
    is_mark: bool = False


def by_category(chart: Chart, look: Look) -> list[Plot]:
    """The series of a chart with categories, each in the next colour."""
    kind, style = chart.across.kind, look.style
    return [
        Plot(one.name, tuple(charted(value, kind, style) for value in one.values), PALETTE[at % len(PALETTE)])
        for at, one in enumerate(chart.series)
    ]


def waterfall(chart: Chart, look: Look) -> tuple[list[Plot], Plot]:
    """The columns of a waterfall, the first of which is their invisible base, and the line that bears the labels."""
    (series,) = chart.series
    kind, style = chart.across.kind, look.style
    numbers = tuple(charted(value, kind, style) for value in series.values)
    bars = waterfall_columns(numbers, chart.levels)
    plots = [Plot(" ", tuple(bar and (bar.base or None) for bar in bars))]
    for role, color, sign in _ROLES:
        above = _parts(bars, role, is_first=True)
        plots.append(Plot(f"{series.name}{sign}", above, color))
        if any(below := _parts(bars, role, is_first=False)):
            plots.append(Plot(f"{series.name}{sign}", below, color))
    shown = style._replace(digits=decimals(kind, numbers, style))
    texts = tuple(
        write(Cell(value, kind, signed=at not in chart.levels), shown)
        for at, value in enumerate(series.values)
    )
    return plots, Plot(" ", tuple(bar and bar.top for bar in bars), texts=texts)


def _parts(bars: tuple[Column | None, ...], role: Role, *, is_first: bool) -> Numbers:
    """The bars of a role, each on the side of zero that it is on; and, not first, what of them hangs below zero."""
    return tuple(
        ((bar.above or bar.below) if is_first else bar.below if bar.above else None) or None
        if bar and bar.role is role
        else None
        for bar in bars
    )


def hidden_ends(series: Sequence[Numbers], middle: Decimal) -> list[list[int]]:
    """For each of two series the places whose end lies between the middle and that of the other: one label is read."""
    hidden: list[list[int]] = [[] for _ in series]
    for at, ends in enumerate(zip(*series, strict=True)):
        known = [(abs(end - middle), which) for which, end in enumerate(ends) if end is not None]
        sides = {end > middle for end in ends if end is not None and end != middle}
        if len(known) > 1 and len(sides) < 2:
            hidden[min(known)[1]].append(at)
    return hidden


def lines(chart: Chart, look: Look) -> tuple[list[Plot], Scale, Scale]:
    """The lines and the marks of a chart, with the axes along and across on which they lie."""
    drawn = [_line(one, chart, look, PALETTE[at % len(PALETTE)]) for at, one in enumerate(chart.series)]
    plots = [_lengthened(plot, max(len(each.values) for each in drawn)) for plot in drawn]
    marks = [(charted(mark.at, chart.along.kind, look.style), mark.text) for mark in chart.marks]
    known = sorted((at, text) for at, text in marks if at is not None)
    places = [*(place for plot in plots for place in plot.places), *(at for at, _ in known)]
    along = spanned(places, is_whole=chart.along.is_whole)
    across = spanned([value for plot in plots for value in plot.values if value is not None])
    upright = [_upright(index, at, text, across) for index, (at, text) in enumerate(known)]
    return [*plots, *upright], along, across


def _upright(index: int, at: Decimal, text: str, across: Scale) -> Plot:
    """A mark from end to end, its name where it meets no neighbour's."""
    named_at = name_height(index, across.low, across.high)
    return Plot(text, (across.low, named_at, across.high), MARK, (at,) * 3, ("", text, ""), is_mark=True)


def _lengthened(plot: Plot, length: int) -> Plot:
    """The line with gaps at its end: LibreOffice loses the first line where a longer one follows."""
    lacking = length - len(plot.values)
    return plot._replace(
        values=(*plot.values, *(None,) * lacking), places=(*plot.places, *plot.places[-1:] * lacking)
    )


def _line(series: Series, chart: Chart, look: Look, color: str) -> Plot:
    """A line that is broken where it jumps, with a dot at both ends of the gap."""
    style = look.style
    places = [charted(place, chart.along.kind, style) for place in series.places]
    points = [
        (place, charted(value, chart.across.kind, style))
        for place, value in zip(places, series.values, strict=True)
        if place is not None
    ]
    drawn = points[:1]
    dots = []
    for before, point in pairwise(points):
        if before[0] == point[0] and before[1] != point[1]:
            dots += [len(drawn) - 1, len(drawn) + 1]
            drawn.append((point[0], None))
        drawn.append(point)
    return Plot(
        series.name,
        tuple(value for _, value in drawn),
        color,
        tuple(place for place, _ in drawn),
        dots=(*dots,),
    )
