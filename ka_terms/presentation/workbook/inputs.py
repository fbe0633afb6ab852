"""The sheet of inputs: every stated number of the plan and of the terms, contract by contract, free to be edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.calculation.readings.traced import Traced
from ka_terms.presentation.sheet import Place, Role, SheetCell
from ka_terms.presentation.wording.input_names import input_kind, input_label
from ka_terms.presentation.workbook.formulas import text_literal
from ka_terms.presentation.workbook.setting import Setting

if TYPE_CHECKING:
    from ka_terms.analysis.inputs.input import Input
    from ka_terms.analysis.workbook.living import LivingContract

_PATH, _LABEL, _FIRST = 0, 1, 2
"""The columns of paths and labels, and the first of the contracts: each has its input, and the input as it was sent."""
_COLUMNS_EACH = 2


class InputSheet:
    """The inputs of contracts side by side."""

    def __init__(self, name: str, contracts: Sequence[LivingContract], setting: Setting) -> None:
        words, widths = setting.words, (26, 38, *(16, 12) * len(contracts))
        title, note = words("workbook.inputs"), words.say("workbook.how_to")
        self.sheet = setting.sheet(name, widths, title, note)
        self._setting = setting
        self._words = words
        self._facts = (words.first("no"), words.first("yes"))
        self._inputs = [contract.inputs for contract in contracts]
        self._rows: dict[str, int] = {}
        self._write([contract.statement.scenario.scenario for contract in contracts])

    def _write(self, names: Sequence[str]) -> None:
        words, sheet = self._words, self.sheet
        header = [words("workbook.key"), words("workbook.input")]
        for name in names:
            header += [name, words("workbook.sent")]
        self._setting.header(sheet, *header)
        sheet.freeze(columns=_FIRST)
        groups: dict[str, dict[str, None]] = {}
        for known in self._inputs:
            for path, input in known.items():
                groups.setdefault(input.term, {})[path] = None
        # Figures of the plan have no term, and stand first in every contract.
        for paths in groups.values():
            self._rows |= {path: self._row(path) for path in paths}

    def _row(self, path: str) -> int:
        of_each = [known.get(path) for known in self._inputs]
        (any_input, *_) = filter(None, of_each)
        cells: list[SheetCell | None] = [
            SheetCell(any_input.path, role=Role.MUTED),
            SheetCell(input_label(any_input, self._words, by_index=True)),
        ]
        for input in of_each:
            cells += self._value(input) if input else [None, None]
        return self.sheet.add(*cells)

    def _value(self, input: Input) -> list[SheetCell]:
        kind = input_kind(input)
        if input.is_fact:
            text = self._facts[bool(input.value)]
            return [
                SheetCell(
                    text,
                    role=Role.INPUT,
                    choices=self._facts,
                    error=self._words.say("workbook.choice_wanted"),
                ),
                SheetCell(text, role=Role.MUTED),
            ]
        error = self._words.say("workbook.number_wanted")
        return [
            SheetCell(input.value, kind, role=Role.INPUT, error=error),
            SheetCell(input.value, kind, role=Role.MUTED),
        ]

    def place(self, contract: int, path: str) -> Place | None:
        """The cell of an input of a contract by its place among them; None where the contract does not state it."""
        if path not in self._inputs[contract]:
            return None
        return self.sheet.place(self._rows[path], _FIRST + contract * _COLUMNS_EACH)

    def number(self, contract: int, path: str) -> Decimal | None:
        """The number of an input as it was sent; None where the contract does not state it."""
        input = self._inputs[contract].get(path)
        return input and input.value

    def is_parameter(self, contract: int, path: str) -> bool:
        """Whether a path is that of a parameter of a term of the contract."""
        input = self._inputs[contract].get(path)
        return input is not None and bool(input.term)

    def leaf(self, contract: int, sheet: str) -> Callable[[Traced], str | None]:
        """What gives the cells of stated numbers to the formulas of a sheet."""
        return lambda node: self.value_of(contract, node.path, sheet)

    def value_of(self, contract: int, path: str, sheet: str) -> str | None:
        """The number of an input in a formula of a sheet: of a fact 1 or 0."""
        place = self.place(contract, path)
        if place is None:
            return None
        cell = place.seen_from(sheet)
        if self._inputs[contract][path].is_fact:
            return f"IF({cell}={text_literal(self._facts[1])},1,0)"
        return cell

    def changed(self, contract: int, sheet: str) -> str:
        """Whether any input of a contract is another one than was sent: true or false."""
        if not self._inputs[contract]:
            return "FALSE"
        column = _FIRST + contract * _COLUMNS_EACH
        rows = [self._rows[path] for path in self._inputs[contract]]
        ranges = (self.sheet.range(at, min(rows), max(rows)).seen_from(sheet) for at in (column, column + 1))
        return f"SUMPRODUCT(--({'<>'.join(ranges)}))>0"
