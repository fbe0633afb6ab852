"""The letters of a native chart: their size and colour by the library, which names no fonts but Latin ones."""

from __future__ import annotations

from typing import Any

from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.slides.markup import Style, letters, rooted


def style(font: Any, size: float, color: str = "") -> None:
    """Size in points and colour by its hex; no colour leaves that of the chart."""
    from pptx.util import Pt

    font.size, font.bold = Pt(size), False
    if color:
        font.color.rgb = rgb(color)


def rgb(color: str) -> Any:
    """A colour of the library by its hex."""
    from pptx.dml.color import RGBColor

    library: Any = RGBColor  # it is typed in parts only
    return library.from_string(color)


def write(frame: Any, text: str, size: float) -> None:
    """A title or label that is a text of its own."""
    frame.text = text
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            style(run.font, size)


def turn(frame: Any) -> None:
    """Set the text of a frame upright, read from below."""
    properties = frame.bodyPr  # the library turns no label
    properties.set("rot", "-5400000")
    properties.set("vert", "horz")


def name_fonts(chart: Any, look: Look) -> None:
    """Name the fonts of both scripts wherever the markup of a chart describes letters."""
    from pptx.oxml import parse_xml

    for name in ("a:defRPr", "a:rPr", "a:endParaRPr"):
        for described in chart.xpath(f".//{name}"):
            (model,) = parse_xml(rooted("a:p", letters(name, Style(), look)))
            if language := model.get("lang"):
                described.set("lang", language)
            described.extend([*model])
