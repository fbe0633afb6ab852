"""How much work an answer may take: as steps of Python, which are the same on every machine, and by the clock."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

ENDLESS = 20.0
"""Seconds of processor time, ten times what the slowest answer takes on a busy machine: it tells an end from none. How
the work grows with the file is counted in steps; how fast an answer is stands in no test."""


@contextmanager
def ending() -> Iterator[None]:
    """Fail where the work inside is endless; what other programs take of a busy machine is not counted."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < ENDLESS


def steps(work: Callable[[], object]) -> int:
    """How many instructions of Python `work` executes; what is done inside one of them, in C, counts as one."""
    count = 0

    def traced(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
