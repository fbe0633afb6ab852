"""The rows of a table whose columns are known: their typed values, or every problem that they have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from ka_terms.model.faults import Fault, faults_of, quoted
from ka_terms.reading.problems.problem import Problem, ReadError, in_file_order
from ka_terms.reading.spreadsheet import Value
from ka_terms.reading.tables.header import Header, header_problems
from ka_terms.reading.tables.schema import Column, Kind, Names, Schema, folded
from ka_terms.reading.tables.table import Cell, Row, Table
from ka_terms.reading.tables.values import read_value
from ka_terms.text.messages import message

_LONGEST_NAME = 60
"""Letters of a name that nobody knows."""
_SUMS = frozenset(
    folded(word)
    for word in (
        *("total", "totals", "sum", "grand total", "subtotal", "sub-total", "sub total", "overall"),
        *("合計", "合计", "總計", "总计", "小計", "小计", "總和", "总和", "共計", "共计"),
    )
)


class TypedRow(NamedTuple):
    """One row: its values by key, None for an empty cell, and the cells themselves."""

    line: int
    values: Mapping[str, Any]
    """Numbers in full, also under a name with a unit."""
    cells: Mapping[str, Cell]


class Remarks(NamedTuple):
    """What somebody should know of how a table was read."""

    encoding: str = ""
    """Where it was found by trying."""
    above: int = 0
    """Rows above the names of the columns, which were not read."""
    sums: tuple[int, ...] = ()
    """Lines of sums, which were left out."""
    unread: tuple[str, ...] = ()
    """Columns that nobody knows."""


class TypedTable(NamedTuple):
    """The rows of a table, and how it was read."""

    name: str
    rows: tuple[TypedRow, ...]
    powers: Mapping[str, int]
    """The columns that it has, by key, and the power of ten that their cells are in."""
    remarks: Remarks


class Found(NamedTuple):
    """A table with the names of its columns."""

    table: Table
    header: Header
    encoding: str = ""


def typed(found: Found, schema: Schema, names: Names) -> TypedTable:
    """The values of every row. Errors: `ReadError` with every problem."""
    table, header = found.table, found.header
    problems = [*header_problems(table, header, schema, names)]
    at = next(place for place, row in enumerate(table.rows) if row is header.row or row == header.row)
    columns = [column for column in schema.columns if column.key in header.columns]
    rows, sums = [], []
    for row in table.rows[at + 1 :]:
        cells = {column.key: _cell_of(row, header.columns[column.key]) for column in columns}
        if (
            table.source
            and len(row) > len(header.row)
            and not all(one.is_blank for one in row[len(header.row) :])
        ):
            problems.append(_too_many(table, row, header))
            continue
        if all(cell.is_blank for cell in cells.values()) or _values_of(row) == _values_of(header.row):
            continue  # a long table may have its names on each page
        line = next(iter(cells.values())).line
        if _is_sum([cells[column.key] for column in columns if column.kind is Kind.TEXT]):
            sums.append(line)
            continue
        values, faults = _values(table, header, columns, cells)
        problems += faults
        rows.append(TypedRow(line, values, cells))
    if not rows and not problems:
        expected = message("rows below the names of the columns")
        problems.append(
            table.problem(header.row[0], Fault(message("no row"), expected, message("add a row")))
        )
    if problems:
        raise ReadError(*_in_order(problems))
    above = sum(1 for row in table.rows[:at] if not all(cell.is_blank for cell in row))
    unread = tuple(" ".join(str(cell.value).split())[:_LONGEST_NAME] for cell in header.unknown)
    remarks = Remarks(found.encoding, above, tuple(sums), unread)
    return TypedTable(table.name, tuple(rows), header.powers, remarks)


def _values_of(row: Row) -> list[Value]:
    return [cell.value for cell in row]


def _in_order(problems: list[Problem]) -> list[Problem]:
    """Problems of a text in its order; those of a sheet are in the order of its rows."""
    return in_file_order(problems) if any(problem.line for problem in problems) else problems


def _cell_of(row: Row, at: int) -> Cell:
    """A cell of a row; behind the end of a short one there is nothing."""
    return row[at] if at < len(row) else Cell(None, row[-1].line, row[-1].column)


def _is_sum(texts: Sequence[Cell]) -> bool:
    """Whether the first text of a row says that it is a sum."""
    first = next((cell for cell in texts if not cell.is_blank), None)
    return first is not None and isinstance(first.value, str) and folded(first.value) in _SUMS


def _too_many(table: Table, row: Row, header: Header) -> Problem:
    found = message("{count} cells", count=len(row))
    expected = message("as many as there are names of columns: {count}", count=len(header.row))
    mend = message("put numbers with commas in quotes, or write them without")
    return table.problem(row[len(header.row)], Fault(found, expected, mend))


def _values(
    table: Table, header: Header, columns: Sequence[Column], cells: Mapping[str, Cell]
) -> tuple[dict[str, Any], list[Problem]]:
    values: dict[str, Any] = {}
    problems = []
    for column in columns:
        cell = cells[column.key]
        name = " ".join(str(header.row[header.columns[column.key]].value).split())
        faults, value = _read(cell, column)
        power = header.powers[column.key]
        values[column.key] = value.scaleb(power) if power and isinstance(value, Decimal) else value
        problems += [table.problem(cell, fault, name) for fault in faults]
    return values, problems


def _read(cell: Cell, column: Column) -> tuple[list[Fault], Any]:
    if cell.fault:
        return [cell.fault], None
    try:
        value = read_value(cell.value, column.kind)
    except ValueError as error:
        return [fault.or_as_expected() for fault in faults_of(error)], None
    if value is None and column.filled:
        return [
            Fault(quoted(None), message("a value in each row"), message("write a value in its place"))
        ], None
    return [], value
