"""Doubts about a contract at their places in its files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ka_terms.analysis.doubts import Doubt, Given, doubts
from ka_terms.model.faults import Path
from ka_terms.model.numbers.currency import MINOR_DIGITS
from ka_terms.model.numbers.notations import folded_number
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.reading.problems.places import follow
from ka_terms.reading.problems.privacy import shown_path
from ka_terms.reading.problems.problem import LONGEST_PART
from ka_terms.reading.scenario import Loaded
from ka_terms.reading.yaml.yaml_tree import Node
from ka_terms.text.safe import visible

_THREE_DECIMALS = re.compile(r"[+-]?(?!0\.)[0-9]{1,3}\.[0-9]{2}[1-9]")
_GROUPS: tuple[Path, ...] = (("terms",), ("conditions",), ("plan", "figures"), ("plan", "events"))


class Placed(NamedTuple):
    """A doubt, and where in which file it arises."""

    file: str
    line: int
    column: int
    path: str
    doubt: Doubt

    def message(self, translate: Callable[[str], str] = str) -> str:
        """What was understood, as `translate` says it."""
        text = translate(self.doubt.sentence)
        text = text if len(text) <= LONGEST_PART else f"{text[:LONGEST_PART]}..."
        return visible(f"{self.path}: {text}")

    def translated(self, translate: Callable[[str], str] = str) -> str:
        """The message behind its place, as editors and terminals link it."""
        return f"{visible(self.file)}:{self.line}:{self.column}: {self.message(translate)}"

    def to_dict(self, translate: Callable[[str], str] = str) -> dict[str, Any]:
        """The doubt for a machine, its sentence as `translate` says it."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "path": self.path,
            "kind": self.doubt.kind,
            "message": self.message(translate),
        }


def doubts_of(loaded: Loaded, catalogue: Catalogue) -> list[Placed]:
    """Every doubt about a contract, from the top of its file to the end; those of files it extends behind them."""
    placed = [_placed(loaded, doubt) for doubt in doubts(loaded.scenario, _given(loaded), catalogue)]
    return sorted(placed, key=lambda one: (one.file != loaded.name, one.file, one.line, one.column))


def _placed(loaded: Loaded, doubt: Doubt) -> Placed:
    entry, _ = follow(loaded.root, doubt.at)
    mark = entry.mark if doubt.on_key else entry.node.mark
    return Placed(mark.source.name, mark.line, mark.column, visible(shown_path(doubt.at)), doubt)


def _given(loaded: Loaded) -> Given:
    root = loaded.root
    names = {key: entry.written for key, entry in _under(root, ("terms",)).entries().items() if entry.written}
    inherited = dict(pair for group in _GROUPS for pair in _beside(_under(root, group), group))
    grouped = MINOR_DIGITS[loaded.scenario.currency] < 3 and loaded.saved is None
    numbers = {
        path: text for part in ("plan", "terms") for path, text in _numbers(_under(root, (part,)), (part,))
    }
    return Given(names, inherited, numbers if grouped else {})


def _beside(group: Node, path: Path) -> Iterator[tuple[Path, list[str]]]:
    """The path of each key that was added to an extended file, with those of that file which are still there."""
    for key, entry in group.entries().items():
        if entry.inherited:
            yield (*path, key), [other for other in entry.inherited if other in group.entries()]


def _under(root: Node, path: Path) -> Node:
    """The node at a path; one without entries where there is none."""
    entry, reached = follow(root, path)
    return entry.node if reached else Node(root.mark, None)


def _numbers(node: Node, path: Path) -> Iterator[tuple[Path, str]]:
    """Numbers with a point before exactly three digits, which some write for a thousand; json has but points."""
    if isinstance(node.value, str):
        text = folded_number(node.value)
        if _THREE_DECIMALS.fullmatch(text) and node.mark.source.path.suffix != ".json":
            yield path, text
        return
    inner = enumerate(node.value) if isinstance(node.value, list) else ()
    for step, each in (*((key, entry.node) for key, entry in node.entries().items()), *inner):
        yield from _numbers(each, (*path, step))
