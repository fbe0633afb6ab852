"""What never leaves the house: the numbers of finance, and how far we would go."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import Field, PlainSerializer, PlainValidator, WithJsonSchema

from ka_terms.model.base import AS_IT_IS, RedactingModel
from ka_terms.model.contract.terms.limits import Share
from ka_terms.model.faults import Path, refuse
from ka_terms.model.names import Name
from ka_terms.model.numbers.fields import (
    NUMBER_PATTERN,
    PERCENT_PATTERN,
    Amount,
    Rate,
    number_schema,
    schema_of,
)
from ka_terms.model.numbers.notations import folded_number
from ka_terms.model.numbers.number import EXAMPLE, read_number, read_rate, write_percent
from ka_terms.text.messages import message

SALES = "sales"
COSTS = ("logistics", "people", "payment_cost")
"""What comes off the margin beside the fees, where the file gives it; the last is worked out."""
_COST = message("an amount a year, or a percentage of sales such as 3%")
_OF_SALES = f" of {SALES}"


class PrivateModel(RedactingModel):
    """Shows its name but none of its values."""

    _path: ClassVar[Path] = ("private",)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(...)"

    __str__ = __repr__

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """Nothing for those who print by parts."""
        return iter(())


def read_cost(raw: object) -> Decimal | Share:
    """A cost of the year: an amount, or a share of sales such as `3%` or `3% of sales`."""
    if isinstance(raw, Share):
        if raw.of != SALES:
            raise refuse(raw, _COST, message("write {text}", text=write_percent(raw.rate)))
        return raw
    if isinstance(raw, str) and "%" in folded_number(raw):
        return Share(read_rate(raw.removesuffix(_OF_SALES).strip()), SALES)
    return read_number(raw)


Cost = Annotated[
    Decimal | Share,
    PlainValidator(read_cost),
    PlainSerializer(lambda cost: write_percent(cost.rate) if isinstance(cost, Share) else cost),
    number_schema("number", f"^{PERCENT_PATTERN}( of sales)?$|{NUMBER_PATTERN}", _COST),
]


Worth = Annotated[
    Decimal,
    PlainValidator(read_number),
    AS_IT_IS,
    WithJsonSchema(
        {
            "description": "What the point is worth to us a year.",
            **schema_of("number", NUMBER_PATTERN, EXAMPLE),
        }
    ),
]


class Limits(PrivateModel):
    """An outcome by what it comes to: fees at most, what is left after them at least."""

    fee_ratio: Rate | None = Field(default=None, description="Total fees as a share of sales, at most.")
    total_fees: Amount | None = Field(default=None, description="Total fees, at most.")
    net_net_sales: Amount | None = Field(default=None, description="Sales less all fees, at least.")
    contribution: Amount | None = Field(default=None, description="Margin on sales less all fees, at least.")


class NoDeal(PrivateModel):
    """What is known of a break: the months until orders stop, and until they are back once there is a contract."""

    notice: Amount | None = Field(
        default=None, description="Months in which orders go on after notice is given."
    )
    ramp_back: Amount | None = Field(
        default=None, description="Months until orders are back to the plan, rising evenly from none."
    )


class Private(PrivateModel):
    """What never leaves the house: shown only in the internal view, and in no message."""

    margin: Rate | None = Field(default=None, description="Our gross margin on sales, before fees.")
    logistics: Cost | None = Field(
        default=None, description="Cost of delivery: an amount a year, or a share of sales."
    )
    people: Cost | None = Field(
        default=None,
        description="Cost of the people who serve the account: an amount a year, or a share of sales.",
    )
    cost_of_capital: Rate | None = Field(
        default=None,
        description="Cost of capital a year: payment days cost invoices x days / 365 x this rate.",
    )
    target: Limits | None = Field(default=None, description="The outcome we want to reach.")
    ideal: Limits | None = Field(default=None, description="The best outcome we can hope for.")
    walk_away: Limits | None = Field(default=None, description="The worst outcome we would still sign.")
    gets: dict[Name, Worth] = Field(
        default_factory=dict,
        description="What agreed points without a fee are worth to us a year, by their keys.",
    )
    no_deal: NoDeal | None = Field(default=None, description="What is known of a break with the account.")
