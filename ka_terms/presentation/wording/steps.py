"""The steps between the figures and an amount, in the order they are taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Context, Decimal
from typing import NamedTuple

from ka_terms.calculation.readings.exact import RATIO_DIGITS
from ka_terms.calculation.readings.traced import Traced
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.expression import (
    Expression,
    chain,
    figure_kind,
    is_limited,
    is_zero,
    parameter,
    summands,
)
from ka_terms.presentation.wording.quantities import number
from ka_terms.presentation.words import Words

_ZERO = Decimal(0)
_QUOTIENT = Context(prec=RATIO_DIGITS)
"""A quotient that does not end is given to as many digits as any other ratio."""


class Step(NamedTuple):
    """One step: what it gives, and the expression that gives it, with the numbers in it.

    `value` is None where the step answers yes or no, which `how` then says. `path` tells where a figure or a
    parameter came from, or which term an amount is of; it is empty for what was worked out on the way.
    """

    what: str
    how: str
    value: Decimal | None
    kind: Kind
    path: str = ""


def branches(node: Traced) -> Iterator[Traced]:
    """The conditions of a run of choices, from the lowest tier up, and the side taken in the end."""
    conditions, taken = [], node
    while node.op == "where":
        conditions.append(node.args[0])
        node = node.args[2]
    while taken.op == "where":
        taken = taken.deciding()[1]
    yield from reversed(conditions)
    yield taken


def pays_no_band(node: Traced) -> bool:
    """Whether the node brings bands into proportion where all tiers are lump sums."""
    return node.op == "/" and is_zero(node.args[0].args[0])


def labelled(words: Words, key: str, **values: object) -> str:
    """A message as a label, in every language asked for."""
    return words.joined(lambda one: one.say(key, **values))


class Work:
    """The steps between the figures and the amount; what one has worked out, the next names by its value."""

    def __init__(self, key: str, words: Words) -> None:
        self.steps: list[Step] = []
        self._key, self._words = key, words
        self._known: set[int] = set()

    def take(self, node: Traced) -> None:
        """Add the steps that lead to a node, and the node itself."""
        ways: dict[str, Callable[[Traced], None]] = {
            "where": self._choose,
            "+": self._add_up,
            "/": self._in_proportion,
            "*": self._multiply,
        }
        if is_limited(node, self._key):
            self._limit(node)
        elif node.op in ways:
            ways[node.op](node)

    def _step(self, what: str, node: Traced, kind: Kind = Kind.MONEY) -> None:
        how = Expression(self._key, self._words, self._known).write(node)
        self.steps.append(Step(what, how, _QUOTIENT.plus(node.value), kind))
        self._known.add(id(node))

    def _label(self, key: str, **values: object) -> str:
        return labelled(self._words, key, **values)

    def _limit(self, node: Traced) -> None:
        fee, limit = node.args
        self.take(fee)
        least = node.op == "max"
        if limit.op == "*":
            self._step(self._label("step.least_amount" if least else "step.most_amount"), limit)
        self._step(self._label("step.larger" if least else "step.smaller"), node)

    def _choose(self, node: Traced) -> None:
        *conditions, taken = branches(node)
        for condition in conditions:
            self._compare(condition)
        if is_zero(taken):
            self.steps.append(Step(self._label("step.no_tier"), number(_ZERO), _ZERO, Kind.MONEY))
        else:
            self._pay(taken)

    def _compare(self, condition: Traced) -> None:
        """`10,050,000 ≥ 9,000,000: reached`."""
        expression = Expression(self._key, self._words)
        measured, bound = condition.args
        written = (
            f"{expression.write(measured)} {'≥' if condition.op == '>=' else '>'} {expression.write(bound)}"
        )
        if bound.op == "*":
            written += f" = {number(bound.value)}"
        how = self._words.say("step.reached" if condition.value else "step.not_reached", comparison=written)
        self.steps.append(Step(self._label("step.tier", number=self._position(bound)), how, None, Kind.TEXT))

    def _pay(self, payment: Traced) -> None:
        self._factors(payment)
        self._step(self._label("step.tier_pays", number=self._position(payment)), payment)

    def _position(self, node: Traced) -> str:
        """The number of the tier whose threshold, rate or amount is the first factor of the node."""
        name = parameter(chain(node, "*")[0].path, self._key)
        return name.split(".")[1]

    def _add_up(self, node: Traced) -> None:
        """The bands of a marginal term, those that pay nothing included, and its lump sums."""
        paid = 0
        for part in summands(node):
            if part.op == "where":
                self._lump_sum(part)
            elif part.op == "/" and not pays_no_band(part):
                self._in_proportion(part)
            elif part.op == "*":
                self._pay(part)
            paid += bool(part.value)
        if paid > 1:
            self._step(self._label("step.sum"), node)

    def _lump_sum(self, choice: Traced) -> None:
        self._compare(choice.args[0])
        if choice.args[0].value:
            self._pay(choice.args[1])

    def _in_proportion(self, node: Traced) -> None:
        self._factors(node.args[0])
        self._step(self._label("step.proportional"), node)

    def _multiply(self, node: Traced) -> None:
        self._factors(node)
        self._step(self._label("step.calculated"), node)

    def _factors(self, node: Traced) -> None:
        """Factors that are worked out first: sums of bands, a base after other terms, a count after what is free."""
        for factor in chain(node, "*"):
            if factor.op == "+":
                self._add_up(factor)
            elif factor.op == "max" and factor.args[0].op == "-":
                self._reduced(factor)

    def _reduced(self, factor: Traced) -> None:
        taken_off = chain(factor.args[0], "-")[-1]
        free = parameter(taken_off.path, self._key).removeprefix("free.")
        if taken_off.op == "settle":
            self._step(self._label("step.base"), factor)
        elif taken_off.op == "leaf" and taken_off.path.startswith(f"{self._key}.free."):
            what = self._words.joined(lambda one: one.say("step.charged", figure=one.figure(free)))
            self._step(what, factor, figure_kind(free))
