"""Sentences that are true: what rises rises, what is n/a has a reason, and numbers said to differ look different."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.material import ASK, LAST, PROPOSAL, scenario
from tests.cli.running import run

FALLING = (
    "plan: {sales: 9.5M}\n"
    "terms: {annual_rebate: {mode: whole, tiers: [{from: 9M, rate: 3%}, {from: 10M, rate: 1%}]}}"
)
SWEEP = ("--vary", "sales=8M..10.5M..700k", "--vary", "monthly_rebate=1%..2%..0.5%")


@pytest.mark.parametrize(
    ("language", "head", "remark"),
    [
        ("en", "Change in fee", "annual rebate falls by 200,000"),
        ("zh-Hant", "跨門檻費用增減", "年返減少 200,000"),
        ("zh-Hans", "跨门槛费用增减", "年返减少 200,000"),
    ],
)
def test_a_fee_that_falls_at_a_threshold_is_not_said_to_rise(
    tmp_path: Path, language: str, head: str, remark: str
) -> None:
    file = scenario(tmp_path, text=FALLING)
    assert head in run("ladder", file, "--lang", language).out
    assert remark in run("sweep", file, "--vary", "sales=9.5M..10.5M..500k", "--lang", language).out


@pytest.mark.parametrize(
    ("language", "sentence", "reason"),
    [
        (
            "en",
            "Break-even: 2003 proposal and 2002 contract have the same total fees with sales at 550,000.",
            "both are equal at 550,000",
        ),
        (
            "zh-Hant",
            "打平點：銷售額為 550,000 時，2003 proposal 與 2002 contract 的費用合計相同。",
            "在 550,000 兩者相等",
        ),
        (
            "zh-Hans",
            "打平点：销售额为 550,000 时，2003 proposal 与 2002 contract 的费用合计相同。",
            "在 550,000 两者相等",
        ),
    ],
)
def test_two_contracts_break_even_where_no_limit_was_asked_for(
    language: str, sentence: str, reason: str
) -> None:
    told = run("solve", PROPOSAL, LAST, "--vary", "sales", "--for", "total_fees", "--lang", language).out
    assert sentence in told
    assert reason in told


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
def test_an_end_that_is_open_says_so(language: str) -> None:
    told = run("solve", PROPOSAL, "--vary", "sales", "--for", "fee_ratio<=8.9%", "--lang", language).out
    assert {"en": "No limit", "zh-Hant": "無上限", "zh-Hans": "无上限"}[language] in told


def test_a_finer_step_is_not_advised_where_amounts_are_rounded() -> None:
    told = run("solve", PROPOSAL, "--vary", "sales", "--for", "total_fees = 913,750.005").out
    assert "No value meets it exactly, because amounts are rounded: " in told
    assert "--step" not in told


def test_no_effect_is_told_of_what_cannot_be_calculated(tmp_path: Path) -> None:
    told = run("tornado", scenario(tmp_path, text="plan: {sales: 0}\nterms: {fee: {amount: 5}}")).out
    assert "No effect can be calculated because the plan has no sales" in told
    assert "──" not in told
    assert "use --all" not in told


def test_ratios_said_to_differ_have_the_digits_that_show_it() -> None:
    told = run("compare", LAST, ASK).out.splitlines()[0]
    assert "24.57% of sales: 0.04 percentage points above 2002 contract (986,100, 24.53%)" in told


def test_a_matrix_without_a_combination_is_left_out() -> None:
    told = run("sweep", PROPOSAL, *SWEEP, "--where", "fee_ratio <= 1%").out
    assert "──" not in told
    assert "* current" not in told


@pytest.mark.parametrize(
    ("language", "first"), [("en", "PingFang TC"), ("zh-Hant", "PingFang TC"), ("zh-Hans", "PingFang SC")]
)
def test_html_names_its_language_and_has_its_fonts_first(language: str, first: str) -> None:
    page = run("show", PROPOSAL, "--format", "html", "--lang", language).out
    assert f'<html lang="{language}">' in page
    assert f"font-family:Arial,'{first}'" in page


def test_a_head_has_one_minus_sign_with_the_cells() -> None:
    assert "−10%" not in run("tornado", PROPOSAL).out
