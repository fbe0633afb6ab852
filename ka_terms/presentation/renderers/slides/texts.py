"""Sentences and notes, cut so that they run over no edge of a slide.

All lengths are points. Nobody measures letters here: a column of text is taken to be a little wider than it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from typing import NamedTuple

from ka_terms.text.width import text_width

EM = 0.57
"""A column of text as a share of the size of its letters."""
WIDE_EM = 0.64
"""The same in the font of a house, which may be as wide as any."""
LEADING = 1.2
"""The distance of two lines as a share of the size of the letters."""
INSET = 7.2
"""Points between the sides of a box and its text, as titles have them."""
SPACING = 6.0
"""Points above a paragraph."""
_WORDS = re.compile(r"[\u2e80-\uffef] *|[^\s\u2e80-\uffef]+ *|\s+")
"""What a line breaks between: Chinese characters, and words with the spaces behind them."""


class Role(Enum):
    """What texts are on a slide."""

    SENTENCE = "sentence"
    CAPTION = "caption"
    NOTE = "note"


class Texts(NamedTuple):
    """Paragraphs in letters of one size."""

    paragraphs: tuple[str, ...]
    size: float
    role: Role = Role.SENTENCE


@cache
def lines_of(text: str, size: float, width: float) -> tuple[str, ...]:
    """The lines that a text takes in letters of a size, filled one after the other as programs for slides do."""
    columns = max(int(width / (size * EM)), 1)
    lines, room = [""], columns
    for word in (part for whole in _WORDS.findall(text) for part in _short(whole, columns)):
        needed = text_width(word.rstrip(" "))
        if needed > room and lines[-1]:
            lines.append("")
            room = columns
        lines[-1] += word
        room -= text_width(word)
    return tuple(lines)


def _short(word: str, columns: int) -> Iterator[str]:
    """A word, in parts where it is longer than a line."""
    most = columns if word.isascii() else max(columns // 2, 1)
    return (word[at : at + most] for at in range(0, len(word), most))


def text_height(paragraphs: Sequence[str], size: float, width: float) -> float:
    """How high paragraphs stand one below the other."""
    return sum(len(lines_of(text, size, width)) * size * LEADING + SPACING for text in paragraphs)


def fitting(paragraphs: Sequence[str], sizes: Sequence[float], width: float, height: float) -> float:
    """The largest of the sizes, the largest first, at which the paragraphs fit, or the least."""
    return next((size for size in sizes if text_height(paragraphs, size, width) <= height), sizes[-1])


def cut_texts(
    paragraphs: Sequence[str], sizes: Sequence[float], width: float, height: float, role: Role
) -> list[Texts]:
    """The paragraphs on as many slides as they take; one longer than a slide is cut between lines."""
    size = fitting(paragraphs, sizes, width, height)
    most = max(int((height - SPACING) / (size * LEADING)), 1)
    pages: list[list[str]] = []
    for piece in (piece for text in paragraphs for piece in _pieces(text, size, width, most)):
        if not pages or text_height([*pages[-1], piece], size, width) > height:
            pages.append([])
        pages[-1].append(piece)
    return [Texts(tuple(page), size, role) for page in pages]


def _pieces(text: str, size: float, width: float, most: int) -> list[str]:
    lines = lines_of(text, size, width)
    if len(lines) <= most:
        return [text]
    return ["".join(lines[at : at + most]).rstrip(" ") for at in range(0, len(lines), most)]
