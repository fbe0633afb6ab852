"""Arrays in plain Python: as much of the array API as the formulas need, over integers of any size.

A small sweep is done here before numpy is loaded; and numbers that outgrow 64 bits stay exact here. It is passed as
the namespace `xp`, like `numpy` or `dask.array`.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from math import prod
from typing import Any

Shape = tuple[int, ...]


def _operator(function: Callable[[Any, Any], Any]) -> Callable[[Array, Any], Array]:
    return lambda array, other: _each(function, array, other)


@dataclass(frozen=True, slots=True, eq=False)
class Array:
    """Values in row-major order under a shape. Operators broadcast as the array API says."""

    values: Sequence[Any]
    shape: Shape

    def tolist(self) -> list[Any]:
        """The values in row-major order, whatever the shape."""
        return list(self.values)

    def __rsub__(self, other: int) -> Array:
        return Array([other - value for value in self.values], self.shape)

    def __rfloordiv__(self, other: int) -> Array:
        return Array([other // value for value in self.values], self.shape)

    def __neg__(self) -> Array:
        return Array([-value for value in self.values], self.shape)

    __add__ = __radd__ = _operator(operator.add)
    __sub__ = _operator(operator.sub)
    __mul__ = __rmul__ = _operator(operator.mul)
    __floordiv__ = _operator(operator.floordiv)
    __and__ = __rand__ = _operator(operator.and_)
    __xor__ = _operator(operator.xor)
    __le__ = _operator(operator.le)
    __lt__ = _operator(operator.lt)
    __ge__ = _operator(operator.ge)
    __gt__ = _operator(operator.gt)


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
    return _each(max, one, other)


def minimum(one: Any, other: Any) -> Array:
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
