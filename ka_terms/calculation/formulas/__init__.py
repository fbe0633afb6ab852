"""The registry of formulas: one shape of term, one file, one line."""

from __future__ import annotations

from typing import Any

from ka_terms.calculation.formulas import amount, rate, tiers
from ka_terms.calculation.formulas.base import within_limits
from ka_terms.calculation.readings.reading import Inputs, N
from ka_terms.model.contract.terms import AmountTerm, RateTerm, Term, TieredTerm

FORMULAS: dict[type, Any] = {
    RateTerm: rate.cost,
    AmountTerm: amount.cost,
    TieredTerm: tiers.cost,
}


def unrounded(term: Term, inputs: Inputs[N]) -> N:
    """What a term costs on the plan, within its limits, before it is rounded to the minor unit."""
    cost: N = FORMULAS[type(term)](term, inputs)
    return within_limits(term, cost, inputs)
