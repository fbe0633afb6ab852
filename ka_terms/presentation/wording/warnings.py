"""Warnings of dead zones and near thresholds as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.model.contract.terms.tiers import Tier, TieredTerm
from ka_terms.model.numbers.number import Index
from ka_terms.model.vocabulary.figures import NumberKind, is_growth
from ka_terms.presentation.quantities import approximate, growth, percent, quantity
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.kinds import kind_of_figure
from ka_terms.presentation.wording.rules import bound_text
from ka_terms.presentation.words import Words
from ka_terms.presentation.words.units import titled

if TYPE_CHECKING:
    from ka_terms.analysis.assessment import Assessment
    from ka_terms.analysis.ladder.standing import TierWarning


def warning_notes(contracts: Iterable[Assessment], words: Words) -> Iterator[str]:
    """One line a term that calls for a warning, each behind the name of its contract."""
    for contract in contracts:
        words = words.of(contract.scenario)
        for warning in contract.warnings:
            yield of_contract(contract.name, warning_text(warning, words, contract.scenario.currency), words)
        if contract.passed_over:
            terms = words.listed(term_name(key, words) for key in contract.passed_over)
            yield of_contract(contract.name, words.say("warning.passed_over", terms=terms), words)


def of_contract(name: str, sentence: str, words: Words) -> str:
    """A sentence about a term behind the name of its contract: `2003 proposal, annual rebate: ...`."""
    return words.say("join.comma").join([name, sentence])


def warning_text(warning: TierWarning, words: Words, currency: str) -> str:
    """The warning as a sentence of the first language."""
    status = warning.status
    values = {
        "term": term_name(warning.term, words),
        "tier": _bound_name(warning, words),
        "jump": words.money(abs(warning.jump), currency),
    }
    if warning.kind == "near":
        share = words.percent(warning.share)
        distance = _distance(abs(status.distance), status.kind, currency, words)
        values["figure"] = titled(words.inline(warning.rule.rule.subject)) if warning.rule else ""
        return words.say(_near(warning), share=share, distance=distance, **values)
    return words.say(
        "warning.dead_zone" if warning.ends is not None else "warning.dead_zone_endless",
        measure=words.inline(status.quantity),
        measured=_quantity(status.measured, status.kind, currency),
        bound=_quantity(status.bound, status.kind, currency),
        loss=words.money(warning.loss or Decimal(0), currency),
        end=_quantity(warning.ends or Decimal(0), status.kind, currency),
        **values,
    )


def _near(warning: TierWarning) -> str:
    """The key of the sentence for a near threshold: on which side the plan is, and whether the fee falls."""
    status = warning.status
    away = "below" if status.distance > 0 else "above"
    there = "reached" if status.reached else "over"
    side = away if status.distance else there
    of = "warning.rule" if warning.rule else "warning"
    return f"{of}.{side}" if warning.jump >= 0 else f"{of}.{side}_falls"


def _bound_name(warning: TierWarning, words: Words) -> str:
    """A tier by its threshold, a rule by what it holds its figure against."""
    if tier := warning.of_tier:
        return tier_name(tier.tier, tier.term, words)
    assert warning.rule is not None  # a warning is of one or the other
    return bound_text(warning.rule.rule, words)


def term_name(key: str, words: Words) -> str:
    """The name of a term inside a sentence."""
    return words.fee_within(key)


def tier_name(tier: Tier, term: TieredTerm, words: Words) -> str:
    """A tier by its threshold: `9M`, `110%`, of growth `+10%`."""
    if not isinstance(tier.bound, Index):
        return words.first.compact(tier.bound)
    return (growth if is_growth(term.measure) else percent)(tier.bound.value)


def _distance(value: Decimal, of: NumberKind, currency: str, words: Words) -> str:
    """How far it is to a bound; between two shares in points."""
    if kind_of_figure(of) is not Kind.RATIO:
        return _quantity(value, of, currency)
    return f"{approximate(value * 100)} {words.first('points')}"


def _quantity(value: Decimal, of: NumberKind, currency: str) -> str:
    kind = kind_of_figure(of)
    if kind is Kind.RATIO:
        return percent(value)
    return quantity(value, kind, currency) if kind is Kind.MONEY else approximate(value)
