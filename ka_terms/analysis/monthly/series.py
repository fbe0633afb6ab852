"""One quantity of a contract with a value for every period: what tables, csv and json of periods are made of."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.calculation.readings.exact import difference, exactly
from ka_terms.model.vocabulary.figures import NumberKind

_ZERO = Decimal(0)


class Series(NamedTuple):
    """The values of one quantity, period by period; None is n/a."""

    key: str
    """The key of a term, or of what stands beside the fees: `total_fees`, `total_to_date`, `sales`, `vpo`..."""
    kind: NumberKind
    values: Sequence[Decimal | None]
    year: Decimal | None
    not_phased: Decimal | None = None
    """What belongs to the year and to none of its periods; None of what has no such part, such as sales."""
    is_phased: bool = True
    """Whether it has values by period at all."""

    def equals(self, other: Series) -> bool:
        """Whether both have the same values."""
        return self.values == other.values and self.year == other.year

    def change(self, before: Series) -> Series:
        """How much each value is above that of another contract."""
        with exactly():
            return self._replace(
                values=tuple(map(difference, self.values, before.values)),
                year=difference(self.year, before.year),
                not_phased=(self.not_phased or _ZERO) - (before.not_phased or _ZERO),
                is_phased=self.is_phased or before.is_phased,
            )
