"""Tasks done by several threads, their results in the order of the tasks."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

MOST_THREADS = 4
"""The most threads of one sweep. Python runs in one thread at a time, and only numpy runs beside it: further threads
would mostly wait for each other, and each of them holds a block in memory."""


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
