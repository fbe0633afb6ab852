"""Breaking text into lines: between words, in Chinese between characters, in a long path between its parts; never
within a number.
"""

from __future__ import annotations

from collections.abc import Iterator

from ka_terms.text.width import character_width, text_width

LONGEST_PIECE = 34
"""Columns from which on a word may be cut, so that it fits a terminal of 40 behind a first column of numbers.
No number that passes the model is as long."""
_LONG_PATH = 12
"""Columns from which on a path may be broken behind a slash or a dot; `n/a` and `km/h` stay whole."""
_PARTS_PATHS = frozenset("/.")

_OPENS = frozenset("([{<“‘（［｛〈《「『【〔¥￥$€£")
"""No line ends in one of these."""
_CLOSES = frozenset(")]}>”’,.;:!?%）］｝〉》」』】〕、。，．；：！？％…")
"""No line begins with one of these."""
_SEPARATORS = frozenset("／·")
"""No line begins with one of these, not even behind a space."""
_BEFORE_NUMBERS = frozenset("第達达")
"""Their number stays on the same line: 第 36, 達 900萬."""
_MEASURE_WORDS = frozenset("個个家次項项條条天份年級级档點点倍處处號号段萬万億亿")
"""They stay on the line of their number: 36 個, 35 家店, 1,200 萬."""
_JOINER = "\u200d"
"""It makes one sign of the two around it."""
_JOINS_DIGITS = frozenset("．，＋－")
"""Full-width signs that belong to the digit after them."""


def wrap(text: str, width: int | None) -> list[str]:
    """The lines of a text, at most `width` columns wide; wider only where one unbreakable piece is."""
    paragraphs = text.split("\n")
    return [line for each in paragraphs for line in _fill(each, width)] if width else paragraphs


def longest_piece(text: str) -> int:
    """Columns of the widest piece that cannot be broken: the least width the text can be set in."""
    if text.isascii() and _PARTS_PATHS.isdisjoint(text):
        return min(max(map(len, text.split()), default=0), LONGEST_PIECE)
    pieces = (piece for line in text.split("\n") for piece in _pieces(line))
    return max((text_width(piece.rstrip(" ")) for piece in pieces), default=0)


def _fill(paragraph: str, width: int) -> list[str]:
    if text_width(paragraph) <= width:
        return [paragraph]
    lines = [""]
    for piece in _pieces(paragraph):
        if lines[-1] and text_width(lines[-1] + piece.rstrip(" ")) > width:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip(" ") for line in lines]


def _pieces(line: str) -> Iterator[str]:
    """The line cut wherever it may be broken; spaces stay at the end of the piece before."""
    start = used = 0
    base = solid = ""
    for at, character in enumerate(line):
        wide = character_width(character)
        too_long = used + wide > LONGEST_PIECE and character != " "
        at_folder = base in _PARTS_PATHS and used >= _LONG_PATH and character.isalpha()
        joined = line[at - 1] == _JOINER
        if base and wide and (too_long or at_folder or (not joined and _may_break(base, character, solid))):
            yield line[start:at]
            start, used = at, 0
        used += wide
        # A mark of no width is part of the character it sits on.
        base = character if wide else base
        solid = solid if base == " " else base
    if line:
        yield line[start:]


def _may_break(before: str, after: str, solid: str) -> bool:
    """Whether a line may end before `after`; `solid` is the last character before it that is no space."""
    if after in _SEPARATORS or _are_one(solid, after):
        return False
    if after == " " or before == " ":
        return after != " "
    if before in _OPENS or after in _CLOSES or before.isdecimal():
        return False
    if after.isdecimal() and before in _JOINS_DIGITS:
        return False
    return character_width(before) == 2 or character_width(after) == 2


def _are_one(before: str, after: str) -> bool:
    """Whether two characters belong to one number with the word before or behind it."""
    if after.isdecimal():
        return before in _BEFORE_NUMBERS
    return before.isdecimal() and after in _MEASURE_WORDS
