"""How near a metric comes to a limit that it does not meet, and where it turns on the way."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ka_terms.analysis.breakeven.intervals import MetricProfile
from ka_terms.calculation.readings.curves import zeros


class Nearest(NamedTuple):
    """How near the metric comes to a limit that it does not meet."""

    value: Fraction
    at: Fraction
    side: int
    """0 where the value is taken at the place; -1 where it is come near to just before it, 1 just behind it."""

    def off(self, limit: Fraction) -> Fraction:
        """How far it stays from the limit."""
        return abs(self.value - limit)


def nearest(profile: MetricProfile, limit: Fraction, today: Fraction) -> Nearest | None:
    """The value of the course nearest to the limit; of equal ones one that is reached, and then nearest to today's.

    A stretch comes nearest at an end or where it turns: at a zero of the numerator of its derivative.
    """
    return min(
        turns(profile, today),
        key=lambda each: (each.off(limit), abs(each.side), abs(each.at - today)),
        default=None,
    )


def turns(profile: MetricProfile, today: Fraction | None = None) -> Iterator[Nearest]:
    """Every place at which the course is lowest or highest of what lies around it; with `today` that place too."""
    for low, high, curve in profile.course:
        if curve is None:
            continue
        inside = [
            *zeros(curve.derivative().over, low, high),
            *([today] if today is not None and low < today < high else []),
        ]
        for at, side in ((low, 1), *((place, 0) for place in inside), (high, -1)):
            value = curve(at)
            if value is not None:
                yield Nearest(value, at, 0 if profile.at(at) == value else side)
    for at in {bound for stretch in profile.course for bound in stretch[:2]}:
        value = profile.at(at)
        if value is not None:
            yield Nearest(value, at, 0)
