"""Conditions in plain words: `only if facings at least 33% and hardware`, and why a fee is not due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING

from ka_terms.model.contract.terms.limits import Share
from ka_terms.model.contract.terms.rules import AnyOf, Entries, Rule
from ka_terms.model.contract.terms.term_base import TermBase
from ka_terms.model.numbers.number import Index
from ka_terms.model.vocabulary.figures import is_growth
from ka_terms.presentation.quantities import growth, number, percent
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.calculation.rule_status import RuleStatus

_KEYS = {">=": "from", ">": "over", "<=": "up_to", "<": "below"}
"""How each operator is called among the words."""
_OPPOSITE = {">=": "<", ">": "<=", "<=": ">", "<": ">="}


def conditions_say(term: TermBase, words: Words) -> Iterator[str]:
    """What the conditions of a term say: `only if ...`, `unless ...`."""
    for key, entries in (("says.only_if", term.only_if), ("says.unless", term.unless)):
        if entries:
            yield words.say(key, rules=_all(entries, words))


def _all(entries: Entries, words: Words) -> str:
    return _joined("join.and", entries, words)


def _any(entry: AnyOf, words: Words, *, alone: bool) -> str:
    """Rules of which one is enough, in brackets where they stand beside others."""
    rules = _joined("join.or", entry.rules, words)
    return rules if alone or len(entry.rules) == 1 else words.say("rule.any", rules=rules)


def _joined(key: str, entries: Sequence[Rule | AnyOf], words: Words) -> str:
    """Rules in a row; one on the figure of the rule before leaves it out: `achievement at least 60% and below 100%`."""
    parts, before = [], ""
    for entry in entries:
        if isinstance(entry, AnyOf):
            parts.append(_any(entry, words, alone=len(entries) == 1))
            before = ""
            continue
        is_again = not entry.is_fact and entry.subject == before
        parts.append(_again(entry, words) if is_again else rule_says(entry, words))
        before = entry.subject
    return reduce(lambda before, after: words.say(key, before=before, after=after), parts)


def _again(rule: Rule, words: Words) -> str:
    """A rule without its figure, which the one before has named."""
    return words.say(f"rule.{_KEYS[rule.operator]}", figure="", bound=bound_text(rule, words)).strip()


def rule_says(rule: Rule, words: Words) -> str:
    """One rule: `facings at least 33%`, `returns at most 3% of sales`, or the name of a fact."""
    if rule.is_fact:
        return words.inline(rule.path)
    figure, bound = words.inline(rule.subject), bound_text(rule, words)
    return words.say(f"rule.{_KEYS[rule.operator]}", figure=figure, bound=bound)


def bound_text(rule: Rule, words: Words) -> str:
    """What a rule holds its figure against."""
    value = rule.value
    if isinstance(value, Share):
        return words.say("says.rate_of", rate=percent(value.rate), base=words.inline(value.of))
    if isinstance(value, Index):
        return growth(value.value) if is_growth(rule.subject) else percent(value.value)
    return percent(rule.number) if rule.is_rate else words.first.compact(rule.number)


def not_due(statuses: Sequence[RuleStatus], would_cost: str, words: Words) -> str:
    """Why a fee is not due, and what it would cost: `not due: facings 30%, below 33%; would cost 11,500`."""
    reasons = words.say("join.semicolon").join(_reason(status, words) for status in deciding(statuses))
    return words.say("explain.not_due", reasons=reasons, amount=would_cost)


def deciding(statuses: Iterable[RuleStatus]) -> list[RuleStatus]:
    """The rules for which a fee is not due: those of `only_if` that fail, else those of `unless` that hold."""
    known = [*statuses]
    failed = [status for status in known if status.field == "only_if" and not status.holds]
    return failed or [status for status in known if status.field == "unless" and status.holds]


def _reason(status: RuleStatus, words: Words) -> str:
    """How the plan stands with a rule: `facings 30%, below 33%`."""
    rule = status.rule
    subject = words.inline(rule.path if rule.is_fact else rule.subject)
    if rule.is_fact:
        return words.say("rule.fact", fact=subject, truth=words.first("yes" if status.holds else "no"))
    if status.measured is None:
        return words.say("rule.unknown", figure=subject, na=words.first("na"))
    operator = rule.operator if status.holds else _OPPOSITE[rule.operator]
    bound = bound_text(rule, words)
    if isinstance(rule.value, Share):
        bound = words.say("rule.amount_of", amount=number(status.bound or Decimal(0)), share=bound)
    key = f"rule.stands.{_KEYS[operator]}"
    return words.say(key, figure=subject, measured=_measured(status, words), bound=bound)


def _measured(status: RuleStatus, words: Words) -> str:
    rule, measured = status.rule, status.measured or Decimal(0)
    if status.multiple is not None:
        shown = status.multiple if is_growth(rule.subject) else None
        return words.percent(status.multiple) if shown is None else _growth(shown, words)
    return percent(measured) if rule.is_rate else number(measured)


def _growth(index: Decimal, words: Words) -> str:
    change = index - 1
    return f"{'+' if change >= 0 else ''}{words.percent(change)}"
