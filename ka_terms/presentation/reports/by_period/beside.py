"""Contracts side by side by month or by quarter as a report, each against the baseline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from ka_terms.presentation.reports.by_period.layout import Row, period_table, title_of
from ka_terms.presentation.reports.by_period.notes import own_notes
from ka_terms.presentation.reports.by_period.programs import flat_views, monthly_record
from ka_terms.presentation.reports.comparison_headlines import headlines
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.table import Report
from ka_terms.presentation.wording.periods import starts_notes
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.monthly.comparison import MonthlyComparison
    from ka_terms.analysis.monthly.series import Series


def monthly_comparison_report(compared: MonthlyComparison, words: Words, show_all: bool = False) -> Report:
    """Everything `compare --by` says: total fees and every fee by period, each against the baseline."""
    views, comparison = compared.views, compared.comparison
    hidden = [] if show_all else [term for term in compared.terms if compared.is_unchanged(term)]
    rows = [
        row
        for term in compared.terms
        if term not in hidden
        for row in _beside(words.fee_of(term), compared.of(term), compared, words)
    ]
    total = _beside(words("total_fees"), compared.total, compared, words)
    title, first = words(title_of(views[0])), views[0]
    names = words.say("join.list").join(map(words.fee_of, hidden))
    scenarios = [view.scenario for view in views]
    own = [*starts_notes(scenarios, words, in_columns=True)]
    own += [words.say("unchanged_note", count=len(hidden), names=names)] if hidden else []
    return Report(
        headline=tuple(chain.from_iterable(headlines(comparison, words))),
        tables=[
            period_table(title, total, first, words),
            *([period_table(words("terms"), rows, first, words)] if rows else []),
        ],
        notes=notes(words, [*own, *own_notes(views, words)], estimated=scenarios),
        flat=flat_views(views, words),
        record=lambda: {
            "format_version": FORMAT_VERSION,
            "baseline": comparison.baseline.scenario.scenario,
            "scenarios": [monthly_record(view, words) for view in views],
        },
        title=" · ".join(view.scenario.scenario for view in views),
        currency=comparison.baseline.scenario.currency,
    )


def _beside(label: str, series: Sequence[Series], compared: MonthlyComparison, words: Words) -> Iterator[Row]:
    """The same of every contract, under its name, then the changes against the baseline."""
    names = [view.scenario.scenario for view in compared.views]
    for one, name in zip(series, names, strict=True):
        yield Row(one, words.say("column_case", name=label, case=name))
    changes = compared.changes(series)
    for name, change in changes:
        case = words("change")
        if len(changes) > 1:
            case = words.say("column_case", name=name, case=words.within(case))
        yield Row(change, words.say("column_case", name=label, case=case), is_change=True)
