"""What stands in a file for months or quarters, as values: amounts, shares, counts, the months of an event, facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from ka_terms.model.contract.fact import read_fact
from ka_terms.model.contract.plan.by_period import QUARTERS_A_YEAR, REST, ByPeriod, quarter_of
from ka_terms.model.faults import Fault, faults_of, only, refusal, refuse
from ka_terms.model.numbers.month import MONTHS_A_YEAR
from ka_terms.model.numbers.number import is_percent, read_count, read_number, read_rate, write_percent
from ka_terms.text.messages import message

_WHOLE = Decimal(1)
_ALL_IN_PERCENT = 100


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
_QUARTERS = message(
    "how often the event takes place in each quarter, such as [1, 0, 2, 1] or {example}", example="{q1: 2}"
)
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


def read_event_quarters(raw: object) -> ByPeriod:
    """How often an event takes place in each quarter. Errors: a list of quarters, as for every count."""
    if isinstance(raw, list | tuple) and raw and all(map(_is_named_quarter, raw)):
        times = Counter(f"q{quarter_of(quarter)}" for quarter in raw)
        raise refuse(raw, _QUARTERS, only(_mapping(times)))
    return read_counts(raw)


def _mapping(times: Mapping[Any, int]) -> str:
    """How often in each, as a file states it."""
    return f"{{{', '.join(f'{name}: {count}' for name, count in times.items())}}}"


def _is_named_quarter(value: object) -> bool:
    return isinstance(value, str) and not value.isdecimal() and quarter_of(value) is not None


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


def _schema(item: dict[str, Any], most: int = MONTHS_A_YEAR) -> WithJsonSchema:
    """Of the values; null takes out a month of the extended file."""
    or_none = {**item, "type": [*item["type"], "null"]}
    return WithJsonSchema(
        {
            "anyOf": [
                {"type": "array", "items": item, "minItems": 1, "maxItems": most},
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
EventQuarters = Annotated[
    ByPeriod,
    PlainValidator(read_event_quarters),
    _AS_STATED,
    _schema({"type": ["integer", "string"]}, QUARTERS_A_YEAR),
]
FactMonths = Annotated[
    ByPeriod, PlainValidator(read_facts), _AS_STATED, _schema({"type": ["boolean", "string"]})
]
