"""The ladder of a tiered term: what each tier pays at its bound, the jump there, and where that is earned back."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ka_terms.analysis.feasibility import reach
from ka_terms.analysis.ladder.recovery import (
    HIGHEST,
    Left,
    beside,
    followed,
    kept,
    motion,
    recovery,
    value,
)
from ka_terms.analysis.ladder.warnings import TierWarning, standing_of
from ka_terms.analysis.piecewise.at_position import costed_at, short
from ka_terms.analysis.piecewise.piecewise import Jump, reader
from ka_terms.analysis.piecewise.single_term import alone
from ka_terms.calculation.costs import arguments_of
from ka_terms.calculation.formulas.base import base
from ka_terms.calculation.readings.curves import value_at
from ka_terms.calculation.readings.exact import exactly, ratio
from ka_terms.calculation.readings.fractions import nearest
from ka_terms.calculation.statement import Statement
from ka_terms.calculation.tier_status import TierStatus
from ka_terms.model.contract.terms import TieredTerm
from ka_terms.model.numbers.currency import minor_unit
from ka_terms.model.vocabulary.metrics import TOTAL_FEES, TOTALS

_ZERO, _ONE = Fraction(0), Fraction(1)


class DeadZone(NamedTuple):
    """The stretch from a bound up to S*, where less is left than just short of the bound.

    `ends` is in units of the figure measured, None where it never ends; `worst` is the most that is lost in it, None
    where that has no end. Amounts are rounded half up to the minor unit.
    """

    ends: Decimal | None
    worst: Decimal | None


class LadderRow(NamedTuple):
    """One tier at its bound. Amounts are rounded half up to the minor unit."""

    position: int
    status: TierStatus
    payment: Decimal | None
    """What the term comes to at the bound; of an `over` tier just above it. None (n/a) where no plan gets there."""
    jump: Decimal | None
    """That less what it comes to just short of the bound; None where nobody can stop short of it, as of zero."""
    effective_rate: Decimal | None
    """Payment / base at the bound; None (n/a) where the base is zero."""
    marginal_rate: Decimal | None
    """What one more unit of the figure measured pays just above the bound."""
    in_money: bool
    """Whether the figure measured is money, and so the marginal rate a share."""
    movable: bool
    """Whether it can be said what comes in as that figure moves; without it every dead zone is n/a."""
    net: DeadZone | None
    """On net-net sales after this term alone; None where nothing is lost at the bound."""
    all_fees: DeadZone | None
    """The same after all fees of the contract."""
    margin: DeadZone | None
    """On our margin less this term: S* = T (m - r0) / (m - r1); None where no margin is given, too."""
    loss: Decimal | None
    """How much more stopping just short would leave, where the plan stands in the dead zone on net-net sales."""
    impossible: str = ""
    """Why no plan gets to the bound, by name: see `Fault.reason`."""


class Ladder(NamedTuple):
    """A tiered term with its rungs from the lowest up."""

    key: str
    term: TieredTerm
    rungs: tuple[LadderRow, ...]

    @property
    def standing(self) -> TierWarning | None:
        """Where the plan stands; None where no tier is near and no fee jumps."""
        return standing_of(self.key, self.rungs)


class ContractLadders(NamedTuple):
    """A contract with its ladders; `internal` where the margin may be shown, and the contract has one."""

    statement: Statement
    ladders: tuple[Ladder, ...]
    internal: bool


class _Ground:
    """What the rungs of a term stand on: what it pays, and what is left, all along the figure it measures."""

    def __init__(self, statement: Statement, key: str) -> None:
        self.statement = statement
        self.key = key
        self.statuses = statement.tiers[key]
        self.term = self.statuses[0].term
        self.scenario = alone(statement.scenario, key)
        self.moves = motion(statement.scenario.plan, self.term)
        # A bound that is a multiple of last year's sales may be beyond what sales can be.
        self.high = max(HIGHEST, 2 * Fraction(self.statuses[-1].bound))
        self.reach = reach(statement.scenario.plan, self.moves.moving, _ZERO, self.high)
        self.paid = followed(self.scenario, self.moves.moving, lambda found: found.amounts[key], self.high)
        self.net = self.left(self.paid, _ONE)
        self.all_fees: Left | None = None
        self.margin: Left | None = None

    def left(self, fees: Left, share: Fraction) -> Left | None:
        """A share of what comes in, less the fees; None where it cannot be told what comes in."""
        return None if self.moves.money is None else kept(fees, self.moves.money, share)

    def pays(self, at: Fraction, side: int) -> Decimal:
        """What the term comes to right at a place, just short of it (-1) or just beyond it (1)."""
        amount = costed_at(self.scenario, self.moves.moving, at, side).amounts[self.key]
        return nearest(amount, minor_unit(self.scenario.currency))

    def rungs(self) -> tuple[LadderRow, ...]:
        """Every tier, from the lowest up."""
        return tuple(_rung(self, position, status) for position, status in enumerate(self.statuses, start=1))


def ladders(statement: Statement, *, internal: bool = False) -> tuple[Ladder, ...]:
    """Every tiered term of a contract; with `internal` also on margin, where the contract has one."""
    private = statement.scenario.private
    margin = private.margin if internal and private else None
    # What moves, and how far, is the same for most terms; the whole contract is read once for each.
    whole: dict[str, Left] = {}
    found = []
    for key in statement.tiers:
        ground = _Ground(statement, key)
        moving = repr((ground.moves.moving, ground.high))
        if moving not in whole:
            fees = reader(TOTALS[TOTAL_FEES])
            whole[moving] = followed(statement.scenario, ground.moves.moving, fees, ground.high)
        ground.all_fees = ground.left(whole[moving], _ONE)
        ground.margin = None if margin is None else ground.left(ground.paid, Fraction(margin))
        found.append(Ladder(key, ground.term, ground.rungs()))
    return tuple(found)


def contract_ladders(statement: Statement, *, internal: bool = False) -> ContractLadders:
    """A contract with every tiered term; with `internal` also on margin, where the contract has one."""
    private = statement.scenario.private
    shown = internal and private is not None and private.margin is not None
    return ContractLadders(statement, ladders(statement, internal=shown), shown)


def rungs(statement: Statement, key: str) -> tuple[LadderRow, ...]:
    """The rungs of one term, as far as it alone tells: without the dead zones after all fees and on margin."""
    return _Ground(statement, key).rungs()


def _rung(ground: _Ground, position: int, status: TierStatus) -> LadderRow:
    at = Fraction(status.bound)
    if impossible := ground.reach.beyond(at, status.tier.inclusive):
        in_money, nothing = ground.moves.in_money, (None,) * 4
        return LadderRow(position, status, *nothing, in_money, False, *nothing, impossible)
    beyond = beside(ground.paid.course, at)[1]
    payment, on = ground.pays(at, _side(status)), _base(ground, status)
    net = _dead_zone(ground, ground.net, at)
    return LadderRow(
        position,
        status,
        payment,
        _jump(ground, status, payment) if at > ground.reach.low else None,
        _decimal(Fraction(payment) / on) if on else None,
        None if (rate := beyond.rise(at)) is None else _decimal(rate),
        ground.moves.in_money,
        ground.net is not None,
        net,
        _dead_zone(ground, ground.all_fees, at),
        _dead_zone(ground, ground.margin, at),
        _loss(ground, status, net),
    )


def _side(status: TierStatus) -> int:
    """Where a tier begins to pay: right at its bound, or just beyond it."""
    return 0 if status.tier.inclusive else 1


def _jump(ground: _Ground, status: TierStatus, payment: Decimal) -> Decimal:
    """The payment less what the term comes to just short of the bound; where it leaps only in rounding, 0."""
    at = Fraction(status.bound)
    jump = Jump(at, *(value(curve, at) for curve in beside(ground.paid.course, at)))
    there = ground.paid.right_at(at)
    if jump.before == (there if status.tier.inclusive else jump.behind):
        return payment - payment
    with exactly():
        return payment - ground.pays(at, jump.sides(there)[0])


def _base(ground: _Ground, status: TierStatus) -> Fraction:
    """The base of the term where the tier begins to pay."""
    costs = costed_at(ground.scenario, ground.moves.moving, Fraction(status.bound), _side(status))
    reading = costs.figure.reading
    return short(
        base(status.term, arguments_of(ground.key, status.term, costs.figure, costs.amounts, reading))
    )


def _decimal(fraction: Fraction) -> Decimal | None:
    """To 28 digits, as every ratio."""
    return ratio(Decimal(fraction.numerator), Decimal(fraction.denominator))


def _dead_zone(ground: _Ground, left: Left | None, at: Fraction) -> DeadZone | None:
    found = recovery(left, at) if left and at > ground.reach.low else None
    if found is None:
        return None
    (end, worst), unit = found, minor_unit(ground.scenario.currency)
    if end is None or worst is None:
        return DeadZone(None, None)
    # Only a figure that is money says what comes in.
    return DeadZone(nearest(end, unit), nearest(worst, unit))


def _is_short_of(ends: Decimal, net: Left, at: Fraction, measured: Decimal) -> bool:
    """Whether a dead zone is not behind the plan: at its very end it may be, where what follows begins above that."""
    return measured < ends or (measured == ends and (recovery(net, at) or (None,))[0] == measured)


def _loss(ground: _Ground, status: TierStatus, zone: DeadZone | None) -> Decimal | None:
    if not status.reached or not zone or ground.net is None or ground.moves.money is None:
        return None
    at, paid = Fraction(status.bound), ground.statement.amount(ground.key)
    if zone.ends is not None and not _is_short_of(zone.ends, ground.net, at, status.measured):
        return None
    limit = value(beside(ground.net.course, at)[0], at)
    left = value_at(ground.moves.money, Fraction(status.measured)) - Fraction(paid)
    loss = nearest(limit - left, minor_unit(ground.scenario.currency))
    return loss if loss > 0 else None
