"""`promo` as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.material import AGREED, ROOT
from tests.cli.running import run

FINANCE = ROOT / "scenarios" / "finance.yaml"
CASES = ROOT / "tests" / "cases" / "promotions.yaml"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "DM + TG costs 122,500; it pays from +96% if all items are on it, +481% at 20%."),
        ("zh-Hant", "DM + TG 費用 122,500；全部品項參加時增幅 +96% 起合算，品項占 20% 時 +481% 起。"),
        ("zh-Hans", "DM + TG 费用 122,500；全部单品参加时增幅 +96% 起合算，单品占 20% 时 +481% 起。"),
    ],
)
def test_a_flyer_is_judged_in_one_sentence(language: str, sentence: str) -> None:
    out = run("promo", FINANCE, "dm_tg_fee", "--internal", "--lang", language).out
    assert out.splitlines()[1] == sentence


def test_without_internal_nothing_that_holds_the_margin_is_shown() -> None:
    for words in ((CASES,), (CASES, "spring_flyer"), (FINANCE, "dm_tg_fee")):
        for kind in ("table", "json", "csv", "html", "md"):
            out = run("promo", *words, "-f", kind).out
            assert "internal" not in out.replace("--internal", "")
            assert not any(told in out for told in ("32%", "0.32", "Gain on", "pays from"))


def test_the_margin_is_told_as_what_is_missing() -> None:
    out = run("promo", AGREED, "dm_tg_fee", "--internal").out
    assert "What a promotion leaves needs the margin" in out


def test_the_fee_share_is_set_against_what_is_allowed() -> None:
    out = run("promo", CASES).out
    assert "28.7% of the event's sales as expected, within the 30% allowed" in out
    assert "Promotions" in out
    assert run("promo", CASES, "spring_flyer", "--set", "monthly_rebate=3%").code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((AGREED,), "Fix: write one of these: dm_tg_fee."),
        ((AGREED, "dm_tgs"), "Expected a promotion or a term of the contract."),
        ((AGREED, "monthly_rebate"), "Expected a term that is charged for events."),
        ((CASES, "spring_flier"), "Fix: write spring_flyer"),
        ((AGREED, "dm_tg_fee", "--days", "0"), "--days: Found 0."),
        ((AGREED, "dm_tg_fee", "--for", "retailer"), "--for"),
    ],
)
def test_what_cannot_be_judged_is_refused(words: tuple[object, ...], told: str) -> None:
    done = run("promo", *words)
    assert (done.code, done.out) == (2, "")
    assert told in " ".join(done.err.split())


@pytest.mark.parametrize("name", ["gain", "fee_share", "needed"])
def test_each_picture_is_drawn(name: str, tmp_path: Path) -> None:
    target = tmp_path / "a.png"
    assert run("promo", CASES, "--internal", "--chart", name, "-o", target).code == 0
    assert target.read_bytes().startswith(b"\x89PNG")


def test_promotions_stay_in_what_is_written_and_are_not_for_the_retailer(tmp_path: Path) -> None:
    assert "spring_flyer" not in run("show", CASES, "--for", "retailer").out
    assert run("check", CASES).code == 0
