"""One contract by month or by quarter, in one of two views that each add up to the year: budget, or owed to date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import accumulate
from operator import add
from typing import Literal, NamedTuple

from ka_terms.analysis.monthly.budget import Amounts, budget
from ka_terms.analysis.monthly.owed import owed, turns
from ka_terms.analysis.monthly.series import Series
from ka_terms.calculation.figures import available
from ka_terms.calculation.period_status import Settlement
from ka_terms.calculation.readings.exact import exactly, ratio, trimmed, without_tail
from ka_terms.calculation.statement import Line, Statement
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.numbers.month import MONTHS_A_YEAR, YEAR, Months, calendar_month
from ka_terms.model.vocabulary.metrics import TOTALS

By = Literal["month", "quarter"]
View = Literal["budget", "owed"]
BY: tuple[By, ...] = ("month", "quarter")
VIEWS: tuple[View, ...] = ("budget", "owed")
_SIZES: dict[By, int] = {"month": 1, "quarter": 3}
_ZERO = Decimal(0)
_EACH = [(month,) for month in YEAR]


class Period(NamedTuple):
    """A month or a quarter of a contract year."""

    months: Months
    """Their positions in the contract year."""
    calendar: tuple[int, ...]
    """The same months by their calendar numbers."""
    year: int | None
    """The calendar year of a month, the contract year of a quarter; None where the contract does not say its year."""

    @property
    def name(self) -> str:
        """`2003-01`, `2003-Q1`; without the year where that is not known."""
        part = f"{self.calendar[0]:02d}" if len(self.months) == 1 else f"Q{self.months[-1] // 3}"
        return part if self.year is None else f"{self.year}-{part}"


class PhasedFee(NamedTuple):
    """One fee of a contract by period. The periods and what is not phased add up to the year exactly."""

    line: Line
    amounts: tuple[Decimal, ...]
    """What falls into each period."""
    not_phased: Decimal
    """What belongs to the year and to none of its periods."""
    is_phased: bool
    settlements: tuple[Settlement, ...]
    """How the amounts come about: in the view of what is owed month by month, else as the term is settled."""
    turns: tuple[Settlement, ...] = ()
    """Of what is owed, the months in which another tier counts, a limit takes hold, or conditions change."""

    @property
    def series(self) -> Series:
        """The amounts as a row."""
        term, amount = self.line.term, self.line.amount
        return Series(term, "money", self.amounts, amount, self.not_phased, self.is_phased)

    @property
    def to_date(self) -> tuple[Decimal, ...]:
        """What has fallen due at the end of each period."""
        with exactly():
            return tuple(accumulate(self.amounts, add))


@dataclass(frozen=True)
class MonthlyView:
    """A contract by period: the fees that are owed, and the figures that stand beside them."""

    statement: Statement
    view: View
    by: By
    periods: tuple[Period, ...]
    fees: tuple[PhasedFee, ...]
    totals: tuple[Series, ...]
    """Total fees in each period and to its end, sales, and fees / sales, n/a where fees are not phased."""
    stores: tuple[Series, ...]
    """Average stores and VPO, sales / average stores, of each period; nothing where the plan has no stores."""
    vpo_sum: Decimal | None
    """The sum of the monthly VPOs, as the field adds them up; None where a month or the plan has none."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.statement.scenario.scenario!r}, {self.view}, by {self.by})"

    @property
    def scenario(self) -> Scenario:
        return self.statement.scenario

    @property
    def total(self) -> Series:
        """The sum of all fees in each period."""
        return self.totals[0]

    @property
    def months_before_signature(self) -> int:
        """How many months of the contract year lie before that of its signature, 12 at most; 0 where none do."""
        signed, first = self.scenario.signed, self.periods[0]
        if signed is None or self.scenario.year is None:
            return 0
        months = (signed.year - self.scenario.year) * MONTHS_A_YEAR + signed.month - first.calendar[0]
        return min(max(months, 0), MONTHS_A_YEAR)

    def of(self, term: str) -> Series:
        """The row of a term; of one that the contract does not have, zero throughout."""
        none = Series(term, "money", tuple(_ZERO for _ in self.periods), _ZERO, _ZERO)
        return next((fee.series for fee in self.fees if fee.line.term == term), none)


