"""The parameters that a term states: their values, what kind of number each is, and the term with another value."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ka_terms.model.contract.terms import AmountTerm, Share, Term, TieredTerm
from ka_terms.model.numbers.number import Index
from ka_terms.model.vocabulary.figures import MEASURES, KindOf, NumberKind
from ka_terms.model.vocabulary.parameters import LIMITS, Parameter


def parameters(term: Term) -> Iterator[tuple[Parameter, Decimal]]:
    """Every number a term states; growth and achievement as an index."""
    if isinstance(term, TieredTerm):
        for position, tier in enumerate(term.tiers, start=1):
            yield Parameter(tier.bound_key, position), tier.level
            for field, paid in (("rate", tier.rate), ("amount", tier.amount)):
                if paid is not None:
                    yield Parameter(field, position), paid
    elif isinstance(term, AmountTerm):
        yield Parameter("amount"), term.amount
        yield from ((Parameter("free", figure=path), allowance) for path, allowance in term.free.items())
    else:
        yield Parameter("rate"), term.rate
    for field, limit in zip(LIMITS, (term.at_least, term.at_most), strict=True):
        if limit is not None:
            yield Parameter(field), limit.rate if isinstance(limit, Share) else limit


def parameter_kind(parameter: Parameter, term: Term, kind_of: KindOf) -> NumberKind:
    """What kind of number a parameter of a term is: a bound is of the kind of what it is compared with."""
    if parameter.figure:
        return kind_of(parameter.figure)
    if isinstance(term, TieredTerm) and parameter.is_bound:
        return "index" if term.measure in MEASURES else kind_of(term.measure)
    is_share = parameter.is_limit and isinstance(getattr(term, parameter.field), Share)
    return "rate" if is_share or parameter.field == "rate" else "money"


def with_parameter(term: Term, parameter: Parameter, value: Decimal) -> Term:
    """The term with another number; it is not checked whether such a term may be."""
    field = parameter.field
    if isinstance(term, TieredTerm) and parameter.tier:
        tiers = list(term.tiers)
        at = parameter.tier - 1
        is_index = parameter.is_bound and isinstance(tiers[at].bound, Index)
        stated = Index(value, signed=term.measure == "growth") if is_index else value
        tiers[at] = tiers[at].model_copy(update={"from_" if field == "from" else field: stated})
        return term.model_copy(update={"tiers": tuple(tiers)})
    if isinstance(term, AmountTerm) and parameter.figure:
        return term.model_copy(update={"free": {**term.free, parameter.figure: value}})
    limit = getattr(term, field)
    return term.model_copy(update={field: Share(value, limit.of) if isinstance(limit, Share) else value})
