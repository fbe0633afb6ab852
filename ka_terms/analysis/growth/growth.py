"""All that `growth` says, before any of it is worded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ka_terms.analysis.growth.months import Months, months_of
from ka_terms.analysis.growth.target import Needs, needs, read_target
from ka_terms.analysis.growth.years import Year, chained, years
from ka_terms.model.contract.scenario import Scenario


class AccountGrowth(NamedTuple):
    """The years of an account, and what its target needs."""

    scenario: Scenario
    """The last year, with those before it as its last years; of estimates the likely case."""
    years: tuple[Year, ...]
    """The first one first."""
    needs: Needs | None
    """None without a last year."""
    months: Months | None
    """Those of the last year; None where nothing is listed by month."""


def growth(scenarios: Sequence[Scenario], target: str = "") -> AccountGrowth:
    """Return how the sales of an account grow over its files, one a year, and the last years that they refer to.

    `target` is an amount or growth on last year's sales. Errors: `ValueError` for the target; `Incomparable` for files
    that are no years of one account.
    """
    scenario = chained(scenarios)
    asked = read_target(target, scenario.plan) if target else None
    return AccountGrowth(scenario, years(scenario), needs(scenario.plan, asked), months_of(scenario.plan))
