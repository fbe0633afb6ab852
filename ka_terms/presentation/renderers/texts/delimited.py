"""The flat table as csv (RFC 4180, line feeds) and tsv: plain numbers, no text a spreadsheet would run."""

from __future__ import annotations

from collections.abc import Iterable

from ka_terms.presentation.numbers import plain
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.table import Cell, Kind, Report, Table, text

COMMA, TAB = ",", "\t"
MARK = "\ufeff"
"""The byte-order mark, by which a spreadsheet takes a file for UTF-8."""
INTERNAL = "internal"
"""Header and value of a first column, so that the first line says it and the table stays rectangular."""
_FORMULA = frozenset("=+-@＝＋－＠\t\r\n")
"""Spreadsheets of East Asian locales take the full-width signs too."""


def render_csv(report: Report, look: Look) -> bytes:
    """Comma-separated; a text of several lines stays so, in quotes."""
    return _document(report, look, COMMA)


def render_tsv(report: Report, look: Look) -> bytes:
    """Tab-separated; line breaks within a text become spaces."""
    return _document(report, look, TAB)


def flat(report: Report) -> Table:
    """The flat table, behind a column that says "internal" where the report is."""
    table = report.flat
    if not report.internal:
        return table
    rows = tuple((text(INTERNAL), *row) for row in table.rows)
    return table._replace(columns=(INTERNAL, *table.columns), rows=rows)


def line(fields: Iterable[str], delimiter: str) -> str:
    """Quoted fields side by side; a row of one empty field is quoted, since an empty line would be no row."""
    return delimiter.join(fields) or '""'


def text_field(text: str, delimiter: str) -> str:
    """A text as it stands between two delimiters, with a quote before what would open a formula.

    A lone dash opens none, and stands for "nothing" in many tables.
    """
    if text and text[0] in _FORMULA and text != "-":
        text = f"'{text}"
    return _quoted(text.replace("\n", " ") if delimiter == TAB else text, delimiter)


def _document(report: Report, look: Look, delimiter: str) -> bytes:
    table = flat(report)
    lines = [line((text_field(header, delimiter) for header in table.columns), delimiter)]
    lines += [line((_field(cell, look, delimiter) for cell in cells), delimiter) for cells in table.rows]
    return (MARK * look.mark + "".join(f"{text}\n" for text in lines)).encode()


def _field(cell: Cell, look: Look, delimiter: str) -> str:
    text = plain(cell, look.style)
    is_text = cell.kind is Kind.TEXT or isinstance(cell.value, str)
    return text_field(text, delimiter) if is_text else text


def _quoted(text: str, delimiter: str) -> str:
    if any(sign in text for sign in (delimiter, '"', "\r", "\n")):
        return '"' + text.replace('"', '""') + '"'
    return text
