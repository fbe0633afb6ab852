"""A contract evaluated at one position of its inputs or just beside it, with every line rounded as in a statement."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ka_terms.calculation.costs import Costed, costed
from ka_terms.calculation.readings.curves import Polynomial, value_at
from ka_terms.calculation.readings.fractions import Fractions
from ka_terms.model.contract.scenario import Scenario

EPSILON = Fraction(1, 10**28)
"""The distance of "just beside": above the error of a threshold that is not a decimal, and far below a cent."""
_DIGITS = 10**12


def costed_at(
    scenario: Scenario, moving: Mapping[str, Polynomial], position: Fraction, side: int = 0
) -> Costed[Fraction]:
    """Evaluate the contract at a position (0), just below it (-1) or just above it (1).

    `moving` gives the changing figures as polynomials of the position.
    """
    x = position + side * EPSILON
    return costed(scenario, Fractions({path: value_at(figure, x) for path, figure in moving.items()}))


def without_epsilon(value: Fraction) -> Fraction:
    """Return the decimal of twelve digits that a value is within 10^-24 of; other values unchanged."""
    short = Fraction(round(value * _DIGITS), _DIGITS)
    return short if abs(short - value) * _DIGITS * _DIGITS < 1 else value
