"""What a spreadsheet needs beside the values of a chart: the parts of floating bars, gaps and dots of lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

_ZERO = Decimal(0)
Numbers = Sequence[Decimal | None]
Point = tuple[Decimal, Decimal | None]


class Step(NamedTuple):
    """One bar of a waterfall: what is not seen below it, and its parts above and below zero.

    `sort` is `+` or `-` for a change, nothing for a bar that stands on zero.
    """

    value: Decimal | None = None
    base: Decimal = _ZERO
    above: Decimal = _ZERO
    below: Decimal = _ZERO
    sort: str | None = None

    @property
    def crosses(self) -> bool:
        """Whether it lies on both sides of zero."""
        return bool(self.above and self.below)

    @property
    def ends(self) -> tuple[Decimal, ...]:
        """The values that an axis has to hold."""
        return self.base, self.base + self.above + (_ZERO if self.crosses else self.below), self.below


def steps(values: Numbers, levels: Sequence[int]) -> Iterator[Step]:
    """The bars of a waterfall: at the levels from zero, else from where the last one ended."""
    reached = _ZERO
    for at, value in enumerate(values):
        if value is None:
            yield Step()
            continue
        start, end = (_ZERO, value) if at in levels else (reached, reached + value)
        low, high, reached = min(start, end), max(start, end), end
        sort = "" if at in levels else "+" if value >= 0 else "-"
        base = low if low > 0 else high if high < 0 else _ZERO
        yield Step(value, base, max(high, _ZERO) - max(base, _ZERO), min(low, _ZERO) - min(base, _ZERO), sort)


def with_gaps(places: Numbers, values: Numbers) -> Iterator[Point]:
    """The points of a line; between two at one place stands one without a value, where the line is interrupted."""
    before: Point | None = None
    for at, value in zip(places, values, strict=True):
        if at is None:
            continue
        if before and before[0] == at and None not in (before[1], value):
            yield at, None
        yield at, value
        before = at, value


def dots(points: Sequence[Point]) -> Numbers:
    """The values at both ends of a jump, and those with no line to either side."""
    nowhere = (None, None)
    around = zip([nowhere, *points], points, [*points[1:], nowhere], strict=False)
    return [
        value if _ends(before, at) or _ends(after, at) or before[1] is after[1] is None else None
        for before, (at, value), after in around
    ]


def _ends(neighbour: tuple[Decimal | None, Decimal | None], at: Decimal) -> bool:
    """Whether the line jumps here: its neighbour is at the same place and has no value."""
    return neighbour[0] == at and neighbour[1] is None
