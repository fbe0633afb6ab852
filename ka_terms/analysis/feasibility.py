"""Where a grid leaves what can be: numbers that are fine each by itself, and together make no plan.

More goods cannot come back than were sold, nor more stores close than there are. A file that says so is refused; of a
grid that goes there, these points are n/a and the others stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from ka_terms.calculation.figures import Figures
from ka_terms.calculation.readings.curves import Curves, Polynomial
from ka_terms.calculation.readings.reading import N
from ka_terms.model.contract.plan import Plan
from ka_terms.model.vocabulary.figures import LAST_YEAR

if TYPE_CHECKING:
    from ka_terms.calculation.readings.arrays import Scaled

_LIMITS = {"returns": (("sales",), "returns"), "closed": (("stores.opening", "stores.new"), "stores.closed")}


def reasons(error: ValueError) -> set[str]:
    """Why numbers together make no plan; empty where something else is wrong with them too."""
    if not isinstance(error, ValidationError):
        return set()
    faults = [fault for each in error.errors() for fault in each.get("ctx", {}).get("faults", [None])]
    found = {fault.reason if fault else "" for fault in faults}
    return set() if "" in found else found


def possible(plan: Plan, figure: Figures[Scaled]) -> Any:
    """Whether the numbers make a plan: one truth for a whole block, or an array of them."""
    holds: Any = True
    for _, more, less in _limits(plan, figure):
        # Nothing is no less than zero.
        if not less.is_zero:
            holds = holds & (_sum(more, figure) >= less)
    return holds


class Reach(NamedTuple):
    """From where to where one number that moves makes a plan, and why it does not below and above."""

    low: Fraction
    high: Fraction
    below: str
    above: str

    def beyond(self, at: Fraction, inclusive: bool) -> str:
        """Why there is no plan at a place, or just above it where it is not `inclusive`; empty where there is one."""
        if at < self.low:
            return self.below
        return self.above if at > self.high or (at == self.high and not inclusive) else ""


def reach(plan: Plan, moving: Mapping[str, Polynomial], low: Fraction, high: Fraction) -> Reach:
    """How far figures can move that do so evenly, `low` and `high` at most."""
    figure = Figures(plan, Curves(moving, high))
    found = Reach(low, high, "", "")
    for reason, more, less in _limits(plan, figure):
        apart = (_sum(more, figure) - less).over
        if len(apart) == 2:
            at, rises = -apart[0] / apart[1], apart[1] > 0
            if rises and at > found.low:
                found = found._replace(low=at, below=reason)
            elif not rises and at < found.high:
                found = found._replace(high=at, above=reason)
    return found


def _limits(plan: Plan | None, figure: Figures[N]) -> Iterator[tuple[str, list[str], N]]:
    """By reason, for every year that gives them: the figures that together must not be less than another."""
    year = ""
    while plan:
        for reason, (more, less) in _LIMITS.items():
            try:
                found = figure(year + less)
            except KeyError:
                continue
            yield reason, [year + path for path in more], found
        plan, year = plan.last_year, year + LAST_YEAR


def _sum(paths: Iterable[str], figure: Figures[N]) -> N:
    return reduce(add, map(figure, paths))
