"""Where a metric is lowest or highest, and how close it comes to a limit that it does not meet."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ka_terms.analysis.breakeven.metric_profile import MetricProfile
from ka_terms.calculation.readings.curves import zeros


class Extremum(NamedTuple):
    """A value of the metric that may be the lowest or highest of those around it."""

    value: Fraction
    at: Fraction
    side: int
    """0 where the metric has this value at the position; -1 where it approaches it just below, 1 just above it."""

    def distance(self, limit: Fraction) -> Fraction:
        """Return the distance from the limit."""
        return abs(self.value - limit)


def closest(profile: MetricProfile, limit: Fraction, current: Fraction) -> Extremum | None:
    """Return the value closest to the limit; None where the metric is n/a throughout.

    Of equally close values one that the metric takes is preferred, then the one nearest to the current input.
    """
    return min(
        extrema(profile, current),
        key=lambda extremum: (extremum.distance(limit), abs(extremum.side), abs(extremum.at - current)),
        default=None,
    )


def extrema(profile: MetricProfile, current: Fraction | None = None) -> Iterator[Extremum]:
    """Yield the metric at both ends of each piece and where it turns; with `current` also at that position.

    A metric turns where the numerator of its derivative is zero.
    """
    for low, high, curve in profile.pieces:
        if curve is None:
            continue
        inside = zeros(curve.derivative().over, low, high)
        if current is not None and low < current < high:
            inside.append(current)
        for at, side in ((low, 1), *((position, 0) for position in inside), (high, -1)):
            value = curve(at)
            if value is not None:
                yield Extremum(value, at, 0 if profile.at(at) == value else side)
    for at in {end for piece in profile.pieces for end in piece[:2]}:
        value = profile.at(at)
        if value is not None:
            yield Extremum(value, at, 0)
