"""The printed page of a report as png or svg, or its first chart.

matplotlib draws: beside vl-convert, tried on one waterfall with Chinese labels, its png is a quarter of the size, its
svg keeps texts as texts, and letters without a font can be told before boxes are drawn. It keeps no state of ours: no
`pyplot`, its settings are put back.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from ka_terms.presentation.chart import Chart, Shape
from ka_terms.presentation.renderers.pictures.fonts import Fonts
from ka_terms.presentation.renderers.pictures.frame import Frame, framed
from ka_terms.presentation.renderers.pictures.lines import lines
from ka_terms.presentation.renderers.pictures.lying import THICKNESS, bars, spread
from ka_terms.presentation.renderers.pictures.sheet import sheet
from ka_terms.presentation.renderers.pictures.upright import (
    NARROWEST,
    histogram,
    stacked,
    step_width,
    waterfall,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ka_terms.presentation.numbers import NumberStyle
    from ka_terms.presentation.renderers.prepare import Look
    from ka_terms.presentation.table import Report

_DRAWN: Mapping[Shape, Callable[[Chart, Frame], None]] = {
    Shape.WATERFALL: waterfall,
    Shape.BARS: bars,
    Shape.STACKED: stacked,
    Shape.LINES: lines,
    Shape.SPREAD: spread,
    Shape.COLUMNS: histogram,
}
_DOTS, _POINTS = 200, 72
"""An inch."""
_WIDE, _HIGH = 8.0, 3.9
"""Inches of a picture without its title; one of many categories is larger."""
_SETTINGS: dict[Any, Any] = {"text.parse_math": False, "svg.fonttype": "none", "svg.hashsalt": "ka-terms"}


def render_png(report: Report, look: Look) -> bytes:
    """A picture of dots, 1,600 of them wide or more. Errors: `NoFont`."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    file = BytesIO()
    with _drawn(report, look, Fonts(look.language, is_painted=True), _DOTS) as figure:
        FigureCanvasAgg(figure).print_png(file, metadata={"Software": None})  # type: ignore[no-untyped-call]  # it comes without types
    return file.getvalue()


def render_svg(report: Report, look: Look) -> bytes:
    """A picture of lines, its texts as texts."""
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    file = StringIO()
    fonts = Fonts(look.language, is_painted=False)
    with _drawn(report, look, fonts, _POINTS) as figure:
        FigureCanvasSVG(figure).print_svg(file, metadata={"Date": None, "Creator": None})  # type: ignore[no-untyped-call]  # it comes without types
    return fonts.named(file.getvalue()).replace("\r\n", "\n").encode()


@contextmanager
def _drawn(report: Report, look: Look, fonts: Fonts, dots: int) -> Iterator[Figure]:
    """The picture, to be written at so many dots an inch within.

    A canvas writes what it draws; `savefig` would draw all of it once before, to lay out what each drawing lays out.
    """
    with _settings(fonts):
        if report.paper:
            page = sheet(report.internal, report.paper, look, fonts)
            page.set_dpi(dots)
            yield page
            return
        chart = report.charts[0]
        frame = framed(chart, report.internal, fonts, look.style, _size(chart, look.style))
        frame.figure.set_dpi(dots)
        _DRAWN[chart.shape](chart, frame)
        yield frame.figure


def _size(chart: Chart, style: NumberStyle) -> tuple[float, float]:
    """Inches for all the categories that a chart has."""
    count = len(chart.categories)
    if chart.shape is Shape.WATERFALL:
        return max(_WIDE, count * step_width(chart, style) / _POINTS), _HIGH
    if chart.shape is Shape.STACKED:
        return max(_WIDE, count * NARROWEST / _POINTS), _HIGH
    if chart.shape in (Shape.BARS, Shape.SPREAD):
        rows = count * (max(len(chart.series), 1) if chart.shape is Shape.BARS else 1) + 3
        return _WIDE, max(_HIGH, rows * THICKNESS / _POINTS)
    return _WIDE, _HIGH


@contextmanager
def _settings(fonts: Fonts) -> Iterator[None]:
    """matplotlib with its own settings and ours, whatever the user's are, and without its remarks on fonts."""
    log = logging.getLogger("matplotlib")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        import matplotlib

        with warnings.catch_warnings(), matplotlib.rc_context():
            warnings.filterwarnings("ignore", "Glyph .* missing from")
            matplotlib.rcdefaults()
            matplotlib.rcParams.update(_SETTINGS | {"font.family": fonts.families})
            yield
    finally:
        log.setLevel(level)
