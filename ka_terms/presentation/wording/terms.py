"""What a contract says, in plain words: `3,500 per store, for each of 4 events`, `from 9M: 0.5%, from 10M: 1%`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce

from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.limits import Limited
from ka_terms.model.contract.terms.term_base import TermBase, TermOnBase
from ka_terms.model.contract.terms.terms import AmountTerm, RateTerm, Term
from ka_terms.model.contract.terms.tiers import Tier, TieredTerm
from ka_terms.model.contract.terms.together import Group
from ka_terms.model.numbers.number import Index
from ka_terms.model.vocabulary.figures import FigurePath, event_name, is_growth, quantity_of
from ka_terms.presentation.quantities import growth, number, ordinal, percent
from ka_terms.presentation.wording.periods import settled_says
from ka_terms.presentation.wording.rules import conditions_say
from ka_terms.presentation.words import Words

_SALES = "sales"
_GROWTH = "growth"


def says_of(key: str, scenario: Scenario, words: Words) -> str:
    """A term or a group as the contract states it, in the first language.

    Only how many times an event takes place is taken from the plan: it is part of what is agreed.
    """
    words = words.of(scenario)
    if key in scenario.together:
        return _group(scenario.together[key], scenario, words)
    conditions = [
        *settled_says(scenario.terms[key], scenario.plan.starts, words),
        *_conditions(key, scenario, words),
    ]
    phrase = words.say("join.comma").join([*_charges(scenario.terms[key], scenario, words), *conditions])
    return phrase if scenario.terms[key].owed else words.say("says.not_owed", phrase=phrase)


def clause_of(key: str, scenario: Scenario, words: Words) -> str:
    """What a term or a group charges and how it is settled, without its conditions."""
    words = words.of(scenario)
    if key in scenario.together:
        return _group(scenario.together[key], scenario, words)
    term = scenario.terms[key]
    settled = settled_says(term, scenario.plan.starts, words)
    return words.say("join.comma").join([*_charges(term, scenario, words), *settled])


def conditions_of(key: str, scenario: Scenario, words: Words) -> str:
    """The conditions of a term; empty where it has none."""
    return words.say("join.comma").join(_conditions(key, scenario, words.of(scenario)))


def _conditions(key: str, scenario: Scenario, words: Words) -> Iterator[str]:
    yield from conditions_say(scenario.terms[key], words) if key in scenario.terms else ()


def _charges(term: Term, scenario: Scenario, words: Words) -> list[str]:
    """What a term charges, and within which limits."""
    limits = list(_limits(term, words, scenario))
    # An amount of nothing with a minimum is that minimum: `at least 8% of sales`.
    is_nothing = isinstance(term, AmountTerm) and not term.per and not term.amount
    return limits if is_nothing and limits else [_phrase(term, scenario, words), *limits]


def _phrase(term: Term, scenario: Scenario, words: Words) -> str:
    """What a term charges, without limits and conditions."""
    if isinstance(term, AmountTerm):
        amount = words.compact(term.amount)
        if not term.per:
            return words.say("says.lump_sum", amount=amount)
        return _charged(amount, term, scenario.plan, words)
    if isinstance(term, RateTerm):
        return _charged(_with_base(percent(term.rate), term, words, scenario), term, scenario.plan, words)
    return _tiers(term, words, scenario)


def _group(group: Group, scenario: Scenario, words: Words) -> str:
    """`monthly rebate and logistics fee together: at most 5% of sales`."""
    members = words.listed(term_label(key, scenario, words) for key in group.terms)
    limits = words.say("join.comma").join(_limits(group, words, scenario))
    return words.say("says.together", terms=members, limits=limits)


def term_label(key: str, scenario: Scenario, words: Words) -> str:
    """The name of a term inside a sentence of the first language."""
    return words.fee_within(key, scenario.fees.get(key))


def tier_says(tier: Tier, term: TieredTerm, words: Words, scenario: Scenario | None = None) -> str:
    """One tier of a term, threshold and payment: `growth of at least 10%: 0.5% of net sales`."""
    return _measured(_tier(tier, term, words, scenario, with_base=True), term, words)


def bound_says(tier: Tier, term: TieredTerm, words: Words) -> str:
    """The threshold of a tier: `from 4.5M`, `over 110%`, `growth of at least 10%`."""
    if is_growth(term.measure) and isinstance(tier.bound, Index):
        key = "from" if tier.inclusive else "over"
        return words.say(f"says.growth{_growth_of(term.measure)}_{key}", bound=growth(tier.bound.value))
    bound = percent(tier.bound.value) if isinstance(tier.bound, Index) else words.first.compact(tier.bound)
    return words.say("says.from" if tier.inclusive else "says.over", bound=bound)


def _growth_of(measure: str) -> str:
    """Whose growth a threshold is of: of sales, which it names, of a figure named before, or of one years back."""
    if measure == _GROWTH:
        return ""
    return "_back" if FigurePath.parse(quantity_of(measure)).years else "_of"


def _charged(amount: str, term: TermBase, plan: Plan, words: Words) -> str:
    """`1,000 per SKU per store, for each of 4 events, charged from the 36th SKU`; without `per` the amount."""
    # The number in the plan is that of the year.
    times = [path for path in term.per if term.is_yearly and event_name(path)]
    counted = [path for path in term.per if path not in times]
    # Chinese says of the amount itself that it is due each time: 每店每次 3,500，共 4 次.
    counted = counted if words.language == "en" else [*counted, *times[:1]]
    phrase = _each(amount, counted, words, term.for_every)
    extras = [_times(times, plan, words)] if times else []
    extras += [_free(path, allowance, words) for path, allowance in term.free.items() if allowance]
    return words.say("join.comma").join([phrase, *extras])


def _each(amount: str, paths: Sequence[str], words: Words, lots: Mapping[str, Decimal]) -> str:
    """`1,000 per new SKU per store`; a share and a figure without a word for one of it multiply: `4 × price`."""
    units = [_lot(path, lots[path], words) for path in paths if path in lots]
    factors = [(path, words.unit(path)) for path in paths if path not in lots]
    units += [unit.each for _, unit in factors if unit]
    amount = " × ".join([amount, *(words.inline(path) for path, unit in factors if not unit)])
    if not units:
        return amount
    phrase = reduce(lambda units, unit: words.say("says.units", units=units, unit=unit), units)
    # A share follows what it is counted by with a word between: 每个迟交日按货款的 0.3%.
    return words.say("says.amount" if amount[0].isdigit() else "says.share", amount=amount, unit=phrase)


def _lot(path: str, lot: Decimal, words: Words) -> str:
    """`for every full 100 units sold`."""
    unit = words.unit(path)
    one = unit.many if unit else words.inline(path)
    return words.say("says.for_every", lot=number(lot), unit=one)


def _times(paths: Sequence[str], plan: Plan, words: Words) -> str:
    """`for each of 4 events`; of several kinds of events `for each of 4 × 5 events`."""
    counts = [plan.events[event_name(path)] for path in paths]
    return words.say("says.times", count=1 if counts == [1] else " × ".join(map(number, counts)))


def _free(path: str, allowance: Decimal, words: Words) -> str:
    """`charged from the 36th SKU` where 35 are free."""
    unit = words.unit(path)
    if unit is None:
        return words.say("says.free", free=number(allowance), figure=words.inline(path))
    if allowance != allowance.to_integral_value():
        return words.say("says.free_units", free=number(allowance), unit=unit.many)
    return words.say("says.from_nth", nth=ordinal(allowance + 1, words.language), unit=unit.one)


def _tiers(term: TieredTerm, words: Words, scenario: Scenario) -> str:
    """`band by band: from 9M: 0.5%, from 10M: 1%; rates apply to net sales`."""
    rates = sum(tier.rate is not None for tier in term.tiers)
    parts = [_tier(tier, term, words, scenario, with_base=rates == 1) for tier in term.tiers]
    phrase = _measured(words.say("join.tiers").join(parts), term, words)
    if rates > 1:
        phrase = _with_base(phrase, term, words, scenario, several=True)
    phrase = words.say("says.by_band", tiers=phrase) if term.mode == "marginal" else phrase
    free = [_free(path, allowance, words) for path, allowance in term.free.items() if allowance]
    return words.say("join.semicolon").join([phrase, *free])


def _tier(tier: Tier, term: TieredTerm, words: Words, scenario: Scenario | None, *, with_base: bool) -> str:
    """The threshold of a tier and what it pays: `from 9M: 0.5%`, a rate with its base where that is asked for."""
    if tier.amount is not None:
        pays = _each(words.compact(tier.amount), term.per, words, term.for_every)
    else:
        assert tier.rate is not None  # a tier pays one or the other
        rate = percent(tier.rate)
        pays = _with_base(rate, term, words, scenario) if with_base else rate
    return words.say("says.tier", bound=bound_says(tier, term, words), pays=pays)


def _measured(tiers: str, term: TieredTerm, words: Words) -> str:
    """The tiers behind what they are measured by, unless that is sales, or growth, which each threshold names."""
    if term.measure in (_SALES, _GROWTH):
        return tiers
    if is_growth(term.measure):
        return words.say("says.of_figure", figure=words.inline(quantity_of(term.measure)), tiers=tiers)
    return words.say("says.measured", measure=words.inline(term.measure), tiers=tiers)


def _with_base(
    rate: str, term: TermOnBase, words: Words, scenario: Scenario | None, several: bool = False
) -> str:
    """A rate, or `several` in one phrase, with their base: `1% of net sales after deducting monthly rebate`.

    Behind several rates, sales is left unsaid.
    """
    terms = scenario.terms if scenario else {}
    after = words.listed(words.fee_within(key, terms.get(key)) for key in term.less)
    is_unsaid = term.of == _SALES and (several or after)
    variant = f"{'' if is_unsaid else '_of'}{'_after' if after else ''}"
    if not variant:
        return rate
    key = f"says.rates{variant}" if several else f"says.rate{variant}"
    return words.say(key, rate=rate, tiers=rate, base=_base(term.of, scenario, words), terms=after)


def _base(name: str, scenario: Scenario | None, words: Words) -> str:
    """What a share is taken of: a figure, or another term."""
    if scenario and scenario.is_term(name):
        return term_label(name, scenario, words)
    return words.inline(name)


def _limits(term: Limited, words: Words, scenario: Scenario) -> Iterator[str]:
    """An amount, or a percentage with the figure it is of: `at least 8% of sales`."""
    for key, limit in (("says.at_least", term.at_least), ("says.at_most", term.at_most)):
        if isinstance(limit, Decimal):
            yield words.say(key, limit=words.compact(limit))
        elif limit is not None:
            share = words.say("says.rate_of", rate=percent(limit.rate), base=_base(limit.of, scenario, words))
            yield words.say(key, limit=share)
