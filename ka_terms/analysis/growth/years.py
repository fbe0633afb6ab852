"""A chain of years: each against the one before."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.comparison import Incomparable
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.growth import Change, Growth, SameAndNew, change_of, growth_of, same_and_new, vpo_of
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Fault, quoted
from ka_terms.model.numbers.number import with_commas
from ka_terms.text.messages import message

STORES = ("opening", "new", "closed", "closing", "average")


class Year(NamedTuple):
    """One year of an account. None is n/a."""

    name: str
    """The scenario's; of a year before the first file the number of the year, else empty."""
    years_ago: int
    """How many years before the last one it is."""
    number: int | None
    """The year, where it is known."""
    plan: Plan
    sales: Decimal
    volume: Decimal | None
    stores: tuple[Decimal | None, ...]
    """In the order of `STORES`."""
    vpo: Decimal | None
    vpo_volume: Decimal | None
    growth: Growth | None
    """None of the first year."""
    change: Change | None
    groups: SameAndNew | None


def chained(scenarios: Sequence[Scenario]) -> Scenario:
    """Return the last scenario with the plans of those before it as its last years, in the order given.

    Errors: `Incomparable` where accounts or currencies differ, and where a plan has another last year than the file
    before it.
    """
    first, *others = (scenario.case("likely") for scenario in scenarios)
    for scenario in others:
        _check(scenario, first)
        before = scenario.plan.last_year
        if before is not None:
            _same_sales(scenario, before, first)
        plan = scenario.plan.model_copy(update={"last_year": first.plan})
        first = scenario.model_copy(update={"plan": plan})
    return first


def _check(scenario: Scenario, first: Scenario) -> None:
    years = (first.year, scenario.year)
    if None not in years and years[1] != (years[0] or 0) + 1:
        found = message("{year} behind {before}", year=str(years[1]), before=str(years[0]))
        expected = message("years that follow each other")
        raise Incomparable(Fault(found, expected, message("name the files from the first year to the last")))
    for name in ("currency", "account"):
        ours, theirs = getattr(scenario, name), getattr(first, name)
        if ours and theirs and ours != theirs:
            expected = message("years of one account, in one currency ({first})", first=theirs)
            raise Incomparable(
                Fault(quoted(ours), expected, message("leave {name} out", name=scenario.scenario))
            )


def _same_sales(scenario: Scenario, before: Plan, first: Scenario) -> None:
    (stated,), (sold,) = exact_figures(before, "sales"), exact_figures(first.plan, "sales")
    if stated != sold:
        found = message(
            "{sales} as last year's sales in {name}",
            sales=with_commas(stated or Decimal(0)),
            name=scenario.scenario,
        )
        expected = message(
            "those of {name}, {sales}", name=first.scenario, sales=with_commas(sold or Decimal(0))
        )
        raise Incomparable(Fault(found, expected, message("name the files from the first year to the last")))


def years(scenario: Scenario) -> tuple[Year, ...]:
    """Return the years of a scenario and of its last years, the first one first; of estimates the likely case."""
    plan: Plan | None = scenario.case("likely").plan
    found: list[Year] = []
    while plan is not None:
        ago = len(found)
        number = None if scenario.year is None else scenario.year - ago
        found.append(_year(plan, "" if ago else scenario.scenario, ago, number))
        plan = plan.last_year
    return tuple(reversed(found))


def _year(plan: Plan, name: str, ago: int, number: int | None) -> Year:
    sales, volume, *stores = exact_figures(plan, "sales", "volume", *(f"stores.{one}" for one in STORES))
    assert sales is not None  # every plan has sales
    return Year(
        name,
        ago,
        number,
        plan,
        sales,
        volume,
        tuple(stores),
        vpo_of(plan),
        vpo_of(plan, "volume"),
        growth_of(plan),
        change_of(plan),
        same_and_new(plan),
    )
