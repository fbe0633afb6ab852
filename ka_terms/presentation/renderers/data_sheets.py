"""The tables of a report as sheets of typed cells."""

from __future__ import annotations

from collections.abc import Iterator

from ka_terms.presentation.sheet import Role, Sheet, SheetCell, Workbook, sheet_names
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table

_WIDTH = 14


def data_workbook(report: Report) -> Workbook:
    """A sheet for each table; its sentences above the first, its notes below the last."""
    tables = [table for table in report.tables if table.rows] or [report.flat]
    names = sheet_names(table.title or report.title or "-" for table in tables)
    sheets = [_sheet(name, table) for name, table in zip(names, tables, strict=True)]
    for note in report.notes:
        sheets[-1].add(SheetCell(note, role=Role.NOTE))
    return Workbook(tuple(sheets), report.title)


def _sheet(name: str, table: Table) -> Sheet:
    sheet = Sheet(name, (_WIDTH,) * max(len(table.columns), 1))
    sheet.add(*(SheetCell(column, role=Role.HEADER) for column in table.columns))
    sheet.freeze()
    for at, row in enumerate(table.rows):
        is_total = at >= len(table.rows) - table.total_rows
        sheet.add(*_cells(row, is_total))
    return sheet


def _cells(row: tuple[Cell, ...], is_total: bool) -> Iterator[SheetCell]:
    for cell in row:
        role = Role.TOTAL if is_total or cell.emphasis is Emphasis.STRONG else Role.PLAIN
        kind = Kind.TEXT if isinstance(cell.value, str) else cell.kind
        yield SheetCell(cell.value, kind, role=role, signed=cell.signed)
