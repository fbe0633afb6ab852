"""What a file says, laid over the file it extends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ka_terms.model.contract.terms.terms import SHAPES
from ka_terms.model.faults import Fault, nearest
from ka_terms.model.faults import Path as Steps
from ka_terms.reading.problems.problem import Problem
from ka_terms.reading.problems.source import Mark, problem_at
from ka_terms.reading.yaml.yaml_tree import Entry, Node
from ka_terms.text.messages import message


class Change(NamedTuple):
    """What one file changes in the file it extends: at which path, where that is written, and what stood there."""

    at: Steps
    mark: Mark
    before: Entry


class Layers:
    """Lays one tree over another; `changes` and `problems` gather what that brings about."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self.problems: list[Problem] = []

    def merged(self, below: Node, above: Node, at: Steps = ()) -> Node:
        """`above` laid over `below` key by key: null removes, a new key remembers those it was added to."""
        entries = dict(below.entries())
        inherited = tuple(entries)
        for key, entry in above.entries().items():
            here, before = (*at, key), entries.get(key)
            if entry.node.value is not None:
                node = self._laid(before, entry, here)
                entries[key] = entry._replace(node=node, inherited=before.inherited if before else inherited)
            elif before:
                self.changes.append(Change(here, entry.mark, entries.pop(key)))
            else:
                expected = message("a value, or a key of the extended file, which is then removed")
                fault = Fault(
                    message("no value for `{key}`", key=key), expected, _without_value(key, entries)
                )
                self.problems.append(problem_at(entry.mark, fault, here))
        return Node(above.mark, entries, below.size + above.size, max(below.height, above.height))

    def _laid(self, before: Entry | None, entry: Entry, at: Steps) -> Node:
        """What comes of a key that is in the file, and in the extended one if there is a `before`.

        Mappings merge, anything else replaces. A term of another shape replaces the inherited one whole: nothing of a
        rate fits an amount.
        """
        if before is None:
            return entry.node
        below, above = before.node, entry.node
        if not (isinstance(below.value, dict) and isinstance(above.value, dict)):
            self.changes.append(Change(at, above.mark, before))
            return above
        if at[:-1] == ("terms",) and _changes_shape(below, above):
            self.changes.append(Change(at, entry.mark, before))
            return above
        return self.merged(below, above, at)


def _without_value(key: str, inherited: Mapping[str, Entry]) -> str:
    return nearest(key, inherited) or message("delete the key, or give it a value")


def _changes_shape(below: Node, above: Node) -> bool:
    """Whether one term has another shape than the term it is laid over, and removes no part of that by itself."""
    named = SHAPES.keys() & above.entries().keys()
    given = {key for key in named if above.entries()[key].node.value is not None}
    return bool(given) and given == named and given.isdisjoint(below.entries())