def monthly_view(statement: Statement, view: View = "budget", by: By = "month") -> MonthlyView:
    """A contract by period. A term that is not owed has no part in it."""
    periods = tuple(_periods(statement.scenario, _SIZES[by]))
    fees, over = _fees(statement, view, _SIZES[by]), [each.months for each in periods]
    sales, average = (_figure(statement, path, over) for path in ("sales", "stores.average"))
    vpos = _vpo(statement, _EACH)
    with exactly():
        vpo_sum = None if None in vpos else sum((value or _ZERO for value in vpos), _ZERO)
    stores = (
        Series("stores_average", "count", average, statement.average_stores),
        Series("vpo", "average", _vpo(statement, over), statement.vpo),
    )
    totals = totals_of(statement, fees, sales)
    return MonthlyView(
        statement, view, by, periods, fees, totals, stores if statement.stores else (), vpo_sum
    )


def _fees(statement: Statement, view: View, size: int) -> tuple[PhasedFee, ...]:
    settlements = owed(statement.scenario) if view == "owed" else {}
    phased = (
        {key: _months(each) for key, each in settlements.items()} if view == "owed" else budget(statement)
    )
    fees = []
    for line in filter(lambda line: line.owed, statement.lines):
        amounts = phased.get(line.term)
        of_periods = _sums(amounts or (_ZERO,) * MONTHS_A_YEAR, size)
        left = _ZERO if amounts else line.amount
        told = settlements.get(line.term, line.settlements)
        turning = turns(told) if view == "owed" and not line.settlements else []
        fees.append(PhasedFee(line, of_periods, left, amounts is not None, told, tuple(turning)))
    return tuple(fees)


def totals_of(
    statement: Statement, fees: Sequence[PhasedFee], sales: Sequence[Decimal | None]
) -> tuple[Series, ...]:
    """Total fees in each period and to its end, sales, and fees / sales."""
    with exactly():
        none = tuple(_ZERO for _ in sales)
        amounts = zip(none, *(fee.amounts for fee in fees), strict=True)
        total = tuple(sum(of_period, _ZERO) for of_period in amounts)
        to_date = tuple(accumulate(total, add))
        not_phased = sum((fee.not_phased for fee in fees), _ZERO)
    ratios = tuple(None for _ in sales) if not_phased else tuple(map(ratio, total, sales))
    return (
        Series("total_fees", "money", total, statement.total_fees, not_phased),
        Series("total_to_date", "money", to_date, to_date[-1]),
        Series("sales", "money", sales, statement.sales),
        Series("fee_ratio", "rate", ratios, statement.fee_ratio, is_phased=not not_phased),
    )


def _vpo(statement: Statement, over: Sequence[Months]) -> tuple[Decimal | None, ...]:
    """VPO over sets of months, as the metric of a period has it."""
    return tuple(statement.value(TOTALS["vpo"].within(months, "")) for months in over)


def _figure(statement: Statement, path: str, over: Sequence[Months]) -> tuple[Decimal | None, ...]:
    """A figure over sets of months, to 28 digits; None (n/a) where the plan has none."""
    figures = statement.costed.figure
    with exactly():
        values = [available(partial(figures.over(months), path)) for months in over]
        return tuple(None if value is None else trimmed(without_tail(value)) for value in values)


def _months(settlements: Sequence[Settlement]) -> Amounts:
    """What is settled in each month: a settlement falls in the last month of its period."""
    amounts = dict.fromkeys(YEAR, _ZERO)
    for each in settlements:
        amounts[each.months[-1]] = each.amount
    return tuple(amounts.values())


def _sums(amounts: Amounts, size: int) -> tuple[Decimal, ...]:
    with exactly():
        return tuple(sum(amounts[at : at + size], _ZERO) for at in range(0, MONTHS_A_YEAR, size))


def _periods(scenario: Scenario, size: int) -> Sequence[Period]:
    starts = scenario.plan.starts
    pieces = [YEAR[at : at + size] for at in range(0, MONTHS_A_YEAR, size)]
    found = []
    for months in pieces:
        calendar = tuple(calendar_month(at, starts) for at in months)
        later = size == 1 and calendar[0] < starts
        found.append(Period(months, calendar, None if scenario.year is None else scenario.year + later))
    return found
