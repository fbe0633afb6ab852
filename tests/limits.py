"""The work after which a test calls an answer endless."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

ENDLESS = 20.0
"""Seconds of processor time: ten times what the slowest answer takes here, a tenth of what a loop in a loop takes on
the largest file. How fast an answer is stands in no test; `tests/benchmarks` measures that."""


@contextmanager
def ending() -> Iterator[None]:
    """Fail where the work inside is endless; what other programs take of a busy machine is not counted."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < ENDLESS
