"""Which places of a file may hold private values, so that no message shows them.

Two looks at the same file, either of which hides: the spans that the parser found, which are exact, and the lines that
the bare text suggests, which also serve where the parser gave up or a key is misspelt. In doubt a line is hidden.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import category, normalize

from ka_terms.model.faults import Path
from ka_terms.model.scenario import Private, WalkAway
from ka_terms.model.unseen import HIDDEN

PRIVATE = "private"
_INTERNAL_KEYS = frozenset({PRIVATE, *Private.model_fields, "inside"})
"""Keys that hold private values wherever they stand; `inside` is the internal view of a saved statement."""
_KNOWN_STEPS = _INTERNAL_KEYS | WalkAway.model_fields.keys()

_WORD = re.compile(r"[A-Za-z_]{4,}")
_LETTERS = frozenset(PRIVATE)
_BRACKET_OR_QUOTE = re.compile(r"""[][{}"']""")

Position = tuple[int, int]
"""Line and column, from 1."""


_ESCAPED = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")


def _bare(text: str) -> str:
    """A text as its reader means it: escapes read, full-width letters folded, signs that no one sees left out."""
    if "\\" in text:
        text = _ESCAPED.sub(_unescaped, text)
    if text.isascii():
        return text
    seen = (sign for sign in text if sign == "\n" or not (HIDDEN.match(sign) or category(sign) == "Mn"))
    return normalize("NFKC", "".join(seen))


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1] or found[2] or found[3], 16)
    return chr(code) if 0x20 <= code <= 0x10FFFF else ""


@lru_cache(maxsize=1024)
def looks_private(word: str) -> bool:
    """Whether a key is one of those that hold private values, or may be a misspelt `private`."""
    folded = _bare(word).strip().casefold()
    if folded in _INTERNAL_KEYS or "priv" in folded:
        return True
    # `pirvate`, `prvate`, `privaze`: most of the letters, in whatever order, and hardly any other.
    letters = set(folded)
    return 5 <= len(folded) <= 10 and len(letters & _LETTERS) >= 5 and len(letters - _LETTERS) <= 1


def is_private(path: Path) -> bool:
    """Whether a value at this path of a scenario never leaves the house."""
    return not _INTERNAL_KEYS.isdisjoint(path)


def shown_path(path: Path) -> str:
    """A path as messages show it, lists counted from 1; under a private key only as far as the format names it."""
    steps: list[str] = []
    hidden = False
    for step in path:
        if (hidden and step not in _KNOWN_STEPS) or tells_private(str(step)):
            break
        hidden = hidden or step in _INTERNAL_KEYS
        steps.append(str(step + 1) if isinstance(step, int) else step)
    return ".".join(steps)


class Spans:
    """Where private values stand, as the parser came across them: in order, none within another."""

    def __init__(self) -> None:
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


def mentions_private(text: str) -> bool:
    """Whether any word of a text looks private: most files need no closer look."""
    return any(looks_private(word) for word in set(_WORD.findall(_bare(text))))


def tells_private(text: str) -> bool:
    """Whether a text found in a file holds a private key together with a number, as where a colon went wrong."""
    return any(map(str.isnumeric, text)) and mentions_private(text)


def hidden_lines(lines: Sequence[str]) -> frozenset[int]:
    """The numbers, from 1, of lines that mention something private, and of what is nested in them."""
    hidden: set[int] = set()
    block: _Block | None = None
    for number, line in enumerate(lines, start=1):
        if block and block.ends_before(line):
            block = None
        mentions = mentions_private(line)
        if mentions and block is None and not line.lstrip().startswith("#"):
            block = _Block(line)
        if block:
            block.take(line)
        if block or mentions:
            hidden.add(number)
    return frozenset(hidden)


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
        return _indent(line) <= self._indent and not begins_value

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
