"""Fractions: the reading of a contract right at a place that no decimal states, such as 15M / 1.13."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from ka_terms.calculation.readings.reading import Nameless

_HALF = Fraction(1, 2)


class Fractions(Nameless):
    """`Reading` over `Fraction`, other numbers standing at some paths. Nothing is cut, amounts alone are rounded."""

    def __init__(self, standing: Mapping[str, Fraction]) -> None:
        self._standing = standing

    def leaf(self, path: str, value: Decimal) -> Fraction:
        found = self._standing.get(path)
        return _fraction(value) if found is None else found

    def derived(self, path: str, value: Fraction) -> Fraction:
        return self._standing.get(path, value)

    def constant(self, value: Decimal) -> Fraction:
        return _fraction(value)

    def maximum(self, one: Fraction, other: Fraction) -> Fraction:
        return max(one, other)

    def minimum(self, one: Fraction, other: Fraction) -> Fraction:
        return min(one, other)

    def where(self, condition: bool, then: Fraction, otherwise: Fraction) -> Fraction:
        return then if condition else otherwise

    def divide(self, one: Fraction, other: Fraction) -> Fraction:
        return one / other if other else Fraction(0)

    def settle(self, key: str, amount: Fraction, unit: Decimal) -> Fraction:
        # However far away the place may be, what is asked about is the plan: no amount is beyond any contract.
        return Fraction(nearest(amount, unit))


@lru_cache(maxsize=1024)
def _fraction(value: Decimal) -> Fraction:
    return Fraction(value)


def nearest(amount: Fraction, unit: Decimal) -> Decimal:
    """The nearest multiple of a power of ten such as 0.01, halves away from zero, as every amount is rounded."""
    units = int(abs(amount) / Fraction(unit) + _HALF)
    exponent = unit.as_tuple().exponent
    assert isinstance(exponent, int)  # a minor unit is finite
    sign = int(amount < 0)
    return Decimal((sign, tuple(map(int, str(units))), exponent)) if units else Decimal((0, (0,), exponent))
