"""What sweeping costs: points per second and memory, against other ways to the same numbers and the limit of memory.

Run with `python tests/benchmarks/sweeping.py`; `--points 1e6 --axes 2 --rounds 3 --only limit swept` measures less.
Peers that are not installed are left out with a message: `pip install numpy numba polars openfisca-core formualizer`,
LibreOffice Calc as `soffice`.

Every measurement is a process of its own, and the contenders take turns within each round, so that a busy moment of the
machine falls on all of them alike. Times are those of the work alone; memory is the most a process held above what it
held once numpy was imported, inputs and results included. The limit is that of memory: three arrays read and three
written with nothing computed. `--clock cpu` counts processor time, in which a busy machine shows less; polars, which
uses all processors, then shows the sum of them, as do numba and large sweeps.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from ka_terms.analysis.sweep.blocks import processors  # noqa: E402  # now on the path
from tests.benchmarks.contenders import CLOCKS, CONTENDERS, SAMPLED  # noqa: E402  # now on the path
from tests.benchmarks.shape import Shape  # noqa: E402  # as above

SHAPES = {
    1: lambda points: Shape(points, 1, 1),
    2: lambda points: Shape(points // _side(points), _side(points), 1),
    3: lambda points: Shape(points // (400 if points < 10**6 else 20_000), *_sides(points)),
}
IN_BLOCKS = ("streamed", "best_ten", "counted", "percentiles")
"""What is measured beyond 10^7 points: all others hold every point at once."""
BASE, OURS = "limit", "swept"


@dataclass(frozen=True)
class Aim:
    """At most `times` the median of `base` at 10^7 points; of `mebibytes` at most so many, at any size."""

    subject: str
    base: str
    times: float
    mebibytes: float | None = None


AIMS = (
    Aim("swept", "limit", 4),
    Aim("swept", "compiled_exact", 1.5),
    Aim("best_ten", "limit", 3, 64 * processors()),
    Aim("counted", "limit", 3, 64 * processors()),
    Aim("percentiles", "limit", 3, 64 * processors()),
    Aim("swept", "openfisca", 1 / 10),
    Aim("swept", "libreoffice", 1 / 500),
    Aim("swept", "formualizer", 1 / 50),
)


@dataclass
class Measured:
    """What the processes of one contender took at one shape."""

    points: int = 0
    seconds: list[float] = field(default_factory=list)
    mebibytes: float = 0

    @property
    def middle(self) -> float:
        """Median nanoseconds a point."""
        return median(self.seconds) / self.points * 1e9

    @property
    def least(self) -> float:
        """The fewest nanoseconds a point."""
        return min(self.seconds) / self.points * 1e9


Table = dict[str, Measured]


def main(asked: argparse.Namespace) -> None:
    missing: dict[str, str] = {}
    base: dict[int, float] = {}
    for points in sorted(map(int, asked.points)):
        for axes in asked.axes:
            names = [name for name in asked.only if name not in missing and _is_shown(name, points, axes)]
            table = _take_turns(names, SHAPES[axes](points), asked, missing)
            if BASE in table:
                base[axes] = table[BASE].middle
            _show(points, axes, table, base.get(axes))
    for name, reason in missing.items():
        print(f"\nLeft out: {name}: {reason}")


def _side(points: int) -> int:
    return 100 if points < 10**6 else 1000


def _sides(points: int) -> tuple[int, int]:
    return (20, 20) if points < 10**6 else (100, 200)


def _is_shown(name: str, points: int, axes: int) -> bool:
    if name in SAMPLED:  # the same sample whatever the grid
        return points == 10**7 and axes == 2
    return points <= 10**7 or name in IN_BLOCKS


def _take_turns(
    names: Sequence[str], shape: Shape, asked: argparse.Namespace, missing: dict[str, str]
) -> Table:
    table: Table = {}
    for _ in range(asked.rounds):
        for name in names:
            if name not in missing:
                _measure(name, shape, asked, table, missing)
    return table


def _measure(
    name: str, shape: Shape, asked: argparse.Namespace, table: Table, missing: dict[str, str]
) -> None:
    # Set for another processor than this one, they slow numpy down.
    left_out = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
    environment = {key: value for key, value in os.environ.items() if key not in left_out}
    command = [sys.executable, "-m", "tests.benchmarks.contenders", name]
    command += [*map(str, shape), str(asked.repeats), asked.clock]
    done = subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        missing[name] = (done.stderr.strip().splitlines() or ["no word why"])[-1]
        return
    found, measured = json.loads(done.stdout.splitlines()[-1]), table.setdefault(name, Measured())
    measured.points = found["points"]
    measured.seconds += found["seconds"]
    measured.mebibytes = max(measured.mebibytes, found["mebibytes"])


def _show(points: int, axes: int, table: Table, base: float | None) -> None:
    print(f"\n{points:,} points on {axes} {'axis' if axes == 1 else 'axes'}: {SHAPES[axes](points)}")
    heads = ("points/s", "ns", "least ns", "MiB", f"x {BASE}", f"x {OURS}")
    print(f"  {'':<18}" + "".join(f"{head:>14}" for head in heads))
    ours = table[OURS].middle if OURS in table else None
    for name, found in table.items():
        ratios = [f"{found.middle / one:>14,.2f}" if one else f"{'-':>14}" for one in (base, ours)]
        numbers = f"{1e9 / found.middle:>14,.0f}{found.middle:>14,.2f}{found.least:>14,.2f}{found.mebibytes:>14,.0f}"
        print(f"  {name:<18}{numbers}{''.join(ratios)}")
    for line in _verdicts(points, table):
        print(line, flush=True)


def _verdicts(points: int, table: Table) -> Iterator[str]:
    for aim in AIMS:
        found = table.get(aim.subject)
        if found and aim.base in table and points == 10**7:
            ratio = found.middle / table[aim.base].middle
            yield _verdict(
                f"{aim.subject} / {aim.base}", f"{ratio:.4g}x", f"{aim.times:.4g}x", ratio <= aim.times
            )
        if found and aim.mebibytes:
            held = found.mebibytes
            yield _verdict(f"{aim.subject}, MiB", f"{held:.0f}", f"{aim.mebibytes:g}", held <= aim.mebibytes)


def _verdict(what: str, found: str, aim: str, met: bool) -> str:
    return f"    {what:<24}{found:>10}{f'<= {aim}':>14}  {'met' if met else 'MISSED'}"


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--points", nargs="+", type=float, default=[1e4, 1e6, 1e7, 1e8])
    parser.add_argument("--axes", nargs="+", type=int, choices=SHAPES, default=list(SHAPES))
    parser.add_argument("--rounds", type=int, default=5, help="turns that every contender takes")
    parser.add_argument("--repeats", type=int, default=3, help="runs counted in each process")
    parser.add_argument(
        "--clock", choices=CLOCKS, default="wall", help="cpu where others use the machine too"
    )
    parser.add_argument("--only", nargs="+", choices=CONTENDERS, default=list(CONTENDERS))
    return parser.parse_args()


if __name__ == "__main__":
    main(_asked())
