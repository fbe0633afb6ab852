"""The report as GitHub markdown, its source set in columns so that it reads well unrendered too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ka_terms.presentation.numbers import write
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table
from ka_terms.text.width import pad, text_width

_INLINE = re.compile(r"\\(?=[!-/:-@\[-`{-~])|[*`\[\]<|~]|&(?=[#\w]+;)|(?<![^\W_])_|_(?![^\W_])")
"""Signs that would be markup; a backslash or an ampersand only where it would act on what follows."""
_OPENING = re.compile(r"^(\s*)(?:([#>+=-])|(\d+)([.)]))")
"""What at the start of a paragraph makes it a heading, a quotation, a list or a rule."""


def render(report: Report, look: Look) -> bytes:
    """Banner, sentences, tables and notes as blocks with a blank line between each two of them."""
    sentences = (report.internal, *report.headline)
    blocks = [_paragraph(text) for text in sentences if text]
    for table in report.tables:
        blocks += [f"### {_inline(table.title)}"] * bool(table.title)
        blocks += ["\n".join(_table(table, look))] * bool(table.columns)
    blocks += [_paragraph(text) for text in report.notes]
    text = "\n\n".join(blocks)
    return f"{text}\n".encode()


def _table(table: Table, look: Look) -> Iterator[str]:
    right = table.numeric
    rows = [[_inline(header) for header in table.columns]]
    rows += [[_cell(cell, look) for cell in row] for row in table.rows]
    widths = [max(3, *map(text_width, column)) for column in zip(*rows, strict=True)]
    for at, row in enumerate(rows):
        yield _line(map(pad, row, widths, right))
        if at == 0:
            yield _line("-" * (width - 1) + "-:"[end] for width, end in zip(widths, right, strict=True))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell, look: Look) -> str:
    text = write(cell, look.style)
    shown = _inline(text).replace("\n", "<br>") if cell.kind is Kind.TEXT else text
    return f"**{shown}**" if shown and cell.emphasis is Emphasis.STRONG else shown


def _paragraph(text: str) -> str:
    return _OPENING.sub(_escape_opening, _inline(text)).lstrip(" ")


def _escape_opening(found: re.Match[str]) -> str:
    sign, digits, point = found[2], found[3], found[4]
    return f"\\{sign}" if sign else f"{digits}\\{point}"


def _inline(text: str) -> str:
    return _INLINE.sub(lambda found: "\\" + found[0], text)
