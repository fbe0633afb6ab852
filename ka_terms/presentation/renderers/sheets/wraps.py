"""Which texts of a sheet take several lines: those wider than their cell and the blank ones beside it.

A sheet is printed as wide as its widest text, so that one long line would make all others too small to read.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from ka_terms.presentation.sheet import Role, Sheet, SheetCell
from ka_terms.presentation.table import Kind
from ka_terms.text.width import text_width

SENTENCES = frozenset({Role.TITLE, Role.NOTE, Role.BANNER})
"""Roles of texts that run over the cells beside them."""
_LEAST = 90
"""Characters that a sentence runs over, however narrow the table is."""
_STANDARD = 8
"""Characters of a column beyond the table."""
_AROUND = 2
"""Characters around a text in its cell."""
_FULL = 0.9
"""Of a line, before a word that goes to the next one."""
OF_TITLE = 14 / 11
"""The letters of a title as a multiple of others."""
_MOST_LINES = 27
"""No row of a spreadsheet is higher."""


class Wrapped(NamedTuple):
    """A text in several lines, over the cells up to a last column."""

    last_column: int
    lines: int


def wrapped(sheet: Sheet, widths: Sequence[int]) -> dict[tuple[int, int], Wrapped]:
    """The texts that take several lines in columns of these widths, by row and column."""
    found = {}
    for (row, column), cell in sheet.cells.items():
        if column < len(widths) and cell.kind is Kind.TEXT and cell.role is not Role.HEADER:
            wrap = _wrapped(sheet, widths, row, column)
            if wrap.lines > 1:
                found[row, column] = wrap
    return found


def _wrapped(sheet: Sheet, widths: Sequence[int], row: int, column: int) -> Wrapped:
    cell = sheet.cells[row, column]
    text, size = str(cell.value or ""), OF_TITLE if cell.role is Role.TITLE else 1
    last = _last_free(sheet, row, column, len(widths) - 1)
    room = sum(widths[column : last + 1])
    if cell.role in SENTENCES:
        if last == len(widths) - 1 and room < _LEAST:
            last, room = last + ceil((_LEAST - room) / _STANDARD), _LEAST
        return Wrapped(last, _lines(text, size, room))
    if _lines(text, size, room) == 1:
        return Wrapped(last, 1)
    return Wrapped(column, _lines(text, size, widths[column]))


def _last_free(sheet: Sheet, row: int, column: int, last: int) -> int:
    """The last column before the next cell of the row that is not blank."""
    beside = ((place, sheet.cells.get((row, place))) for place in range(column + 1, last + 1))
    taken = (place for place, cell in beside if cell and cell != SheetCell(role=cell.role))
    return next(taken, last + 1) - 1


def _lines(text: str, size: float, room: int) -> int:
    """Lines that a text takes; words are not broken, so that no line but the last is quite full."""
    needed = (text_width(line) * size for line in text.split("\n"))
    lines = sum(
        1 if columns <= room - _AROUND else ceil(columns / (room - _AROUND) / _FULL) for columns in needed
    )
    return min(lines, _MOST_LINES)
