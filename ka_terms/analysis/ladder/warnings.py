"""Warnings: a plan that stands in a dead zone, or close to a bound at which a fee jumps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from ka_terms.analysis.piecewise.single_term import alone
from ka_terms.calculation.readings.exact import exactly, ratio
from ka_terms.calculation.statement import Statement
from ka_terms.calculation.tier_status import TierStatus
from ka_terms.model.contract.terms import TieredTerm
from ka_terms.model.vocabulary.figures import BUILT_IN

if TYPE_CHECKING:
    from ka_terms.analysis.ladder.ladder import LadderRow

NEAR = Decimal("0.02")
"""How close to a bound, as a share of it, a plan is warned unless another distance is asked for."""

MOST_READINGS = 4_000
"""How many tiers are read at most to find the warnings of a contract; those of forty terms of ten tiers each."""


class TierWarning(NamedTuple):
    """What is worth knowing of one tier of a term on this plan; amounts are rounded to the minor unit."""

    term: str
    kind: Literal["dead_zone", "near"]
    tier: int
    """Counted from 1."""
    status: TierStatus
    jump: Decimal
    """What the term costs more at the bound than just short of it; below zero where it falls."""
    loss: Decimal | None = None
    """In a dead zone, how much more stopping just short would leave."""
    ends: Decimal | None = None
    """Where the dead zone ends, in units of the figure measured; None where it never does."""

    @property
    def share(self) -> Decimal | None:
        """The distance from the bound, whichever side, as a share of it; None (n/a) for a bound of zero."""
        return ratio(abs(self.status.distance), self.status.bound)


def warnings(statement: Statement, near: Decimal = NEAR) -> tuple[TierWarning, ...]:
    """At most one a term: that the plan stands in a dead zone, else that it is within `near` of a bound.

    A bound at which nothing more is to be paid calls for no warning. `near` is a share of the bound; with 0 only dead
    zones are told. A term whose ladder would take `MOST_READINGS` beyond its end is `passed_over`.
    """
    found = (
        _warning(statement, key, near) for key in _within_reason(statement, _candidates(statement, near))
    )
    return tuple(warning for warning in found if warning)


def passed_over(statement: Statement, near: Decimal = NEAR) -> tuple[str, ...]:
    """The terms that may call for a warning, but have more tiers than are read for one."""
    keys = _candidates(statement, near)
    looked_at = set(_within_reason(statement, keys))
    return tuple(key for key in keys if key not in looked_at)


def _candidates(statement: Statement, near: Decimal) -> list[str]:
    """The terms that may call for a warning."""
    # Most plans are far from every bound: telling that takes no ladder, which takes its time to load.
    return [
        key
        for key, statuses in statement.tiers.items()
        if any(_may_matter(statement, key, status, near) for status in statuses)
    ]


def _warning(statement: Statement, key: str, near: Decimal) -> TierWarning | None:
    from ka_terms.analysis.ladder.ladder import rungs

    return warning_of(key, rungs(statement, key), near)


def _within_reason(statement: Statement, keys: Iterable[str]) -> Iterator[str]:
    """The terms, until their ladders would take longer than anybody waits for a statement.

    A ladder reads all tiers of a term, and of those off its base, once between each two of their bounds.
    """
    left = MOST_READINGS
    for key in keys:
        terms = alone(statement.scenario, key).terms.values()
        readings = sum(len(term.tiers) for term in terms if isinstance(term, TieredTerm)) ** 2
        if readings <= left:
            left -= readings
            yield key


def warning_of(key: str, ladder: Sequence[LadderRow], near: Decimal) -> TierWarning | None:
    """What the ladder of a term warns of: its worst dead zone that the plan is in, else the bound it is nearest to."""
    rising = [rung for rung in ladder if (rung.jump or 0) > 0]
    return next(_dead_zones(key, ladder), None) or next(_close(key, rising, near), None)


def standing_of(key: str, ladder: Sequence[LadderRow]) -> TierWarning | None:
    """Where the plan stands on a ladder: in its worst dead zone, else at the nearest bound at which the fee jumps or
    falls, however far that is; None where it does neither.
    """
    leaping = [rung for rung in ladder if rung.jump]
    return next(_dead_zones(key, ladder), None) or next(_nearest_first(key, leaping), None)


def _may_matter(statement: Statement, key: str, status: TierStatus, near: Decimal) -> bool:
    term = status.term
    if term.mode == "marginal" and all(tier.amount is None for tier in term.tiers):
        return False
    return _is_near(status, near) or _may_be_in_dead_zone(statement, key, status)


def _is_near(status: TierStatus, near: Decimal) -> bool:
    with exactly():
        return bool(near) and status.bound > 0 and abs(status.distance) <= near * status.bound


def _may_be_in_dead_zone(statement: Statement, key: str, status: TierStatus) -> bool:
    """Whether less came in beyond the bound than is paid: no dead zone goes further.

    What came in is the distance itself, or the share of sales that it is of the figure measured.
    """
    if not status.reached or not status.bound or not _moves_sales(status.quantity):
        return False
    with exactly():
        beyond = -status.distance
        return min(beyond, statement.sales * beyond / status.measured) < statement.amount(key)


def _moves_sales(measured: str) -> bool:
    """Whether sales follow from a figure; a dead zone of any other is n/a."""
    return measured in BUILT_IN and BUILT_IN[measured].moves_sales


def _dead_zones(key: str, ladder: Sequence[LadderRow]) -> Iterator[TierWarning]:
    """The dead zones that the plan is in, the most costly first."""
    inside = [(rung.loss, rung) for rung in ladder if rung.loss is not None]
    for loss, rung in sorted(inside, key=lambda each: each[0], reverse=True):
        yield _of(key, "dead_zone", rung)._replace(loss=loss, ends=rung.net.ends if rung.net else None)


def _close(key: str, ladder: Sequence[LadderRow], near: Decimal) -> Iterator[TierWarning]:
    """The bounds that the plan is close to, the nearest first."""
    return _nearest_first(key, [rung for rung in ladder if _is_near(rung.status, near)])


def _nearest_first(key: str, ladder: Sequence[LadderRow]) -> Iterator[TierWarning]:
    for rung in sorted(ladder, key=lambda each: abs(each.status.distance)):
        yield _of(key, "near", rung)


def _of(key: str, kind: Literal["dead_zone", "near"], rung: LadderRow) -> TierWarning:
    return TierWarning(key, kind, rung.position, rung.status, rung.jump or Decimal(0))
