"""Curves: quotients of polynomials, and where they are zero."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.calculation.costs import cost_contract
from ka_terms.calculation.readings.curves import ONE, Curve, Curves, Polynomial, polynomial, value_at, zeros
from tests.contracts import contract
from tests.examples import examples

F = Fraction
X: Polynomial = (F(0), F(1))
coefficients = st.lists(st.integers(-50, 50).map(Fraction), max_size=4).map(polynomial)
places = st.fractions(-20, 20, max_denominator=50)
roots = st.lists(st.decimals(-90, 90, places=4).map(Fraction), min_size=1, max_size=5)


def with_roots(places: Sequence[Fraction], factor: int = 1) -> Polynomial:
    """The polynomial that is zero at these places, as often as each stands there."""
    whole = Curve((F(factor),), ONE)
    factors = [Curve(polynomial([-place, F(1)]), ONE) for place in places]
    return reduce(operator.mul, factors, whole).over


@given(roots, st.integers(1, 9) | st.integers(-9, -1))
def test_every_zero_is_found_once_however_often_it_is_one(places: list[Fraction], factor: int) -> None:
    assert zeros(with_roots(places, factor), F(-100), F(100)) == sorted(set(places))


@given(roots)
def test_only_zeros_strictly_inside_count(places: list[Fraction]) -> None:
    low, high = min(places), max(places)
    inside = sorted({place for place in places if low < place < high})
    assert zeros(with_roots(places), low, high) == inside


@given(coefficients, places)
def test_without_a_zero_none_is_found(one: Polynomial, lift: Fraction) -> None:
    square = Curve(one, ONE) * Curve(one, ONE) + Curve((1 + abs(lift),), ONE)
    assert zeros(square.over, F(-100), F(100)) == []


@given(coefficients)
def test_what_is_found_is_zero_to_many_digits(one: Polynomial) -> None:
    found = zeros(one, F(-100), F(100))
    assert found == sorted(set(found))
    assert all(abs(value_at(one, zero)) < F(1, 10**20) for zero in found)


def test_a_zero_that_is_no_fraction_is_found_to_many_digits() -> None:
    (root,) = zeros((F(-2), F(0), F(1)), F(0), F(2))
    assert abs(root * root - 2) < F(1, 10**40)


def test_a_high_degree() -> None:
    places = [F(at, 4) for at in range(1, 9)]
    assert zeros(with_roots(places), F(0), F(100)) == places


@pytest.mark.parametrize("nowhere", [(), (F(5),), (F(-5), F(1))])
def test_constants_and_lines_that_miss(nowhere: Polynomial) -> None:
    assert zeros(nowhere, F(6), F(9)) == []


OPERATIONS: list[Callable[[Any, Any], Any]] = [operator.add, operator.sub, operator.mul, operator.truediv]


@given(coefficients, coefficients, coefficients, coefficients, places, st.sampled_from(OPERATIONS))
@examples(300)
def test_arithmetic_is_that_of_the_values(
    one: Polynomial,
    one_under: Polynomial,
    two: Polynomial,
    two_under: Polynomial,
    place: Fraction,
    operation: Callable[[Any, Any], Any],
) -> None:
    first, second = Curve(one, one_under or ONE), Curve(two, two_under or ONE)
    values = first(place), second(place)
    if None not in values and not (operation is operator.truediv and not values[1]):
        assert operation(first, second)(place) == operation(*values)


def test_curves_of_one_denominator_keep_it() -> None:
    ratio = Curve(X, (F(0), F(2)))
    assert (ratio + ratio) == Curve((F(0), F(2)), (F(0), F(2)))
    assert ratio != Curve(X, ONE)
    assert ratio != object()
    assert ratio(F(0)) is None


@given(coefficients, coefficients, places)
def test_the_slope_has_the_sign_of_the_derivative(
    over: Polynomial, under: Polynomial, place: Fraction
) -> None:
    curve = Curve(over, under or ONE)
    step = F(1, 10**12)
    values = [curve(place + side * step) for side in (-1, 0, 1)]
    slope = value_at(curve.derivative().over, place)
    if None not in values and abs(slope) > F(1, 10):
        left, right = values[0], values[2]
        assert left is not None
        assert right is not None
        assert (right > left) is (slope > 0)


def reading(at: int) -> Curves:
    return Curves({"x": X}, F(at))


FIVE: Polynomial = (F(5),)


@pytest.mark.parametrize(("at", "larger", "smaller"), [(3, FIVE, X), (7, X, FIVE), (5, X, X)])
def test_choices_are_made_at_the_place_and_what_decided_is_kept(
    at: int, larger: Polynomial, smaller: Polynomial
) -> None:
    curves = reading(at)
    x, five = curves.leaf("x", Decimal(1)), curves.constant(Decimal(5))
    assert curves.maximum(five, x).over == (
        (F(5),) if at < 5 else X if at > 5 else curves.maximum(five, x).over
    )
    assert curves.minimum(five, x)(F(at)) == min(at, 5)
    assert (x >= five) is (at >= 5)
    assert (x > five) is (at > 5)
    assert {zero for each in curves.deciders for zero in zeros(each, F(0), F(9))} == {5}
    assert curves.where(x >= five, x, five) is (x if at >= 5 else five)


def test_leaves_and_derived_figures_that_do_not_move_are_constants() -> None:
    curves = Curves({"x": X, "sales": (F(0), F(2))}, F(1))
    assert curves.leaf("y", Decimal("2.5")) == Curve((F(5, 2),), ONE)
    seven = curves.constant(Decimal(7))
    assert curves.derived("net_sales", seven) is seven
    assert curves.derived("sales", seven) == Curve((F(0), F(2)), ONE)
    assert curves.settle("fee", seven, Decimal("0.01")) is seven
    assert curves.constant(Decimal(0)).over == ()


def test_a_division_by_zero_is_zero_as_in_the_statement() -> None:
    curves = reading(0)
    x, one = curves.leaf("x", Decimal(1)), curves.constant(Decimal(1))
    assert curves.divide(one, x)(F(0)) == 0
    assert X in curves.deciders
    assert reading(2).divide(one, Curve(X, ONE, curves)).under == X


def test_a_choice_where_a_quotient_has_no_value_still_decides() -> None:
    curves = reading(0)
    one = curves.constant(Decimal(1))
    assert one / curves.leaf("x", Decimal(1)) >= one
    assert {*curves.deciders} == {(F(1), F(-1)), X}


def test_a_contract_read_as_curves() -> None:
    """3% of sales above last year's, by its own formula: 0.03 x - 30,000 from 1,000,000 on."""
    scenario = contract({"fee": {"rate": "3%", "of": "increment"}}, {"last_year": {"sales": "1M"}})
    below, above = (cost_contract(scenario, Curves({"sales": X}, F(at))) for at in (5, 2_000_000))
    assert below.amounts["fee"].over == ()
    assert above.amounts["fee"].over == (F(-30_000), F(3, 100))


