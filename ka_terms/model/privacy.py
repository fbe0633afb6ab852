"""Which keys hold private values, and which texts may quote one: in doubt they do."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, normalize

from ka_terms.model.faults import Path
from ka_terms.text.unseen import HIDDEN

PRIVATE = "private"
INTERNAL_KEYS = frozenset(
    {PRIVATE, "margin", "cost_of_capital", "ideal", "walk_away", "gets", "no_deal", "inside"}
)
"""Keys that hold private values wherever they stand: the section, its own keys as far as nothing else is called like
them, and `inside`, the internal view of a saved statement.
"""
PRIVATE_NAMES = f"{PRIVATE}."
"""Opens the names of figures that never leave the house, so that no name of a user's own is one of them."""

_WORD = re.compile(r"[A-Za-z_]{4,}")
_LETTERS = frozenset(PRIVATE)
_ESCAPED = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")


def _bare(text: str, unseen: str = "") -> str:
    """A text as its reader means it: escapes read, full-width letters folded, signs that no one sees left out.

    `unseen` stands in their place, for a text in which one may part two words.
    """
    if "\\" in text:
        text = _ESCAPED.sub(_unescaped, text)
    if text.isascii():
        return text
    signs = (unseen if sign != "\n" and HIDDEN.match(sign) else sign for sign in text)
    return normalize("NFKC", "".join(sign for sign in signs if not sign or category(sign) != "Mn"))


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1] or found[2] or found[3], 16)
    return chr(code) if 0x20 <= code <= 0x10FFFF else ""


@lru_cache(maxsize=1024)
def looks_private(word: str) -> bool:
    """Whether a key is one of those that hold private values, or may be a misspelt `private`."""
    folded = _bare(word).strip().casefold()
    if folded in INTERNAL_KEYS or "priv" in folded:
        return True
    # `pirvate`, `prvate`, `privaze`: most of the letters, in whatever order, and hardly any other.
    letters = set(folded)
    return 5 <= len(folded) <= 10 and len(letters & _LETTERS) >= 5 and len(letters - _LETTERS) <= 1


def is_private(path: Path) -> bool:
    """Whether a value at this path of a scenario never leaves the house."""
    return not INTERNAL_KEYS.isdisjoint(path)


def mentions_private(text: str) -> bool:
    """Whether any word of a text looks private: most files need no closer look."""
    readings = {_bare(text), _bare(text, " ")}
    return any(looks_private(word) for reading in readings for word in set(_WORD.findall(reading)))


def tells_private(text: str) -> bool:
    """Whether a text found in a file holds a private key together with a number, as where a colon went wrong."""
    return any(map(str.isnumeric, text)) and mentions_private(text)
