"""The least and the most that a fee may come to: an amount, or a share of a figure or of another term."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import Field, PlainSerializer, PlainValidator

from ka_terms.model.base import Model
from ka_terms.model.faults import Fault, only, quoted, refuse
from ka_terms.model.numbers.fields import NUMBER_PATTERN, PERCENT_PATTERN, number_schema
from ka_terms.model.numbers.notations import taken_by
from ka_terms.model.numbers.number import read_multiple, read_number, with_commas, write_percent
from ka_terms.text.messages import message

_LIMIT = message("an amount, or a percentage of a figure, such as 8% of sales")
_SPACES = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a figure or of a term: `8% of sales`."""

    rate: Decimal
    of: str

    def __str__(self) -> str:
        return f"{write_percent(self.rate)} of {self.of}"


def read_share(text: str) -> Share:
    """A share of a figure from its text, `8% of sales`, `105% of last_year.sales`. Errors: those of a multiple."""
    rate, _, figure = text.partition(" of ")
    return Share(read_multiple(rate.strip()), figure.strip())


def read_limit(raw: object) -> Decimal | Share:
    """A bound on a fee: an amount, or a share such as `8% of sales`."""
    if isinstance(raw, Share):
        return raw
    if not isinstance(raw, str):
        return read_number(raw)
    text = raw.translate(_SPACES).strip()
    if " of " in text:
        return read_share(text)
    if text.endswith(("%", "％")):
        mend = message("write what it is a percentage of, such as {example}", example=f"{text} of sales")
        raise refuse(raw, _LIMIT, mend if taken_by(read_multiple)(text) else "")
    if run_together := re.fullmatch("([^%％]{1,40}[%％]) ?of ?(.{1,100})", text):
        share, figure = run_together.groups()
        raise refuse(raw, _LIMIT, only(f"{share} of {figure}") if taken_by(read_multiple)(share) else "")
    return read_number(raw)


Limit = Annotated[
    Decimal | Share,
    PlainValidator(read_limit),
    PlainSerializer(lambda limit: str(limit) if isinstance(limit, Share) else limit),
    number_schema("number", f"^{PERCENT_PATTERN} of .+$|{NUMBER_PATTERN}", _LIMIT),
]


def _limit(limit: Decimal | Share | None) -> str:
    return with_commas(limit) if isinstance(limit, Decimal) else str(limit)


class Limited(Model):
    """What has a least and a most."""

    at_least: Limit | None = Field(
        default=None, description="The fee is never below this: an amount, or a share such as 8% of sales."
    )
    at_most: Limit | None = Field(
        default=None, description="The fee is never above this: an amount, or a share such as 10% of sales."
    )

    def _faults(self) -> Iterator[Fault]:
        limits = self.comparable_limits
        if limits is not None and limits[0] > limits[1]:
            expected = message("at most {most}, which is `at_most`", most=_limit(self.at_most))
            mend = message("correct `at_least` or `at_most`")
            yield Fault(quoted(self.at_least), expected, mend, ("at_least",))

    @property
    def comparable_limits(self) -> tuple[Decimal, Decimal] | None:
        """The least and the most where both are amounts, or both shares of one figure."""
        least, most = self.at_least, self.at_most
        if isinstance(least, Share) and isinstance(most, Share) and least.of == most.of:
            return least.rate, most.rate
        if isinstance(least, Decimal) and isinstance(most, Decimal):
            return least, most
        return None
