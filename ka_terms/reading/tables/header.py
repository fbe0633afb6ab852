"""Which row of a table names its columns, and what is wrong with these names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from ka_terms.model.faults import Fault, nearest, quoted
from ka_terms.reading.problems.problem import Problem
from ka_terms.reading.tables.schema import Names, Schema, folded
from ka_terms.reading.tables.table import Cell, Row, Table
from ka_terms.text.columns import column_name
from ka_terms.text.messages import enumerated, message

LOOKED_AT = 20
"""Rows in which the names of the columns may stand: titles of a sheet may come before them."""
_FEWEST = 2
"""Known names that make a row one of headers."""
_COMPARED = 100
"""Unknown headers that are compared with the known ones."""


class Header(NamedTuple):
    """The row of names: which cell each key has, and the cells of names that nobody knows."""

    row: Row
    columns: Mapping[str, int]
    """Key -> place in the row."""
    powers: Mapping[str, int]
    """Key -> power of ten of its numbers."""
    again: tuple[tuple[Cell, str], ...]
    """Further cells of a key."""
    unknown: tuple[Cell, ...]

    def chinese(self) -> int:
        """How many known names are not of ASCII letters alone: such a name is nonsense in a wrong encoding."""
        return sum(not str(self.row[at].value).isascii() for at in self.columns.values())


def header_of(rows: Iterable[Row], names: Names) -> Header | None:
    """The first row that has known names; None where there is none."""
    for row in islice(rows, LOOKED_AT):
        found = _read(row, names)
        if len(found.columns) >= min(_FEWEST, len({*names.keys.values()})):
            return found
    return None


def _read(row: Row, names: Names) -> Header:
    columns: dict[str, int] = {}
    powers: dict[str, int] = {}
    again: list[tuple[Cell, str]] = []
    unknown: list[Cell] = []
    for at, cell in enumerate(row):
        named = names.of(cell.value) if isinstance(cell.value, str) else None
        if named is None:
            unknown += [] if cell.is_blank else [cell]
        elif named.key in columns:
            again.append((cell, named.key))
        else:
            columns[named.key], powers[named.key] = at, named.power
    return Header(row, columns, powers, tuple(again), tuple(unknown))


def no_header(table: Table, schema: Schema, names: Names) -> Problem:
    """The problem of a table without names of columns."""
    wanted = [column.key for column in schema.columns if column.required] + [*schema.any_of[:1]]
    example = ", ".join(names.shown[key][0] for key in wanted)
    expected = message(
        "a row with names of columns, such as {names}", names=enumerated(_shown(wanted, names))
    )
    mend = message("name the columns in the first row: {names}", names=example)
    first = next(table.filled(), None)
    if first is None:
        found = message("an empty table")
        return Problem(table.name, Fault(found, expected, mend), table.sheet)
    cell = next(cell for cell in first if not cell.is_blank)
    return table.problem(cell, Fault(quoted(cell.value), expected, mend))


def _shown(keys: Iterable[str], names: Names) -> list[str]:
    return [name for key in keys for name in names.shown[key]]


def header_problems(table: Table, header: Header, schema: Schema, names: Names) -> Iterator[Problem]:
    """Columns that are there twice, are not there, or have a name that is most likely a misspelt one."""
    for cell, key in header.again:
        first = header.row[header.columns[key]]
        found = message(
            "a second column {name}, as {first}", name=quoted(cell.value), first=quoted(first.value)
        )
        mend = _first_at(table, first)
        yield table.problem(cell, Fault(found, message("each column once"), mend))
    missing = {column.key for column in schema.columns if column.key not in header.columns}
    needed = {column.key for column in schema.columns if column.required} & missing
    if not {*schema.any_of} & {*header.columns}:
        needed |= {*schema.any_of}
    meant: dict[str, Cell] = {}
    for cell in header.unknown[:_COMPARED]:
        if problem := _misspelt(table, cell, missing, needed, names, meant):
            yield problem
    yield from _missing(table, header, schema, needed - {*meant}, names, meant)


def _first_at(table: Table, first: Cell) -> str:
    if table.source:
        return message("delete one of them, or give it another name")
    return message(
        "delete one of them (the first is in column {column})", column=column_name(first.column - 1)
    )


def _misspelt(
    table: Table, cell: Cell, missing: set[str], needed: set[str], names: Names, meant: dict[str, Cell]
) -> Problem | None:
    """A header that is near the name of a column that is not there."""
    text = str(cell.value)
    name = folded(text)
    # A short name in Chinese is one sign off from many others.
    wanted = missing if len(name) > (3 if name.isascii() else 2) else needed
    near = nearest(name, [known for known, key in names.keys.items() if key in wanted])
    if not near:
        return None
    for key in wanted:
        if nearest(name, [known for known, of in names.keys.items() if of == key]):
            meant.setdefault(key, cell)
    return table.problem(cell, Fault(quoted(text), message("a known name of a column"), near))


def _missing(
    table: Table, header: Header, schema: Schema, needed: set[str], names: Names, meant: Mapping[str, Cell]
) -> Iterator[Problem]:
    """Columns that the table must have."""
    first = next(cell for cell in header.row if not cell.is_blank)
    either = {*schema.any_of} & needed if not {*schema.any_of} & {*meant} else set()
    groups = [[key] for key in (column.key for column in schema.columns) if key in needed - {*schema.any_of}]
    groups += [[key for key in schema.any_of if key in either]] if either else []
    for keys in groups:
        found = message("no column {name}", name=enumerated(names.shown[key][0] for key in keys))
        expected = message("a column named {names}", names=enumerated(_shown(keys, names)))
        yield table.problem(
            first, Fault(found, expected, message("add the column, or rename the one that is meant"))
        )
