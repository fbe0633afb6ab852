"""The numbers of contracts as places among the operations of a page: amounts, metrics, and the effects of a change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.calculation.readings.exact import exactly
from ka_terms.model.vocabulary.metrics import Metric, metric_of
from ka_terms.presentation.page.operations import Operations
from ka_terms.presentation.workbook.statements import MEASURES, Totals, rounding_digits, totals_to_be

if TYPE_CHECKING:
    from ka_terms.analysis.sliders import Movable, TracedDifference
    from ka_terms.calculation.readings.traced import Traced
    from ka_terms.calculation.statement import Statement


class Effects(NamedTuple):
    """The change of one fee, and how much of it the terms make and how much the plan."""

    change: int
    terms: int
    plan: int


class Figures:
    """The numbers of contracts that move. A contract goes by its place among them."""

    def __init__(self, made: Movable) -> None:
        self.operations = Operations({slider.leaf: place for place, slider in enumerate(made.sliders)})
        self._statements = made.statements
        self._digits = [rounding_digits(statement.scenario) for statement in made.statements]
        self._totals: list[Totals] = [totals_to_be(statement) for statement in made.statements]
        self._sales = [self._of(at, _sales(statement)) for at, statement in enumerate(made.statements)]

    def _of(self, contract: int, number: Traced) -> int:
        return self.operations.of(number, self._digits[contract])

    def metrics(self) -> list[Metric]:
        """The totals that at least one contract has or comes to have, in the order they are looked at."""
        known = {metric for totals in self._totals for metric in totals}
        return [metric for metric in (metric_of(key, ()) for key in MEASURES) if metric in known]

    def amount(self, contract: int, term: str) -> int | None:
        """The fee of a term; None where the contract has no such term."""
        number = self._statements[contract].traced.amounts.get(term)
        return None if number is None else self._of(contract, number)

    def share(self, contract: int, amount: int) -> int:
        """An amount as a share of sales."""
        return self.operations.ratio(amount, self._sales[contract])

    def metric(self, contract: int, metric: Metric) -> int:
        """A total, n/a where the contract has none."""
        found = self._totals[contract].get(metric)
        if found is None:
            return self.operations.unknown
        over, under = found
        place = self._of(contract, over)
        return place if under is None else self.operations.ratio(place, self._of(contract, under))

    def effects(self, contracts: tuple[int, int], difference: TracedDifference) -> Effects:
        """The effects of a difference between two contracts, what counts for nothing there as zero."""
        operations, (old_at, new_at) = self.operations, contracts
        zero = operations.constant(0)
        old = zero if difference.old is None else self._of(old_at, difference.old)
        new = zero if difference.new is None else self._of(new_at, difference.new)
        between = operations.unknown
        if difference.is_known:
            between = zero if difference.between is None else self._of(old_at, difference.between)
        return Effects(
            operations.change(new, old), operations.change(new, between), operations.change(between, old)
        )

    def sum_of(self, effects: Iterable[Effects]) -> Effects:
        """The sums of effects, n/a where one of them is."""
        zero = self.operations.constant(0)
        total = Effects(zero, zero, zero)
        for each in effects:
            # A change taken off with its sign turned is added, and n/a stays n/a.
            turned = (self.operations.change(zero, place) for place in each)
            total = Effects(*map(self.operations.change, total, turned))
        return total


def _sales(statement: Statement) -> Traced:
    with exactly():
        return statement.traced.figure("sales")
