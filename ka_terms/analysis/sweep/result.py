"""A sweep that was done: its points in exact decimals, and what happens along its axis where it has but one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.sweep.axes import Axis, Grid, listed, next_value
from ka_terms.analysis.sweep.blocks import Prepared
from ka_terms.analysis.sweep.landmarks import BreakEven, Cliff, cliffs, crossings
from ka_terms.analysis.sweep.rows import Point, Query, points, rows
from ka_terms.model.contract.scenario import Scenario


class SweepResult(NamedTuple):
    """What a sweep found. `today` has the value of each axis in each scenario as its file stands."""

    scenarios: tuple[Scenario, ...]
    query: Query
    points: tuple[Point, ...]
    today: tuple[tuple[Decimal, ...], ...]
    cliffs: tuple[Cliff, ...] = ()
    crossings: tuple[BreakEven, ...] = ()
    at_cliffs: tuple[Point, ...] = ()
    """The points at cliffs that lie between those of the grid."""
    best_of: int | None = None
    """Of how many points these are the best, in this order; None where they are all of them."""
    impossible: tuple[tuple[int, str], ...] = ()
    """Which contracts are n/a at points of the grid, since there the numbers make no plan, and why, by name."""

    @property
    def axes(self) -> tuple[Axis, ...]:
        """The axes of the grid."""
        return self.query.grid.axes

    @property
    def currency(self) -> str:
        """All scenarios have one."""
        return self.scenarios[0].currency

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the scenarios."""
        return tuple(scenario.scenario for scenario in self.scenarios)

    def row_of(self, cliff: Cliff) -> Decimal:
        """The value in whose row a cliff is told: its place, or the next value that a contract can state behind it."""
        input = self.axes[0].input
        return cliff.at if input.takes(cliff.at) else next_value(input, cliff.at, self.currency)


def framed(query: Query, scenarios: Sequence[Scenario], ready: Sequence[Prepared] = ()) -> SweepResult:
    """The sweep before any of its points is known."""
    today = tuple(tuple(find(one, axis.name).value for axis in query.grid.axes) for one in scenarios)
    why = tuple((at, reason) for at, one in enumerate(ready) for reason in sorted(one.reasons))
    return SweepResult(tuple(scenarios), query, (), today, impossible=why)


def filled(
    swept: SweepResult, prepared: Sequence[Scenario], found: Iterable[Point], landmarks: bool = True
) -> SweepResult:
    """The sweep with its points, and with the cliffs and crossings along a single axis unless nobody looks at them."""
    swept = swept._replace(points=tuple(found))
    if len(swept.axes) > 1 or not landmarks:
        return swept
    (axis,), query = swept.axes, swept.query
    low, high = axis.ends()
    inputs = [find(scenario, axis.name) for scenario in prepared]
    leaps = tuple(cliffs(prepared, inputs, low, high))
    crossed = tuple(crossings(prepared, inputs, query.metrics[0], low, high))
    return swept._replace(cliffs=leaps, crossings=crossed, at_cliffs=_at_cliffs(swept, prepared, leaps))


def _at_cliffs(swept: SweepResult, prepared: Sequence[Scenario], leaps: Sequence[Cliff]) -> tuple[Point, ...]:
    """The points at cliffs that the axis steps over, each right at its place or at the next value behind it."""
    (axis,), (_, high) = swept.axes, swept.axes[0].ends()
    there = {point.values[0] for point in swept.points}
    rows_of_leaps = dict.fromkeys(swept.row_of(leap) for leap in leaps)
    between = [value for value in rows_of_leaps if value not in there and value <= high]
    if not between:
        return ()
    grid = Grid((listed(axis.input, between),))
    return tuple(points(rows(prepared, swept.query._replace(grid=grid))))
