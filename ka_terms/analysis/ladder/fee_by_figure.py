"""A fee, and what the supplier keeps, as functions of the figure that its tiers or a rule measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from ka_terms.analysis.feasibility import feasible_range
from ka_terms.analysis.inputs.moved import with_moving_wholes
from ka_terms.analysis.ladder.by_measure import (
    HIGHEST,
    AmountByMeasure,
    amount_by_measure,
    net_after_fees,
    plan_by_measure,
    plan_by_rule,
)
from ka_terms.analysis.piecewise.changing_contract import ChangingContract, costed_at
from ka_terms.analysis.piecewise.piecewise import Piece
from ka_terms.analysis.piecewise.points import CurvePoint, points_between
from ka_terms.calculation.costs import arguments_of
from ka_terms.calculation.formulas.conditions import rule_bound
from ka_terms.calculation.metrics import Costed
from ka_terms.calculation.readings.curves import Curve, zeros
from ka_terms.calculation.readings.exact import decimal_of
from ka_terms.calculation.readings.fractions import round_fraction
from ka_terms.calculation.rule_status import RuleBound
from ka_terms.calculation.statement import Statement
from ka_terms.calculation.tier_status import TierStatus
from ka_terms.model.contract.terms.limits import Share
from ka_terms.model.contract.terms.term_base import TermOnBase

_ZERO, _ONE = Fraction(0), Fraction(1)
_BEYOND = Fraction(5, 4)
Status = TierStatus | RuleBound


class FeeByFigure:
    """What all rows of a term on one figure share: its fee and what the supplier keeps, as functions of the figure."""

    def __init__(self, statement: Statement, key: str, statuses: Sequence[Status]) -> None:
        self.statement = statement
        self.key = key
        self.statuses = statuses
        self.term = statement.scenario.terms[key]
        base = self.term.of if isinstance(self.term, TermOnBase) else ""
        by = plan_by_measure if isinstance(statuses[0], TierStatus) else plan_by_rule
        self.plan = by(statement.scenario.plan, statuses[0].quantity, base)
        self.contract = with_moving_wholes(statement.scenario, self.plan.moving)
        self.scenario = self.contract.reduced_to(key)
        # A threshold given as an index on the sales of last year may be above the largest sales.
        self.high = max(HIGHEST, 2 * Fraction(max(status.bound for status in statuses)))
        self.feasible_range = feasible_range(self.contract, self.plan.moving, _ZERO, self.high)
        self.fee = amount_by_measure(
            self.scenario, self.plan.moving, lambda costed: costed.amounts[key], self.high
        )
        self.net = self.net_after_fees(self.fee, _ONE)
        self.all_fees: AmountByMeasure | None = None
        self.margin: AmountByMeasure | None = None

    def net_after_fees(self, fees: AmountByMeasure | None, share: Fraction) -> AmountByMeasure | None:
        """Return `share` x sales - fees; None where sales do not follow from the figure, or fees are not known."""
        if self.plan.money is None or fees is None:
            return None
        return net_after_fees(fees, self.plan.money, share)

    def curve(self) -> tuple[CurvePoint, ...]:
        """Return the fee over the figure, as far as the highest threshold or the plan and a quarter."""
        known = [value for status in self.statuses for value in (status.bound, status.measured)]
        low = self.feasible_range.low
        high = min(Fraction(max(known)) * _BEYOND, self.feasible_range.high)
        return points_between(self.fee.pieces, low, high) if low < high else ()

    def payment(self, at: Fraction, side: int) -> Decimal:
        """Return the rounded fee at a position (0), just below it (-1) or just above it (1)."""
        amount = costed_at(self.scenario, self.plan.moving, at, side).amounts[self.key]
        return self.rounded(amount)

    def threshold(self, status: Status) -> tuple[Fraction, Status]:
        """Return where the figure meets its bound, and the status with that bound.

        What a rule takes a share of may move with the figure, and the bound with it; of several such positions the
        nearest to the plan counts.
        """
        planned = Fraction(status.bound)
        if not isinstance(status, RuleBound) or not isinstance(status.rule.value, Share):
            return planned, status

        def above(costed: Costed[Curve]) -> Curve:
            arguments = arguments_of(self.scenario, self.key, costed.figure, {})
            bound = rule_bound(status.field, status.position, status.rule, arguments)
            return costed.figure(status.quantity) - bound

        contract = ChangingContract(self.scenario, self.plan.moving, _ZERO, self.high)
        met = [at for piece in contract.pieces(above) for at in _met_rising(piece)]
        at = min(met, key=lambda at: abs(at - Fraction(status.measured)), default=planned)
        return at, status if at == planned else status._replace(bound=decimal_of(at))

    def rounded(self, amount: Fraction) -> Decimal:
        return round_fraction(amount, self.scenario.unit)


def _met_rising(piece: Piece[Curve]) -> Iterator[Fraction]:
    """Where a curve rises above zero on a piece, its upper end included."""
    curve, end = piece.value, piece.high
    ends = [end] if not curve(end) else []
    for at in (*zeros(curve.over, piece.low, end), *ends):
        if (curve.slope(at) or 0) > 0:
            yield at
