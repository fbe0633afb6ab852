"""One promotion: what it costs, what it is expected to sell, and what it sold."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field, PlainSerializer, PlainValidator

from ka_terms.model.base import Model, Names, SchemaOf, at_most
from ka_terms.model.contract.formula import Formula
from ka_terms.model.contract.plan.estimate import Estimate, estimate_schema, read_sales
from ka_terms.model.faults import Fault, missing_key, quoted, refuse
from ka_terms.model.numbers.fields import GROWTH_PATTERN, NUMBER_PATTERN, Amount, Count, Rate, number_schema
from ka_terms.model.numbers.growth import GROWTH_EXAMPLE, read_number_or_growth
from ka_terms.model.numbers.number import EXAMPLE, Index, write_growth
from ka_terms.text.messages import message

USUAL_DAYS = Decimal(14)
"""A flyer period at a large chain."""
_ONE = Decimal(1)
_PATTERN = f"{NUMBER_PATTERN}|{GROWTH_PATTERN}"
_EXPECTED = f"{EXAMPLE}, or {GROWTH_EXAMPLE}"


def read_expected(raw: object) -> Decimal | Index | Estimate:
    """Sales of the event, or its units as growth on those without it; or low, likely and high of either.

    Errors: as for sales of a plan; a formula is none.
    """
    value = read_sales(raw)
    if isinstance(value, Formula):
        raise refuse(raw, message("sales of the event, or an uplift such as {example}", example="+60%"))
    return value


def _written(value: Decimal | Index | Estimate) -> Any:
    if isinstance(value, Estimate):
        return value.written()
    return write_growth(value.value) if isinstance(value, Index) else value


Expected = Annotated[
    Decimal | Index | Estimate,
    PlainValidator(read_expected),
    PlainSerializer(_written),
    SchemaOf(estimate_schema, "number", _PATTERN, _EXPECTED),
]
Sold = Annotated[
    Decimal | Index,
    PlainValidator(read_number_or_growth),
    PlainSerializer(_written),
    number_schema("number", _PATTERN, _EXPECTED),
]


class RetailersPart(Model):
    """What is known of the retailer's side."""

    margin: Rate = Field(description="Their front margin, as a share of their sales without VAT.")
    price_cut: Rate | None = Field(
        default=None, description="The cut of the shelf price; without it as much as ours."
    )

    def _faults(self) -> Iterator[Fault]:
        if self.margin >= 1:
            expected = message("a margin below 100%")
            yield Fault(quoted("100%"), expected, message("correct the number"), ("margin",))


class Promotion(Model):
    """One promotion. Shares are of the sales without it where nothing else is said."""

    fee: Amount | None = Field(default=None, description="What the event costs, in all stores.")
    terms: Annotated[Names, at_most(20)] = Field(
        default=(), description="Terms charged for it: what they cost for one event is added to the fee."
    )
    stores: Count | None = Field(
        default=None,
        description="Stores that take part; without it those that the terms are charged for, or all.",
    )
    days: Count = Field(default=USUAL_DAYS, description="How long it lasts; without it 14 days.")
    items_share: Rate | None = Field(
        default=None, description="What the items sell of all that a store sells, without the event."
    )
    baseline: Amount | None = Field(
        default=None, description="What the items sell in as many days without the event, in all its stores."
    )
    price_cut: Rate = Field(
        default=Decimal(0), description="The cut of our price, for all units of the event."
    )
    returns: Rate = Field(
        default=Decimal(0), description="What comes back of the event's sales, of no use to us."
    )
    not_extra: Rate | None = Field(
        default=None, description="The share of the extra units that would have been sold at another time."
    )
    allowed: Rate | None = Field(
        default=None, description="The fee as a share of the event's sales, at most."
    )
    planned: Expected | None = Field(
        default=None,
        description="What the event sells: 180k, or more units than without it: +60%; or low, likely and high.",
    )
    actual: Sold | None = Field(default=None, description="What it sold: 150k, or +45%.")
    actual_fee: Amount | None = Field(default=None, description="What it cost in the end.")
    retailer: RetailersPart | None = Field(default=None, description="The retailer's side of it.")

    def _faults(self) -> Iterator[Fault]:
        if self.fee is None and not self.terms:
            mend = message("add `fee:`, or `terms:` with the terms charged for it")
            yield Fault(missing_key("fee"), message("what the promotion costs"), mend, on_key=True)
        if self.baseline is not None and self.items_share is not None:
            expected = message("either `items_share` or `baseline`")
            yield Fault(
                quoted("items_share"), expected, message("delete one of them"), ("items_share",), on_key=True
            )
        if self.price_cut >= _ONE:
            yield Fault(
                quoted("100%"), message("a cut below 100%"), message("correct the number"), ("price_cut",)
            )
        if not self.days:
            yield Fault(quoted("0"), message("at least one day"), message("correct the number"), ("days",))
