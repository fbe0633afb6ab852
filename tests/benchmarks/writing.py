"""What writing very many rows costs: every format in both ways against the csv module on the same rows.

Run with `python tests/benchmarks/writing.py [ROWS] [ROUNDS]`. Each measurement is a process of its own, so that its
peak of memory is its own; they take turns within each round, and the medians are compared. Making the rows is measured
alone and taken off. Files are removed again; they lie in the system's folder for temporary files.
"""

from __future__ import annotations

import csv
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np

from ka_terms.writing.streaming import stream, texts
from ka_terms.writing.streaming.stream import Block, StreamColumn, write_stream

COLUMNS = (
    StreamColumn("sales", 2),
    StreamColumn("stores", 0),
    StreamColumn("rate", 4),
    StreamColumn("total_fees", 2, 2),
    StreamColumn("net_net_sales", 2, 2),
    StreamColumn("fee_ratio"),
)
BLOCK = 100_000
BASE = "csv module"
WAYS = (BASE, "csv plain", "csv", "tsv", "json", "parquet")
MEMORY_AIM = 160


def main(rows: int, rounds: int) -> None:
    samples: dict[str, list[tuple[float, float]]] = {way: [] for way in WAYS}
    for _ in range(rounds):
        for way in WAYS:
            samples[way].append(_measured_apart(way, rows))
    base = median(seconds for seconds, _ in samples[BASE])
    print(
        f"{rows:,} rows of {len(COLUMNS)} columns, medians of {rounds} rounds, Python {sys.version.split()[0]}\n"
    )
    print(f"  {'':<14}{'seconds':>9}{'of the csv module':>20}{'peak MiB':>10}{'aim':>9}")
    for way, taken in samples.items():
        seconds, peak = median(s for s, _ in taken), max(p for _, p in taken)
        verdict = "met" if peak <= MEMORY_AIM else "MISSED"
        print(
            f"  {way:<14}{seconds:>9.2f}{seconds / base:>19.3f}x{peak:>10.0f}{f'<= {MEMORY_AIM}':>9}  {verdict}"
        )


def _measured_apart(way: str, rows: int) -> tuple[float, float]:
    command = [sys.executable, __file__, "--one", way, str(rows)]
    seconds, peak = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.split()
    return float(seconds), float(peak)


def measure(way: str, rows: int) -> None:
    """Seconds of writing alone, and the peak of the whole process in MiB."""
    with TemporaryDirectory() as folder:
        start = time.perf_counter()
        for _ in blocks(rows):
            pass
        made = time.perf_counter()
        _write(way, rows, Path(folder) / "out")
        seconds = (time.perf_counter() - made) - (made - start)
    unit = 1024**2 if sys.platform == "darwin" else 1024
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)


def _write(way: str, rows: int, path: Path) -> None:
    if way == BASE:
        _with_the_csv_module(rows, path)
        return
    if way.endswith(" plain"):
        texts._FRAMES_FROM = sys.maxsize
    write_stream(way.removesuffix(" plain"), COLUMNS, blocks(rows), path)


def _with_the_csv_module(rows: int, path: Path) -> None:
    """As one would by hand: decimals in rows."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(column.name for column in COLUMNS)
        for block in blocks(rows):
            writer.writerows(zip(*map(_cells, COLUMNS, block), strict=True))


def _cells(column: StreamColumn, values: stream.Values) -> list[object]:
    assert not isinstance(values, str | list)
    given: list[object] = values.tolist()
    if column.decimals:
        return [Decimal(str(value)).scaleb(-column.decimals) for value in given]
    return given


def blocks(rows: int) -> Iterator[Block]:
    """Three axes and three metrics."""
    for start in range(0, rows, BLOCK):
        at = np.arange(start, min(start + BLOCK, rows))
        fees, net = at * 7_919 % 10**9 + 10**7, at * 104_729 % 10**11 + 10**8
        sales = at // 10_000 % 100 * 25_000_000 + 300_000_000
        yield [sales, at // 100 % 100, at % 100 * 50, fees, net, fees / net]


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(sys.argv[2], int(sys.argv[3]))
    else:
        main(*(int(float(word)) for word in (sys.argv[1:] + ["1e6", "3"][len(sys.argv) - 1 :])))
