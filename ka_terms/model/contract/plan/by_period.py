"""What a file states of each month, or of each quarter: twelve amounts or shares, or those of some months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from ka_terms.model.contract.fact import write_fact
from ka_terms.model.faults import Fault, faults_of, only, quoted, refuse
from ka_terms.model.numbers.month import (
    MONTHS_A_YEAR,
    YEAR,
    calendar_month,
    each_month_meant,
    month_of,
    period_meant,
    position,
    read_month,
)
from ka_terms.model.numbers.notations import folded_number, taken_by
from ka_terms.model.numbers.number import read_count, write_percent
from ka_terms.text.messages import Message, message

QUARTERS_A_YEAR = 4
REST = ("rest", "其余", "其餘")
"""What may stand for the share of one month: what the others leave of 100%."""
Unit = Literal["amount", "share", "fact", "portion", "level", "month"]
"""A portion is an amount of a year that was moved since, a level likewise; where a month was moved, each is a number of
its own. No file has any of these.
"""
EVENT = message("the months of the event, such as [3, 9], or how often in each: {example}", example="{3: 2}")
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
    mean: Decimal | None = None
    """Of a level that was moved, the year that its values were of, where that is their rounded mean."""

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

    def faults(self, size: int, starts: int) -> Iterator[Fault]:
        """What is wrong with the months, or the quarters, that the values are of."""
        if self.keys is None:
            if len(self.values) != size:
                yield _wrong_number(len(self.values), size, self.unit)
        elif self.in_list:
            yield from _of_listed_months(self.keys, starts)
        else:
            yield from _of_keys(self.keys, size)

    def other_sum(self) -> Fault | None:
        """The fault of shares that do not come to 100%; None where they do, or `rest` makes them."""
        total = self.total if self.rest is None else _WHOLE - self.values[self.rest]
        if total == _WHOLE or (self.rest is not None and total < _WHOLE):
            return None
        found = message("shares that come to {total}", total=write_percent(total))
        mend = message("correct a share, or write `rest` for one of them")
        if self.rest is not None:
            mend = message("correct a share")
        return Fault(found, message("shares that come to 100%"), mend)

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
        meant = period_meant(str(raw))
        mend = only(meant) if meant.startswith("q") else message("write a quarter from 1 to 4")
        raise refuse(raw, _QUARTER, mend)
    return quarter


def quarter_of(raw: object) -> int | None:
    """The number of a quarter of the contract year; None of what is none."""
    text = folded_number(str(raw)).strip().casefold().removeprefix("q")
    return int(text) if not isinstance(raw, bool) and text in ("1", "2", "3", "4") else None


def _wrong_number(count: int, size: int, unit: Unit) -> Fault:
    found = message("one value") if count == 1 else message("{count} values", count=count)
    if size != MONTHS_A_YEAR:
        mend = message("write all four, or some as {example}", example="{QUARTER: VALUE}")
        return Fault(found, message("four values, one for each quarter"), mend)
    mend = message("write all twelve, or some as {example}", example="{MONTH: VALUE}")
    if unit == "fact":
        mend = message("write all twelve")
    return Fault(found, message("twelve values, one for each month"), mend)


def _of_keys(keys: Sequence[Any], size: int) -> Iterator[Fault]:
    """The faults of months or quarters that stand before values."""
    read, once = read_month, message("each month once")
    if size != MONTHS_A_YEAR:
        read, once = read_quarter, message("each quarter once")
    seen: set[int] = set()
    for key in keys:
        try:
            month = read(key)
        except ValueError as error:
            yield from (fault._replace(at=(key,), on_key=True) for fault in faults_of(error))
            continue
        if month in seen:
            yield Fault(quoted(key), once, message("delete one of them"), (key,), on_key=True)
        seen.add(month)


def _of_listed_months(keys: Sequence[Any], starts: int) -> Iterator[Fault]:
    """The faults of the months of an event; a list of counts is one."""
    months = [month_of(key) for key in keys]
    if _are_counts(keys, months):
        yield Fault(message("how often in each month, in a list"), EVENT, _of_counts(keys, starts))
        return
    for at, key in enumerate(keys):
        try:
            read_month(key)
        except ValueError as error:
            several = each_month_meant(str(key))
            mend = only(", ".join(several)) if several else ""
            yield from (fault._replace(mend=mend or fault.mend, at=(at,)) for fault in faults_of(error))
    again = next((at for at, month in enumerate(months) if month and month in months[:at]), None)
    if again is not None:
        mend = message("delete one of them") if None in months else only(mapping(Counter(months)))
        yield Fault(quoted(keys[again]), message("each month once"), mend, (again,))


def _are_counts(keys: Sequence[Any], months: Sequence[int | None]) -> bool:
    """Whether a list has counts, not months: with a zero among them, or one for each month."""
    if not all(map(taken_by(read_count), keys)):
        return False
    is_year = len(keys) == MONTHS_A_YEAR and {*months} != {*YEAR}
    return is_year or any(read_count(key) == 0 for key in keys)


def _of_counts(keys: Sequence[Any], starts: int) -> Message:
    """How to mend counts in a list: of twelve it is certain which month each is of."""
    times = {calendar_month(at, starts): int(read_count(key)) for at, key in enumerate(keys, start=1)}
    times = {month: count for month, count in times.items() if count}
    if len(keys) != MONTHS_A_YEAR or not times:
        return message("write its months, or how often in each as {example}", example="{MONTH: COUNT}")
    return only(str([*times]) if {*times.values()} == {1} else mapping(times))


def mapping(times: Mapping[Any, int]) -> str:
    """How often in each month or quarter, as a file states it."""
    return f"{{{', '.join(f'{name}: {count}' for name, count in times.items())}}}"
