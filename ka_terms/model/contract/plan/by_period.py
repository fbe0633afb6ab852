"""What a file states of each month, or of each quarter: twelve amounts or shares, or those of some months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from ka_terms.model.contract.fact import write_fact
from ka_terms.model.faults import Fault, faults_of, quoted, refuse
from ka_terms.model.numbers.month import MONTHS_A_YEAR, position, read_month
from ka_terms.model.numbers.notations import folded_number
from ka_terms.model.numbers.number import write_percent
from ka_terms.text.messages import message

QUARTERS_A_YEAR = 4
REST = ("rest", "其余", "其餘")
"""What may stand for the share of one month: what the others leave of 100%."""
Unit = Literal["amount", "share", "fact", "portion", "level", "month"]
"""A portion is an amount of a year that was moved since, a level likewise; where a month was moved, each is a number of
its own. No file has any of these.
"""
_QUARTER = message("a quarter from 1 to 4, such as q1")
_WHOLE = Decimal(1)


@dataclass(frozen=True, slots=True)
class ByPeriod:
    """One value for each of some months or quarters, by key where a mapping states them, else in order."""

    values: tuple[Decimal, ...]
    keys: tuple[Any, ...] | None = None
    unit: Unit = "amount"
    rest: int | None = None
    """Which of the values was written `rest`."""
    in_list: bool = False
    """Whether a file lists the months alone, each for one."""

    def of_year(self, size: int, starts: int) -> tuple[Fraction, ...]:
        """The value of every month, from the first of the contract year. `size` is 12, or 4 for even quarters."""
        every = [Decimal(0)] * size
        for at, value in zip(self._places(size, starts), self.values, strict=True):
            every[at - 1] = value
        a_piece = MONTHS_A_YEAR // size
        return tuple(Fraction(value) / a_piece for value in every for _ in range(a_piece))

    def _places(self, size: int, starts: int) -> Sequence[int]:
        """Where in the year each value stands, counted from 1."""
        if self.keys is None:
            return range(1, len(self.values) + 1)
        read = read_month if size == MONTHS_A_YEAR else read_quarter
        found = [read(key) for key in self.keys]
        return [position(month, starts) for month in found] if size == MONTHS_A_YEAR else found

    @property
    def total(self) -> Decimal:
        """The sum of all values."""
        return sum(self.values, Decimal(0))

    def faults(self, size: int) -> Iterator[Fault]:
        """What is wrong with the months, or the quarters, that the values are of."""
        if self.keys is None:
            if len(self.values) != size:
                yield _wrong_number(len(self.values), size, self.unit)
            return
        seen: dict[int, Any] = {}
        for at, key in enumerate(self.keys):
            try:
                month = read_month(key) if size == MONTHS_A_YEAR else read_quarter(key)
            except ValueError as error:
                place = (at,) if self.in_list else (key,)
                on_key = not self.in_list
                yield from (fault._replace(at=place, on_key=on_key) for fault in faults_of(error))
                continue
            if month in seen:
                mend = message("delete one of them")
                if self.unit == "amount" and self.values[at] == 1:
                    mend = message("write {example} for two in one month", example=f"{{{month}: 2}}")
                place = (at,) if self.in_list else (key,)
                expected = (
                    message("each month once") if size == MONTHS_A_YEAR else message("each quarter once")
                )
                yield Fault(quoted(key), expected, mend, place, not self.in_list)
            seen[month] = key

    def written(self) -> Any:
        """The values as a file has them."""
        if self.in_list and self.keys is not None and set(self.values) == {_WHOLE}:
            return list(self.keys)
        shown = [self._written(at, value) for at, value in enumerate(self.values)]
        return shown if self.keys is None else dict(zip(self.keys, shown, strict=True))

    def _written(self, at: int, value: Decimal) -> Any:
        if at == self.rest:
            return REST[0]
        if self.unit == "fact":
            return write_fact(bool(value))
        return write_percent(value) if self.unit == "share" else value


def read_quarter(raw: object) -> int:
    """A quarter of the contract year: 1 to 4, or q1 to q4. Errors: anything else."""
    quarter = quarter_of(raw)
    if quarter is None:
        raise refuse(raw, _QUARTER, message("write a quarter from 1 to 4"))
    return quarter


def quarter_of(raw: object) -> int | None:
    """The number of a quarter of the contract year; None of what is none."""
    text = folded_number(str(raw)).strip().casefold().removeprefix("q")
    return int(text) if not isinstance(raw, bool) and text in ("1", "2", "3", "4") else None


def _wrong_number(count: int, size: int, unit: Unit) -> Fault:
    found = message("{count} values", count=count)
    if size != MONTHS_A_YEAR:
        return Fault(found, message("four values, one for each quarter"), message("write all four"))
    mend = message("write all twelve, or name the months: {example}", example="{mar: 5, 9: 2}")
    if unit == "fact":
        mend = message("write all twelve")
    return Fault(found, message("twelve values, one for each month"), mend)
