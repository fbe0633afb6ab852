"""Numbers as fields of a model: how each is read and written, and what editors take for one."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from ka_terms.model.base import AS_IT_IS, SchemaOf
from ka_terms.model.numbers.number import (
    COUNT_EXAMPLE,
    EXAMPLE,
    INDEX_EXAMPLE,
    SHARE_EXAMPLE,
    Index,
    read_count,
    read_number,
    read_number_or_index,
    read_rate,
    write_percent,
)
from ka_terms.model.numbers.units import UNIT_PATTERN, WIDE_LETTERS

_DIGIT = "[0-9０-９]"
_GROUPS = rf"([,，]{_DIGIT}{{3}})+"
_FRACTION = rf"([.．]{_DIGIT}+)?[ 　]?"
_PLAIN = rf"([1-9１-９]{_DIGIT}{{0,2}}{_GROUPS}|[1-9１-９]{_DIGIT}*|[0０]){_FRACTION}"
"""Digits in both widths, grouped by three or not at all; said for editors what `_NUMBER` says for us."""
NUMBER_PATTERN = rf"^{_PLAIN}({UNIT_PATTERN}|[{WIDE_LETTERS}])?$"
PERCENT_PATTERN = rf"{_PLAIN}[%％]"
INDEX_PATTERN = rf"^[+＋－-]?{PERCENT_PATTERN}$"
GROWTH_PATTERN = (
    rf"^([+＋－-]{_PLAIN}|([1-9１-９]{_DIGIT}{{0,2}}{_GROUPS}|[1-9１-９]{_DIGIT}{{2,}}){_FRACTION})[%％]$"
)
"""An unsigned one begins at 100%."""


def schema_of(kind: str, pattern: str, expected: str) -> dict[str, Any]:
    """JSON Schema of a number: one of the JSON `kind` from zero on, or a text; editors show what was `expected`."""
    told = f"Expected {expected}."
    return {"type": [kind, "string"], "minimum": 0, "pattern": pattern, "errorMessage": told}


def number_schema(kind: str, pattern: str, expected: str) -> SchemaOf:
    return SchemaOf(schema_of, kind, pattern, expected)


Amount = Annotated[
    Decimal, PlainValidator(read_number), AS_IT_IS, number_schema("number", NUMBER_PATTERN, EXAMPLE)
]
Count = Annotated[
    Decimal, PlainValidator(read_count), AS_IT_IS, number_schema("integer", NUMBER_PATTERN, COUNT_EXAMPLE)
]
Rate = Annotated[
    Decimal,
    PlainValidator(read_rate),
    PlainSerializer(write_percent, return_type=str),
    WithJsonSchema(
        {"type": "string", "pattern": f"^{PERCENT_PATTERN}$", "errorMessage": f"Expected {SHARE_EXAMPLE}."}
    ),
]
AmountOrIndex = Annotated[
    Decimal | Index,
    PlainValidator(read_number_or_index),
    PlainSerializer(lambda value: str(value) if isinstance(value, Index) else value),
    number_schema("number", f"{NUMBER_PATTERN}|{INDEX_PATTERN}", f"{EXAMPLE}, or {INDEX_EXAMPLE}"),
]
