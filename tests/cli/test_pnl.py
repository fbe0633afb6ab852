"""`pnl`: contracts side by side from gross sales to contribution, internal in every format, and ours alone."""

from __future__ import annotations

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.material import AGREED, FORMATS, LANGUAGES, LAST, PLAN, ROOT, scenario
from tests.cli.running import Run, run

ACCOUNT = ROOT / "tests" / "cli" / "golden" / "account.yaml"
PRIVATE = "private: {margin: 32%}\n"


@pytest.fixture
def agreed(tmp_path: Path) -> Path:
    return with_margin(AGREED, tmp_path)


@pytest.fixture
def last(tmp_path: Path) -> Path:
    return with_margin(LAST, tmp_path)


def with_margin(path: Path, folder: Path) -> Path:
    """A contract of the worked case with an invented margin."""
    file = folder / f"{path.stem}-internal.yaml"
    file.write_text(f"extends: {os.path.relpath(path, folder)}\n{PRIVATE}", encoding="utf-8")
    return file


def pnl(*words: object) -> Run:
    done = run("pnl", *words, "--internal")
    assert done.code == 0, done.err
    return done


def record_of(*words: object) -> Any:
    return json.loads(pnl(*words, "-f", "json").out, parse_float=Decimal)


def test_the_worked_case_side_by_side(last: Path, agreed: Path) -> None:
    out = pnl(last, agreed, "--plan", PLAN).out
    held = "before logistics, people and payment days"
    assert (
        f"2002 contract: account contribution 1,470,500, 14.6% of gross sales and 14.6% of net invoiced sales, {held}."
        in out
    )
    assert (
        f"2003 agreed: account contribution 1,674,150, 16.7% of gross sales and 16.7% of net invoiced sales, {held}."
        in out
    )
    assert "2003 agreed contributes 203,650 more than 2002 contract." in out


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_line_says_internal(agreed: Path, kind: str, language: str) -> None:
    first = pnl(agreed, "-f", kind, "--lang", language).out.splitlines()[0]
    assert "internal" in first or kind == "html"
    if kind == "html":
        assert "internal" in pnl(agreed, "-f", kind, "--lang", language).out[:2000]


@pytest.mark.parametrize("kind", ["xlsx", "docx", "pptx", "png", "svg"])
def test_every_kind_of_file_is_written(agreed: Path, tmp_path: Path, kind: str) -> None:
    file = tmp_path / f"pnl.{kind}"
    pnl(agreed, "-o", file)
    assert file.stat().st_size > 1000
    if kind == "svg":
        text = file.read_text(encoding="utf-8")
        assert [
            word for word in ("internal", "8,508,150", "-6,834,000", "1,674,150") if word not in text
        ] == []


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_without_a_margin_is_internal_too(kind: str) -> None:
    out = pnl(AGREED, "-f", kind).out
    assert "internal" in (out[:2000] if kind == "html" else out.splitlines()[0])


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
def test_without_internal_it_is_refused_with_the_mend(agreed: Path, language: str) -> None:
    done = run("pnl", agreed, "--lang", language)
    assert (done.code, done.out) == (2, "")
    assert "--internal" in done.err
    assert language == "en" or "customer" not in done.err
    assert "32" not in done.err


@pytest.mark.parametrize("internal", [(), ("--internal",)])
@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
def test_there_is_no_edition_for_the_retailer(agreed: Path, language: str, internal: tuple[str, ...]) -> None:
    done = run("pnl", agreed, "--for", "retailer", "--lang", language, *internal)
    assert (done.code, done.out) == (2, "")
    assert "`ka-terms compare --for retailer`" in done.err
    assert language == "en" or "never" not in done.err


def test_what_is_not_known_is_not_zero_and_the_contribution_says_so(agreed: Path) -> None:
    out = pnl(agreed).out
    assert "Not known: logistics, people and payment days" in out
    assert "Account contribution, before logistics, people and payment days" in out
    assert "People who serve the account" not in out
    alone = pnl(AGREED).out
    assert "2003 agreed: no margin is given (`private: margin:`), so the P&L ends at net-net sales." in alone
    assert "contribution" not in alone
    assert "Cost of goods" not in alone


def test_contracts_that_know_unlike_costs_each_say_what_they_hold(agreed: Path) -> None:
    out = pnl(agreed, ACCOUNT).out
    assert "Not known: logistics, people and payment days (2003 agreed)" in out
    assert (
        "2003 agreed, all costs: the account contribution is after logistics, people and payment days." in out
    )
    assert "contributes" not in out
    assert "Net-net sales (after returns where the plan has them)" in out


