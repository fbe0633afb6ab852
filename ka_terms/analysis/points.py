"""The points of a sweep: flattened into rows, those that a rule lets through, the best of them.

Rules are held against whole numbers, ratios multiplied out, so that a limit met exactly is met exactly; what is n/a
keeps to no rule.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import compress
from math import isnan, nan, prod
from typing import Any, NamedTuple

from ka_terms.analysis.axes import Block, Grid, block_shape
from ka_terms.analysis.guardrail import Guardrail
from ka_terms.analysis.sweep import BLOCK, Measured, Part, namespace, part
from ka_terms.calculation import plain
from ka_terms.calculation.arrays import INT64, Scaled, TooLarge, number
from ka_terms.calculation.exact import ratio
from ka_terms.calculation.metrics import RATIOS
from ka_terms.model.scenario import Scenario


class Question(NamedTuple):
    """What a sweep asks: which metrics at every point of a grid, and of which points."""

    grid: Grid
    metrics: tuple[str, ...]
    rules: tuple[Guardrail, ...] = ()
    """A point is shown only if it keeps to all of them."""

    @property
    def needed(self) -> tuple[str, ...]:
        """The metrics asked for, those of the rules, and the sales that a share is taken of."""
        ruled = (rule.metric for rule in self.rules)
        return tuple(dict.fromkeys((*self.metrics, *ruled, "sales")))


class Flat(NamedTuple):
    """One column: whole numbers over `10**scale`, divided by those of `under` where that is given."""

    values: Any
    scale: int
    under: Flat | None = None

    def exact(self, at: int) -> Decimal | None:
        """The number in a row; a quotient to 28 digits, None (n/a) where it is divided by zero."""
        value = decimal(int(self.values[at]), self.scale)
        return ratio(value, self.under.exact(at)) if self.under else value


def decimal(whole: int, scale: int) -> Decimal:
    """whole / 10**scale, written without an exponent."""
    return Decimal(whole * 10**-scale) if scale < 0 else Decimal(whole).scaleb(-scale)


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


def rows(
    scenarios: Sequence[Scenario], question: Question, block: int = BLOCK, xp: Any = None
) -> Iterator[Rows]:
    """The rows of every scenario in turn, block by block, those left out that break a rule.

    The scenarios are `sweep.prepared` for the grid. Errors: `Uncomputable` where an amount is beyond 10^18.
    """
    space, limit = (xp, INT64) if xp is not None else namespace(question.grid.size * len(scenarios))
    for at, scenario in enumerate(scenarios):
        for each in question.grid.blocks(block):
            try:
                yield _rows(scenario, question, each, space, limit)._replace(scenario=at)
            except TooLarge:
                yield _rows(scenario, question, each, plain, None)._replace(scenario=at)


def _rows(scenario: Scenario, question: Question, block: Block, xp: Any, limit: int | None) -> Rows:
    needed = question.needed
    found = part(scenario, question.grid, block, needed, xp, limit)
    measured = dict(zip(needed, found.metrics, strict=True))
    kept = True
    for rule in question.rules:
        kept = kept & _keeps_to(rule, measured, limit)
    shape = block_shape(block)
    chosen = _Chosen(found, shape, kept)
    metrics = (chosen.quotient(measured[name]) for name in question.metrics)
    return Rows(0, prod(shape), chosen.size, tuple(map(chosen.column, found.axes)), tuple(metrics))


def _keeps_to(rule: Guardrail, measured: dict[str, Measured | None], limit: int | None) -> Any:
    """Whether each point keeps to a rule: over >= limit x under, in whole numbers."""
    found = measured[rule.metric]
    if found is None:
        return False
    over, under = found
    if rule.percent and rule.metric not in RATIOS:
        sales = measured["sales"]
        under = sales.over if sales else None
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


class _Chosen:
    """Flattens what belongs to a block, and keeps the rows that a rule lets through."""

    def __init__(self, found: Part, shape: tuple[int, ...], kept: Any) -> None:
        self._xp = found.xp
        self._shape = shape
        self._all = kept is True
        self._kept: Any = kept if isinstance(kept, bool) else self._spread(kept)
        self.size = self._counted()

    def _counted(self) -> int:
        if isinstance(self._kept, bool):
            return prod(self._shape) if self._kept else 0
        return int(sum(self._kept) if self._xp is plain else self._kept.sum())

    def _spread(self, values: Any) -> Any:
        flat = self._xp.broadcast_to(values, self._shape)
        return flat.tolist() if self._xp is plain else flat.reshape(-1)

    def column(self, number: Scaled) -> Flat:
        """The rows that are kept."""
        if self._kept is False:
            return Flat([], number.scale)
        values = self._spread(number.values)
        if not self._all:
            values = list(compress(values, self._kept)) if self._xp is plain else values[self._kept]
        return Flat(values, number.scale)

    def quotient(self, found: Measured | None) -> Flat | None:
        """A metric with what it is divided by."""
        if found is None:
            return None
        column = self.column(found.over)
        return column._replace(under=self.column(found.under)) if found.under else column


def points(found: Iterable[Rows]) -> Iterator[Point]:
    """Every row in exact decimals."""
    for each in found:
        for at in range(each.size):
            yield _point(each, at)


def _point(found: Rows, at: int) -> Point:
    values = tuple(axis.exact(at) or Decimal(0) for axis in found.axes)
    return Point(found.scenario, values, tuple(metric and metric.exact(at) for metric in found.metrics))


def best(found: Iterable[Rows], count: int, highest: bool) -> list[Point]:
    """The rows with the lowest first metric, or the highest; among equals the first ones. What is n/a is none of them.

    Ratios that agree in 16 digits count as equal.
    """
    leading: list[tuple[float, int, Point]] = []
    seen = 0
    for each in found:
        worst = leading[-1][0] if len(leading) == count else None
        for key, at in _candidates(each, count, -1 if highest else 1, worst):
            leading.append((key, seen + at, _point(each, at)))
        leading = sorted(leading, key=lambda entry: entry[:2])[:count]
        seen += each.size
    return [point for _, _, point in leading]


def _candidates(found: Rows, count: int, sign: int, worst: float | None) -> list[tuple[float, int]]:
    """The key and the place of the `count` best rows of a block, of those better than the worst one held so far."""
    metric = found.metrics[0]
    if metric is None or not found.size:
        return []
    keys = quotients(metric)
    places: Any = range(found.size)
    if not isinstance(keys, list):
        keys, places = _preselected(sign * keys, count, worst)
        sign = 1
    pairs = [(sign * key, at) for key, at in zip(keys, places, strict=True) if not isnan(key)]
    return heapq.nsmallest(count, (pair for pair in pairs if worst is None or pair[0] < worst))


def _preselected(keys: Any, count: int, worst: float | None) -> tuple[list[Any], list[int]]:
    """Of a numpy array the rows that may be among the best, with their places; those equal to the last of them too."""
    import numpy

    places = numpy.flatnonzero(~numpy.isnan(keys) if worst is None else keys < worst)
    chosen = keys[places]
    if len(chosen) > count:
        last = numpy.partition(chosen, count - 1)[count - 1]
        places = numpy.concatenate([places[chosen < last], places[chosen == last][:count]])
    return keys[places].tolist(), places.tolist()


def quotients(metric: Flat) -> Any:
    """Each row as the nearest float, nan where it is n/a; whole numbers as they are where nothing is divided.

    The power of ten goes into one of the whole numbers first, so that only the division rounds.
    """
    if metric.under is None:
        return metric.values
    finer = metric.under.scale - metric.scale
    over, under = 10 ** max(finer, 0), 10 ** max(-finer, 0)
    if isinstance(metric.values, list):
        pairs = zip(metric.values, metric.under.values, strict=True)
        return [one * over / (other * under) if other else nan for one, other in pairs]
    import numpy

    with numpy.errstate(divide="ignore", invalid="ignore"):
        found = (metric.values * float(over)) / (metric.under.values * float(under))
    return numpy.where(metric.under.values == 0, nan, found)
