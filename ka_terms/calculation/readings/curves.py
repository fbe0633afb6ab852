"""Curves: the reading behind break-evens. Every figure is a quotient of two polynomials in the one number that moves.

A choice (a tier reached or not, the larger of two, a least, a most) is made as it comes out at one place, and the curve
whose sign decided it is kept. Between two zeros of such curves no choice comes out otherwise, so that what was read
holds there exactly, but for the rounding of each line to the minor unit, which a curve leaves out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import zip_longest

from ka_terms.calculation.readings.reading import Nameless

Polynomial = tuple[Fraction, ...]
"""Coefficients, the constant first; the last is not zero. Zero is the empty tuple."""
ONE: Polynomial = (Fraction(1),)
_ZERO = Fraction(0)
_TOLERANCE = 10**45
"""A zero that is no short decimal is found to within one part in this of the interval it is sought in."""
_DECIMALS = 10**8
"""A zero with at most eight decimals, which is all a contract can state, is found exactly."""


def polynomial(coefficients: Sequence[Fraction]) -> Polynomial:
    """The coefficients without zeros at the end."""
    end = len(coefficients)
    while end and not coefficients[end - 1]:
        end -= 1
    return tuple(coefficients[:end])


def value_at(one: Polynomial, x: Fraction) -> Fraction:
    """The value at a place, by Horner's rule."""
    found = _ZERO
    for coefficient in reversed(one):
        found = found * x + coefficient
    return found


def _sum(one: Polynomial, other: Polynomial, sign: int) -> Polynomial:
    return polynomial([a + sign * b for a, b in zip_longest(one, other, fillvalue=_ZERO)])


def _times(one: Polynomial, other: Polynomial) -> Polynomial:
    if ONE in (one, other):
        return other if one == ONE else one
    found = [_ZERO] * (len(one) + len(other) - 1 if one and other else 0)
    for at, a in enumerate(one):
        for beside, b in enumerate(other):
            found[at + beside] += a * b
    return polynomial(found)


def _derivative(one: Polynomial) -> Polynomial:
    return polynomial([at * each for at, each in enumerate(one)][1:])


def _divided(one: Polynomial, zero: Fraction) -> Polynomial:
    """one / (x - zero), by Horner's rule."""
    found = [_ZERO]
    for coefficient in reversed(one[1:]):
        found.append(found[-1] * zero + coefficient)
    return polynomial(found[:0:-1])


def zeros(one: Polynomial, low: Fraction, high: Fraction) -> list[Fraction]:
    """Every zero strictly between `low` and `high`, rising; none for the polynomial that is zero everywhere.

    Between two zeros of its derivative a polynomial is monotone, so that each is found by halving.
    """
    if len(one) < 2:
        return []
    if len(one) == 2:
        zero = -one[0] / one[1]
        return [zero] if low < zero < high else []
    turning = zeros(_derivative(one), low, high)
    found = []
    for left, right in zip([low, *turning], [*turning, high], strict=True):
        if value_at(one, left) * value_at(one, right) < 0:
            found.append(_halved(one, left, right))
        elif right != high and not value_at(one, right):
            found.append(right)
    return found


def _halved(one: Polynomial, low: Fraction, high: Fraction) -> Fraction:
    """The one zero between two values of different sign."""
    rising = value_at(one, high) > 0
    least = (high - low) / _TOLERANCE
    while high - low > least:
        middle = (low + high) / 2
        low, high = (low, middle) if (value_at(one, middle) > 0) is rising else (middle, high)
    short = Fraction(round(low * _DECIMALS), _DECIMALS)
    return short if not value_at(one, short) else low


