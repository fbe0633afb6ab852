"""What a contract says of its own terms and figures, as its user sees it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import run

OWN = """
scenario: own
labels:
  promoters: {en: promoter|promoters, zh-Hans: 促销员, zh-Hant: 促銷員, unit: 名}
rounding: 0.001
plan: {sales: 1000001, stores: {opening: 5}, figures: {promoters: 12}}
terms:
  fee:
    amount: 2000
    per: [promoters, stores.closing]
    label: {en: Promoter pay, zh-Hans: 促销费用}
    nature: apparent
    paid: deducted
    to: other
    note: {en: agreed orally, zh-Hans: 口头约定}
  fund: {rate: 1%, owed: no}
  case: {rate: 1.00077%, less: fund}
  dm_fee: {amount: 10}
  annual_rebate: {rate: 1%}
conditions: {payment_days: 60 after month end}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "own.yaml"
    file.write_text(OWN, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        (
            "en",
            (
                "Promoter pay",
                "2,000 per promoter per store",
                "2,000 × 12 promoters × 5 stores",
                "Fixed, apparently conditional",
                "calculated only",
                "Apparently conditional",
                "of which performance-based",
                "60 days after month end",
                "139,917.643",
            ),
        ),
        (
            "zh-Hans",
            ("促销费用", "每名促销员每店 2,000", "固定、形式上有条件", "月结后 60 天", "其中按活动支付"),
        ),
        ("zh-Hant", ("每名促銷員每店 2,000", "固定、形式上有條件", "月結後 60 天", "其中依業績支付")),
    ],
)
def test_the_statement_speaks_in_the_contracts_words(
    own: Path, language: str, parts: tuple[str, ...]
) -> None:
    done = run("show", own, "--lang", language)
    assert (done.code, done.err) == (0, "")
    for part in parts:
        assert part in done.out


def test_json_says_how_each_fee_is_named_and_paid_and_can_be_read_again(own: Path, tmp_path: Path) -> None:
    out = run("show", own, "--format", "json").out
    saved = json.loads(out)
    first, fund = saved["lines"][:2]
    assert {key: first[key] for key in ("label", "nature", "conditional", "paid", "to", "note", "owed")} == {
        "label": "Promoter pay",
        "nature": "apparent",
        "conditional": False,
        "paid": "deducted",
        "to": "other",
        "note": "agreed orally",
        "owed": True,
    }
    assert (fund["note"], fund["owed"], saved["rounding"]) == (None, False, 0.001)
    assert saved["labels"]["promoters"]["unit"] == "名"
    again = tmp_path / "saved.json"
    again.write_text(out, encoding="utf-8")
    assert json.loads(run("show", again, "--format", "json").out) == saved


def test_a_draft_keeps_labels_rounding_and_what_terms_say(own: Path) -> None:
    draft = run("init", "--from", own, "--output", "-").out
    for line in (
        "rounding: 0.001",
        "labels:",
        "  promoters: {en: promoter|promoters, zh-Hans: 促销员, zh-Hant: 促銷員, unit: 名}",
        "    nature: apparent",
        "    note: {en: agreed orally, zh-Hans: 口头约定}",
        "  fund: {rate: 1%, owed: no}",
    ):
        assert line in draft.splitlines()


def test_payment_days_after_month_end_cost_half_a_month_more(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(OWN + "private: {cost_of_capital: 3.65%}\n", encoding="utf-8")
    record = json.loads(run("show", file, "--internal", "--format", "json").out)
    assert record["inside"]["payment_cost"] == 7500.01


def test_several_contracts_are_compared_in_their_own_words(own: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("extends: own.yaml\nscenario: other\nterms: {fund: {rate: 2%}}\n", encoding="utf-8")
    table = run("compare", own, other).out
    assert "Promoter pay" in table
    record = json.loads(run("compare", own, other, "--format", "json").out)
    assert record["totals"][0]["change"] == -100.077


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", "Broken  Minimum  Performance-based (% of total fees)"),
        ("zh-Hans", "按业绩支付（占费用合计）"),
        ("zh-Hant", "依業績支付（占費用合計）"),
    ],
)
def test_a_grade_below_its_least_share_breaks_a_house_rule(
    own: Path, tmp_path: Path, language: str, row: str
) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text("policy: ours\nat_least: performance 30%\n", encoding="utf-8")
    done = run("check", own, "--policy", rules, "--lang", language)
    assert (done.code, row in done.out) == (3, True)
