"""Numbers that remember how they were made: the reading behind every explanation.

Whatever walks such a number (a sentence, a list of steps, a spreadsheet that computes by itself) needs to know the
operations below and nothing of contracts: what a number means is told by its path or by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Literal, NamedTuple

from ka_terms.calculation.readings.exact import Exact
from ka_terms.calculation.readings.reading import StepKind
from ka_terms.model.numbers.month import YEAR, Months
from ka_terms.model.vocabulary.figures import KindOf, NumberKind, figure_kind

Operation = Literal[
    "leaf",
    "constant",
    "derived",
    "settle",
    "settlements",
    "round",
    "named",
    "+",
    "-",
    "*",
    "/",
    "//",
    ">=",
    ">",
    "max",
    "min",
    "where",
]


class StepName(NamedTuple):
    """What a person would call a number.

    `tier` is the position of the tier it belongs to, counted from 1; 0 for none. `figure` is the path of the figure
    that it counts, bounds or is a share of; empty for money. `reached` tells of a tier's condition and of its payment
    whether the tier is reached; None for all else. `unit` is what an amount was rounded to; None for all else.
    """

    kind: StepKind
    tier: int = 0
    figure: str = ""
    reached: bool | None = None
    unit: Decimal | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Traced:
    """A value with the operation and the operands it came from.

    - leaf: a number of the scenario, under its path: a figure, or a parameter with its key, which has a name too
    - constant: a number of the formula
    - derived: a figure that follows from the operand, under its path
    - round: the operand rounded half up on the way to an amount
    - settle: the operand rounded half up to the unit of its name, under the key of its term
    - settlements: the sum of all operands, the settlements of a term in some months, under its key
    - named: the operand, which has a name already, under one more
    - + - * / // max min: of two operands; / by zero is zero, // is / without its fraction
    - >= >: a condition on two operands, 1 where it holds, else 0
    - where: the second of three operands where the first, a condition, holds; else the third

    `months` are those that a figure is of, or that an amount is settled for; all of the year for all else.
    `name` is that of a step; None for a figure, a constant, and what is only on the way to a step. `kind` is that of a
    figure, or of the figure that a step counts or bounds; money for all else.
    """

    op: Operation
    value: Decimal
    args: tuple[Traced, ...] = ()
    path: str = ""
    name: StepName | None = None
    kind: NumberKind = "money"
    months: Months = YEAR

    def __add__(self, other: Traced) -> Traced:
        return Traced("+", self.value + other.value, (self, other))

    def __sub__(self, other: Traced) -> Traced:
        return Traced("-", self.value - other.value, (self, other))

    def __mul__(self, other: Traced) -> Traced:
        return Traced("*", self.value * other.value, (self, other))

    def __ge__(self, other: Traced) -> Traced:
        return Traced(">=", Decimal(self.value >= other.value), (self, other))

    def __gt__(self, other: Traced) -> Traced:
        return Traced(">", Decimal(self.value > other.value), (self, other))

    def is_step(self, *kinds: StepKind) -> bool:
        """Whether the name is of one of these kinds."""
        return self.name is not None and self.name.kind in kinds

    @property
    def is_rounding(self) -> bool:
        """Whether it is the operand rounded on the way to an amount."""
        return self.op == "round"

    @property
    def comes_to_a_constant(self) -> bool:
        """Whether a run of choices, or the value itself, comes to a number of the formula."""
        node = self
        while node.op == "where":
            node = node.deciding()[-1]
        return node.op == "constant"

    def deciding(self) -> tuple[Traced, ...]:
        """The operands that the value hangs on: of a choice, the condition and the side taken."""
        if self.op == "where":
            condition, then, otherwise = self.args
            return condition, then if condition.value else otherwise
        if self.op in ("max", "min"):
            return (next(arg for arg in self.args if arg.value == self.value),)
        return self.args

    def explained_operands(self) -> tuple[Traced, ...]:
        """Return the operands that an explanation lists.

        - `where`, also one inside another: every condition, the innermost first, then the value that was chosen
        - `settle` and `settlements`: none, because other terms use such an amount as a number of its own
        - any other operation: all operands
        """
        if self.op in ("settle", "settlements"):
            return ()
        conditions: list[Traced] = []
        node, taken = self, None
        while node.op == "where":
            condition, then, otherwise = node.args
            conditions.append(condition)
            taken = then if taken is None and condition.value else taken
            node = otherwise
        return (*reversed(conditions), taken or node) if conditions else self.args

    def walk(self, into: Callable[[Traced], Iterable[Traced]] | None = None) -> Iterator[Traced]:
        """The numbers that the value came from, each once, after its own operands; the value itself comes last.

        `into` gives the operands to follow; None follows all.
        """
        # A value that several others came from is looked into once: chains of `less` would double at each link.
        seen: set[Traced] = set()
        pending = [(self, False)]
        while pending:
            node, operands_done = pending.pop()
            if operands_done:
                yield node
            elif node not in seen:
                seen.add(node)
                operands = tuple(into(node) if into else node.args)
                pending.append((node, True))
                pending.extend((operand, False) for operand in reversed(operands))

    def paths(self, into: Callable[[Traced], Iterable[Traced]] | None = None) -> Iterator[str]:
        """The paths of all figures, parameters and other terms on the walk, once for each place they come in at."""
        return (node.path for node in self.walk(into) if node.path)


_EXACT = Exact()


class Tracing:
    """`Reading` over `Traced`: the exact functions, remembered. `kind_of` gives the kinds of a plan's figures."""

    def __init__(self, kind_of: KindOf = figure_kind) -> None:
        self._kind_of = kind_of

    def leaf(self, path: str, value: Decimal) -> Traced:
        return Traced("leaf", value, path=path, kind=self._kind_of(path))

    def derived(self, path: str, value: Traced) -> Traced:
        return Traced("derived", _EXACT.derived(path, value.value), (value,), path, kind=self._kind_of(path))

    def of_months(self, path: str, months: Months, value: Traced) -> Traced:
        exact = _EXACT.of_months(path, months, value.value)
        return Traced("derived", exact, (value,), path, kind=self._kind_of(path), months=months)

    def constant(self, value: Decimal) -> Traced:
        return Traced("constant", value)

    def maximum(self, one: Traced, other: Traced) -> Traced:
        return Traced("max", max(one.value, other.value), (one, other))

    def minimum(self, one: Traced, other: Traced) -> Traced:
        return Traced("min", min(one.value, other.value), (one, other))

    def where(self, condition: Traced, then: Traced, otherwise: Traced) -> Traced:
        return Traced("where", (then if condition.value else otherwise).value, (condition, then, otherwise))

    def reaches(self, one: Traced, other: Traced, inclusive: bool) -> Traced:
        holds = _EXACT.reaches(one.value, other.value, inclusive)
        return Traced(">=" if inclusive else ">", Decimal(holds), (one, other))

    def divide(self, one: Traced, other: Traced) -> Traced:
        return Traced("/", _EXACT.divide(one.value, other.value), (one, other))

    def whole_quotient(self, one: Traced, other: Traced) -> Traced:
        return Traced("//", _EXACT.whole_quotient(one.value, other.value), (one, other))

    def rounded(self, amount: Traced, unit: Decimal) -> Traced:
        return Traced("round", _EXACT.rounded(amount.value, unit), (amount,))

    def settle(self, key: str, amount: Traced, unit: Decimal, months: Months = YEAR) -> Traced:
        value = _EXACT.settle(key, amount.value, unit)
        return Traced("settle", value, (amount,), key, StepName("rounded", unit=unit), months=months)

    def settlements(self, key: str, amounts: Sequence[Traced], months: Months = YEAR) -> Traced:
        if len(amounts) == 1 and amounts[0].op == "settle":
            return amounts[0]
        total = reduce(add, (amount.value for amount in amounts))
        return Traced("settlements", total, tuple(amounts), key, StepName("settlements"), months=months)

    def named(
        self, kind: StepKind, value: Traced, tier: int = 0, figure: str = "", reached: Traced | None = None
    ) -> Traced:
        name = StepName(kind, tier, figure, None if reached is None else bool(reached.value))
        number = self._kind_of(figure) if figure else "money"
        if value.name:
            return Traced("named", value.value, (value,), name=name, kind=number)
        return Traced(value.op, value.value, value.args, value.path, name, number)
