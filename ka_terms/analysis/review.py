"""The review of a contract by house rules."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from ka_terms.calculation.statement import Statement
from ka_terms.model.contract.terms import Share
from ka_terms.model.settings.glossary import Label
from ka_terms.model.settings.policy import Policy
from ka_terms.model.vocabulary.metrics import TOTALS, Metric, term_metric


class Finding(NamedTuple):
    """The result of one rule for a contract."""

    kind: Literal["ceiling", "required", "review"]
    metric: str
    """A total by its name, or a term or condition by its key."""
    breach: bool
    """Whether the rule is broken; a mark for review never is."""
    found: Decimal | None = None
    """For a ceiling the value in the unit of `limit`, else the amount; None (n/a) also without such a term."""
    limit: Decimal | None = None
    percent: bool = False
    """Whether `found` and `limit` are shares of sales."""
    reason: Label | None = None
    """Why a term is marked for review, in the languages of the policy."""
    source: Label | None = None
    date: str | None = None

    @property
    def measure(self) -> Metric:
        """What a ceiling holds down: a total, or a term whether the contract has it or not."""
        return _capped(self.metric)


def review(statement: Statement, policy: Policy) -> tuple[Finding, ...]:
    """Return the result of every ceiling and required key, then the terms of this contract that are marked for review.

    A value equal to its ceiling meets the rule. A ceiling on a value that is n/a is broken, because nobody can say
    that it is met. A required term may cost zero on this plan. Conditions may be required and marked like terms.
    """
    return (*_ceilings(statement, policy), *_required(statement, policy), *_marks(statement, policy))


def _ceilings(statement: Statement, policy: Policy) -> Iterator[Finding]:
    for name, ceiling in policy.ceilings.items():
        metric = _capped(name)
        if isinstance(ceiling, Share):
            found, limit, percent = statement.value(metric.as_share()), ceiling.rate, True
        else:
            found, limit, percent = statement.value(metric), ceiling, False
        yield Finding("ceiling", name, found is None or found > limit, found, limit, percent)


def _capped(name: str) -> Metric:
    return TOTALS.get(name) or term_metric(name)


def _required(statement: Statement, policy: Policy) -> Iterator[Finding]:
    agreed = statement.scenario.conditions
    for key in policy.required:
        line = statement.line(key)
        yield Finding("required", key, line is None and key not in agreed, line.amount if line else None)


def _marks(statement: Statement, policy: Policy) -> Iterator[Finding]:
    for key, entry in policy.review.items():
        line = statement.line(key)
        if line or key in statement.scenario.conditions:
            amount = line.amount if line else None
            yield Finding("review", key, False, amount, None, False, entry.reason, entry.source, entry.date)
