"""What a text that is no number, or no certain one, was most likely meant as.

A mend never proposes a number that the text does not clearly mean: a wrong one costs more than none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from ka_terms.model.faults import Fault, any_of, either, only, quoted
from ka_terms.model.names import Enclosed
from ka_terms.model.numbers.chinese_numerals import in_digits
from ka_terms.model.numbers.currency import MINOR_DIGITS
from ka_terms.model.numbers.units import CHARACTERS, UNIT_PATTERN
from ka_terms.text.messages import Message, message
from ka_terms.text.unseen import UNSEEN, code_of

T = TypeVar("T")
_AROUND = re.compile(rf"([+-]?)(.+?)( ?(?:{UNIT_PATTERN}|)%?)")
"""A number between its sign and its unit."""
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | str.maketrans("\u3000￥￡", " ¥£")
_ALIKE = dict.fromkeys((160, 5760, *range(8192, 8203), 8239, 8287), 32) | {0x2018: 0x27, 0x2019: 0x27}
"""Spaces of other widths, and the apostrophes of word processors, by which some group digits."""
_KNOWN_SIGNS = re.compile(rf"[\x20-\x7e]|[{CHARACTERS}¥€£元]")
_SCALING = "‰‱成折分角厘毫拾佰仟兆京打點点"
"""Signs that make a number another one: 2成 is 20%."""
_MINUSES = "\u2212\u2010\u2011\u2013\u2014"
_DOUBTFUL_POINT = re.compile(r"([+-]?)(?!0\.)([0-9]{1,3})\.([0-9]{2}0)")


def folded_number(text: str) -> str:
    """A number with its full-width forms made plain, `２．５％` to `2.5%`; every other sign stays what it is."""
    return str(text).translate(_FULL_WIDTH).strip(" \t\r\n")


Taken = Callable[[str], bool]
"""Whether a text is a valid number for a certain field."""


def taken_by(read: Callable[[T], object]) -> Callable[[T], bool]:
    """Return a function that tells whether `read` accepts a value, so that no fix is proposed that fails itself."""

    def taken(value: T) -> bool:
        try:
            read(value)
        except ValueError:
            return False
        return True

    return taken


_CURRENCY = re.compile("[¥$€£元]")
_MENDS = {
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*": message("replace the date by a number"),
    r"[+-]?[0-9.]+[eE][+-]?[0-9]+": message("write all zeros, or use k, M, 万 or 亿"),
    r"[0-9]+(:[0-9]+)+": message("replace the time by a number"),
    r"(?s).*[¥$€£元].*": message("delete the currency sign, because `currency:` gives the currency"),
    r"[+-]?[0-9]+(,[0-9]*)+": message("put a comma before every three digits, or use no commas"),
}
"""What a text that is no number looks like -> what most likely went wrong with it."""


def mend_of_text(raw: object, taken: Taken) -> Message | str:
    """How to mend a text that is no number; empty where nobody can tell. No number is proposed that is not `taken`."""
    if not isinstance(raw, str):
        return ""
    text = folded_number(raw)
    alike = text.translate(_ALIKE)
    bare = _CURRENCY.sub("", alike).strip()
    if (ways := comma_readings(bare)) and all(map(taken, ways)):
        return any_of(ways)
    if meant := plainly_meant(bare) or _completed(bare):
        number = meant.replace(",", "") if isinstance(raw, Enclosed) else meant
        if taken(number):
            return only(number)
        if not re.match("[+-]?0", number) and taken(f"{number}%"):
            return only(f"{number}%")
        return ""
    at = next((at for at, sign in enumerate(text) if not _KNOWN_SIGNS.fullmatch(sign)), None)
    if at is not None:
        return _strange_sign(text, at, taken)
    return next((mend for pattern, mend in _MENDS.items() if re.fullmatch(pattern, text)), "")


def _completed(text: str) -> str:
    """A number that lacks its leading zero or the capital of its million, is a share of a thousand, or stands in
    Chinese characters; empty for any other text.
    """
    if re.fullmatch(r"\.[0-9]+%?", text):
        return f"0{text}"
    if re.fullmatch(r"[0-9.,]+m", text):
        capital = f"{text[:-1]}M"
        return plainly_meant(capital) or capital
    if found := re.fullmatch(r"([0-9]+(?:\.[0-9]+)?) ?(‰|‱)", text):
        share = Decimal(found[1]).scaleb(-1 if found[2] == "‰" else -2)
        return f"{share.normalize():f}%"
    return in_digits(text)


def comma_readings(text: str) -> list[str]:
    """What `5,00` may mean: 5.00, 500, or 5000 that lacks a digit; none where a unit or % makes it clear."""
    found = re.fullmatch("([+-]?[1-9][0-9]{0,2}),([0-9]{1,2})", text)
    if not found:
        return []
    whole, rest = found.groups()
    return [f"{whole}.{rest}", f"{whole}{rest}", *([] if rest.strip("0") else [f"{whole}000"])]


def _strange_sign(text: str, at: int, taken: Taken) -> Message:
    """What a sign is that is no part of a number. To delete a 6 set high would make 10 of a million: only names it."""
    sign, code = text[at], code_of(text[at])
    unicode = unicodedata.name(sign, "").lower() or message("a sign without a name")
    if at == 0 and sign in _MINUSES and taken(f"-{text[1:]}"):
        return message("type a minus sign (-) instead of {code} ({unicode})", code=code, unicode=unicode)
    if re.match(f"[{UNSEEN}]", sign) and taken(text.replace(sign, "")):
        return message("delete the invisible sign {code} ({unicode})", code=code, unicode=unicode)
    is_character = "\u4e00" <= sign <= "\u9fff"
    if sign in _SCALING or (is_character and unicodedata.numeric(sign, None) is not None):
        # Without it the number would be another.
        return message("write the number in digits, without {sign}", sign=sign)
    if is_character:
        return message("write the number without {sign}", sign=sign)
    if sign.isprintable():
        return message(
            "write the number without {sign} ({code}, {unicode})", sign=sign, code=code, unicode=unicode
        )
    if taken(text.replace(sign, " ")):
        return message("type a plain space instead of {code} ({unicode})", code=code, unicode=unicode)
    return message("write the number without {code} ({unicode})", code=code, unicode=unicode)


def mend_of_zeros(text: str, taken: Taken) -> Message | str:
    """How to mend a number that begins with zeros."""
    mend = message("delete the leading zero")
    return mend if taken(re.sub("^([+-]?)0+(?=[0-9])", r"\1", text)) else ""


def mend_of_grouped_share(raw: str, taken: Taken) -> Message | str:
    """How to mend `1,125%`: hardly anybody writes a thousand percent, and many a comma for the point."""
    text = folded_number(raw)
    # Of several groups none can be a point's: 1,125,000%.
    ways = [text.replace(",", ""), *([text.replace(",", ".")] if text.count(",") == 1 else ())]
    return any_of([number for number in ways if taken(number)])


def percent_mend(raw: object, value: Decimal, taken: Taken, index: bool = False) -> Message | str:
    """How to mend a number that lacks its percent sign; empty where it is far from any share.

    Below 1 it may be meant as a fraction or as a percentage; an `index` may be a multiple as well, 1.05 for 105%, and
    where it has no sign a growth: then 5 is +5% or 500%.
    """
    text = folded_number(str(raw))
    signed = text[:1] in ("+", "-")
    found = []
    if 0 < abs(value) < (10 if index and not signed else 1):
        found.append(f"{'+' if text[:1] == '+' else ''}{(value * 100).normalize():f}%")
    bare = signed or not index or value < 1 or taken(f"{text}%")
    found.append(f"{text}%" if bare else f"+{text}%")
    if not bare and value >= 10:
        found.append(f"{(value - 100).normalize():f}%")
    found = [number for number in found if taken(number)]
    return any_of(found) if abs(value) < 1000 else ""


def no_percentage(metric: str) -> tuple[Message, Message]:
    """What is expected of a limit on a metric that is no percentage, and the mend of one in percent."""
    expected = message("a number, because {metric} is not a percentage", metric=metric)
    return expected, message("delete the percent sign")


def without_sign(text: str, taken: Taken) -> Message | str:
    """How to mend an amount with a sign, which may be a growth that lacks its percent sign."""
    plain = folded_number(text)
    growth, amount, size = f"{plain}%", plain[1:], Decimal(re.sub("[^0-9.]", "", plain))
    if 0 < size < 1000 and taken(growth):
        if plain[0] == "+" and taken(amount):
            return message(
                "write {growth} for growth, or {amount} for an amount", growth=growth, amount=amount
            )
        return message("write {growth} if growth is meant", growth=growth)
    if (plain[0] == "+" or not size) and taken(amount):
        return message("delete the {sign} sign", sign=plain[0])
    return ""


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


def doubtful_point(text: str, currency: str | None = None, counted: bool = False) -> Fault | None:
    """The fault of `1.500`: fifteen hundred, or one and a half? None for any other text.

    Only where three digits, the last a zero, follow one to three; with % or a unit nobody groups by points. In a
    `currency` of three decimals it is an amount like any other. What is `counted` in whole units is not divided.
    """
    found = _DOUBTFUL_POINT.fullmatch(folded_number(text))
    if not found or (currency and MINOR_DIGITS.get(currency, 0) > 2):
        return None
    sign, whole, fraction = found.groups()
    grouped = f"{sign}{whole}{'' if isinstance(text, Enclosed) else ','}{fraction}"
    mend = only(grouped)
    if not counted or fraction == "000":
        divided = f"{sign}{whole}.{fraction.rstrip('0') or '0'}"
        mend = either(grouped, divided)
    return Fault(quoted(text), message("a number that cannot be read in two ways"), mend)
