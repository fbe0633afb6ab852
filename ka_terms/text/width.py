"""Columns a text takes on a terminal: two for a wide character, none for a mark on the one before it."""

from __future__ import annotations

from functools import cache
from unicodedata import category, east_asian_width

_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_HANGUL_VOWELS_AND_FINALS = range(0x1160, 0x1200)
"""They join the consonant before them into one syllable."""


@cache
def character_width(character: str) -> int:
    """0, 1 or 2. Characters of ambiguous width count 1, as terminals draw them unless told otherwise."""
    if category(character) in _ZERO_WIDTH or ord(character) in _HANGUL_VOWELS_AND_FINALS:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def text_width(text: str) -> int:
    """Columns of one line."""
    return len(text) if text.isascii() else sum(map(character_width, text))


def pad(text: str, width: int, right: bool) -> str:
    """Filled with spaces to `width` columns, set to the right or to the left; longer text stays as it is."""
    space = " " * (width - text_width(text))
    return space + text if right else text + space
