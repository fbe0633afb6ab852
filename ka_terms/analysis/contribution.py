"""What a contract leaves, on one basis for every contract of the page."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import NamedTuple

from ka_terms.calculation.readings.exact import exactly, round_half_up
from ka_terms.calculation.statement import Statement
from ka_terms.model.contract.private import COSTS
from ka_terms.model.numbers.currency import minor_unit

_WHOLE_FROM = Decimal(10_000)
"""Sales from which a page shows what was worked out in whole units of the currency."""
_ONE, _ZERO = Decimal(1), Decimal(0)


class Basis(NamedTuple):
    """How contribution is calculated: margin x sales - total fees, less what finance knows of other costs.

    The cost of payment days is one of them where all contracts have one.
    """

    margin: Decimal | None
    """None where no margin may be shown or none is given: then there is no contribution."""
    cost_of_capital: Decimal | None
    """A year; None where payment days are not in the contribution of any contract."""
    lacks: tuple[str, ...]
    """The costs that are not in it: `logistics`, `people`, `payment_cost`."""
    unit: Decimal
    """What contributions and amounts at other sales are rounded to, half up: whole units of the currency where all
    contracts come to whole ones and sales are large, else what the contract settles in."""

    def contribution(self, statement: Statement) -> Decimal | None:
        """Return what a contract leaves, to the nearest `unit`; None (n/a) without a margin."""
        left = self.exact(statement)
        return None if left is None else self.rounded(left)

    def exact(self, statement: Statement) -> Decimal | None:
        """Return the same, not rounded."""
        margin = statement.private("margin")
        if self.margin is None or margin is None:
            return None
        costs = [statement.private(name) for name in COSTS if name not in self.lacks]
        with exactly():
            return margin - statement.total_fees - sum((cost for cost in costs if cost is not None), _ZERO)

    def rounded(self, amount: Decimal) -> Decimal:
        return round_half_up(amount, self.unit)


def basis_of(approved: Statement, others: Collection[Statement] = (), *, with_days: bool = True) -> Basis:
    """Return the basis that all these contracts can have: payment days count only where each of them states its own.

    Without `with_days` they do not count, for what looks at them by themselves.
    """
    scenario = approved.scenario
    has_all = with_days and all(one.private("payment_cost") is not None for one in (approved, *others))
    cost = scenario.private_number("cost_of_capital") if has_all else None
    known = {name for name in COSTS if scenario.private_cost(name) is not None}
    lacks = tuple(name for name in COSTS if name not in (known | {"payment_cost"} if has_all else known))
    amounts = (amount for one in (approved, *others) for amount in (one.sales, one.total_fees))
    is_whole = approved.sales >= _WHOLE_FROM and all(
        amount == amount.to_integral_value() for amount in amounts
    )
    unit = max(scenario.unit, _ONE) if is_whole else min(scenario.unit, minor_unit(scenario.currency))
    return Basis(scenario.private_number("margin"), cost, lacks, unit)
