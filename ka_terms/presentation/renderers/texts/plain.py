"""The report as plain text: no colour and no library, so that a piped or long table costs next to nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ka_terms.presentation.renderers.layout import GAP, Band, Lines, bands
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.table import Report, Table
from ka_terms.text.width import pad
from ka_terms.text.wrap import wrap

MOST_COLOURED_ROWS = 500
"""The colour library draws some 1,500 rows a second; the plain writer is a hundred times as fast."""


def render(report: Report, look: Look) -> bytes:
    """Banner, sentences, tables, notes; a blank line between each two of them. In colours where a terminal takes them.

    Long reports go the plain way even there.
    """
    if look.color and sum(len(table.rows) for table in report.tables) <= MOST_COLOURED_ROWS:
        # The colour library takes longer to load than most reports to compute.
        from ka_terms.presentation.renderers.texts import terminal

        return terminal.render(report, look)
    parts = [_sentences(report.headline, look)]
    parts += [_drawn(table, look) for table in report.tables if table.columns]
    parts += [_sentences(report.notes, look)]
    body = "\n\n".join("\n".join(part) for part in parts if part)
    text = "\n".join(line for line in (report.internal, body) if line)
    return f"{text}\n".encode()


def _sentences(sentences: Sequence[str], look: Look) -> list[str]:
    return [line for sentence in sentences for line in wrap(sentence, look.width)]


def _drawn(table: Table, look: Look) -> list[str]:
    """The title and the bands of one table, a blank line between two bands."""
    lines = _sentences([table.title] if table.title else [], look)
    for place, band in enumerate(bands(table, look)):
        lines += [""] * bool(place)
        lines += _band(band, table.total_rows, rule=("-" if look.ascii else "─") * band.width)
    return lines


def _band(band: Band, total_rows: int, rule: str) -> Iterator[str]:
    yield from _row(band.header, band)
    yield rule
    first_total = len(band.rows) - total_rows
    for at, row in enumerate(band.rows):
        if at == first_total and at > 0:
            yield rule
        yield from _row(row, band)


def _row(row: Sequence[Lines], band: Band) -> Iterator[str]:
    for line in zip_longest(*row, fillvalue=""):
        yield (" " * GAP).join(map(pad, line, band.widths, band.right)).rstrip(" ")
