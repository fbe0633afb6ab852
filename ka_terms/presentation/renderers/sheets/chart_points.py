"""What a spreadsheet needs beside the points of a line: its gaps and its dots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

Numbers = Sequence[Decimal | None]
Point = tuple[Decimal, Decimal | None]


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
