"""The budget of a contract: what each fee comes to in the year, spread over its months, in any reading.

Like every formula it is written once: exact decimals give the view by month, arrays and curves a metric of a period.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Generic

from ka_terms.calculation.figures import Figures
from ka_terms.calculation.phasing import is_base, spread_by
from ka_terms.calculation.readings.reading import N
from ka_terms.calculation.settlements import Settled
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.numbers.month import YEAR, Months


class Budget(Generic[N]):
    """The settled amounts of a contract, spread over the months of its year."""

    def __init__(self, scenario: Scenario, figure: Figures[N], settled: Mapping[str, Settled[N]]) -> None:
        self._scenario, self._figure, self._settled = scenario, figure, settled
        self._spread_by = spread_by(scenario)

    def over(self, key: str, months: Months) -> N:
        """What falls into a run of months of a term. Errors: `KeyError` for one that is not phased.

        A settlement falls in the last month of its period. The year's amount of any other term is spread: the part of
        it that has run up to a month is rounded, and a month is what that is above the month before.
        """
        before = months[0] - 1
        until = self._to(key, months[-1])
        return until - self._to(key, before) if before else until

    def _to(self, key: str, month: int) -> N:
        """What falls into the months up to one: amount x figure of these months / figure of the year, rounded.

        The figure is the one that the term is spread by. Of a term that is spread by another one, it is what that has
        in these months and in the year.
        """
        settled, by, reading = self._settled[key], self._spread_by[key], self._figure.reading
        if by == key:
            due = zip(settled.months, settled.amounts, strict=True)
            inside = [amount for of, amount in due if of[-1] <= month]
            return reduce(add, inside) if inside else reading.constant(Decimal(0))
        if is_base(self._scenario, key, by):
            # A minimum on a term that comes to nothing has no months to be spread over: there it is zero.
            part, whole = self._to(by, month), self._settled[by].year
        elif month == YEAR[-1]:
            return settled.year
        else:
            part, whole = self._figure.over(YEAR[:month])(by), self._figure(by)
        return reading.rounded(reading.divide(settled.year * part, whole), self._scenario.unit)
