"""Conditions: a term that is not due costs nothing, its least included.

`only_if` asks for all of its rules, `unless` waives where all of its rules hold; of an `any` one rule is enough. A rule
on growth or achievement of nothing does not hold, whichever way it points.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from ka_terms.calculation.formulas.base import ZERO
from ka_terms.calculation.readings.reading import Arguments, N
from ka_terms.model.contract.terms.limits import Share
from ka_terms.model.contract.terms.rules import AnyOf, Entries, Rule, rules_in
from ka_terms.model.contract.terms.term_base import TermBase
from ka_terms.model.vocabulary.figures import measure_of

Field = Literal["only_if", "unless"]


class _Placed(NamedTuple):
    """A rule, and where among those of its condition it stands, counted from 1."""

    field: Field
    position: int
    rule: Rule


def where_due(term: TermBase, cost: N, arguments: Arguments[N]) -> N:
    """`cost` where the conditions of the term hold, else zero."""
    if not term.is_conditioned:
        return cost
    zero = arguments.reading.constant(ZERO)
    due = _all("unless", term.unless, zero, cost, arguments) if term.unless else cost
    due = _all("only_if", term.only_if, due, zero, arguments)
    return arguments.reading.named("due", due)


def _all(field: Field, entries: Entries, then: N, otherwise: N, arguments: Arguments[N]) -> N:
    """`then` where every entry holds, else `otherwise`."""
    placed = [_Placed(field, at, rule) for at, rule in enumerate(rules_in(entries), start=1)]
    value = then
    # From the last to the first, so that the first rule is the first question.
    for entry in reversed(entries):
        size = len(entry.rules) if isinstance(entry, AnyOf) else 1
        placed, of_entry = placed[: len(placed) - size], placed[len(placed) - size :]
        value = _any(of_entry, value, otherwise, arguments)
    return value


def _any(rules: Sequence[_Placed], then: N, otherwise: N, arguments: Arguments[N]) -> N:
    """`then` where one of the rules holds, else `otherwise`."""
    value = otherwise
    for placed in reversed(rules):
        value = _where(placed, then, value, arguments)
    return value


def _where(placed: _Placed, then: N, otherwise: N, arguments: Arguments[N]) -> N:
    reading, rule = arguments.reading, placed.rule
    holds = rule_holds(placed.field, placed.position, rule, arguments)
    chosen = reading.where(holds, then, otherwise)
    if rule.is_fact or not (measure := measure_of(rule.subject)):
        return chosen
    # At a point without sales last year, or without a target, there is nothing to compare with.
    some = arguments.figure(measure.of) > reading.constant(ZERO)
    return reading.where(some, chosen, otherwise)


def rule_holds(field: Field, position: int, rule: Rule, arguments: Arguments[N]) -> Any:
    """Whether a rule holds, as a condition of the reading: `>=` and `<=` at their bound too."""
    reading, measured = arguments.reading, arguments.figure(rule.path)
    if rule.is_fact:
        holds = measured > reading.constant(ZERO)
    else:
        bound = rule_bound(field, position, rule, arguments)
        above, below = (measured, bound) if rule.operator in (">=", ">") else (bound, measured)
        holds = reading.reaches(above, below, rule.operator in (">=", "<="))
    return reading.named("holds", holds, position, rule.path, holds)


def rule_bound(field: Field, position: int, rule: Rule, arguments: Arguments[N]) -> N:
    """What the figure of a rule is held against, in its units."""
    reading = arguments.reading
    if isinstance(rule.value, Share):
        share = arguments.stated_parameter(field, position, rule.value.of)
        return reading.named("bound", share * arguments.figure(rule.value.of), position, rule.path)
    bound = arguments.stated_parameter(field, position, rule.subject)
    measure = measure_of(rule.subject)
    if not measure:
        return bound
    return reading.named("bound", bound * arguments.figure(measure.of), position, rule.path)
