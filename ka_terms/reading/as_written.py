"""How a contract was written, as far as it does not tell by itself: names, keys that stand beside others, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ka_terms.model.faults import Path
from ka_terms.model.numbers.currency import MINOR_DIGITS
from ka_terms.model.numbers.notations import folded_number
from ka_terms.reading.diagnosis.places import follow
from ka_terms.reading.yaml.yaml_tree import Node

_THREE_DECIMALS = re.compile(r"[+-]?(?!0\.)[0-9]{1,3}\.[0-9]{2}[1-9]")
_GROUPS: tuple[Path, ...] = (
    ("terms",),
    ("conditions",),
    ("plan", "figures"),
    ("plan", "events"),
    ("plan", "blocks"),
)

NAMED = ("figures", "events", "blocks", "facts", "categories")
"""The parts of a plan under which a user gives names."""


class Given(NamedTuple):
    """What a contract does not tell by itself, but the file it was read from does."""

    names: Mapping[str, str] = {}
    """Key of a term -> the other name it was written under."""
    inherited: Mapping[Path, Sequence[str]] = {}
    """Path of a new key -> the keys of the extended file that it stands beside."""
    numbers: Mapping[Path, str] = {}
    """Path of a number with a point before three digits -> how it was written."""
    listed_alone: Sequence[Path] = ()
    """The paths of the months of what the plan names nowhere else, such as a figure of the user's own."""


def given(root: Node, currency: str, saved: bool) -> Given:
    """How a contract was written in a file with this tree; the numbers of a saved statement stand in one notation."""
    names = {key: entry.written for key, entry in _under(root, ("terms",)).entries().items() if entry.written}
    inherited = dict(pair for group in _GROUPS for pair in _beside(_under(root, group), group))
    grouped = MINOR_DIGITS[currency] < 3 and not saved
    numbers = {
        path: text for part in ("plan", "terms") for path, text in _numbers(_under(root, (part,)), (part,))
    }
    return Given(names, inherited, numbers if grouped else {}, [*_listed_alone(root)])


def _listed_alone(root: Node) -> Iterator[Path]:
    for months in (("plan", "months"), ("plan", "months", "quarters")):
        for group in NAMED:
            stated = _under(root, ("plan", group)).entries()
            listed = _under(root, (*months, group)).entries()
            yield from ((*months, group, key) for key in listed if key not in stated)


def _beside(group: Node, path: Path) -> Iterator[tuple[Path, list[str]]]:
    """The path of each key that was added to an extended file, with those of that file which are still there."""
    for key, entry in group.entries().items():
        if entry.inherited:
            yield (*path, key), [known for known in entry.inherited if known in group.entries()]


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
    for step, below in (*((key, entry.node) for key, entry in node.entries().items()), *inner):
        yield from _numbers(below, (*path, step))
