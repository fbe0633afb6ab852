"""Refuses a workbook that came back with a formula replaced: what such a cell says, no contract says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ka_terms.model.faults import Fault
from ka_terms.presentation.sheet import Role, Sheet, SheetCell, Workbook
from ka_terms.presentation.table import Kind
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.spreadsheet import Page, Value
from ka_terms.text.columns import column_name, column_number
from ka_terms.text.messages import message

_TWELVE_CENTS = Decimal("0.12")
_SAME = Decimal("1E-9")
"""By how much of itself a number of a cell may be off and still be the same: binary numbers are sure of 15 digits."""
_REFERENCE = re.compile(r"(?:'((?:[^']|'')+)'!)?\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?")
Labelled = Mapping[tuple[str, int, int], tuple[tuple[int, int], SheetCell]]
"""Cells with their places, by the label of the row, how often that stood above it, and the column."""


def refuse_replaced_formulas(pages: Sequence[Page], before: Workbook, after: Workbook, file: str) -> None:
    """Refuse formulas whose cells hold neither what was sent nor what the edits come to. Errors: `ReadError`.

    `after` is the workbook as it would be sent with the edits. A program that recalculates nothing may leave all cells
    of formulas blank. A sheet with an input of its own, as that of lower sales, comes to whatever that says. What the
    cell holds is not said, which may be private.
    """
    by_name = {page.name: page for page in pages}
    # Rows of fees stand in the order of their changes, which another amount may alter: they are found by their labels.
    edited = {sheet.name: _by_label(sheet) for sheet in after.sheets}
    unknown = _unknown(before, edited)
    problems = []
    for sheet in before.sheets:
        page = by_name.get(sheet.name)
        has_inputs = any(cell.role is Role.INPUT for cell in sheet.cells.values())
        if page is None or has_inputs or not is_in_place(page, sheet):
            continue
        formulas = {key: cell for key, cell in _by_label(sheet).items() if cell[1].formula}
        blank = [key for key, (place, _) in formulas.items() if page.value(*place) is None]
        are_blank = 2 * len(blank) > len(formulas)
        for key, (place, cell) in formulas.items():
            if (sheet.name, *place) in unknown or (are_blank and page.value(*place) is None):
                continue
            _, other = edited[sheet.name][key]
            if not _is_any(page.value(*place), (cell, other)):
                problems.append(_replaced(file, sheet.name, place))
    if problems:
        raise ReadError(*problems)


def _unknown(before: Workbook, edited: Mapping[str, Labelled]) -> set[tuple[str, int, int]]:
    """The cells that were sent of which it is not known what they come to with the edits.

    The edits may make another formula or another constant of a cell, as a month that had no sales to be a share of; in
    the workbook that was sent the old one goes on, and whatever refers to it.
    """
    readers: dict[tuple[str, int, int], list[tuple[str, int, int]]] = {}
    pending = []
    for sheet in before.sheets:
        labelled = edited.get(sheet.name, {})
        for key, (place, cell) in _by_label(sheet).items():
            other = labelled.get(key, (place, SheetCell()))[1]
            is_same = cell.formula == other.formula and (cell.formula or cell.value == other.value)
            if not is_same and cell.role is not Role.INPUT:
                pending.append((sheet.name, *place))
            for reference in _references(cell.formula, sheet.name):
                readers.setdefault(reference, []).append((sheet.name, *place))
    unknown = set(pending)
    while pending:
        further = [reader for reader in readers.get(pending.pop(), ()) if reader not in unknown]
        unknown.update(further)
        pending += further
    return unknown


def _references(formula: str, sheet: str) -> Iterator[tuple[str, int, int]]:
    """The cells that a formula on this sheet reads."""
    for name, column, row, last in _REFERENCE.findall(formula):
        for number in range(int(row), int(last or row) + 1):
            yield name.replace("''", "'") or sheet, number - 1, column_number(column)


def _by_label(sheet: Sheet) -> dict[tuple[str, int, int], tuple[tuple[int, int], SheetCell]]:
    """Every cell with its place, by the label of its row, how often that stood above it, and its column."""
    labels: dict[int, tuple[str, int]] = {}
    seen: Counter[str] = Counter()
    for row, column in sorted(sheet.cells):
        if column == 0:
            label = str(sheet.cells[row, 0].value)
            labels[row] = label, seen[label]
            seen[label] += 1
    return {
        (*labels.get(row, ("", row)), column): ((row, column), cell)
        for (row, column), cell in sheet.cells.items()
    }


def _replaced(file: str, sheet: str, place: tuple[int, int]) -> Problem:
    row, column = place
    mend = message("restore the formula and edit the inputs")
    fault = Fault(message("something else"), message("the formula that stood there"), mend)
    return Problem(file, fault, f"{sheet}!{column_name(column)}{row + 1}")


def is_in_place(page: Page, sheet: Sheet) -> bool:
    """Whether the first column still has the same labels in the same rows."""
    labels = {row: cell.value for (row, column), cell in sheet.cells.items() if column == 0 and cell.value}
    return all(str(page.value(row, 0)) == str(label) for row, label in labels.items())


def _is_any(value: Value, expected: Sequence[SheetCell]) -> bool:
    """Whether a cell holds one of these, or an error of the spreadsheet, such as of a row that is gone."""
    numbers = [(Decimal(cell.value), cell) for cell in expected if isinstance(cell.value, Decimal | int)]
    if isinstance(value, Decimal):
        return any(abs(value - number) <= _off(number, cell) for number, cell in numbers)
    are_texts = len(numbers) < len(expected)
    return are_texts or (value is not None and value.startswith("#"))


def _off(number: Decimal, cell: SheetCell) -> Decimal:
    """How far a number may be off: an amount, and a sum of twelve, by one unit of rounding each."""
    least = _TWELVE_CENTS if cell.kind is Kind.MONEY else Decimal(0)
    return max(_SAME * max(abs(number), Decimal(1)), least)
