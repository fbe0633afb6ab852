"""An account, or a store, as one row of a table has it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Account(NamedTuple):
    """What a row says of an account. None is what it does not say."""

    name: str
    channel: str | None
    sales: Decimal | None
    volume: Decimal | None
    stores: Decimal | None
    """The average number of stores."""
    printed: PrintedVpo | None = None
    row: int | None = None
    """Its line in the table; None where it is a contract."""


class PrintedVpo(NamedTuple):
    """A VPO as a table has it."""

    value: Decimal
    step: Decimal
    """The unit of its last digit: 0.1 of `31.0`, 10 of `1.06k`."""
    in_sales: Decimal = Decimal(1)
    """What one of it is in sales: 10,000 where both are in 萬元."""
    in_volume: Decimal = Decimal(1)
