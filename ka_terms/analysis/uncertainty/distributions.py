"""How likely each value between the low and the high of an estimate is.

A distribution lives on the unit interval, 0 the low and 1 the high; `mode` is the place of the likely value there.
Draws need nothing but `Random.random()`, the one method whose sequence Python promises to keep, so that a seed gives
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

from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings.exact import exactly, round_half_up
from ka_terms.model.contract.estimate import Estimate
from ka_terms.model.contract.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import none_of, refusal
from ka_terms.model.numbers.currency import MINOR_DIGITS
from ka_terms.model.vocabulary.figures import GROWTH, LAST_YEAR


class Distribution(Protocol):
    """A density on [0, 1] that is smooth but for a kink at each of `kinks`."""

    weights: ClassVar[tuple[int, int, int]]
    """The mean is that of low, likely and high by these weights."""

    def __init__(self, mode: float) -> None: ...

    @property
    def kinks(self) -> tuple[float, ...]:
        """Places inside the interval at which the density has a corner."""

    def density(self, x: float) -> float:
        """The density at a place."""

    def draw(self, random: Random) -> float:
        """One place, drawn."""


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
        """Even draws are kept in proportion to the density; at worst one in five is."""
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
    """Rises evenly to the likely value and falls evenly from there: mean = (low + likely + high) / 3."""

    mode: float
    weights: ClassVar[tuple[int, int, int]] = (1, 1, 1)

    @property
    def kinks(self) -> tuple[float, ...]:
        return (self.mode,) if 0 < self.mode < 1 else ()

    def density(self, x: float) -> float:
        return 2 * x / self.mode if x < self.mode else 2 * (1 - x) / (1 - self.mode) if x > self.mode else 2.0

    def draw(self, random: Random) -> float:
        """By the inverse of the distribution function: x^2 / mode up to the mode, mirrored beyond."""
        share = random.random()
        if share < self.mode:
            return sqrt(share * self.mode)
        return 1 - sqrt((1 - share) * (1 - self.mode))


@dataclass(frozen=True, slots=True)
class Uniform:
    """Every value from low to high is as likely as every other; the likely value has no part in it."""

    mode: float
    weights: ClassVar[tuple[int, int, int]] = (1, 0, 1)
    kinks: ClassVar[tuple[float, ...]] = ()

    def density(self, x: float) -> float:
        return 1.0

    def draw(self, random: Random) -> float:
        return random.random()


DISTRIBUTIONS: Mapping[str, type[Distribution]] = {"pert": Pert, "triangular": Triangular, "uniform": Uniform}
"""By the name that asks for them; the first is taken unless another is named."""


def distribution_named(name: str) -> type[Distribution]:
    """The distribution of that name. Errors: `ValueError` with the choices."""
    if name not in DISTRIBUTIONS:
        raise refusal(none_of(name, DISTRIBUTIONS))
    return DISTRIBUTIONS[name]


class Uncertain(NamedTuple):
    """One estimate of a plan, as it is drawn: whole multiples of 10**-scale from `first` to `last`."""

    path: str
    """The figure that is estimated."""
    estimate: Estimate
    """As the plan states it."""
    leaf: str
    """The figure that is drawn, under which a reading asks for it: where growth is estimated, the sales it comes to."""
    drawn: Estimate
    """The same estimate in units of what is drawn."""
    distribution: Distribution
    scale: int
    first: int
    last: int

    @property
    def mean(self) -> Fraction:
        """The mean of what is drawn, before anything is rounded."""
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
        """The mean as a value that can be drawn: to the minor unit, or to the whole store, half up."""
        return self.value(floor(self.mean * 10**self.scale + Fraction(1, 2)))

    def value(self, whole: int) -> Decimal:
        """A multiple as the number it is."""
        return Decimal(whole).scaleb(-self.scale)

    def draw(self, random: Random) -> int:
        """One value, drawn, to the nearest multiple."""
        span = self.last - self.first
        return self.first + min(floor(self.distribution.draw(random) * span + 0.5), span)


def uncertain(scenario: Scenario, distribution: type[Distribution]) -> tuple[Uncertain, ...]:
    """Every estimate of a plan; none where nothing is uncertain.

    Sales are drawn to the minor unit, growth as the sales it comes to, openings to whole stores; finer only where the
    low, the likely or the high are stated finer.
    """
    minor = MINOR_DIGITS[scenario.currency]
    return tuple(
        _growth(scenario.plan, estimate, distribution, minor)
        if path == GROWTH
        else _uncertain(path, estimate, distribution, minor if path == "sales" else 0)
        for path, estimate in scenario.estimates().items()
    )


def _uncertain(path: str, estimate: Estimate, distribution: type[Distribution], digits: int) -> Uncertain:
    scale = max(digits, *(_decimals(value) for value in estimate[:3]))
    first, last = int(estimate.low.scaleb(scale)), int(estimate.high.scaleb(scale))
    return Uncertain(path, estimate, path, estimate, distribution(_mode(estimate)), scale, first, last)


def _growth(plan: Plan, estimate: Estimate, distribution: type[Distribution], minor: int) -> Uncertain:
    (before,) = exact_figures(plan, LAST_YEAR + "sales")
    assert before is not None  # a plan states growth only where it gives last year
    with exactly():
        low, likely, high = (value * before for value in estimate[:3])
        first, last = (
            int(round_half_up(end, Decimal(1).scaleb(-minor)).scaleb(minor)) for end in (low, high)
        )
    drawn = Estimate(low, likely, high)
    return Uncertain(GROWTH, estimate, "sales", drawn, distribution(_mode(estimate)), minor, first, last)


def _mode(estimate: Estimate) -> float:
    """The place of the likely value, 0 the low and 1 the high."""
    return float((estimate.likely - estimate.low) / (estimate.high - estimate.low))


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent))
