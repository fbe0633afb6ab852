"""The columns of a sweep: the numbers of a block, flattened into rows when they are looked at."""

from __future__ import annotations

from decimal import Decimal
from itertools import compress
from math import nan, prod
from typing import Any

from ka_terms.analysis.sweep.blocks import EvaluatedBlock, Measured
from ka_terms.calculation.readings import plain_arrays as plain
from ka_terms.calculation.readings.arrays import Scaled
from ka_terms.calculation.readings.exact import ratio


class Chosen:
    """Flattens what belongs to a block, and keeps the rows that a rule lets through."""

    def __init__(self, found: EvaluatedBlock, shape: tuple[int, ...], kept: Any) -> None:
        self.xp = found.xp
        self._shape = shape
        self._all = kept is True
        self._kept: Any = kept if isinstance(kept, bool) else self._spread(kept)
        self._places: Any = None
        self.size = self._counted()

    @property
    def is_plain(self) -> bool:
        """Whether columns are lists."""
        return self.xp is plain

    def _counted(self) -> int:
        if isinstance(self._kept, bool):
            return prod(self._shape) if self._kept else 0
        return sum(self._kept) if self.is_plain else int(self.xp.count_nonzero(self._kept))

    def _spread(self, values: Any) -> Any:
        flat = self.xp.broadcast_to(values, self._shape)
        return flat.tolist() if self.is_plain else flat.reshape(-1)

    def column(self, values: Any) -> Any:
        """The rows that are kept."""
        if self._kept is False:
            return []
        found = self._spread(values)
        if self._all:
            return found
        return list(compress(found, self._kept)) if self.is_plain else found[self._kept]

    def single(self, values: Any, at: int) -> Any:
        """The number in a row, found without flattening."""
        if not getattr(values, "shape", ()):
            return values
        if self._places is None and not self._all:
            self._places = self.xp.flatnonzero(self._kept)
        place, index = at if self._all else int(self._places[at]), []
        for length, held in zip(reversed(self._shape), reversed(values.shape), strict=True):
            place, own = divmod(place, length)
            index.append(own if held > 1 else 0)
        return values[tuple(reversed(index))]

    def quotient(self, found: Measured | None) -> Flat | None:
        """A metric with what it is divided by."""
        return found and Flat(found.over, self, Flat(found.under, self) if found.under else None)


class Flat:
    """One column: whole numbers over `10**scale`, divided by those of `under` where that is given.

    Flattened only when it is looked at: of most blocks no row is among the best.
    """

    __slots__ = ("_chosen", "_flattened", "number", "under")

    def __init__(self, number: Scaled, chosen: Chosen, under: Flat | None = None) -> None:
        self.number = number
        self.under = under
        self._chosen = chosen
        self._flattened: Any = None

    @property
    def scale(self) -> int:
        """Decimals of the values."""
        return self.number.scale

    @property
    def values(self) -> Any:
        """The whole number of every row."""
        if self._flattened is None:
            self._flattened = self._chosen.column(self.number.values)
        return self._flattened

    def exact(self, at: int) -> Decimal | None:
        """The number in a row; a quotient to 28 digits, None (n/a) where it is divided by zero."""
        looked_at = self._chosen.is_plain or self._flattened is not None
        whole = self.values[at] if looked_at else self._chosen.single(self.number.values, at)
        value = decimal(int(whole), self.scale)
        return ratio(value, self.under.exact(at)) if self.under else value

    def floats(self) -> Any:
        """Each row as the nearest float, nan where it is n/a; whole numbers as they are where nothing is divided.

        The power of ten goes into one of the whole numbers first, so that, below 2**53, only the division rounds.
        """
        if self.under is None:
            return self.values
        finer = self.under.scale - self.scale
        over, under = 10 ** max(finer, 0), 10 ** max(-finer, 0)
        if self._chosen.is_plain:
            pairs = zip(self.values, self.under.values, strict=True)
            return [one * over / (other * under) if other else nan for one, other in pairs]
        return self._chosen.column(_divided(self._chosen.xp, self.number, self.under.number, over, under))


def _divided(xp: Any, one: Scaled, other: Scaled, over: int, under: int) -> Any:
    """(one x over) / (other x under) in floats, broadcast only by the division itself."""
    divisor = xp.asarray(other.values, dtype=float)
    if under != 1:
        divisor = divisor * under
    if other.low <= 0:
        divisor = xp.where(divisor == 0, nan, divisor)
    return (one.values if over == 1 else one.values * float(over)) / divisor


def decimal(whole: int, scale: int) -> Decimal:
    """whole / 10**scale, written without an exponent."""
    return Decimal(whole * 10**-scale) if scale < 0 else Decimal(whole).scaleb(-scale)
