"""A sweep that was done: its points in exact decimals, and what happens along its axis where it has but one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.axes import Axis, Grid, listed
from ka_terms.analysis.landmarks import Cliff, Crossing, cliffs, crossings
from ka_terms.analysis.levers import find
from ka_terms.analysis.points import Point, Question, points, rows
from ka_terms.model.scenario import Scenario


class Swept(NamedTuple):
    """What a sweep found. `today` has the value of each axis in each scenario as its file stands."""

    scenarios: tuple[Scenario, ...]
    question: Question
    points: tuple[Point, ...]
    today: tuple[tuple[Decimal, ...], ...]
    cliffs: tuple[Cliff, ...] = ()
    crossings: tuple[Crossing, ...] = ()
    at_cliffs: tuple[Point, ...] = ()
    """The points at cliffs that lie between those of the grid."""
    best_of: int | None = None
    """Of how many points these are the best, in this order; None where they are all of them."""

    @property
    def axes(self) -> tuple[Axis, ...]:
        """The axes of the grid."""
        return self.question.grid.axes

    @property
    def currency(self) -> str:
        """All scenarios have one."""
        return self.scenarios[0].currency

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the scenarios."""
        return tuple(scenario.scenario for scenario in self.scenarios)

    def is_term(self, metric: str) -> bool:
        """Whether a metric is a term of any of the contracts."""
        return any(metric in scenario.terms for scenario in self.scenarios)


def framed(question: Question, scenarios: Sequence[Scenario]) -> Swept:
    """The sweep before any of its points is known."""
    today = tuple(tuple(find(one, axis.name).value for axis in question.grid.axes) for one in scenarios)
    return Swept(tuple(scenarios), question, (), today)


def filled(
    swept: Swept, prepared: Sequence[Scenario], found: Iterable[Point], landmarks: bool = True
) -> Swept:
    """The sweep with its points, and with the cliffs and crossings along a single axis unless nobody looks at them."""
    swept = swept._replace(points=tuple(found))
    if len(swept.axes) > 1 or not landmarks:
        return swept
    (axis,), question = swept.axes, swept.question
    low, high = axis.ends()
    levers = [find(scenario, axis.name) for scenario in prepared]
    leaps = tuple(cliffs(prepared, levers, low, high))
    crossed = tuple(crossings(prepared, levers, question.metrics[0], low, high))
    return swept._replace(cliffs=leaps, crossings=crossed, at_cliffs=_at_cliffs(swept, prepared, leaps))


def _at_cliffs(swept: Swept, prepared: Sequence[Scenario], leaps: Sequence[Cliff]) -> tuple[Point, ...]:
    """The points at cliffs that the axis steps over, as far as a contract can state them."""
    (axis,) = swept.axes
    there = {point.values[0] for point in swept.points}
    between = [
        at for at in dict.fromkeys(leap.at for leap in leaps) if at not in there and axis.lever.takes(at)
    ]
    if not between:
        return ()
    grid = Grid((listed(axis.lever, between),))
    return tuple(points(rows(prepared, swept.question._replace(grid=grid))))
