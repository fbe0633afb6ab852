"""What must hold for every report in every format."""

from __future__ import annotations

import csv
import json
import re
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.presentation.numbers import NumberStyle, write
from ka_terms.presentation.renderers.layout import GAP, bands
from ka_terms.presentation.renderers.prepare import Look, prepare
from ka_terms.presentation.renderers.registry import FORMATS
from ka_terms.presentation.renderers.texts.html import fragment
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table
from ka_terms.text.width import text_width
from tests.examples import examples

CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
ESCAPE_SEQUENCE = re.compile(r"\x1b\[[0-9;]*m")

numbers = st.decimals(min_value=Decimal(-(10**12)), max_value=Decimal(10**12), places=4)
words = st.text(st.sampled_from("abc 12,.%-+合約費用（）。，店5"), max_size=40).map(str.strip)
hostile = st.text(st.characters(), max_size=12) | st.sampled_from(
    ["[red]x[/red]", "=HYPERLINK(1)", "\x1b[31m", "a\u202eb", "<script>", "a|b\\|c", "x\ny", "\r=1", "\ud800"]
)


@st.composite
def tables(draw: st.DrawFn, texts: st.SearchStrategy[str] = words) -> Table:
    width, height = draw(st.integers(1, 7)), draw(st.integers(0, 5))
    kinds = st.sampled_from(Kind)
    rows = []
    for _ in range(height):
        row = []
        for place in range(width):
            kind = Kind.TEXT if place == 0 else draw(kinds)
            value = draw(texts) if kind is Kind.TEXT else draw(numbers)
            row.append(Cell(value, kind, draw(st.booleans()), draw(st.sampled_from(Emphasis))))
        rows.append(tuple(row))
    # Rich gives a column one space even where header and cells are empty.
    headers = texts.filter(str.strip)
    return Table(
        tuple(draw(headers) for _ in range(width)),
        tuple(rows),
        draw(texts),
        draw(st.integers(0, height)),
        tuple(sorted(draw(st.sets(st.integers(1, 7).filter(lambda at: at < width))))) if width > 1 else (),
    )


@st.composite
def reports(draw: st.DrawFn, texts: st.SearchStrategy[str] = words) -> Report:
    record = draw(
        st.dictionaries(texts, st.none() | st.booleans() | st.integers() | numbers | texts | st.lists(texts))
    )
    return Report(
        headline=draw(st.lists(texts.filter(str.strip), min_size=1, max_size=2)),
        tables=draw(st.lists(tables(texts), max_size=2)),
        notes=draw(st.lists(texts, max_size=2)),
        flat=draw(tables(texts)),
        record=lambda: record,
        title=draw(texts),
        internal=draw(st.sampled_from(["", "internal: keep in house"])),
    )


widths = st.none() | st.integers(40, 200)


@given(tables(), widths)
def test_layout_loses_nothing_and_breaks_no_number(table: Table, width: int | None) -> None:
    look = Look(width=width)
    laid = list(bands(table, look))
    assert [at for band in laid for at in band.columns if at] == list(range(1, len(table.columns)))
    for band in laid:
        assert band.columns[0] == 0
        for lines, cells in zip(band.rows, table.rows, strict=True):
            for parts, place in zip(lines, band.columns, strict=True):
                written = write(cells[place], look.style)
                if cells[place].kind is Kind.TEXT:
                    assert "".join(parts).replace(" ", "") == written.replace(" ", "")
                else:
                    assert parts == (written,)


@given(tables(), st.integers(40, 200))
def test_a_band_is_too_wide_only_when_two_columns_cannot_be_narrower(table: Table, width: int) -> None:
    for band in bands(table, Look(width=width)):
        assert band.width == sum(band.widths) + GAP * (len(band.widths) - 1)
        assert band.width <= width or len(band.columns) <= 2
        for lines in (*band.header, *(lines for row in band.rows for lines in row)):
            assert all(text_width(line) <= max(band.widths) for line in lines)


@given(tables(), widths)
def test_every_number_stands_unbroken_on_a_line(table: Table, width: int | None) -> None:
    drawn = FORMATS["table"].render(Report(tables=(table,)), Look(width=width)).decode().split("\n")
    for cell in (cell for row in table.rows for cell in row if cell.kind is not Kind.TEXT):
        assert any(write(cell, NumberStyle()) in line for line in drawn)


@given(st.lists(st.tuples(words, words, numbers), min_size=1))
def test_lines_with_chinese_end_in_the_same_column(rows: list[tuple[str, str, Decimal]]) -> None:
    cells = tuple((Cell(a), Cell(b), Cell(n, Kind.MONEY)) for a, b, n in rows)
    drawn = FORMATS["table"].render(Report(tables=(Table(("條款", "says", "費用"), cells),)), Look()).decode()
    assert len({text_width(line) for line in drawn.splitlines()}) == 1


@examples(50)
@given(reports(), widths)
def test_colours_change_nothing_else(report: Report, width: int | None) -> None:
    coloured = FORMATS["table"].render(report, Look(width=width, color=True)).decode()
    without = [line.rstrip() for line in ESCAPE_SEQUENCE.sub("", coloured).split("\n")]
    assert without == [
        line.rstrip() for line in FORMATS["table"].render(report, Look(width=width)).decode().split("\n")
    ]


@given(tables(), st.sampled_from([("csv", ","), ("tsv", "\t")]))
def test_delimited_text_parses_back(table: Table, form: tuple[str, str]) -> None:
    name, delimiter = form
    header, *rows = csv.reader(
        StringIO(FORMATS[name].render(Report(flat=table), Look()).decode()), delimiter=delimiter
    )
    assert header == [_neutral(column) for column in table.columns]
    assert len(rows) == len(table.rows)
    for row, cells in zip(rows, table.rows, strict=True):
        for found, cell in zip(row, cells, strict=True):
            if cell.kind is Kind.TEXT:
                assert found == _neutral(str(cell.value))
            else:
                assert Decimal(found) == cell.value


def _neutral(text: str) -> str:
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) and text != "-" else text


@given(reports())
def test_json_parses_back(report: Report) -> None:
    found = json.loads(FORMATS["json"].render(report, Look()).decode(), parse_float=Decimal)
    expected = {"internal": True, **report.record()} if report.internal else report.record()
    assert found == expected
    assert all(not isinstance(value, float) for value in found.values())


@examples(50)
@given(reports(hostile), widths, st.booleans())
@pytest.mark.parametrize(
    "name", [name for name, entry in FORMATS.items() if not entry.binary and not entry.is_picture]
)
def test_nothing_hidden_is_sent(name: str, report: Report, width: int | None, ascii_only: bool) -> None:
    look = Look(width=width, color=name == "table", ascii=ascii_only)
    sent = ESCAPE_SEQUENCE.sub("", FORMATS[name].render(report, look).decode())
    assert not CONTROL.search(sent.replace("\t", "") if name == "tsv" else sent)
    assert sent.endswith("\n")
    assert "internal" in sent.split("\n")[0] or not report.internal


@given(reports(hostile))
def test_what_is_prepared_stays_as_it_is(report: Report) -> None:
    once = prepare(report, Look(ascii=True))
    assert prepare(once, Look(ascii=True)) == once


@given(reports(hostile))
def test_html_of_a_notebook_is_the_html_of_the_document(report: Report) -> None:
    assert FORMATS["html"].render(report, Look()).decode().endswith(fragment(report, Look()))
