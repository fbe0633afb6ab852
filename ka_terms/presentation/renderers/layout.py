"""Setting a table into a width: which columns stand side by side, how wide each is, where its texts break.

Numbers are never broken. A table too wide for its texts to give way is cut into bands of columns, each of
which repeats the first column, since that one names the rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ka_terms.presentation.numbers import write
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.table import Kind, Table
from ka_terms.text.width import text_width
from ka_terms.text.wrap import LONGEST_PIECE, longest_piece, longest_word, wrap

GAP = 2
"""Spaces between two columns."""
_LEAST_TEXT = 12
"""Columns below which a text is not broken into ever shorter lines: a band of its own reads better."""
_HEADER_WORD = 8
"""Columns up to which a word of a header stays whole: four Chinese characters."""
_DEEPEST_HEADER, _WIDEST_HEADER = 3, 16
"""A header is made as wide as it takes for so many lines, up to so many columns."""

Lines = tuple[str, ...]


class Band(NamedTuple):
    """Columns of one table that stand side by side, with every cell broken into the lines it takes.

    `columns` are places in the table; `widths`, `right`, `header` and each row have one entry for each.
    """

    columns: tuple[int, ...]
    widths: tuple[int, ...]
    right: tuple[bool, ...]
    header: tuple[Lines, ...]
    rows: tuple[tuple[Lines, ...], ...]

    @property
    def width(self) -> int:
        return _side_by_side(self.widths)


class _TextColumn(NamedTuple):
    """One column as text. Its `natural` width breaks nothing, its `least` width whatever may be broken."""

    header: str
    texts: Sequence[str]
    breakable: Sequence[bool]
    right: bool
    natural: int
    least: int

    def lines(self, width: int) -> Iterator[Lines]:
        """Each cell in the lines it takes at that width, the header first."""
        yield tuple(wrap(self.header, width))
        for text, breakable in zip(self.texts, self.breakable, strict=True):
            yield tuple(wrap(text, width)) if breakable else (text,)


def bands(table: Table, look: Look) -> Iterator[Band]:
    """The table in as few bands as the look's width allows; in one at its natural width where none is given.

    A band is wider than that only if the first column and one other do not fit together. The table has at least
    one column.
    """
    columns = _columns(table, look)
    for places in _split(columns, look.width, table.openings):
        yield _band([columns[at] for at in places], places, look.width)


def cut(table: Table, look: Look) -> list[tuple[int, ...]]:
    """The places of the columns of each band, for a renderer that breaks its lines by itself."""
    return _split(_columns(table, look), look.width, table.openings)


def least_widths(table: Table, look: Look) -> list[int]:
    """For each column the least width at which its texts still read well and no number breaks."""
    return [column.least for column in _columns(table, look)]


def _columns(table: Table, look: Look) -> list[_TextColumn]:
    return [_column(table, at, right, look) for at, right in enumerate(table.numeric)]


def _column(table: Table, at: int, right: bool, look: Look) -> _TextColumn:
    header = table.columns[at]
    texts = [write(row[at], look.style) for row in table.rows]
    breakable = [row[at].kind is Kind.TEXT for row in table.rows]
    natural = max(map(_widest, (header, *texts)))
    least = natural if look.width is None else _least(header, texts, breakable, look.width)
    # A column of numbers may be as narrow as its numbers, a column of texts would be hard to read.
    floor = least if right else max(least, min(natural, _LEAST_TEXT))
    return _TextColumn(header, texts, breakable, right, natural, floor)


def _least(header: str, texts: Sequence[str], breakable: Sequence[bool], width: int) -> int:
    # A path takes half of the terminal at most, since it stands beside what it is of.
    room = min(LONGEST_PIECE, width // 2)
    pairs = zip(texts, breakable, strict=True)
    widths = (longest_piece(text, room) if may else text_width(text) for text, may in pairs)
    return max(_least_header(header), max(widths, default=0))


def _least_header(header: str) -> int:
    """The least width at which no short word of a header is broken and it is no tower of lines."""
    least = max(longest_piece(header), min(longest_word(header), _HEADER_WORD))
    widths = range(least, max(least, _WIDEST_HEADER))
    fits = (width for width in widths if len(wrap(header, width)) <= _DEEPEST_HEADER)
    return next(fits, max(least, _WIDEST_HEADER))


def _widest(text: str) -> int:
    return max(map(text_width, text.split("\n"))) if "\n" in text else text_width(text)


def _split(
    columns: Sequence[_TextColumn], width: int | None, openings: Sequence[int]
) -> list[tuple[int, ...]]:
    """The columns of each band, in as few bands as can be and these as even as can be.

    Even, since a last column alone in its band is hard to read beside texts that were squeezed for it.
    """
    natural = _side_by_side([column.natural for column in columns])
    if width is None or natural <= width:
        return [tuple(range(len(columns)))]
    groups = list(_groups(columns, width, openings))
    fewest = len(_filled(columns, groups, natural, width))
    evened = (_filled(columns, groups, limit, width) for limit in range(width, natural + 1))
    return next(split for split in evened if len(split) == fewest)


def _filled(
    columns: Sequence[_TextColumn], groups: Sequence[Sequence[int]], limit: int, width: int
) -> list[tuple[int, ...]]:
    """Bands filled from the left, up to `limit` in natural width and `width` in least width.

    Every band opens with column 0 and has at least one more.
    """
    split = [[0]]
    for group in groups:
        band = [columns[place] for place in (*split[-1], *group)]
        too_long = _side_by_side([column.natural for column in band]) > limit
        if len(split[-1]) > 1 and (too_long or _least_width(band) > width):
            split.append([0])
        split[-1] += group
    return [tuple(places) for places in split]


def _groups(columns: Sequence[_TextColumn], width: int, openings: Sequence[int]) -> Iterator[list[int]]:
    """The columns after the first that stay together: those of a group of the table where they fit, else in pairs."""
    bounds = sorted({1, *openings, len(columns)})
    for first, end in pairwise(bounds):
        group = list(range(first, end))
        if openings and _least_width([columns[place] for place in (0, *group)]) <= width:
            yield group
        else:
            yield from _pairs(columns, width, group)


def _pairs(columns: Sequence[_TextColumn], width: int, places: Sequence[int]) -> Iterator[list[int]]:
    """A text stays with the number it leads to, where both fit; others stand alone."""
    group: list[int] = []
    for at in places:
        leads = group and columns[at].right and not columns[group[-1]].right
        if group and not (leads and _least_width([columns[place] for place in (0, *group, at)]) <= width):
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _band(columns: Sequence[_TextColumn], places: tuple[int, ...], width: int | None) -> Band:
    broken = [list(column.lines(at)) for column, at in zip(columns, _widths(columns, width), strict=True)]
    # Lines rarely break right at the width allowed: what none of them fills is given back.
    widths = tuple(max(text_width(line) for lines in column for line in lines) for column in broken)
    header, *rows = zip(*broken, strict=True)
    return Band(places, widths, tuple(column.right for column in columns), _sunk(header), tuple(rows))


def _sunk(header: Sequence[Lines]) -> tuple[Lines, ...]:
    """Every header as deep as the deepest, its text at the bottom, next to what it stands over."""
    deepest = max(map(len, header))
    return tuple(("",) * (deepest - len(lines)) + lines for lines in header)


def _widths(columns: Sequence[_TextColumn], width: int | None) -> tuple[int, ...]:
    """The widest columns give way first: all are cut to one cap, the largest at which the band fits."""
    if width is None:
        return tuple(column.natural for column in columns)
    caps = range(max(column.natural for column in columns), 0, -1)
    capped = (tuple(max(column.least, min(column.natural, cap)) for column in columns) for cap in caps)
    least = tuple(column.least for column in columns)
    return next((widths for widths in capped if _side_by_side(widths) <= width), least)


def _least_width(columns: Sequence[_TextColumn]) -> int:
    return _side_by_side([column.least for column in columns])


def _side_by_side(widths: Sequence[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)
