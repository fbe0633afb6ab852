"""Integrals of a curve times a density, piece by piece.

The double exponential rule (H. Takahasi and M. Mori, 1974) stays accurate where the density rises from an end like a
fractional power, and even where the curve grows without limit there, as long as the integral exists.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from math import cosh, exp, fsum, pi, sinh
from typing import NamedTuple

from ka_terms.analysis.uncertainty.distributions import Distribution
from ka_terms.calculation.readings.curves import ONE, Curve, value_at

_STEP = 1 / 16
_REACH = 64
"""Nodes on each side of the middle: up to 4 in units of the rule, where a node lies within 1e-37 of the end."""
_CONVERGED = 1e-6
"""The largest error, as a share of the value, of an integral that can be relied on."""


class Integral(NamedTuple):
    """A value, and its difference from the value with half the nodes, which is far larger than its true error."""

    value: float
    error: float

    @property
    def has_converged(self) -> bool:
        """Whether both values agree well enough; they do not where the integral is infinite."""
        return self.error <= _CONVERGED * abs(self.value)


class WeightedNodes(NamedTuple):
    """Nodes in an interval of the unit interval, each weighted with the probability around it."""

    nodes: tuple[float, ...]
    weights: tuple[float, ...]

    def integral(self, curve: Curve) -> Integral:
        """Return the integral of the curve times the density. Errors: `ZeroDivisionError` where the curve is n/a."""
        over = [float(coefficient) for coefficient in curve.over]
        if curve.under == ONE:
            return self._sum([value_at(over, node) for node in self.nodes])
        under = [float(coefficient) for coefficient in curve.under]
        return self._sum([value_at(over, node) / value_at(under, node) for node in self.nodes])

    def mass(self) -> Integral:
        """Return the probability of the interval."""
        return self._sum([1.0] * len(self.nodes))

    def _sum(self, values: Sequence[float]) -> Integral:
        parts = [weight * value for weight, value in zip(self.weights, values, strict=True)]
        fine, coarse = fsum(parts), 2 * fsum(parts[::2])
        return Integral(fine, abs(fine - coarse))


def total(integrals: Iterable[Integral]) -> Integral:
    """Return the sum; its error is at most the sum of the errors."""
    parts = list(integrals)
    return Integral(fsum(part.value for part in parts), fsum(part.error for part in parts))


def weighted_nodes(distribution: Distribution, low: float, high: float) -> list[WeightedNodes]:
    """Return the nodes from `low` to `high`, an item for each interval in which the density is smooth."""
    inside = [kink for kink in distribution.kinks if low < kink < high]
    return [_smooth(distribution, start, end) for start, end in pairwise([low, *inside, high])]


def _smooth(distribution: Distribution, low: float, high: float) -> WeightedNodes:
    width = high - low
    # A node is calculated from the nearer end, so that no digit of its distance from it is lost.
    nodes = [low + width * left if left < right else high - width * right for left, right, _ in _rule()]
    weights = [
        width * weight * distribution.density(node)
        for node, (_, _, weight) in zip(nodes, _rule(), strict=True)
    ]
    return WeightedNodes(tuple(nodes), tuple(weights))


@cache
def _rule() -> tuple[tuple[float, float, float], ...]:
    """Return for each node of the unit interval its distance from the left end, from the right end, and its weight.

    x = 1 / (1 + exp(-pi sinh t)), dx = pi cosh t x (1 - x) dt.
    """
    nodes = []
    for step in range(-_REACH, _REACH + 1):
        t = step * _STEP
        left, right = 1 / (1 + exp(-pi * sinh(t))), 1 / (1 + exp(pi * sinh(t)))
        nodes.append((left, right, _STEP * pi * cosh(t) * left * right))
    return tuple(nodes)
