"""The ladder of a tiered term: the fee at each threshold, the jump there, and the dead zone above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ka_terms.analysis.ladder.by_measure import (
    AmountByMeasure,
    amount_by_measure,
    curves_around,
    dead_zone_end_and_loss,
    limit,
)
from ka_terms.analysis.ladder.fee_by_figure import FeeByFigure, Status
from ka_terms.analysis.ladder.standing import DeadZone, LadderRow, TierWarning, standing_of
from ka_terms.analysis.piecewise.changing_contract import costed_at, without_epsilon
from ka_terms.analysis.piecewise.piecewise import Jump
from ka_terms.analysis.piecewise.points import CurvePoint
from ka_terms.calculation.costs import arguments_of
from ka_terms.calculation.formulas.base import base
from ka_terms.calculation.readings.curves import TooManySteps, value_at
from ka_terms.calculation.readings.exact import decimal_of, exactly
from ka_terms.calculation.statement import Statement
from ka_terms.model.contract.terms.term_base import TermOnBase
from ka_terms.model.contract.terms.terms import Term

_ZERO, _ONE = Fraction(0), Fraction(1)


class Ladder(NamedTuple):
    """A term with tiers or with conditions on figures: a row for each tier, from the lowest up, and for each rule."""

    key: str
    term: Term
    rows: tuple[LadderRow, ...]
    """The tiers."""
    rules: tuple[LadderRow, ...] = ()
    """The rules, in the order of the contract; a fact has no threshold and so no row."""
    curve: tuple[CurvePoint, ...] = ()
    """The fee over the measure of its tiers, from zero to a quarter above the highest threshold or the plan; empty
    of a term without tiers, or where the fee is n/a.
    """

    @property
    def standing(self) -> TierWarning | None:
        """The dead zone that the plan is in, else the nearest threshold with a jump; None where there is neither."""
        return standing_of(self.key, (*self.rows, *self.rules))


class ContractLadders(NamedTuple):
    """A contract with its ladders; `internal` where the margin may be shown, and the contract has one."""

    statement: Statement
    ladders: tuple[Ladder, ...]
    internal: bool


Totals = dict[tuple[object, ...], AmountByMeasure | None]
"""The sum of all fees by what moves and how far: most terms share it, and the whole contract is read only once."""


def ladders(statement: Statement, *, internal: bool = False) -> tuple[Ladder, ...]:
    """Return the ladder of every term that has any; with `internal` also on margin, where the contract gives one."""
    margin = statement.scenario.private_number("margin") if internal else None
    totals: Totals = {}
    curves: dict[str, tuple[CurvePoint, ...]] = {}

    def complete(fee: FeeByFigure) -> None:
        """Give a fee what all of them need, and keep its curve over the measure of its tiers."""
        _with_totals(totals, margin, fee)
        if fee.key in statement.tiers:
            curves.setdefault(fee.key, fee.curve())

    keys = [key for key in statement.scenario.terms if key in statement.tiers or statement.rules(key)]
    all_ladders = []
    for key in keys:
        statuses: list[Status] = [*statement.tiers.get(key, ()), *statement.rules(key)]
        rows = _rows(statement, key, statuses, complete)
        tiers = tuple(row for row in rows if row.tier)
        rules = tuple(row for row in rows if row.rule)
        term = statement.scenario.terms[key]
        all_ladders.append(Ladder(key, term, tiers, rules, curves.get(key, ())))
    return tuple(all_ladders)


def _with_totals(totals: Totals, margin: Decimal | None, fee: FeeByFigure) -> None:
    """Give the fee of a term what the supplier keeps after all fees, and on margin."""
    same = (*fee.plan.moving.items(), fee.high)
    if same not in totals:
        try:
            totals[same] = amount_by_measure(
                fee.contract, fee.plan.moving, lambda costed: costed.total(), fee.high
            )
        except TooManySteps:
            totals[same] = None
    fee.all_fees = fee.net_after_fees(totals[same], _ONE)
    fee.margin = None if margin is None else fee.net_after_fees(fee.fee, Fraction(margin))


def contract_ladders(statement: Statement, *, internal: bool = False) -> ContractLadders:
    """Return a contract with all its ladders; with `internal` also on margin, where the contract gives one."""
    shown = internal and statement.scenario.private_number("margin") is not None
    return ContractLadders(statement, ladders(statement, internal=shown), shown)


def ladder_rows(statement: Statement, key: str) -> tuple[LadderRow, ...]:
    """Return the tiers and rules of one term, without the dead zones after all fees and on margin."""
    return _rows(statement, key, [*statement.tiers.get(key, ()), *statement.rules(key)])


def _rows(
    statement: Statement,
    key: str,
    statuses: Sequence[Status],
    complete: Callable[[FeeByFigure], None] = lambda _: None,
) -> tuple[LadderRow, ...]:
    """Return a row for each tier and rule; all n/a where a fee by full lots has too many steps to follow.

    `complete` adds what the supplier keeps after all fees.
    """
    known: dict[object, FeeByFigure | None] = {}
    positions: dict[object, int] = {}
    rows = []
    for status in statuses:
        figure = type(status), status.quantity
        if figure not in known:
            same = [other for other in statuses if (type(other), other.quantity) == figure]
            known[figure] = _fee_by_figure(statement, key, same)
            if fee := known[figure]:
                complete(fee)
        group = getattr(status, "field", "tiers")
        positions[group] = positions.get(group, 0) + 1
        position = getattr(status, "position", positions[group])
        fee = known[figure]
        rows.append(_row(fee, position, *fee.threshold(status)) if fee else _uncounted(position, status))
    return tuple(rows)


def _fee_by_figure(statement: Statement, key: str, statuses: Sequence[Status]) -> FeeByFigure | None:
    try:
        return FeeByFigure(statement, key, statuses)
    except TooManySteps:
        return None


def _uncounted(position: int, status: Status) -> LadderRow:
    nothing = (None,) * 4
    return LadderRow(position, status, *nothing, False, False, *nothing, uncounted=True)


def _row(term: FeeByFigure, position: int, at: Fraction, status: Status) -> LadderRow:
    if impossible := term.feasible_range.beyond(at, status.inclusive):
        in_money, nothing = term.plan.in_money, (None,) * 4
        return LadderRow(position, status, *nothing, in_money, False, *nothing, impossible=impossible)
    _, above = curves_around(term.fee.pieces, at)
    payment, base_there = term.payment(at, _side(status)), _base(term, at, status)
    slope = above.slope(at)
    net = _dead_zone(term, term.net, at)
    return LadderRow(
        position,
        status,
        payment,
        _jump(term, at, status, payment) if at > term.feasible_range.low else None,
        decimal_of(Fraction(payment) / base_there) if base_there else None,
        None if slope is None else decimal_of(slope),
        term.plan.in_money,
        term.net is not None,
        net,
        _dead_zone(term, term.all_fees, at),
        _dead_zone(term, term.margin, at),
        _loss(term, at, status, net),
    )


def _side(status: Status) -> int:
    """Return where a tier begins to pay: at its threshold (0) or just above it (1)."""
    return 0 if status.inclusive else 1


def _jump(term: FeeByFigure, at: Fraction, status: Status, payment: Decimal) -> Decimal:
    """Return the payment minus the fee just below the threshold; 0 where only rounding makes a difference."""
    jump = Jump(at, *(limit(curve, at) for curve in curves_around(term.fee.pieces, at)))
    fee = term.fee.at(at)
    if jump.before == (fee if status.inclusive else jump.behind):
        return term.rounded(_ZERO)
    with exactly():
        return payment - term.payment(at, jump.sides(fee)[0])


def _base(term: FeeByFigure, at: Fraction, status: Status) -> Fraction | None:
    """Return the base of the term where the tier begins to pay; None of an amount, which has none."""
    if not isinstance(term.term, TermOnBase):
        return None
    costed = costed_at(term.scenario, term.plan.moving, at, _side(status))
    arguments = arguments_of(term.scenario, term.key, costed.figure, costed.amounts)
    return without_epsilon(base(term.term, arguments))


def _dead_zone(term: FeeByFigure, net: AmountByMeasure | None, at: Fraction) -> DeadZone | None:
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


def _loss(term: FeeByFigure, at: Fraction, status: Status, zone: DeadZone | None) -> Decimal | None:
    if not status.reached or not zone or term.net is None or term.plan.money is None:
        return None
    fee = Fraction(term.statement.amount(term.key))
    if zone.ends is not None and not _is_inside(status.measured, zone.ends, term.net, at):
        return None
    kept_below = limit(curves_around(term.net.pieces, at)[0], at)
    kept_now = value_at(term.plan.money, Fraction(status.measured)) - fee
    loss = term.rounded(kept_below - kept_now)
    return loss if loss > 0 else None
