"""The order of the steps from a plan and its terms to an amount for each term."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import partial

from ka_terms.calculation.figures import Figures, available
from ka_terms.calculation.formulas import fee_before_rounding
from ka_terms.calculation.metrics import Costed
from ka_terms.calculation.private import Private
from ka_terms.calculation.readings.exact import Exact, exactly, trimmed
from ka_terms.calculation.readings.reading import Arguments, N, Reading, StepKind
from ka_terms.calculation.readings.traced import Traced, Tracing
from ka_terms.model.contract.parameters import parameters
from ka_terms.model.contract.plan import Plan
from ka_terms.model.contract.references import in_order
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms import Term
from ka_terms.model.numbers.currency import minor_unit
from ka_terms.model.vocabulary.parameters import Parameter


def costs(scenario: Scenario, reading: Reading[N]) -> dict[str, N]:
    """The settled amount of every term, in the order of the contract."""
    return dict(cost_contract(scenario, reading).amounts)


def cost_contract(scenario: Scenario, reading: Reading[N]) -> Costed[N]:
    """Every term costed, in the order of the contract, with the figures it was costed on."""
    figures = Figures(scenario.plan, reading)
    amounts: dict[str, N] = {}
    # A rebate on the net needs the amounts that come off its base, already rounded: they are what is paid.
    for key in in_order(scenario.terms):
        amounts[key] = rounded_amount(scenario, key, figures, amounts)
    return Costed(figures, {key: amounts[key] for key in scenario.terms}, Private(scenario, figures))


def rounded_amount(scenario: Scenario, key: str, figures: Figures[N], amounts: Mapping[str, N]) -> N:
    """The amount of one term; `amounts` has those of the terms that come off its base."""
    term = scenario.terms[key]
    cost = fee_before_rounding(term, arguments_of(key, term, figures, amounts))
    # Rounded once, here, so that the lines of a statement add up to its total.
    return figures.reading.settle(key, cost, minor_unit(scenario.currency))


def arguments_of(key: str, term: Term, figures: Figures[N], amounts: Mapping[str, N]) -> Arguments[N]:
    """What the formula of the term under `key` may look at."""
    stated, reading = dict(parameters(term)), figures.reading

    def stated_parameter(kind: StepKind, tier: int = 0, figure: str = "") -> N:
        parameter = Parameter(kind, tier, figure if kind == "free" else "")
        return reading.named(kind, reading.leaf(parameter.path(key), stated[parameter]), tier, figure)

    return Arguments(stated_parameter, figures, amounts.__getitem__, reading)


def exact_costs(scenario: Scenario) -> dict[str, Decimal]:
    """Amounts in exact decimals, each a multiple of the currency's minor unit."""
    with exactly():
        return costs(scenario, Exact())


def traced_costs(scenario: Scenario) -> dict[str, Traced]:
    """The same amounts, each remembering how it was made."""
    with exactly():
        return costs(scenario, Tracing(scenario.plan.kind))


def exact_figures(plan: Plan, *paths: str) -> list[Decimal | None]:
    """Figures of a plan in exact decimals; None (n/a) for one the plan cannot give."""
    figures = Figures(plan, Exact())
    with exactly():
        values = [available(partial(figures, path)) for path in paths]
        return [None if value is None else trimmed(value) for value in values]
