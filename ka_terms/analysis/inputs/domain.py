"""How far an input can go while the scenario stays valid."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from ka_terms.analysis.inputs.input import Input
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.figures import stated
from ka_terms.calculation.readings.exact import exactly
from ka_terms.model.contract.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms import Share, Term, TieredTerm
from ka_terms.model.numbers.number import LARGEST, MOST_DECIMALS
from ka_terms.model.vocabulary.figures import GROWTH, LAST_YEAR, split_years
from ka_terms.model.vocabulary.parameters import Parameter


def domain(scenario: Scenario, input: Input) -> tuple[Decimal, Decimal]:
    """From where to where an input can go while the scenario stays valid; bounds of tiers stop short of either end."""
    low, high = Decimal(0), Decimal(1) if input.kind == "rate" else LARGEST
    if input.parameter:
        return _parameter_domain(scenario.terms[input.term], input.parameter, low, high)
    return _figure_domain(scenario, input.path, low, high)


def _figure_domain(scenario: Scenario, path: str, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    plan, whole = scenario.plan, path
    years, path = split_years(path)
    year = LAST_YEAR * years
    if path in ("sales", "growth"):
        return max(low, *_least_for_returns(plan, whole)), high
    paths = ("stores.opening", "stores.new", "stores.closed", "sales")
    opening, new, closed, sales = exact_figures(plan, *(year + each for each in paths))
    if path == "stores.closed" and opening is not None and new is not None:
        return low, opening + new
    if path in paths[:2] and opening is not None and new is not None and closed is not None:
        return max(low, closed - (new if path == "stores.opening" else opening)), high
    if path == "returns" and sales is not None:
        return low, sales
    return low, high


def _least_for_returns(plan: Plan, path: str) -> Iterator[Decimal]:
    """What sales of a year, or `growth` of this one's, must come to so that no year has more returns than sales."""
    if path == "growth":
        returns, before = exact_figures(plan, "returns", LAST_YEAR + "sales")
        yield _part(Decimal(1), returns, before)
        return
    year = path.removesuffix("sales")
    value, returns = exact_figures(plan, path, year + "returns")
    yield returns or Decimal(0)
    numbers = stated(plan)
    # Sales of the years that follow move along, each by as much, as far as they are stated as growth.
    while year and (year := year.removeprefix(LAST_YEAR)) + GROWTH in numbers:
        sales, returns = exact_figures(plan, year + "sales", year + "returns")
        yield _part(value, returns, sales)


def _part(value: Decimal | None, returns: Decimal | None, sales: Decimal | None) -> Decimal:
    """value x returns / sales, rounded up to what a contract can state; nothing where a part is missing or zero."""
    if not value or not returns or not sales:
        return Decimal(0)
    with exactly():
        exact = value * returns / sales
        return exact.quantize(Decimal(1).scaleb(-MOST_DECIMALS), ROUND_CEILING).normalize() + 0


def _parameter_domain(
    term: Term, parameter: Parameter, low: Decimal, high: Decimal
) -> tuple[Decimal, Decimal]:
    if isinstance(term, TieredTerm) and parameter.is_bound:
        levels = [low, *(tier.level for tier in term.tiers), high]
        return levels[parameter.tier - 1], levels[parameter.tier + 1]
    least, most = term.at_least, term.at_most
    if isinstance(least, Share) and isinstance(most, Share) and least.of == most.of:
        limits = least.rate, most.rate
    elif isinstance(least, Decimal) and isinstance(most, Decimal):
        limits = least, most
    else:
        return low, high
    return {"at_least": (low, limits[1]), "at_most": (limits[0], high)}.get(parameter.field, (low, high))