def test_what_a_quotient_tends_to_where_both_parts_are_zero() -> None:
    """x (x - 2) / (x - 2) is 2 there, 1 / (x - 2) has no bounds, and nothing over nothing is n/a."""
    two, gap = Fraction(2), (Fraction(-2), Fraction(1))
    assert Curve((Fraction(0), Fraction(-2), Fraction(1)), gap).limit(two) == 2
    assert Curve((Fraction(1),), gap).limit(two) is None
    assert Curve((), gap).limit(two) == 0
    assert Curve(gap, (Fraction(1),)).limit(Fraction(3)) == 1
    assert Curve((), ()).limit(two) is None


def test_a_choice_takes_the_least_difference() -> None:
    reading = Curves({"sales": X}, F(2))
    sales = reading.leaf("sales", Decimal(1))
    just_less = reading.constant(Decimal("1.99"))
    assert (sales > just_less, sales >= just_less, just_less > sales) == (True, True, False)
    assert reading.maximum(sales, just_less) is sales


def test_what_is_computed_can_still_be_compared() -> None:
    """A quotient by a number, and a figure that moves though it follows from others."""
    reading = Curves({"sales": X}, F(2))
    halved = reading.leaf("sales", Decimal(1)) / reading.constant(Decimal(2))
    moved = reading.derived("sales", reading.constant(Decimal(7)))
    assert halved > reading.constant(Decimal("0.5"))
    assert moved > reading.constant(Decimal(1))
    assert set(reading.deciders) == {(F(-1, 2), F(1, 2)), (F(-1), F(1))}


def test_a_quotient_of_parts_in_proportion_is_a_number() -> None:
    reading = Curves({"sales": X}, F(2))
    sales, third = reading.leaf("sales", Decimal(1)), reading.constant(Decimal(3))
    assert reading.divide(sales * third, sales) == third
    assert reading.divide(sales * third, sales + sales) == reading.constant(Decimal("1.5"))
    assert reading.divide((sales + third) * third, (sales + third) * (third + third)) == (
        reading.constant(Decimal("0.5"))
    )
    assert reading.divide(sales - sales, sales) == reading.constant(Decimal(0))
    assert reading.divide(sales + third, sales) == Curve((F(3), F(1)), X)
    assert reading.divide(sales * sales, sales).under == X
    assert reading.divide(sales * third, sales) >= third


def test_the_slope_of_a_curve() -> None:
    assert Curve((F(1), F(2), F(3)), ONE).slope(F(2)) == 14
    assert Curve((F(0), F(0), F(5)), X).slope(F(0)) == 5
    assert Curve(ONE, X).slope(F(0)) is None
    assert Curve(ONE, X).slope(F(2)) == F(-1, 4)


def test_what_a_quotient_tends_to_is_a_quotient() -> None:
    assert Curve(with_roots([F(3), F(2)], 6), with_roots([F(3)], 4)).limit(F(3)) == F(3, 2)
    assert Curve(with_roots([F(3), F(3)]), with_roots([F(3), F(3)], 4)).limit(F(3)) == F(1, 4)
    assert Curve(ONE, with_roots([F(3)])).limit(F(3)) is None
    assert Curve((), ()).limit(F(3)) is None
