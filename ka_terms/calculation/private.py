"""The private quantities of a contract in any reading: margin, the costs of finance, and how far we would go."""

from __future__ import annotations

from decimal import Decimal
from typing import Generic

from ka_terms.calculation.figures import Figures
from ka_terms.calculation.readings.reading import N
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.limits import Share
from ka_terms.model.numbers.currency import minor_unit

_DAYS_A_YEAR = Decimal(365)


class Private(Generic[N]):
    """The private quantities of a contract: four by name, rounded half up to the minor unit, and the bounds it states.

    - margin = margin rate x sales, before fees
    - logistics, people: as stated, or a share of sales
    - payment_cost = invoices x payment days / 365 x cost of capital a year; invoices are sales, with VAT where the plan
      states it
    """

    def __init__(self, scenario: Scenario, figure: Figures[N]) -> None:
        self._scenario = scenario
        self._figure = figure

    def __call__(self, name: str) -> N:
        """Return one of the four by its name. Errors: `KeyError` where the file does not give all that it needs."""
        reading = self._figure.reading
        if name == "payment_cost":
            return self.payment_cost(
                self._figure("sales" if self._scenario.plan.vat is None else "sales_incl_tax")
            )
        return reading.settle(name, self._cost(name), minor_unit(self._scenario.currency))

    def payment_cost(self, invoices: N) -> N:
        """Return the cost of payment days on these invoices, tax included. Errors: `KeyError` as above."""
        reading = self._figure.reading
        days = _known("payment_days", self._scenario.payment_days)
        rate = self._stated("cost_of_capital")
        # The division comes last, so that a cost of exactly half a cent is rounded correctly.
        yearly = invoices * reading.constant(days) * reading.constant(rate)
        amount = reading.divide(yearly, reading.constant(_DAYS_A_YEAR))
        return reading.settle("payment_cost", amount, minor_unit(self._scenario.currency))

    def _cost(self, name: str) -> N:
        constant, stated = self._figure.reading.constant, self._scenario.private_cost(name)
        if stated is None:
            raise KeyError(name)
        return (
            constant(stated.rate) * self._figure(stated.of) if isinstance(stated, Share) else constant(stated)
        )

    def bound(self, metric: str) -> N:
        """Return the bound of the walk-away limit on a metric. Errors: `KeyError` where the file gives none."""
        return self._figure.reading.constant(self._stated("walk_away", metric))

    def _stated(self, *path: str) -> Decimal:
        return _known(".".join(path), self._scenario.private_number(*path))


def _known(name: str, value: Decimal | None) -> Decimal:
    if value is None:
        raise KeyError(name)
    return value
