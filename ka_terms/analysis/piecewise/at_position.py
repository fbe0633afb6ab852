"""What a contract comes to right at a place or just on either side of it, every line rounded as in a statement."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ka_terms.calculation.costs import Costed, costed
from ka_terms.calculation.readings.curves import Polynomial, value_at
from ka_terms.calculation.readings.fractions import Fractions
from ka_terms.model.contract.scenario import Scenario

HAIR = Fraction(1, 10**28)
"""How far just beside a place is: further than a bound that is no decimal may be off, and no cent away."""

_SHORT = 10**12


def costed_at(
    scenario: Scenario, moving: Mapping[str, Polynomial], place: Fraction, side: int = 0
) -> Costed[Fraction]:
    """The contract at a place, just before it (-1) or just behind it (1); `moving` are the figures that move by it."""
    at = place + side * HAIR
    return costed(scenario, Fractions({path: value_at(each, at) for path, each in moving.items()}))


def short(value: Fraction) -> Fraction:
    """The short decimal that a value a hair off its place stands for; others as they are."""
    found = Fraction(round(value * _SHORT), _SHORT)
    return found if abs(found - value) * _SHORT * _SHORT < 1 else value
