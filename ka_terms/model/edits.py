"""How far two words are from each other, and which far words no one mistypes for each other."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"\d+")
_MOST = 3
"""Letters by which even a long word may be off."""


def edits(one: str, other: str) -> int:
    """Letters to change, add, leave out, or swap with their neighbour, to make the one word the other."""
    before = row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [at]
        for to, target in enumerate(other, start=1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != target))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == target:
                cost = min(cost, earlier[to - 2] + 1)
            row.append(cost)
    return row[-1]


def may_slip(one: str, other: str) -> bool:
    """Whether one word may be a slip of the other: about a third of its letters off, three at most.

    Other digits make another word: `v3` and `v2`, `2002` and `2003` are two contracts.
    """
    most = min((max(len(one), len(other)) + 1) // 3, _MOST)
    return _DIGITS.findall(one) == _DIGITS.findall(other) and edits(one, other) <= max(most, 1)
