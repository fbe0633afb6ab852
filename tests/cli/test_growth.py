"""Growth on every screen: +5% or growth of 5%, or an index under its own header, never "growth from 105%"."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.material import record, scenario
from tests.cli.running import run

TEXT = """
plan: {last_year: {sales: 4M}, sales: +6%, target: 5M}
terms:
  growth_rebate:
    {mode: whole, measure: growth, of: increment, tiers: [{from: -10%, rate: 1%}, {from: +7%, rate: 2%}]}
  bonus: {mode: whole, measure: achievement, tiers: [{from: 80%, amount: 10k}, {from: 90%, amount: 30k}]}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return scenario(tmp_path, text=TEXT)


@pytest.mark.parametrize(
    ("language", "says", "header"),
    [
        (
            "en",
            "growth of at least -10%: 1%, growth of at least +7%: 2%; rates apply to sales above last year",
            "Index vs last year",
        ),
        ("zh-Hant", "比去年成長達 -10%：1%；比去年成長達 +7%：2%（按銷售增量計）", "成長指數"),
        ("zh-Hans", "比去年增长达 -10%：1%；比去年增长达 +7%：2%（按销售增量计）", "增长指数"),
    ],
)
def test_show_says_growth_as_people_do(file: Path, language: str, says: str, header: str) -> None:
    lines = run("show", file, "--lang", language).out.splitlines()
    assert any(says in line for line in lines)
    assert lines[3].endswith(header)
    assert lines[5].split()[-1] == "106.0%"


COMMANDS = [
    ("show",),
    ("show", "--explain", "growth_rebate"),
    ("ladder",),
    ("sweep", "--vary", "growth=-10%..+10%..5%"),
    ("sweep", "--vary", "growth_rebate.tiers.2.from=+5%,+9%"),
    ("tornado", "--metric", "total_fees"),
    ("solve", "--vary", "growth", "--for", "growth_rebate>=5000"),
    ("solve", "--vary", "growth_rebate.tiers.2.from", "--for", "growth_rebate>=4000"),
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_screen_calls_an_index_growth(file: Path, words: tuple[str, ...]) -> None:
    command, *options = words
    done = run(command, file, *options)
    assert done.code == 0
    assert not re.search(r"[Gg]rowth (from |over )?1[0-9][0-9](\.0)?%", done.out)


def test_sweep_shows_growth_with_its_sign(file: Path) -> None:
    words = ("sweep", file, "--vary", "growth=-10%..+10%..5%", "--metric", "total_fees")
    lines = run(*words).out.splitlines()
    assert "lowest 0 at sales growth -10%; highest 18,000 at sales growth +10%" in lines[0]
    assert [line.split()[0] for line in lines[5:11]] == ["-10%", "-5%", "+0%", "+5%", "+7%", "+10%"]
    points = record(run(*words, "--format", "json"))["points"]
    assert [point["growth"] * 100 for point in points] == [90, 95, 100, 105, 110]


def test_solve_answers_in_growth(file: Path) -> None:
    lines = run("solve", file, "--vary", "growth", "--for", "growth_rebate>=5000").out.splitlines()
    assert (
        "is met with sales growth from +7% (jump at +7%: growth rebate from 2,800 to 5,600) upward."
        in lines[0]
    )
    assert lines[1].startswith("Current: sales growth +6%, ")
    told = run("solve", file, "--vary", "growth=-10%..10%", "--for", "growth_rebate>=5000")
    assert (told.code, "write +10% for growth of 10%" in " ".join(told.err.split())) == (2, True)
    step = run("solve", file, "--vary", "growth=+0%..+10%", "--for", "sales>4,200,001", "--step", "+1%")
    assert "growth from +6%" in step.out


def test_a_tornado_moves_the_index_and_says_so(file: Path) -> None:
    lines = run("tornado", file, "--metric", "total_fees").out.splitlines()
    assert "planned sales index vs last year has the largest effect" in lines[0]
    rows = {line.split("  ")[0]: line for line in lines}
    assert "106.0%" in rows["Planned sales index vs last year"]
    assert "107.0%" in rows["Growth rebate: tier 2 index threshold"]
    assert "90.0%" in rows["Bonus: tier 2 threshold"]


def test_warnings_name_a_tier_by_its_growth(file: Path) -> None:
    assert "(40,000) below the +7% tier" in run("ladder", file).out
    assert "above the 80% tier" in run("show", file, "--near", "10%").out


def test_a_fall_is_saved_so_that_it_reads_back(tmp_path: Path) -> None:
    text = TEXT.replace("sales: 4M}, sales: +6%", "sales: 4000000.123456}, sales: -33.333333%")
    file, saved = scenario(tmp_path, text=text), tmp_path / "saved.json"
    assert run("show", file, "--output", saved).code == 0
    assert '"sales": "-33.333333%"' in saved.read_text(encoding="utf-8")
    assert '"from": "-10%"' in saved.read_text(encoding="utf-8")
    assert run("show", saved, "--format", "json").out == saved.read_text(encoding="utf-8")
