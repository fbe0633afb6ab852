"""What every shape of term shares: the base a share is taken of, and the least and the most it may come to."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from ka_terms.calculation.readings.reading import Arguments, N
from ka_terms.model.contract.terms.limits import Limited, Share
from ka_terms.model.contract.terms.term_base import TermOnBase

ZERO = Decimal(0)


def not_below_zero(value: N, arguments: Arguments[N]) -> N:
    """max(value, 0)."""
    return arguments.reading.maximum(value, arguments.reading.constant(ZERO))


def base(term: TermOnBase, arguments: Arguments[N]) -> N:
    """`of` less the settled amounts of the terms in `less`, never below zero."""
    whole = arguments.money(term.of)
    if not term.less:
        return whole
    for key in term.less:
        whole = whole - arguments.settled(key)
    return arguments.reading.named("base", not_below_zero(whole, arguments))


def within_limits(term: Limited, cost: N, arguments: Arguments[N]) -> N:
    """min(max(cost, at_least), at_most): where the two cross, the most prevails."""
    reading = arguments.reading
    if term.at_least is not None:
        least = _limit("at_least", term.at_least, arguments)
        cost = reading.named("larger", reading.maximum(cost, least))
    if term.at_most is not None:
        most = _limit("at_most", term.at_most, arguments)
        cost = reading.named("smaller", reading.minimum(cost, most))
    return cost


def _limit(kind: Literal["at_least", "at_most"], limit: Decimal | Share, arguments: Arguments[N]) -> N:
    """An amount as it stands; a share times its figure."""
    if not isinstance(limit, Share):
        return arguments.stated_parameter(kind)
    return arguments.reading.named(
        kind, arguments.stated_parameter(kind, 0, limit.of) * arguments.money(limit.of)
    )
