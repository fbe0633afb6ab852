"""Which places of a file may hold private values, so that no message shows them.

Two looks at the same file, either of which hides: the spans that the parser found, which are exact, and the lines that
the bare text suggests, which also serve where the parser gave up or a key is misspelt. In doubt a line is hidden.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ka_terms.model.contract.private import Limits, NoDeal, Private
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Path
from ka_terms.model.privacy import INTERNAL_KEYS, PRIVATE, mentions_private, tells_private

_INSIDE = sorted({*Private.model_fields, *Limits.model_fields, *NoDeal.model_fields})
_KNOWN_STEPS = INTERNAL_KEYS | {*_INSIDE}
_BRACKET_OR_QUOTE = re.compile(r"""[][{}"']""")
_PLAIN_KEY = re.compile(rf"""["']?(?!{"|".join(_INSIDE)})[^\W\d]+["']?\s*:""")
"""What may follow a private block: any other line may be a part of it that slipped out."""
_TOP_KEY = re.compile(rf"""["']?({"|".join({"extends", *Scenario.model_fields} - {PRIVATE})})["']?:(\s|$)""")

Position = tuple[int, int]
"""Line and column, from 1."""


def shown_path(path: Path) -> str:
    """A path as messages show it, lists counted from 1; under a private key only as far as the format names it."""
    steps: list[str] = []
    hidden = False
    for step in path:
        if (hidden and step not in _KNOWN_STEPS) or tells_private(str(step)):
            break
        hidden = hidden or step in INTERNAL_KEYS
        steps.append(str(step + 1) if isinstance(step, int) else step)
    return ".".join(steps)


class Spans:
    """Where private values stand, as the parser came across them: in order, none within another.

    `broken` says that it gave up, or met what it does not take, so that these may not be all.
    """

    def __init__(self) -> None:
        self.broken = False
        self._starts: list[Position] = []
        self._ends: list[Position] = []

    def open(self, start: Position) -> bool:
        """A private key at `start`; False where it lies within one that is still open."""
        if len(self._starts) > len(self._ends):
            return False
        self._starts.append(start)
        return True

    def close(self, end: Position) -> None:
        """The end of the value that was opened last."""
        self._ends.append(end)

    def hold(self, at: Position) -> bool:
        """Whether a place lies behind a private key, before the end of its value."""
        found = bisect_right(self._starts, at) - 1
        if found < 0 or self._starts[found] == at:
            return False
        return found >= len(self._ends) or at < self._ends[found]

    def touch(self, line: int) -> bool:
        """Whether a private key or value stands in a line."""
        found = bisect_right(self._starts, (line + 1, 0)) - 1
        return found >= 0 and (found >= len(self._ends) or self._ends[found] >= (line, 1))


class Suspects(NamedTuple):
    """Numbers of lines, from 1: of those that are not shown, and of those of which not even a word is quoted."""

    hidden: frozenset[int]
    withheld: frozenset[int]


def suspects(lines: Sequence[str], broken: bool = False) -> Suspects:
    """The lines that mention something private, and what follows them as far as it may belong to it.

    In a `broken` file all may belong to it down to the next key that a scenario is known to have.
    """
    hidden: set[int] = set()
    inside: set[int] = set()
    block: _Block | None = None
    for number, line in enumerate(lines, start=1):
        if block and block.ends_before(line):
            block = None
        inside.update([number] if block else [])
        mentions = mentions_private(line)
        if mentions and block is None and not line.lstrip().startswith("#"):
            block = _Block(line)
        if block:
            block.take(line)
        if block or mentions:
            hidden.add(number)
    astray = {*_up_to_known_keys(lines)} if broken else set()
    return Suspects(frozenset(hidden | astray), frozenset(inside | astray))


def _up_to_known_keys(lines: Sequence[str]) -> Iterator[int]:
    """The number of every line from one that mentions something private to the next known key."""
    private = False
    for number, line in enumerate(lines, start=1):
        private = mentions_private(line) or (private and not _TOP_KEY.match(line))
        if private:
            yield number


class _Block:
    """The lines that belong to a private key: indented deeper, within its brackets, or within its quotes."""

    def __init__(self, line: str) -> None:
        self._indent = _indent(line)
        self._depth = 0
        self._quote = ""
        self._last = ""

    def ends_before(self, line: str) -> bool:
        """Whether `line` no longer belongs to the block."""
        text = line.strip()
        if self._quote or self._depth > 0 or not text or text[0] in "#}]":
            return False
        # A value may begin below its key, with no indentation at all.
        begins_value = self._last.endswith(":") and text[0] in "{[\"'"
        return _indent(line) <= self._indent and not begins_value and bool(_PLAIN_KEY.match(text))

    def take(self, line: str) -> None:
        """Count the brackets and quotes of a line that belongs to the block."""
        for found in _BRACKET_OR_QUOTE.finditer(line):
            sign = found[0]
            if self._quote:
                self._quote = "" if sign == self._quote else self._quote
            elif sign in "\"'":
                opens = found.start() == 0 or line[found.start() - 1] in " \t[{,:"
                self._quote = sign if opens else ""
            else:
                self._depth += 1 if sign in "[{" else -1
        # What the key's own line closes was opened before it.
        self._depth = max(self._depth, 0)
        self._last = line.strip() or self._last


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
