"""A report as a workbook: sheets that calculate where it has them, else its tables as sheets of typed cells.

XlsxWriter writes the file: it is well kept, writes what a formula comes to beside it, and keeps rows in bounded
memory.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any

from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.sheets.data_sheets import data_workbook
from ka_terms.presentation.renderers.sheets.number_formats import number_format
from ka_terms.presentation.renderers.sheets.wraps import OF_TITLE, SENTENCES, Wrapped, wrapped
from ka_terms.presentation.renderers.sheets.xlsx_charts import draw
from ka_terms.presentation.sheet import Role, Sheet, SheetCell
from ka_terms.presentation.table import Kind, Report
from ka_terms.text.safe import visible_lines
from ka_terms.text.width import text_width

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook as Book
    from xlsxwriter.worksheet import Worksheet

_FONTS = {"zh-Hans": "Microsoft YaHei", "zh-Hant": "Microsoft JhengHei"}
_INK, _GREY, _LINE, _HEAD, _SOFT, _YELLOW, _RED = (
    *("#1F2933", "#7B8794", "#CBD2D9", "#243B53"),
    *("#E4E7EB", "#FFF8D6", "#B00020"),
)
_ROLES: dict[Role, dict[str, Any]] = {
    Role.PLAIN: {},
    Role.TITLE: {"bold": True, "font_size": 14},
    Role.BANNER: {"bold": True, "font_color": _RED},
    Role.NOTE: {"italic": True, "font_color": _GREY},
    Role.SECTION: {"bold": True, "bg_color": _SOFT},
    Role.HEADER: {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": _HEAD,
        "text_wrap": True,
        "valign": "vcenter",
        "border": 1,
        "border_color": _LINE,
    },
    Role.INPUT: {"bg_color": _YELLOW, "border": 1, "border_color": _LINE, "locked": False},
    Role.MUTED: {"font_color": _GREY},
    Role.TOTAL: {"bold": True, "top": 1, "top_color": _LINE},
}
_WIDEST = 60
"""Characters of a column at most; longer texts run into blank cells, or are wrapped."""
_A4 = 9
_LINE_HEIGHT = 15
"""Points."""


def render(report: Report, look: Look) -> bytes:
    """The workbook of the report, or its tables and charts."""
    workbook = report.workbook or data_workbook(report, look)
    file = BytesIO()
    with opened(file, workbook.title, look, in_memory=True) as book:
        for name, value in workbook.properties.items():
            book.set_custom_property(visible_lines(name), visible_lines(value))
        writer = SheetWriter(book, look)
        for sheet in workbook.sheets:
            writer.write(sheet, report.internal)
    return file.getvalue()


def opened(file: IO[bytes], title: str, look: Look, **options: object) -> Book:
    """A new workbook, with nothing in it of whoever made it; it is written into the file when it is closed."""
    import xlsxwriter

    # A text is a text, whatever it looks like: no formula, no link and no number is made of it.
    texts = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    font = {"default_format_properties": {"font_name": _font(look)}}
    book = xlsxwriter.Workbook(file, {**texts, **font, **options})
    book.set_properties({"title": visible_lines(title), "author": "", "company": ""})
    return book


def _font(look: Look) -> str:
    return _FONTS.get(look.language, "Calibri")


class SheetWriter:
    """Writes the sheets of one file, each look of a cell made once."""

    def __init__(self, book: Book, look: Look) -> None:
        self._book, self._look = book, look
        self._formats: dict[tuple[Role, str, bool, bool], Any] = {}

    def write(self, sheet: Sheet, banner: str) -> Worksheet:
        """Write a sheet with its page set-up, protection, cells and charts; the banner stands in its footer."""
        page = self._book.add_worksheet(sheet.name)
        if sheet.is_protected:
            page.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
        widths = self._widths(sheet)
        for column, characters in enumerate(widths):
            page.set_column(column, column, characters)
        wraps = wrapped(sheet, widths)
        for row, lines in _lines_of_rows(sheet, widths, wraps).items():
            page.set_row(row, lines * _LINE_HEIGHT)
        page.freeze_panes(*sheet.frozen)
        page.hide_gridlines(2)
        page.set_paper(_A4)
        if sum(widths) > 90:
            page.set_landscape()
        page.fit_to_pages(1, 0)
        if sheet.frozen[0]:
            page.repeat_rows(0, sheet.frozen[0] - 1)
        page.set_footer(f"&L{_in_footer(banner)}&C&A&R&P / &N")
        self._fill(page, sheet, wraps)
        for chart in sheet.charts:
            draw(chart, self._book, page, _font(self._look))
        return page

    def _fill(self, page: Worksheet, sheet: Sheet, wraps: Mapping[tuple[int, int], Wrapped]) -> None:
        """Write the cells, of which sentences in several lines lie over their row."""
        numeric = {column for (_, column), cell in sheet.cells.items() if cell.kind is not Kind.TEXT}
        for (row, column), cell in sheet.cells.items():
            is_over_numbers = cell.role is Role.HEADER and column in numeric
            wrap = wraps.get((row, column))
            if wrap and wrap.last_column > column:
                page.merge_range(row, column, row, wrap.last_column, "")
            shown = cell._replace(kind=Kind.COUNT) if is_over_numbers else cell
            self._cell(page, row, column, shown, wraps=wrap is not None)

    def _widths(self, sheet: Sheet) -> list[int]:
        """Room for the longest text of each column, up to a limit, and at least what the sheet asks for."""
        widths = [*sheet.widths]
        for (_, column), cell in sheet.cells.items():
            if cell.role not in SENTENCES and column < len(widths) and isinstance(cell.value, str):
                needed = max(map(text_width, cell.value.split("\n") or [""])) + 2
                limit = max(sheet.widths[column], 18) if cell.role is Role.HEADER and column else _WIDEST
                widths[column] = max(widths[column], min(needed, limit))
        return widths

    def _cell(self, page: Worksheet, row: int, column: int, cell: SheetCell, *, wraps: bool) -> None:
        number = None if isinstance(cell.value, str) or cell.value is None else Decimal(cell.value)
        style = self.format(cell, number, wraps=wraps)
        is_absent = cell.value is None and cell.kind is not Kind.TEXT and cell.role is not Role.INPUT
        shown = self._look.style.na if is_absent else cell.value
        if cell.formula:
            page.write_formula(
                row, column, f"={cell.formula}", style, shown if number is None else float(number)
            )
        elif number is not None:
            page.write_number(row, column, float(number), style)
        elif shown:
            page.write_string(row, column, visible_lines(str(shown)), style)
        else:
            page.write_blank(row, column, None, style)
        if cell.role is Role.INPUT and (options := _validation(cell, page.name)):
            page.data_validation(row, column, row, column, options)

    def format(self, cell: SheetCell, number: Decimal | None, *, wraps: bool = False) -> Any:
        """How a cell that holds a number, or none, looks; a text in several lines where it `wraps`."""
        code = number_format(cell, number, self._look.style)
        key = (cell.role, code, cell.kind is not Kind.TEXT, wraps)
        if key not in self._formats:
            properties = {"font_color": _INK, **_ROLES[cell.role], "font_name": _font(self._look)}
            if code:
                properties["num_format"] = code
            if wraps:
                properties |= {"text_wrap": True, "align": "left", "valign": "top"}
            if cell.kind is not Kind.TEXT:
                properties["align"] = "right"
            elif cell.role not in SENTENCES:
                properties["indent"] = 1
            self._formats[key] = self._book.add_format(properties)
        return self._formats[key]


def _lines_of_rows(
    sheet: Sheet, widths: Sequence[int], wraps: Mapping[tuple[int, int], Wrapped]
) -> dict[int, float]:
    """The rows whose headers or texts take several lines, and how many lines of usual letters that are."""
    lines: dict[int, float] = {}
    for (row, column), wrap in wraps.items():
        is_title = sheet.cells[row, column].role is Role.TITLE
        lines[row] = max(lines.get(row, 1), wrap.lines * (OF_TITLE if is_title else 1))
    for (row, column), cell in sheet.cells.items():
        if cell.role is Role.HEADER and column < len(widths) and isinstance(cell.value, str):
            taken = -(-text_width(cell.value) // max(widths[column] - 2, 1))
            lines[row] = max(lines.get(row, 1), taken)
    return {row: taken for row, taken in lines.items() if taken > 1}


def _in_footer(text: str) -> str:
    """A text in a footer, where `&` begins a code."""
    return visible_lines(text).replace("&", "&&")


def _validation(cell: SheetCell, sheet: str) -> dict[str, Any] | None:
    """What an input takes; None of one that takes any text."""
    said = {"error_title": "ka-terms", "error_message": cell.error, "show_error": bool(cell.error)}
    if cell.choices or cell.choices_at:
        source = f"={cell.choices_at.seen_from(sheet)}" if cell.choices_at else [*cell.choices]
        return {"validate": "list", "source": source, **said}
    if cell.kind is Kind.TEXT:
        return None
    return {"validate": "decimal", "criteria": ">=", "value": 0, **said}
