"""Traced numbers as a list of operations that a small interpreter evaluates over fractions.

Every entry is an operation with its arguments; a number among these is the place of an earlier entry.

- `["=", "2.5"]`: a number as it stands
- `["slide", 0, "10050000"]`: the value of a slider by its place; while nobody has moved it, the number behind
- `["+", 3, 5]`, likewise `-` `*` `/` `//` `max` `min`: of two entries; / by zero is zero, // is / without its fraction
- `[">=", 3, 5]`, `[">", 3, 5]`: 1 where it holds, else 0
- `["if", 3, 5, 7]`: the second where the first is not zero, else the third
- `["sum", 3, 5, ...]`: the sum of all
- `["round", 3, 2]`: rounded half away from zero to so many decimals, which are below zero for tens
- `["ratio", 3, 5]`: the quotient; n/a where the second is zero or either is n/a
- `["change", 3, 5]`: the first less the second; n/a where either is
- `["n/a"]`
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from ka_terms.calculation.readings.traced import Operation, Traced
from ka_terms.presentation.workbook.formulas import decimals_of_rounding

Entry = list[str | int]


class Operations:
    """Collects the operations of traced numbers, each once. `sliders` are their paths in a trace, in their order."""

    def __init__(self, sliders: Mapping[str, int]) -> None:
        self.entries: list[Entry] = []
        self._sliders = sliders
        self._places: dict[Traced, int] = {}
        self._known: dict[tuple[str | int, ...], int] = {}

    def of(self, number: Traced, digits: int) -> int:
        """The place of a number; roundings on the way to an amount are to so many decimals."""
        for node in number.walk(lambda node: () if node in self._places else node.args):
            if node not in self._places:
                self._places[node] = _WRITERS[node.op](self, node, digits)
        return self._places[number]

    def constant(self, value: Decimal | int) -> int:
        """The place of a number as it stands."""
        return self._put("=", f"{value:f}")

    @property
    def unknown(self) -> int:
        """The place of n/a."""
        return self._put("n/a")

    def ratio(self, part: int, whole: int) -> int:
        """`part / whole`, n/a where nothing divides it."""
        return self._put("ratio", part, whole)

    def change(self, after: int, before: int) -> int:
        """`after - before`."""
        return self._put("change", after, before)

    def total(self, *parts: int) -> int:
        """The sum; zero of nothing."""
        return self._put("sum", *parts)

    def _put(self, *entry: str | int) -> int:
        if entry not in self._known:
            self._known[entry] = len(self.entries)
            self.entries.append([*entry])
        return self._known[entry]

    def _places_of(self, node: Traced) -> list[int]:
        return [self._places[arg] for arg in node.args]

    def _stated(self, node: Traced, _: int) -> int:
        slider = self._sliders.get(node.path)
        if slider is None:
            return self.constant(node.value)
        return self._put("slide", slider, f"{node.value:f}")

    def _number(self, node: Traced, _: int) -> int:
        return self.constant(node.value)

    def _operand(self, node: Traced, _: int) -> int:
        return self._places[node.args[0]]

    def _operation(self, node: Traced, _: int) -> int:
        return self._put(_NAMES.get(node.op, node.op), *self._places_of(node))

    def _rounded(self, node: Traced, digits: int) -> int:
        return self._put("round", *self._places_of(node), decimals_of_rounding(node, digits))


_NAMES: Mapping[Operation, str] = {"where": "if", "settlements": "sum"}
_WRITERS: Mapping[Operation, Callable[[Operations, Traced, int], int]] = {
    "leaf": Operations._stated,
    "constant": Operations._number,
    **dict.fromkeys(("derived", "named"), Operations._operand),
    **dict.fromkeys(("settle", "round"), Operations._rounded),
    **dict.fromkeys(
        ("+", "-", "*", "/", "//", ">=", ">", "max", "min", "where", "settlements"), Operations._operation
    ),
}
"""How each operation of a traced number is written."""
