"""Rows that come in blocks are written as the renderers would write them all, and never held."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from math import inf, isfinite, nan
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.calculation.readings.reading import Uncomputable
from ka_terms.presentation.numbers import NumberStyle
from ka_terms.presentation.renderers import registry
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.registry import UnknownFormat, by_name
from ka_terms.presentation.renderers.texts.delimited import COMMA, TAB
from ka_terms.presentation.table import Cell, Kind, Report, Table, text
from ka_terms.reading.problems.problem import ReadError
from ka_terms.writing.streaming import stream, texts
from ka_terms.writing.streaming.frames import frame_rows, has_polars
from ka_terms.writing.streaming.rows import ARRAY, Layout, delimited, objects, plain_rows
from ka_terms.writing.streaming.stream import TEXT, Around, Block, StreamColumn, Values, write_stream

POLARS = pytest.mark.skipif(not has_polars(), reason="the extra `frames` is not installed")
AS_TEXT = ("csv", "tsv", "json")
SALES, STORES, FEES = StreamColumn("sales", 2), StreamColumn("stores", 0), StreamColumn("total_fees", 2, 2)
RATIO, NAME = StreamColumn("fee_ratio"), StreamColumn("scenario", TEXT)
COLUMNS = (NAME, SALES, STORES, FEES, RATIO)
BLOCK: Block = ("2003, agreed", [300_000_000, 300_000_050], [25, -3], [1_234_550, -5], [0.2453, nan])


def layout(name: str, columns: Sequence[StreamColumn]) -> Layout:
    """That of csv, tsv or json."""
    return (
        objects(columns, ARRAY)
        if name == "json"
        else delimited(TAB if name == "tsv" else COMMA, columns, ARRAY)
    )


def written(
    name: str, columns: Sequence[StreamColumn], blocks: Sequence[Block], folder: Path, **more: Around
) -> str:
    """The text of the file."""
    path = folder / f"out.{name}"
    write_stream(name, columns, blocks, path, True, **more)
    return path.read_bytes().decode()


@st.composite
def drawn_column(draw: st.DrawFn, at: int, rows: int) -> tuple[StreamColumn, Values]:
    """A column of any kind with its values; numbers of 64 bits and beyond, every float."""
    kind = draw(st.sampled_from(["text", "ratio", "short", "long"]))
    name = draw(st.text(max_size=5)) + str(at)
    if kind == "text":
        return StreamColumn(name, TEXT), draw(st.text(max_size=8))
    if kind == "ratio":
        floats = st.floats() | st.floats(-2, 2) | st.integers(-9, 9).map(float)
        return StreamColumn(name), draw(st.lists(floats, min_size=rows, max_size=rows))
    decimals = draw(st.integers(0, 6) | st.integers(17, 20))
    most = 2**63 - 1 if kind == "short" else 10**25
    whole = st.integers(-most, most) | st.integers(-30, 30).map(lambda tens: tens * 10 ** min(decimals, 12))
    values = draw(st.lists(whole, min_size=rows, max_size=rows))
    return StreamColumn(name, decimals, draw(st.integers(0, decimals))), values


@st.composite
def drawn_block(draw: st.DrawFn) -> tuple[tuple[StreamColumn, ...], Block]:
    """Columns and a block for them, of which at least one column is no text."""
    rows = draw(st.integers(1, 5))
    drawn = [draw(drawn_column(at, rows)) for at in range(draw(st.integers(0, 4)))]
    drawn.append((StreamColumn("last", 2, 2), [100 * row - 150 for row in range(rows)]))
    drawn = draw(st.permutations(drawn))
    return tuple(column for column, _ in drawn), tuple(values for _, values in drawn)


def cell(column: StreamColumn, value: float | str) -> Cell:
    """What the renderers are given for the same value."""
    if isinstance(value, str):
        return text(value)
    if column.decimals is None:
        return Cell(Decimal(repr(value)) if isfinite(value) else None, Kind.RATIO)
    return Cell(Decimal(f"{value}E-{column.decimals}"), Kind.MONEY if column.least else Kind.COUNT)


def rendered(name: str, columns: Sequence[StreamColumn], block: Block) -> str:
    """The document of the renderer for the same rows; every `least` above zero is the same one."""
    rows = max(len(values) for values in block if not isinstance(values, str))
    given = [[values] * rows if isinstance(values, str) else list(values) for values in block]
    cells = (map(cell, columns, row) for row in zip(*given, strict=True))
    table = Table(tuple(column.name for column in columns), tuple(map(tuple, cells)))
    digits = max(column.least for column in columns)
    return by_name(name).render(Report(flat=table), Look(NumberStyle(digits=digits))).decode()


def test_csv(tmp_path: Path) -> None:
    """Money keeps its minor digits, other numbers have no zeros at the end; what is absent is empty."""
    assert written("csv", COLUMNS, [BLOCK], tmp_path) == (
        "scenario,sales,stores,total_fees,fee_ratio\n"
        '"2003, agreed",3000000,25,12345.50,0.2453\n'
        '"2003, agreed",3000000.5,-3,-0.05,\n'
    )


def test_json(tmp_path: Path) -> None:
    """An object a row, each on its own line, numbers as exact literals."""
    assert written("json", COLUMNS[1:], [BLOCK[1:], BLOCK[1:]], tmp_path).splitlines()[:4] == [
        "[",
        '{"sales": 3000000, "stores": 25, "total_fees": 12345.50, "fee_ratio": 0.2453},',
        '{"sales": 3000000.5, "stores": -3, "total_fees": -0.05, "fee_ratio": null},',
        '{"sales": 3000000, "stores": 25, "total_fees": 12345.50, "fee_ratio": 0.2453},',
    ]


def test_json_within_an_object(tmp_path: Path) -> None:
    """The caller says what stands around the rows."""
    around = Around('{"format_version": 1, "points": [', "]}\n")
    read = json.loads(written("json", COLUMNS, [BLOCK], tmp_path, around=around))
    assert (read["format_version"], [point["stores"] for point in read["points"]]) == (1, [25, -3])


@pytest.mark.parametrize(("name", "empty"), [("csv", "stores\n"), ("tsv", "stores\n"), ("json", "[\n]\n")])
def test_no_rows(tmp_path: Path, name: str, empty: str) -> None:
    """No blocks, or blocks of no rows, leave a document all the same."""
    assert written(name, [STORES], [], tmp_path) == empty
    assert written(name, [STORES], [[[]], [[]]], tmp_path) == empty
    assert written(name, [STORES], [[[]], [[7]]], tmp_path).count("7") == 1


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.00001, "0.00001"),
        (1e-7, "0.0000001"),
        (1.0, "1"),
        (-0.0, "0"),
        (1e22, "1" + "0" * 22),
        (-inf, '""'),
    ],
)
def test_ratios(tmp_path: Path, value: float, shown: str) -> None:
    """The shortest digits, no exponent, no sign on zero; a row of nothing is still a row."""
    assert written("csv", [RATIO], [[[value]]], tmp_path) == f"fee_ratio\n{shown}\n"


@given(drawn_block(), st.sampled_from(["csv", "tsv"]))
def test_as_the_renderers_write_it(drawn: tuple[tuple[StreamColumn, ...], Block], name: str) -> None:
    """Header, quotes, formulas made harmless, hidden characters, numbers."""
    columns, block = drawn
    alike = tuple(c._replace(least=2 if (c.decimals or 0) >= 2 and c.least else 0) for c in columns)
    how = layout(name, alike)
    rows = plain_rows(how, alike, block).decode()
    assert f"{how.around.opening}\n{rows}\n{how.around.closing}" == rendered(name, alike, block)


@given(drawn_block())
def test_json_reads_back(drawn: tuple[tuple[StreamColumn, ...], Block]) -> None:
    """Every text as it was, every number exactly."""
    columns, block = drawn
    rows = json.loads(
        f"[{plain_rows(objects(columns, ARRAY), columns, block).decode()}]", parse_float=Decimal
    )
    for column, values in zip(columns, block, strict=True):
        given = [values] * len(rows) if isinstance(values, str) else values
        expected = [cell(column, value).value for value in given]
        assert [row[column.name] for row in rows] == expected


@POLARS
@given(drawn_block(), st.sampled_from(AS_TEXT))
def test_both_ways_give_the_same_bytes(drawn: tuple[tuple[StreamColumn, ...], Block], name: str) -> None:
    """Plain Python and polars."""
    columns, block = drawn
    how = layout(name, columns)
    assert frame_rows(how, columns, block) == plain_rows(how, columns, block)


@POLARS
@pytest.mark.parametrize("name", AS_TEXT)
def test_arrays(tmp_path: Path, name: str) -> None:
    """numpy's are taken as they are, also one value seen as many, in both ways."""
    np = pytest.importorskip("numpy")
    whole, ratios = np.arange(6, dtype=np.int64) * 37, np.array([0.5, nan, 1e-9, -0.0, 3.0, inf])
    block: Block = (np.broadcast_to(np.int64(250), 6), whole, whole[::-1], ratios)
    columns, how = COLUMNS[1:], layout(name, COLUMNS[1:])
    lists: Block = ([250] * 6, whole.tolist(), whole[::-1].tolist(), ratios.tolist())
    assert (
        frame_rows(how, columns, block) == plain_rows(how, columns, block) == plain_rows(how, columns, lists)
    )


