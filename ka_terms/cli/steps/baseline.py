"""What contracts are compared with: `--baseline`, else the contract that `last_year` refers to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ka_terms.reading.diagnosis.places import follow

if TYPE_CHECKING:
    from ka_terms.cli.session import Session
    from ka_terms.reading.scenario import Loaded


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


def last_contract(contract: Loaded, session: Session, known: Sequence[Loaded] = ()) -> Loaded | None:
    """The contract in the file that `last_year` refers to; None where it states figures in place, or has no terms.

    One of those `known` is not read again.
    """
    entry, is_there = follow(contract.root, ("plan", "last_year"))
    if not is_there or not entry.source:
        return None
    same = (one for one in known if Path(one.name).absolute() == Path(entry.source).absolute())
    loaded = next(same, None) or session.load(Path(entry.source))
    return loaded if loaded.scenario.fees else None
