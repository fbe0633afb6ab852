"""Values that depend on one input, piece by piece: a metric is a quotient of two polynomials on each piece.

Lines are not rounded, so that each term differs from the statement by at most half a minor unit. Values that a user
sees come from the statement.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import reduce
from itertools import pairwise
from operator import add
from typing import Generic, NamedTuple, TypeVar

from ka_terms.calculation.readings.curves import ONE, Curve, polynomial, zeros

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Piece(NamedTuple, Generic[T_co]):
    """A value that holds strictly between the positions `low` and `high`."""

    low: Fraction
    high: Fraction
    value: T_co


Piecewise = tuple[Piece[T], ...]
"""The pieces of one range, rising."""
PiecewiseMetric = Piecewise[Curve | None]
"""A metric as one input changes; None where it is n/a."""


class Jump(NamedTuple):
    """A position at which a metric jumps, and its values just below (`before`) and just above (`behind`)."""

    at: Fraction
    before: Fraction
    behind: Fraction

    def sides(self, value: Fraction | None) -> tuple[int, int]:
        """Return the sides (-1, 0 or 1) between which the metric jumps; `value` is the metric at the position itself.

        (0, 1) where that still is the value before, (-1, 0) where it is the value behind, else (-1, 1).
        """
        return 0 if value == self.before else -1, 0 if value == self.behind else 1


def joined(pieces: Iterable[Piece[T]]) -> Piecewise[T]:
    """Return rising pieces with neighbours of equal value joined."""
    longest: list[Piece[T]] = []
    for piece in pieces:
        if longest and longest[-1].value == piece.value:
            longest[-1] = longest[-1]._replace(high=piece.high)
        else:
            longest.append(piece)
    return tuple(longest)


def piece_at(pieces: Piecewise[T], position: Fraction) -> Piece[T]:
    """Return the piece that a position lies in or at the low end of; the first one below, the last one above all."""
    return pieces[max(bisect_right(pieces, position, key=lambda piece: piece.low) - 1, 0)]


def summed(summands: Sequence[Piecewise[Curve]]) -> Piecewise[Curve]:
    """Return the sum of curves over one range: a polynomial wherever all of them are polynomials."""
    starting: dict[Fraction, list[tuple[int, Curve]]] = {}
    for index, pieces in enumerate(summands):
        for low, _, curve in pieces:
            starting.setdefault(low, []).append((index, curve))
    polynomials: dict[int, Curve] = {}
    quotients: dict[int, Curve] = {}
    total, sums = Curve((), ONE), []
    for low, high in pairwise([*sorted(starting), summands[0][-1].high]):
        for index, curve in starting[low]:
            # Only polynomials are subtracted again: a quotient would leave its denominator behind.
            total = total - polynomials.pop(index) if index in polynomials else total
            quotients.pop(index, None)
            if curve.under == ONE:
                polynomials[index], total = curve, total + curve
            else:
                quotients[index] = curve
        sums.append(Piece(low, high, reduce(add, quotients.values(), total)))
    return joined(sums)


def difference(first: PiecewiseMetric, second: PiecewiseMetric) -> PiecewiseMetric:
    """Return first - second, on the pieces of both; None (n/a) where either is."""
    ends = sorted({end for piece in (*first, *second) for end in piece[:2]})
    pieces = []
    for low, high in pairwise(ends):
        minuend, subtrahend = (_curve_at(metric, (low + high) / 2) for metric in (first, second))
        pieces.append(Piece(low, high, minuend - subtrahend if minuend and subtrahend else None))
    return joined(pieces)


def _curve_at(metric: PiecewiseMetric, position: Fraction) -> Curve | None:
    low, high, curve = piece_at(metric, position)
    return curve if low <= position <= high else None


def positions_of(metric: PiecewiseMetric, level: Fraction) -> list[Fraction]:
    """Return every position strictly inside a piece at which the metric crosses or touches the level, rising."""
    return [
        zero
        for low, high, curve in metric
        if curve
        for zero in zeros((curve - Curve(polynomial([level]), ONE)).over, low, high)
    ]


def jumps(metric: PiecewiseMetric) -> list[Jump]:
    """Return every jump of a metric from one piece to the next."""
    steps = []
    for lower, upper in pairwise(metric):
        at = lower.high
        # The limit, since a share of an increment is zero over zero where the increment begins.
        before = lower.value.limit(at) if lower.value else None
        behind = upper.value.limit(at) if upper.value else None
        if before is not None and behind is not None and before != behind:
            steps.append(Jump(at, before, behind))
    return steps
