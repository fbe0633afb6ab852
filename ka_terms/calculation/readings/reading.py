"""What a formula is written over, so that one text of it serves several readings.

A formula sees numbers that can be added, subtracted, multiplied and compared, and the handful of functions below.
With exact decimals it gives the statement (`exact`), with numbers that remember how they were made its explanation
(`traced`); any further reading is one more implementation of these two protocols.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Generic, NamedTuple, Protocol, Self, TypeVar


class Number(Protocol):
    """What flows through a formula. A comparison gives whatever `Reading.where` takes as a condition."""

    def __add__(self, other: Self, /) -> Self: ...
    def __sub__(self, other: Self, /) -> Self: ...
    def __mul__(self, other: Self, /) -> Self: ...
    def __ge__(self, other: Self, /) -> Any: ...
    def __gt__(self, other: Self, /) -> Any: ...


N = TypeVar("N", bound=Number)


class Reading(Protocol[N]):
    """One way to read a formula: how its numbers come in, and the functions that operators cannot say."""

    def leaf(self, path: str, value: Decimal) -> N:
        """A number of the scenario: a figure of the plan (`stores.new`) or a parameter (`listing_fee.amount`)."""

    def derived(self, path: str, value: N) -> N:
        """A figure that was computed from others, under its own name."""

    def constant(self, value: Decimal) -> N:
        """A number that stands in the formula itself."""

    def maximum(self, one: N, other: N) -> N:
        """The larger of two."""

    def minimum(self, one: N, other: N) -> N:
        """The smaller of two."""

    def where(self, condition: Any, then: N, otherwise: N) -> N:
        """`then` where the condition holds, else `otherwise`."""

    def divide(self, one: N, other: N) -> N:
        """`one / other`; zero where `other` is zero."""

    def settle(self, key: str, amount: N, unit: Decimal) -> N:
        """A term's amount, rounded half up to the minor unit. Errors: `Uncomputable` beyond 10^18."""


class Arguments(NamedTuple, Generic[N]):
    """What one term's formula may look at."""

    own: Callable[[str], N]
    """The term's own parameters by path: `rate`, `tiers.2.from`."""
    figure: Callable[[str], N]
    """Figures of the plan by path: `stores.closing`."""
    settled: Callable[[str], N]
    """Amounts of the other terms by key, as far as they come before this one."""
    reading: Reading[N]


class Uncomputable(ValueError):
    """A term whose amount is beyond any real contract; `key` names it."""

    def __init__(self, key: str) -> None:
        super().__init__(f"the amount of {key} is beyond 10^18: check its factors for a slip in the digits")
        self.key = key
