"""The units of numbers such as k and 萬: one table for reading and for writing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class NumberUnit(NamedTuple):
    """One unit: its `power` of ten, and its signs of either kind.

    `shown`: the signs under which amounts can be shown. `said`: the sign in sentences, by language.
    """

    power: int
    letters: str
    characters: str
    shown: str = ""
    said: Mapping[str, str] = {}


TABLE = (
    NumberUnit(2, "", "百"),
    NumberUnit(3, "kK", "千", "k"),
    NumberUnit(6, "M", "", "M", {"en": "M"}),
    NumberUnit(4, "wW", "万萬", "万萬", {"zh-Hant": "萬", "zh-Hans": "万"}),
    NumberUnit(8, "", "亿億", "亿億", {"zh-Hant": "億", "zh-Hans": "亿"}),
)
_COUNTED = 4
"""The power from which a Chinese unit takes hundreds and thousands before it: 3千万."""
LETTERS = "".join(unit.letters for unit in TABLE)
WIDE_LETTERS = "".join(chr(ord(letter) + 0xFEE0) for letter in LETTERS)
CHARACTERS = "".join(unit.characters for unit in TABLE)
_POWERS = {sign: unit.power for unit in TABLE for sign in unit.letters + unit.characters}
_COUNTS, _COUNTABLE = (
    "".join(sign for sign in CHARACTERS if (_POWERS[sign] < _COUNTED) is counts) for counts in (True, False)
)
SCALES: Mapping[str, int] = {
    "": 0,
    **_POWERS,
    **{count + sign: _POWERS[count] + _POWERS[sign] for count in _COUNTS for sign in _COUNTABLE},
}
"""Unit as written, in plain letters -> its power of ten."""
UNIT_PATTERN = f"[{LETTERS}{CHARACTERS}]|[{_COUNTS}][{_COUNTABLE}]"
SHOWN = tuple(sign for unit in TABLE for sign in unit.shown)
"""Units that amounts can be shown in."""


def units_said(language: str) -> list[str]:
    """The units in sentences of a language, the largest first."""
    return [unit.said[language] for unit in reversed(TABLE) if language in unit.said]
