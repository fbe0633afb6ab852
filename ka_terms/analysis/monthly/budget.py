"""The budget of a contract by month, in exact decimals."""

from __future__ import annotations

from decimal import Decimal

from ka_terms.calculation.budget import Budget
from ka_terms.calculation.phasing import is_base, spread_by
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.readings.traced import Traced
from ka_terms.calculation.statement import Statement
from ka_terms.model.numbers.month import YEAR

Amounts = tuple[Decimal, ...]
"""One amount for each month of the contract year."""


def traced_budget(statement: Statement) -> dict[str, tuple[Traced, ...]]:
    """The same in numbers that remember how they were made, of every term that is owed and phased."""
    traced, found = statement.traced, dict[str, tuple[Traced, ...]]()
    spread, phased = Budget(statement.scenario, traced.figure, traced.settled), budget(statement)
    with exactly():
        for key in traced.owed:
            if key in phased:
                found[key] = tuple(spread.over(key, (month,)) for month in YEAR)
    return found


def budget(statement: Statement) -> dict[str, Amounts]:
    """The months of every term that is phased; what is in none of them is not phased.

    A minimum of a fee that is spread by another one, which comes to nothing, is not phased either.
    """
    scenario, found = statement.scenario, dict[str, Amounts]()
    spread = Budget(scenario, statement.costed.figure, statement.costed.settled)
    for key, by in spread_by(scenario).items():
        on_nothing = by != key and is_base(scenario, key, by) and not statement.amount(by)
        if not on_nothing or not statement.amount(key):
            with exactly():
                found[key] = tuple(spread.over(key, (month,)) for month in YEAR)
    return found
