"""Each format on one small report, character by character."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest

from ka_terms.presentation.numbers import NumberStyle, Unit
from ka_terms.presentation.renderers.layout import bands
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.registry import FORMATS, UnknownFormat, by_name, by_suffix
from ka_terms.presentation.renderers.texts.html import fragment
from ka_terms.presentation.renderers.texts.plain import MOST_COLOURED_ROWS
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text


def money(value: str, emphasis: Emphasis = Emphasis.NONE) -> Cell:
    return Cell(Decimal(value), Kind.MONEY, emphasis=emphasis)


TERMS = Table(
    ("Term", "2003 says", "costs", "change"),
    (
        (text("新品上架費"), text("1,000 a new SKU and store"), money("434000"), Cell(None, Kind.POINTS)),
        (text("DM + TG"), text("-"), money("612500"), Cell(Decimal("0.031"), Kind.POINTS, signed=True)),
        (text("Total", Emphasis.STRONG), text(""), money("1046500", Emphasis.STRONG), text("")),
    ),
    title="Terms",
    total_rows=1,
)
REPORT = Report(
    headline=("2003 costs 1,046,500 × 1.", "A [red]second[/red] sentence."),
    tables=(TERMS,),
    notes=("# 1 note – with *stars*",),
    flat=TERMS,
    record=lambda: {
        "sales": Decimal("4020000.00"),
        "none": None,
        "lines": [{"term": "年返", "ok": True}],
        "empty": {},
    },
    title="Comparison",
)
INTERNAL = REPORT._replace(internal="internal: keep in house")
WHOLE = Look(NumberStyle(digits=0))


def rendered(name: str, report: Report = REPORT, look: Look = WHOLE) -> str:
    return FORMATS[name].render(report, look).decode()


def test_plain_table() -> None:
    assert rendered("table") == (
        "2003 costs 1,046,500 × 1.\n"
        "A [red]second[/red] sentence.\n"
        "\n"
        "Terms\n"
        "Term        2003 says                      costs     change\n"
        "───────────────────────────────────────────────────────────\n"
        "新品上架費  1,000 a new SKU and store    434,000        n/a\n"
        "DM + TG     -                            612,500  +3.10 pts\n"
        "───────────────────────────────────────────────────────────\n"
        "Total                                  1,046,500\n"
        "\n"
        "# 1 note – with *stars*\n"
    )


def test_narrow_ascii_table_wraps_texts_only() -> None:
    drawn = rendered("table", INTERNAL, WHOLE._replace(width=48, ascii=True))
    assert drawn == (
        "internal: keep in house\n"
        "2003 costs 1,046,500 x 1.\n"
        "A [red]second[/red] sentence.\n"
        "\n"
        "Terms\n"
        "Term        2003 says          costs     change\n"
        "-----------------------------------------------\n"
        "新品上架費  1,000 a new      434,000        n/a\n"
        "            SKU and store\n"
        "DM + TG     -                612,500  +3.10 pts\n"
        "-----------------------------------------------\n"
        "Total                      1,046,500\n"
        "\n"
        "# 1 note - with *stars*\n"
    )


def test_a_group_of_columns_stays_together_where_it_fits() -> None:
    row = (text("Sales"), *(money("1000000") for _ in range(6)))
    columns = ("Measure", "one", "Change", "Index", "two", "Change", "Index")
    grouped = Table(columns, (row,), openings=(1, 4))
    assert [band.columns for band in bands(grouped, Look(width=60))] == [(0, 1, 2, 3), (0, 4, 5, 6)]
    assert [band.columns for band in bands(grouped, Look(width=30))] == [
        (0, 1),
        (0, 2),
        (0, 3),
        (0, 4),
        (0, 5),
        (0, 6),
    ]
    assert len(list(bands(grouped, Look()))) == 1
    without = grouped.without({1, 2, 3})
    assert (without.columns, without.openings) == (("Measure", "two", "Change", "Index"), (1,))
    assert grouped.without({4}).openings == (1, 4)


def test_a_table_too_wide_is_cut_into_bands_that_repeat_the_first_column() -> None:
    drawn = rendered("table", Report(tables=(TERMS,)), WHOLE._replace(width=40))
    assert drawn == (
        "Terms\n"
        "Term        2003 says            costs\n"
        "──────────────────────────────────────\n"
        "新品上架費  1,000 a new SKU    434,000\n"
        "            and store\n"
        "DM + TG     -                  612,500\n"
        "──────────────────────────────────────\n"
        "Total                        1,046,500\n"
        "\n"
        "Term           change\n"
        "─────────────────────\n"
        "新品上架費        n/a\n"
        "DM + TG     +3.10 pts\n"
        "─────────────────────\n"
        "Total\n"
    )


def test_a_single_column_wraps() -> None:
    table = Table(("says",), ((text("1,000 a new SKU and store, at least 35 SKUs"),),))
    drawn = rendered("table", Report(tables=(table,)), WHOLE._replace(width=30))
    assert drawn.splitlines()[2:] == ["1,000 a new SKU and store, at", "least 35 SKUs"]


def test_colours() -> None:
    drawn = rendered("table", INTERNAL, WHOLE._replace(color=True))
    assert drawn.startswith(
        "\x1b[1;31minternal: keep in house\x1b[0m\n\x1b[1m2003 costs 1,046,500 × 1.\x1b[0m\n"
    )
    assert "\x1b[1m1,046,500\x1b[0m" in drawn
    assert "[red]second[/red]" in drawn


def test_a_long_table_is_drawn_without_colours() -> None:
    row = (text("a"), money("1", Emphasis.BAD))
    longest = Table(("Term", "costs"), (row,) * MOST_COLOURED_ROWS)
    coloured = WHOLE._replace(color=True)
    assert "\x1b[31m" in rendered("table", Report(tables=(longest,)), coloured)
    longer = longest._replace(rows=(*longest.rows, row))
    assert "\x1b[31m" not in rendered("table", Report(tables=(longer,)), coloured)


def test_markdown() -> None:
    assert rendered("md", INTERNAL) == (
        "internal: keep in house\n\n"
        "2003 costs 1,046,500 × 1.\n\n"
        "A \\[red\\]second\\[/red\\] sentence.\n\n"
        "### Terms\n\n"
        "| Term       | 2003 says                 |         costs |    change |\n"
        "| ---------- | ------------------------- | ------------: | --------: |\n"
        "| 新品上架費 | 1,000 a new SKU and store |       434,000 |       n/a |\n"
        "| DM + TG    | -                         |       612,500 | +3.10 pts |\n"
        "| **Total**  |                           | **1,046,500** |           |\n\n"
        "\\# 1 note – with \\*stars\\*\n"
    )


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("a|b", "a\\|b"),
        ("two\nlines", "two<br>lines"),
        ("<b>&lt;", "\\<b>\\&lt;"),
        ("at_least _x_ R&D", "at_least \\_x\\_ R&D"),
        ("\\x1b \\*", "\\x1b \\\\\\*"),
        ("`~[x](y)", "\\`\\~\\[x\\](y)"),
    ],
)
def test_markup_in_a_markdown_cell(written: str, source: str) -> None:
    table = Table(("Term",), ((text(written),),))
    assert f"| {source}" in rendered("md", Report(tables=(table,)))


@pytest.mark.parametrize(
    ("written", "source"),
    [("- a", "\\- a"), ("1. a", "1\\. a"), ("2003 a", "2003 a"), ("  > a", "\\> a"), ("=== a", "\\=== a")],
)
def test_markup_that_opens_a_markdown_paragraph(written: str, source: str) -> None:
    assert rendered("md", Report(headline=(written,))) == f"{source}\n"


def test_csv_and_tsv() -> None:
    assert rendered("csv") == (
        "Term,2003 says,costs,change\n"
        '新品上架費,"1,000 a new SKU and store",434000,\n'
        "DM + TG,-,612500,0.031\n"
        "Total,,1046500,\n"
    )
    assert rendered("csv", INTERNAL).splitlines()[0] == "internal,Term,2003 says,costs,change"
    assert rendered("tsv", INTERNAL).splitlines()[2] == "internal\tDM + TG\t-\t612500\t0.031"


@pytest.mark.parametrize("formula", ["=HYPERLINK(1)", "+1", "-1+2", "@SUM(1)", "＝1"])
def test_a_text_that_a_spreadsheet_would_run_is_neutralised(formula: str) -> None:
    table = Table((formula, "costs"), ((text(formula), money("-5")),))
    assert rendered("tsv", Report(flat=table)) == f"'{formula}\tcosts\n'{formula}\t-5\n"
    assert "mso-number-format:'\\@'" in rendered("html", Report(tables=(table,))) or formula == "＝1"


def test_a_text_of_several_lines() -> None:
    table = Table(("Term", "says"), ((text("a"), text("one\r\ntwo\tthree\n")),))
    report = Report(tables=(table,), flat=table)
    assert rendered("csv", report) == 'Term,says\na,"one\ntwo three"\n'
    assert rendered("tsv", report) == "Term\tsays\na\tone two three\n"
    assert rendered("table", report).splitlines()[2:] == ["a     one", "      two three"]
    assert ">one<br>two three<" in rendered("html", report)


def test_json() -> None:
    assert rendered("json") == (
        "{\n"
        '  "sales": 4020000.00,\n'
        '  "none": null,\n'
        '  "lines": [\n    {\n      "term": "年返",\n      "ok": true\n    }\n  ],\n'
        '  "empty": {}\n'
        "}\n"
    )
    assert rendered("json", INTERNAL).startswith('{"internal": true,\n  "sales": 4020000.00,\n')
    assert rendered("json", Report(internal="internal")) == '{"internal": true}\n'


def test_json_numbers_and_texts_are_exact() -> None:
    values = [
        Decimal("1E+3"),
        Decimal("1E-7"),
        Decimal("-0"),
        Decimal("NaN"),
        7,
        False,
        '\u202e\x1b\u2028"\\',
    ]
    lines = rendered("json", Report(record=lambda: {"v": values})).splitlines()[2:-2]
    assert [line.strip(" ,") for line in lines] == [
        *("1000", "0.0000001", "0", "null", "7", "false"),
        '"\\u202e\\u001b\\u2028\\"\\\\"',
    ]


@pytest.mark.parametrize("record", [{"a": 0.5}, {"a": [object()]}, {1: "a"}])
def test_json_refuses_what_has_no_exact_form(record: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="JSON"):
        rendered("json", Report(record=lambda: record))


def test_html() -> None:
    page = rendered("html", INTERNAL._replace(headline=("<script>alert(1)</script> & co",)))
    assert page.splitlines()[0] == '<!DOCTYPE html><!-- internal --><html lang="en"><meta charset=utf-8>'
    assert "<title>Comparison</title>" in page
    assert ">internal: keep in house</p>" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co" in page
    assert "<script" not in page
    assert page.count("text-align:right;white-space:nowrap") == 5
    assert page.count("border-top:2px") == 4
    assert fragment(INTERNAL, WHOLE).splitlines()[0].endswith(">internal: keep in house</p>")
    assert rendered("html").splitlines()[0] == '<!DOCTYPE html><html lang="en"><meta charset=utf-8>'


def test_the_unit_is_named_in_every_format_with_a_table() -> None:
    look = Look(NumberStyle(unit=Unit("万", 4)))
    for name in ("table", "md", "html", "csv", "tsv"):
        assert "costs (万)" in rendered(name, look=look)
    assert "104.65" in rendered("table", look=look)
    assert "612500" not in rendered("csv", look=look)


def test_tables_without_rows_or_columns() -> None:
    empty = Report(headline=("Nothing.",), tables=(Table((), ()), Table(("Term", "costs"), (), title="None")))
    assert rendered("table", empty) == "Nothing.\n\nNone\nTerm  costs\n───────────\n"
    assert "| Term | costs |\n| ---- | ----- |\n" in rendered("md", empty)
    assert "<tbody>\n</tbody>" in rendered("html", empty)
    assert rendered("csv", Report(flat=Table(("Term",), ()))) == "Term\n"


def test_formats_by_name_and_by_ending() -> None:
    assert by_name("md").name == "md"
    assert [by_suffix(f"a.{end}").name for end in ("md", "CSV", "tsv", "html", "htm", "json", "txt")] == [
        *("md", "csv", "tsv", "html", "html", "json", "table")
    ]
    with pytest.raises(UnknownFormat, match=r"Found 'pdf'\. Expected one of table, md, csv"):
        by_name("pdf")
    with pytest.raises(
        UnknownFormat, match=r"Found 'out/a.pdf'\. Expected a file name that ends in one of .txt, .md"
    ):
        by_suffix("out/a.pdf")
    with pytest.raises(UnknownFormat, match=r"Found 'report'\. Expected a file name that ends in"):
        by_suffix("report")


def test_no_format_but_the_coloured_one_loads_the_colour_library() -> None:
    program = (
        "import sys\n"
        "from ka_terms.presentation.renderers.registry import FORMATS\n"
        "from ka_terms.presentation.renderers.prepare import Look\n"
        "from ka_terms.presentation.table import Report\n"
        "there = [entry for entry in FORMATS.values() if not entry.extra or entry.extra.is_installed]\n"
        "there = [entry for entry in there if not entry.is_picture]  # which need a chart\n"
        "for entry in there: entry.render(Report(), Look())\n"
        "sys.exit('rich' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
