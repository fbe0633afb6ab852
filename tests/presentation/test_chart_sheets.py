"""The charts of a report in a workbook: each a native one over cells, whose numbers are those of the chart.

The files are read by openpyxl, which reads charts, and by python-calamine.
"""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.presentation.chart import Axis, Chart, Mark, Series, Shape
from ka_terms.presentation.numbers import NumberStyle, parse_unit
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.registry import by_name
from ka_terms.presentation.table import Cell, Kind, Report, Table, text
from tests.presentation.sheet_charts import Drawn, drawn_charts

FEES, RATIO = Axis("Total fees", Kind.MONEY), Axis("Fee ratio", Kind.RATIO)
TABLE = Table(("A", "B"), ((text("x"), Cell(Decimal(7), Kind.MONEY)),), title="T")


def numbers(*values: float | str | None) -> tuple[Decimal | None, ...]:
    return tuple(None if value is None else Decimal(str(value)) for value in values)


def places(*values: float) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, values))


def of_bars(shape: Shape, *series: Series, **more: Any) -> Chart:
    return Chart("c", shape, "What is seen", Axis("Nature"), FEES, series, ("a", "b", "c"), **more)


TWO = (Series("2002", numbers(5, None, 7)), Series("2003", numbers(1, -2, "3.5")))
LINES = Chart(
    "l",
    Shape.LINES,
    "Fee ratio over sales",
    Axis("Sales", Kind.MONEY),
    RATIO,
    (
        Series("ask", numbers(".3", ".2", ".25", ".1", None, ".05"), places(1, 2, 2, 3, 4, 5)),
        Series("offer", numbers(".1", ".2"), places(1, 5)),
    ),
    marks=(Mark(Decimal(2), "from 2"), Mark(Decimal(3), "Plan")),
)


PLAIN = Look()


def written(chart: Chart, look: Look = PLAIN, **more: Any) -> bytes:
    report = Report(tables=[TABLE], charts=[chart], title="x", **more)
    return by_name("xlsx").render(report, look)


def drawn(chart: Chart, look: Look = PLAIN) -> Drawn:
    (found,) = drawn_charts(written(chart, look))
    return found


def floats(series: Series) -> list[float | None]:
    return [None if value is None else float(value) for value in series.values]


@pytest.mark.parametrize(
    ("shape", "kind", "grouping"),
    [
        (Shape.BARS, "BarChart bar", "clustered"),
        (Shape.STACKED, "BarChart col", "stacked"),
        (Shape.COLUMNS, "BarChart col", "clustered"),
        (Shape.SPREAD, "BarChart bar", "clustered"),
    ],
)
def test_bars_are_the_numbers_of_the_series(shape: Shape, kind: str, grouping: str) -> None:
    found = drawn(of_bars(shape, *TWO, middle=Decimal(2)))
    assert (found.kind, found.chart.grouping) == (kind, grouping)
    assert (found.title, found.along, found.across) == ("What is seen", "Nature", "Total fees")
    assert [series.name for series in found.series] == ["2002", "2003"]
    assert [series.places for series in found.series] == [["a", "b", "c"]] * 2
    assert [series.values for series in found.series] == [floats(one) for one in TWO]
    assert [series.cached for series in found.series] == [series.values for series in found.series]


def test_bars_lie_with_the_first_on_top_and_their_numbers_below() -> None:
    found = drawn(of_bars(Shape.BARS, *TWO))
    assert found.chart.x_axis.scaling.orientation == "maxMin"
    assert found.chart.y_axis.tickLblPos == "high"
    assert found.chart.y_axis.scaling.min <= -2 < 7 < found.chart.y_axis.scaling.max


def test_spread_stands_on_its_middle_and_one_bar_lies_upon_the_other() -> None:
    both = (Series("-10%", numbers(1, 5)), Series("+10%", numbers(4, 2)))
    found = drawn(of_bars(Shape.SPREAD, *both, middle=Decimal(3))._replace(categories=("a", "b")))
    # The axis of the categories crosses that of the values there, and bars begin at it.
    assert found.chart.x_axis.crossesAt == 3
    assert found.chart.overlap == 100
    one_sided = (Series("-10%", numbers(4)), Series("+10%", numbers(5)))
    found = drawn(of_bars(Shape.SPREAD, *one_sided, middle=Decimal(3))._replace(categories=("a",)))
    assert found.chart.overlap is None


