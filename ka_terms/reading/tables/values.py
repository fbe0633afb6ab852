"""The value of a cell, by the kind of its column."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Any

from ka_terms.model.faults import Fault, quoted, refusal
from ka_terms.model.numbers.date import read_date
from ka_terms.model.numbers.notations import doubtful_point, folded_number
from ka_terms.model.numbers.number import (
    MOST_DECIMALS,
    plainly,
    read_count,
    read_number,
    read_rate,
    reads_as_number,
)
from ka_terms.model.numbers.units import SCALES, UNIT_PATTERN
from ka_terms.reading.spreadsheet import Value
from ka_terms.reading.tables.schema import Kind
from ka_terms.text.messages import message
from ka_terms.text.unseen import holds_unseen

_NOTHING = frozenset({"", "-", "–", "—", "－", "n/a", "na", "nil", "無", "无"})
"""What people write into a cell that has no number."""
_SHEET = Context(prec=15, rounding=ROUND_HALF_EVEN)
"""A spreadsheet calculates and shows 15 digits."""
_MIDNIGHT = re.compile(r" 00:00:00$")
_NUMBER = re.compile(rf"[^.]*?(?:\.([0-9]+))? ?({UNIT_PATTERN}|)")
LONGEST = 200
"""Characters of a text: a longer one is no name."""


def read_value(value: Value, kind: Kind) -> Any:
    """A cell as its column has it; None for an empty one. Errors: `ValueError` with the fault."""
    if is_nothing(value, kind):
        return None
    if kind is Kind.TEXT:
        return _text(value)
    if kind is Kind.DATE:
        return read_date(_MIDNIGHT.sub("", str(value)))
    if isinstance(value, Decimal):
        return _number_of_sheet(value, kind)
    text = value if isinstance(value, str) and value == value.strip() else str(value).strip()
    if kind is Kind.PERCENT:
        return read_rate(text)
    if fault := doubtful_point(text, counted=kind is Kind.COUNT):
        raise refusal(fault)
    return read_count(text) if kind is Kind.COUNT else read_number(text)


def is_nothing(value: Value, kind: Kind) -> bool:
    """Whether a cell says that there is no value."""
    if value is None:
        return True
    if kind is Kind.TEXT:
        return not str(value).strip()
    return isinstance(value, str) and value.strip().casefold() in _NOTHING


def _number_of_sheet(value: Decimal, kind: Kind) -> Decimal:
    shown = _SHEET.plus(value)
    if shown != shown.to_integral_value():
        digits = MOST_DECIMALS + (2 if kind is Kind.PERCENT else 0)
        shown = round(shown, digits)
    shown = Decimal(f"{shown:f}")  # messages write it out
    read = {Kind.PERCENT: read_rate, Kind.COUNT: read_count}.get(kind, read_number)
    return read(shown)


def _text(value: Value) -> str:
    text = plainly(value) if isinstance(value, Decimal) else " ".join(str(value).split())
    if len(text) > LONGEST:
        found = message("a text of {count} characters", count=f"{len(text):,}")
        expected = message("at most {count} characters", count=LONGEST)
        raise refusal(Fault(found, expected, message("shorten it")))
    if holds_unseen(text):
        raise refusal(
            Fault(quoted(text), message("a text without hidden characters"), message("type it again"))
        )
    return text


def step_of(value: Value) -> Decimal:
    """The unit of the last digit of a number as it is written: 0.1 of `31.0`, 10 of `1.06k`."""
    if isinstance(value, Decimal):
        shown = round(_SHEET.plus(value), MOST_DECIMALS).normalize()
        return Decimal(1).scaleb(min(int(shown.as_tuple().exponent), 0))
    text = folded_number(str(value))
    found = _NUMBER.fullmatch(text) if reads_as_number(text) else None
    if not found:
        return Decimal(1)
    return Decimal(1).scaleb(SCALES[found[2]] - len(found[1] or ""))
