"""Options that take a whole number read it as contracts write one."""

from __future__ import annotations

import pytest

from tests.cli.material import ROOT
from tests.cli.running import run

UNCERTAIN = ROOT / "scenarios" / "uncertain-sales.yaml"
COMMANDS = {
    "--best": ("sweep", UNCERTAIN, "--vary", "sales=1M,2M"),
    "--draws": ("outlook", UNCERTAIN),
    "--seed": ("outlook", UNCERTAIN, "--draws", "100"),
    "--top": ("tornado", UNCERTAIN),
}


@pytest.mark.parametrize("option", COMMANDS)
@pytest.mark.parametrize("text", ["1_000", "1_0", "x", "1.5", "1000²", "-1"])
def test_what_is_no_whole_number_is_refused_in_our_words(option: str, text: str) -> None:
    done = run(*COMMANDS[option], option, text)
    assert done.code == 2
    assert f"Found '{text}'. Expected" in done.err


@pytest.mark.parametrize("option", COMMANDS)
def test_full_width_digits_and_groups_are_read(option: str) -> None:
    plain, *others = (run(*COMMANDS[option], option, text) for text in ("1000", "１０００", "1,000", "1k"))
    assert plain.code == 0
    assert [done.out for done in others] == [plain.out] * 3


@pytest.mark.parametrize(
    ("option", "text"), [("--best", "0"), ("--best", "10001"), ("--draws", "99"), ("--top", "0")]
)
def test_bounds_are_told(option: str, text: str) -> None:
    done = run(*COMMANDS[option], option, text)
    assert done.code == 2
    assert f"{option}: Found {int(text):,}. Expected a whole number from " in done.err
