"""What every shape of term shares: the base a share is taken of, and the least and the most it may come to."""

from __future__ import annotations

from decimal import Decimal

from ka_terms.calculation.readings.reading import Arguments, N
from ka_terms.model.contract.terms import AmountTerm, RateTerm, Share, TieredTerm

ZERO = Decimal(0)


def base(term: RateTerm | TieredTerm, arguments: Arguments[N]) -> N:
    """`of` less the settled amounts of the terms in `less`, never below zero."""
    whole = arguments.figure(term.of)
    if not term.less:
        return whole
    for key in term.less:
        whole = whole - arguments.settled(key)
    return arguments.reading.maximum(whole, arguments.reading.constant(ZERO))


def within_limits(term: RateTerm | AmountTerm | TieredTerm, cost: N, arguments: Arguments[N]) -> N:
    """min(max(cost, at_least), at_most): where the two cross, the most prevails."""
    if term.at_least is not None:
        cost = arguments.reading.maximum(cost, _limit("at_least", term.at_least, arguments))
    if term.at_most is not None:
        cost = arguments.reading.minimum(cost, _limit("at_most", term.at_most, arguments))
    return cost


def _limit(key: str, limit: Decimal | Share, arguments: Arguments[N]) -> N:
    """An amount as it stands; a share times its figure."""
    return arguments.own(key) * arguments.figure(limit.of) if isinstance(limit, Share) else arguments.own(key)
