"""What a term comes to, settlement by settlement: once a year, or once a period on the figures of that period."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Generic, NamedTuple, Protocol

from ka_terms.calculation.readings.reading import N, N_co, Reading
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.numbers.month import YEAR, Months


class Periods(NamedTuple):
    """The months of every settlement of a term or a group, in order, and those whose figures count in each."""

    months: tuple[Months, ...]
    counted: tuple[Months, ...]


Schedule = Callable[[Scenario, str], Periods]
"""When a term or a group is settled."""
_ONCE = Periods((YEAR,), (YEAR,))
_EVERY_MONTH = Periods(tuple((at,) for at in YEAR), tuple(YEAR[:at] for at in YEAR))


def as_agreed(scenario: Scenario, key: str) -> Periods:
    """As the contract says; a group is settled by the year."""
    if key not in scenario.terms:
        return _ONCE
    term, starts = scenario.terms[key], scenario.plan.starts
    return Periods(term.settlements(starts), term.counted(starts))


def to_date(scenario: Scenario, key: str) -> Periods:
    """As if the year could end with any month: what is settled by the year is due each month on the year to date."""
    agreed = as_agreed(scenario, key)
    return _EVERY_MONTH if agreed == _ONCE else agreed


class Settled(NamedTuple, Generic[N]):
    """The settlements of one term: their months, and their rounded amounts; the year is the sum."""

    months: tuple[Months, ...]
    counted: tuple[Months, ...]
    """Those whose figures count: the same, or all to date."""
    amounts: tuple[N, ...]

    @property
    def periods(self) -> Periods:
        """When it is settled."""
        return Periods(self.months, self.counted)

    @property
    def year(self) -> N:
        """The sum of all settlements."""
        return reduce(add, self.amounts)

    def within(self, months: Months) -> list[N]:
        """The settlements that lie wholly inside a set of months."""
        inside = {*months}
        pairs = zip(self.months, self.amounts, strict=True)
        return [amount for settled, amount in pairs if inside.issuperset(settled)]


class Amounts(Protocol[N_co]):
    """Amounts of terms by key."""

    def __getitem__(self, key: str, /) -> N_co: ...


class Within(Generic[N]):
    """The amounts of other terms as far as they are settled within a set of months."""

    def __init__(self, settled: Mapping[str, Settled[N]], months: Months, reading: Reading[N]) -> None:
        self._settled, self._months, self._reading = settled, months, reading

    def __getitem__(self, key: str) -> N:
        inside = self._settled[key].within(self._months)
        if not inside:
            return self._reading.constant(Decimal(0))
        return self._reading.settlements(key, inside, self._months)
