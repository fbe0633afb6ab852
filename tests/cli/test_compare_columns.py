"""Which columns and signs a comparison spares its reader: what is zero throughout, and what does not change."""

from __future__ import annotations

from pathlib import Path

import pytest

from ka_terms.text.width import text_width
from tests.cli.material import AGREED, ASK, LAST, PLAN, PROPOSAL, scenario
from tests.cli.running import run
from tests.cli.terminal import bare, on_terminal


def _table(lines: list[str], title: str) -> list[str]:
    """The lines of a table from its header on."""
    at = lines.index(title) + 1
    return lines[at : lines.index("", at)] if "" in lines[at:] else lines[at:]


@pytest.mark.parametrize("layout", ["wide", "tidy"])
def test_the_plan_effect_on_one_plan_is_left_out_and_a_sentence_says_so(layout: str) -> None:
    words = ("compare", LAST, ASK, "--layout", layout)
    lines = run(*words, "--plan", PLAN).out.splitlines()
    header = _table(lines, "Terms")[0]
    assert "Due to terms" in header
    assert "Due to plan" not in header
    assert "Columns not shown because all their values are zero: due to plan." in lines
    header = _table(lines, "Totals")[0]
    assert "Change (%)" in header
    other = run(*words).out
    assert "Due to plan" in other
    assert "Zero throughout" not in other
    assert "plan_effect" in run(*words, "--plan", PLAN, "--format", "csv").out.splitlines()[0]


@pytest.mark.parametrize("layout", ["wide", "tidy"])
def test_a_file_compared_with_itself_has_no_columns_of_changes(layout: str) -> None:
    lines = run("compare", LAST, LAST, "--all", "--layout", layout).out.splitlines()
    assert not any("Due to terms" in line or "Change" in line for line in lines)
    assert "Columns not shown because all their values are zero: change, due to terms, due to plan." in lines


def test_one_contract_of_several_may_keep_a_column_that_the_other_leaves_out(tmp_path: Path) -> None:
    old = scenario(tmp_path, "old", "plan: {sales: 1M}\nterms: {a: {rate: 1%}, b: {rate: 2%}}")
    one = scenario(tmp_path, "one", "plan: {sales: 1M}\nterms: {a: {rate: 2%}, b: {rate: 1%}}")
    two = scenario(tmp_path, "two", "plan: {sales: 2M}\nterms: {a: {rate: 1%}, b: {rate: 2%}}")
    lines = run("compare", old, one, two).out.splitlines()
    assert (
        "Columns not shown because all their values are zero: due to plan (one), due to terms (two),"
        " change in the totals (one)." in lines
    )
    assert "Due to plan" not in _table(lines, "Terms: one compared with old")[0]
    assert "Due to terms" not in _table(lines, "Terms: two compared with old")[0]


def test_no_change_reads_as_a_dash_and_a_change_that_rounds_to_zero_does_not(tmp_path: Path) -> None:
    old = scenario(tmp_path, "old", "plan: {sales: 1M}\nterms: {a: {rate: 1%}, b: {amount: 10}}")
    new = scenario(tmp_path, "new", "plan: {sales: 1M}\nterms: {a: {rate: 1%}, b: {amount: 11}}")
    lines = run("compare", old, new, "--all").out.splitlines()
    totals = {line.split("  ")[0]: line.split() for line in _table(lines, "Totals")}
    assert totals["Sales"][-2:] == ["–", "–"]
    assert totals["Fee ratio"][-2:] == ["0.00", "pp"]
    rows = {line.split("  ")[0]: line.split() for line in _table(lines, "Terms")}
    assert rows["A"][-2:] == ["–", "–"]
    plain = run("compare", old, new, "--all", "--ascii").out.splitlines()
    assert {line.split("  ")[0]: line.split() for line in _table(plain, "Terms")}["A"][-2:] == ["-", "-"]
    csv = run("compare", old, new, "--format", "csv").out.splitlines()
    assert next(row for row in csv if row.startswith("a,")).endswith(",0,0,0")


def test_three_contracts_have_a_block_each_that_names_what_the_changes_are_of() -> None:
    lines = run("compare", LAST, ASK, PROPOSAL).out.splitlines()
    for name in ("2003 ask", "2003 proposal"):
        header = _table(lines, f"Terms: {name} compared with 2002 contract")[0]
        assert header.count("Due to terms") == 1
        assert f"{name}: charged as" in header
    assert not any(
        line.startswith("Festival fee")
        for line in _table(lines, "Terms: 2003 proposal compared with 2002 contract")
    )


# ---------------------------------------------------------------- one point is a point


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        ("3%", "1 percentage point above old"),
        ("1%", "1 percentage point below old"),
        ("3.5%", "1.5 percentage points above old"),
        ("3.01%", "1.0 percentage points above old"),
        ("2.9%", "0.9 percentage points above old"),
        ("2%", "the same fee ratio as old"),
    ],
)
def test_one_point_is_told_as_one(tmp_path: Path, rate: str, said: str) -> None:
    old = scenario(tmp_path, "old", "terms: {a: {rate: 2%}}")
    new = scenario(tmp_path, "new", f"terms: {{a: {{rate: {rate}}}}}")
    assert f": {said} (" in run("compare", old, new).out.splitlines()[0]


@pytest.mark.parametrize(("lang", "said"), [("zh-Hant", "高 1 個百分點"), ("zh-Hans", "高 1 个百分点")])
def test_one_point_in_chinese(tmp_path: Path, lang: str, said: str) -> None:
    old = scenario(tmp_path, "old", "terms: {a: {rate: 2%}}")
    new = scenario(tmp_path, "new", "terms: {a: {rate: 3%}}")
    assert said in run("compare", old, new, "--lang", lang).out.splitlines()[0]


def test_one_of_other_things_is_told_as_one(tmp_path: Path) -> None:
    plan = "plan: {sales: 1M, stores: {opening: 1}, last_year: {sales: 1M, stores: {opening: 2}}}"
    one = scenario(tmp_path, "one", f"{plan}\nterms: {{a: {{rate: 2%}}}}")
    notes = run("show", one).out
    assert "one: the year starts with 1 store, but last year ended with 2." in notes
    swept = run("sweep", one, "--vary", "sales=2M").out.splitlines()[0]
    assert swept == "one, fee ratio: 2% at sales 2,000,000, the only combination."
    best = run(
        "sweep", one, "--vary", "sales=2M,3M", "--best", "1", "--metric", "total_fees"
    ).out.splitlines()[0]
    assert best == "Best of 2 combinations by total fees: one, 40,000 at sales 2,000,000."


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant,en"])
def test_a_block_of_changes_names_its_contract_at_80_columns(lang: str) -> None:
    lines = bare(on_terminal(80, "compare", LAST, ASK, PROPOSAL, AGREED, "--lang", lang)).splitlines()
    rules = [at for at, line in enumerate(lines) if line.startswith("──") and not lines[at - 2].strip()]
    change = {"en": "Change", "zh-Hans": "变动", "zh-Hant,en": "Change"}[lang]
    for at in rules:
        if change in lines[at - 1]:
            assert "2003" in lines[at - 1], lines[at - 1]
    assert max(map(text_width, lines)) <= 80
