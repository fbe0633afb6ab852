"""A budget year over the contract years of several contracts: every month as the contract has it that covers it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate
from operator import add
from typing import NamedTuple

from ka_terms.analysis.monthly.series import Series
from ka_terms.analysis.monthly.signature import Late, late
from ka_terms.analysis.monthly.view import MonthlyView, View, monthly_view
from ka_terms.calculation.readings.exact import exactly, ratio
from ka_terms.calculation.statement import Line, Statement
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Fault, refusal
from ka_terms.model.numbers.currency import different_currencies
from ka_terms.model.numbers.month import MONTHS_A_YEAR, CalendarMonth
from ka_terms.text.messages import message

_ZERO = Decimal(0)


class Covered(NamedTuple):
    """A month of the window: the view of the contract that covers it, and the position of the month there."""

    month: CalendarMonth
    view: MonthlyView
    at: int


@dataclass(frozen=True)
class Window:
    """Some months in a row, each with what its contract has in it."""

    views: tuple[MonthlyView, ...]
    months: tuple[Covered, ...]
    lines: tuple[Line, ...]
    """One for each fee of any of the contracts, from the latest that has it."""
    without_year_before: tuple[MonthlyView, ...] = ()
    """The contracts that were signed late, while no file has the terms that ran until then."""
    late: tuple[Late, ...] = ()
    """The contracts that were signed after their year began, and ran on the terms of the year before until then."""

    def __repr__(self) -> str:
        names = [view.scenario.scenario for view in self.views]
        return f"{type(self).__name__}({names}, {self.months[0].month} to {self.months[-1].month})"

    @property
    def partly_covered(self) -> tuple[MonthlyView, ...]:
        """The contracts of whose year only some months are in the window: what they do not phase is left out."""
        return tuple(view for view in self.views if not self._has_all(view))

    def _has_all(self, view: MonthlyView) -> bool:
        return sum(covered.view is view for covered in self.months) == MONTHS_A_YEAR

    def has_row(self, term: str) -> bool:
        """Whether there is anything to show of a fee: not of one that all of it is left out of."""
        row = self.of(term)
        is_left_out = any(view.of(term).not_phased for view in self.views)
        return row.is_phased or bool(row.not_phased) or not is_left_out

    def of(self, term: str) -> Series:
        """The row of a fee; zero where a contract does not have it."""
        with exactly():
            values = [covered.view.of(term).values[covered.at] or _ZERO for covered in self.months]
            rests = [view.of(term).not_phased or _ZERO for view in self.views if self._has_all(view)]
            not_phased = sum(rests, _ZERO)
            is_phased = any(view.of(term).is_phased for view in self.views)
            return Series(term, "money", values, sum(values, not_phased), not_phased, is_phased)

    def to_date(self, term: str) -> tuple[Decimal, ...]:
        """What a fee has come to at the end of each month."""
        with exactly():
            return tuple(accumulate((value or _ZERO for value in self.of(term).values), add))

    @property
    def totals(self) -> tuple[Series, ...]:
        """Total fees in each month and to its end, sales, and fees / sales, n/a where fees are not phased."""
        with exactly():
            fees = [covered.view.total.values[covered.at] or _ZERO for covered in self.months]
            sales = [covered.view.totals[2].values[covered.at] or _ZERO for covered in self.months]
            rests = [view.total.not_phased or _ZERO for view in self.views if self._has_all(view)]
            not_phased, to_date = sum(rests, _ZERO), [*accumulate(fees, add)]
            total, of_sales = sum(fees, not_phased), sum(sales, _ZERO)
        is_phased = not any(view.total.not_phased for view in self.views)
        ratios = [
            ratio(fee, of_month) if is_phased else None for fee, of_month in zip(fees, sales, strict=True)
        ]
        whole = ratio(total, of_sales) if is_phased or not self.partly_covered else None
        return (
            Series("total_fees", "money", fees, total, not_phased),
            Series("total_to_date", "money", to_date, to_date[-1]),
            Series("sales", "money", sales, of_sales),
            Series("fee_ratio", "rate", ratios, whole, is_phased=is_phased),
        )


def window(
    statements: Sequence[Statement], first: CalendarMonth, last: CalendarMonth, view: View = "budget"
) -> Window:
    """The months from the first to the last, over the contracts that cover them.

    Errors: `ValueError` for a contract without a year, a month that none or two of them cover, and for currencies that
    differ.
    """
    contracts = ((statement.scenario.scenario, statement.scenario.currency) for statement in statements)
    if fault := different_currencies(contracts):
        raise refusal(fault)
    plain = [monthly_view(statement, view) for statement in statements]
    signed_late = {id(one): late(one, before) for one in plain if (before := _year_before(one, plain))}
    views = [signed_late[id(one)].view if id(one) in signed_late else one for one in plain]
    known: dict[CalendarMonth, Covered] = {}
    for one in views:
        for at, each in enumerate(one.periods):
            month = _month(one, each.year, each.calendar[0])
            if month in known and first <= month <= last:
                raise refusal(_twice(month, known[month].view, one))
            known[month] = Covered(month, one, at)
    wanted = list(first.until(last))
    if missing := next((month for month in wanted if month not in known), None):
        raise refusal(_uncovered(missing))
    months = tuple(known[month] for month in wanted)
    used = tuple(one for one in views if any(covered.view is one for covered in months))
    lines = {fee.line.term: fee.line for one in used for fee in one.fees}
    found = Window(used, months, tuple(lines.values()))
    # What no contract phases is told apart, and has no row unless a whole contract year is shown.
    shown = [line for line in found.lines if found.has_row(line.term)]
    told = tuple(each for each in signed_late.values() if each.view in used)
    alone = tuple(one for one in used if one.months_before_signature and one in plain)
    return replace(found, lines=tuple(shown), late=told, without_year_before=alone)


def _year_before(view: MonthlyView, others: Sequence[MonthlyView]) -> Scenario | None:
    """The contract of the year before one that was signed late; None of any other, and where no file has it."""
    first = view.periods[0]
    if not view.months_before_signature or first.year is None:
        return None
    year = first.year - 1
    same = (
        one for one in others if one.periods[0].year == year and one.periods[0].calendar == first.calendar
    )
    return next((one.scenario for one in same), None)


def _month(view: MonthlyView, year: int | None, month: int) -> CalendarMonth:
    if year is None:
        found = message("{name} without a year", name=view.scenario.scenario)
        raise refusal(Fault(found, message("`year:` in every file"), message("add it, such as `year: 2003`")))
    return CalendarMonth(year, month)


def _uncovered(month: CalendarMonth) -> Fault:
    found = message("{month}, which none of the files covers", month=month)
    return Fault(found, message("months of their contract years"), message("add the contract of that year"))


def _twice(month: CalendarMonth, one: MonthlyView, other: MonthlyView) -> Fault:
    found = message(
        "{month} in {one} and in {other}",
        month=month,
        one=one.scenario.scenario,
        other=other.scenario.scenario,
    )
    return Fault(found, message("contract years that do not overlap"), message("leave out one of the files"))
