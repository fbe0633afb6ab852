"""How wide the columns of a table in a document are: no number is broken, and no word that is not very long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ka_terms.presentation.bars import bar_columns
from ka_terms.presentation.numbers import write
from ka_terms.presentation.renderers.layout import least_widths
from ka_terms.presentation.renderers.letters import ems
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.table import Kind, Table
from ka_terms.text.width import text_width

_EM, _BLOCK, _AROUND = 0.59, 0.65, 230
"""A letter and a block of a bar as shares of their size; twentieths of a point around the text of a cell."""
_MOST_OF_WORD = 0.2
"""A word as a share of the room, at most; longer ones are broken."""
_LEAST_TEXT = 6
"""Letters that a column of texts has room for, however many numbers stand beside it."""
_LEAST_SIZE = 4
_DEEPEST = 3
"""Lines of a header where there is room to spare."""
_COLUMNS = 96
"""Columns of a table set in text, from which follow those of a header and of a short text."""


class _Column(NamedTuple):
    """Twentieths of a point: `least` breaks no number or word, `wanted` sets texts in one line and headers in few."""

    least: int
    wanted: int
    ample: int
    """With a header of at most `_DEEPEST` lines."""
    is_number: bool


def widths_in(room: int, table: Table, size: float, look: Look) -> tuple[float, list[int]]:
    """The size of the letters in points, and twentieths of a point for each column, within the room.

    Numbers and the longest words of texts come first, then headers, then texts in one line. Letters are smaller where
    the numbers alone would have no room.
    """
    while size > _LEAST_SIZE and _least_room(_columns(room, table, size, look), size) > room:
        size -= 0.5
    columns = _columns(room, table, size, look)
    texts, numbers = ([one for one in columns if one.is_number is asked] for asked in (False, True))
    least, wanted = ([one.least for one in numbers], [one.wanted for one in numbers])
    words = [text.least for text in texts]
    kept = max(room - sum(wanted), min(sum(words), room - sum(least)))
    named = _shared(kept, [text.wanted for text in texts], words)
    free = room - sum(named)
    has_room = free >= sum(wanted)
    counted = _shared(
        free, [one.ample for one in numbers] if has_room else wanted, wanted if has_room else least
    )
    of_texts, of_numbers = iter(named), iter(counted)
    widths = [next(of_numbers if column.is_number else of_texts) for column in columns]
    squeezed = min(1, room / sum(widths))
    return size, [int(width * squeezed) for width in widths]


def _least_room(columns: Sequence[_Column], size: float) -> float:
    """What columns take at least, texts broken anywhere."""
    text = _LEAST_TEXT * size * 20 * _EM + _AROUND
    return sum(column.least if column.is_number else min(column.least, text) for column in columns)


def _columns(room: int, table: Table, size: float, look: Look) -> list[_Column]:
    fewest = least_widths(table, look._replace(width=_COLUMNS))
    return [_column(room, table, index, size, look, fewest[index]) for index in range(len(table.columns))]


def _column(room: int, table: Table, index: int, size: float, look: Look, fewest: int) -> _Column:
    header, cells, unit = table.columns[index], table.cells_by_column[index], size * 20
    if table.numeric[index]:
        texts = [write(cell, look.style) for cell in cells if cell.kind is not Kind.TEXT]
        least = int(max(map(ems, texts), default=0) * unit) + _AROUND
        wanted = max(least, int(fewest * _EM * unit) + _AROUND)
        return _Column(
            least, wanted, max(wanted, int(text_width(header) / _DEEPEST * _EM * unit) + _AROUND), True
        )
    is_bar = bar_columns(table)[index]
    letter = unit * (_BLOCK if is_bar else _EM)
    lines = [line for cell in cells for line in write(cell, look.style).split("\n")]
    wanted = int(max(map(text_width, [*lines, *header.split()]), default=1) * letter) + _AROUND
    if is_bar:
        return _Column(wanted, wanted, wanted, False)  # no bar is broken
    words = [ems(word) * unit for text in (header, *lines) for word in text.split() if word.isascii()]
    longest = min(max((fewest * letter, *words)), room * _MOST_OF_WORD)
    return _Column(min(int(longest) + _AROUND, wanted), wanted, wanted, False)


def _shared(room: int, wanted: Sequence[int], least: Sequence[int]) -> list[int]:
    """Widths within a room: as wanted, else in proportion, none narrower than the least while these fit."""
    if sum(wanted) <= room:
        return [*wanted]
    if sum(least) >= room:
        share = max(room, 0) / sum(least)
        return [max(int(width * share), _AROUND) for width in least]
    whole: set[int] = set()
    while True:
        free = room - sum(least[at] for at in whole)
        share = free / sum(width for at, width in enumerate(wanted) if at not in whole)
        narrow = {at for at, width in enumerate(wanted) if at not in whole and width * share < least[at]}
        if not narrow:
            return [least[at] if at in whole else int(width * share) for at, width in enumerate(wanted)]
        whole |= narrow
