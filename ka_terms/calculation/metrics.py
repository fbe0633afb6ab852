"""The totals of a contract by name: each is a quantity, or one quantity divided by another.

Written over any reading, as the formulas of the terms are: exact decimals give the statement's figures, arrays those of
a sweep, curves those that are solved for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from operator import add
from typing import NamedTuple

from ka_terms.calculation.reading import N

TOTAL_FEES, NET_NET_SALES = "total_fees", "net_net_sales"


class Metric(NamedTuple):
    """`over`, or `over / under` where `under` is given; n/a where `under` is zero or the plan cannot give it."""

    over: str
    under: str | None = None


METRICS: Mapping[str, Metric] = {
    TOTAL_FEES: Metric(TOTAL_FEES),
    "fee_ratio": Metric(TOTAL_FEES, "sales"),
    "sales": Metric("sales"),
    "vpo": Metric("sales", "stores.average"),
    "vpo_volume": Metric("volume", "stores.average"),
    "fees_a_store": Metric(TOTAL_FEES, "stores.average"),
    NET_NET_SALES: Metric(NET_NET_SALES),
}
"""Totals by the name that guardrails, policies and sweeps use; any term's key names its line.

- fee_ratio (費用占比) = total fees / sales; net_net_sales (净净) = sales less all fees
- vpo (單點銷量) = sales / average stores; vpo_volume = volume / average stores
- fees_a_store = total fees / average stores
"""

RATIOS = frozenset({"fee_ratio"})
"""The metrics that are shares, and so are compared with a percentage."""
MORE_IS_BETTER = frozenset({"sales", "vpo", "vpo_volume", NET_NET_SALES})
"""The metrics a supplier wants high; of all others, fees above all, less is better."""


def measured(name: str, figure: Callable[[str], N], amounts: Mapping[str, N]) -> tuple[N, N | None]:
    """What a metric is, and what it is to be divided by; None for nothing.

    A total goes before a term of the same name, a term before a figure. Errors: `KeyError` where the plan cannot give
    the figure.
    """
    if name in METRICS:
        over, under = METRICS[name]
        return _quantity(over, figure, amounts), figure(under) if under else None
    return amounts[name] if name in amounts else figure(name), None


def _quantity(name: str, figure: Callable[[str], N], amounts: Mapping[str, N]) -> N:
    if name == TOTAL_FEES:
        # A contract without terms costs nothing; written so, since no reading is at hand to make a zero.
        return reduce(add, amounts.values()) if amounts else figure("sales") - figure("sales")
    if name == NET_NET_SALES:
        return figure("sales") - _quantity(TOTAL_FEES, figure, amounts)
    return figure(name)
