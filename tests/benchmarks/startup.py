"""What starting costs: whole processes against a bare interpreter, and against the imports they cannot do without.

Run with `python tests/benchmarks/startup.py [ROUNDS]`. The commands take turns within each round, so that a busy
moment of the machine falls on all of them alike; the medians are compared. Byte-code caches are on and warm.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).resolve().parents[2]
IMPORTS = "import typer, rich.table, yaml; from pydantic import BaseModel"
THREE_FILES = ("scenarios/2002.yaml", "scenarios/2003-proposal.yaml", "scenarios/2003-agreed.yaml")


@dataclass(frozen=True)
class Aim:
    """At most `times` the median of `base`; `times` None measures without an aim."""

    subject: str
    base: str
    times: float | None


AIMS = (
    Aim("--version", "bare python", 2),
    Aim("--help", "bare python", 8),
    Aim("show", "bare python", None),
    Aim("compare of three", "bare python", 21),
    Aim("compare of three", "its imports", 1.25),
    Aim("its imports", "bare python", None),
)


def main(rounds: int) -> None:
    samples = _take_turns(_commands(), rounds)
    middle = {name: median(times) for name, times in samples.items()}
    print(f"Medians of {rounds} rounds, Python {sys.version.split()[0]}\n")
    for name, seconds in middle.items():
        print(f"  {name:<18}{seconds * 1000:>8.1f} ms")
    print(f"\n  {'':<34}{'ratio':>8}{'aim':>10}")
    for aim in AIMS:
        print(_verdict(aim, middle[aim.subject] / middle[aim.base]))


def _commands() -> dict[str, list[str]]:
    python = sys.executable
    script = Path(python).with_name("ka-terms")
    program = [str(script)] if script.exists() else [python, "-m", "ka_terms"]
    return {
        "bare python": [python, "-c", "pass"],
        "its imports": [python, "-c", IMPORTS],
        "--version": [*program, "--version"],
        "--help": [*program, "--help"],
        "show": [*program, "show", THREE_FILES[0]],
        "compare of three": [*program, "compare", *THREE_FILES],
    }


def _take_turns(commands: dict[str, list[str]], rounds: int) -> dict[str, list[float]]:
    for command in commands.values():
        _seconds(command)  # writes the byte-code caches
    samples: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            samples[name].append(_seconds(command))
    return samples


def _seconds(command: list[str]) -> float:
    """Raises CalledProcessError where the command fails, since a failure is quicker than the job."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, cwd=PROJECT, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def _verdict(aim: Aim, ratio: float) -> str:
    line = f"  {f'{aim.subject} / {aim.base}':<34}{ratio:>7.2f}x"
    if aim.times is None:
        return f"{line}{'-':>10}"
    return f"{line}{f'<= {aim.times:g}x':>10}  {'met' if ratio <= aim.times else 'MISSED'}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 21)
