"""Draws the charts of a sheet as those that Excel has by itself, over the cells that hold their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ka_terms.presentation.sheet import ChartAxis, ChartForm, ChartSeries, Place, SheetChart, Stroke

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook as Book
    from xlsxwriter.worksheet import Worksheet

_WIDTH = 860
_INK, _GRID, _PAPER = "#1F2933", "#E4E7EB", "#FFFFFF"
_TYPES = {
    ChartForm.COLUMN: {"type": "column"},
    ChartForm.STACKED: {"type": "column", "subtype": "stacked"},
    ChartForm.BAR: {"type": "bar"},
    ChartForm.LINE: {"type": "scatter", "subtype": "straight"},
}
_DASHES = {
    Stroke.SOLID: "solid",
    Stroke.DASHED: "dash",
    Stroke.DOTTED: "round_dot",
    Stroke.MIXED: "long_dash_dot",
    Stroke.MARK: "square_dot",
}


def draw(chart: SheetChart, book: Book, page: Worksheet, font: str) -> None:
    """Put the chart on its sheet. All its texts are cells that it refers to, so that none is taken for a formula."""
    drawn: Any = book.add_chart(_TYPES[chart.form])
    letters = {"name": font, "color": _INK, "size": 9}
    for series in chart.series:
        drawn.add_series(_series(series, chart, letters))
    drawn.set_title(
        {"name": _cell(chart.title), "name_font": {**letters, "size": 11, "bold": True}, "overlay": False}
    )
    across, along = _of_values(chart, letters), _of_categories(chart, letters)
    # Bars lie, and so do their axes change places.
    horizontal, upright = (across, along) if chart.form is ChartForm.BAR else (along, across)
    drawn.set_x_axis(horizontal)
    drawn.set_y_axis(upright)
    drawn.set_legend(_legend(chart.series, letters))
    drawn.set_chartarea({"border": {"none": True}, "fill": {"color": _PAPER}})
    drawn.show_blanks_as("gap")
    drawn.set_size({"width": _WIDTH, "height": chart.height})
    page.insert_chart(chart.row, 0, drawn, {"x_offset": 4, "y_offset": 4, "object_position": 3})


def _series(series: ChartSeries, chart: SheetChart, letters: dict[str, Any]) -> dict[str, Any]:
    told = {
        "name": _cell(series.name),
        "categories": _cells(series.along),
        "values": _cells(series.values),
        "gap": chart.gap,
    }
    if chart.form is ChartForm.LINE:
        return {**told, **_line(series, letters)}
    if chart.are_upon:
        told["overlap"] = 100
    if not series.color:
        return {**told, "fill": {"none": True}, "border": {"none": True}}
    labels = {"value": True, "num_format": series.label, "font": letters} if series.label else None
    edge = {"color": _PAPER, "width": 0.75}
    return {**told, "fill": {"color": series.color}, "border": edge, "data_labels": labels}


def _line(series: ChartSeries, letters: dict[str, Any]) -> dict[str, Any]:
    color = {"color": series.color}
    if series.stroke is Stroke.DOTS:
        dot = {"type": "circle", "size": 6, "fill": color, "border": color}
        return {"line": {"none": True}, "marker": dot}
    line = {**color, "width": 2, "dash_type": _DASHES[series.stroke]}
    if series.stroke is not Stroke.MARK:
        return {"line": line, "marker": {"type": "none"}}
    # The name of the series stands at its second point alone.
    labels = {
        "series_name": True,
        "position": "right",
        "font": letters,
        "custom": [{"delete": True}, None, {"delete": True}],
    }
    return {"line": {**line, "width": 1}, "marker": {"type": "none"}, "data_labels": labels}


def _axis(axis: ChartAxis, letters: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {"num_font": letters, "line": {"color": "#7B8794"}}
    if axis.title:
        told |= {"name": _cell(axis.title), "name_font": {**letters, "bold": False}}
    if axis.code:
        told["num_format"] = axis.code
    if axis.step is not None:
        told |= {"min": float(axis.low), "max": float(axis.high), "major_unit": float(axis.step)}
    return told


def _of_values(chart: SheetChart, letters: dict[str, Any]) -> dict[str, Any]:
    grid = {"visible": True, "line": {"color": _GRID, "width": 0.75}}
    # The first category is on top, so what is below lies at the high end.
    below = "high" if chart.form is ChartForm.BAR else "low"
    told = {**_axis(chart.across, letters), "major_gridlines": grid, "label_position": below}
    return told if chart.stands_on is None else {**told, "crossing": float(chart.stands_on)}


def _of_categories(chart: SheetChart, letters: dict[str, Any]) -> dict[str, Any]:
    """Names stand at the edge, also where bars hang below zero; those of bars from the top."""
    told = {**_axis(chart.along, letters), "major_gridlines": {"visible": False}, "label_position": "low"}
    if chart.form is ChartForm.LINE:
        return told
    told["major_tick_mark"] = "none"
    return {**told, "reverse": True, "crossing": "max"} if chart.form is ChartForm.BAR else told


def _legend(series: Sequence[ChartSeries], letters: dict[str, Any]) -> dict[str, Any]:
    """Below the chart, without what has no name; none for a single series."""
    unnamed = [index for index, one in enumerate(series) if not one.is_named]
    if len(series) - len(unnamed) < 2:
        return {"none": True}
    return {"position": "bottom", "font": letters, "delete_series": unnamed}


def _cell(place: Place) -> list[Any]:
    return [place.sheet, place.row, place.column]


def _cells(run: Place) -> list[Any]:
    last = run.row if run.last_row is None else run.last_row
    return [run.sheet, run.row, run.column, last, run.column]
