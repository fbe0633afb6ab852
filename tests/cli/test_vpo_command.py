"""`vpo` as a user runs it: its sentences in three languages, tables of every kind, what is refused."""

from __future__ import annotations

import codecs
import csv
import io
from pathlib import Path

import pytest

from tests.cli.material import FORMATS, LAST, PLAN, ROOT, record
from tests.cli.running import run

CHAINS = ROOT / "scenarios" / "vpo" / "chains.csv"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "2 of 5 printed VPOs contradict their own row: 華聯 15, is 31; 家樂福 1,016, is 1,061."),
        ("zh-Hant", "5 個表列單點銷量中有 2 個與本列不符：華聯 15，應為 31；家樂福 1,016，應為 1,061。"),
        ("zh-Hans", "5 个表列单点销量中有 2 个与本行不符：華聯 15，应为 31；家樂福 1,016，应为 1,061。"),
    ],
)
def test_the_sentence_comes_first(language: str, sentence: str) -> None:
    assert run("vpo", CHAINS, "--lang", language).out.splitlines()[0] == sentence


def table(folder: Path, text: str, file: str = "t.csv", encoding: str = "utf-8") -> Path:
    path = folder / file
    path.write_bytes(codecs.encode(text, encoding))
    return path


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name,stores,sales,vpo\nA,2,100,50\nB,3,90,30\n", "All 2 printed VPOs agree with their own rows."),
        ("name,stores,sales,vpo\nA,2,100,51\n", "The only printed VPO contradicts its own row: A 51, is 50."),
        (
            "name,stores,sales,vpo\nA,2,101,50.0\n",
            "The only printed VPO contradicts its own row: A 50.0, is 50.5.",
        ),
        ("name,stores,sales\nA,2,100\nB,3,90\n", "VPO (sales per store) is between 30 (B) and 50 (A)."),
        ("name,stores,sales\nA,2,100\n", "VPO (sales per store) of A: 50."),
        ("name,stores,sales\nA,0,100\n", "No VPO can be calculated: no row has stores, and sales or volume."),
    ],
)
def test_what_a_table_says_first(tmp_path: Path, text: str, sentence: str) -> None:
    assert run("vpo", table(tmp_path, text)).out.splitlines()[0] == sentence


def test_a_unit_behind_a_name_is_that_of_the_printed_figure_too(tmp_path: Path) -> None:
    path = table(tmp_path, '客戶,店數,銷售額（萬元）,單點銷售額\n甲,12,"1,200.5",100.04\n乙,210,2950,14.1\n')
    done = run("vpo", path)
    assert done.out.startswith("1 of 2 printed VPOs contradict their own row: 乙 14.1, is 14.0.")
    found = record(run("vpo", path, "--format", "json"))["accounts"]
    assert [(one["sales"], one["printed"], one["expected"]) for one in found] == [
        (12_005_000, 1_000_400, 1_000_400),
        (29_500_000, 141_000, 140_000),
    ]


def test_many_contradictions_are_counted(tmp_path: Path) -> None:
    rows = "".join(f"A{number},2,100,51\n" for number in range(8))
    first = run("vpo", table(tmp_path, f"name,stores,sales,vpo\n{rows}")).out.splitlines()[0]
    assert first.startswith("8 of 8 printed VPOs")
    assert first.endswith("A4 51, is 50; and 3 more.")


def test_notes_tell_how_a_table_was_read(tmp_path: Path) -> None:
    text = "各店\n備註,客戶,銷售額,銷量,店數,單點銷量\nx,甲,100,10,2,50\ny,乙,90,9,3,3\n,丙,1,1,0,7\n,合計,190,19,5,\n"
    out = run("vpo", table(tmp_path, text, encoding="big5")).out
    for note in (
        "The table is not UTF-8 and was read as Big5; `--encoding` names another encoding.",
        "1 row above the names of the columns was not read.",
        "The row with sums was left out: 6.",
        "1 column was not read: 備註.",
        "1 printed VPO is sales / stores, not volume / stores: 甲.",
        "1 printed VPO cannot be checked, without stores, sales or volume: 丙.",
        "1 account has no VPO to compare: 丙.",
    ):
        assert note in out
    assert record(run("vpo", tmp_path / "t.csv", "--format", "json"))["table"] == {
        "encoding": "big5",
        "rows_above": 1,
        "sum_rows": [6],
        "columns_not_read": ["備註"],
    }


