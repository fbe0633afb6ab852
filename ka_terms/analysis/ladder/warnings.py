"""Warnings: the plan is in a dead zone, or close to a threshold at which a fee jumps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ka_terms.analysis.defaults import NEAR
from ka_terms.analysis.ladder.standing import TierWarning, is_near, warning_of
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.statement import Statement
from ka_terms.calculation.tier_status import TierStatus
from ka_terms.model.contract.plan.computed import sales_move_with
from ka_terms.model.contract.terms.naming import not_owed
from ka_terms.model.contract.terms.rules import rules_in
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.contract.terms.tiers import TieredTerm

MOST_READINGS = 4_000
"""The work limit for the warnings of a contract: enough for forty terms of ten tiers each."""


def warnings(statement: Statement, near: Decimal = NEAR) -> tuple[TierWarning, ...]:
    """Return at most one warning per term: the plan is in a dead zone, or else within `near` of a threshold.

    A threshold without a positive jump gives no warning. `near` is a share of the threshold; 0 means dead zones only.
    `passed_over` returns the terms that have too many tiers to check.
    """
    keys = [*_within_limit(statement, _candidates(statement, near))]
    if not keys:
        return ()
    from ka_terms.analysis.ladder.ladder import ladder_rows

    found = (warning_of(key, ladder_rows(statement, key), near) for key in keys)
    return tuple(filter(None, found))


def passed_over(statement: Statement, near: Decimal = NEAR) -> tuple[str, ...]:
    """Return the terms that may need a warning but have too many tiers to check."""
    keys = _candidates(statement, near)
    checked = set(_within_limit(statement, keys))
    return tuple(key for key in keys if key not in checked)


def _candidates(statement: Statement, near: Decimal) -> list[str]:
    """Return the terms that may need a warning; one that is not owed needs none."""
    # Most plans are far from every threshold; to see that needs no ladder, which is slow to import.
    unowed = not_owed(statement.scenario.terms)
    return [
        key
        for key in statement.scenario.terms
        if key not in unowed
        and (
            any(_may_matter(statement, key, status, near) for status in statement.tiers.get(key, ()))
            or any(is_near(rule, near) for rule in statement.rules(key))
        )
    ]


def _within_limit(statement: Statement, keys: Iterable[str]) -> Iterator[str]:
    """Yield terms while the work limit `MOST_READINGS` allows; a term that exceeds the rest of it is skipped.

    The work of one ladder is the square of the number of tiers of the term and of the terms deducted from its base.
    """
    remaining = MOST_READINGS
    for key in keys:
        terms = statement.scenario.reduced_to(key).terms.values()
        readings = sum(map(_bounds, terms)) ** 2
        if readings <= remaining:
            remaining -= readings
            yield key


def _bounds(term: Term) -> int:
    """Return how many thresholds a term has, those of its rules among them."""
    tiers = len(term.tiers) if isinstance(term, TieredTerm) else 0
    return tiers + len([*rules_in(term.only_if), *rules_in(term.unless)])


def _may_matter(statement: Statement, key: str, status: TierStatus, near: Decimal) -> bool:
    term = status.term
    if term.mode == "marginal" and all(tier.amount is None for tier in term.tiers):
        return False
    return is_near(status, near) or _may_be_in_dead_zone(statement, key, status)


def _may_be_in_dead_zone(statement: Statement, key: str, status: TierStatus) -> bool:
    """Check quickly whether the plan can be in a dead zone: the sales above the threshold must be less than the fee.

    These sales are the distance itself, or the same proportion of sales as the distance is of the measure.
    """
    if (
        not status.reached
        or not status.bound
        or not sales_move_with(statement.scenario.plan, status.quantity)
    ):
        return False
    with exactly():
        excess = -status.distance
        return min(excess, statement.sales * excess / status.measured) < statement.amount(key)
