"""The presentation that slides are added to: empty on a page of 16:9, or that of the house with its own master."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.slides.markup import UNIT
from ka_terms.presentation.renderers.slides.packed import undated
from ka_terms.presentation.renderers.slides.pages import Room
from ka_terms.presentation.renderers.slides.texts import EM
from ka_terms.presentation.renderers.template import (
    UnfitTemplate,
    has_comments,
    set_core_properties,
    with_remarks,
)
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide, SlideLayout

_WIDTH, _HEIGHT = 960.0, 540.0
_TITLE_SIZE = 24.0
_USUAL_SIZE = 44.0
"""That of a title where neither layout nor master tells one."""
_INSETS = (14.4, 7.2)
"""Points between the sides of a placeholder and its text, and between its upper and lower edge."""
_GAP = 8.0
_TITLE_STYLE = "p:txStyles/p:titleStyle/a:lvl1pPr"
_LEAST_SHARE = 0.4
"""The share of a slide that has to be free below the title of a layout, or the title is moved."""


class Frame(NamedTuple):
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height


class Ground(NamedTuple):
    """The layout of our slides: where its title is and how large, and what is free below. `moves_title`: it was not."""

    layout: SlideLayout
    title: Frame
    title_size: float
    free: Frame
    moves_title: bool
    em: float

    @property
    def room(self) -> Room:
        """What there is for the title and below it."""
        sides, edges = _INSETS
        width, height = (self.title.width - sides) * EM / self.em, self.title.height - edges
        return Room(self.free.width, self.free.height, width, height, self.title_size, self.em)


_TITLE, _BODY = Frame(40, 32, 880, 68), Frame(40, 112, 880, 384)


def opened(look: Look) -> Presentation:
    """The template, or an empty presentation. Errors: `UnfitTemplate` for what is none that can be filled in."""
    import pptx

    if not look.template:
        return _empty()
    try:
        presentation = pptx.Presentation(BytesIO(look.template))
        main = presentation.part.content_type
        layouts = [layout for master in presentation.slide_masters for layout in master.slide_layouts]
    except Exception:  # the library raises errors of many classes for what is no presentation
        raise _unfit() from None
    if "macroEnabled" in main or not layouts:
        raise _unfit()
    if has_comments(look.template) or any(map(_is_spoken, presentation.slides)):
        raise with_remarks()
    return presentation


def _is_spoken(slide: Slide) -> bool:
    """Whether a slide has speaker notes."""
    notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return bool(notes and notes.text.strip())


def _unfit() -> UnfitTemplate:
    return UnfitTemplate(
        message("a pptx presentation with a layout and without macros"),
        message("save it as a presentation (.pptx) in your program for slides"),
    )


def _empty() -> Presentation:
    """The library's own presentation, made as wide as screens are and free of what its maker left in it."""
    import pptx
    from pptx.util import Pt

    presentation = pptx.Presentation()
    widened = _WIDTH * UNIT / (presentation.slide_width or 1)
    master = presentation.slide_master
    for holder in (master, *master.slide_layouts):
        for shape in holder.shapes:
            if shape.element.xpath("p:spPr/a:xfrm"):
                frame = Frame(
                    *(length / UNIT for length in (shape.left, shape.top, shape.width, shape.height))
                )
                put(shape, frame._replace(left=frame.left * widened, width=frame.width * widened))
    presentation.slide_width, presentation.slide_height = Pt(_WIDTH), Pt(_HEIGHT)
    for shape in master.placeholders:
        if place := {"title": _TITLE, "body": _BODY}.get(shape.element.ph_type.xml_value):
            put(shape, place)
    (style,) = master.element.xpath(_TITLE_STYLE)
    style.set("algn", "l")
    (letters,) = master.element.xpath(f"{_TITLE_STYLE}/a:defRPr")
    letters.set("sz", f"{_TITLE_SIZE * 100:.0f}")
    letters.set("b", "1")
    _forget(presentation.part, "printerSettings")
    _forget(presentation.part.package, "thumbnail")
    return presentation


