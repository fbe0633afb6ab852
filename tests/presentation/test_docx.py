"""Documents for word processors, read as the archives of XML that they are."""

from __future__ import annotations

import os
import re
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml import OxmlElement
from hypothesis import given

from ka_terms.presentation.numbers import write
from ka_terms.presentation.renderers.documents.columns import widths_in
from ka_terms.presentation.renderers.prepare import Look, prepare
from ka_terms.presentation.renderers.registry import FORMATS
from ka_terms.presentation.table import Report, Table
from tests.cli.running import run
from tests.examples import examples
from tests.presentation.test_paper import widest_number
from tests.presentation.test_renderers import hostile, reports, tables

AGREED = "scenarios/2003-agreed.yaml"
LAST, ASK, PROPOSAL = ("scenarios/2002.yaml", "scenarios/2003-ask.yaml", "scenarios/2003-proposal.yaml")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body(content: bytes) -> ElementTree.Element:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    found = root.find(f"{W}body")
    assert found is not None
    return found


def text_of(element: ElementTree.Element) -> str:
    """The text of runs, a break as an end of line."""
    signs = {f"{W}br": "\n", f"{W}noBreakHyphen": "-"}
    return "".join(
        signs.get(part.tag, part.text or "") for part in element.iter() if part.tag in (f"{W}t", *signs)
    )


@examples(50)
@given(reports(hostile))
def test_every_cell_and_sentence_is_there_in_its_place(report: Report) -> None:
    shown = prepare(report, Look())
    found = body(FORMATS["docx"].render(report, Look()))
    cells = [text_of(cell) for cell in found.iter(f"{W}tc")]
    written = [
        text
        for table in shown.tables
        if table.columns and not table.openings
        for texts in (table.columns, *([write(cell, Look().style) for cell in row] for row in table.rows))
        for text in texts
    ]
    if not any(table.openings for table in shown.tables):
        assert cells == written
    paragraphs = [text_of(paragraph) for paragraph in found.findall(f"{W}p")]
    for sentence in (shown.internal, *shown.headline, *shown.notes):
        assert sentence in paragraphs or not sentence


@pytest.mark.parametrize(
    ("language", "font"), [("zh-Hans", "Microsoft YaHei"), ("zh-Hant", "Microsoft JhengHei")]
)
def test_every_run_names_the_font_of_chinese(tmp_path: Path, language: str, font: str) -> None:
    file = tmp_path / "a.docx"
    assert run("compare", "scenarios/2002.yaml", AGREED, "--lang", language, "-o", file).code == 0
    runs = [*body(file.read_bytes()).iter(f"{W}r")]
    assert len(runs) > 50
    fonts = [one.find(f"{W}rPr/{W}rFonts") for one in runs]
    assert {found.get(f"{W}eastAsia") for found in fonts if found is not None} == {font}
    assert None not in fonts


