"""Sales per store month by month, beside those of last year."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ka_terms.calculation.readings.exact import decimal_of, exactly, ratio, trimmed
from ka_terms.model.contract.plan.exact_figures import ExactFigures
from ka_terms.model.contract.plan.figures import PlanFigures
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.numbers.month import YEAR, calendar_month


class MonthOfGrowth(NamedTuple):
    """One month. None is n/a."""

    month: int
    """By the calendar."""
    sales: Decimal | None
    stores: Decimal | None
    """Stores on average in the month."""
    vpo: Decimal | None
    """Sales / stores."""
    vpo_before: Decimal | None
    """Last year's in the same month."""
    growth: Decimal | None
    """VPO / last year's."""


class Months(NamedTuple):
    """The months of a year in their order."""

    months: tuple[MonthOfGrowth, ...]
    vpo_sum: Decimal | None
    """The sum of the monthly VPOs; the VPO of the year only where stores do not change."""


def months_of(plan: Plan) -> Months | None:
    """Return the months of a plan; None where neither it nor last year lists any, and where it has no stores."""
    is_listed = plan.months or (plan.last_year and plan.last_year.months)
    if plan.stores is None or not is_listed:
        return None
    now, before = _read(plan), _read(plan.last_year) if plan.last_year else [(None, None)] * len(YEAR)
    months = []
    for at, (sales, stores), (sales_before, stores_before) in zip(YEAR, now, before, strict=True):
        vpo, old = ratio(sales, stores), ratio(sales_before, stores_before)
        month = calendar_month(at, plan.starts)
        months.append(MonthOfGrowth(month, sales, stores, vpo, old, ratio(vpo, old)))
    vpos = [one.vpo for one in months]
    with exactly():
        total = None if None in vpos else sum((vpo for vpo in vpos if vpo is not None), Decimal(0))
    return Months(tuple(months), total)


def _read(plan: Plan) -> list[tuple[Decimal | None, Decimal | None]]:
    """Return sales and average stores of each month."""
    figures: PlanFigures[Fraction] = PlanFigures(plan, ExactFigures())
    return [(_in_month(figures, at, "sales"), _in_month(figures, at, "stores.average")) for at in YEAR]


def _in_month(figures: PlanFigures[Fraction], at: int, path: str) -> Decimal | None:
    try:
        return trimmed(decimal_of(figures.over((at,))(path)))
    except KeyError:
        return None
