"""Which known word a new one may be a slip of: one or two letters off, and no word of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ka_terms.model.catalogue import folded

_MOST_OFF = 2
_SHORTEST = 4
"""Letters of a part that may hold a slip, one less in a long word: `bag` and `tag` are two words."""
_LONG = 7
"""Letters from which a part may hold two slips: `late` and `data` are two words."""
_PARTS = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")


def likely_meant(key: str, known: Iterable[str]) -> str:
    """The first of the known words that is nearest to `key` within two letters; empty where none is."""
    nearest = min(_slips(key, known), default=(0, 0, ""))
    return nearest[-1]


def _slips(key: str, known: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    parts, letters = _taken_apart(key)
    for position, word in enumerate(known):
        if abs(len(word) - len(key)) > _MOST_OFF:
            continue
        others, other_letters = _taken_apart(word)
        # A letter that the other lacks is one to be changed: most words are told apart by that alone.
        if (
            len(letters - other_letters) <= _MOST_OFF
            and 0 < (off := _letters_off(parts, others)) <= _MOST_OFF
        ):
            yield off, position, word


@lru_cache(maxsize=2048)
def _taken_apart(word: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The parts of a word between its spaces, hyphens and underscores, and the letters in them."""
    parts = tuple(folded(part) for part in _PARTS.findall(word))
    return parts, frozenset("".join(parts))


def _letters_off(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many letters two words differ by; more than two where they are words of their own."""
    shortest = _SHORTEST - (sum(map(len, ours)) > _LONG)
    if len(ours) == len(theirs):
        pairs = zip(ours, theirs, strict=True)
        return sum(_part_off(one, other, shortest) for one, other in pairs if one != other)
    # A space or underscore too many or too few is a slip by itself, though no letter.
    off = _part_off("".join(ours), "".join(theirs), shortest)
    return off if off < _MOST_OFF else _MOST_OFF + 1


def _part_off(one: str, other: str, shortest: int) -> int:
    longest = max(len(one), len(other))
    # Numbered names, such as promotion_1 and promotion_2, are meant to be close.
    if longest < shortest or _DIGITS.sub("", one) == _DIGITS.sub("", other):
        return _MOST_OFF + 1
    off = _edits(one, other)
    if one.isascii() and other.isascii():
        return off if off < _MOST_OFF or longest >= _LONG else _MOST_OFF + 1
    # Each Chinese character is a word: 半年返利 is no slip of 年返利, and two others make another fee.
    return off if off == 1 and len(one) == len(other) else _MOST_OFF + 1


def _edits(one: str, other: str) -> int:
    """Letters to change, add, leave out, or swap with their neighbour, to make the one word the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [at]
        for to, target in enumerate(other, start=1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != target))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == target:
                cost = min(cost, earlier[to - 2] + 1)
            row.append(cost)
    return row[-1]
