"""The index of sales against last year, split into stores and sales per store, as shares and in money."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings.exact import exactly, ratio
from ka_terms.model.contract.plan.plan import Plan

_HALF = Decimal("0.5")
_ONE = Decimal(1)


class Growth(NamedTuple):
    """Indices (1.3 is 130%); None (n/a) where one of the two years lacks the figure or has zero."""

    total: Decimal | None
    """Sales / last year's sales = horizontal x vertical, exactly."""
    horizontal: Decimal | None
    """Average stores / last year's average stores."""
    vertical: Decimal | None
    """VPO / last year's VPO."""


class Change(NamedTuple):
    """What sales changed by on last year's; None (n/a) as in `Growth`. Stores and VPO add up to the total, exactly."""

    total: Decimal | None
    stores: Decimal | None
    """(Average stores - last year's) x last year's VPO: what more stores sell if each sells what one did."""
    vpo: Decimal | None
    """(VPO - last year's) x average stores: what all stores sell more than one did."""


class StoreGroup(NamedTuple):
    """The stores that stood all year, or those opened in it."""

    average: Decimal
    sales: Decimal
    vpo: Decimal | None
    """None where there is no such store."""
    growth: Decimal | None
    """VPO / last year's VPO of all stores."""


class SameAndNew(NamedTuple):
    """Same stores and new stores; their average numbers and their sales add up to those of all, exactly."""

    same: StoreGroup
    new: StoreGroup


def growth_of(plan: Plan) -> Growth | None:
    """Return the indices of a plan against its last year; None where the plan gives no last year."""
    if plan.last_year is None:
        return None
    sales, stores = exact_figures(plan, "sales", "stores.average")
    sales_before, stores_before = exact_figures(plan.last_year, "sales", "stores.average")
    total, horizontal = ratio(sales, sales_before), ratio(stores, stores_before)
    # VPO / VPO before = (sales x stores before) / (sales before x stores): one division, no rounding in between.
    vertical = None
    if sales is not None and sales_before is not None and stores is not None and stores_before:
        with exactly():
            vertical = ratio(sales * stores_before, sales_before * stores)
    return Growth(total, horizontal, vertical)


def change_of(plan: Plan) -> Change | None:
    """Return what the sales of a plan changed by on its last year; None where the plan gives no last year."""
    if plan.last_year is None:
        return None
    sales, stores = exact_figures(plan, "sales", "stores.average")
    sales_before, stores_before = exact_figures(plan.last_year, "sales", "stores.average")
    with exactly():
        total = None if sales is None or sales_before is None else sales - sales_before
        if total is None or sales_before is None or stores is None or stores_before is None:
            return Change(total, None, None)
        of_stores = ratio((stores - stores_before) * sales_before, stores_before)
        return Change(total, of_stores, None if of_stores is None else total - of_stores)


def vpo_of(plan: Plan, figure: str = "sales") -> Decimal | None:
    """Return sales, or volume, / average stores; None (n/a) without either, or without a store."""
    value, stores = exact_figures(plan, figure, "stores.average")
    return ratio(value, stores)


def same_and_new(plan: Plan) -> SameAndNew | None:
    """Return the sales of the stores that stood at the start and of those opened in the year; None without stores.

    Stores that close count half: same = opening - closed / 2, new = average stores - same, which is half of those
    opened where no months say when. One new store sells `new_store_vpo` (1 where the plan does not
    say) of what one of the others does: sales of new = sales x s x new / (same + s x new). Growth is that of VPO, since
    stores opened last year were there for a part of that year alone.
    """
    sales, opening, average, closed, share = exact_figures(
        plan, "sales", "stores.opening", "stores.average", "stores.closed", "new_store_vpo"
    )
    if sales is None or opening is None or average is None or closed is None:
        return None
    with exactly():
        same_average = opening - closed * _HALF
        new_average = average - same_average
        weight = (_ONE if share is None else share) * new_average
        of_new = ratio(sales * weight, same_average + weight) or Decimal(0)
        before = vpo_of(plan.last_year) if plan.last_year else None
        groups = ((same_average, sales - of_new), (new_average, of_new))
        made = (
            StoreGroup(average, sold, vpo := ratio(sold, average), ratio(vpo, before))
            for average, sold in groups
        )
        return SameAndNew(*made)
