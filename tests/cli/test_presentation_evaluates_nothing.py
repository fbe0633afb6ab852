"""What reaches presentation is whole: while a report is made, no contract, term or figure is calculated any more."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

import ka_terms
from tests.cli.material import AGREED, FORMATS, INTERNAL, LAST, PROPOSAL, ROOT
from tests.cli.running import run

PACKAGE = Path(ka_terms.__file__).parent
PRESENTATION = str(PACKAGE / "presentation")
CALCULATING = tuple(
    str(PACKAGE / room)
    for room in (
        "calculation/costs.py",
        "calculation/figures.py",
        "calculation/formulas",
        "calculation/growth.py",
        "calculation/readings/arrays.py",
        "calculation/readings/curves.py",
        "analysis/inputs/moved.py",
        "analysis/ladder/by_measure.py",
        "analysis/piecewise/changing_contract.py",
        "analysis/sweep/blocks.py",
        "analysis/uncertainty/simulation.py",
    )
)
LOOKING_UP = ("available", "Figures.__call__")
UNCERTAIN = ROOT / "scenarios" / "uncertain-sales.yaml"
COMMANDS = {
    "show": ["show", UNCERTAIN],
    "explain": ["show", PROPOSAL, "--explain", "annual_rebate"],
    "show, internal": ["show", INTERNAL, "--internal"],
    "show by month": ["show", PROPOSAL, "--by", "month", "--view", "owed"],
    "compare by quarter": ["compare", LAST, PROPOSAL, "--by", "quarter"],
    "compare": ["compare", LAST, PROPOSAL, UNCERTAIN],
    "check": ["check", PROPOSAL, "--policy", "china-supplier-charges"],
    "approval": ["approval", LAST, AGREED, PROPOSAL, "--date", "2003-01-15"],
    "brief": ["brief", LAST, AGREED, PROPOSAL, "--internal"],
    "offers": ["offers", INTERNAL, "--internal", "--vary", "monthly_rebate=1%..4%..1%", "--within", "9M"],
    "steps": ["steps", INTERNAL, "--internal", "--against", "dm_tg_fee"],
    "pnl": ["pnl", INTERNAL, UNCERTAIN, "--internal", "--high", "20M"],
    "rounds": ["rounds", PROPOSAL, AGREED, "--internal"],
    "growth": ["growth", PROPOSAL, "--target", "130%"],
    "portfolio": ["portfolio", PROPOSAL, LAST, "--internal"],
    "promo": ["promo", INTERNAL, "dm_tg_fee", "--internal"],
    "vpo": ["vpo", ROOT / "scenarios" / "vpo" / "chains.csv"],
    "vpo of contracts": ["vpo", LAST, PROPOSAL],
    "ladder": ["ladder", PROPOSAL],
    "tornado": ["tornado", PROPOSAL],
    "solve": ["solve", PROPOSAL, "--vary", "sales", "--for", "fee_ratio <= 9%"],
    "solve for two": ["solve", PROPOSAL, LAST, "--vary", "sales", "--for", "total_fees"],
    "sweep": ["sweep", PROPOSAL, "--vary", "sales=8M..11M..500k"],
    "sweep of two inputs": [
        "sweep",
        PROPOSAL,
        "--vary",
        "sales=8M..9M..500k",
        "--vary",
        "stores.new=1..3..1",
    ],
    "spread": ["sweep", PROPOSAL, "--vary", "sales=8M..11M..500k", "--spread"],
    "outlook": ["outlook", UNCERTAIN, "--draws", "200"],
}


@contextmanager
def watched() -> Iterator[set[str]]:
    """What calculates although a function of presentation waits for it."""
    found = set()

    def watch(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if (
            code.co_filename.startswith(CALCULATING)
            and code.co_qualname not in LOOKING_UP
            and event == "call"
        ):
            caller = frame.f_back
            while caller and not caller.f_code.co_filename.startswith(PRESENTATION):
                caller = caller.f_back
            if caller:
                place = f"{Path(caller.f_code.co_filename).name}:{caller.f_lineno}"
                found.add(f"{place} waits for {code.co_qualname}")

    sys.setprofile(watch)
    try:
        yield found
    finally:
        sys.setprofile(None)


@pytest.mark.thorough
@pytest.mark.parametrize("output", FORMATS)
@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_a_report_is_made_of_what_is_known(words: list[object], output: str) -> None:
    with watched() as found:
        done = run(*words, "--format", output)
    assert (done.code, done.err) == (0, "")
    assert not found


def test_the_watch_sees_what_calculates() -> None:
    """Called as if from presentation, every command would be found."""
    namespace: dict[str, object] = {"run": run}
    exec(compile(f"run('show', {str(LAST)!r})", f"{PRESENTATION}/made_up.py", "exec"), namespace)
    with watched() as found:
        exec(compile(f"run('show', {str(LAST)!r})", f"{PRESENTATION}/made_up.py", "exec"), namespace)
    assert found
