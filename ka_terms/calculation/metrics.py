"""The quantities that the metrics of a contract are made of, as formulas.

Written over any reading, as the formulas of the terms are: exact decimals give the statement's figures, arrays those of
a sweep, curves those that are solved for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from ka_terms.calculation.figures import available
from ka_terms.calculation.readings.reading import N
from ka_terms.model.vocabulary.metrics import BOUNDED, CONTRIBUTION, NET_NET_SALES, TOTAL_FEES, room

if TYPE_CHECKING:
    from ka_terms.calculation.costs import Costed


def _contribution(costed: Costed[N]) -> N:
    before_payment_cost = costed.private("margin") - costed.total()
    payment_cost = available(lambda: costed.private("payment_cost"))
    return before_payment_cost if payment_cost is None else before_payment_cost - payment_cost


def _room(name: str, costed: Costed[N]) -> N:
    bound, bounded = costed.private.bound(name), BOUNDED[name]
    if not bounded.is_fee:
        return costed.quantity(bounded.over) - bound
    most = bound * costed.figure(bounded.under) if bounded.under else bound
    return most - costed.quantity(bounded.over)


FORMULAS: Mapping[str, Callable[[Costed[Any]], Any]] = {
    TOTAL_FEES: lambda costed: costed.total(),
    NET_NET_SALES: lambda costed: costed.figure("sales") - costed.total(),
    CONTRIBUTION: _contribution,
    **{room(name): partial(_room, name) for name in BOUNDED},
}
"""Quantities that follow from the sum of all fees; see `ka_terms.model.vocabulary.metrics`."""
