"""The rows of a sweep: the points of each block that keep to the rules, and the best rows of all.

A rule compares whole numbers: a ratio is multiplied out first, so that a value equal to the limit counts as equal. A
metric that is n/a keeps to no rule.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from math import inf, prod
from typing import Any, NamedTuple

from ka_terms.analysis.guardrail import Guardrail
from ka_terms.analysis.sweep.axes import Block, Grid, block_shape
from ka_terms.analysis.sweep.blocks import MetricQuotient, evaluate_block, in_blocks
from ka_terms.analysis.sweep.columns import Column, RowFilter
from ka_terms.calculation.readings.scaled import Scaled, number
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
    start: int
    """Index in the grid of the first point of the block."""
    done: int
    """Points of the block, those that a rule keeps out included."""
    size: int
    axes: tuple[Column, ...]
    metrics: tuple[Column | None, ...]


class Point(NamedTuple):
    """One scenario at one point: the values of the axes, and of the metrics in the order asked for."""

    scenario: int
    values: tuple[Decimal, ...]
    metrics: tuple[Decimal | None, ...]


def rows(
    scenarios: Sequence[Scenario],
    query: Query,
    block: int | None = None,
    xp: Any = None,
    prepare: Callable[[Rows], object] = lambda _: None,
) -> Iterator[Rows]:
    """The rows of every scenario in turn, block by block, without the points that break a rule.

    The scenarios are made ready for the grid by `validate_corners`. `prepare` is called with the rows of each block in
    the thread that costs the block: a column that it reads is flattened there, not in the thread of the consumer.

    Errors: `Uncomputable` where an amount is beyond 10^18.
    """

    def costing(scenario: Scenario, part: Block, xp: Any, limit: int | None) -> Rows:
        block_rows = _rows(query, scenario, part, xp, limit)
        prepare(block_rows)
        return block_rows

    for index, block_rows in in_blocks(scenarios, query.grid, costing, xp, block):
        yield block_rows._replace(scenario=index)


def first_metric(block_rows: Rows) -> None:
    """For `prepare`: flatten the first metric, which `best` and the quantiles read in every row."""
    if metric := block_rows.metrics[0]:
        metric.floats()


def all_columns(block_rows: Rows) -> None:
    """For `prepare`: flatten every column, as a writer of all rows reads them."""
    for column in (*block_rows.axes, *block_rows.metrics):
        if column:
            column.floats()


def _rows(query: Query, scenario: Scenario, block: Block, xp: Any, limit: int | None) -> Rows:
    needed = query.needed
    evaluated = evaluate_block(scenario, query.grid, block, needed, xp, limit)
    measured = dict(zip(needed, evaluated.metrics, strict=True))
    kept = evaluated.possible if query.rules else True
    for rule in query.rules:
        kept = kept & _keeps_to(rule, measured[rule.metric], limit)
    shape = block_shape(block)
    chosen = RowFilter(evaluated, shape, kept)
    axes = tuple(Column(axis, chosen) for axis in evaluated.axes)
    metrics = tuple(chosen.quotient(measured[metric]) for metric in query.metrics)
    return Rows(0, query.grid.offset(block), prod(shape), chosen.size, axes, metrics)


def _keeps_to(rule: Guardrail, measured: MetricQuotient | None, limit: int | None) -> Any:
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


def points(parts: Iterable[Rows]) -> Iterator[Point]:
    """Every row in exact decimals."""
    for block_rows in parts:
        for row in range(block_rows.size):
            yield _point(block_rows, row)


def _point(block_rows: Rows, row: int) -> Point:
    values = tuple(axis.exact(row) or Decimal(0) for axis in block_rows.axes)
    metrics = tuple(metric.exact(row) if metric else None for metric in block_rows.metrics)
    return Point(block_rows.scenario, values, metrics)


def best(parts: Iterable[Rows], count: int, highest: bool) -> list[Point]:
    """The `count` rows with the lowest first metric, or with the highest; rows where it is n/a are left out.

    Of rows with equal metrics the first ones in the grid lead. Numbers that agree in 16 digits count as equal.
    """
    sign = -1 if highest else 1
    leading: list[tuple[float, int]] = []
    """Key and row of the best so far; a row is counted from the first row of the sweep."""
    known: dict[int, Point] = {}
    end, previous = 0, None
    for block_rows in parts:
        worst = leading[-1][0] if len(leading) == count else inf
        candidates = ((key, end + row) for key, row in _candidates(block_rows, count, sign, worst))
        leading = sorted([*leading, *candidates])[:count]
        # A point is made one block later: where a metric falls along the grid, each block replaces the one before.
        known |= _new_points(previous, leading, known, end)
        end, previous = end + block_rows.size, block_rows
    known |= _new_points(previous, leading, known, end)
    return [known[row] for _, row in leading]


def _new_points(
    block_rows: Rows | None, leading: Sequence[tuple[float, int]], known: Mapping[int, Point], end: int
) -> dict[int, Point]:
    """The rows of this block among the leading ones that are not `known` yet; `end` is the row after the block."""
    if block_rows is None:
        return {}
    start = end - block_rows.size
    indices = [row for _, row in leading if row < end and row not in known]
    return {row: _point(block_rows, row - start) for row in indices}


def _candidates(block_rows: Rows, count: int, sign: int, worst: float) -> list[tuple[float, int]]:
    """Key and row of the `count` best rows of a block; only keys below `worst` are of interest."""
    metric = block_rows.metrics[0]
    if metric is None or not block_rows.size:
        return []
    keys = metric.floats()
    # Where nothing is divided the keys are whole numbers under the scale of this block.
    unit = 1.0 if metric.under else 10.0**metric.scale
    if isinstance(keys, list):
        pairs = ((sign * key, row) for row, key in enumerate(keys))
        chosen = heapq.nsmallest(count, (pair for pair in pairs if pair[0] < worst * unit))
    else:
        chosen = _preselected(keys if sign == 1 else -keys, count, worst * unit)
    return [(key / unit, row) for key, row in chosen]


def _preselected(keys: Any, count: int, worst: float) -> list[tuple[float, int]]:
    """The `count` least keys of a numpy array that are below `worst`, and their rows."""
    import numpy

    level = _upper_level(keys, count)
    rows_below = numpy.flatnonzero(keys <= level if level < worst else keys < worst)
    chosen = rows_below[numpy.argsort(keys[rows_below], kind="stable")[:count]]
    return list(zip(keys[chosen].tolist(), chosen.tolist(), strict=True))


_GROUP = 128


def _upper_level(keys: Any, count: int) -> float:
    """A level that at least `count` keys do not exceed, from the least key of each group; inf or nan if unknown.

    Leaving out all keys above it is several times quicker than sorting or partitioning all keys.
    """
    import numpy

    groups = len(keys) // _GROUP
    if groups < count:
        return inf
    least = keys[: groups * _GROUP].reshape(groups, _GROUP).min(axis=1)
    return float(numpy.partition(least, count - 1)[count - 1])
