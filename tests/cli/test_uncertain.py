"""What the commands tell of a plan with estimates; everything else is of its likely case."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.material import AGREED, LAST, record, scenario
from tests.cli.running import Run, run

UNCERTAIN = Path(__file__).parent / "golden" / "uncertain.yaml"
NOTE = "2003 uncertain: the plan contains estimates. Figures are for the likely case unless marked low or high.\n"


def rows(done: Run) -> list[dict[str, str]]:
    """A csv as its rows, which are all as long as the header."""
    lines = list(csv.reader(io.StringIO(done.out)))
    assert {len(line) for line in lines} == {len(lines[0])}
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def test_the_statement_is_the_likely_case() -> None:
    shown, agreed = (record(run("show", file, "--format", "json")) for file in (UNCERTAIN, AGREED))
    assert {**shown, "scenario": "", "plan": "", "status": "", "cases": ""} == {
        **agreed,
        "scenario": "",
        "plan": "",
        "status": "",
        "cases": "",
    }
    assert "cases" not in agreed
    assert NOTE in run("show", UNCERTAIN).out
    assert "Low / likely / high case" not in run("show", AGREED).out


def test_json_has_the_other_cases_and_the_plan_as_estimated() -> None:
    shown = record(run("show", UNCERTAIN, "--format", "json"))
    low, high = shown["cases"]["low"], shown["cases"]["high"]
    assert {*low} == {"sales", "total_fees", "fee_ratio", "net_net_sales", "vpo", "lines"}
    assert (low["total_fees"], high["total_fees"]) == (1165900, 1653035)
    assert {*low["lines"][0]} == {"term", "amount", "ratio"}
    assert shown["plan"]["sales"] == {"low": 7236000, "likely": 10050000, "high": 11055000}
    assert shown["plan"]["stores"] == {"opening": 25, "new": {"low": 5, "likely": 10, "high": 12}}


def test_a_saved_statement_keeps_what_is_uncertain(tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"
    assert run("show", UNCERTAIN, "--output", saved).code == 0
    assert record(run("show", saved, "--format", "json")) == record(
        run("show", UNCERTAIN, "--format", "json")
    )


def test_a_growth_that_no_file_may_state_as_an_amount_stays_one(tmp_path: Path) -> None:
    text = "plan:\n  last_year: {sales: 0.000001}\n  sales: {low: -50%, likely: +10%, high: +20.5%}\n"
    file, saved = scenario(tmp_path, text=text), tmp_path / "saved.json"
    assert run("show", file, "--output", saved).code == 0
    assert '"low": "-50%"' in saved.read_text(encoding="utf-8")
    assert '"likely": "+10%"' in saved.read_text(encoding="utf-8")
    assert run("check", saved).code == 0


def test_csv_gains_columns_only_where_something_is_uncertain() -> None:
    plain, uncertain = (rows(run("show", file, "--format", "csv")) for file in (AGREED, UNCERTAIN))
    gained = ["amount_low", "ratio_low", "amount_high", "ratio_high"]
    assert [*uncertain[0]] == [*plain[0], *gained]
    assert [{key: row[key] for key in plain[0]} for row in uncertain] == plain
    by_term = {row["term"]: [row[key] for key in gained] for row in uncertain}
    assert by_term["annual_rebate"] == ["0", "0", "132660", "0.012"]
    assert by_term["sales"] == ["7236000", "", "11055000", ""]


def test_internal_rows_stay_rectangular(tmp_path: Path) -> None:
    text = "plan: {sales: {low: 1M, likely: 2M, high: 3M}}\nterms: {fee: {rate: 2%}}\nprivate: {margin: 30%}"
    shown = rows(run("show", scenario(tmp_path, text=text), "--internal", "--format", "csv"))
    (margin,) = (row for row in shown if row["term"] == "margin")
    assert (margin["amount"], margin["amount_low"]) == ("600000", "")


@pytest.mark.parametrize("layout", ["wide", "tidy"])
def test_a_comparison_names_the_cases_of_those_that_have_them(layout: str) -> None:
    words = ("--layout", layout, "--format", "csv")
    plain, uncertain = (rows(run("compare", LAST, file, *words)) for file in (AGREED, UNCERTAIN))
    key = "item" if layout == "wide" else "term"
    assert [row[key] for row in uncertain[len(plain) :]] == [
        f"{metric}.{case}"
        for metric in ("sales", "total_fees", "fee_ratio", "net_net_sales")
        for case in ("low", "high")
    ]
    (low,) = (row for row in uncertain if row[key] == "total_fees.low")
    assert low["2003 uncertain" if layout == "wide" else "amount"] == "1165900"
    assert low.get("2002 contract", "") == ""


def test_contracts_on_an_uncertain_plan_all_have_its_cases() -> None:
    shown = run("compare", LAST, AGREED, "--plan", UNCERTAIN).out
    header = next(line for line in shown.splitlines() if "2002 contract: low" in line)
    assert "2003 agreed: high" in header
    assert "2002 contract and 2003 agreed: the plan contains estimates" in shown


def test_rules_are_held_against_the_likely_case() -> None:
    assert run("show", UNCERTAIN, "--fail-if", "fee_ratio > 16%").code == 0  # 16.11% at the low
    assert run("show", UNCERTAIN, "--fail-if", "fee_ratio > 15%").code == 3


def test_explaining_points_at_the_likely_value(tmp_path: Path) -> None:
    plan = "plan:\n  sales:\n    low: 1M\n    likely: 2M\n    high: 3M\n"
    file = scenario(tmp_path, text=f"{plan}terms: {{fee: {{rate: 2%}}}}")
    shown = run("show", file, "--explain", "fee").out
    assert next(line for line in shown.splitlines() if "Sales" in line).endswith(f"{file}:5")
