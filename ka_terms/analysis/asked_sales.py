"""Sales that are asked for beside those of the plan: an amount, or growth on last year's."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from ka_terms.analysis.inputs.moved import moved
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings.exact import exactly, trimmed
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import faults_of, refuse
from ka_terms.model.numbers.growth import read_number_or_growth
from ka_terms.model.numbers.number import Index, with_commas
from ka_terms.model.vocabulary.figures import LAST_YEAR
from ka_terms.text.messages import message

Side = Literal["low", "high"]


def read_low(text: str | Decimal, scenario: Scenario) -> Decimal | Index:
    """Read low sales: an amount, or growth on last year's.

    Errors: `ValueError`, also for growth on an unknown year and for sales above the plan.
    """
    return read_sales(text, scenario, "low")


def read_sales(text: str | Decimal, scenario: Scenario, side: Side) -> Decimal | Index:
    """Read low or high sales.

    Errors: as in `read_low`, and `ValueError` for high sales below the plan, or sales that the rest of the plan rules
    out, such as returns above them.
    """
    value = read_number_or_growth(text)
    last = last_sales(scenario)
    if isinstance(value, Index) and last is None:
        expected = message("an amount of sales, because the plan does not give last year's")
        raise refuse(text, expected, message("write an amount, such as 8M"))
    (planned,) = exact_figures(scenario.case("likely").plan, "sales")
    asked = amount_asked(value, last)
    assert asked is not None
    assert planned is not None
    if side == "low" and asked > planned:
        expected = message("sales at most as planned, {sales}", sales=with_commas(trimmed(planned)))
        raise refuse(text, expected, message("write lower sales"))
    if side == "high" and asked < planned:
        expected = message("sales at least as planned, {sales}", sales=with_commas(trimmed(planned)))
        raise refuse(text, expected, message("write higher sales"))
    _check_plan(text, scenario.case("likely"), asked)
    return value


def _check_plan(text: str | Decimal, scenario: Scenario, asked: Decimal) -> None:
    try:
        moved(scenario, {"sales": asked})
    except ValueError as error:
        fault = next(iter(faults_of(error)), None)
        expected = fault.expected if fault else message("sales that the rest of the plan allows")
        raise refuse(text, expected, message("write other sales, or change the plan")) from None


def last_sales(scenario: Scenario) -> Decimal | None:
    """Return the sales of last year; None where the plan does not know them, or they were zero."""
    return exact_figures(scenario.plan, f"{LAST_YEAR}sales")[0] or None


def amount_asked(asked: Decimal | Index | None, last: Decimal | None) -> Decimal | None:
    """Return what is asked for as an amount, growth on last year's sales; None where there is none."""
    if not isinstance(asked, Index):
        return asked
    with exactly():
        return None if last is None else trimmed(last * asked.value)
