"""What a sheet of very many rows costs beside XlsxWriter alone: `python tests/benchmarks/sheets.py [ROWS]`.

A hundred thousand rows of a text, two inputs and three metrics. The peer writes the same cells with the same library,
its rows kept in a file too. Each runs in processes of its own that load the same modules, in turns: the ratio of the
least process times, and that of the peaks of memory, should be at most 1.25. The memory for four times as many rows
should be at most 1.1 times as much.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import xlsxwriter

from ka_terms.presentation.table import Kind
from ka_terms.writing.streaming.rows import TEXT, Block, StreamColumn
from ka_terms.writing.streaming.stream import write_stream

RUNS = 5
LIMIT, GROWTH_LIMIT = 1.25, 1.1
BLOCK = 16_384
COLUMNS = (
    StreamColumn("scenario", TEXT),
    StreamColumn("sales", 2, 2, kind=Kind.MONEY, is_stated=True),
    StreamColumn("monthly_rebate", 4, kind=Kind.RATIO, is_stated=True),
    StreamColumn("fee_ratio", kind=Kind.RATIO),
    StreamColumn("total_fees", 2, 2, kind=Kind.MONEY),
    StreamColumn("vpo", kind=Kind.AVERAGE),
)
CODES = ("", "#,##0.00", "0.00%", "0.00%", "#,##0.00", "#,##0.00")


def blocks(rows: int) -> Iterator[Block]:
    for start in range(0, rows, BLOCK):
        at = range(start, min(start + BLOCK, rows))
        sales = [800_000_000 + 100 * row for row in at]
        fees = [79_000_000 + 7 * row for row in at]
        ratios = [fee / sale for fee, sale in zip(fees, sales, strict=True)]
        yield [
            "2003 proposal",
            sales,
            [row % 500 for row in at],
            ratios,
            fees,
            [sale / 3_000 for sale in sales],
        ]


def ours(rows: int, path: Path) -> None:
    write_stream("xlsx", COLUMNS, blocks(rows), path)


def bare(rows: int, path: Path) -> None:
    """The same cells by XlsxWriter alone."""
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        formats = [book.add_format({"num_format": code, "align": "right"} if code else {}) for code in CODES]
        page = book.add_worksheet("-")
        for column, named in enumerate(COLUMNS):
            page.write_string(0, column, named.name, formats[0])
        row = 1
        for _, sales, rates, ratios, fees, vpos in blocks(rows):
            assert isinstance(sales, list)
            assert isinstance(fees, list)
            for sale, rate, ratio, fee, vpo in zip(sales, rates, ratios, fees, vpos, strict=True):
                page.write_string(row, 0, "2003 proposal", formats[0])
                page.write_number(row, 1, sale / 100, formats[1])
                page.write_number(row, 2, rate / 10_000, formats[2])
                page.write_number(row, 3, ratio, formats[3])
                page.write_number(row, 4, fee / 100, formats[4])
                page.write_number(row, 5, vpo, formats[5])
                row += 1


WAYS = {"ours": ours, "bare": bare}


def measure(way: str, rows: int) -> None:
    """Seconds of the process for writing alone, and the peak of the whole process in MiB."""
    with TemporaryDirectory() as folder:
        begun = process_time()
        WAYS[way](rows, Path(folder) / "out.xlsx")
        seconds = process_time() - begun
    unit = 1024**2 if sys.platform == "darwin" else 1024
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)


def measured_apart(way: str, rows: int) -> tuple[float, float]:
    command = [sys.executable, __file__, "--one", way, str(rows)]
    seconds, peak = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.split()
    return float(seconds), float(peak)


def main(rows: int) -> None:
    taken: dict[str, list[tuple[float, float]]] = {way: [] for way in WAYS}
    for _ in range(RUNS):
        for way, samples in taken.items():
            samples.append(measured_apart(way, rows))
    seconds = {way: min(time for time, _ in samples) for way, samples in taken.items()}
    peaks = {way: max(peak for _, peak in samples) for way, samples in taken.items()}
    growth = peaks["ours"] / measured_apart("ours", rows // 4)[1]
    print(
        f"{rows:,} rows: {seconds['ours']:.2f} s, {seconds['ours'] / seconds['bare']:.2f}x XlsxWriter alone; "
        f"{peaks['ours']:.0f} MiB, {peaks['ours'] / peaks['bare']:.2f}x (limit {LIMIT} each); "
        f"{growth:.2f}x the memory of a quarter of the rows (limit {GROWTH_LIMIT})"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(sys.argv[2], int(sys.argv[3]))
    else:
        main(int(float(sys.argv[1])) if sys.argv[1:] else 100_000)
