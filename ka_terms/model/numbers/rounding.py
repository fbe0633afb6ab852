"""What a contract rounds its fees to."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from ka_terms.model.faults import refuse
from ka_terms.model.numbers.number import read_number
from ka_terms.text.messages import enumerated, message

ROUNDINGS = tuple(Decimal(10) ** power for power in range(-4, 4))
"""What amounts may be rounded to, from a hundredth of a cent to a thousand."""


def read_rounding(raw: object) -> Decimal:
    """A power of ten from 0.0001 to 1000. Errors: any other number."""
    with suppress(ValueError):
        number = read_number(raw)
        if number in ROUNDINGS:
            return number
    expected = message("one of {names}", names=enumerated(f"{unit:f}" for unit in ROUNDINGS))
    raise refuse(raw, expected, message("choose one of them"))


Rounding = Annotated[
    Decimal,
    PlainValidator(read_rounding),
    WithJsonSchema({"type": ["number", "string"], "enum": [float(unit) for unit in ROUNDINGS]}),
]
