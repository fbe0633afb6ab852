"""A printed page as elements of a docx document: one page of A4, in lines of fixed height."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ka_terms.presentation.numbers import write
from ka_terms.presentation.paper import Block, Paper, Paragraph, Section, Signatures, Tone, is_set_off
from ka_terms.presentation.renderers.documents.ooxml import element, letters
from ka_terms.presentation.renderers.documents.paper_colors import (
    GREY,
    HEAD,
    INK,
    OF_EMPHASIS,
    RED,
    RULE,
    SET_OFF,
)
from ka_terms.presentation.renderers.documents.paper_columns import (
    CONTENT,
    LABEL,
    PADDING,
    WIDTH,
    column_widths,
)
from ka_terms.presentation.renderers.documents.paper_size import (
    CELL,
    GAP,
    LINE,
    MIDDLE,
    SIDE,
    SIGNATURE,
    TITLE,
    paper_size,
    small_size,
    table_size,
)
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table

_LATIN, _CHINESE = "Arial", {"zh-Hans": "Microsoft YaHei", "zh-Hant": "Microsoft JhengHei"}
_INK, _GREY, _RED, _RULE, _HEAD, _SET_OFF = (
    color[1:].upper() for color in (INK, GREY, RED, RULE, HEAD, SET_OFF)
)
_COLORS = {emphasis: color[1:].upper() for emphasis, color in OF_EMPHASIS.items()}
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


class _Type(NamedTuple):
    """How a paragraph is set; sizes in points."""

    size: float
    bold: bool = False
    color: str = ""
    side: str = "left"
    before: float = 0
    after: float = 0


def paper_elements(report: Report, look: Look) -> Iterator[Any]:
    """The page of a report, which has one, from its banner to its small print."""
    paper = report.paper
    assert paper
    size = paper_size(paper, look)
    yield _head(report.internal, paper, size, look)
    yield _text("", _Type(3), look)
    yield _body(paper, size, look)
    small = _Type(size - 1.5, color=_GREY, before=2)
    yield from (_text(line, small, look) for line in paper.foot or ("",))


def _head(banner: str, paper: Paper, size: float, look: Look) -> Any:
    """Banner, title and corner beside each other, over a line."""
    side, middle = WIDTH * SIDE, WIDTH * MIDDLE
    cells = (
        ([_text(banner, _Type(size - 1, bold=True, color=_RED), look)], side),
        ([_text(paper.title, _Type(size * TITLE, bold=True, color=_INK, side="center"), look)], middle),
        ([_text(line, _Type(size, color=_GREY, side="right"), look) for line in paper.corner or ("",)], side),
    )
    row = element("w:tr", *(_cell(inner, width) for inner, width in cells))
    return _table([row], [width for _, width in cells], {"bottom": (12, _INK)})


def _body(paper: Paper, size: float, look: Look) -> Any:
    """The sections: label and content beside each other, in boxes or with a line between them."""
    rows = (_section(section, size, look, framed=paper.framed) for section in paper.sections)
    inner = {"insideH": (4, _RULE)}
    lines = dict.fromkeys(_SIDES, (6, _INK)) if paper.framed else inner
    return _table([*rows], [LABEL, WIDTH - LABEL], lines)


def _section(section: Section, size: float, look: Look, *, framed: bool) -> Any:
    label = _text(
        section.label, _Type(size, bold=True, color=_INK, side="center" if framed else "left", before=2), look
    )
    inner = [part for block in section.blocks for part in _block(block, size, look)]
    # A cell must end in a paragraph; one of a point's height is not seen.
    content = [*inner, _text("", _Type(1), look)]
    fill, middle = (_HEAD, True) if framed else ("", False)
    cells = _cell([label], LABEL, fill=fill, middle=middle), _cell(content, WIDTH - LABEL)
    return element("w:tr", element("w:trPr", element("w:cantSplit")), *cells)


def _block(block: Block, size: float, look: Look) -> Iterator[Any]:
    if isinstance(block, Signatures):
        yield _signatures(block, size, look)
    elif isinstance(block, Paragraph):
        yield _text(block.text, _type_of(block.tone, size), look)
    else:
        if block.title:
            yield _text(block.title, _type_of(Tone.HEADING, size), look)
        yield _figures(block, table_size(block, size, look), look)


def _type_of(tone: Tone, size: float) -> _Type:
    kinds = {
        Tone.LEAD: _Type(size, bold=True, before=2),
        Tone.BODY: _Type(size, before=1, after=1),
        Tone.HEADING: _Type(size, bold=True, color=_INK, before=GAP, after=1),
        Tone.SMALL: _Type(small_size(size), color=_GREY, before=1),
    }
    return kinds[tone]


def _figures(table: Table, size: float, look: Look) -> Any:
    """A table with lines between its rows alone; a column of strong cells has a ground of its own."""
    widths, right = column_widths(table, size, look), table.numeric
    set_off = [is_set_off(cells) for cells in table.cells_by_column]
    columns = [*zip(table.columns, right, set_off, widths, strict=True)]
    heads = (
        _cell(
            [_text(header, _Type(size, bold=True, color=_INK, side=_side(end)), look)],
            width,
            fill=_SET_OFF if is_off else _HEAD,
            bottom=True,
        )
        for header, end, is_off, width in columns
    )
    rows = [element("w:tr", element("w:trPr", element("w:tblHeader")), *heads)]
    first_total = len(table.rows) - table.total_rows
    for index, row in enumerate(table.rows):
        cells = (
            _cell(
                [_number(cell, size, look, end, index >= first_total)], width, fill=_SET_OFF if is_off else ""
            )
            for cell, (_, end, is_off, width) in zip(row, columns, strict=True)
        )
        rows.append(element("w:tr", element("w:trPr", element("w:cantSplit")), *cells))
    return _table(rows, widths, {"top": (8, _INK), "bottom": (8, _INK), "insideH": (4, _RULE)}, CELL / 2)


def _number(cell: Cell, size: float, look: Look, end: bool, is_total: bool) -> Any:
    bold = is_total or cell.emphasis is Emphasis.STRONG
    side = _side(end or cell.kind is not Kind.TEXT)
    return _text(write(cell, look.style), _Type(size, bold, _COLORS.get(cell.emphasis, ""), side), look)


def _side(is_number: bool) -> str:
    return "right" if is_number else "left"


def _signatures(block: Signatures, size: float, look: Look) -> Any:
    """Boxes: the role on top, room to sign, and the blank for the date at the foot."""
    width = CONTENT / len(block.roles)
    heads = (
        _cell([_text(role, _Type(size, bold=True, color=_INK, side="center"), look)], width, fill=_HEAD)
        for role in block.roles
    )
    blank = _Type(size - 1.5, color=_GREY, side="right")
    boxes = (_cell([_text(block.blank, blank, look)], width, bottom_aligned=True) for _ in block.roles)
    height = element("w:trPr", element("w:trHeight", val=_twips(SIGNATURE), hRule="exact"))
    rows = [element("w:tr", *heads), element("w:tr", height, *boxes)]
    return _table(rows, [width] * len(block.roles), dict.fromkeys(_SIDES, (4, _RULE)))


def _table(
    rows: Sequence[Any], widths: Sequence[float], lines: dict[str, tuple[int, str]], above: float = 0
) -> Any:
    """A table of fixed widths in points; `lines` are its borders by side: eighths of a point, and colour.

    `above` are the points above and below the text of every cell.
    """
    borders = (
        element(f"w:{side}", val="single", sz=str(lines[side][0]), color=lines[side][1])
        for side in _SIDES
        if side in lines
    )
    around, beside = _twips(above), _twips(PADDING / 2)
    margins = (("top", around), ("left", beside), ("bottom", around), ("right", beside))
    properties = element(
        "w:tblPr",
        element("w:tblW", w=_twips(sum(widths)), type="dxa"),
        element("w:tblBorders", *borders),
        element("w:tblLayout", type="fixed"),
        element("w:tblCellMar", *(element(f"w:{side}", w=w, type="dxa") for side, w in margins)),
    )
    grid = element("w:tblGrid", *(element("w:gridCol", w=_twips(width)) for width in widths))
    return element("w:tbl", properties, grid, *rows)


def _cell(
    inner: Sequence[Any],
    width: float,
    *,
    fill: str = "",
    bottom: bool = False,
    middle: bool = False,
    bottom_aligned: bool = False,
) -> Any:
    line = element("w:tcBorders", element("w:bottom", val="single", sz="8", color=_INK))
    align = "center" if middle else "bottom" if bottom or bottom_aligned else ""
    properties = element(
        "w:tcPr",
        element("w:tcW", w=_twips(width), type="dxa"),
        *([line] if bottom else []),
        *([element("w:shd", val="clear", color="auto", fill=fill)] if fill else []),
        *([element("w:vAlign", val=align)] if align else []),
    )
    return element("w:tc", properties, *inner)


def _text(text: str, kind: _Type, look: Look) -> Any:
    spacing = element(
        "w:spacing",
        before=_twips(kind.before),
        after=_twips(kind.after),
        line=_twips(kind.size * LINE),
        lineRule="exact",
    )
    properties = element("w:pPr", spacing, element("w:jc", val=kind.side))
    return element("w:p", properties, *_runs(text, kind, look))


def _runs(text: str, kind: _Type, look: Look) -> Iterator[Any]:
    """The lines of a text, in the fonts of both scripts."""
    chinese = _CHINESE.get(look.language, _CHINESE["zh-Hans"])
    for index, line in enumerate(text.split("\n")):
        fonts = element("w:rFonts", ascii=_LATIN, hAnsi=_LATIN, eastAsia=chinese, cs=_LATIN)
        bold = [element("w:b")] if kind.bold else []
        color = [element("w:color", val=kind.color)] if kind.color else []
        content = letters(line, signs_stay=kind.side != "right")
        breaks = [element("w:br")] if index else []
        size = element("w:sz", val=f"{round(kind.size * 2)}")
        yield element("w:r", element("w:rPr", fonts, *bold, *color, size), *breaks, *content)


def _twips(points: float) -> str:
    """Twentieths of a point."""
    return f"{round(points * 20)}"
