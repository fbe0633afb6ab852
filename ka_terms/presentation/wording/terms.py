"""What a contract says, in plain words: `3,500 per store, for each of 4 events`, `from 9M: 0.5%, from 10M: 1%`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce

from ka_terms.model.contract.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms import AmountTerm, RateTerm, Term, Tier, TieredTerm
from ka_terms.model.numbers.number import Index
from ka_terms.model.vocabulary.figures import event_name
from ka_terms.presentation.quantities import growth, number, ordinal, percent
from ka_terms.presentation.words import Words

_SALES = "sales"
_GROWTH = "growth"


def says(term: Term, plan: Plan, words: Words, terms: Mapping[str, Term]) -> str:
    """A term as the contract states it, in the first language; `terms` are those of its contract, by key.

    Only how many times an event takes place is taken from the plan: it is part of what is agreed.
    """
    if isinstance(term, AmountTerm):
        phrase = _amount(term, plan, words)
    elif isinstance(term, RateTerm):
        phrase = _with_base(percent(term.rate), term, words, terms)
    else:
        phrase = _tiers(term, words, terms)
    limits = list(_limits(term, words))
    # An amount of nothing with a minimum is that minimum: `at least 8% of sales`.
    is_nothing = isinstance(term, AmountTerm) and not term.per and not term.amount
    phrase = words.say("join.comma").join(limits if is_nothing and limits else [phrase, *limits])
    return phrase if term.owed else words.say("says.not_owed", phrase=phrase)


def says_of(key: str, scenario: Scenario, words: Words) -> str:
    """The same of the term under a key of a contract."""
    return says(scenario.terms[key], scenario.plan, words.of(scenario), scenario.terms)


def tier_says(tier: Tier, term: TieredTerm, words: Words, terms: Mapping[str, Term] | None = None) -> str:
    """One tier of a term, threshold and payment: `growth of at least 10%: 0.5% of net sales`."""
    return _measured(_tier(tier, term, words, terms or {}), term, words)


def bound_says(tier: Tier, term: TieredTerm, words: Words) -> str:
    """The threshold of a tier: `from 4.5M`, `over 110%`, `growth of at least 10%`."""
    if term.measure == _GROWTH and isinstance(tier.bound, Index):
        key = "says.growth_from" if tier.inclusive else "says.growth_over"
        return words.say(key, bound=growth(tier.bound.value))
    bound = percent(tier.bound.value) if isinstance(tier.bound, Index) else words.first.compact(tier.bound)
    return words.say("says.from" if tier.inclusive else "says.over", bound=bound)


def _amount(term: AmountTerm, plan: Plan, words: Words) -> str:
    """`1,000 per SKU per store, for each of 4 events, charged from the 36th SKU`."""
    amount = words.compact(term.amount)
    if not term.per:
        return words.say("says.lump_sum", amount=amount)
    times = [path for path in term.per if event_name(path)]
    counted = [path for path in term.per if path not in times]
    # Chinese says of the amount itself that it is due each time: 每店每次 3,500，共 4 次.
    phrase = _each(amount, counted if words.language == "en" else [*counted, *times[:1]], words)
    extras = [_times(times, plan, words)] if times else []
    extras += [_free(path, allowance, words) for path, allowance in term.free.items() if allowance]
    return words.say("join.comma").join([phrase, *extras])


def _each(amount: str, paths: Sequence[str], words: Words) -> str:
    """`1,000 per new SKU per store`; a figure without a word for one of it is multiplied: `200 × promoters`."""
    units = [unit.each for path in paths if (unit := words.unit(path))]
    if units:
        phrase = reduce(lambda units, unit: words.say("says.units", units=units, unit=unit), units)
        amount = words.say("says.amount", amount=amount, unit=phrase)
    return " × ".join([amount, *(words.inline(path) for path in paths if not words.unit(path))])


def _times(paths: Sequence[str], plan: Plan, words: Words) -> str:
    """`for each of 4 events`; of several kinds of events `for each of 4 × 5 events`."""
    counts = [plan.events[event_name(path)] for path in paths]
    return words.say("says.times", count=1 if counts == [1] else " × ".join(map(number, counts)))


def _free(path: str, allowance: Decimal, words: Words) -> str:
    """`charged from the 36th SKU` where 35 are free."""
    unit = words.unit(path)
    if unit is None or allowance != allowance.to_integral_value():
        return words.say("says.free", free=number(allowance), figure=words.inline(path))
    return words.say("says.from_nth", nth=ordinal(allowance + 1, words.language), unit=unit.one)


def _tiers(term: TieredTerm, words: Words, terms: Mapping[str, Term]) -> str:
    """`band by band: from 9M: 0.5%, from 10M: 1%; rates apply to net sales`."""
    rates = sum(tier.rate is not None for tier in term.tiers)
    parts = [_tier(tier, term, words, terms if rates == 1 else None) for tier in term.tiers]
    phrase = _measured(words.say("join.tiers").join(parts), term, words)
    if rates > 1:
        phrase = _with_base(phrase, term, words, terms, several=True)
    return words.say("says.by_band", tiers=phrase) if term.mode == "marginal" else phrase


def _tier(tier: Tier, term: TieredTerm, words: Words, terms: Mapping[str, Term] | None) -> str:
    """The threshold of a tier and what it pays: `from 9M: 0.5%`; with `terms` a rate is told with its base."""
    if tier.amount is not None:
        pays = words.compact(tier.amount)
    else:
        assert tier.rate is not None  # a tier pays one or the other
        pays = percent(tier.rate) if terms is None else _with_base(percent(tier.rate), term, words, terms)
    return words.say("says.tier", bound=bound_says(tier, term, words), pays=pays)


def _measured(tiers: str, term: TieredTerm, words: Words) -> str:
    """The tiers behind what they are measured by, unless that is sales, or growth, which each threshold names."""
    if term.measure in (_SALES, _GROWTH):
        return tiers
    return words.say("says.measured", measure=words.inline(term.measure), tiers=tiers)


def _with_base(
    rate: str, term: RateTerm | TieredTerm, words: Words, terms: Mapping[str, Term], several: bool = False
) -> str:
    """A rate, or `several` in one phrase, with their base: `1% of net sales after deducting monthly rebate`.

    Behind several rates, sales is left unsaid.
    """
    after = words.listed(words.within(words.first.fee_of(key, terms.get(key))) for key in term.less)
    is_unsaid = term.of == _SALES and (several or after)
    variant = f"{'' if is_unsaid else '_of'}{'_after' if after else ''}"
    if not variant:
        return rate
    key = f"says.rates{variant}" if several else f"says.rate{variant}"
    return words.say(key, rate=rate, tiers=rate, base=words.inline(term.of), terms=after)


def _limits(term: Term, words: Words) -> Iterator[str]:
    """An amount, or a percentage with the figure it is of: `at least 8% of sales`."""
    for key, limit in (("says.at_least", term.at_least), ("says.at_most", term.at_most)):
        if isinstance(limit, Decimal):
            yield words.say(key, limit=words.compact(limit))
        elif limit is not None:
            share = words.say("says.rate_of", rate=percent(limit.rate), base=words.inline(limit.of))
            yield words.say(key, limit=share)
