"""The tables of a report as sheets of typed cells, its charts as sheets behind them."""

from __future__ import annotations

from collections.abc import Iterator

from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.sheets.chart_sheets import chart_sheet
from ka_terms.presentation.renderers.sheets.number_formats import in_unit
from ka_terms.presentation.sheet import Role, Sheet, SheetCell, Workbook, sheet_names
from ka_terms.presentation.table import Cell, Emphasis, Report, Table

_WIDTH = 14


def data_workbook(report: Report, look: Look) -> Workbook:
    """A sheet for each table and each chart; a warning above each table, the notes below the first, which all see.

    The texts of the report are safe and name the unit of its amounts.
    """
    tables = [table for table in report.tables if table.rows] or [report.flat]
    titles = [table.title or report.title or "-" for table in tables]
    pictures = [f"{look.chart_words.sheet} - {chart.across.label or chart.title}" for chart in report.charts]
    names = iter(sheet_names([*titles, *pictures]))
    sheets = [_sheet(next(names), table, look, report.internal) for table in tables]
    for note in report.notes:
        sheets[0].add(SheetCell(note, role=Role.NOTE))
    charts = [chart_sheet(next(names), chart, look, report.internal) for chart in report.charts]
    return Workbook((*sheets, *filter(None, charts)), report.title)


def _sheet(name: str, table: Table, look: Look, banner: str) -> Sheet:
    sheet = Sheet(name, (_WIDTH,) * max(len(table.columns), 1))
    if banner:
        sheet.add(SheetCell(banner, role=Role.BANNER))
    sheet.add(*(SheetCell(column, role=Role.HEADER) for column in table.columns))
    sheet.freeze()
    for at, row in enumerate(table.rows):
        is_total = at >= len(table.rows) - table.total_rows
        sheet.add(*_cells(row, is_total, look))
    return sheet


def _cells(row: tuple[Cell, ...], is_total: bool, look: Look) -> Iterator[SheetCell]:
    for cell in row:
        role = Role.TOTAL if is_total or cell.emphasis is Emphasis.STRONG else Role.PLAIN
        if isinstance(cell.value, str):
            yield SheetCell(cell.value, role=role)
        else:
            value = in_unit(cell.value, cell.kind, look.style)
            yield SheetCell(value, cell.kind, role=role, signed=cell.signed, stated=cell.stated)
