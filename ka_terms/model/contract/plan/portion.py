"""Parts that keep their portion of a whole, once the whole that they made was moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, TypeVar

from pydantic import PlainSerializer, PlainValidator

from ka_terms.model.contract.formula import Formula, Operand, Summand, ended
from ka_terms.model.numbers.fields import NUMBER_PATTERN, number_schema
from ka_terms.model.numbers.number import COUNT_EXAMPLE, EXAMPLE, read_count, read_number
from ka_terms.text.messages import message

Key = TypeVar("Key")
FEWER_PARTS = message("put the smallest of them together")


@dataclass(frozen=True, slots=True)
class Portion:
    """What a part was of its whole: `over / under`. No file states one."""

    over: Decimal
    under: Decimal

    def of(self, whole: str) -> Formula:
        """The formula of the part: whole x over / under. Of a whole that was zero the parts are zero."""
        text = f"{self.over:f}/{self.under:f} of {whole}"
        if (number := ended(self.of_total(Decimal(1)))) is not None:
            return Formula(text, (Summand((Operand(whole, number),)),))
        return Formula(text, (Summand((Operand(whole, self.over, self.under),)),))

    def of_total(self, total: Decimal) -> Fraction:
        """The part of a total: total x over / under."""
        return Fraction(total) * Fraction(self.over) / Fraction(self.under) if self.under else Fraction(0)


def portions(parts: Mapping[Key, Decimal | Portion]) -> dict[Key, Portion]:
    """Parts of a whole as portions of their sum; those that are portions already stay as they are."""
    amounts = {key: part for key, part in parts.items() if isinstance(part, Decimal)}
    total = sum(amounts.values(), Decimal(0))
    kept = {key: part for key, part in parts.items() if isinstance(part, Portion)}
    return {**kept, **{key: Portion(amount, total) for key, amount in amounts.items()}}


def _read_amount(raw: object) -> Decimal | Portion:
    return raw if isinstance(raw, Portion) else read_number(raw)


def _read_count(raw: object) -> Decimal | Portion:
    return raw if isinstance(raw, Portion) else read_count(raw)


_AS_STATED = PlainSerializer(lambda value: value)
PartAmount = Annotated[
    Decimal | Portion,
    PlainValidator(_read_amount),
    _AS_STATED,
    number_schema("number", NUMBER_PATTERN, EXAMPLE),
]
PartCount = Annotated[
    Decimal | Portion,
    PlainValidator(_read_count),
    _AS_STATED,
    number_schema("integer", NUMBER_PATTERN, COUNT_EXAMPLE),
]
