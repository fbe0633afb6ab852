"""A printed page: its letters, and the columns of its tables."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from ka_terms.presentation.numbers import write
from ka_terms.presentation.renderers.documents.paper_columns import CONTENT, PADDING, column_widths
from ka_terms.presentation.renderers.documents.paper_size import table_size
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.table import Cell, Kind, Table, text
from tests.examples import examples
from tests.presentation.test_renderers import tables

LOOK = Look()
IN_ARIAL = {
    ",": 0.278,
    ".": 0.278,
    " ": 0.278,
    "-": 0.333,
    "%": 0.889,
    "+": 0.584,
    "p": 0.556,
    "t": 0.278,
    "s": 0.5,
}
"""Shares of the size of what numbers are written with; a digit is 0.556."""


def widest_number(table: Table, column: int) -> float:
    """Of the numbers of a column, in Arial at a size of 1."""
    written = (
        write(cell, LOOK.style) for cell in table.cells_by_column[column] if cell.kind is not Kind.TEXT
    )
    return max((sum(IN_ARIAL.get(character, 0.556) for character in one) for one in written), default=0)


@examples(100)
@given(tables())
def test_no_column_is_narrower_than_its_numbers(table: Table) -> None:
    if not table.columns:
        return
    size = table_size(table, 11, LOOK)
    widths = column_widths(table, size, LOOK)
    assert sum(widths) == pytest.approx(CONTENT)
    assert min(widths) > 0
    if size > 3:
        assert [
            column
            for column, width in enumerate(widths)
            if width - PADDING < widest_number(table, column) * size - 0.01
        ] == []


def test_short_numbers_of_wide_letters_are_not_broken() -> None:
    """A percent sign is much wider than a digit."""
    amounts = [Cell(Decimal(104_000_000), Kind.MONEY)] * 6
    row = (text("T0: rate"), Cell(Decimal("0.006"), Kind.RATIO), *amounts)
    table = Table(("Step", "New", *["A long header of many words"] * 6), (row,))
    size = table_size(table, 11, LOOK)
    width = column_widths(table, size, LOOK)[1]
    assert width - PADDING >= size * (3 * 0.556 + 0.278 + 0.889)
    assert size > 8
