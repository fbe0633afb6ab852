"""Charts on slides: native, with the values of the report, and a workbook inside in which texts stay texts."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pptx
import pytest
from openpyxl.utils import range_boundaries

from ka_terms.presentation.chart import Axis, Chart, Mark, Series, Shape
from ka_terms.presentation.numbers import NumberStyle, parse_unit
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.table import Kind, Report
from tests.presentation.slides.decks import SOFFICE, A, C, charts, opened, rendered, slides, text_of, title_of

FEE, SALES = Axis("Fee", Kind.MONEY), Axis("Sales", Kind.MONEY)


def amounts(*values: object) -> tuple[Decimal | None, ...]:
    return tuple(None if value is None else Decimal(str(value)) for value in values)


def series(name: str, *values: object, places: tuple[object, ...] = ()) -> Series:
    return Series(name, amounts(*values), tuple(Decimal(str(place)) for place in places))


CHARTS = {
    Shape.WATERFALL: Chart(
        "w",
        Shape.WATERFALL,
        "W",
        Axis(""),
        FEE,
        (series("Fees", 300, -450, 100, 0, 250, 200),),
        tuple("abcdef"),
        (0, 5),
    ),
    Shape.BARS: Chart(
        "b",
        Shape.BARS,
        "B",
        Axis(""),
        FEE,
        (series("2002", 4, None, -2), series("2003", 0, 6, 5)),
        ("=A1", "b", "c"),
    ),
    Shape.STACKED: Chart(
        "s", Shape.STACKED, "S", Axis("Month"), FEE, (series("x", 1, 2), series("y", 3, -4)), ("Jan", "Feb")
    ),
    Shape.LINES: Chart(
        "l",
        Shape.LINES,
        "L",
        SALES,
        FEE,
        (series("ours", 1, 2, 5, None, 6, places=(10, 20, 20, 30, 40)),),
        marks=(Mark(Decimal(25), "plan"),),
    ),
    Shape.SPREAD: Chart(
        "t",
        Shape.SPREAD,
        "T",
        Axis(""),
        Axis("Fee ratio", Kind.RATIO),
        (series("-10%", "0.08", "0.094"), series("+10%", "0.101", "0.088")),
        ("sales", "stores"),
        middle=Decimal("0.0909"),
    ),
    Shape.COLUMNS: Chart(
        "h",
        Shape.COLUMNS,
        "H",
        Axis("Fees"),
        Axis("Draws", Kind.COUNT),
        (series("n", 1, 5, 2),),
        ("0-1", "1-2", "2-3"),
    ),
}


def deck_of(*drawn: Chart, unit: str = "1", language: str = "en") -> bytes:
    look = Look(NumberStyle(digits=0, unit=parse_unit(unit)), language=language)
    return rendered(Report(headline=["x"], charts=drawn), look)


def plots(content: bytes) -> list[Any]:
    """The series of the first chart as a library reads them."""
    deck = pptx.Presentation(BytesIO(content))
    shapes: list[Any] = [shape for slide in deck.slides for shape in slide.shapes]
    chart = next(shape.chart for shape in shapes if shape.has_chart)
    return [one for plot in chart.plots for one in plot.series]


def book_of(content: bytes) -> list[list[Any]]:
    """The rows of the workbook inside the first chart."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        (name, *_) = [name for name in archive.namelist() if name.endswith(".xlsx")]
        book = openpyxl.load_workbook(BytesIO(archive.read(name)))
    page = book.worksheets[0]
    for row in page.iter_rows():
        for cell in row:
            assert cell.data_type != "f"
            assert cell.hyperlink is None
    return [[*row] for row in page.iter_rows(values_only=True)]


@pytest.mark.parametrize("shape", [Shape.BARS, Shape.STACKED, Shape.SPREAD, Shape.COLUMNS])
def test_values_and_categories_are_those_of_the_report(shape: Shape) -> None:
    chart = CHARTS[shape]
    content = deck_of(chart)
    found = plots(content)
    assert [one.name for one in found] == [one.name for one in chart.series]
    for drawn, given in zip(found, chart.series, strict=True):
        assert [*drawn.values] == [None if value is None else float(value) for value in given.values]
    header, *rows = book_of(content)
    assert header[1:] == [one.name for one in chart.series]
    assert [row[0] for row in rows] == [*chart.categories]
    numbers = [tuple(row[1:]) for row in rows]
    assert numbers == [
        tuple(None if value is None else float(value) for value in values)
        for values in zip(*(one.values for one in chart.series), strict=True)
    ]


def test_every_shape_is_there_once_and_titled() -> None:
    content = deck_of(*CHARTS.values())
    assert len(charts(content)) == len(Shape)
    assert [title_of(slide) for slide in slides(content)] == ["x", *"BSLTH"]
    assert "W" in text_of(slides(content)[0])


