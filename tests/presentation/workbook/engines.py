"""Programs that recalculate a workbook and did not write it."""

from __future__ import annotations

import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import formualizer
import ironcalc

from ka_terms.presentation.sheet import Sheet, SheetCell, Workbook

Value = float | str | bool | None


class Engine(ABC):
    """A workbook in one of these programs."""

    @abstractmethod
    def __init__(self, content: bytes) -> None: ...

    @abstractmethod
    def set(self, sheet: str, row: int, column: int, value: float | str) -> None:
        """Write into a cell."""

    @abstractmethod
    def recalculate(self) -> None:
        """Work out every formula anew."""

    @abstractmethod
    def value(self, sheet: str, row: int, column: int) -> Value:
        """What a cell comes to."""


class Formualizer(Engine):
    def __init__(self, content: bytes) -> None:
        self._book = formualizer.load_workbook_bytes(content)

    def set(self, sheet: str, row: int, column: int, value: float | str) -> None:
        self._book.set_value(sheet, row + 1, column + 1, value)

    def recalculate(self) -> None:
        self._book.evaluate_all()

    def value(self, sheet: str, row: int, column: int) -> Value:
        found: Value = self._book.get_value(sheet, row + 1, column + 1)
        return found


class IronCalc(Engine):
    def __init__(self, content: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "book.xlsx"
            file.write_bytes(content)
            self._book = ironcalc.load_from_xlsx(str(file), "en", "UTC", "en")
        self._sheets = [sheet["name"] for sheet in self._book.get_worksheets_properties()]

    def set(self, sheet: str, row: int, column: int, value: float | str) -> None:
        place = (self._sheets.index(sheet), row + 1, column + 1)
        if isinstance(value, str):
            self._book.update_cell_with_text(*place, value)
        else:
            self._book.update_cell_with_number(*place, value)

    def recalculate(self) -> None:
        self._book.evaluate()

    def value(self, sheet: str, row: int, column: int) -> Value:
        found: Value = self._book.get_cell_value(self._sheets.index(sheet), row + 1, column + 1)
        return found


ENGINES: tuple[type[Engine], ...] = (Formualizer, IronCalc)


def formulas(workbook: Workbook) -> Iterator[tuple[Sheet, int, int, SheetCell]]:
    """Every cell with a formula."""
    for sheet in workbook.sheets:
        for (row, column), cell in sheet.cells.items():
            if cell.formula:
                yield sheet, row, column, cell


def differences(workbook: Workbook, engine: Engine) -> list[str]:
    """The formulas that come to something else than what stands beside them."""
    engine.recalculate()
    found = []
    for sheet, row, column, cell in formulas(workbook):
        value = engine.value(sheet.name, row, column)
        if not _is_same(value, cell.value):
            found.append(f"{sheet.name} {row + 1},{column + 1}: ={cell.formula} is {value}, not {cell.value}")
    return found


def _is_same(value: Value, expected: str | Decimal | int | None) -> bool:
    if expected is None or isinstance(expected, str):
        return value == expected if expected else value in (None, "", "n/a")
    return isinstance(value, int | float) and is_close(value, expected)


def is_close(value: float, expected: Decimal | int) -> bool:
    """Whether a binary number is a decimal one, to the digits that it is sure of."""
    exact = float(expected)
    return abs(value - exact) <= 1e-9 * max(1.0, abs(exact))
