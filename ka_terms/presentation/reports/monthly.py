"""Contracts by month or by quarter as a report: fees, totals and stores, and what tiers and limits make of them.

All of it is laid out from one list of series, each with a value for every period: tables put the periods side by side,
csv and json are the same series.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from ka_terms.presentation.fields import Field, flat, record
from ka_terms.presentation.quantities import quantity
from ka_terms.presentation.reports.comparison import headlines
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.reports.statement import tier_fields
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, changed, text
from ka_terms.presentation.wording.explanations import settlement_explanation
from ka_terms.presentation.wording.kinds import kind_of_figure
from ka_terms.presentation.wording.metric_words import metric_emphasis
from ka_terms.presentation.wording.periods import named_with_start, period, starts_notes
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.monthly.comparison import MonthlyComparison
    from ka_terms.analysis.monthly.series import Series
    from ka_terms.analysis.monthly.view import MonthlyView, Period, PhasedFee
    from ka_terms.calculation.period_status import Settlement
    from ka_terms.calculation.statement import Line

_NONE = Decimal(0)
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


class Entry(NamedTuple):
    """One amount of a fee in csv: its period, None for what is not phased."""

    scenario: str
    line: Line
    period: Period | None
    amount: Decimal
    to_date: Decimal


def monthly_report(view: MonthlyView, words: Words) -> Report:
    """Everything `show --by` says of one contract."""
    scenario = view.scenario
    tables = (
        _fees_table(view, words),
        _table(words("monthly.stores"), [total_row(each, words) for each in view.stores], view, words),
        _tiers_table(view, words),
        _turns_table(view, words),
    )
    parts = (
        named_with_start(scenario, words),
        scenario.account,
        scenario.year,
        words(scenario.status),
        scenario.currency,
    )
    return Report(
        headline=(_headline(view, words),),
        tables=[table for table in tables if table.rows],
        notes=notes(words, _own_notes([view], words), estimated=[scenario]),
        flat=_flat([view], words),
        record=lambda: monthly_record(view, words),
        title=" · ".join(str(part) for part in parts if part is not None),
        currency=scenario.currency,
    )


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
        headline=tuple(headlines(comparison, words)),
        tables=[
            _table(title, total, first, words),
            *([_table(words("terms"), rows, first, words)] if rows else []),
        ],
        notes=notes(words, [*own, *_own_notes(views, words)], estimated=scenarios),
        flat=_flat(views, words),
        record=lambda: {
            "format_version": FORMAT_VERSION,
            "baseline": comparison.baseline.scenario.scenario,
            "scenarios": [monthly_record(view, words) for view in views],
        },
        title=" · ".join(view.scenario.scenario for view in views),
        currency=comparison.baseline.scenario.currency,
    )


def title_of(view: MonthlyView) -> str:
    """The key of the title of a view."""
    return f"monthly.{view.view}_{view.by}"


def _headline(view: MonthlyView, words: Words) -> str:
    not_phased, currency = view.total.not_phased, view.scenario.currency
    return words.say(
        "monthly.headline_not_phased" if not_phased else "monthly.headline",
        name=named_with_start(view.scenario, words),
        view=words.within(words.first(title_of(view))),
        fees=words.money(view.statement.total_fees, currency),
        not_phased=words.money(not_phased or _NONE, currency),
    )


# -------------------------------------------------------------------- tables


def total_row(series: Series, words: Words) -> Row:
    """A total or a figure under its label."""
    return Row(series, words(_LABELS.get(series.key, series.key)))


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


def _table(title: str, rows: Iterable[Row], view: MonthlyView, words: Words, total_rows: int = 0) -> Table:
    """A row a series, a column a period, then what is not phased, where any of it is, and the year."""
    known = [*rows]
    with_rest = any(row.series.not_phased for row in known)
    ends = (*((words("monthly.not_phased"),) if with_rest else ()), words("period.year"))
    cells = tuple((*row.cells(), *row.ends(with_rest=with_rest)) for row in known)
    last = len(view.periods) + 1
    return Table((*_headers(view, words), *ends), cells, title, total_rows, (*_openings(view), last))


def _headers(view: MonthlyView, words: Words) -> Iterator[str]:
    """`Jan`, or `Apr 2003` in a contract year that is no calendar year; `Q1`."""
    yield words("monthly.row")
    for each in view.periods:
        crosses = len(each.months) == 1 and view.scenario.plan.starts > 1 and each.year is not None
        yield month_of_year(each, words) if crosses else _period(each, words)


def month_of_year(each: Period, words: Words) -> str:
    return words.say("monthly.month_of_year", month=_period(each, words), year=each.year)


def _openings(view: MonthlyView) -> Iterator[int]:
    """Where groups of columns open: the months of a quarter stay together where a table has to be cut."""
    return iter(range(1, len(view.periods) + 1, 3 if view.by == "month" else len(view.periods)))


def _period(each: Period | Settlement, words: Words) -> str:
    return words.joined(lambda one: period(each.months, each.calendar, one))


def _fees_table(view: MonthlyView, words: Words) -> Table:
    fees = [Row(fee.series, words.fee(fee.line.fee)) for fee in view.fees]
    totals = [total_row(each, words) for each in view.totals]
    return _table(words(title_of(view)), [*fees, *totals], view, words, len(totals))


def _tiers_table(view: MonthlyView, words: Words) -> Table:
    """Of what is owed: the tier reached at the end of every period, and what the next is short by."""
    tiered = [fee for fee in view.fees if view.view == "owed" and any(each.tiers for each in fee.settlements)]
    rows = []
    for fee in tiered:
        ended = [_ended(fee, each) for each in view.periods]
        for key, cell in (("tier_reached", _reached), ("short_by", _short_by)):
            label = words.say(
                "column_case", name=words.fee(fee.line.fee), case=words.within(words(f"monthly.{key}"))
            )
            rows.append((text(label), *(cell(one) if one else text("") for one in ended)))
    return Table(tuple(_headers(view, words)), tuple(rows), words("tiers"), openings=(*_openings(view),))


def _ended(fee: PhasedFee, each: Period) -> Settlement | None:
    """The last settlement that falls into a period."""
    inside = [one for one in fee.settlements if one.months[-1] in each.months]
    return inside[-1] if inside else None


def _reached(settlement: Settlement) -> Cell:
    """What the highest tier reached pays; a dash where none is."""
    reached = [status.tier for status in settlement.tiers if status.reached]
    if not reached:
        return Cell(_NONE, Kind.RATIO, change=True)
    tier = reached[-1]
    return Cell(tier.amount, Kind.MONEY) if tier.rate is None else Cell(tier.rate, Kind.RATIO)


def _short_by(settlement: Settlement) -> Cell:
    """How far the measure is from the next tier; a dash where there is none."""
    missing = next((status for status in settlement.tiers if not status.reached), None)
    if missing is None:
        return Cell(_NONE, Kind.MONEY, change=True)
    return Cell(missing.distance, kind_of_figure(missing.kind))


def _turns_table(view: MonthlyView, words: Words) -> Table:
    """Of what is owed: the months in which another tier counts than before, or a limit takes hold."""
    rows = [
        (
            text(words.fee(fee.line.fee)),
            text(_period(each, words)),
            Cell(each.amount, Kind.MONEY),
            text(settlement_explanation(each, words, is_agreed=False), Emphasis.MUTED),
        )
        for fee in view.fees
        for each in fee.turns
    ]
    columns = ("term", "monthly.month", "amount", "explanation")
    return Table(tuple(map(words, columns)), tuple(rows), words("monthly.turns"))


def _own_notes(views: Sequence[MonthlyView], words: Words) -> Iterator[str]:
    """What is not phased and why, and how the monthly VPOs compare with that of the year."""
    for view in views:
        left = [fee.line for fee in view.fees if not fee.is_phased]
        groups = [line for line in left if line.members]
        terms = [line for line in left if not line.members]
        for kind, lines in ((view.view, terms), ("group", groups)):
            names = [words.fee_within(line.term, view.scenario.fees[line.term]) for line in lines]
            values = {"name": view.scenario.scenario, "names": words.listed(names), "count": len(names)}
            if names:
                yield words.say(f"monthly.not_phased_{kind}", **values)
        if view.months_before_signature:
            values = {"name": view.scenario.scenario, "signed": view.scenario.signed}
            first = f"{view.periods[0].year}-{view.periods[0].calendar[0]:02d}"
            yield words.say("monthly.signed", first=first, **values)
    if len(views) == 1 and views[0].vpo_sum is not None:
        vpo_sum, vpo = (_average(value) for value in (views[0].vpo_sum, views[0].statement.vpo))
        yield words.say("monthly.vpo_sum", sum=vpo_sum, vpo=vpo)


def _average(value: Decimal | None) -> str:
    return quantity(value or _NONE, Kind.AVERAGE, digits=2)


# -------------------------------------------------------------------- for programs


def entry_fields(by: str, words: Words) -> list[Field[Entry]]:
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


def _flat(views: Sequence[MonthlyView], words: Words) -> Table:
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
