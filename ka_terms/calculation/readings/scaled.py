"""Numbers of a sweep: whole numbers over a power of ten, one or an array of them, each with its least and its most.

A result that might not fit the integers of an array is refused before anything wraps around.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from ka_terms.calculation.readings.arrays import Arrays

INT64 = 2**63 - 1
"""The most a value of 64 bits can be."""


class TooLarge(ArithmeticError):
    """A result might not fit the integers of the namespace, or is no integer."""


class Scaled:
    """`values / 10**scale`; no value is below `low` or above `high`, and none may outgrow `limit` (None: any size).

    `choice` is what the values are chosen from, if they are: a condition, and two numbers of one scale. They are chosen
    when they are first asked for: two amounts along one axis are rounded before a condition on another spreads them.
    """

    __slots__ = ("_values", "choice", "high", "limit", "low", "scale")

    def __init__(
        self, values: Any, scale: int, low: Any, high: Any, limit: int | None, choice: Choice | None = None
    ) -> None:
        self._values = values
        self.choice = choice
        self.scale = scale
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
        return Scaled(left.values + right.values, left.scale, low, high, left.limit)

    def __sub__(self, other: Scaled) -> Scaled:
        left, right = aligned(self, other)
        low, high = left.low - right.high, left.high - right.low
        left.check(low, high, right)
        return Scaled(left.values - right.values, left.scale, low, high, left.limit)

    def __mul__(self, other: Scaled) -> Scaled:
        ends = self.low * other.low, self.low * other.high, self.high * other.low, self.high * other.high
        low, high = min(ends), max(ends)
        self.check(low, high, other)
        return Scaled(self.values * other.values, self.scale + other.scale, low, high, self.limit)

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

    def at_scale(self, scale: int) -> Scaled:
        """The same number under a scale at least as fine."""
        if scale == self.scale:
            return self
        factor = 10 ** (scale - self.scale)
        low, high = self.low * factor, self.high * factor
        self.check(low, high, self)
        return Scaled(self.values * factor, scale, low, high, self.limit)

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
        return all(_points(side.values) < _points(self.condition) for side in self.sides)

    def chosen(self) -> Any:
        """The values, as wide as condition and numbers together."""
        return self.reading.xp.where(self.condition, *map(self.reading.array, self.sides))


def _points(values: Any) -> int:
    """How many values there are; one of a single number."""
    return prod(getattr(values, "shape", ()))


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


def aligned(left: Scaled, right: Scaled) -> tuple[Scaled, Scaled]:
    """Both numbers under one scale; a zero takes the scale of the other number."""
    if left.scale == right.scale:
        return left, right
    if right.is_zero and right.is_single:
        return left, Scaled(0, left.scale, 0, 0, left.limit)
    if left.is_zero and left.is_single:
        return Scaled(0, right.scale, 0, 0, right.limit), right
    scale = max(left.scale, right.scale)
    return left.at_scale(scale), right.at_scale(scale)
