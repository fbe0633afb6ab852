"""Where a plan stands on a ladder: in a dead zone, or how far from a threshold at which the fee jumps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from ka_terms.analysis.ladder.row import LadderRow
from ka_terms.calculation.readings.exact import exactly, ratio
from ka_terms.calculation.tier_status import TierStatus


class TierWarning(NamedTuple):
    """A tier that the user should look at on this plan; amounts are rounded to the minor unit."""

    term: str
    kind: Literal["dead_zone", "near"]
    tier: int
    """Counted from 1."""
    status: TierStatus
    jump: Decimal
    """The fee at the threshold minus the fee just below it; negative where the fee falls."""
    loss: Decimal | None = None
    """In a dead zone, how much more the supplier would keep just below the threshold."""
    ends: Decimal | None = None
    """The end of the dead zone, in units of the measure; None where it has no end."""

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


def is_near(status: TierStatus, near: Decimal) -> bool:
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
    return TierWarning(key, kind, row.position, row.status, row.jump or Decimal(0))