def test_a_gap_to_the_metric_is_told_with_its_reasons(tmp_path: Path) -> None:
    out = pnl(ACCOUNT).out
    assert "Net-net sales after returns" in out
    assert "is 1,199,808.90, 100,500 higher: it does not deduct returns (+100,500)." in out
    text = "terms: {off: {rate: 10%, paid: on_invoice}}\nconditions: {payment_days: 73}\n"
    file = scenario(tmp_path, "discounted", f"{text}private: {{margin: 30%, cost_of_capital: 5%}}")
    out = pnl(file).out
    assert (
        "is 190,000, 1,000 lower: it calculates payment days on sales before on-invoice discounts (-1,000)."
        in out
    )
    assert (
        "discounted: the plan has no VAT rate (`vat:`), so payment days are calculated on invoices without VAT."
        in out
    )


def test_low_and_high_sales_are_shown_beside_the_plan() -> None:
    (contract,) = record_of(ACCOUNT, "--low", "8M", "--high", "+200%")["scenarios"]
    gross = [contract[case][0]["amount"] for case in ("low", "lines", "high")]
    assert gross == [8_000_000, 10_050_000, 12_060_000]
    out = pnl(ACCOUNT, "--low", "8M", "--columns", "Low,Plan").out
    assert "At the low and high sales given on the command line, everything else is as planned." in out
    low = record_of(AGREED, "--set", "sales=8M")["scenarios"][0]["lines"]
    asked = record_of(AGREED, "--low", "8M")["scenarios"][0]["low"]
    assert low == asked


def test_estimates_are_shown_unasked() -> None:
    out = pnl(ROOT / "scenarios" / "uncertain-sales.yaml").out
    assert "Customer P&L at low / plan / high sales" in out
    assert "Likely" in out


def test_the_margin_of_the_retailer_needs_her_sales() -> None:
    told = "name that figure of the plan with --sell-out."
    out = pnl(ACCOUNT).out
    assert told in out
    assert "Front margin" not in out
    out = pnl(ACCOUNT, "--sell-out", "sell_out").out
    assert told not in out
    (contract,) = record_of(ACCOUNT, "--sell-out", "sell_out")["scenarios"]
    lines = {line["line"]: line for line in contract["retailer"]["lines"]}
    front, back, total = (lines[f"{side}_margin"]["amount"] for side in ("front", "back", "total"))
    assert front + back == total == 3_991_850
    assert lines["front_margin"]["of_retail_sales"] == Decimal("0.196")


def test_a_fee_of_nobody_is_in_no_margin_and_is_named(tmp_path: Path) -> None:
    file = scenario(tmp_path, "who", "terms: {gift_cards: {amount: 70}}")
    told = (
        "who: not in the back margin, because the file does not say who receives it (`to:`): gift cards, 70."
    )
    assert told in pnl(file).out


@pytest.mark.parametrize(
    ("words", "option", "said"),
    [
        (("--low", "11M"), "--low", "sales at most as planned, 10,050,000"),
        (("--high", "9M"), "--high", "sales at least as planned, 10,050,000"),
        (("--sell-out", "sales"), "--sell-out", "one of sell_out"),
        (("--low", "x"), "--low", "Expected"),
    ],
)
def test_a_wrong_wish_is_blamed_on_its_option(words: tuple[str, str], option: str, said: str) -> None:
    done = run("pnl", ACCOUNT, "--internal", *words)
    assert (done.code, done.out) == (2, "")
    assert option in done.err
    assert said in done.err


def test_parts_units_and_labels_are_as_in_other_reports() -> None:
    out = pnl(ACCOUNT, "--parts", "Margin of the retailer", "--unit", "万", "--lang", "en").out
    assert "Gross sales" not in out
    assert "1,005.00" in out
    both = pnl(ACCOUNT, "--lang", "zh-Hant,en").out
    assert "牌價銷售額 Gross sales at list" in both


def test_two_contracts_in_two_currencies_are_refused(tmp_path: Path, agreed: Path) -> None:
    other = scenario(tmp_path, "yen", "currency: JPY")
    done = run("pnl", agreed, other, "--internal")
    assert done.code == 1
    assert "contracts in one currency" in done.err


def test_the_number_of_lines_adds_up_in_what_is_shown() -> None:
    """With a pocket calculator: every subtotal in csv is the one before and all lines between."""
    rows = [line.split(",") for line in pnl(ACCOUNT, "-f", "tsv").out.replace("\t", ",").splitlines()]
    assert rows[0][:4] == ["internal", "scenario", "case", "line"]
    contract = record_of(ACCOUNT)["scenarios"][0]["lines"]
    running = Decimal(0)
    for line in contract:
        if line["level"]:
            running = running or line["amount"]
            assert running == line["amount"]
        else:
            running += line["amount"] or 0


@pytest.mark.parametrize("private", ["", "private: {margin: 30%}\n"])
def test_without_sales_nothing_is_said_of_shares(tmp_path: Path, private: str) -> None:
    file = tmp_path / "zero.yaml"
    file.write_text(
        f"scenario: Zero\nplan: {{sales: 0}}\nterms: {{fee: {{amount: 300}}}}\n{private}", "utf-8"
    )
    (_, first, *_) = run("pnl", file, "--internal").out.splitlines()
    assert first.startswith("Zero: ")
    assert "-300" in first
    assert "n/a" not in first
