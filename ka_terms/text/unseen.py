"""Signs that no one sees: with one of them a name is another that looks the same."""

from __future__ import annotations

import re

UNSEEN = (
    # signs of format
    "\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    # variants of the letter before, tags, and what else a reader ignores
    "\u034f\u17b4\u17b5\u180b-\u180d\u180f\ufe00-\ufe0f\ufff0-\ufff8\U000e0000-\U000e0fff"
    # blank ones
    "\u115f\u1160\u2800\u3164\uffa0\U0001d159"
    # codes that stand for no sign at all, two of which no office file may hold
    "\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
)
"""Every sign that no one sees, as the inside of a character class."""
HIDDEN = re.compile(f"[{UNSEEN}\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""These, and what acts on a terminal, breaks a line where no editor shows it, or is half a character."""

_JOINERS = re.compile("(?<=.)[\u200c\u200d]+(?=.)")
"""They join or part the letters of some scripts."""
_UNSEEN = re.compile(f"[{UNSEEN}]")
_ODD_ENDS = re.compile(r"^[^\S ]|[^\S ]$")


def holds_unseen(name: str) -> bool:
    """Whether a name holds a sign that no one sees, one that joins letters aside, or an odd space at an end."""
    if name.isascii():
        return False
    return bool(_ODD_ENDS.search(name) or _UNSEEN.search(_JOINERS.sub("", name)))


def escaped(text: str) -> str:
    r"""A text with what is hidden in it as escapes: `\u200b`, `\x1b`. Breaks of lines and tabs stay."""
    return HIDDEN.sub(lambda found: found[0] if found[0] in "\t\n\r" else escape(found[0]), text)


def code_of(sign: str) -> str:
    """The code of a sign in Unicode: `U+200B`."""
    return f"U+{ord(sign):04X}"


def escape(sign: str) -> str:
    """One sign as an escape."""
    code = ord(sign)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
