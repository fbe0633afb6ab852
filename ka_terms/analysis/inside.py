"""The view that never leaves the house: what a contract leaves to us, and how far it is from the walk-away."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from ka_terms.calculation.exact import exactly, ratio, round_half_up
from ka_terms.calculation.statement import Statement
from ka_terms.model.currency import minor_unit
from ka_terms.model.scenario import Private

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
    """The internal view of a contract; None where its file has no `private`."""
    private = statement.scenario.private
    if private is None:
        return None
    with exactly():
        margin, payment_cost = _margin(statement, private), _payment_cost(statement, private)
        contribution = None if margin is None else margin - statement.total_fees - (payment_cost or 0)
        walk_away = _walk_away(statement, private, contribution)
    return Inside(margin, payment_cost, contribution, ratio(contribution, statement.sales), walk_away)


def _margin(statement: Statement, private: Private) -> Decimal | None:
    return None if private.margin is None else _settled(statement, private.margin * statement.sales)


def _payment_cost(statement: Statement, private: Private) -> Decimal | None:
    days, rate = statement.scenario.payment_days, private.cost_of_capital
    if days is None or rate is None:
        return None
    # Divided last, so that a cost that ends on half a cent is met exactly.
    return _settled(statement, statement.sales * days * rate / _DAYS_A_YEAR)


def _settled(statement: Statement, amount: Decimal) -> Decimal:
    return round_half_up(amount, minor_unit(statement.scenario.currency))


def _walk_away(statement: Statement, private: Private, contribution: Decimal | None) -> tuple[Distance, ...]:
    values: Mapping[str, Decimal | None] = {
        "fee_ratio": statement.fee_ratio,
        "total_fees": statement.total_fees,
        "net_net_sales": statement.net_net_sales,
        "contribution": contribution,
    }
    bounds = ((metric, getattr(private.walk_away, metric, None)) for metric in (*_CEILINGS, *_FLOORS))
    return tuple(
        _distance(statement, metric, bound, values[metric]) for metric, bound in bounds if bound is not None
    )


def _distance(statement: Statement, metric: str, bound: Decimal, value: Decimal | None) -> Distance:
    room = None if value is None else bound - value if metric in _CEILINGS else value - bound
    money = bound * statement.sales - statement.total_fees if metric == "fee_ratio" else room
    return Distance(metric, bound, value, room, money)
