"""One tier on its ladder: what it pays at its threshold, the jump there, and the dead zone behind it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

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
    """One tier at its threshold. Amounts are rounded half up to the minor unit."""

    position: int
    """Counted from 1."""
    status: TierStatus
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
    impossible: str = ""
    """The reason why no plan can reach the threshold, see `Fault.reason`; empty where one can."""
