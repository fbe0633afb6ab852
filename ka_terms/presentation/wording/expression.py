"""A remembered number written as arithmetic: `max(3,000 × 31 stores, 8% × 4,020,000)`.

What is written always evaluates to the number. Left out is only what cannot change it: the sides of a choice that do
not decide, such as tiers not taken and a floor of zero that is not touched, and the parts of a sum that are worth
nothing. This is the one place in presentation that looks at the operations of a number.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from ka_terms.calculation.readings.exact import without_tail
from ka_terms.calculation.readings.traced import Traced
from ka_terms.model.vocabulary.figures import FigurePath, measure_of
from ka_terms.presentation.quantities import approximate, number, percent
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.kinds import kind_of_figure
from ka_terms.presentation.words import Words

_CONDITION, _SUM, _PRODUCT, _ATOM = range(4)
"""How strongly a written expression holds together; what is weaker than its surroundings stands in brackets."""

_CHOICES = frozenset({"where", "max", "min"})


def kind_of(node: Traced) -> Kind:
    """How the value of a node is written: a figure by its path, a step by its name, all else as money."""
    name = node.name
    if name is None:
        return kind_of_figure(node.kind)
    is_limit = node.is_step("at_least", "at_most")
    is_share = (is_limit and name.figure) or (node.is_step("only_if", "unless") and not name.figure)
    if name.kind == "rate" or measure_of(name.figure) or is_share:
        return Kind.RATIO
    return kind_of_figure(node.kind)


def is_fact(node: Traced) -> bool:
    """Whether a condition asks for a fact, and so compares nothing."""
    return node.op == ">" and kind_of(node.args[0]) is Kind.FACT


def _figure(value: Decimal) -> str:
    """A figure with every digit that it has; one that never ends as any other number."""
    return number(value) if without_tail(value) == value else approximate(value)


def _run_of(node: Traced) -> list[Traced]:
    """The operands of a run of one operation, `a - b - c`, however long it is."""
    operation, operands = node.op, []
    while node.op == operation:
        operands.append(node.args[1])
        node = node.args[0]
    return [node, *reversed(operands)]


def worth(total: Traced) -> list[Traced]:
    """The summands of nested sums that are not zero, from left to right."""
    return [part for part in _summands(total) if part.value]


def parts_worth(figure: Traced) -> Iterator[Traced]:
    """The parts of the sum or the difference that a figure follows from, without those that are zero."""
    pending = [*figure.explained_operands()]
    while pending:
        node = pending.pop()
        if node.op in ("+", "-"):
            pending.extend(reversed(node.args))
        elif node.value:
            yield node


def _summands(node: Traced) -> Iterator[Traced]:
    pending = [node]
    while pending:
        node = pending.pop()
        if node.op == "+":
            pending.extend(reversed(node.args))
        else:
            yield node


@dataclass(frozen=True)
class Expression:
    """How arithmetic is written: in whose words, and which nodes by their value alone."""

    words: Words
    known: Collection[Traced] = field(default=frozenset())
    """Nodes that earlier steps have worked out."""
    bare: bool = False
    """Numbers without units, both sides of every choice, and every zero as it stands."""
    zeros: bool = True
    """Whether these zeros stay also as parts of a sum or a difference."""

    def write(self, node: Traced) -> str:
        """The arithmetic of a node, down to figures, parameters and other terms' amounts."""
        return self._operation(self._simple(node))[0]

    def value(self, node: Traced) -> str:
        """The number of a node, with its unit or percent sign."""
        while node.op in ("named", "round"):
            (node,) = node.args
        if node.op not in ("leaf", "derived") and not node.is_step("rate"):
            return approximate(node.value)
        kind = kind_of(node)
        if kind is Kind.RATIO:
            return percent(node.value)
        if kind is Kind.FACT:
            return self.words.first("yes" if node.value else "no")
        has_unit = kind is Kind.COUNT and node.name is None and not self.bare
        return self._counted(node) if has_unit else _figure(node.value)

    def _counted(self, node: Traced) -> str:
        """A number with its unit: `31 stores`; a figure without one has its name there."""
        name, amount = FigurePath.parse(node.path).plain, _figure(node.value)
        unit = self.words.unit(name)
        text = self.words.inline(name) if unit is None else unit.one if node.value == 1 else unit.many
        if name != node.path:
            text = self.words.say("unit.last_year", unit=text)
        return self.words.say("unit.own", number=amount, unit=text) if unit is None else f"{amount} {text}"

    def _simple(self, node: Traced) -> Traced:
        """What a node comes down to: beneath its names, the side of a choice that decides.

        Both sides stay of a fee and its limit, and where a number of the formula decides: `max(21 − 30, 0)`.
        """
        while node not in self.known:
            if node.op in ("named", "round"):
                (node,) = node.args
            elif self.bare or node.op not in _CHOICES or node.is_step("larger", "smaller"):
                break
            else:
                side = node.deciding()[-1]
                others = [arg.op for arg in node.args if arg.op != "constant"]
                if node.op != "where" and side.op == "constant" and others:
                    break
                node = side
        return node

    def _written(self, node: Traced, least: int) -> str:
        """An operand, in brackets where it holds together less than `least`."""
        text, strength = self._operand(node)
        return text if strength >= least else f"({text})"

    def _operand(self, node: Traced) -> tuple[str, int]:
        node = self._simple(node)
        return (self.value(node), _ATOM) if node in self.known else self._operation(node)

    def _operation(self, node: Traced) -> tuple[str, int]:
        if is_fact(node):
            return self.value(node.args[0]), _CONDITION
        match node.op:
            case "+":
                return self._sum(node)
            case "-":
                return self._difference(node)
            case "*":
                return " × ".join(self._written(factor, _PRODUCT) for factor in _run_of(node)), _PRODUCT
            case "/" | "//":
                return self._quotient(node)
            case ">=" | ">":
                sign = " ≥ " if node.op == ">=" else " > "
                return sign.join(self._written(arg, _SUM) for arg in node.args), _CONDITION
            case "max" | "min":
                text = f"{node.op}({', '.join(self._written(arg, _SUM) for arg in node.args)})"
            case _:
                text = self.value(node)
        return text, _ATOM

    def _quotient(self, node: Traced) -> tuple[str, int]:
        """A quotient, or how many whole ones are in it: `full lots(1,250 ÷ 100)`."""
        part, whole = node.args
        quotient = f"{self._written(part, _PRODUCT)} ÷ {self._written(whole, _ATOM)}"
        if node.op == "//":
            return f"{self.words.say('explain.full_lots')}({quotient})", _ATOM
        return quotient if whole.value else "0", _PRODUCT

    def _difference(self, node: Traced) -> tuple[str, int]:
        first, *others = _run_of(node)
        others = [other for other in others if self.zeros or other.value]
        if not others:
            return self._operand(first)
        parts = [self._written(first, _SUM), *(self._written(other, _PRODUCT) for other in others)]
        return " − ".join(parts), _SUM

    def _sum(self, node: Traced) -> tuple[str, int]:
        parts = [*_summands(node)] if self.bare and self.zeros else worth(node)
        if len(parts) < 2:
            return self._operand(parts[0]) if parts else ("0", _ATOM)
        return " + ".join(self._written(part, _SUM) for part in parts), _SUM


def before_rounding(formula: Traced) -> Traced:
    """What a settled amount was before it was rounded."""
    (cost,) = formula.args
    return cost


def explain(formula: Traced, words: Words) -> str:
    """The arithmetic of a settled amount, before it is rounded: `3,500 × 35 stores × 4 times`."""
    cost = before_rounding(formula)
    text = Expression(words).write(cost)
    names = [node.name for node in cost.walk(Traced.explained_operands) if node.name]
    # A rule that does not hold, as one of `unless`, is no tier.
    reached = [name.reached for name in names if name.reached is not None and name.kind != "holds"]
    missed = reached and not any(reached)
    return words.say("join.comma").join([text, words.say("explain.no_tier")]) if missed else text
