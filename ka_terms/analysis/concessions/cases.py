"""The sales at which everything at the table is costed: low, as planned, and high."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from ka_terms.analysis.asked_sales import last_sales
from ka_terms.analysis.defaults import HIGH_SALES, LOW_SALES
from ka_terms.analysis.inputs.moved import moved
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings.exact import exactly, round_half_up, trimmed
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.numbers.number import Index

SalesKind = Literal["low", "plan", "high"]


class SalesCase(NamedTuple):
    """Sales at which terms are costed, all else as planned."""

    kind: SalesKind
    sales: Decimal


def sales_cases(
    scenario: Scenario, plan: Decimal, asked: tuple[Decimal | Index | None, Decimal | Index | None]
) -> tuple[SalesCase, ...]:
    """Return low, planned and high sales, rising: as asked for, else the plan's estimates, else 80% and 110% of it.

    `plan` are its likely sales. Cases of equal sales are one, that of the plan before the others.
    """
    last = last_sales(scenario)
    estimated = {"sales", "sales_growth"}.intersection(scenario.estimates())
    found: dict[Decimal, SalesKind] = {plan: "plan"}
    with exactly():
        ends: tuple[tuple[Literal["low", "high"], Decimal | Index | None, Decimal], ...] = (
            ("low", asked[0], LOW_SALES),
            ("high", asked[1], HIGH_SALES),
        )
        for kind, wanted, share in ends:
            if isinstance(wanted, Index):
                sales = None if last is None else trimmed(last * wanted.value)
            elif wanted is None and estimated:
                (sales,) = exact_figures(scenario.case(kind).plan, "sales")
            else:
                sales = wanted
            found.setdefault(
                trimmed(round_half_up(plan * share, scenario.unit)) if sales is None else sales, kind
            )
    return tuple(SalesCase(kind, sales) for sales, kind in sorted(found.items()))


def at_sales(scenario: Scenario, sales: Decimal) -> Scenario | None:
    """Return the contract at other sales; None where there is no such plan."""
    try:
        return moved(scenario, {"sales": sales})
    except ValueError:
        return None
