"""One contender over one grid, in a process of its own: prints what it took as json. See `sweeping.py`.

All cost the same contract, the retailer's ask for 2003, over sales, new stores and the monthly rebate. Arguments are
laid out before the clock starts, results go to arrays whose pages are there already; the first run is not counted.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable

from tests.benchmarks import ours, peers, spreadsheet
from tests.benchmarks.shape import SAMPLE, Run, Shape
from tests.benchmarks.spreadsheet import SHEET_ROWS

CONTENDERS: dict[str, Callable[[Shape], Run]] = {
    each.__name__: each
    for each in (
        peers.limit,
        ours.swept,
        ours.streamed,
        ours.best_ten,
        ours.counted,
        ours.percentiles,
        peers.compiled_exact,
        peers.broadcast_exact,
        peers.by_column,
        peers.openfisca,
        peers.openfisca_tiers,
        peers.polars_streaming,
        ours.statements,
        peers.decimals,
        spreadsheet.libreoffice,
        spreadsheet.formualizer,
    )
}
SAMPLED = {"statements": SAMPLE, "decimals": SAMPLE, "libreoffice": SHEET_ROWS, "formualizer": SHEET_ROWS}
"""Contenders that are shown so many points, whatever the grid."""


CLOCKS = {"wall": time.perf_counter, "cpu": time.process_time}


def main(name: str, shape: Shape, repeats: int, clock: str) -> None:
    if name not in SAMPLED:
        import numpy  # noqa: F401  # so that the memory counted is what comes on top of it
    before = _peak()
    run = CONTENDERS[name](shape)
    seconds = [_seconds(run, CLOCKS[clock]) for _ in range(repeats + 1)][1:]
    points = SAMPLED.get(name, shape.size)
    print(json.dumps({"seconds": seconds, "points": points, "mebibytes": (_peak() - before) / 1024}))


def _seconds(run: Run, now: Callable[[], float]) -> float:
    begun = now()
    own = run()
    return own if isinstance(own, float) else now() - begun


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(sys.argv[1], Shape(*map(int, sys.argv[2:5])), int(sys.argv[5]), sys.argv[6])
