"""Sales that somebody asks about: an amount, or growth on last year's."""

from __future__ import annotations

from decimal import Decimal

from ka_terms.calculation.costs import exact_figures
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import refuse
from ka_terms.model.numbers.growth import read_number_or_growth
from ka_terms.model.numbers.number import Index
from ka_terms.model.vocabulary.figures import LAST_YEAR
from ka_terms.text.messages import message


def last_sales(scenario: Scenario) -> Decimal | None:
    """Return the sales of last year; None where the plan does not know them, or they were zero."""
    return exact_figures(scenario.plan, f"{LAST_YEAR}sales")[0] or None


def read_sales(text: str | Decimal, scenario: Scenario) -> Decimal | Index:
    """Read sales: an amount, or growth on last year's. Errors: `ValueError`, also for growth on an unknown year."""
    value = read_number_or_growth(text)
    if isinstance(value, Index) and last_sales(scenario) is None:
        expected = message("an amount of sales, because the plan does not give last year's")
        raise refuse(text, expected, message("write an amount, such as 8M"))
    return value
