"""What to watch in a contract that is to be approved: what its plan asks, and what was not won."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeVar

from ka_terms.analysis.doubts.check import Finding, review
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.ladder.ladder import ladder_rows
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings.exact import exactly, ratio
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.calculation.tier_status import TierStatus
from ka_terms.model.names import Label
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.settings.policy import Policy
from ka_terms.model.vocabulary.figures import LAST_YEAR

T = TypeVar("T")
MOST_CLIFFS, MOST_NOT_WON = 4, 4
"""How many the page names: the thresholds nearest to the plan, the largest amounts."""
_ZERO = Decimal(0)


class VpoAsked(NamedTuple):
    """Sales per average store in the plan and last year, and by how many times they and the stores grow."""

    last_year: Decimal
    planned: Decimal
    times: Decimal
    """planned / last year."""
    stores: Decimal
    """Average stores / average stores of last year."""


class OpeningGap(NamedTuple):
    """The year opens with another number of stores than last year closed with: what it costs with those."""

    opening: Decimal
    closing: Decimal
    """The stores that last year closed with."""
    more: Decimal | None
    """Total fees with as many stores at the start, minus total fees; None where there is no such plan."""
    fee_ratio: Decimal | None


class Cliff(NamedTuple):
    """A threshold at which the fee rises at once."""

    term: str
    tier: int
    """Counted from 1."""
    status: TierStatus
    jump: Decimal


class NotWon(NamedTuple):
    """A fee that is higher than in our first offer, on the same plan."""

    term: str
    more: Decimal


class NotWonAll(NamedTuple):
    """What of our first offer was not won."""

    fees: tuple[NotWon, ...]
    """The largest first, at most `MOST_NOT_WON`."""
    rest: Decimal
    """The sum of all others."""
    rest_count: int
    conditions: tuple[str, ...]
    """The agreed points without a fee that the contract lacks or words in another way."""


class HouseRules(NamedTuple):
    """What house rules say."""

    policy: Label
    breaches: tuple[Finding, ...]
    marks: tuple[Finding, ...]


class Watch(NamedTuple):
    """What to watch; None where the contracts do not tell, or nobody asked for house rules."""

    vpo: VpoAsked | None
    opening: OpeningGap | None
    cliffs: tuple[Cliff, ...]
    cliffs_left_out: int
    not_won: NotWonAll | None
    rules: HouseRules | None


def watched(
    approved: Statement, offer: Statement | None, policy: Policy | None, catalogue: Catalogue | None
) -> Watch:
    """Return what to watch; `offer` is our first offer on the plan of the contract."""
    jumps = [*_cliffs(approved)]
    near = sorted(jumps, key=_distance)[:MOST_CLIFFS]
    return Watch(
        _vpo_asked(approved),
        opening_gap(approved, catalogue),
        tuple(cliff for cliff in jumps if cliff in near),
        len(jumps) - len(near),
        _not_won(approved, offer) if offer else None,
        _house_rules(approved, policy) if policy else None,
    )


def _vpo_asked(approved: Statement) -> VpoAsked | None:
    growth, vpo = approved.growth, approved.vpo
    sales, stores = exact_figures(approved.scenario.plan, f"{LAST_YEAR}sales", f"{LAST_YEAR}stores.average")
    before = ratio(sales, stores)
    if growth is None or vpo is None or not before or growth.vertical is None or growth.horizontal is None:
        return None
    return VpoAsked(before, vpo, growth.vertical, growth.horizontal)


def opening_gap(approved: Statement, catalogue: Catalogue | None) -> OpeningGap | None:
    """Return how the stores at the start differ from those at the end of last year; None where they do not."""
    path = "stores.opening"
    opening, closing = exact_figures(approved.scenario.plan, path, f"{LAST_YEAR}stores.closing")
    if opening is None or closing is None or opening == closing:
        return None
    try:
        with_all = evaluate(moved(approved.scenario, {path: closing}), catalogue)
    except ValueError:
        return OpeningGap(opening, closing, None, None)
    with exactly():
        more = with_all.total_fees - approved.total_fees
    return OpeningGap(opening, closing, more, with_all.fee_ratio)


def _cliffs(approved: Statement) -> Iterator[Cliff]:
    """Yield every tier at whose threshold the fee rises at once, term by term."""
    for key, tiers in approved.tiers.items():
        for row in ladder_rows(approved, key)[: len(tiers)]:
            if row.tier and row.jump is not None and row.jump > 0:
                yield Cliff(key, row.position, row.tier, row.jump)


def _distance(cliff: Cliff) -> Decimal:
    """Return how far the plan is from a threshold, as a share of it."""
    return ratio(abs(cliff.status.distance), cliff.status.bound) or _ZERO


def _not_won(approved: Statement, offer: Statement) -> NotWonAll:
    keys = dict.fromkeys(line.term for line in approved.lines if line.owed)
    with exactly():
        pairs = [NotWon(key, approved.amount(key) - _owed(offer, key)) for key in keys]
        dearer = sorted((pair for pair in pairs if pair.more > 0), key=lambda pair: -pair.more)
        shown, others = split(dearer, MOST_NOT_WON)
        rest = sum((pair.more for pair in others), _ZERO)
    agreed = approved.scenario.conditions
    missing = (key for key, said in offer.scenario.conditions.items() if agreed.get(key) != said)
    return NotWonAll(tuple(shown), rest, len(others), tuple(missing))


def _owed(statement: Statement, key: str) -> Decimal:
    line = statement.line(key)
    return line.amount if line and line.owed else _ZERO


def split(items: Sequence[T], most: int) -> tuple[Sequence[T], Sequence[T]]:
    """Return the first `most` and the others; a single other one is not worth leaving out."""
    cut = len(items) if len(items) <= most + 1 else most
    return items[:cut], items[cut:]


def _house_rules(approved: Statement, policy: Policy) -> HouseRules:
    findings = review(approved, policy)
    broken = tuple(finding for finding in findings if finding.breach)
    marks = tuple(finding for finding in findings if finding.kind == "review")
    return HouseRules(policy.policy, broken, marks)
