"""What a workbook that calculates needs of a contract: statement, stated numbers, lower sales and months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.inputs import inputs
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.monthly.budget import traced_budget
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings.exact import exactly, trimmed
from ka_terms.calculation.readings.traced import Traced
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.plan.courses import courses
from ka_terms.model.contract.plan.stated_figures import stated
from ka_terms.model.numbers.month import YEAR
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.vocabulary.figures import LAST_YEAR, FigurePath

_LOWER_BY = Decimal("0.2")
"""How much less than planned is looked at."""
SalesCaseName = Literal["last_year", "lower", "plan"]


class SalesCase(NamedTuple):
    """A contract at some sales; `lower_by` is the share by which they are below the plan where they are told so."""

    name: SalesCaseName
    statement: Statement
    lower_by: Decimal | None = None


class LivingContract(NamedTuple):
    """A contract with all that its sheets need."""

    statement: Statement
    inputs: Mapping[str, Input]
    """Every number that it states, by the path that formulas ask for: figures of the plan, then parameters of terms."""
    cases: tuple[SalesCase, ...]
    """The contract at lower sales, and last at its plan."""
    sales_by_month: tuple[Traced, ...]
    """The sales of each month of the contract year; none where the plan has no months."""
    budget: Mapping[str, tuple[Traced, ...]]
    """What falls into each month of every fee that is owed and phased."""


def living(statement: Statement, catalogue: Catalogue | None = None) -> LivingContract:
    """A contract with its stated numbers and its lower sales. `catalogue` gives its fee types."""
    figures, known = stated(statement.scenario.plan), inputs(statement.scenario)
    # Sales that a plan states as growth are an amount to a sweep; in its sheet the growth is what may be edited.
    # A fact of which months are listed is no single yes or no.
    by_month = {path for path in courses(statement.scenario.plan) if FigurePath.parse(path).fact}
    stated_here = (input for input in known.values() if input.term or input.leaf in figures.keys() - by_month)
    numbers = {input.leaf: input for input in stated_here}
    has_months = bool(courses(statement.scenario.plan))
    with exactly():
        sales = [statement.traced.figure.over((month,))("sales") for month in YEAR] if has_months else []
    budget = traced_budget(statement) if has_months else {}
    return LivingContract(statement, numbers, sales_cases(statement, catalogue), tuple(sales), budget)


def sales_cases(statement: Statement, catalogue: Catalogue | None = None) -> tuple[SalesCase, ...]:
    """The contract at lower sales, and last at its plan; without sales at which it is no valid contract.

    Last year's sales are among them where they are known and below the plan.
    """
    cases = []
    for name, sales, lower_by in _lower(statement):
        try:
            scenario = moved(statement.scenario, {"sales": sales})
        except ValueError:
            continue
        cases.append(SalesCase(name, evaluate(scenario, catalogue), lower_by))
    return (*cases, SalesCase("plan", statement))


def _lower(statement: Statement) -> Iterator[tuple[SalesCaseName, Decimal, Decimal | None]]:
    (last_year,) = exact_figures(statement.scenario.plan, f"{LAST_YEAR}sales")
    if last_year is not None and last_year < statement.sales:
        yield "last_year", last_year, None
    with exactly():
        yield "lower", trimmed(statement.sales * (1 - _LOWER_BY)), _LOWER_BY
