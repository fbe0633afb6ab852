"""The index of sales against last year, split into stores and sales per store."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings.exact import exactly, ratio
from ka_terms.model.contract.plan.plan import Plan


class Growth(NamedTuple):
    """Indices (1.3 is 130%); None (n/a) where one of the two years lacks the figure or has zero."""

    total: Decimal | None
    """Sales / last year's sales = horizontal x vertical, exactly."""
    horizontal: Decimal | None
    """Average stores / last year's average stores."""
    vertical: Decimal | None
    """VPO / last year's VPO."""


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