def test_columns_touch_and_bars_do_not() -> None:
    assert drawn(of_bars(Shape.COLUMNS, TWO[0])).chart.gapWidth == 0
    assert drawn(of_bars(Shape.BARS, TWO[0])).chart.gapWidth > 0


def spans(found: Drawn) -> list[tuple[float, float] | None]:
    """What is seen of each column of stacked ones: from where to where, as a spreadsheet stacks them."""
    spans: list[tuple[float, float] | None] = []
    base, *parts = found.series
    for at, under in enumerate(base.values):
        above = below = float(under or 0)
        above, below = max(above, 0.0), min(below, 0.0)
        shown = [float(part.values[at] or 0) for part in parts]
        rise, hang = sum(max(one, 0.0) for one in shown), sum(min(one, 0.0) for one in shown)
        low, high = below + hang, above + rise
        # Where one side is taken by the base alone, nothing is seen there.
        spans.append((low if hang else above, high if rise else below) if any(shown) else None)
    return spans


@given(st.lists(st.integers(-1000, 1000), min_size=1, max_size=8))
def test_floating_bars_reach_from_where_the_last_one_ended(changes: list[int]) -> None:
    start = changes[0]
    values = numbers(*changes, sum(changes))
    chart = of_bars(Shape.WATERFALL, Series("Fees", values), levels=(0, len(values) - 1))
    found = drawn(chart._replace(categories=tuple(f"c{at}" for at in range(len(values)))))
    assert found.kind == "BarChart col"
    assert found.chart.grouping == "stacked"
    expected: list[tuple[float, float] | None] = [(min(0, start), max(0, start)) if start else None]
    reached = start
    for change in changes[1:]:
        low, high = sorted((reached, reached + change))
        expected.append((low, high) if change else None)
        reached += change
    expected.append((min(0, reached), max(0, reached)) if reached else None)
    assert spans(found) == expected


def test_waterfall_shows_its_own_numbers_and_hides_what_it_stands_on() -> None:
    chart = of_bars(Shape.WATERFALL, Series("Fees", numbers(100, None, -30)), levels=(0,))
    found = drawn(chart)
    assert [cell for row in found.rows for cell in row[:2]] == ["a", 100, "b", "n/a", "c", -30]
    assert found.series[0].fill is None
    assert [series.name for series in found.series[1:]] == ["Total", "Fall"]
    assert len({series.fill for series in found.series[1:]}) == 2
    # What is not seen has no entry in the legend.
    assert [entry.idx for entry in found.whole.legend.legendEntry] == [0]


def test_lines_are_interrupted_at_jumps_and_where_nothing_is_known() -> None:
    found = drawn(LINES)
    assert found.kind == "ScatterChart"
    assert found.whole.display_blanks == "gap"
    ask, dots, offer, *marks = found.series
    assert (ask.name, offer.name) == ("ask", "offer")
    # At the jump stands a point without a value between the two.
    assert ask.places == [1, 2, 2, 2, 3, 4, 5]
    assert ask.values == [0.3, 0.2, None, 0.25, 0.1, None, 0.05]
    assert ask.cached == ask.values
    # Dots close the jump, and show the point that no line reaches.
    assert [value for value in dots.values if value is not None] == [0.2, 0.25, 0.05]
    assert (offer.places, offer.values) == ([1, 5], [0.1, 0.2])
    assert [(mark.name, mark.places) for mark in marks] == [("from 2", [2, 2, 2]), ("Plan", [3, 3, 3])]
    assert all(mark.values[0] <= 0.05 and mark.values[-1] >= 0.3 for mark in marks)
    assert len({ask.dash, offer.dash}) == 2
    # Only the lines stand in the legend.
    assert [entry.idx for entry in found.whole.legend.legendEntry] == [1, 3, 4]


def test_a_line_without_points_is_left_out() -> None:
    found = drawn(LINES._replace(series=(Series("none", ()), *LINES.series), marks=()))
    assert [series.name for series in found.series] == ["ask", "ask, at jumps", "offer"]


def test_lines_of_the_same_places_share_them() -> None:
    both = [
        one._replace(places=places(1, 2)) for one in (Series("a", numbers(1, 2)), Series("b", numbers(3, 4)))
    ]
    found = drawn(LINES._replace(series=tuple(both), marks=()))
    assert len(found.rows[0]) == 3


