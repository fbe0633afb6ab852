"""What a formula is written over, so that one text of it serves several readings.

A formula sees numbers that can be added, subtracted, multiplied and compared, and the handful of functions below.
With exact decimals it gives the statement (`exact`), with numbers that remember how they were made its explanation
(`traced`); any further reading is one more implementation of these two protocols.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Any, Generic, Literal, NamedTuple, Protocol, Self, TypeVar

from ka_terms.model.faults import Fault, Refused
from ka_terms.model.numbers.month import YEAR, Months
from ka_terms.text.messages import message

_StatedKind = Literal[
    "rate", "amount", "free", "for_every", "from", "over", "at_least", "at_most", "only_if", "unless"
]
_TierKind = Literal["bound", "reached", "band", "pays", "no_tier"]
_FeeKind = Literal[
    "base",
    "charged",
    "calculated",
    "sum",
    "proportional",
    "larger",
    "smaller",
    "holds",
    "due",
    "members",
    "correction",
    "rounded",
    "settlements",
]
StepKind = _StatedKind | _TierKind | _FeeKind
"""What a person would call a number on the way from the figures to an amount.

Numbers that the term states:
- rate, amount: what the term or one of its tiers pays
- free: the allowance of a figure; for_every: the size of the full lots in which it is charged
- from, over: the lower bound of a tier; of a measure such as growth it is a multiple
- at_least, at_most: a limit of the fee, or the share of a figure that the limit is; also the amount that share gives
- only_if, unless: what a figure is held against in a rule, or the share of a figure that this is

Numbers that are worked out:
- bound: the bound of a tier in units of the figure measured, where it is stated as a multiple of another
- reached: whether the figure measured reaches a tier
- band: the part of the figure measured that falls into a tier
- base: what the rate is paid on, where other terms come off it first
- charged: a figure less its free allowance, in full lots where it is charged so
- pays: what a tier pays; no_tier: what is paid below the first
- calculated: rate x base, or amount x counts
- sum: what several tiers pay together
- proportional: what bands on the figure measured come to on another base
- larger, smaller: the fee after its least, after its most
- holds: whether a rule holds; due: the fee, or zero where its conditions fail
- members: the sum of a group before its limits; correction: what its limits add to that or take off
- rounded: the settled amount; settlements: the sum of those of a term in the year, or in some months of it
"""


class Number(Protocol):
    """What flows through a formula. A comparison gives whatever `Reading.where` takes as a condition."""

    def __add__(self, other: Self, /) -> Self: ...
    def __sub__(self, other: Self, /) -> Self: ...
    def __mul__(self, other: Self, /) -> Self: ...
    def __ge__(self, other: Self, /) -> Any: ...
    def __gt__(self, other: Self, /) -> Any: ...


N = TypeVar("N", bound=Number)
N_co = TypeVar("N_co", covariant=True)
V = TypeVar("V")


class Reading(Protocol[N]):
    """One way to read a formula: how its numbers come in, and the functions that operators cannot say."""

    def leaf(self, path: str, value: Decimal) -> N:
        """A number of the scenario: a figure of the plan (`stores.new`) or a parameter (`listing_fee.amount`)."""

    def derived(self, path: str, value: N) -> N:
        """A figure that was computed from others, under its own name."""

    def of_months(self, path: str, months: Months, value: N) -> N:
        """A figure over a set of months, under its own name: part of a number of the year, or computed from others."""

    def constant(self, value: Decimal) -> N:
        """A number that stands in the formula itself."""

    def maximum(self, one: N, other: N) -> N: ...
    def minimum(self, one: N, other: N) -> N: ...

    def where(self, condition: Any, then: N, otherwise: N) -> N:
        """`then` where the condition holds, else `otherwise`."""

    def reaches(self, one: N, other: N, inclusive: bool) -> Any:
        """Whether `one` is at least `other`, or above it where that is not `inclusive`."""

    def divide(self, one: N, other: N) -> N:
        """`one / other`; zero where `other` is zero."""

    def whole_quotient(self, one: N, other: N) -> N:
        """How many whole times `other` is in `one`, a number not below zero; zero where `other` is zero."""

    def rounded(self, amount: N, unit: Decimal) -> N:
        """An amount rounded half up to a multiple of `unit`."""

    def settle(self, key: str, amount: N, unit: Decimal, months: Months = YEAR) -> N:
        """A term's amount of some months, rounded half up to the minor unit. Errors: `Uncomputable` beyond 10^18."""

    def settlements(self, key: str, amounts: Sequence[N], months: Months = YEAR) -> N:
        """What a term comes to in some months: the sum of its settlements there, of which there is at least one."""

    def named(self, kind: StepKind, value: N, tier: int = 0, figure: str = "", reached: Any = None) -> N:
        """The value as it is, under the name of a step.

        `tier` is the position of a tier from 1, 0 for what belongs to none. `figure` is the path of the figure that
        the value counts, bounds or is a share of. `reached` is the condition under which a tier pays.
        """


class Nameless:
    """A reading that has no use for the names of steps."""

    def named(self, kind: StepKind, value: V, tier: int = 0, figure: str = "", reached: Any = None) -> V:
        return value

    def settlements(self, key: str, amounts: Sequence[N], months: Months = YEAR) -> N:
        return reduce(add, amounts)


class Comparing:
    """A reading whose numbers have every digit, and are taken and compared as they are."""

    def of_months(self, path: str, months: Months, value: N) -> N:
        return value

    def reaches(self, one: N, other: N, inclusive: bool) -> Any:
        return one >= other if inclusive else one > other


class PlainChoices(Nameless):
    """A reading whose numbers Python itself compares: the choices are those of its own functions."""

    def maximum(self, one: N, other: N) -> N:
        return max(one, other)

    def minimum(self, one: N, other: N) -> N:
        return min(one, other)

    def where(self, condition: bool, then: V, otherwise: V) -> V:
        return then if condition else otherwise


class StatedParameter(Protocol[N_co]):
    """The numbers that a term states: `rate`, of a tier `tiers.2.rate`, of a figure `free.skus.total`."""

    def __call__(self, kind: StepKind, position: int = 0, figure: str = "", /) -> N_co:
        """The number under its name. `position` is that of its tier or its rule, counted from 1.

        `figure` is what it counts, bounds or is a share of.
        """


class Arguments(NamedTuple, Generic[N]):
    """What one term's formula may look at."""

    stated_parameter: StatedParameter[N]
    """The term's own parameters, each under its name."""
    figure: Callable[[str], N]
    """Figures of the plan by path: `stores.closing`."""
    settled: Callable[[str], N]
    """Amounts of the other terms by key, as far as they come before this one."""
    money: Callable[[str], N]
    """What a share can be taken of, by its name: a figure, or the amount of another term."""
    unit: Decimal
    """What the amount is rounded to."""
    reading: Reading[N]


class Uncomputable(Refused):
    """A term whose amount is beyond any real contract; `key` names it."""

    def __init__(self, key: str) -> None:
        found = message("an amount of 10^18 or more for {term}", term=key)
        mend = message("check the number of digits of its factors")
        super().__init__(Fault(found, message("a smaller amount"), mend))
        self.key = key
