"""Arrays of whole numbers: the reading behind sweeps, exact to the minor unit.

A number is held as `values / 10**scale`, where `values` is one integer or an array of integers. Rates, amounts and
counts have few decimals, so that every sum, product and comparison of a formula is one of integers; `settle` rounds
half up by an integer division. What a single number divides, as a month of a year, is held over that number too:
`values / (10**scale * under)`. Nothing is lost anywhere.

Every number also knows the least and the most its values can be. From these follows whether a result might outgrow the
integers of the namespace: then `TooLarge` is raised before anything wraps around. A comparison that comes out the same
for all points costs nothing. With `numpy` values stay below 2**63, some 9.2e18: for sales in cents times a rate of four
decimals that is 9.2e12 in money. Beyond, and where a formula divides by an array, `plain_arrays` takes over: its
integers have no bound, and it takes fractions too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ka_terms.calculation.readings.exact import LARGEST_AMOUNT
from ka_terms.calculation.readings.reading import Comparing, Nameless, Uncomputable
from ka_terms.calculation.readings.scaled import INT64, Choice, Scaled, TooLarge, aligned, number, quotient
from ka_terms.model.numbers.month import YEAR, Months


class Arrays(Nameless, Comparing):
    """`Reading` over `Scaled`: the leaves named in `varied` are arrays, all others single numbers.

    Arrays broadcast against each other: each varied number has an axis of its own, and a fee that depends on one of
    them is computed along that axis alone. `xp` is any namespace of the array API; `limit` is the largest integer it
    holds, None for any size.
    """

    def __init__(self, xp: Any, varied: Mapping[str, Scaled], limit: int | None = INT64) -> None:
        self.xp = xp
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
        return self._chosen(max, one, other)

    def minimum(self, one: Scaled, other: Scaled) -> Scaled:
        return self._chosen(min, one, other)

    def _chosen(self, choose: Callable[[Any, Any], Any], one: Scaled, other: Scaled) -> Scaled:
        left, right = aligned(one, other)
        if left.low >= right.high or right.low >= left.high:
            return left if (left.low >= right.high) is (choose is max) else right
        low, high = choose(left.low, right.low), choose(left.high, right.high)
        left.check(low, high, right)
        function = self.xp.maximum if choose is max else self.xp.minimum
        # The standard asks for arrays where a library would also take a number.
        values = function(self.array(left), self.array(right))
        return Scaled(values, left.scale, low, high, self._limit, left.under)

    def array(self, number: Scaled) -> Any:
        return self.xp.asarray(number.values) if number.is_single else number.values

    def where(self, condition: Any, then: Scaled, otherwise: Scaled) -> Scaled:
        """`then` where the condition holds, else `otherwise`. Errors: `TooLarge` where one array cannot hold both."""
        if isinstance(condition, bool):
            return then if condition else otherwise
        then, otherwise = aligned(then, otherwise)
        low, high = min(then.low, otherwise.low), max(then.high, otherwise.high)
        # Unlike an operator, this makes an array of two single numbers.
        if self._limit is not None and not -self._limit <= low <= high <= self._limit:
            raise TooLarge
        chosen = Scaled(None, then.scale, low, high, self._limit, then.under)
        chosen.choice = Choice(condition, then, otherwise, self)
        return chosen

    def divide(self, one: Scaled, other: Scaled) -> Scaled:
        """By a single number in whole numbers; by an array in exact fractions, where the namespace takes any number.

        Errors: `TooLarge` where it holds integers only.
        """
        if one.is_zero or other.is_zero:
            return self.constant(Decimal(0))
        if other.is_single:
            return one * _inverse(other)
        if self._limit is not None:
            raise TooLarge
        values = _quotients(one, other)
        row = values.tolist()
        return Scaled(values, one.scale - other.scale, min(row), max(row), None, one.under)

    def whole_quotient(self, one: Scaled, other: Scaled) -> Scaled:
        left, right = aligned(one, other)
        low, high = left.low // right.high, left.high // right.low
        left.check(low, high, right)
        values = left.values // right.values
        return Scaled(values, 0, low, high, self._limit)

    def rounded(self, amount: Scaled, unit: Decimal) -> Scaled:
        return self._rounded(amount, -unit.adjusted())

    def settle(self, key: str, amount: Scaled, unit: Decimal, months: Months = YEAR) -> Scaled:
        digits = -unit.adjusted()  # a unit is a power of ten
        settled = self._rounded(amount, digits).at_scale(max(digits, 0))
        most = _most(settled.scale)
        return settled if -most < settled.low <= settled.high < most else self._within(settled, most, key)

    def _within(self, amount: Scaled, most: int, key: str) -> Scaled:
        """The amount with the bounds it really has. Errors: `Uncomputable` where a value is beyond 10^18."""
        low, high = self._ends(amount.values)
        if not -most < low <= high < most:
            raise Uncomputable(key)
        return Scaled(amount.values, amount.scale, low, high, amount.limit)

    def _ends(self, values: Any) -> tuple[int, int]:
        if not hasattr(values, "shape"):
            return values, values
        if hasattr(self.xp, "min"):
            return int(self.xp.min(values)), int(self.xp.max(values))
        row = values.tolist()
        return min(row), max(row)

    def _rounded(self, amount: Scaled, digits: int) -> Scaled:
        """Half away from zero: (v + d/2) // d above zero, and the mirror of it below.

        No whole number is halfway between two multiples of an odd divisor, so that (d - 1)/2 does for d/2.
        """
        if (choice := amount.choice) and choice.spreads:
            return self.where(choice.condition, *(self._rounded(side, digits) for side in choice.sides))
        amount = amount.at_scale(max(amount.scale, digits))
        divisor = 10 ** (amount.scale - digits) * amount.under
        if divisor == 1 and self._limit is not None:
            return amount
        if divisor % 2 and self._limit is None:
            # Doubled, since a fraction may be halfway.
            amount, divisor = amount + amount, 2 * divisor
        amount.check(amount.low - divisor, amount.high + divisor, amount)
        low, high = _half_away(amount.low, divisor), _half_away(amount.high, divisor)
        values = low if amount.is_single else self._rounded_values(amount, divisor)
        return Scaled(values, digits, low, high, self._limit)

    def _rounded_values(self, amount: Scaled, divisor: int) -> Any:
        if self._is_numpy and amount.low >= 0:
            return _half_up_in_place(self.xp, amount.values, divisor)
        half_up = _half_up(amount.values, divisor)
        if amount.low >= 0:
            return half_up
        return self.xp.where(amount.values >= 0, half_up, -_half_up(-amount.values, divisor))


@lru_cache
def _most(scale: int) -> int:
    """The largest amount as a whole number over `10**scale`."""
    return int(LARGEST_AMOUNT.scaleb(scale))


def _half_up(values: Any, divisor: int) -> Any:
    return (values + divisor // 2) // divisor


def _half_up_in_place(xp: Any, values: Any, divisor: int) -> Any:
    """`_half_up` of a numpy array without a value below zero: as unsigned numbers it is divided twice as quickly."""
    raised = values + divisor // 2
    unsigned = raised.view(xp.uint64)
    unsigned //= xp.uint64(divisor)
    return raised


def _half_away(value: Any, divisor: int) -> int:
    half_up: int = _half_up(abs(value), divisor)
    return half_up if value >= 0 else -half_up


def _inverse(divisor: Scaled) -> Scaled:
    """1 / divisor, a single number other than zero."""
    over, under = divisor.under * 10 ** max(divisor.scale, 0), divisor.values * 10 ** max(-divisor.scale, 0)
    return quotient(over, under, divisor.limit)


def _quotients(over: Scaled, under: Scaled) -> Any:
    from fractions import Fraction

    from ka_terms.calculation.readings.plain_arrays import paired

    factor = under.under
    return paired(lambda a, b: Fraction(a * factor) / b if b else Fraction(0), over.values, under.values)
