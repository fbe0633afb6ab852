"""The sheets of a workbook as tables."""

from __future__ import annotations

from pathlib import Path

from ka_terms.model.faults import Fault, quoted
from ka_terms.reading.spreadsheet import broken_cells, read_pages
from ka_terms.reading.tables.table import Cell, Table
from ka_terms.text.messages import message


def sheets_of(path: Path, name: str) -> list[Table]:
    """Every sheet that has something in it. A formula that gave an error is a cell with a fault.

    Errors: `ReadError` for what is no workbook.
    """
    broken = broken_cells(path, name)
    tables = []
    for page in read_pages(path, name):
        faults = {place: _fault(text) for place, text in broken.get(page.name, {}).items()}
        rows = tuple(
            tuple(
                Cell(value, line, column, faults.get((line, column))) for column, value in enumerate(row, 1)
            )
            for line, row in enumerate(page.rows, 1)
        )
        if any(not cell.is_blank for row in rows for cell in row):
            tables.append(Table(name, rows, sheet=page.name))
    return tables


def _fault(text: str) -> Fault:
    if not text:
        found = message("a formula that was never calculated")
        mend = message("open the workbook in a spreadsheet program, and save it")
        return Fault(found, message("its value"), mend)
    return Fault(quoted(text), message("a value"), message("correct the formula, or write the value"))
