"""Arrays in plain Python: as the array API says, over integers of any size."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.calculation.readings import plain_arrays as plain
from ka_terms.calculation.readings.plain_arrays import Array, Shape

values = st.integers(-(10**30), 10**30)
shapes = st.lists(st.integers(1, 3), min_size=1, max_size=3).map(tuple)


@st.composite
def pairs(draw: st.DrawFn, elements: st.SearchStrategy[int] = values) -> tuple[Array, Array]:
    """Two arrays that broadcast against each other: on every axis as long, or one of them 1."""
    shape = draw(shapes)
    found = []
    for _ in range(2):
        own = tuple(length if draw(st.booleans()) else 1 for length in shape)
        found.append(Array(draw(st.lists(elements, min_size=prod(own), max_size=prod(own))), own))
    return found[0], found[1]


def at(array: Any, place: Shape) -> Any:
    """The value at a place of the common shape."""
    if not isinstance(array, Array):
        return array
    position = 0
    for length, index in zip(array.shape, place, strict=True):
        position = position * length + (index if length > 1 else 0)
    return array.values[position]


def naive(function: Callable[..., Any], *operands: Any) -> tuple[Shape, list[Any]]:
    """The same worked out place by place."""
    shape = plain.common_shape(*(each.shape for each in operands if isinstance(each, Array)))
    places = product(*map(range, shape))
    return shape, [function(*(at(each, place) for each in operands)) for place in places]


def translated(array: Array) -> tuple[Shape, list[Any]]:
    return array.shape, array.tolist()


ARITHMETIC = [operator.add, operator.sub, operator.mul, operator.ge, operator.gt, operator.le, operator.lt]


@pytest.mark.parametrize("function", ARITHMETIC)
@given(pairs(), values)
def test_operators_broadcast(function: Callable[..., Any], two: tuple[Array, Array], single: int) -> None:
    one, other = two
    assert translated(function(one, other)) == naive(function, one, other)
    assert translated(function(one, single)) == naive(function, one, single)
    assert translated(function(single, other)) == naive(function, single, other)


@given(pairs(), st.integers(1, 10**20))
def test_division_and_signs(two: tuple[Array, Array], divisor: int) -> None:
    one, _ = two
    assert translated(one // divisor) == naive(operator.floordiv, one, divisor)
    assert translated(-one) == naive(operator.neg, one)


@given(st.lists(st.integers(1, 10**20), min_size=1, max_size=4), values)
def test_a_single_number_is_divided_by_an_array(divisors: list[int], single: int) -> None:
    shape = (1, len(divisors))
    assert translated(single // Array(divisors, shape)) == (shape, [single // each for each in divisors])


@pytest.mark.parametrize("function", [operator.and_, operator.xor])
@given(pairs(st.booleans()), st.booleans())
def test_conditions_combine(function: Callable[..., Any], two: tuple[Array, Array], single: bool) -> None:
    one, other = two
    assert translated(function(one, other)) == naive(function, one, other)
    assert translated(function(one, single)) == naive(function, one, single)


@given(pairs(st.booleans()), st.booleans())
def test_a_condition_from_the_left(two: tuple[Array, Array], single: bool) -> None:
    assert translated(single & two[0]) == naive(operator.and_, single, two[0])


@given(pairs(), values)
def test_choices_broadcast(two: tuple[Array, Array], single: int) -> None:
    one, other = two
    condition = one >= other
    assert translated(plain.where(condition, one, single)) == naive(
        lambda holds, then, otherwise: then if holds else otherwise, condition, one, single
    )
    assert translated(plain.where(condition, one, other)) == translated(plain.maximum(one, other))
    assert translated(plain.minimum(one, single)) == naive(min, one, single)
    assert translated(plain.maximum(single, other)) == naive(max, single, other)


@given(pairs(), values)
def test_any_function_of_two(two: tuple[Array, Array], single: int) -> None:
    def ratio(one: int, other: int) -> Fraction:
        return Fraction(one, other or 1)

    assert translated(plain.paired(ratio, *two)) == naive(ratio, *two)
    assert translated(plain.paired(ratio, single, two[0])) == naive(ratio, single, two[0])
    assert plain.paired(ratio, single, 7) == Fraction(single, 7)


@given(pairs())
def test_broadcasting_repeats_values(two: tuple[Array, Array]) -> None:
    one, other = two
    shape = plain.common_shape(one.shape, other.shape)
    assert translated(plain.broadcast_to(one, shape)) == naive(lambda value, _: value, one, other)
    assert translated(plain.broadcast_to(5, shape)) == (shape, [5] * prod(shape))


def test_making_arrays() -> None:
    assert translated(plain.asarray([3, 1, 2])) == ((3,), [3, 1, 2])
    assert plain.asarray(7) == 7
    assert translated(plain.arange(2, 6)) == ((4,), [2, 3, 4, 5])
    assert translated(plain.reshape(plain.arange(0, 6), (2, 3))) == ((2, 3), [0, 1, 2, 3, 4, 5])


def test_counting_in_steps() -> None:
    assert plain.arange(1, 10, 4).tolist() == [1, 5, 9]
    assert plain.arange(0, 3).tolist() == [0, 1, 2]


def test_shapes_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="longer"):
        plain.asarray([1]) + plain.reshape(plain.asarray([1]), (1, 1))
