"""The round numbers that an axis spans and names."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import NamedTuple

_PRECISE = Context(prec=60)
_ROUND = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


class Scale(NamedTuple):
    """From a round number to a round number, both multiples of the step; where it counts, to its last value."""

    low: Decimal
    high: Decimal
    step: Decimal


def spanned(values: Sequence[Decimal], count: int = 6, *, is_whole: bool = False) -> Scale:
    """What holds all of the values in about `count` steps; of what counts, in whole ones, and none beyond the last."""
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(0))
    if low == high:
        low, high = min(low, Decimal(0)), max(high, Decimal(0)) or Decimal(low == 0)
    rough = _PRECISE.divide(_PRECISE.subtract(high, low), Decimal(count))
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(factor * power for factor in _ROUND if factor * power >= rough)
    step = max(step.to_integral_value(ROUND_CEILING), Decimal(1)) if is_whole else step
    first = _PRECISE.divide(low, step).to_integral_value(ROUND_FLOOR)
    if is_whole:
        return Scale(_PRECISE.multiply(first, step), high, step)
    last = _PRECISE.divide(high, step).to_integral_value(ROUND_CEILING)
    return Scale(_PRECISE.multiply(first, step), _PRECISE.multiply(last, step), step)
