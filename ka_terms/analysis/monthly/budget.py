"""The budget of a contract: what each fee is expected to come to in the year, spread over its months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

from ka_terms.analysis.monthly.phasing import bases, told_by_month
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.settlements import Settled
from ka_terms.calculation.statement import Statement
from ka_terms.model.contract.plan.exact_figures import ExactFigures
from ka_terms.model.contract.plan.figures import PlanFigures
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.numbers.month import YEAR
from ka_terms.model.vocabulary.figures import MONTHS

Amounts = tuple[Decimal, ...]
"""One amount for each month of the contract year."""


def budget(statement: Statement) -> dict[str, Amounts]:
    """The months of every term that is phased; what is in none of them is not phased.

    A term that is settled by period stands as it settles. The year's amount of any other is spread by the first figure
    in `of` and `per` whose months add up to its year, or by the months of the term that `of` names. It is cumulated
    and then rounded, so that the months add up to the year exactly.
    """
    scenario, costed = statement.scenario, statement.costed
    figures = PlanFigures(scenario.plan, ExactFigures(), scenario.rated)
    told, found = told_by_month(scenario, to_date=False), dict[str, Amounts]()
    for key in (key for key in scenario.in_order() if key in told and key in scenario.terms):
        term = scenario.terms[key]
        if not term.is_yearly:
            found[key] = by_month(costed.settled[key])
        elif all(name in found for name in scenario.needed_by(key)):
            terms = {name: found[name] for name in scenario.needed_by(key) if scenario.is_term(name)}
            weights = _weights(term, figures, terms)
            if weights:
                found[key] = spread(costed.amounts[key], weights, scenario.unit)
    return found


def by_month(settled: Settled[Decimal]) -> Amounts:
    """What is settled in each month: a settlement falls in the last month of its period."""
    amounts = dict.fromkeys(YEAR, Decimal(0))
    for months, amount in zip(settled.months, settled.amounts, strict=True):
        amounts[months[-1]] = amount
    return tuple(amounts.values())


def spread(amount: Decimal, weights: Sequence[Fraction], unit: Decimal) -> Amounts:
    """An amount in parts by their weights: to each month the share that has run up, rounded, less the month before."""
    total = sum(weights)
    with exactly():
        to_date = [_rounded(amount, part / total, unit) for part in accumulate(weights)]
        return tuple(later - earlier for earlier, later in zip((Decimal(0), *to_date), to_date, strict=False))


def _rounded(amount: Decimal, share: Fraction, unit: Decimal) -> Decimal:
    """A share of an amount, half up: twice the share in units, and one more, halved without its fraction."""
    units = Fraction(amount) * share / Fraction(unit)
    whole = int((2 * abs(units) + 1) // 2)
    return (whole if units >= 0 else -whole) * unit


def _weights(
    term: Term, figures: PlanFigures[Fraction], terms: Mapping[str, Amounts]
) -> Sequence[Fraction] | None:
    """The months by which the amount of a term is spread; None where nothing that it is charged on has any."""
    for name in (*bases(term), *term.per):
        months = [*map(Fraction, terms[name])] if name in terms else _months_of(name, figures)
        if months and sum(months):
            return months
    return None


def _months_of(path: str, figures: PlanFigures[Fraction]) -> Sequence[Fraction]:
    """The months of a figure that add up to its year; none of a figure that holds in each of them."""
    months = [figures.over((month,))(path) for month in YEAR]
    return months if path != MONTHS and sum(months) == figures(path) else ()
