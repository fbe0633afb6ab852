"""Slides: what a report says is on them, in the fonts of both scripts, as text and nothing else."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
import pytest
from hypothesis import given

from ka_terms.presentation.numbers import write
from ka_terms.presentation.renderers.prepare import Look, prepare
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from tests.cli.running import run
from tests.examples import examples
from tests.presentation.slides.decks import (
    SOFFICE,
    A,
    P,
    opened,
    parts,
    rendered,
    rows_of,
    slides,
    text_of,
    title_of,
)
from tests.presentation.test_renderers import hostile, reports

LAST, AGREED, PROPOSAL = (f"scenarios/{name}.yaml" for name in ("2002", "2003-agreed", "2003-proposal"))


def money(amount: object, emphasis: Emphasis = Emphasis.NONE) -> Cell:
    return Cell(Decimal(str(amount)), Kind.MONEY, emphasis=emphasis)


@examples(30)
@given(reports(hostile))
def test_every_cell_and_sentence_is_there(report: Report) -> None:
    shown = prepare(report, Look())
    found = slides(rendered(report))
    written = [
        text
        for table in shown.tables
        if table.columns and not table.openings
        for texts in (table.columns, *([write(cell, Look().style) for cell in row] for row in table.rows))
        for text in texts
    ]
    cells = [cell for slide in found for row in rows_of(slide) for cell in row]
    if not any(table.openings for table in shown.tables):
        assert sorted(set(cells)) == sorted(set(written))
    paragraphs = {text_of(one) for slide in found for one in slide.iter(f"{A}p")}
    for sentence in (shown.internal, *shown.headline, *shown.notes):
        assert sentence in paragraphs or not sentence
    for slide in found:
        assert shown.internal in {text_of(one) for one in slide.iter(f"{A}p")} or not shown.internal


def fonts(content: bytes, first: int = 0) -> list[dict[str, str]]:
    """The fonts that each run, field, break and part of a chart names, from a slide on."""
    inside = [*slides(content)[first:], *parts(content, r"ppt/charts/chart\d+\.xml")]
    names = (f"{A}rPr", f"{A}defRPr", f"{A}endParaRPr")
    properties = [one for part in inside for one in part.iter() if one.tag in names]
    for part in inside:
        for run_ in (*part.iter(f"{A}r"), *part.iter(f"{A}fld")):
            assert run_.find(f"{A}rPr") is not None
    return [{font.tag.removeprefix(A): font.get("typeface", "") for font in one} for one in properties]


@pytest.mark.parametrize(
    ("language", "chinese"), [("zh-Hans", "Microsoft YaHei"), ("zh-Hant", "Microsoft JhengHei")]
)
def test_every_run_names_the_fonts_of_both_scripts(tmp_path: Path, language: str, chinese: str) -> None:
    file = tmp_path / "a.pptx"
    assert run("compare", LAST, AGREED, "--lang", language, "-o", file).code == 0
    told = fonts(file.read_bytes())
    assert len(told) > 100
    assert {(one["latin"], one["ea"], one["cs"]) for one in told} == {("Arial", chinese, "Arial")}


def test_a_library_reads_titles_tables_and_charts(tmp_path: Path) -> None:
    file = tmp_path / "a.pptx"
    assert run("compare", LAST, PROPOSAL, "-o", file).code == 0
    deck = pptx.Presentation(str(file))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides if slide.shapes.title]
    assert titles[0].startswith("2003 proposal costs 913,750, 9.1% of sales")
    assert titles[1:4] == ["Totals", "Terms", "Conditions"]
    shapes: list[Any] = [shape for slide in deck.slides for shape in slide.shapes]
    assert sum(shape.has_chart for shape in shapes) == 3
    totals = next(shape.table for shape in shapes if shape.has_table)
    assert [totals.cell(4, at).text for at in range(5)] == [
        *("Total fees", "986,100", "913,750", "-72,350", "-7.3%"),
    ]
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9)


def test_numbers_stand_right_and_totals_and_emphasis_are_seen() -> None:
    rows = (
        (text("good"), money(5, Emphasis.GOOD)),
        (text("bad"), money(6, Emphasis.BAD)),
        (text("all"), money(11)),
    )
    (slide, *_) = slides(rendered(Report(headline=["x"], tables=[Table(("Item", "Fee"), rows, "T", 1)])))
    looks = []
    for cell in slide.iter(f"{A}tc"):
        side = cell.find(f".//{A}pPr")
        letters = cell.find(f".//{A}r/{A}rPr")
        assert letters is not None
        color = letters.find(f"{A}solidFill/{A}srgbClr")
        looks.append(
            (side.get("algn") if side is not None else None, letters.get("b"))
            + ((color.get("val"),) if color is not None else ())
        )
    assert looks == [
        *((None, "1"), ("r", "1")),
        *((None, "0"), ("r", "0", "1A7F37")),
        *((None, "0"), ("r", "0", "B42318")),
        *((None, "1"), ("r", "1")),
    ]


def test_a_long_table_goes_over_several_slides_with_its_header_on_each() -> None:
    rows = tuple((text(f"term {at}"), money(at)) for at in range(100))
    report = Report(headline=["x"], tables=[Table(("Item", "Fee"), rows, "All terms")])
    found = [slide for slide in slides(rendered(report)) if rows_of(slide)]
    assert len(found) > 3
    last = len(found)
    assert [text_of(slide) for slide in found] != []
    assert [title_of(slide) for slide in found] == [f"x ({at}/{last})" for at in range(1, last + 1)]
    assert all(rows_of(slide)[0] == ["Item", "Fee"] for slide in found)
    counts = [len(rows_of(slide)) - 1 for slide in found]
    assert sum(counts) == 100
    assert max(counts) - min(counts) <= 2


def test_a_wide_table_is_cut_between_columns_and_names_its_rows_again() -> None:
    columns = ("Item", *(f"2003-{at:02}" for at in range(1, 31)))
    table = Table(columns, ((text("fees"), *(money(1_234_567 + at) for at in range(30))),), "By month")
    found = [
        rows_of(slide)
        for slide in slides(rendered(Report(headline=["x", "y"], tables=[table])))
        if rows_of(slide)
    ]
    assert len(found) > 1
    assert {rows[0][0] for rows in found} == {"Item"}
    assert [name for rows in found for name in rows[0][1:]] == [*columns[1:]]


def frames(slide: Any) -> list[tuple[int, int, int, int]]:
    return [(one.left, one.top, one.left + one.width, one.top + one.height) for one in slide.shapes]


def test_nothing_runs_over_the_edge() -> None:
    long = "通路要求的條件與我方提案之間的差額 and more of it " * 12
    name = long[:31]
    rows = tuple((text(name if at % 3 == 0 else f"行 {at}"), text(name), money(at)) for at in range(20))
    report = Report(
        headline=[long, *[long] * 9],
        tables=[Table((name, "B", "Fee"), rows, long)],
        notes=[long * 4] * 9,
        title=long,
        internal="internal",
    )
    content = rendered(report, Look(language="zh-Hant"))
    deck = pptx.Presentation(BytesIO(content))
    assert len(deck.slides) > 6
    for slide in deck.slides:
        for left, top, right, bottom in frames(slide):
            assert (left >= 0, top >= 0) == (True, True)
            assert right <= (deck.slide_width or 0)
            assert bottom <= (deck.slide_height or 0)
    read = re.sub(r"\s", "", "".join(text_of(slide) for slide in slides(content)))
    # The headline, the title of the table and that of the notes are cut where they are titles, and whole below.
    assert read.count(re.sub(r"\s", "", long)) == 10 + 1 + 9 * 4 + 1
    assert read.count(re.sub(r"\s", "", name)) >= 10 + 20


def test_hostile_texts_stay_text() -> None:
    texts = ["=HYPERLINK(1)", "http://example.com/", "<script>alert(1)</script>", "</a:t><a:t>", "&amp;"]
    table = Table(("=1+1", "javascript:x"), tuple((text(one), text(one)) for one in texts), "=T")
    content = rendered(Report(headline=["=H"], tables=[table], notes=texts))
    found = slides(content)
    assert [row[0] for slide in found for row in rows_of(slide)][1:] == texts
    names = zipfile.ZipFile(BytesIO(content)).namelist()
    assert not [name for name in names if "macro" in name.lower() or "vba" in name.lower()]
    relations = [
        one
        for part in parts(content, r"ppt/slides/_rels/.*")
        for one in part
        if one.get("TargetMode") == "External"
    ]
    assert relations == []
    assert not [one for slide in found for one in slide.iter() if one.tag.endswith("hlinkClick")]


def test_the_same_report_makes_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [tmp_path / name for name in ("a.pptx", "b.pptx")]
    for file, day in zip(files, (1, 2), strict=True):
        monkeypatch.setattr("time.time", lambda day=day: 1_700_000_000.0 + 86_400 * day)
        assert run("compare", LAST, PROPOSAL, "-o", file).code == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_the_file_tells_its_title_and_nothing_of_who_made_it_or_when(tmp_path: Path) -> None:
    file = tmp_path / "a.pptx"
    assert run("show", AGREED, "-o", file).code == 0
    with zipfile.ZipFile(file) as archive:
        told = archive.read("docProps/core.xml").decode()
        names = archive.namelist()
    assert "2003 agreed" in told
    for sign in ("python", "Canny", "T09:", "2013-"):
        assert sign not in told
    assert not [name for name in names if "printer" in name or "thumbnail" in name or "notes" in name.lower()]
    for slide in slides(file.read_bytes()):
        assert slide.get("show") is None


def test_without_notes_units_parts_and_columns(tmp_path: Path) -> None:
    file = tmp_path / "a.pptx"
    options = ("--parts", "Totals", "--columns", "Change", "--without-notes", "--unit", "万")
    assert run("compare", LAST, PROPOSAL, *options, "-o", file).code == 0
    found = slides(file.read_bytes())
    assert [rows_of(slide)[0] for slide in found if rows_of(slide)] == [["Measure", "Change"]]
    assert ["Total fees (万)", "-7.24"] in [row for slide in found for row in rows_of(slide)]
    assert len(found) == 1  # the parts asked for, and no charts
    assert "dead zone" not in "".join(map(text_of, found))


def house(folder: Path, *, only: str = "", name: str = "house.pptx") -> Path:
    """A presentation of the house with a slide of its own; with the layouts of one name only, where it is told."""
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    assert slide.shapes.title
    slide.shapes.title.text = "Our house"
    for layout in [*deck.slide_layouts]:
        if only and layout.name not in (only, "Title Slide"):
            deck.slide_layouts.remove(layout)
    deck.core_properties.author = "House"
    file = folder / name
    deck.save(str(file))
    return file


def test_a_template_keeps_its_slides_and_gives_its_master_and_fonts(tmp_path: Path) -> None:
    file = tmp_path / "a.pptx"
    assert run("show", AGREED, "--template", house(tmp_path), "--lang", "zh-Hant", "-o", file).code == 0
    deck = pptx.Presentation(str(file))
    assert deck.core_properties.author == ""  # a name that goes nowhere
    assert (deck.slide_width, deck.slide_height) == (9_144_000, 6_858_000)
    first, *ours = deck.slides
    assert first.shapes.title
    assert first.shapes.title.text_frame.text == "Our house"
    assert {slide.slide_layout.name for slide in ours} == {"Title Only"}
    told = fonts(file.read_bytes(), 1)
    assert {one["latin"] for one in told} == {"+mj-lt", "+mn-lt"}
    assert {one["ea"] for one in told} == {"Microsoft JhengHei"}
    for slide in ours:
        for _, _, right, bottom in frames(slide):
            assert (right <= 9_144_000, bottom <= 6_858_000) == (True, True)


@pytest.mark.parametrize("only", ["Title and Content", "Blank", "Title Slide"])
def test_a_template_without_such_a_layout_still_gives_slides(tmp_path: Path, only: str) -> None:
    file = tmp_path / "a.pptx"
    assert run("show", AGREED, "--template", house(tmp_path, only=only), "-o", file).code == 0
    _, *ours = slides(file.read_bytes())
    assert "2003 agreed: total fees 1,541,850" in text_of(ours[0])
    for slide in ours:
        holders = [holder.get("type") for holder in slide.iter(f"{P}ph")]
        assert set(holders) <= {"title", "ctrTitle", "sldNum"}


def retyped(folder: Path, template: Path, kind: str, name: str) -> Path:
    """The presentation as another kind of file of the same program."""
    file, old = folder / name, "presentationml.presentation.main+xml"
    with zipfile.ZipFile(template) as given, zipfile.ZipFile(file, "w") as archive:
        for entry in given.namelist():
            content = given.read(entry)
            archive.writestr(entry, content.replace(old.encode(), kind.encode()))
    return file


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Expected a pptx presentation with a layout and without macros"),
        ("zh-Hant", "含有版面配置且不含巨集的 pptx 簡報"),
        ("zh-Hans", "含有版式且不含宏的 pptx 演示文稿"),
    ],
)
def test_what_is_no_presentation_is_refused(tmp_path: Path, language: str, expected: str) -> None:
    document, broken, file = (tmp_path / name for name in ("d.docx", "broken.pptx", "a.pptx"))
    assert run("show", AGREED, "-o", document).code == 0
    template = house(tmp_path)
    broken.write_bytes(template.read_bytes()[:4000])
    wrong = [
        document,
        broken,
        retyped(tmp_path, template, "presentationml.template.main+xml", "t.potx"),
        retyped(tmp_path, template, "x", "x.pptx"),
        Path(AGREED),
    ]
    for one in wrong if language == "en" else wrong[:1]:
        done = run("show", AGREED, "--template", one, "--lang", language, "-o", file)
        assert (done.code, file.exists()) == (2, False), one
        assert expected in done.err


@pytest.mark.thorough
@pytest.mark.skipif(not SOFFICE, reason="the program for slides is not installed")
def test_a_program_for_slides_opens_it(tmp_path: Path) -> None:
    file = tmp_path / "a.pptx"
    assert run("compare", LAST, PROPOSAL, "--lang", "zh-Hant", "-o", file).code == 0
    pages, drawn = opened(file)
    assert pages.count("<draw:page ") == len(slides(file.read_bytes()))
    for amount in ("986,100", "913,750", "-831,750"):
        assert amount in pages
    assert "chart:chart " in drawn
    assert 'office:value="913750"' in drawn


def test_a_template_with_speaker_notes_is_refused(tmp_path: Path) -> None:
    """They would go along to whoever gets the slides; notes without a word are none."""
    template, file = house(tmp_path), tmp_path / "a.pptx"
    deck = pptx.Presentation(str(template))
    frame = deck.slides[0].notes_slide.notes_text_frame
    assert frame is not None
    deck.save(str(template))
    assert run("show", AGREED, "--template", template, "-o", file).code == 0
    frame.text = "they will take 3%"
    deck.save(str(template))
    done = run("show", AGREED, "--template", template, "-o", file, "--force")
    assert done.code == 2
    assert "Expected a template without comments, tracked changes and speaker notes" in done.err
