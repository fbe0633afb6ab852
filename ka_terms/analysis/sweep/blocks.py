"""Sweeps: one contract, or several, at every point of a grid.

Every point is costed by the formulas of `ka_terms.calculation` over arrays of whole numbers, and so equals the
statement of the scenario with these numbers to the cent. The grid is read in blocks of at most `BLOCK` points, so that
memory stays bounded whatever its size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce
from itertools import product
from math import prod
from operator import add
from typing import Any, NamedTuple, TypeVar

from ka_terms.analysis.feasibility import possible, reasons
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.sweep.axes import Block, Grid, cut
from ka_terms.calculation.costs import Costed, costed
from ka_terms.calculation.readings import plain_arrays as plain
from ka_terms.calculation.readings.arrays import INT64, Arrays, Scaled, TooLarge
from ka_terms.calculation.readings.exact import exactly
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.vocabulary.metrics import TOTAL_FEES, Metric

BLOCK = 2**18
"""Points costed at once over arrays: 2 MiB each, some 25 MiB in all. Of smaller blocks the overhead shows, some 150 us
each; larger ones leave the caches of a processor."""
PLAIN_BLOCK = 2**14
"""Points costed at once in plain Python, whose integers take five times the memory."""
PLAIN_UP_TO = 100_000
"""Points up to which plain Python is done before numpy is loaded.

