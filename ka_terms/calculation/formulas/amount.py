"""An amount times counts."""

from __future__ import annotations

from ka_terms.calculation.formulas.charged import times_charged
from ka_terms.calculation.readings.reading import Arguments, N
from ka_terms.model.contract.terms.terms import AmountTerm


def cost(term: AmountTerm, arguments: Arguments[N]) -> N:
    """amount x figure x figure..., each as it is charged; with no `per` the amount itself."""
    paid = arguments.stated_parameter("amount")
    if not term.per:
        return paid
    return arguments.reading.named("calculated", times_charged(term, paid, arguments))