def test_headers_are_repeated_and_rows_stay_whole(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    assert run("show", AGREED, "-o", file).code == 0
    for table in body(file.read_bytes()).iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [
            True,
            *[False] * (len(rows) - 1),
        ]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        shaded = [cell.find(f"{W}tcPr/{W}shd") is not None for cell in rows[0].iter(f"{W}tc")]
        assert all(shaded)


def test_the_file_tells_its_title_and_nothing_of_who_made_it(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    assert run("show", AGREED, "-o", file).code == 0
    with zipfile.ZipFile(file) as archive:
        told = archive.read("docProps/core.xml").decode()
    assert "2003 agreed" in told
    assert "python-docx" not in told


def _template(folder: Path, *paragraphs: str) -> Path:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.core_properties.author = "House"
    file = folder / "house.docx"
    document.save(str(file))
    return file


def test_a_report_comes_in_place_of_the_marker_of_a_template(tmp_path: Path) -> None:
    template, file = (
        _template(tmp_path, "Our letter head", "[ka-terms]", "Yours faithfully"),
        tmp_path / "a.docx",
    )
    assert run("show", AGREED, "--template", template, "-o", file).code == 0
    texts = [text_of(paragraph) for paragraph in body(file.read_bytes()).findall(f"{W}p")]
    assert (texts[0], texts[-1]) == ("Our letter head", "Yours faithfully")
    assert texts[1].startswith("2003 agreed: total fees")
    assert "[ka-terms]" not in texts
    assert docx.Document(str(file)).core_properties.author == ""  # a name that goes nowhere


def test_a_template_with_remarks_is_refused(tmp_path: Path) -> None:
    """Comments and tracked changes would go along to whoever gets the document."""
    noted, tracked, file = tmp_path / "noted.docx", tmp_path / "tracked.docx", tmp_path / "a.docx"
    document = docx.Document()
    document.add_comment(document.add_paragraph("[ka-terms]").runs, "they will take 3%", "House")
    document.save(str(noted))
    document = docx.Document(str(_template(tmp_path, "[ka-terms]", "They may have 3%")))
    change = OxmlElement("w:del")
    document.paragraphs[-1]._p.append(change)
    document.save(str(tracked))
    for template in (noted, tracked):
        done = run("show", AGREED, "--template", template, "-o", file)
        assert (done.code, file.exists()) == (2, False)
        assert "Expected a template without comments, tracked changes and speaker notes" in done.err


def test_a_template_with_two_places_is_refused(tmp_path: Path) -> None:
    template = _template(tmp_path, "[ka-terms]", "and", "[ka-terms]")
    done = run("show", AGREED, "--template", template, "-o", tmp_path / "a.docx")
    assert done.code == 2
    assert "Expected a docx document with one paragraph [ka-terms]" in done.err


def test_a_template_without_a_place_is_refused(tmp_path: Path) -> None:
    file, broken = tmp_path / "a.docx", tmp_path / "broken.docx"
    broken.write_bytes(b"no document")
    for template in (_template(tmp_path, "Our letter head"), broken):
        done = run("show", AGREED, "--template", template, "-o", file)
        assert (done.code, file.exists()) == (2, False)
        assert "Expected a docx document with one paragraph [ka-terms]" in done.err
    done = run("show", AGREED, "--template", template)
    assert "Expected a format that fills in a template: docx" in done.err
    assert run("show", AGREED, "--template", tmp_path / "none.docx", "-o", file).code == 1


MANY = "total_fees,fee_ratio,net_net_sales"
"""Of four contracts their numbers alone are wider than the paper."""
WIDE: list[tuple[object, ...]] = [
    ("show", AGREED),
    ("show", AGREED, "--by", "month"),
    ("compare", LAST, ASK, AGREED),
    ("compare", ASK, PROPOSAL, "--for", "retailer"),
    ("tornado", PROPOSAL),
    ("check", ASK, "--policy", "china-supplier-charges"),
    ("catalogue",),
    ("sweep", LAST, ASK, PROPOSAL, AGREED, "--vary", "sales=1000M..9000M/5", "--metric", MANY),
]


@pytest.mark.parametrize("words", WIDE, ids=lambda words: " ".join(map(str, words[::2])))
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_no_table_is_wider_than_the_paper(tmp_path: Path, words: tuple[object, ...], language: str) -> None:
    file = tmp_path / "a.docx"
    assert run(*words, "--lang", language, "-o", file).code == 0
    page = docx.Document(str(file)).sections[0]
    assert page.page_width
    assert page.left_margin
    assert page.right_margin
    room = (page.page_width - page.left_margin - page.right_margin) / 635
    widths = [
        sum(int(column.get(f"{W}w") or 0) for column in table.iter(f"{W}gridCol"))
        for table in body(file.read_bytes()).iter(f"{W}tbl")
    ]
    assert widths
    assert max(widths) <= room
    assert max(widths) > 0.5 * room


@pytest.mark.parametrize("name", ["a name of very many words " * 5, "附件與補充協議" * 15])
def test_a_long_name_leaves_room_for_what_the_rows_are(tmp_path: Path, name: str) -> None:
    contract, file = tmp_path / "a.yaml", tmp_path / "a.docx"
    contract.write_text(
        f"extends: {os.path.relpath('scenarios/finance.yaml', tmp_path)}\nscenario: {name.strip()}\nyear: 2002\n",
        encoding="utf-8",
    )
    assert run("pnl", contract, "scenarios/finance.yaml", "--internal", "-o", file).code == 0
    found = [*body(file.read_bytes()).iter(f"{W}tbl")]
    assert found
    for table in found:
        widths = [int(column.get(f"{W}w") or 0) for column in table.iter(f"{W}gridCol")]
        for row in table.iter(f"{W}tr"):
            cells = [text_of(cell) for cell in row.iter(f"{W}tc")]
            longest = max(map(len, cells[0].split()))
            assert widths[0] > longest * 8 * 20 * 0.45
            for text, width in zip(cells[1:], widths[1:], strict=True):
                if re.fullmatch(r"[-+\d,.%]+", text):
                    assert width > len(text) * 8 * 20 * 0.5


@examples(50)
@given(tables())
def test_no_column_is_narrower_than_its_numbers(table: Table) -> None:
    if not table.columns:
        return
    size, widths = widths_in(9000, table, 10.5, Look())
    assert sum(widths) <= 9000
    if size > 4:
        needed = [widest_number(table, column) * size * 20 for column in range(len(widths))]
        assert [
            width for width, number in zip(widths, needed, strict=True) if number and width < number + 200
        ] == []
