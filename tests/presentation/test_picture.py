"""Pictures: every text and number of a chart is on it, nothing else is, and the same chart gives the same bytes."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from matplotlib.font_manager import fontManager

from ka_terms.model.numbers.units import SCALES
from ka_terms.presentation.chart import Axis, Chart, Series, Shape
from ka_terms.presentation.numbers import NumberStyle, Unit
from ka_terms.presentation.renderers.pictures.colors import FALL, RISE, SERIES, lightness
from ka_terms.presentation.renderers.pictures.fonts import Fonts, NoFont
from ka_terms.presentation.renderers.pictures.frame import framed
from ka_terms.presentation.renderers.pictures.lines import pieces_of
from ka_terms.presentation.renderers.pictures.picture import _DRAWN, _settings, render_png, render_svg
from ka_terms.presentation.renderers.prepare import Look, prepare
from ka_terms.presentation.table import Kind, Report
from tests.presentation.charts import HOSTILE, LANGUAGES, chart, hard, of_shape, series

SVG = "{http://www.w3.org/2000/svg}"
Render = Callable[[Report, Look], bytes]
HARD = hard()


def drawn(given: Chart, look: Look | None = None, banner: str = "", render: Render = render_svg) -> bytes:
    look = look or Look()
    return render(prepare(Report(charts=[given], internal=banner), look), look)


def texts(content: bytes) -> str:
    """What stands on a picture, without the blanks at which it is broken into lines."""
    found = ("".join(element.itertext()) for element in ElementTree.fromstring(content).iter(f"{SVG}text"))
    return "".join("".join(found).split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", Shape)
def test_every_text_of_a_chart_is_on_its_picture(shape: Shape, language: str) -> None:
    given = of_shape(shape, language)
    shown = texts(drawn(given, Look(language=language), "INTERNAL"))
    names = [one.name for one in given.series] if shape in (Shape.STACKED, Shape.LINES, Shape.SPREAD) else []
    marks = [mark.text for mark in given.marks]
    for text in ("INTERNAL", given.title, given.across.label, *given.categories, *names, *marks):
        assert "".join(text.split()) in shown


def test_numbers_are_those_of_tables() -> None:
    shown = texts(drawn(of_shape(Shape.WATERFALL, "en")))
    for number in ("986,100", "+759,400", "-245,000", "+110,000", "1,610,500"):
        assert number in shown
    look = Look(NumberStyle(unit=Unit("万", SCALES["万"])))
    shown = texts(drawn(of_shape(Shape.WATERFALL, "zh-Hans"), look))
    assert "+75.94" in shown
    assert "总费用(万)" in shown
    assert "16.64%" not in shown


@pytest.mark.parametrize(
    "name",
    [name if name.endswith("hostile") else pytest.param(name, marks=pytest.mark.thorough) for name in HARD],
)
def test_what_is_hard_to_draw_is_drawn(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        content = drawn(HARD[name])
    root = ElementTree.fromstring(content)
    kinds = {element.tag.removeprefix(SVG) for element in root.iter() if element.tag.startswith(SVG)}
    assert kinds <= {
        "svg",
        "defs",
        "style",
        "g",
        "path",
        "text",
        "tspan",
        "use",
        "clipPath",
        "rect",
        "metadata",
    } | {"pattern"}
    links = [value for each in root.iter() for key, value in each.attrib.items() if key.endswith("href")]
    assert all(link.startswith("#") for link in links)
    assert not [key for each in root.iter() for key in each.attrib if key.startswith("on")]
    assert not {"\u202e", "\x1b"} & {*content.decode()}


def test_texts_are_what_they_are() -> None:
    """No formula, no element, and no name that the library takes for its own."""
    given = chart(Shape.LINES, (1, 2), (2, 3))
    names = ("$x^2$", "_hidden")
    lines = tuple(series(name, (1, 2), (0, 1)) for name in names)
    shown = texts(drawn(given._replace(series=lines, title=HOSTILE[2])))
    assert "$x^2$" in shown
    assert "_hidden" in shown
    assert "<script>" in shown


@pytest.mark.parametrize("render", [render_png, render_svg])
def test_the_same_chart_gives_the_same_bytes(render: Render) -> None:
    given = of_shape(Shape.WATERFALL, "en")
    first = drawn(given, render=render)
    assert first == drawn(given, render=render)
    assert b"matplotlib" not in first.replace(b"matplotlib.org", b"").lower() or render is render_svg
    assert b"dc:date" not in first


def test_png_is_as_wide_as_a_slide_and_grows_with_its_categories() -> None:
    def size(given: Chart) -> tuple[int, int]:
        content = drawn(given, render=render_png)
        assert content.startswith(b"\x89PNG")
        width, height = struct.unpack(">II", content[16:24])
        return width, height

    assert size(of_shape(Shape.WATERFALL, "en"))[0] == 1600
    forty = [1] * 40
    assert size(chart(Shape.STACKED, forty))[0] > 4000
    assert size(chart(Shape.BARS, forty))[1] > 2 * size(chart(Shape.BARS, (1,)))[1]


def test_chinese_is_set_in_a_font_that_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    latin = [font for font in fontManager.ttflist if font.name.startswith("DejaVu")]
    monkeypatch.setattr(fontManager, "ttflist", latin)
    given = of_shape(Shape.BARS, "zh-Hant")
    with pytest.raises(NoFont) as refused:
        drawn(given, Look(language="zh-Hant"), render=render_png)
    assert "Microsoft JhengHei" in refused.value.fonts
    content = drawn(given, Look(language="zh-Hant"))
    assert "Microsoft JhengHei" in content.decode()
    assert Fonts("en", is_painted=True).shown("a\U0001f600\U000f0000") == "a\U0001f600\\U000f0000"


def test_a_line_is_open_where_it_jumps_and_where_it_is_unknown() -> None:
    line = Series(
        "", (*map(Decimal, (1, 2, 5, 6)), None, Decimal(7)), tuple(map(Decimal, (0, 1, 1, 2, 3, 4)))
    )
    assert [(piece.places, piece.values) for piece in pieces_of(line)] == [
        ([0, 1], [1, 2]),
        ([1, 2], [5, 6]),
        ([4], [7]),
    ]


def test_colours_stay_apart_in_grey() -> None:
    assert abs(lightness(RISE) - lightness(FALL)) > 30
    assert all(abs(lightness(one) - lightness(other)) > 12 for one, other in pairwise(SERIES[:4]))


def axes_of(given: Chart, digits: int = 2) -> Any:
    """The axes that the library draws a chart on."""
    fonts = Fonts("en", is_painted=False)
    with _settings(fonts):
        frame = framed(given, "", fonts, NumberStyle(digits), (8, 4))
        _DRAWN[given.shape](given, frame)
        return frame.axes


def test_bars_of_a_waterfall_stand_where_the_last_one_ended() -> None:
    found = [
        (bar.get_y(), bar.get_height())
        for bar in axes_of(chart(Shape.WATERFALL, (10, 5, -8, 7), levels=(0, 3))).patches
    ]
    assert found == [(0, 10), (10, 5), (7, 8), (0, 7)]


def test_ticks_have_decimals_only_where_one_of_them_needs_some() -> None:
    formatter = axes_of(of_shape(Shape.LINES, "en")).yaxis.get_major_formatter()
    assert formatter.format_ticks([0.1, 0.2]) == ["10%", "20%"]
    assert formatter.format_ticks([0.1, 0.125]) == ["10.00%", "12.50%"]


def test_two_numbers_on_one_side_of_the_middle_stand_apart() -> None:
    """Both inputs raise the metric: the nearer number stands at the middle, on the other side."""
    axes = axes_of(chart(Shape.SPREAD, (12,), (15,), middle=Decimal(10)))
    assert {text.get_text(): (text.xy[0], text.get_ha()) for text in axes.texts} == {
        "12.00": (10, "right"),
        "15.00": (15, "left"),
    }


def test_no_two_lines_of_the_grid_have_one_name() -> None:
    """Amounts below one where all others are whole; ratios that differ by less than a hundredth of a point."""
    for kind, values in ((Kind.MONEY, ("0", "1")), (Kind.RATIO, ("0.03154", "0.03162"))):
        along = Axis("at", Kind.MONEY)
        places = (Decimal(0), Decimal(10))
        given = Chart(
            "c", Shape.LINES, "t", along, Axis("v", kind), (Series("a", tuple(map(Decimal, values)), places),)
        )
        axes = axes_of(given, digits=0)
        axes.figure.canvas.draw()
        shown = [label.get_text() for label in axes.get_yticklabels()]
        assert len(shown) > 3
        assert len({*shown}) == len(shown)


def test_a_legend_of_long_names_stays_on_the_picture() -> None:
    places, values = (Decimal(0), Decimal(10)), (Decimal(1), Decimal(2))
    names = [f"a contract with a rather long name · stores opened {number}" for number in range(6)]
    lines = tuple(Series(name, values, places) for name in names)
    figure = axes_of(Chart("c", Shape.LINES, "t", Axis("at"), Axis("v"), lines)).figure
    figure.canvas.draw()
    (legend,) = figure.legends
    extent = legend.get_window_extent()
    assert (extent.x0 >= 0, extent.x1 <= figure.bbox.x1) == (True, True)
