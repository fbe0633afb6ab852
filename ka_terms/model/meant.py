"""What a text that is no number, or no certain one, was most likely meant as.

A mend never proposes a number that the text does not clearly mean: a wrong one costs more than none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping

from ka_terms.model.currency import MINOR_DIGITS
from ka_terms.model.faults import Fault, Path, quoted
from ka_terms.model.said import said
from ka_terms.model.unseen import UNSEEN

UNIT_PATTERN = "[kKMwW百千万萬亿億]|[百千][万萬亿億]"
_AROUND = re.compile(rf"([+-]?)(.+?)( ?(?:{UNIT_PATTERN}|)%?)")
"""A number between its sign and its unit."""
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_KNOWN_SIGNS = re.compile(r"[\x20-\x7e]|[百千万萬亿億¥€£元]")
_MINUSES = "\u2212\u2010\u2011\u2013\u2014"
_DOUBTFUL_POINT = re.compile(r"([+-]?)(?!0\.)([0-9]{1,3})\.([0-9]{2}0)")


def folded_number(text: str) -> str:
    """A number with its full-width forms made plain, `２．５％` to `2.5%`; every other sign stays what it is."""
    return str(text).translate(_FULL_WIDTH).strip(" \t\r\n")


_MENDS = {
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*": "this reads as a date",
    r"[+-]?[0-9.]+[eE][+-]?[0-9]+": "write the zeros out, or use k, M, 万, 亿",
    r"[0-9]+(:[0-9]+)+": "this reads as a time",
    r"\.[0-9]+%?": "write 0{text}",
    r"[0-9.,]+m": "write a capital M for million",
    r"(?s).*[¥$€£元].*": "leave out the currency sign: `currency:` names it",
}
"""What a text that is no number looks like -> what most likely went wrong with it."""


def mend_of_text(raw: object) -> str:
    """How to mend a text that is no number; empty where nobody can tell."""
    text = folded_number(raw) if isinstance(raw, str) else ""
    for pattern, mend in _MENDS.items():
        if re.fullmatch(pattern, text):
            return mend.format(text=text)
    at = next((at for at, sign in enumerate(text) if not _KNOWN_SIGNS.fullmatch(sign)), None)
    if at is not None:
        return _strange_sign(text, at)
    if plain := plainly_meant(text):
        return said("write {number}", number=plain)
    if re.fullmatch(r"[+-]?[0-9]+(,[0-9]*)+", text):
        return said("a comma groups exactly three digits: group all of them so, or none")
    return ""


def _strange_sign(text: str, at: int) -> str:
    """What a sign is that is no part of a number. To delete a 6 set high would make 10 of a million: only names it."""
    sign, code = text[at], f"U+{ord(text[at]):04X}"
    name = unicodedata.name(sign, "").lower() or "a sign without a name"
    if at == 0 and sign in _MINUSES:
        return said("{code} is {name}: type a minus, -", code=code, name=name)
    if re.match(f"[{UNSEEN}]", sign):
        return said("there is {code} in it, {name}: delete it", code=code, name=name)
    if sign.isspace() or not sign.isprintable():
        return said("there is {code} in it, {name}: type a plain space", code=code, name=name)
    return said("{sign} ({code}, {name}) is no part of a number", sign=sign, code=code, name=name)


_HEAD = "[1-9][0-9]{0,2}"
_POINTS_AND_COMMAS = str.maketrans(".,", ",.")
_MEANT: tuple[tuple[str, Callable[[str], str]], ...] = (
    # A comma before one or two digits, or behind a lone zero, divides: 3,5 is 3.5.
    (r"(?:0|[1-9][0-9]*),[0-9]{1,2}|0,[0-9]+", lambda text: text.replace(",", ".")),
    # 1.234,56: points group, the comma divides; but before three digits it may group, and the point be a slip.
    (rf"{_HEAD}(?:\.[0-9]{{3}})+,(?![0-9]{{3}}$)[0-9]+", lambda text: text.translate(_POINTS_AND_COMMAS)),
    # 1.500.000 and 1 500 000: what groups is no comma.
    (rf"{_HEAD}(?:\.[0-9]{{3}}){{2,}}", lambda text: text.replace(".", ",")),
    (rf"{_HEAD}(?:[ '][0-9]{{3}})+(?:\.[0-9]+)?", lambda text: re.sub("[ ']", ",", text)),
    (rf"{_HEAD}(?: [0-9]{{3}})+,[0-9]{{1,2}}", lambda text: text.replace(",", ".").replace(" ", ",")),
)
"""Notations of elsewhere that can mean but one number, and how that is written here."""


def plainly_meant(text: str) -> str:
    """The number that a text of another notation clearly means, as it is written here; empty where there is a doubt."""
    around = _AROUND.fullmatch(text)
    if not around:
        return ""
    sign, number, unit = around.groups()
    for pattern, written in _MEANT:
        if re.fullmatch(pattern, number):
            return f"{sign}{written(number)}{unit}"
    return ""


def doubtful_point(text: str, currency: str | None = None) -> Fault | None:
    """The fault of `1.500`: fifteen hundred, or one and a half? None for any other text.

    Only where three digits, the last a zero, follow one to three; with % or a unit nobody groups by points. In a
    `currency` of three decimals it is an amount like any other.
    """
    found = _DOUBTFUL_POINT.fullmatch(folded_number(text))
    if not found or (currency and MINOR_DIGITS.get(currency, 0) > 2):
        return None
    sign, whole, fraction = found.groups()
    mend = said(
        "write {grouped} or {divided}, whichever is meant",
        grouped=f"{sign}{whole},{fraction}",
        divided=f"{sign}{whole}.{fraction.rstrip('0') or '0'}",
    )
    return Fault(quoted(text), said("a number that cannot be read in two ways"), mend)


_DEEPEST = 10
"""Levels in which a scenario has numbers, and some more."""


def doubtful_in(
    content: Mapping[str, object], parts: tuple[str, ...] = ("plan", "terms", "private")
) -> Iterator[Fault]:
    """Every text in these parts of a file that is a `doubtful_point` in the file's currency, with its place."""
    said_currency = content.get("currency")
    currency = said_currency if isinstance(said_currency, str) else None
    for part in parts:
        yield from _doubtful_under(content.get(part), currency, (part,))


def _doubtful_under(value: object, currency: str | None, at: Path) -> Iterator[Fault]:
    if isinstance(value, str):
        if fault := doubtful_point(value, currency):
            yield fault._replace(at=at)
        return
    if len(at) > _DEEPEST or not isinstance(value, Mapping | list | tuple):
        return
    for step, inner in value.items() if isinstance(value, Mapping) else enumerate(value):
        yield from _doubtful_under(inner, currency, (*at, step))
