"""A table before anybody knows what its columns mean: cells at their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ka_terms.model.faults import Fault
from ka_terms.reading.problems.problem import Problem
from ka_terms.reading.problems.source import Mark, Source, problem_at
from ka_terms.reading.spreadsheet import Value
from ka_terms.text.columns import column_name

LARGEST = 20 * 2**20
"""Bytes of a table; a row has some 60."""
MOST_ROWS = 100_000
MOST_COLUMNS = 1_000


class Cell(NamedTuple):
    """A value and where it is: line and column of a text from 1, or row and column of a sheet."""

    value: Value
    line: int
    column: int
    fault: Fault | None = None
    """Why it has no value that can be read."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing can be seen in it."""
        return not self.fault and (
            self.value is None or (isinstance(self.value, str) and not self.value.strip())
        )


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """The rows of one table; `source` is its text, `sheet` the sheet of a workbook that it is."""

    name: str
    rows: tuple[Row, ...]
    source: Source | None = None
    sheet: str = ""

    def problem(self, cell: Cell, fault: Fault, path: str = "") -> Problem:
        """The problem of a cell, with its line, or under the name of the cell."""
        if self.source:
            return problem_at(Mark(self.source, cell.line, cell.column), fault)._replace(path=path)
        place = f"{self.sheet}!{column_name(cell.column - 1)}{cell.line}"
        return Problem(self.name, fault.or_as_expected(), f"{place} ({path})" if path else place)

    def filled(self) -> Iterator[Row]:
        """The rows that have something in them."""
        return (row for row in self.rows if not all(cell.is_blank for cell in row))
