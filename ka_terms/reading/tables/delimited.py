"""Rows of a text whose cells are parted by commas, semicolons or tabs, quoted as in csv."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ka_terms.model.faults import Fault
from ka_terms.model.names import Enclosed
from ka_terms.reading.tables.table import Cell, Row
from ka_terms.text.messages import message

DELIMITERS = (",", ";", "\t")
_LINE_END = re.compile("\r\n|[\r\n]")
_OPEN = Fault(
    message("a quotation mark that is never closed"),
    message("a second one at the end of the cell"),
    message("close it, or write it twice where it is part of the text"),
)
_BEHIND = Fault(
    message("text behind a quoted cell"),
    message("a separator"),
    message("write a quotation mark in a quoted cell twice"),
)


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    """A cell: quoted with blanks around, else all up to the next delimiter or the end of the line."""
    blank = " *" if delimiter == "\t" else "[ \t]*"
    return re.compile(rf'{blank}"((?:[^"]|"")*+)"{blank}|([^{delimiter}\r\n]*)')


def rows_of(text: str, delimiter: str) -> Iterator[Row]:
    """The rows of a text, blank lines left out. What cannot be read is a cell with a fault."""
    pattern, rest = _cell(delimiter), re.compile(f"[^{delimiter}\r\n]*")
    at, line, start = 0, 1, 0
    row: list[Cell] = []
    while at < len(text) or row:
        found = pattern.match(text, at)
        assert found  # its second part matches nothing at all, too
        cell, at, line, start = _read(found, text, line, start)
        behind = rest.match(text, at)
        if behind and behind[0]:
            cell, at = Cell(None, line, at - start + 1, _BEHIND), behind.end()
        row.append(cell)
        if text[at : at + 1] == delimiter:
            at += 1
            continue
        if stop := _LINE_END.match(text, at):
            at, line, start = stop.end(), line + 1, stop.end()
        if not all(one.is_blank for one in row):
            yield tuple(row)
        row = []


def _read(found: re.Match[str], text: str, line: int, start: int) -> tuple[Cell, int, int, int]:
    """A cell, where it ends, and the line that this is in with its start."""
    column = found.start() - start + 1
    if found[1] is None:
        value = found[2].strip()
        fault = _OPEN if value.startswith('"') else None
        return Cell(_text(value), line, column, fault), found.end(), line, start
    value = found[1].replace('""', '"')
    for stop in _LINE_END.finditer(text, found.start(1), found.end(1)):
        line, start = line + 1, stop.end()
    first_line = line - len(_LINE_END.findall(found[1]))
    return Cell(_text(value.strip()), first_line, column), found.end(), line, start


def _text(value: str) -> str | None:
    """The text of a cell; mends propose no number with a comma in it."""
    return Enclosed(value) if value else None
