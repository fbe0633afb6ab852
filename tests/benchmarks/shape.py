"""The grid that all contenders of the sweep benchmark cost, and how one of them is run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import islice, product
from typing import NamedTuple

METRICS = ("total_fees", "fee_ratio", "vpo")
Run = Callable[[], object]
"""One run of the work; seconds, where it gives some, are what the clock should have shown."""


class Shape(NamedTuple):
    """Points along sales, new stores and monthly rebate. Sales go from 3M to just below 12M: past both tiers."""

    sales: int
    stores: int
    rates: int

    @property
    def step(self) -> Decimal:
        """Of sales, in money; a whole number of cents up to 10^8 points."""
        return Decimal(9_000_000) / self.sales

    @property
    def size(self) -> int:
        """The number of points."""
        return self.sales * self.stores * self.rates

    def points(self) -> Iterator[tuple[Decimal, Decimal, Decimal]]:
        """Points spread evenly over the grid, one after the other."""
        sales = (3_000_000 + at * self.step for at in range(0, self.sales, max(1, self.sales // 50)))
        rates = (Decimal(at) / 10_000 for at in self.percents())
        stores = map(Decimal, self.counts())
        return product(sales, tuple(stores)[:10], tuple(rates)[:5])

    def counts(self) -> range:
        """New stores; the 10 of the plan where they do not vary."""
        return range(self.stores) if self.stores > 1 else range(10, 11)

    def percents(self) -> range:
        """Monthly rebates in hundredths of a percent; the 3.5% of the contract where they do not vary."""
        return range(100, 100 + self.rates) if self.rates > 1 else range(350, 351)

    def sample(self) -> list[tuple[Decimal, Decimal, Decimal]]:
        """A thousand points, for those that cannot do them all."""
        return list(islice(self.points(), SAMPLE))


SAMPLE = 1_000
