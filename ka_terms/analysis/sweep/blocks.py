"""Sweeps: one contract, or several, at every point of a grid.

The formulas of `ka_terms.calculation` cost every point over arrays of whole numbers, so that each point equals the
statement of the scenario with these numbers to the cent. The grid is costed in blocks of at most `BLOCK` points, which
bounds the memory whatever the size of the grid.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial, reduce
from itertools import chain, product
from math import lcm, prod
from operator import add
from typing import Any, NamedTuple, TypeVar

from ka_terms.analysis.feasibility import possible, reasons
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.sweep.axes import Block, Grid, split_block
from ka_terms.calculation.costs import cost_contract
from ka_terms.calculation.figures import available
from ka_terms.calculation.readings import plain_arrays as plain
from ka_terms.calculation.readings.arrays import Arrays
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.readings.scaled import INT64, Choice, Scaled, TooLarge, points_along, quotient
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.vocabulary.metrics import Metric

BLOCK = 2**18
"""Points of one block over arrays, half as many on a single axis, where every fee is an array of the whole block.

An array takes 2 MiB, a block some 15 MiB while it is costed and 10 MiB when done. Each thread costs one block at a
time, and one more than there are threads is under way: see `in_order`. Of smaller blocks the overhead shows,
some 150 us each; larger ones leave the caches of a processor.
"""
PLAIN_BLOCK = 2**14
"""Points of one block in plain Python, whose integers take five times the memory."""
PLAIN_UP_TO = 100_000
"""Up to so many points plain Python is used: it has costed them before numpy is loaded, which takes 0.1 s.

