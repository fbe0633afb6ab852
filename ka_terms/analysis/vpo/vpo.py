"""All that `vpo` says, before any of it is worded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from ka_terms.analysis.comparison import Incomparable
from ka_terms.analysis.vpo.printed import SALES, VOLUME, Check, checked
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings.exact import exactly, ratio, trimmed
from ka_terms.model.account import Account
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Refused, none_of
from ka_terms.model.numbers.currency import different_currencies

MEASURES = (SALES, VOLUME)


class AccountVpo(NamedTuple):
    """One account. None is n/a."""

    account: Account
    vpo: Decimal | None
    """Sales / average stores."""
    vpo_volume: Decimal | None
    """Volume / average stores."""
    measured: Decimal | None
    """The one of both that ranks and indices are of."""
    rank: int | None
    """From 1, the highest, within the channel; equal ones share it."""
    ranked: int
    """How many accounts of the channel have one."""
    index_channel: Decimal | None
    """Its VPO / the weighted mean of its channel."""
    index_total: Decimal | None
    check: Check | None


class ChannelVpo(NamedTuple):
    """A channel, or all of them: sums, and the weighted means of the accounts that have a VPO."""

    name: str | None
    """None of the accounts without one, and of the total."""
    accounts: int
    stores: Decimal | None
    sales: Decimal | None
    volume: Decimal | None
    vpo: Decimal | None
    vpo_volume: Decimal | None
    measured: Decimal | None
    share: Decimal | None
    """Of all sales; of all volume where no account has sales."""
    index_total: Decimal | None


class Vpo(NamedTuple):
    """Accounts in the order of their table, channels in the order in which they come first."""

    measure: str
    """`sales` or `volume`."""
    accounts: tuple[AccountVpo, ...]
    channels: tuple[ChannelVpo, ...]
    total: ChannelVpo

    @property
    def checks(self) -> list[AccountVpo]:
        """The accounts whose printed VPO can be checked."""
        return [one for one in self.accounts if one.check and one.check.agrees is not None]

    @property
    def contradictions(self) -> list[AccountVpo]:
        """Those whose printed VPO is not that of their row."""
        return [one for one in self.checks if one.check and not one.check.agrees]


def accounts_of(scenarios: Iterable[Scenario]) -> tuple[Account, ...]:
    """Return each contract as an account without a channel; of estimates the likely case.

    Two of one account have the name of their scenario. Errors: `Incomparable` for more than one currency.
    """
    scenarios = [*scenarios]
    if fault := different_currencies((scenario.scenario, scenario.currency) for scenario in scenarios):
        raise Incomparable(fault)
    names = [scenario.account or scenario.scenario for scenario in scenarios]
    return tuple(
        _account(scenario, name if names.count(name) == 1 else scenario.scenario)
        for scenario, name in zip(scenarios, names, strict=True)
    )


def _account(scenario: Scenario, name: str) -> Account:
    plan = scenario.case("likely").plan
    sales, volume, stores = exact_figures(plan, "sales", "volume", "stores.average")
    return Account(name, None, sales, volume, stores)


def vpo(accounts: Sequence[Account], measure: str = "") -> Vpo:
    """Return what accounts sell a store, against their channel and against all.

    `measure` is `sales` or `volume`; without it volume counts, unless fewer accounts have it than have sales. Errors:
    `ValueError` for a measure that no account has.
    """
    counts = {name: sum(_value(one, name) is not None for one in accounts) for name in MEASURES}
    if measure and not counts.get(measure):
        raise Refused(none_of(measure, [name for name in MEASURES if counts[name]]))
    measure = measure or max(reversed(MEASURES), key=lambda name: counts[name])
    with exactly():
        everything = _Group(accounts, measure)
        names = dict.fromkeys(account.channel for account in accounts)
        groups = {name: _Group([one for one in accounts if one.channel == name], measure) for name in names}
        rows = tuple(
            _row(account, check, groups[account.channel], everything)
            for account, check in zip(accounts, checked(accounts), strict=True)
        )
        channels = tuple(group.beside(everything, name) for name, group in groups.items())
        return Vpo(measure, rows, channels, everything.beside(everything, None))


def _row(account: Account, check: Check | None, group: _Group, everything: _Group) -> AccountVpo:
    rank = group.rank(account)
    return AccountVpo(
        account,
        ratio(account.sales, account.stores),
        ratio(account.volume, account.stores),
        ratio(_value(account, group.measure), account.stores),
        rank,
        len(group.ordered),
        group.index(account),
        everything.index(account),
        check,
    )


class _Group:
    """Accounts that are compared: those of a channel, or all."""

    def __init__(self, accounts: Sequence[Account], measure: str) -> None:
        self.accounts = accounts
        self.measure = measure
        self.means = {name: _mean(accounts, name) for name in MEASURES}

    @cached_property
    def ordered(self) -> list[Fraction]:
        """Every VPO, the lowest first."""
        known = (_exact(account, self.measure) for account in self.accounts)
        return sorted(value for value in known if value is not None)

    def rank(self, account: Account) -> int | None:
        """How many of the group sell more a store, and one."""
        value = _exact(account, self.measure)
        return None if value is None else len(self.ordered) - bisect_right(self.ordered, value) + 1

    def index(self, account: Account) -> Decimal | None:
        """The VPO of an account / the weighted mean of the group."""
        value = _value(account, self.measure)
        mean = self.means[self.measure]
        if value is None or not account.stores or not mean:
            return None
        return ratio(value * mean.stores, account.stores * mean.sold)

    def beside(self, everything: _Group, name: str | None) -> ChannelVpo:
        """The sums and means of the group, against those of all."""
        mean, of_all = self.means[self.measure], everything.means[self.measure]
        shared = SALES if everything.sum(SALES) is not None else VOLUME
        return ChannelVpo(
            name,
            len(self.accounts),
            self.sum("stores"),
            self.sum(SALES),
            self.sum(VOLUME),
            _divided(self.means[SALES]),
            _divided(self.means[VOLUME]),
            _divided(mean),
            ratio(self.sum(shared), everything.sum(shared)),
            ratio(mean.sold * of_all.stores, mean.stores * of_all.sold) if mean and of_all else None,
        )

    def sum(self, name: str) -> Decimal | None:
        """What all accounts together have of it; None where none has any."""
        known = [value for account in self.accounts if (value := _value(account, name)) is not None]
        return trimmed(sum(known, Decimal(0))) if known else None


class _Mean(NamedTuple):
    """The sums that a weighted mean is the quotient of: over the accounts that have both."""

    sold: Decimal
    stores: Decimal


def _mean(accounts: Iterable[Account], measure: str) -> _Mean | None:
    known = [
        (value, account.stores)
        for account in accounts
        if (value := _value(account, measure)) is not None and account.stores
    ]
    if not known:
        return None
    sold, stores = (sum(values, Decimal(0)) for values in zip(*known, strict=True))
    return _Mean(sold, stores)


def _divided(mean: _Mean | None) -> Decimal | None:
    return ratio(mean.sold, mean.stores) if mean else None


def _value(account: Account, name: str) -> Decimal | None:
    value: Decimal | None = getattr(account, name)
    return value


def _exact(account: Account, measure: str) -> Fraction | None:
    """The VPO as a fraction, so that equal ones are equal."""
    value = _value(account, measure)
    return None if value is None or not account.stores else Fraction(value) / Fraction(account.stores)
