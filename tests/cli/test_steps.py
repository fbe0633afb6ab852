"""`steps`: what is said at the table, in three languages, in every format, and never outside the house."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.material import AGREED, ASK, ROOT
from tests.cli.running import run

FINANCE = ROOT / "scenarios" / "finance.yaml"


def test_the_first_sentence_prices_a_tenth_of_a_point() -> None:
    out = run("steps", FINANCE, "--internal").out.splitlines()
    assert out[0].startswith("internal:")
    assert out[1] == "0.1 percentage points of sales cost 10,050 a year: 1.3 to 2.2 days without orders."
    assert "half a percentage point = 50,250 = 0.4 DM events = 1,436 per store = 36.5 payment days" in out[2]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh-Hant", "銷售額的 0.1 個百分點，一年是 10,050，相當於停供 1.3 至 2.2 天。"),
        ("zh-Hans", "销售额的 0.1 个百分点，一年是 10,050，相当于断供 1.3 至 2.2 天。"),
    ],
)
def test_it_is_said_in_the_language_of_the_user(language: str, told: str) -> None:
    assert told in run("steps", FINANCE, "--internal", "--lang", language).out


@pytest.mark.parametrize("kind", ["table", "md", "csv", "json", "html"])
def test_every_format_says_that_it_is_internal(kind: str) -> None:
    assert "internal" in run("steps", FINANCE, "--internal", "-f", kind).out[:60]


@pytest.mark.parametrize("kind", ["xlsx", "docx", "pptx"])
def test_every_file_is_written(kind: str, tmp_path: Path) -> None:
    target = tmp_path / f"steps.{kind}"
    assert run("steps", FINANCE, "--internal", "--against", "events.dm", "-o", target).code == 0
    assert target.stat().st_size > 1000


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "Fix: add --internal."), ("zh-Hant", "因為結果都不供外部"), ("zh-Hans", "因为结果都不供外部")],
)
def test_without_internal_it_is_refused(language: str, told: str) -> None:
    done = run("steps", FINANCE, "--lang", language)
    assert (done.code, done.out) == (2, "")
    assert told in " ".join(done.err.split()).replace("│ ", "")


def test_a_request_is_weighed_against_the_target() -> None:
    out = run("steps", FINANCE, "--internal", "--request", ASK).out
    assert "2003 ask is 927,400 above our target: 6.6 months of what this account contributes." in out


def test_without_a_margin_costs_are_told_and_the_rest_is_named() -> None:
    out = run("steps", AGREED, "--internal").out
    assert "0.1 percentage points of sales cost 10,050 a year." in out
    assert "Not known: the margin." in out
    assert "days without orders" not in out


def test_own_steps_stand_behind_the_others() -> None:
    told = json.loads(run("steps", FINANCE, "--internal", "--step", "monthly_rebate=3%", "-f", "json").out)
    last = told["steps"][-1]
    assert (last["kind"], last["path"], last["new"], last["cost_plan"]) == (
        "own",
        "monthly_rebate.rate",
        0.03,
        50_250,
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("--against", "dm_tg_fe"),
            "--against: Found 'dm_tg_fe'. Expected a term or an event that has a step.",
        ),
        (("--step", "dm_tg_fee.amount"), "Expected a path and a value, such as monthly_rebate=+0.5%."),
        (("--step", "monthly_rebate=-9%"), "Expected a step that leaves a value which a contract may state."),
        (("--low", "5%"), "--low: Found '5%'."),
    ],
)
def test_what_is_no_step_is_refused_with_its_mend(words: tuple[str, ...], told: str) -> None:
    done = run("steps", FINANCE, "--internal", *words)
    assert (done.code, done.out) == (2, "")
    assert told in " ".join(done.err.split()).replace("│ ", "")


def test_there_is_no_edition_for_the_retailer() -> None:
    assert run("steps", FINANCE, "--internal", "--for", "retailer").code == 2


@pytest.mark.parametrize("path", ["sales=+1M", "growth=+10%", "last_year.sales=5M"])
def test_what_is_planned_is_no_step(path: str) -> None:
    done = run("steps", FINANCE, "--internal", "--step", path)
    assert done.code == 2
    assert "Expected a number that is agreed, such as a rate or an event." in " ".join(done.err.split())


def test_days_and_events_have_no_unit_of_money() -> None:
    shown = run("steps", FINANCE, "--internal", "--unit", "k", "--against", "monthly_rebate").out
    line = [line for line in shown.splitlines() if line.startswith("Payment days  ")][-1]
    assert "7.3" in line


def test_a_request_without_terms_is_none() -> None:
    done = run("steps", FINANCE, "--internal", "--request", ROOT / "scenarios" / "2003-plan.yaml")
    assert (done.code, done.out) == (2, "")
    assert "Expected a request with terms." in done.err


def test_an_account_that_loses_money_is_told(tmp_path: Path) -> None:
    file = tmp_path / "loss.yaml"
    terms = "{lump_x: {amount: 3000000}, r_x: {rate: 5%}}"
    file.write_text(
        f"scenario: SO\nplan: {{sales: 10M}}\nterms: {terms}\nprivate: {{margin: 5%}}\n", encoding="utf-8"
    )
    out = run("steps", file, "--internal").out
    assert "This account loses money as planned" in out
    assert "Contribution lost" not in out


def test_a_threshold_of_stores_stays_whole(tmp_path: Path) -> None:
    file = tmp_path / "stores.yaml"
    tiers = "[{from: 5, amount: 1000}, {from: 30, amount: 2000}]"
    plan = "{sales: 10M, stores: {opening: 28}}"
    terms = f"{{s_x: {{mode: whole, measure: stores.closing, tiers: {tiers}}}}}"
    file.write_text(f"scenario: S\nplan: {plan}\nterms: {terms}\n", encoding="utf-8")
    told = json.loads(run("steps", file, "--internal", "-f", "json").out)["steps"]
    assert [(step["old"], step["new"]) for step in told if step["kind"] == "bound"] == [(5, 4), (30, 28)]


def test_steps_have_a_picture() -> None:
    assert "0.1 percentage points" in run("steps", FINANCE, "--internal", "-f", "svg").out
