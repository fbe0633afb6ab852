"""What a file is read into: values that know their places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from ka_terms.reading.problems.source import Mark


class Entry(NamedTuple):
    """One entry of a mapping: where its key stands, and its value.

    `written` is the key as the file has it, where it is read under another. `inherited` are the keys of the extended
    file that this one was added to. `source` is the file that the value was taken from, as messages name it, where the
    entry names one in its place.
    """

    mark: Mark
    node: Node
    written: str = ""
    inherited: tuple[str, ...] = ()
    source: str = ""


class Node(NamedTuple):
    """A value and where it stands: a text (`Unquoted` if plain), None, a list of nodes, or a mapping of entries.

    `size` counts the values in it, `height` the levels below it.
    """

    mark: Mark
    value: str | list[Node] | dict[str, Entry] | None
    size: int = 1
    height: int = 0

    def __repr__(self) -> str:
        """Its place alone, since it may be private."""
        return f"Node({self.mark.source.name}:{self.mark.line}:{self.mark.column})"

    def plain(self) -> Any:
        """The value without its marks, as the model takes it."""
        match self.value:
            case dict() as entries:
                return {key: entry.node.plain() for key, entry in entries.items()}
            case list() as nodes:
                return [node.plain() for node in nodes]
            case scalar:
                return scalar

    def entries(self) -> dict[str, Entry]:
        """The entries of a mapping; none of anything else."""
        return self.value if isinstance(self.value, dict) else {}


def collection(mark: Mark, value: list[Node] | dict[str, Entry], inner: Sequence[Node]) -> Node:
    """A mapping or list of nodes, `inner` being those in it."""
    keys = len(inner) if isinstance(value, dict) else 0
    size = 1 + keys + sum([node.size for node in inner])
    return Node(mark, value, size, 1 + max([node.height for node in inner], default=0))
