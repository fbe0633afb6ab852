"""Numbers as people write them in contracts, read into exact decimals.

Accepted: `4020000`, `4,020,000`, `402万`, `402萬`, `10w`, `3千万`, `1.2亿`, `4.5M`, `350k`, and the same in full-width
forms; a share carries its percent sign: `2.5%`, `２．５％`. From Python, `int` and `Decimal` stand for themselves;
`float` is refused since it is not exact. Everything a YAML reader might turn into another number (`010`, `1e5`,
`1:30`) is an error, and so is every sign that is no plain or full-width digit: a footnote mark, a circled number, a
minus of typography.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ka_terms.model.faults import either, refuse
from ka_terms.model.numbers.notations import (
    folded_number,
    mend_of_grouped_share,
    mend_of_text,
    mend_of_zeros,
    percent_mend,
    taken_by,
    without_sign,
)
from ka_terms.model.numbers.units import SCALES, UNIT_PATTERN
from ka_terms.text.messages import message

LARGEST = Decimal(10) ** 15
"""Every number is smaller than this; the largest retailers sell some 10^12 a year in any currency."""
MOST_DECIMALS = 6
"""The finest share or amount a contract states is far coarser: one part in a million of a percent point."""
MOST_DIGITS = 26
"""Written digits and commas; more than any number within the bounds needs, and fewer than a Decimal rounds at."""
_NUMBER = re.compile(rf"([+-]?)([1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+|[0-9]+)(\.[0-9]+)? ?({UNIT_PATTERN}|)(%?)")
EXAMPLE = message("a number such as 4020000, 4,020,000, 402万, 4.5M or 350k")
COUNT_EXAMPLE = message("a whole number (zero or more)")
SHARE_EXAMPLE = message("a percentage with its sign, such as 2.5%")
_PLAIN_SHARE = message("a percentage without a plus, such as 2.5%")
INDEX_EXAMPLE = message("an index such as 110% or +10%, which both mean 1.1 times")
_CHECK = message("check the number of digits and the unit")


@dataclass(frozen=True, slots=True)
class Index:
    """A multiple of another figure: written 130% or, with a sign, +30%; both are 1.3 times.

    `signed`: not written as a bare index. A bare one below 100% is none of growth: 5% is hardly a fall by 95%.
    """

    value: Decimal
    signed: bool = field(default=True, compare=False)

    def __str__(self) -> str:
        return write_growth(self.value) if self.signed and self.value < 1 else write_percent(self.value)

    @property
    def is_no_growth(self) -> bool:
        """Whether it reads as growth to people, and as a fall here."""
        return not self.signed and self.value < 1


@dataclass(frozen=True, slots=True)
class Percent:
    """A share from 0% to 100% where a plain number could stand too: 0.66 is written 66%."""

    value: Decimal

    def __str__(self) -> str:
        return write_percent(self.value)


def with_commas(value: Decimal | Index) -> str:
    """A number as messages tell it: `9,000,000`; an index as it was typed."""
    return as_typed(value) if isinstance(value, Index) else f"{Decimal(plainly(value)):,f}"


def as_typed(value: Decimal | Index) -> str:
    """A number as messages quote it: growth with its sign where it was written so."""
    if not isinstance(value, Index):
        return str(value)
    return write_growth(value.value) if value.signed else write_percent(value.value)


class _Written(NamedTuple):
    """A number taken apart: its sign as written, its exact value, and whether it carries a percent sign."""

    sign: str
    value: Decimal
    percent: bool


def reads_as_number(text: str) -> bool:
    """Whether a text is a number, or a share, as it stands."""
    return bool(_NUMBER.fullmatch(folded_number(text)))


def write_percent(share: Decimal) -> str:
    """A share in the form it is written in a file: 0.025 is `2.5%`."""
    return f"{(share * 100).normalize():f}%"


def to_decimals(value: Fraction, digits: int) -> Decimal:
    """A fraction to so many decimals."""
    return Decimal(round(value * 10**digits)).scaleb(-digits)


def plainly(value: Decimal) -> str:
    """All digits of a number and none too many."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def write_growth(index: Decimal) -> str:
    """An index as people say growth: 1.05 is `+5%`, 0.9 is `-10%`."""
    growth = write_percent(index - 1)
    return growth if index < 1 else f"+{growth}"


