"""How a table is set on a page of A4 upright: in letters of which size, and in which bands of columns."""

from __future__ import annotations

from ka_terms.presentation.renderers.layout import cut, least_widths
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.table import Table

_WIDTH = 470
"""Points between margins of 2 cm, less those of the document itself."""
_AROUND = 12.75
"""Points around the text of a cell, its border included."""
_EM = 0.556
"""A digit of Arial, and a column of other text about, as a share of the size of the letters."""
_SIZES = (10.5, 10, 9.5, 9, 8.5, 8)
_MOST_ROWS = 1_000
"""Rows beyond which nobody prints a table."""
_COLUMNS = 96
"""Columns of text, gaps included, that fit at the least size."""


def on_page(table: Table, look: Look) -> tuple[float, list[Table]]:
    """The size of the letters in points, and the table in the bands it takes.

    Only a table with groups of columns is cut: of any other all is seen at once, on a page as wide as that needs.
    """
    if len(table.rows) > _MOST_ROWS:
        return _SIZES[0], [table]
    narrow = look._replace(width=_COLUMNS)
    everything = set(range(len(table.columns)))
    bands = cut(table, narrow) if table.openings else [tuple(everything)]
    parts = [table.without(everything.difference(places)) for places in bands]
    return min(_size(least_widths(part, narrow)) for part in parts), parts


def _size(widths: list[int]) -> float:
    """The largest of the sizes at which columns of these widths fit, or the least."""
    room = _WIDTH - _AROUND * len(widths)
    return next((size for size in _SIZES if _EM * size * sum(widths) <= room), _SIZES[-1])
