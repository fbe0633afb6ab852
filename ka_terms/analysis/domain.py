"""How far a lever can go while the scenario stays valid."""

from __future__ import annotations

from decimal import Decimal

from ka_terms.analysis.levers import Lever
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.figures import LAST_YEAR
from ka_terms.model.numbers import LARGEST, Index
from ka_terms.model.scenario import Scenario
from ka_terms.model.terms import Share, TieredTerm


def domain(scenario: Scenario, lever: Lever) -> tuple[Decimal, Decimal]:
    """From where to where a lever can go while the scenario stays valid; bounds of tiers stop short of either end."""
    low, high = Decimal(0), Decimal(1) if lever.kind == "rate" else LARGEST
    if lever.term:
        name = lever.path.removeprefix(f"{lever.term}.")
        return _parameter_domain(scenario, lever.term, name, low, high)
    return _figure_domain(scenario, lever.path, low, high)


def _figure_domain(scenario: Scenario, path: str, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    year = LAST_YEAR * path.count(LAST_YEAR)
    path = path.removeprefix(year)
    paths = ("stores.opening", "stores.new", "stores.closed", "sales", "returns")
    opening, new, closed, sales, returns = exact_figures(scenario.plan, *(year + each for each in paths))
    if path == "stores.closed" and opening is not None and new is not None:
        return low, opening + new
    if path in paths[:2] and opening is not None and new is not None and closed is not None:
        return max(low, closed - (new if path == "stores.opening" else opening)), high
    if path == "sales" and returns is not None:
        return returns, high
    if path == "returns" and sales is not None:
        return low, sales
    return low, high


def _parameter_domain(
    scenario: Scenario, key: str, name: str, low: Decimal, high: Decimal
) -> tuple[Decimal, Decimal]:
    term = scenario.terms[key]
    if isinstance(term, TieredTerm) and name.endswith((".from", ".over")):
        at = int(name.split(".")[1]) - 1
        bounds = [tier.bound.value if isinstance(tier.bound, Index) else tier.bound for tier in term.tiers]
        return (bounds[at - 1] if at else low), (bounds[at + 1] if at + 1 < len(bounds) else high)
    if name in ("at_least", "at_most"):
        return _limit_domain(term.at_least, term.at_most, name, low, high)
    return low, high


def _limit_domain(
    least: Decimal | Share | None, most: Decimal | Share | None, name: str, low: Decimal, high: Decimal
) -> tuple[Decimal, Decimal]:
    other = most if name == "at_least" else least
    mine = least if name == "at_least" else most
    if isinstance(mine, Share) and isinstance(other, Share) and mine.of == other.of:
        bound = other.rate
    elif isinstance(mine, Decimal) and isinstance(other, Decimal):
        bound = other
    else:
        return low, high
    return (low, bound) if name == "at_least" else (bound, high)
