"""The figures of a plan in any reading of a contract."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

from ka_terms.calculation.readings.reading import N, Reading
from ka_terms.model.contract.plan.figures import PlanFigures
from ka_terms.model.contract.plan.plan import Plan

T = TypeVar("T")


def available(read: Callable[[], T]) -> T | None:
    """Return what `read` gives; None (n/a) where the plan cannot give a figure that it needs."""
    try:
        return read()
    except KeyError:
        return None


class Figures(PlanFigures[N]):
    """Figures by path, with the reading that terms are read in too."""

    def __init__(self, plan: Plan, reading: Reading[N], rated: Collection[str] = ()) -> None:
        super().__init__(plan, reading, rated)
        self.reading = reading
