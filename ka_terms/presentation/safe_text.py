"""Text from files made safe to show: what would act on a terminal or reorder a line is shown, not sent."""

from __future__ import annotations

import re

_HIDDEN = (
    "\x00-\x1f\x7f-\x9f"  # control characters
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # reorder the text around them
    "\xad\u180e\u200b-\u200d\u2060-\u2064"  # take no room: two texts with and without them look alike
    "\u2028\u2029\ufeff"  # line breaks and marks that no editor shows
    "\ud800-\udfff"  # halves of a character, which no file can hold
)
_HIDDEN_CHARACTER = re.compile(f"[{_HIDDEN}]")

_ASCII = str.maketrans(
    {
        "×": "x",
        "÷": "/",
        "−": "-",
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
        "…": "...",
        "→": "->",
        "←": "<-",
        "≤": "<=",
        "≥": ">=",
        "≈": "~",
        "±": "+/-",
        "√": "sqrt",
        "·": "-",
        "•": "*",
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "\xa0": " ",
        "\u202f": " ",
        **dict.fromkeys("█▉▊▋▌▐", "#"),
        **dict.fromkeys("▍▎▏", "."),  # less than half a column of a bar
        "│": "|",
    }
)


def visible(text: str) -> str:
    r"""One line; control and direction characters as escapes: `\x1b`, `\u202e`. Breaks become spaces."""
    return visible_lines(text).replace("\n", " ")


def visible_lines(text: str) -> str:
    """The same with line breaks kept, for text that may stand on several lines of a cell."""
    if not _HIDDEN_CHARACTER.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\t", " ").strip("\n")
    return _HIDDEN_CHARACTER.sub(lambda found: found[0] if found[0] == "\n" else _escape(found[0]), text)


def escape_in_json(literal: str) -> str:
    r"""A JSON string literal with every hidden character as `\u202e`, which JSON readers turn back."""
    return _HIDDEN_CHARACTER.sub(lambda found: f"\\u{ord(found[0]):04x}", literal)


def typewriter(text: str) -> str:
    """Signs of typography in ASCII: `×` is x, a dash is -. Letters of any script stay."""
    return text if text.isascii() else text.translate(_ASCII)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
