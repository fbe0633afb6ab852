"""A whole set of accounts: what it costs, who makes it, what moved against last year, what needs attention."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

from ka_terms.analysis.portfolio.account import Account, Attention, Due
from ka_terms.analysis.portfolio.groups import Group, Row, Sums, by_part, by_year, grouped, sums_of
from ka_terms.calculation.readings.exact import difference, exactly, ratio

By = Literal["account", "channel", "category", "nature", "year", "status"]
LARGE = Decimal("0.7")
"""The share of all fees that the accounts make which are told in the first sentence."""
USUAL_DAYS = 60
_ZERO = Decimal(0)
_RANK = {"agreed": 3, "draft": 2, "proposal": 1, "ask": 0}
"""Of several contracts of one account and year the one that counts."""


class DueTogether(NamedTuple):
    """What several accounts settle on one day of one term."""

    day: date
    term: str
    accounts: int
    amount: Decimal


class Concentration(NamedTuple):
    """The fewest accounts that make a large share of all fees."""

    accounts: int
    share: Decimal


class Portfolio(NamedTuple):
    """A set of contracts in one currency."""

    currency: str
    year: int | None
    """The latest, of which the rows are."""
    rows: tuple[Row, ...]
    """The largest fees first."""
    total: Sums
    before: Sums | None
    """The accounts that have a year before, in that year; None where none has."""
    comparable: Sums | None
    """The same accounts in the latest year."""
    concentration: Concentration | None
    groups: Mapping[By, tuple[Group, ...]]
    years: tuple[Group, ...]
    """Every year that the set has, the first one first."""
    passed_over: tuple[Account, ...]
    """Contracts of which another of the same account and year counts."""
    first: date
    last: date
    """The days in which settlements are due."""

    @property
    def change(self) -> Decimal | None:
        """Return the change of the fee ratio of the accounts that have a year before."""
        if self.before is None or self.comparable is None:
            return None
        return difference(self.comparable.fee_ratio, self.before.fee_ratio)

    @property
    def whole(self) -> Decimal | None:
        """Return the share of all fees that all accounts have: 1, n/a without fees."""
        return ratio(self.total.fees, self.total.fees)

    @property
    def due_amount(self) -> Decimal:
        """Return what all settlements in these days come to."""
        with exactly():
            return sum((row.due_amount for row in self.rows), _ZERO)

    def more(self, other: Portfolio) -> Decimal:
        """Return total fees less those of another set."""
        with exactly():
            return self.total.fees - other.total.fees

    @property
    def attention(self) -> tuple[tuple[Account, Attention], ...]:
        """What needs a look, account by account."""
        return self.attention_of(len(self.rows))

    def attention_of(self, top: int | None) -> tuple[tuple[Account, Attention], ...]:
        """Return the same of the largest accounts."""
        return tuple((row.account, one) for row in self.rows[:top] for one in row.account.attention)

    @property
    def due_together(self) -> tuple[DueTogether, ...]:
        """What is due by day and term, the earliest first, of a day the largest."""
        found: dict[tuple[date, str], list[Decimal]] = {}
        for _, one in self.due:
            found.setdefault((one.day, one.term), []).append(one.amount)
        with exactly():
            made = (DueTogether(*at, len(amounts), sum(amounts, _ZERO)) for at, amounts in found.items())
            return tuple(sorted(made, key=lambda one: (one.day, -one.amount)))

    @property
    def due(self) -> tuple[tuple[Account, Due], ...]:
        """What is due, the earliest first."""
        found = ((row.account, one) for row in self.rows for one in row.due)
        return tuple(sorted(found, key=lambda pair: pair[1].day))


def by_currency(accounts: Iterable[Account], first: date, days: int = USUAL_DAYS) -> tuple[Portfolio, ...]:
    """Return a set for each currency, that of the most contracts first."""
    members: dict[str, list[Account]] = {}
    for one in accounts:
        members.setdefault(one.currency, []).append(one)
    largest_first = sorted(members.values(), key=lambda each: -len(each))
    return tuple(portfolio(inside, first, days) for inside in largest_first)


def portfolio(accounts: Sequence[Account], first: date, days: int = USUAL_DAYS) -> Portfolio:
    """Return what a set of contracts, all in one currency, comes to.

    Of each account the contract of its latest year counts, beside that of the year before; of several of one account
    and year the agreed one, else a draft, a proposal, an ask, and of equals that whose file comes first by its name.
    """
    counted, passed_over = _counted(accounts)
    last = first + timedelta(days=days)
    latest = _latest(counted)
    by_place = {(one.account, one.year): one for one in counted}
    total = sums_of(latest)
    rows = [
        Row(
            one,
            None if one.year is None else by_place.get((one.account, one.year - 1)),
            ratio(one.fees, total.fees),
            tuple(due for due in one.due if first <= due.day <= last),
        )
        for one in latest
    ]
    rows.sort(key=lambda row: (-row.account.fees, row.account.account))
    pairs = [(row.account, row.before) for row in rows if row.before]
    return Portfolio(
        accounts[0].currency,
        max((one.year for one in latest if one.year is not None), default=None),
        tuple(rows),
        total,
        sums_of([before for _, before in pairs]) if pairs else None,
        sums_of([now for now, _ in pairs]) if pairs else None,
        _concentration(rows, total),
        {
            "account": grouped(rows, total, lambda account: account.account),
            "channel": grouped(rows, total, lambda account: account.channel),
            "status": grouped(rows, total, lambda account: account.status),
            "category": by_part(latest, total, "category"),
            "nature": by_part(latest, total, "nature"),
        },
        by_year(counted),
        tuple(passed_over),
        first,
        last,
    )


def _counted(accounts: Iterable[Account]) -> tuple[list[Account], list[Account]]:
    """Return the contract that counts of each account and year, and the others."""
    best: dict[tuple[str, int | None], Account] = {}
    others: list[Account] = []
    for one in accounts:
        at = (one.account, one.year)
        other = best.get(at)
        if other is None:
            best[at] = one
        elif (-_RANK[one.status], one.file) < (-_RANK[other.status], other.file):
            others.append(other)
            best[at] = one
        else:
            others.append(one)
    return [*best.values()], others


def _latest(accounts: Iterable[Account]) -> list[Account]:
    """Return each account in its latest year; one without a year only where none has one."""
    found: dict[str, Account] = {}
    for one in accounts:
        other = found.get(one.account)
        if other is None or (one.year or 0) > (other.year or 0):
            found[one.account] = one
    return [*found.values()]


def _concentration(rows: Sequence[Row], total: Sums) -> Concentration | None:
    """Return how few accounts make a large share of all fees; None without fees, and where it takes all of them."""
    made = _ZERO
    with exactly():
        for at, row in enumerate(rows, start=1):
            made += row.account.fees
            share = ratio(made, total.fees)
            if share is not None and share >= LARGE and at < len(rows):
                return Concentration(at, share)
    return None
