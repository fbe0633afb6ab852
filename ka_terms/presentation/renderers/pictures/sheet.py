"""A printed page as a picture: the same page of A4 as in documents, to look at on a phone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from ka_terms.presentation.numbers import write
from ka_terms.presentation.paper import Block, Paper, Paragraph, Section, Signatures, Tone, is_set_off
from ka_terms.presentation.renderers.documents.paper_colors import (
    GREY,
    HEAD,
    INK,
    OF_EMPHASIS,
    RED,
    RULE,
    SET_OFF,
    TEXT,
)
from ka_terms.presentation.renderers.documents.paper_columns import (
    CONTENT,
    LABEL,
    MARGIN,
    PADDING,
    WIDTH,
    column_widths,
)
from ka_terms.presentation.renderers.documents.paper_size import (
    CELL,
    GAP,
    HEIGHT,
    LINE,
    MIDDLE,
    SIDE,
    SIGNATURE,
    TITLE,
    paper_size,
    small_size,
    table_size,
)
from ka_terms.presentation.renderers.pictures.fonts import Fonts
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.table import Cell, Emphasis, Kind, Table
from ka_terms.text.width import text_width
from ka_terms.text.wrap import wrap

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_POINTS = 72
"""An inch."""
_RIGHT = MARGIN + WIDTH
_BESIDE = MARGIN + LABEL + 6
"""Where what stands beside a label begins."""
_ABOVE = _SECTION_BELOW = 3.0


class _Type(NamedTuple):
    """How a text is set; sizes in points, `side` is left, center or right."""

    size: float
    bold: bool = False
    color: str = TEXT
    side: str = "left"


class _Pen:
    """Collects what is to be drawn, in points from the top left of the page, and measures texts."""

    def __init__(self, fonts: Fonts) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.fonts = fonts
        self.drawn: list[Callable[[Any], object]] = []
        canvas: Any = FigureCanvasAgg(Figure(dpi=_POINTS))
        self._measure = canvas.get_renderer()

    def lines(self, text: str, width: float, kind: _Type) -> list[str]:
        """The lines of a text, none of them wider than that."""
        shown = self.fonts.shown(text)
        return [line for part in shown.split("\n") for line in self._fitted(part, width, kind)]

    def write(self, lines: Sequence[str], at: tuple[float, float], width: float, kind: _Type) -> float:
        """Write lines within a width; return the height they take."""
        x, y = at
        place = {"left": x, "center": x + width / 2, "right": x + width}[kind.side]
        for index, line in enumerate(lines):
            self._text(line, place, y + (index + 0.5) * kind.size * LINE, kind)
        return len(lines) * kind.size * LINE

    def rule(self, x: float, y: float, width: float, kind: tuple[str, float]) -> None:
        """Draw a level line of a colour, so many points thick."""
        color, thick = kind
        self.drawn.append(lambda axes: axes.plot([x, x + width], [y, y], color=color, linewidth=thick))

    def box(self, at: tuple[float, float], size: tuple[float, float], ground: str, edge: str = "") -> None:
        """Draw a box below what is drawn later."""
        from matplotlib.patches import Rectangle

        self.drawn.append(
            lambda axes: axes.add_patch(
                Rectangle(at, *size, facecolor=ground, edgecolor=edge or ground, linewidth=0.5)
            )
        )

    def _text(self, line: str, x: float, y: float, kind: _Type) -> None:
        weight = "bold" if kind.bold else "normal"
        self.drawn.append(
            lambda axes: axes.text(
                *(x, y, line),
                fontsize=kind.size,
                color=kind.color,
                fontweight=weight,
                ha=kind.side,
                va="center_baseline",
            )
        )

    def _fitted(self, text: str, width: float, kind: _Type) -> list[str]:
        columns = max(text_width(text), 1)
        while columns > 1:
            lines = wrap(text, columns)
            widest = max((self._width(line, kind) for line in lines), default=0)
            if widest <= width:
                return lines
            columns = min(columns - 1, int(columns * width / widest) + 1)
        return wrap(text, columns)

    def _width(self, line: str, kind: _Type) -> float:
        from matplotlib.font_manager import FontProperties

        font = FontProperties(
            family=self.fonts.families, size=kind.size, weight="bold" if kind.bold else "normal"
        )
        return float(self._measure.get_text_width_height_descent(line, font, ismath=False)[0])


def sheet(banner: str, paper: Paper, look: Look, fonts: Fonts) -> Figure:
    """The page on white; longer than A4 only where letters of the least size do not fit."""
    from matplotlib.figure import Figure

    size = paper_size(paper, look)
    pen = _Pen(fonts)
    y = _head(pen, banner, paper, size)
    for section in paper.sections:
        y = _section(pen, section, y, (size, look, paper.framed))
    small = _Type(size - 1.5, color=GREY)
    for line in paper.foot:
        y += 2 + pen.write(pen.lines(line, WIDTH, small), (MARGIN, y + 2), WIDTH, small)
    wide, high = WIDTH + 2 * MARGIN, max(y + MARGIN, HEIGHT + 2 * MARGIN)
    figure = Figure((wide / _POINTS, high / _POINTS), facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, wide), ylim=(high, 0))
    axes.set_axis_off()
    for draw in pen.drawn:
        draw(axes)
    return figure


def _head(pen: _Pen, banner: str, paper: Paper, size: float) -> float:
    """Banner, title and corner beside each other, over a line; return where the rest begins."""
    at, height = float(MARGIN), 0.0
    parts = (
        (banner, SIDE, _Type(size - 1, bold=True, color=RED)),
        (paper.title, MIDDLE, _Type(size * TITLE, bold=True, color=INK, side="center")),
        ("\n".join(paper.corner), SIDE, _Type(size, color=GREY, side="right")),
    )
    for text, share, kind in parts:
        width = share * WIDTH
        height = max(height, pen.write(pen.lines(text, width, kind), (at, MARGIN), width, kind))
        at += width
    bottom = MARGIN + height + 2
    pen.rule(MARGIN, bottom, WIDTH, (INK, 1.5))
    return bottom + 3


def _section(pen: _Pen, section: Section, top: float, setting: tuple[float, Look, bool]) -> float:
    """A label and what stands beside it; return where the next one begins."""
    size, look, framed = setting
    ground = len(pen.drawn)
    label = _Type(size, bold=True, color=INK, side="center" if framed else "left")
    names = pen.lines(section.label, LABEL - 6, label)
    lowest = top + _ABOVE + pen.write(names, (MARGIN + 3, top + _ABOVE), LABEL - 6, label)
    y = top + _ABOVE
    for block in section.blocks:
        y = _block(pen, block, y, (size, look))
    bottom = max(y, lowest) + _SECTION_BELOW
    if framed:
        drawn, pen.drawn[ground:] = pen.drawn[ground:], []
        pen.box((MARGIN, top), (LABEL, bottom - top), HEAD, INK)
        pen.box((MARGIN + LABEL, top), (WIDTH - LABEL, bottom - top), "none", INK)
        pen.drawn += drawn
    else:
        pen.rule(MARGIN, bottom, WIDTH, (RULE, 0.5))
    return bottom


def _block(pen: _Pen, block: Block, y: float, setting: tuple[float, Look]) -> float:
    size, look = setting
    if isinstance(block, Signatures):
        return _signatures(pen, block, y, size)
    if isinstance(block, Paragraph):
        return _paragraph(pen, block, y, size)
    if block.title:
        y = _paragraph(pen, Paragraph(block.title, Tone.HEADING), y, size)
    return _table(pen, block, y, (table_size(block, size, look), look))


def _paragraph(pen: _Pen, block: Paragraph, y: float, size: float) -> float:
    kinds = {
        Tone.LEAD: _Type(size, bold=True),
        Tone.BODY: _Type(size),
        Tone.HEADING: _Type(size, bold=True, color=INK),
        Tone.SMALL: _Type(small_size(size), color=GREY),
    }
    kind = kinds[block.tone]
    y += GAP if block.tone is Tone.HEADING else 1
    return y + pen.write(pen.lines(block.text, CONTENT, kind), (_BESIDE, y), CONTENT, kind) + 1


def _table(pen: _Pen, table: Table, top: float, setting: tuple[float, Look]) -> float:
    """A table with lines between its rows alone; a column of strong cells has a ground of its own."""
    size, look = setting
    widths = column_widths(table, size, look)
    starts = [_BESIDE + start for start in accumulate(widths[:-1], initial=0.0)]
    set_off = [is_set_off(cells) for cells in table.cells_by_column]
    grounds = [SET_OFF if is_off else HEAD for is_off in set_off]
    heads = [
        (header, _Type(size, bold=True, color=INK, side="right" if end else "left"))
        for header, end in zip(table.columns, table.numeric, strict=True)
    ]
    columns = [*zip(starts, widths, strict=True)]
    y = _row(pen, heads, columns, (top, grounds, True))
    pen.rule(_BESIDE, top, CONTENT, (INK, 1))
    pen.rule(_BESIDE, y, CONTENT, (INK, 1))
    first_total = len(table.rows) - table.total_rows
    grounds = [SET_OFF if is_off else "" for is_off in set_off]
    for index, row in enumerate(table.rows):
        cells = [
            _written(cell, look, (size, end, index >= first_total))
            for cell, end in zip(row, table.numeric, strict=True)
        ]
        y = _row(pen, cells, columns, (y, grounds, False))
        pen.rule(_BESIDE, y, CONTENT, (RULE, 0.5))
    pen.rule(_BESIDE, y, CONTENT, (INK, 1))
    return y + GAP


def _written(cell: Cell, look: Look, place: tuple[float, bool, bool]) -> tuple[str, _Type]:
    """The text of a cell, and how it is set."""
    size, end, is_total = place
    bold = is_total or cell.emphasis is Emphasis.STRONG
    side = "right" if end or cell.kind is not Kind.TEXT else "left"
    return write(cell, look.style), _Type(size, bold, OF_EMPHASIS.get(cell.emphasis, TEXT), side)


def _row(
    pen: _Pen,
    cells: Sequence[tuple[str, _Type]],
    columns: Sequence[tuple[float, float]],
    place: tuple[float, Sequence[str], bool],
) -> float:
    """One row on its grounds; texts stand at its top, those of headers at its bottom. Return where it ends."""
    top, grounds, at_bottom = place
    texts = [
        pen.lines(text, width - PADDING, kind)
        for (text, kind), (_, width) in zip(cells, columns, strict=True)
    ]
    line = cells[0][1].size * LINE
    most = max(map(len, texts))
    height = most * line + CELL
    for ground, (x, width) in zip(grounds, columns, strict=True):
        if ground:
            pen.box((x, top), (width, height), ground)
    for lines, (_, kind), (x, width) in zip(texts, cells, columns, strict=True):
        y = top + CELL / 2 + ((most - len(lines)) * line if at_bottom else 0)
        pen.write(lines, (x + PADDING / 2, y), width - PADDING, kind)
    return top + height


def _signatures(pen: _Pen, block: Signatures, top: float, size: float) -> float:
    """Boxes side by side, each under its role."""
    width = CONTENT / max(len(block.roles), 1)
    role, blank = (
        _Type(size, bold=True, color=INK, side="center"),
        _Type(size - 1.5, color=GREY, side="right"),
    )
    high = size * LINE
    for at, name in enumerate(block.roles):
        x = _BESIDE + at * width
        pen.box((x, top), (width, high), HEAD, RULE)
        pen.box((x, top + high), (width, SIGNATURE), "none", RULE)
        pen.write(pen.lines(name, width, role)[:1], (x, top), width, role)
        foot = pen.lines(block.blank, width - 6, blank)
        pen.write(foot, (x + 3, top + high + SIGNATURE - len(foot) * blank.size * LINE), width - 6, blank)
    return top + high + SIGNATURE + GAP
