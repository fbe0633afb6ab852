"""Numbers inside sentences: exact, grouped by three, without trailing zeros, and short where nothing is lost."""

from __future__ import annotations

from decimal import Decimal

from ka_terms.calculation.readings.exact import DIGITS
from ka_terms.model.contract.fact import write_fact
from ka_terms.model.numbers.currency import MINOR_DIGITS
from ka_terms.model.numbers.units import SCALES, units_said
from ka_terms.presentation.numbers import EXACT, is_whole, rounded, trimmed
from ka_terms.presentation.table import Kind

_COMPACT_FROM = Decimal(1_000_000)
_COMPACT_DECIMALS = 2
_MOST_DECIMALS = 6
"""Of a quotient that does not end; nothing else has more."""


def quantity(value: Decimal, kind: Kind, currency: str = "", digits: int | None = None) -> str:
    """A number as a sentence writes one of its kind, half up to `digits` decimals; without them every digit.

    Of a share, which reads in percent, two of the decimals come to stand before the point. Money has no more decimals
    than its currency. Whole money and averages have none, others all that were asked for.
    """
    if kind is Kind.MONEY:
        minor = 0 if is_whole(value) else MINOR_DIGITS[currency]
        return f"{rounded(value, minor if digits is None else min(minor, digits)):,f}"
    if kind is Kind.FACT:
        return write_fact(bool(value))
    shown = value if digits is None else rounded(value, digits)
    if kind in (Kind.RATIO, Kind.INDEX):
        return percent(shown)
    return f"{shown:,f}" if kind is Kind.AVERAGE and not is_whole(shown) else number(shown)


def number(value: Decimal) -> str:
    """Every digit: 4,020,000 or 0.125."""
    return trimmed(value, form=",f")


def percent(share: Decimal) -> str:
    """Every digit of a share: 0.00125 is 0.125%."""
    return f"{number(share.scaleb(2, EXACT))}%"


def growth(index: Decimal) -> str:
    """An index as people say growth, every digit of it: 1.05 is +5%, 0.9 is -10%."""
    return f"{'+' if index >= 1 else ''}{percent(EXACT.subtract(index, Decimal(1)))}"


def approximate(value: Decimal) -> str:
    """Every digit, or six decimals behind a sign that says so."""
    shown = rounded(value, _MOST_DECIMALS)
    return number(value) if shown == value else f"≈{number(shown)}"


def compact(value: Decimal, language: str) -> str:
    """From a million on in the unit of the language, if two decimals of it hold every digit: 4.5M, 450万, 1.2亿."""
    if abs(value) >= _COMPACT_FROM:
        for label in units_said(language):
            scaled = value.scaleb(-SCALES[label], EXACT)
            if abs(scaled) >= 1 and scaled == rounded(scaled, _COMPACT_DECIMALS):
                return number(scaled) + label
    return number(value)


def money(amount: Decimal, currency: str, least: int = 0) -> str:
    """An amount with the decimals of its currency, and with `least` at least; none where it is whole."""
    digits = 0 if is_whole(amount) else max(least, MINOR_DIGITS[currency])
    return f"{rounded(amount, digits):,f}"


def rounded_percent(ratio: Decimal, digits: int = 1) -> str:
    """A ratio in percent: 24.5%."""
    return f"{rounded(ratio.scaleb(2, EXACT), digits):,f}%"


def points(difference: Decimal) -> str:
    """A difference of two ratios in points: one decimal, or as many as it takes to tell it from zero."""
    return f"{rounded(difference.scaleb(2, EXACT), point_digits(difference)):,f}"


def point_digits(difference: Decimal) -> int:
    """The decimals of a difference in points, with which its two ratios are told apart too."""
    scaled, digits = difference.scaleb(2, EXACT), 1
    while difference and not rounded(scaled, digits) and digits < DIGITS:
        digits += 1
    return digits


def ordinal(count: Decimal, language: str) -> str:
    """36th in English, 36 elsewhere; `count` is whole."""
    if language != "en":
        return number(count)
    last_two, last = int(count) % 100, int(count) % 10
    ending = "th" if 11 <= last_two <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(last, "th")
    return number(count) + ending
