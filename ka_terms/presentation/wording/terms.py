"""What a contract says, in plain words: `3,500 a store, 4 times`, `from 9M 0.5%, from 10M 1%`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ka_terms.model.contract.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms import AmountTerm, RateTerm, Share, Term, Tier, TieredTerm
from ka_terms.model.numbers.number import Index
from ka_terms.model.vocabulary.figures import event_name
from ka_terms.presentation.wording.quantities import number, ordinal, percent
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
    # An amount of nothing with a minimum is that minimum: `at least 8%`.
    is_nothing = isinstance(term, AmountTerm) and not term.per and not term.amount
    return words.say("join.comma").join(limits if is_nothing and limits else [phrase, *limits])


def says_of(key: str, scenario: Scenario, words: Words) -> str:
    """The same of the term under a key of a contract."""
    return says(scenario.terms[key], scenario.plan, words, scenario.terms)


def tier_says(tier: Tier, term: TieredTerm, words: Words, terms: Mapping[str, Term] | None = None) -> str:
    """One tier of a term, bound and payment: `growth of 10%: 0.5% of net sales`."""
    phrase = _tier(tier, term, words)
    if tier.rate is not None:
        phrase = _tier(tier, term, words, _with_base(percent(tier.rate), term, words, terms or {}))
    return _measured(phrase, term, words)


def bound_says(tier: Tier, term: TieredTerm, words: Words) -> str:
    """The lower bound of a tier: `from 4.5M`, `over 110%`, `growth of 10%`."""
    if term.measure == _GROWTH and isinstance(tier.bound, Index):
        key = "says.growth_from" if tier.inclusive else "says.growth_over"
        return words.say(key, measure=words.inline(_GROWTH), bound=percent(tier.bound.value - 1))
    bound = percent(tier.bound.value) if isinstance(tier.bound, Index) else words.first.compact(tier.bound)
    return words.say("says.from" if tier.inclusive else "says.over", bound=bound)


def _amount(term: AmountTerm, plan: Plan, words: Words) -> str:
    """`1,000 a SKU and store, 4 times, from the 36th SKU on`."""
    amount = words.compact(term.amount)
    if not term.per:
        return words.say("says.lump_sum", amount=amount)
    times = [path for path in term.per if event_name(path)]
    counted = [path for path in term.per if path not in times]
    phrase = _each(amount, counted, words)
    extras = [_times(times, plan, words)] if times else []
    extras += [_free(path, allowance, words) for path, allowance in term.free.items() if allowance]
    return words.say("join.comma").join([phrase, *extras])


def _each(amount: str, paths: Sequence[str], words: Words) -> str:
    """`1,000 a new SKU and store`; a figure without a word for one of it is multiplied: `200 × promoters`."""
    units = [unit for path in paths if (unit := words.unit(path))]
    if units:
        phrase = units[0].each
        for unit in units[1:]:
            phrase = words.say("says.units", units=phrase, unit=unit.further)
        amount = words.say("says.amount", amount=amount, unit=phrase)
    return " × ".join([amount, *(words.inline(path) for path in paths if not words.unit(path))])


def _times(paths: Sequence[str], plan: Plan, words: Words) -> str:
    """`4 times`; of several events `4 × 5 times`."""
    counts = [plan.events[event_name(path)] for path in paths]
    if counts == [1]:
        return words.say("says.times", count=1)
    return words.say("says.times", count=" × ".join(map(number, counts)))


def _free(path: str, allowance: Decimal, words: Words) -> str:
    """`from the 36th SKU on` where 35 are free."""
    unit = words.unit(path)
    if unit is None or allowance != allowance.to_integral_value():
        return words.say("says.free", free=number(allowance), figure=words.inline(path))
    return words.say("says.from_nth", nth=ordinal(allowance + 1, words.language), unit=unit.one)


def _tiers(term: TieredTerm, words: Words, terms: Mapping[str, Term]) -> str:
    """`by band: growth of 10%: 0.5%, growth of 20%: 1%, rates on net sales`."""
    rates = sum(tier.rate is not None for tier in term.tiers)
    if rates == 1:
        parts = [_tier(tier, term, words, _rate_on_base(tier, term, words, terms)) for tier in term.tiers]
    else:
        parts = [_tier(tier, term, words) for tier in term.tiers]
    phrase = _measured(words.say("join.comma").join(parts), term, words)
    if rates > 1:
        phrase = _with_base(phrase, term, words, terms, several=True)
    return words.say("says.by_band", tiers=phrase) if term.mode == "marginal" else phrase


def _rate_on_base(tier: Tier, term: TieredTerm, words: Words, terms: Mapping[str, Term]) -> str:
    return "" if tier.rate is None else _with_base(percent(tier.rate), term, words, terms)


def _tier(tier: Tier, term: TieredTerm, words: Words, rate: str = "") -> str:
    """`from 9M 0.5%`; behind a colon where bound and payment are alike, both amounts or both percentages."""
    bound = bound_says(tier, term, words)
    if tier.rate is not None and isinstance(tier.bound, Index):
        return words.say("join.colon").join([bound, rate or percent(tier.rate)])
    if tier.rate is not None:
        return f"{bound} {rate or percent(tier.rate)}"
    assert tier.amount is not None  # a tier pays one or the other
    return words.say("join.colon").join([bound, words.compact(tier.amount)])


def _measured(tiers: str, term: TieredTerm, words: Words) -> str:
    """The tiers behind what they are measured by, unless that is sales, or growth, which each bound names."""
    if term.measure in (_SALES, _GROWTH):
        return tiers
    return words.say("says.measured", measure=words.inline(term.measure), tiers=tiers)


def _with_base(
    rate: str, term: RateTerm | TieredTerm, words: Words, terms: Mapping[str, Term], several: bool = False
) -> str:
    """The rate and what it is a share of, unless that is sales: `1% of net sales after monthly rebate`."""
    after = _fees(term.less, words.first, terms)
    variant = f"{'_of' if term.of != _SALES else ''}{'_after' if after else ''}"
    if not variant:
        return rate
    key = f"says.rates{variant}" if several else f"says.rate{variant}"
    return words.say(key, rate=rate, tiers=rate, base=words.inline(term.of), terms=after)


def _fees(keys: Sequence[str], words: Words, terms: Mapping[str, Term]) -> str:
    names = [words.within(words.fee_of(key, terms.get(key))) for key in keys]
    return words.listed(names) if names else ""


def _limits(term: Term, words: Words) -> Iterator[str]:
    for key, limit in (("says.at_least", term.at_least), ("says.at_most", term.at_most)):
        if limit is not None:
            yield words.say(key, limit=_limit(limit, words))


def _limit(limit: Decimal | Share, words: Words) -> str:
    """An amount, or a share: of sales unless it says of what."""
    if isinstance(limit, Decimal):
        return words.compact(limit)
    rate = percent(limit.rate)
    return rate if limit.of == _SALES else words.say("says.rate_of", rate=rate, base=words.inline(limit.of))
