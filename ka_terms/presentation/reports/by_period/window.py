"""Months over several contract years as a report: a budget year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ka_terms.presentation.fields import flat
from ka_terms.presentation.reports.by_period.layout import Row, month_of_year, title_of, total_row
from ka_terms.presentation.reports.by_period.programs import Entry, entry_fields, series_record
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.table import Report, Table
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.monthly.window import Window

_NONE = Decimal(0)


def window_report(window: Window, words: Words) -> Report:
    """Everything `show --from` says: the months of several contract years as one budget year."""
    first, last = window.months[0], window.months[-1]
    of_view = window.views[0]
    currency = of_view.scenario.currency
    headline = words.say(
        "monthly.window",
        view=words.first(title_of(of_view)),
        names=words.listed(view.scenario.scenario for view in window.views),
        first=str(first.month),
        last=str(last.month),
        fees=words.money(window.totals[0].year or _NONE, currency),
    )
    return Report(
        headline=(headline,),
        tables=[_table(window, words)],
        notes=notes(words, _own_notes(window, words), estimated=[view.scenario for view in window.views]),
        flat=_flat_window(window, words),
        record=lambda: window_record(window, words),
        title=headline,
        currency=currency,
    )


def _table(window: Window, words: Words) -> Table:
    """A row a fee, a column a month, then what is not phased, where any of it is, and the sum."""
    rows = [
        *(Row(window.of(line.term), words.fee(line.fee)) for line in window.lines),
        *(total_row(each, words) for each in window.totals),
    ]
    with_rest = any(row.series.not_phased for row in rows)
    ends = (*((words("monthly.not_phased"),) if with_rest else ()), words("monthly.sum"))
    cells = tuple((*row.cells(), *row.ends(with_rest=with_rest)) for row in rows)
    headers = [month_of_year(covered.view.periods[covered.at], words) for covered in window.months]
    openings = (*range(1, len(headers) + 1, 3), len(headers) + 1)
    columns = (words("monthly.row"), *headers, *ends)
    return Table(columns, cells, words(title_of(window.views[0])), len(window.totals), openings)


def _own_notes(window: Window, words: Words) -> Iterator[str]:
    """On whose terms contracts ran until they were signed, and what is left out of years that are not whole."""
    currency = window.views[0].scenario.currency
    for each in window.late:
        yield words.say(
            "monthly.late" if each.at < len(each.view.periods) else "monthly.late_after",
            name=each.view.scenario.scenario,
            before=each.terms_of,
            month=str(each.view.scenario.signed),
            amount=words.money(each.catch_up, currency),
        )
    for view in window.without_year_before:
        yield words.say("monthly.signed_alone", name=view.scenario.scenario, signed=view.scenario.signed)
    for view in window.partly_covered:
        if view.total.not_phased:
            amount = words.money(view.total.not_phased, currency)
            yield words.say("monthly.window_left_out", name=view.scenario.scenario, amount=amount)


def _flat_window(window: Window, words: Words) -> Table:
    """A row for each fee and month under the name of its contract, last what is not phased of whole contract years."""
    fields = entry_fields("month", words)
    entries = []
    for line in window.lines:
        series = window.of(line.term)
        for covered, amount, to_date in zip(
            window.months, series.values, window.to_date(line.term), strict=True
        ):
            period = covered.view.periods[covered.at]
            entries.append(Entry(covered.view.scenario.scenario, line, period, amount or _NONE, to_date))
        last = window.months[-1].view.scenario.scenario
        entries.append(Entry(last, line, None, series.not_phased or _NONE, series.year or _NONE))
    return flat(fields, entries)


def window_record(window: Window, words: Words) -> dict[str, Any]:
    """The months of several contract years under the keys of json."""
    months = [
        {"name": str(covered.month), "scenario": covered.view.scenario.scenario} for covered in window.months
    ]
    lines = [
        {"term": line.term, "label": words.fee(line.fee), **series_record(window.of(line.term))}
        for line in window.lines
    ]
    return {
        "format_version": FORMAT_VERSION,
        "currency": window.views[0].scenario.currency,
        "view": window.views[0].view,
        "periods": months,
        "lines": lines,
        **{each.key: series_record(each) for each in window.totals},
        "late": [
            {
                "scenario": each.view.scenario.scenario,
                "signed": str(each.view.scenario.signed),
                "terms_of": each.terms_of,
                "catch_up": each.catch_up,
            }
            for each in window.late
        ],
        "left_out": [
            {"scenario": view.scenario.scenario, "not_phased": view.total.not_phased}
            for view in window.partly_covered
        ],
    }
