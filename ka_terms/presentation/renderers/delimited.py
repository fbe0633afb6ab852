"""The flat table as csv (RFC 4180, line feeds) and tsv: plain numbers, no text a spreadsheet would run."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from ka_terms.presentation.numbers import plain
from ka_terms.presentation.renderers.look import Look
from ka_terms.presentation.table import Cell, Kind, Report

_INTERNAL = "internal"
"""Header and value of a first column, so that the first line says it and the file stays rectangular."""
_FORMULA = frozenset("=+-@＝＋－＠\t\r\n")
"""Spreadsheets of East Asian locales take the full-width signs too."""


def render_csv(report: Report, look: Look) -> str:
    """Comma-separated; a text of several lines stays so, in quotes."""
    return _joined(_rows(report, look), ",")


def render_tsv(report: Report, look: Look) -> str:
    """Tab-separated; line breaks within a text become spaces."""
    return _joined(([" ".join(text.split("\n")) for text in row] for row in _rows(report, look)), "\t")


def _joined(rows: Iterator[list[str]], delimiter: str) -> str:
    file = StringIO()
    csv.writer(file, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return file.getvalue()


def _rows(report: Report, look: Look) -> Iterator[list[str]]:
    internal = [_INTERNAL] if report.internal else []
    yield internal + [_neutral(header) for header in report.flat.columns]
    for row in report.flat.rows:
        yield internal + [_value(cell, look) for cell in row]


def _value(cell: Cell, look: Look) -> str:
    text = plain(cell, look.style)
    return _neutral(text) if cell.kind is Kind.TEXT or isinstance(cell.value, str) else text


def _neutral(text: str) -> str:
    """A quote before what opens a formula; a lone dash opens none and stands for "nothing" in many tables."""
    return f"'{text}" if text and text[0] in _FORMULA and text != "-" else text
