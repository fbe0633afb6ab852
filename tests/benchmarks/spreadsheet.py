"""A sheet with a row a point, recalculated by LibreOffice and by formualizer."""

from __future__ import annotations

import subprocess
import tempfile
import time
from importlib import import_module
from pathlib import Path

from tests.benchmarks.shape import Run, Shape

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2"'
    ' office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
    '<office:body><office:spreadsheet><table:table table:name="sweep">'
)
_TAIL = "</table:table></office:spreadsheet></office:body></office:document>"
_FORMULAS = (
    "ROUND([.A{0}]*[.C{0}];2)+ROUND([.A{0}]*IF([.A{0}]>=4200000;0.02;IF([.A{0}]>=4000000;0.01;0));2)"
    "+8000*[.B{0}]+29500*(25+[.B{0}])+MAX(20000*(25+[.B{0}]);ROUND([.A{0}]*0.08;2))",
    "[.D{0}]/[.A{0}]",
    "[.A{0}]/((50+[.B{0}])/2)",
)
SHEET_ROWS = 100_000
_NAME = "sweep"


def libreoffice(_: Shape) -> Run:
    """A sheet with a row a point is read, recalculated and saved; less what a sheet of one row takes."""
    folder = Path(tempfile.mkdtemp())
    small, large = _sheet(folder / "small.fods", 1), _sheet(folder / "large.fods", SHEET_ROWS)
    begun = time.perf_counter()
    _convert(small)  # makes the profile
    _convert(small)
    starting = (time.perf_counter() - begun) / 2

    def run() -> float:
        begun = time.perf_counter()
        _convert(large)
        return max(time.perf_counter() - begun - starting, 0)

    return run


def formualizer(_: Shape) -> Run:
    """A workbook in memory is recalculated after the sales of every row were set anew, which is not counted."""
    workbook = import_module("formualizer").Workbook()
    workbook.add_sheet(_NAME)
    inputs = [list(_inputs(row)) for row in range(1, SHEET_ROWS + 1)]
    plain = [f"={text}".replace("[.", "").replace("]", "").replace(";", ",") for text in _FORMULAS]
    formulas = [[text.format(row) for text in plain] for row in range(1, SHEET_ROWS + 1)]
    workbook.set_values_batch(_NAME, 1, 1, inputs)
    workbook.set_formulas_batch(_NAME, 1, 4, formulas)

    def run() -> float:
        workbook.set_values_batch(_NAME, 1, 1, [row[:1] for row in inputs])
        begun = time.perf_counter()
        workbook.evaluate_all()
        return time.perf_counter() - begun

    return run


def _sheet(path: Path, count: int) -> Path:
    cell = '<table:table-cell office:value-type="float" {}/>'
    row = "".join(
        [
            "<table:table-row>",
            *(cell.format(f'office:value="{value}"') for value in ("{1}", "{2}", "{3}")),
            *(cell.format(f'table:formula="of:={text.replace(">", "&gt;")}"') for text in _FORMULAS),
            "</table:table-row>",
        ]
    )
    rows = (row.format(at, *_inputs(at)) for at in range(1, count + 1))
    path.write_text(_HEAD + "".join(rows) + _TAIL, encoding="utf-8")
    return path


def _inputs(row: int) -> tuple[float, float, float]:
    """Sales, new stores and monthly rebate of a row."""
    return 3_000_000 + row * 90, row % 100, 0.035


def _convert(sheet: Path) -> None:
    profile = f"-env:UserInstallation={(sheet.parent / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "csv",
        "--outdir",
        str(sheet.parent),
        str(sheet),
    ]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
