"""What the stores sell that there are more than last year: the block of a plan that follows from its stores."""

from __future__ import annotations

from decimal import Decimal

from ka_terms.calculation.figures import Figures, available
from ka_terms.calculation.readings.reading import N
from ka_terms.model.vocabulary.figures import LAST_YEAR

NEW_STORES = "new_stores"
"""The key of the block, which a plan may state in place of it."""
_HALF, _ONE = Decimal("0.5"), Decimal(1)


def sales_of_more_stores(figure: Figures[N]) -> N:
    """Return what the stores sell that there are more than last year on average, at last year's VPO.

    (Same stores + `new_store_vpo` x new stores - last year's average stores) x last year's sales / last year's average
    stores; same stores are opening - closed / 2, new ones the rest of the average. Errors: `KeyError` where the plan
    does not give all of it.
    """
    reading = figure.reading
    half = reading.constant(_HALF)
    share = available(lambda: figure("new_store_vpo"))
    same = figure("stores.opening") - figure("stores.closed") * half
    opened = figure("stores.average") - same
    stores = same + (opened if share is None else opened * share)
    before = figure(f"{LAST_YEAR}stores.average")
    return reading.divide((stores - before) * figure(f"{LAST_YEAR}sales"), before)
