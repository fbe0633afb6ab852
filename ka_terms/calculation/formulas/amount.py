"""An amount times counts."""

from __future__ import annotations

from ka_terms.calculation.formulas.base import not_below_zero
from ka_terms.calculation.readings.reading import Arguments, N
from ka_terms.model.contract.terms import AmountTerm


def cost(term: AmountTerm, arguments: Arguments[N]) -> N:
    """amount x figure x figure..., each figure less its free allowance; with no `per` the amount itself."""
    paid = arguments.stated_parameter("amount")
    if not term.per:
        return paid
    for path in term.per:
        paid = paid * _charged(term, path, arguments)
    return arguments.reading.named("calculated", paid)


def _charged(term: AmountTerm, path: str, arguments: Arguments[N]) -> N:
    """max(figure - free, 0)."""
    count = arguments.figure(path)
    if path not in term.free:
        return count
    charged = not_below_zero(count - arguments.stated_parameter("free", 0, path), arguments)
    return arguments.reading.named("charged", charged, 0, path)
