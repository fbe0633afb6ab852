"""How a metric spreads over a sweep: its least, its most and percentiles, read once and in little memory."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import ceil, inf, isnan
from operator import add
from typing import Any, NamedTuple

from ka_terms.analysis.sweep.columns import Flat
from ka_terms.analysis.sweep.rows import Rows

BINS = 2**16
"""Bins of equal width. Their range doubles, two of them becoming one, until it takes in what comes next; it stays
at most four times as wide as the values spread, so that half a bin is at most 1/32,768 of that."""


class Quantiles(NamedTuple):
    """What is told of the rows at which the metric is not n/a."""

    rows: int
    least: float
    most: float
    percentiles: tuple[float, ...]
    """In the order asked for; each at most 1/32,768 of `most - least` off."""


def spread(found: Iterable[Rows], percents: Sequence[int]) -> Quantiles | None:
    """Of the first metric; None where it is n/a in all rows.

    A percentile is the least value that so many of a hundred rows do not exceed.
    """
    bins = Bins()
    for each in found:
        metric = each.metrics[0]
        if metric is not None and each.size:
            bins.add(_values(metric), 1.0 if metric.under else 10.0**metric.scale)
    return bins.spread(percents) if bins.count else None


def _values(metric: Flat) -> Any:
    """The column without what is n/a."""
    values = metric.floats()
    if metric.under is None or metric.under.number.low > 0:
        return values
    if isinstance(values, list):
        return [one for one in values if not isnan(one)]
    import numpy

    return values[~numpy.isnan(values)]


class Bins:
    """Counts of values by bin. Where the first bin begins, and how wide all are, is known with the first values."""

    _low: float
    _width: float

    def __init__(self) -> None:
        self.count = 0
        self._least, self._most = inf, -inf
        self._counts: Any = [0] * BINS

    def add(self, values: Any, unit: float) -> None:
        """Take in `values / unit`: a list, or an array of numpy."""
        if not len(values):
            return
        is_list = isinstance(values, list)
        least, most = (min(values), max(values)) if is_list else (values.min(), values.max())
        self._least, self._most = min(self._least, float(least) / unit), max(self._most, float(most) / unit)
        self._widen()
        self.count += len(values)
        counted = _counted_list if is_list else _counted_array
        self._counts = _added(self._counts, counted(values, unit * self._low, unit * self._width))

    def _widen(self) -> None:
        if not self.count:
            # Where the first values are all the same, a range as fine as anybody asks for.
            self._low = self._least
            self._width = max(self._most - self._least, abs(self._least) * 1e-12, 1e-9) / BINS
        while self._most > self._low + BINS * self._width or self._least < self._low:
            upwards = self._least >= self._low
            if not upwards:
                self._low -= BINS * self._width
            self._width *= 2
            self._counts = _halved(self._counts, upwards)

    def spread(self, percents: Sequence[int]) -> Quantiles:
        """What the counts tell."""
        counts = self._counts if isinstance(self._counts, list) else self._counts.tolist()
        reached = list(accumulate(counts))
        return Quantiles(
            self.count, self._least, self._most, tuple(self._at(reached, each) for each in percents)
        )

    def _at(self, reached: Sequence[int], percent: int) -> float:
        wanted = max(1, ceil(self.count * percent / 100))
        place = bisect_left(reached, wanted)
        return min(max(self._low + (place + 0.5) * self._width, self._least), self._most)


def _counted_list(values: list[Any], low: float, width: float) -> list[int]:
    counts = [0] * BINS
    for value in values:
        counts[min(int((value - low) / width), BINS - 1)] += 1
    return counts


def _counted_array(values: Any, low: float, width: float) -> Any:
    import numpy

    places = ((values - low) * (1 / width)).astype(numpy.int64)
    counts = numpy.bincount(places, minlength=BINS + 1)
    counts[BINS - 1] += counts[BINS]  # the last value closes the last bin
    return counts[:BINS]


def _added(one: Any, other: Any) -> Any:
    both = isinstance(one, list) and isinstance(other, list)
    return list(map(add, one, other)) if both else one + other


def _halved(counts: Any, upwards: bool) -> Any:
    """Two bins become one, in the lower or the upper half of the range."""
    half, pairs = BINS // 2, _added(counts[::2], counts[1::2])
    start = 0 if upwards else half
    empty = half - start
    counts[start : start + half] = pairs
    counts[empty : empty + half] = [0] * half
    return counts
