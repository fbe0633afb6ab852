"""The order of the steps from a plan and its terms to an amount for each term."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import Generic, NamedTuple

from ka_terms.calculation.figures import Figures, available
from ka_terms.calculation.formulas import fee_before_rounding
from ka_terms.calculation.formulas.base import ZERO
from ka_terms.calculation.metrics import Costed
from ka_terms.calculation.private import Private
from ka_terms.calculation.readings.exact import Exact, exactly, trimmed, without_tail
from ka_terms.calculation.readings.reading import Arguments, N, Reading, StepKind
from ka_terms.calculation.readings.traced import Traced, Tracing
from ka_terms.calculation.settlements import Amounts, Periods, Schedule, Settled, Within, as_agreed
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.parameters import parameters
from ka_terms.model.numbers.month import Months
from ka_terms.model.vocabulary.parameters import CONDITIONS, OF_FIGURES, Parameter


def costs(scenario: Scenario, reading: Reading[N]) -> dict[str, N]:
    """The settled amount of every term, in the order of the contract."""
    return dict(cost_contract(scenario, reading).amounts)


def cost_contract(scenario: Scenario, reading: Reading[N], schedule: Schedule = as_agreed) -> Costed[N]:
    """Every term costed, in the order of the contract, with the figures it was costed on."""
    figures = figures_of(scenario, reading)
    found: dict[str, Settled[N]] = {}
    # First the terms, each after those it needs: a rebate on the net needs the amounts that come off its base, already
    # rounded, since they are what is paid. Then the groups, which correct sums of terms.
    for key in scenario.in_order():
        found[key] = settle(scenario, key, schedule(scenario, key), figures, found)
    amounts = {key: reading.settlements(key, found[key].amounts) for key in scenario.fees}
    return Costed(figures, amounts, Private(scenario, figures), scenario, settled=found)


def figures_of(scenario: Scenario, reading: Reading[N]) -> Figures[N]:
    """The figures of a contract's plan, with those known that its terms make flows of."""
    return Figures(scenario.plan, reading, scenario.rated)


def settle(
    scenario: Scenario, key: str, periods: Periods, figures: Figures[N], others: Mapping[str, Settled[N]]
) -> Settled[N]:
    """Every settlement of one term or group; `others` has those of the terms that it depends on.

    Each is its formula on the figures of its months, rounded; of what is cumulative, on those of the year to date, less
    what was settled before.
    """
    reading, is_to_date = figures.reading, periods.months != periods.counted
    amounts: list[N] = []
    done: list[_Settlement[N]] = []
    before: Months = ()
    for months in periods.counted:
        at, known = figures.over(months), Within(others, months, reading)
        # Months alike come to the same: those of an even plan are settled once, however many they are.
        settlement = next((one for one in done if one.is_of(at, known)), None)
        if settlement is None:
            settlement = _settle_once(scenario, key, at, known)
            done.append(settlement)
        amount = settlement.amount
        if is_to_date and amounts:
            amount -= reading.settlements(key, amounts, before)
        amounts.append(amount)
        before = months
    return Settled(*periods, tuple(amounts))


class _Noted(Generic[N]):
    """Gives what a source gives, and notes it."""

    def __init__(self, source: Callable[[str], N]) -> None:
        self._source = source
        self.given: dict[str, N] = {}

    def __call__(self, key: str) -> N:
        value = self.given[key] = self._source(key)
        return value


class _Settlement(NamedTuple, Generic[N]):
    """One settlement, with the figures and the other amounts that it came from."""

    amount: N
    figures: Mapping[str, N]
    others: Mapping[str, N]

    def is_of(self, figures: Callable[[str], N], others: Amounts[N]) -> bool:
        """Whether all it came from is, number by number, what other months have."""
        return all(figures(path) is value for path, value in self.figures.items()) and all(
            others[key] is value for key, value in self.others.items()
        )


def _settle_once(scenario: Scenario, key: str, figures: Figures[N], others: Within[N]) -> _Settlement[N]:
    at, amounts = _Noted(figures), _Noted(others.__getitem__)
    reading, months = figures.reading, figures.months
    cost = fee_before_rounding(scenario.fees[key], _arguments(scenario, key, reading, at, amounts))
    # Rounded once a settlement, here, so that the lines of a statement add up to its total.
    amount = reading.settle(key, cost, scenario.unit, months)
    return _Settlement(amount, at.given, amounts.given)


def arguments_of(scenario: Scenario, key: str, figures: Figures[N], amounts: Amounts[N]) -> Arguments[N]:
    """What the formula of the term or group under `key` may look at."""
    return _arguments(scenario, key, figures.reading, figures, amounts.__getitem__)


def _arguments(
    scenario: Scenario,
    key: str,
    reading: Reading[N],
    figures: Callable[[str], N],
    amounts: Callable[[str], N],
) -> Arguments[N]:
    stated = dict(parameters(scenario.fees[key]))

    def stated_parameter(kind: StepKind, position: int = 0, figure: str = "") -> N:
        if kind in CONDITIONS:
            parameter = Parameter(kind, rule=position)
        else:
            parameter = Parameter(kind, position, figure if kind in OF_FIGURES else "")
        return reading.named(kind, reading.leaf(parameter.path(key), stated[parameter]), position, figure)

    def money(name: str) -> N:
        if not scenario.is_term(name):
            return figures(name)
        # A correction of what was settled before may be below zero, which no base and no limit is.
        is_corrected = scenario.terms[name].cumulative
        return reading.maximum(amounts(name), reading.constant(ZERO)) if is_corrected else amounts(name)

    return Arguments(stated_parameter, figures, amounts, money, scenario.unit, reading)


def exact_costs(scenario: Scenario) -> dict[str, Decimal]:
    """Amounts in exact decimals, each a multiple of the unit that the contract rounds to."""
    with exactly():
        return costs(scenario, Exact())


def traced(scenario: Scenario, schedule: Schedule = as_agreed) -> Costed[Traced]:
    """The contract costed with numbers that remember how they were made."""
    with exactly():
        return cost_contract(scenario, Tracing(scenario.plan.kind), schedule)


def traced_costs(scenario: Scenario) -> dict[str, Traced]:
    """The same amounts, each remembering how it was made."""
    return dict(traced(scenario).amounts)


def exact_figures(plan: Plan, *paths: str) -> list[Decimal | None]:
    """Figures of a plan in exact decimals, a quotient to 28 digits; None (n/a) for one the plan cannot give."""
    figures = Figures(plan, Exact())
    with exactly():
        values = [available(partial(figures, path)) for path in paths]
        return [None if value is None else trimmed(without_tail(value)) for value in values]
