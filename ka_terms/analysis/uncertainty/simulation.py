"""Drawing: a contract at many values of what is uncertain, and what follows from them, each with its standard error."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from math import ceil, fsum, sqrt
from random import Random
from typing import NamedTuple

from ka_terms.analysis.uncertainty.distributions import Uncertain
from ka_terms.analysis.uncertainty.outcomes import Answers, Event, OutcomeColumn, OutcomeQuery, answers
from ka_terms.model.vocabulary.metrics import Metric

BLOCK = 2**16
"""Draws costed at once."""
PERCENTS = (5, 10, 25, 50, 75, 90, 95)


class Estimated(NamedTuple):
    """A figure found by drawing, and its standard error."""

    value: float
    standard_error: float


class Simulated(NamedTuple):
    """What came of the draws; None where a metric is n/a at any of them."""

    means: Mapping[Metric, Estimated | None]
    """Of every metric: its mean, and the standard error s / sqrt(n)."""
    probabilities: Mapping[Event, Estimated | None]
    """Of every event: the share p of the draws, and the standard error sqrt(p (1 - p) / n)."""
    percentiles: Mapping[Metric, Mapping[int, Estimated] | None]
    """Of the metrics they are asked of; see `percentile`."""


class Tally:
    """Mean and standard deviation of values that come block by block; None once a block is n/a."""

    def __init__(self, origin: float) -> None:
        # Summed as distances from a value near them, so that squares lose no digits.
        self._origin = origin
        self._count = 0
        self._sum = self._squares = 0.0
        self._known = True

    def add(self, column: OutcomeColumn | None, points: int) -> None:
        """Count the values of so many points."""
        self._count += points
        if column is None:
            self._known = False
            return
        distances = [value - self._origin for value in column.values]
        times = points if len(distances) == 1 else 1
        self._sum += fsum(distances) * times
        self._squares += fsum(distance * distance for distance in distances) * times

    def mean(self) -> Estimated | None:
        """The mean and its standard error s / sqrt(n), where s^2 = sum of squared deviations / (n - 1)."""
        if not self._known:
            return None
        deviations = max(0.0, self._squares - self._sum * self._sum / self._count)
        error = sqrt(deviations / (self._count - 1) / self._count)
        return Estimated(self._origin + self._sum / self._count, error)

    def share(self) -> Estimated | None:
        """Of values that are 0 or 1 the share p of the ones, and its standard error sqrt(p (1 - p) / n)."""
        share = self._sum / self._count
        return Estimated(share, sqrt(share * (1 - share) / self._count)) if self._known else None


def simulate(
    asked: OutcomeQuery,
    uncertain: Sequence[Uncertain],
    draws: int,
    seed: int,
    origins: Mapping[Metric, float],
    ranked: Sequence[Metric],
) -> Simulated:
    """`draws` independent draws of all estimates together, costed block by block.

    `origins` gives a value near those of each metric; `ranked` the metrics whose percentiles are asked for.
    Errors: `Uncomputable` beyond 10^18.
    """
    tallies = {metric: Tally(origins.get(metric, 0.0)) for metric in asked.metrics}
    shares: dict[Event, Tally] = {}
    kept: dict[Metric, array[float] | None] = {metric: array("d") for metric in ranked}
    for block in _blocks(asked, uncertain, draws, Random(seed)):
        for metric, tally in tallies.items():
            tally.add(block.metrics[metric], block.points)
        for event, column in block.events.items():
            shares.setdefault(event, Tally(0.0)).add(column, block.points)
        kept = {metric: _extended(values, block, metric) for metric, values in kept.items()}
    return Simulated(
        {metric: tally.mean() for metric, tally in tallies.items()},
        {event: tally.share() for event, tally in shares.items()},
        {metric: _percentiles(values) for metric, values in kept.items()},
    )


def _blocks(
    asked: OutcomeQuery, uncertain: Sequence[Uncertain], draws: int, random: Random
) -> Iterator[Answers]:
    for start in range(0, draws, BLOCK):
        points = range(start, min(start + BLOCK, draws))
        # Draw by draw, so that the first thousand of ten thousand draws are those of a thousand.
        drawn = [[one.draw(random) for one in uncertain] for _ in points]
        yield answers(asked, uncertain, list(zip(*drawn, strict=True)))


def _extended(values: array[float] | None, block: Answers, metric: Metric) -> array[float] | None:
    column = block.metrics[metric]
    if values is None or column is None:
        return None
    values.extend(column.spread(block.points))
    return values


def _percentiles(values: array[float] | None) -> dict[int, Estimated] | None:
    if values is None:
        return None
    ordered = sorted(values)
    return {percent: percentile(ordered, percent) for percent in PERCENTS}


def percentile(ordered: Sequence[float], percent: int) -> Estimated:
    """The nearest-rank percentile of values in rising order: the value at rank k = n p, rounded up.

    Its standard error from order statistics: the rank of the true percentile has the standard deviation
    d = sqrt(n p (1 - p)) of a binomial count, so half the distance between the values at the ranks k - d and k + d.
    """
    count = len(ordered)
    rank = -(-count * percent // 100)
    deviation = ceil(sqrt(count * percent * (100 - percent)) / 100)
    low, high = max(rank - deviation, 1), min(rank + deviation, count)
    return Estimated(ordered[rank - 1], (ordered[high - 1] - ordered[low - 1]) / 2)
