"""Contracts by period for programs: rows of csv, and the keys of json."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from ka_terms.presentation.fields import Field, flat, record
from ka_terms.presentation.reports.tier_fields import tier_fields
from ka_terms.presentation.table import Kind, Table
from ka_terms.presentation.wording.explanations import settlement_explanation
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.monthly.series import Series
    from ka_terms.analysis.monthly.view import MonthlyView, Period, PhasedFee
    from ka_terms.calculation.period_status import Settlement
    from ka_terms.calculation.statement import Line


class Entry(NamedTuple):
    """One amount of a fee in csv: its period, None for what is not phased."""

    scenario: str
    line: Line
    period: Period | None
    amount: Decimal
    to_date: Decimal


def entry_fields(by: str, words: Words) -> list[Field[Entry]]:
    """The columns of csv; that of the period is named `month` or `quarter`."""
    return [
        Field("scenario"),
        Field("term", lambda entry: entry.line.term),
        Field("label", lambda entry: words.fee(entry.line.fee)),
        Field(by, lambda entry: "not_phased" if entry.period is None else entry.period.name),
        Field("amount", kind=Kind.MONEY),
        Field("to_date", kind=Kind.MONEY),
    ]


def _entries(views: Iterable[MonthlyView]) -> Iterator[Entry]:
    """Every fee period by period, and last what is not phased."""
    for view in views:
        for fee in view.fees:
            for each, amount, to_date in zip(view.periods, fee.amounts, fee.to_date, strict=True):
                yield Entry(view.scenario.scenario, fee.line, each, amount, to_date)
            yield Entry(view.scenario.scenario, fee.line, None, fee.not_phased, fee.line.amount)


def flat_views(views: Sequence[MonthlyView], words: Words) -> Table:
    """The table of csv and tsv: a row for each fee and period of every contract."""
    return flat(entry_fields(views[0].by, words), _entries(views))


def monthly_record(view: MonthlyView, words: Words) -> dict[str, Any]:
    """A contract by period under the keys of json; values stand in the order of `periods`."""
    lines = [
        {
            "term": fee.line.term,
            "label": words.fee(fee.line.fee),
            **series_record(fee.series),
            "settlements": [_settled(each, fee, words) for each in fee.settlements],
        }
        for fee in view.fees
    ]
    return {
        "format_version": FORMAT_VERSION,
        "scenario": view.scenario.scenario,
        "year": view.scenario.year,
        "currency": view.scenario.currency,
        "view": view.view,
        "by": view.by,
        "periods": [{"name": each.name, "months": list(each.calendar)} for each in view.periods],
        "lines": lines,
        **{each.key: series_record(each) for each in (*view.totals, *view.stores)},
        "vpo_sum": view.vpo_sum,
    }


def series_record(series: Series) -> dict[str, Any]:
    """A row under the keys of json."""
    rest = {} if series.not_phased is None else {"not_phased": series.not_phased}
    return {"values": list(series.values), **rest, "year": series.year}


def _settled(settlement: Settlement, fee: PhasedFee, words: Words) -> dict[str, Any]:
    is_agreed = bool(fee.line.settlements)
    return {
        "months": list(settlement.calendar),
        "amount": settlement.amount,
        "explanation": settlement_explanation(settlement, words, is_agreed=is_agreed),
        "tiers": [record(tier_fields(words), status) for status in settlement.tiers],
    }
