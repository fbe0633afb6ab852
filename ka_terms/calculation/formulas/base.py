"""What every shape of term shares: the base a share is taken of, and the least and the most it may come to."""

from __future__ import annotations

from decimal import Decimal

from ka_terms.calculation.readings.reading import Inputs, N
from ka_terms.model.contract.terms import AmountTerm, RateTerm, Share, TieredTerm

ZERO = Decimal(0)


def base(term: RateTerm | TieredTerm, inputs: Inputs[N]) -> N:
    """`of` less the settled amounts of the terms in `less`, never below zero."""
    whole = inputs.figure(term.of)
    if not term.less:
        return whole
    for key in term.less:
        whole = whole - inputs.settled(key)
    return inputs.reading.maximum(whole, inputs.reading.constant(ZERO))


def within_limits(term: RateTerm | AmountTerm | TieredTerm, cost: N, inputs: Inputs[N]) -> N:
    """min(max(cost, at_least), at_most): where the two cross, the most prevails."""
    if term.at_least is not None:
        cost = inputs.reading.maximum(cost, _limit("at_least", term.at_least, inputs))
    if term.at_most is not None:
        cost = inputs.reading.minimum(cost, _limit("at_most", term.at_most, inputs))
    return cost


def _limit(key: str, limit: Decimal | Share, inputs: Inputs[N]) -> N:
    """An amount as it stands; a share times its figure."""
    return inputs.own(key) * inputs.figure(limit.of) if isinstance(limit, Share) else inputs.own(key)
