"""The keys that a glossary and house rules name, each at its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ka_terms.model.faults import Path as Steps
from ka_terms.reading.problems.places import Place
from ka_terms.reading.problems.source import Mark, read_source
from ka_terms.reading.settings import policy_path
from ka_terms.reading.yaml.yaml_reader import read_tree
from ka_terms.reading.yaml.yaml_tree import Node
from ka_terms.text.safe import visible


class SettingsKey(NamedTuple):
    """A name in a settings file: its path there, and the name as it is written."""

    at: Steps
    name: str
    place: Place


def glossary_keys(path: Path) -> list[SettingsKey]:
    """Every key of a glossary, in its order."""
    root, _ = read_tree(read_source(path, str(path)))
    return [_key(str(path), (key,), key, entry.mark) for key, entry in root.entries().items()]


def policy_keys(name: str) -> list[SettingsKey]:
    """Every key of the ceilings, the required and the review of house rules."""
    root, _ = read_tree(read_source(policy_path(name), name))
    parts = [part for part in ("ceilings", "required", "review") if part in root.entries()]
    return [_key(name, at, key, mark) for part in parts for at, key, mark in _keys(root, part)]


def _keys(root: Node, part: str) -> Iterator[tuple[Steps, str, Mark]]:
    node = root.entries()[part].node
    for key, entry in node.entries().items():
        yield (part, key), key, entry.mark
    if isinstance(node.value, list):
        for index, name in enumerate(node.value):
            yield (part, index), str(name.value), name.mark
    elif isinstance(node.value, str):
        yield (part,), node.value, node.mark


def _key(file: str, at: Steps, name: str, mark: Mark) -> SettingsKey:
    path = ".".join(str(step + 1) if isinstance(step, int) else step for step in at)
    return SettingsKey(at, name, Place(file, mark.line, mark.column, visible(path)))
