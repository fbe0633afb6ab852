"""The workbook inside a chart on a slide, from which its numbers can be edited."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, NamedTuple

_SHEET = "Sheet1"
"""Where python-pptx says that the numbers of a chart stand."""
_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
"""The same file is to be the same whenever it is made."""


class DataColumn(NamedTuple):
    """Cells under a header in a column, with the number format of the cells. Rows and columns count from 0."""

    row: int
    column: int
    header: str
    values: Sequence[str | Decimal | None]
    code: str = "General"


def with_workbook(data: Any, columns: Sequence[DataColumn]) -> Any:
    """A class of chart data of the library with these columns as its workbook: its own makes formulas and links."""
    return type(data.__name__, (data,), {"xlsx_blob": workbook(columns)})


def workbook(columns: Sequence[DataColumn]) -> bytes:
    """A workbook with these columns and nothing else. A text in it stays a text: no formula, no link."""
    import xlsxwriter

    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, {**options, "strings_to_numbers": False}) as book:
        book.set_properties({"created": _NO_DATE})
        page = book.add_worksheet(_SHEET)
        for top, column, header, values, code in columns:
            form = book.add_format({"num_format": code})
            page.write_string(top, column, header)
            for row, value in enumerate(values, top + 1):
                if isinstance(value, str):
                    page.write_string(row, column, value)
                elif value is not None:
                    page.write_number(row, column, float(value), form)
    return file.getvalue()
