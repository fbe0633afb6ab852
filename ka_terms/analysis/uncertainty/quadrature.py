"""Integrals of a curve times a density, stretch by stretch.

By the double exponential rule (H. Takahasi and M. Mori, 1974), which bears the ends of a density that rises like a
fraction of a power, and even a curve that grows beyond all bounds there as long as its integral exists.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from math import cosh, exp, fsum, pi, sinh
from typing import NamedTuple

from ka_terms.analysis.uncertainty.distributions import Distribution
from ka_terms.calculation.readings.curves import ONE, Curve

_STEP = 1 / 16
_REACH = 64
"""Nodes on each side: 4 in units of the rule, where a node lies within 1e-37 of the end."""
_SETTLED = 1e-6
"""An integral whose half as fine reading differs by more than this share of it is not one to rely on."""


class Integral(NamedTuple):
    """A value, and by how much it differs when read half as finely, which is far more than its true error."""

    value: float
    error: float

    @property
    def is_settled(self) -> bool:
        """Whether the two readings agree well enough; they do not where the integral is infinite."""
        return self.error <= _SETTLED * abs(self.value)


class Weighted(NamedTuple):
    """A stretch of the unit interval as places, each with the probability that it stands for."""

    places: tuple[float, ...]
    weights: tuple[float, ...]

    def integral(self, curve: Curve) -> Integral:
        """The curve times the density. Errors: `ZeroDivisionError` where the curve is n/a."""
        over = [float(coefficient) for coefficient in curve.over]
        if curve.under == ONE:
            return self._sum([_value(over, place) for place in self.places])
        under = [float(coefficient) for coefficient in curve.under]
        return self._sum([_value(over, place) / _value(under, place) for place in self.places])

    def mass(self) -> Integral:
        """The probability of the stretch."""
        return self._sum([1.0] * len(self.places))

    def _sum(self, values: Sequence[float]) -> Integral:
        parts = [weight * value for weight, value in zip(self.weights, values, strict=True)]
        fine, coarse = fsum(parts), 2 * fsum(parts[::2])
        return Integral(fine, abs(fine - coarse))


def _value(coefficients: Sequence[float], x: float) -> float:
    found = 0.0
    for coefficient in reversed(coefficients):
        found = found * x + coefficient
    return found


def total(integrals: Iterable[Integral]) -> Integral:
    """The sum, whose error is no more than that of the parts together."""
    parts = list(integrals)
    return Integral(fsum(part.value for part in parts), fsum(part.error for part in parts))


def weighted(distribution: Distribution, low: float, high: float) -> list[Weighted]:
    """The stretch from `low` to `high`, cut where the density has a corner."""
    inside = [kink for kink in distribution.kinks if low < kink < high]
    return [_smooth(distribution, start, end) for start, end in pairwise([low, *inside, high])]


def _smooth(distribution: Distribution, low: float, high: float) -> Weighted:
    width = high - low
    # Near an end a place is told by its distance from it, which loses no digit.
    places = [low + width * left if left < right else high - width * right for left, right, _ in _nodes()]
    weights = [
        width * weight * distribution.density(place)
        for place, (_, _, weight) in zip(places, _nodes(), strict=True)
    ]
    return Weighted(tuple(places), tuple(weights))


@cache
def _nodes() -> tuple[tuple[float, float, float], ...]:
    """Of each node the distance from the left end, from the right end, and its weight.

    x = 1 / (1 + exp(-pi sinh t)), dx = pi cosh t x (1 - x) dt.
    """
    found = []
    for step in range(-_REACH, _REACH + 1):
        t = step * _STEP
        left, right = 1 / (1 + exp(-pi * sinh(t))), 1 / (1 + exp(pi * sinh(t)))
        found.append((left, right, _STEP * pi * cosh(t) * left * right))
    return tuple(found)