def test_two_encodings_that_fit_are_asked_about(tmp_path: Path) -> None:
    path = table(tmp_path, "name,stores,sales\n華聯,2,100\n", encoding="big5")
    done = run("vpo", path)
    assert (done.code, done.out) == (1, "")
    assert "'華聯' (big5)" in done.err
    assert "Fix: add --encoding gb18030 or --encoding big5, whichever is meant." in done.err
    assert "華聯" in run("vpo", path, "--encoding", "big5").out
    assert (
        "修正：依實際情況加上 --encoding gb18030 或 --encoding big5。"
        in run("vpo", path, "--lang", "zh-Hant").err
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--encoding", "utf-9"], "--encoding: Found 'utf-9'"),
        (["--sheet", "A"], "--sheet: Found '.csv'"),
        (["--measure", "fees"], "--measure: Found 'fees'"),
        ([LAST], "TABLE: Found 2 files, one of them a table"),
        (["--for", "retailer"], "--for: Found an edition for the retailer"),
    ],
)
def test_what_cannot_be_asked_is_bad_usage(words: list[object], told: str) -> None:
    done = run("vpo", CHAINS, *words)
    assert (done.code, done.out) == (2, "")
    assert told in done.err.replace("'--", "--").replace("':", ":")


def test_a_measure_that_a_table_lacks_is_bad_usage(tmp_path: Path) -> None:
    done = run("vpo", table(tmp_path, "name,stores,sales\nA,2,100\n"), "--measure", "volume")
    assert done.code == 2
    assert "Expected one of sales." in done.err
    assert run("vpo", LAST, "--encoding", "big5").code == 2


def test_contracts_are_accounts() -> None:
    done = run("vpo", LAST, PLAN, "--format", "json")
    found = record(done)
    assert [one["vpo"] for one in found["accounts"]][1] == 335_000
    assert (found["table"], found["currency"], [one["rank"] for one in found["accounts"]]) == (
        None,
        "CNY",
        [2, 1],
    )


@pytest.mark.parametrize("kind", FORMATS)
def test_no_text_of_a_table_acts_on_a_terminal_or_a_spreadsheet(tmp_path: Path, kind: str) -> None:
    text = "name,channel,stores,sales,[red]x\n=1+1,@SUM(A1),2,100,1\n[b]x[/b],<script>,3,90,2\n"
    done = run("vpo", table(tmp_path, text), "--format", kind)
    assert done.code == 0
    assert "\x1b" not in done.out
    if kind in ("csv", "tsv"):
        rows = list(csv.reader(io.StringIO(done.out), delimiter="," if kind == "csv" else "\t"))
        assert not any(cell.startswith(("=", "@")) for row in rows for cell in row)
    if kind == "html":
        assert "<script>" not in done.out
    if kind == "table":
        assert "[b]x[/b]" in done.out


def test_one_row_that_fails_is_named_and_nothing_is_lost(tmp_path: Path) -> None:
    done = run("vpo", table(tmp_path, "name,stores,sales\nA,2,100\nB,x,90\n"))
    assert (done.code, done.out) == (1, "")
    assert "t.csv:3:3: stores: Found 'x'." in done.err


@pytest.mark.parametrize("name", ["vpo", "channels"])
def test_each_picture_is_drawn(name: str, tmp_path: Path) -> None:
    target = tmp_path / "a.svg"
    assert run("vpo", CHAINS, "--chart", name, "-o", target).code == 0
    assert "1,061" in target.read_text("utf-8")


@pytest.mark.parametrize("suffix", ["xlsx", "docx", "pptx", "parquet"])
def test_each_format_is_written(suffix: str, tmp_path: Path) -> None:
    target = tmp_path / f"a.{suffix}"
    assert run("vpo", CHAINS, "-o", target).code == 0
    assert target.stat().st_size > 1000


def test_what_a_workbook_says_can_be_read_again(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet
    for row in csv.reader(CHAINS.read_text("utf-8").splitlines()):
        sheet.append([int(cell.replace(",", "")) if cell[:1].isdigit() else cell for cell in row])
    book.save(tmp_path / "chains.xlsx")
    assert run("vpo", tmp_path / "chains.xlsx").out == run("vpo", CHAINS).out
