"""A share of a money figure."""

from __future__ import annotations

from ka_terms.calculation.formulas.base import base
from ka_terms.calculation.formulas.charged import times_charged
from ka_terms.calculation.readings.reading import Arguments, N
from ka_terms.model.contract.terms.terms import RateTerm


def cost(term: RateTerm, arguments: Arguments[N]) -> N:
    """rate x base: 2.5% x sales; with `per` times every figure of it."""
    share = arguments.stated_parameter("rate") * base(term, arguments)
    return arguments.reading.named("calculated", times_charged(term, share, arguments))
