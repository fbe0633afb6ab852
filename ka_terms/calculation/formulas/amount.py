"""An amount times counts."""

from __future__ import annotations

from ka_terms.calculation.formulas.base import ZERO
from ka_terms.calculation.readings.reading import Inputs, N
from ka_terms.model.contract.terms import AmountTerm


def cost(term: AmountTerm, inputs: Inputs[N]) -> N:
    """amount x figure x figure..., each figure less its free allowance; with no `per` the amount itself."""
    paid = inputs.own("amount")
    for path in term.per:
        paid = paid * _charged(term, path, inputs)
    return paid


def _charged(term: AmountTerm, path: str, inputs: Inputs[N]) -> N:
    """max(figure - free, 0)."""
    count = inputs.figure(path)
    if path not in term.free:
        return count
    return inputs.reading.maximum(count - inputs.own(f"free.{path}"), inputs.reading.constant(ZERO))
