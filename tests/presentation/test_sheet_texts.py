"""Texts on the sheets of a workbook: none runs far beyond its table, and none is cut."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.registry import FORMATS
from ka_terms.presentation.table import Cell, Kind, Report, Table, text
from tests.cli.running import run

LONG = "a sentence that goes on and on, " * 12
LAST, ASK, PROPOSAL, FINANCE = (
    f"scenarios/{name}.yaml" for name in ("2002", "2003-ask", "2003-proposal", "finance")
)


def over(sheet: Any, cell: Any) -> tuple[float, float]:
    """The characters that a cell has room for in a line, with those it is merged with, and the lines of its row."""
    merged = next((one for one in sheet.merged_cells.ranges if cell.coordinate in one), None)
    columns = range(cell.column, (merged.max_col if merged else cell.column) + 1)
    known = {
        at: column.width
        for column in sheet.column_dimensions.values()
        for at in range(column.min, column.max + 1)
    }
    width = sum(known.get(at, 8.43) for at in columns)
    return width, (sheet.row_dimensions[cell.row].height or 15) / 15


def sheets_of(content: bytes) -> list[Any]:
    book: Any = load_workbook(BytesIO(content))
    return [*book.worksheets]


@pytest.mark.parametrize("columns", [1, 3, 12])
def test_a_note_is_wrapped_over_its_table(columns: int) -> None:
    rows = ((text("row"), *[Cell(1, Kind.COUNT)] * (columns - 1)),)
    table = Table(("Name", *["Amount"] * (columns - 1)), rows, "Table")
    (sheet,) = sheets_of(FORMATS["xlsx"].render(Report(tables=(table,), notes=(LONG, "short")), Look()))
    note, short = (
        next(cell for row in sheet for cell in row if cell.value == told) for told in (LONG, "short")
    )
    assert note.alignment.wrap_text
    width, lines = over(sheet, note)
    assert width <= max(columns * 20, 120)
    assert width * lines > len(LONG)
    assert (short.alignment.wrap_text, over(sheet, short)[1]) == (None, 1)


def test_a_long_name_is_not_cut_by_the_number_beside_it() -> None:
    table = Table(("Name", "Amount"), ((text(LONG[:100]), Cell(1, Kind.COUNT)),), "Table")
    (sheet,) = sheets_of(FORMATS["xlsx"].render(Report(tables=(table,)), Look()))
    cell = sheet["A2"]
    assert cell.alignment.wrap_text
    width, lines = over(sheet, cell)
    assert width * lines > 100
    assert lines > 1


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
@pytest.mark.parametrize(
    "words",
    [
        ("brief", ASK, PROPOSAL, FINANCE, "--internal"),
        ("approval", LAST, ASK, "scenarios/2003-agreed.yaml"),
        ("pnl", LAST, FINANCE, "--internal"),
        ("check", ASK, "--policy", "china-supplier-charges"),
        ("show", ASK),
        ("compare", ASK, PROPOSAL),
    ],
    ids=lambda words: words[0],
)
def test_no_text_of_a_report_is_longer_than_its_lines(
    words: tuple[str, ...], language: str, tmp_path: Path
) -> None:
    file = tmp_path / "a.xlsx"
    assert run(*words, "--lang", language, "-o", file).code == 0
    for sheet in sheets_of(file.read_bytes()):
        for row in sheet:
            for cell in row:
                if cell.data_type == "s" and len(cell.value) > 130:
                    assert cell.alignment.wrap_text, cell.value
                    width, lines = over(sheet, cell)
                    assert width * lines > len(cell.value)
