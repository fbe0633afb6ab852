"""Curves: the arithmetic for break-evens. Every figure is a quotient of two polynomials in one variable, the input.

A choice (a tier that is reached, a minimum, a maximum) is made at one position, and the polynomial whose sign decided
it is recorded. Between two zeros of such polynomials all choices stay the same, so the curve is exact there. Lines are
not rounded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, zip_longest
from math import floor
from typing import TypeVar

from ka_terms.calculation.readings.reading import Comparing, PlainChoices
from ka_terms.model.numbers.month import YEAR, Months

F = TypeVar("F", Fraction, float)
Polynomial = tuple[Fraction, ...]
"""Coefficients, the constant first; the last is not zero. Zero is the empty tuple."""
ONE: Polynomial = (Fraction(1),)
X: Polynomial = (Fraction(0), Fraction(1))
"""The input itself, as a polynomial of the input."""
_ZERO = Fraction(0)
_TOLERANCE = 10**45
"""A zero that is not a short decimal is exact to one part in this of the interval that is searched."""
MOST_STEPS = 1_000
"""Whole values that a quotient may take in the range asked about: each is a piece of its own."""
_DECIMALS = 10**8
"""A zero with at most eight decimals, as many as a contract can state, is exact."""


class TooManySteps(ArithmeticError):
    """A fee by full lots has too many steps in the range asked about to follow each of them."""


def polynomial(coefficients: Sequence[Fraction]) -> Polynomial:
    """Return the coefficients without zeros at the end."""
    end = len(coefficients)
    while end and not coefficients[end - 1]:
        end -= 1
    return tuple(coefficients[:end])


def value_at(coefficients: Sequence[F], x: F) -> F:
    """Return the value of a polynomial at x, by Horner's rule."""
    if not coefficients:
        return x * 0
    *lower, value = coefficients
    for coefficient in reversed(lower):
        value = value * x + coefficient
    return value


def _sum(first: Polynomial, second: Polynomial, sign: int) -> Polynomial:
    return polynomial([a + sign * b for a, b in zip_longest(first, second, fillvalue=_ZERO)])


def _product(first: Polynomial, second: Polynomial) -> Polynomial:
    if ONE in (first, second):
        return second if first == ONE else first
    product = [_ZERO] * (len(first) + len(second) - 1 if first and second else 0)
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            product[i + j] += a * b
    return polynomial(product)


def _derivative(coefficients: Polynomial) -> Polynomial:
    return polynomial([power * coefficient for power, coefficient in enumerate(coefficients)][1:])


def _without_root(coefficients: Polynomial, root: Fraction) -> Polynomial:
    """Return the polynomial divided by (x - root), by Horner's rule."""
    quotient = [_ZERO]
    for coefficient in reversed(coefficients[1:]):
        quotient.append(quotient[-1] * root + coefficient)
    return polynomial(quotient[:0:-1])


def zeros(coefficients: Polynomial, low: Fraction, high: Fraction) -> list[Fraction]:
    """Return every zero strictly between `low` and `high`, rising; none for the polynomial that is zero everywhere.

    Between two zeros of its derivative a polynomial is monotone, so bisection finds its only zero there.
    """
    if len(coefficients) < 2:
        return []
    if len(coefficients) == 2:
        zero = -coefficients[0] / coefficients[1]
        return [zero] if low < zero < high else []
    roots = []
    for left, right in pairwise([low, *zeros(_derivative(coefficients), low, high), high]):
        if value_at(coefficients, left) * value_at(coefficients, right) < 0:
            roots.append(_bisected(coefficients, left, right))
        elif right != high and not value_at(coefficients, right):
            roots.append(right)
    return roots


def _bisected(coefficients: Polynomial, low: Fraction, high: Fraction) -> Fraction:
    """Return the only zero between two positions at which the values have different signs."""
    rising = value_at(coefficients, high) > 0
    least = (high - low) / _TOLERANCE
    while high - low > least:
        middle = (low + high) / 2
        low, high = (low, middle) if (value_at(coefficients, middle) > 0) is rising else (middle, high)
    short = Fraction(round(low * _DECIMALS), _DECIMALS)
    return short if not value_at(coefficients, short) else low


