"""How wide the columns of a table on a printed page are: no number is broken, and no word while that can be."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from ka_terms.presentation.numbers import write
from ka_terms.presentation.renderers.letters import ems
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.table import Cell, Kind, Table
from ka_terms.text.width import text_width
from ka_terms.text.wrap import longest_piece

MARGIN = 34
"""Points around the page: 12 mm."""
WIDTH = 595 - 2 * MARGIN
LABEL = 56
"""Points of the column of labels."""
CONTENT = WIDTH - LABEL - 12
"""Points of what stands beside a label, less what is around it."""
PADDING = 7
"""Points around the text of a cell, left and right together."""
_EM = 0.54
"""A column of text as a share of its letters: a digit of Arial is 0.556, half a Chinese letter 0.5."""
_MOST_NAMING = 0.3
"""The column that names the rows as a share of the width, at most."""
_MOST_OF_WORD = 0.12
"""A word as a share of the width, at most; longer ones are broken."""
_SHORT = 14
"""Columns of a header that is not broken."""
_SPARE = 1
"""Points beside a number: no program sets letters quite as reckoned here."""


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
    given = [widths[at] * CONTENT / sum(widths.values()) for at in range(len(columns))]
    floors = (least_of(table, size, look) for least_of in (comfortable, _words, unbroken))
    return _raised(given, *floors)


def unbroken(table: Table, size: float, look: Look) -> list[float]:
    """Points that each column needs for its numbers, of texts for some letters."""
    return [
        max((ems(text) * size + _SPARE for text in _numbers(cells, look)), default=2 * size) + PADDING
        for cells in table.cells_by_column
    ]


def comfortable(table: Table, size: float, look: Look) -> list[float]:
    """Points at which rows are named in one line, where that is not very long, and no word is broken."""
    names = (ems(line) for cell in table.cells_by_column[0] for line in write(cell, look.style).split("\n"))
    first = min(max(names, default=0) * size + _SPARE + PADDING, _MOST_NAMING * CONTENT)
    return [max(first, least) if at == 0 else least for at, least in enumerate(_words(table, size, look))]


def _words(table: Table, size: float, look: Look) -> list[float]:
    """Points at which no word of a header or of a text is broken that is not very long."""
    columns = zip(table.columns, table.cells_by_column, unbroken(table, size, look), strict=True)
    needed = []
    for header, cells, least in columns:
        texts = (header, *(write(cell, look.style) for cell in cells if cell.kind is Kind.TEXT))
        words = (ems(word) * size + _SPARE for text in texts for word in text.split() if word.isascii())
        word = max((longest_piece(header) * _EM * size, *words))
        needed.append(max(least, min(word, _MOST_OF_WORD * CONTENT) + PADDING))
    return needed


def _raised(widths: Sequence[float], *floors: Sequence[float]) -> list[float]:
    """Widths none of which is below the first of the floors that there is room for, else the last in proportion.

    What some columns lack the others give, in proportion to what they have above the floor.
    """
    floor = next((floor for floor in floors if sum(floor) <= sum(widths)), floors[-1])
    if sum(floor) >= sum(widths):
        return [least * sum(widths) / sum(floor) for least in floor]
    spare = [max(width - least, 0) for width, least in zip(widths, floor, strict=True)]
    lacking = sum(max(least - width, 0) for width, least in zip(widths, floor, strict=True))
    kept = 1 - lacking / sum(spare) if lacking else 1
    return [least + more * kept if more else least for least, more in zip(floor, spare, strict=True)]


def _numbers(cells: Sequence[Cell], look: Look) -> list[str]:
    return [
        line for cell in cells if cell.kind is not Kind.TEXT for line in write(cell, look.style).split("\n")
    ]


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