Measured as whole processes, the two are level between 100,000 points (one axis, with `--best`) and 200,000 (several
axes).
"""
THREADS_FROM = 2**21
"""Beyond so many points several threads are used: to start them takes as long as costing a million points."""

MOST_THREADS = 4
"""The most threads of one sweep. Python runs in one thread at a time, and only numpy runs beside it: further threads
would mostly wait for each other, and each of them holds a block in memory."""

T = TypeVar("T")
Task = TypeVar("Task")
Result = TypeVar("Result")
Costing = Callable[[Scenario, Block, Any, int | None], T]
"""A function of a scenario, a block, a namespace and the limit of its integers. Errors: `TooLarge`."""


class Invalid(ValueError):
    """The numbers at a point of the grid make no valid scenario; `reason` is the error of the model."""

    def __init__(self, values: Mapping[str, Decimal], reason: ValueError) -> None:
        super().__init__(str(reason))
        self.values = values
        self.reason = reason


class MetricQuotient(NamedTuple):
    """One metric over a block: `over`, divided by `under` where that is given. The `under` of both is 1."""

    over: Scaled
    under: Scaled | None

    @classmethod
    def of(cls, over: Scaled, under: Scaled | None) -> MetricQuotient:
        """The quotient of two numbers: what either of them is divided by besides becomes a factor of the other."""
        multiple = lcm(over.under, under.under if under else 1)
        if multiple == 1:
            return cls(over, under)
        factor = quotient(multiple, 1, over.limit)
        return cls(over * factor, under * factor if under else factor)


class EvaluatedBlock(NamedTuple):
    """One scenario over one block: the values of the axes and of the metrics, broadcast against each other.

    A metric is None where the plan cannot give it.
    """

    block: Block
    axes: tuple[Scaled, ...]
    metrics: tuple[MetricQuotient | None, ...]
    xp: Any
    possible: Any = True
    """Where the numbers make a plan: True for the whole block, or an array. Elsewhere every metric is n/a."""


class Prepared(NamedTuple):
    """A scenario in a form in which every input of a grid is a number it states."""

    scenario: Scenario
    reasons: frozenset[str]
    """Why points of the grid are n/a, by name: see `Fault.reason`."""


def validate_corners(scenario: Scenario, grid: Grid) -> Prepared:
    """The scenario in a form in which every input of the grid is a number it states.

    Only the corners of the grid are tried: every rule of validity is monotone in each number, so that a grid with valid
    corners is valid everywhere.

    Errors: `Invalid` where the numbers at a corner make no valid scenario. Numbers that are valid each but make no plan
    together are no error, as long as another corner makes a plan.
    """
    if not grid.zipped:
        return _validate_points(scenario, grid, _corners(grid))
    try:
        ready = _validate_points(scenario, grid, _corners(grid))
    except Invalid:
        ready = None
    # A corner of zipped axes need not be one of their points.
    return ready if ready and not ready.reasons else _validate_points(scenario, grid, _side_by_side(grid))


def _corners(grid: Grid) -> Iterator[tuple[Decimal, ...]]:
    return product(*(dict.fromkeys(axis.ends()) for axis in grid.axes))


def _side_by_side(grid: Grid) -> Iterator[tuple[Decimal, ...]]:
    return (tuple(axis.value(index) for axis in grid.axes) for index in range(grid.size))


def _validate_points(scenario: Scenario, grid: Grid, points: Iterable[tuple[Decimal, ...]]) -> Prepared:
    """The scenario moved to each of the points in turn; a point whose numbers only make no plan is passed over."""
    paths = [axis.input.path for axis in grid.axes]
    errors: list[Invalid] = []
    ready, why = None, set[str]()
    for values in points:
        numbers = dict(zip(paths, values, strict=True))
        try:
            ready = moved(ready or scenario, numbers)
        except ValueError as error:
            errors.append(Invalid(numbers, error))
            if not (of_plan := reasons(error)):
                raise errors[-1] from error
            why |= of_plan
    if ready is None:
        raise errors[0] from errors[0].reason
    return Prepared(ready, frozenset(why))


def namespace(points: int) -> tuple[Any, int | None]:
    """The namespace that costs so many points soonest, and the limit of its integers (None: any size)."""
    if points > PLAIN_UP_TO:
        try:
            import numpy
        except ImportError:  # an extra; without it the same comes out, more slowly
            return plain, None
        # Memory that was given back to the system is slow to get again. How much of it glibc keeps depends on the
        # largest piece ever freed. After one of almost 32 MiB, never written to, blocks are costed three times as fast.
        numpy.empty(2**25 - 2**16, dtype=numpy.int8)
        return numpy, INT64
    return plain, None


def in_blocks(
    scenarios: Sequence[Scenario], grid: Grid, costing: Costing[T], xp: Any = None, block: int | None = None
) -> Iterator[tuple[int, T]]:
    """What `costing` makes of every scenario in turn over every block of the grid, in the order of the grid.

    A block has at most `block` points, by default those of `BLOCK`. Over numpy several threads cost the blocks of a
    large grid. A block whose numbers outgrow the integers of the namespace is costed in plain Python, in smaller
    blocks, when the consumer asks for them. `xp` is the namespace of the arrays: numpy, dask.array, or any with the
    array API; None for the quickest one.
    """
    points = grid.size * len(scenarios)
    space, limit = (xp, INT64) if xp is not None else namespace(points)
    most = block or (BLOCK if len(grid.shape) > 1 else BLOCK // 2)
    most = min(most, PLAIN_BLOCK) if space is plain else most
    tasks = ((index, part) for index in range(len(scenarios)) for part in grid.blocks(most))

    def work(task: tuple[int, Block]) -> Iterable[tuple[int, T]]:
        index, part = task
        try:
            return [(index, costing(scenarios[index], part, space, limit))]
        except TooLarge:
            parts = split_block(part, PLAIN_BLOCK)
            return ((index, costing(scenarios[index], smaller, plain, None)) for smaller in parts)

    threads = processors() if space.__name__ == "numpy" and points > THREADS_FROM else 1
    return chain.from_iterable(in_order(work, tasks, threads))


def processors() -> int:
    """How many threads a sweep uses: one for each processor of the machine, but no more than `MOST_THREADS`."""
    from multiprocessing import cpu_count

    return min(cpu_count(), MOST_THREADS)


def in_order(work: Callable[[Task], Result], tasks: Iterable[Task], threads: int) -> Iterator[Result]:
    """The result of `work` for every task, in the order of the tasks.

    With one thread, a task is done in the thread of the consumer when its result is asked for. With more, at most
    `threads` + 1 tasks are being done, or done and not yet taken by the consumer, so that memory stays bounded. The
    threads end with the iterator, also when the consumer closes it early or is interrupted.

    Errors: those of `work`, raised where the result of that task would come.
    """
    if threads == 1:
        yield from map(work, tasks)
        return
    from concurrent.futures import Future, ThreadPoolExecutor

    pool = ThreadPoolExecutor(threads)
    pending: deque[Future[Result]] = deque()
    try:
        for task in tasks:
            pending.append(pool.submit(work, task))
            if len(pending) > threads:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def evaluate_block(
    scenario: Scenario, grid: Grid, block: Block, metrics: Sequence[Metric], xp: Any, limit: int | None
) -> EvaluatedBlock:
    """One scenario over one block. Errors: `TooLarge` where the integers of the namespace do not suffice."""
    with exactly():
        varied = grid.varied(block, xp, limit)
        reading = Arrays(xp, varied, limit)
        costs = cost_contract(scenario, reading)
        holds = possible(scenario, costs.figure)
        if any(metric.sums_fees for metric in metrics) and (owed := costs.owed_amounts()):
            total = _total(owed, reading)
            costs = costs._replace(known_total=lambda: total)
        axes = tuple(varied[axis.input.leaf] for axis in grid.axes)
        quotients = (available(partial(costs.metric, metric)) for metric in metrics)
        of_plans = tuple(pair and _only_where(holds, MetricQuotient.of(*pair), reading) for pair in quotients)
        return EvaluatedBlock(block, axes, of_plans, xp, holds)


def _only_where(holds: Any, metric: MetricQuotient, reading: Arrays) -> MetricQuotient:
    """The metric, n/a where the numbers make no plan: there it is divided by zero."""
    if holds is True:
        return metric
    one, zero = (reading.constant(Decimal(value)) for value in (1, 0))
    return MetricQuotient(metric.over, reading.where(holds, metric.under or one, zero))


def _total(amounts: Iterable[Scaled], reading: Arrays) -> Scaled:
    """The sum of the amounts, made once for all metrics.

    Amounts that depend on the same axes are added first, and small sums before large ones, so that only the last
    additions run over the whole block. What a condition on another axis is about to spread takes with it the sum that
    depends on the same axes as itself.
    """
    sums: dict[tuple[int, ...], Scaled] = {}
    spread: list[Choice] = []
    for amount in amounts:
        if amount.choice and amount.choice.spreads:
            spread.append(amount.choice)
        else:
            _add_to(sums, amount)
    for choice in spread:
        shape = max((points_along(side) for side in choice.sides), key=prod)
        both = [side + sums[shape] for side in choice.sides] if shape in sums else choice.sides
        sums.pop(shape, None)
        _add_to(sums, reading.where(choice.condition, *both))
    return reduce(add, (sums[shape] for shape in sorted(sums, key=prod)))


def _add_to(sums: dict[tuple[int, ...], Scaled], amount: Scaled) -> None:
    shape = points_along(amount)
    sums[shape] = sums[shape] + amount if shape in sums else amount
