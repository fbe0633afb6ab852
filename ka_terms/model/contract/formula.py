"""Formulas of computed figures as sums of products: what each comes to, and what kind of number that is.

How they are written stands in `formula_text`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from operator import mul
from typing import Literal, Protocol, Self, TypeVar

from ka_terms.model.faults import Fault, quoted
from ka_terms.model.numbers.month import Months
from ka_terms.model.numbers.number import MOST_DECIMALS
from ka_terms.model.vocabulary.figures import KindOf, NumberKind
from ka_terms.text.messages import message

_ZERO = Decimal(0)
_DECIMALS = MOST_DECIMALS + 2
"""As many as a percentage may have as a fraction."""


class FigureNumber(Protocol):
    """What flows through the formula of a figure."""

    def __add__(self, other: Self, /) -> Self: ...
    def __sub__(self, other: Self, /) -> Self: ...
    def __mul__(self, other: Self, /) -> Self: ...


F = TypeVar("F", bound=FigureNumber)


class FigureReading(Protocol[F]):
    """As much of a reading as the formulas of figures need."""

    def leaf(self, path: str, value: Decimal) -> F:
        """A number that the plan states."""

    def derived(self, path: str, value: F) -> F:
        """A figure that was computed from others, under its own name."""

    def constant(self, value: Decimal) -> F:
        """A number that stands in the formula itself."""

    def maximum(self, one: F, other: F) -> F: ...
    def divide(self, one: F, other: F) -> F: ...

    def named(self, kind: Literal["rate"], value: F) -> F:
        """A percentage that stands in a formula."""

    def of_months(self, path: str, months: Months, value: F) -> F:
        """A figure over a set of months, under its own name."""


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure, a number written in the formula, or a share of a figure, which has both.

    A portion of a figure is divided by a number too: path x number / under. No formula is written so.
    """

    path: str = ""
    number: Decimal | None = None
    under: Decimal | None = None

    def value(self, at: Callable[[str], F], reading: FigureReading[F]) -> F:
        """The figure, the number, number x figure, or that divided."""
        if self.number is None:
            return at(self.path)
        written = reading.constant(self.number)
        if self.under is not None:
            return reading.divide(at(self.path) * written, reading.constant(self.under))
        return reading.named("rate", written) * at(self.path) if self.path else written


@dataclass(frozen=True, slots=True)
class Summand:
    """A product of operands, and whether it is taken off."""

    operands: tuple[Operand, ...]
    minus: bool = False

    def value(self, at: Callable[[str], F], reading: FigureReading[F]) -> F:
        return reduce(mul, [operand.value(at, reading) for operand in self.operands])


@dataclass(frozen=True, slots=True)
class Formula:
    """A computed figure as it is written, and the sum of products that it means."""

    text: str
    summands: tuple[Summand, ...]

    def __str__(self) -> str:
        return self.text

    def operands(self) -> Iterator[Operand]:
        for summand in self.summands:
            yield from summand.operands

    def paths(self) -> list[str]:
        """The figures that it names, each once."""
        return list(dict.fromkeys(operand.path for operand in self.operands() if operand.path))

    @property
    def is_stated_share(self) -> bool:
        """Whether a file states it as a share alone, such as `60%` of a category."""
        return self.text.endswith(("%", "％"))

    @property
    def has_minus(self) -> bool:
        return any(summand.minus for summand in self.summands)

    def value(self, at: Callable[[str], F], reading: FigureReading[F]) -> F:
        """The sum of the products, never below zero; `at` gives a figure by path.

        It is cut at zero once, when it is finished.
        """
        return cut_at_zero(self, [summand.value(at, reading) for summand in self.summands], reading)


def cut_at_zero(formula: Formula, values: Sequence[F], reading: FigureReading[F]) -> F:
    """The sum of the values of its summands, cut at zero once; without a minus it cannot be below."""
    total, *others = values
    for summand, value in zip(formula.summands[1:], others, strict=True):
        total = total - value if summand.minus else total + value
    return reading.maximum(total, reading.constant(_ZERO)) if formula.has_minus else total


def ended(share: Fraction) -> Decimal | None:
    """A share as a decimal, which every reading holds exactly and quickly; None where it does not end soon enough."""
    finite = share * 10**_DECIMALS
    return Decimal(finite.numerator).scaleb(-_DECIMALS) if finite.denominator == 1 else None


def times(value: F, share: Fraction, reading: FigureReading[F]) -> F:
    """value x share: a plain product where the share ends within eight decimals, else divided too."""
    if share == 1:
        return value
    if (number := ended(share)) is not None:
        return value * reading.constant(number)
    over, under = (reading.constant(Decimal(number)) for number in share.as_integer_ratio())
    return reading.divide(value * over, under)


def share_of(rate: Decimal, path: str, text: str) -> Formula:
    """The formula of a share of one figure, under the text that a file has for it."""
    return Formula(text, (Summand((Operand(path, rate),)),))


def sum_of(paths: Sequence[str]) -> Formula:
    """The formula of a sum of figures."""
    return Formula(" + ".join(paths), tuple(Summand((Operand(path),)) for path in paths))


def difference_of(whole: str, paths: Sequence[str]) -> Formula:
    """The formula of what is left of a figure."""
    parts = (Summand((Operand(path),), minus=True) for path in paths)
    return Formula(" - ".join([whole, *paths]), (Summand((Operand(whole),)), *parts))


def formula_kind(formula: Formula, kind_of: KindOf) -> tuple[NumberKind, Fault | None]:
    """What kind of number a formula gives; with a fault where its operands do not go together.

    - `N% of F` and sums keep the kind; a plain number goes with money or with a count
    - a written number x a share is a share; share x money is money; any other product is a plain number
    """
    total: NumberKind | None = None
    for summand in formula.summands:
        kind = _product_kind([_operand_kind(operand, kind_of) for operand in summand.operands])
        if kind is None:
            expected = message("at most one percentage among the factors of a product")
            mend = message("write the share of the share as a percentage of its own")
            return "rate", Fault(quoted(formula.text), expected, mend)
        total = kind if total is None else _sum_kind(total, kind)
        if total is None:
            expected = message("a sum of one kind: amounts of money, counts, or percentages")
            return kind, Fault(quoted(formula.text), expected, message("correct the formula"))
    assert total is not None  # a formula has a summand
    return total, None


def _operand_kind(operand: Operand, kind_of: KindOf) -> NumberKind | None:
    """None for a number that is written in the formula."""
    return kind_of(operand.path) if operand.path else None


def _product_kind(kinds: Sequence[NumberKind | None]) -> NumberKind | None:
    """The kind of a product; None for that of two shares, which is refused."""
    figures = [kind for kind in kinds if kind is not None]
    others = [kind for kind in figures if kind != "rate"]
    if len(figures) - len(others) > 1:
        return None
    if len(figures) == 1 and (len(kinds) == 1 or not others):
        return figures[0]
    return "money" if others == ["money"] and len(others) < len(figures) and len(kinds) == 2 else "number"


_COUNTED = ("count", "number")


def _sum_kind(one: NumberKind, other: NumberKind) -> NumberKind | None:
    """The kind of a sum; None for one of unlike kinds, which is refused."""
    if one == other:
        return one
    if {one, other} == {"money", "number"}:
        return "money"
    return "number" if one in _COUNTED and other in _COUNTED else None
