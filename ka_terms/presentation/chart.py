"""The one neutral chart that stands beside the tables of a report and that every drawing renderer reads.

A chart holds typed raw values, as a table does: how a number is written is decided in `numbers`, how a shape is drawn
in `renderers`. Its title says what it shows in a sentence; its axes say what they measure.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from ka_terms.presentation.table import Kind


class Shape(Enum):
    """How the values of a chart are to be drawn."""

    WATERFALL = "waterfall"
    """One series: at the `levels` bars from zero, between them changes, each from where the last one ended."""
    BARS = "bars"
    """One horizontal bar a category and series, the first category on top."""
    STACKED = "stacked"
    """One column a category, in which the series stand upon each other; those below zero hang under it."""
    LINES = "lines"
    """One line a series over `Series.places`. Two values at one place are a jump, drawn as a gap that dots close."""
    SPREAD = "spread"
    """Two series, at the lower and at the higher end: horizontal bars that reach from `middle` to both values."""
    COLUMNS = "columns"
    """One column a category, touching the next, as a histogram has them."""


class Axis(NamedTuple):
    """What an axis measures, and the kind of its numbers."""

    label: str
    kind: Kind = Kind.TEXT
    is_whole: bool = False
    """Whether it counts, so that whole numbers alone are named along it."""


class Series(NamedTuple):
    """Values under one name. None reads n/a: a gap.

    `places` are where they lie along the axis: of lines, and the beginnings of columns that measure amounts of money.
    """

    name: str
    values: tuple[Decimal | None, ...]
    places: tuple[Decimal, ...] = ()


class Mark(NamedTuple):
    """A place along the axis of lines that has a name: a threshold, the plan."""

    at: Decimal
    text: str


class Chart(NamedTuple):
    """One picture of a report.

    `key` is what `--chart` calls it; see `selection.chart_names`. `title` tells what is seen. `along` is the axis of
    the categories or places, `across` that of the values. `levels` are the places among the categories whose bars stand
    on zero.
    """

    key: str
    shape: Shape
    title: str
    along: Axis
    across: Axis
    series: tuple[Series, ...]
    categories: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    middle: Decimal | None = None
    marks: tuple[Mark, ...] = ()

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Every value that is known."""
        return tuple(value for one in self.series for value in one.values if value is not None)


class BarColumn(NamedTuple):
    """A column of bars in a table: a chart with one category a row, in front of the column at the place `at`."""

    at: int
    header: str
    chart: Chart
