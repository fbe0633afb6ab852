"""The values of a spreadsheet, sheet by sheet; its formulas, links and macros are never looked at.

python-calamine reads the file: it is quick, and runs nothing.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import unescape

from ka_terms.model.faults import Fault
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.problems.source import read_bytes
from ka_terms.text.columns import column_name, column_number
from ka_terms.text.messages import message

LARGEST = 20 * 2**20
"""Bytes of a file, and five times as many of what is packed in it."""
_MOST_PARTS = 2_000
_MOST_CELLS = 2_000_000
Value = str | Decimal | None
"""What a cell holds; None is blank. A date or a truth value is its text."""


class Page(NamedTuple):
    """One sheet: its name, and its rows from the first."""

    name: str
    rows: tuple[tuple[Value, ...], ...]

    def value(self, row: int, column: int) -> Value:
        """What a cell holds; None also beyond the last."""
        inside = 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row])
        return self.rows[row][column] if inside else None

    def below(self, name: str, keys: Collection[str], labels: Mapping[str, str]) -> Below:
        """The cells below a header in the rows of these keys; `labels` are the keys by the label that stands beside.

        Errors: `KeyError` where no column has that header.
        """
        columns = range(max(map(len, self.rows), default=0))
        key_column = max(
            columns,
            key=lambda at: sum(str(self.value(row, at)) in keys for row in range(len(self.rows))),
            default=0,
        )
        column = next(
            (at for row in self.rows for at, cell in enumerate(row) if at > key_column and str(cell) == name),
            None,
        )
        if column is None:
            raise KeyError(name)
        cells: dict[str, tuple[str, Value]] = {}
        odd: list[tuple[str, str | None, str]] = []
        for at, row in enumerate(self.rows):
            key, label = self.value(at, key_column), self.value(at, key_column + 1)
            cell = f"{column_name(key_column)}{at + 1}"
            if str(key) in cells:
                odd.append((cell, str(key), str(key)))
            elif str(key) in keys:
                cells[str(key)] = (f"{column_name(column)}{at + 1}", self.value(at, column))
            elif row and (expected := labels.get(str(label))):
                odd.append((cell, None if key is None else str(key), expected))
        return Below(cells, odd)


class Below(NamedTuple):
    """The cells below a header."""

    cells: Mapping[str, tuple[str, Value]]
    """The name of each, `C12`, and what it holds, by the key of its row."""
    odd: Sequence[tuple[str, str | None, str]]
    """Cells of keys that stand twice, or are another one than their label has: what they hold, and that key."""


_WORKBOOK = message("a workbook (.xlsx)")


def read_pages(path: Path, name: str) -> list[Page]:
    """The sheets of an xlsx file. Errors: `ReadError` for what is none, or is too large."""
    content = read_bytes(path, name, LARGEST, _WORKBOOK)
    _check_size(content, name)
    from python_calamine import CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        pages = [
            Page(sheet, _rows(book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)))
            for sheet in book.sheet_names
        ]
    except Exception:  # the library raises errors of many classes for a broken file
        raise _refused(name, message("a file that is no workbook"), _SAVE_AS) from None
    if sum(len(row) for page in pages for row in page.rows) > _MOST_CELLS:
        raise _refused(name, message("more than {most:,} cells", most=_MOST_CELLS), _SAVE_AS)
    return pages


_SAVE_AS = message("save it as an Excel workbook (.xlsx) and try again")


def _check_size(content: bytes, name: str) -> None:
    """Errors: `ReadError` for a file that is no archive, or one that would unpack to far more than it is."""
    if len(content) > LARGEST:
        raise _refused(name, message("a file of more than {most:,} bytes", most=LARGEST), _SAVE_AS)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):  # the last: a compression it does not know
        raise _refused(name, message("a file that is no workbook"), _SAVE_AS) from None
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > 5 * LARGEST:
        raise _refused(name, message("a workbook that unpacks to far more than its size"), _SAVE_AS)
    if _is_far(content):
        mend = message("delete what stands there and save it again")
        raise _refused(name, message("cells far beyond its table"), mend)


_CELL = re.compile(rb' r="([A-Z]{1,3})([0-9]{1,7})"')


def _is_far(content: bytes) -> bool:
    """Whether the cells of a sheet span more than can be read: its reader holds all between the first and the last."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for part in archive.infolist():
            if "/worksheets/" in part.filename:
                try:
                    cells = [*_CELL.finditer(archive.read(part))]
                except (zipfile.BadZipFile, zlib.error, EOFError):
                    return False  # broken, which its reader says
                rows = max((int(cell[2]) for cell in cells), default=0)
                widest = max((len(cell[1]) for cell in cells), default=0)
                if rows * 26**widest > 10 * _MOST_CELLS:
                    return True
    return False


