"""Arrays of whole numbers: every operation is exact or refuses, whatever the library that holds them."""

from __future__ import annotations

import operator
from collections.abc import Callable
from contextlib import nullcontext
from decimal import Decimal
from fractions import Fraction
from math import floor, gcd, prod
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ka_terms.calculation.readings import plain_arrays as plain
from ka_terms.calculation.readings.arrays import Arrays
from ka_terms.calculation.readings.reading import Uncomputable
from ka_terms.calculation.readings.scaled import INT64, Scaled, TooLarge, aligned, number
from tests.spaces import spaces

D = Decimal
CENT, YEN = D("0.01"), D(1)


SPACES = spaces()
NAMES = [f"{xp.__name__}, {limit}" for xp, limit in SPACES]
each_space = pytest.mark.parametrize(("xp", "limit"), SPACES, ids=NAMES)

edges = st.sampled_from([2**62, 2**63 - 1, 2**31, 10**18, 10**9, 3, 1, 0])
wholes = st.builds(
    lambda edge, off, sign: sign * max(min(edge + off, INT64), 0),
    edges,
    st.integers(-2, 2),
    st.sampled_from([1, 1, -1]),
)
scales = st.integers(0, 6)
unders = st.sampled_from([1, 1, 1, 3, 7, 9, 21, 73, 10**9 + 7])
rows = st.tuples(st.lists(wholes, min_size=3, max_size=3), scales, unders)
singles = st.tuples(wholes | st.integers(-(10**24), 10**24), scales, unders)
Drawn = tuple[list[int] | int, int] | tuple[list[int] | int, int, int]
"""The values, the scale, and what they are divided by besides, if anything."""


def scaled(drawn: Drawn, xp: Any, limit: int | None) -> Scaled:
    values, scale, *under = drawn
    if isinstance(values, int):
        return Scaled(values, scale, values, values, limit, *under)
    return Scaled(xp.asarray(values), scale, min(values), max(values), limit, *under)


def listed(values: Any, size: int = 3) -> list[Any]:
    """The values of an array, or of one number as often."""
    if not hasattr(values, "shape"):
        return [values] * size
    if hasattr(values, "compute"):
        values = values.compute()
    return values.tolist() if hasattr(values, "tolist") else [int(each) for each in values]


def exact(drawn: Drawn) -> list[Fraction]:
    values, scale, *under = drawn
    row = values if isinstance(values, list) else [values] * 3
    return [Fraction(value, 10**scale * prod(under)) for value in row]


def fractions(found: Scaled) -> list[Fraction]:
    low, high = Fraction(found.low), Fraction(found.high)
    values = [Fraction(value) for value in listed(found.values)]
    assert all(low <= value <= high for value in values)
    assert found.under > 0
    assert gcd(found.under, 10) == 1
    return [value / Fraction(10) ** found.scale / found.under for value in values]


def half_away(amount: Fraction, unit: Decimal) -> Fraction:
    size = floor(abs(amount) / Fraction(unit) + Fraction(1, 2)) * Fraction(unit)
    return size if amount >= 0 else -size


OPERATIONS: list[Callable[[Any, Any], Any]] = [operator.add, operator.sub, operator.mul]
COMPARISONS: list[Callable[[Any, Any], Any]] = [operator.ge, operator.gt]
operands = st.tuples(rows, rows | singles, st.booleans())


@each_space
@given(operands, st.sampled_from(OPERATIONS))
@settings(max_examples=150)  # all of them for mutants too: a bound is missed by a few
def test_arithmetic_is_exact_or_refused(
    xp: Any, limit: int | None, drawn: tuple[Any, Any, bool], operation: Callable[[Any, Any], Any]
) -> None:
    one, two = drawn[:2] if drawn[2] else drawn[1::-1]
    try:
        found = operation(scaled(one, xp, limit), scaled(two, xp, limit))
    except TooLarge:
        assert limit is not None
        return
    assert fractions(found) == list(map(operation, exact(one), exact(two)))


