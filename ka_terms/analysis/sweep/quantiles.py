"""The distribution of a metric over a sweep: least, most and percentiles, from one pass in little memory."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import ceil, inf, isnan
from operator import add
from typing import Any, NamedTuple

from ka_terms.analysis.sweep.columns import Column
from ka_terms.analysis.sweep.rows import Rows

BINS = 2**16
"""The number of bins, all of equal width. Where a value lies outside, the width doubles and each two bins become one.
The range of all bins is at most four times that of the values, so that half a bin is at most 1/32,768 of the latter."""


class Quantiles(NamedTuple):
    """The distribution over the rows at which the metric is not n/a."""

    rows: int
    least: float
    most: float
    percentiles: tuple[float, ...]
    """In the order asked for; each at most 1/32,768 of `most - least` off."""


def quantiles(parts: Iterable[Rows], percents: Sequence[int]) -> Quantiles | None:
    """The quantiles of the first metric; None where it is n/a in all rows.

    Percentile p is the least value that p of a hundred rows do not exceed.
    """
    bins = Bins()
    for block_rows in parts:
        metric = block_rows.metrics[0]
        if metric is not None and block_rows.size:
            bins.add(_values(metric), 1.0 if metric.under else 10.0**metric.scale)
    return bins.quantiles(percents) if bins.count else None


def _values(metric: Column) -> Any:
    """The column without what is n/a."""
    values = metric.floats()
    if metric.under is None or metric.under.number.low > 0:
        return values
    if isinstance(values, list):
        return [value for value in values if not isnan(value)]
    import numpy

    return values[~numpy.isnan(values)]


class Bins:
    """The number of values in each bin. The first values decide where the bins begin and how wide they are."""

    _low: float
    _width: float

    def __init__(self) -> None:
        self.count = 0
        self._least, self._most = inf, -inf
        self._counts: Any = [0] * BINS

    def add(self, values: Any, unit: float) -> None:
        """Count `values / unit`; the values are a list or an array of numpy."""
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
            # Where the first values are all equal, the range is as fine as anybody asks for.
            self._low = self._least
            self._width = max(self._most - self._least, abs(self._least) * 1e-12, 1e-9) / BINS
        while self._most > self._low + BINS * self._width or self._least < self._low:
            upwards = self._least >= self._low
            if not upwards:
                self._low -= BINS * self._width
            self._width *= 2
            self._counts = _halved(self._counts, upwards)

    def quantiles(self, percents: Sequence[int]) -> Quantiles:
        """The quantiles, as exact as the bins are."""
        counts = self._counts if isinstance(self._counts, list) else self._counts.tolist()
        reached = list(accumulate(counts))
        return Quantiles(
            self.count,
            self._least,
            self._most,
            tuple(self._percentile(reached, percent) for percent in percents),
        )

    def _percentile(self, reached: Sequence[int], percent: int) -> float:
        wanted = max(1, ceil(self.count * percent / 100))
        index = bisect_left(reached, wanted)
        return min(max(self._low + (index + 0.5) * self._width, self._least), self._most)


def _counted_list(values: list[Any], low: float, width: float) -> list[int]:
    counts = [0] * BINS
    for value in values:
        counts[min(int((value - low) / width), BINS - 1)] += 1
    return counts


def _counted_array(values: Any, low: float, width: float) -> Any:
    import numpy

    positions = values - low
    positions *= 1 / width
    counts = numpy.bincount(positions.astype(numpy.int64), minlength=BINS + 1)
    counts[BINS - 1] += counts[BINS]  # the last value closes the last bin
    return counts[:BINS]


def _added(counts: Any, more: Any) -> Any:
    both = isinstance(counts, list) and isinstance(more, list)
    return list(map(add, counts, more)) if both else counts + more


def _halved(counts: Any, upwards: bool) -> Any:
    """Each two bins become one; they lie in the lower half of the new range, which grows `upwards`, or in the upper."""
    half, pairs = BINS // 2, _added(counts[::2], counts[1::2])
    start = 0 if upwards else half
    empty = half - start
    counts[start : start + half] = pairs
    counts[empty : empty + half] = [0] * half
    return counts
