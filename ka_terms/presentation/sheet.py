"""A workbook before it is a file: sheets of typed cells, of which some are inputs and most are formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from ka_terms.presentation.table import Kind
from ka_terms.text.columns import column_name
from ka_terms.text.safe import visible

LONGEST_NAME = 31
"""Characters that spreadsheets allow in the name of a sheet."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


class Role(Enum):
    """What a cell is for, and so how it looks and whether it may be edited."""

    PLAIN = "plain"
    TITLE = "title"
    BANNER = "banner"
    """A warning over the whole sheet, such as that it is internal."""
    NOTE = "note"
    SECTION = "section"
    HEADER = "header"
    INPUT = "input"
    """The only cells that may be edited."""
    MUTED = "muted"
    TOTAL = "total"


class Place(NamedTuple):
    """A cell of a workbook: the name of its sheet, its row and its column, both from 0; or a run of cells below it."""

    sheet: str
    row: int
    column: int
    last_row: int | None = None

    def seen_from(self, sheet: str) -> str:
        """The reference to it in a formula of some sheet: `$B$12`, `'2003'!$B$12`, `$B$12:$B$20`."""
        column = column_name(self.column)
        cell = f"${column}${self.row + 1}"
        if self.last_row is not None:
            cell = f"{cell}:${column}${self.last_row + 1}"
        if self.sheet == sheet:
            return cell
        quoted = self.sheet.replace("'", "''")
        return f"'{quoted}'!{cell}"


class SheetCell(NamedTuple):
    """One cell. `value` is what it holds, or what its formula comes to; None is blank, or n/a of a formula.

    `formula` is without its equals sign. `choices` are the only values that an input takes, none
    for a number; `error` is what is said of any other,
    nothing where any other may be written too. `choices_at` is where a long list of choices stands.
    """

    value: str | Decimal | int | None = None
    kind: Kind = Kind.TEXT
    formula: str = ""
    role: Role = Role.PLAIN
    signed: bool = False
    choices: tuple[str, ...] = ()
    error: str = ""
    choices_at: Place | None = None
    stated: bool = False
    """Whether a file states the number: all its digits are shown."""


class ChartForm(Enum):
    """The charts that spreadsheets have by themselves, as far as they are used."""

    COLUMN = "column"
    STACKED = "stacked column"
    BAR = "bar"
    """Horizontal bars, the first category on top."""
    LINE = "line"
    """Lines through points, of which both coordinates are numbers."""


class Stroke(Enum):
    """How a series of lines is drawn."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    MIXED = "mixed"
    """Dashes and dots in turn."""
    MARK = "mark"
    """A thin line through three points, of which the second bears the name of the series."""
    DOTS = "dots"
    """Its points alone."""


class ChartSeries(NamedTuple):
    """Cells as one series: where its name stands, its categories or places, and its values.

    `color` is one such as `#0072b2`; a series without is not seen, and others stand upon it. `label` is the number
    format of the values beside their bars, nothing for none. `is_named`: it stands in the legend.
    """

    name: Place
    along: Place
    values: Place
    color: str = ""
    stroke: Stroke = Stroke.SOLID
    label: str = ""
    is_named: bool = True


class ChartAxis(NamedTuple):
    """An axis: where what it measures stands, its number format, its ends and the step between two numbers.

    Without a step it is left to the spreadsheet.
    """

    title: Place | None = None
    code: str = ""
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    step: Decimal | None = None


class SheetChart(NamedTuple):
    """A chart over cells of a sheet. `row` is where it begins; `gap` is what is between bars, in percent of one.

    `stands_on` is the value at which bars begin. `are_upon` tells that the bars of a category lie upon each other.
    """

    form: ChartForm
    title: Place
    along: ChartAxis
    across: ChartAxis
    series: tuple[ChartSeries, ...]
    row: int
    height: int
    """In pixels."""
    gap: int = 50
    stands_on: Decimal | None = None
    are_upon: bool = False


@dataclass
class Sheet:
    """Cells by row and column, both from 0."""

    name: str
    widths: tuple[int, ...]
    """Characters that each column has room for."""
    cells: dict[tuple[int, int], SheetCell] = field(default_factory=dict)
    frozen: tuple[int, int] = (0, 0)
    """The rows and the columns that stay in sight."""
    height: int = 0
    """Rows that are taken."""
    is_protected: bool = False
    """Whether nothing but inputs may be edited."""
    charts: list[SheetChart] = field(default_factory=list)

    def add(self, *cells: SheetCell | None) -> int:
        """Add a row, of which None leaves a cell blank. Returns its place."""
        row = self.height
        self.height += 1
        for column, cell in enumerate(cells):
            if cell is not None:
                self.cells[row, column] = cell
        return row

    def place(self, row: int, column: int) -> Place:
        return Place(self.name, row, column)

    def range(self, column: int, first: int, last: int) -> Place:
        """The cells of a column from one row to another."""
        return Place(self.name, first, column, last)

    def freeze(self, columns: int = 1) -> None:
        """Keep the rows so far and the first columns in sight."""
        self.frozen = (self.height, columns)


class Workbook(NamedTuple):
    """Sheets in their order, and what the file tells of itself: its title, and further properties by name."""

    sheets: tuple[Sheet, ...]
    title: str
    properties: Mapping[str, str] = {}


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names that spreadsheets take, in place of any text: without their signs, short, each once in any case."""
    names: list[str] = []
    # `History` is the name of a sheet of their own.
    taken = {"history"}
    for text in wanted:
        plain = " ".join(_NOT_IN_NAMES.sub(" ", visible(text)).split())
        name, number = _cut(plain, LONGEST_NAME), 1
        while name.casefold() in taken:
            number += 1
            end = f" ({number})"
            name = f"{_cut(plain, LONGEST_NAME - len(end))}{end}"
        taken.add(name.casefold())
        names.append(name)
    return names


def _cut(text: str, most: int) -> str:
    """The beginning of a text, in the units that spreadsheets count, without signs that no name begins or ends with."""
    units = text.encode("utf-16-le")[: 2 * most]
    return units.decode("utf-16-le", errors="ignore").strip("' ") or "-"