@each_space
@given(operands, st.sampled_from(COMPARISONS))
@settings(max_examples=150)  # all of them for mutants too: a bound is missed by a few
def test_comparisons_and_choices_are_exact_or_refused(
    xp: Any, limit: int | None, drawn: tuple[Any, Any, bool], comparison: Callable[[Any, Any], Any]
) -> None:
    one, two = drawn[:2] if drawn[2] else drawn[1::-1]
    reading = Arrays(xp, {}, limit)
    a, b = scaled(one, xp, limit), scaled(two, xp, limit)
    holds = list(map(comparison, exact(one), exact(two)))
    try:
        condition = comparison(a, b)
        larger, smaller, chosen = reading.maximum(a, b), reading.minimum(a, b), reading.where(condition, a, b)
    except TooLarge:
        assert limit is not None
        return
    pairs = list(zip(exact(one), exact(two), holds, strict=True))
    assert [bool(each) for each in listed(condition)] == holds
    assert fractions(larger) == [max(x, y) for x, y, _ in pairs]
    assert fractions(smaller) == [min(x, y) for x, y, _ in pairs]
    assert fractions(chosen) == [x if first else y for x, y, first in pairs]


@each_space
@given(rows | singles, st.sampled_from([CENT, YEN, D("0.001")]))
@settings(max_examples=150)  # all of them for mutants too: a bound is missed by a few
def test_settling_rounds_half_away_from_zero(xp: Any, limit: int | None, drawn: Any, unit: Decimal) -> None:
    amounts = exact(drawn)
    try:
        found = Arrays(xp, {}, limit).settle("fee", scaled(drawn, xp, limit), unit)
    except TooLarge:
        assert limit is not None
        return
    except Uncomputable:
        assert max(map(abs, amounts)) >= 10**18 - 1
        return
    assert fractions(found) == [half_away(amount, unit) for amount in amounts]
    assert (found.scale, found.under) == (-unit.adjusted(), 1)


@each_space
@given(rows | singles, st.sampled_from([CENT, YEN, D("0.001"), D(100)]))
@settings(max_examples=100)
def test_rounding_is_exact_or_refused(xp: Any, limit: int | None, drawn: Any, unit: Decimal) -> None:
    try:
        found = Arrays(xp, {}, limit).rounded(scaled(drawn, xp, limit), unit)
    except TooLarge:
        assert limit is not None
        return
    assert fractions(found) == [half_away(amount, unit) for amount in exact(drawn)]


@each_space
@given(rows | singles, singles)
@settings(max_examples=150)  # all of them for mutants too: a bound is missed by a few
def test_what_a_single_number_divides_stays_in_whole_numbers(
    xp: Any, limit: int | None, drawn: Any, by: Any
) -> None:
    one, other = scaled(drawn, xp, limit), scaled(by, xp, limit)
    try:
        found = Arrays(xp, {}, limit).divide(one, other)
    except TooLarge:
        assert limit is not None
        return
    divisor = exact(by)[0]
    assert fractions(found) == [value / divisor if divisor else 0 for value in exact(drawn)]
    assert not any(isinstance(value, Fraction) for value in (*listed(found.values), found.low, found.high))
    assert found.limit == limit


