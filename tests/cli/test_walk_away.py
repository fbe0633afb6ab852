"""`--walk-away`: the limit that a contract keeps private, as a guardrail."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.material import LAST, ROOT
from tests.cli.running import run

FINANCE = ROOT / "scenarios" / "finance.yaml"
DEARER = ("--set", "monthly_rebate=8%")
COMMANDS = {
    "show": ("show", FINANCE),
    "compare": ("compare", LAST, FINANCE),
    "steps": ("steps", FINANCE),
    "pnl": ("pnl", LAST, FINANCE),
    "report": ("report", LAST, FINANCE),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_contract_past_its_limit_ends_with_3(command: str) -> None:
    words = (*COMMANDS[command], "--internal", "--walk-away")
    assert run(*words).code == 0
    done = run(*words, *DEARER)
    assert (done.code, bool(done.out)) == (3, True)
    banner, told = done.err.splitlines()[-2:]
    assert banner.startswith("internal:")
    assert told == "walk-away limit passed: 2003 with finance: fee_ratio is 20.8418%, the limit 18%"


def test_rounds_hold_it_against_the_last_one(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "scenarios", tmp_path / "case")
    words = ("rounds", tmp_path / "case" / "2003-ask.yaml")
    assert run(*words, FINANCE, "--internal", "--walk-away").code == 0
    dearer = tmp_path / "case" / "dearer.yaml"
    dearer.write_text("extends: finance.yaml\nscenario: Dearer\nterms: {monthly_rebate: {rate: 8%}}\n")
    done = run(*words, dearer, "--internal", "--walk-away")
    assert (done.code, bool(done.out)) == (3, True)
    assert "walk-away limit passed: Dearer: fee_ratio is 20.8418%, the limit 18%" in done.err


def test_offers_name_the_offer_that_is_past_it() -> None:
    words = ("offers", FINANCE, "--internal", "--walk-away", "--vary", "monthly_rebate=3%..8%..0.05%")
    assert run(*words, "--cost", "fee_ratio <= 17%").code == 0
    done = run(*words, "--cost", "fee_ratio <= 20%", "--top", "2")
    assert (done.code, bool(done.out)) == (3, True)
    assert "walk-away limit passed: 2003 with finance / Offer A: fee_ratio is" in done.err


def test_an_approval_has_it_too() -> None:
    assert run("approval", FINANCE, "--internal", "--walk-away").code == 0


@pytest.mark.parametrize("command", ["show", "compare"])
def test_without_internal_it_is_refused(command: str) -> None:
    done = run(*COMMANDS[command], "--walk-away")
    assert (done.code, done.out) == (2, "")
    assert "Fix: add --internal." in done.err


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "no contract with a walk-away limit"),
        ("zh-Hant", "沒有寫明底線的合約"),
        ("zh-Hans", "没有写明底线的合同"),
    ],
)
def test_where_no_contract_has_a_limit_it_is_refused(language: str, told: str) -> None:
    done = run("show", LAST, "--internal", "--walk-away", "--lang", language)
    assert (done.code, done.out) == (2, "")
    assert told in " ".join(done.err.split()).replace("│ ", "")
