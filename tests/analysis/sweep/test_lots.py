"""The size of full lots moved by itself, while what is charged in them stays."""

from __future__ import annotations

from decimal import Decimal

import pytest

import ka_terms
from tests.contracts import contract

LOTS = contract(
    {"fee": {"amount": 2, "per": ["cartons"], "for_every": {"cartons": 100}}}, {"figures": {"cartons": 250}}
)
SIZE = "fee.for_every.cartons"


@pytest.mark.parametrize("values", ["100", "50, 100, 260", "50..100..1", f"50..{50 + 5_000 * 0.01}..0.01"])
def test_the_size_of_lots_is_swept_alone(values: str) -> None:
    """In plain Python and, where there are many points, in numpy."""
    points = ka_terms.sweep(LOTS, vary={SIZE: values}, metrics="fee").points
    assert points
    for point in points:
        assert point["fee"] == 250 // point[SIZE] * 2


@pytest.mark.parametrize("values", ["0, 5", "0, 10", "0..1000/3"])
def test_lots_of_nothing_are_refused_as_they_were_typed(values: str) -> None:
    with pytest.raises(ValueError, match=r"Found '0'\. Expected a number above zero"):
        ka_terms.sweep(LOTS, vary={SIZE: values}, metrics="fee")


def test_lots_without_end_are_refused_and_a_range_of_them_is_solved() -> None:
    """Below any size there are more full lots than can be counted."""
    with pytest.raises(ValueError, match="1,000 steps"):
        ka_terms.solve(LOTS, vary=SIZE, rule="total_fees <= 5")
    solved = ka_terms.solve(LOTS, vary=f"{SIZE}=10..200", rule="total_fees <= 5")
    assert solved.answer == Decimal("83.34")


def test_a_rule_on_another_fee_does_not_count_lots() -> None:
    terms = {
        "lots": {"amount": 2, "per": ["cartons"], "for_every": {"cartons": 1}},
        "plain": {"amount": 4, "per": ["cartons"]},
    }
    solved = ka_terms.solve(
        contract(terms, {"figures": {"cartons": 250}}), vary="cartons", rule="plain <= 6000"
    )
    assert solved.answer == 1_500
