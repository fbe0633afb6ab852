"""Agreed points without a fee that most contracts have."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from ka_terms.model.faults import either, faults_of, only
from ka_terms.model.numbers.number import read_count
from ka_terms.text.messages import Message, message

CONDITIONS = {
    "payment_days": "Days of credit: 60, or 60 after month end. With `private.cost_of_capital` the internal view "
    "puts a cost on them.",
    "sku_guarantee": "How many SKUs the retailer keeps on sale: at least 35 SKUs a store.",
    "return_policy": "What may be sent back, and at whose cost.",
    "delivery": "Where, how often and how fast goods are delivered.",
    "display_position": "The place on the shelf.",
    "delisting": "When a SKU may be taken out, and with what notice.",
    "contract_period": "From when to when the contract runs.",
}
"""Key -> what is agreed under it; a user may add others."""

_AFTER_MONTH_END = re.compile(
    "(?P<en>.+?)(?: days?)? after (?:the )?month[ -]end|月[结結][后後]? ?(?P<zh>.+?) ?天?"
)
_HALF_A_MONTH = 15


class PaymentDays(NamedTuple):
    """Days of credit from the invoice, or from the end of its month."""

    days: Decimal
    after_month_end: bool = False

    @property
    def on_average(self) -> Decimal:
        """Days from the invoice: half a month more where they run from the end of its month."""
        return self.days + _HALF_A_MONTH if self.after_month_end else self.days


def mend_of_days(raw: str) -> Message | str:
    """How to mend days of credit that are no whole number of them."""
    # Leading zeros are no part of a number as it is to be written.
    numbers, of_month = re.findall("0*([0-9]+)", raw), re.search("after .*month|month[ -]end|月", raw)
    if found := re.fullmatch(r" *0*([0-9]+) *(?:days?|d|天|日|%)? *", raw):
        return only(found[1])
    if len(numbers) == 1 and re.fullmatch("[A-Za-z0-9 ]+", raw):
        after = f"{numbers[0]} after month end"
        return only(after) if of_month else either(numbers[0], after)
    if of_month:
        return message("write how many days, such as {example}", example="60 after month end")
    if not numbers:
        return message("write the number of days in digits; other words belong under another key")
    try:
        read_payment_days(raw)
    except ValueError as error:
        return faults_of(error)[0].mend
    return ""


def read_payment_days(raw: object) -> PaymentDays:
    """`60`, or `60 after month end`. Errors: as for a count."""
    found = _AFTER_MONTH_END.fullmatch(raw.strip()) if isinstance(raw, str) else None
    return PaymentDays(read_count(found["en"] or found["zh"] if found else raw), bool(found))
