"""The view that never leaves the house: what a contract leaves to us, and how far it is from the walk-away."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from ka_terms.calculation.costs import Costed
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.readings.reading import N, Reading
from ka_terms.calculation.statement import Statement
from ka_terms.model.base import PRIVATE
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.vocabulary.metrics import BOUNDED, CONTRIBUTION, ROOMS


class Distance(NamedTuple):
    """One bound of the walk-away seen from the contract."""

    metric: str
    """Its key in the walk-away."""
    bound: Decimal
    value: Decimal | None
    """None (n/a) where sales are zero, or the margin is not given."""
    distance: Decimal | None
    """Room left: bound - value under a ceiling, value - bound over a floor; negative beyond the bound."""
    money: Decimal | None
    """The room in money: of a fee ratio, bound x sales - total fees; else the distance itself."""


class InternalView(NamedTuple):
    """Amounts are in the currency's minor unit, each rounded half up; None (n/a) where a part of it is not given."""

    margin: Decimal | None
    """margin x sales, before fees."""
    payment_cost: Decimal | None
    """sales x payment days / 365 x cost of capital a year."""
    contribution: Decimal | None
    """Margin - total fees - payment cost, where that is known."""
    contribution_ratio: Decimal | None
    """Contribution / sales."""
    walk_away: tuple[Distance, ...]
    """One a bound given, ceilings first."""


def internal_view(statement: Statement) -> InternalView | None:
    """The internal view of a contract; None where its file has no `private`. Errors: `Uncomputable` beyond 10^18."""
    if statement.scenario.private is None:
        return None
    return InternalView(
        statement.private("margin"),
        statement.private("payment_cost"),
        statement.metric(f"{PRIVATE}{CONTRIBUTION}"),
        statement.metric(f"{PRIVATE}contribution_ratio"),
        tuple(_distance(statement, metric, bound) for metric, bound in bounds(statement.scenario)),
    )


def crossings(scenario: Scenario, costed: Costed[N], reading: Reading[N]) -> dict[str, Any]:
    """Whether the contract is beyond each bound of the walk-away, in any reading: whether the room is below zero.

    None for what cannot be computed (n/a). Empty where no walk-away is given.
    """
    nothing = reading.constant(Decimal(0))
    found: dict[str, Any] = {}
    for metric, _ in bounds(scenario):
        try:
            found[metric] = nothing > costed.metric(ROOMS[metric])[0]
        except KeyError:
            found[metric] = None
    return found


def bounds(scenario: Scenario) -> Iterator[tuple[str, Decimal]]:
    """The walk-away by what is bounded, ceilings first."""
    walk_away = scenario.private and scenario.private.walk_away
    for metric in BOUNDED:
        bound: Decimal | None = getattr(walk_away, metric, None)
        if bound is not None:
            yield metric, bound


def _distance(statement: Statement, metric: str, bound: Decimal) -> Distance:
    bounded = BOUNDED[metric]
    value = statement.value(bounded)
    with exactly():
        room = None if value is None else bound - value if bounded.is_fee else value - bound
    return Distance(metric, bound, value, room, statement.value(ROOMS[metric]))
