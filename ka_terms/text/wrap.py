"""Breaking text into lines: between words, in Chinese between characters, in a long path between its parts; never
within a number.

In Chinese a line rather ends behind a mark or a word than between two characters, and no character stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ka_terms.text.width import character_width, text_width

LONGEST_PIECE = 34
"""Columns from which on a word may be cut, so that it fits a terminal of 40 behind a first column of numbers.
No number that passes the model is as long."""
_PARTS_PATHS = frozenset("/.")

_OPENS = frozenset("([{<“‘（［｛〈《「『【〔¥￥$€£")
"""No line ends in one of these."""
_CLOSES = frozenset(")]}>”’,.;:!?%）］｝〉》」』】〕、。，．；：！？％…")
"""No line begins with one of these."""
_SEPARATORS = frozenset("／·")
"""No line begins with one of these, not even behind a space."""
_MARKS = frozenset("：；，。、！？）］｝〉》」』】〕”’…")
"""A line of Chinese rather ends behind one of these than elsewhere."""
_JOINER = "\u200d"
"""It makes one sign of the two around it."""
_JOINS_DIGITS = frozenset("．，＋－")
"""Full-width signs that belong to the digit after them."""

_TOGETHER = re.compile(
    # 第 36, 達 900萬, 每店 3,500: the number and the word before it.
    r"(?:第|[達达]|超[過过]|不?[低高大小][於于]|保底|上限|封[頂顶]|每店|每次) ?\d"
    # 36 個, 35 家店, 1,200 萬, 15.4 個百分點: the number and the measure word behind it.
    r"|\d ?(?:家(?:新|期初)?[門门]?店|[個个]百分[點点]|[個个家次項项條条天份年级級档點点倍处處号號段萬万億亿組组])"
)
_COPIED = re.compile(
    # A command in backticks, and the path of a file or of a parameter.
    r"`[^`]*`|[^\s`'\"，。：；、（）「」“”]*(?:[A-Za-z_][./]\w|\w[./][A-Za-z_])[^\s`'\"，。：；、（）「」“”]*"
)
"""What is copied to be typed stays whole where it fits."""

_BEHIND_A_MARK, _BETWEEN_WORDS, _WITHIN_A_WORD, _ALONE = 0, 1, 2, 8
"""How bad it is to end a line in such a place, or to leave a character alone on one."""


class _Piece(NamedTuple):
    """A part of a line that is not broken, with the spaces behind it, and how bad it is to end a line there."""

    text: str
    badness: int


def wrap(text: str, width: int | None) -> list[str]:
    """The lines of a text, at most `width` columns wide; wider only where one unbreakable piece is."""
    paragraphs = text.split("\n")
    return [line for each in paragraphs for line in _fill(each, width)] if width else paragraphs


def longest_piece(text: str, room: int = LONGEST_PIECE) -> int:
    """Columns of the widest piece that cannot be broken: the least width the text can be set in.

    What is copied to be typed stays whole up to `room` columns.
    """
    if text.isascii() and _PARTS_PATHS.isdisjoint(text) and "`" not in text:
        return min(max(map(len, text.split()), default=0), LONGEST_PIECE)
    pieces = (piece.text for line in text.split("\n") for piece in _pieces(line, room))
    return max((text_width(piece.rstrip(" ")) for piece in pieces), default=0)


def longest_word(text: str) -> int:
    """Columns of the widest piece that is broken only within a word; a run of Chinese characters counts as one."""
    widest, word = 0, ""
    for line in text.split("\n"):
        for piece in _pieces(line, LONGEST_PIECE):
            word += piece.text
            if piece.badness != _WITHIN_A_WORD:
                widest, word = max(widest, text_width(word.rstrip(" "))), ""
    return widest


def _fill(paragraph: str, width: int) -> list[str]:
    """As few lines as can be; of these the best ends of lines; of these the fullest first lines."""
    if text_width(paragraph) <= width:
        return [paragraph]
    pieces = [*_pieces(paragraph, width)]
    count = len(pieces)
    # For each piece, from the last: lines and badness from there on, and the piece that the next line begins with.
    best: list[tuple[int, int, int]] = [(0, 0, count)] * (count + 1)
    for first in range(count - 1, -1, -1):
        best[first] = min(_lines_from(first, pieces, best, width), key=lambda way: (*way[:2], -way[2]))
    lines, first = [], 0
    while first < count:
        end = best[first][2]
        lines.append("".join(piece.text for piece in pieces[first:end]).rstrip(" "))
        first = end
    return lines


def _lines_from(
    first: int, pieces: list[_Piece], best: list[tuple[int, int, int]], width: int
) -> Iterator[tuple[int, int, int]]:
    """Every line that begins with a piece, with what follows from it; the first piece alone in any case."""
    line = ""
    for end in range(first + 1, len(pieces) + 1):
        line += pieces[end - 1].text
        shown = line.rstrip(" ")
        if end > first + 1 and text_width(shown) > width:
            return
        lines, badness, _ = best[end]
        here = pieces[end - 1].badness if end < len(pieces) else 0
        yield lines + 1, badness + here + (_ALONE if _is_alone(shown) else 0), end


def _is_alone(line: str) -> bool:
    """Whether a line is one Chinese character, with a mark or without."""
    rest = line.rstrip("".join(_MARKS)).lstrip("".join(_OPENS))
    return len(rest) == 1 and character_width(rest) == 2


def _pieces(line: str, room: int) -> Iterator[_Piece]:
    """The line cut wherever it may be broken; spaces stay at the end of the piece before.

    What is copied is broken only where it is wider than `room`; a word, where it is longer than any number too.
    """
    start = used = 0
    base = solid = ""
    whole, parts = _whole(line, room)
    for at, character in enumerate(line):
        wide = character_width(character)
        too_long = used + wide > max(room, LONGEST_PIECE) and character != " "
        at_part = at in parts
        joined = line[at - 1] == _JOINER or at in whole
        if base and wide and (too_long or at_part or (not joined and _may_break(base, character))):
            yield _Piece(line[start:at], _badness(base, character, solid))
            start, used = at, 0
        used += wide
        # A mark of no width is part of the character it sits on.
        base = character if wide else base
        solid = solid if base == " " else base
    if line:
        yield _Piece(line[start:], _BETWEEN_WORDS)


def _whole(line: str, room: int) -> tuple[set[int], set[int]]:
    """Where the line may not be broken because of what stands around; and where it may since a path is too long.

    A path of files is broken behind slashes, one of parameters behind the dots before names.
    """
    whole = {at for found in _TOGETHER.finditer(line) for at in range(found.start() + 1, found.end())}
    parts: set[int] = set()
    for found in _COPIED.finditer(line):
        inner = range(found.start() + 1, found.end())
        if text_width(found[0]) <= room:
            whole.update(inner)
        else:
            sign = "/" if "/" in found[0] else "."
            parts.update(at for at in inner if line[at - 1] == sign and (sign == "/" or line[at].isalpha()))
    return whole, parts


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end before `after`."""
    if after in _SEPARATORS:
        return False
    if after == " " or before == " ":
        return after != " "
    if before in _OPENS or after in _CLOSES or before.isdecimal():
        return False
    if after.isdecimal() and before in _JOINS_DIGITS:
        return False
    return character_width(before) == 2 or character_width(after) == 2


def _badness(before: str, after: str, solid: str) -> int:
    """How bad it is to end a line between two characters; `solid` is the last of the line that is no space."""
    if solid in _MARKS:
        return _BEHIND_A_MARK
    return _BETWEEN_WORDS if before == " " or after in _OPENS else _WITHIN_A_WORD
