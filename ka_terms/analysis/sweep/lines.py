"""The first metric of a sweep along its first axis, as points of a picture with every jump between its values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.piecewise.metric_curves import metric_curve
from ka_terms.analysis.piecewise.points import CurvePoint
from ka_terms.analysis.sweep.result import SweepResult
from ka_terms.model.contract.scenario import Scenario

MOST = 8
"""Lines that somebody tells apart."""


class SweepLine(NamedTuple):
    """The first metric of one contract along the first axis, at one value of the second axis, where there is one."""

    scenario: int
    across: Decimal | None
    points: tuple[CurvePoint, ...]


def lines_of(swept: SweepResult) -> int:
    """Return how many lines a sweep has: one a contract and value of the second axis.

    0 where its points are no lines: the best of them, those that keep to rules, values side by side, more than two
    axes, a fact along the first.
    """
    query, grid = swept.query, swept.query.grid
    if query.rules or grid.zipped or swept.best_of or grid.axes[0].input.is_fact or len(grid.axes) > 2:
        return 0
    return len(swept.names) * (1 if len(grid.axes) == 1 else grid.axes[1].count)


def sweep_lines(swept: SweepResult, prepared: Sequence[Scenario]) -> tuple[SweepLine, ...]:
    """Return the lines of a sweep; none where there would be more than `MOST`."""
    if not 0 < lines_of(swept) <= MOST:
        return ()
    return tuple(line for line in _lines(swept, prepared) if line.points)


def _lines(swept: SweepResult, prepared: Sequence[Scenario]) -> Iterator[SweepLine]:
    along, *second = swept.axes
    low, high = sorted(along.ends())
    for index, scenario in enumerate(prepared):
        for other in (axis.value(at) for axis in second for at in range(axis.count)) if second else (None,):
            contract = _moved(scenario, second[0].input.path, other) if other is not None else scenario
            if contract:
                points = metric_curve(contract, find(contract, along.name), swept.query.metrics[0], low, high)
                yield SweepLine(index, other, points)


def _moved(scenario: Scenario, path: str, value: Decimal) -> Scenario | None:
    try:
        return moved(scenario, {path: value})
    except ValueError:
        return None
