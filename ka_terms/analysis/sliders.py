"""Contracts made ready for inputs that move freely within a range: each such input is a number of the trace."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import product
from typing import NamedTuple

from ka_terms.analysis.comparison import Comparison, Versus, compare
from ka_terms.analysis.inputs.domain import domain
from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.inputs import NO_CATALOGUE, find, inputs
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.sweep.axes import FINEST, Axis, Grid, decimals_of, read_axis
from ka_terms.calculation.readings.exact import exactly, round_half_up
from ka_terms.calculation.readings.traced import Traced
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.naming import not_owed
from ka_terms.model.faults import Fault, Refused, one_of, quoted, refuse
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.text.messages import message

USUAL = "sales"
"""The input of the slider that there is where nobody asks for one."""
_AROUND = Decimal("0.3")
"""How far it goes to either side of the plan."""
_STEPS = 200
"""About so many steps has a slider that states none."""
_NICE = (1, Decimal("2.5"), 5, 10)
MOST = 6
"""Sliders of one page: every corner of their ranges is tried."""


class IdleInput(Refused):
    """Nothing follows from an input that is to be moved."""


class Slider(NamedTuple):
    """An input that moves in every contract that states it."""

    axis: Axis
    """Its values, the least first."""
    inputs: tuple[Input | None, ...]
    """What it is in each contract; None where the contract does not state it."""
    decimals: int
    """The most decimals that values between its ends are given."""

    @property
    def finest(self) -> int:
        """The most decimals that a value of it may be written with, of a share those of the fraction."""
        return 0 if self.input.kind == "count" else FINEST

    @property
    def name(self) -> str:
        """The path as the user wrote it."""
        return self.axis.name

    @property
    def input(self) -> Input:
        """What it is in the first contract that states it."""
        return self.axis.input

    @property
    def leaf(self) -> str:
        """The path under which a trace has it."""
        return self.input.leaf


class Movable(NamedTuple):
    """Contracts in a form in which every slider is a number that they state, at their plans."""

    sliders: tuple[Slider, ...]
    comparison: Comparison | None
    """None where there is but one contract."""
    statements: tuple[Statement, ...]


def movable(
    scenarios: Sequence[Scenario],
    asked: Sequence[tuple[str, str]],
    baseline: int = 0,
    catalogue: Catalogue = NO_CATALOGUE,
) -> Movable:
    """The contracts with their sliders, each asked for by path and range; without any that of the sales.

    Errors: `ValueError` for an input that no contract has or that moves nothing, for a range that is none, and where
    the ends of the ranges make no valid contract.
    """
    likely = [scenario.case("likely") for scenario in scenarios]
    sliders = tuple(_slider(likely, path, text, catalogue) for path, text in asked or [(USUAL, "")])
    if len(sliders) > MOST:
        raise refuse(len(sliders), message("at most {count} sliders", count=MOST), message("remove some"))
    Grid.of(tuple(slider.axis for slider in sliders))
    ready = [_ready(scenario, index, sliders) for index, scenario in enumerate(likely)]
    if len(ready) == 1:
        made = Movable(sliders, None, (evaluate(ready[0], catalogue),))
    else:
        comparison = compare(ready, baseline, catalogue=catalogue)
        made = Movable(sliders, comparison, comparison.scenarios)
    for slider in sliders:
        _refuse_idle(slider, likely, made)
    return made


def _slider(scenarios: Sequence[Scenario], path: str, text: str, catalogue: Catalogue) -> Slider:
    of_each: list[Input | None] = []
    errors: list[ValueError] = []
    for scenario in scenarios:
        try:
            of_each.append(find(scenario, path, catalogue))
        except ValueError as error:
            of_each.append(None)
            errors.append(error)
    known = [(input, scenario) for input, scenario in zip(of_each, scenarios, strict=True) if input]
    if not known:
        raise errors[0]
    first, currency = known[0][0], scenarios[0].currency
    # A key may be the rate of a fee in one contract and its amount in another, which is another input.
    known = [(input, scenario) for input, scenario in known if input.leaf == first.leaf]
    if first.is_fact:
        expected = message("a number that moves; a fact is yes or no")
        raise refuse(path, expected, _movable_paths(scenarios))
    decimals = decimals_of(first, currency)
    axis = _axis(first, text, currency, decimals) if text else _usual(known, decimals)
    alike = tuple(input if input and input.leaf == first.leaf else None for input in of_each)
    return Slider(axis, alike, decimals)


def _axis(input: Input, text: str, currency: str, decimals: int) -> Axis:
    """The values of a range: `8M..12M`, with a step `8M..12M..250k` or a number of values `8M..12M/37`."""
    ends = [end.strip() for end in text.split("..")]
    if len(ends) == 2 and "/" not in text and all(ends):
        low, high = sorted(input.read_all(ends, currency))
        return _stepped(input, low, high, decimals)
    axis = read_axis(input, text, currency)
    if axis.listed or axis.count < 2:
        expected = message("a range such as 8M..12M or 8M..12M..250k")
        raise refuse(text, expected, message("write the least and the most value with .. between them"))
    return axis if axis.first < axis.last else _reversed(axis)


def _reversed(axis: Axis) -> Axis:
    return Axis(axis.input, axis.count, axis.scale, axis.last, axis.first, abs(axis.step))


def _usual(known: Sequence[tuple[Input, Scenario]], decimals: int) -> Axis:
    """From a share below the lowest plan to a share above the highest, as far as the contracts stay valid."""
    with exactly():
        values = [input.value for input, _ in known]
        low, high = min(values) * (1 - _AROUND), max(values) * (1 + _AROUND)
        for input, scenario in known:
            least, most = domain(scenario, input)
            low, high = max(low, least), min(high, most)
    if low >= high:
        found = " · ".join(f"{known[0][0].path}={value:f}" for value in dict.fromkeys(values))
        expected = message("a range such as 8M..12M, because there is none around this value")
        raise refuse(found, expected, message("write --slider {path}=LOW..HIGH", path=known[0][0].path))
    return _stepped(known[0][0], low, high, decimals)


def _stepped(input: Input, low: Decimal, high: Decimal, decimals: int) -> Axis:
    """A range with a round step; ends that are not stated exactly go inwards."""
    unit = Decimal(1).scaleb(-decimals)
    with exactly():
        low, high = low.quantize(unit, ROUND_CEILING), high.quantize(unit, ROUND_FLOOR)
        if low >= high:
            expected = message("a range such as 8M..12M or 8M..12M..250k")
            raise refuse(f"{low:f}..{high:f}", expected, message("write two different ends"))
        least = (high - low) / _STEPS
        power = Decimal(1).scaleb(least.adjusted())
        step = max(next(nice * power for nice in _NICE if nice * power >= least), unit)
        step = step.quantize(unit, ROUND_CEILING)
        scale = max(decimals, 0)
        first, last, size = (int(value.scaleb(scale)) for value in (low, high, step))
    return Axis(input, -(-(last - first) // size) + 1, scale, first, last, size)


def _ready(scenario: Scenario, index: int, sliders: Sequence[Slider]) -> Scenario:
    """A contract at its plan, stating every slider that it has. Errors: `ValueError` where an end is not valid."""
    own = [(slider, input) for slider in sliders if (input := slider.inputs[index])]
    if not own:
        return scenario
    # Every rule of validity is monotone in each number: what holds at the corners holds between them.
    ready = scenario
    for corner in product(*(slider.axis.ends() for slider, _ in own)):
        ready = moved(ready, {input.path: value for (_, input), value in zip(own, corner, strict=True)})
    planned = {input.path: input.value for _, input in own}
    rounded = {
        input.path: round_half_up(input.value, Decimal(1).scaleb(-slider.decimals)) for slider, input in own
    }
    try:
        return moved(ready, planned)
    except ValueError:  # more decimals than a contract can state
        return moved(ready, rounded)


def leaves(made: Movable) -> frozenset[str]:
    """The paths of all stated numbers that any amount, total or effect comes from."""
    found: set[str] = set()
    seen: set[Traced] = set()
    for root in _roots(made):
        for node in root.walk(lambda node: () if node in seen else node.args):
            seen.add(node)
            if node.path and not node.args:
                found.add(node.path)
    return frozenset(found)


def _roots(made: Movable) -> Iterator[Traced]:
    for statement in made.statements:
        yield from statement.traced.amounts.values()
        with exactly():
            yield statement.traced.figure("sales")
    for versus in made.comparison.versus if made.comparison else ():
        yield from versus.between.amounts.values()


def _refuse_idle(slider: Slider, scenarios: Sequence[Scenario], made: Movable) -> None:
    """Errors: `IdleInput` for an input from which nothing follows."""
    if slider.leaf not in leaves(made):
        expected = message("an input on which a fee depends")
        raise IdleInput(Fault(quoted(slider.name), expected, _movable_paths(scenarios)))


def _movable_paths(scenarios: Sequence[Scenario]) -> str:
    """The mend that lists what can be moved."""
    found: dict[str, None] = {USUAL: None}
    for scenario in scenarios:
        used = leaves(Movable((), None, (evaluate(scenario),)))
        known = inputs(scenario).values()
        found.update({input.path: None for input in known if input.leaf in used and not input.is_fact})
    return one_of(found)


class TracedDifference(NamedTuple):
    """One fee in the baseline and in another contract; None where it counts for nothing there, or is n/a."""

    old: Traced | None
    new: Traced | None
    between: Traced | None
    """What the old terms cost on the new plan."""
    is_known: bool
    """Whether that is known."""


def traced_difference(comparison: Comparison, versus: Versus, term: str) -> TracedDifference:
    """The numbers of a difference; an amount that counts on one side only is nothing on the other."""
    difference = versus.difference(term)
    contracts = comparison.baseline.scenario, versus.statement.scenario
    was_owed, is_owed = (term not in not_owed(scenario.terms) for scenario in contracts)
    counts_once = was_owed != is_owed
    old = comparison.baseline.traced.amounts.get(term)
    new = versus.statement.traced.amounts.get(term)
    between = versus.between.amounts.get(term)
    if counts_once:
        old, between = (old, between) if was_owed else (None, None)
        new = new if is_owed else None
    return TracedDifference(old, new, between, difference.terms_effect is not None)
