"""Whether a VPO that is printed agrees with its own row."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.calculation.readings.exact import exactly, ratio, round_half_up
from ka_terms.model.account import Account, PrintedVpo

VOLUME, SALES = "volume", "sales"
BASES = (VOLUME, SALES)


class Check(NamedTuple):
    """A printed VPO beside that of its row."""

    printed: Decimal
    basis: str | None
    """`volume` or `sales`: what it is of, a store; None where the row has too little to say."""
    expected: Decimal | None
    """The VPO of the row, rounded half up as the printed one is."""
    power: int = 0
    """The power of ten that both are in: 4 of a table in 萬元."""

    def in_full(self, value: Decimal | None) -> Decimal | None:
        """The printed VPO, or the expected one, in the unit of all other figures."""
        return value if value is None or not self.power else value.scaleb(self.power)

    @property
    def agrees(self) -> bool | None:
        """Whether both are the same; None where that cannot be said."""
        return None if self.expected is None else self.expected == self.printed


def checked(accounts: Sequence[Account]) -> tuple[Check | None, ...]:
    """Return the check of each account; None for one without a printed VPO.

    A printed VPO is volume / stores, and sales / stores where there is no volume. One that fits sales / stores is that,
    even beside a volume. Where none of a table fits volume / stores and one fits sales / stores, all are the latter.
    """
    with exactly():
        fits = [{basis for basis in BASES if _fits(account, basis)} for account in accounts]
    order = BASES
    if any(SALES in found for found in fits) and not any(VOLUME in found for found in fits):
        order = (SALES, VOLUME)
    return tuple(
        None if account.printed is None else _check(account, found, order)
        for account, found in zip(accounts, fits, strict=True)
    )


def _check(account: Account, fits: set[str], order: Sequence[str]) -> Check:
    assert account.printed
    known = [basis for basis in order if _value(account, basis) is not None]
    if not known or not account.stores:
        return Check(account.printed.value, None, None)
    basis = next((basis for basis in known if basis in fits), known[0])
    value = ratio(_value(account, basis), account.stores * _scale(account.printed, basis))
    assert value is not None
    expected = account.printed.value if basis in fits else round_half_up(value, account.printed.step)
    return Check(account.printed.value, basis, expected, _scale(account.printed, basis).adjusted())


def _value(account: Account, basis: str) -> Decimal | None:
    return account.volume if basis == VOLUME else account.sales


def _fits(account: Account, basis: str) -> bool:
    """Whether the printed VPO is that of the row, rounded half up: without a quotient, which may never end."""
    value = _value(account, basis)
    if account.printed is None or value is None or not account.stores:
        return False
    stores = account.stores * _scale(account.printed, basis)
    twice = 2 * (value - account.printed.value * stores)
    return -account.printed.step * stores <= twice < account.printed.step * stores


def _scale(printed: PrintedVpo, basis: str) -> Decimal:
    """What one of a printed VPO is in sales, or in volume."""
    return printed.in_volume if basis == VOLUME else printed.in_sales
