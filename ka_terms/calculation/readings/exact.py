"""Exact decimals: the reading that gives the statement, and the arithmetic of ratios."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from decimal import (
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    localcontext,
)
from typing import TYPE_CHECKING

from ka_terms.calculation.readings.reading import PlainChoices, Uncomputable
from ka_terms.model.numbers.month import YEAR, Months

if TYPE_CHECKING:
    from fractions import Fraction

DIGITS = 1_200
"""Significant digits of a formula.

A figure may multiply four stated numbers below 10^15 with eight decimals and sixty written digits: it has some 152. The
largest product of a term, an amount times six such figures, has 935.
"""
RATIO_DIGITS = 28
"""Significant digits of a ratio, the only figure that need not be exact."""
_STATED_DECIMALS = 100
"""More decimals than a figure without a division can have: eight of each of four numbers, and sixty written digits."""
_FIGURE_DECIMALS = 900
"""Fewer decimals than a quotient has that never ends; figures have so many at most."""
_AMOUNT_DECIMALS = 700
"""The same of amounts, which figures are multiplied to, and of what is compared.

Two numbers that are not equal differ in far fewer decimals, since the numbers that a contract divides by have some
thirty digits. So two numbers that agree in so many are equal: what was cut off does not add up to one digit of them.
"""
_ONE = Decimal(1)
LARGEST_AMOUNT = Decimal(10) ** 18

_EXACT = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero])
_RATIO = Context(prec=RATIO_DIGITS, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero])


def exactly() -> AbstractContextManager[Context]:
    """Return the decimal context in which sums, differences and products of a contract's numbers are exact."""
    return localcontext(_EXACT)


def ratio(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """Return `part / whole` to 28 digits; None (n/a) where either is unknown or `whole` is zero."""
    return None if part is None or not whole else _RATIO.divide(part, whole)


def difference(value: Decimal | None, other: Decimal | None) -> Decimal | None:
    """Return `value - other` to 28 digits; None (n/a) where either is unknown."""
    return None if value is None or other is None else _RATIO.subtract(value, other)


def decimal_of(value: Fraction) -> Decimal:
    """Return a fraction as a decimal: exact where 28 digits suffice, else to 28 digits."""
    return _RATIO.divide(Decimal(value.numerator), Decimal(value.denominator))


def trimmed(value: Decimal) -> Decimal:
    """Return the number without the zeros at its end that sums and products leave, and without an exponent."""
    return value.quantize(_ONE) if value == value.to_integral_value() else value.normalize()


def within_decimals(value: Decimal, decimals: int) -> Decimal:
    """Return the number, without the last digits of a quotient that never ends."""
    exponent = value.as_tuple().exponent
    return value.quantize(Decimal(1).scaleb(-decimals)) if int(exponent) < -decimals else value


def _figure(value: Decimal) -> Decimal:
    """Return the number with no more decimals than a figure has; three thirds are a whole one."""
    if int(value.as_tuple().exponent) >= -_STATED_DECIMALS:
        return trimmed(value)
    ended = trimmed(within_decimals(value, _AMOUNT_DECIMALS))
    if int(ended.as_tuple().exponent) >= -_STATED_DECIMALS:
        return ended
    return within_decimals(value, _FIGURE_DECIMALS).normalize()


def without_tail(value: Decimal) -> Decimal:
    """Return the number; a quotient that never ends to as many digits as a ratio."""
    return _RATIO.plus(value) if int(value.as_tuple().exponent) < -_STATED_DECIMALS else value


def round_half_up(amount: Decimal, unit: Decimal) -> Decimal:
    """Return the nearest multiple of `unit` (0.01, 1, 100), halves away from zero as in spreadsheets."""
    if unit.adjusted() <= 0:
        return amount.quantize(unit, ROUND_HALF_UP)
    # Decimals round to the digits that a number has, not to its value; the result is written without an exponent.
    return amount.quantize(Decimal(1).scaleb(unit.adjusted()), ROUND_HALF_UP).quantize(Decimal(1))


class Exact(PlainChoices):
    """`Reading` over `Decimal`: every function is the plain one. `replaced` gives other values for some paths."""

    def __init__(self, replaced: Mapping[str, Decimal] | None = None) -> None:
        self._replaced = replaced or {}

    def leaf(self, path: str, value: Decimal) -> Decimal:
        return self._replaced.get(path, value)

    def derived(self, path: str, value: Decimal) -> Decimal:
        # Written as a file states it: 2.5 times 4,020,000 is 10,050,000 and not 10,050,000.0.
        return _figure(value)

    def of_months(self, path: str, months: Months, value: Decimal) -> Decimal:
        return _figure(value)

    def constant(self, value: Decimal) -> Decimal:
        return value

    def reaches(self, one: Decimal, other: Decimal, inclusive: bool) -> bool:
        one, other = within_decimals(one, _AMOUNT_DECIMALS), within_decimals(other, _AMOUNT_DECIMALS)
        return one >= other if inclusive else one > other

    def divide(self, one: Decimal, other: Decimal) -> Decimal:
        return one / other if other else Decimal(0)

    def whole_quotient(self, one: Decimal, other: Decimal) -> Decimal:
        return within_decimals(one, _AMOUNT_DECIMALS) // other if other else Decimal(0)

    def rounded(self, amount: Decimal, unit: Decimal) -> Decimal:
        return round_half_up(within_decimals(amount, _AMOUNT_DECIMALS), unit)

    def settle(self, key: str, amount: Decimal, unit: Decimal, months: Months = YEAR) -> Decimal:
        if abs(amount) >= LARGEST_AMOUNT:
            raise Uncomputable(key)
        return self.rounded(amount, unit)
