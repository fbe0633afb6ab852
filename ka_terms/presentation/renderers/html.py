"""The report as html with inline styles only, so that it pastes into a word processor with its borders."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ka_terms.presentation.numbers import write
from ka_terms.presentation.renderers.look import Look
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table

_FONTS = (
    "font-family:Arial,'PingFang TC','Microsoft JhengHei','Microsoft YaHei','Noto Sans CJK TC',sans-serif"
)
_BODY = f"{_FONTS};font-size:10.5pt;margin:12pt"
_BANNER = f"{_BODY};color:#b42318;font-weight:bold"
_SENTENCE = "margin:4pt 0"
_TITLE = "margin:12pt 0 0;font-weight:bold"
_NOTE = "margin:4pt 0;color:#595959"
_TABLE = "border-collapse:collapse;margin:8pt 0"
# LibreOffice does not pass the font on to the cells of a table, and breaks numbers since it makes its columns no wider
# for the padding a style asks for. So each cell names the font and sets its text off by a margin within the cell;
# the attribute for padding, taken back by the style, makes the columns wide enough.
_ROOM = 8
_CELL = f"{_FONTS};font-size:10.5pt;padding:0;border:1px solid #bfbfbf;vertical-align:baseline"
_INNER = "margin:3px 6px"
_HEADER = f"{_CELL};background-color:#f0f0f0;color:#222222;font-weight:bold"
_TOTAL = ";border-top:2px solid #595959"
_LEFT, _RIGHT = ";text-align:left", ";text-align:right"
_NUMBER = f"{_RIGHT};white-space:nowrap"
_LITERAL = ";mso-number-format:'\\@'"
"""Spreadsheets that paste html read this as the number format "text", so that `=A1` stays what it says."""
_BANNER = f"{_BODY};color:#b42318;font-weight:bold"
_TITLE = "font-weight:bold;margin:12pt 0 0"
_SENTENCE = "margin:4pt 0"
_NOTE = "margin:4pt 0;color:#595959"
_EMPHASIS = {
    Emphasis.NONE: "",
    Emphasis.STRONG: ";font-weight:bold",
    Emphasis.MUTED: ";color:#767676",
    Emphasis.GOOD: ";color:#1a7f37",
    Emphasis.BAD: ";color:#b42318",
}


def render(report: Report, look: Look) -> str:
    """A whole document; its first line says internal where the report is."""
    internal = "<!-- internal -->" if report.internal else ""
    head = f"<!DOCTYPE html>{internal}<meta charset=utf-8>\n<title>{escape(report.title)}</title>\n"
    return head + render_fragment(report, look)


def render_fragment(report: Report, look: Look) -> str:
    """The same without a document around it; the banner is its first line."""
    return "".join(f"{line}\n" for line in _lines(report, look))


def _lines(report: Report, look: Look) -> Iterator[str]:
    if report.internal:
        yield _paragraph(report.internal, _BANNER)
    yield f'<div style="{_BODY}">'
    for sentence in report.headline:
        yield _paragraph(sentence, _SENTENCE)
    for table in report.tables:
        if table.title:
            yield _paragraph(table.title, _TITLE)
        if table.columns:
            yield from _table(table, look)
    for note in report.notes:
        yield _paragraph(note, _NOTE)
    yield "</div>"


def _paragraph(text: str, style: str) -> str:
    return f'<p style="{style}">{escape(text)}</p>'


def _table(table: Table, look: Look) -> Iterator[str]:
    right = table.numeric
    yield f'<table cellspacing="0" cellpadding="{_ROOM}" style="{_TABLE}">'
    headers = zip(table.columns, (_RIGHT if end else _LEFT for end in right), strict=True)
    yield f"<thead><tr>{''.join(_tag('th', header, _HEADER + side) for header, side in headers)}</tr></thead>"
    yield "<tbody>"
    first_total = len(table.rows) - table.total_rows
    for at, row in enumerate(table.rows):
        frame = _CELL + (_TOTAL if at == first_total else "")
        cells = (_cell(cell, frame, end, look) for cell, end in zip(row, right, strict=True))
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"


def _cell(cell: Cell, frame: str, right: bool, look: Look) -> str:
    text = write(cell, look.style)
    if cell.kind is not Kind.TEXT:
        # The attribute is what word processors heed, the style what browsers do.
        return _tag("td nowrap", text, frame + _NUMBER + _EMPHASIS[cell.emphasis])
    literal = _LITERAL if text.startswith(("=", "+", "-", "@")) else ""
    return _tag("td", text, frame + (_RIGHT if right else _LEFT) + _EMPHASIS[cell.emphasis] + literal)


def _tag(opening: str, text: str, style: str) -> str:
    name = opening.partition(" ")[0]
    shown = escape(text).replace("\n", "<br>")
    return f'<{opening} style="{style}"><p style="{_INNER}">{shown}</p></{name}>'
