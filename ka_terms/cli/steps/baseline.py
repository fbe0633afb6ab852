"""`--baseline`: which of several contracts the others are compared with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def with_baseline(files: Sequence[Path], baseline: Path | None) -> tuple[list[Path], int]:
    """The contracts in the order given, and which of them is the baseline; one not among them comes first."""
    paths, at = [*files], 0
    if baseline:
        known = [file.absolute() for file in files]
        if baseline.absolute() in known:
            at = known.index(baseline.absolute())
        else:
            paths = [baseline, *files]
    return paths, at
