"""What the commands do, for programs, under the names of the commands: objects in exact decimals.

Every result has `to_dict()` for json and is a table of its own in notebooks.
"""

from __future__ import annotations

from ka_terms.api.accounts import Portfolio, portfolio
from ka_terms.api.answers import (
    Check,
    Ladders,
    Outlook,
    Solved,
    Tornado,
    check,
    ladder,
    outlook,
    solve,
    tornado,
)
from ka_terms.api.approving import Approval, approval
from ka_terms.api.at_table import Brief, Offers, Steps, brief, offers, steps
from ka_terms.api.contracts import Comparison, Statement, compare, evaluate, load, moved, scenario
from ka_terms.api.growing import Growth, growth
from ka_terms.api.negotiating import Rounds, rounds
from ka_terms.api.periods import BudgetYear, ByPeriod, budget_year, by_period
from ka_terms.api.profit_and_loss import Pnl, pnl
from ka_terms.api.promoting import Promotions, promo
from ka_terms.api.sweeping import Sweep, sweep
from ka_terms.api.vpos import Vpo, vpo
from ka_terms.model.contract.scenario import Scenario
from ka_terms.reading.problems.problem import ReadError

__all__ = [
    "Approval",
    "Brief",
    "BudgetYear",
    "ByPeriod",
    "Check",
    "Comparison",
    "Growth",
    "Ladders",
    "Offers",
    "Outlook",
    "Pnl",
    "Portfolio",
    "Promotions",
    "ReadError",
    "Rounds",
    "Scenario",
    "Solved",
    "Statement",
    "Steps",
    "Sweep",
    "Tornado",
    "Vpo",
    "approval",
    "brief",
    "budget_year",
    "by_period",
    "check",
    "compare",
    "evaluate",
    "growth",
    "ladder",
    "load",
    "moved",
    "offers",
    "outlook",
    "pnl",
    "portfolio",
    "promo",
    "rounds",
    "scenario",
    "solve",
    "steps",
    "sweep",
    "tornado",
    "vpo",
]
