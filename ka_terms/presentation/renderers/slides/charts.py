"""Every shape of chart as a native one of python-pptx, whose numbers and looks the reader of a slide can change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from ka_terms.presentation.chart import Chart, Shape
from ka_terms.presentation.renderers.axis_scale import Scale, spanned
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.slides import chart_letters
from ka_terms.presentation.renderers.slides.chart_book import DataColumn, with_workbook
from ka_terms.presentation.renderers.slides.chart_drawing import LABEL, Drawing, draw_line, fill_area
from ka_terms.presentation.renderers.slides.chart_numbers import charted, number_format
from ka_terms.presentation.renderers.slides.markup import element, rooted
from ka_terms.presentation.renderers.slides.plots import Plot, by_category, hidden_ends, lines, waterfall

_MOST_COLUMN_LABELS = 12
_LEAST_PART = Decimal("0.05")
"""Of the highest column of a stack: what is smaller has no room for a label."""
_DARK = frozenset({"0072B2", "009E73", "D55E00", "7F7F7F"})
"""Colours on which white letters are read, black ones on the others."""
_DASHES = ("SOLID", "DASH", "ROUND_DOT", "DASH_DOT")
_LINE, _MARK, _DOT = 2.25, 1.0, 7


def add_chart(shapes: Any, chart: Chart, place: Sequence[int], look: Look) -> Any:
    """Draw a chart at a place of a slide, its left, top, width and height; what the slide then holds."""
    drawing = Drawing(shapes, chart, place, look)
    _SHAPES[chart.shape](drawing)
    drawing.finish()
    return drawing.shape


def _waterfall(drawing: Drawing) -> None:
    plots, labels = waterfall(drawing.chart, drawing.look)
    drawing.add_bars("COLUMN_STACKED", [*plots, labels], gap=40, overlap=100)
    drawing.upright_axes()
    _label_tops(drawing, labels)


def _label_tops(drawing: Drawing, labels: Plot) -> None:
    """Turn the last bars into an invisible line that bears the labels: those of stacked bars stand on no top."""
    from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
    from pptx.oxml import parse_xml

    # The library draws no two kinds of series in one chart.
    bars = drawing.native.plots[0]._element
    axes = (element("c:axId", val=axis.get("val")) for axis in bars.xpath("c:axId"))
    start = (element("c:grouping", val="standard"), element("c:varyColors", val=0))
    line = parse_xml(rooted("c:lineChart", *start, element("c:marker", val=1), *axes))
    last = bars.xpath("c:ser")[-1]
    last.remove(last.xpath("c:invertIfNegative")[0])
    line.insert(2, last)
    bars.addnext(line)
    series: Any = drawing.native.plots[1].series[0]
    series.marker.style, series.smooth = XL_MARKER_STYLE.NONE, False
    size, is_turned = drawing.label_size(labels.texts)
    for at, text in enumerate(labels.texts):
        if labels.values[at] is not None:
            label = series.points[at].data_label
            chart_letters.write(label.text_frame, text, size)
            if is_turned:
                chart_letters.turn(label.text_frame._txBody)
            label.position = XL_LABEL_POSITION.ABOVE


def _bars(drawing: Drawing) -> None:
    for series in drawing.add_bars("BAR_CLUSTERED", by_category(drawing.chart, drawing.look), gap=50):
        drawing.label(series, "OUTSIDE_END")
    drawing.lying_axes()
    drawing.legend()


def _spread(drawing: Drawing) -> None:
    chart, look = drawing.chart, drawing.look
    plots = by_category(chart, look)
    middle = charted(chart.middle, chart.across.kind, look.style) or Decimal(0)
    series = drawing.add_bars("BAR_CLUSTERED", plots, gap=50, overlap=100)
    for bars, hidden in zip(series, hidden_ends([plot.values for plot in plots], middle), strict=True):
        drawing.label(bars, "OUTSIDE_END", hidden)
    drawing.lying_axes()
    values = drawing.native.value_axis
    _set_ends(
        values, spanned([middle, *(value for plot in plots for value in plot.values if value is not None)])
    )
    values.crosses_at = float(middle)
    drawing.legend()


def _stacked(drawing: Drawing) -> None:
    plots = by_category(drawing.chart, drawing.look)
    columns = zip(*(plot.values for plot in plots), strict=True)
    heights = (sum((abs(value) for value in column if value is not None), Decimal(0)) for column in columns)
    least = max(heights, default=Decimal(0)) * _LEAST_PART
    series = drawing.add_bars("COLUMN_STACKED", plots, gap=40, overlap=100)
    for bars, plot in zip(series, plots, strict=True):
        small = [at for at, value in enumerate(plot.values) if value is None or abs(value) < least]
        drawing.label(bars, "CENTER", small, "FFFFFF" if plot.color in _DARK else "000000")
    drawing.upright_axes()
    drawing.legend()


def _columns(drawing: Drawing) -> None:
    for series in drawing.add_bars("COLUMN_CLUSTERED", by_category(drawing.chart, drawing.look), gap=0):
        if len(drawing.chart.categories) <= _MOST_COLUMN_LABELS:
            drawing.label(series, "OUTSIDE_END")
    drawing.upright_axes()
    drawing.legend()


def _lines(drawing: Drawing) -> None:
    chart, look = drawing.chart, drawing.look
    plots, along, across = lines(chart, look)
    code = number_format(chart.along.kind, [place for plot in plots for place in plot.places], look.style)
    _add_paths(drawing, plots, code)
    for at, (series, plot) in enumerate(zip(drawing.native.plots[0].series, plots, strict=True)):
        _draw_path(series, plot, _DASHES[at % len(_DASHES)])
    first, second = drawing.native.category_axis, drawing.native.value_axis
    if chart.along.is_whole:
        code = number_format(chart.along.kind, [along.low, along.step], look.style)
    drawing.axis(first, chart.along, code, is_first=True)
    drawing.axis(second, chart.across, drawing.code)
    for axis, ends in ((first, along), (second, across)):
        _set_ends(axis, ends)
        axis.crosses_at = float(ends.low)
    drawing.legend([at for at, plot in enumerate(plots) if plot.is_mark])


def _add_paths(drawing: Drawing, plots: Sequence[Plot], code: str) -> None:
    """One below the other in the workbook, as the library counts their rows."""
    from pptx.chart.data import XyChartData

    columns, row = [], 0
    for plot in plots:
        columns.append(DataColumn(row, 0, drawing.chart.along.label, plot.places, code))
        columns.append(DataColumn(row, 1, plot.name, plot.values, drawing.code))
        row += len(plot.values) + 2
    data = with_workbook(XyChartData, columns)(drawing.code)
    for plot in plots:
        series = data.add_series(plot.name)
        for place, value in zip(plot.places, plot.values, strict=True):
            series.add_data_point(place, value)
    drawing.add("XY_SCATTER_LINES_NO_MARKERS", data)


def _draw_path(series: Any, plot: Plot, dash: str) -> None:
    """A line with its dots, or a mark with its text."""
    from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE

    width, dash = (_MARK, "SQUARE_DOT") if plot.is_mark else (_LINE, dash)
    draw_line(series.format.line, plot.color, width, dash)
    for at in plot.dots:
        point = series.points[at]
        draw_line(point.format.line, plot.color, width, dash)
        point.marker.style, point.marker.size = XL_MARKER_STYLE.CIRCLE, _DOT
        fill_area(point.marker.format, plot.color)
    for at, text in enumerate(plot.texts):
        if text:
            label = series.points[at].data_label
            chart_letters.write(label.text_frame, text, LABEL)
            label.position = XL_LABEL_POSITION.RIGHT


def _set_ends(axis: Any, ends: Scale) -> None:
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = map(float, ends)


_SHAPES: dict[Shape, Callable[[Drawing], None]] = {
    Shape.WATERFALL: _waterfall,
    Shape.BARS: _bars,
    Shape.STACKED: _stacked,
    Shape.LINES: _lines,
    Shape.SPREAD: _spread,
    Shape.COLUMNS: _columns,
}
