"""The page about Python: the signature of every function, the attributes of every result."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

import ka_terms
from ka_terms import (
    approval,
    brief,
    budget_year,
    by_period,
    check,
    compare,
    evaluate,
    growth,
    ladder,
    load,
    offers,
    outlook,
    pnl,
    portfolio,
    promo,
    rounds,
    solve,
    steps,
    sweep,
    tornado,
    vpo,
)
from tests.cli.material import AGREED, LAST, PROPOSAL, ROOT

PAGE = (ROOT / "ka_terms" / "docs" / "python.md").read_text(encoding="utf-8")
UNCERTAIN: Path = ROOT / "scenarios" / "uncertain-sales.yaml"
RESULTS: dict[str, Callable[[], Any]] = {
    "Statement": lambda: evaluate(load(PROPOSAL)),
    "Line": lambda: evaluate(load(PROPOSAL)).lines[0],
    "Comparison": lambda: compare(load(LAST), load(PROPOSAL)),
    "ByPeriod": lambda: by_period(load(PROPOSAL)),
    "BudgetYear": lambda: budget_year(load(PROPOSAL), first="2003-01"),
    "Sweep": lambda: sweep(load(PROPOSAL), vary={"sales": "8M,9M"}),
    "Solved": lambda: solve(load(PROPOSAL), vary="monthly_rebate", rule="fee_ratio <= 18%"),
    "Ladders": lambda: ladder(load(PROPOSAL)),
    "Tornado": lambda: tornado(load(PROPOSAL)),
    "Outlook": lambda: outlook(load(UNCERTAIN), draws=100),
    "Brief": lambda: brief(load(AGREED), offer=load(PROPOSAL)),
    "Offers": lambda: offers(load(AGREED), {"monthly_rebate": "2%..4%..0.1%", "events.dm": "2..6..1"}),
    "Steps": lambda: steps(load(AGREED)),
    "Approval": lambda: approval(load(AGREED), load(LAST)),
    "Pnl": lambda: pnl(load(AGREED), internal=True),
    "Rounds": lambda: rounds(load(AGREED), baseline=load(LAST)),
    "Growth": lambda: growth(load(PROPOSAL)),
    "Promotions": lambda: promo(load(AGREED), "dm_tg_fee"),
    "Portfolio": lambda: portfolio([load(AGREED)]),
    "Vpo": lambda: vpo(ROOT / "scenarios" / "vpo" / "chains.csv"),
    "Check": lambda: check(PROPOSAL),
}


@pytest.mark.parametrize("name", sorted({*ka_terms.__all__} - {"__version__"}))
def test_every_function_has_its_signature(name: str) -> None:
    signature = inspect.signature(getattr(ka_terms, name))
    bare = [parameter.replace(annotation=parameter.empty) for parameter in signature.parameters.values()]
    shown = signature.replace(parameters=bare, return_annotation=signature.empty)
    assert f"**`{name}{shown}`**" in PAGE


def test_every_result_has_a_table() -> None:
    assert re.findall(r"^\| attribute of `(\w+)`", PAGE, re.MULTILINE) == [*RESULTS]


@pytest.mark.parametrize("name", RESULTS)
def test_every_attribute_is_one_of_the_result(name: str) -> None:
    """In the first column, and in the second where it goes on from `result`."""
    table = re.search(rf"^\| attribute of `{name}` .*\n.*\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    assert table
    first = re.findall(r"`(\w+)`", "\n".join(row.split("|")[1] for row in table[1].splitlines()))
    result = RESULTS[name]()
    for attribute in (*first, *re.findall(r"`(result\.\w+)`", table[1])):
        attrgetter(attribute)(result)
