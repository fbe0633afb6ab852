"""The report as a document for word processors: sentences, native tables, notes; in a template where one is given.

python-docx opens and packs the document. Its fonts reach Latin letters alone: the font of Chinese is set by hand, on
every run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from ka_terms.presentation.bars import BAR_FONT, bar_columns
from ka_terms.presentation.numbers import write
from ka_terms.presentation.renderers.documents.columns import widths_in
from ka_terms.presentation.renderers.documents.ooxml import element as _element
from ka_terms.presentation.renderers.documents.ooxml import letters
from ka_terms.presentation.renderers.documents.page import on_page
from ka_terms.presentation.renderers.documents.paper_columns import MARGIN
from ka_terms.presentation.renderers.documents.paper_docx import paper_elements
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.template import (
    UnfitTemplate,
    has_comments,
    set_core_properties,
    with_remarks,
)
from ka_terms.presentation.table import Emphasis, Kind, Report, Table
from ka_terms.text.messages import message

if TYPE_CHECKING:
    from docx.document import Document

MARKER = "[ka-terms]"
"""The paragraph of a template in whose place the report comes."""
_LATIN, _CHINESE = "Arial", {"zh-Hans": "Microsoft YaHei", "zh-Hant": "Microsoft JhengHei"}
_COLORS = {Emphasis.MUTED: "767676", Emphasis.GOOD: "1A7F37", Emphasis.BAD: "B42318"}
_BODY, _TITLE = 10.5, 12.0
_MARGIN, _SHORT, _LONG = 1134, 11906, 16838
"""Two centimetres, and the sides of A4, in twentieths of a point."""
_PAPER_MARGIN = 20 * MARGIN
_OF_TWENTIETH = 635
"""Units of the library in a twentieth of a point."""
_MOST_UPRIGHT = 8
"""Columns beyond which the page is laid on its side."""


class _Style(NamedTuple):
    size: float = _BODY
    bold: bool = False
    color: str = ""
    right: bool = False
    before: int = 4
    """Points above the paragraph."""
    is_bar: bool = False


def render(report: Report, look: Look) -> bytes:
    """The document. Errors: `UnfitTemplate`."""
    document, marker = _opened(look.template)
    body = document.element.body
    if marker is None:
        is_wide = not report.paper and any(len(table.columns) > _MOST_UPRIGHT for table in report.tables)
        _set_page(document, wide=is_wide, margin=_PAPER_MARGIN if report.paper else _MARGIN)
    elements = paper_elements(report, look) if report.paper else _elements(report, look, _room(document))
    for element in elements:
        if marker is None:
            body.insert(len(body) - 1, element)  # before what tells of the page
        else:
            marker.addprevious(element)
    if marker is not None:
        marker.getparent().remove(marker)
    set_core_properties(document.core_properties, report.title)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _opened(template: bytes) -> tuple[Document, Any]:
    """An empty document, or the template with the paragraph that the report replaces."""
    import docx

    if not template:
        document = docx.Document()
        return document, None
    try:
        document = docx.Document(BytesIO(template))
    except Exception:  # the library raises errors of many classes for what is no document
        raise _unfit() from None
    found = [paragraph._p for paragraph in document.paragraphs if paragraph.text.strip() == MARKER]
    if len(found) != 1:
        raise _unfit()
    if has_comments(template) or document.element.xpath("//w:ins | //w:del"):
        raise with_remarks()
    return document, found[0]


def _unfit() -> UnfitTemplate:
    """The refusal of what is no document, or has no one paragraph for the report."""
    return UnfitTemplate(
        message("a docx document with one paragraph {marker}", marker=MARKER),
        message("write {marker} into a paragraph of its own", marker=MARKER),
    )


def _elements(report: Report, look: Look, room: int) -> Iterator[Any]:
    if report.internal:
        yield _paragraph(report.internal, _Style(bold=True, color=_COLORS[Emphasis.BAD]), look)
    for sentence in report.headline:
        yield _paragraph(sentence, _Style(_TITLE, bold=True), look)
    for table in report.tables:
        if table.title:
            yield _paragraph(table.title, _Style(_BODY, bold=True, before=12), look)
        if table.columns:
            size, parts = on_page(table, look)
            for part in parts:
                yield _table(part, size, look, room)
                yield _paragraph("", _Style(before=0), look)
    for note in report.notes:
        yield _paragraph(note, _Style(9, color="595959"), look)


def _paragraph(text: str, style: _Style, look: Look) -> Any:
    spacing = _element("w:spacing", before=str(style.before * 20), after="0")
    side = [_element("w:jc", val="right")] if style.right else []
    return _element("w:p", _element("w:pPr", spacing, *side), *_runs(text, style, look))


def _runs(text: str, style: _Style, look: Look) -> Iterator[Any]:
    """The lines of a text, in the fonts of both scripts."""
    for at, line in enumerate(text.split("\n")):
        chinese = _CHINESE.get(look.language, _CHINESE["zh-Hans"])
        latin, chinese = (BAR_FONT, BAR_FONT) if style.is_bar else (_LATIN, chinese)
        fonts = _element("w:rFonts", ascii=latin, hAnsi=latin, eastAsia=chinese, cs=latin)
        bold = [_element("w:b")] if style.bold else []
        color = [_element("w:color", val=style.color)] if style.color else []
        size = _element("w:sz", val=f"{int(style.size * 2)}")
        content = letters(line, signs_stay=not style.right)
        breaks = [_element("w:br")] if at else []
        yield _element("w:r", _element("w:rPr", fonts, *bold, *color, size), *breaks, *content)


def _table(table: Table, size: float, look: Look, room: int) -> Any:
    """A native table; its header is repeated on every page, and no row is split between two."""
    lines = (
        _element(f"w:{side}", val="single", sz="4", color="BFBFBF")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    properties = _element("w:tblPr", _element("w:tblW", w="0", type="auto"), _element("w:tblBorders", *lines))
    size, widths = widths_in(room, table, size, look)
    grid = _element("w:tblGrid", *(_element("w:gridCol", w=f"{width}") for width in widths))
    right, bars = table.numeric, bar_columns(table)
    head = [_Style(size, bold=True, right=end, before=1) for end in right]
    rows = [_row(table.columns, head, widths, look, is_header=True)]
    first_total = len(table.rows) - table.total_rows
    for at, row in enumerate(table.rows):
        styles = [
            _Style(
                size,
                bold=cell.emphasis is Emphasis.STRONG or at >= first_total,
                color=_COLORS.get(cell.emphasis, ""),
                right=end or cell.kind is not Kind.TEXT,
                before=1,
                is_bar=is_bar,
            )
            for cell, end, is_bar in zip(row, right, bars, strict=True)
        ]
        rows.append(_row([write(cell, look.style) for cell in row], styles, widths, look))
    return _element("w:tbl", properties, grid, *rows)


def _row(
    texts: Sequence[str],
    styles: Sequence[_Style],
    widths: Sequence[int],
    look: Look,
    *,
    is_header: bool = False,
) -> Any:
    repeated = [_element("w:tblHeader")] if is_header else []
    cells = []
    for text, style, width in zip(texts, styles, widths, strict=True):
        shade = [_element("w:shd", val="clear", color="auto", fill="F0F0F0")] if is_header else []
        whole = [_element("w:noWrap")] if style.right and not is_header else []
        properties = _element("w:tcPr", _element("w:tcW", w=f"{width}", type="dxa"), *shade, *whole)
        cells.append(_element("w:tc", properties, _paragraph(text, style, look)))
    return _element("w:tr", _element("w:trPr", _element("w:cantSplit"), *repeated), *cells)


def _room(document: Document) -> int:
    """Twentieths of a point between the margins of the narrowest page."""
    pages = document.sections
    widths = [(page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0) for page in pages]
    return min(widths) // _OF_TWENTIETH


def _set_page(document: Document, *, wide: bool, margin: int = _MARGIN) -> None:
    """A4 with margins in twentieths of a point, on its side for wide tables."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Twips

    section = document.sections[0]
    width, height = (_LONG, _SHORT) if wide else (_SHORT, _LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(width), Twips(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Twips(margin)
