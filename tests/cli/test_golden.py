"""Every command in every format, held to what it printed when somebody last looked at it and found it good."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.running import run

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
UPDATE = "KA_TERMS_UPDATE_GOLDEN"
HOW = f"{UPDATE}=1 python -m pytest tests/cli/test_golden.py"

SUFFIXES = {"table": "txt", "md": "md", "csv": "csv", "tsv": "tsv", "html": "html", "json": "json"}
LAST, NEXT, ASK = (f"scenarios/{name}.yaml" for name in ("2002", "2003-proposal", "2003-ask"))
FINANCE, VPO = "scenarios/finance.yaml", "vpo scenarios/vpo/chains.csv"
BRIEF = (
    f"brief {ASK} {NEXT} {FINANCE} --internal --vary events.dm=2..6..1 --vary monthly_rebate=1.5%..4%..0.1%"
)
OFFERS = f"offers {FINANCE} --internal --vary events.dm=2..6..1 --vary monthly_rebate=1.5%..4%..0.1%"
INTERNAL, HOUSE, UNCERTAIN = (f"tests/cli/golden/{name}.yaml" for name in ("internal", "house", "uncertain"))
OUTLOOK, MONTHS, ACCOUNT = (f"tests/cli/golden/{name}.yaml" for name in ("outlook", "months", "account"))
SALES, RATE = "--vary sales=8M..10.5M..700k", "--vary monthly_rebate=1%..2%..0.5%"
CHECK = f"check {LAST} {ASK} --policy {HOUSE}"
SOLVE = f"solve {NEXT} --vary sales=5M..20M --for fee_ratio<=8.8% --step 1k"

COMMANDS = {
    **{f"show.{suffix}": f"show {NEXT} --format {name}" for name, suffix in SUFFIXES.items()},
    **{f"compare.{suffix}": f"compare {LAST} {NEXT} --format {name}" for name, suffix in SUFFIXES.items()},
    **{f"check.{suffix}": f"{CHECK} --format {name}" for name, suffix in SUFFIXES.items()},
    "show-explain.txt": f"show {LAST} --explain dm_tg_fee",
    "show-explain-tiers-zh-hant.txt": f"show {NEXT} --explain 年返 --lang zh-Hant",
    "show-internal.txt": f"show {INTERNAL} --internal",
    "show-zh-hans-wan.txt": f"show {NEXT} --lang zh-Hans --unit 万",
    "show-ascii.txt": f"show {LAST} --ascii",
    "compare-tidy.txt": f"compare {LAST} {NEXT} --layout tidy",
    "compare-three-plan.txt": f"compare {LAST} {ASK} {NEXT} --plan scenarios/2003-plan.yaml",
    "compare-internal.txt": f"compare {ASK} {INTERNAL} --internal",
    "compare-internal.csv": f"compare {ASK} {INTERNAL} --internal --format csv",
    "compare-zh-hant.txt": f"compare {LAST} {NEXT} --lang zh-Hant --unit 萬",
    "compare-zh-hans.txt": f"compare {LAST} {NEXT} --lang zh-Hans",
    "compare-zh-hant-en.txt": f"compare {LAST} {NEXT} --lang zh-Hant,en",
    **{f"outlook.{suffix}": f"outlook {OUTLOOK} --format {name}" for name, suffix in SUFFIXES.items()},
    "outlook-internal.txt": f"outlook {OUTLOOK} --internal --distribution triangular --metric vpo --ascii",
    "outlook-two-zh-hant.txt": f"outlook {UNCERTAIN} --draws 1000 --seed 7 --lang zh-Hant --unit 萬",
    "outlook-two-zh-hans.md": f"outlook {UNCERTAIN} --draws 1000 --distribution uniform --lang zh-Hans --format md",
    **{
        f"show-by-month.{suffix}": f"show {MONTHS} --by month --format {name}"
        for name, suffix in SUFFIXES.items()
    },
    "show-owed.txt": f"show {MONTHS} --view owed",
    "show-owed-zh-hant.txt": f"show {MONTHS} --view owed --by quarter --lang zh-Hant --unit 萬",
    "show-owed.json": f"show {MONTHS} --view owed --format json",
    "compare-by-quarter-zh-hans.txt": f"compare {LAST} {NEXT} {MONTHS} --by quarter --lang zh-Hans",
    "compare-by-month.csv": f"compare {NEXT} {MONTHS} --by month --view owed --format csv",
    "show-uncertain.txt": f"show {UNCERTAIN}",
    "show-uncertain-zh-hant.txt": f"show {UNCERTAIN} --lang zh-Hant --unit 萬",
    "show-uncertain.csv": f"show {UNCERTAIN} --format csv",
    "show-uncertain.json": f"show {UNCERTAIN} --format json",
    "compare-uncertain.txt": f"compare {LAST} {UNCERTAIN}",
    "compare-uncertain-plan.md": f"compare {LAST} {NEXT} --plan {UNCERTAIN} --format md --lang zh-Hans",
    "compare-uncertain.csv": f"compare {LAST} {UNCERTAIN} --format csv",
    "compare-uncertain-tidy.csv": f"compare {LAST} {UNCERTAIN} --format csv --layout tidy",
    **{f"solve.{suffix}": f"{SOLVE} --format {name}" for name, suffix in SUFFIXES.items()},
    "solve-zh-hant.txt": f"{SOLVE} --lang zh-Hant",
    "solve-two.txt": f"solve {ASK} {NEXT} --vary dm_tg_fee --for total_fees",
    "solve-two-zh-hans.csv": f"solve {LAST} {NEXT} --vary sales --lang zh-Hans --format csv",
    "solve-internal.json": f"solve {INTERNAL} --vary sales --for fee_ratio<=10% --internal --format json",
    "approval.csv": f"approval {LAST} {ASK} {NEXT} scenarios/2003-agreed.yaml --format csv",
    **{
        f"pnl.{suffix}": f"pnl {ACCOUNT} --internal --sell-out sell_out --low 8M --format {name}"
        for name, suffix in SUFFIXES.items()
    },
    "pnl-two-zh-hans.txt": f"pnl {INTERNAL} {ACCOUNT} --internal --lang zh-Hans --unit 万",
    "portfolio.csv": "portfolio scenarios --date 2003-11-15 --format csv",
    "portfolio.txt": "portfolio scenarios --date 2003-11-15 --sweep sales=-10%,+10%",
    "portfolio-zh-hant.txt": "portfolio scenarios --date 2003-11-15 --lang zh-Hant",
    "promo.csv": "promo tests/cases/promotions.yaml --format csv",
    "promo.txt": "promo tests/cases/promotions.yaml --internal",
    "promo-zh-hant.txt": "promo tests/cases/promotions.yaml --internal --lang zh-Hant",
    "promo.json": "promo tests/cases/promotions.yaml --internal --format json",
    "growth.csv": "growth scenarios/vpo/2003.yaml --format csv",
    "growth.txt": "growth scenarios/vpo/2003.yaml --target +40%",
    "growth-zh-hant.txt": "growth scenarios/2003-plan.yaml --lang zh-Hant",
    "growth.json": "growth scenarios/2003-plan.yaml --format json",
    **{f"vpo.{suffix}": f"{VPO} --format {name}" for name, suffix in SUFFIXES.items()},
    "vpo-zh-hant.txt": f"{VPO} --lang zh-Hant --measure sales",
    "vpo-zh-hans.txt": "vpo scenarios/2002.yaml scenarios/2003-plan.yaml --lang zh-Hans",
    "rounds.csv": f"rounds {LAST} {ASK} {NEXT} scenarios/2003-agreed.yaml --internal --format csv",
    **{
        f"steps.{suffix}": f"steps {FINANCE} --internal --against dm_tg_fee --request {ASK} --format {name}"
        for name, suffix in SUFFIXES.items()
    },
    "steps-zh-hant.txt": f"steps {FINANCE} --internal --against dm_tg_fee --lang zh-Hant",
    **{f"offers.{suffix}": f"{OFFERS} --format {name}" for name, suffix in SUFFIXES.items()},
    **{f"brief.{suffix}": f"{BRIEF} --format {name}" for name, suffix in SUFFIXES.items()},
    "brief-zh-hant.txt": f"{BRIEF} --lang zh-Hant",
    "offers-zh-hans.txt": f"{OFFERS} --lang zh-Hans",
    "check-zh-hant.txt": f"{CHECK} --lang zh-Hant",
    **{f"ladder.{suffix}": f"ladder {ASK} {NEXT} --format {name}" for name, suffix in SUFFIXES.items()},
    "ladder-internal-zh-hant.txt": f"ladder {INTERNAL} --internal --lang zh-Hant --unit 萬",
    "ladder-internal.json": f"ladder {INTERNAL} --internal --format json",
    **{f"tornado.{suffix}": f"tornado {NEXT} --format {name}" for name, suffix in SUFFIXES.items()},
    "tornado-ascii.txt": f"tornado {LAST} --by 5% --all --ascii",
    "tornado-zh-hant.txt": f"tornado {ASK} --metric total_fees --top 6 --lang zh-Hant --unit 萬",
    **{f"sweep.{suffix}": f"sweep {ASK} {NEXT} {SALES} --format {name}" for name, suffix in SUFFIXES.items()},
    "sweep-matrix.txt": f"sweep {NEXT} {SALES} {RATE} --metric fee_ratio,vpo",
    "sweep-matrix-zh-hant.md": f"sweep {NEXT} {SALES} {RATE} --format md --lang zh-Hant --unit 萬",
    "sweep-best-zh-hans.txt": f"sweep {ASK} {NEXT} {SALES} {RATE} --best 4 --lang zh-Hans",
    "sweep-bars.txt": f"sweep {NEXT} {SALES} --ascii",
}


@pytest.mark.parametrize("name", COMMANDS)
def test_output_is_the_golden_one(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    words = COMMANDS[name].split()
    done = run(*words)
    assert (done.code, done.err) == (3 if words[0] == "check" else 0, "")
    file = GOLDEN / name
    if os.environ.get(UPDATE) == "1":
        file.write_bytes(done.out.encode())
    golden = file.read_bytes().decode() if file.exists() else ""
    assert done.out == golden, f"ka-terms {COMMANDS[name]} prints something else; if it is right: {HOW}"


def test_no_golden_is_left_over() -> None:
    inputs = {"internal.yaml", "house.yaml", "uncertain.yaml", "outlook.yaml", "months.yaml", "account.yaml"}
    kept = {file.name for file in GOLDEN.iterdir()} - inputs
    assert kept == set(COMMANDS)
