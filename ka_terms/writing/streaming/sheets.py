"""Very many rows as one sheet of a workbook, row after row, through XlsxWriter with its rows in a file.

XlsxWriter is imported by the functions that use it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from math import isfinite
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any, cast

from ka_terms.presentation.renderers.sheets.xlsx import SheetWriter, opened
from ka_terms.presentation.sheet import Role, Sheet, SheetCell, sheet_names
from ka_terms.presentation.table import Kind
from ka_terms.text.safe import visible_lines
from ka_terms.writing.streaming.rows import TEXT, Around, Block, Numbers, Sink, StreamColumn, length

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook as Book
    from xlsxwriter.worksheet import Worksheet

_WIDTH = 16
_COUNT_DECIMALS = 4

Put = Callable[[int, int, Any], object]
"""Writes one value into a cell, by its row and column."""


def write_xlsx(columns: Sequence[StreamColumn], blocks: Iterable[Block], around: Around, file: Sink) -> None:
    """A sheet with a warning where there is one, the labels of the columns, and a row for each row.

    Spreadsheets hold numbers as doubles: a file states them to 16 digits, and so does every workbook here.
    """
    with _open(around, file) as book:
        writer = SheetWriter(book, around.look)
        sheet = _head(columns, around)
        page = writer.write(sheet, around.banner)
        puts = [_put(column, page, writer, around) for column in columns]
        row = sheet.height
        for block in blocks:
            for values in zip(*_values(columns, block), strict=True):
                for column, value in enumerate(values):
                    puts[column](row, column, value)
                row += 1


@contextmanager
def _open(around: Around, file: Sink) -> Iterator[Book]:
    """A workbook that is written once all rows are known; whatever ends it early, no file of its rows stays behind."""
    from xlsxwriter.exceptions import FileCreateError

    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        rows = {"constant_memory": True, "tmpdir": folder, "use_zip64": True}
        book = opened(cast(IO[bytes], file), around.title, around.look, **rows)
        try:
            yield book
            book.close()
        except FileCreateError as error:
            raise error.args[0] from None
        finally:
            for page in book.worksheets():
                page.row_data_fh.close()


def _head(columns: Sequence[StreamColumn], around: Around) -> Sheet:
    (name,) = sheet_names([around.title or "-"])
    sheet = Sheet(name, (_WIDTH,) * len(columns))
    if around.banner:
        sheet.add(SheetCell(around.banner, role=Role.BANNER))
    kinds = (Kind.TEXT if column.decimals == TEXT else Kind.COUNT for column in columns)
    named = zip(columns, kinds, strict=True)
    sheet.add(*(SheetCell(column.label or column.name, kind, role=Role.HEADER) for column, kind in named))
    sheet.freeze(0)
    return sheet


def _values(columns: Sequence[StreamColumn], block: Block) -> Iterator[Sequence[float | str | None]]:
    """The values of each column, one a row; None where one is absent."""
    rows = length(block)
    for column, values in zip(columns, block, strict=True):
        yield [visible_lines(values)] * rows if isinstance(values, str) else _floats(column, values)


def _floats(column: StreamColumn, values: Numbers) -> list[float | None]:
    """The double next to each number; zero has no sign."""
    given = values if isinstance(values, list) else values.tolist()
    if column.decimals is None:
        return [value + 0.0 if isfinite(value) else None for value in given]
    scale = 10**column.decimals
    # What is no whole number is nan, where one is absent.
    return [value / scale if isinstance(value, int) else None for value in given]


def _put(column: StreamColumn, page: Worksheet, writer: SheetWriter, around: Around) -> Put:
    if column.decimals == TEXT:
        style = writer.format(SheetCell(), None)
        return lambda row, at, value: page.write_string(row, at, value, style)
    fine, whole = (writer.format(*_shown(column, decimals)) for decimals in (column.decimals or 0, 0))
    na = around.look.style.na
    if fine is whole:

        def put(row: int, at: int, value: float | None) -> object:
            if value is None:
                return page.write_string(row, at, na, fine)
            return page.write_number(row, at, value, fine)

        return put

    def put_either(row: int, at: int, value: float | None) -> object:
        if value is None:
            return page.write_string(row, at, na, fine)
        return page.write_number(row, at, value, whole if value.is_integer() else fine)

    return put_either


def _shown(column: StreamColumn, decimals: int) -> tuple[SheetCell, Decimal]:
    """A cell of the column, and a number with so many decimals as it is to show them."""
    if column.kind is Kind.COUNT:
        decimals = min(decimals, _COUNT_DECIMALS)
    elif column.is_stated:
        decimals = column.decimals or 0
    return SheetCell(kind=column.kind, stated=column.is_stated), Decimal(1).scaleb(-decimals)
