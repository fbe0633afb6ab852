"""The parameters that a term or a group states: their values and kinds, and the term with another value."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeVar

from ka_terms.model.contract.terms.limits import Limited, Share
from ka_terms.model.contract.terms.rules import Rule, rules_in, with_number
from ka_terms.model.contract.terms.terms import AmountTerm, RateTerm, Term
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.contract.terms.together import Group
from ka_terms.model.numbers.number import Index
from ka_terms.model.vocabulary.figures import KindOf, NumberKind, is_growth, measure_of
from ka_terms.model.vocabulary.parameters import CONDITIONS, LIMITS, Parameter


def parameters(term: Term | Group) -> Iterator[tuple[Parameter, Decimal]]:
    """Every number a term states; growth and achievement as an index."""
    if not isinstance(term, Group):
        yield from _paid(term)
        yield from _of_charges_and_rules(term)
    for field, limit in zip(LIMITS, (term.at_least, term.at_most), strict=True):
        if limit is not None:
            yield Parameter(field), limit.rate if isinstance(limit, Share) else limit


def _paid(term: Term) -> Iterator[tuple[Parameter, Decimal]]:
    if isinstance(term, AmountTerm):
        yield Parameter("amount"), term.amount
    elif isinstance(term, RateTerm):
        yield Parameter("rate"), term.rate
    else:
        for position, tier in enumerate(term.tiers, start=1):
            yield Parameter(tier.bound_key, position), tier.level
            for field, paid in (("rate", tier.rate), ("amount", tier.amount)):
                if paid is not None:
                    yield Parameter(field, position), paid


def _of_charges_and_rules(term: Term) -> Iterator[tuple[Parameter, Decimal]]:
    for field, by_figure in (("free", term.free), ("for_every", term.for_every)):
        yield from ((Parameter(field, figure=path), number) for path, number in by_figure.items())
    for field in CONDITIONS:
        for position, rule in enumerate(rules_in(getattr(term, field)), start=1):
            if not rule.is_fact:
                yield Parameter(field, rule=position), rule.number


def rule_at(term: Term, parameter: Parameter) -> Rule:
    """The rule that states a parameter of a condition."""
    return [*rules_in(getattr(term, parameter.field))][parameter.rule - 1]


def measured_by(parameter: Parameter, term: Term | Group) -> str:
    """What a bound, of a tier or of a rule, is compared with; empty for any other parameter."""
    if isinstance(term, TieredTerm) and parameter.is_bound:
        return term.measure
    return rule_at(term, parameter).subject if parameter.rule and not isinstance(term, Group) else ""


def parameter_kind(parameter: Parameter, term: Term | Group, kind_of: KindOf) -> NumberKind:
    """What kind of number a parameter of a term is: a bound is of the kind of what it is compared with."""
    if parameter.figure:
        return kind_of(parameter.figure)
    if share_at(parameter, term) is not None:
        return "rate"
    if parameter.rule and not isinstance(term, Group) and rule_at(term, parameter).is_rate:
        return "rate"
    if measure := measured_by(parameter, term):
        return "index" if measure_of(measure) else kind_of(measure)
    return "rate" if parameter.field == "rate" else "money"


def share_at(parameter: Parameter, term: Term | Group) -> Share | None:
    """The share of a figure or a term whose percentage a parameter is; None of any other parameter."""
    if parameter.rule and not isinstance(term, Group):
        value: object = rule_at(term, parameter).value
    else:
        value = getattr(term, parameter.field) if parameter.is_limit else None
    return value if isinstance(value, Share) else None


AnyTerm = TypeVar("AnyTerm", bound=Limited)


def with_parameter(term: AnyTerm, parameter: Parameter, value: Decimal) -> AnyTerm:
    """The term, or group, with another number; it is not checked whether such a one may be."""
    field = parameter.field
    if parameter.rule:
        return term.model_copy(update={field: with_number(getattr(term, field), parameter.rule, value)})
    if isinstance(term, TieredTerm) and parameter.tier:
        tiers = list(term.tiers)
        at = parameter.tier - 1
        is_index = parameter.is_bound and isinstance(tiers[at].bound, Index)
        stated = Index(value, signed=is_growth(term.measure)) if is_index else value
        tiers[at] = tiers[at].model_copy(update={"from_" if field == "from" else field: stated})
        return term.model_copy(update={"tiers": tuple(tiers)})
    if parameter.figure:
        return term.model_copy(update={field: {**getattr(term, field), parameter.figure: value}})
    limit = getattr(term, field)
    return term.model_copy(update={field: Share(value, limit.of) if isinstance(limit, Share) else value})
