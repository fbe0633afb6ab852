"""The sheets of a workbook as tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from ka_terms.model.faults import Fault, quoted
from ka_terms.reading.spreadsheet import Page, Place, broken_cells, read_pages
from ka_terms.reading.tables.table import Cell, Row, Table
from ka_terms.text.messages import message


class Sheet(NamedTuple):
    """One sheet, whose cells are made as they are asked for."""

    page: Page
    broken: Mapping[Place, str]
    """What each formula without a value shows."""

    @property
    def title(self) -> str:
        """What the sheet is called."""
        return self.page.name

    def filled(self) -> Iterator[Row]:
        """The rows that have something in them."""
        return (row for row in self._rows() if not all(cell.is_blank for cell in row))

    def table(self, name: str) -> Table:
        """All of it."""
        return Table(name, tuple(self._rows()), sheet=self.title)

    def _rows(self) -> Iterator[Row]:
        for line, row in enumerate(self.page.rows, 1):
            yield tuple(
                Cell(value, line, column, self._fault((line, column))) for column, value in enumerate(row, 1)
            )

    def _fault(self, place: Place) -> Fault | None:
        shown = self.broken.get(place)
        if shown is None:
            return None
        if not shown:
            found = message("a formula that was never calculated")
            mend = message("open the workbook in a spreadsheet program, and save it")
            return Fault(found, message("its value"), mend)
        return Fault(quoted(shown), message("a value"), message("correct the formula, or write the value"))


def sheets_of(path: Path, name: str) -> list[Sheet]:
    """Every sheet that has something in it. Errors: `ReadError` for what is no workbook."""
    broken = broken_cells(path, name)
    sheets = (Sheet(page, broken.get(page.name, {})) for page in read_pages(path, name))
    return [sheet for sheet in sheets if next(sheet.filled(), None)]
