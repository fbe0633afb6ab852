"""Simulation: a contract at many draws of its uncertain figures, and statistics of them with their standard errors."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from math import ceil, fsum, sqrt
from random import Random
from typing import NamedTuple

from ka_terms.analysis.uncertainty.distributions import UncertainFigure
from ka_terms.analysis.uncertainty.histogram import Histogram, histogram
from ka_terms.analysis.uncertainty.outcomes import Event, OutcomeColumn, OutcomeQuery, Outcomes, outcomes
from ka_terms.model.vocabulary.metrics import Metric

BLOCK = 2**16
"""The number of draws that are evaluated at once."""
PERCENTS = (5, 10, 25, 50, 75, 90, 95)


class SimulatedValue(NamedTuple):
    """A statistic of the draws, and its standard error."""

    value: float
    standard_error: float


class Simulation(NamedTuple):
    """The statistics of all draws; None where a metric is n/a at any of them."""

    means: Mapping[Metric, SimulatedValue | None]
    """The mean of every metric, with the standard error s / sqrt(n)."""
    probabilities: Mapping[Event, SimulatedValue | None]
    """The share p of the draws in which an event takes place, with the standard error sqrt(p (1 - p) / n)."""
    percentiles: Mapping[Metric, Mapping[int, SimulatedValue] | None]
    """The percentiles of the ranked metrics; see `percentile`."""
    histograms: Mapping[Metric, Histogram | None]
    """How often the ranked metrics come to what."""


class Tally:
    """The mean and standard deviation of values that arrive block by block; None once a block is n/a."""

    def __init__(self, origin: float) -> None:
        # Distances from a value near all others are summed, so that their squares lose no digits.
        self._origin = origin
        self._count = 0
        self._sum = self._squares = 0.0
        self._known = True

    def add(self, column: OutcomeColumn | None, points: int) -> None:
        """Count the values of a block of so many points."""
        self._count += points
        if column is None:
            self._known = False
            return
        distances = [value - self._origin for value in column.values]
        times = points if len(distances) == 1 else 1
        self._sum += fsum(distances) * times
        self._squares += fsum(distance * distance for distance in distances) * times

    def mean(self) -> SimulatedValue | None:
        """Return the mean and its standard error s / sqrt(n), where s^2 = sum of squared deviations / (n - 1)."""
        if not self._known:
            return None
        deviations = max(0.0, self._squares - self._sum * self._sum / self._count)
        error = sqrt(deviations / (self._count - 1) / self._count)
        return SimulatedValue(self._origin + self._sum / self._count, error)

    def share(self) -> SimulatedValue | None:
        """Return the share p of ones among values 0 and 1, and its standard error sqrt(p (1 - p) / n)."""
        share = self._sum / self._count
        return SimulatedValue(share, sqrt(share * (1 - share) / self._count)) if self._known else None


def simulate(
    query: OutcomeQuery,
    uncertain: Sequence[UncertainFigure],
    draws: int,
    seed: int,
    origins: Mapping[Metric, float],
    ranked: Sequence[Metric],
) -> Simulation:
    """Evaluate a contract at `draws` independent draws of all uncertain figures.

    `origins` gives a value near those of each metric; `ranked` are the metrics that get percentiles.
    Errors: `Uncomputable` for an amount beyond 10^18.
    """
    tallies = {metric: Tally(origins.get(metric, 0.0)) for metric in query.metrics}
    shares: dict[Event, Tally] = {}
    samples: dict[Metric, array[float] | None] = {metric: array("d") for metric in ranked}
    for block in _blocks(query, uncertain, draws, Random(seed)):
        for metric, tally in tallies.items():
            tally.add(block.metrics[metric], block.points)
        for event, column in block.events.items():
            shares.setdefault(event, Tally(0.0)).add(column, block.points)
        samples = {metric: _extended(values, block, metric) for metric, values in samples.items()}
    ordered = {metric: None if values is None else sorted(values) for metric, values in samples.items()}
    return Simulation(
        {metric: tally.mean() for metric, tally in tallies.items()},
        {event: tally.share() for event, tally in shares.items()},
        {metric: None if values is None else _percentiles(values) for metric, values in ordered.items()},
        {metric: None if values is None else histogram(values) for metric, values in ordered.items()},
    )


def _blocks(
    query: OutcomeQuery, uncertain: Sequence[UncertainFigure], draws: int, random: Random
) -> Iterator[Outcomes]:
    for start in range(0, draws, BLOCK):
        points = range(start, min(start + BLOCK, draws))
        # All figures of one draw before the next draw, so that more draws begin with the same ones.
        drawn = [[figure.draw(random) for figure in uncertain] for _ in points]
        yield outcomes(query, uncertain, list(zip(*drawn, strict=True)))


def _extended(values: array[float] | None, block: Outcomes, metric: Metric) -> array[float] | None:
    column = block.metrics[metric]
    if values is None or column is None:
        return None
    values.extend(column.spread(block.points))
    return values


def _percentiles(ordered: Sequence[float]) -> dict[int, SimulatedValue]:
    return {percent: percentile(ordered, percent) for percent in PERCENTS}


def percentile(ordered: Sequence[float], percent: int) -> SimulatedValue:
    """Return the nearest-rank percentile of values in rising order: the value at rank k = n p, rounded up.

    Its standard error follows from order statistics: the rank of the true percentile has the standard deviation
    d = sqrt(n p (1 - p)) of a binomial count, so half the distance between the values at the ranks k - d and k + d.
    """
    count = len(ordered)
    rank = -(-count * percent // 100)
    deviation = ceil(sqrt(count * percent * (100 - percent)) / 100)
    low, high = max(rank - deviation, 1), min(rank + deviation, count)
    return SimulatedValue(ordered[rank - 1], (ordered[high - 1] - ordered[low - 1]) / 2)
