"""A table cut into what stands on one slide each: never wider, never higher than its room, the header on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ka_terms.presentation.bars import are_bars
from ka_terms.presentation.renderers.layout import GAP, Band, Lines, bands
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.slides.texts import EM, LEADING, WIDE_EM
from ka_terms.presentation.table import Emphasis, Kind, Table

PADDING = 2.5
"""Points above and below the text of a cell."""
_SIZES = (16.0, 14.0, 13.0, 12.0, 11.0, 10.0)
_READ = 12.0
"""The largest size at which a table is cut: what runs over several slides is read, not shown."""
_FEW = 200
"""Rows up to which the sizes above that are tried."""
_SHOWN = 11.0
"""The least size that letters are set in only to break less."""
_DEEP = 2
"""Lines of a row up to which letters need not be smaller."""
_TRIES = 12
"""Heights tried to share rows out evenly."""
_WIDENED = 1.35
"""How much wider than it needs to be a small table may be set."""


class GridCell(NamedTuple):
    """A text as it is to stand in a cell."""

    text: str
    right: bool = False
    bold: bool = False
    emphasis: Emphasis = Emphasis.NONE
    is_bar: bool = False


class GridRow(NamedTuple):
    """Cells side by side, and how high they are in points. `is_first_total` sets it off from those above it."""

    cells: tuple[GridCell, ...]
    height: float
    is_first_total: bool = False


class Grid(NamedTuple):
    """The part of a table that one slide has, in letters of one size, with the widths of its columns in points."""

    size: float
    widths: tuple[float, ...]
    header: GridRow
    rows: tuple[GridRow, ...]

    @property
    def height(self) -> float:
        """Points from the upper to the lower edge."""
        return self.header.height + sum(row.height for row in self.rows)

    @property
    def deepest(self) -> int:
        """Lines of the row that has most."""
        return max(
            (round((row.height - 2 * PADDING) / (self.size * LEADING)) for row in self.rows), default=0
        )


def cut_table(table: Table, look: Look, width: float, height: float) -> list[Grid]:
    """The table on as few slides as it takes: whole in the largest letters that break its texts little, else cut.

    Columns are cut only where they do not stand side by side in the least size.
    """
    is_long = len(table.rows) > _FEW
    whole: list[Grid] = []
    cut: list[tuple[int, list[Grid]]] = []
    for size in (size for size in _SIZES if size <= _READ or not is_long):
        letter = size * (WIDE_EM if look.template else EM)
        sides = list(bands(table, look._replace(width=int(width / letter) - GAP)))
        grids = [grid for band in sides for grid in _grids(table, band, size, (width, letter), height)]
        if len(grids) > 1 and size <= _READ:
            cut.append((len(sides), grids))
        elif len(grids) == 1 and (not whole or size >= _SHOWN):
            whole += grids
        if (is_long and len(sides) == 1) or (grids[0].deepest <= _DEEP and whole):
            break
    # Of equals the first, in the largest letters.
    return [min(whole, key=lambda grid: grid.deepest)] if whole else min(cut, key=lambda one: one[0])[1]


def _grids(
    table: Table, band: Band, size: float, measure: tuple[float, float], height: float
) -> Iterator[Grid]:
    header = _header(table, band, size, height)
    rows = list(_rows(table, band, size, height - header.height))
    for page in _pages(rows, height - header.height) or [[]]:
        yield Grid(size, _widths(band, *measure), header, tuple(page))


def _header(table: Table, band: Band, size: float, height: float) -> GridRow:
    """The headers, of which one that would take more than half of the slide ends in an ellipsis."""
    most = max(int(height / 2 / (size * LEADING)), 1)
    names = [table.columns[at] for at in band.columns]
    deep = [[line for line in lines if line] for lines in band.header]
    texts = [
        name if len(lines) <= most else "\n".join([*lines[: most - 1], f"{lines[most - 1]}…"])
        for name, lines in zip(names, deep, strict=True)
    ]
    cells = (GridCell(text, right, bold=True) for text, right in zip(texts, band.right, strict=True))
    return GridRow(tuple(cells), _height(min(max(map(len, deep)), most), size))


def _rows(table: Table, band: Band, size: float, room: float) -> Iterator[GridRow]:
    most = max(int((room - 2 * PADDING) / (size * LEADING)), 1)
    first_total = len(table.rows) - table.total_rows
    barred = [place for place in band.columns if are_bars(_texts(table, place))]
    for at, (row, lines) in enumerate(zip(table.rows, band.rows, strict=True)):
        looks = [
            GridCell(
                "",
                right or row[place].kind is not Kind.TEXT,
                at >= first_total or row[place].emphasis is Emphasis.STRONG,
                row[place].emphasis,
                place in barred,
            )
            for place, right in zip(band.columns, band.right, strict=True)
        ]
        for piece in _pieces(lines, most):
            cells = (look._replace(text="\n".join(part)) for look, part in zip(looks, piece, strict=True))
            yield GridRow(tuple(cells), _height(max(map(len, piece)), size), at == first_total)


def _texts(table: Table, place: int) -> Iterator[str]:
    """The texts of a column; a number is no bar."""
    for row in table.rows:
        value = row[place].value
        yield value if isinstance(value, str) else "0"


def _pieces(lines: Sequence[Lines], most: int) -> Iterator[list[Lines]]:
    """A row that is higher than a slide as several, each with the next lines of every cell."""
    for start in range(0, max(map(len, lines)), most):
        yield [each[start : start + most] for each in lines]


def _height(lines: int, size: float) -> float:
    return max(lines, 1) * size * LEADING + 2 * PADDING


def _pages(rows: Sequence[GridRow], room: float) -> list[list[GridRow]]:
    """Rows on as few slides as can be and these as even as can be: a last row alone is hard to read."""
    filled = _filled(rows, room)
    least = sum(row.height for row in rows) / max(len(filled), 1)
    limits = (least + (room - least) * step / _TRIES for step in range(_TRIES))
    evened = (_filled(rows, limit) for limit in limits)
    return next((pages for pages in evened if len(pages) == len(filled)), filled)


def _filled(rows: Sequence[GridRow], room: float) -> list[list[GridRow]]:
    pages: list[list[GridRow]] = []
    used = 0.0
    for row in rows:
        if not pages or used + row.height > room:
            pages.append([])
            used = 0.0
        pages[-1].append(row)
        used += row.height
    return pages


def _widths(band: Band, width: float, letter: float) -> tuple[float, ...]:
    """Points for each column; what is left of the slide is shared out, as far as the table stays one."""
    needed = [(columns + GAP) * letter for columns in band.widths]
    factor = min(width / sum(needed), _WIDENED)
    return tuple(each * factor for each in needed)
