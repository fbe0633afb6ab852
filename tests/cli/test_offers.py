"""`offers`: packages side by side, in three languages, in every format, and never outside the house."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.material import ROOT
from tests.cli.running import run

FINANCE = ROOT / "scenarios" / "finance.yaml"
VARY = ("--vary", "events.dm=2..6..1", "--vary", "monthly_rebate=1.5%..4%..0.1%")
ASKED = ("offers", FINANCE, "--internal", *VARY)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            "A: DM events 4 → 3, monthly rebate 2.5% → 3.7%.",
        ),
        ("zh-Hant", "A：DM 次數 4 → 3、月返 2.5% → 3.7%。按計畫少 1,900、"),
        ("zh-Hans", "A：海报次数 4 → 3、月返 2.5% → 3.7%。按计划少 1,900、销售额 723.6万时少 35,668"),
    ],
)
def test_an_offer_is_told_in_words(language: str, told: str) -> None:
    assert told in run(*ASKED, "--lang", language).out


@pytest.mark.parametrize("kind", ["table", "md", "csv", "json", "html"])
def test_every_format_says_that_it_is_internal(kind: str) -> None:
    assert "internal" in run(*ASKED, "-f", kind).out[:60]


@pytest.mark.parametrize("kind", ["xlsx", "docx", "pptx"])
def test_every_file_is_written(kind: str, tmp_path: Path) -> None:
    target = tmp_path / f"offers.{kind}"
    assert run(*ASKED, "-o", target).code == 0
    assert target.stat().st_size > 1000


def test_without_an_offer_it_ends_with_3() -> None:
    done = run("offers", FINANCE, "--internal", "--vary", "events.dm=2,3", "--within", "10")
    assert done.code == 3
    assert "None of 2 packages costs from 1,541,840 to 1,541,860 as planned." in done.out


def test_fewer_changes_make_fewer_packages() -> None:
    told = json.loads(run(*ASKED, "--changes", "1", "--within", "20k", "-f", "json").out)
    assert {len(offer["changes"]) for offer in told["offers"]} == {1}
    assert told["tried"] == 29


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "--vary: Found nothing. Expected numbers that an offer may change."),
        (
            ("--vary", "sales=8M,9M"),
            "Expected a number that an offer can change, such as a rate or an event.",
        ),
        ((*VARY, "--cost", "cheap"), "--cost: Found 'cheap'."),
        ((*VARY, "--within", "x"), "--within: Found 'x'."),
        ((*VARY, "--top", "9"), "Expected a whole number from 1 to 8."),
        ((*VARY, "--low", "5%"), "--low: Found '5%'."),
        ((*VARY, "--for", "retailer"), "--for"),
    ],
)
def test_what_cannot_be_offered_is_refused_with_its_mend(words: tuple[str, ...], told: str) -> None:
    done = run("offers", FINANCE, "--internal", *words)
    assert (done.code, done.out) == (2, "")
    assert told in " ".join(done.err.split()).replace("│ ", "")


def test_without_internal_it_is_refused() -> None:
    done = run("offers", FINANCE, *VARY)
    assert (done.code, done.out) == (2, "")
    assert "Fix: add --internal." in done.err


@pytest.mark.parametrize("vary", ["last_year.sales=1M..4M..1M", "growth=+10%..+50%..10%"])
def test_what_sales_follow_is_not_offered(vary: str) -> None:
    done = run("offers", FINANCE, "--internal", "--vary", vary, "--within", "1M")
    assert (done.code, done.out) == (2, "")
    assert "Expected a number that an offer can change" in " ".join(done.err.split())


def test_a_price_that_makes_sales_is_not_offered(tmp_path: Path) -> None:
    file = tmp_path / "price.yaml"
    plan = "{sales: volume x price, volume: 400k, figures: {price: 25}}"
    file.write_text(f"scenario: P\nplan: {plan}\nterms: {{monthly_rebate: {{rate: 2%}}}}\n", encoding="utf-8")
    assert run("offers", file, "--internal", "--vary", "price=20..30..1").code == 2


def test_a_single_offer_is_the_nearest() -> None:
    vary = ("--vary", "monthly_rebate=2%..3%..0.1%", "--vary", "anniversary_fee=2000..6000..500")
    told = json.loads(run("offers", FINANCE, "--internal", *vary, "--top", "1", "-f", "json").out)
    assert len(told["offers"]) == 1
    text = run("offers", FINANCE, "--internal", *vary).out
    assert "|" not in text
    assert "These 4 differ most" in text


def test_values_that_make_no_contract_are_counted() -> None:
    vary = ("--vary", "annual_rebate.tiers.1.from=7M..10M..0.5M", "--within", "20k")
    out = run("offers", FINANCE, "--internal", *vary).out
    assert "Combinations of values that make no valid contract are left out: 3." in out


def test_a_ratio_of_no_sales_is_no_limit() -> None:
    done = run("offers", FINANCE, "--internal", *VARY, "--set", "sales=0", "--cost", "fee_ratio <= 15%")
    assert done.code == 2
    assert "because planned sales are 0" in " ".join(done.err.split())
