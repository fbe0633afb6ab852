"""The quantities that the metrics of a contract are made of, as formulas.

Written over any reading, as the formulas of the terms are: exact decimals give the statement's figures, arrays those of
a sweep, curves those that are solved for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial, reduce
from operator import add
from typing import TYPE_CHECKING, Any

from ka_terms.calculation.private import WALK_AWAY
from ka_terms.calculation.readings.reading import N
from ka_terms.model.vocabulary.metrics import BOUNDED, CONTRIBUTION, NET_NET_SALES, TOTAL_FEES, room

if TYPE_CHECKING:
    from ka_terms.calculation.costs import Costed


def _total_fees(costed: Costed[N]) -> N:
    amounts, figure = costed.amounts, costed.figure
    # A contract without terms costs nothing; written so, since no reading is at hand to make a zero.
    return reduce(add, amounts.values()) if amounts else figure("sales") - figure("sales")


def _net_net_sales(costed: Costed[N]) -> N:
    return costed.figure("sales") - costed.total(TOTAL_FEES)


def _contribution(costed: Costed[N]) -> N:
    left = costed.private("margin") - costed.total(TOTAL_FEES)
    try:
        return left - costed.private("payment_cost")
    except KeyError:
        return left


def _room(name: str, costed: Costed[N]) -> N:
    bound, bounded = costed.private(f"{WALK_AWAY}{name}"), BOUNDED[name]
    if not bounded.is_fee:
        return costed.total(bounded.over) - bound
    most = bound * costed.figure(bounded.under) if bounded.under else bound
    return most - costed.total(bounded.over)


FORMULAS: Mapping[str, Callable[[Costed[Any]], Any]] = {
    TOTAL_FEES: _total_fees,
    NET_NET_SALES: _net_net_sales,
    CONTRIBUTION: _contribution,
    **{room(name): partial(_room, name) for name in BOUNDED},
}
"""Quantities that follow from the sum of all fees; see `ka_terms.model.vocabulary.metrics`."""
