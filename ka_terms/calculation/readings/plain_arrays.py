"""Arrays in plain Python: as much of the array API as the formulas need, over integers of any size.

A small sweep is done here before numpy is loaded; and numbers that outgrow 64 bits stay exact here. It is passed as
the namespace `xp`, like `numpy` or `dask.array`.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, repeat
from math import prod
from typing import Any

Shape = tuple[int, ...]


class Array:
    """Values in row-major order under a shape. Operators broadcast as the array API says."""

    __slots__ = ("shape", "values")

    def __init__(self, values: Sequence[Any], shape: Shape) -> None:
        self.values = values
        self.shape = shape

    def tolist(self) -> list[Any]:
        """The values in row-major order, whatever the shape."""
        return list(self.values)

    def __add__(self, other: Any) -> Array:
        return _each(operator.add, self, other)

    def __radd__(self, other: int) -> Array:
        return _each(operator.add, self, other)

    def __sub__(self, other: Any) -> Array:
        return _each(operator.sub, self, other)

    def __rsub__(self, other: int) -> Array:
        return Array([other - value for value in self.values], self.shape)

    def __mul__(self, other: Any) -> Array:
        return _each(operator.mul, self, other)

    def __rmul__(self, other: int) -> Array:
        return _each(operator.mul, self, other)

    def __floordiv__(self, other: Any) -> Array:
        return _each(operator.floordiv, self, other)

    def __neg__(self) -> Array:
        return Array([-value for value in self.values], self.shape)

    def __and__(self, other: Any) -> Array:
        return _each(operator.and_, self, other)

    def __rand__(self, other: Any) -> Array:
        return _each(operator.and_, self, other)

    def __xor__(self, other: Any) -> Array:
        return _each(operator.xor, self, other)

    def __le__(self, other: Any) -> Array:
        return _each(operator.le, self, other)

    def __lt__(self, other: Any) -> Array:
        return _each(operator.lt, self, other)

    def __ge__(self, other: Any) -> Array:
        return _each(operator.ge, self, other)

    def __gt__(self, other: Any) -> Array:
        return _each(operator.gt, self, other)


def asarray(values: Any) -> Any:
    """A row of values; one number stays one."""
    return Array(values, (len(values),)) if isinstance(values, Sequence) else values


def arange(start: int, stop: int, step: int = 1) -> Array:
    """start, start + step, ... up to stop, which is left out."""
    values = range(start, stop, step)
    return Array(values, (len(values),))


def reshape(array: Array, shape: Shape) -> Array:
    """The same values under another shape of the same size."""
    return Array(array.values, shape)


def broadcast_to(array: Any, shape: Shape) -> Array:
    """The values repeated along every axis on which they have but one."""
    if not isinstance(array, Array):
        return Array([array] * prod(shape), shape)
    return array if array.shape == shape else Array(_spread(array, shape), shape)


def where(condition: Any, then: Any, otherwise: Any) -> Array:
    """`then` where the condition holds, else `otherwise`."""
    rows, shape = _together(condition, then, otherwise)
    return Array([first if holds else second for holds, first, second in zip(*rows, strict=False)], shape)


def maximum(one: Any, other: Any) -> Array:
    """The larger of each two."""
    return _each(max, one, other)


def minimum(one: Any, other: Any) -> Array:
    """The smaller of each two."""
    return _each(min, one, other)


def paired(function: Callable[[Any, Any], Any], one: Any, other: Any) -> Any:
    """Any function of two numbers, for arrays or for two single numbers."""
    both = isinstance(one, Array) or isinstance(other, Array)
    return _each(function, one, other) if both else function(one, other)


def _each(function: Callable[[Any, Any], Any], one: Any, other: Any) -> Array:
    (ones, others), shape = _together(one, other)
    return Array(list(map(function, ones, others)), shape)


def _together(*operands: Any) -> tuple[list[Iterable[Any]], Shape]:
    """The values of each operand under their common shape, and that shape; a single number is repeated without end."""
    shapes = {operand.shape for operand in operands if isinstance(operand, Array)}
    shape = shapes.pop() if len(shapes) == 1 else common_shape(*shapes)
    return [
        (operand.values if operand.shape == shape else _spread(operand, shape))
        if isinstance(operand, Array)
        else repeat(operand)
        for operand in operands
    ], shape


def common_shape(*shapes: Shape) -> Shape:
    """The shape to which arrays of equally many axes broadcast. Along each axis their lengths are equal, or 1."""
    return tuple(max(lengths) for lengths in zip(*shapes, strict=True))


def _spread(array: Array, shape: Shape) -> Sequence[Any]:
    """Row-major values under a larger shape. The innermost axis comes first, so that each step repeats whole runs."""
    values, run = array.values, 1
    for length, wanted in zip(reversed(array.shape), reversed(shape), strict=True):
        if length != wanted:
            runs = (values[start : start + run] for start in range(0, len(values), run))
            values = list(chain.from_iterable(chain.from_iterable(repeat(part, wanted)) for part in runs))
        run *= wanted
    return values
