"""The namespaces that arrays of a sweep are made in."""

from __future__ import annotations

from typing import Any

from ka_terms.calculation.readings import plain_arrays as plain
from ka_terms.calculation.readings.scaled import INT64


def spaces() -> list[tuple[Any, int | None]]:
    """Plain Python of any size and within 64 bits; numpy, a strict array API and dask where they are installed."""
    found: list[tuple[Any, int | None]] = [(plain, None), (plain, INT64)]
    for name in ("numpy", "array_api_strict", "dask.array"):
        try:
            found.append((__import__(name, fromlist=["x"]), INT64))
        except ImportError:
            continue
    return found
