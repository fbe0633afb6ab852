"""A value that depends on one input as points that straight lines join: what a picture of it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from ka_terms.analysis.piecewise.piecewise import Piece
from ka_terms.calculation.readings.curves import ONE, Curve
from ka_terms.calculation.readings.fractions import round_fraction

STEPS = 60
"""Points over the whole range where the value bends."""
_DIGITS = Decimal("0.000001")
"""Values and positions are to six decimals, as many as a file can state."""


class CurvePoint(NamedTuple):
    """One position of the input and the value there; None is n/a. Two points at one position are a jump."""

    at: Decimal
    value: Decimal | None


def points_between(
    pieces: Iterable[Piece[Curve | None]], low: Fraction, high: Fraction
) -> tuple[CurvePoint, ...]:
    """Return the points from `low` to `high`, rising; lines are not rounded.

    At a threshold the value is the limit from below, then that from above. What a single position has that neither
    side comes to is not among them.
    """
    points = [point for piece in pieces for point in _of_piece(piece, low, high)]
    return tuple(dict.fromkeys(points))


def _of_piece(piece: Piece[Curve | None], low: Fraction, high: Fraction) -> Iterator[CurvePoint]:
    start, end, curve = max(piece.low, low), min(piece.high, high), piece.value
    if start >= end:
        return
    count = _steps(curve, (end - start) / (high - low))
    for position in (start + (end - start) * step / count for step in range(count + 1)):
        value = curve.limit(position) if curve else None
        yield CurvePoint(
            round_fraction(position, _DIGITS), None if value is None else round_fraction(value, _DIGITS)
        )


def _steps(curve: Curve | None, share: Fraction) -> int:
    """Return in how many parts a piece is cut: a straight one is whole."""
    is_straight = curve is None or (curve.under == ONE and len(curve.over) <= 2)
    return 1 if is_straight else max(ceil(STEPS * share), 2)
