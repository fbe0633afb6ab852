"""The sensitivity of a metric: every input of a contract changed down and up by the same share, one at a time.

Inputs change exactly, so that a count can become a fraction (25 stores + 10% = 27.5): the result measures sensitivity
and is not a plan. A value outside the range that a contract allows is limited to the end of that range.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.defaults import SHARE
from ka_terms.analysis.inputs.domain import domain
from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.inputs import inputs
from ka_terms.analysis.inputs.moved import moved
from ka_terms.calculation.costs import cost_contract
from ka_terms.calculation.figures import available
from ka_terms.calculation.readings.exact import Exact, exactly, ratio, trimmed
from ka_terms.calculation.rule_status import rule_statuses
from ka_terms.calculation.tier_status import tier_statuses
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.naming import not_owed
from ka_terms.model.faults import refuse
from ka_terms.model.numbers.currency import minor_unit
from ka_terms.model.numbers.number import LARGEST, MOST_DECIMALS, read_rate, read_ratio
from ka_terms.model.vocabulary.metrics import Metric
from ka_terms.text.messages import message


class Side(NamedTuple):
    """An input changed in one direction, and the metric there."""

    value: Decimal
    metric: Decimal | None
    change: Decimal | None
    """The metric minus its current value; None (n/a) where either is."""
    held: bool
    """Whether the value is limited to the end of the range that the contract allows."""
    crosses: tuple[str, ...]
    """The terms that reach other tiers than now, or are due under other rules.

    Their jumps are part of the change, so it cannot be scaled.
    """


class Swing(NamedTuple):
    """One input changed down and up."""

    input: Input
    low: Side
    high: Side

    @property
    def changes(self) -> tuple[Decimal | None, Decimal | None]:
        return self.low.change, self.high.change

    @property
    def width(self) -> Decimal:
        """The larger of the two changes; n/a counts as zero."""
        return max(abs(change or Decimal(0)) for change in self.changes)

    @property
    def moves(self) -> bool:
        """Whether the metric changes at all; n/a counts as no change."""
        return any(self.changes)


class Tornado(NamedTuple):
    """The swings of all inputs, the widest first; equal ones in the order of the contract."""

    scenario: Scenario
    metric: Metric
    by: Decimal
    base: Decimal | None
    """The current metric; None where it is n/a."""
    swings: tuple[Swing, ...]
    """The inputs that change the metric."""
    still: tuple[Swing, ...]
    """The inputs that do not change it."""
    zeros: tuple[Input, ...]
    """The inputs that are zero, so that a share of them is zero too."""


def read_share(text: str | Decimal) -> Decimal:
    """Read the share to change inputs by. Errors: `ValueError` unless above 0% and below 100%."""
    if not 0 < (text if isinstance(text, Decimal) else read_ratio(text)) < 1:
        mend = message("write a percentage between the two")
        raise refuse(text, message("a percentage above 0% and below 100%, such as 10%"), mend)
    return read_rate(text)


def tornado(scenario: Scenario, metric: Metric, by: Decimal = SHARE) -> Tornado:
    """Change every input of the likely case by a share of itself. Errors: `Uncomputable` beyond 10^18."""
    scenario = scenario.case("likely")
    with exactly():
        base = _value(scenario, metric, Exact())
        known = inputs(scenario)
        # Where the plan states growth, it does not state sales; what it computes it does not state either.
        stated = [input for input in known.values() if input.is_stated and not input.is_fact]
        movable = [input for input in stated if input.path != "sales" or "growth" not in known]
        swings = [_swing(scenario, metric, input, by, base) for input in movable if input.value]
    # A stable sort: equals stay in the order of the contract.
    swings.sort(key=lambda swing: -swing.width)
    return Tornado(
        scenario,
        metric,
        by,
        base,
        tuple(swing for swing in swings if swing.moves),
        tuple(swing for swing in swings if not swing.moves),
        tuple(input for input in movable if not input.value),
    )


def _swing(scenario: Scenario, metric: Metric, input: Input, by: Decimal, base: Decimal | None) -> Swing:
    # A share is moved as the amount that it is.
    scenario = moved(scenario, {input.path: input.value}) if input.computed else scenario
    reached_now = _reached(scenario, metric)
    low, high = _ends(scenario, input)

    def side(target: Decimal) -> Side:
        """What the metric comes to with the input at a target, or as near to it as the input can go."""
        # The current value may lie outside these ends, close to a neighbouring tier; it never changes the other way.
        value = trimmed(min(max(target, min(low, input.value)), max(high, input.value)))
        reading = Exact({input.leaf: value})
        result = _value(scenario, metric, reading)
        change = None if result is None or base is None else trimmed(result - base)
        reached = _reached(scenario, metric, reading)
        crosses = tuple(key for key, tiers in reached.items() if tiers != reached_now[key])
        return Side(value, result, change, value != target, crosses)

    return Swing(input, side(input.value * (1 - by)), side(input.value * (1 + by)))


def _value(scenario: Scenario, metric: Metric, reading: Exact) -> Decimal | None:
    """Return the metric in a reading; None (n/a) where it divides by zero or the plan cannot give it."""
    quotient = available(lambda: cost_contract(scenario, reading).metric(metric))
    if quotient is None:
        return None
    over, under = quotient
    return trimmed(over) if under is None else ratio(over, under)


def _reached(
    scenario: Scenario, metric: Metric, reading: Exact | None = None
) -> Mapping[str, tuple[bool, ...]]:
    """Return which tiers are reached and which rules hold, for every term that the metric depends on."""
    keys = _terms_of(scenario, metric)
    tiers, rules = tier_statuses(scenario, reading), rule_statuses(scenario, reading)
    return {
        key: (
            *(status.reached for status in tiers.get(key, ())),
            *(status.holds for status in rules.get(key, ())),
        )
        for key in (*tiers, *rules)
        if key in keys
    }


def _terms_of(scenario: Scenario, metric: Metric) -> set[str]:
    """Return the terms that a metric depends on: those that it is made of, and those that come off their bases."""
    if metric.sums_fees:
        made_of = [key for key in scenario.fees if key not in not_owed(scenario.terms)]
    else:
        made_of = [key for key in scenario.fees if metric.is_term and key == metric.over]
    return {needed for key in made_of for needed in scenario.reduced_to(key).fees}


def _ends(scenario: Scenario, input: Input) -> tuple[Decimal, Decimal]:
    """Return the lowest and highest value allowed for an input.

    Thresholds must stay in rising order and below the largest number, so their ends are moved inwards by one smallest
    step.
    """
    low, high = domain(scenario, input)
    step = minor_unit(scenario.currency) if input.kind == "money" else Decimal(1).scaleb(-MOST_DECIMALS)
    tier = input.parameter.tier if input.parameter and input.parameter.is_bound else 0
    return low + step if tier > 1 else low, high - step if tier or high == LARGEST else high