def _forget(source: Any, kind: str) -> None:
    """Drop what a part is related to, and with it the part itself."""
    for key, relation in [*source._rels.items()]:  # no public name tells all of them
        if relation.reltype.endswith(kind):
            source._rels.pop(key)


def put(shape: Any, frame: Frame) -> None:
    """Put a shape in its place."""
    shape.left, shape.top = round(frame.left * UNIT), round(frame.top * UNIT)
    shape.width, shape.height = round(frame.width * UNIT), round(frame.height * UNIT)


def ground(presentation: Presentation, em: float) -> Ground:
    """The layout with a title alone; else the one with a title that holds least besides.

    `em` tells how wide its letters are taken to be.
    """
    layouts = [layout for master in presentation.slide_masters for layout in master.slide_layouts]
    layout = min(layouts, key=_distance)
    page = Frame(0, 0, (presentation.slide_width or 1) / UNIT, (presentation.slide_height or 1) / UNIT)
    usual = Frame(page.width * 0.05, page.height * 0.06, page.width * 0.9, page.height * 0.14)
    title = _frame(_title(layout)) or usual
    free = _free(layout, title, page)
    moves = free.height < _LEAST_SHARE * page.height
    if moves:
        title, free = usual, _free(layout, usual, page, by_body=False)
    return Ground(layout, title, _title_size(layout), free, moves or _title(layout) is None, em)


def _distance(layout: SlideLayout) -> tuple[bool, bool, bool, int]:
    """How far a layout is from one with a title alone."""
    kinds = [shape.element.ph_type.xml_value for shape in layout.iter_cloneable_placeholders()]
    return (
        layout.element.get("type") != "titleOnly",
        "title" not in kinds,
        "ctrTitle" not in kinds,
        len(kinds),
    )


def _title(holder: Any) -> Any:
    """The placeholder of the title of a layout or master; None where it has none."""
    kinds = ("title", "ctrTitle")
    return next((shape for shape in holder.placeholders if shape.element.ph_type.xml_value in kinds), None)


def _frame(shape: Any) -> Frame | None:
    """Where a placeholder is, by itself or by its master; None where neither tells."""
    if shape is None or shape.left is None or not shape.width or not shape.height:
        return None
    return Frame(*(length / UNIT for length in (shape.left, shape.top, shape.width, shape.height)))


def _free(layout: SlideLayout, title: Frame, page: Frame, *, by_body: bool = True) -> Frame:
    """What is free below the title: where the master has its texts, and above date, footer and number."""
    top, bottom = title.bottom + _GAP, page.height * 0.95
    left, width = title.left, title.width
    if by_body and (body := next(_frames(layout.slide_master, ("body",)), None)):
        left, width = body.left, body.width
        top, bottom = max(top, body.top), min(bottom, body.bottom)
    feet = [foot.top for foot in _frames(layout, ("dt", "ftr", "sldNum")) if foot.top > page.height / 2]
    bottom = min([bottom, *feet])
    return Frame(left, top, width, bottom - top)


def _frames(holder: Any, kinds: tuple[str, ...]) -> Iterator[Frame]:
    for shape in holder.placeholders:
        if shape.element.ph_type.xml_value in kinds and (frame := _frame(shape)):
            yield frame


def _title_size(layout: SlideLayout) -> float:
    """Points of the letters of titles: those of the layout, else of its master."""
    master = layout.slide_master
    own = "p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr/@sz"
    shapes = [shape for shape in (_title(layout), _title(master)) if shape is not None]
    found = [size for shape in shapes for size in shape.element.xpath(own)]
    found += master.element.xpath(f"{_TITLE_STYLE}/a:defRPr/@sz")
    return int(found[0]) / 100 if found else _USUAL_SIZE


def set_properties(presentation: Presentation, title: str) -> None:
    """The title, and nothing of whoever made the file or when."""
    properties = presentation.core_properties
    set_core_properties(properties, title)
    element: Any = properties._element  # dates have no public way to leave them out
    for date in element.xpath("dcterms:created | dcterms:modified"):
        element.remove(date)


def saved(presentation: Presentation) -> bytes:
    """The packed file."""
    file = BytesIO()
    presentation.save(file)
    return undated(file.getvalue())
