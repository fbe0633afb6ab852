"""What one promotion sells, costs and leaves, on our side and on the retailer's.

Everything is set against the same days without it. Units are told in money at the usual price: a baseline of 100 with
an uplift of 50% are units of 150, sold at the event's price.

The price cut is lost on all units of the event, those sold anyway among them; so the break-even of a cut alone is
cut / (margin - cut), as in T. Nagle, J. Hogan and J. Zale, The Strategy and Tactics of Pricing. How much of a bump is
no extra demand is what van Heerde, Gupta and Wittink measured (Journal of Marketing Research 40, 2003): here it is a
share that the user states.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ka_terms.calculation.readings.exact import exactly, ratio

_ONE = Decimal(1)
_ZERO = Decimal(0)
DAYS_A_YEAR = Decimal(365)


class Event(NamedTuple):
    """A promotion, its shares as decimal fractions."""

    baseline: Decimal
    """What its items sell in its stores in as many days without it."""
    fee: Decimal
    price_cut: Decimal
    returns: Decimal
    """The share of its sales that comes back and is lost to us."""
    margin: Decimal | None
    """Before fees, at the usual price; None where it is not known or not shown."""
    fee_rate: Decimal | None
    """What fees take of one more unit of sales; None where that is not known."""

    def sales(self, uplift: Decimal) -> Decimal:
        """Return the event's sales: baseline x (1 + uplift) x (1 - price cut)."""
        with exactly():
            return self.baseline * (_ONE + uplift) * (_ONE - self.price_cut)

    def uplift(self, sales: Decimal) -> Decimal | None:
        """Return the uplift at which the event sells so much; None (n/a) without a baseline."""
        with exactly():
            usual = self.baseline * (_ONE - self.price_cut)
            return ratio(sales - usual, usual)

    def gain(self, uplift: Decimal, not_extra: Decimal) -> Decimal | None:
        """Return what the event leaves more than the same days without it; None (n/a) without margin and fee rate.

        sales x (1 - returns) x (1 - fee rate) - baseline x (1 + uplift) x (1 - margin) - fee
        - baseline x (margin - fee rate) x (1 + not extra x uplift)

        What comes back is lost whole. A unit that is not really extra would have been sold at the usual price.
        """
        if self.margin is None or self.fee_rate is None:
            return None
        with exactly():
            of_unit, usual = self._of_unit(self.margin, self.fee_rate), self.margin - self.fee_rate
            units = of_unit * (_ONE + uplift) - usual * (_ONE + not_extra * uplift)
            return self.baseline * units - self.fee

    def break_even(self, not_extra: Decimal) -> Decimal | None:
        """Return the uplift at which the gain is zero; None (n/a) where more units never make up for the event."""
        if self.margin is None or self.fee_rate is None:
            return None
        with exactly():
            of_unit, usual = self._of_unit(self.margin, self.fee_rate), self.margin - self.fee_rate
            slope = self.baseline * (of_unit - not_extra * usual)
            needed = self.fee - self.baseline * (of_unit - usual)
        return ratio(needed, slope) if slope > 0 else None

    def _of_unit(self, margin: Decimal, fee_rate: Decimal) -> Decimal:
        """What one unit of the event leaves, as a share of the usual price."""
        return (_ONE - self.price_cut) * (_ONE - self.returns) * (_ONE - fee_rate) - (_ONE - margin)


class RetailersEvent(NamedTuple):
    """The retailer's side: everything more than in the same days without the event."""

    front: Decimal
    """Front margin: their sales without VAT less purchases."""
    fee: Decimal
    rebates: Decimal
    """What fees that move with sales give them on the extra purchases."""

    @property
    def total(self) -> Decimal:
        with exactly():
            return self.front + self.fee + self.rebates


def retailers_event(event: Event, uplift: Decimal, margin: Decimal, price_cut: Decimal) -> RetailersEvent:
    """Return what the event gives the retailer: their margin is a share of their sales, the cut one of the shelf price.

    Their sales without it = baseline / (1 - margin); with it x (1 + uplift) x (1 - cut). What they buy is what we sell.
    """
    with exactly():
        before = ratio(event.baseline, _ONE - margin) or _ZERO
        purchases = event.sales(uplift)
        front = before * (_ONE + uplift) * (_ONE - price_cut) - purchases - (before - event.baseline)
        rebates = (event.fee_rate or _ZERO) * (purchases - event.baseline)
        return RetailersEvent(front, event.fee, rebates)
