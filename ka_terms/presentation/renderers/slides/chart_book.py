"""The workbook inside a chart on a slide, from which its numbers can be edited."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import NamedTuple

SHEET = "ka-terms"
_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
"""The same file is to be the same whenever it is made."""


class DataColumn(NamedTuple):
    """One column of the workbook under its header, with the number format of its cells."""

    header: str
    values: Sequence[str | Decimal | None]
    code: str = "General"


def workbook(columns: Sequence[DataColumn]) -> bytes:
    """A workbook with these columns and nothing else. A text in it stays a text: no formula, no link."""
    import xlsxwriter

    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, {**options, "strings_to_numbers": False}) as book:
        book.set_properties({"created": _NO_DATE})
        page = book.add_worksheet(SHEET)
        for at, column in enumerate(columns):
            code = book.add_format({"num_format": column.code})
            page.write_string(0, at, column.header)
            for row, value in enumerate(column.values, 1):
                if isinstance(value, str):
                    page.write_string(row, at, value)
                elif value is not None:
                    page.write_number(row, at, float(value), code)
    return file.getvalue()


class Book:
    """The columns of the workbook, filled as series are drawn."""

    def __init__(self) -> None:
        self.columns: list[DataColumn] = []

    def add(self, column: DataColumn) -> tuple[str, str]:
        """Put a column behind the others; where its header and its values are."""
        self.columns.append(column)
        letter = _letters(len(self.columns))
        return f"'{SHEET}'!${letter}$1", f"'{SHEET}'!${letter}$2:${letter}${len(column.values) + 1}"


def _letters(number: int) -> str:
    """What spreadsheets call a column, the first being 1."""
    above, last = divmod(number - 1, 26)
    return (_letters(above) if above else "") + chr(ord("A") + last)