_OPENS = re.compile(rb"<(?:\w+:)?c(?= )")
_NAME = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_ERROR = re.compile(rb'\bt="e"')
_SHOWN = re.compile(rb"<(?:\w+:)?v>([^<]*)</")
_SHEET = re.compile(rb"<(?:\w+:)?sheet [^>]*>")
_LINK = re.compile(rb"<(?:\w+:)?Relationship [^>]*>")
Place = tuple[int, int]
"""Row and column, from 1."""


def broken_cells(path: Path, name: str) -> dict[str, dict[Place, str]]:
    """The cells without a value that can be read, by the name of the sheet: the error that each shows.

    Empty for a formula that was never calculated. The reader of values tells both as blank. Errors: `ReadError` for
    what is no workbook, or is too large.
    """
    content = read_bytes(path, name, LARGEST, _WORKBOOK)
    _check_size(content, name)
    found: dict[str, dict[Place, str]] = {}
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            for sheet, part in _parts(archive).items():
                found[sheet] = dict(_broken(archive.read(part)))
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError):
        return {}  # broken, which its reader says
    return found


def _broken(sheet: bytes) -> Iterator[tuple[Place, str]]:
    if b"<f" not in sheet and b't="e"' not in sheet:
        return
    for cell in _OPENS.split(sheet)[1:]:
        head, _, inside = cell.partition(b">")
        shown = _SHOWN.search(inside)
        if not (name := _NAME.search(head)):
            continue
        place = (int(name[2]), column_number(name[1].decode()) + 1)
        if _ERROR.search(head):
            yield place, shown[1].decode("utf-8", "replace") if shown else "#"
        elif b"<f" in inside and not (shown and shown[1]) and b't="str"' not in head:
            yield place, ""


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The file of each sheet by the name of the sheet."""
    links = {}
    for link in _LINK.findall(archive.read("xl/_rels/workbook.xml.rels")):
        target = _attribute(link, "Target")
        links[_attribute(link, "Id")] = target.removeprefix("/") if target[:1] == "/" else f"xl/{target}"
    sheets = {}
    for sheet in _SHEET.findall(archive.read("xl/workbook.xml")):
        if part := links.get(_attribute(sheet, r"\w+:id")):
            sheets[_attribute(sheet, "name")] = part
    return sheets


def _attribute(element: bytes, name: str) -> str:
    found = re.search(rf'\s{name}="([^"]*)"', element.decode("utf-8", "replace"))
    return unescape(found[1], {"&quot;": '"', "&apos;": "'"}) if found else ""


def has_comments(path: Path) -> bool:
    """Whether somebody wrote comments on cells, which are not read."""
    with zipfile.ZipFile(path) as archive:
        return any("omments" in part.filename for part in archive.infolist())


def _refused(name: str, found: str, mend: str) -> ReadError:
    return ReadError(Problem(name, Fault(found, _WORKBOOK, mend)))


def _rows(values: Sequence[Sequence[object]]) -> tuple[tuple[Value, ...], ...]:
    return tuple(tuple(map(_value, row)) for row in values)


def _value(value: object) -> Value:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        # The shortest decimal of the same binary number is what its cell shows.
        return Decimal(repr(value)).normalize() + 0
    return str(value) if value not in (None, "") else None
