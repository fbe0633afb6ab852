"""The registry of formulas: one shape of term, one file, one line."""

from __future__ import annotations

from typing import Any

from ka_terms.calculation.formulas import amount, rate, tiers
from ka_terms.calculation.formulas.base import within_limits
from ka_terms.calculation.readings.reading import Arguments, N
from ka_terms.model.contract.terms import AmountTerm, RateTerm, Term, TieredTerm

FORMULAS: dict[type, Any] = {RateTerm: rate.cost, AmountTerm: amount.cost, TieredTerm: tiers.cost}


def fee_before_rounding(term: Term, arguments: Arguments[N]) -> N:
    """What a term costs on the plan, within its limits, before it is rounded to the minor unit."""
    cost: N = FORMULAS[type(term)](term, arguments)
    return within_limits(term, cost, arguments)
