"""`--parts`, `--columns` and `--without-notes`."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import load_workbook

from tests.cli.running import run

AGREED, PROPOSAL = "scenarios/2003-agreed.yaml", "scenarios/2003-proposal.yaml"


def test_tables_and_columns_by_their_names_in_any_case() -> None:
    out = run("show", AGREED, "--parts", "fees, PLAN", "--columns", "fee").out
    assert [line for line in out.splitlines() if line in ("Plan", "Fees", "Result", "Tiers")] == [
        "Plan",
        "Fees",
    ]
    assert "Term                   Fee" in out
    assert "% of sales" not in out.partition("\n")[2]


def test_a_title_may_hold_commas_which_part_titles_too() -> None:
    """The longest title that is known counts."""
    swept = run("sweep", AGREED, "--vary", "sales=9M..11M..1M", "--parts", "fee ratio, Total fees")
    assert "Fee ratio, Total fees" in swept.out.splitlines()
    first, third = (
        "1 Figures (all but 2002 actual on this plan)",
        "3 If sales come in lower, all else as planned",
    )
    out = run("approval", AGREED, "--parts", f"{first},{third}").out.splitlines()
    assert (first in out, third in out) == (True, True)
    assert not any(line.startswith("2 ") for line in out)
    assert run("approval", AGREED, "--parts", "3 If sales come in lower").code == 2


def test_names_are_those_of_the_language() -> None:
    out = run("show", AGREED, "--lang", "zh-Hans", "--parts", "费用明细", "--columns", "费用").out
    assert "月返" in out
    assert "门店" not in out.partition("\n")[2]


def test_notes_are_left_out() -> None:
    whole, bare = (run("compare", AGREED, PROPOSAL, *words).out for words in ((), ("--without-notes",)))
    assert whole.startswith(bare.rstrip())
    assert "dead zone" in whole
    assert "dead zone" not in bare


def test_columns_of_csv_by_their_keys() -> None:
    out = run("show", AGREED, "-f", "csv", "--columns", "amount,nature").out
    assert out.splitlines()[0] == "term,amount,nature"


def test_a_selection_of_a_workbook_is_of_its_tables(tmp_path: Path) -> None:
    file = tmp_path / "book.xlsx"
    assert run("show", AGREED, "-o", file, "--parts", "Fees").code == 0
    assert load_workbook(str(file)).sheet_names == ["Fees"]


def test_a_refusal_is_in_the_language_asked_for() -> None:
    done = run("show", AGREED, "--lang", "zh-Hans", "--parts", "费用")
    assert "读到：“费用”。应为：下列之一：计划、费用明细、结果、档位达成。" in done.err
    assert "Found" not in done.err


def test_rows_written_one_after_another_have_all_columns(tmp_path: Path) -> None:
    words = ("--vary", "sales=1..200001..1", "-o", tmp_path / "a.csv", "--columns", "sales")
    done = run("sweep", AGREED, *words)
    assert (done.code, done.out) == (2, "")
    assert "--columns: Found a selection. Expected all columns" in done.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("--parts", "feez"),
            "--parts: Found 'feez'. Expected one of Plan, Fees, Result, Tiers. Fix: choose one of them",
        ),
        (("--columns", "profit"), "--columns: Found 'profit'. Expected one of Figure, Plan"),
        (("--columns", "fee", "-f", "json"), "Expected a format with tables"),
        (("--without-notes", "-f", "json"), "Fix: remove --without-notes"),
    ],
)
def test_what_cannot_be_chosen_is_refused(words: tuple[str, ...], told: str) -> None:
    done = run("show", AGREED, *words)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
