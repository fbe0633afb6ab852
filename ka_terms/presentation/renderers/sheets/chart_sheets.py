"""The charts of a report as sheets: what a spreadsheet draws by itself, and beneath it its numbers as typed cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.presentation.chart import Chart, Series, Shape
from ka_terms.presentation.numbers import axis_with_unit
from ka_terms.presentation.renderers.axis_scale import Scale, spanned
from ka_terms.presentation.renderers.mark_names import name_height
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.sheets.chart_points import Numbers, Point, dots, with_gaps
from ka_terms.presentation.renderers.sheets.number_formats import axis_format, format_of, in_unit
from ka_terms.presentation.renderers.waterfall_columns import Role as BarRole
from ka_terms.presentation.renderers.waterfall_columns import waterfall_columns
from ka_terms.presentation.sheet import (
    ChartAxis,
    ChartForm,
    ChartSeries,
    Place,
    Role,
    Sheet,
    SheetCell,
    SheetChart,
    Stroke,
)
from ka_terms.presentation.table import Kind

_COLORS = ("#0072b2", "#e69f00", "#882255", "#56b4e9", "#332288", "#009e73", "#f0e442", "#d55e00")
"""Colours that stay apart in grey print and for eyes that tell few of them: neighbours differ in lightness."""
_TOTAL, _RISE, _FALL, _GREY = "#a3adb8", "#e07b00", "#8fcdf0", "#595959"
"""Those of waterfalls are light, since numbers stand upon them."""
_AROUND = Decimal("0.08")
"""Room for numbers beside the longest bars, as a share of all."""
_STROKES = (Stroke.SOLID, Stroke.DASHED, Stroke.DOTTED, Stroke.MIXED)
_WIDTH, _ROW = 14, 20
_LOW, _HIGH = 380, 900
"""Pixels of the height of a chart, at least and at most."""
_LABELLED = 40
"""Bars that have their values beside them; among more they would be in each other's way."""
_SIGNS = {BarRole.LEVEL: "", BarRole.UP: "+", BarRole.DOWN: "-"}
_ZERO = Decimal(0)

_Point = tuple[Decimal, Decimal | None]


class _Column(NamedTuple):
    """Where the header of some numbers stands, and where these."""

    name: Place
    values: Place


def chart_sheet(name: str, chart: Chart, look: Look, banner: str) -> Sheet | None:
    """The sheet of one chart, whose texts are safe and name their unit; None of a chart without any number."""
    if not chart.values or not (chart.categories or chart.shape is Shape.LINES):
        return None
    return _Drawn(name, chart, look, banner).sheet


