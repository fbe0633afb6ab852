"""How series are laid out in a table: a row each, the periods side by side, then what is not phased and the year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.presentation.table import Cell, Kind, Table, changed, text
from ka_terms.presentation.wording.kinds import kind_of_figure
from ka_terms.presentation.wording.metric_words import metric_emphasis
from ka_terms.presentation.wording.periods import period
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.monthly.series import Series
    from ka_terms.analysis.monthly.view import MonthlyView, Period
    from ka_terms.calculation.period_status import Settlement

_LABELS = {"total_to_date": "monthly.to_date", "stores_average": "stores.average"}


class Row(NamedTuple):
    """A series under its label, as a change with signs."""

    series: Series
    label: str
    is_change: bool = False

    def cells(self) -> tuple[Cell, ...]:
        """The label, then the value of every period; nothing of what is not phased."""
        series, label = self.series, Cell(self.label, emphasis=metric_emphasis(self.series.key))
        return label, *(self._cell(value) if series.is_phased else text("") for value in series.values)

    def ends(self, *, with_rest: bool) -> tuple[Cell, ...]:
        """What is not phased, where the table has a column of it, and the year."""
        rest, year = self.series.not_phased, self._cell(self.series.year)
        return (text("") if rest is None else self._cell(rest), year) if with_rest else (year,)

    def _cell(self, value: Decimal | None) -> Cell:
        kind, emphasis = kind_of_figure(self.series.kind), metric_emphasis(self.series.key)
        if self.is_change:
            return changed(value, kind, emphasis)
        # What comes to nothing in a period reads as a dash, so that the months with an amount stand out.
        return Cell(value, kind, emphasis=emphasis, change=kind is Kind.MONEY)


def title_of(view: MonthlyView) -> str:
    """The key of the title of a view."""
    return f"monthly.{view.view}_{view.by}"


def total_row(series: Series, words: Words) -> Row:
    """A total or a figure under its label."""
    return Row(series, words(_LABELS.get(series.key, series.key)))


def period_table(
    title: str, rows: Iterable[Row], view: MonthlyView, words: Words, total_rows: int = 0
) -> Table:
    """A row a series, a column a period, then what is not phased, where any of it is, and the year."""
    known = [*rows]
    with_rest = any(row.series.not_phased for row in known)
    ends = (*((words("monthly.not_phased"),) if with_rest else ()), words("period.year"))
    cells = tuple((*row.cells(), *row.ends(with_rest=with_rest)) for row in known)
    last = len(view.periods) + 1
    return Table((*period_headers(view, words), *ends), cells, title, total_rows, (*openings(view), last))


def period_headers(view: MonthlyView, words: Words) -> Iterator[str]:
    """`Jan`, or `Apr 2003` in a contract year that is no calendar year; `Q1`."""
    yield words("monthly.row")
    for each in view.periods:
        crosses = len(each.months) == 1 and view.scenario.plan.starts > 1 and each.year is not None
        yield month_of_year(each, words) if crosses else period_name(each, words)


def month_of_year(each: Period, words: Words) -> str:
    """`Apr 2003`."""
    return words.say("monthly.month_of_year", month=period_name(each, words), year=each.year)


def openings(view: MonthlyView) -> Iterator[int]:
    """Where groups of columns open: the months of a quarter stay together where a table has to be cut."""
    return iter(range(1, len(view.periods) + 1, 3 if view.by == "month" else len(view.periods)))


def period_name(each: Period | Settlement, words: Words) -> str:
    """`Apr`, `Q1`, in every language asked for."""
    return words.joined(lambda one: period(each.months, each.calendar, one))