class Curve:
    """`over / under`, two polynomials in the number that moves."""

    __slots__ = ("over", "reading", "under")

    def __init__(self, over: Polynomial, under: Polynomial, reading: Curves | None = None) -> None:
        self.over = over
        self.under = under
        self.reading = reading

    def __call__(self, x: Fraction) -> Fraction | None:
        """The value at a place; None (n/a) where the denominator is zero."""
        under = value_at(self.under, x)
        return value_at(self.over, x) / under if under else None

    def limit(self, x: Fraction) -> Fraction | None:
        """What the value tends to at a place, also where both parts are zero there; None where that has no bounds."""
        return self._without_zero(x)(x)

    def rise(self, x: Fraction) -> Fraction | None:
        """How much the value rises with one more unit, right at a place; None where the value has no bounds there."""
        curve = self._without_zero(x)
        under = value_at(curve.under, x)
        return value_at(curve.slope(), x) / under**2 if under else None

    def plain(self) -> Curve:
        """The same curve, as a number where its parts are in proportion: what is shared out and does not move."""
        over, under = self.over, self.under
        if over and len(over) != len(under):
            return self
        share = over[-1] / under[-1] if over else _ZERO
        same = all(one == share * other for one, other in zip(over, under, strict=False))
        return Curve(polynomial([share]), ONE, self.reading) if same else self

    def _without_zero(self, x: Fraction) -> Curve:
        """The same curve without what is zero at a place in both its parts."""
        over, under = self.over, self.under
        while under and not value_at(under, x) and not value_at(over, x):
            over, under = _divided(over, x), _divided(under, x)
        return Curve(over, under)

    def slope(self) -> Polynomial:
        """over' x under - over x under': the numerator of the derivative, whose sign is that of the slope."""
        rising = _times(_derivative(self.over), self.under)
        return _sum(rising, _times(self.over, _derivative(self.under)), -1)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Curve) and (self.over, self.under) == (other.over, other.under)

    __hash__ = None  # type: ignore[assignment]  # a value that is compared, never a key

    def __add__(self, other: Curve) -> Curve:
        return self._joined(other, 1)

    def __sub__(self, other: Curve) -> Curve:
        return self._joined(other, -1)

    def _joined(self, other: Curve, sign: int) -> Curve:
        if self.under == other.under:
            return Curve(_sum(self.over, other.over, sign), self.under, self.reading)
        over = _sum(_times(self.over, other.under), _times(other.over, self.under), sign)
        return Curve(over, _times(self.under, other.under), self.reading)

    def __mul__(self, other: Curve) -> Curve:
        return Curve(_times(self.over, other.over), _times(self.under, other.under), self.reading)

    def __truediv__(self, other: Curve) -> Curve:
        over, under = _times(self.over, other.under), _times(self.under, other.over)
        # By a number alone, which leaves a polynomial one.
        return (
            Curve(tuple(each / under[0] for each in over), ONE, self.reading)
            if len(under) == 1
            else Curve(over, under, self.reading)
        )

    def __ge__(self, other: Curve) -> bool:
        return self._difference(other) >= 0

    def __gt__(self, other: Curve) -> bool:
        return self._difference(other) > 0

    def _difference(self, other: Curve) -> Fraction:
        """self - other at the place of the reading, which keeps what its sign hangs on."""
        assert self.reading is not None  # a curve of a formula has the reading it is read in
        difference = self - other
        return self.reading.decided_by(difference)


class Curves(Nameless):
    """`Reading` over `Curve`: the figures and parameters named in `moving` are curves, all other leaves constants;
    choices are made `at`.
    """

    def __init__(self, moving: Mapping[str, Polynomial], at: Fraction) -> None:
        self._moving = moving
        self.at = at
        self.deciders: dict[Polynomial, None] = {}
        """Polynomials whose signs the choices hang on."""
        self.bounds: set[Fraction] = set()
        """Places at which a curve taken over from another reading ends."""

    def taken_over(self, curve: Curve, low: Fraction, high: Fraction) -> Curve:
        """A curve that was read before, and holds from `low` to `high`."""
        self.bounds.update((low, high))
        return Curve(curve.over, curve.under, self)

    def decided_by(self, difference: Curve) -> Fraction:
        """The value of a curve that a choice hangs on."""
        for part in (difference.over, difference.under):
            if len(part) > 1:
                self.deciders[part] = None
        return difference(self.at) or _ZERO

    def leaf(self, path: str, value: Decimal) -> Curve:
        found = self._moving.get(path)
        return self.constant(value) if found is None else Curve(found, ONE, self)

    def derived(self, path: str, value: Curve) -> Curve:
        # A figure that follows from others may be what moves: sales planned as a growth.
        found = self._moving.get(path)
        return value if found is None else Curve(found, ONE, self)

    def constant(self, value: Decimal) -> Curve:
        return Curve(polynomial([Fraction(value)]), ONE, self)

    def maximum(self, one: Curve, other: Curve) -> Curve:
        return max(one, other)

    def minimum(self, one: Curve, other: Curve) -> Curve:
        return min(one, other)

    def where(self, condition: bool, then: Curve, otherwise: Curve) -> Curve:
        return then if condition else otherwise

    def divide(self, one: Curve, other: Curve) -> Curve:
        return (one / other).plain() if self.decided_by(other) else self.constant(Decimal(0))

    def settle(self, key: str, amount: Curve, unit: Decimal) -> Curve:
        return amount
