"""Where in a file the value at a path stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ka_terms.model.faults import Fault, Path
from ka_terms.reading.problems.problem import Problem
from ka_terms.reading.problems.source import Mark, problem_at
from ka_terms.reading.yaml.yaml_tree import Entry, Node


class Place(NamedTuple):
    """A place in a file, counted from 1, and the path of what stands there as messages show it."""

    file: str
    line: int
    column: int
    path: str


def locate(root: Node, path: Path) -> tuple[Mark, bool]:
    """The place of what stands at `path`, or of the innermost thing on the way to it; and whether all was found."""
    entry, reached = follow(root, path)
    return (entry.node.mark if reached else entry.mark), reached


def follow(root: Node, path: Path) -> tuple[Entry, bool]:
    """The entry at `path`, or the innermost on the way to it; and whether all was found."""
    reached = Entry(root.mark, root)
    for step in path:
        entry = _entry(reached.node, step)
        if entry is None:
            return reached, False
        reached = entry
    return reached, True


def _entry(node: Node, step: str | int) -> Entry | None:
    if isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
        inner = node.value[step]
        return Entry(inner.mark, inner)
    entry = node.entries().get(str(step))
    # What may be a list may also be its only entry.
    return (
        Entry(node.mark, node) if entry is None and step == 0 and not isinstance(node.value, list) else entry
    )


def doubtful_points(root: Node, faults: Iterable[Fault]) -> Iterator[Problem]:
    """The texts of `doubtful_in` at their places; in json nobody groups by points."""
    for fault in faults:
        mark, _ = locate(root, fault.at)
        if mark.source.path.suffix != ".json":
            yield problem_at(mark, fault, fault.at)
