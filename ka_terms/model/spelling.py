"""Which known word a new one may be a slip of: the same but for case and spaces, or one or two letters off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ka_terms.model.edits import edits
from ka_terms.model.settings.catalogue import folded

_MOST_OFF = 2
_OWN_WORD = _MOST_OFF + 1
"""What two words are off by where neither is a slip of the other."""
_SHORTEST = 4
"""Letters of a part that may hold a slip, one less in a long word: `bag` and `tag` are two words."""
_LONG = 7
"""Letters from which a part may hold two slips: `late` and `data` are two words."""
_PARTS = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")
_FEWEST = 3
"""Chinese characters of a part that may hold a slip."""
_COMMON = (b"\xb0\xa1", b"\xd7\xf9")
_SIDE_BY_SIDE = 10
_TELLING = (
    "年月季周週旬日",
    "一二三四五六七八九十两兩",
    "有無无",
    "新老旧舊",
    "上下前后後",
    "大小",
    "内內外",
    "增减減",
    "全半",
    "进進入出",
)
"""Characters that tell one fee from another of its kind: 無條件月返 is no slip of 無條件年返."""


def likely_meant(key: str, known: Iterable[str]) -> str:
    """The first of the known words that is nearest to `key` within two letters; empty where none is.

    Nearest of all is one that differs in case, spaces, hyphens and underscores alone.
    """
    return min(_slips(key, known), default=("",))[-1]


def _slips(key: str, known: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    parts, letters = _taken_apart(key)
    for position, word in enumerate(known):
        if word != key and alike(word) == alike(key):
            yield 0, position, word
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
def alike(word: str) -> tuple[str, tuple[str, ...]]:
    """What words have in common that differ in case, spaces, hyphens and underscores alone.

    `fee_1_1` and `fee_11` differ in their numbers. A word of nothing else has nothing in common with any.
    """
    return folded(word) or word, tuple(_DIGITS.findall(word))


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
    return off if off < _MOST_OFF else _OWN_WORD


def _part_off(one: str, other: str, shortest: int) -> int:
    longest = max(len(one), len(other))
    # Numbered names, such as promotion_1 and promotion_2, are meant to be close.
    if not (one.isascii() and other.isascii()):
        shortest = _FEWEST
    if longest < shortest or _DIGITS.sub("", one) == _DIGITS.sub("", other):
        return _OWN_WORD
    off = edits(one, other)
    if one.isascii() and other.isascii():
        return off if off < _MOST_OFF or longest >= _LONG else _OWN_WORD
    # Each Chinese character is a word: 半年返利 is no slip of 年返利, and two others make another fee.
    return off if off == 1 and len(one) == len(other) and _may_slip(one, other) else _OWN_WORD


def _may_slip(one: str, other: str) -> bool:
    """Whether what differs may be a slip: of three characters the last, or one that sounds alike.

    陈列废 is a slip of 陈列费 and 海抱费 one of 海报费, but 端午费 none of 端架费 and 样品费 none of 新品费.
    """
    pairs = [pair for pair in zip(one, other, strict=True) if len({*pair}) > 1]
    if any(set(pair) <= set(telling) for pair in pairs for telling in _TELLING):
        return False
    return len(one) > _FEWEST or one[:-1] == other[:-1] or all(_sound_alike(*pair) for pair in pairs)


def _sound_alike(one: str, other: str) -> bool:
    """Whether two characters stand side by side in GB 2312, which has the common ones in the order of their sounds."""
    try:
        codes = [one.encode("gb2312"), other.encode("gb2312")]
    except UnicodeEncodeError:
        return False
    common = all(_COMMON[0] <= code <= _COMMON[1] for code in codes)
    first, second = (code[0] * 94 + code[-1] for code in codes)
    return common and abs(first - second) <= _SIDE_BY_SIDE