@pytest.mark.parametrize("name", AS_TEXT)
def test_pieces_make_no_difference(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does the row at which polars takes over."""
    rows = 11
    block: Block = (
        "a",
        list(range(rows)),
        list(range(rows)),
        list(range(rows)),
        [row / 7 for row in range(rows)],
    )
    whole = written(name, COLUMNS, [block], tmp_path)
    monkeypatch.setattr(stream, "_PIECE", 3)
    monkeypatch.setattr(texts, "_FRAMES_FROM", 5)
    assert written(name, COLUMNS, [block], tmp_path) == whole


def test_stdout_takes_blocks_as_they_come(capsys: pytest.CaptureFixture[str]) -> None:
    """A block is on its way before the next one is asked for."""
    seen = []

    def blocks() -> Iterator[Block]:
        for number in (1, 2):
            seen.append(capsys.readouterr().out)
            yield [[number]]

    write_stream("csv", [STORES], blocks(), None)
    assert (seen, capsys.readouterr().out) == (["stores", "\n1"], "\n2\n")


def test_blocks_are_not_drawn_ahead(tmp_path: Path) -> None:
    """Nor at all where the file cannot be written."""
    path = tmp_path / "out.csv"
    path.write_text("old", encoding="utf-8")
    drawn: list[Block] = []
    with pytest.raises(ReadError, match="an existing file"):
        write_stream("csv", [STORES], map(drawn.append, [[[1]]]), path)  # type: ignore[arg-type]  # never drawn
    assert not drawn


FAILING = [*AS_TEXT, pytest.param("parquet", marks=POLARS)]


@pytest.mark.parametrize("name", FAILING)
def test_a_fault_on_the_way_leaves_nothing(tmp_path: Path, name: str) -> None:
    """It comes out as itself, and an old file stays."""

    def blocks() -> Iterator[Block]:
        yield [[1]]
        yield [[2]]
        raise Uncomputable("dm_tg_fee")

    path = tmp_path / "out"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(Uncomputable):
        write_stream(name, [STORES], blocks(), path, force=True)
    assert path.read_text(encoding="utf-8") == "old"
    assert [*tmp_path.iterdir()] == [path]


def test_unknown_format(tmp_path: Path) -> None:
    """Only those that can be written row by row."""
    with pytest.raises(UnknownFormat, match="one of csv, tsv, json, parquet"):
        write_stream("html", [STORES], [], tmp_path / "a.html")


@POLARS
def test_parquet(tmp_path: Path) -> None:
    """Exact decimals, doubles and strings in the order they came, over several row groups."""
    import polars as pl

    rows, path = 150_000, tmp_path / "out.parquet"
    numbers = list(range(rows))
    blocks: list[Block] = [("a", numbers, numbers, numbers, [0.5, nan, *numbers[2:]]), BLOCK]
    write_stream("parquet", COLUMNS, blocks, path)
    read = pl.read_parquet(path)
    assert read.schema == {
        "scenario": pl.String(),
        "sales": pl.Decimal(38, 2),
        "stores": pl.Decimal(38, 0),
        "total_fees": pl.Decimal(38, 2),
        "fee_ratio": pl.Float64(),
    }
    assert read["stores"].to_list() == [*numbers, 25, -3]
    assert read.row(-2) == ("2003, agreed", Decimal(3_000_000), Decimal(25), Decimal("12345.50"), 0.2453)
    assert read["fee_ratio"].to_list()[:2] == [0.5, None]


@pytest.mark.parametrize("most", [1, 10**30])
def test_an_absent_amount(tmp_path: Path, most: int) -> None:
    """A measure that one scenario lacks is nan in any column, whatever stands beside it."""
    block: Block = ([most, nan], [nan, nan], [25, 3])
    columns, how = (FEES, SALES, STORES), objects((FEES, SALES, STORES), ARRAY)
    rows = json.loads(f"[{plain_rows(how, columns, block).decode()}]", parse_float=Decimal)
    assert [row["total_fees"] for row in rows] == [Decimal(most) / 100, None]
    assert [row["sales"] for row in rows] == [None, None]


@POLARS
@pytest.mark.parametrize("most", [1, 10**30])
def test_an_absent_amount_through_polars(tmp_path: Path, most: int) -> None:
    """Likewise."""
    import polars as pl

    block: Block = ([most, nan], [nan, nan], [25, 3])
    columns, how = (FEES, SALES, STORES), delimited(COMMA, (FEES, SALES, STORES), ARRAY)
    assert frame_rows(how, columns, block) == plain_rows(how, columns, block)
    write_stream("parquet", columns, [block], tmp_path / "a.parquet")
    read = pl.read_parquet(tmp_path / "a.parquet")
    assert read.rows() == [(Decimal(most) / 100, None, Decimal(25)), (None, None, Decimal(3))]


@POLARS
def test_parquet_without_rows(tmp_path: Path) -> None:
    """The columns stand all the same."""
    import polars as pl

    write_stream("parquet", COLUMNS, [], tmp_path / "a.parquet")
    read = pl.read_parquet(tmp_path / "a.parquet")
    assert (read.height, read.columns) == (0, [column.name for column in COLUMNS])


@POLARS
@given(st.lists(st.integers(1 - 10**38, 10**38 - 1), min_size=1, max_size=3), st.integers(0, 38))
def test_parquet_of_long_numbers(
    tmp_path_factory: pytest.TempPathFactory, values: list[int], decimals: int
) -> None:
    """Up to 38 digits, exactly."""
    import polars as pl

    path = tmp_path_factory.getbasetemp() / "long.parquet"
    write_stream("parquet", [StreamColumn("x", decimals)], [[values]], path, force=True)
    assert [f"{read:f}" for read in pl.read_parquet(path)["x"]] == [
        f"{Decimal(f'{value}E-{decimals}'):f}" for value in values
    ]


@POLARS
@pytest.mark.parametrize(("column", "value"), [(SALES, 10**38), (StreamColumn("sales", 39), 1)])
def test_parquet_of_too_long_numbers(tmp_path: Path, column: StreamColumn, value: int) -> None:
    """Beyond that another format is named, and nothing is left."""
    with pytest.raises(
        ReadError,
        match=r"more than 38 digits in sales. Expected at most 38 digits. Fix: use one of csv, tsv, json",
    ):
        write_stream("parquet", [column], [[[value]]], tmp_path / "a.parquet")
    assert not [*tmp_path.iterdir()]


@POLARS
def test_parquet_needs_a_file() -> None:
    """It is no text."""
    with pytest.raises(
        ReadError, match=r"Found the terminal or a pipe. Expected a file. Fix: add --output FILE.parquet"
    ):
        write_stream("parquet", [STORES], [], None)


def test_parquet_without_polars(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says how to install it."""
    monkeypatch.setattr(registry, "find_spec", lambda _: None)
    with pytest.raises(ReadError, match=r"pip install 'ka-terms\[frames\]'"):
        write_stream("parquet", [STORES], [], tmp_path / "a.parquet")


def test_text_without_polars(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many rows are written all the same."""
    monkeypatch.setattr(texts, "has_polars", lambda: False)
    monkeypatch.setattr(texts, "_FRAMES_FROM", 0)
    assert written("csv", [STORES], [[[1]]], tmp_path) == "stores\n1\n"


SMALL = """
import sys
from ka_terms.writing.streaming.stream import StreamColumn, write_stream
write_stream("csv", [StreamColumn("stores", 0)], [[list(range(1000))]], None)
sys.exit(bool({"polars", "numpy"} & set(sys.modules)))
"""


def test_few_rows_load_nothing_large() -> None:
    """A sweep that a person looks at starts as fast as any command."""
    run = subprocess.run([sys.executable, "-c", SMALL], capture_output=True, encoding="utf-8", check=True)
    assert list(islice(run.stdout.splitlines(), 3)) == ["stores", "0", "1"]
