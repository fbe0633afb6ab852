"""The ladder of a tiered term: the fee at each threshold, the jump there, and the dead zone above it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ka_terms.analysis.feasibility import feasible_range
from ka_terms.analysis.ladder.by_measure import (
    HIGHEST,
    AmountByMeasure,
    amount_by_measure,
    curves_around,
    dead_zone_end_and_loss,
    limit,
    net_after_fees,
    plan_by_measure,
)
from ka_terms.analysis.ladder.standing import DeadZone, LadderRow, TierWarning, standing_of
from ka_terms.analysis.piecewise.changing_contract import costed_at, without_epsilon
from ka_terms.analysis.piecewise.piecewise import Jump
from ka_terms.calculation.costs import arguments_of
from ka_terms.calculation.formulas.base import base
from ka_terms.calculation.readings.curves import value_at
from ka_terms.calculation.readings.exact import decimal_of, exactly
from ka_terms.calculation.readings.fractions import round_fraction
from ka_terms.calculation.statement import Statement
from ka_terms.calculation.tier_status import TierStatus
from ka_terms.model.contract.terms import TieredTerm

_ZERO, _ONE = Fraction(0), Fraction(1)


class Ladder(NamedTuple):
    """A tiered term with a row for each tier, from the lowest up."""

    key: str
    term: TieredTerm
    rows: tuple[LadderRow, ...]

    @property
    def standing(self) -> TierWarning | None:
        """The dead zone that the plan is in, else the nearest threshold with a jump; None where there is neither."""
        return standing_of(self.key, self.rows)


class ContractLadders(NamedTuple):
    """A contract with its ladders; `internal` where the margin may be shown, and the contract has one."""

    statement: Statement
    ladders: tuple[Ladder, ...]
    internal: bool


class _TermByMeasure:
    """What all rows of a term share: its fee and what the supplier keeps, as functions of its measure."""

    def __init__(self, statement: Statement, key: str) -> None:
        self.statement = statement
        self.key = key
        self.statuses = statement.tiers[key]
        self.term = self.statuses[0].term
        self.scenario = statement.scenario.reduced_to(key)
        self.plan = plan_by_measure(statement.scenario.plan, self.term)
        # A threshold given as an index on the sales of last year may be above the largest sales.
        self.high = max(HIGHEST, 2 * Fraction(self.statuses[-1].bound))
        self.feasible_range = feasible_range(statement.scenario.plan, self.plan.moving, _ZERO, self.high)
        self.fee = amount_by_measure(
            self.scenario, self.plan.moving, lambda costed: costed.amounts[key], self.high
        )
        self.net = self.net_after_fees(self.fee, _ONE)
        self.all_fees: AmountByMeasure | None = None
        self.margin: AmountByMeasure | None = None

    def net_after_fees(self, fees: AmountByMeasure, share: Fraction) -> AmountByMeasure | None:
        """Return `share` x sales - fees; None where sales do not follow from the measure."""
        return None if self.plan.money is None else net_after_fees(fees, self.plan.money, share)

    def payment(self, at: Fraction, side: int) -> Decimal:
        """Return the rounded fee at a position (0), just below it (-1) or just above it (1)."""
        amount = costed_at(self.scenario, self.plan.moving, at, side).amounts[self.key]
        return self.rounded(amount)

    def rounded(self, amount: Fraction) -> Decimal:
        return round_fraction(amount, self.scenario.unit)

    def rows(self) -> tuple[LadderRow, ...]:
        return tuple(_row(self, position, status) for position, status in enumerate(self.statuses, start=1))


def ladders(statement: Statement, *, internal: bool = False) -> tuple[Ladder, ...]:
    """Return the ladder of every tiered term; with `internal` also on margin, where the contract gives one."""
    margin = statement.scenario.private_number("margin") if internal else None
    # Most terms have the same measure and range; for these the whole contract is read only once.
    totals: dict[tuple[object, ...], AmountByMeasure] = {}
    all_ladders = []
    for key in statement.tiers:
        term = _TermByMeasure(statement, key)
        same = (*term.plan.moving.items(), term.high)
        if same not in totals:
            totals[same] = amount_by_measure(
                statement.scenario, term.plan.moving, lambda costed: costed.total(), term.high
            )
        term.all_fees = term.net_after_fees(totals[same], _ONE)
        term.margin = None if margin is None else term.net_after_fees(term.fee, Fraction(margin))
        all_ladders.append(Ladder(key, term.term, term.rows()))
    return tuple(all_ladders)


def contract_ladders(statement: Statement, *, internal: bool = False) -> ContractLadders:
    """Return a contract with all its ladders; with `internal` also on margin, where the contract gives one."""
    shown = internal and statement.scenario.private_number("margin") is not None
    return ContractLadders(statement, ladders(statement, internal=shown), shown)


def ladder_rows(statement: Statement, key: str) -> tuple[LadderRow, ...]:
    """Return the rows of one term, without the dead zones after all fees and on margin."""
    return _TermByMeasure(statement, key).rows()


def _row(term: _TermByMeasure, position: int, status: TierStatus) -> LadderRow:
    at = Fraction(status.bound)
    if impossible := term.feasible_range.beyond(at, status.tier.inclusive):
        in_money, nothing = term.plan.in_money, (None,) * 4
        return LadderRow(position, status, *nothing, in_money, False, *nothing, impossible)
    _, above = curves_around(term.fee.pieces, at)
    payment, base_there = term.payment(at, _side(status)), _base(term, status)
    slope = above.slope(at)
    net = _dead_zone(term, term.net, at)
    return LadderRow(
        position,
        status,
        payment,
        _jump(term, status, payment) if at > term.feasible_range.low else None,
        decimal_of(Fraction(payment) / base_there) if base_there else None,
        None if slope is None else decimal_of(slope),
        term.plan.in_money,
        term.net is not None,
        net,
        _dead_zone(term, term.all_fees, at),
        _dead_zone(term, term.margin, at),
        _loss(term, status, net),
    )


def _side(status: TierStatus) -> int:
    """Return where a tier begins to pay: at its threshold (0) or just above it (1)."""
    return 0 if status.tier.inclusive else 1


def _jump(term: _TermByMeasure, status: TierStatus, payment: Decimal) -> Decimal:
    """Return the payment minus the fee just below the threshold; 0 where only rounding makes a difference."""
    at = Fraction(status.bound)
    jump = Jump(at, *(limit(curve, at) for curve in curves_around(term.fee.pieces, at)))
    fee = term.fee.at(at)
    if jump.before == (fee if status.tier.inclusive else jump.behind):
        return term.rounded(_ZERO)
    with exactly():
        return payment - term.payment(at, jump.sides(fee)[0])


def _base(term: _TermByMeasure, status: TierStatus) -> Fraction:
    """Return the base of the term where the tier begins to pay."""
    costed = costed_at(term.scenario, term.plan.moving, Fraction(status.bound), _side(status))
    arguments = arguments_of(term.key, term.term, costed.figure, costed.amounts)
    return without_epsilon(base(term.term, arguments))


def _dead_zone(term: _TermByMeasure, net: AmountByMeasure | None, at: Fraction) -> DeadZone | None:
    zone = dead_zone_end_and_loss(net, at) if net and at > term.feasible_range.low else None
    if zone is None:
        return None
    end, worst = zone
    if end is None or worst is None:
        return DeadZone(None, None)
    # The end is money too: sales follow only from a measure that is an amount of money.
    return DeadZone(term.rounded(end), term.rounded(worst))


def _is_inside(measured: Decimal, ends: Decimal, net: AmountByMeasure, at: Fraction) -> bool:
    """Check whether the plan is below the end of a dead zone or exactly at it; the level may return just above it."""
    return measured < ends or (
        measured == ends and (dead_zone_end_and_loss(net, at) or (None,))[0] == measured
    )


def _loss(term: _TermByMeasure, status: TierStatus, zone: DeadZone | None) -> Decimal | None:
    if not status.reached or not zone or term.net is None or term.plan.money is None:
        return None
    at, fee = Fraction(status.bound), Fraction(term.statement.amount(term.key))
    if zone.ends is not None and not _is_inside(status.measured, zone.ends, term.net, at):
        return None
    kept_below = limit(curves_around(term.net.pieces, at)[0], at)
    kept_now = value_at(term.plan.money, Fraction(status.measured)) - fee
    loss = term.rounded(kept_below - kept_now)
    return loss if loss > 0 else None
