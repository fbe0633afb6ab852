"""The files of a set, read one after another or on all processors; the order of the rows is that of the files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from ka_terms.cli.errors import refused
from ka_terms.cli.steps.portfolio.one_file import Read, Task, read_one
from ka_terms.model.faults import Fault, quoted
from ka_terms.reading.rounds import NAME
from ka_terms.text.messages import message

ENDINGS = (".yaml", ".yml")
_FEW = 200
"""Files up to which starting processes takes longer than they save."""
_CHUNK = 50
"""Files that a process is given at a time."""


def files_of(named: Sequence[Path]) -> list[Path]:
    """The files, and those in the folders, in the order of their names; hidden ones and lists of rounds are left out.

    Errors: nothing to read.
    """
    found: dict[Path, None] = {}
    for path in named:
        if path.is_dir():
            found |= dict.fromkeys(sorted(_inside(path)))
        else:
            found[path] = None
    if not found:
        expected = message("files that end in .yaml or .yml")
        raise refused(
            "FILE...", Fault(quoted(str(named[0])), expected, message("name another folder, or files"))
        )
    return [*found]


def _inside(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith(ENDINGS) and not name.startswith(".") and name != NAME:
                yield Path(parent, name)


def read_all(files: Sequence[Path], task: Task, jobs: int = 0) -> Iterator[Read]:
    """Yield what each file gives, in their order; `jobs` processes, 0 for one a processor where that is quicker."""
    names = [str(path) for path in files]
    workers = jobs or (os.cpu_count() or 1)
    if workers < 2 or (not jobs and len(names) <= _FEW):
        yield from (read_one(name, task) for name in names)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers, initializer=_begin, initargs=(task,)) as pool:
        yield from pool.map(_read_given, names, chunksize=_CHUNK)


_GIVEN: list[Task] = []
"""The task of this process, given once."""


def _begin(task: Task) -> None:
    _GIVEN[:] = [task]


def _read_given(name: str) -> Read:
    return read_one(name, _GIVEN[0])
