"""`ka-terms tornado`: what a reader and a program find in it."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import load_workbook

from tests.cli.material import AGREED, FORMATS, LANGUAGES, PROPOSAL, record, scenario
from tests.cli.running import run


def test_the_widest_stands_first_with_the_longest_bar() -> None:
    lines = run("tornado", AGREED).out.splitlines()
    assert lines[0] == (
        "2003 agreed: fee ratio 15.34%. Each input changed by 10%, one at a time: planned sales"
        " index vs last year has the largest effect (16.64% at -10%, 14.28% at +10%)."
    )
    assert lines[4].startswith("Planned sales index vs last year ")
    assert [len(line.split("│")[-1].strip()) for line in lines[4:7]] == [10, 10, 7]


def test_a_share_and_a_metric_of_ones_own() -> None:
    done = record(run("tornado", AGREED, "--by", "50%", "--metric", "annual_rebate", "--format", "json"))
    assert (done["metric"], done["base"], done["by"]) == ("annual_rebate", 120_600, Decimal("0.5"))
    growth = done["levers"][0]
    assert (growth["path"], growth["value"], growth["change_low"]) == ("growth", Decimal("2.5"), -120_600)
    assert growth["low"] == {
        "value": Decimal("1.25"),
        "metric": 0,
        "held": False,
        "crosses": ["annual_rebate"],
    }
    assert growth["change_high"] == growth["high"]["metric"] - done["base"]


def test_a_metric_goes_by_any_name_of_its_fee() -> None:
    done = run("tornado", AGREED, "--metric", "年返", "--format", "json")
    assert record(done)["metric"] == "annual_rebate"


def test_top_shows_the_widest_and_counts_the_others() -> None:
    done = run("tornado", AGREED, "--top", "2")
    assert "10 more inputs have a smaller effect." in done.out
    assert len(record(run("tornado", AGREED, "--top", "2", "--format", "json"))["levers"]) == 2
    assert "1 more input has a smaller effect." in run("tornado", AGREED, "--top", "11").out


def test_all_shows_what_changes_nothing() -> None:
    some, every = (run("tornado", AGREED, *words) for words in ((), ("--all",)))
    assert "10 inputs have no effect; use --all to show them." in some.out
    assert "annual_rebate.tiers.1.rate" not in some.out
    assert "annual_rebate.tiers.1.rate" in every.out
    assert "change nothing" not in every.out


def test_a_bound_crossed_and_a_value_held_are_told() -> None:
    done = run("tornado", PROPOSAL)
    assert "-10%: crosses a threshold of annual rebate" in done.out
    assert "-10%: limited to 9,000,000.01; +10%: crosses a threshold of annual rebate" in done.out
    rows = {
        row["path"]: row for row in csv.DictReader(run("tornado", PROPOSAL, "-f", "csv").out.splitlines())
    }
    assert rows["growth"]["crosses_low"] == "annual_rebate"
    assert rows["annual_rebate.tiers.2.from"]["held"] == "low"
    assert rows["annual_rebate.tiers.2.from"]["low"] == "9000000.01"


def test_a_contract_that_nothing_moves(tmp_path: Path) -> None:
    file = scenario(tmp_path, text="plan: {sales: 0}\nterms: {fee: {amount: 5}}")
    done = run("tornado", file)
    assert done.out.startswith(
        "a contract: fee ratio n/a. No effect can be calculated because the plan has no sales or no stores."
    )
    assert "Not tested because the value is zero: sales." in done.out
    assert "has no effect" not in done.out
    assert run("tornado", file, "--all").code == 0


def test_estimates_are_told(tmp_path: Path) -> None:
    file = scenario(tmp_path, text="plan: {sales: {low: 1M, likely: 2M, high: 3M}}\nterms: {fee: {rate: 1%}}")
    done = run("tornado", file, "--metric", "total_fees")
    assert "fee ratio" not in done.out
    assert "total fees 20,000" in done.out
    assert "Figures are for the likely case" in done.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--by", "100%"), "--by: Found '100%'. Expected a percentage above 0% and below 100%"),
        (("--by", "200%"), "--by: Found '200%'. Expected a percentage above 0% and below 100%"),
        (("--by", "0%"), "--by: Found '0%'. Expected a percentage above 0% and below 100%"),
        (("--by", "+5%"), "delete the + sign"),
        (("--by", "10"), "write 10%"),
        (("--metric", "fee_ration"), "fee_ratio"),
        (("--top", "0"), "--top"),
    ],
)
def test_a_wrong_option_is_told(words: tuple[str, str], told: str) -> None:
    done = run("tornado", AGREED, *words)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_and_language(name: str, language: str) -> None:
    done = run("tornado", PROPOSAL, "--format", name, "--lang", language, "--unit", "k")
    assert (done.code, done.err) == (0, "")
    assert "annual_rebate.tiers.2.from" in done.out


def test_in_ascii_the_bars_keep_their_middle() -> None:
    done = run("tornado", AGREED, "--ascii")
    assert done.out.isascii()
    assert len({line.index("|") for line in done.out.splitlines() if "#" in line}) == 1


def test_bars_are_drawn_with_letters_only_where_no_chart_is(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    assert "Decrease and increase" in run("tornado", AGREED).out
    assert run("tornado", AGREED, "-o", file).code == 0
    header, *_ = load_workbook(str(file)).get_sheet_by_index(0).to_python()
    assert "Current" in header
    assert "Decrease and increase" not in header