@pytest.mark.parametrize("shape", [Shape.BARS, Shape.WATERFALL, Shape.STACKED, Shape.COLUMNS])
def test_amounts_are_in_the_unit_that_their_header_names(shape: Shape) -> None:
    look = Look(NumberStyle(unit=parse_unit("k")))
    found = drawn(of_bars(shape, Series("Fees", numbers(5000, 2500, 7500)), levels=(0,)), look)
    assert found.across == "Total fees (k)"
    assert found.headers[1] == "Fees (k)"
    assert [row[1] for row in found.rows] == [5, 2.5, 7.5]


def test_places_are_in_the_unit_and_ratios_are_not() -> None:
    found = drawn(LINES, Look(NumberStyle(unit=parse_unit("k"))))
    assert (found.along, found.across) == ("Sales (k)", "Fee ratio")
    assert found.series[0].places[0] == 0.001
    assert found.series[0].values[0] == 0.3


def test_numbers_have_formats_in_cells_and_along_axes() -> None:
    found = drawn(LINES)
    assert found.formats[0][1] == "0.00%"
    assert re.fullmatch(r"0(\.0+)?%", found.chart.y_axis.numFmt.formatCode)
    assert drawn(of_bars(Shape.BARS, *TWO)).chart.y_axis.numFmt.formatCode == "#,##0"


HOSTILE = ("=HYPERLINK(1)", "Sheet1!$A$1", "+1", "@x", "{=1}", "a\x1b[2Jb")


@pytest.mark.parametrize("shape", [*Shape])
@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_becomes_a_formula_or_a_reference(shape: Shape, name: str) -> None:
    series = Series(name, numbers(1, 2), places(1, 2))
    axis = Axis(name, Kind.MONEY)
    chart = Chart(
        "c",
        shape,
        name,
        axis,
        axis,
        (series, series),
        (name, name),
        (0,),
        Decimal(1),
        (Mark(Decimal(1), name),),
    )
    content = written(chart)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        parts = {part: file.read(part).decode() for part in file.namelist()}
    assert not any("<f>" in xml for part, xml in parts.items() if "worksheets" in part)
    references = [
        found
        for part, xml in parts.items()
        if "charts/" in part
        for found in re.findall("<c:f>(.*?)</c:f>", xml)
    ]
    (found,) = drawn_charts(content)
    quoted = found.sheet.replace("'", "''")
    assert references
    assert all(
        re.fullmatch(rf"'{re.escape(quoted)}'!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?", one) for one in references
    )
    shown = name.replace("\x1b", "\\x1b")
    assert (found.title, found.across) == (shown, shown)
    assert "\x1b" not in "".join(parts.values())


def test_a_chart_without_numbers_is_left_out_and_sheets_have_names_of_their_own() -> None:
    empty = of_bars(Shape.BARS, Series("x", numbers(None, None, None)))
    full = of_bars(Shape.BARS, *TWO)
    report = Report(tables=[TABLE], charts=[empty, full, full], title="x")
    found = drawn_charts(by_name("xlsx").render(report, Look()))
    assert len(found) == 2
    assert len({one.sheet.casefold() for one in found}) == 2


def test_what_is_internal_says_so_first_on_every_sheet() -> None:
    from python_calamine import CalamineWorkbook

    content = written(of_bars(Shape.BARS, *TWO), internal="Internal: not for others.")
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert len(book.sheet_names) == 2
    for name in book.sheet_names:
        assert (
            book.get_sheet_by_name(name).to_python(skip_empty_area=False)[0][0] == "Internal: not for others."
        )


def test_cells_of_tables_are_in_the_unit_and_points_are_percentages() -> None:
    from openpyxl import load_workbook

    rows = (
        (
            text("Fees"),
            Cell(Decimal(1_500_000), Kind.MONEY),
            Cell(Decimal("-0.0919"), Kind.POINTS, signed=True),
        ),
        (text("Listing"), Cell(Decimal(3500), Kind.MONEY, stated=True), Cell(None, Kind.RATIO)),
    )
    report = Report(tables=[Table(("x", "Amount", "Change"), rows, title="T")])
    content = by_name("xlsx").render(report, Look(NumberStyle(unit=parse_unit("M"))))
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == ["x", "Amount (M)", "Change"]
    assert [cell.value for cell in sheet[2]] == ["Fees", 1.5, -9.19]
    assert sheet["C2"].number_format.startswith('+0.00" pts"')
    # A number that a file states keeps its digits.
    assert (sheet["B3"].value, sheet["B3"].number_format) == (0.0035, "#,##0.0000")
