"""What stands in a file for months or quarters, as values: amounts, shares, counts, the months of an event, facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator

from ka_terms.model.base import SchemaOf
from ka_terms.model.contract.fact import read_fact
from ka_terms.model.contract.plan.by_period import EVENT, QUARTERS_A_YEAR, REST, ByPeriod, mapping, quarter_of
from ka_terms.model.faults import Fault, faults_of, only, refusal, refuse
from ka_terms.model.numbers.month import MONTHS_A_YEAR, each_month_meant
from ka_terms.model.numbers.notations import taken_by
from ka_terms.model.numbers.number import is_percent, read_count, read_number, read_rate
from ka_terms.text.messages import Message, message

_WHOLE = Decimal(1)
_ALL_IN_PERCENT = 100


def _entries(raw: object, expected: str, mend: Message) -> tuple[list[object], tuple[Any, ...] | None]:
    """The values as they are written, and their keys. Errors: what is neither a list nor a mapping."""
    if isinstance(raw, Mapping):
        values, keys = list(raw.values()), tuple(raw)
    elif isinstance(raw, list | tuple):
        values, keys = list(raw), None
    else:
        raise refuse(raw, expected, mend)
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
    "a list of twelve amounts or shares (four of quarters), or those of some such as {example}",
    example="{mar: 2, 9: 5}",
)
_COUNTS = message(
    "a list of twelve counts (four of quarters), or those of some such as {example}", example="{mar: 2, 9: 5}"
)
_QUARTERS = message(
    "how often the event takes place in each quarter, such as [1, 0, 2, 1] or {example}", example="{q1: 2}"
)
_FACTS = message(
    "a list of twelve times yes or no (four of quarters), or those of some such as {example}",
    example="{mar: yes}",
)
_IN_A_LIST = message("write all of them in a list, or some as {example}", example="{MONTH: VALUE}")
_TIMES = message("write its months in a list, or how often in each as {example}", example="{MONTH: COUNT}")


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


def read_amounts(raw: object) -> ByPeriod:
    """Amounts or percentages of months; what the latter are of, and what they come to, the figure says."""
    if isinstance(raw, ByPeriod):
        return raw
    values, keys = _entries(raw, _FLOW, _IN_A_LIST)
    rests = [at for at, value in enumerate(values) if _is_rest(value)]
    if len(rests) > 1:
        place = rests[1] if keys is None else keys[rests[1]]
        raise refuse(values[rests[1]], message("`rest` for one month"), message("write a share"), at=(place,))
    if rests and len(values) > 1 and not any(map(is_percent, values)):
        expected = message("`rest` only among shares, which come to 100%")
        place = rests[0] if keys is None else keys[rests[0]]
        raise refuse(
            values[rests[0]], expected, message("write the amount, or shares everywhere"), at=(place,)
        )
    if not any(map(_is_share, values)):
        return ByPeriod(_each(values, keys, read_number), keys)
    shares = list(_each(values, keys, _read_share))
    for at in rests:
        shares[at] = _WHOLE - sum(shares, Decimal(0))
    return ByPeriod(tuple(shares), keys, "share", rests[0] if rests else None)


def read_counts(raw: object) -> ByPeriod:
    """Whole numbers of months. Errors: shares, and as for every count."""
    if isinstance(raw, ByPeriod):
        return raw
    values, keys = _entries(raw, _COUNTS, _IN_A_LIST)
    return ByPeriod(_each(values, keys, _read_count), keys)


def _read_count(value: object) -> Decimal:
    if _is_share(value):
        raise refuse(
            value, message("a whole number, because counts take no shares"), message("write how many")
        )
    return read_count(value)


def read_event(raw: object) -> ByPeriod:
    """The months of an event, or how often it takes place in each."""
    if isinstance(raw, ByPeriod):
        return raw
    values, keys = _entries(raw, EVENT, _of_event(raw))
    if keys is not None:
        return ByPeriod(_each(values, keys, _read_count), keys)
    return ByPeriod((_WHOLE,) * len(values), tuple(values), in_list=True)


def _of_event(raw: object) -> Message:
    """How to mend what is no list of months: in brackets where it has several, or their names; 4 may be four times."""
    months = each_month_meant(str(raw))
    is_certain = months and not taken_by(read_number)(raw)
    return only(f"[{', '.join(months)}]") if is_certain else _TIMES


def read_event_quarters(raw: object) -> ByPeriod:
    """How often an event takes place in each quarter. Errors: a list of quarters, as for every count."""
    if isinstance(raw, Mapping | ByPeriod):
        return read_counts(raw)
    given = raw if isinstance(raw, list | tuple) else (raw,)
    if given and all(map(_is_named_quarter, given)):
        times = Counter(f"q{quarter_of(quarter)}" for quarter in given)
        raise refuse(raw, _QUARTERS, only(mapping(times)))
    values, _ = _entries(
        raw, _QUARTERS, message("write all four, or some as {example}", example="{QUARTER: VALUE}")
    )
    return read_counts(values)


def _is_named_quarter(value: object) -> bool:
    return isinstance(value, str) and not value.isdecimal() and quarter_of(value) is not None


def read_facts(raw: object) -> ByPeriod:
    """Whether something is so in each month."""
    if isinstance(raw, ByPeriod):
        return raw
    values, keys = _entries(raw, _FACTS, _of_fact(raw))
    return ByPeriod(_each(values, keys, lambda value: Decimal(read_fact(value))), keys, "fact")


def _of_fact(raw: object) -> Message:
    """How to mend what is no list of facts; once alone it is what the year has."""
    if taken_by(read_fact)(raw):
        return message("write yes or no for each month, or state it once under `facts` of the plan")
    return message("write yes or no for each month")


def total_stated(raw: object, read: Callable[[object], ByPeriod]) -> Decimal | None:
    """What the months come to as they are written; None of shares and facts, and of what cannot be read."""
    with suppress(ValueError):
        found = read(raw)
        if found.unit == "amount":
            return found.total
    return None


def _schema(item_type: str, most: int = MONTHS_A_YEAR) -> dict[str, Any]:
    """Of the values; null takes out a month of the extended file."""
    return {
        "anyOf": [
            {"type": "array", "items": {"type": [item_type, "string"]}, "minItems": 1, "maxItems": most},
            {
                "type": "object",
                "additionalProperties": {"type": [item_type, "string", "null"]},
                "minProperties": 1,
            },
        ]
    }


_AS_STATED = PlainSerializer(ByPeriod.written)
AmountMonths = Annotated[ByPeriod, PlainValidator(read_amounts), _AS_STATED, SchemaOf(_schema, "number")]
CountMonths = Annotated[ByPeriod, PlainValidator(read_counts), _AS_STATED, SchemaOf(_schema, "integer")]
EventMonths = Annotated[ByPeriod, PlainValidator(read_event), _AS_STATED, SchemaOf(_schema, "integer")]
EventQuarters = Annotated[
    ByPeriod,
    PlainValidator(read_event_quarters),
    _AS_STATED,
    SchemaOf(_schema, "integer", QUARTERS_A_YEAR),
]
FactMonths = Annotated[ByPeriod, PlainValidator(read_facts), _AS_STATED, SchemaOf(_schema, "boolean")]
