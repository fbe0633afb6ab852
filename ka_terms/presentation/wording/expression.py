"""A remembered number written as arithmetic: `max(3,000 × 31 stores, 8% × 4,020,000)`.

What is written always evaluates to the number. Left out is only what cannot change it: the tiers not taken, the
bands that pay nothing, a floor of zero that is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from ka_terms.calculation.readings.traced import Traced
from ka_terms.model.vocabulary.figures import GROWTH, LAST_YEAR
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.quantities import approximate, number, percent
from ka_terms.presentation.words import Words

_SUM, _PRODUCT, _ATOM = range(3)
"""Strength of an operator: an operand with a weaker operator than its surroundings is put in brackets."""

_MONEY = frozenset({"sales", "returns", "net_sales", "sales_incl_tax", "target", "increment"})
_SHARES = frozenset({"vat", GROWTH})
_PARAMETER = re.compile(
    r"rate|amount|at_least|at_most|free\..+|tiers\.[0-9]+\.(?:from|over|rate|amount)", re.DOTALL
)
_LIMITS = ("at_least", "at_most")
_ENDS = frozenset({"leaf", "constant", "derived", "settle"})
"""Operations that are written as their result."""


def figure_name(path: str) -> str:
    """The figure of whichever year."""
    while path.startswith(LAST_YEAR):
        path = path.removeprefix(LAST_YEAR)
    return path


def figure_kind(path: str) -> Kind:
    """How a figure of the plan is written; the user's own may be money or not, and counts as a quantity."""
    name = figure_name(path)
    if name in _MONEY:
        return Kind.MONEY
    return Kind.RATIO if name in _SHARES else Kind.COUNT


def parameter(path: str, key: str) -> str:
    """The name of a number that the term under `key` states (`tiers.2.from`); empty for a figure of the plan."""
    name = path.removeprefix(f"{key}.")
    return name if name != path and _PARAMETER.fullmatch(name) else ""


def is_percent(name: str, op: str) -> bool:
    """Whether a parameter is a share: a rate always, a limit or bound where it is multiplied by a figure."""
    kind = name.rpartition(".")[2]
    return kind == "rate" or (op == "*" and kind in (*_LIMITS, "from", "over"))


def is_limited(node: Traced, key: str) -> bool:
    """Whether the node is a fee with the minimum or the maximum of its term."""
    if node.op not in ("max", "min"):
        return False
    limit = node.args[1].args[0] if node.args[1].op == "*" else node.args[1]
    return limit.op == "leaf" and parameter(limit.path, key) in _LIMITS


def is_zero(node: Traced) -> bool:
    """Whether the node is the zero that stands in a formula."""
    return node.op == "constant" and not node.value


def outcome(node: Traced, key: str) -> Traced:
    """The node that a choice comes down to: the tier taken, the end of a band, what is above a floor of zero."""
    while True:
        if node.op == "where":
            node = node.deciding()[1]
        elif node.op in ("max", "min") and not is_limited(node, key):
            floor = node.op == "max" and is_zero(node.args[1])
            if floor and node.args[0].value < 0:
                return node
            node = node.args[0] if floor else node.deciding()[0]
        else:
            return node


def chain(node: Traced, op: str) -> list[Traced]:
    """The operands of a run of one operation, `a - b - c`, however long it is."""
    operands: list[Traced] = []
    while node.op == op:
        operands.append(node.args[1])
        node = node.args[0]
    return [node, *reversed(operands)]


def summands(node: Traced) -> Iterator[Traced]:
    """The summands of nested sums from left to right."""
    pending = [node]
    while pending:
        node = pending.pop()
        if node.op == "+":
            pending.extend(reversed(node.args))
        else:
            yield node


@dataclass(frozen=True)
class Expression:
    """How one term's arithmetic is written: in whose words, and which nodes by their value alone."""

    key: str
    words: Words
    known: Collection[int] = field(default=frozenset())
    """Identities of nodes that earlier steps have worked out."""
    bare: bool = False
    """Numbers without units, and every zero as it stands."""

    def write(self, node: Traced) -> str:
        """The arithmetic of a node, down to figures, parameters and other terms' amounts."""
        return self._operation(self._simple(node))[0]

    def value(self, node: Traced, op: str = "") -> str:
        """The number of a node, with its unit or percent sign; `op` is the operation it is an operand of."""
        if not node.path or node.op == "settle":
            return approximate(node.value)
        name = parameter(node.path, self.key)
        if name:
            return percent(node.value) if is_percent(name, op) else number(node.value)
        kind = figure_kind(node.path)
        if kind is Kind.RATIO:
            return percent(node.value)
        return self._counted(node) if kind is Kind.COUNT and not self.bare else number(node.value)

    def _counted(self, node: Traced) -> str:
        """A number with its unit: `31 stores`; a figure without one has its name there."""
        name, amount = figure_name(node.path), number(node.value)
        unit = self.words.unit(name)
        text = self.words.inline(name) if unit is None else unit.one if node.value == 1 else unit.many
        if name != node.path:
            text = self.words.say("unit.last_year", unit=text)
        return self.words.say("unit.own", number=amount, unit=text) if unit is None else f"{amount} {text}"

    def _simple(self, node: Traced) -> Traced:
        return node if self.bare else outcome(node, self.key)

    def _written(self, node: Traced, op: str, least: int) -> str:
        """An operand of `op`, in brackets where it holds together less than `least`."""
        text, strength = self._operand(node, op)
        return text if strength >= least else f"({text})"

    def _operand(self, node: Traced, op: str) -> tuple[str, int]:
        if id(node) not in self.known:
            node = self._simple(node)
        if id(node) in self.known or node.op in _ENDS:
            return self.value(node, op), _ATOM
        return self._operation(node)

    def _operation(self, node: Traced) -> tuple[str, int]:
        match node.op:
            case "+":
                return self._sum(node)
            case "-":
                return self._run(node, " − ", _PRODUCT), _SUM
            case "*":
                return self._run(node, " × ", _PRODUCT), _PRODUCT
            case "/":
                return self._quotient(node), _PRODUCT
            case "max" | "min":
                return (
                    f"{node.op}({', '.join(self._written(arg, node.op, _SUM) for arg in node.args)})",
                    _ATOM,
                )
            case _:
                return self.value(node), _ATOM

    def _run(self, node: Traced, sign: str, least: int) -> str:
        first, *others = chain(node, node.op)
        opening = self._written(first, node.op, _SUM if node.op == "-" else least)
        return sign.join([opening, *(self._written(other, node.op, least) for other in others)])

    def _sum(self, node: Traced) -> tuple[str, int]:
        parts = [part for part in summands(node) if self.bare or part.value]
        if len(parts) < 2:
            return self._operand(parts[0], "+") if parts else ("0", _ATOM)
        return " + ".join(self._written(part, "+", _SUM) for part in parts), _SUM

    def _quotient(self, node: Traced) -> str:
        part, whole = node.args
        if not whole.value:
            return "0"
        return f"{self._written(part, '/', _PRODUCT)} ÷ {self._written(whole, '/', _ATOM)}"