def _take_apart(raw: object, expected: str, read: Callable[[str], object]) -> _Written:
    """A number in its parts. Errors: what is none, with a mend that `read` takes."""
    if isinstance(raw, bool | float) or not isinstance(raw, str | int | Decimal):
        raise refuse(raw, expected, _mend_of_kind(raw))
    text = folded_number(f"{raw:f}" if isinstance(raw, Decimal) else str(raw))
    matched = _NUMBER.fullmatch(text)
    if not matched or (matched[4] and matched[5]):
        mend = mend_of_text(raw, taken_by(read))
        if not mend and isinstance(raw, str) and text[:1].isalpha() and not re.search("[0-9]", text):
            mend = message("write the number in digits")
        raise refuse(raw, expected, mend)
    sign, whole, fraction, suffix, percent = matched.groups()
    if len(whole) > 1 and whole[0] == "0":
        raise refuse(raw, expected, mend_of_zeros(text, taken_by(read)))
    if len(whole) + len(fraction or "") > MOST_DIGITS:
        bounds = {"number": expected, "count": MOST_DECIMALS}
        raise refuse(raw, message("{number} (below 10^15, at most {count} decimals)", **bounds), _CHECK)
    value = Decimal(whole.replace(",", "") + (fraction or "")).scaleb(SCALES[suffix])
    value = value.scaleb(-2) if percent else value
    value = -value if sign == "-" else value
    return _Written(sign, _within_bounds(raw, value, expected), bool(percent))


def _mend_of_kind(raw: object) -> str:
    if isinstance(raw, float):
        return message("pass a str or a Decimal, because a float is not exact")
    if isinstance(raw, Mapping) and "likely" in raw:
        return message("write one number; only plan.sales and plan.stores.new can have low, likely and high")
    return ""


def _within_bounds(raw: object, value: Decimal, expected: str) -> Decimal:
    if abs(value) >= LARGEST:
        raise refuse(raw, message("{number} (below 10^15)", number=expected), _CHECK)
    trimmed = value.normalize()
    if -int(trimmed.as_tuple().exponent) > MOST_DECIMALS + 2:
        most = message("{number} (at most {count} decimals)", number=expected, count=MOST_DECIMALS)
        raise refuse(raw, most, message("round the number as the contract does"))
    # normalize() turns 4000000 into 4E+6: equal, but it would print with an exponent.
    return value.quantize(Decimal(1)) if trimmed == trimmed.to_integral_value() else trimmed


def read_number(raw: object) -> Decimal:
    """An exact number, zero or more. Errors: not a number, negative, a percentage, beyond the bounds."""
    return amount_of(raw, read_number)


def amount_of(raw: object, read: Callable[[str], object]) -> Decimal:
    """Return the number as `read_number` does; a fix is proposed only if `read` accepts it."""
    written = _amount(raw, read)
    if written.value < 0 or written.sign:
        expected = message("{number} (zero or more)", number=EXAMPLE) if written.value < 0 else EXAMPLE
        mend = without_sign(str(raw), taken_by(read)) or message("write a number of zero or more")
        raise refuse(raw, expected, mend)
    return written.value


def _amount(raw: object, read: Callable[[str], object]) -> _Written:
    written = _take_apart(raw, EXAMPLE, read)
    if written.percent:
        raise refuse(raw, EXAMPLE, message("delete the percent sign, because this is an amount"))
    return written


def read_count(raw: object) -> Decimal:
    """A whole number, zero or more: stores, SKUs, times."""
    value = amount_of(raw, read_count)
    if value != value.to_integral_value():
        raise refuse(raw, COUNT_EXAMPLE, message("round it to a whole number"))
    return value


def _percentage(
    raw: object, read: Callable[[str], object], expected: str = SHARE_EXAMPLE, index: bool = False
) -> _Written:
    written = _take_apart(raw, expected, read)
    if not written.percent:
        raise refuse(raw, expected, percent_mend(raw, written.value, taken_by(read), index=index))
    return written


