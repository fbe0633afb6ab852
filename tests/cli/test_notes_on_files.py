"""What a file was saved with is told by every command that calculates its contract, by one rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from ka_terms.cli.app import COMMANDS
from tests.cli.material import LAST, PLAN, ROOT
from tests.cli.running import run

UNCERTAIN = ROOT / "scenarios" / "uncertain-sales.yaml"
ASKED: dict[str, list[object]] = {
    "show": ["show", "{}"],
    "explain": ["show", "{}", "--explain", "monthly_rebate"],
    "compare": ["compare", LAST, "{}"],
    "sweep": ["sweep", "{}", "--vary", "monthly_rebate=1%,2%"],
    "spread": ["sweep", "{}", "--vary", "monthly_rebate=1%,2%", "--spread"],
    "solve": ["solve", "{}", "--vary", "monthly_rebate", "--for", "fee_ratio <= 18%"],
    "ladder": ["ladder", "{}"],
    "tornado": ["tornado", "{}"],
    "outlook": ["outlook", "{}", "--draws", "100"],
    "brief": ["brief", LAST, "--target", "{}", "--internal"],
    "offers": ["offers", "{}", "--internal", "--vary", "events.dm=3,4", "--vary", "monthly_rebate=3.7%,2.5%"],
    "steps": ["steps", "{}", "--internal"],
    "approval": ["approval", LAST, "--approve", "{}"],
    "pnl": ["pnl", "{}", "--internal"],
    "rounds": ["rounds", "{}", "--internal"],
    "growth": ["growth", "{}"],
    "promo": ["promo", "{}", "dm_tg_fee"],
    "vpo": ["vpo", "{}"],
}
WITHOUT_CONTRACTS = {"check", "portfolio", "import", "init", "schema", "catalogue", "help"}
"""The commands that calculate none of a file, `import`, which reads workbooks, `check`, which lists every doubt, and
`portfolio`, which only adds up."""


def edited(folder: Path) -> Path:
    """A saved statement, one amount of which is no longer what plan and terms come to."""
    saved = folder / "saved.json"
    text = run("show", UNCERTAIN, "--format", "json").out
    lines = text.partition('"lines": [')[2]
    amount = lines.partition('"term": "monthly_rebate"')[2].partition('"amount": ')[2].partition(",")[0]
    assert amount
    saved.write_text(text.replace(f'"amount": {amount}', '"amount": 1.00', 1), encoding="utf-8")
    return saved


def test_every_command_is_asked() -> None:
    assert {words[0] for words in ASKED.values()} | WITHOUT_CONTRACTS | {"report"} == {*COMMANDS}


def test_a_page_tells_of_changed_amounts_too(tmp_path: Path) -> None:
    saved = edited(tmp_path)
    for words in (["report", saved], ["approval", LAST, "--approve", saved, "--format", "html"]):
        shown = run(*words).out
        assert "the saved amounts for monthly rebate differ from the recalculated amounts." in shown


@pytest.mark.parametrize("name", ASKED)
def test_changed_amounts_are_told_once(name: str, tmp_path: Path) -> None:
    saved = edited(tmp_path)
    done = run(*(str(word).format(saved) for word in ASKED[name]))
    assert (done.code, done.err) == (0, "")
    note = f"{saved}: the saved amounts for monthly rebate differ from the recalculated amounts."
    assert done.out.count(note) == 1


@pytest.mark.parametrize(
    "words",
    [["compare", LAST, "{}"], ["solve", "{}", "--vary", "monthly_rebate", "--for", "fee_ratio <= 18%"]],
    ids=["compare", "solve"],
)
def test_on_another_plan_no_amount_is_held_to_what_was_saved(words: list[object], tmp_path: Path) -> None:
    saved = edited(tmp_path)
    done = run(*(str(word).format(saved) for word in words), "--plan", PLAN)
    assert "saved amounts" not in done.out + done.err
    assert done.code == 0
