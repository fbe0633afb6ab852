"""What every renderer needs done to a report first, done once: safe text, ASCII if asked for, units named."""

from __future__ import annotations

from collections.abc import Callable

from ka_terms.presentation.numbers import name_unit
from ka_terms.presentation.renderers.look import Look
from ka_terms.presentation.table import Cell, Report, Table
from ka_terms.text.safe import typewriter, visible, visible_lines


def prepare(report: Report, look: Look) -> Report:
    """The report with its units named and every text safe to show. The record is left as it is."""

    def line(text: str) -> str:
        # ASCII last: what stands for a hidden character is ASCII already.
        return typewriter(visible(text)) if look.ascii else visible(text)

    def lines(text: str) -> str:
        return typewriter(visible_lines(text)) if look.ascii else visible_lines(text)

    def table(given: Table) -> Table:
        return _table(name_unit(given, look.style.unit, look.style.with_unit), line, lines)

    return report._replace(
        headline=tuple(map(line, report.headline)),
        tables=tuple(map(table, report.tables)),
        notes=tuple(map(line, report.notes)),
        flat=_table(
            name_unit(report.flat, look.style.unit), line, lines
        ),  # for programs, in any language alike
        title=line(report.title),
        internal=line(report.internal),
    )


def _table(table: Table, line: Callable[[str], str], lines: Callable[[str], str]) -> Table:
    return table._replace(
        columns=tuple(map(line, table.columns)),
        rows=tuple(tuple(_cell(cell, lines) for cell in row) for row in table.rows),
        title=line(table.title),
    )


def _cell(cell: Cell, lines: Callable[[str], str]) -> Cell:
    if not isinstance(cell.value, str):
        return cell
    shown = lines(cell.value)
    return cell if shown == cell.value else cell._replace(value=shown)