def read_rate(raw: object) -> Decimal:
    """A share from 0% to 100%, as a decimal fraction. Without its percent sign it is refused: is 2.5 a percent?"""
    if isinstance(raw, Decimal) and raw.is_finite():
        return _bounded_rate(raw, _within_bounds(raw, raw, SHARE_EXAMPLE))
    written = _percentage(raw, read_rate)
    if written.sign == "+":
        mend = message("delete the {sign} sign", sign="+") if written.value <= 1 else ""
        raise refuse(raw, SHARE_EXAMPLE, mend)
    return _bounded_rate(raw, written.value)


def read_ratio(raw: object) -> Decimal:
    """A share of any size and sign, as limits of rules are: `120%`, `-5%`. Errors: without a percent sign."""
    written = _percentage(raw, read_ratio)
    _refuse_commas(raw, read_ratio)
    return written.value


def _refuse_commas(raw: object, read: Callable[[str], object]) -> None:
    if "," in folded_number(str(raw)):
        expected = message("a percentage that cannot be read in two ways")
        raise refuse(raw, expected, mend_of_grouped_share(str(raw), taken_by(read)))


def read_multiple(raw: object) -> Decimal:
    """A percentage of a figure, zero or more: `20%`, and `110%` of last year's. Errors: without a percent sign, and a
    plus: is `+10%` of last year's 10% of it, or 110%?
    """
    if isinstance(raw, Decimal) and raw.is_finite():
        value = _within_bounds(raw, raw, SHARE_EXAMPLE)
    else:
        written = _take_apart(raw, SHARE_EXAMPLE, read_multiple)
        value = written.value
        if not written.percent:
            # 1.05 may well be an index; 8 is hardly eight times a figure.
            mend = percent_mend(raw, value, taken_by(read_multiple), index=1 <= value < 2)
            raise refuse(raw, SHARE_EXAMPLE, mend)
        _refuse_commas(raw, read_multiple)
        if written.sign == "+":
            raise refuse(raw, _PLAIN_SHARE, either(write_percent(value), write_percent(1 + value)))
    if value < 0:
        raise refuse(raw, SHARE_EXAMPLE, message("write a percentage of zero or more"))
    return value


def read_signed(raw: object) -> Decimal:
    """A number of any sign, as limits of rules are. Errors: a percentage."""
    return _amount(raw, read_signed).value


def _bounded_rate(raw: object, value: Decimal) -> Decimal:
    if not 0 <= value <= 1:
        text = folded_number(str(raw))
        mend = mend_of_grouped_share(text, taken_by(read_rate)) if "," in text else ""
        if not mend:
            beyond = message("check the decimal point, or write at most {most}", most="100%")
            mend = beyond if value > 1 else message("write a percentage of zero or more")
        raise refuse(raw, message("a percentage from 0% to 100%, such as 2.5%"), mend)
    return value


def read_index(raw: object) -> Index:
    """A multiple in percent: `130%` and `+30%` are both 1.3, `-10%` and `90%` are 0.9. Never negative."""
    return index_of(raw, read_index)


def index_of(raw: object, read: Callable[[str], object], expected: str = INDEX_EXAMPLE) -> Index:
    """Return the index as `read_index` does; a fix is proposed only if `read` accepts it."""
    if isinstance(raw, Index):
        return raw
    written = _percentage(raw, read, expected, index=True)
    value = 1 + written.value if written.sign else written.value
    if value < 0:
        raise refuse(raw, expected, message("write a decrease of at most 100%"))
    return Index(value, bool(written.sign))


def read_number_or_index(raw: object) -> Decimal | Index:
    """A number, or an index where a percent sign says so."""
    return read_index(raw) if is_percent(raw) else amount_of(raw, read_number_or_index)


def is_percent(raw: object) -> bool:
    """Whether a value is an index or a text that ends in a percent sign, valid or not."""
    return isinstance(raw, Index) or (isinstance(raw, str) and raw.strip().endswith(("%", "％")))