class _Drawn:
    """One chart on its sheet: a warning, the chart, its title, what it measures, and its numbers."""

    def __init__(self, name: str, chart: Chart, look: Look, banner: str) -> None:
        self._chart, self._look, self._kind = chart, look, chart.across.kind
        self._values = [
            tuple(in_unit(value, self._kind, look.style) for value in one.values) for one in chart.series
        ]
        self.sheet = Sheet(name, (_WIDTH,))
        if banner:
            self.sheet.add(SheetCell(banner, role=Role.BANNER))
        self._top, height = self.sheet.height, self._height()
        self.sheet.height += -(-height // _ROW) + 1
        title = self.sheet.add(SheetCell(chart.title, role=Role.NOTE))
        self._title = self.sheet.place(title, 0)
        across = self.sheet.add(SheetCell(chart.across.label, role=Role.NOTE))
        self._across = self.sheet.place(across, 0) if chart.across.label else None
        self._head = self.sheet.height
        self._count = 0
        self.sheet.charts.append(self._drawn(height))
        self.sheet.widths = (_WIDTH,) * self._count

    def _height(self) -> int:
        if self._chart.shape not in (Shape.BARS, Shape.SPREAD):
            return _LOW
        beside = 1 if self._chart.shape is Shape.SPREAD else len(self._chart.series)
        return min(max(_LOW, 120 + 24 * len(self._chart.categories) * max(beside, 1)), _HIGH)

    def _drawn(self, height: int) -> SheetChart:
        drawn = {
            Shape.WATERFALL: self._waterfall,
            Shape.BARS: self._bars,
            Shape.STACKED: self._stacked,
            Shape.LINES: self._lines,
            Shape.SPREAD: self._spread,
            Shape.COLUMNS: self._columns,
        }[self._chart.shape]()
        return drawn._replace(row=self._top, height=height)

    def _chart_of(
        self, form: ChartForm, series: Sequence[ChartSeries], scale: Scale, along: ChartAxis
    ) -> SheetChart:
        across = ChartAxis(self._across, axis_format(self._kind, scale.step, self._look.style), *scale)
        return SheetChart(form, self._title, along, across, tuple(series), 0, 0)

    # ------------------------------------------------------------ cells

    def _texts(self, header: str, texts: Sequence[str]) -> _Column:
        return self._put(header, [SheetCell(text) for text in texts])

    def _numbers(self, header: str, numbers: Numbers, kind: Kind) -> _Column:
        """Numbers in the unit; for one that is n/a or not there stands no cell, so that nothing is drawn."""
        cells = [None if number is None else SheetCell(number, kind) for number in numbers]
        return self._put(header, cells)

    def _put(self, header: str, cells: Sequence[SheetCell | None]) -> _Column:
        column, self._count = self._count, self._count + 1
        self.sheet.cells[self._head, column] = SheetCell(header, role=Role.HEADER)
        first = self._head + 1
        given = {(row, column): cell for row, cell in enumerate(cells, first) if cell}
        self.sheet.cells.update(given)
        last = first + len(cells) - 1
        self.sheet.height = max(self.sheet.height, last + 1)
        return _Column(self.sheet.place(self._head, column), self.sheet.range(column, first, last))

    def _categories(self) -> tuple[_Column, ChartAxis]:
        put = self._texts(self._chart.along.label, self._chart.categories)
        return put, ChartAxis(put.name if self._chart.along.label else None)

    def _named(self, name: str) -> str:
        """The header of a series, which names the unit of its amounts."""
        return axis_with_unit(self._chart.across._replace(label=name), self._look.style).label

    # ------------------------------------------------------------ shapes

    def _of_bars(self) -> tuple[list[ChartSeries], ChartAxis]:
        along, axis = self._categories()
        rows = len(self._chart.categories)
        series = []
        for index, (one, given) in enumerate(zip(self._chart.series, self._values, strict=True)):
            numbers = [*given, *[None] * (rows - len(given))][:rows]
            put = self._numbers(self._named(one.name), numbers, self._kind)
            color = _COLORS[index % len(_COLORS)]
            series.append(ChartSeries(put.name, along.values, put.values, color, label=self._label()))
        return series, axis

    def _label(self, sign: str = "") -> str:
        """The number format of values beside their bars, with a sign of its own; nothing where they are too many."""
        if len(self._chart.categories) * len(self._chart.series) > _LABELLED:
            return ""
        digits = {Kind.MONEY: self._look.style.digits, Kind.AVERAGE: 0, Kind.COUNT: 0, Kind.FACT: 0}
        places = 2 if self._look.style.unit.power else digits.get(self._kind, 1)
        code = format_of(self._kind, places, self._look.style)
        return f"{sign}{code};{sign}{code}" if sign else code

    def _known(self) -> list[Decimal]:
        return [value for one in self._values for value in one if value is not None]

    def _bars(self) -> SheetChart:
        series, axis = self._of_bars()
        return self._chart_of(ChartForm.BAR, series, _roomy([_ZERO, *self._known()], _ZERO), axis)

    def _columns(self) -> SheetChart:
        series, axis = self._of_bars()
        unlabelled = [one._replace(label="") for one in series]
        drawn = self._chart_of(ChartForm.COLUMN, unlabelled, spanned([_ZERO, *self._known()]), axis)
        return drawn._replace(gap=0)

    def _stacked(self) -> SheetChart:
        series, axis = self._of_bars()
        unlabelled = [one._replace(label="") for one in series]
        beside = [[value or _ZERO for value in row] for row in zip(*self._values, strict=False)]
        ends = [sum((max(value, _ZERO) for value in row), _ZERO) for row in beside]
        ends += [sum((min(value, _ZERO) for value in row), _ZERO) for row in beside]
        return self._chart_of(ChartForm.STACKED, unlabelled, spanned([_ZERO, *ends]), axis)

    def _spread(self) -> SheetChart:
        series, axis = self._of_bars()
        known = self._known()
        given = in_unit(self._chart.middle, self._kind, self._look.style)
        middle = (min(known) + max(known)) / 2 if given is None else given
        self.sheet.cells[self._head - 1, 1] = SheetCell(middle, self._kind)
        one_sided = any(
            (low - middle) * (high - middle) > 0
            for low, high in zip(*self._values[:2], strict=False)
            if low is not None and high is not None
        )
        drawn = self._chart_of(ChartForm.BAR, series, _roomy([*known, middle], middle), axis)
        return drawn._replace(stands_on=middle, are_upon=not one_sided)

    def _waterfall(self) -> SheetChart:
        """A base that is not seen, and upon it what is: a change across zero has a part on either side of it."""
        along, axis = self._categories()
        values = self._values[0][: len(self._chart.categories)]
        bars = waterfall_columns(values, self._chart.levels)
        told = [
            SheetCell(value, self._kind, signed=at not in self._chart.levels)
            for at, value in enumerate(values)
        ]
        self._put(self._named(self._chart.series[0].name), told)
        words = self._look.chart_words
        series = [self._part(words.base, [bar and bar.base for bar in bars], along, "", "")]
        crosses = any(bar.above and bar.below for bar in bars if bar)
        for name, color, role in (
            (words.total, _TOTAL, BarRole.LEVEL),
            (words.rise, _RISE, BarRole.UP),
            (words.fall, _FALL, BarRole.DOWN),
        ):
            own = [bar if bar and bar.role is role else None for bar in bars]
            label = "" if crosses else self._label(_SIGNS[role])
            above, below = [bar and bar.above for bar in own], [bar and bar.below for bar in own]
            is_second = any(above)
            if is_second:
                series.append(self._part(name, above, along, color, label))
            if any(below):
                # One name in the legend is enough.
                named = words.below.format(name=name) if is_second else name
                part = self._part(named, below, along, color, label)
                series.append(part._replace(is_named=not is_second))
        ends = (end for bar in bars if bar for end in (bar.base, bar.top, bar.base + bar.below))
        scale = spanned([_ZERO, *ends])
        return self._chart_of(ChartForm.STACKED, series, scale, axis)

    def _part(self, name: str, numbers: Numbers, along: _Column, color: str, label: str) -> ChartSeries:
        put = self._numbers(self._named(name), [number or None for number in numbers], self._kind)
        return ChartSeries(put.name, along.values, put.values, color, label=label, is_named=bool(color))

    def _lines(self) -> SheetChart:
        style, along = self._look.style, self._chart.along
        given = zip(self._chart.series, self._values, strict=True)
        lines = [(one.name, [*with_gaps(self._places(one), values)]) for one, values in given if one.places]
        points = [own for _, own in lines]
        height = spanned([value for own in points for _, value in own if value is not None])
        series: list[ChartSeries] = []
        places, before = None, None
        for index, (name, own) in enumerate(lines):
            ats = [at for at, _ in own]
            if places is None or ats != before:
                places, before = self._numbers(along.label, ats, along.kind), ats
            series += self._line(name, index, own, places)
        width = spanned([at for own in points for at, _ in own], count=8, is_whole=along.is_whole)
        series += self._marks(width, height)
        title = self.sheet.place(self._head, 0) if along.label else None
        across = ChartAxis(title, axis_format(along.kind, width.step, style), *width)
        return self._chart_of(ChartForm.LINE, series, height, across)

    def _places(self, series: Series) -> Numbers:
        return [in_unit(at, self._chart.along.kind, self._look.style) for at in series.places]

    def _line(self, name: str, index: int, points: Sequence[Point], places: _Column) -> Iterator[ChartSeries]:
        """A line, and dots where it jumps or is but a point."""
        put = self._numbers(self._named(name), [value for _, value in points], self._kind)
        color, stroke = _COLORS[index % len(_COLORS)], _STROKES[index % len(_STROKES)]
        yield ChartSeries(put.name, places.values, put.values, color, stroke)
        ends = dots(points)
        if any(value is not None for value in ends):
            header = self._named(self._look.chart_words.jump.format(name=name))
            put = self._numbers(header, ends, self._kind)
            yield ChartSeries(put.name, places.values, put.values, color, Stroke.DOTS, is_named=False)

    def _marks(self, width: Scale, height: Scale) -> Iterator[ChartSeries]:
        """A line across for each mark within the range, its name near the top."""
        ats = [in_unit(mark.at, self._chart.along.kind, self._look.style) for mark in self._chart.marks]
        pairs = sorted(
            zip(ats, (mark.text for mark in self._chart.marks), strict=True),
            key=lambda pair: pair[0] or _ZERO,
        )
        within = [(at, text) for at, text in pairs if at is not None and width.low <= at <= width.high]
        for index, (at, text) in enumerate(within):
            named_at = name_height(index, height.low, height.high)
            places = self._numbers(self._chart.along.label, [at] * 3, self._chart.along.kind)
            put = self._numbers(text, [height.low, named_at, height.high], self._kind)
            yield ChartSeries(put.name, places.values, put.values, _GREY, Stroke.MARK, is_named=False)


def _roomy(values: Sequence[Decimal], stem: Decimal) -> Scale:
    """A scale with room for numbers beyond the ends of bars that begin at the stem."""
    low, high = min(values), max(values)
    room = (high - low) * _AROUND
    return spanned([low - room * (low < stem), high + room * (high > stem)])
