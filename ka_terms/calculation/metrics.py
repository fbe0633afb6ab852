"""The quantities that the metrics of a contract are made of, as formulas.

Written over any reading, as the formulas of the terms are: exact decimals give the statement's figures, arrays those of
a sweep, curves those that are solved for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial, reduce
from operator import add
from typing import Any, Generic, NamedTuple

from ka_terms.calculation.budget import Budget
from ka_terms.calculation.figures import Figures, available
from ka_terms.calculation.more_stores import NEW_STORES, sales_of_more_stores
from ka_terms.calculation.phasing import spread_by
from ka_terms.calculation.private import Private
from ka_terms.calculation.readings.reading import N
from ka_terms.calculation.settlements import Settled
from ka_terms.model.contract.private import COSTS
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.naming import not_owed
from ka_terms.model.numbers.month import Months
from ka_terms.model.vocabulary.figures import BLOCKS, LAST_YEAR
from ka_terms.model.vocabulary.metrics import (
    BOUNDED,
    CONTRIBUTION,
    NET_NET_SALES,
    OPEN_GAP,
    TOTAL_FEES,
    Metric,
    headroom_name,
)


class Costed(NamedTuple, Generic[N]):
    """A contract in one reading: figures by path, settled amounts by term, and the private quantities by name."""

    figure: Figures[N]
    amounts: Mapping[str, N]
    private: Private[N]
    scenario: Scenario
    known_total: Callable[[], N] | None = None
    """Returns the sum of the amounts; None where nobody knows it more cheaply than by adding them up."""
    settled: Mapping[str, Settled[N]] = {}
    """Every settlement of every term and group."""

    def total(self) -> N:
        """Return the sum of all amounts that are owed; zero for a contract without such terms."""
        if self.known_total:
            return self.known_total()
        return reduce(add, self.owed_amounts() or [self.zero])

    def owed_amounts(self) -> list[N]:
        """Return the amounts that count in sums, in the order of the contract."""
        return [self.amounts[key] for key in self.owed]

    @property
    def owed(self) -> list[str]:
        """Return the terms and groups that count in sums, in the order of the contract."""
        unpaid = not_owed(self.scenario.terms)
        return [key for key in self.scenario.fees if key not in unpaid]

    @property
    def zero(self) -> N:
        """Zero in this reading."""
        return self.figure.reading.constant(Decimal(0))

    def quantity(self, name: str) -> N:
        """Return a figure, or a quantity that follows from the sum of fees. Errors: `KeyError` where it is n/a."""
        formula = FORMULAS.get(name)
        value: N = formula(self) if formula else self.figure(name)
        return value

    def metric(self, metric: Metric) -> tuple[N, N | None]:
        """Return a metric as dividend and divisor, which is None where there is none. Errors: as in `quantity`."""
        if metric.months:
            return self._in_months(metric, metric.months)
        over = self.amounts[metric.over] if metric.is_term else self.quantity(metric.over)
        return over, self.figure(metric.under) if metric.under else None

    def _in_months(self, metric: Metric, months: Months) -> tuple[N, N | None]:
        """Return a metric of a run of months: fees as the budget has them, figures of these months.

        A sum of fees is that of the phased ones. Errors: `KeyError` for a term that is not phased, and where a sum that
        lacks such a term is set against a figure.
        """
        figure, phased = self.figure.over(months), spread_by(self.scenario)
        budget = Budget(self.scenario, self.figure, self.settled)
        if metric.is_term:
            over = budget.over(metric.over, months)
        elif metric.sums_fees:
            fees = [budget.over(key, months) for key in self.owed if key in phased]
            over = reduce(add, fees, self.zero)
            if (metric.under or metric.over != TOTAL_FEES) and len(fees) < len(self.owed):
                raise KeyError(metric.name)
            over = figure("sales") - over if metric.over == NET_NET_SALES else over
        else:
            over = figure(metric.over)
        return over, figure(metric.under) if metric.under else None


def _contribution(costed: Costed[N]) -> N:
    left = costed.private("margin") - costed.total()
    for name in COSTS:
        cost = available(partial(costed.private, name))
        left = left if cost is None else left - cost
    return left


def _room(name: str, costed: Costed[N]) -> N:
    bound, bounded = costed.private.bound(name), BOUNDED[name]
    if not bounded.is_fee:
        return costed.quantity(bounded.over) - bound
    most = bound * costed.figure(bounded.under) if bounded.under else bound
    return most - costed.quantity(bounded.over)


def _open_gap(costed: Costed[N]) -> N:
    figure, plan = costed.figure, costed.scenario.plan
    target = available(partial(figure, "target"))
    gap: N = (figure("sales") if target is None else target) - figure(f"{LAST_YEAR}sales")
    for name in plan.blocks:
        gap = gap - figure(f"{BLOCKS}{name}")
    more = None if NEW_STORES in plan.blocks else available(partial(sales_of_more_stores, figure))
    return gap if more is None else gap - more


FORMULAS: Mapping[str, Callable[[Costed[Any]], Any]] = {
    TOTAL_FEES: lambda costed: costed.total(),
    NET_NET_SALES: lambda costed: costed.figure("sales") - costed.total(),
    CONTRIBUTION: _contribution,
    OPEN_GAP: _open_gap,
    **{headroom_name(name): partial(_room, name) for name in BOUNDED},
}
"""Quantities that follow from the sum of all fees; see `ka_terms.model.vocabulary.metrics`."""
