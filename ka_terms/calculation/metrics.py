"""The totals of a contract by name: each is a quantity, or one quantity divided by another.

Written over any reading, as the formulas of the terms are: exact decimals give the statement's figures, arrays those of
a sweep, curves those that are solved for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.calculation.private import WALK_AWAY
from ka_terms.calculation.readings.reading import N
from ka_terms.model.base import PRIVATE

if TYPE_CHECKING:
    from ka_terms.calculation.costs import Costed

TOTAL_FEES, NET_NET_SALES = "total_fees", "net_net_sales"
CONTRIBUTION, ROOM = "contribution", "room."
CEILINGS, FLOORS = ("fee_ratio", TOTAL_FEES), (NET_NET_SALES, CONTRIBUTION)
"""What a walk-away bounds from above, and from below."""


class Metric(NamedTuple):
    """`over`, or `over / under` where `under` is given; n/a where `under` is zero or the contract cannot give it."""

    over: str
    under: str | None = None


TOTALS: Mapping[str, Metric] = {
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
PRIVATE_METRICS: Mapping[str, Metric] = {
    f"{PRIVATE}{CONTRIBUTION}": Metric(CONTRIBUTION),
    f"{PRIVATE}contribution_ratio": Metric(CONTRIBUTION, "sales"),
    **{f"{PRIVATE}{ROOM}{bounded}": Metric(f"{ROOM}{bounded}") for bounded in (*CEILINGS, *FLOORS)},
}
"""What never leaves the house, by its name there.

- contribution = margin - total fees - payment cost, where that is known; contribution_ratio = contribution / sales
- room.M: the money left to the bound of the walk-away on M; under a ceiling bound - M, over a floor M - bound, of the
  fee ratio bound x sales - total fees; negative beyond the bound
"""
METRICS: Mapping[str, Metric] = {**TOTALS, **PRIVATE_METRICS}

RATIOS = frozenset({"fee_ratio", f"{PRIVATE}contribution_ratio"})
"""The metrics that are shares, and so are compared with a percentage."""
MULTIPLIED = frozenset({f"{PRIVATE}{ROOM}{bounded}" for bounded in CEILINGS if bounded in RATIOS})
"""The metrics that are a product with a share, and so no whole amounts of money."""
MORE_IS_BETTER = frozenset({"sales", "vpo", "vpo_volume", NET_NET_SALES, *PRIVATE_METRICS})
"""The metrics a supplier wants high; of all others, fees above all, less is better."""


def measured(name: str, costed: Costed[N]) -> tuple[N, N | None]:
    """What a metric is, and what it is to be divided by; None for nothing.

    A total goes before a term of the same name, a term before a figure. Errors: `KeyError` where the contract cannot
    give it.
    """
    if name in METRICS:
        over, under = METRICS[name]
        return _quantity(over, costed), costed.figure(under) if under else None
    return costed.amounts[name] if name in costed.amounts else costed.figure(name), None


def _quantity(name: str, costed: Costed[N]) -> N:
    if name == TOTAL_FEES:
        return costed.total()
    if name == NET_NET_SALES:
        return costed.figure("sales") - costed.total()
    if name == CONTRIBUTION:
        before_payment_cost = costed.private("margin") - costed.total()
        try:
            return before_payment_cost - costed.private("payment_cost")
        except KeyError:
            return before_payment_cost
    if name.startswith(ROOM):
        return _room(name.removeprefix(ROOM), costed)
    return costed.figure(name)


def _room(name: str, costed: Costed[N]) -> N:
    bound = costed.private(f"{WALK_AWAY}{name}")
    if name in FLOORS:
        return _quantity(name, costed) - bound
    return (bound * costed.figure("sales") if name in RATIOS else bound) - costed.total()
