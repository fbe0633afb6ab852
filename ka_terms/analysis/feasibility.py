"""Feasibility: numbers that are valid each by itself may contradict each other in one plan.

Returns and categories cannot exceed sales, and no more stores can close than exist. Such a file is refused; in a grid
such combinations are n/a, and the others are calculated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import partial, reduce
from operator import add
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from ka_terms.calculation.figures import Figures, available
from ka_terms.calculation.readings.curves import Curves, Polynomial
from ka_terms.calculation.readings.reading import N
from ka_terms.model.contract.plan.categories import sum_of_parts
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.settlement_faults import periods_of_rest
from ka_terms.model.vocabulary.figures import LAST_YEAR, STORES

if TYPE_CHECKING:
    from ka_terms.calculation.readings.scaled import Scaled

_LIMITS = {"returns": (("sales",), "returns"), "closed": (("stores.opening", "stores.new"), "stores.closed")}
"""The name of a reason -> the figures whose sum is the upper limit, and the figure that must not exceed it."""


def reasons(error: ValueError) -> set[str]:
    """Return the reasons why a plan is not feasible; empty where it has any other error too."""
    if not isinstance(error, ValidationError):
        return set()
    faults = [fault for details in error.errors() for fault in details.get("ctx", {}).get("faults", [None])]
    names = {fault.reason if fault else "" for fault in faults}
    return names if names <= {*_LIMITS, "parts"} else set()


def possible(scenario: Scenario, figure: Figures[Scaled]) -> Any:
    """Return whether the plan is feasible: one truth for a whole block, or an array of truths."""
    holds: Any = True
    for _, summands, limited in _all_limits(scenario, figure):
        # No sum is below zero.
        if not limited.is_zero:
            holds = holds & (summands >= limited)
    return holds


class FeasibleRange(NamedTuple):
    """The range of an input in which the plan is feasible, and the reasons why it is not below and above."""

    low: Fraction
    high: Fraction
    below: str
    above: str

    def beyond(self, at: Fraction, inclusive: bool) -> str:
        """Return why the plan is not feasible at a position, or just above it if not `inclusive`; empty if it is."""
        if at < self.low:
            return self.below
        return self.above if at > self.high or (at == self.high and not inclusive) else ""


def feasible_range(
    scenario: Scenario, moving: Mapping[str, Polynomial], low: Fraction, high: Fraction
) -> FeasibleRange:
    """Return the part of the range from `low` to `high` in which the plan is feasible.

    `moving` gives the figures that change as linear polynomials of the input.
    """
    figure = Figures(scenario.plan, Curves(moving, high), scenario.rated)
    feasible = FeasibleRange(low, high, "", "")
    for reason, summands, limited in _all_limits(scenario, figure):
        margin = (summands - limited).over
        if len(margin) == 2:
            zero, rises = -margin[0] / margin[1], margin[1] > 0
            if rises and zero > feasible.low:
                feasible = feasible._replace(low=zero, below=reason)
            elif not rises and zero < feasible.high:
                feasible = feasible._replace(high=zero, above=reason)
    return feasible


def _all_limits(scenario: Scenario, figure: Figures[N]) -> Iterator[tuple[str, N, N]]:
    """Yield the limits of every year, and of the periods in which terms read what categories leave over."""
    yield from _limits(scenario.plan, figure)
    plan = scenario.plan
    if parts := sum_of_parts(plan.keys_given()["categories"], "sales"):
        periods = (period for term in scenario.terms.values() for period in periods_of_rest(term, plan))
        for months in dict.fromkeys(periods):
            inside = figure.over(months)
            yield "parts", inside("sales"), _sum(parts.paths(), inside)


def _limits(plan: Plan | None, figure: Figures[N]) -> Iterator[tuple[str, N, N]]:
    """Yield the limits of every year: the reason, the sum of the figures that limit, and the figure they limit."""
    year = ""
    while plan:
        for whole in ("sales", "volume"):
            if parts := sum_of_parts(plan.keys_given()["categories"], whole):
                yield "parts", figure(year + whole), _sum([year + path for path in parts.paths()], figure)
        for reason, (summands, path) in _limits_of(plan):
            if (limited := available(partial(figure, year + path))) is not None:
                yield reason, _sum([year + summand for summand in summands], figure), limited
        plan, year = plan.last_year, year + LAST_YEAR


def _limits_of(plan: Plan) -> Iterator[tuple[str, tuple[tuple[str, ...], str]]]:
    """The limits of a plan, those of its stores for every class of them too."""
    yield from _LIMITS.items()
    summands, limited = _LIMITS["closed"]
    for name in plan.stores.classes if plan.stores else ():
        of_class = (path.replace(STORES, f"{STORES}{name}.", 1) for path in summands)
        yield "closed", (tuple(of_class), limited.replace(STORES, f"{STORES}{name}.", 1))


def _sum(paths: Iterable[str], figure: Figures[N]) -> N:
    return reduce(add, map(figure, paths))
