"""Exact arithmetic, and the readings of a formula's functions."""

from __future__ import annotations

from decimal import Decimal, DivisionByZero, InvalidOperation
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.calculation.readings.exact import Exact, decimal_of, exactly, ratio, round_half_up
from ka_terms.calculation.readings.reading import Uncomputable
from tests.contracts import each

ONE, TWO, CENT = Decimal(1), Decimal(2), Decimal("0.01")


def test_products_of_a_contracts_numbers_lose_no_digit() -> None:
    factor = Decimal("999999999999999.99999999")
    with exactly():
        product = factor * factor * factor * factor * factor * factor * factor
    assert Fraction(product) == Fraction(factor) ** 7


def test_what_has_no_value_is_an_error() -> None:
    with exactly(), pytest.raises(DivisionByZero):
        ONE / Decimal(0)
    with exactly(), pytest.raises(InvalidOperation):
        Decimal(0) / Decimal(0)


@pytest.mark.parametrize(
    ("part", "whole", "quotient"),
    [
        (ONE, TWO, "0.5"),
        (Decimal(0), TWO, "0"),
        (ONE, Decimal(3), "0.3333333333333333333333333333"),
        (TWO, Decimal(3), "0.6666666666666666666666666667"),
        (ONE, Decimal(0), None),
        (None, ONE, None),
        (ONE, None, None),
        (None, None, None),
    ],
)
def test_a_ratio_of_what_is_not_there_is_not_there(
    part: Decimal | None, whole: Decimal | None, quotient: str | None
) -> None:
    assert ratio(part, whole) == (None if quotient is None else Decimal(quotient))


@pytest.mark.parametrize(
    ("amount", "unit", "rounded"),
    [
        ("0.005", "0.01", "0.01"),
        ("0.0049999", "0.01", "0.00"),
        ("0.015", "0.01", "0.02"),
        ("0.025", "0.01", "0.03"),
        ("-0.005", "0.01", "-0.01"),
        ("2.5", "1", "3"),
        ("7", "0.001", "7.000"),
    ],
)
def test_halves_round_away_from_zero(amount: str, unit: str, rounded: str) -> None:
    assert str(round_half_up(Decimal(amount), Decimal(unit))) == rounded


def test_functions_of_the_exact_reading() -> None:
    exact = Exact()
    assert exact.leaf("a", ONE) is exact.constant(ONE) is ONE
    found = [
        str(exact.derived("a", Decimal(text))) for text in ("10050000.0", "0.00", "1.50", "1E+6", "-2.0")
    ]
    assert found == ["10050000", "0", "1.5", "1000000", "-2"]
    assert (exact.maximum(ONE, TWO), exact.maximum(TWO, ONE)) == (TWO, TWO)
    assert (exact.minimum(ONE, TWO), exact.minimum(TWO, ONE)) == (ONE, ONE)
    assert (exact.where(True, ONE, TWO), exact.where(False, ONE, TWO)) == (ONE, TWO)
    assert each(exact.divide(ONE, TWO), exact.divide(ONE, Decimal(0))) == (Decimal("0.5"), 0)


def test_an_amount_is_settled_below_ten_to_the_eighteenth() -> None:
    most = Decimal(10) ** 18
    assert Exact().settle("a", most - 1, ONE) == most - 1
    assert Exact().settle("a", 1 - most, ONE) == 1 - most
    for beyond in (most, -most):
        with pytest.raises(Uncomputable, match=r"10\^18 or more for a"):
            Exact().settle("a", beyond, ONE)
    with exactly():
        assert str(Exact().settle("a", most - Decimal("0.006"), CENT)) == "999999999999999999.99"


@given(
    st.fractions(min_value=0, max_denominator=1000),
    st.fractions(min_value=Fraction(1, 1000), max_denominator=1000),
)
def test_a_ratio_is_right_to_28_digits(part: Fraction, whole: Fraction) -> None:
    with exactly():
        one, other = (Decimal(value.numerator) / Decimal(value.denominator) for value in (part, whole))
    quotient = ratio(one, other)
    assert quotient is not None
    exact = Fraction(one) / Fraction(other)
    assert abs(Fraction(quotient) - exact) <= exact / 10**27


@pytest.mark.parametrize(
    ("of", "text"),
    [((1, 4), "0.25"), ((1, 3), "0.3333333333333333333333333333"), ((9_000_000, 1), "9000000")],
)
def test_fractions_in_decimals(of: tuple[int, int], text: str) -> None:
    assert str(decimal_of(Fraction(*of))) == text
