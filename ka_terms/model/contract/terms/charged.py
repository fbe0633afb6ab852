"""What a fee is counted by: the figures it is multiplied by, what of them is free, and in which full lots."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from pydantic import Field, PlainValidator

from ka_terms.model.base import AS_IT_IS, Model, Names, at_most
from ka_terms.model.faults import Fault, quoted, refuse
from ka_terms.model.numbers.fields import NUMBER_PATTERN, number_schema
from ka_terms.model.numbers.notations import folded_number, taken_by
from ka_terms.model.numbers.number import EXAMPLE, plainly, read_number, read_rate
from ka_terms.text.messages import message


def read_allowance(raw: object) -> Decimal:
    """A number that a figure is charged by. Errors: a percentage, since shares are charged as their fractions."""
    text = folded_number(str(raw))
    if text.endswith("%") and taken_by(read_rate)(text):
        values = {"share": text, "number": plainly(read_rate(text))}
        mend = message("write a number; of a figure in percent, {share} is {number}", **values)
        raise refuse(raw, EXAMPLE, mend)
    return read_number(raw)


def read_lot(raw: object) -> Decimal:
    """How many of a figure make one lot: a number above zero."""
    lot = read_allowance(raw)
    if not lot:
        raise refuse(
            raw, message("a number above zero"), message("write the size of a full lot, such as 100")
        )
    return lot


Allowance = Annotated[
    Decimal, PlainValidator(read_allowance), AS_IT_IS, number_schema("number", NUMBER_PATTERN, EXAMPLE)
]
Lot = Annotated[Decimal, PlainValidator(read_lot), AS_IT_IS, number_schema("number", NUMBER_PATTERN, EXAMPLE)]


class Charged(Model):
    """What every shape of term may be counted by."""

    per: Annotated[Names, at_most(6)] = Field(
        default=(),
        description="Figures the fee is multiplied by: [skus.new, stores.closing] is per SKU and store.",
    )
    free: dict[str, Allowance] = Field(
        default={},
        description="Free allowance of a figure in `per`: {skus.total: 35} charges from the 36th on.",
    )
    for_every: dict[str, Lot] = Field(
        default={},
        description="Size of the full lots in which a figure of `per` is charged: {volume: 100} is for every full 100.",
    )

    def _faults(self) -> Iterator[Fault]:
        for key in ("free", "for_every"):
            yield from (_uncharged(key, path) for path in getattr(self, key) if path not in self.per)


def _uncharged(key: str, path: str) -> Fault:
    expected = message("a figure that `per` of this term names")
    return Fault(quoted(path), expected, message("add {figure} to `per`", figure=path), (key, path), True)
