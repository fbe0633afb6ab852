"""Fractions: the reading of a contract at a position that no decimal states, such as 15M / 1.13."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import floor

from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.readings.reading import Comparing, PlainChoices
from ka_terms.model.numbers.month import YEAR, Months

_HALF = Fraction(1, 2)


class Fractions(PlainChoices, Comparing):
    """`Reading` over `Fraction`; `replaced` gives other values for some paths. Only amounts are rounded."""

    def __init__(self, replaced: Mapping[str, Fraction]) -> None:
        self._replaced = replaced

    def leaf(self, path: str, value: Decimal) -> Fraction:
        replaced = self._replaced.get(path)
        return _fraction(value) if replaced is None else replaced

    def derived(self, path: str, value: Fraction) -> Fraction:
        return self._replaced.get(path, value)

    def constant(self, value: Decimal) -> Fraction:
        return _fraction(value)

    def divide(self, one: Fraction, other: Fraction) -> Fraction:
        return one / other if other else Fraction(0)

    def whole_quotient(self, one: Fraction, other: Fraction) -> Fraction:
        return Fraction(one // other) if other else Fraction(0)

    def rounded(self, amount: Fraction, unit: Decimal) -> Fraction:
        return Fraction(round_fraction(amount, unit))

    def settle(self, key: str, amount: Fraction, unit: Decimal, months: Months = YEAR) -> Fraction:
        # No amount is too large here: the position may be far beyond the plan that the user asks about.
        return self.rounded(amount, unit)


@lru_cache(maxsize=1024)
def _fraction(value: Decimal) -> Fraction:
    return Fraction(value)


def round_fraction(amount: Fraction, unit: Decimal) -> Decimal:
    """Return the nearest multiple of `unit`, halves away from zero, as `exact.round_half_up` does for decimals."""
    units = floor(abs(amount) / Fraction(unit) + _HALF)
    with exactly():
        return unit * (units if amount > 0 else -units)
