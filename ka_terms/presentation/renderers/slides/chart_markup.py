"""Every shape of chart in the elements that programs for slides draw by themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.presentation.chart import Chart, Shape
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.slides.chart_book import Book, DataColumn
from ka_terms.presentation.renderers.slides.chart_numbers import Scale, charted, number_format, scale
from ka_terms.presentation.renderers.slides.chart_parts import (
    AxisForm,
    axis,
    numbers_at,
    own_labels,
    setting,
    text_properties,
    texts_at,
    value_labels,
)
from ka_terms.presentation.renderers.slides.markup import UNIT, Style, element, fill, rooted
from ka_terms.presentation.renderers.slides.plots import Plot, by_category, hidden_ends, lines, waterfall

_SIZE, _LABEL, _LEAST_SIZE = 12.0, 11.0, 8.0
_HEIGHT, _WIDTH = 300.0, 800.0
"""Points that the categories share, of horizontal bars and of columns, about."""
_MOST_LABELS = 40
_LEAST_PART = Decimal("0.05")
"""Of the highest column of a stack: what is smaller has no room for a label."""
_DARK = frozenset({"0072B2", "009E73", "D55E00", "7F7F7F"})
"""Colours on which white letters are read, black ones on the others."""
_DASHES = ("solid", "dash", "sysDot", "dashDot")
_AXES = setting("c:axId", 1) + setting("c:axId", 2)
_HIDDEN = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


class _Drawing(NamedTuple):
    """What the area of a chart holds, and the places of the series that its legend leaves out."""

    plots: Sequence[str]
    axes: Sequence[str]
    in_legend: int
    left_out: Sequence[int] = ()


def drawn(chart: Chart, look: Look) -> tuple[str, Sequence[DataColumn]]:
    """The chart as markup, and the columns of the workbook that its numbers stand in."""
    pen = _Pen(chart, look)
    drawing = _SHAPES[chart.shape](pen)
    inner = element(
        "c:chart",
        setting("c:autoTitleDeleted", 1),
        element("c:plotArea", "<c:layout/>", *drawing.plots, *drawing.axes),
        *([_legend(drawing, look)] if drawing.in_legend > 1 else []),
        setting("c:plotVisOnly", 1),
        setting("c:dispBlanksAs", "gap"),
    )
    whole = rooted(
        "c:chartSpace",
        setting("c:date1904", 0),
        setting("c:roundedCorners", 0),
        inner,
        _HIDDEN,
        text_properties(Style(_SIZE, color="tx1"), look),
    )
    return whole, pen.book.columns


def _legend(drawing: _Drawing, look: Look) -> str:
    without = (
        element("c:legendEntry", setting("c:idx", at), setting("c:delete", 1)) for at in drawing.left_out
    )
    letters = text_properties(Style(_SIZE), look)
    return element("c:legend", setting("c:legendPos", "t"), *without, setting("c:overlay", 0), letters)


class _Bars(NamedTuple):
    """How bars stand: `gap` between categories and `overlap` of series are hundredths of the width of a bar."""

    gap: int
    overlap: int
    is_stacked: bool = False
    is_horizontal: bool = False


class _Pen:
    """Draws one chart, and puts its numbers into the workbook as it goes."""

    def __init__(self, chart: Chart, look: Look) -> None:
        self.chart, self.look, self.book = chart, look, Book()
        kind = chart.across.kind
        numbers = [charted(value, kind, look.style) for value in chart.values]
        self.code = number_format(kind, numbers, look.style)
        self.categories = ""
        if chart.shape is not Shape.LINES:
            _, place = self.book.add(DataColumn(chart.along.label, chart.categories))
            self.categories = element("c:cat", texts_at(place, chart.categories))

    @property
    def has_labels(self) -> bool:
        return len(self.chart.values) <= _MOST_LABELS

    def bars(self, plots: Sequence[Plot], form: _Bars, labels: Sequence[str]) -> str:
        """Bars for the series, each with its labels."""
        series = (
            element(
                "c:ser",
                *self._opening(at, plot),
                _area(plot.color),
                setting("c:invertIfNegative", 0),
                label,
                *self._values(plot),
            )
            for at, (plot, label) in enumerate(zip(plots, labels, strict=True))
        )
        return element(
            "c:barChart",
            setting("c:barDir", "bar" if form.is_horizontal else "col"),
            setting("c:grouping", "stacked" if form.is_stacked else "clustered"),
            setting("c:varyColors", 0),
            *series,
            setting("c:gapWidth", form.gap),
            setting("c:overlap", form.overlap),
            _AXES,
        )

    def label_line(self, at: int, plot: Plot) -> str:
        """An invisible line that bears the labels above bars."""
        labels = own_labels(plot, "t", Style(self.category_size(_LABEL)), self.look)
        series = element(
            "c:ser",
            *self._opening(at, plot),
            _HIDDEN,
            element("c:marker", setting("c:symbol", "none")),
            labels,
            *self._values(plot),
            setting("c:smooth", 0),
        )
        grouping = (setting("c:grouping", "standard"), setting("c:varyColors", 0))
        return element("c:lineChart", *grouping, series, setting("c:marker", 1), _AXES)

    def scatter(self, plots: Sequence[Plot], along_code: str) -> str:
        """Straight lines from point to point."""
        series = (self._path(at, plot, along_code) for at, plot in enumerate(plots))
        style = (setting("c:scatterStyle", "lineMarker"), setting("c:varyColors", 0))
        return element("c:scatterChart", *style, *series, _AXES)

    def _path(self, at: int, plot: Plot, along_code: str) -> str:
        _, along = self.book.add(DataColumn(self.chart.along.label, plot.places, along_code))
        opening, values = self._opening(at, plot), self._numbers(plot)
        label = own_labels(plot, "r", Style(_LABEL), self.look) if plot.is_mark else ""
        return element(
            "c:ser",
            *opening,
            _stroke(plot, at),
            element("c:marker", setting("c:symbol", "none")),
            *(_dot(place, plot) for place in plot.dots),
            label,
            element("c:xVal", numbers_at(along, plot.places, along_code)),
            element("c:yVal", values),
            setting("c:smooth", 0),
        )

    def _opening(self, at: int, plot: Plot) -> list[str]:
        self._place = self.book.add(DataColumn(plot.name, plot.values, self.code))
        return [
            setting("c:idx", at),
            setting("c:order", at),
            element("c:tx", texts_at(self._place[0], [plot.name])),
        ]

    def _numbers(self, plot: Plot) -> str:
        return numbers_at(self._place[1], plot.values, self.code)

    def _values(self, plot: Plot) -> list[str]:
        return [self.categories, element("c:val", self._numbers(plot))]

    def labels(self, position: str, hidden: Sequence[int] = ()) -> str:
        """The value at each bar, unless there are too many."""
        style = Style(self.category_size(_LABEL))
        return value_labels(self.code, position, style, self.look, hidden) if self.has_labels else ""

    def category_size(self, most: float = _SIZE) -> float:
        """The size of letters at which all categories find room, or the least."""
        is_horizontal = self.chart.shape in (Shape.BARS, Shape.SPREAD)
        room = _HEIGHT if is_horizontal else _WIDTH / 4
        return max(min(most, room / max(len(self.chart.categories), 1)), _LEAST_SIZE)

    def upright_axes(self) -> list[str]:
        """Categories along the lower edge, values up the left one."""
        along, across = self.chart.along, self.chart.across
        size = self.category_size()
        return [
            axis(AxisForm("c:catAx", "b", along.label, is_first=True, size=size), self.look),
            axis(AxisForm("c:valAx", "l", across.label, self.code, has_lines=True), self.look),
        ]

    def lying_axes(self, begin: Decimal | str = "autoZero", ends: Scale | None = None) -> list[str]:
        """The first category on top; values along the lower edge, on which the bars `begin` somewhere."""
        along, across = self.chart.along, self.chart.across
        first = AxisForm("c:catAx", "l", along.label, is_first=True, is_reversed=True, crosses=begin)
        values = AxisForm("c:valAx", "b", across.label, self.code, crosses="max", scale=ends, has_lines=True)
        return [axis(first._replace(size=self.category_size()), self.look), axis(values, self.look)]


def _area(color: str) -> str:
    if not color:
        return _HIDDEN
    return element("c:spPr", fill(color), element("a:ln", fill("bg1"), w=UNIT // 2))


def _stroke(plot: Plot, at: int) -> str:
    dash = "sysDash" if plot.is_mark else _DASHES[at % len(_DASHES)]
    width = UNIT if plot.is_mark else round(UNIT * 2.25)
    return element(
        "c:spPr", element("a:ln", fill(plot.color), setting("a:prstDash", dash), "<a:round/>", w=width)
    )


def _dot(place: int, plot: Plot) -> str:
    look = element("c:spPr", fill(plot.color))
    marker = element("c:marker", setting("c:symbol", "circle"), setting("c:size", 7), look)
    return element("c:dPt", setting("c:idx", place), marker, setting("c:bubble3D", 0), _stroke(plot, 0))


def _waterfall(pen: _Pen) -> _Drawing:
    plots, labels = waterfall(pen.chart, pen.look)
    bars = pen.bars(plots, _Bars(gap=40, overlap=100, is_stacked=True), [""] * len(plots))
    return _Drawing([bars, pen.label_line(len(plots), labels)], pen.upright_axes(), in_legend=0)


def _bars(pen: _Pen) -> _Drawing:
    plots = by_category(pen.chart, pen.look)
    form = _Bars(gap=50, overlap=0, is_horizontal=True)
    drawing = pen.bars(plots, form, [pen.labels("outEnd")] * len(plots))
    return _Drawing([drawing], pen.lying_axes(), len(plots))


def _spread(pen: _Pen) -> _Drawing:
    plots = by_category(pen.chart, pen.look)
    middle = charted(pen.chart.middle, pen.chart.across.kind, pen.look.style) or Decimal(0)
    hidden = hidden_ends([plot.values for plot in plots], middle)
    form = _Bars(gap=50, overlap=100, is_horizontal=True)
    drawing = pen.bars(plots, form, [pen.labels("outEnd", places) for places in hidden])
    ends = scale([middle, *(value for plot in plots for value in plot.values if value is not None)])
    return _Drawing([drawing], pen.lying_axes(middle, ends), len(plots))


def _stacked(pen: _Pen) -> _Drawing:
    plots = by_category(pen.chart, pen.look)
    columns = zip(*(plot.values for plot in plots), strict=True)
    heights = [sum((abs(value) for value in column if value is not None), Decimal(0)) for column in columns]
    highest = max(heights, default=Decimal(0))
    labels = [_within(plot, highest, pen) for plot in plots]
    drawing = pen.bars(plots, _Bars(gap=40, overlap=100, is_stacked=True), labels)
    return _Drawing([drawing], pen.upright_axes(), len(plots))


def _within(plot: Plot, highest: Decimal, pen: _Pen) -> str:
    """Labels in the middle of the parts that have room for one."""
    if not pen.has_labels:
        return ""
    least = highest * _LEAST_PART
    small = [at for at, value in enumerate(plot.values) if value is None or abs(value) < least]
    style = Style(pen.category_size(_LABEL), color="FFFFFF" if plot.color in _DARK else "000000")
    return value_labels(pen.code, "ctr", style, pen.look, small)


def _columns(pen: _Pen) -> _Drawing:
    plots = by_category(pen.chart, pen.look)
    few = pen.labels("outEnd") if len(pen.chart.categories) <= 12 else ""
    drawing = pen.bars(plots, _Bars(gap=0, overlap=0), [few] * len(plots))
    return _Drawing([drawing], pen.upright_axes(), len(plots))


def _lines(pen: _Pen) -> _Drawing:
    plots, along, across = lines(pen.chart, pen.look)
    kind = pen.chart.along.kind
    code = number_format(kind, [place for plot in plots for place in plot.places], pen.look.style)
    first = AxisForm(
        "c:valAx", "b", pen.chart.along.label, code, is_first=True, scale=along, is_between=False
    )
    second = AxisForm(
        "c:valAx", "l", pen.chart.across.label, pen.code, scale=across, has_lines=True, is_between=False
    )
    axes = [
        axis(first._replace(crosses=across.low), pen.look),
        axis(second._replace(crosses=along.low), pen.look),
    ]
    marks = [at for at, plot in enumerate(plots) if plot.is_mark]
    return _Drawing([pen.scatter(plots, code)], axes, len(plots) - len(marks), marks)


_SHAPES: dict[Shape, Callable[[_Pen], _Drawing]] = {
    Shape.WATERFALL: _waterfall,
    Shape.BARS: _bars,
    Shape.STACKED: _stacked,
    Shape.LINES: _lines,
    Shape.SPREAD: _spread,
    Shape.COLUMNS: _columns,
}
