"""Scenario files that several tests of commands read."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.cli.running import Run

ROOT = Path(__file__).parents[2]
LAST, ASK, PROPOSAL, AGREED, PLAN = (
    ROOT / "scenarios" / f"{name}.yaml"
    for name in ("2002", "2003-ask", "2003-proposal", "2003-agreed", "2003-plan")
)
INTERNAL = Path(__file__).parent / "golden" / "internal.yaml"
"""The proposal for 2003 with private figures."""
PRIVATE_NUMBERS = (
    *("32.17", "0.3217", "3233085", "3,233,085"),  # margin
    *("6.13", "0.0613", "101270.96", "101,270.96"),  # cost of capital
    *("18.19", "0.1819", "914345", "914,345"),  # walk-away: fee ratio
    *("2777111", "2,777,111", "1863361", "1,863,361"),  # total fees
    *("8123457", "8,123,457", "1012793", "1,012,793"),  # net-net sales
    *("1911119", "1,911,119", "306945.04", "306,945.04"),  # contribution
    *("2218064.04", "2,218,064.04", "22.07%", "0.2207"),
)
"""What `INTERNAL` keeps private, and what follows from it, in the notations of all formats."""
FORMATS = ("table", "md", "csv", "tsv", "html", "json")
LANGUAGES = ("en", "zh-Hant", "zh-Hans", "zh-Hant,en")


def scenario(folder: Path, name: str = "a contract", text: str = "", file: str = "") -> Path:
    """A scenario file with sales of 1M, unless the text has a plan of its own."""
    plan = "" if "plan:" in text else "plan: {sales: 1M}\n"
    path = folder / (file or f"{name.replace(' ', '-')}.yaml")
    path.write_text(f"scenario: {json.dumps(name)}\n{plan}{text}\n", encoding="utf-8")
    return path


def record(done: Run) -> Any:
    """The json a run printed, its numbers exact."""
    return json.loads(done.out, parse_float=Decimal)


def crowded(folder: Path) -> tuple[Path, Path, Path]:
    """Sixty terms with long names, tiers and a hundred conditions, in billions; last year and our offer likewise."""
    long = "a name that goes on and on and is longer than any column of a page could hold"
    plan = "sales: 9876543210.55, stores: {opening: 80, new: 9}"
    before = "last_year: {sales: 1234567890.12, stores: {opening: 90, new: 7}}"
    conditions = "".join(f"  point_{number}: {long} EXTRA\n" for number in range(100))
    private = "private: {margin: 32%, walk_away: {fee_ratio: 18%}}\n"
    files = []
    for name, year, status, extra in (
        ("new", 2003, "agreed", 3),
        ("old", 2002, "agreed", 0),
        ("offer", 2003, "proposal", 1),
    ):
        amounts = (number * 1000003 * extra + 5000000.37 for number in range(56))
        terms = "".join(
            f"  fee_{number}: {{amount: {amount:.2f}, label: '{number} {long}'}}\n"
            for number, amount in enumerate(amounts)
        )
        tiers = ", ".join(f"{{from: {10 + step}00M, rate: {step + 1 + extra / 10}%}}" for step in range(12))
        terms += "".join(f"  tier_{number}: {{mode: whole, tiers: [{tiers}]}}\n" for number in range(4))
        head = f"scenario: {name} {long}\naccount: {long}\nyear: {year}\nstatus: {status}\n"
        years = plan if name == "old" else f"{plan}, {before}"
        points = conditions.replace("EXTRA", str(extra))
        file = folder / f"{name}-{long.replace(' ', '-')}.yaml"
        file.write_text(
            f"{head}plan: {{{years}}}\nterms:\n{terms}conditions:\n{points}{private}",
            encoding="utf-8",
        )
        files.append(file)
    return files[0], files[1], files[2]
