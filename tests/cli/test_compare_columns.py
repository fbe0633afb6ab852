"""Which columns and signs a comparison spares its reader: what is zero throughout, and what does not change."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.material import ASK, LAST, PLAN, PROPOSAL, scenario
from tests.cli.running import run


def _table(lines: list[str], title: str) -> list[str]:
    """The lines of a table from its header on."""
    at = lines.index(title) + 1
    return lines[at : lines.index("", at)] if "" in lines[at:] else lines[at:]


@pytest.mark.parametrize("layout", ["wide", "tidy"])
def test_the_plan_effect_on_one_plan_is_left_out_and_a_sentence_says_so(layout: str) -> None:
    words = ("compare", LAST, ASK, "--layout", layout)
    lines = run(*words, "--plan", PLAN).out.splitlines()
    header = _table(lines, "Terms")[0]
    assert "By terms" in header
    assert "By plan" not in header
    assert "Zero throughout, and so left out: by plan." in lines
    header = _table(lines, "Totals")[0]
    assert "Change, %" in header
    other = run(*words).out
    assert "By plan" in other
    assert "Zero throughout" not in other
    assert "plan_effect" in run(*words, "--plan", PLAN, "--format", "csv").out.splitlines()[0]


@pytest.mark.parametrize("layout", ["wide", "tidy"])
def test_a_file_compared_with_itself_has_no_columns_of_changes(layout: str) -> None:
    lines = run("compare", LAST, LAST, "--all", "--layout", layout).out.splitlines()
    assert not any("By terms" in line or "Change" in line for line in lines)
    assert "Zero throughout, and so left out: change, by terms, by plan." in lines


def test_one_contract_of_several_may_keep_a_column_that_the_other_leaves_out(tmp_path: Path) -> None:
    old = scenario(tmp_path, "old", "plan: {sales: 1M}\nterms: {a: {rate: 1%}, b: {rate: 2%}}")
    one = scenario(tmp_path, "one", "plan: {sales: 1M}\nterms: {a: {rate: 2%}, b: {rate: 1%}}")
    two = scenario(tmp_path, "two", "plan: {sales: 2M}\nterms: {a: {rate: 1%}, b: {rate: 2%}}")
    lines = run("compare", old, one, two).out.splitlines()
    assert (
        "Zero throughout, and so left out: by plan (one), by terms (two), change of the totals (one)."
        in lines
    )
    assert "By plan" not in _table(lines, "Terms: one against old")[0]
    assert "By terms" not in _table(lines, "Terms: two against old")[0]


def test_no_change_reads_as_a_dash_and_a_change_that_rounds_to_zero_does_not(tmp_path: Path) -> None:
    old = scenario(tmp_path, "old", "plan: {sales: 1M}\nterms: {a: {rate: 1%}, b: {amount: 10}}")
    new = scenario(tmp_path, "new", "plan: {sales: 1M}\nterms: {a: {rate: 1%}, b: {amount: 11}}")
    lines = run("compare", old, new, "--all").out.splitlines()
    totals = {line.split("  ")[0]: line.split() for line in _table(lines, "Totals")}
    assert totals["Sales"][-2:] == ["–", "–"]
    assert totals["Fee ratio"][-2:] == ["0.00", "pts"]
    rows = {line.split("  ")[0]: line.split() for line in _table(lines, "Terms")}
    assert rows["A"][-2:] == ["–", "–"]
    plain = run("compare", old, new, "--all", "--ascii").out.splitlines()
    assert {line.split("  ")[0]: line.split() for line in _table(plain, "Terms")}["A"][-2:] == ["-", "-"]
    csv = run("compare", old, new, "--format", "csv").out.splitlines()
    assert next(row for row in csv if row.startswith("a,")).endswith(",0,0,0")


def test_three_contracts_have_a_block_each_that_names_what_the_changes_are_of() -> None:
    lines = run("compare", LAST, ASK, PROPOSAL).out.splitlines()
    for name in ("2003 ask", "2003 proposal"):
        header = _table(lines, f"Terms: {name} against 2002 contract")[0]
        assert header.count("By terms") == 1
        assert f"{name} says" in header
    assert not any(
        line.startswith("Festival fee")
        for line in _table(lines, "Terms: 2003 proposal against 2002 contract")
    )
