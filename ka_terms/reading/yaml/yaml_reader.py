"""YAML text into a tree in which every value knows its place.

Built straight from the parser's events: scalars stay as written, so that numbers are read once, by the model, and none
of YAML 1.1's conversions (`NO`, `1:30`, `010`) takes place. Tags, merge keys and further documents are refused;
aliases are taken, within a bound on the size of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from ka_terms.model.faults import Fault, first_in, quoted
from ka_terms.model.names import Enclosed, Unquoted
from ka_terms.model.privacy import looks_private
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.problems.source import EMPTY, START, Mark, Source, problem_at, unquoted
from ka_terms.reading.yaml.signs import first_odd
from ka_terms.reading.yaml.split_numbers import END_OF_NUMBER, meant_by, split_number
from ka_terms.reading.yaml.syntax import (
    MERGE_KEY,
    SECOND_DOCUMENT,
    carried_out,
    odd_line,
    syntax_fault,
    tag_fault,
    too_deep,
)
from ka_terms.reading.yaml.yaml_tree import Entry, Node, collection
from ka_terms.text.messages import message

DEEPEST = 40
"""Levels of nesting; a scenario has six."""
_FIRST_LINES = 50
MOST_NODES = 20_000
"""Values in one file, each alias counted with all it stands for."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_SURROGATE = re.compile("[\ud800-\udfff]")
_ONLY_COMMENTS = EMPTY._replace(found=message("only comments"))


