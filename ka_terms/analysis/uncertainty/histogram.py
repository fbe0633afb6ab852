"""How often values fall into steps of equal width."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise
from typing import NamedTuple

_STEPS = 20
"""About so many steps from the lowest to the highest value."""
_ROUND = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


class Histogram(NamedTuple):
    """The share of the values in each step; a step begins at `start` + its index x `width`, and its end is the next."""

    start: Decimal
    width: Decimal
    shares: tuple[Decimal, ...]

    @property
    def begins(self) -> tuple[Decimal, ...]:
        """Where each step begins."""
        return tuple(self.start + index * self.width for index in range(len(self.shares)))


def histogram(ordered: Sequence[float]) -> Histogram:
    """Return the histogram of values in rising order, in steps of 1, 2 or 5 times a power of ten.

    All values alike are one step that begins at them.
    """
    low, high = (Decimal(format(value, ".10g")) for value in (ordered[0], ordered[-1]))
    if low == high:
        return Histogram(low, Decimal(0), (Decimal(1),))
    width = _width((high - low) / _STEPS)
    first = (low / width).to_integral_value(ROUND_FLOOR)
    last = (high / width).to_integral_value(ROUND_FLOOR)
    edges = [(first + index) * width for index in range(int(last - first) + 2)]
    # The lowest and the highest value count in the outer steps, whatever their last digits.
    places = [0, *(bisect_left(ordered, float(edge)) for edge in edges[1:-1]), len(ordered)]
    counts = (end - begin for begin, end in pairwise(places))
    return Histogram(edges[0], width, tuple(Decimal(count) / len(ordered) for count in counts))


def _width(least: Decimal) -> Decimal:
    """Return the narrowest round width that is not below `least`."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(digit * power for digit in _ROUND if digit * power >= least)
