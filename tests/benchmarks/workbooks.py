"""What a workbook that calculates costs beside XlsxWriter alone: `python tests/benchmarks/workbooks.py`.

The comparison of the four contracts of the example, and a contract of forty terms by month. The peer writes the same
cells with the same library: formulas, numbers, texts and formats known beforehand. The ratio of the least of several
runs in process time should be at most 1.5. Making the sheets from the contracts is timed apart.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import xlsxwriter

from ka_terms.analysis.comparison import compare
from ka_terms.analysis.workbook.living import living
from ka_terms.api import load, scenario
from ka_terms.calculation.statement import evaluate
from ka_terms.presentation.numbers import NONE
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.sheets.xlsx import render
from ka_terms.presentation.sheet import Workbook
from ka_terms.presentation.table import Report
from ka_terms.presentation.words import words
from ka_terms.presentation.workbook.book import comparison_workbook, statement_workbook
from ka_terms.presentation.workbook.setting import Setting

RUNS = 7
LIMIT = 1.5
SETTING = Setting(words(["en"]), NONE)
NAMES = ("2002", "2003-ask", "2003-proposal", "2003-agreed")


def of_case() -> Workbook:
    comparison = compare([load(f"scenarios/{name}.yaml") for name in NAMES])
    return comparison_workbook(comparison, [living(each) for each in comparison.scenarios], SETTING)


def of_many_terms() -> Workbook:
    tiers = [{"from": at * 100_000, "rate": f"{at}%"} for at in range(1, 6)]
    terms: dict[str, Any] = {
        f"fee_{at}": {"tiers": tiers, "mode": "whole", "each": "month"} for at in range(40)
    }
    months = {"sales": [*["8%"] * 11, "12%"]}
    contract = scenario({"scenario": "x", "plan": {"sales": "10M", "months": months}, "terms": terms})
    return statement_workbook(living(evaluate(contract)), SETTING)


def bare(workbook: Workbook) -> bytes:
    """The same cells by XlsxWriter alone."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        formats = [book.add_format({"num_format": code, "align": "right"}) for code in ("#,##0", "0.00%")]
        for sheet in workbook.sheets:
            page = book.add_worksheet(sheet.name)
            for (row, column), cell in sheet.cells.items():
                look = formats[column % 2]
                if cell.formula:
                    page.write_formula(row, column, f"={cell.formula}", look, _plain(cell.value))
                elif isinstance(cell.value, str):
                    page.write_string(row, column, cell.value, look)
                elif cell.value is not None:
                    page.write_number(row, column, float(cell.value), look)
    return file.getvalue()


def _plain(value: str | Decimal | int | None) -> Any:
    return float(value) if isinstance(value, Decimal | int) else value or ""


def least(run: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        begun = process_time()
        run()
        times.append(process_time() - begun)
    return min(times)


def main() -> None:
    for name, make in (("four contracts compared", of_case), ("forty terms by month", of_many_terms)):
        workbook = make()
        cells = sum(len(sheet.cells) for sheet in workbook.sheets)
        ours = least(lambda book=workbook: render(Report(workbook=book), Look()))  # type: ignore[misc]
        peer = least(lambda book=workbook: bare(book))  # type: ignore[misc]
        print(
            f"{name}, {cells:,} cells: made in {least(make) * 1000:.0f} ms, written in {ours * 1000:.0f} ms, "
            f"{ours / peer:.2f}x XlsxWriter alone (limit {LIMIT})"
        )


if __name__ == "__main__":
    main()
