"""What of a report is shown: some of its tables, some of their columns, without its notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ka_terms.model.faults import none_of
from ka_terms.presentation.chart import Chart
from ka_terms.presentation.table import Report, Table


class Selection(NamedTuple):
    """Tables by their titles and columns by their headers, in any case, as the report has them; none for all."""

    parts: Sequence[str] = ()
    columns: Sequence[str] = ()
    with_notes: bool = True
    chart: str = ""
    """The key of the chart that comes first; empty for the report's own order."""

    @property
    def is_part(self) -> bool:
        """Whether something is left out, so that a form would not be whole."""
        return bool(self.parts or self.columns) or not self.with_notes

    @property
    def is_all(self) -> bool:
        """Whether everything is shown."""
        return not self.is_part and not self.chart


class Unmatched(ValueError):
    """A name that no part or no column has; `option` tells which of both, `fault` those that there are."""

    def __init__(self, option: str, name: str, known: Iterable[str]) -> None:
        self.option, self.fault = option, none_of(name, dict.fromkeys(filter(None, known)))
        super().__init__(self.fault.sentence())


def selected(report: Report, selection: Selection) -> Report:
    """The report with what is asked for. The first column of a table, which names its rows, always stays.

    Sheets that calculate are whole or not at all: a selection is of the tables. Errors: `Unmatched`.
    """
    if selection.is_all:
        return report
    tables = _parts(report.tables, selection.parts)
    known = [column for table in (*tables, report.flat) for column in table.columns]
    wanted = _matched("--columns", selection.columns, known)
    return report._replace(
        tables=tuple(_with_columns(table, wanted) for table in tables),
        flat=_with_columns(report.flat, wanted),
        notes=report.notes if selection.with_notes else (),
        workbook=None if selection.parts or selection.columns else report.workbook,
        charts=_charts(report.charts, selection.chart),
        paper=None if selection.is_part else report.paper,
    )


def _parts(tables: Sequence[Table], names: Sequence[str]) -> Sequence[Table]:
    titles = _matched("--parts", names, [table.title for table in tables])
    return [table for table in tables if table.title.casefold() in titles] if names else tables


def _charts(charts: Sequence[Chart], wanted: str) -> Sequence[Chart]:
    """The charts with the one wanted first; of equal keys the first. Errors: `Unmatched`."""
    if not wanted:
        return charts
    found = [chart for chart in charts if chart.key == wanted]
    if not found:
        raise Unmatched("--chart", wanted, [chart.key for chart in charts])
    return [found[0], *(chart for chart in charts if chart is not found[0])]


def _matched(option: str, names: Sequence[str], known: Sequence[str]) -> frozenset[str]:
    """The names as they are compared. Errors: `Unmatched` for one that is none of the known."""
    folded = {text.casefold() for text in known}
    for name in names:
        if name.casefold() not in folded:
            raise Unmatched(option, name, known)
    return frozenset(name.casefold() for name in names)


def _with_columns(table: Table, wanted: frozenset[str]) -> Table:
    """The table with the columns wanted; one that has none of them as it is."""
    places = [at for at, column in enumerate(table.columns) if column.casefold() in wanted]
    if not places:
        return table
    return table.without([at for at in range(1, len(table.columns)) if at not in places])
