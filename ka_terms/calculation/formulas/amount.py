"""An amount times counts."""

from __future__ import annotations

from ka_terms.calculation.formulas.base import ZERO
from ka_terms.calculation.readings.reading import Arguments, N
from ka_terms.model.contract.terms import AmountTerm


def cost(term: AmountTerm, arguments: Arguments[N]) -> N:
    """amount x figure x figure..., each figure less its free allowance; with no `per` the amount itself."""
    paid = arguments.own("amount")
    for path in term.per:
        paid = paid * _charged(term, path, arguments)
    return paid


def _charged(term: AmountTerm, path: str, arguments: Arguments[N]) -> N:
    """max(figure - free, 0)."""
    count = arguments.figure(path)
    if path not in term.free:
        return count
    return arguments.reading.maximum(count - arguments.own(f"free.{path}"), arguments.reading.constant(ZERO))
