"""How large the letters of a printed page are: as large as lets all of it stand on one page of A4."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from ka_terms.presentation.numbers import write
from ka_terms.presentation.paper import Block, Paper, Paragraph, Signatures
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.table import Cell, Table
from ka_terms.text.width import text_width

MARGIN = 34
"""Points around the page: 12 mm."""
WIDTH, HEIGHT = 595 - 2 * MARGIN, 842 - 2 * MARGIN
LABEL = 56
"""Points of the column of labels."""
CONTENT = WIDTH - LABEL - 12
"""Points of what stands beside a label, less what is around it."""
LINE = 1.3
"""The height of a line as a share of its letters, the same in every font."""
GAP = 4
"""Points above a heading, and below a table."""
CELL = 4
"""Points around the text of a row of a table, above and below together."""
SIGNATURE = 60
"""Points of a box to sign in."""
PADDING = 7
"""Points around the text of a cell, left and right together."""
_SIZES = (11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5)
_EM = 0.54
"""A column of text as a share of its letters: a digit of Arial is 0.556, half a Chinese letter 0.5."""
_SECTION = 8
"""Points around the content of a section, above and below together."""
_MOST_NAMING = 0.3
"""The column that names the rows as a share of the width, at most."""
_SHORT = 14
"""Columns of a header that is not broken."""
_EM_OF_TEXT = 0.515
"""The same in sentences, which have few digits."""
_SPARE = 0.96
"""What of the page is filled at most: no program breaks lines quite as reckoned here."""


def paper_size(paper: Paper, look: Look) -> float:
    """The size of the letters in points, or the least."""
    return next((size for size in _SIZES if _fits(paper, size, look)), _SIZES[-1])


def table_size(size: float) -> float:
    """The size of the letters in tables and small print."""
    return size - 0.5


def column_widths(table: Table, size: float, look: Look) -> list[float]:
    """Points for each column, together as wide as what stands beside a label.

    Columns of numbers share the width evenly where only the first column holds text. Else they have what they need,
    and the columns of text share the rest. Where headers want more than there is, no number and no word of a header
    is broken as long as that can be.
    """
    columns = [*zip(table.columns, table.cells_by_column, strict=True)]
    wanted, least = (
        [max(_widest(cells, look), least_of(header)) * _EM * size + PADDING for header, cells in columns]
        for least_of in (_header, _longest_word)
    )
    wanted[0] = min(wanted[0], _MOST_NAMING * CONTENT)
    least = [min(low, width) for low, width in zip(least, wanted, strict=True)]
    has_texts = sum(not is_number for is_number in table.numeric) > 1
    sharing = [is_number is not has_texts for is_number in table.numeric]
    fixed, shared = ([at for at, shares in enumerate(sharing) if shares is asked] for asked in (False, True))
    widths = _within(CONTENT * 2 / 3, fixed, wanted, least)
    room = CONTENT - sum(widths.values())
    if not has_texts and shared and room / len(shared) >= max(wanted[at] for at in shared):
        widths |= dict.fromkeys(shared, room / len(shared))
    else:
        found = _within(room, shared, wanted, least)
        widths |= {at: width * room / sum(found.values()) for at, width in found.items()}
    return [widths[at] * CONTENT / sum(widths.values()) for at in range(len(columns))]


def _within(
    room: float, ats: Sequence[int], wanted: Sequence[float], least: Sequence[float]
) -> dict[int, float]:
    """What some columns get of the room: what they want, else less in proportion, but the least if that can be."""
    most, fewest = sum(wanted[at] for at in ats), sum(least[at] for at in ats)
    if room >= most:
        return {at: wanted[at] for at in ats}
    if room < fewest:
        return {at: wanted[at] * room / most for at in ats}
    part = (room - fewest) / (most - fewest)
    return {at: least[at] + (wanted[at] - least[at]) * part for at in ats}


def _widest(cells: Sequence[Cell], look: Look) -> int:
    """Columns of the longest line."""
    texts = (line for cell in cells for line in write(cell, look.style).split("\n"))
    return max(map(text_width, texts), default=0)


def _header(header: str) -> int:
    """Columns of a header: a short one in one line, others in three; no word is broken."""
    return max(_longest_word(header), ceil(text_width(header) / 3), min(text_width(header), _SHORT))


def _longest_word(header: str) -> int:
    """Columns of the longest word of a header; Chinese is broken anywhere."""
    return max((text_width(word) for word in header.split() if word.isascii()), default=0)


def _fits(paper: Paper, size: float, look: Look) -> bool:
    head = size * 1.8 * LINE + len(paper.corner) * size * LINE + 14
    foot = sum(_lines(text, WIDTH, size - 1.5) * (size - 1.5) * LINE for text in paper.foot) + GAP
    body = sum(_block(block, size, look) for section in paper.sections for block in section.blocks)
    return head + body + len(paper.sections) * _SECTION + foot <= HEIGHT * _SPARE and all(
        _has_room(block, table_size(size), look)
        for section in paper.sections
        for block in section.blocks
        if isinstance(block, Table)
    )


def _block(block: Block, size: float, look: Look) -> float:
    if isinstance(block, Signatures):
        return SIGNATURE + size * LINE + GAP
    if isinstance(block, Paragraph):
        return _lines(block.text, CONTENT, size) * size * LINE + 2
    return _table_height(block, size, look)


def _table_height(table: Table, size: float, look: Look) -> float:
    letters = table_size(size)
    widths = column_widths(table, letters, look)
    rows = [table.columns, *([write(cell, look.style) for cell in row] for row in table.rows)]
    lines = (
        max(_lines(text, width - PADDING, letters) for text, width in zip(row, widths, strict=True))
        for row in rows
    )
    heading = size * LINE + GAP if table.title else 0
    return heading + sum(count * letters * LINE + CELL for count in lines) + GAP


def _has_room(table: Table, size: float, look: Look) -> bool:
    """Whether no number has to be broken."""
    widths = column_widths(table, size, look)
    needed = (
        _widest(cells, look) * _EM * size + PADDING - 0.01 if is_number else 0
        for cells, is_number in zip(table.cells_by_column, table.numeric, strict=True)
    )
    return all(width >= least for width, least in zip(widths, needed, strict=True))


def _lines(text: str, width: float, size: float) -> int:
    """Lines that a text takes; words are not broken, so that each line but the last is not quite full."""
    needed = (text_width(line) * _EM_OF_TEXT * size for line in text.split("\n"))
    return sum(1 if length <= width + 0.5 else ceil(length * 1.04 / max(width, 1)) for length in needed)
