"""The points of a sweep: flattened into rows, those that a rule lets through, the best of them.

Rules are held against whole numbers, ratios multiplied out, so that a limit met exactly is met exactly; what is n/a
keeps to no rule.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from math import inf, prod
from typing import Any, NamedTuple

from ka_terms.analysis.guardrail import Guardrail
from ka_terms.analysis.sweep.axes import Block, Grid, block_shape
from ka_terms.analysis.sweep.blocks import BLOCK, Costing, Measured, in_blocks, part
from ka_terms.analysis.sweep.columns import Chosen, Flat
from ka_terms.calculation.readings.arrays import Scaled, number
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.vocabulary.metrics import Metric


class Query(NamedTuple):
    """What a sweep asks: which metrics at every point of a grid, and of which points."""

    grid: Grid
    metrics: tuple[Metric, ...]
    rules: tuple[Guardrail, ...] = ()
    """A point is shown only if it keeps to all of them."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the metrics."""
        return tuple(metric.name for metric in self.metrics)

    @property
    def axis_names(self) -> tuple[str, ...]:
        """The path of each axis as it was asked for; in full where a term's key would name its amount too."""
        return tuple(
            axis.input.path if axis.input.term and axis.name in self.names else axis.name
            for axis in self.grid.axes
        )

    @property
    def needed(self) -> tuple[Metric, ...]:
        """The metrics asked for, and those of the rules."""
        return tuple(dict.fromkeys((*self.metrics, *(rule.metric for rule in self.rules))))


class Rows(NamedTuple):
    """Points of one scenario, in the order of the grid. A metric is None where the plan cannot give it."""

    scenario: int
    done: int
    """Points of the block, those that a rule keeps out included."""
    size: int
    axes: tuple[Flat, ...]
    metrics: tuple[Flat | None, ...]


class Point(NamedTuple):
    """One scenario at one point: the values of the axes, and of the metrics in the order asked for."""

    scenario: int
    values: tuple[Decimal, ...]
    metrics: tuple[Decimal | None, ...]


def rows(scenarios: Sequence[Scenario], query: Query, block: int = BLOCK, xp: Any = None) -> Iterator[Rows]:
    """The rows of every scenario in turn, block by block, those left out that break a rule.

    The scenarios are `sweep.prepared` for the grid. Errors: `Uncomputable` where an amount is beyond 10^18.
    """
    costing: Costing[Rows] = partial(_rows, query)
    for at, found in in_blocks(scenarios, query.grid, costing, xp, block):
        yield found._replace(scenario=at)


def _rows(query: Query, scenario: Scenario, block: Block, xp: Any, limit: int | None) -> Rows:
    needed = query.needed
    found = part(scenario, query.grid, block, needed, xp, limit)
    measured = dict(zip(needed, found.metrics, strict=True))
    kept = found.possible if query.rules else True
    for rule in query.rules:
        kept = kept & _keeps_to(rule, measured[rule.metric], limit)
    shape = block_shape(block)
    chosen = Chosen(found, shape, kept)
    metrics = (chosen.quotient(measured[metric]) for metric in query.metrics)
    return Rows(0, prod(shape), chosen.size, tuple(Flat(axis, chosen) for axis in found.axes), tuple(metrics))


def _keeps_to(rule: Guardrail, measured: Measured | None, limit: int | None) -> Any:
    """Whether each point keeps to a rule: over >= limit x under, in whole numbers."""
    if measured is None:
        return False
    over, under = measured
    level = number(rule.limit, limit)
    if under is None:
        return _compared(over, rule.operator, level)
    return _compared(over, rule.operator, level * under) & (under > number(Decimal(0), limit))


def _compared(one: Scaled, sign: str, other: Scaled) -> Any:
    match sign:
        case ">=":
            return one >= other
        case ">":
            return one > other
        case "<=":
            return other >= one
        case "<":
            return other > one
    equal = (one >= other) & (other >= one)
    return equal if sign == "==" else equal ^ True


def points(found: Iterable[Rows]) -> Iterator[Point]:
    """Every row in exact decimals."""
    for each in found:
        for at in range(each.size):
            yield _point(each, at)


def _point(found: Rows, at: int) -> Point:
    values = tuple(axis.exact(at) or Decimal(0) for axis in found.axes)
    return Point(found.scenario, values, tuple(each.exact(at) if each else None for each in found.metrics))


def best(found: Iterable[Rows], count: int, highest: bool) -> list[Point]:
    """The rows with the lowest first metric, or the highest; among equals the first ones. What is n/a is none of them.

    Numbers that agree in 16 digits count as equal.
    """
    sign = -1 if highest else 1
    leading: list[tuple[float, int]] = []
    known: dict[int, Point] = {}
    seen, before = 0, None
    for each in found:
        worst = leading[-1][0] if len(leading) == count else inf
        fresh = ((key, seen + at) for key, at in _candidates(each, count, sign, worst))
        leading = sorted([*leading, *fresh])[:count]
        # Written out one block later: where a metric falls all along, each block outdoes the one before.
        known |= _written_out(before, leading, known, seen)
        seen, before = seen + each.size, each
    known |= _written_out(before, leading, known, seen)
    return [known[place] for _, place in leading]


def _written_out(
    found: Rows | None, leading: Sequence[tuple[float, int]], known: Mapping[int, Point], end: int
) -> dict[int, Point]:
    """Those of the leading rows that are of one block, which ends before the place `end`."""
    if found is None:
        return {}
    start = end - found.size
    places = [place for _, place in leading if place < end and place not in known]
    return {place: _point(found, place - start) for place in places}


def _candidates(found: Rows, count: int, sign: int, worst: float) -> list[tuple[float, int]]:
    """Key and place of the `count` best rows of a block, of those better than the worst one held so far."""
    metric = found.metrics[0]
    if metric is None or not found.size:
        return []
    keys = metric.floats()
    # Where nothing is divided the keys are whole numbers under the scale of this block.
    unit = 1.0 if metric.under else 10.0**metric.scale
    if isinstance(keys, list):
        pairs = ((sign * key, at) for at, key in enumerate(keys))
        chosen = heapq.nsmallest(count, (pair for pair in pairs if pair[0] < worst * unit))
    else:
        chosen = _preselected(keys if sign == 1 else -keys, count, worst * unit)
    return [(key / unit, at) for key, at in chosen]


def _preselected(keys: Any, count: int, worst: float) -> list[tuple[float, int]]:
    """Of a numpy array the `count` least keys below the worst one held so far, and their places."""
    import numpy

    level = _surpassed(keys, count)
    places = numpy.flatnonzero(keys <= level if level < worst else keys < worst)
    chosen = places[numpy.argsort(keys[places], kind="stable")[:count]]
    return list(zip(keys[chosen].tolist(), chosen.tolist(), strict=True))


_GROUP = 128


def _surpassed(keys: Any, count: int) -> float:
    """A level that at least `count` keys do not exceed, told by the least key of each group; inf or nan if unknown.

    To leave the others out by it is several times quicker than to sort or to partition all.
    """
    import numpy

    groups = len(keys) // _GROUP
    if groups < count:
        return inf
    least = keys[: groups * _GROUP].reshape(groups, _GROUP).min(axis=1)
    return float(numpy.partition(least, count - 1)[count - 1])
