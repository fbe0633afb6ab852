"""A share of a money figure."""

from __future__ import annotations

from ka_terms.calculation.formulas.base import base
from ka_terms.calculation.readings.reading import Arguments, N
from ka_terms.model.contract.terms import RateTerm


def cost(term: RateTerm, arguments: Arguments[N]) -> N:
    """rate x base: 2.5% x sales."""
    return arguments.reading.named("calculated", arguments.stated_parameter("rate") * base(term, arguments))
