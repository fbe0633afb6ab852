"""Months and terms by period, from the file to what every command shows of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.material import record, scenario
from tests.cli.running import run

CONTRACT = """
plan:
  sales: 1M
  target: 1.2M
  stores: {opening: 10}
  months:
    sales: [10%, 5%, 1%, 9%, 8%, 9%, 8%, 8%, 9%, 13%, 8%, 12%]
    stores: {new: {mar: 2}}
terms:
  quarterly_rebate: {each: quarter, mode: whole, measure: achievement, tiers: [{from: 80%, rate: 2%}]}
  shelf_fee: {amount: 50, per: stores.closing, each: month}
  display_fee: {rate: 1%, in: [10], only_if: sales >= 200k}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return scenario(tmp_path, text=CONTRACT)


def test_json_has_every_settlement(file: Path) -> None:
    quarterly, shelf, display = record(run("show", file, "-f", "json"))["lines"]
    assert quarterly["settlements"] == [
        {"months": [1, 2, 3], "amount": 0},
        {"months": [4, 5, 6], "amount": 5200},
        {"months": [7, 8, 9], "amount": 5000},
        {"months": [10, 11, 12], "amount": 6600},
    ]
    assert [each["amount"] for each in shelf["settlements"]] == [500, 500, *[600] * 10]
    assert (display["amount"], display["due"]) == (0, False)


def test_a_table_has_the_tiers_of_every_period_and_few_lines_a_fee(file: Path) -> None:
    shown = run("show", file).out
    rows = [line for line in shown.splitlines() if line.startswith("Quarterly rebate Q")]
    assert [row.split()[2] for row in rows] == ["Q1", "Q2", "Q3", "Q4"]
    assert "Not reached" in rows[0]
    assert "Reached" in rows[1]
    assert "Jan–Feb each: 50 × 10 stores; Mar–Dec each: 50 × 12 stores" in shown
    assert "Oct: not due: sales 130,000, below 200,000; would cost 1,300" in shown


def test_every_way_to_ask_tells_the_same(file: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"
    assert run("show", file, "-f", "json", "--output", saved).code == 0
    amounts = {line["term"]: line["amount"] for line in record(run("show", saved, "-f", "json"))["lines"]}
    assert amounts == {"quarterly_rebate": 16_800, "shelf_fee": 7_000, "display_fee": 0}
    rows = run("sweep", file, "--vary", "sales=1M,2M", "--metric", "quarterly_rebate", "-f", "csv").out
    assert [row.split(",")[-1] for row in rows.splitlines()[1:]] == ["16800", "40000"]
    moved = record(run("show", file, "--set", "sales=2M", "-f", "json"))["lines"]
    assert moved[0]["amount"] == 40_000


def test_the_ladder_says_what_it_leaves_out(file: Path) -> None:
    shown = run("ladder", file).out
    assert "has no tiered terms that are settled by the year" in shown
    assert "settled by period: quarterly rebate and display fee" in shown


def test_a_quarterly_fee_settled_by_quarter_is_no_doubt(file: Path) -> None:
    assert run("check", file, "--strict").code == 0
    yearly = scenario(file.parent, "yearly", CONTRACT.replace("each: quarter, ", ""))
    assert run("check", yearly, "--strict").code == 1
