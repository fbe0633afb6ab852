"""What every renderer is told, and what each needs done to a report first: safe text, ASCII, units named."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ka_terms.presentation.bars import with_bars
from ka_terms.presentation.chart import Chart, Mark, Shape
from ka_terms.presentation.numbers import NumberStyle, axis_with_unit, exact, name_unit
from ka_terms.presentation.table import Cell, Kind, Report, Table
from ka_terms.text.safe import typewriter, visible, visible_lines


class ChartWords(NamedTuple):
    """What the parts of a chart are called in a table of its numbers."""

    sheet: str = "Chart"
    base: str = "Base (not seen)"
    total: str = "Total"
    rise: str = "Rise"
    fall: str = "Fall"
    below: str = "{name}, below zero"
    jump: str = "{name}, at jumps"


class Look(NamedTuple):
    """How a report is to look; a renderer ignores what its format has no use for.

    `width`: columns of the terminal, or None for the natural width, as when piped. `color`: whether the
    output goes to a terminal that takes colours. `ascii`: no box characters and no typographic signs. `mark`: open
    with a byte-order mark, for formats that have one. `language`: that of the sentences.
    """

    style: NumberStyle = NumberStyle()
    width: int | None = None
    color: bool = False
    ascii: bool = False
    mark: bool = False
    language: str = "en"
    template: bytes = b""
    """A document of the house that a format fills in; empty for none."""
    chart_words: ChartWords = ChartWords()


def prepare(report: Report, look: Look, *, in_letters: bool = True) -> Report:
    """The report with its units named and every text safe to show. The record is left as it is.

    `in_letters` adds the bars that are drawn with letters, for formats that draw no charts.
    """

    def shown(safe: Callable[[str], str]) -> Callable[[str], str]:
        # ASCII last: what stands for a hidden character is ASCII already.
        return (lambda text: typewriter(safe(text))) if look.ascii else safe

    line, lines = shown(visible), shown(visible_lines)

    def table(given: Table, with_unit: str = look.style.with_unit) -> Table:
        shown_bars = with_bars(given) if in_letters else given._replace(bars=None)
        named = name_unit(shown_bars, look.style.unit, with_unit)
        return named._replace(
            columns=tuple(map(line, named.columns)),
            rows=tuple(tuple(_cell(cell, lines) for cell in row) for row in named.rows),
            title=line(named.title),
        )

    def chart(given: Chart) -> Chart:
        """The chart with safe texts, and the unit of its amounts in the labels of its axes."""
        along, across = (axis_with_unit(axis, look.style) for axis in (given.along, given.across))
        return given._replace(
            title=line(given.title),
            along=along._replace(label=line(along.label)),
            across=across._replace(label=line(across.label)),
            series=tuple(one._replace(name=line(one.name)) for one in given.series),
            categories=tuple(map(line, _in_unit(given, look.style) or given.categories)),
            marks=tuple(Mark(mark.at, line(mark.text)) for mark in given.marks),
        )

    return report._replace(
        headline=tuple(map(line, report.headline)),
        tables=tuple(map(table, report.tables)),
        notes=tuple(map(line, report.notes)),
        flat=table(report.flat, NumberStyle().with_unit),  # for programs, in any language alike
        title=line(report.title),
        internal=line(report.internal),
        charts=tuple(map(chart, report.charts)),
        paper=report.paper and report.paper.with_texts(line, table),
    )


def _in_unit(chart: Chart, style: NumberStyle) -> list[str]:
    """The beginnings of columns that measure amounts, in the unit that is asked for; none of any other chart."""
    if chart.shape is not Shape.COLUMNS or chart.along.kind is not Kind.MONEY or not style.unit.power:
        return []
    begins = (exact(Cell(place, Kind.MONEY), style) for one in chart.series[:1] for place in one.places)
    return [f"{begin.normalize():,f}" for begin in begins if begin is not None]


def _cell(cell: Cell, lines: Callable[[str], str]) -> Cell:
    if not isinstance(cell.value, str):
        return cell
    shown = lines(cell.value)
    return cell if shown == cell.value else cell._replace(value=shown)
