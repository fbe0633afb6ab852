"""What fees take of one more unit of sales."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ka_terms.analysis.inputs.domain import domain
from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.piecewise.changing_contract import contract_by_input
from ka_terms.calculation.metrics import Costed
from ka_terms.calculation.readings.curves import Curve, TooManySteps
from ka_terms.calculation.readings.exact import decimal_of, trimmed
from ka_terms.model.contract.scenario import Scenario

_TWO = 2


class FeeRate(NamedTuple):
    """The slope of total fees at planned sales, and how far it goes."""

    rate: Decimal
    until: Decimal | None
    """The first sales above the plan at which fees go another way; None up to twice the plan."""


def fee_rate(scenario: Scenario) -> FeeRate | None:
    """Return what fees take of one more unit of sales at planned sales, as a share; None (n/a) where nobody can say.

    Fees are those before rounding. It is the slope on the side of more sales.
    """
    input = find(scenario, "sales")
    try:
        top = min(input.value * _TWO, domain(scenario, input)[1])
        if not input.value or top <= input.value:
            return None
        contract = contract_by_input(scenario, input, (input.value, top), input.value, top)
        pieces = [piece for piece in contract.piecewise(_total) if piece[0] < piece[1]]
    except (ValueError, TooManySteps):
        return None
    (_, high, curve), *others = pieces
    slope = curve.slope(_middle(input.value, high))
    until = trimmed(decimal_of(high)) if others else None
    return None if slope is None else FeeRate(decimal_of(slope), until)


def _middle(low: Decimal, high: Fraction) -> Fraction:
    return (Fraction(low) + high) / _TWO


def _total(costed: Costed[Curve]) -> Curve:
    return costed.total()
