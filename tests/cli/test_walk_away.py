"""`--walk-away`: the limit that a contract keeps private, as a guardrail."""

from __future__ import annotations

import pytest

from tests.cli.material import LAST, ROOT
from tests.cli.running import run

FINANCE = ROOT / "scenarios" / "finance.yaml"
DEARER = ("--set", "monthly_rebate=8%")
COMMANDS = {
    "show": ("show", FINANCE),
    "compare": ("compare", LAST, FINANCE),
    "steps": ("steps", FINANCE),
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
