"""A printed page as html: one page of A4 where a browser prints it, and as wide on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ka_terms.presentation.numbers import write
from ka_terms.presentation.paper import Block, Paper, Paragraph, Section, Signatures, Tone, is_set_off
from ka_terms.presentation.renderers.documents.paper_colors import (
    GREY,
    HEAD,
    INK,
    OF_EMPHASIS,
    RED,
    RULE,
    SET_OFF,
    TEXT,
)
from ka_terms.presentation.renderers.documents.paper_columns import (
    LABEL,
    MARGIN,
    PADDING,
    WIDTH,
    column_widths,
)
from ka_terms.presentation.renderers.documents.paper_size import (
    CELL,
    GAP,
    LINE,
    MIDDLE,
    SIDE,
    SIGNATURE,
    TITLE,
    paper_size,
    small_size,
    table_size,
)
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table

PAGE_RULES = f"@page{{size:A4;margin:{MARGIN}pt}}@media print{{body{{margin:0}}}}"
"""What a browser is told of the paper; all else is said in place, so that it can be pasted."""
_TABLE = "border-collapse:collapse;table-layout:fixed;width:100%"
_AROUND = f"padding:{CELL / 2:g}pt {PADDING / 2:g}pt"
_PRINTED = "-webkit-print-color-adjust:exact;print-color-adjust:exact"
_TONES = {
    Tone.LEAD: "font-weight:bold;margin:2pt 0 0",
    Tone.BODY: "margin:1pt 0",
    Tone.HEADING: f"font-weight:bold;color:{INK};margin:{GAP}pt 0 1pt",
    Tone.SMALL: f"color:{GREY};margin:1pt 0 0",
}


def paper_lines(report: Report, look: Look, fonts: str) -> Iterator[str]:
    """The page of a report, which has one; `fonts` is the style that names them."""
    paper = report.paper
    assert paper
    size = paper_size(paper, look)
    yield (
        f'<div style="{fonts};font-size:{size:g}pt;line-height:{LINE};width:{WIDTH}pt;'
        f'margin:0 auto;color:{TEXT};{_PRINTED}">'
    )
    yield from _head(report.internal, paper, size)
    yield f'<table style="{_TABLE};margin-top:3pt">'
    yield f'<colgroup><col style="width:{LABEL}pt"><col></colgroup>'
    for section in paper.sections:
        yield from _section(section, size, look, framed=paper.framed)
    yield "</table>"
    for line in paper.foot:
        yield _tag(
            "p", line, f"font-size:{size - 1.5:g}pt;color:{GREY};margin:2pt 0 0;overflow-wrap:anywhere"
        )
    yield "</div>"


def _head(banner: str, paper: Paper, size: float) -> Iterator[str]:
    cell = "padding:0 0 2pt;vertical-align:top"
    yield f'<table style="{_TABLE};border-bottom:1.5pt solid {INK}"><tr>'
    yield _tag("td", banner, f"{cell};width:{SIDE:.0%};color:{RED};font-weight:bold;font-size:{size - 1:g}pt")
    title = f"{cell};width:{MIDDLE:.0%};text-align:center;color:{INK};font-weight:bold;font-size:{size * TITLE:g}pt"
    yield _tag("td", paper.title, title)
    yield _tag("td", "\n".join(paper.corner), f"{cell};width:{SIDE:.0%};text-align:right;color:{GREY}")
    yield "</tr></table>"


def _section(section: Section, size: float, look: Look, *, framed: bool) -> Iterator[str]:
    box = f"border:0.75pt solid {INK}" if framed else f"border-bottom:0.5pt solid {RULE}"
    label = f"{box};padding:2pt 3pt;color:{INK};vertical-align:top"
    if framed:
        label = f"{box};padding:2pt 3pt;color:{INK};background-color:{HEAD};text-align:center"
    side = "" if framed else ";text-align:left"
    yield f"<tr>{_tag('th', section.label, label + side)}"
    yield f'<td style="{box};padding:2pt 3pt 3pt;vertical-align:top">'
    for block in section.blocks:
        yield from _block(block, size, look)
    yield "</td></tr>"


def _block(block: Block, size: float, look: Look) -> Iterator[str]:
    if isinstance(block, Signatures):
        yield from _signatures(block, size)
    elif isinstance(block, Paragraph):
        small = f";font-size:{small_size(size):g}pt" if block.tone is Tone.SMALL else ""
        yield _tag("p", block.text, f"{_TONES[block.tone]}{small}")
    else:
        if block.title:
            yield _tag("p", block.title, _TONES[Tone.HEADING])
        yield from _figures(block, table_size(block, size, look), look)


def _figures(table: Table, size: float, look: Look) -> Iterator[str]:
    """A table with lines between its rows alone; a column of strong cells has a ground of its own."""
    widths = column_widths(table, size, look)
    set_off = [is_set_off(cells) for cells in table.cells_by_column]
    yield f'<table style="{_TABLE};font-size:{size:g}pt;border-top:1pt solid {INK};border-bottom:1pt solid {INK}">'
    columns = "".join(f'<col style="width:{width / sum(widths):.2%}">' for width in widths)
    yield f"<colgroup>{columns}</colgroup>"
    heads = (
        _tag("th", header, _header_style(end, is_off))
        for header, end, is_off in zip(table.columns, table.numeric, set_off, strict=True)
    )
    yield f"<thead><tr>{''.join(heads)}</tr></thead><tbody>"
    first_total = len(table.rows) - table.total_rows
    for index, row in enumerate(table.rows):
        cells = (
            _cell(cell, look, (end, is_off, index >= first_total))
            for cell, end, is_off in zip(row, table.numeric, set_off, strict=True)
        )
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"


def _header_style(end: bool, is_off: bool) -> str:
    ground = SET_OFF if is_off else HEAD
    line = f"border-bottom:1pt solid {INK};background-color:{ground}"
    return f"{_AROUND};{line};color:{INK};vertical-align:bottom;{_side(end)}"


def _cell(cell: Cell, look: Look, place: tuple[bool, bool, bool]) -> str:
    end, is_off, is_total = place
    is_number = cell.kind is not Kind.TEXT
    style = [_AROUND, f"border-bottom:0.5pt solid {RULE}", "vertical-align:top", _side(end or is_number)]
    style += ["white-space:nowrap"] if is_number else ["overflow-wrap:anywhere"]
    style += [f"background-color:{SET_OFF}"] if is_off else []
    style += ["font-weight:bold"] if is_total or cell.emphasis is Emphasis.STRONG else []
    style += [f"color:{OF_EMPHASIS[cell.emphasis]}"] if cell.emphasis in OF_EMPHASIS else []
    return _tag("td", write(cell, look.style), ";".join(style))


def _side(is_number: bool) -> str:
    return f"text-align:{'right' if is_number else 'left'}"


def _signatures(block: Signatures, size: float) -> Iterator[str]:
    line = f"border:0.5pt solid {RULE}"
    yield f'<table style="{_TABLE}"><tr>'
    for role in block.roles:
        yield _tag("th", role, f"{line};background-color:{HEAD};color:{INK}")
    yield "</tr><tr>"
    blank = f"{line};height:{SIGNATURE}pt;vertical-align:bottom;text-align:right"
    blank += f";color:{GREY};font-size:{size - 1.5:g}pt"
    yield from (_tag("td", block.blank, f"{blank};padding:2pt 3pt") for _ in block.roles)
    yield "</tr></table>"


def _tag(name: str, text: str, style: str) -> str:
    shown = escape(text).replace("\n", "<br>")
    return f'<{name} style="{style}">{shown}</{name}>'