def heights(chart: Any) -> list[tuple[float, float]]:
    """The ends of each bar of a waterfall, as what is drawn adds up to: (lower, upper)."""
    base, *others = [[*one.values] for one in chart]
    found = []
    for at, start in enumerate(base):
        parts = [values[at] for values in others[:-1] if values[at] is not None]
        low = sum(part for part in parts if part < 0) + min(start or 0, 0)
        high = sum(part for part in parts if part > 0) + max(start or 0, 0)
        if start:
            low, high = (start, high) if start > 0 else (low, start)
        found.append((low, high))
    return found


def test_a_waterfall_goes_through_zero() -> None:
    content = deck_of(CHARTS[Shape.WATERFALL])
    found = plots(content)
    assert heights(found) == [(0, 300), (-150, 300), (-150, -50), (-50, -50), (-50, 200), (0, 200)]
    (chart,) = charts(content)
    labels = [text_of(label) for label in chart.iter(f"{C}dLbl")]
    assert labels == ["300", "-450", "+100", "0", "+250", "200"]
    first = next(chart.iter(f"{C}ser"))
    assert first.find(f"{C}spPr/{A}noFill") is not None


def test_a_line_is_broken_at_a_jump_and_where_nothing_is_known() -> None:
    (chart,) = charts(deck_of(CHARTS[Shape.LINES]))
    line, mark = chart.iter(f"{C}ser")
    points = [
        {int(point.get("idx", "")): point.findtext(f"{C}v") for point in line.findall(f"{C}{axis}//{C}pt")}
        for axis in ("xVal", "yVal")
    ]
    assert points == [
        {0: "10", 1: "20", 2: "20", 3: "20", 4: "30", 5: "40"},
        {0: "1", 1: "2", 3: "5", 5: "6"},
    ]
    assert [place.get("val") for place in line.findall(f"{C}dPt/{C}idx")] == ["1", "3"]
    assert {point.findtext(f"{C}v") for point in mark.findall(f"{C}xVal//{C}pt")} == {"25"}
    assert [text_of(label) for label in mark.iter(f"{C}dLbl")] == ["plan"]


SHORT_FIRST = CHARTS[Shape.LINES]._replace(
    series=(series("short", 7, 8, places=(10, 40)), series("long", 1, 2, 3, 4, places=(10, 20, 30, 40))),
    marks=(),
)


def test_lines_are_as_long_as_the_longest() -> None:
    """LibreOffice shows nothing of a first line that is shorter than another."""
    (chart,) = charts(deck_of(SHORT_FIRST))
    assert [count.get("val") for count in chart.iter(f"{C}ptCount")] == ["1", "4", "4", "1", "4", "4"]
    short = next(chart.iter(f"{C}ser"))
    assert [point.findtext(f"{C}v") for point in short.findall(f"{C}yVal//{C}pt")] == ["7", "8"]


@pytest.mark.thorough
@pytest.mark.skipif(not SOFFICE, reason="the program for slides is not installed")
def test_a_program_for_slides_shows_a_first_line_that_is_shorter(tmp_path: Path) -> None:
    file = tmp_path / "a.pptx"
    file.write_bytes(deck_of(SHORT_FIRST))
    _, drawn = opened(file)
    for number in (7, 8, 1, 4):
        assert f'office:value="{number}"' in drawn


@pytest.mark.parametrize("shape", Shape)
def test_the_workbook_has_each_number_where_the_chart_says(shape: Shape) -> None:
    content = deck_of(CHARTS[shape])
    rows = book_of(content)
    (chart,) = charts(content)
    references = [one for one in chart.iter() if one.tag in (f"{C}numRef", f"{C}strRef")]
    assert len(references) >= 3
    for reference in references:
        sheet, _, area = (reference.findtext(f"{C}f") or "").partition("!")
        left, top, right, bottom = (limit or 0 for limit in range_boundaries(area))
        assert (sheet, left) == ("Sheet1", right)
        cells = [rows[row - 1][left - 1] for row in range(top, bottom + 1)]
        points = {int(point.get("idx", "")): point.findtext(f"{C}v") for point in reference.iter(f"{C}pt")}
        shown = [points.get(at) for at in range(len(cells))]
        if reference.tag == f"{C}numRef":
            assert [value and float(value) for value in shown] == cells
        else:
            assert shown == cells


def test_a_spread_begins_in_its_middle_and_the_first_bar_is_on_top() -> None:
    (chart,) = charts(deck_of(CHARTS[Shape.SPREAD]))
    (along,) = chart.iter(f"{C}catAx")
    crossing, order = along.find(f"{C}crossesAt"), along.find(f"{C}scaling/{C}orientation")
    assert crossing is not None
    assert order is not None
    assert (crossing.get("val"), order.get("val")) == ("0.0909", "maxMin")


def test_amounts_are_in_the_unit_that_the_axis_names() -> None:
    chart = CHARTS[Shape.BARS]._replace(series=(series("a", 12_345_678, 500_000, 0),))
    content = deck_of(chart, unit="万")
    assert [*plots(content)[0].values] == [1234.5678, 50, 0]
    (drawn,) = charts(content)
    assert "Fee (万)" in text_of(drawn)
    assert {code.get("formatCode") for code in drawn.iter(f"{C}numFmt")} == {"#,##0", "General"}


