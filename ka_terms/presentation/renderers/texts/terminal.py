"""The report in colours, drawn by rich from bands that already fit the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO

from rich.box import Box
from rich.console import Console, JustifyMethod, RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from ka_terms.presentation.renderers.layout import GAP, Band, bands
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.table import Emphasis, Report, Table
from ka_terms.text.wrap import wrap

_STYLES = {
    Emphasis.NONE: "",
    Emphasis.STRONG: "bold",
    Emphasis.MUTED: "dim",
    Emphasis.GOOD: "green",
    Emphasis.BAD: "red",
}
_BANNER, _OPENING, _HEADER, _RULE, _NOTE = "bold red", "bold", "bold", "dim", "dim"
_ENDLESS = 1_000_000
"""The width rich is told: bands fit already, and rich would crop or fold what it takes for too wide."""


def render(report: Report, look: Look) -> bytes:
    """Banner, sentences, tables, notes; a blank line between each two of them."""
    file = StringIO()
    console = Console(
        file=file,
        width=_ENDLESS,
        force_terminal=True,
        force_jupyter=False,
        color_system="standard",
        no_color=False,
        legacy_windows=False,
    )
    for part in _parts(report, look):
        console.print(part, no_wrap=True, crop=False)
    return file.getvalue().encode()


def _parts(report: Report, look: Look) -> Iterator[RenderableType]:
    if report.internal:
        yield Text(report.internal, _BANNER)
    blocks = [
        _sentences(report.headline[:1], _OPENING, look) + _sentences(report.headline[1:], "", look),
        *(_drawn(table, look) for table in report.tables if table.columns),
        _sentences(report.notes, _NOTE, look),
    ]
    for place, block in enumerate(filter(None, blocks)):
        if place:
            yield ""
        yield from block


def _sentences(sentences: Sequence[str], style: str, look: Look) -> list[RenderableType]:
    return [Text(line, style) for sentence in sentences for line in wrap(sentence, look.width)]


def _drawn(table: Table, look: Look) -> list[RenderableType]:
    """The title and the bands of one table, a blank line between two bands."""
    parts = _sentences([table.title] if table.title else [], "", look)
    for place, band in enumerate(bands(table, look)):
        parts += [""] * bool(place)
        parts.append(_band(band, table, look))
    return parts


def _band(band: Band, table: Table, look: Look) -> RichTable:
    drawn = RichTable(
        box=_rules("-" if look.ascii else "─"),
        show_edge=False,
        pad_edge=False,
        padding=(0, GAP - 1, 0, 0),
        header_style=_HEADER,
        border_style=_RULE,
    )
    for lines, right in zip(band.header, band.right, strict=True):
        side: JustifyMethod = "right" if right else "left"
        drawn.add_column(Text("\n".join(lines)), justify=side, no_wrap=True)
    first_total = len(band.rows) - table.total_rows
    for at, (row, cells) in enumerate(zip(band.rows, table.rows, strict=True)):
        texts = (
            Text("\n".join(lines), _STYLES[cells[place].emphasis])
            for lines, place in zip(row, band.columns, strict=True)
        )
        drawn.add_row(*texts, end_section=at == first_total - 1)
    return drawn


def _rules(dash: str) -> Box:
    """Only a rule below the header and one above the totals. Rich reads a box as eight lines of four."""
    blank, rule = " " * 4, dash * 4
    return Box("\n".join((blank, blank, rule, blank, rule, blank, blank, blank)) + "\n", ascii=dash == "-")
