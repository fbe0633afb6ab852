"""Where a grid leaves what can be: numbers that are fine each by itself, and together make no plan.

More goods cannot come back than were sold, nor more stores close than there are. A file that says so is refused; of a
grid that goes there, these points are n/a and the others stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from ka_terms.calculation.arrays import Scaled
from ka_terms.calculation.figures import LAST_YEAR, Figures
from ka_terms.model.plan import NO_MORE_CLOSED, NO_MORE_RETURNS, Plan

REASONS = {NO_MORE_RETURNS: "returns", NO_MORE_CLOSED: "closed"}
"""What the model expected of a plan that cannot be -> the name of the reason."""


def reasons(error: ValueError) -> set[str]:
    """Why numbers together make no plan; empty where something else is wrong with them too."""
    if not isinstance(error, ValidationError):
        return set()
    faults = [fault for each in error.errors() for fault in each.get("ctx", {}).get("faults", [None])]
    found = {REASONS.get(fault.expected) if fault else None for fault in faults}
    return {reason for reason in found if reason} if None not in found else set()


def possible(plan: Plan, figure: Figures[Scaled]) -> Any:
    """Whether the numbers make a plan: one truth for a whole block, or an array of them."""
    holds: Any = True
    for year in _years(plan):
        for more, less in _pairs(year, figure):
            holds = holds & (more >= less)
    return holds


def _years(plan: Plan | None) -> Iterator[str]:
    year = ""
    while plan:
        yield year
        plan, year = plan.last_year, year + LAST_YEAR


def _pairs(year: str, figure: Figures[Scaled]) -> Iterator[tuple[Scaled, Scaled]]:
    """What must not be less, and than what, as far as the plan gives it; nothing is no less than zero."""
    if (returns := _given(year + "returns", figure)) and not returns.is_zero:
        yield figure(year + "sales"), returns
    if (closed := _given(year + "stores.closed", figure)) and not closed.is_zero:
        yield figure(year + "stores.opening") + figure(year + "stores.new"), closed


def _given(path: str, figure: Figures[Scaled]) -> Scaled | None:
    try:
        return figure(path)
    except KeyError:
        return None