def test_colours_differ_in_grey() -> None:
    chart = CHARTS[Shape.STACKED]._replace(series=tuple(series(f"{at}", 1, 2) for at in range(6)))
    (drawn,) = charts(deck_of(chart))
    colors = [
        fill.get("val", "")
        for one in drawn.iter(f"{C}ser")
        if (fill := one.find(f"{C}spPr/{A}solidFill/{A}srgbClr")) is not None
    ]
    assert len(set(colors)) == 6
    greys = [
        sum(part * int(color[at : at + 2], 16) for part, at in ((0.299, 0), (0.587, 2), (0.114, 4)))
        for color in colors
    ]
    assert all(abs(one - other) > 10 for one, other in pairwise(greys))


def test_hostile_names_make_no_formula_and_no_link() -> None:
    names = ("=1+1", f"http://example.com/{'a' * 3_000}", "<b>&", "@SUM(A1)")
    chart = CHARTS[Shape.BARS]._replace(categories=names, series=(series("=cmd|x", 1, 2, 3, 4),), title="=T")
    rows = book_of(deck_of(chart))
    assert [row[0] for row in rows[1:]] == [*names]
    assert rows[0][1] == "=cmd|x"


def test_every_text_of_a_chart_has_the_fonts_of_both_scripts() -> None:
    for drawn in charts(deck_of(*CHARTS.values(), language="zh-Hant")):
        found = [one for one in drawn.iter() if one.tag in (f"{A}rPr", f"{A}defRPr", f"{A}endParaRPr")]
        assert found
        for one in found:
            fonts = {font.tag.removeprefix(A): font.get("typeface") for font in one if font.get("typeface")}
            assert fonts == {"latin": "Arial", "ea": "Microsoft JhengHei", "cs": "Arial"}


def test_a_workbook_inside_tells_no_time() -> None:
    with zipfile.ZipFile(BytesIO(deck_of(CHARTS[Shape.BARS]))) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".xlsx")]
        with zipfile.ZipFile(BytesIO(archive.read(name))) as book:
            told = book.read("docProps/core.xml").decode()
    assert set(re.findall(r"(\d{4})-\d\d-", told)) == {"1980"}


def axis_formats(chart: Any) -> list[str]:
    return [axis.get("formatCode") for axis in chart.iterfind(f".//{C}valAx/{C}numFmt")]


def test_rounds_are_counted_in_whole_numbers() -> None:
    """A line may go on beyond the last round, of which none is made."""
    going_on = Chart(
        "r",
        Shape.LINES,
        "R",
        Axis("Round", Kind.COUNT, is_whole=True),
        FEE,
        (series("theirs", 3, 2, 2, places=(1, 2, "2.5")),),
    )
    (chart,) = charts(deck_of(going_on))
    assert axis_formats(chart)[0] == "#,##0"
    first = chart.find(f".//{C}valAx/{C}scaling/{C}max")
    assert first is not None
    assert first.get("val") == "2.5"
    assert next(unit.get("val") for unit in chart.iter(f"{C}majorUnit")) == "1.0"


def wide(shape: Shape, count: int, amount: int) -> Any:
    """A chart of so many categories of that amount."""
    names = tuple(f"Step {number}" for number in range(count))
    values = series("Fees", amount, *[-1] * (count - 1))
    (chart,) = charts(deck_of(Chart("w", shape, "W", Axis(""), FEE, (values,), names, (0,))))
    return chart


@pytest.mark.parametrize("amount", [134_400_000, 134_400_000_000])
@pytest.mark.parametrize("count", [4, 9, 15])
def test_labels_of_long_amounts_do_not_meet(count: int, amount: int) -> None:
    """A slide is 960 points wide: a digit of Arial is 0.556 of its size."""
    chart = wide(Shape.WATERFALL, count, amount)
    labels = [label for label in chart.iter(f"{C}dLbl") if f"{amount:,}" in text_of(label)]
    assert labels
    for label in labels:
        sizes = [int(run.get("sz")) / 100 for run in label.iter(f"{A}rPr")]
        turned = [body.get("rot") for body in label.iter(f"{A}bodyPr")] == ["-5400000"]
        assert turned or len(f"{amount:,}") * 0.48 * sizes[0] < 850 / count
        assert sizes[0] >= 8


def test_few_short_labels_are_of_usual_size_and_lie() -> None:
    chart = wide(Shape.WATERFALL, 4, 1000)
    assert {run.get("sz") for label in chart.iter(f"{C}dLbl") for run in label.iter(f"{A}rPr")} == {"1100"}
    assert all(
        body.get("rot") is None for label in chart.iter(f"{C}dLbl") for body in label.iter(f"{A}bodyPr")
    )


def test_columns_of_long_amounts_have_labels_that_stand() -> None:
    chart = wide(Shape.COLUMNS, 12, 134_400_000_000)
    assert [body.get("rot") for body in chart.iterfind(f".//{C}dLbls/{C}txPr/{A}bodyPr")] == ["-5400000"]
