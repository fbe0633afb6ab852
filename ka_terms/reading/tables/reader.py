"""The way into a table: from a file to rows of typed values, or to every problem that it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ka_terms.model.faults import Fault, Refused, about, none_of, quoted
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.problems.source import Source, read_bytes, read_source, refuse_signs
from ka_terms.reading.tables.decoding import Decoded, ask, decoded
from ka_terms.reading.tables.delimited import DELIMITERS, rows_of
from ka_terms.reading.tables.header import LOOKED_AT, Header, header_of, no_header
from ka_terms.reading.tables.listed import list_of
from ka_terms.reading.tables.schema import Glossary, Names, Schema, names_of
from ka_terms.reading.tables.sheets import Sheet, sheets_of
from ka_terms.reading.tables.table import LARGEST, MOST_COLUMNS, MOST_ROWS, Row, Table
from ka_terms.reading.tables.typed import Found, TypedTable, typed
from ka_terms.text.messages import enumerated, message

TEXTS = (".csv", ".tsv", ".txt")
WORKBOOKS = (".xlsx", ".xlsm")
LISTS = (".yaml", ".yml", ".json")
SUFFIXES = (*TEXTS, *WORKBOOKS, *LISTS)
_SAVE = message("save it in one of these formats: {names}", names=", ".join(SUFFIXES))
_OF_OTHERS = (".xls", ".xlsb", ".ods", ".numbers", ".et", ".docx", ".pdf", ".parquet")
"""Formats of tables that are not read."""
_BINARY = Fault(message("a binary file"), message("a table as text"), _SAVE)


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
    return typed(found, schema, names)


def _refuse_unfit(suffix: str, encoding: str, sheet: str) -> None:
    for argument, given, kinds in (("encoding", encoding, TEXTS), ("sheet", sheet, WORKBOOKS)):
        if given and suffix not in kinds:
            expected = message("a table in one of these formats: {names}", names=enumerated(kinds))
            with about(argument):
                fix = message("remove {option}", option=f"--{argument}")
                raise Refused(Fault(quoted(suffix), expected, fix))


Known = tuple[Schema, Names]


def _in_text(path: Path, name: str, encoding: str, known: Known) -> Found:
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


def _fitting(cut: Sequence[Found | ReadError], name: str, texts: list[Decoded]) -> list[Found | ReadError]:
    """The one reading whose names of columns are known. Errors: `ReadError` that asks where that is not one alone."""
    known = [one for one in cut if isinstance(one, Found)]
    if len(known) > 1:
        chinese = [one for one in known if one.header.chinese()]
        known = chinese if len(chinese) == 1 else known
    if len(known) != 1:
        raise ask(name, texts)
    return [*known]


def _cut(text: Decoded, name: str, path: Path, known: Known) -> Found | ReadError:
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
    return Found(table, header, text.tried)


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


def _in_workbook(sheets: Sequence[Sheet], name: str, title: str, known: Known) -> Found:
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
    return Found(table, header)


def _in_list(path: Path, name: str, known: Known) -> Found:
    schema, names = known
    table = list_of(read_source(path, name))
    if table is None:
        fault = Fault(message("no list"), message("a list of rows"), message("name a table, or a scenario"))
        raise ReadError(Problem(name, fault))
    header = header_of(table.rows[:1], names)
    if header is None:
        raise ReadError(no_header(table, schema, names))
    return Found(table, header)
