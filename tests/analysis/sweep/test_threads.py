"""Several threads cost the blocks of a large sweep: the results, their order and the errors are those of one thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from decimal import Decimal

import pytest

from ka_terms.analysis.sweep import blocks as module
from ka_terms.analysis.sweep.blocks import MOST_THREADS, in_order, processors
from ka_terms.analysis.sweep.quantiles import quantiles
from ka_terms.analysis.sweep.query import read_grid
from ka_terms.analysis.sweep.rows import Query, Rows, all_columns, best, first_metric, points, rows
from ka_terms.calculation.readings import plain_arrays as plain
from ka_terms.calculation.readings.reading import Uncomputable
from ka_terms.model.contract.scenario import Scenario
from tests.analysis.drawn_sweeps import prepared
from tests.contracts import contract
from tests.metrics import named

PATIENCE = 10
"""Seconds after which a thread that was waited for is taken for lost."""


@pytest.fixture(autouse=True)
def _threads_end() -> Iterator[None]:
    """No thread outlives the test that started it."""
    before = threading.active_count()
    yield
    assert threading.active_count() == before


@pytest.mark.parametrize("threads", [1, 2, 4])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 20])
def test_results_come_in_the_order_of_the_tasks(threads: int, count: int) -> None:
    assert list(in_order(lambda task: task * task, range(count), threads)) == [n * n for n in range(count)]


def test_a_task_that_takes_long_keeps_its_turn() -> None:
    others_done = threading.Event()

    def work(task: int) -> int:
        if task == 0:
            assert others_done.wait(PATIENCE)
        if task == 2:
            others_done.set()
        return task

    assert list(in_order(work, range(5), 2)) == [0, 1, 2, 3, 4]


def test_one_thread_is_that_of_the_consumer_and_does_nothing_ahead() -> None:
    begun: list[int] = []

    def work(task: int) -> threading.Thread:
        begun.append(task)
        return threading.current_thread()

    results = in_order(work, range(9), 1)
    assert next(results) is threading.current_thread()
    assert begun == [0]


def test_several_threads_do_the_work_and_never_run_far_ahead() -> None:
    begun: list[int] = []
    together = threading.Barrier(3)

    def work(task: int) -> threading.Thread:
        begun.append(task)
        if task < 3:
            together.wait(PATIENCE)
        return threading.current_thread()

    results = in_order(work, range(90), 3)
    workers = {next(results), next(results)}
    assert threading.current_thread() not in workers
    for taken in range(3, 20):
        workers.add(next(results))
        assert len(begun) <= taken + 3
    results.close()  # type: ignore[attr-defined]  # an iterator by its type, a generator in truth
    assert len(workers) == 3
    assert len(begun) < 30


@pytest.mark.parametrize("threads", [1, 3])
@pytest.mark.parametrize("error", [ZeroDivisionError, KeyboardInterrupt])
def test_an_error_comes_as_itself_and_in_its_turn(threads: int, error: type[BaseException]) -> None:
    def work(task: int) -> int:
        if task in (4, 5):
            raise error(str(task))
        return task

    results = in_order(work, range(9), threads)
    assert [next(results) for _ in range(4)] == [0, 1, 2, 3]
    with pytest.raises(error, match="4"):
        next(results)


def test_a_consumer_that_is_interrupted_ends_the_threads() -> None:
    def consume() -> None:
        for result in in_order(lambda task: task, range(1000), 2):
            if result == 5:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        consume()


def test_there_is_a_thread_for_each_processor_up_to_a_few(monkeypatch: pytest.MonkeyPatch) -> None:
    for count, threads in ((1, 1), (2, 2), (MOST_THREADS, MOST_THREADS), (64, MOST_THREADS)):
        monkeypatch.setattr("multiprocessing.cpu_count", lambda count=count: count)
        assert processors() == threads


CONTRACT = contract(
    {
        "bonus": {"mode": "whole", "tiers": [{"from": "2M", "rate": "1%"}, {"over": "3M", "rate": "2.5%"}]},
        "rebate": {"rate": "1.5%"},
        "opening": {"amount": "3,333.33", "per": ["stores.new"]},
    },
    {"stores": {"opening": 0, "new": 4}},
)
METRICS = named("fee_ratio", "total_fees", "bonus", "vpo", "vpo_volume")


def asked(**vary: str) -> tuple[list[Scenario], Query]:
    grid = read_grid([CONTRACT], {path.replace("_", "."): text for path, text in vary.items()}, zipped=False)
    return [prepared(CONTRACT, grid)] * 2, Query(grid, METRICS)


@pytest.fixture(params=[2, 3])
def numpy_in_threads(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every sweep over numpy is large enough for several threads."""
    monkeypatch.setattr(module, "THREADS_FROM", 0)
    monkeypatch.setattr(module, "processors", lambda: request.param)


