"""The result of a sweep: its points in exact decimals, and what happens along its axis where it has only one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.assessment import Assessment, assess
from ka_terms.analysis.defaults import NEAR
from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.sweep.axes import Axis, Grid, listed, next_value
from ka_terms.analysis.sweep.blocks import Prepared
from ka_terms.analysis.sweep.landmarks import BreakEven, Cliff, cliffs, crossings
from ka_terms.analysis.sweep.rows import Point, Query, points, rows
from ka_terms.calculation.readings.curves import TooManySteps
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.settings.catalogue import Catalogue


class SweepResult(NamedTuple):
    """What a sweep gives. `today` has for each scenario the values that its file states for the axes."""

    scenarios: tuple[Scenario, ...]
    query: Query
    points: tuple[Point, ...]
    today: tuple[tuple[Decimal, ...], ...]
    cliffs: tuple[Cliff, ...] = ()
    crossings: tuple[BreakEven, ...] = ()
    at_cliffs: tuple[Point, ...] = ()
    """The points at cliffs that are no points of the grid."""
    best_of: int | None = None
    """Of how many points `points` are the best, best first; None where they are all points."""
    impossible: tuple[tuple[int, str], ...] = ()
    """The contracts that are n/a at some points, since the numbers make no plan there, and the name of the reason."""
    uncounted: bool = False
    """Whether cliffs and crossings are n/a, since a fee by full lots has too many steps to follow."""

    def __repr__(self) -> str:
        return f"SweepResult({[*self.names]}, {len(self.points)} points)"

    @property
    def axes(self) -> tuple[Axis, ...]:
        return self.query.grid.axes

    @property
    def currency(self) -> str:
        return self.scenarios[0].currency

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(scenario.scenario for scenario in self.scenarios)

    def row_of(self, cliff: Cliff) -> Decimal:
        """The value in whose row a cliff is shown: where it is, or the next value that a contract can state."""
        input = self.axes[0].input
        return cliff.at if input.takes(cliff.at) else next_value(input, cliff.at, self.currency)


def empty_result(query: Query, scenarios: Sequence[Scenario], ready: Sequence[Prepared] = ()) -> SweepResult:
    """The result before any of its points is known."""
    today = tuple(
        tuple(find(scenario, axis.name).value for axis in query.grid.axes) for scenario in scenarios
    )
    why = tuple((index, reason) for index, case in enumerate(ready) for reason in sorted(case.reasons))
    return SweepResult(tuple(scenarios), query, (), today, impossible=why)


def with_points(
    swept: SweepResult, prepared: Sequence[Scenario], all_points: Iterable[Point], landmarks: bool = True
) -> SweepResult:
    """The result with its points; along a single axis with cliffs and crossings too, where `landmarks` are wanted."""
    swept = swept._replace(points=tuple(all_points))
    if len(swept.axes) > 1 or not landmarks:
        return swept
    (axis,), query = swept.axes, swept.query
    if axis.input.is_fact:
        return swept
    low, high = axis.ends()
    inputs = [find(scenario, axis.name) for scenario in prepared]
    try:
        leaps = tuple(cliffs(prepared, inputs, low, high))
        crossed = tuple(crossings(prepared, inputs, query.metrics[0], low, high))
    except TooManySteps:
        return swept._replace(uncounted=True)
    return swept._replace(cliffs=leaps, crossings=crossed, at_cliffs=_at_cliffs(swept, prepared, leaps))


def _at_cliffs(swept: SweepResult, prepared: Sequence[Scenario], leaps: Sequence[Cliff]) -> tuple[Point, ...]:
    """The points at cliffs that the axis steps over, each at the value of `row_of`."""
    (axis,), (_, high) = swept.axes, swept.axes[0].ends()
    known = {point.values[0] for point in swept.points}
    rows_of_leaps = dict.fromkeys(swept.row_of(leap) for leap in leaps)
    between = [value for value in rows_of_leaps if value not in known and value <= high]
    if not between:
        return ()
    grid = Grid((listed(axis.input, between),))
    return tuple(points(rows(prepared, swept.query._replace(grid=grid))))


class AssessedSweep(NamedTuple):
    """What a sweep found, and the assessment of each contract on the plan of its file."""

    result: SweepResult
    today: tuple[Assessment, ...]


def assessed_sweep(
    result: SweepResult, near: Decimal = NEAR, catalogue: Catalogue | None = None
) -> AssessedSweep:
    """Every contract of a sweep assessed. Errors: `Uncomputable` beyond 10^18."""
    today = (assess(evaluate(scenario, catalogue), near) for scenario in result.scenarios)
    return AssessedSweep(result, tuple(today))
