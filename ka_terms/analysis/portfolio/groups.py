"""Contracts in groups: what they come to together, by account, by what they have in common, by part of their fees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from ka_terms.analysis.portfolio.account import Account, Due
from ka_terms.calculation.readings.exact import difference, exactly, ratio

_ZERO = Decimal(0)


class Sums(NamedTuple):
    """What some contracts come to. None is n/a."""

    accounts: int
    sales: Decimal
    fees: Decimal
    fixed: Decimal | None
    """None where it is not known of one of them."""
    contribution: Decimal | None
    """None where one of them has none."""

    @property
    def fee_ratio(self) -> Decimal | None:
        """Fees / sales."""
        return ratio(self.fees, self.sales)

    @property
    def fixed_share(self) -> Decimal | None:
        """Fixed fees / fees."""
        return ratio(self.fixed, self.fees)


class Group(NamedTuple):
    """Contracts that have something in common, of the latest year; of a category or nature their fees of it."""

    name: str
    sums: Sums
    share: Decimal | None
    """Of all fees."""
    before: Sums | None
    """The same accounts the year before; None where it is not known of all of them, and of categories and natures."""

    @property
    def change(self) -> Decimal | None:
        """Return the fee ratio less that of the year before."""
        return None if self.before is None else difference(self.sums.fee_ratio, self.before.fee_ratio)


class Row(NamedTuple):
    """An account in the latest year, and in the year before where the set has it."""

    account: Account
    before: Account | None
    share: Decimal | None
    """Of all fees."""
    due: tuple[Due, ...]
    """What is to be settled in the days that are asked about."""

    @property
    def fee_ratio(self) -> Decimal | None:
        return ratio(self.account.fees, self.account.sales)

    @property
    def change(self) -> Decimal | None:
        """Return the fee ratio less that of the year before."""
        before = self.before
        return None if before is None else difference(self.fee_ratio, ratio(before.fees, before.sales))

    @property
    def fixed_share(self) -> Decimal | None:
        return ratio(self.account.fixed, self.account.fees)

    @property
    def vpo(self) -> Decimal | None:
        return ratio(self.account.sales, self.account.stores)

    @property
    def due_amount(self) -> Decimal:
        with exactly():
            return sum((one.amount for one in self.due), _ZERO)


def sums_of(accounts: Sequence[Account]) -> Sums:
    """Return what contracts come to together, exactly."""
    with exactly():
        return Sums(
            len(accounts),
            sum((one.sales for one in accounts), _ZERO),
            sum((one.fees for one in accounts), _ZERO),
            _sum([one.fixed for one in accounts]),
            _sum([one.contribution for one in accounts]),
        )


def _sum(amounts: Sequence[Decimal | None]) -> Decimal | None:
    """Return the sum; None (n/a) where one is not known."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, _ZERO) if len(known) == len(amounts) else None


def grouped(rows: Sequence[Row], total: Sums, name_of: Callable[[Account], str]) -> tuple[Group, ...]:
    """Return the rows whose contracts have a name in common, the largest fees first; `total` is of all of them."""
    members: dict[str, list[Row]] = {}
    for row in rows:
        members.setdefault(name_of(row.account), []).append(row)
    groups = (_group(name, inside, total) for name, inside in members.items())
    return tuple(sorted(groups, key=lambda group: -group.sums.fees))


def _group(name: str, rows: Sequence[Row], total: Sums) -> Group:
    sums = sums_of([row.account for row in rows])
    before = [row.before for row in rows if row.before]
    known = sums_of(before) if len(before) == len(rows) else None
    return Group(name, sums, ratio(sums.fees, total.fees), known)


def by_part(
    accounts: Sequence[Account], total: Sums, field: Literal["category", "nature"]
) -> tuple[Group, ...]:
    """Return the fees of each category or nature, against the sales of all."""
    fees: dict[str, Decimal] = {}
    counts: dict[str, set[str]] = {}
    with exactly():
        for one in accounts:
            for part in one.parts:
                name = getattr(part, field)
                fees[name] = fees.get(name, _ZERO) + part.amount
                counts.setdefault(name, set()).add(one.account)
    groups = (
        Group(
            name, Sums(len(counts[name]), total.sales, amount, _ZERO, None), ratio(amount, total.fees), None
        )
        for name, amount in fees.items()
    )
    return tuple(sorted(groups, key=lambda group: -group.sums.fees))


def by_year(accounts: Sequence[Account]) -> tuple[Group, ...]:
    """Return every year that the set has; nothing for one alone."""
    members: dict[int, list[Account]] = {}
    for one in accounts:
        if one.year is not None:
            members.setdefault(one.year, []).append(one)
    if len(members) < 2:
        return ()
    return tuple(Group(str(year), sums_of(members[year]), None, None) for year in sorted(members))
