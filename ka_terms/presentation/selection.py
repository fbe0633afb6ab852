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
    """The name of the chart that comes first, see `chart_names`; empty for the report's own order."""

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
    known = [column for table in (*tables, report.flat) for column in _headers(table)]
    wanted = _matched("--columns", selection.columns, known)
    return report._replace(
        tables=tuple(_with_columns(table, wanted) for table in tables),
        flat=_with_columns(report.flat, wanted),
        notes=report.notes if selection.with_notes else (),
        workbook=None if selection.parts or selection.columns else report.workbook,
        charts=_charts(report.charts, selection.chart),
        paper=None if selection.is_part or selection.chart else report.paper,
    )


def _parts(tables: Sequence[Table], names: Sequence[str]) -> Sequence[Table]:
    titles = _matched("--parts", names, [table.title for table in tables])
    return [table for table in tables if table.title.casefold() in titles] if names else tables


def _charts(charts: Sequence[Chart], wanted: str) -> Sequence[Chart]:
    """The charts with the one wanted first. Errors: `Unmatched`."""
    names = chart_names(charts)
    first = _matched("--chart", [wanted] if wanted else [], names)
    named = [*zip(names, charts, strict=True)]
    # A stable sort: the others keep their order.
    return [chart for _, chart in sorted(named, key=lambda each: each[0].casefold() not in first)]


def chart_names(charts: Sequence[Chart]) -> list[str]:
    """The keys of the charts; the second of one key is `key.2`."""
    keys = [chart.key for chart in charts]
    counts = (keys[: index + 1].count(key) for index, key in enumerate(keys))
    return [key if count == 1 else f"{key}.{count}" for key, count in zip(keys, counts, strict=True)]


def _headers(table: Table) -> Sequence[str]:
    return (*table.columns, table.bars.header) if table.bars else table.columns


def _matched(option: str, names: Sequence[str], known: Sequence[str]) -> frozenset[str]:
    """The names as they are compared. A name may hold commas, which also part names: the longest that is known counts.

    Errors: `Unmatched` for one that is none of the known.
    """
    whole = {_pieces(text): text.casefold() for text in known}
    typed = [piece for name in names for piece in name.split(",")]
    found: set[str] = set()
    while typed:
        most = max(map(len, whole), default=0)
        taken = next((n for n in range(min(most, len(typed)), 0, -1) if _compared(typed[:n]) in whole), 0)
        if not taken:
            raise Unmatched(option, typed[0], known)
        found.add(whole[_compared(typed[:taken])])
        del typed[:taken]
    return frozenset(found)


def _pieces(text: str) -> tuple[str, ...]:
    """What the commas of a name part."""
    return _compared(text.split(","))


def _compared(pieces: Sequence[str]) -> tuple[str, ...]:
    """Pieces of a name as they are compared."""
    return tuple(piece.strip().casefold() for piece in pieces)


def _with_columns(table: Table, wanted: frozenset[str]) -> Table:
    """The table with the columns wanted; one that has none of them as it is."""
    places = [at for at, column in enumerate(table.columns) if column.casefold() in wanted]
    if not places:
        return table
    left = table.without([at for at in range(1, len(table.columns)) if at not in places])
    return left if left.bars and left.bars.header.casefold() in wanted else left._replace(bars=None)
