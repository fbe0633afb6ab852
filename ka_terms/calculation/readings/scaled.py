"""Numbers of a sweep: whole numbers over one divisor, one or an array of them, each with its least and its most.

A result that might not fit the integers of an array is refused before anything wraps around.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from math import gcd, lcm, prod
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from ka_terms.calculation.readings.arrays import Arrays

INT64 = 2**63 - 1
"""The most a value of 64 bits can be."""


class TooLarge(ArithmeticError):
    """A result might not fit the integers of the namespace, or is no integer."""


class Scaled:
    """`values / (10**scale * under)`; no value is below `low` or above `high`.

    None may outgrow `limit` (None: any size). `under` is a whole number above zero without the factors 2 and 5, which
    go into the scale: 1/12 is 25 / (10**2 * 3). It is 1 wherever nothing is divided.

    `choice` is what the values are chosen from, if they are: a condition, and two numbers of one scale. They are chosen
    when they are first asked for: two amounts along one axis are rounded before a condition on another spreads them.
    """

    __slots__ = ("_values", "choice", "high", "limit", "low", "scale", "under")

    def __init__(
        self,
        values: Any,
        scale: int,
        low: Any,
        high: Any,
        limit: int | None,
        under: int = 1,
    ) -> None:
        self._values = values
        self.choice: Choice | None = None
        self.scale = scale
        self.under = under
        self.low = low
        self.high = high
        self.limit = limit

    @property
    def values(self) -> Any:
        """One integer, or an array of integers."""
        if self.choice:
            self._values, self.choice = self.choice.chosen(), None
        return self._values

    @values.setter
    def values(self, values: Any) -> None:
        self._values = values

    def __add__(self, other: Scaled) -> Scaled:
        left, right = aligned(self, other)
        low, high = left.low + right.low, left.high + right.high
        left.check(low, high, right)
        return Scaled(left.values + right.values, left.scale, low, high, left.limit, left.under)

    def __sub__(self, other: Scaled) -> Scaled:
        left, right = aligned(self, other)
        low, high = left.low - right.high, left.high - right.low
        left.check(low, high, right)
        return Scaled(left.values - right.values, left.scale, low, high, left.limit, left.under)

    def __mul__(self, other: Scaled) -> Scaled:
        one = self
        if one.under != 1 or other.under != 1:
            one, other = _without_common(one, other)
        ends = one.low * other.low, one.low * other.high, one.high * other.low, one.high * other.high
        low, high = min(ends), max(ends)
        one.check(low, high, other)
        under = one.under * other.under
        return Scaled(one.values * other.values, one.scale + other.scale, low, high, one.limit, under)

    def __ge__(self, other: Scaled) -> Any:
        left, right = aligned(self, other)
        decided = left.low >= right.high
        return decided if decided or left.high < right.low else left.values >= right.values

    def __gt__(self, other: Scaled) -> Any:
        left, right = aligned(self, other)
        decided = left.low > right.high
        return decided if decided or left.high <= right.low else left.values > right.values

    @property
    def is_single(self) -> bool:
        """Whether this is one number, the same for all points."""
        return not hasattr(self.values, "shape")

    @property
    def is_zero(self) -> bool:
        """Whether no value can be anything else."""
        return bool(self.low == self.high == 0)

    def at_scale(self, scale: int, under: int | None = None) -> Scaled:
        """The same number under a scale at least as fine, and under a multiple of its `under` (None: its own)."""
        under = under or self.under
        if scale == self.scale and under == self.under:
            return self
        if not (self.low or self.high):
            # Zero under any scale: the factor between the two may fit no array.
            return Scaled(self.values, scale, 0, 0, self.limit, under)
        factor = 10 ** (scale - self.scale)
        if under != self.under:
            factor *= under // self.under
        low, high = self.low * factor, self.high * factor
        self.check(low, high, self)
        return Scaled(self.values * factor, scale, low, high, self.limit, under)

    def check(self, low: Any, high: Any, other: Scaled) -> None:
        """Errors: `TooLarge` where a result between `low` and `high`, or one of both operands, might not fit an array.

        Single numbers may have any size among themselves.
        """
        limit = self.limit
        if limit is None:
            return
        if -limit <= min(low, self.low, other.low) and max(high, self.high, other.high) <= limit:
            return
        if not (self.is_single and other.is_single):
            raise TooLarge


class Choice(NamedTuple):
    """One of two numbers at each point, as a condition says."""

    condition: Any
    then: Scaled
    otherwise: Scaled
    reading: Arrays

    @property
    def sides(self) -> tuple[Scaled, Scaled]:
        return self.then, self.otherwise

    @property
    def spreads(self) -> bool:
        """Whether the condition has more points than either number."""
        return all(prod(points_along(side)) < prod(self.condition.shape) for side in self.sides)

    def chosen(self) -> Any:
        """The values, as wide as condition and numbers together."""
        return self.reading.xp.where(self.condition, *map(self.reading.array, self.sides))


def points_along(number: Scaled) -> tuple[int, ...]:
    """How many values there are along each axis; of a single number none."""
    return getattr(number.values, "shape", ())


@lru_cache(maxsize=1024)
def number(value: Decimal, limit: int | None) -> Scaled:
    """One exact decimal. Its trailing zeros go into the scale, which keeps products small."""
    return quotient(int(value.scaleb(_DECIMALS)), 10**_DECIMALS, limit)


_DECIMALS = 8
"""The most decimals the model lets a number have."""


@lru_cache(maxsize=1024)
def quotient(over: int, under: int, limit: int | None) -> Scaled:
    """over / under, which is not zero, as one exact number; what both have in common is left out."""
    common = gcd(over, under) if under > 0 else -gcd(over, under)
    over, rest, twos, fives = over // common, under // common, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    scale = max(twos, fives)
    numerator = over * 2 ** (scale - twos) * 5 ** (scale - fives)
    while numerator and numerator % 10 == 0:
        numerator, scale = numerator // 10, scale - 1
    return Scaled(numerator, scale, numerator, numerator, limit, rest)


def _without_common(one: Scaled, other: Scaled) -> tuple[Scaled, Scaled]:
    """Two factors without what the value of one and the divisor of the other have in common.

    Only single numbers are looked into: an array would have to be read as a whole.
    """
    of_one = gcd(one.values, other.under) if one.is_single else 1
    of_other = gcd(other.values, one.under) if other.is_single else 1
    return _cancelled(one, of_one, of_other), _cancelled(other, of_other, of_one)


def _cancelled(number: Scaled, common: int, common_under: int) -> Scaled:
    """The number with its value and its divisor divided by a factor of each."""
    values = number.values if common == 1 else number.values // common
    low, high = number.low // common, number.high // common
    return Scaled(values, number.scale, low, high, number.limit, number.under // common_under)


def aligned(left: Scaled, right: Scaled) -> tuple[Scaled, Scaled]:
    """Both numbers under one scale and one divisor; a zero takes those of the other number."""
    if left.scale == right.scale and left.under == right.under:
        return left, right
    if not (right.low or right.high):
        return left, right.at_scale(left.scale, left.under)
    if not (left.low or left.high):
        return left.at_scale(right.scale, right.under), right
    scale = max(right.scale, left.scale)
    under = left.under if left.under == right.under else lcm(left.under, right.under)
    return left.at_scale(scale, under), right.at_scale(scale, under)
