"""The numbers of a chart as a spreadsheet has them: in the unit of the report, under a number format."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ka_terms.presentation.numbers import NumberStyle, exact
from ka_terms.presentation.table import Cell, Kind

_SHOWN_DIGITS = 4
"""Digits of an amount that a label shows at least, decimals included."""
_CLOSE = 5
"""Percentage points within which shares are told apart by one decimal more."""


def charted(value: Decimal | None, kind: Kind, style: NumberStyle) -> Decimal | None:
    """The number in the unit of the report, points as points of a hundred; None where it is absent or not finite."""
    number = exact(Cell(value, kind), style)
    return number * 100 if number is not None and kind is Kind.POINTS else number


def decimals(kind: Kind, numbers: Iterable[Decimal | None], style: NumberStyle) -> int:
    """The decimals that labels of these numbers show."""
    known = [number for number in numbers if number is not None]
    if kind in (Kind.RATIO, Kind.INDEX, Kind.POINTS):
        span = max(known, default=Decimal(0)) - min(known, default=Decimal(0))
        return 1 if (span if kind is Kind.POINTS else span * 100) >= _CLOSE else 2
    if all(number == number.to_integral_value() for number in known):
        return 0
    most = 2 if kind not in (Kind.MONEY, Kind.AVERAGE) or style.unit.power else style.digits
    largest = max(map(abs, known), default=Decimal(1)) or Decimal(1)
    return max(0, min(most, _SHOWN_DIGITS - 1 - max(largest.adjusted(), 0)))


def number_format(kind: Kind, numbers: Iterable[Decimal | None], style: NumberStyle) -> str:
    """The number format of a spreadsheet for numbers of a kind."""
    places = decimals(kind, numbers, style)
    point = f".{'0' * places}" if places else ""
    match kind:
        case Kind.TEXT | Kind.FACT:
            return "General"
        case Kind.RATIO | Kind.INDEX:
            return f"0{point}%"
        case Kind.POINTS:
            return f'0{point}" {style.points}"'
        case _:
            return f"#,##0{point}"
