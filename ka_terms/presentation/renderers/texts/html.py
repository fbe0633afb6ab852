"""The report as html with inline styles only, so that it pastes into a word processor with its borders."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ka_terms.presentation.bars import bar_columns
from ka_terms.presentation.numbers import write
from ka_terms.presentation.renderers.documents.page import on_page
from ka_terms.presentation.renderers.prepare import Look, prepare
from ka_terms.presentation.renderers.texts.paper_html import PAGE_RULES, paper_lines
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table

_TRADITIONAL = "'PingFang TC','Microsoft JhengHei','Noto Sans CJK TC'"
_SIMPLIFIED = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC'"
_BARS = "font-family:'DejaVu Sans Mono',Menlo,'Cascadia Mono',Consolas,'Courier New',monospace"
"""Letters all as wide as each other, the gap before a bar too, so that bars begin below each other."""
_BODY = "font-size:10.5pt;margin:12pt"
_BANNER = f"{_BODY};color:#b42318;font-weight:bold"
_SENTENCE = "margin:4pt 0"
_TITLE = "font-weight:bold;margin:12pt 0 0"
_NOTE = "margin:4pt 0;color:#595959"
_TABLE = "border-collapse:collapse;margin:8pt 0"
# LibreOffice does not pass the font on to the cells of a table, and breaks numbers since it makes its columns no wider
# for the padding a style asks for. So each cell names the font and sets its text off by a margin within the cell;
# the attribute for padding, taken back by the style, makes the columns wide enough.
_ROOM = 8
_CELL = "padding:0;border:1px solid #bfbfbf;vertical-align:baseline"
_INNER = "margin:3px 6px"
_HEADER = ";background-color:#f0f0f0;color:#222222;font-weight:bold"
_TOTAL = ";border-top:2px solid #595959"
_LEFT, _RIGHT = ";text-align:left", ";text-align:right"
_WHOLE = ";white-space:nowrap"
_NUMBER = _RIGHT + _WHOLE
_LITERAL = ";mso-number-format:'\\@'"
"""Spreadsheets that paste html read this as the number format "text", so that `=A1` stays what it says."""
_EMPHASIS = {
    Emphasis.NONE: "",
    Emphasis.STRONG: ";font-weight:bold",
    Emphasis.MUTED: ";color:#767676",
    Emphasis.GOOD: ";color:#1a7f37",
    Emphasis.BAD: ";color:#b42318",
}


def render(report: Report, look: Look) -> bytes:
    """A whole document; its first line says internal where the report is."""
    internal = "<!-- internal -->" if report.internal else ""
    root = f'<html lang="{look.language}">'
    head = f"<!DOCTYPE html>{internal}{root}<meta charset=utf-8>\n<title>{escape(report.title)}</title>\n"
    head += f"<style>{PAGE_RULES}</style>\n" if report.paper else ""
    return (head + _body(report, look)).encode()


def fragment(report: Report, look: Look) -> str:
    """The html without a document around it, for notebooks and for pasting; the banner is its first line."""
    return _body(prepare(report, look), look)


def _body(report: Report, look: Look) -> str:
    lines = paper_lines(report, look, _fonts(look)) if report.paper else _lines(report, look)
    return "".join(f"{line}\n" for line in lines)


def _lines(report: Report, look: Look) -> Iterator[str]:
    if report.internal:
        yield _paragraph(report.internal, f"{_fonts(look)};{_BANNER}")
    yield f'<div style="{_fonts(look)};{_BODY}">'
    for sentence in report.headline:
        yield _paragraph(sentence, _SENTENCE)
    for table in report.tables:
        if table.title:
            yield _paragraph(table.title, _TITLE)
        if table.columns:
            size, parts = on_page(table, look)
            for part in parts:
                yield from _table(part, size, look)
    for note in report.notes:
        yield _paragraph(note, _NOTE)
    yield "</div>"


def _fonts(look: Look) -> str:
    """The fonts of Chinese with the characters of the language first: both write some of them in their own way."""
    chinese = [_TRADITIONAL, _SIMPLIFIED]
    ordered = chinese[::-1] if look.language == "zh-Hans" else chinese
    return f"font-family:Arial,{','.join(ordered)},sans-serif"


def _paragraph(text: str, style: str) -> str:
    return f'<p style="{style}">{escape(text)}</p>'


def _table(table: Table, size: float, look: Look) -> Iterator[str]:
    right, bars = table.numeric, bar_columns(table)
    cell = f"font-size:{size:g}pt;{_CELL}"
    yield f'<table cellspacing="0" cellpadding="{_ROOM}" style="{_TABLE}">'
    headers = zip(table.columns, (_RIGHT if end else _LEFT for end in right), strict=True)
    heads = (_tag("th", header, f"{_fonts(look)};{cell}{_HEADER}{side}") for header, side in headers)
    yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    yield "<tbody>"
    first_total = len(table.rows) - table.total_rows
    for at, row in enumerate(table.rows):
        frame = cell + (_TOTAL if at == first_total else "")
        columns = zip(row, right, bars, strict=True)
        cells = (_bar(one, frame) if bar else _cell(one, frame, end, look) for one, end, bar in columns)
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"


def _bar(cell: Cell, frame: str) -> str:
    # A plain space would run together with its neighbours; the bars of ASCII have some.
    return _tag("td nowrap", str(cell.value).replace(" ", "\xa0"), f"{_BARS};{frame}{_LEFT}{_WHOLE}")


def _cell(cell: Cell, frame: str, right: bool, look: Look) -> str:
    text, frame = write(cell, look.style), f"{_fonts(look)};{frame}"
    if cell.kind is not Kind.TEXT:
        # The attribute is what word processors heed, the style what browsers do.
        return _tag("td nowrap", text, frame + _NUMBER + _EMPHASIS[cell.emphasis])
    literal = _LITERAL if text.startswith(("=", "+", "-", "@")) else ""
    return _tag("td", text, frame + (_RIGHT if right else _LEFT) + _EMPHASIS[cell.emphasis] + literal)


def _tag(opening: str, text: str, style: str) -> str:
    name = opening.partition(" ")[0]
    shown = escape(text).replace("\n", "<br>")
    return f'<{opening} style="{style}"><p style="{_INNER}">{shown}</p></{name}>'
