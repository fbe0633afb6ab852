"""Standard input and output in place of files, and the mark that opens csv and tsv for spreadsheets."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from math import inf
from pathlib import Path

import pytest

from ka_terms.cli import progress
from tests.cli.material import ASK, LAST, PROPOSAL, ROOT, scenario
from tests.cli.running import run

Typed = Callable[[bytes], None]
MARK = "\ufeff"
COMMANDS = pytest.mark.parametrize(
    "words",
    [
        ("show", LAST),
        ("show", LAST, "--explain", "listing_fee"),
        ("compare", LAST, ASK),
        ("compare", LAST, ASK, "--layout", "tidy"),
        ("check", LAST),
        ("ladder", ASK),
        ("tornado", ASK),
        ("solve", ASK, "--vary", "sales", "--for", "fee_ratio < 24%"),
        ("outlook", ROOT / "scenarios" / "uncertain-sales.yaml", "--draws", "100"),
        ("sweep", LAST, "--vary", "sales=1M,2M"),
        ("sweep", LAST, "--vary", "sales=1M..3M/20001"),
        ("sweep", LAST, "--vary", "sales=1M,2M", "--spread"),
        ("catalogue",),
    ],
)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Puts bytes where the program reads standard input."""

    def put(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return put


# ---------------------------------------------------------------- the mark


@COMMANDS
@pytest.mark.parametrize("kind", ["csv", "tsv"])
def test_bom_opens_csv_and_tsv_and_changes_nothing_else(
    tmp_path: Path, words: tuple[object, ...], kind: str
) -> None:
    plain, marked = (run(*words, "--format", kind, *more) for more in ((), ("--bom",)))
    assert (marked.code, marked.out) == (plain.code, MARK + plain.out)
    file = tmp_path / f"out.{kind}"
    assert run(*words, "--output", file, "--bom").code == plain.code
    assert file.read_bytes() == b"\xef\xbb\xbf" + plain.out.encode()


@COMMANDS
@pytest.mark.parametrize("kind", ["", "table", "md", "html", "json"])
def test_bom_is_for_csv_and_tsv_only(words: tuple[object, ...], kind: str) -> None:
    done = run(*words, "--bom", *(["--format", kind] if kind else []))
    assert (done.code, done.out) == (2, "")
    assert "that can start with a byte order mark: csv, tsv. Fix: remove --bom" in done.err


def test_parquet_takes_no_mark(tmp_path: Path) -> None:
    done = run("sweep", LAST, "--vary", "sales=1M,2M", "--bom", "--output", tmp_path / "a.parquet")
    assert done.code == 2
    assert not list(tmp_path.iterdir())


def test_the_banner_of_private_figures_stands_in_the_first_line_behind_the_mark() -> None:
    internal = ROOT / "tests" / "cli" / "golden" / "internal.yaml"
    assert run("show", internal, "--internal", "--format", "csv", "--bom").out.startswith(f"{MARK}internal,")


# ---------------------------------------------------------------- standard output


@COMMANDS
@pytest.mark.parametrize("kind", ["", "csv", "json"])
def test_output_to_a_dash_is_standard_output(
    words: tuple[object, ...], kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", inf)  # how far a slow run is, is no answer
    asked = ["--format", kind] if kind else []
    assert run(*words, *asked, "--output", "-") == run(*words, *asked)


@pytest.mark.parametrize("command", ["init", "schema"])
def test_starters_and_schemas_go_to_standard_output_too(command: str) -> None:
    assert run(command, "--output", "-") == run(command)


def test_a_file_called_dash_is_written_and_read_by_a_longer_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("show", LAST, "--output", "./-", "--format", "json").code == 0
    assert [file.name for file in tmp_path.iterdir()] == ["-"]
    assert run("show", "./-").out == run("show", LAST).out


# ---------------------------------------------------------------- standard input


def test_a_scenario_from_standard_input(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROPOSAL.parent)
    typed(PROPOSAL.read_bytes())
    assert run("show", "-") == run("show", PROPOSAL)
    typed(PROPOSAL.read_bytes())
    assert run("compare", LAST, "-", "--format", "json") == run("compare", LAST, PROPOSAL, "--format", "json")
    typed(run("show", LAST, "--format", "json").out.encode())
    assert run("compare", "-", PROPOSAL).out == run("compare", LAST, PROPOSAL).out


@pytest.mark.parametrize(
    "words",
    [
        ("check", "-"),
        ("ladder", "-"),
        ("tornado", "-"),
        ("sweep", "-", "--vary", "sales=1M,2M"),
        ("solve", "-", "--vary", "sales", "--for", "fee_ratio < 24%"),
        ("compare", LAST, "--baseline", "-"),
        ("compare", LAST, LAST, "--plan", "-"),
    ],
)
def test_every_command_reads_it(typed: Typed, words: tuple[object, ...]) -> None:
    typed(LAST.read_bytes())
    done = run(*words)
    assert (done.code, done.err) == (0, "")


def test_what_it_refers_to_is_looked_for_from_the_working_directory(
    tmp_path: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sub").mkdir()
    scenario(tmp_path / "sub", "base", "terms: {a: {rate: 1%}}")
    text = b"scenario: typed\nextends: sub/base.yaml\n"
    monkeypatch.chdir(tmp_path)
    typed(text)
    assert run("show", "-").out.startswith("typed: total fees 10,000")
    monkeypatch.chdir(tmp_path / "sub")
    typed(text)
    done = run("show", "-")
    assert done.code == 1
    assert done.err.startswith("<stdin>:2:10: extends: ")


def test_what_is_wrong_with_it_is_told_under_its_name(typed: Typed) -> None:
    for content, said in (
        (b"scenario: a\nplan: {sales: -3}\n", "<stdin>:2:15: plan.sales: "),
        (b"", "<stdin>:1:1: Found an empty file"),
        (b"scenario: \xff\xfe\n", "<stdin>:1:"),
        (b" " * (1 << 20) + b"\n", "<stdin>: Found more than 1,048,576 bytes"),
        (b"scenario: a\nextends: '-'\nplan: {sales: 1}\n", "<stdin>:2:10: extends: "),
    ):
        for words in (("show", "-"), ("check", "-")):
            typed(content)
            done = run(*words)
            assert (done.code, done.err.startswith(said)) == (1, True), done.err


def test_a_closed_standard_input_is_an_empty_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run("show", "-").err.startswith("<stdin>:1:1: Found an empty file")


def test_standard_input_named_twice_is_one_contract_under_two_names(typed: Typed) -> None:
    typed(LAST.read_bytes())
    lines = run("compare", "-", "-").out.splitlines()
    assert lines[0].startswith("2002 contract (2) costs 986,100")


def test_check_calls_it_by_its_name_in_json(typed: Typed) -> None:
    typed(LAST.read_bytes())
    assert '"<stdin>"' in run("check", "-", "--format", "json").out


def test_a_draft_needs_a_file_that_it_can_refer_to() -> None:
    done = run("init", "--from", "-")
    assert (done.code, done.out) == (2, "")
    assert "name a file" in done.err


@pytest.mark.parametrize(
    ("lang", "name"), [("en", "<stdin>"), ("zh-Hant", "標準輸入"), ("zh-Hans", "标准输入")]
)
def test_standard_input_has_its_name_in_every_language(typed: Typed, lang: str, name: str) -> None:
    typed(b"scenario: a\nplan: {sales: x}\n")
    assert run("show", "-", "--lang", lang).err.startswith(f"{name}:2:15: plan.sales")
    typed("scenario: a\nplan: {sales: 1}\nterms: {月返: {rate: 1%}}\n".encode())
    assert f"{name}:3:9: terms.monthly_rebate" in run("check", "-", "--lang", lang).out
