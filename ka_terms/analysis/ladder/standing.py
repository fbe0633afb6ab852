"""One tier on its ladder, and where a plan stands on it: in a dead zone, or how far from a jump in the fee."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from ka_terms.calculation.readings.exact import exactly, ratio
from ka_terms.calculation.rule_status import RuleBound
from ka_terms.calculation.tier_status import TierStatus


class DeadZone(NamedTuple):
    """A range from a threshold up to S*, in which the supplier keeps less than just below the threshold.

    Both are rounded half up to the minor unit, and None where the loss is never recovered.
    """

    ends: Decimal | None
    """S*, in units of the measure."""
    worst: Decimal | None
    """The largest loss in it."""


class LadderRow(NamedTuple):
    """One tier, or one rule, at its threshold. Amounts are rounded half up to the minor unit."""

    position: int
    """That of the tier, or of the rule among those of its condition, counted from 1."""
    status: TierStatus | RuleBound
    payment: Decimal | None
    """The fee at the threshold, of an `over` tier just above it; None (n/a) where no plan can reach it."""
    jump: Decimal | None
    """The payment minus the fee just below the threshold; None where no plan can stay below, as at zero."""
    effective_rate: Decimal | None
    """Payment / base at the threshold; None (n/a) where the base is zero."""
    marginal_rate: Decimal | None
    """The fee for one more unit of the measure just above the threshold."""
    in_money: bool
    """Whether the measure is an amount of money, so that the marginal rate is a share."""
    movable: bool
    """Whether sales follow from the measure; if not, every dead zone is n/a."""
    net: DeadZone | None
    """On sales minus this fee; None where no loss begins at the threshold."""
    all_fees: DeadZone | None
    """On sales minus all fees of the contract."""
    margin: DeadZone | None
    """On margin minus this fee: S* = T (m - r0) / (m - r1); None also where the contract gives no margin."""
    loss: Decimal | None
    """How much more the supplier would keep just below the threshold; None if the plan is not in the zone `net`."""
    uncounted: bool = False
    """Whether all is n/a because a fee by full lots has too many steps to follow."""
    impossible: str = ""
    """The reason why no plan can reach the threshold, see `Fault.reason`; empty where one can."""

    @property
    def tier(self) -> TierStatus | None:
        """The tier; None of a rule."""
        return self.status if isinstance(self.status, TierStatus) else None

    @property
    def rule(self) -> RuleBound | None:
        """The rule; None of a tier."""
        return self.status if isinstance(self.status, RuleBound) else None


class TierWarning(NamedTuple):
    """A tier or a rule that the user should look at on this plan; amounts are rounded to the minor unit."""

    term: str
    kind: Literal["dead_zone", "near"]
    tier: int | None
    """Counted from 1; None of a rule."""
    status: TierStatus | RuleBound
    jump: Decimal
    """The fee at the threshold minus the fee just below it; negative where the fee falls."""
    loss: Decimal | None = None
    """In a dead zone, how much more the supplier would keep just below the threshold."""
    ends: Decimal | None = None
    """The end of the dead zone, in units of the measure; None where it has no end."""

    @property
    def of_tier(self) -> TierStatus | None:
        """The tier; None of a rule."""
        return self.status if isinstance(self.status, TierStatus) else None

    @property
    def rule(self) -> RuleBound | None:
        """The rule; None of a tier."""
        return self.status if isinstance(self.status, RuleBound) else None

    @property
    def share(self) -> Decimal | None:
        """The distance from the threshold on either side, as a share of it; None (n/a) for a threshold of zero."""
        return ratio(abs(self.status.distance), self.status.bound)


def warning_of(key: str, ladder: Sequence[LadderRow], near: Decimal) -> TierWarning | None:
    """Return the warning for a term: the most costly dead zone that the plan is in, else the nearest threshold."""
    close = [row for row in ladder if (row.jump or 0) > 0 and is_near(row.status, near)]
    return next(_dead_zones(key, ladder), None) or next(_nearest_first(key, close), None)


def standing_of(key: str, ladder: Sequence[LadderRow]) -> TierWarning | None:
    """Return the most costly dead zone that the plan is in, else the nearest threshold with a jump, at any distance.

    None for a ladder without jumps.
    """
    jumping = [row for row in ladder if row.jump]
    return next(_dead_zones(key, ladder), None) or next(_nearest_first(key, jumping), None)


def is_near(status: TierStatus | RuleBound, near: Decimal) -> bool:
    with exactly():
        return bool(near) and status.bound > 0 and abs(status.distance) <= near * status.bound


def _dead_zones(key: str, ladder: Sequence[LadderRow]) -> Iterator[TierWarning]:
    """Yield the dead zones that the plan is in, the most costly first."""
    losses = [(row.loss, row) for row in ladder if row.loss is not None]
    for loss, row in sorted(losses, key=lambda pair: pair[0], reverse=True):
        yield _warning_at(key, "dead_zone", row)._replace(loss=loss, ends=row.net.ends if row.net else None)


def _nearest_first(key: str, ladder: Sequence[LadderRow]) -> Iterator[TierWarning]:
    for row in sorted(ladder, key=lambda row: abs(row.status.distance)):
        yield _warning_at(key, "near", row)


def _warning_at(key: str, kind: Literal["dead_zone", "near"], row: LadderRow) -> TierWarning:
    return TierWarning(key, kind, row.position if row.tier else None, row.status, row.jump or Decimal(0))
