"""A waterfall as stacked columns: what of each bar stands above zero, what hangs below, and on which invisible base."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

_ZERO = Decimal(0)


class Role(Enum):
    """What a bar of a waterfall is."""

    LEVEL = "level"
    UP = "up"
    DOWN = "down"


class Column(NamedTuple):
    """One bar. `above` is never below zero, `below` never above; a bar that crosses zero has both and no base.

    `base` is what lies between zero and the bar, with the sign of the side it is on; `top` is the upper end of the bar.
    """

    role: Role
    base: Decimal
    above: Decimal
    below: Decimal
    top: Decimal


def waterfall_columns(values: Sequence[Decimal | None], levels: Collection[int]) -> tuple[Column | None, ...]:
    """The bar of each value: at a level from zero, elsewhere from where the bar before ended. None stays None."""
    return tuple(_columns(values, levels))


def _columns(values: Sequence[Decimal | None], levels: Collection[int]) -> Iterator[Column | None]:
    end = _ZERO
    for at, value in enumerate(values):
        if value is None:
            yield None
            continue
        is_level = at in levels
        start, end = (_ZERO, value) if is_level else (end, end + value)
        role = Role.LEVEL if is_level else Role.DOWN if value < 0 else Role.UP
        yield _column(role, min(start, end), max(start, end))


def _column(role: Role, low: Decimal, high: Decimal) -> Column:
    if low >= 0:
        return Column(role, low, high - low, _ZERO, high)
    if high <= 0:
        return Column(role, high, _ZERO, low - high, high)
    return Column(role, _ZERO, high, low, high)
