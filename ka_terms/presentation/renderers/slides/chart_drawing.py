"""A native chart of python-pptx under the pen: what the drawings of all shapes have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ka_terms.presentation.chart import Axis, Chart, Shape
from ka_terms.presentation.numbers import write
from ka_terms.presentation.renderers.letters import ems
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.slides import chart_letters
from ka_terms.presentation.renderers.slides.chart_book import DataColumn, with_workbook
from ka_terms.presentation.renderers.slides.chart_numbers import charted, decimals, number_format
from ka_terms.presentation.renderers.slides.markup import element, rooted
from ka_terms.presentation.renderers.slides.plots import Plot
from ka_terms.presentation.table import Cell

_SIZE, LABEL, _LEAST_SIZE = 12.0, 11.0, 8.0
_HEIGHT, _WIDTH = 300.0, 800.0
"""Points that the categories share, of horizontal bars and of columns, about."""
_MOST_LABELS = 40
_EMU_OF_POINT = 12_700
_AROUND_PLOT = 45.0
"""Points of an upright axis and its title beside the columns, its numbers left out."""
_GAP = 0.4
"""Between two labels, as a multiple of the size of their letters."""
_GRID, _AXIS = "D9D9D9", "7F7F7F"


class Drawing:
    """One chart as it is drawn."""

    shape: Any
    native: Any

    def __init__(self, shapes: Any, chart: Chart, place: Sequence[int], look: Look) -> None:
        self._shapes, self._place = shapes, place
        self.chart, self.look = chart, look
        kind = chart.across.kind
        self.code = number_format(
            kind, [charted(value, kind, look.style) for value in chart.values], look.style
        )

    def add(self, kind: str, data: Any) -> None:
        """Put the data on the slide as a chart of a kind that the library has."""
        from pptx.enum.chart import XL_CHART_TYPE

        self.shape = self._shapes.add_chart(XL_CHART_TYPE[kind], *self._place, data)
        self.native = self.shape.chart

    def add_bars(self, kind: str, plots: Sequence[Plot], gap: int, overlap: int = 0) -> list[Any]:
        """Bars for the series, without labels as yet; `gap` and `overlap` are hundredths of the width of a bar."""
        from pptx.chart.data import CategoryChartData

        names = self.chart.categories or ("",)  # the library wants one at least
        columns = [DataColumn(0, at, plot.name, plot.values, self.code) for at, plot in enumerate(plots, 1)]
        first = DataColumn(0, 0, self.chart.along.label, names)
        data = with_workbook(CategoryChartData, [first, *columns])(self.code)
        data.categories = names
        for plot in plots:
            data.add_series(plot.name, plot.values)
        self.add(kind, data)
        bars = self.native.plots[0]
        bars.gap_width, bars.overlap, bars.vary_by_categories = gap, overlap, False
        found = [*bars.series]
        for series, plot in zip(found, plots, strict=True):
            series.invert_if_negative = False
            fill_area(series.format, plot.color)
        return found

    def label(self, series: Any, position: str, hidden: Sequence[int] = (), color: str = "") -> None:
        """The value at each bar but those that are hidden, unless there are too many of them."""
        from pptx.enum.chart import XL_DATA_LABEL_POSITION
        from pptx.oxml import parse_xml

        if len(self.chart.values) > _MOST_LABELS:
            return
        labels = series.data_labels
        labels.show_value = True
        labels.number_format, labels.number_format_is_linked = self.code, False
        labels.position = XL_DATA_LABEL_POSITION[position]
        size, is_turned = self.category_size(LABEL), False
        if self.chart.shape in (Shape.STACKED, Shape.COLUMNS):
            size, is_turned = self.label_size(self._values_written())
        chart_letters.style(labels.font, size, color)
        if is_turned:
            chart_letters.turn(labels._element.txPr)
        for at in reversed(hidden):  # the library hides no label
            gone = rooted("c:dLbl", element("c:idx", val=at), element("c:delete", val=1))
            labels._element.insert(0, parse_xml(gone))

    def category_size(self, most: float = _SIZE) -> float:
        """The size of letters at which all categories find room, or the least."""
        room = _HEIGHT if self.chart.shape in (Shape.BARS, Shape.SPREAD) else _WIDTH / 4
        return max(min(most, room / max(len(self.chart.categories), 1)), _LEAST_SIZE)

    def label_size(self, texts: Sequence[str]) -> tuple[float, bool]:
        """The size of letters at which labels side by side above columns do not meet, and whether they stand upright.

        They stand upright where they would meet even in the least size.
        """
        axis = max(map(ems, self._values_written()), default=0) * LABEL
        plot = self._place[2] / _EMU_OF_POINT - axis - _AROUND_PLOT
        side_by_side = len(self.chart.series) if self.chart.shape is Shape.COLUMNS else 1
        room = plot / max(len(self.chart.categories) * side_by_side, 1)
        widest = max(map(ems, texts), default=0) + _GAP
        size = self.category_size(LABEL)
        while size > _LEAST_SIZE and widest * size > room:
            size -= 0.5
        return size, widest * size > room

    def _values_written(self) -> list[str]:
        """The values as their labels have them; the numbers along their axis are about as long."""
        kind, style = self.chart.across.kind, self.look.style
        digits = decimals(kind, [charted(value, kind, style) for value in self.chart.values], style)
        return [write(Cell(value, kind), style._replace(digits=digits)) for value in self.chart.values]

    def upright_axes(self) -> None:
        """Categories along the lower edge, values up the left one."""
        self.axis(self.native.category_axis, self.chart.along, size=self.category_size(), is_first=True)
        self.axis(self.native.value_axis, self.chart.across, self.code)

    def lying_axes(self) -> None:
        """The first category on top, values along the lower edge."""
        from pptx.enum.chart import XL_AXIS_CROSSES, XL_TICK_LABEL_POSITION

        self.upright_axes()
        along, across = self.native.category_axis, self.native.value_axis
        along.reverse_order = True
        # An axis of categories has no name in the library for where the other one crosses it.
        across._element.crosses.val = XL_AXIS_CROSSES.MAXIMUM
        across.tick_label_position = XL_TICK_LABEL_POSITION.NEXT_TO_AXIS

    def axis(
        self, axis: Any, measured: Axis, code: str = "General", size: float = LABEL, *, is_first: bool = False
    ) -> None:
        """The first axis, which runs along, has a line; the other one has grid lines."""
        from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK

        axis.has_major_gridlines = not is_first
        if is_first:
            draw_line(axis.format.line, _AXIS, 1)
        else:
            axis.format.line.fill.background()
            draw_line(axis.major_gridlines.format.line, _GRID, 0.5)
        axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
        axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = code, False
        chart_letters.style(axis.tick_labels.font, size)
        axis.has_title = bool(measured.label)
        if measured.label:
            chart_letters.write(axis.axis_title.text_frame, measured.label, size)

    def legend(self, left_out: Sequence[int] = ()) -> None:
        """The names of the series above them, but of those at the places left out; none for a single one."""
        from pptx.enum.chart import XL_LEGEND_POSITION
        from pptx.oxml import parse_xml

        self.native.has_legend = len([*self.native.series]) - len(left_out) > 1
        if not (legend := self.native.legend):
            return
        legend.position, legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        chart_letters.style(legend.font, _SIZE)
        for at in reversed(left_out):  # the library leaves out none
            gone = rooted("c:legendEntry", element("c:idx", val=at), element("c:delete", val=1))
            legend._element.insert(1, parse_xml(gone))

    def finish(self) -> None:
        """What holds for every shape: no title or background of its own, and the fonts of both scripts."""
        from pptx.enum.dml import MSO_THEME_COLOR
        from pptx.oxml import parse_xml

        self.native.has_title = False
        chart_letters.style(self.native.font, _SIZE)
        self.native.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
        whole = self.native._chartSpace  # the library knows no background of a chart
        clear = rooted("c:spPr", "<a:noFill/>", element("a:ln", "<a:noFill/>"))
        whole.chart.addnext(parse_xml(clear))
        chart_letters.name_fonts(whole, self.look)


def fill_area(form: Any, color: str) -> None:
    """Fill bars in a colour, with an edge in that of the background; no colour makes them invisible."""
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.util import Pt

    if not color:
        form.fill.background()
        form.line.fill.background()
        return
    form.fill.solid()
    form.fill.fore_color.rgb = chart_letters.rgb(color)
    form.line.color.theme_color, form.line.width = MSO_THEME_COLOR.BACKGROUND_1, Pt(0.5)


def draw_line(line: Any, color: str, width: float, dash: str = "SOLID") -> None:
    """A line in a colour, its width in points."""
    from pptx.enum.dml import MSO_LINE_DASH_STYLE
    from pptx.util import Pt

    line.color.rgb, line.width, line.dash_style = (
        chart_letters.rgb(color),
        Pt(width),
        MSO_LINE_DASH_STYLE[dash],
    )