@pytest.mark.thorough
@pytest.mark.usefixtures("numpy_in_threads")
@pytest.mark.parametrize("block", [1, 7, 64])
def test_a_sweep_in_threads_is_that_of_one(block: int) -> None:
    numpy = pytest.importorskip("numpy")
    asked_for = asked(sales="0..4M..100k", stores_new="0..4..1")
    by_hand = list(points(rows(*asked_for, xp=plain)))
    for prepare in (lambda _: None, first_metric, all_columns):
        assert list(points(rows(*asked_for, block, numpy, prepare))) == by_hand
    for highest in (False, True):
        assert best(rows(*asked_for, block, numpy, first_metric), 5, highest) == best(
            rows(*asked_for, block, plain), 5, highest
        )
    percents = (0, 5, 50, 100)
    one_thread = quantiles(rows(*asked_for, block, plain), percents)
    assert quantiles(rows(*asked_for, block, numpy, first_metric), percents) == one_thread


@pytest.mark.usefixtures("numpy_in_threads")
def test_a_metric_that_is_nowhere_available_needs_no_preparing() -> None:
    numpy = pytest.importorskip("numpy")
    ready, query = asked(sales="1M..2M..500k")
    query = query._replace(metrics=named("vpo_volume", "fee_ratio"))
    assert best(rows(ready, query, 1, numpy, first_metric), 2, highest=False) == []


@pytest.mark.usefixtures("numpy_in_threads")
def test_blocks_beyond_64_bits_are_costed_where_they_are_asked_for() -> None:
    """The integers of numpy do not hold them, and threads would not make plain Python quicker."""
    numpy = pytest.importorskip("numpy")
    asked_for = asked(sales="1M, 900000000000000.01, 2M", rebate="1.234567%,2%")
    costed_by: list[tuple[bool, bool]] = []

    def prepare(block_rows: Rows) -> None:
        is_here = threading.current_thread() is threading.main_thread()
        costed_by.append((isinstance(block_rows.axes[0].values, list), is_here))

    found = list(points(rows(*asked_for, 2, numpy, prepare)))
    assert found == list(points(rows(*asked_for, xp=plain)))
    assert sorted(costed_by) == [(False, False)] * 4 + [(True, True)] * 2


@pytest.mark.usefixtures("numpy_in_threads")
def test_an_amount_beyond_10_18_is_told_in_its_turn() -> None:
    numpy = pytest.importorskip("numpy")
    huge = contract({"fee": {"amount": "1亿", "per": ["volume"]}}, {"volume": 1})
    grid = read_grid([huge], {"volume": "1,2,10000000000,3"}, zipped=False)
    found = points(rows([prepared(huge, grid)], Query(grid, named("fee")), 1, numpy))
    assert [next(found).metrics for _ in range(2)] == [(Decimal(10**8),), (Decimal(2 * 10**8),)]
    with pytest.raises(Uncomputable, match=r"10\^18 or more for fee"):
        next(found)


def test_small_sweeps_and_other_namespaces_have_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    numpy = pytest.importorskip("numpy")
    monkeypatch.setattr(module, "processors", lambda: pytest.fail("asked for threads"))
    asked_for = asked(sales="1M..2M..100k")
    assert len(list(rows(*asked_for, 1, numpy))) == 22
    monkeypatch.setattr(module, "THREADS_FROM", 0)
    assert len(list(rows(*asked_for, 1, plain))) == 22
    monkeypatch.setattr(module, "THREADS_FROM", 22)
    assert len(list(rows(*asked_for, 1, numpy))) == 22
    monkeypatch.setattr(module, "processors", lambda: 2)
    monkeypatch.setattr(module, "THREADS_FROM", 21)
    assert len(list(rows(*asked_for, 1, numpy))) == 22
