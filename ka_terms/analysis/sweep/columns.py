"""The columns of a sweep: the numbers of one block, flattened into one value a row when they are first read."""

from __future__ import annotations

from decimal import Decimal
from itertools import compress
from math import nan, prod
from typing import Any

from ka_terms.analysis.sweep.blocks import EvaluatedBlock, MetricQuotient
from ka_terms.calculation.readings import plain_arrays as plain
from ka_terms.calculation.readings.exact import ratio
from ka_terms.calculation.readings.scaled import Scaled


class RowFilter:
    """The rows of a block that keep to the rules; it flattens the arrays of the block into columns of these rows."""

    def __init__(self, evaluated: EvaluatedBlock, shape: tuple[int, ...], kept: Any) -> None:
        self.xp = evaluated.xp
        self._shape = shape
        self._all = kept is True
        self._kept: Any = kept if isinstance(kept, bool) else self._broadcast(kept)
        self._indices: Any = None
        self.size = self._counted()

    @property
    def is_plain(self) -> bool:
        return self.xp is plain

    def _counted(self) -> int:
        if isinstance(self._kept, bool):
            return prod(self._shape) if self._kept else 0
        return sum(self._kept) if self.is_plain else int(self.xp.count_nonzero(self._kept))

    def _broadcast(self, values: Any) -> Any:
        flat = self.xp.broadcast_to(values, self._shape)
        return flat.tolist() if self.is_plain else flat.reshape(-1)

    def column(self, values: Any) -> Any:
        """The values of the rows that are kept."""
        if self._kept is False:
            return []
        flat = self._broadcast(values)
        if self._all:
            return flat
        return list(compress(flat, self._kept)) if self.is_plain else flat[self._kept]

    def single(self, values: Any, row: int) -> Any:
        """The value of one row, found without flattening the array."""
        if not getattr(values, "shape", ()):
            return values
        if self._indices is None and not self._all:
            self._indices = self.xp.flatnonzero(self._kept)
        rest, index = row if self._all else int(self._indices[row]), []
        for length, own_length in zip(reversed(self._shape), reversed(values.shape), strict=True):
            rest, position = divmod(rest, length)
            index.append(position if own_length > 1 else 0)
        return values[tuple(reversed(index))]

    def quotient(self, measured: MetricQuotient | None) -> Column | None:
        """The column of a metric, together with the column it is divided by."""
        return measured and Column(
            measured.over, self, Column(measured.under, self) if measured.under else None
        )


class Column:
    """One column: whole numbers over `10**scale`, divided by those of `under` where that is given.

    It is flattened when it is first read, once: most blocks have no row among the best.
    """

    __slots__ = ("_chosen", "_flattened", "_floats", "number", "under")

    def __init__(self, number: Scaled, chosen: RowFilter, under: Column | None = None) -> None:
        self.number = number
        self.under = under
        self._chosen = chosen
        self._flattened: Any = None
        self._floats: Any = None

    @property
    def scale(self) -> int:
        return self.number.scale

    @property
    def values(self) -> Any:
        """The whole number of every row."""
        if self._flattened is None:
            self._flattened = self._chosen.column(self.number.values)
        return self._flattened

    def exact(self, row: int) -> Decimal | None:
        """The number in a row; a quotient to 28 digits, None (n/a) where it is divided by zero."""
        is_flat = self._chosen.is_plain or self._flattened is not None
        whole = self.values[row] if is_flat else self._chosen.single(self.number.values, row)
        value = decimal(int(whole), self.scale)
        return ratio(value, self.under.exact(row)) if self.under else value

    def floats(self) -> Any:
        """The float nearest to each quotient, nan where it is n/a; without `under`, the whole numbers themselves."""
        if self.under is None:
            return self.values
        if self._floats is None:
            self._floats = self._quotients(self.under)
        return self._floats

    def _quotients(self, under: Column) -> Any:
        """The power of ten is multiplied into one of the whole numbers: below 2**53 only the division rounds."""
        finer = under.scale - self.scale
        factor, divisor = 10 ** max(finer, 0), 10 ** max(-finer, 0)
        if self._chosen.is_plain:
            pairs = zip(self.values, under.values, strict=True)
            return [over * factor / (below * divisor) if below else nan for over, below in pairs]
        return self._chosen.column(_divided(self._chosen.xp, self.number, under.number, factor, divisor))


def _divided(xp: Any, over: Scaled, under: Scaled, factor: int, divisor: int) -> Any:
    """(over x factor) / (under x divisor) in floats; the arrays are broadcast by the division alone."""
    lower = xp.asarray(under.values, dtype=float)
    if divisor != 1:
        lower = lower * divisor
    if under.low <= 0:
        lower = xp.where(lower == 0, nan, lower)
    return (over.values if factor == 1 else over.values * float(factor)) / lower


def decimal(whole: int, scale: int) -> Decimal:
    """whole / 10**scale, written without an exponent."""
    return Decimal(whole * 10**-scale) if scale < 0 else Decimal(whole).scaleb(-scale)
