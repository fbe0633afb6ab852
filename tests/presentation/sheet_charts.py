"""The charts of a workbook as openpyxl reads them, their references resolved to what the cells hold."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries


@dataclass
class DrawnSeries:
    """One series: the cells that it refers to, and the values that the chart itself keeps of them."""

    name: str
    places: list[Any]
    values: list[Any]
    cached: list[Any]
    fill: str | None
    dash: str | None


@dataclass
class Drawn:
    """One chart, `whole` as it is read, and `chart` with its first axes; and the numbers beneath it."""

    sheet: str
    kind: str
    whole: Any
    chart: Any
    title: str
    along: str
    across: str
    series: list[DrawnSeries]
    headers: list[Any]
    rows: list[list[Any]]
    formats: list[list[str]]


def drawn_charts(content: bytes) -> list[Drawn]:
    """Every chart of the workbook, in the order of its sheets."""
    book: Any = load_workbook(io.BytesIO(content))
    return [_drawn(book, sheet, chart) for sheet in book.worksheets for chart in sheet._charts]


def _drawn(book: Any, sheet: Any, chart: Any) -> Drawn:
    kind = type(chart).__name__
    head = next(row for row in sheet.iter_rows() if _is_head(row))
    below = list(sheet.iter_rows(min_row=head[0].row + 1))
    along, across = chart.x_axis, chart.y_axis
    return Drawn(
        sheet.title,
        f"{kind} {chart.barDir}" if kind == "BarChart" else kind,
        chart,
        chart,
        _told(book, chart.title),
        _told(book, along.title),
        _told(book, across.title),
        [_series(book, one) for one in chart.series],
        [cell.value for cell in head],
        [[cell.value for cell in row] for row in below],
        [[cell.number_format for cell in row] for row in below],
    )


def _is_head(row: Any) -> bool:
    return any(cell.fill.fgColor.rgb == "FF243B53" for cell in row)


def _told(book: Any, title: Any) -> str:
    return "" if title is None else str(cells(book, title.tx.strRef.f)[0])


def _series(book: Any, series: Any) -> DrawnSeries:
    along = getattr(series, "xVal", None) or series.cat
    values = getattr(series, "yVal", None) or series.val
    properties = series.spPr
    line = properties.ln if properties is not None else None
    fill = properties.solidFill if properties is not None else None
    return DrawnSeries(
        str(cells(book, series.tx.strRef.f)[0]),
        cells(book, (along.strRef or along.numRef).f),
        cells(book, values.numRef.f),
        _cached(values.numRef.numCache),
        str(fill.srgbClr) if fill is not None else None,
        line.prstDash if line is not None else None,
    )


def _cached(cache: Any) -> list[Any]:
    known = {point.idx: float(point.v) for point in cache.pt}
    return [known.get(at) for at in range(cache.ptCount)]


def cells(book: Any, reference: str) -> list[Any]:
    """What the cells of a reference such as `'A b'!$A$1:$A$9` hold."""
    name, _, place = reference.rpartition("!")
    sheet = book[name.strip("'").replace("''", "'")]
    left, top, right, bottom = range_boundaries(place.replace("$", ""))
    return [
        cell.value
        for row in sheet.iter_rows(min_row=top, max_row=bottom, min_col=left, max_col=right)
        for cell in row
    ]