@dataclass(frozen=True, slots=True)
class Curve:
    """The quotient `over / under` of two polynomials in the input."""

    over: Polynomial
    under: Polynomial
    reading: Curves | None = field(default=None, compare=False, repr=False)

    def __call__(self, x: Fraction) -> Fraction | None:
        """Return the value at x; None (n/a) where the denominator is zero."""
        under = value_at(self.under, x)
        return value_at(self.over, x) / under if under else None

    def limit(self, x: Fraction) -> Fraction | None:
        """Return the limit at x, also where both polynomials are zero there; None where it is infinite."""
        return self._reduced(x)(x)

    def slope(self, x: Fraction) -> Fraction | None:
        """Return the change of the value per unit of the input at x; None where the value is infinite there."""
        return self._reduced(x).derivative()(x)

    def derivative(self) -> Curve:
        """Return (over' under - over under') / under^2, whose numerator is zero where the curve turns."""
        rising = _product(_derivative(self.over), self.under)
        falling = _product(self.over, _derivative(self.under))
        return Curve(_sum(rising, falling, -1), _product(self.under, self.under))

    def simplified(self) -> Curve:
        """Return a constant where the two polynomials are proportional, as for a share that does not change."""
        over, under = self.over, self.under
        if over and len(over) != len(under):
            return self
        share = over[-1] / under[-1] if over else _ZERO
        is_constant = all(a == share * b for a, b in zip(over, under, strict=False))
        return Curve(polynomial([share]), ONE, self.reading) if is_constant else self

    def _reduced(self, x: Fraction) -> Curve:
        """Return the same quotient without the root x that both polynomials share."""
        over, under = self.over, self.under
        while under and not value_at(under, x) and not value_at(over, x):
            over, under = _without_root(over, x), _without_root(under, x)
        return Curve(over, under)

    def __add__(self, other: Curve) -> Curve:
        return self._plus(other, 1)

    def __sub__(self, other: Curve) -> Curve:
        return self._plus(other, -1)

    def _plus(self, other: Curve, sign: int) -> Curve:
        if self.under == other.under:
            return Curve(_sum(self.over, other.over, sign), self.under, self.reading)
        over = _sum(_product(self.over, other.under), _product(other.over, self.under), sign)
        return Curve(over, _product(self.under, other.under), self.reading)

    def __mul__(self, other: Curve) -> Curve:
        return Curve(_product(self.over, other.over), _product(self.under, other.under), self.reading)

    def __truediv__(self, other: Curve) -> Curve:
        over, under = _product(self.over, other.under), _product(self.under, other.over)
        if len(under) > 1:
            return Curve(over, under, self.reading)
        # Division by a number leaves a polynomial a polynomial.
        return Curve(tuple(coefficient / under[0] for coefficient in over), ONE, self.reading)

    def __ge__(self, other: Curve) -> bool:
        return self._difference(other) >= 0

    def __gt__(self, other: Curve) -> bool:
        return self._difference(other) > 0

    def _difference(self, other: Curve) -> Fraction:
        """Return self - other at the position of the reading, which records the polynomial that decides its sign."""
        assert self.reading is not None  # every curve in a formula has the reading that made it
        return self.reading.decided(self - other)


class Curves(PlainChoices, Comparing):
    """`Reading` over `Curve`: what `moving` names is a polynomial of the input, all else a constant.

    Choices are made at the position `at`. `asked` is the range that is asked about, in which steps are counted.
    """

    def __init__(
        self, moving: Mapping[str, Polynomial], at: Fraction, asked: tuple[Fraction, Fraction] | None = None
    ) -> None:
        self._moving = moving
        self._range = asked
        self.at = at
        self.deciders: dict[Polynomial, None] = {}
        """The polynomials whose signs decided the choices."""
        self.bounds: set[Fraction] = set()
        """The ends of the intervals in which reused curves hold."""

    def reused(self, curve: Curve, low: Fraction, high: Fraction) -> Curve:
        """Return a curve of an earlier reading, and record the interval from `low` to `high` in which it holds."""
        self.bounds.update((low, high))
        return Curve(curve.over, curve.under, self)

    def decided(self, difference: Curve) -> Fraction:
        """Return the value of a difference at the position, and record the polynomials that decide its sign."""
        for part in (difference.over, difference.under):
            if len(part) > 1:
                self.deciders[part] = None
        return difference(self.at) or _ZERO

    def leaf(self, path: str, value: Decimal) -> Curve:
        return self.derived(path, self.constant(value))

    def derived(self, path: str, value: Curve) -> Curve:
        # A derived figure may be an input too: sales that are planned as a growth rate.
        moving = self._moving.get(path)
        return value if moving is None else Curve(moving, ONE, self)

    def constant(self, value: Decimal) -> Curve:
        return Curve(polynomial([Fraction(value)]), ONE, self)

    def divide(self, one: Curve, other: Curve) -> Curve:
        return (one / other).simplified() if self.decided(other) else self.constant(Decimal(0))

    def whole_quotient(self, one: Curve, other: Curve) -> Curve:
        """Errors: `TooManySteps` where the quotient takes more than `MOST_STEPS` whole values in the range."""
        quotient = one / other
        count = floor(quotient(self.at) or _ZERO)
        if len(quotient.over) > 1 or len(quotient.under) > 1:
            self._count_steps(quotient)
            for bound in (count, count + 1):
                self.decided(quotient - self.constant(Decimal(bound)))
        return self.constant(Decimal(count))

    def _count_steps(self, quotient: Curve) -> None:
        if self._range:
            ends = [quotient(end) for end in self._range]
            whole = [floor(value) for value in ends if value is not None]
            # Where it is divided by what begins at zero, the steps have no end.
            if len(whole) < len(ends) or max(whole) - min(whole) > MOST_STEPS:
                raise TooManySteps

    def rounded(self, amount: Curve, unit: Decimal) -> Curve:
        return amount

    def settle(self, key: str, amount: Curve, unit: Decimal, months: Months = YEAR) -> Curve:
        return amount
