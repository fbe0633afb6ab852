"""What drives a fee: sales, volume, or neither, told by the figures that its amount hangs on.

A fee hangs on the figures it is counted by, on the measure of its tiers and on the base of what it pays a share of;
where a least or a most decides, on what that is a share of alone. Whether a tier is reached or an allowance used up is
for the plan to say and makes no other kind of fee, but a base counts only where a share of it is paid. Figures follow
what they are computed from: net sales follow sales, what a plan states by itself follows nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from ka_terms.calculation.figures import Figures
from ka_terms.calculation.formulas.tiers import quantity
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.readings.traced import Traced, Tracing
from ka_terms.calculation.tier_status import tier_statuses
from ka_terms.model.contract.references import in_order
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms import AmountTerm, RateTerm, Share, Term, TieredTerm

Driver = Literal["sales_driven", "volume_driven", "fixed"]


def drivers(scenario: Scenario, formulas: Mapping[str, Traced]) -> dict[str, Driver]:
    """What drives each term; `formulas` are the amounts as they came about on this plan."""
    reached = _reached_rates(scenario)
    hangs_on: dict[str, set[str]] = {}
    for key in in_order(scenario.terms):
        hangs_on[key] = {*_figures(scenario.terms[key], formulas[key], key in reached, hangs_on)}
    figures = Figures(scenario.plan, Tracing())
    with exactly():
        return {key: _driver(hangs_on[key], figures) for key in scenario.terms}


def _driver(names: Iterable[str], figures: Figures[Traced]) -> Driver:
    followed = {path for name in names for path in figures(name).all_paths()}
    return "sales_driven" if "sales" in followed else "volume_driven" if "volume" in followed else "fixed"


def _reached_rates(scenario: Scenario) -> set[str]:
    """The tiered terms that pay a share: in mode whole by the last tier reached, in mode marginal by any."""
    found = set()
    for key, statuses in tier_statuses(scenario).items():
        reached = [status.tier for status in statuses if status.reached]
        paying = reached[-1:] if statuses[0].term.mode == "whole" else reached
        if any(tier.rate is not None for tier in paying):
            found.add(key)
    return found


def _figures(
    term: Term, formula: Traced, pays_share: bool, hangs_on: Mapping[str, set[str]]
) -> Iterable[str]:
    """The figures that a term's amount hangs on, by name; `hangs_on` has those of the terms off its base."""
    (cost,) = formula.args
    for limit in (term.at_most, term.at_least):
        if limit is None:
            continue
        inner, limiting = cost.args
        if cost.deciding() == (limiting,):
            return [limit.of] if isinstance(limit, Share) else []
        cost = inner
    return _calculated(term, pays_share, hangs_on)


def _calculated(term: Term, pays_share: bool, hangs_on: Mapping[str, set[str]]) -> Iterator[str]:
    """The same of what is calculated before a least and a most."""
    if isinstance(term, AmountTerm):
        yield from term.per
        return
    if isinstance(term, TieredTerm):
        yield quantity(term)
    if isinstance(term, RateTerm) or pays_share:
        yield term.of
        for key in term.less:
            yield from hangs_on[key]
