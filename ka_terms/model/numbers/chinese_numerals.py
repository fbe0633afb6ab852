"""Numbers in Chinese characters, 九百萬 or 百分之二, as they are written in digits: `900萬`, `2%`."""

from __future__ import annotations

import re
from decimal import Decimal

_PLAIN = str.maketrans(
    "〇兩两壹貳贰叁參参肆伍陸陆柒捌玖拾佰仟万亿", "零二二一二二三三三四五六六七八九十百千萬億"
)
_DIGITS = "零一二三四五六七八九"
_POWERS = (("千", 3), ("百", 2), ("十", 1), ("", 0))
_BELOW_10000 = "".join(f"(?:零?([一二三四五六七八九]){name})?" for name, _ in _POWERS)
_WHOLE = re.compile(f"{_BELOW_10000}([萬億]?)")
_WITH_REST = re.compile("([^萬億]+)萬([^萬億]*千[^萬億]*)")
_SHARES = {"百分之": 0, "千分之": -1}
"""What stands before a share, and the power of ten by which it is off a percentage."""


def in_digits(text: str) -> str:
    """The number as it is written here; empty where the characters are none that can be read in one way only.

    一百五 is 105 to a reader of characters and 150 to a shopkeeper, so it is left alone.
    """
    plain = text.translate(_PLAIN)
    for start, power in _SHARES.items():
        if plain.startswith(start):
            share = plain.removeprefix(start)
            number = share if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,4})?", share) else _number(share)
            return f"{_plainly(Decimal(number).scaleb(power))}%" if re.fullmatch("[0-9.]+", number) else ""
    if parts := _WITH_REST.fullmatch(plain):
        many, rest = _number(parts[1]), _number(parts[2])
        return str(int(many) * 10**4 + int(rest)) if many.isdigit() and rest.isdigit() else ""
    number = _number(plain)
    # The unit as it was written: 万 stays 万.
    return f"{number[:-1]}{text[-1]}" if number[-1:] in ("萬", "億") else number


def _number(plain: str) -> str:
    """Digits, and the unit behind them."""
    whole, point, fraction = re.sub("[點点]", ".", plain).partition(".")
    unit = ""
    if point:
        unit = fraction[-1:] if fraction[-1:] in ("萬", "億") else ""
        digits = [str(_DIGITS.find(sign)) for sign in fraction.removesuffix(unit)]
        if not digits or "-1" in digits:
            return ""
        point += "".join(digits)
    value, own_unit = _below_10000(whole)
    return f"{value}{point}{own_unit or unit}" if value and not (point and own_unit) else ""


def _below_10000(whole: str) -> tuple[str, str]:
    spoken = re.sub("^十", "一十", whole)
    found = _WHOLE.fullmatch(spoken)
    if whole == "零":
        return "0", ""
    if not found or not spoken or not any(found.groups()[:4]):
        return "", ""
    *digits, unit = found.groups()
    value = sum(
        _DIGITS.index(digit) * 10**power for digit, (_, power) in zip(digits, _POWERS, strict=True) if digit
    )
    return (str(value), unit) if _characters(value) == spoken.removesuffix(unit) else ("", "")


def _characters(value: int) -> str:
    """A number below 10,000 as it is written in full, the one way that is certain."""
    text, skipped = "", False
    for name, power in _POWERS:
        digit = value // 10**power % 10
        if digit:
            text += f"{'零' if skipped and text else ''}{_DIGITS[digit]}{name}"
        skipped = not digit
    return text


def _plainly(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
