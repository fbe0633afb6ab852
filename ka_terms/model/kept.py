"""What follows from a frozen object, worked out once while that object is asked about again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

MOST_KEPT = 32
"""Results of one function that are kept: a question moves one plan, and each plan has a few years behind it."""


class _Same:
    """An object that is equal to itself alone: many of ours are equal without being hashable."""

    __slots__ = ("object",)

    def __init__(self, of: Any) -> None:
        self.object = of

    def __hash__(self) -> int:
        return id(self.object)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.object is other.object


def kept(function: Callable[[T], R]) -> Callable[[T], R]:
    """The function, whose last results are kept by the identity of what it was given. Nobody may change a result."""

    @lru_cache(maxsize=MOST_KEPT)
    def of_same(same: _Same) -> R:
        return function(same.object)

    @wraps(function)
    def of(given: T) -> R:
        return of_same(_Same(given))

    return of
