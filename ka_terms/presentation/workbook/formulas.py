"""Traced numbers as formulas of a spreadsheet: the same operations, over the cells of inputs and of earlier steps.

Only functions that every spreadsheet has had since 2007 are written. Spreadsheets calculate in binary floating point:
two numbers are compared as far as their digits can be trusted, so that a bound met exactly is met.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ka_terms.calculation.readings.traced import Operation, Traced
from ka_terms.presentation.sheet import Place

_COMPARED, _SUM, _PRODUCT, _ATOM = range(4)
"""How strongly a written expression holds together; what is weaker than its surroundings stands in brackets."""
_DIGITS = 15
"""Decimal digits that a binary number of 64 bits is sure of."""
_MOST_DECIMALS = 8
_TO_SPARE = 2
"""Digits by which sums, or edited inputs, may outgrow the numbers that the formula is written for."""


@dataclass
class Formulas:
    """Writes the formulas of one sheet. `leaf` gives the cell of a stated number; None where it has none.

    `digits` are those that amounts are rounded to, below zero for tens. `places` are the cells of numbers that have one
    of their own: a formula refers to them.
    """

    sheet: str
    leaf: Callable[[Traced], str | None]
    digits: int
    places: dict[Traced, Place] = field(default_factory=dict)

    def of(self, node: Traced) -> str:
        """The formula of the cell of a number, which may have a place already."""
        return self._operation(node)[0]

    def refer(self, node: Traced) -> str:
        """What stands for a number in other formulas."""
        return self._operand(node)[0]

    def _operand(self, node: Traced) -> tuple[str, int]:
        if place := self.places.get(node):
            return place.seen_from(self.sheet), _ATOM
        return self._operation(node)

    def _written(self, node: Traced, least: int) -> str:
        text, strength = self._operand(node)
        return text if strength >= least else f"({text})"

    def _operation(self, node: Traced) -> tuple[str, int]:
        return _WRITERS[node.op](self, node)

    def number(self, node: Traced) -> tuple[str, int]:
        """A stated number by its cell; one of the formula itself as it is."""
        cell = self.leaf(node) if node.op == "leaf" else None
        return cell or literal(node.value), _ATOM

    def operand(self, node: Traced) -> tuple[str, int]:
        """What has but another name, or follows from one number."""
        return self._operand(node.args[0])

    def product(self, node: Traced) -> tuple[str, int]:
        return "*".join(self._written(arg, _PRODUCT) for arg in node.args), _PRODUCT

    def total(self, node: Traced) -> tuple[str, int]:
        """The sum of settlements."""
        return "+".join(self._written(arg, _SUM) for arg in node.args), _SUM

    def rounded(self, node: Traced) -> tuple[str, int]:
        return f"ROUND({self.refer(node.args[0])},{decimals_of_rounding(node, self.digits)})", _ATOM

    def function(self, node: Traced) -> tuple[str, int]:
        """MAX, MIN and IF."""
        name = "IF" if node.op == "where" else node.op.upper()
        return f"{name}({','.join(map(self.refer, node.args))})", _ATOM

    def run(self, node: Traced) -> tuple[str, int]:
        """A run of sums and differences from left to right, however long it is."""
        parts: list[str] = []
        while node.op in ("+", "-") and (not parts or node not in self.places):
            # What is taken off, or is a sum that was added as a whole, stands in brackets where it is a sum itself.
            parts.append(node.op + self._written(node.args[1], _PRODUCT))
            node = node.args[0]
        return self._written(node, _SUM) + "".join(reversed(parts)), _SUM

    def quotient(self, node: Traced) -> tuple[str, int]:
        """Zero where the divisor is; the whole part is that of a quotient that is whole but for its last digits."""
        part, whole = node.args
        divisor = self._written(whole, _ATOM)
        quotient = f"{self._written(part, _PRODUCT)}/{divisor}"
        if node.op == "//":
            quotient = f"INT(ROUND({quotient},{_MOST_DECIMALS}))"
        if whole.op == "constant" and whole.value:
            return quotient, _ATOM if node.op == "//" else _PRODUCT
        return f"IF({divisor}=0,0,{quotient})", _ATOM

    def comparison(self, node: Traced) -> tuple[str, int]:
        """1 where it holds, else 0."""
        decimals = _trusted_decimals(*(arg.value for arg in node.args))
        one, other = (f"ROUND({self.refer(arg)},{decimals})" for arg in node.args)
        return f"IF({one}{node.op}{other},1,0)", _ATOM


_WRITERS: Mapping[Operation, Callable[[Formulas, Traced], tuple[str, int]]] = {
    **dict.fromkeys(("leaf", "constant"), Formulas.number),
    **dict.fromkeys(("derived", "named"), Formulas.operand),
    **dict.fromkeys(("+", "-"), Formulas.run),
    **dict.fromkeys(("/", "//"), Formulas.quotient),
    **dict.fromkeys((">=", ">"), Formulas.comparison),
    **dict.fromkeys(("settle", "round"), Formulas.rounded),
    **dict.fromkeys(("max", "min", "where"), Formulas.function),
    "*": Formulas.product,
    "settlements": Formulas.total,
}
"""How each operation of a traced number is written."""


def _trusted_decimals(*values: Decimal) -> int:
    """The decimals in which numbers of this size are compared: eight, fewer for large ones."""
    size = max(value.adjusted() + 1 if value else 0 for value in values)
    return min(_MOST_DECIMALS, max(_DIGITS - _TO_SPARE - size, 0))


def literal(value: Decimal) -> str:
    """A number as formulas write it, to the digits that spreadsheets keep."""
    digits = f"{value:.{_DIGITS + 2}g}"
    text = f"{Decimal(digits):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"({text})" if text.startswith("-") else text


def quotient_or(na: str, over: str, under: str) -> str:
    """`over / under`, or the word for n/a where nothing divides it."""
    return f'IF({under}=0,"{na}",{over}/{under})'


def text_literal(text: str) -> str:
    """A text as formulas write it."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def decimals_of_rounding(node: Traced, digits: int) -> int:
    """The decimals of a rounding, below zero for tens: of a settlement those of its unit, else `digits`."""
    unit = node.name.unit if node.name else None
    return digits if unit is None else -unit.adjusted()


def is_figure(node: Traced) -> bool:
    """Whether it is a figure that follows from others."""
    return node.op == "derived"


def is_amount(node: Traced) -> bool:
    """Whether it is a settled amount, or a sum of these."""
    return node.op in ("settle", "settlements")


def is_condition(node: Traced) -> bool:
    """Whether it says that something holds, as 1, or does not, as 0."""
    return node.op in (">=", ">")


def is_written_in_place(node: Traced) -> bool:
    """Whether a formula that uses it always writes it out: a stated number, one of the formula, another name."""
    return node.op in ("leaf", "constant", "named")


def is_worth_a_cell(node: Traced) -> bool:
    """Whether somebody who checks the sheet looks for it: a step with a name, a figure, an amount, a rounding."""
    return node.name is not None or is_figure(node) or is_amount(node) or node.is_rounding
