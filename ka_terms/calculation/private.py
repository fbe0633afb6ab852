"""The private quantities of a contract in any reading: margin, payment cost and walk-away limit."""

from __future__ import annotations

from decimal import Decimal
from typing import Generic

from ka_terms.calculation.figures import Figures
from ka_terms.calculation.readings.reading import N
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.numbers.currency import minor_unit

_DAYS_A_YEAR = Decimal(365)


class Private(Generic[N]):
    """The private quantities of a contract: two by name, rounded half up to the minor unit, and the bounds it states.

    - margin = margin rate x sales, before fees
    - payment_cost = sales x payment days / 365 x cost of capital a year
    """

    def __init__(self, scenario: Scenario, figure: Figures[N]) -> None:
        self._scenario = scenario
        self._figure = figure

    def __call__(self, name: str) -> N:
        """Return the margin or the payment cost. Errors: `KeyError` where the file does not give all that it needs."""
        reading = self._figure.reading
        if name == "margin":
            amount = reading.constant(self._stated("margin")) * self._figure("sales")
        else:
            days = _known("payment_days", self._scenario.payment_days)
            rate = self._stated("cost_of_capital")
            # The division comes last, so that a cost of exactly half a cent is rounded correctly.
            yearly = self._figure("sales") * reading.constant(days) * reading.constant(rate)
            amount = reading.divide(yearly, reading.constant(_DAYS_A_YEAR))
        return reading.settle(name, amount, minor_unit(self._scenario.currency))

    def bound(self, metric: str) -> N:
        """Return the bound of the walk-away limit on a metric. Errors: `KeyError` where the file gives none."""
        return self._figure.reading.constant(self._stated("walk_away", metric))

    def _stated(self, *path: str) -> Decimal:
        return _known(".".join(path), self._scenario.private_number(*path))


def _known(name: str, value: Decimal | None) -> Decimal:
    if value is None:
        raise KeyError(name)
    return value
