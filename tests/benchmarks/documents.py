"""What a page, slides and a picture cost: processor time of whole processes, of which none may take two seconds.

Run with `python tests/benchmarks/documents.py [ROUNDS]`. The commands take turns within each round. Beside each stands
the import of its library alone, since most of the time is its. Processor time, because another process that is busy
on the same machine lengthens what a clock shows; the least of all rounds is told, the median beside it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).resolve().parents[2]
LIMIT = 2.0
"""Seconds."""
FILES = ("scenarios/2002.yaml", "scenarios/2003-proposal.yaml")
DRAWING = "import matplotlib.figure, matplotlib.backends.backend_svg"


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        commands = _commands(Path(folder))
        for command in commands.values():
            _seconds(command)  # writes the byte-code caches and the list of fonts
        samples: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                samples[name].append(_seconds(command))
    print(f"Processor seconds of {rounds} rounds, Python {sys.version.split()[0]}; limit {LIMIT:g}\n")
    print(f"  {'':<28}{'least':>8}{'median':>8}")
    for name, times in samples.items():
        verdict = "" if name.startswith("import") else "  met" if min(times) <= LIMIT else "  MISSED"
        print(f"  {name:<28}{min(times):>8.2f}{median(times):>8.2f}{verdict}")


def _commands(folder: Path) -> dict[str, list[str]]:
    python = sys.executable

    def ours(command: str, file: str, *more: str) -> list[str]:
        return [python, "-m", "ka_terms", command, *FILES, "--force", "-o", str(folder / file), *more]

    return {
        "import matplotlib": [python, "-c", DRAWING],
        "import pptx": [python, "-c", "import pptx"],
        "import docx": [python, "-c", "import docx"],
        "report": ours("report", "page.html"),
        "compare, slides": ours("compare", "slides.pptx"),
        "compare, document": ours("compare", "document.docx"),
        "compare, picture": ours("compare", "picture.png"),
        "compare, workbook": ours("compare", "workbook.xlsx"),
    }


def _seconds(command: list[str]) -> float:
    """Processor time of a command. Errors: CalledProcessError, since a failure is quicker than the job."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = os.times()
    subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, check=True)
    after = os.times()
    return (after.children_user - before.children_user) + (after.children_system - before.children_system)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
