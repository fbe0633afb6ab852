"""Drawing one slide: its title in the place the layout has for it, and below what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ka_terms.presentation.chart import Chart
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.slides import tables
from ka_terms.presentation.renderers.slides.charts import add_chart
from ka_terms.presentation.renderers.slides.deck import Frame, Ground, put
from ka_terms.presentation.renderers.slides.grids import Grid
from ka_terms.presentation.renderers.slides.markup import (
    UNIT,
    Style,
    element,
    letters,
    paragraph,
    rooted,
)
from ka_terms.presentation.renderers.slides.pages import Page
from ka_terms.presentation.renderers.slides.texts import INSET, SPACING, Role, Texts, text_height

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_RED, _WHITE, _GREY = "B42318", "FFFFFF", "595959"
_BANNER_HEIGHT, _BANNER_SIZE = 18.0, 11.0
_BELOW = 6.0
"""Points below texts and tables."""


class Painter:
    """Adds the slides of one report to a presentation."""

    def __init__(self, presentation: Presentation, ground: Ground, look: Look, banner: str) -> None:
        self._slides, self._ground, self._look, self._banner = presentation.slides, ground, look, banner

    def add(self, page: Page) -> None:
        """One slide more, at the end."""
        slide = self._slides.add_slide(self._ground.layout)
        self._title(slide, page)
        if self._banner:
            self._add_banner(slide.shapes)
        top, free = self._ground.free.top, self._ground.free
        for block in page.blocks:
            place = Frame(free.left, top, free.width, free.bottom - top)
            top += self._block(slide.shapes, block, place)
        self._number(slide)

    def _title(self, slide: Any, page: Page) -> None:
        for shape in [*slide.placeholders]:
            if shape != slide.shapes.title:
                shape.element.getparent().remove(shape.element)
        title = slide.shapes.title
        size = page.title_size if page.title_size != self._ground.title_size else 0
        if title is None:
            title, size = slide.shapes.add_textbox(0, 0, 0, 0), page.title_size
            title.text_frame.word_wrap = True
        if self._ground.moves_title:
            put(title, self._ground.title)
        _write(title, [paragraph(page.title, Style(size, is_title=True), self._look)])

    def _add_banner(self, shapes: Any) -> None:
        """The warning before all else, white on red: it is to be seen on any background."""
        free, title = self._ground.free, self._ground.title
        place = Frame(free.left, max(title.top - _BANNER_HEIGHT - 3, 3), free.width, _BANNER_HEIGHT)
        style = Style(_BANNER_SIZE, bold=True, color=_WHITE)
        box = self._text_box(shapes, place, [paragraph(self._banner, style, self._look)])
        box.element.spPr.append(_parsed(rooted("a:solidFill", element("a:srgbClr", val=_RED))))
        box.element.getparent().insert(2, box.element)

    def _block(self, shapes: Any, block: Texts | Grid | Chart, place: Frame) -> float:
        """Draw what stands here; how much of the height it takes."""
        if isinstance(block, Texts):
            return self._texts(shapes, block, place)
        if isinstance(block, Grid):
            return self._table(shapes, block, place)
        self._chart(shapes, block, place)
        return place.height

    def _texts(self, shapes: Any, block: Texts, place: Frame) -> float:
        is_note, is_caption = block.role is Role.NOTE, block.role is Role.CAPTION
        style = Style(block.size, bold=is_caption, color=_GREY if is_note and not self._look.template else "")
        height = text_height(block.paragraphs, block.size, self._ground.room.text_width)
        paragraphs = [paragraph(text, style, self._look, SPACING) for text in block.paragraphs]
        self._text_box(shapes, place._replace(height=height), paragraphs)
        return height + (0 if is_caption else _BELOW)

    def _text_box(self, shapes: Any, place: Frame, paragraphs: list[str]) -> Any:
        box = shapes.add_textbox(0, 0, 0, 0)
        put(box, place)
        frame = box.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = round(INSET * UNIT)
        frame.margin_top = frame.margin_bottom = 0
        _write(box, paragraphs)
        return box

    def _table(self, shapes: Any, grid: Grid, place: Frame) -> float:
        lengths = (place.left, place.top, sum(grid.widths), grid.height)
        shape = shapes.add_table(1, 1, *(round(length * UNIT) for length in lengths))
        empty = shape.table._tbl  # its element has no public name
        empty.getparent().replace(empty, _parsed(tables.markup(grid, self._look)))
        return grid.height + _BELOW

    def _chart(self, shapes: Any, chart: Chart, place: Frame) -> None:
        shape = add_chart(shapes, chart, [round(length * UNIT) for length in place], self._look)
        shape.element.xpath("p:nvGraphicFramePr/p:cNvPr")[0].set("descr", chart.title)

    def _number(self, slide: Any) -> None:
        """The number of the slide, where the layout has a place for it."""
        layout: Any = self._ground.layout
        for place in layout.placeholders:
            if place.element.ph_type.xml_value != "sldNum":
                continue
            slide.shapes.clone_placeholder(place)
            shape = slide.placeholders[place.placeholder_format.idx]
            field = element(
                "a:fld",
                letters("a:rPr", Style(is_title=False), self._look),
                "<a:t>‹#›</a:t>",
                id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}",
                type="slidenum",
            )
            _write(shape, [element("a:p", field)])


def _write(shape: Any, paragraphs: list[str]) -> None:
    """Put paragraphs in place of those that a shape has."""
    body = shape.text_frame._txBody  # its element has no public name
    for old in body.xpath("a:p"):
        body.remove(old)
    whole = _parsed(rooted("a:txBody", *paragraphs))
    for new in [*whole]:
        body.append(new)


def _parsed(markup: str) -> Any:
    from pptx.oxml import parse_xml

    return parse_xml(markup)
