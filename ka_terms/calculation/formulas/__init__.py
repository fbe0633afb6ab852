"""The registry of formulas: one shape of term, one file, one line."""

from __future__ import annotations

from typing import Any

from ka_terms.calculation.formulas import amount, rate, tiers
from ka_terms.calculation.formulas.base import within_limits
from ka_terms.calculation.formulas.conditions import where_due
from ka_terms.calculation.formulas.together import correction
from ka_terms.calculation.readings.reading import Arguments, N
from ka_terms.model.contract.terms.terms import AmountTerm, RateTerm, Term
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.contract.terms.together import Group

FORMULAS: dict[type, Any] = {RateTerm: rate.cost, AmountTerm: amount.cost, TieredTerm: tiers.cost}


def fee_before_rounding(term: Term | Group, arguments: Arguments[N]) -> N:
    """What a term costs on the plan before it is rounded to the minor unit; of a group its correction.

    First the formula of its shape, then its limits, and last its conditions: what is not due is nothing at all.
    """
    if isinstance(term, Group):
        return correction(term, arguments)
    cost: N = FORMULAS[type(term)](term, arguments)
    return where_due(term, within_limits(term, cost, arguments), arguments)
