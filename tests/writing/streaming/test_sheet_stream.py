"""Very many rows as a sheet: typed cells that another program reads, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, nan
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from ka_terms.presentation.numbers import NumberStyle
from ka_terms.presentation.renderers import registry
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.registry import FORMATS, Stream
from ka_terms.presentation.table import Kind
from ka_terms.reading.problems.problem import ReadError
from ka_terms.writing.streaming.stream import TEXT, Around, Block, StreamColumn, write_stream

COLUMNS = (
    StreamColumn("scenario", TEXT, label="Contract"),
    StreamColumn("sales", 4, 2, "Sales", Kind.MONEY, is_stated=True),
    StreamColumn("stores", 2, label="Stores"),
    StreamColumn("rate", 5, kind=Kind.RATIO, is_stated=True),
    StreamColumn("fees", 2, 2, "Fees", Kind.MONEY),
    StreamColumn("ratio", kind=Kind.RATIO),
)
BLOCK: Block = (
    "=1+1",
    [123_4500, -5],
    [2800, 2808],
    [125, 2500],
    [1_234_550, nan],
    [0.2453, nan],
)


def read(path: Path) -> list[list[Any]]:
    """The rows of the one sheet, by another program."""
    book = CalamineWorkbook.from_path(str(path))
    assert len(book.sheet_names) == 1
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def written(
    path: Path, blocks: Sequence[Block], columns: Sequence[StreamColumn] = COLUMNS, **around: Any
) -> Path:
    write_stream("xlsx", columns, blocks, path, True, Around(**around))
    return path


def test_rows_are_typed_cells_under_their_labels(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", [BLOCK, BLOCK], title="a/b: c")
    rows = read(path)
    assert rows[0] == ["Contract", "Sales", "Stores", "rate", "Fees", "ratio"]
    assert rows[1] == ["=1+1", 123.45, 28.0, 0.00125, 12345.5, 0.2453]
    assert rows[2] == ["=1+1", -0.0005, 28.08, 0.025, "n/a", "n/a"]
    assert rows[3:] == rows[1:3]
    sheet = load_workbook(path).active
    assert sheet is not None
    assert sheet.title == "a b c"
    assert sheet.freeze_panes == "A2"
    assert {cell.data_type for cell in sheet["A"]} == {"s"}
    assert [cell.number_format for cell in sheet[2]] == [
        *("General", "#,##0.0000", "#,##0", "0.000%", "#,##0.00", "0.00%")
    ]
    assert sheet["C3"].number_format == "#,##0.00"


def test_a_warning_stands_first_and_stays_in_sight(tmp_path: Path) -> None:
    look = Look(NumberStyle(na="無法計算"), language="zh-Hant")
    path = written(tmp_path / "a.xlsx", [BLOCK], banner="Internal.", look=look)
    rows = read(path)
    assert rows[0][0] == "Internal."
    assert rows[1][0] == "Contract"
    assert rows[3][4:] == ["無法計算"] * 2
    sheet = load_workbook(path).active
    assert sheet is not None
    assert sheet.freeze_panes == "A3"


@given(
    st.lists(st.integers(-(2**63), 2**63 - 1) | st.integers(-(10**25), 10**25), min_size=1, max_size=5),
    st.integers(0, 20),
)
def test_numbers_are_the_doubles_next_to_them(
    tmp_path_factory: pytest.TempPathFactory, values: list[int], decimals: int
) -> None:
    path = tmp_path_factory.mktemp("a") / "a.xlsx"
    rows = read(written(path, [[values]], [StreamColumn("x", decimals, kind=Kind.MONEY)]))
    assert [row[0] for row in rows[1:]] == [
        pytest.approx(value / 10**decimals, rel=1e-15) for value in values
    ]


def test_what_is_no_number_is_said_to_be_none(tmp_path: Path) -> None:
    rows = read(
        written(tmp_path / "a.xlsx", [[[inf, -inf, nan, -0.0]]], [StreamColumn("ratio", kind=Kind.RATIO)])
    )
    assert [row[0] for row in rows[1:]] == ["n/a", "n/a", "n/a", 0.0]


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = FORMATS["xlsx"]._replace(stream=Stream("sheets:write_xlsx", most=3))
    monkeypatch.setitem(registry.FORMATS, "xlsx", small)
    assert len(read(written(tmp_path / "a.xlsx", [[[1, 2, 3]]], COLUMNS[1:2]))) == 4
    with pytest.raises(ReadError) as refused:
        written(tmp_path / "b.xlsx", [[[1, 2]], [[3, 4]]], COLUMNS[1:2])
    assert "Found more than 3 rows. Expected at most 3 rows in xlsx." in str(refused.value)
    assert "one of csv, tsv, json, parquet" in str(refused.value)
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]
    assert FORMATS["csv"].stream is not None
    assert FORMATS["csv"].stream.most is None


def test_a_sheet_holds_as_many_rows_as_spreadsheets_have() -> None:
    stream = registry.by_name("xlsx").stream
    assert stream is not None
    assert stream.most == 1_048_576 - 2


def test_nothing_is_written_over_and_nothing_stays_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows, target = tmp_path / "rows", tmp_path / "out"
    rows.mkdir()
    target.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(rows))
    file = target / "a.xlsx"
    file.write_text("old", encoding="utf-8")
    with pytest.raises(ReadError):
        write_stream("xlsx", COLUMNS, [BLOCK], file)
    assert file.read_text(encoding="utf-8") == "old"

    def blocks() -> Any:
        yield BLOCK
        assert len([*rows.iterdir()]) == 1
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_stream("xlsx", COLUMNS, blocks(), file, True)
    assert file.read_text(encoding="utf-8") == "old"
    assert ([*rows.iterdir()], [*target.iterdir()]) == ([], [file])
    write_stream("xlsx", COLUMNS, [BLOCK], file, True)
    assert len(read(file)) == 3
    assert [*rows.iterdir()] == []
