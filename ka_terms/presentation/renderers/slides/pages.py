"""What stands on which slide: the finding with what carries it, the tables, the further charts, the notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ka_terms.presentation.chart import Chart
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.slides.grids import Grid, cut_table
from ka_terms.presentation.renderers.slides.texts import (
    EM,
    INSET,
    Role,
    Texts,
    cut_texts,
    lines_of,
    text_height,
)
from ka_terms.presentation.table import Report, Table

LEAST_TITLE = 14.0
_SENTENCES, _NOTES, _CAPTION = (18.0, 16.0, 14.0, 12.0), (12.0, 11.0, 10.0), (14.0, 12.0)
_LEAST_CHART, _LEAST_TABLE = 0.55, 11.0
"""The share of a slide that a chart takes at least, and the least letters of a table beside other things."""


Blocks = tuple[Texts | Grid | Chart, ...]


class Room(NamedTuple):
    """What a slide has to give, in points: what is below its title, the title itself, and the size that this has."""

    width: float
    height: float
    title_width: float
    title_height: float
    title_size: float
    em: float = EM
    """A column of text as a share of the size of its letters."""

    @property
    def text_width(self) -> float:
        """What is left of the width for texts in a box, measured in letters of the usual width."""
        return (self.width - 2 * INSET) * EM / self.em


class Page(NamedTuple):
    """One slide. What it holds stands one below the other; a chart takes all that is left."""

    title: str
    title_size: float
    blocks: Blocks


def pages(report: Report, look: Look, room: Room) -> list[Page]:
    """The slides of a report, in their order; at least one."""
    return [*_Paging(report, look, room).pages()]


class _Paging:
    def __init__(self, report: Report, look: Look, room: Room) -> None:
        self._report, self._look, self._room = report, look, room
        self._name = report.title or next(iter(report.headline), "")

    def pages(self) -> Iterator[Page]:
        """The finding with what carries it, then a page for each table and further chart, then the notes."""
        tables = [table for table in self._report.tables if table.columns]
        charts = [*self._report.charts]
        first, has_table = self._first(tables, charts)
        yield from first
        for table in tables[has_table:]:
            yield from self._of_table(table)
        for chart in charts[1:]:
            yield from self._titled(chart.title, [(chart,)])
        notes = self._texts([*filter(None, self._report.notes)], _NOTES, Role.NOTE, self._room.height)
        yield from self._titled(self._name, [(page,) for page in notes])

    def _first(self, tables: Sequence[Table], charts: Sequence[Chart]) -> tuple[list[Page], bool]:
        """The finding with the sentences after it and the first chart, this on the next slide where it has no room.

        Where there is no chart the first table is there instead, if it has room; whether it is.
        """
        title, *others = [*self._report.headline] or [self._name]
        sentences = [*([] if self._fits(title) else [title]), *others]
        chart = next(iter(charts), None)
        caption = [self._caption(chart.title)] if chart and chart.title not in {title, ""} else []
        taken = sum(map(self._height, caption)) + _LEAST_CHART * self._room.height if chart else 0
        texts = self._texts(sentences, _SENTENCES, Role.SENTENCE, self._room.height - taken)
        if len(texts) > 1:
            texts = self._texts(sentences, _SENTENCES, Role.SENTENCE, self._room.height)
        last = (*texts[-1:],)
        left = self._room.height - sum(map(self._height, last))
        contents: list[Blocks] = [(page,) for page in texts[:-1]]
        if chart and left >= taken:
            return [*self._titled(title, [*contents, (*last, *caption, chart)], is_led=True)], False
        beside = [] if chart or not tables else self._beside(tables[0], left)
        if not (chart or texts or beside) and tables:
            return [*self._titled(title, self._under(tables[0]), is_led=True)], True
        made = [*self._titled(title, [*contents, (*last, *beside)], is_led=True)]
        return [*made, *(self._titled(chart.title, [(chart,)]) if chart else ())], bool(beside)

    def _beside(self, table: Table, left: float) -> list[Texts | Grid | Chart]:
        """The first table below the sentences, if it is whole there and still easily read."""
        caption = [self._caption(table.title)] if table.title else []
        left -= sum(map(self._height, caption))
        if left < self._room.height / 4:
            return []
        grids = cut_table(table, self._look, self._room.width, left)
        is_read = len(grids) == 1 and grids[0].size >= _LEAST_TABLE and grids[0].height <= left
        return [*caption, *grids] if is_read else []

    def _under(self, table: Table) -> list[Blocks]:
        """A table on several slides below the finding, which would else stand alone."""
        caption = [self._caption(table.title)] if table.title else []
        left = self._room.height - sum(map(self._height, caption))
        return [(*caption, grid) for grid in cut_table(table, self._look, self._room.width, left)]

    def _of_table(self, table: Table) -> Iterator[Page]:
        title = table.title or self._name
        left = self._room.height - sum(self._height(block) for block in self._lead(title)[:1])
        grids = cut_table(table, self._look, self._room.width, left)
        yield from self._titled(title, [(grid,) for grid in grids])

    def _titled(self, title: str, contents: Sequence[Blocks], *, is_led: bool = False) -> Iterator[Page]:
        """A slide each, with its number behind the title where there are several.

        A title that is too long is told whole above what the first slide holds.
        """
        lead = [] if is_led else self._lead(title)
        contents = [*((page,) for page in lead[:-1]), *contents]
        for at, blocks in enumerate(contents, 1):
            number = f" ({at}/{len(contents)})" if len(contents) > 1 else ""
            shown, size = self._set(title, number)
            above = lead[-1:] if at == max(len(lead), 1) else []
            yield Page(shown, size, (*above, *blocks))

    def _lead(self, title: str) -> list[Texts]:
        return [] if self._fits(title) else self._texts([title], _CAPTION, Role.CAPTION, self._room.height)

    def _fits(self, title: str) -> bool:
        return self._set(title, " (00/00)")[0].startswith(title)

    def _set(self, title: str, number: str) -> tuple[str, float]:
        """The title in the largest letters that it fits in, with an ellipsis where it fits in none."""
        size = self._room.title_size
        while not self._holds(title + number, size) and size > LEAST_TITLE:
            size = max(size - 1, LEAST_TITLE)
        if self._holds(title + number, size):
            return title + number, size
        most = max(int(self._room.title_height / (size * 1.2)), 1)
        lines = lines_of(title, size, self._room.title_width)[:most]
        return f"{title[: sum(map(len, lines)) - len(number) - 2].rstrip()}…{number}", size

    def _holds(self, title: str, size: float) -> bool:
        lines = lines_of(title, size, self._room.title_width)
        return len(lines) * size * 1.2 <= self._room.title_height

    def _texts(
        self, paragraphs: Sequence[str], sizes: Sequence[float], role: Role, height: float
    ) -> list[Texts]:
        return cut_texts(paragraphs, sizes, self._room.text_width, height, role)

    def _caption(self, title: str) -> Texts:
        return Texts((title,), _CAPTION[0], Role.CAPTION)

    def _height(self, block: Texts) -> float:
        return text_height(block.paragraphs, block.size, self._room.text_width)
