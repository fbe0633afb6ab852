"""A contract that is signed late and back-dated: until then last year's terms run, then comes the catch-up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.comparison import side_by_side
from ka_terms.analysis.monthly.view import MonthlyView, PhasedFee, monthly_view, totals_of
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario

_ZERO = Decimal(0)


class Late(NamedTuple):
    """A contract by month as it was paid until it was signed: on whose terms, and the catch-up that follows."""

    view: MonthlyView
    terms_of: str
    """The name of the contract whose terms ran before."""
    at: int
    """The position of the month of signature, counted from 0; 12 where it comes after the year."""
    catch_up: Decimal
    """What the terms signed come to until then, above what ran."""


def late(view: MonthlyView, before: Scenario) -> Late:
    """The months of a contract, those before its signature on the terms of the contract of the year before.

    The month of signature has all that the terms signed come to until its end, less what ran. Errors: `Incomparable`
    where the terms before cannot be costed on this plan.
    """
    (old,) = side_by_side([before], view.scenario)
    ran, at = monthly_view(evaluate(old), view.view), view.months_before_signature
    known = {fee.line.term: fee for fee in view.fees}
    fees = [_caught_up(fee, ran, at) for fee in view.fees]
    fees += [_caught_up(_ended(fee), ran, at) for fee in ran.fees if fee.line.term not in known]
    sales = view.totals[2].values
    shown = replace(view, fees=tuple(fees), totals=totals_of(view.statement, fees, sales))
    with exactly():
        due = sum((value or _ZERO for value in view.total.values[: at + 1]), _ZERO)
        paid = sum((value or _ZERO for value in ran.total.values[:at]), _ZERO)
        last = view.total.values[at] if at < len(view.periods) else _ZERO
    return Late(shown, before.scenario, at, due - paid - (last or _ZERO))


def _ended(fee: PhasedFee) -> PhasedFee:
    """A fee of the contract before that the one signed does not have."""
    none = tuple(_ZERO for _ in fee.amounts)
    line = replace(fee.line, amount=_ZERO, ratio=_ZERO)
    return PhasedFee(line, none, _ZERO, is_phased=True, settlements=())


def _caught_up(fee: PhasedFee, ran: MonthlyView, at: int) -> PhasedFee:
    before = [value or _ZERO for value in ran.of(fee.line.term).values[:at]]
    with exactly():
        in_month = _until(fee.amounts[: at + 1]) - _until(before)
    after: Sequence[Decimal] = (in_month, *fee.amounts[at + 1 :]) if at < len(fee.amounts) else ()
    amounts = (*before, *after)
    return fee._replace(amounts=amounts, is_phased=fee.is_phased or any(amounts))


def _until(amounts: Sequence[Decimal]) -> Decimal:
    return sum(amounts, _ZERO)
