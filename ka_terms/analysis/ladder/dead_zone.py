"""The dead zone of a tier: where the supplier keeps less than just below its threshold, and how much less."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ka_terms.analysis.ladder.by_measure import AmountByMeasure
from ka_terms.analysis.piecewise.piecewise import Piecewise
from ka_terms.calculation.readings.curves import ONE, Curve, polynomial, zeros


def curves_beside(pieces: Piecewise[Curve], position: Fraction) -> tuple[Curve, Curve]:
    """Return the curves just below and just above a position strictly inside the range."""
    below = next(curve for _, high, curve in pieces if position <= high)
    above = next(curve for _, high, curve in pieces if position < high)
    return below, above


def limit(curve: Curve, position: Fraction) -> Fraction:
    """Return the limit of an amount; at zero the bands of a proportional base may be zero over zero."""
    value = curve.limit(position)
    assert value is not None  # amounts are finite
    return value


def recovery(kept: AmountByMeasure, at: Fraction) -> tuple[Fraction | None, Fraction | None] | None:
    """Return the end and the largest loss of the dead zone at `at`; None if the amount kept does not drop there.

    `(None, None)` means that the loss is never recovered. Example on net-net sales, for a rate that rises from r0 to
    r1 on the whole base at T: end = T (1 - r0) / (1 - r1).
    """
    below, above = curves_beside(kept.pieces, at)
    level = limit(below, at)
    if limit(above, at) >= level:
        return None
    end = _end(kept, at, level)
    return end, None if end is None else max(level - value for value in _minima(kept.pieces, at, end))


def _end(kept: AmountByMeasure, at: Fraction, level: Fraction) -> Fraction | None:
    """Return the lowest position above `at` where the level is kept again."""
    for low, high, curve in _above(kept.pieces, at):
        if low > at and (limit(curve, low) >= level or kept.at(low) >= level):
            return low
        for zero in zeros((curve - Curve(polynomial([level]), ONE)).over, low, high):
            return zero
    return None


def _above(pieces: Piecewise[Curve], at: Fraction) -> Iterator[tuple[Fraction, Fraction, Curve]]:
    """Yield the pieces above a position, the first one from the position on."""
    for low, high, curve in pieces:
        if high > at:
            yield max(low, at), high, curve


def _minima(pieces: Piecewise[Curve], at: Fraction, end: Fraction) -> Iterator[Fraction]:
    """Yield every value between two positions that may be the lowest: at the ends of pieces and where a curve turns."""
    for low, high, curve in _above(pieces, at):
        top = min(high, end)
        if low < top:
            for position in (low, *zeros(curve.derivative().over, low, top), top):
                yield limit(curve, position)
