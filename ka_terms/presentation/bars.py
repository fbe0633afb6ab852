"""Charts drawn with letters: bars an eighth of a column fine; `typewriter` of `ka_terms.text.safe` makes them ASCII."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ka_terms.presentation.chart import Chart, Shape
from ka_terms.presentation.table import Table, text

BAR_FONT = "Consolas"
"""For programs that name one font: its letters are all as wide as each other, so that bars begin below each other."""
_NONE = Decimal(0)
_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
"""What is left of a bar behind its full columns, in eighths of one."""
_MIDDLE = "│"
_SPACE = "\xa0"
"""It holds the place of a bar where plain spaces would be broken at, or run together in html."""
_ASCII = "#.| "
"""What `typewriter` makes of them."""
_SIGNS = frozenset(f"{''.join(_EIGHTHS)}█▐{_MIDDLE}{_SPACE}{_ASCII}")


def are_bars(texts: Iterable[str]) -> bool:
    """Whether a column holds bars, at least one of some length, and nothing else."""
    signs = {sign for text in texts for sign in text}
    return signs <= _SIGNS and not signs.isdisjoint("█#")


def bar_columns(table: Table) -> list[bool]:
    """For each column whether it holds bars."""
    columns = table.cells_by_column
    return [
        are_bars(cell.value if isinstance(cell.value, str) else "0" for cell in cells) for cells in columns
    ]


def with_bars(table: Table) -> Table:
    """The table with its bars as a column of text."""
    if table.bars is None:
        return table
    at, header, chart = table.bars
    drawn = _bars(chart)
    rows = ((*row[:at], text(bar), *row[at:]) for row, bar in zip(table.rows, drawn, strict=True))
    columns = (*table.columns[:at], header, *table.columns[at:])
    return table._replace(columns=columns, rows=tuple(rows), bars=None)


def _bars(chart: Chart) -> list[str]:
    """One bar a category: of a spread to both sides of its middle, else from zero."""
    if chart.shape is not Shape.SPREAD:
        (series,) = chart.series
        most = max(chart.values, default=_NONE)
        return [bar(value, most) for value in series.values]
    middle = chart.middle or _NONE
    low, high = (series.values for series in chart.series)
    changes = [
        [value - middle for value in ends if value is not None] for ends in zip(low, high, strict=True)
    ]
    widest = max((abs(change) for ends in changes for change in ends), default=_NONE)
    return [two_sided(-min(ends, default=_NONE), max(ends, default=_NONE), widest) for ends in changes]


def bar(part: Decimal | None, whole: Decimal, width: int = 20) -> str:
    """part / whole of `width` columns, never more; at least an eighth of one above zero, nothing up to zero or n/a."""
    full, rest = divmod(_steps(part, whole, 8 * width), 8)
    return "█" * full + _EIGHTHS[rest]


def two_sided(fall: Decimal | None, rise: Decimal | None, whole: Decimal, width: int = 10) -> str:
    """A fall to the left of a middle and a rise to the right, each part of `whole` over `width` columns.

    Both are given as sizes. The left side has half columns only: blocks that fill from the right are no finer.
    """
    full, half = divmod(_steps(fall, whole, 2 * width), 2)
    left = "▐" * half + "█" * full
    return _SPACE * (width - len(left)) + left + _MIDDLE + bar(rise, whole, width)


def _steps(part: Decimal | None, whole: Decimal, most: int) -> int:
    """part / whole x most, half up, from 1 to `most`; 0 for what is not above zero."""
    if part is None or part <= 0 or whole <= 0:
        return 0
    return min(most, max(1, int(part / whole * most + Decimal("0.5"))))
