"""`ka-terms init --xlsx` and the form filled in."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ka_terms.reading.form import COLUMNS, COUNTED, FIGURES
from tests.cli.running import run

PLAN = {"scenario": "2026 draft", "year": 2026, "sales": 10_050_000, "stores.opening": 25, "stores.new": 10}
PLAN |= {"skus.existing": 21, "skus.new": 14, "events.dm": 4, "last_year.sales": 4_020_000}
Row = Mapping[str, Any]


def blank(folder: Path, language: str = "en") -> Path:
    form = folder / "form.xlsx"
    assert run("init", "--xlsx", "--lang", language, "--output", form, "--force").code == 0
    return form


def filled(form: Path, rows: Sequence[Row], plan: Mapping[str, Any] = PLAN) -> Path:
    """The form with these figures and fees, saved by another program."""
    book = openpyxl.load_workbook(form)
    first, second = book.worksheets[:2]
    for at, cells in enumerate(first.iter_rows(), start=1):
        if (key := str(cells[0].value)) in plan:
            first.cell(at, 3).value = plan[key]
    (keys,) = [cells[0].row for cells in second.iter_rows() if cells[0].value == "fee"]
    for at, row in enumerate(rows, start=keys + 2):
        for key, value in row.items():
            second.cell(at, COLUMNS.index(key) + 1).value = value
    target = form.with_name("filled.xlsx")
    book.save(target)
    return target


ROWS = (
    {"fee": "Monthly rebate", "rate": 0.025},
    {
        "fee": "Annual rebate",
        "mode": "To the whole amount",
        "from_1": 7_500_000,
        "tier_rate_1": 0.008,
        "from_2": "9M",
        "tier_rate_2": "1.2%",
    },
    {"fee": "New-store fee", "amount": 5000, "per": "Stores opened"},
    {"fee": "Listing fee", "amount": 1000, "per": "New SKUs", "per_2": "Stores at end"},
    {"fee": "Anniversary fee", "amount": 4000, "per": "stores.closing"},
    {"fee": "DM + TG", "amount": 3500, "per": "Stores at end", "per_2": "Events: DM"},
)


def test_a_form_filled_in_is_the_contract(tmp_path: Path) -> None:
    target = tmp_path / "draft.yaml"
    done = run("import", filled(blank(tmp_path), ROWS), "--output", target)
    assert done.code == 0
    assert done.out.startswith("2026 draft: total fees 1,541,850 (15.3% of sales).")
    told = json.loads(run("show", target, "--format", "json").out)
    agreed = json.loads(run("show", "scenarios/2003-agreed.yaml", "--format", "json").out)
    amounts = [[(line["term"], line["amount"]) for line in each["lines"]] for each in (told, agreed)]
    assert amounts[0] == amounts[1]


def test_a_least_is_an_amount_or_a_share_of_sales(tmp_path: Path) -> None:
    rows = [
        {"fee": "DM + TG", "amount": 5, "at_least_share": 0.08},
        {"fee": "Listing fee", "amount": 5, "at_least": 90_000},
    ]
    target = tmp_path / "draft.yaml"
    assert run("import", filled(blank(tmp_path), rows), "-o", target).code == 0
    told = json.loads(run("show", target, "--format", "json").out)
    assert [line["amount"] for line in told["lines"]] == [804_000, 90_000]


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_fees_are_chosen_in_the_language_of_the_form(tmp_path: Path, language: str) -> None:
    form = blank(tmp_path, language)
    lists = openpyxl.load_workbook(form).worksheets[2]
    labels = {str(row[0]): str(row[1]) for row in lists.iter_rows(values_only=True)}
    assert {*COUNTED} < labels.keys()
    assert all(
        not label.isascii() for key, label in labels.items() if key in ("monthly_rebate", "whole", "sales")
    )
    rows = [
        {"fee": labels["monthly_rebate"], "rate": 0.01, "of": labels["net_sales"]},
        {"fee": labels["annual_rebate"], "mode": labels["marginal"], "from_1": 0, "tier_rate_1": 0.02},
        {"fee": "我的費用", "amount": 7},
    ]
    target = tmp_path / "draft.yaml"
    assert run("import", filled(form, rows, {**PLAN, "returns": 50_000}), "-o", target).code == 0
    text = target.read_text(encoding="utf-8")
    assert "monthly_rebate: {rate: 1%, of: net_sales}" in text
    assert "annual_rebate: {mode: marginal, tiers: [{from: 0, rate: 2%}]}" in text
    assert "我的費用: {amount: 7}" in text


@pytest.mark.parametrize(
    ("rows", "cell", "told"),
    [
        ([{"rate": 0.01}], "Fees!A5", "Expected a fee"),
        ([ROWS[0], {"fee": "monthly_rebate", "rate": 0.01}], "Fees!A6", "Expected each fee once"),
        ([{"fee": "Monthly rebate", "rate": 0.01, "of": "profit"}], "Fees!C5", "Expected one of the list"),
        ([{"fee": "Monthly rebate", "rate": "2,5%"}], "Fees!B5", "write 2.5%"),
        ([{"fee": "DM + TG", "amount": 5, "at_least": 3, "at_least_share": 0.1}], "Fees!I5", "one minimum"),
        (
            [
                {
                    "fee": "Annual rebate",
                    "mode": "whole",
                    "from_1": 9,
                    "tier_rate_1": 0.1,
                    "from_2": 8,
                    "tier_rate_2": 0.2,
                }
            ],
            "Fees!N5",
            "",
        ),
        ([{"fee": "Monthly rebate"}], "Fees!A5", ""),
    ],
    ids=["no fee", "twice", "no base", "a comma", "two minimums", "tiers that do not rise", "nothing"],
)
def test_a_mistake_is_told_at_its_cell(tmp_path: Path, rows: Sequence[Row], cell: str, told: str) -> None:
    done = run("import", filled(blank(tmp_path), rows))
    assert (done.code, done.out) == (1, "")
    assert f"{cell}: " in done.err
    assert told in done.err


def test_a_form_without_sales_is_refused(tmp_path: Path) -> None:
    plan = {key: value for key, value in PLAN.items() if key != "sales"}
    done = run("import", filled(blank(tmp_path), ROWS, plan))
    assert (done.code, done.out) == (1, "")
    assert "sales" in done.err


def test_every_row_of_the_plan_is_a_figure(tmp_path: Path) -> None:
    rows = [{"fee": "Monthly rebate", "rate": 0.01}]
    target = tmp_path / "draft.yaml"
    assert (
        run(
            "import",
            filled(blank(tmp_path), rows, {"scenario": "x", **dict.fromkeys(FIGURES, 1)}),
            "-o",
            target,
        ).code
        == 0
    )
    plan = json.loads(run("show", target, "--format", "json").out)["plan"]
    assert plan["last_year"]["stores"] == {"opening": 1, "new": 1, "closed": 1}


def test_the_form_needs_a_file_and_nothing_else(tmp_path: Path) -> None:
    assert "Expected a file. Fix: add --output FILE.xlsx" in run("init", "--xlsx").err
    assert run("init", "--xlsx", "--template", "convenience", "-o", tmp_path / "a.xlsx").code == 2


def test_what_stands_beside_the_form_is_told(tmp_path: Path) -> None:
    file = filled(blank(tmp_path), ROWS)
    book = openpyxl.load_workbook(file)
    book["Plan"]["E8"].value = "estimate!"
    book["Plan"]["A30"].value, book["Plan"]["C30"].value = "figures.promoters", 12
    book["Fees"]["T5"].value = "to be confirmed"
    book.save(file)
    out = run("import", file).out
    for told in (
        "Plan!E8: “estimate!”",
        "Plan!A30: “figures.promoters”",
        "Plan!C30: “12”",
        "Fees!T5: “to be confirmed”",
    ):
        assert f"Typed into {told.split(':')[0]}: “" in out


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ({"fee": "Annual rebate", "from_1": 5, "tier_rate_1": 0.1}, "Fees!K5"),
        ({"fee": "Annual rebate", "mode": "whole", "from_1": 5, "tier_rate_1": 0.1, "from_2": 9}, "Fees!N5"),
    ],
    ids=["no mode", "half a tier"],
)
def test_a_tier_that_lacks_something_is_told_at_its_cell(tmp_path: Path, row: Row, cell: str) -> None:
    done = run("import", filled(blank(tmp_path), [row]))
    assert (done.code, done.out) == (1, "")
    assert cell in done.err
    assert "Fees!A5" not in done.err
