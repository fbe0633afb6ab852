"""Filling Chinese sentences with the spaces that Chinese text has.

One space stands between a Chinese character and a letter or digit; none stands between two Chinese characters, or
beside a full-width mark. Beside the quotes and backticks of what was typed, a sentence keeps its own spaces. Only the
seams between a sentence and its values are set: a name keeps the spaces in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter

from ka_terms.text.width import character_width

_CURLY_QUOTES = frozenset("“”‘’")
"""They are full-width marks in a Chinese sentence, though a terminal draws them narrow."""
_QUOTES = frozenset("`'\"")
"""What is in them is shown as it is written."""


def filled(template: str, values: Mapping[str, object]) -> str:
    """The template with its placeholders filled, as `str.format` does it, and the spaces at every seam set."""
    text, in_code = "", False
    for part, literal in _parts(template, values):
        left, right = text.rstrip(" "), part.lstrip(" ")
        if left and right and not in_code:
            has_space = len(left) + len(right) < len(text) + len(part)
            text = left + _space(left[-1], right[0], has_space) + right
        else:
            text += part
        # Between backticks of the sentence stands what is to be typed, with just the spaces that it has.
        in_code ^= literal and part.count("`") % 2 == 1
    return text


def _parts(template: str, values: Mapping[str, object]) -> Iterator[tuple[str, bool]]:
    """The parts of a filled template, and whether each is the template's own."""
    for literal, name, form, _ in Formatter().parse(template):
        yield literal, True
        if name is not None:
            yield format(values[name], form or ""), False


def _space(left: str, right: str, has_space: bool) -> str:
    """What stands between two characters; `has_space` tells whether there is a space now."""
    if _is_mark(left) or _is_mark(right):
        return ""
    if left in _QUOTES or right in _QUOTES:
        return " " if has_space else ""
    if character_width(left) != character_width(right):
        return " "
    return " " if has_space and character_width(left) < 2 else ""


def _is_mark(character: str) -> bool:
    """Whether a character is a full-width mark, which brings its own space."""
    return character in _CURLY_QUOTES or (character_width(character) == 2 and not character.isalnum())