class _Builder:
    """Takes the parser's events one by one and builds the tree, noting every problem that does not end the reading."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._noted: list[tuple[Mark, Fault, bool]] = []
        self._anchors: dict[str, Node] = {}
        self._count = 0
        self._event: Any = None
        self._enclosed = 0
        self._path: list[str] = []

    def build(self) -> Node:
        """The tree of the only document. Errors: `ReadError` on what cannot be read on from."""
        try:
            return self._document()
        except yaml.MarkedYAMLError as error:
            mark, fault = self._complaint(error)
        except (yaml.YAMLError, ValueError, OverflowError):
            # The parser in Python stumbles over escapes beyond the last character.
            mend = message("check the \\u escapes in double quotes")
            fault = Fault(message("an unknown character"), message("plain text"), mend)
            mark = self._place()
        # Outside of the above, since the parser's own error has words of the file.
        raise self._given_up(mark, fault, quotes=False)

    def _document(self) -> Node:
        events = self._events()
        next(events)  # the start of the stream
        if isinstance(next(events), yaml.StreamEndEvent):
            raise ReadError(problem_at(Mark(self.source, 1, 1), _ONLY_COMMENTS))
        root = self._node(next(events), events, 0)
        next(events)  # the end of the document
        if isinstance(event := next(events), yaml.DocumentStartEvent):
            self._note(event, SECOND_DOCUMENT, quotes=False)
        return root

    def problems(self) -> list[Problem]:
        """What the file could be read in spite of, so far; it is quoted with more care as well."""
        self.source.private.broken |= bool(self._noted)
        return [problem_at(mark, fault, quotes=quotes) for mark, fault, quotes in self._noted]

    def _given_up(self, mark: Mark, fault: Fault, quotes: bool = True) -> ReadError:
        """The refusal of a file that was read only to a place: what stands behind a private key may belong to it."""
        self.source.private.broken = True
        return ReadError(*self.problems(), problem_at(mark, fault, quotes=quotes))

    def _complaint(self, error: yaml.MarkedYAMLError) -> tuple[Mark, Fault]:
        if odd := odd_line(error, self.source.lines):
            line, sign = odd
            return Mark(self.source, line, sign.column + 1), sign.fault
        if deep := too_deep(error, self.source.lines):
            return Mark(self.source, *deep[:2]), deep[2]
        fault, mark = syntax_fault(error, self.source.lines)
        return self._in_text(mark.line, mark.column) if mark else self._place(), fault

    def _events(self) -> Iterator[Any]:
        for event in yaml.parse(self.source.text, Loader=_LOADER):
            self._event = event
            yield event

    def _mark(self, event: Any) -> Mark:
        start = event.start_mark
        return Mark(self.source, start.line + 1, start.column + 1)

    def _place(self) -> Mark:
        """Where the parser has come to."""
        return self._mark(self._event) if self._event else Mark(self.source, 1, 1)

    def _in_text(self, line: int, column: int) -> Mark:
        """A place of the parser, which counts from 0; at the end of the file, the end of its last words."""
        lines = self.source.lines
        if line < len(lines) and lines[line].strip():
            return Mark(self.source, line + 1, column + 1)
        last = next((at for at in range(min(line, len(lines)) - 1, -1, -1) if lines[at].strip()), 0)
        return Mark(self.source, last + 1, len(lines[last].rstrip()) + 1)

    def _stop(self, event: Any, fault: Fault) -> ReadError:
        return self._given_up(self._mark(event), fault)

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        self._refuse_depth(event, depth)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, depth)
        self._refuse_tag(event)
        self._grow(event, 1)
        if isinstance(event, yaml.ScalarEvent):
            node = Node(self._mark(event), self._scalar(event))
        else:
            self._enclosed += bool(event.flow_style)
            collection = self._mapping if isinstance(event, yaml.MappingStartEvent) else self._sequence
            node = collection(event, events, depth)
            self._enclosed -= bool(event.flow_style)
        self._anchor(event, node)
        return node

    def _anchor(self, event: Any, node: Node) -> None:
        if event.anchor is not None:
            self._anchors[event.anchor] = node

    def _refuse_depth(self, event: Any, depth: int) -> None:
        if depth > DEEPEST:
            found = message("more than {count} levels", count=DEEPEST)
            raise self._stop(event, Fault(found, message("a few levels of brackets or indentation")))

    def _refuse_tag(self, event: Any) -> None:
        if event.tag is not None:
            self._note(event, tag_fault(event.tag))

    def _scalar(self, event: Any) -> str | None:
        if event.style:
            return self._text(event)
        if event.value in _NULLS:
            return None
        return Enclosed(event.value) if self._enclosed else Unquoted(event.value)

    def _text(self, event: Any) -> str:
        text: str = event.value
        if not text.isascii() and _SURROGATE.search(text):
            raise ValueError
        return text

    def _grow(self, event: Any, by: int) -> None:
        self._count += by
        if self._count > MOST_NODES:
            found = message("more than {count} values", count=f"{MOST_NODES:,}")
            mend = message("check the anchors and aliases of the file")
            raise self._stop(event, Fault(found, message("a file with some dozens of values"), mend))

    def _note(self, event: Any, fault: Fault, quotes: bool = True) -> None:
        self._noted.append((self._mark(event), fault, quotes))

    def _alias(self, event: Any, depth: int) -> Node:
        target = self._anchors.get(event.anchor)
        if target is None:
            found = message("the alias *{name}", name=event.anchor)
            expected = message("an anchor of that name on an earlier line")
            mend = message("write the value itself, or put it in quotes")
            raise self._stop(event, Fault(found, expected, mend))
        self._refuse_carried_out(event, target.mark)
        self._grow(event, target.size)
        self._refuse_depth(event, depth + target.height)
        return Node(self._mark(event), target.value, target.size, target.height)

    def _refuse_carried_out(self, event: Any, anchor: Mark) -> None:
        """What stands under a private key is copied to no other place."""
        alias = self._mark(event)
        if self.source.private.hold(anchor[1:]) and not self.source.private.hold(alias[1:]):
            raise ReadError(*self.problems(), unquoted(alias, carried_out(anchor.line)))

    def _sequence(self, start: Any, events: Iterator[Any], depth: int) -> Node:
        nodes: list[Node] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            nodes.append(self._node(event, events, depth + 1))
        return collection(self._mark(start), nodes, nodes)

    def _mapping(self, start: Any, events: Iterator[Any], depth: int) -> Node:
        entries: dict[str, Entry] = {}
        split: dict[str, str] = {}
        last = ""
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._key(event)
            node = self._value(event, key, events, depth)
            if key == "<<" and not event.style:
                self._note(event, MERGE_KEY, quotes=False)
            elif start.flow_style and node.value is None and last and END_OF_NUMBER.fullmatch(key):
                split[last] = f"{split.get(last, entries[last].node.value)},{key}"
            elif key in entries:
                found = message("a second {key}", key=quoted(key))
                self._note(event, Fault(found, message("each key once"), first_in(entries[key].mark.line)))
            else:
                entries[key] = Entry(self._mark(event), node)
                last = key if isinstance(node.value, str) else ""
        for key, number in split.items():
            mark = entries[key].node.mark
            meant = meant_by(key, number, self._path)
            self._noted.append((mark, split_number(key, number, meant), True))
            # Read on with the number that was meant, so that it is not reported a second time.
            entries[key] = Entry(entries[key].mark, Node(mark, meant or number))
        return collection(self._mark(start), entries, [entry.node for entry in entries.values()])

    def _value(self, event: Any, key: str, events: Iterator[Any], depth: int) -> Node:
        """The value under a key; its extent is noted where it is private."""
        private = looks_private(key) and self.source.private.open(self._mark(event)[1:])
        self._path.append(key)
        node = self._node(next(events), events, depth + 1)
        self._path.pop()
        if private:
            end = self._event.end_mark
            self.source.private.close((end.line + 1, end.column + 1))
        return node

    def _key(self, event: Any) -> str:
        self._grow(event, 1)
        if not isinstance(event, yaml.ScalarEvent):
            found = message("a mapping, list or alias as a key")
            raise self._stop(event, Fault(found, message("a name as the key"), message("put it in quotes")))
        self._refuse_tag(event)
        key = self._text(event)
        self._anchor(event, Node(self._mark(event), key))
        return key


def _first_sign(source: Source) -> Problem | None:
    """The first odd sign of a file that is all one text: most likely its colons are those of a Chinese keyboard."""
    for number, line in enumerate(source.lines[:_FIRST_LINES], 1):
        if odd := first_odd(line):
            return problem_at(Mark(source, number, odd.column + 1), odd.fault)
    return None


def read_tree(source: Source) -> tuple[Node, list[Problem]]:
    """The tree of a file, and the problems of its notation that it could be read in spite of.

    Errors: `ReadError` where there is no tree to go on with.
    """
    builder = _Builder(source)
    root = builder.build()
    if not isinstance(root.value, dict):
        source.private.broken = True
        if isinstance(root.value, str) and (sign := _first_sign(source)):
            raise ReadError(*builder.problems(), sign)
        expected = message("lines of the form `key: value`")
        fault = Fault(quoted(root.plain()), expected, START, reason="no_entries")
        raise ReadError(*builder.problems(), problem_at(root.mark, fault))
    return root, builder.problems()


def read_node(source: Source) -> tuple[Node, list[Problem]]:
    """The same of a file that may also be a list. Errors: `ReadError` where there is no tree to go on with."""
    builder = _Builder(source)
    return builder.build(), builder.problems()
