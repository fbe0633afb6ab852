"""A table as slides have one: native, so that its cells can be edited and copied."""

from __future__ import annotations

from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.slides.grids import PADDING, Grid, GridCell, GridRow
from ka_terms.presentation.renderers.slides.markup import UNIT, Style, element, fill, paragraph, rooted
from ka_terms.presentation.renderers.slides.texts import EM, INSET
from ka_terms.presentation.table import Emphasis

_COLORS = {Emphasis.MUTED: "767676", Emphasis.GOOD: "1A7F37", Emphasis.BAD: "B42318"}
_ON_ANY = {Emphasis.GOOD: "1E9550", Emphasis.BAD: "E0483B"}
"""Colours that are read on the dark background of a template as well."""
_BAR = "0072B2"
_HAIR, _TOTAL, _HEADER = ("BFBFBF", 0.5), ("tx1", 1.0), ("accent1", 1.5)
"""Colour and points of the lines below a row, above the totals and below the header: a grey that is seen on light and
dark, the colour of the theme's texts, and the house's own."""


def markup(grid: Grid, look: Look) -> str:
    """The table. It has no style of the program's own and no filled cells: it is to be read on any background."""
    columns = (element("a:gridCol", w=round(width * UNIT)) for width in grid.widths)
    below = [_line("a:lnB", *(_TOTAL if row.is_first_total else _HAIR)) for row in grid.rows[1:]]
    rows = (
        _row(row, grid.size, look, line)
        for row, line in zip(grid.rows, [*below, _line("a:lnB")], strict=False)
    )
    head = _row(grid.header, grid.size, look, _line("a:lnB", *_HEADER), anchor="b")
    return rooted("a:tbl", element("a:tblPr", firstRow=1), element("a:tblGrid", *columns), head, *rows)


def _row(row: GridRow, size: float, look: Look, below: str, anchor: str = "ctr") -> str:
    cells = (_cell(cell, size, look, below, anchor) for cell in row.cells)
    return element("a:tr", *cells, h=round(row.height * UNIT))


def _cell(cell: GridCell, size: float, look: Look, below: str, anchor: str) -> str:
    color = (_ON_ANY if look.template else _COLORS).get(cell.emphasis, _BAR if cell.is_bar else "")
    style = Style(size, cell.bold, color, cell.right, is_bar=cell.is_bar)
    side, edge = round(min(size * EM * 0.9, INSET) * UNIT), round(PADDING * UNIT)
    places = {"marL": side, "marR": side, "marT": edge, "marB": edge, "anchor": anchor}
    lines = (_line("a:lnL"), _line("a:lnR"), _line("a:lnT"), below)
    body = element("a:txBody", "<a:bodyPr/>", "<a:lstStyle/>", paragraph(cell.text, style, look))
    return element("a:tc", body, element("a:tcPr", *lines, "<a:noFill/>", **places))


def _line(name: str, color: str = "", width: float = 0) -> str:
    if not color:
        return element(name, "<a:noFill/>", w=0)
    return element(name, fill(color), w=round(width * UNIT))
