"""Several files at once: what can be read of them, and the problems of those that cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from ka_terms.calculation.costs import exact_costs
from ka_terms.calculation.readings.reading import Uncomputable
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.scenario import Loaded

T = TypeVar("T")
U = TypeVar("U")


def load_each(files: Iterable[T], load: Callable[[T], U]) -> tuple[list[U], list[Problem]]:
    """Every file that can be read, and the problems of those that cannot; each problem once."""
    loaded: list[U] = []
    problems: list[Problem] = []
    for file in files:
        try:
            loaded.append(load(file))
        except ReadError as error:
            problems.extend(error.problems)
    return loaded, list(dict.fromkeys(problems))


def computable(loaded: Loaded) -> Loaded:
    """The same contract. Errors: `ReadError` where one of its amounts is beyond 10^18."""
    try:
        exact_costs(loaded.scenario)
    except Uncomputable as error:
        raise ReadError(Problem(loaded.name, error.faults[0], f"terms.{error.key}")) from None
    return loaded
