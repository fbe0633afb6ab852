"""How large the letters of a printed page are: as large as lets all of it stand on one page of A4."""

from __future__ import annotations

from math import ceil

from ka_terms.presentation.numbers import write
from ka_terms.presentation.paper import Block, Paper, Paragraph, Signatures
from ka_terms.presentation.renderers.documents.paper_columns import (
    CONTENT,
    LABEL,
    MARGIN,
    PADDING,
    WIDTH,
    column_widths,
    comfortable,
    unbroken,
)
from ka_terms.presentation.renderers.letters import ems
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.table import Cell, Kind, Table
from ka_terms.text.width import text_width

HEIGHT = 842 - 2 * MARGIN
LINE = 1.3
"""The height of a line as a share of its letters, the same in every font."""
GAP = 4
"""Points above a heading, and below a table."""
CELL = 4
"""Points around the text of a row of a table, above and below together."""
SIGNATURE = 60
"""Points of a box to sign in."""
SIDE, MIDDLE = 0.29, 0.42
"""The banner and the corner, and the title between them, as shares of the width."""
TITLE = 1.7
"""The title as a multiple of the letters."""
_SMALLER = 0.5
"""Points between letters and smaller ones."""
_LEAST_IN_TABLE = 3
_COMFORTABLE = 8
"""The size from which down rows and words are broken before letters get smaller still."""
_SIZES = (11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5)
_SECTION = 8
"""Points around the content of a section, above and below together."""
_EM_OF_TEXT = 0.515
"""A column of a sentence as a share of its letters."""
_SPARE = 0.96
"""What of the page is filled at most: no program breaks lines quite as reckoned here."""


def paper_size(paper: Paper, look: Look) -> float:
    """The size of the letters in points, or the least."""
    return next((size for size in _SIZES if _fits(paper, size, look)), _SIZES[-1])


def small_size(size: float) -> float:
    """The size of the letters in tables and small print."""
    return size - _SMALLER


def table_size(table: Table, size: float, look: Look) -> float:
    """The size of the letters in a table: small, or as small as lets no number be broken."""
    letters = small_size(size)
    while letters > _LEAST_IN_TABLE and sum(unbroken(table, letters, look)) > CONTENT:
        letters -= _SMALLER
    return letters


def _fits(paper: Paper, size: float, look: Look) -> bool:
    head = _head(paper, size) + 14
    foot = sum(_lines(text, WIDTH, size - 1.5) * (size - 1.5) * LINE for text in paper.foot) + GAP
    body = sum(_block(block, size, look) for section in paper.sections for block in section.blocks)
    if head + body + len(paper.sections) * _SECTION + foot > HEIGHT * _SPARE:
        return False
    least_of = comfortable if size >= _COMFORTABLE else unbroken
    tables = (block for section in paper.sections for block in section.blocks if isinstance(block, Table))
    labels = (word for section in paper.sections for word in section.label.split() if word.isascii())
    return all(sum(least_of(table, small_size(size), look)) <= CONTENT for table in tables) and all(
        ems(word) * size <= LABEL - PADDING for word in labels
    )


def _head(paper: Paper, size: float) -> float:
    """The higher of the title and the corner; a banner is short."""
    corner = sum(_lines(line, SIDE * WIDTH - PADDING, size) for line in paper.corner)
    title = _lines(paper.title, MIDDLE * WIDTH - PADDING, size * TITLE)
    return max(corner + 1, 2, title * TITLE) * size * LINE


def _block(block: Block, size: float, look: Look) -> float:
    if isinstance(block, Signatures):
        return SIGNATURE + size * LINE + GAP
    if isinstance(block, Paragraph):
        return _lines(block.text, CONTENT, size) * size * LINE + 2
    return _table_height(block, size, look)


def _table_height(table: Table, size: float, look: Look) -> float:
    letters = table_size(table, size, look)
    widths = column_widths(table, letters, look)
    rows = (map(Cell, table.columns), *table.rows)
    lines = (
        max(
            _cell_lines(cell, width - PADDING, letters, look) for cell, width in zip(row, widths, strict=True)
        )
        for row in rows
    )
    heading = size * LINE + GAP if table.title else 0
    return heading + sum(count * letters * LINE + CELL for count in lines) + GAP


def _cell_lines(cell: Cell, width: float, size: float, look: Look) -> int:
    """Lines that a cell takes; no number is broken."""
    text = write(cell, look.style)
    return _lines(text, width, size) if cell.kind is Kind.TEXT else text.count("\n") + 1


def _lines(text: str, width: float, size: float) -> int:
    """Lines that a text takes; words are not broken, so that each line but the last is not quite full."""
    needed = (text_width(line) * _EM_OF_TEXT * size for line in text.split("\n"))
    return sum(1 if length <= width + 0.5 else ceil(length * 1.04 / max(width, 1)) for length in needed)
