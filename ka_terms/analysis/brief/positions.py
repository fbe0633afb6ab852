"""Where each side stands: contracts at their fees, and the limits of our file at the fees that just meet them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.concessions.cases import SalesCase, at_sales
from ka_terms.analysis.concessions.steps import target_fees
from ka_terms.analysis.contribution import Basis
from ka_terms.calculation.readings.exact import exactly, ratio
from ka_terms.calculation.statement import Statement, evaluate

REQUEST, WALK_AWAY, OLD_TERMS, TARGET, OFFER, IDEAL, CONTRACT = (
    *("request", "walk_away", "old_terms", "target"),
    *("offer", "ideal", "contract"),
)


class Position(NamedTuple):
    """Where somebody stands. None is n/a."""

    role: str
    """`request`, `walk_away`, `old_terms` (of the last contract, on this plan), `target`, `ideal`, `offer`, and
    `contract`, that which we aim at where its file has a target of its own that is another."""
    fees: Decimal
    fee_ratio: Decimal | None
    contribution: Decimal | None
    contribution_ratio: Decimal | None
    low_fees: Decimal | None
    """At low sales, all else as planned."""
    low_ratio: Decimal | None


def position_of(role: str, statement: Statement, basis: Basis, low: SalesCase | None) -> Position:
    """Return where a contract stands, at its sales and at low sales."""
    left = basis.contribution(statement)
    at_low = None if low is None else at_sales(statement.scenario, low.sales)
    lower = None if at_low is None else evaluate(at_low)
    return Position(
        role,
        statement.total_fees,
        statement.fee_ratio,
        left,
        ratio(left, statement.sales),
        None if lower is None else basis.rounded(lower.total_fees),
        None if lower is None else lower.fee_ratio,
    )


def limits_of(target: Statement, basis: Basis, low: SalesCase | None) -> Iterator[Position]:
    """Yield walk-away limit, target and ideal of the file, where it gives them: at the fees that just meet them."""
    left = basis.exact(target)
    at_low = None if low is None else at_sales(target.scenario, low.sales)
    lower = None if at_low is None else evaluate(at_low)
    for role in (WALK_AWAY, TARGET, IDEAL):
        fees, low_fees = (None if one is None else target_fees(one, role) for one in (target, lower))
        if fees is not None:
            with exactly():
                kept = None if left is None else basis.rounded(left + target.total_fees - fees)
            fees, low_fees = basis.rounded(fees), None if low_fees is None else basis.rounded(low_fees)
            low_ratio = ratio(low_fees, lower.sales) if lower else None
            shares = ratio(fees, target.sales), ratio(kept, target.sales)
            yield Position(role, fees, shares[0], kept, shares[1], low_fees, low_ratio)
