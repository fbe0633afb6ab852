"""Numbers that remember how they were made: the reading behind every explanation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from ka_terms.calculation.readings.exact import Exact


@dataclass(frozen=True, slots=True, eq=False)
class Traced:
    """A value with the operation and the operands it came from; a leaf or a derived figure has its path.

    `op` is one of leaf, constant, derived, settle, + - * / >= >, max, min, where. The truth of a comparison is held
    as Decimal 1 or 0.
    """

    op: str
    value: Decimal
    args: tuple[Traced, ...] = ()
    path: str = ""

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

    def deciding(self) -> tuple[Traced, ...]:
        """The operands that the value hangs on: of a choice, the condition and the side taken."""
        if self.op == "where":
            condition, then, otherwise = self.args
            return condition, then if condition.value else otherwise
        if self.op in ("max", "min"):
            return (next(arg for arg in self.args if arg.value == self.value),)
        return self.args

    def drivers(self) -> Iterator[str]:
        """The paths of all figures and parameters that the value hangs on, once for each place they come in at."""
        return self._paths(Traced.deciding)

    def all_paths(self) -> Iterator[str]:
        """The paths of all figures and parameters that the value is computed from, whichever of them decide."""
        return self._paths(lambda node: node.args)

    def _paths(self, into: Callable[[Traced], tuple[Traced, ...]]) -> Iterator[str]:
        pending = [self]
        # A value that several others came from is looked into once: chains of `less` would double at each link.
        seen: set[int] = set()
        while pending:
            node = pending.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            if node.path:
                yield node.path
            pending.extend(into(node))


_EXACT = Exact()


class Tracing:
    """`Reading` over `Traced`: the exact functions, remembered."""

    def leaf(self, path: str, value: Decimal) -> Traced:
        return Traced("leaf", value, path=path)

    def derived(self, path: str, value: Traced) -> Traced:
        return Traced("derived", value.value, (value,), path)

    def constant(self, value: Decimal) -> Traced:
        return Traced("constant", value)

    def maximum(self, one: Traced, other: Traced) -> Traced:
        return Traced("max", max(one.value, other.value), (one, other))

    def minimum(self, one: Traced, other: Traced) -> Traced:
        return Traced("min", min(one.value, other.value), (one, other))

    def where(self, condition: Traced, then: Traced, otherwise: Traced) -> Traced:
        return Traced("where", (then if condition.value else otherwise).value, (condition, then, otherwise))

    def divide(self, one: Traced, other: Traced) -> Traced:
        return Traced("/", _EXACT.divide(one.value, other.value), (one, other))

    def settle(self, key: str, amount: Traced, unit: Decimal) -> Traced:
        return Traced("settle", _EXACT.settle(key, amount.value, unit), (amount,), key)
