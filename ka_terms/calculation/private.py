"""The private quantities of a contract in any reading: margin, payment cost and walk-away limit."""

from __future__ import annotations

from decimal import Decimal
from typing import Generic

from ka_terms.calculation.figures import Figures
from ka_terms.calculation.readings.reading import N
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.numbers.currency import minor_unit

_DAYS_A_YEAR = Decimal(365)
WALK_AWAY = "walk_away."


class Private(Generic[N]):
    """The private quantities of a contract by name, each rounded half up to the minor unit.

    - margin = margin rate x sales, before fees
    - payment_cost = sales x payment days / 365 x cost of capital a year
    - walk_away.fee_ratio, .total_fees, .net_net_sales, .contribution: the bounds that the file states
    """

    def __init__(self, scenario: Scenario, figure: Figures[N]) -> None:
        self._scenario = scenario
        self._figure = figure

    def __call__(self, name: str) -> N:
        """Return the quantity of a name. Errors: `KeyError` where the file does not give all that it needs."""
        reading = self._figure.reading
        if name.startswith(WALK_AWAY):
            return reading.constant(self._bound(name))
        if name == "margin":
            amount = reading.constant(self._stated("margin")) * self._figure("sales")
        else:
            days, rate = self._days(), self._stated("cost_of_capital")
            # The division comes last, so that a cost of exactly half a cent is rounded correctly.
            yearly = self._figure("sales") * reading.constant(days) * reading.constant(rate)
            amount = reading.divide(yearly, reading.constant(_DAYS_A_YEAR))
        return reading.settle(name, amount, minor_unit(self._scenario.currency))

    def _stated(self, key: str) -> Decimal:
        value: Decimal | None = getattr(self._scenario.private, key, None)
        if value is None:
            raise KeyError(key)
        return value

    def _bound(self, name: str) -> Decimal:
        walk_away = self._scenario.private and self._scenario.private.walk_away
        value: Decimal | None = getattr(walk_away, name.removeprefix(WALK_AWAY), None)
        if value is None:
            raise KeyError(name)
        return value

    def _days(self) -> Decimal:
        if self._scenario.payment_days is None:
            raise KeyError("payment_days")
        return self._scenario.payment_days
