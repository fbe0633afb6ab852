"""What the business will do in a year: sales, stores, SKUs, events and whatever else a fee is counted by."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Self

from pydantic import Field, model_validator

from ka_terms.model.base import Key, Model
from ka_terms.model.faults import Fault, quoted, refusal
from ka_terms.model.figures import RESERVED
from ka_terms.model.numbers import Amount, AmountOrIndex, Count, Index, Rate

_NONE = Decimal(0)


class Stores(Model):
    """Stores of the account over the year; the closing and the average number follow from these."""

    opening: Count = Field(description="Stores at the start of the year.")
    new: Count = Field(default=_NONE, description="Stores opened in the year; 0 unless said.")
    closed: Count = Field(default=_NONE, description="Stores closed in the year; 0 unless said.")

    @model_validator(mode="after")
    def _some_left(self) -> Self:
        if self.closed > self.opening + self.new:
            most = self.opening + self.new
            mend = f"opening and new stores are {most} together"
            raise refusal(
                Fault(quoted(self.closed), "no more closed stores than there are", mend, ("closed",))
            )
        return self


class Skus(Model):
    """Articles (stock-keeping units) the account lists."""

    existing: Count = Field(default=_NONE, description="SKUs listed at the start of the year.")
    new: Count = Field(default=_NONE, description="SKUs newly listed in the year.")


class Plan(Model):
    """One year's business with one account. A figure of it is addressed by its path, such as `stores.new`."""

    last_year: Plan | None = Field(
        default=None,
        description="Last year's figures: the relative path of another scenario, or its plan in place.",
    )
    sales: AmountOrIndex = Field(
        description="Sales of the year, or their growth on last year's: +150% is 2.5 times, 130% is 1.3 times."
    )
    volume: Amount | None = Field(default=None, description="Volume of the year, in units or cases.")
    returns: Amount | None = Field(
        default=None, description="Goods sent back; net_sales is sales less returns."
    )
    vat: Rate | None = Field(default=None, description="VAT rate; sales_incl_tax is sales with it added.")
    target: Amount | None = Field(
        default=None, description="Agreed sales target, which `achievement` is measured by."
    )
    stores: Stores | None = Field(default=None, description="Stores of the account; VPO is n/a without them.")
    skus: Skus | None = Field(default=None, description="SKUs listed.")
    events: dict[Key, Count] = Field(default={}, description="Times a year, by name: {dm: 4} is events.dm.")
    figures: dict[Key, Amount] = Field(
        default={},
        description="Any other number a fee is counted by, under a name of your own: {promoters: 12}.",
    )

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        faults = [
            Fault(
                quoted(name),
                "a name that is not a figure already",
                "choose another name",
                ("figures", name),
                on_key=True,
            )
            for name in self.figures
            if name in RESERVED or name.startswith(("events.", "last_year."))
        ]
        if isinstance(self.sales, Index) and self.last_year is None:
            mend = "add `last_year:` to the plan, or write sales as an amount"
            faults.append(
                Fault(f"growth on last year ({self.sales})", "last year's sales beside it", mend, ("sales",))
            )
        if isinstance(self.sales, Decimal) and self.returns is not None and self.returns > self.sales:
            faults.append(Fault(quoted(self.returns), "no more returns than sales", "", ("returns",)))
        if faults:
            raise refusal(*faults)
        return self

    def keys_given(self) -> dict[str, Any]:
        """The plan as a mapping of its keys, last year's included, for whoever asks what figures it offers."""
        return {**vars(self), "last_year": self.last_year.keys_given() if self.last_year else None}
