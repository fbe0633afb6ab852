"""The way into a table: from a file to rows of typed values, or to every problem that it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from ka_terms.model.faults import Fault, Refused, about, faults_of, none_of, quoted
from ka_terms.reading.problems.problem import Problem, ReadError, in_file_order
from ka_terms.reading.problems.source import Source, read_bytes, read_source, refuse_signs
from ka_terms.reading.spreadsheet import Value
from ka_terms.reading.tables.decoding import Decoded, ask, decoded
from ka_terms.reading.tables.delimited import DELIMITERS, rows_of
from ka_terms.reading.tables.header import LOOKED_AT, Header, header_of, header_problems, no_header
from ka_terms.reading.tables.listed import list_of
from ka_terms.reading.tables.schema import Column, Glossary, Kind, Names, Schema, folded, names_of
from ka_terms.reading.tables.sheets import Sheet, sheets_of
from ka_terms.reading.tables.table import LARGEST, MOST_COLUMNS, MOST_ROWS, Cell, Row, Table
from ka_terms.reading.tables.values import read_value
from ka_terms.text.messages import enumerated, message

TEXTS = (".csv", ".tsv", ".txt")
WORKBOOKS = (".xlsx", ".xlsm")
LISTS = (".yaml", ".yml", ".json")
SUFFIXES = (*TEXTS, *WORKBOOKS, *LISTS)
_SAVE = message("save it in one of these formats: {names}", names=", ".join(SUFFIXES))
_OF_OTHERS = (".xls", ".xlsb", ".ods", ".numbers", ".et", ".docx", ".pdf", ".parquet")
"""Formats of tables that are not read."""
_BINARY = Fault(message("a binary file"), message("a table as text"), _SAVE)
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


class _Found(NamedTuple):
    """A table with the names of its columns."""

    table: Table
    header: Header
    encoding: str = ""


def is_table(path: Path, name: str) -> bool:
    """Whether a file is a table and no scenario: by its suffix, and a YAML file by its being a list."""
    suffix = path.suffix.casefold()
    if suffix not in LISTS:
        return suffix in (*SUFFIXES, *_OF_OTHERS)
    try:
        return list_of(read_source(path, name)) is not None
    except ReadError as error:
        # A list with faults of its own is one; what is no YAML at all is told as a scenario.
        return _begins_list(path, name) and bool(error.problems)


def _begins_list(path: Path, name: str) -> bool:
    lines = (line.strip() for line in read_source(path, name).lines)
    first = next((line for line in lines if line and not line.startswith(("#", "---"))), "")
    return first.startswith(("- ", "["))


def read_table(
    path: Path,
    name: str,
    schema: Schema,
    *,
    encoding: str = "",
    sheet: str = "",
    labels: Glossary | None = None,
) -> TypedTable:
    """The rows of a table.

    `labels` are the user's own names of columns by key. Errors: `ReadError` with every problem of the file; `Refused`
    for an `encoding` or a `sheet` that there is none of.
    """
    names = names_of(schema, labels or {})
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        expected = message("a table: {names}", names=enumerated(SUFFIXES))
        fault = Fault(quoted(path.suffix or path.name), expected, _SAVE)
        raise ReadError(Problem(name, fault))
    _refuse_unfit(suffix, encoding, sheet)
    if suffix in TEXTS:
        found = _in_text(path, name, encoding, (schema, names))
    elif suffix in WORKBOOKS:
        found = _in_workbook(sheets_of(path, name), name, sheet, (schema, names))
    else:
        found = _in_list(path, name, (schema, names))
    return _typed(found, schema, names)


def _refuse_unfit(suffix: str, encoding: str, sheet: str) -> None:
    for argument, given, kinds in (("encoding", encoding, TEXTS), ("sheet", sheet, WORKBOOKS)):
        if given and suffix not in kinds:
            expected = message("a table in one of these formats: {names}", names=enumerated(kinds))
            with about(argument):
                fix = message("remove {option}", option=f"--{argument}")
                raise Refused(Fault(quoted(suffix), expected, fix))


Known = tuple[Schema, Names]


def _in_text(path: Path, name: str, encoding: str, known: Known) -> _Found:
    """The table in the encoding that fits, cut at the delimiter that gives known names."""
    content = read_bytes(path, name, LARGEST)
    if len(content) > LARGEST:
        found = message("more than {count} bytes", count=f"{LARGEST:,}")
        expected = message("a table of at most {count} MiB", count=LARGEST >> 20)
        raise ReadError(Problem(name, Fault(found, expected, message("split the table"))))
    texts = decoded(content, name, encoding)
    cut = [_cut(text, name, path, known) for text in texts]
    if len(cut) > 1:
        cut = _fitting(cut, name, texts)
    table = cut[0]
    if isinstance(table, ReadError):
        raise table
    return table


def _fitting(cut: Sequence[_Found | ReadError], name: str, texts: list[Decoded]) -> list[_Found | ReadError]:
    """The one reading whose names of columns are known. Errors: `ReadError` that asks where that is not one alone."""
    known = [one for one in cut if isinstance(one, _Found)]
    if len(known) > 1:
        chinese = [one for one in known if one.header.chinese()]
        known = chinese if len(chinese) == 1 else known
    if len(known) != 1:
        raise ask(name, texts)
    return [*known]


def _cut(text: Decoded, name: str, path: Path, known: Known) -> _Found | ReadError:
    schema, names = known
    source = Source(name, text.text, path)
    try:
        refuse_signs(source, _BINARY)
    except ReadError as error:
        return error
    headers = {delimiter: _first_rows(text.text, delimiter, names) for delimiter in DELIMITERS}
    delimiter = max(DELIMITERS, key=lambda one: len(header.columns) if (header := headers[one]) else 0)
    rows = tuple(_bounded(rows_of(text.text, delimiter), name))
    table, header = Table(name, rows, source), headers[delimiter]
    if header is None:
        return ReadError(no_header(table, schema, names))
    return _Found(table, header, text.tried)


def _first_rows(text: str, delimiter: str, names: Names) -> Header | None:
    """The names of the columns as this delimiter parts them."""
    return header_of(rows_of(text, delimiter), names)


def _bounded(rows: Iterator[Row], name: str) -> Iterator[Row]:
    """The rows. Errors: `ReadError` for more than a table may have."""
    for count, row in enumerate(rows):
        if count > MOST_ROWS + LOOKED_AT or len(row) > MOST_COLUMNS:
            raise ReadError(Problem(name, _too_large(len(row) > MOST_COLUMNS)))
        yield row


def _too_large(is_wide: bool) -> Fault:
    if is_wide:
        found, expected = (
            message("more than {count} columns", count=f"{MOST_COLUMNS:,}"),
            message("a narrower table"),
        )
        return Fault(found, expected, message("delete the columns that are not needed"))
    found, expected = message("more than {count} rows", count=f"{MOST_ROWS:,}"), message("a shorter table")
    return Fault(found, expected, message("split the table"))


def _in_workbook(sheets: Sequence[Sheet], name: str, title: str, known: Known) -> _Found:
    """The sheet that is asked for, or the only one with known names of columns."""
    schema, names = known
    if title:
        if title not in (titles := [sheet.title for sheet in sheets]):
            with about("sheet"):
                raise Refused(none_of(title, titles))
        sheets = [sheet for sheet in sheets if sheet.title == title]
    found = [(sheet, header) for sheet in sheets if (header := header_of(sheet.filled(), names))]
    if len(found) > 1:
        titles = [sheet.title for sheet, _ in found]
        fault = Fault(
            message("several sheets with such a table: {names}", names=enumerated(titles)),
            message("one of them"),
            message("name it: {option}", option=f"--sheet '{titles[0]}'"),
        )
        raise ReadError(Problem(name, fault))
    if not found:
        raise ReadError(no_header(sheets[0].table(name) if sheets else Table(name, ()), schema, names))
    ((sheet, header),) = found
    table = sheet.table(name)
    for _ in _bounded(iter(table.rows), name):
        pass
    return _Found(table, header)


def _in_list(path: Path, name: str, known: Known) -> _Found:
    schema, names = known
    table = list_of(read_source(path, name))
    if table is None:
        fault = Fault(message("no list"), message("a list of rows"), message("name a table, or a scenario"))
        raise ReadError(Problem(name, fault))
    header = header_of(table.rows[:1], names)
    if header is None:
        raise ReadError(no_header(table, schema, names))
    return _Found(table, header)


def _typed(found: _Found, schema: Schema, names: Names) -> TypedTable:
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
