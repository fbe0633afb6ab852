"""The view that never leaves the house: what a contract leaves to us, and how far it is from the walk-away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from ka_terms.calculation.costs import Costed
from ka_terms.calculation.exact import Exact, exactly, ratio
from ka_terms.calculation.metrics import NET_NET_SALES, TOTAL_FEES
from ka_terms.calculation.reading import N, Reading
from ka_terms.calculation.statement import Statement
from ka_terms.model.currency import minor_unit
from ka_terms.model.scenario import Scenario

_DAYS_A_YEAR = Decimal(365)
_CEILINGS = ("fee_ratio", "total_fees")
_FLOORS = ("net_net_sales", "contribution")


class Distance(NamedTuple):
    """One bound of the walk-away seen from the contract."""

    metric: str
    bound: Decimal
    value: Decimal | None
    """None (n/a) where sales are zero, or the margin is not given."""
    distance: Decimal | None
    """Room left: bound - value under a ceiling, value - bound over a floor; negative beyond the bound."""
    money: Decimal | None
    """The room in money: of a fee ratio, bound x sales - total fees; else the distance itself."""


class Inside(NamedTuple):
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


def inside(statement: Statement) -> Inside | None:
    """The internal view of a contract; None where its file has no `private`. Errors: `Uncomputable` beyond 10^18."""
    scenario = statement.scenario
    if scenario.private is None:
        return None
    with exactly():
        margin, payment_cost = _margin_and_payment_cost(scenario, statement.sales, Exact())
        contribution = _contribution(margin, payment_cost, statement.total_fees)
        walk_away = tuple(_distances(statement, contribution))
    return Inside(margin, payment_cost, contribution, ratio(contribution, statement.sales), walk_away)


def crossings(scenario: Scenario, costed: Costed[N], reading: Reading[N]) -> dict[str, Any]:
    """Whether the contract is beyond each bound of the walk-away, in any reading; a fee ratio as fees > bound x sales.

    None for what cannot be computed (n/a). Empty where no walk-away is given.
    """
    sales, fees = costed.figure("sales"), costed.metric(TOTAL_FEES)[0]
    contribution = _contribution(*_margin_and_payment_cost(scenario, sales, reading), fees)
    floors = {NET_NET_SALES: sales - fees, "contribution": contribution}
    found: dict[str, Any] = {}
    for metric, bound in bounds(scenario):
        line = reading.constant(bound)
        if metric in _CEILINGS:
            found[metric] = fees > (line * sales if metric == "fee_ratio" else line)
        else:
            floor = floors[metric]
            found[metric] = None if floor is None else line > floor
    return found


def _margin_and_payment_cost(scenario: Scenario, sales: N, reading: Reading[N]) -> tuple[N | None, N | None]:
    """Each rounded half up to the minor unit; None where a part of it is not given."""
    private, unit = scenario.private, minor_unit(scenario.currency)
    margin = payment_cost = None
    if private and private.margin is not None:
        margin = reading.settle("margin", reading.constant(private.margin) * sales, unit)
    if private and private.cost_of_capital is not None and scenario.payment_days is not None:
        days, rate = reading.constant(scenario.payment_days), reading.constant(private.cost_of_capital)
        # Divided last, so that a cost that ends on half a cent is met exactly.
        cost = reading.divide(sales * days * rate, reading.constant(_DAYS_A_YEAR))
        payment_cost = reading.settle("payment_cost", cost, unit)
    return margin, payment_cost


def _contribution(margin: N | None, payment_cost: N | None, fees: N) -> N | None:
    if margin is None:
        return None
    return margin - fees if payment_cost is None else margin - fees - payment_cost


def bounds(scenario: Scenario) -> Iterator[tuple[str, Decimal]]:
    """The walk-away by what is bounded, ceilings first."""
    walk_away = scenario.private and scenario.private.walk_away
    for metric in (*_CEILINGS, *_FLOORS):
        bound: Decimal | None = getattr(walk_away, metric, None)
        if bound is not None:
            yield metric, bound


def _distances(statement: Statement, contribution: Decimal | None) -> Iterator[Distance]:
    values: Mapping[str, Decimal | None] = {
        "fee_ratio": statement.fee_ratio,
        "total_fees": statement.total_fees,
        "net_net_sales": statement.net_net_sales,
        "contribution": contribution,
    }
    for metric, bound in bounds(statement.scenario):
        yield _distance(statement, metric, bound, values[metric])


def _distance(statement: Statement, metric: str, bound: Decimal, value: Decimal | None) -> Distance:
    room = None if value is None else bound - value if metric in _CEILINGS else value - bound
    money = bound * statement.sales - statement.total_fees if metric == "fee_ratio" else room
    return Distance(metric, bound, value, room, money)
