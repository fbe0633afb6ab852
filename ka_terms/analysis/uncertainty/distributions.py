"""Distributions of an estimate: how likely each value between its low and its high is.

A distribution is defined on the unit interval: 0 is the low, 1 the high, and `mode` the position of the likely value.
Draws use `Random.random()` alone. It is the only method whose sequence Python promises to keep, so that a seed gives
the same draws with every version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor, gamma, sqrt
from random import Random
from typing import ClassVar, NamedTuple, Protocol

from ka_terms.analysis.defaults import DISTRIBUTIONS
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings.exact import exactly, round_half_up
from ka_terms.calculation.readings.fractions import round_fraction
from ka_terms.model.contract.plan.estimate import Estimate
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import none_of, refusal
from ka_terms.model.numbers.currency import MINOR_DIGITS
from ka_terms.model.vocabulary.figures import GROWTH, LAST_YEAR, NumberKind, figure_kind


class Distribution(Protocol):
    """A density on [0, 1] that is smooth except at each of `kinks`."""

    weights: ClassVar[tuple[int, int, int]]
    """The mean of the distribution is the mean of low, likely and high with these weights."""

    def __init__(self, mode: float) -> None: ...

    @property
    def kinks(self) -> tuple[float, ...]:
        """The positions inside the interval at which the density has a corner."""

    def density(self, x: float) -> float: ...
    def draw(self, random: Random) -> float: ...


@dataclass(frozen=True, slots=True)
class Pert:
    """The beta distribution of PERT: alpha = 1 + 4 mode, beta = 1 + 4 (1 - mode), mean = (low + 4 likely + high) / 6.

    After D. G. Malcolm, J. H. Roseboom, C. E. Clark and W. Fazar, "Application of a technique for research and
    development program evaluation", Operations Research 7 (1959), which gives this mean; the shape of 4 is what gives
    exactly that.
    """

    mode: float
    weights: ClassVar[tuple[int, int, int]] = (1, 4, 1)
    kinks: ClassVar[tuple[float, ...]] = ()

    def density(self, x: float) -> float:
        # 1 / B(alpha, beta) = Gamma(6) / (Gamma(alpha) Gamma(beta))
        return 120 / (gamma(1 + 4 * self.mode) * gamma(5 - 4 * self.mode)) * self._shape(x)

    def draw(self, random: Random) -> float:
        """Draw by rejection: a uniform draw is accepted in proportion to the density, at worst one in five."""
        peak = self._shape(self.mode)
        while True:
            x = random.random()
            if random.random() * peak < self._shape(x):
                return x

    def _shape(self, x: float) -> float:
        shape: float = x ** (4 * self.mode) * (1 - x) ** (4 * (1 - self.mode))
        return shape


@dataclass(frozen=True, slots=True)
class Triangular:
    """A density that rises linearly to the likely value, then falls linearly: mean = (low + likely + high) / 3."""

    mode: float
    weights: ClassVar[tuple[int, int, int]] = (1, 1, 1)

    @property
    def kinks(self) -> tuple[float, ...]:
        return (self.mode,) if 0 < self.mode < 1 else ()

    def density(self, x: float) -> float:
        return 2 * x / self.mode if x < self.mode else 2 * (1 - x) / (1 - self.mode) if x > self.mode else 2.0

    def draw(self, random: Random) -> float:
        """Draw by the inverse of the distribution function: x^2 / mode up to the mode, mirrored above it."""
        share = random.random()
        if share < self.mode:
            return sqrt(share * self.mode)
        return 1 - sqrt((1 - share) * (1 - self.mode))


@dataclass(frozen=True, slots=True)
class Uniform:
    """A constant density from low to high; the likely value has no effect."""

    mode: float
    weights: ClassVar[tuple[int, int, int]] = (1, 0, 1)
    kinks: ClassVar[tuple[float, ...]] = ()

    def density(self, x: float) -> float:
        return 1.0

    def draw(self, random: Random) -> float:
        return random.random()


_CLASSES: Mapping[str, type[Distribution]] = dict(
    zip(DISTRIBUTIONS, (Pert, Triangular, Uniform), strict=True)
)


def distribution_named(name: str) -> type[Distribution]:
    """Return the distribution of a name. Errors: `ValueError` with the choices."""
    if name not in _CLASSES:
        raise refusal(none_of(name, _CLASSES))
    return _CLASSES[name]


class UncertainFigure(NamedTuple):
    """A figure of the plan that is an estimate; it is drawn as a multiple of 10**-scale, from `first` to `last`."""

    path: str
    """The figure that the plan estimates."""
    estimate: Estimate
    """The estimate as the plan states it."""
    leaf: str
    """The path of the figure that is drawn: `sales` where the plan estimates growth, else `path`."""
    drawn: Estimate
    """The estimate in units of the figure that is drawn."""
    distribution: Distribution
    scale: int
    first: int
    last: int

    @property
    def kind(self) -> NumberKind:
        """What kind of number the plan estimates."""
        return figure_kind(self.path)

    @property
    def mean(self) -> Fraction:
        """The mean of the figure that is drawn, not rounded."""
        return self._mean(self.drawn)

    @property
    def mean_stated(self) -> Fraction:
        """The mean in the unit of the estimate."""
        return self._mean(self.estimate)

    def _mean(self, estimate: Estimate) -> Fraction:
        weights = self.distribution.weights
        pairs = zip(weights, estimate[:3], strict=True)
        return sum((weight * Fraction(value) for weight, value in pairs), Fraction(0)) / sum(weights)

    @property
    def mean_drawn(self) -> Decimal:
        """The mean rounded half up to a value that can be drawn."""
        return round_fraction(self.mean, Decimal(1).scaleb(-self.scale))

    def draw(self, random: Random) -> int:
        """Draw one value, as a number of multiples."""
        span = self.last - self.first
        # A draw is a binary number, so the rounding of decimals does not apply to it.
        return self.first + min(floor(self.distribution.draw(random) * span + 0.5), span)


def uncertain_figures(scenario: Scenario, distribution: type[Distribution]) -> tuple[UncertainFigure, ...]:
    """Return every estimate of a plan as an uncertain figure.

    Sales are drawn in minor units, growth as the sales that follow from it, openings in whole stores. Where the plan
    states low, likely or high with more decimals, draws have as many.
    """
    minor = MINOR_DIGITS[scenario.currency]
    return tuple(
        _uncertain_growth(scenario.plan, estimate, distribution, minor)
        if path == GROWTH
        else _uncertain_figure(path, estimate, distribution, minor if path == "sales" else 0)
        for path, estimate in scenario.estimates().items()
    )


def _uncertain_figure(
    path: str, estimate: Estimate, distribution: type[Distribution], digits: int
) -> UncertainFigure:
    scale = max(digits, *(_decimals(value) for value in estimate[:3]))
    first, last = int(estimate.low.scaleb(scale)), int(estimate.high.scaleb(scale))
    return UncertainFigure(path, estimate, path, estimate, distribution(_mode(estimate)), scale, first, last)


def _uncertain_growth(
    plan: Plan, estimate: Estimate, distribution: type[Distribution], minor: int
) -> UncertainFigure:
    (before,) = exact_figures(plan, LAST_YEAR + "sales")
    assert before is not None  # a plan states growth only where it gives last year
    with exactly():
        low, likely, high = (value * before for value in estimate[:3])
        first, last = (int(round_half_up(end.scaleb(minor), Decimal(1))) for end in (low, high))
    drawn, shape = Estimate(low, likely, high), distribution(_mode(estimate))
    return UncertainFigure(GROWTH, estimate, "sales", drawn, shape, minor, first, last)


def _mode(estimate: Estimate) -> float:
    """Return the position of the likely value in the unit interval."""
    return float((estimate.likely - estimate.low) / (estimate.high - estimate.low))


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent))
