"""What may change, in groups whose costs simply add up, and what each choice costs at low, planned and high sales."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, product
from math import prod
from typing import NamedTuple

from ka_terms.analysis.inputs.affected import reduced_to_fees, sum_owed, with_dependents
from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.sweep.axes import Axis
from ka_terms.calculation.costs import cost_contract
from ka_terms.calculation.readings.exact import Exact, exactly
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import refuse
from ka_terms.text.messages import message

MOST_CHOICES = 20_000
"""Choices of one group, each of which is a contract to cost."""
Amounts = tuple[Decimal, ...]
"""One amount in each case of sales."""


class Change(NamedTuple):
    """One number that an offer changes."""

    input: Input
    new: Decimal

    @property
    def path(self) -> str:
        return self.input.path


class Choice(NamedTuple):
    """Values of one group, and the fees with them minus those of the contract as it stands."""

    changes: tuple[Change, ...]
    costs: Amounts


class Varied(NamedTuple):
    """A number that may change, the values it may take but for its own, and the fees that it has a part in."""

    input: Input
    values: tuple[Decimal, ...]
    fees: frozenset[str]


def varied(axes: Sequence[Axis], scenario: Scenario) -> list[Varied]:
    """Return what may change, each once, in the order asked for."""
    return [
        Varied(
            axis.input,
            tuple(
                dict.fromkeys(
                    value for value in map(axis.value, range(axis.count)) if value != axis.input.value
                )
            ),
            _fees_of(axis, axes, scenario),
        )
        for axis in axes
    ]


def _fees_of(axis: Axis, axes: Sequence[Axis], scenario: Scenario) -> frozenset[str]:
    """Return the fees that one number has a part in: those of its term, and those that are seen to move with it.

    They are looked for beside the least and the most of every other number, where a limit may take hold.
    """
    found = {axis.input.term} if axis.input.term else set()
    others = [each for each in axes if each.input.path != axis.input.path]
    for side in (None, 0, 1):
        beside = {} if side is None else {each.input.path: each.ends()[side] for each in others}
        known = [_amounts(scenario, {**beside, axis.input.path: value}) for value in axis.ends()]
        known.append(_amounts(scenario, beside))
        first, *more = [amounts for amounts in known if amounts] or [{}]
        found |= {key for amounts in more for key in amounts if amounts[key] != first.get(key)}
    return with_dependents(found, scenario)


def _amounts(scenario: Scenario, values: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Return every amount with other numbers; nothing where they make no contract."""
    try:
        changed = moved(scenario, values) if values else scenario
    except ValueError:
        return {}
    with exactly():
        return dict(cost_contract(changed, Exact()).amounts)


def groups(known: Sequence[Varied]) -> list[list[Varied]]:
    """Return what may change in groups: numbers that have a part in one fee are in one."""
    made: list[list[Varied]] = []
    for one in known:
        tied = [group for group in made if any(one.fees & other.fees for other in group)]
        apart = [group for group in made if group not in tied]
        made = [*apart, [*(each for group in tied for each in group), one]]
    return made


def number_of_choices(group: Sequence[Varied], most: int) -> int:
    """Return how many choices of at most `most` changes a group has, whether they make a contract or not."""
    return sum(
        prod(len(each.values) for each in some)
        for size in range(1, most + 1)
        for some in combinations(group, size)
    )


def choices(group: Sequence[Varied], contracts: Sequence[Scenario], most: int) -> list[Choice]:
    """Return every choice of a group with at most `most` changes that makes a contract at all sales.

    Errors: `ValueError` where there are too many of them.
    """
    count = number_of_choices(group, most)
    if count > MOST_CHOICES:
        names = ", ".join(each.input.path for each in group)
        expected = message(
            "at most {count} choices of numbers that have a part in one fee", count=f"{MOST_CHOICES:,}"
        )
        raise refuse(names, expected, message("give fewer values, or fewer of these numbers"))
    fees = frozenset(key for each in group for key in each.fees)
    reduced = [reduced_to_fees(contract, fees) for contract in contracts]
    today = [_total(one, fees) for one in reduced]
    made = (_choice(changes, reduced, today, fees) for changes in _changes(group, most))
    return [choice for choice in made if choice]


def _changes(group: Sequence[Varied], most: int) -> Iterator[tuple[Change, ...]]:
    for size in range(1, most + 1):
        for some in combinations(group, size):
            for values in product(*(each.values for each in some)):
                yield tuple(Change(each.input, value) for each, value in zip(some, values, strict=True))


def _choice(
    changes: tuple[Change, ...], contracts: Sequence[Scenario], today: Sequence[Decimal], fees: frozenset[str]
) -> Choice | None:
    values = {change.path: change.new for change in changes}
    try:
        totals = [_total(moved(contract, values), fees) for contract in contracts]
    except ValueError:
        return None
    with exactly():
        return Choice(changes, tuple(new - old for new, old in zip(totals, today, strict=True)))


def _total(contract: Scenario, fees: frozenset[str]) -> Decimal:
    with exactly():
        return sum_owed(cost_contract(contract, Exact()), fees)
