"""Tables that people keep: names of columns, numbers, quotes, encodings, sheets; every error at its cell."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.model.faults import Refused
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.tables import table as bounds
from ka_terms.reading.tables.delimited import rows_of
from ka_terms.reading.tables.reader import is_table, read_table
from ka_terms.reading.tables.schema import Column, Kind, Schema
from ka_terms.reading.tables.typed import Remarks, TypedTable
from ka_terms.reading.tables.values import read_value, step_of
from tests.examples import examples

SCHEMA = Schema(
    (
        Column("name", Kind.TEXT, required=True, filled=True),
        Column("channel"),
        Column("sales", Kind.NUMBER),
        Column("volume", Kind.NUMBER),
        Column("stores", Kind.NUMBER, required=True),
        Column("vpo", Kind.NUMBER),
    ),
    any_of=("sales", "volume"),
)


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., TypedTable]:
    def reading(content: str | bytes, file: str = "t.csv", **options: Any) -> TypedTable:
        path = tmp_path / file
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_table(path, file, SCHEMA, **options)

    return reading


def problems(read: Callable[..., TypedTable], *given: Any, **options: Any) -> list[Problem]:
    with pytest.raises(ReadError) as caught:
        read(*given, **options)
    assert str(caught.value)
    return [*caught.value.problems]


def rows(table: TypedTable) -> list[tuple[Any, ...]]:
    return [tuple(row.values.values()) for row in table.rows]


# ---------------------------------------------------------------- csv


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_delimiter_is_the_one_that_gives_known_names(
    read: Callable[..., Any], delimiter: str, end: str
) -> None:
    lines = ["name|stores|sales", '"A, B; C"|5|"1,000"', "", "D|6|2k", ""]
    table = read(end.join(lines).replace("|", delimiter))
    assert rows(table) == [("A, B; C", 1000, 5), ("D", 2000, 6)]
    assert [row.line for row in table.rows] == [2, 4]
    assert table.remarks == Remarks()


@pytest.mark.parametrize(
    "header",
    [
        "客戶,銷售額,店數",
        "客户,销售额,门店数",
        "Account , SALES,Number of stores",
        "ｎａｍｅ,sales（元）,店數 (家)",
    ],
)
def test_names_are_in_three_languages(read: Callable[..., Any], header: str) -> None:
    assert rows(read(f"{header}\nA,1.2万,5\n")) == [("A", 12_000, 5)]


def test_a_glossary_adds_names(read: Callable[..., Any]) -> None:
    labels = {"stores": {"en": "Filialen", "zh-Hans": "店"}, "sales": "Umsatz"}
    assert rows(read("Name;Umsatz;Filialen\nA;5;6\n", labels=labels)) == [("A", 5, 6)]


def test_a_unit_behind_a_name_is_that_of_the_numbers(read: Callable[..., Any]) -> None:
    table = read("名稱,銷售額（萬元）,volume (k),店數\nA,1.5,2,3\n")
    assert rows(table) == [("A", 15_000, 2_000, 3)]
    assert table.powers == {"name": 0, "sales": 4, "volume": 3, "stores": 0}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4020000", 4_020_000),
        ('"4,020,000"', 4_020_000),
        ("402万", 4_020_000),
        ("1.2亿", 120_000_000),
        ("350k", 350_000),
        ("４０２", 402),
        ("0.5", Decimal("0.5")),
        ("", None),
        ("-", None),
        ("—", None),
        ("n/a", None),
    ],
)
def test_numbers_are_read_as_people_write_them(read: Callable[..., Any], text: str, value: Any) -> None:
    assert rows(read(f"name,stores,sales\nA,5,{text}\n")) == [("A", value, 5)]


@pytest.mark.parametrize(
    ("line", "column", "found", "mend"),
    [
        ("A,5,1.500", 5, "'1.500'", "write 1500 or 1.5, whichever is meant"),
        ("A,5,2%", 5, "'2%'", "delete the percent sign, because this is an amount"),
        ("A,-5,1", 3, "'-5'", "write a number of zero or more"),
        ("A,five,1", 3, "'five'", "write the number in digits"),
        (",5,1", 1, "nothing", "write a value in its place"),
        ("A,5,1,2", 7, "4 cells", "put numbers with commas in quotes, or write them without"),
        ('A,5,"1', 5, "a quotation mark that is never closed", "close it, or write it twice"),
        ('"A" b,5,1', 5, "text behind a quoted cell", "write a quotation mark in a quoted cell twice"),
        ("A\u200bB,5,1", 1, "'A\\u200bB'", "type it again"),
        (f"{'A' * 201},5,1", 1, "a text of 201 characters", "shorten it"),
    ],
)
def test_an_error_is_at_its_cell(
    read: Callable[..., Any], line: str, column: int, found: str, mend: str
) -> None:
    (problem,) = problems(read, f"name,stores,sales\nZ,1,1\n{line}\n")
    assert (problem.line, problem.column) == (3, column)
    assert problem.fault.found.startswith(found)
    assert problem.fault.or_as_expected().mend.startswith(mend)
    assert problem.excerpt


def test_all_errors_of_a_table_are_told_at_once(read: Callable[..., Any]) -> None:
    found = problems(read, "name,stores,sales\nA,x,1\nB,2,3\n,4,y\n")
    assert [(one.line, one.column, one.path) for one in found] == [
        (2, 3, "stores"),
        (4, 1, "name"),
        (4, 4, "sales"),
    ]


def test_a_break_of_lines_in_quotes_keeps_the_count(read: Callable[..., Any]) -> None:
    (problem,) = problems(read, 'name,stores,sales\n"A\nB",5,1\nC,x,1\n')
    assert (problem.line, problem.column) == (4, 3)
    assert rows(read('name,stores,sales\n"A\nB",5,1\n')) == [("A B", 1, 5)]


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("name,stores,sales,Sales", ["a second column 'Sales', as 'sales'"]),
        ("name,stores,salse", ["'salse'"]),
        ("name,stores", ["no column sales, volume"]),
        ("name,sales", ["no column stores"]),
        ("stores,sales", ["no column name"]),
        ("sales,volume", ["no column name", "no column stores"]),
        ("name,stores,sales,chanel", ["'chanel'"]),
        ("a,b,c", ["'a'"]),
    ],
)
def test_names_that_lack_or_are_wrong_are_told(
    read: Callable[..., Any], header: str, told: list[str]
) -> None:
    found = problems(read, f"{header}\n{','.join('1' for _ in header.split(','))}\n")
    assert [one.fault.found for one in found] == told
    assert all(one.line == 1 and one.fault.mend for one in found)


def test_a_misspelt_name_is_told_with_the_known_one(read: Callable[..., Any]) -> None:
    (problem,) = problems(read, "name,stores,salse\nA,5,1\n")
    assert problem.fault.mend == "write sales if that is meant"
    assert problem.column == 13


def test_columns_that_nobody_knows_are_not_read(read: Callable[..., Any]) -> None:
    table = read("備註,name,stores,負責人,sales\nx,A,5,y,1\n")
    assert rows(table) == [("A", 1, 5)]
    assert table.remarks == Remarks(unread=("備註", "負責人"))


@pytest.mark.parametrize("name", ["合計", "总计", "Total", "SUM", "小計"])
def test_sums_are_left_out(read: Callable[..., Any], name: str) -> None:
    table = read(f"channel,name,stores,sales\nx,A,5,1\n{name},,5,1\n,{name},5,1\n")
    assert rows(table) == [("A", "x", 1, 5)]
    assert table.remarks.sums == (3, 4)


def test_titles_above_and_names_again_are_no_rows(read: Callable[..., Any]) -> None:
    table = read("Stores of 2002\n\nnorth\nname,stores,sales\nA,5,1\nname,stores,sales\nB,6,1\n")
    assert rows(table) == [("A", 1, 5), ("B", 1, 6)]
    assert table.remarks.above == 2


def test_a_wide_table_is_read(read: Callable[..., Any]) -> None:
    more = [f"季度{number}" for number in range(77)]
    table = read(f"name,stores,sales,{','.join(more)}\nA,5,1,{','.join('9' for _ in more)}\n")
    assert rows(table) == [("A", 1, 5)]
    assert len(table.remarks.unread) == 77


@pytest.mark.parametrize("content", ["", "\n\n", "name,stores,sales\n", "just text\n"])
def test_a_table_without_rows_is_refused(read: Callable[..., Any], content: str) -> None:
    (problem,) = problems(read, content)
    assert problem.fault.mend


CELLS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=6).map(str.strip)


@examples(200)
@given(
    st.lists(st.lists(st.one_of(CELLS, st.just('a"b'), st.just("x\ny")), min_size=2, max_size=4), max_size=5)
)
def test_what_csv_quotes_comes_back(cells: list[list[str]]) -> None:
    quoted = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in cells)
    found = [[cell.value or "" for cell in row] for row in rows_of(quoted, ",")]
    assert found == [row for row in ([cell.strip() for cell in row] for row in cells) if any(row)]
    assert not any(cell.fault for row in rows_of(quoted, ",") for cell in row)


@examples(300)
@given(st.text(st.sampled_from('ab",;\n\r\t '), max_size=40), st.sampled_from(",;\t"))
def test_any_text_is_cut_into_cells_at_their_places(text: str, delimiter: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for row in rows_of(text, delimiter):
        for cell in row:
            assert 1 <= cell.line <= len(lines)
            assert 1 <= cell.column <= len(lines[cell.line - 1]) + 1


PIECES = st.one_of(
    st.sampled_from(["name", "stores", "sales", "客戶", ",", ";", "\t", "\n", '"', "5", "1.500", "合計"]),
    st.sampled_from(["\u202e", "\ufeff", "\x1b"]),
    st.text(max_size=4),
)


@examples(400)
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["utf-8", "gb18030", "big5", "utf-16"]))
def test_any_text_is_a_table_or_is_refused(tmp_path_factory: Any, text: str, encoding: str) -> None:
    path = tmp_path_factory.mktemp("t") / "t.csv"
    path.write_bytes(f"name,stores,sales\n{text}".encode(encoding, "replace"))
    with suppress(ReadError):
        assert read_table(path, "t.csv", SCHEMA).rows


@examples(300)
@given(st.data())
def test_a_workbook_that_is_broken_is_refused(tmp_path_factory: Any, data: Any) -> None:
    """A few bytes of the sheet are others."""
    path = tmp_path_factory.mktemp("t") / "t.xlsx"
    book = openpyxl.Workbook()
    assert book.active
    book.active["A1"], book.active["B1"], book.active["C1"] = "name", "stores", "sales"
    book.active["A2"], book.active["B2"], book.active["C2"] = "A", 5, "=1/0"
    book.save(path)
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    name = data.draw(
        st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
    )
    content = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with zipfile.ZipFile(path, "w") as archive:
        for part, inside in {**parts, name: bytes(content)}.items():
            archive.writestr(part, inside)
    with suppress(ReadError):
        read_table(path, "t.xlsx", SCHEMA)


# ---------------------------------------------------------------- encodings

CHINESE = "通路,客戶,銷售額,店數\n超市,華聯,464453,318\n"
ENGLISH = "channel,name,sales,stores\n超市,華聯,464453,318\n"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("gb18030", "gb18030"),
        ("big5", "big5"),
        ("cp950", "big5"),
    ],
)
def test_the_encoding_that_fits_is_used(read: Callable[..., Any], encoding: str, told: str) -> None:
    table = read(CHINESE.encode(encoding))
    assert rows(table) == [("華聯", "超市", 464_453, 318)]
    assert table.remarks.encoding == told


def test_simplified_names_tell_the_encoding_too(read: Callable[..., Any]) -> None:
    table = read("渠道,客户,销售额,门店数\n超市,华联,464453,318\n".encode("gb18030"))
    assert (rows(table)[0][0], table.remarks.encoding) == ("华联", "gb18030")


@pytest.mark.parametrize(("encoding", "name"), [("big5", "華聯超市"), ("gb18030", "联华超市")])
def test_where_two_fit_the_user_is_asked(read: Callable[..., Any], encoding: str, name: str) -> None:
    content = f"channel,name,sales,stores\na,{name},464453,318\n".encode(encoding)
    (problem,) = problems(read, content)
    assert f"'{name}' ({encoding})" in problem.fault.found
    assert "add --encoding gb18030 or --encoding big5" in problem.fault.mend
    assert rows(read(content, encoding=encoding)) == [(name, "a", 464_453, 318)]


def test_a_reading_with_characters_for_private_use_does_not_fit(read: Callable[..., Any]) -> None:
    content = "channel,name,sales,stores\na,可的,464453,318\n".encode("big5")
    assert any("\ue000" <= letter <= "\uf8ff" for letter in content.decode("gb18030"))
    assert read(content).remarks.encoding == "big5"


def test_letters_that_only_windows_has_are_big5(read: Callable[..., Any]) -> None:
    text = "客戶,銷售額,店數\n宏碁,1,2\n"
    assert rows(read(text.encode("cp950")))[0][0] == "宏碁"


@pytest.mark.parametrize("encoding", ["", "utf-8", "gb18030", "big5"])
def test_what_no_encoding_fits_is_refused(read: Callable[..., Any], encoding: str) -> None:
    (problem,) = problems(read, b"name,stores,sales\n\xff\xff\x80,1,2\n", encoding=encoding)
    assert "name its encoding with --encoding" in problem.fault.mend


@pytest.mark.parametrize(
    "content", [b"name,stores,sales\nA\x00,1,2", b"\x00\x01\x02", b"name,stores,sales\nA\x1b,1,2"]
)
def test_what_is_no_text_is_refused(read: Callable[..., Any], content: bytes) -> None:
    (problem,) = problems(read, content)
    assert problem.line
    assert problem.fault.mend


def test_an_encoding_or_a_sheet_that_there_is_none_of_is_refused(
    read: Callable[..., Any], tmp_path: Path
) -> None:
    for options in ({"encoding": "utf-9"}, {"sheet": "A"}):
        with pytest.raises(Refused):
            read(ENGLISH, **options)
    with pytest.raises(Refused):
        read("- {name: A, stores: 1, sales: 1}", "t.yaml", encoding="big5")


# ---------------------------------------------------------------- limits and formats


def test_a_table_is_bounded(read: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ka_terms.reading.tables.reader.MOST_ROWS", 10)
    monkeypatch.setattr("ka_terms.reading.tables.reader.LARGEST", 1000)
    head = "name,stores,sales\n"
    (problem,) = problems(read, head + "A,1,2\n" * 40)
    assert problem.fault.found == "more than 10 rows"
    (problem,) = problems(read, head + "A,1,2\n" * 400)
    assert problem.fault.found == "more than 1,000 bytes"
    monkeypatch.setattr("ka_terms.reading.tables.reader.LARGEST", bounds.LARGEST)
    (problem,) = problems(read, head + "A,1,2" + "," * 1001)
    assert problem.fault.found == "more than 1,000 columns"


@pytest.mark.parametrize("file", ["t.xls", "t.ods", "t.pdf"])
def test_other_formats_are_refused(read: Callable[..., Any], file: str) -> None:
    (problem,) = problems(read, b"x", file)
    assert ".xlsx" in problem.fault.expected
    assert is_table(Path(file), file)


def test_a_missing_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        read_table(tmp_path / "t.csv", "t.csv", SCHEMA)


# ---------------------------------------------------------------- lists


def test_a_list_is_a_table(read: Callable[..., Any], tmp_path: Path) -> None:
    table = read("- {name: A, 店數: 5, sales: 1M}\n- name: B\n  sales: '2,000'\n", "t.yaml")
    assert rows(table) == [("A", 1_000_000, 5), ("B", 2_000, None)]
    assert [row.line for row in table.rows] == [1, 2]
    assert is_table(tmp_path / "t.yaml", "t.yaml")
    assert rows(read('[{"name": "A", "stores": 5, "sales": 1}]', "t.json")) == [("A", 1, 5)]


@pytest.mark.parametrize(
    ("text", "line", "column", "found"),
    [
        ("- {name: A, stores: 5, sales: 1}\n- B\n", 2, 3, "'B'"),
        ("- {name: A, stores: 5, sales: [1]}\n", 1, 31, "a list"),
        ("- {name: A, stores: 5, sales: x}\n", 1, 31, "'x'"),
        ("- {name: A, stores: 5, sales: 1.500}\n", 1, 31, "'1.500'"),
        ("- {name: A, stores: 5, sales: 1}\n- {stores: 5, sales: 1}\n", 2, 3, "nothing"),
        ("- {a: A, b: 5}\n", 1, 4, "'a'"),
        ("name: A\n", 0, 0, "no list"),
    ],
)
def test_an_error_of_a_list_is_at_its_place(
    read: Callable[..., Any], text: str, line: int, column: int, found: str
) -> None:
    (problem,) = problems(read, text, "t.yaml")
    assert (problem.line, problem.column, problem.fault.found) == (line, column, found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("- {a: b}", True), ("# x\n- a: [", True), ("scenario: x", False), ("x: [", False), ("text", False)],
)
def test_a_list_is_no_scenario(tmp_path: Path, text: str, expected: bool) -> None:
    file = tmp_path / "t.yaml"
    file.write_text(text)
    assert is_table(file, "t.yaml") is expected


# ---------------------------------------------------------------- workbooks


@pytest.fixture
def sheets(tmp_path: Path) -> Callable[..., Path]:
    def made(**content: list[list[Any]]) -> Path:
        book = openpyxl.Workbook()
        assert book.active
        book.remove(book.active)
        for title, lines in content.items():
            sheet = book.create_sheet(title)
            for line in lines:
                sheet.append(line)
        path = tmp_path / "t.xlsx"
        book.save(path)
        return path

    return made


def test_a_sheet_is_a_table(sheets: Callable[..., Path]) -> None:
    path = sheets(
        Notes=[["about"]],
        Data=[
            ["門店一覽"],
            [],
            ["客戶", "店數", "銷售額\n(元)", "日期"],
            ["A", 5, 1000.1 + 0.2, date(2003, 1, 2)],
            [101, 2, "1.2万"],
        ],
    )
    table = read_table(path, "t.xlsx", SCHEMA)
    assert rows(table) == [("A", Decimal("1000.3"), 5), ("101", 12_000, 2)]
    assert table.remarks == Remarks(above=1, unread=("日期",))


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("=1/0", "a formula that was never calculated"),
        ("x", "'x'"),
        (True, "'TRUE'"),
        (-1, "'-1'"),
        (date(2003, 1, 2), "'2003-01-02'"),
        (10**16, "'10000000000000000'"),
        ("2%", "'2%'"),
    ],
)
def test_an_error_of_a_sheet_is_at_its_cell(sheets: Callable[..., Path], cell: Any, found: str) -> None:
    path = sheets(Data=[["name", "stores", "sales"], ["A", 1, 2], ["B", cell, 2], ["", "y", 1]])
    with pytest.raises(ReadError) as caught:
        read_table(path, "t.xlsx", SCHEMA)
    assert [one.path for one in caught.value.problems] == [
        "Data!B3 (stores)",
        "Data!A4 (name)",
        "Data!B4 (stores)",
    ]
    assert caught.value.problems[0].fault.found == found
    assert all(one.fault.mend for one in caught.value.problems)


def test_a_formula_with_an_error_is_told(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "t.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("A & B")
    sheet.write_row(0, 0, ["name", "stores", "sales"])
    sheet.write_row(1, 0, ["A", 3])
    sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")
    sheet.write_row(2, 0, ["B", 3])
    sheet.write_formula(2, 2, "=10/3", None, 10 / 3)
    book.close()
    with pytest.raises(ReadError) as caught:
        read_table(path, "t.xlsx", SCHEMA)
    (problem,) = caught.value.problems
    assert (problem.path, problem.fault.found) == ("A & B!C2 (sales)", "'#DIV/0!'")


def test_several_sheets_are_asked_about(sheets: Callable[..., Path]) -> None:
    lines = [["name", "stores", "sales"], ["A", 1, 2]]
    path = sheets(One=lines, Two=[*lines, ["B", 3, 4]])
    with pytest.raises(ReadError, match="--sheet 'One'"):
        read_table(path, "t.xlsx", SCHEMA)
    assert len(read_table(path, "t.xlsx", SCHEMA, sheet="Two").rows) == 2
    with pytest.raises(Refused, match="One, Two"):
        read_table(path, "t.xlsx", SCHEMA, sheet="Three")


def test_a_workbook_without_a_table_is_refused(sheets: Callable[..., Path], tmp_path: Path) -> None:
    contents: list[dict[str, list[list[Any]]]] = [{"A": [["x"]]}, {"A": []}]
    for content in contents:
        with pytest.raises(ReadError, match="names of columns"):
            read_table(sheets(**content), "t.xlsx", SCHEMA)
    (tmp_path / "t.xlsx").write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(ReadError, match="no workbook"):
        read_table(tmp_path / "t.xlsx", "t.xlsx", SCHEMA)


# ---------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ("2.5%", Kind.PERCENT, Decimal("0.025")),
        (Decimal("0.025"), Kind.PERCENT, Decimal("0.025")),
        ("2003-05-20", Kind.DATE, date(2003, 5, 20)),
        ("2003-05-20 00:00:00", Kind.DATE, date(2003, 5, 20)),
        ("2003年5月20日", Kind.DATE, date(2003, 5, 20)),
        (Decimal(12), Kind.COUNT, 12),
        ("12", Kind.COUNT, 12),
        (Decimal(12), Kind.TEXT, "12"),
        (" a  b ", Kind.TEXT, "a b"),
        ("-", Kind.TEXT, "-"),
        ("-", Kind.DATE, None),
        (Decimal("30.343915343915343"), Kind.NUMBER, Decimal("30.343915")),
        (Decimal("1234567.8900000001"), Kind.NUMBER, Decimal("1234567.89")),
    ],
)
def test_a_cell_is_read_by_the_kind_of_its_column(value: Any, kind: Kind, expected: Any) -> None:
    assert read_value(value, kind) == expected


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("2.5", Kind.PERCENT),
        (Decimal(2), Kind.PERCENT),
        ("soon", Kind.DATE),
        ("1.5", Kind.COUNT),
        (Decimal("1.5"), Kind.COUNT),
    ],
)
def test_what_is_not_of_the_kind_is_refused(value: Any, kind: Kind) -> None:
    with pytest.raises(ValueError, match="Found"):
        read_value(value, kind)


@pytest.mark.parametrize(
    ("written", "step"),
    [
        ("31", 1),
        ("31.0", "0.1"),
        ("1,016", 1),
        ("1.06k", 10),
        ("100万", 10_000),
        ("3千万", 10_000_000),
        ("１.５０", "0.01"),
    ],
)
def test_the_last_digit_of_a_number_has_its_unit(written: str, step: Any) -> None:
    assert step_of(written) == Decimal(step)


def test_the_last_digit_of_a_number_of_a_sheet() -> None:
    assert step_of(Decimal("30.343915343915343")) == Decimal("0.000001")
    assert step_of(Decimal("1E+3")) == 1