As whole processes the two are level between 100,000 points (one axis, the best asked for) and 200,000 (several axes):
in the 0.1 s that numpy takes to load, plain Python costs as many.
"""

T = TypeVar("T")
Costing = Callable[[Scenario, Block, Any, int | None], T]
"""Makes something of a scenario over one block, in a namespace whose integers have that limit. Errors: `TooLarge`."""


class Invalid(ValueError):
    """A point of the grid at which the numbers make no valid scenario; `reason` is what the model says."""

    def __init__(self, values: Mapping[str, Decimal], reason: ValueError) -> None:
        super().__init__(str(reason))
        self.values = values
        self.reason = reason


class Measured(NamedTuple):
    """One metric over a block: `over`, divided by `under` where that is given."""

    over: Scaled
    under: Scaled | None


class EvaluatedBlock(NamedTuple):
    """One scenario over one block: the values of the axes and of the metrics, broadcast against each other.

    A metric is None where the plan cannot give it.
    """

    scenario: int
    block: Block
    axes: tuple[Scaled, ...]
    metrics: tuple[Measured | None, ...]
    xp: Any
    possible: Any = True
    """Whether the numbers make a plan at all; where they do not, every metric is n/a."""


class Prepared(NamedTuple):
    """A scenario in a form in which every input of a grid is a number it states."""

    scenario: Scenario
    reasons: frozenset[str]
    """Why points of the grid are n/a, by name: see `possible.REASONS`."""


def prepared(scenario: Scenario, grid: Grid) -> Scenario:
    """The scenario made ready for a grid; see `tried`."""
    return tried(scenario, grid).scenario


def tried(scenario: Scenario, grid: Grid) -> Prepared:
    """The scenario in a form in which every input of the grid is a number it states.

    Errors: `Invalid` where the numbers at any corner of the grid make no valid scenario, unless they only make no
    plan together and other corners do. What a scenario must hold to is monotone in each of its numbers, so that a grid
    with valid corners is valid throughout.
    """
    if not grid.zipped:
        return _tried(scenario, grid, _corners(grid))
    try:
        found = _tried(scenario, grid, _corners(grid))
    except Invalid:
        found = None
    # The corners of zipped axes need not be points of theirs.
    return found if found and not found.reasons else _tried(scenario, grid, _side_by_side(grid))


def _corners(grid: Grid) -> Iterator[tuple[Decimal, ...]]:
    return product(*(dict.fromkeys(axis.ends()) for axis in grid.axes))


def _side_by_side(grid: Grid) -> Iterator[tuple[Decimal, ...]]:
    return (tuple(axis.value(at) for axis in grid.axes) for at in range(grid.size))


def _tried(scenario: Scenario, grid: Grid, points: Iterable[tuple[Decimal, ...]]) -> Prepared:
    """The scenario at the last of the points that it can take, after all the others."""
    paths = [axis.input.path for axis in grid.axes]
    impossible: list[Invalid] = []
    found, why = None, set[str]()
    for values in points:
        place = dict(zip(paths, values, strict=True))
        try:
            found = moved(found or scenario, place)
        except ValueError as error:
            impossible.append(Invalid(place, error))
            if not (of_plan := reasons(error)):
                raise impossible[-1] from error
            why |= of_plan
    if found is None:
        raise impossible[0] from impossible[0].reason
    return Prepared(found, frozenset(why))


def namespace(points: int) -> tuple[Any, int | None]:
    """The arrays that cost so many points soonest, and the most their integers can be."""
    if points > PLAIN_UP_TO:
        try:
            import numpy
        except ImportError:  # an extra; without it the same comes out, more slowly
            return plain, None
        # Memory given back to the system is slow to come again. What the allocator of glibc keeps follows the largest
        # piece it ever freed: one of almost 32 MiB, never written to, and blocks are costed three times as fast.
        numpy.empty(2**25 - 2**16, dtype=numpy.int8)
        return numpy, INT64
    return plain, None


def sweep(
    scenarios: Sequence[Scenario], grid: Grid, metrics: Sequence[Metric], xp: Any = None, block: int = BLOCK
) -> Iterator[EvaluatedBlock]:
    """Every scenario in turn over every block of the grid. The scenarios are `prepared` for the grid.

    `xp` is the namespace of the arrays: numpy, dask.array, or any with the array API; by default what is soonest done.
    """

    def costing(scenario: Scenario, where: Block, xp: Any, limit: int | None) -> EvaluatedBlock:
        return part(scenario, grid, where, metrics, xp, limit)

    for at, found in in_blocks(scenarios, grid, costing, xp, block):
        yield found._replace(scenario=at)


def in_blocks(
    scenarios: Sequence[Scenario], grid: Grid, costing: Costing[T], xp: Any = None, block: int = BLOCK
) -> Iterator[tuple[int, T]]:
    """What `costing` makes of every scenario in turn over every block of the grid.

    A block whose numbers outgrow the integers of the namespace is costed in plain Python, in smaller blocks.
    """
    space, limit = (xp, INT64) if xp is not None else namespace(grid.size * len(scenarios))
    most = min(block, PLAIN_BLOCK) if space is plain else block
    for at, scenario in enumerate(scenarios):
        for each in grid.blocks(most):
            try:
                yield at, costing(scenario, each, space, limit)
            except TooLarge:
                for smaller in cut(each, PLAIN_BLOCK):
                    yield at, costing(scenario, smaller, plain, None)


def part(
    scenario: Scenario, grid: Grid, block: Block, metrics: Sequence[Metric], xp: Any, limit: int | None
) -> EvaluatedBlock:
    """One scenario over one block. Errors: `TooLarge` where the integers of the namespace do not suffice."""
    with exactly():
        varied = grid.varied(block, xp, limit)
        reading = Arrays(xp, varied, limit)
        found = costed(scenario, reading)
        holds = possible(scenario.plan, found.figure)
        sums_fees = any(metric.sums_fees for metric in metrics)
        summed = found._replace(amounts=_summed(found.amounts.values()) if sums_fees else {})
        axes = tuple(varied[axis.input.leaf] for axis in grid.axes)
        measured = (_measured(summed if each.sums_fees else found, each) for each in metrics)
        where = tuple(each and _only_where(holds, each, reading) for each in measured)
        return EvaluatedBlock(0, block, axes, where, xp, holds)


def _only_where(holds: Any, found: Measured, reading: Arrays) -> Measured:
    """The metric, n/a wherever there is no plan: there it is divided by zero."""
    if holds is True:
        return found
    one, nothing = (reading.constant(Decimal(value)) for value in (1, 0))
    return Measured(found.over, reading.where(holds, found.under or one, nothing))


def _summed(amounts: Iterable[Scaled]) -> dict[str, Scaled]:
    """The amounts as one, added up once for all metrics.

    Those that hang on the same axes go first, and small ones before large ones, so that only the last additions are
    over the whole block.
    """
    sums: dict[tuple[int, ...], Scaled] = {}
    for amount in amounts:
        shape = getattr(amount.values, "shape", ())
        sums[shape] = sums[shape] + amount if shape in sums else amount
    smallest_first = (sums[shape] for shape in sorted(sums, key=prod))
    return {TOTAL_FEES: reduce(add, smallest_first)} if sums else {}


def _measured(found: Costed[Scaled], metric: Metric) -> Measured | None:
    try:
        return Measured(*found.metric(metric))
    except KeyError:
        return None
