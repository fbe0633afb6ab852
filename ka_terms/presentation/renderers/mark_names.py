"""Where the name of a mark stands in a native chart, whose program keeps no texts apart by itself."""

from __future__ import annotations

from decimal import Decimal

_HIGHEST, _STEPS_DOWN = Decimal("0.97"), (Decimal(0), Decimal("0.07"), Decimal("0.14"))


def name_height(index: int, low: Decimal, high: Decimal) -> Decimal:
    """The height of the name of a mark, which has that index from the left, between the ends of an axis."""
    return low + (high - low) * (_HIGHEST - _STEPS_DOWN[index % len(_STEPS_DOWN)])
