"""Arrays of whole numbers: the reading behind sweeps, exact to the minor unit.

A number is held as `values / 10**scale`, where `values` is one integer or an array of them. Rates, amounts and counts
have few decimals, so every sum, product and comparison of a formula is one of integers, and `settle` rounds half up by
an integer division: nothing is lost anywhere.

Every number also knows the least and the most its values can be. From that follows whether a result might outgrow the
integers of the namespace, in which case `TooLarge` is raised before anything wraps around; and a comparison that comes
out the same for all points costs nothing. With `numpy` values stay below 2**63, some 9.2e18: for sales in cents times a
rate of four decimals that is 9.2e12 in money. Beyond, and where a formula divides, `plain_arrays` takes
over, whose integers have no bound and which takes fractions too.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ka_terms.calculation.readings.exact import LARGEST_AMOUNT
from ka_terms.calculation.readings.reading import Nameless, Uncomputable

INT64 = 2**63 - 1
"""The most a value of 64 bits can be."""


class TooLarge(ArithmeticError):
    """A result might not fit the integers of the namespace, or is no integer."""


class Scaled:
    """`values / 10**scale`; no value is below `low` or above `high`, and none may outgrow `limit` (None: any size)."""

    __slots__ = ("high", "limit", "low", "scale", "values")

    def __init__(self, values: Any, scale: int, low: Any, high: Any, limit: int | None) -> None:
        self.values = values
        self.scale = scale
        self.low = low
        self.high = high
        self.limit = limit

    def __add__(self, other: Scaled) -> Scaled:
        one, two = aligned(self, other)
        one.check(one.low + two.low, one.high + two.high, two)
        return Scaled(one.values + two.values, one.scale, one.low + two.low, one.high + two.high, one.limit)

    def __sub__(self, other: Scaled) -> Scaled:
        one, two = aligned(self, other)
        one.check(one.low - two.high, one.high - two.low, two)
        return Scaled(one.values - two.values, one.scale, one.low - two.high, one.high - two.low, one.limit)

    def __mul__(self, other: Scaled) -> Scaled:
        corners = [one * two for one in (self.low, self.high) for two in (other.low, other.high)]
        low, high = min(corners), max(corners)
        self.check(low, high, other)
        return Scaled(self.values * other.values, self.scale + other.scale, low, high, self.limit)

    def __ge__(self, other: Scaled) -> Any:
        one, two = aligned(self, other)
        decided = one.low >= two.high
        return decided if decided or one.high < two.low else one.values >= two.values

    def __gt__(self, other: Scaled) -> Any:
        one, two = aligned(self, other)
        decided = one.low > two.high
        return decided if decided or one.high <= two.low else one.values > two.values

    @property
    def is_single(self) -> bool:
        """Whether this is one number, the same for all points."""
        return not hasattr(self.values, "shape")

    @property
    def is_zero(self) -> bool:
        """Whether no value can be anything else."""
        return bool(self.low == self.high == 0)

    def at_scale(self, scale: int) -> Scaled:
        """The same number under a scale at least as fine."""
        if scale == self.scale:
            return self
        factor = 10 ** (scale - self.scale)
        self.check(self.low * factor, self.high * factor)
        return Scaled(self.values * factor, scale, self.low * factor, self.high * factor, self.limit)

    def check(self, low: Any, high: Any, *others: Scaled) -> None:
        """Errors: `TooLarge` where a result between these bounds, or what it is made of, might not fit an array."""
        if self.limit is None:
            return
        # A single number of any size meets an array only if the array could hold it.
        for each in (self, *others):
            low, high = min(low, each.low), max(high, each.high)
        fits = -self.limit <= low and high <= self.limit
        if not fits and not (self.is_single and all(each.is_single for each in others)):
            raise TooLarge


@lru_cache(maxsize=1024)
def number(value: Decimal, limit: int | None) -> Scaled:
    """One exact decimal. Its trailing zeros go into the scale, which keeps products small."""
    numerator = int(value.scaleb(_DECIMALS))
    scale = _DECIMALS
    while numerator and numerator % 10 == 0:
        numerator, scale = numerator // 10, scale - 1
    return Scaled(numerator, scale if numerator else 0, numerator, numerator, limit)


_DECIMALS = 8
"""The most decimals the model lets a number have."""


def aligned(one: Scaled, other: Scaled) -> tuple[Scaled, Scaled]:
    """Both under one scale; a zero takes that of the other."""
    if one.scale == other.scale:
        return one, other
    if other.is_zero and other.is_single:
        return one, Scaled(0, one.scale, 0, 0, one.limit)
    if one.is_zero and one.is_single:
        return Scaled(0, other.scale, 0, 0, other.limit), other
    scale = max(one.scale, other.scale)
    return one.at_scale(scale), other.at_scale(scale)


class Arrays(Nameless):
    """`Reading` over `Scaled`: the leaves named in `varied` are arrays, all others single numbers.

    Arrays broadcast against each other, one axis a varied number; a fee that hangs on one of them is computed on that
    axis alone. `xp` is any namespace of the array API; `limit` is the most its integers can be, None for any size.
    """

    def __init__(self, xp: Any, varied: Mapping[str, Scaled], limit: int | None = INT64) -> None:
        self._xp = xp
        self._is_numpy = xp.__name__ == "numpy"
        self._varied = varied
        self._limit = limit

    def leaf(self, path: str, value: Decimal) -> Scaled:
        return self._varied[path] if path in self._varied else number(value, self._limit)

    def derived(self, path: str, value: Scaled) -> Scaled:
        return value

    def constant(self, value: Decimal) -> Scaled:
        return number(value, self._limit)

    def maximum(self, one: Scaled, other: Scaled) -> Scaled:
        one, other = aligned(one, other)
        if one.low >= other.high or other.low >= one.high:
            return one if one.low >= other.high else other
        low, high = max(one.low, other.low), max(one.high, other.high)
        return self._chosen("maximum", one, other, low, high)

    def minimum(self, one: Scaled, other: Scaled) -> Scaled:
        one, other = aligned(one, other)
        if one.low >= other.high or other.low >= one.high:
            return other if one.low >= other.high else one
        low, high = min(one.low, other.low), min(one.high, other.high)
        return self._chosen("minimum", one, other, low, high)

    def _chosen(self, function: str, one: Scaled, other: Scaled, low: Any, high: Any) -> Scaled:
        one.check(one.low, one.high, other)
        # The standard asks for arrays where a library would also take a number.
        values = getattr(self._xp, function)(self._array(one), self._array(other))
        return Scaled(values, one.scale, low, high, self._limit)

    def _array(self, one: Scaled) -> Any:
        return self._xp.asarray(one.values) if one.is_single else one.values

    def where(self, condition: Any, then: Scaled, otherwise: Scaled) -> Scaled:
        if isinstance(condition, bool):
            return then if condition else otherwise
        then, otherwise = aligned(then, otherwise)
        for each in (then, otherwise):
            if self._limit is not None and not -self._limit <= each.low <= each.high <= self._limit:
                raise TooLarge
        values = self._xp.where(condition, self._array(then), self._array(otherwise))
        low, high = min(then.low, otherwise.low), max(then.high, otherwise.high)
        return Scaled(values, then.scale, low, high, self._limit)

    def divide(self, one: Scaled, other: Scaled) -> Scaled:
        """Exact fractions where the namespace takes any number. Errors: `TooLarge` where it holds integers only."""
        if one.is_zero or other.is_zero:
            return self.constant(Decimal(0))
        if self._limit is not None:
            raise TooLarge
        values = _quotients(one, other)
        found = values.tolist() if hasattr(values, "shape") else [values]
        return Scaled(values, one.scale - other.scale, min(found), max(found), None)

    def settle(self, key: str, amount: Scaled, unit: Decimal) -> Scaled:
        exponent = unit.as_tuple().exponent
        assert isinstance(exponent, int)  # a minor unit is finite
        settled = self._rounded(amount, -exponent)
        most = int(LARGEST_AMOUNT.scaleb(settled.scale))
        return settled if -most < settled.low <= settled.high < most else self._within(settled, most, key)

    def _within(self, amount: Scaled, most: int, key: str) -> Scaled:
        """The amount with the bounds it really has. Errors: `Uncomputable` where one is beyond 10^18."""
        low, high = self._ends(amount.values)
        if not -most < low <= high < most:
            raise Uncomputable(key)
        return Scaled(amount.values, amount.scale, low, high, amount.limit)

    def _ends(self, values: Any) -> tuple[int, int]:
        if not hasattr(values, "shape"):
            return values, values
        if hasattr(self._xp, "min"):
            return int(self._xp.min(values)), int(self._xp.max(values))
        row = values.tolist()
        return min(row), max(row)

    def _rounded(self, amount: Scaled, digits: int) -> Scaled:
        """Half away from zero: (v + d/2) // d above zero, and the mirror of it below."""
        amount = amount.at_scale(max(amount.scale, digits))
        divisor = 10 ** (amount.scale - digits)
        if divisor == 1 and self._limit is not None:
            return amount
        amount.check(amount.low - divisor, amount.high + divisor)
        low, high = _half_away(amount.low, divisor), _half_away(amount.high, divisor)
        if self._is_numpy and amount.low >= 0 and not amount.is_single:
            values = _half_up_in_place(self._xp, amount.values, divisor)
        else:
            values = _half_up(amount.values, divisor)
        if amount.low < 0:
            mirrored = -_half_up(-amount.values, divisor)
            values = self._xp.where(amount.values >= 0, values, mirrored) if not amount.is_single else low
        return Scaled(values, digits, low, high, self._limit)


def _half_up(values: Any, divisor: int) -> Any:
    # Doubled, since half of 1 is no integer; and halves of fractions are found only so.
    return (values * 2 + divisor) // (2 * divisor) if divisor == 1 else (values + divisor // 2) // divisor


def _half_up_in_place(xp: Any, values: Any, divisor: int) -> Any:
    """The same of a numpy array without a value below zero: unsigned, the same bytes are divided twice as quickly."""
    found = values + divisor // 2
    unsigned = found.view(xp.uint64)
    unsigned //= xp.uint64(divisor)
    return found


def _half_away(value: Any, divisor: int) -> int:
    half_up: int = _half_up(abs(value), divisor)
    return half_up if value >= 0 else -half_up


def _quotients(one: Scaled, other: Scaled) -> Any:
    from fractions import Fraction

    from ka_terms.calculation.readings.plain_arrays import paired

    return paired(lambda a, b: Fraction(a) / b if b else Fraction(0), one.values, other.values)
