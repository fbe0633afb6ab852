"""What moves a metric most: every number of a contract moved down and up by the same share, one at a time.

Numbers move exactly, whole counts too (25 stores and a tenth are 27.5), since the question is how steep the metric is
and not what can happen. One that would leave what a contract allows is held at the end of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.inputs.domain import domain
from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.inputs import inputs
from ka_terms.calculation.costs import costed
from ka_terms.calculation.readings.exact import Exact, exactly, ratio, trimmed
from ka_terms.calculation.tier_status import tier_statuses
from ka_terms.model.contract.references import bases
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import refuse
from ka_terms.model.numbers.currency import minor_unit
from ka_terms.model.numbers.number import LARGEST, MOST_DECIMALS, read_rate, read_ratio
from ka_terms.model.vocabulary.metrics import Metric
from ka_terms.text.messages import message

USUAL = Decimal("0.1")
"""The share that everything is moved by unless said otherwise."""


class Side(NamedTuple):
    """A input at one end of its swing, and what the metric is there."""

    value: Decimal
    metric: Decimal | None
    change: Decimal | None
    """The metric less what it is today; None (n/a) where either is."""
    held: bool
    """Whether the value stops short of the share, at the end of what the contract allows."""
    crosses: tuple[str, ...]
    """Terms of which other tiers are reached than today: the change holds a leap or a bend, and is no slope."""


class Swing(NamedTuple):
    """One input moved down and up."""

    input: Input
    low: Side
    high: Side

    @property
    def changes(self) -> tuple[Decimal | None, Decimal | None]:
        """Down and up."""
        return self.low.change, self.high.change

    @property
    def width(self) -> Decimal:
        """The larger change of the two; what is n/a counts as none."""
        return max(abs(change or Decimal(0)) for change in self.changes)

    @property
    def moves(self) -> bool:
        """Whether the metric changes at all; what is n/a does not, as no share of nothing makes it known."""
        return any(self.changes)


class Tornado(NamedTuple):
    """Every input's swing, the widest first; among equals in the order of the contract."""

    scenario: Scenario
    metric: Metric
    by: Decimal
    base: Decimal | None
    """The metric today; None where it is n/a."""
    swings: tuple[Swing, ...]
    """Those that move the metric."""
    still: tuple[Swing, ...]
    """Those that change nothing."""
    zeros: tuple[Input, ...]
    """Numbers that are zero, which no share moves."""


def read_share(text: str) -> Decimal:
    """The share to move by. Errors: `ValueError` unless above 0% and below 100%."""
    if not 0 < read_ratio(text) < 1:
        raise refuse(text, message("a percentage above 0% and below 100%, such as 10%"))
    return read_rate(text)


def tornado(scenario: Scenario, metric: Metric, by: Decimal = USUAL) -> Tornado:
    """Every input of the likely case moved by a share of itself. Errors: `Uncomputable` beyond 10^18."""
    scenario = scenario.case("likely")
    with exactly():
        base = _measured(scenario, metric, Exact())
        known = list(_movable(scenario))
        swings = [_swing(scenario, metric, input, by, base) for input in known if input.value]
    # A stable sort: equals stay in the order of the contract.
    swings.sort(key=lambda swing: -swing.width)
    return Tornado(
        scenario,
        metric,
        by,
        base,
        tuple(swing for swing in swings if swing.moves),
        tuple(swing for swing in swings if not swing.moves),
        tuple(input for input in known if not input.value),
    )


def _movable(scenario: Scenario) -> Iterator[Input]:
    """The numbers that are stated: sales are not where their growth is."""
    known = inputs(scenario)
    return (input for path, input in known.items() if path != "sales" or "growth" not in known)


def _swing(scenario: Scenario, metric: Metric, input: Input, by: Decimal, base: Decimal | None) -> Swing:
    today = _reached(scenario, metric)
    low, high = _ends(scenario, input)

    def side(target: Decimal) -> Side:
        # Today's value may itself lie closer to a neighbour than the ends do; it never moves the other way.
        value = trimmed(min(max(target, min(low, input.value)), max(high, input.value)))
        reading = _Moved(input.leaf, value)
        found = _measured(scenario, metric, reading)
        change = None if found is None or base is None else trimmed(found - base)
        there = _reached(scenario, metric, reading)
        crosses = tuple(key for key, reached in there.items() if reached != today[key])
        return Side(value, found, change, value != target, crosses)

    return Swing(input, side(input.value * (1 - by)), side(input.value * (1 + by)))


class _Moved(Exact):
    """Exact decimals, with another number in place of one of them."""

    def __init__(self, path: str, value: Decimal) -> None:
        self._path = path
        self._value = value

    def leaf(self, path: str, value: Decimal) -> Decimal:
        return self._value if path == self._path else value


def _measured(scenario: Scenario, metric: Metric, reading: Exact) -> Decimal | None:
    """The metric in a reading; None (n/a) where it divides by zero or the plan cannot give it."""
    with exactly():
        try:
            over, under = costed(scenario, reading).metric(metric)
        except KeyError:
            return None
        return trimmed(over) if under is None else ratio(over, under)


def _reached(
    scenario: Scenario, metric: Metric, reading: Exact | None = None
) -> Mapping[str, tuple[bool, ...]]:
    """Which tiers are reached, of every term that the metric hangs on."""
    hangs_on = _hangs_on(scenario, metric)
    found = tier_statuses(scenario, reading)
    return {key: tuple(each.reached for each in found[key]) for key in found if key in hangs_on}


def _hangs_on(scenario: Scenario, metric: Metric) -> set[str]:
    """The terms that a metric is made of: all for a total of fees, none for a figure, a term and those it is net of."""
    if metric.sums_fees:
        return set(scenario.terms)
    pending, found = [metric.over] if metric.is_term else [], set[str]()
    while pending:
        key = pending.pop()
        if key in scenario.terms and key not in found:
            found.add(key)
            pending += bases(scenario.terms[key])
    return found


def _ends(scenario: Scenario, input: Input) -> tuple[Decimal, Decimal]:
    """The least and the most a input may be. Where the end itself is out of bounds, one smallest step inside it.

    So it is with the bounds of tiers, which have to rise, and with the largest number there is.
    """
    low, high = domain(scenario, input)
    step = minor_unit(scenario.currency) if input.kind == "money" else Decimal(1).scaleb(-MOST_DECIMALS)
    tier = input.parameter.tier if input.parameter and input.parameter.is_bound else 0
    return low + step if tier > 1 else low, high - step if tier or high == LARGEST else high
