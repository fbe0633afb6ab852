"""The lines of a customer P&L at one level of sales."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from ka_terms.analysis.pnl.sorted_fees import (
    OFF_INVOICE,
    ON_INVOICE,
    PENALTIES,
    SortedFee,
    sorted_fees,
)
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.figures import available
from ka_terms.calculation.readings.exact import exactly, ratio, round_half_up
from ka_terms.calculation.statement import Statement
from ka_terms.model.contract.private import COSTS
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.numbers.currency import minor_unit

GROSS, NET_INVOICED, RETURNS, NET_NET, GOODS, AFTER_TERMS, UNKNOWN, CONTRIBUTION = (
    *("gross", "net_invoiced", "returns", "net_net", "cost_of_goods"),
    *("margin_after_terms", "unknown", "contribution"),
)
LEVELS = (GROSS, NET_INVOICED, NET_NET, AFTER_TERMS, CONTRIBUTION)
"""What is left, line by line; all other lines lead from one of these to the next."""
_PAYMENT = "payment_cost"
_ONE, _ZERO = Decimal(1), Decimal(0)


class PnlLine(NamedTuple):
    """One line. What is taken off is negative, so that each level is the one before and all lines between."""

    key: str
    amount: Decimal | None
    """None of `unknown`, the costs that the file does not give."""
    of_gross: Decimal | None
    of_net_invoiced: Decimal | None
    a_store: Decimal | None
    """Amount / average stores; None (n/a) without stores."""
    is_level: bool
    terms: tuple[str, ...] = ()
    """The terms whose fees it adds up."""


class Pnl(NamedTuple):
    """The customer P&L of one contract at one level of sales."""

    statement: Statement
    lines: tuple[PnlLine, ...]
    """Without a margin they end at `net_net`."""
    lacks: tuple[str, ...]
    """Costs that the file does not give, and so not in the contribution: `logistics`, `people`, `payment_cost`."""
    fees: tuple[SortedFee, ...]

    @property
    def sales(self) -> Decimal:
        return self.statement.sales

    @property
    def has_margin(self) -> bool:
        return self.line(CONTRIBUTION) is not None

    def line(self, key: str) -> PnlLine | None:
        """Return a line by its key; None where the contract has none such."""
        return next((line for line in self.lines if line.key == key), None)

    def amount(self, key: str) -> Decimal | None:
        """Return the amount of a line; None where there is none."""
        line = self.line(key)
        return line and line.amount


class _Entry(NamedTuple):
    key: str
    amount: Decimal | None
    terms: tuple[str, ...] = ()


def pnl_of(statement: Statement) -> Pnl:
    """Return the customer P&L of a contract on the plan of its statement. Errors: `Uncomputable` beyond 10^18."""
    fees = sorted_fees(statement)
    with exactly():
        entries = [*_entries(statement, fees)]
        amounts = {entry.key: entry.amount for entry in entries}
        gross, net_invoiced = amounts[GROSS], amounts[NET_INVOICED]
        lines = [
            PnlLine(
                entry.key,
                entry.amount,
                ratio(entry.amount, gross),
                ratio(entry.amount, net_invoiced),
                ratio(entry.amount, statement.average_stores),
                entry.key in LEVELS,
                entry.terms,
            )
            for entry in entries
        ]
    lacks = tuple(cost for cost in COSTS if cost not in amounts)
    return Pnl(statement, tuple(lines), lacks, fees)


def _entries(statement: Statement, fees: tuple[SortedFee, ...]) -> Iterator[_Entry]:
    """Yield the lines from the top: each level is what the lines so far leave."""
    gross = left = to_money(statement.sales, statement.scenario)
    yield _Entry(GROSS, gross)
    entry = _of_fees(ON_INVOICE, fees)
    net_invoiced = left = left + _known(entry)
    yield from (entry, _Entry(NET_INVOICED, left))
    for entry in _off_invoice(statement, fees):
        yield entry
        left += _known(entry)
    yield _Entry(NET_NET, left)
    margin = statement.private("margin")
    if margin is None:
        return
    yield _Entry(GOODS, margin - gross)
    left += margin - gross
    yield _Entry(AFTER_TERMS, left)
    costs = {name: _cost(name, net_invoiced, statement) for name in COSTS}
    for name, cost in costs.items():
        if cost is not None:
            yield _Entry(name, -cost)
            left -= cost
    if None in costs.values():
        yield _Entry(UNKNOWN, None)
    yield _Entry(CONTRIBUTION, left)


def _off_invoice(statement: Statement, fees: tuple[SortedFee, ...]) -> Iterator[_Entry]:
    """Yield what comes off the net invoiced sales; returns only where the plan states them."""
    yield from (_of_fees(key, fees) for key in OFF_INVOICE)
    (returns,) = exact_figures(statement.scenario.plan, RETURNS)
    if returns is not None:
        yield _Entry(RETURNS, -to_money(returns, statement.scenario))
    yield _of_fees(PENALTIES, fees)


def _of_fees(key: str, fees: tuple[SortedFee, ...]) -> _Entry:
    sorted_here = [fee for fee in fees if fee.line == key]
    amount = -sum((fee.amount for fee in sorted_here), _ZERO)
    return _Entry(key, amount or _ZERO, tuple(fee.term for fee in sorted_here))


def _known(entry: _Entry) -> Decimal:
    return entry.amount or _ZERO


def _cost(name: str, net_invoiced: Decimal, statement: Statement) -> Decimal | None:
    """Return a cost; payment days cost on what is invoiced after discounts, with VAT where the plan states it."""
    if name != _PAYMENT:
        return statement.private(name)
    vat = statement.scenario.plan.vat or _ZERO
    return available(partial(statement.costed.private.payment_cost, net_invoiced * (_ONE + vat)))


def to_money(amount: Decimal, scenario: Scenario) -> Decimal:
    """Return an amount half up in what the contract settles in, or in the minor unit of its currency if that is less.

    Every line is rounded so, and the lines add up as they are shown.
    """
    return round_half_up(amount, min(scenario.unit, minor_unit(scenario.currency)))
