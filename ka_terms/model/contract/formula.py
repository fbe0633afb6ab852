"""Formulas of computed figures: `15% of sales`, `sales - own_label`, `volume x price`, `0.34 x last_year.volume`.

`N% of FIGURE` binds first, then `x`, then `+` and `-`, from left to right. There are no brackets and no division.
Operators stand between spaces, so that names may hold any sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from operator import mul
from typing import Literal, Protocol, Self, TypeVar

from ka_terms.model.faults import Fault, only, quoted, refusal, refuse
from ka_terms.model.numbers.month import Months
from ka_terms.model.numbers.number import MOST_DECIMALS, read_multiple, read_number, reads_as_number
from ka_terms.model.vocabulary.figures import KindOf, NumberKind
from ka_terms.text.messages import Message, message

MOST_OPERANDS = 12
LONGEST_FORMULA = 500
_OPERATORS = {**dict.fromkeys("+＋", "+"), **dict.fromkeys("-－", "-"), **dict.fromkeys("x×*ｘ＊", "x")}
_SIGNS = re.escape("".join(_OPERATORS))
_OPERATOR = re.compile(rf" +([{_SIGNS}]) +")
_DANGLING = re.compile(rf"(?:[{_SIGNS}] .*|.* [{_SIGNS}]|[{_SIGNS}]?)")
_SIGNED_NAME = re.compile(r"[+＋－-]\s*[^\W\d]")
_SHARE = re.compile(r"([0-9０-９][0-9０-９.．,，]* ?[%％])(?: *of\b)? *(.*)")
_NOT_WRITTEN = re.compile(r"[()（）÷]| / ")
_SPACES = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
_ZERO = Decimal(0)
_DECIMALS = MOST_DECIMALS + 2
"""As many as a percentage may have as a fraction."""
ANY_FORMULA = "^[A-Za-z_\u00c0-\u024f\u3400-\u9fff].*$|^.+ [+＋x×*ｘ＊-] .+$|^.+ of .+$"
"""What editors take for a formula; the check tells what is wrong with it."""
FORMULA_EXAMPLE = message("a formula over figures of the plan, such as sales - own_label or 20% of sales")
_NAMES_FIGURE = message("a formula that names a figure of the plan")


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


def looks_like_formula(raw: object) -> bool:
    """Whether a text is meant as a formula and not as a number: it has an operator, or begins with a letter."""
    if not isinstance(raw, str):
        return False
    text = _plain(raw)
    if reads_as_number(text):
        return False
    shared = _SHARE.fullmatch(text)
    # A sign before a name too, so that it is told what is missing.
    name = text.lstrip("+＋－- ")
    begins_with_name = name[:1].isalpha() or name[:1] == "_"
    return bool(begins_with_name or (shared and shared[2]) or _OPERATOR.search(text) or " of " in text)


def has_operator(text: str) -> bool:
    """Whether a text has a sign of formulas between spaces."""
    return bool(_OPERATOR.search(_plain(text)))


def _plain(raw: str) -> str:
    return raw.translate(_SPACES).strip()


def read_formula(raw: object) -> Formula:
    """A formula as a file writes it. Errors: an operator without an operand, a percentage of nothing, brackets."""
    if isinstance(raw, Formula):
        return raw
    if not isinstance(raw, str) or len(raw) > LONGEST_FORMULA:
        longest = message("a formula of at most {most} characters", most=LONGEST_FORMULA)
        raise refuse(raw, longest if isinstance(raw, str) else FORMULA_EXAMPLE)
    text = _plain(raw)
    first, *rest = _OPERATOR.split(text)
    pairs = [
        ("+", first),
        *((_OPERATORS[sign], part) for sign, part in zip(rest[::2], rest[1::2], strict=True)),
    ]
    if len(pairs) > MOST_OPERANDS:
        raise refuse(raw, message("a formula of at most {most} numbers and figures", most=MOST_OPERANDS))
    _refuse_shape(raw, [part for _, part in pairs])
    summands: list[Summand] = []
    for position, (sign, part) in enumerate(pairs):
        operand = _operand(text, pairs, position, part)
        if sign == "x":
            last = summands.pop()
            summands.append(Summand((*last.operands, operand), last.minus))
        else:
            summands.append(Summand((operand,), sign == "-"))
    formula = Formula(str(raw), tuple(summands))
    if not formula.paths():
        raise refuse(raw, _NAMES_FIGURE, message("work it out and write the number"))
    return formula


def _refuse_shape(raw: str, parts: Sequence[str]) -> None:
    """Errors: brackets, a division, and an operator with nothing beside it."""
    if any(map(_NOT_WRITTEN.search, parts)):
        expected = message("a formula of +, -, x and percentages, without brackets or division")
        mend = message("give the part in brackets a name of its own under `figures`")
        if "(" not in raw and "（" not in raw:
            mend = message("write a percentage of the figure, such as {example}", example="50% of sales")
        raise refuse(raw, expected, mend)
    if any(map(_DANGLING.fullmatch, parts)) or _SIGNED_NAME.match(raw.strip()):
        expected = message("a number or a figure on both sides of every +, - and x")
        raise refuse(raw, expected, message("add what is missing, or delete the sign"))


def _operand(text: str, pairs: Sequence[tuple[str, str]], position: int, part: str) -> Operand:
    share, of, path = part.partition(" of ")
    if of and (reads_as_number(share) or share[-1:] in "%％"):
        return Operand(path.strip(), read_multiple(share.strip()))
    if shared := _SHARE.fullmatch(part):
        raise refusal(_share_of_nothing(text, pairs, position, *shared.groups()))
    return Operand(number=read_number(part)) if reads_as_number(part) else Operand(part)


def _share_of_nothing(
    text: str, pairs: Sequence[tuple[str, str]], position: int, share: str, rest: str
) -> Fault:
    """The fault of `20% sales`, `20% x sales` or `sales - 20%`: of what is the percentage?"""
    expected = message("a percentage with what it is of, such as 20% of sales")
    sign, following = pairs[position + 1] if position + 1 < len(pairs) else ("", "")
    mend: str = message("write what it is a percentage of, such as {example}", example=f"{share} of sales")
    if rest:
        mend = only(text.replace(pairs[position][1], f"{share} of {rest}", 1))
    elif sign == "x" and len(pairs) == 2 and not _begins_with_number(following):
        mend = only(f"{share} of {following}")
    return Fault(quoted(text), expected, mend)


def _begins_with_number(text: str) -> bool:
    return reads_as_number(text) or bool(_SHARE.fullmatch(text))


def spaced_out(name: str, known: Collection[str]) -> Message | str:
    """The mend of `sales-own_label`: spaces around the operators, where all between them is known."""
    parts = [part.strip() for part in re.split(f"[{_SIGNS}]", name)]
    are_known = all(part in known or reads_as_number(part) for part in parts)
    signs = [_OPERATORS[sign] for sign in re.findall(f"[{_SIGNS}]", name)]
    if len(parts) < 2 or not are_known:
        return ""
    return only(parts[0] + "".join(f" {sign} {part}" for sign, part in zip(signs, parts[1:], strict=True)))


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
