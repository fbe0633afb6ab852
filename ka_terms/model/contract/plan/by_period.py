"""What a file states of each month, or of each quarter: twelve amounts or shares, or those of some months."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from ka_terms.model.contract.fact import read_fact, write_fact
from ka_terms.model.faults import Fault, faults_of, quoted, refusal, refuse
from ka_terms.model.numbers.month import MONTHS_A_YEAR, position, read_month
from ka_terms.model.numbers.notations import folded_number
from ka_terms.model.numbers.number import (
    is_percent,
    read_count,
    read_number,
    read_rate,
    write_percent,
)
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
_ALL_IN_PERCENT = 100


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


def _entries(raw: object, expected: str) -> tuple[list[object], tuple[Any, ...] | None]:
    """The values as they are written, and their keys. Errors: what is neither a list nor a mapping."""
    if isinstance(raw, Mapping):
        values, keys = list(raw.values()), tuple(raw)
    elif isinstance(raw, list | tuple):
        values, keys = list(raw), None
    else:
        raise refuse(raw, expected, message("write {example}", example="{mar: 5, 9: 2}"))
    if not values:
        raise refusal(Fault(message("no months"), expected, message("name a month, or delete the key")))
    return values, keys


def _each(
    values: Sequence[object], keys: Sequence[Any] | None, read: Callable[[Any], Decimal]
) -> tuple[Decimal, ...]:
    """Every value read. Errors: those of all values, each with its place."""
    found, faults = [], []
    for at, value in enumerate(values):
        try:
            found.append(read(value))
        except ValueError as error:
            place = at if keys is None else keys[at]
            faults += [fault._replace(at=(place, *fault.at)) for fault in faults_of(error)]
    if faults:
        raise refusal(*faults)
    return tuple(found)


_FLOW = message(
    "twelve amounts or shares, or those of some months such as {example}", example="{mar: 2, 9: 5}"
)
_COUNTS = message("twelve counts, or those of some months such as {example}", example="{mar: 2, 9: 5}")
_EVENT = message("the months of the event, such as [3, 9], or how often in each: {example}", example="{3: 2}")
_FACTS = message("twelve times yes or no, or those of some months such as {example}", example="{mar: yes}")


def _is_rest(value: object) -> bool:
    return isinstance(value, str) and value.strip().casefold() in REST


def _is_share(value: object) -> bool:
    return _is_rest(value) or is_percent(value)


def _read_share(value: object) -> Decimal:
    """A share among shares, nothing of `rest`. Errors: an amount that is no forgotten percent sign."""
    if _is_rest(value):
        return Decimal(0)
    try:
        return read_rate(value)
    except ValueError:
        if not _is_amount(value):
            raise
    mend = message("write the share, or every month as an amount")
    raise refuse(value, message("a share, as other months have one"), mend)


def _is_amount(value: object) -> bool:
    """Whether a value is a number that no percent sign was left out of."""
    with suppress(ValueError):
        return read_number(value) > _ALL_IN_PERCENT
    return False


def read_flow(raw: object) -> ByPeriod:
    """Amounts of months, or shares of the year that add to 100%. Errors: some of each, another sum."""
    found = read_figure_months(raw)
    if isinstance(raw, ByPeriod) or found.unit != "share":
        return found
    if (total := found.total) != _WHOLE:
        raise refusal(_of_other_sum(total))
    return found


def read_figure_months(raw: object) -> ByPeriod:
    """Amounts or percentages of months; what the latter are, the figure says."""
    if isinstance(raw, ByPeriod):
        return raw
    values, keys = _entries(raw, _FLOW)
    if not any(map(_is_share, values)):
        return ByPeriod(_each(values, keys, read_number), keys)
    rests = [at for at, value in enumerate(values) if _is_rest(value)]
    if len(rests) > 1:
        place = rests[1] if keys is None else keys[rests[1]]
        raise refuse(values[rests[1]], message("`rest` for one month"), message("write a share"), at=(place,))
    shares = list(_each(values, keys, _read_share))
    for at in rests:
        shares[at] = _WHOLE - sum(shares, Decimal(0))
        if shares[at] < 0:
            raise refusal(_of_other_sum(_WHOLE - shares[at]))
    return ByPeriod(tuple(shares), keys, "share", rests[0] if rests else None)


def _of_other_sum(total: Decimal) -> Fault:
    found = message("shares that come to {total}", total=write_percent(total))
    mend = message("correct a share, or write `rest` for one of them")
    return Fault(found, message("shares that come to 100%"), mend)


def read_counts(raw: object) -> ByPeriod:
    """Whole numbers of months. Errors: shares, and as for every count."""
    if isinstance(raw, ByPeriod):
        return raw
    values, keys = _entries(raw, _COUNTS)
    return ByPeriod(_each(values, keys, read_count), keys)


def read_event(raw: object) -> ByPeriod:
    """The months of an event, or how often it takes place in each."""
    if isinstance(raw, ByPeriod):
        return raw
    values, keys = _entries(raw, _EVENT)
    if keys is not None:
        return ByPeriod(_each(values, keys, read_count), keys)
    return ByPeriod((_WHOLE,) * len(values), tuple(values), in_list=True)


def read_facts(raw: object) -> ByPeriod:
    """Whether something is so in each month."""
    if isinstance(raw, ByPeriod):
        return raw
    values, keys = _entries(raw, _FACTS)
    return ByPeriod(_each(values, keys, lambda value: Decimal(read_fact(value))), keys, "fact")


def total_stated(raw: object, read: Callable[[object], ByPeriod]) -> Decimal | None:
    """What the months come to as they are written; None of shares and facts, and of what cannot be read."""
    with suppress(ValueError):
        found = read(raw)
        if found.unit == "amount":
            return found.total
    return None


def _schema(item: dict[str, Any]) -> WithJsonSchema:
    """Of the values; null takes out a month of the extended file."""
    or_none = {**item, "type": [*item["type"], "null"]}
    return WithJsonSchema(
        {
            "anyOf": [
                {"type": "array", "items": item, "minItems": 1, "maxItems": MONTHS_A_YEAR},
                {"type": "object", "additionalProperties": or_none, "minProperties": 1},
            ]
        }
    )


_AS_STATED = PlainSerializer(ByPeriod.written)
FlowMonths = Annotated[
    ByPeriod, PlainValidator(read_flow), _AS_STATED, _schema({"type": ["number", "string"]})
]
FigureMonths = Annotated[
    ByPeriod, PlainValidator(read_figure_months), _AS_STATED, _schema({"type": ["number", "string"]})
]
CountMonths = Annotated[
    ByPeriod, PlainValidator(read_counts), _AS_STATED, _schema({"type": ["integer", "string"]})
]
EventMonths = Annotated[
    ByPeriod, PlainValidator(read_event), _AS_STATED, _schema({"type": ["integer", "string"]})
]
FactMonths = Annotated[
    ByPeriod, PlainValidator(read_facts), _AS_STATED, _schema({"type": ["boolean", "string"]})
]