@each_space
@given(rows | singles, rows | singles)
@settings(max_examples=100)
def test_whole_quotients_are_exact_or_refused(xp: Any, limit: int | None, drawn: Any, by: Any) -> None:
    counts, sizes = _not_below(0, drawn), _not_below(1, by)
    try:
        found = Arrays(xp, {}, limit).whole_quotient(scaled(counts, xp, limit), scaled(sizes, xp, limit))
    except TooLarge:
        assert limit is not None
        return
    pairs = zip(exact(counts), exact(sizes), strict=True)
    assert fractions(found) == [count // size for count, size in pairs]


def _not_below(least: int, drawn: Any) -> Any:
    values, *how = drawn
    return [max(value, least) for value in values] if isinstance(values, list) else max(values, least), *how


@each_space
def test_halves_go_away_from_zero(xp: Any, limit: int | None) -> None:
    drawn = ([-15, -5, -4, 4, 5, 14, 15], 1)
    found = Arrays(xp, {}, limit).settle("fee", scaled(drawn, xp, limit), YEN)
    assert listed(found.values) == [-2, -1, 0, 0, 1, 1, 2]
    assert (found.low, found.high, found.scale) == (-2, 2, 0)


@each_space
def test_an_amount_beyond_the_largest_is_refused(xp: Any, limit: int | None) -> None:
    reading = Arrays(xp, {}, limit)
    for value in (10**18, -(10**18)):
        with pytest.raises(Uncomputable, match="fee"):
            reading.settle("fee", scaled(([1, value], 0), xp, limit), YEN)
        with pytest.raises(Uncomputable):
            reading.settle("fee", scaled((value, 0), xp, limit), YEN)
    # The bounds of a number may be wider than what it really is.
    wide = Scaled(xp.asarray([5, 10**18 - 1]), 0, 0, 2 * 10**18, limit)
    settled = reading.settle("fee", wide, YEN)
    assert (settled.low, settled.high, settled.scale) == (5, 10**18 - 1, 0)
    assert listed(settled.values) == [5, 10**18 - 1]
    alone = reading.settle("fee", Scaled(xp.asarray([5]), 0, 0, 2 * 10**18, limit), YEN)
    assert (alone.low, alone.high) == (5, 5)


@each_space
def test_what_was_chosen_or_settled_still_outgrows_nothing(xp: Any, limit: int | None) -> None:
    """Each result knows how large it may become, so that a later step is exact or refused too."""
    reading = Arrays(xp, {}, limit)
    low, high = scaled(([1, 9], 0), xp, limit), scaled(([5, 6], 0), xp, limit)
    wide = Scaled(xp.asarray([5, 9]), 0, 0, 2 * 10**18, limit)
    for chosen in (
        reading.maximum(low, high),
        reading.minimum(low, high),
        reading.where(low >= high, low, high),
        reading.settle("fee", wide, YEN),
    ):
        assert chosen.limit == limit
        with pytest.raises(TooLarge) if limit else nullcontext():
            _ = chosen * chosen * scaled((10**18, 0), xp, limit)


@each_space
def test_a_single_number_beyond_the_integers_meets_an_array_only_where_they_have_no_bound(
    xp: Any, limit: int | None
) -> None:
    reading = Arrays(xp, {}, limit)
    row, huge = Scaled(xp.asarray([1, 3]), 0, 1, 10**24, limit), scaled((10**20, 0), xp, limit)
    for choose in (reading.maximum, reading.minimum):
        for one, other in ((row, huge), (huge, row)):
            with pytest.raises(TooLarge) if limit else nullcontext():
                choose(one, other)


huge = st.integers(-(10**20), 10**20)


@given(
    st.tuples(st.lists(huge, min_size=3, max_size=3) | huge, scales, unders),
    st.tuples(st.lists(huge | st.just(0), min_size=3, max_size=3) | huge | st.just(0), scales, unders),
)
def test_quotients_are_exact_in_plain_python(drawn: Drawn, by: Drawn) -> None:
    reading = Arrays(plain, {}, None)
    expected = [
        one / other if other else Fraction(0) for one, other in zip(exact(drawn), exact(by), strict=True)
    ]
    found = reading.divide(scaled(drawn, plain, None), scaled(by, plain, None))
    assert fractions(found) == expected
    with pytest.raises(Uncomputable) if max(map(abs, expected)) >= 10**18 else nullcontext():
        settled = reading.settle("fee", found, CENT)
        assert fractions(settled) == [half_away(Fraction(each), CENT) for each in expected]
        assert settled.under == 1


@each_space
def test_an_operand_that_fits_no_array_is_refused_though_the_result_would_fit(
    xp: Any, limit: int | None
) -> None:
    for sign in (1, -1):
        row, huge = scaled(([sign * 10, sign * 20], 0), xp, limit), scaled((sign * 2**63, 0), xp, limit)
        for one, other in ((row, huge), (huge, row)):
            with pytest.raises(TooLarge) if limit else nullcontext():
                assert abs(max(listed((one - other).values, 2), key=abs)) < 2**63


def test_thousands_divide_and_are_divided_as_all_numbers() -> None:
    """They are held as few units of a thousand, in a scale below zero."""
    thousands, row = number(D(5000), None), scaled(([0, 3], 0), plain, None)
    reading = Arrays(plain, {}, None)
    for limit in (INT64, None):
        divided = Arrays(plain, {}, limit).divide(scaled(([1, 2], 0), plain, limit), number(D(5000), limit))
        assert fractions(divided)[:2] == [Fraction(1, 5000), Fraction(2, 5000)]
    thirds = reading.rounded(reading.divide(thousands, row), CENT)
    assert (listed(thirds.values), thirds.scale) == ([0, 166667], 2)


def test_a_twelfth_is_a_third_of_a_quarter() -> None:
    """What can be written in decimals goes into the scale, so that it is one with that of all other numbers."""
    for limit in (INT64, None):
        found = Arrays(plain, {}, limit).divide(number(D(1), limit), number(D(12), limit))
        assert (found.values, found.scale, found.under) == (25, 2, 3)
        negative = Arrays(plain, {}, limit).divide(number(D("0.3"), limit), scaled((-12, 0), plain, limit))
        assert (negative.values, negative.scale, negative.under) == (-25, 3, 1)


def test_what_a_single_number_and_a_divisor_have_in_common_is_left_out() -> None:
    """So that numbers stay small; arrays are not looked into."""
    reading, row = Arrays(plain, {}, INT64), scaled(([1, 2], 0), plain, INT64)
    month = reading.divide(row, number(D(12), INT64))
    for found in (month * number(D(6), INT64), number(D(6), INT64) * month):
        assert (listed(found.values), found.scale, found.under) == ([50, 100], 2, 1)
    # Also where the product itself would not fit.
    large = scaled(([1, 2], 0, 10**9 + 7), plain, INT64)
    assert listed((large * number(D(10**9 + 7) * 10**9, INT64)).values) == [1, 2]
    assert (large * number(D(10**9 + 7) * 10**9, INT64)).scale == -9


def test_halves_of_what_is_divided_by_an_odd_number_are_none() -> None:
    """There is no half of a third; fractions over a third may come to one."""
    for limit in (INT64, None):
        reading = Arrays(plain, {}, limit)
        thirds = reading.rounded(scaled(([1, 2, 4, 5, -1, -2], 0, 3), plain, limit), YEN)
        assert listed(thirds.values) == [0, 1, 1, 2, 0, -1]
    halves = [Fraction(3, 2), Fraction(9, 2), Fraction(-3, 2), Fraction(7, 5)]
    row = Scaled(plain.asarray(halves), 0, min(halves), max(halves), None, 3)
    assert listed(Arrays(plain, {}, None).rounded(row, YEN).values) == [1, 2, -1, 0]


@each_space
def test_zeros_take_any_scale_and_divisor(xp: Any, limit: int | None) -> None:
    """Also where the factor between the scales would fit no array."""
    nothing, row = scaled(([0, 0], -9), xp, limit), scaled(([5, 7], 30, 7), xp, limit)
    for found in (nothing + row, row - nothing):
        assert (listed(found.values), found.scale, found.under) == ([5, 7], 30, 7)
    settled = Arrays(xp, {}, limit).settle("fee", scaled(([0, 0], -30, 3), xp, limit), CENT)
    assert (listed(settled.values), settled.scale, settled.under) == ([0, 0], 2, 1)


def test_quotients_are_refused_where_only_whole_numbers_fit() -> None:
    for one in (scaled(([1, 2], 0), plain, INT64), number(D(3), INT64)):
        with pytest.raises(TooLarge):
            Arrays(plain, {}, INT64).divide(one, scaled(([1, 2], 0), plain, INT64))
    nothing = Arrays(plain, {}, INT64).divide(scaled(([1, 2], 0), plain, INT64), number(D(0), INT64))
    assert nothing.is_zero


@given(st.decimals(0, 10**15, places=8))
def test_a_number_is_held_exactly_and_as_short_as_it_can_be(value: Decimal) -> None:
    found = number(value, INT64)
    assert Fraction(found.values) / Fraction(10) ** found.scale == Fraction(value)
    assert found.values == 0 or found.values % 10
    assert found.is_single


def test_a_zero_takes_any_scale() -> None:
    zero, row = number(D(0), INT64), scaled(([INT64, 1], 8), plain, INT64)
    assert [each.scale for pair in (aligned(zero, row), aligned(row, zero)) for each in pair] == [8] * 4
    assert aligned(row, row) == (row, row)


@each_space
def test_leaves_that_vary_are_arrays_and_all_others_single(xp: Any, limit: int | None) -> None:
    sales = scaled(([1, 2], 0), xp, limit)
    reading = Arrays(xp, {"sales": sales}, limit)
    assert reading.leaf("sales", D(5)) is sales
    assert reading.derived("sales", sales) is sales
    assert reading.leaf("rate", D("0.5")).is_single
    assert reading.constant(D(7)).values == 7
    assert not sales.is_zero


@each_space
def test_a_choice_that_comes_out_the_same_everywhere_costs_nothing(xp: Any, limit: int | None) -> None:
    reading = Arrays(xp, {}, limit)
    low, high = scaled(([1, 2], 0), xp, limit), scaled(([3, 4], 0), xp, limit)
    assert (high >= low) is True
    assert (low > high) is False
    assert reading.where(low >= high, low, high) is high
    assert reading.maximum(low, high) is high
    assert reading.maximum(high, low) is high
    assert reading.minimum(low, high) is low
    assert reading.minimum(high, low) is low


@each_space
def test_a_choice_of_what_outgrows_the_integers_is_exact_or_refused(xp: Any, limit: int | None) -> None:
    """A lump sum beyond any array, paid at some points only."""
    row = scaled(([1, 3], 0), xp, limit)
    condition = row >= number(D(2), limit)
    huge = scaled((10**24, 0), xp, limit)
    reading = Arrays(xp, {}, limit)
    if limit is None:
        assert listed(reading.where(condition, huge, row).values) == [1, 10**24]
        return
    for then, otherwise in ((huge, row), (row, huge)):
        with pytest.raises(TooLarge):
            reading.where(condition, then, otherwise)


@each_space
def test_every_result_knows_how_large_it_may_become(xp: Any, limit: int | None) -> None:
    row, two = scaled(([1, 9], 1), xp, limit), number(D("0.02"), limit)
    reading = Arrays(xp, {}, limit)
    results = [row + two, row - two, row * two, row.at_scale(4), reading.settle("fee", row, YEN)]
    results += [*aligned(row, number(D(0), limit)), *aligned(number(D(0), limit), row)]
    results += [reading.constant(D(2)), reading.leaf("sales", D(2)), reading.whole_quotient(row, two)]
    assert {result.limit for result in results} == {limit}
    for zero in (aligned(row, number(D(0), limit))[1], aligned(number(D(0), limit), row)[0]):
        assert (zero.low, zero.high, zero.scale) == (0, 0, row.scale)


def test_the_largest_integer_fits_and_one_more_does_not() -> None:
    xp, reading = plain, Arrays(plain, {}, INT64)
    for edge in (INT64, -INT64):
        row, step = scaled(([0, edge], 0), xp, INT64), number(D(1 if edge > 0 else -1), INT64)
        assert listed((row + number(D(0), INT64)).values, 2) == [0, edge]
        condition = scaled(([0, 1], 0), xp, INT64) >= number(D(1), INT64)
        assert listed(reading.where(condition, row, step).values, 2)[1] == edge
        with pytest.raises(TooLarge):
            _ = row + step
        with pytest.raises(TooLarge):
            _ = row - (number(D(0), INT64) - step)
        with pytest.raises(TooLarge):
            reading.settle("fee", Scaled(row.values, 3, row.low, row.high, INT64), CENT)


def test_one_and_the_same_number_everywhere_is_a_choice_too() -> None:
    condition = scaled(([0, 1], 0), plain, INT64) >= number(D(1), INT64)
    chosen = Arrays(plain, {}, INT64).where(condition, number(D(7), INT64), number(D(5), INT64))
    assert (listed(chosen.values, 2), chosen.low, chosen.high) == ([5, 7], 5, 7)


@each_space
def test_a_choice_between_single_numbers_is_rounded_number_by_number(xp: Any, limit: int | None) -> None:
    """And remains a choice between the rounded ones."""
    reading = Arrays(xp, {}, limit)
    condition = scaled(([2, 0, 1], 0), xp, limit) > number(D("0.5"), limit)
    chosen = reading.where(condition, number(D("7.005"), limit), number(D("-5.005"), limit))
    rounded = reading.rounded(chosen, CENT)
    assert rounded.choice is not None
    assert [side.values for side in rounded.choice.sides] == [701, -501]
    assert (listed(rounded.values), rounded.scale) == ([701, -501, 701], 2)


def test_bounds_that_are_wide_enough_are_not_looked_into() -> None:
    """Finding the ends of an array takes a pass over it."""
    wide = Scaled(plain.asarray([5, 6]), 0, 0, 10**17, INT64)
    settled = Arrays(plain, {}, INT64).settle("fee", wide, YEN)
    assert (settled.low, settled.high) == (0, 10**17)


def test_fractions_are_rounded_at_any_scale() -> None:
    reading = Arrays(plain, {}, None)
    halves = reading.divide(scaled(([1, 3, -1], 0), plain, None), number(D(2), None))
    settled = reading.settle("fee", halves, YEN)
    assert (listed(settled.values), settled.low, settled.high) == ([1, 2, -1], -1, 2)
    half = reading.divide(scaled(([1, 1], 0), plain, None), number(D(2), None))
    settled = reading.settle("fee", half, YEN)
    assert (listed(settled.values, 2), settled.low, settled.high) == ([1, 1], 1, 1)


def test_what_is_divided_by_zero_at_some_points_is_zero_there() -> None:
    found = Arrays(plain, {}, None).divide(number(D(6), None), scaled(([0, 3], 0), plain, None))
    assert listed(found.values, 2) == [0, 2]
