"""One contract by month or by quarter as a report: fees, totals and stores, and what tiers and limits make of them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.presentation.reports.by_period.charts import stacked_fees, to_date
from ka_terms.presentation.reports.by_period.layout import Row, period_table, title_of, total_row
from ka_terms.presentation.reports.by_period.notes import own_notes
from ka_terms.presentation.reports.by_period.owed_tables import tiers_table, turns_table
from ka_terms.presentation.reports.by_period.programs import flat_views, monthly_record
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.reports.titles import title_with_start
from ka_terms.presentation.table import Report, Table
from ka_terms.presentation.wording.periods import named_with_start
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.monthly.view import MonthlyView

_NONE = Decimal(0)


def monthly_report(view: MonthlyView, words: Words) -> Report:
    """Everything `show --by` says of one contract."""
    scenario = view.scenario
    headline = _headline(view, words)
    tables = (
        _fees_table(view, words),
        period_table(words("monthly.stores"), [total_row(each, words) for each in view.stores], view, words),
        tiers_table(view, words),
        turns_table(view, words),
    )
    return Report(
        headline=(headline,),
        tables=[table for table in tables if table.rows],
        notes=notes(words, own_notes([view], words), estimated=[scenario]),
        flat=flat_views([view], words),
        record=lambda: monthly_record(view, words),
        title=title_with_start(scenario, words),
        currency=scenario.currency,
        charts=[stacked_fees(view, headline, words), *to_date(view, words)],
    )


def _headline(view: MonthlyView, words: Words) -> str:
    not_phased, currency = view.total.not_phased, view.scenario.currency
    return words.say(
        "monthly.headline_not_phased" if not_phased else "monthly.headline",
        name=named_with_start(view.scenario, words),
        view=words.within(words.first(title_of(view))),
        fees=words.money(view.statement.total_fees, currency),
        not_phased=words.money(not_phased or _NONE, currency),
    )


def _fees_table(view: MonthlyView, words: Words) -> Table:
    fees = [Row(fee.series, words.fee(fee.line.fee)) for fee in view.fees]
    totals = [total_row(each, words) for each in view.totals]
    return period_table(words(title_of(view)), [*fees, *totals], view, words, len(totals))
