"""The internal view of a contract: its contribution, and its distance to the walk-away limit."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

from ka_terms.calculation.figures import available
from ka_terms.calculation.metrics import Costed
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.readings.reading import N
from ka_terms.calculation.statement import Statement
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.privacy import PRIVATE_NAMES
from ka_terms.model.vocabulary.metrics import BOUNDED, CONTRIBUTION, ROOMS


class Distance(NamedTuple):
    """The distance of a contract from one bound of its walk-away limit."""

    metric: str
    """Its key in the walk-away limit."""
    bound: Decimal
    value: Decimal | None
    """None (n/a) where sales are zero, or the margin is not given."""
    distance: Decimal | None
    """bound - value for a ceiling, value - bound for a floor; negative where the bound is exceeded."""
    money: Decimal | None
    """The distance in money: bound x sales - total fees for the fee ratio, else the distance itself."""


class InternalView(NamedTuple):
    """Private results of a contract. Amounts are rounded half up to the minor unit; None (n/a) without their data."""

    margin: Decimal | None
    """margin x sales, before fees."""
    logistics: Decimal | None
    people: Decimal | None
    payment_cost: Decimal | None
    """Invoices x payment days / 365 x cost of capital a year."""
    contribution: Decimal | None
    """Margin - total fees - logistics - people - payment cost; of these costs the known ones."""
    contribution_ratio: Decimal | None
    """Contribution / sales."""
    walk_away: tuple[Distance, ...]
    """One distance for each bound that the file gives, ceilings first."""


def internal_view(statement: Statement) -> InternalView | None:
    """Return the internal view; None where the file has no `private`. Errors: `Uncomputable` beyond 10^18."""
    if statement.scenario.private is None:
        return None
    return InternalView(
        statement.private("margin"),
        statement.private("logistics"),
        statement.private("people"),
        statement.private("payment_cost"),
        statement.metric(f"{PRIVATE_NAMES}{CONTRIBUTION}"),
        statement.metric(f"{PRIVATE_NAMES}contribution_ratio"),
        tuple(_distance(statement, metric, bound) for metric, bound in bounds(statement.scenario)),
    )


def exceeded_limits(scenario: Scenario, costed: Costed[N]) -> dict[str, Any]:
    """Return for each bound of the walk-away limit whether the contract exceeds it: the room is below zero.

    The truth is that of the reading, such as an array; None (n/a) where the room cannot be calculated.
    """
    rooms = {
        metric: available(partial(costed.quantity, ROOMS[metric].over)) for metric, _ in bounds(scenario)
    }
    return {metric: None if left is None else costed.zero > left for metric, left in rooms.items()}


def bounds(scenario: Scenario) -> Iterator[tuple[str, Decimal]]:
    """Yield the bounds of the walk-away limit by metric, ceilings first."""
    for metric in BOUNDED:
        if (bound := scenario.private_number("walk_away", metric)) is not None:
            yield metric, bound


def _distance(statement: Statement, metric: str, bound: Decimal) -> Distance:
    bounded = BOUNDED[metric]
    value = statement.value(bounded)
    with exactly():
        room = None if value is None else bound - value if bounded.is_fee else value - bound
    return Distance(metric, bound, value, room, statement.value(ROOMS[metric]))
