"""Text from files made safe to show: what would act on a terminal or reorder a line is shown, not sent."""

from __future__ import annotations

from ka_terms.text.unseen import HIDDEN, escape

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
        "⁻": "^-",  # 10⁻¹⁵ is 10^-15
        **dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True)),
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
    r"""One line; what no one sees, or would act on a terminal, as escapes: `\x1b`, `\u202e`. Breaks become spaces."""
    return visible_lines(text).replace("\n", " ")


def visible_lines(text: str) -> str:
    """The same with line breaks kept, for text that may stand on several lines of a cell."""
    if not HIDDEN.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\t", " ").strip("\n")
    return HIDDEN.sub(lambda found: found[0] if found[0] == "\n" else escape(found[0]), text)


def escape_in_json(literal: str) -> str:
    r"""A JSON string literal with every hidden character as `\u202e`, which JSON readers turn back."""
    return HIDDEN.sub(lambda found: _as_units(found[0]), literal)


def _as_units(sign: str) -> str:
    """A sign as JSON escapes it: one beyond the first 65,536 in two halves."""
    units = sign.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def typewriter(text: str) -> str:
    """Signs of typography in ASCII: `×` is x, a dash is -. Letters of any script stay."""
    return text if text.isascii() else text.translate(_ASCII)
