"""What a target needs: VPO on the planned stores, stores at today's VPO, and what closes the gap."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from typing import Literal, NamedTuple

from ka_terms.analysis.asked_sales import amount_asked
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.figures import Figures, available
from ka_terms.calculation.more_stores import NEW_STORES, sales_of_more_stores
from ka_terms.calculation.readings.exact import Exact, exactly, ratio
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.faults import refuse
from ka_terms.model.numbers.growth import read_number_or_growth
from ka_terms.model.numbers.number import Index
from ka_terms.model.vocabulary.figures import BLOCKS
from ka_terms.text.messages import message

_HALF, _ONE, _TWO = Decimal("0.5"), Decimal(1), Decimal(2)


class Block(NamedTuple):
    """What adds to last year's sales, by its key."""

    key: str
    amount: Decimal
    is_computed: bool = False
    """Whether it follows from the stores of the plan."""


class Needs(NamedTuple):
    """What a target needs. None is n/a."""

    target: Decimal
    source: Literal["asked", "target", "plan"]
    """Where it comes from: asked for, the target of the plan, or its sales."""
    growth: Decimal | None
    """Target / last year's sales."""
    vpo: Decimal | None
    """Target / average stores as planned."""
    vpo_growth: Decimal | None
    """That VPO / last year's."""
    stores_growth: Decimal | None
    """Average stores as planned / last year's."""
    stores: Decimal | None
    """Average stores with which last year's VPO reaches the target: target / last year's VPO."""
    openings: Decimal | None
    """Whole stores to open for that, beside the opening and closing stores of the plan; 0 where none is needed."""
    before: Decimal
    """Last year's sales: what is sold without action."""
    gap: Decimal
    """Target - last year's sales."""
    blocks: tuple[Block, ...]
    open: Decimal
    """Gap - all blocks; below zero the plan has more than the target needs."""

    def share_of_gap(self, amount: Decimal) -> Decimal | None:
        """Return an amount as a share of the gap; None where there is none to close."""
        return ratio(amount, self.gap) if self.gap > 0 else None

    @property
    def closed(self) -> Decimal:
        """What all blocks come to."""
        with exactly():
            return self.gap - self.open


def read_target(text: str, plan: Plan) -> Decimal:
    """Read a target: an amount, or growth on last year's sales. Errors: `ValueError`, also where these are zero."""
    value = read_number_or_growth(text)
    last = exact_figures(plan.last_year, "sales")[0] if plan.last_year else None
    asked = amount_asked(value, last or None)
    if isinstance(value, Index) and asked is None:
        expected = message("an amount of sales, because the plan does not give last year's")
        raise refuse(text, expected, message("write an amount, such as 8M"))
    assert asked is not None
    return asked


def needs(plan: Plan, asked: Decimal | None = None) -> Needs | None:
    """Return what a target needs: that asked for, else the plan's `target`, else its sales; None without a last year.

    - the block of new stores, unless the plan states one: see `sales_of_more_stores`
    - openings: 2 x (stores - opening + closed / 2) / `new_store_vpo`, rounded up
    """
    if plan.last_year is None:
        return None
    sales, stated, average = exact_figures(plan, "sales", "target", "stores.average")
    before, average_before = exact_figures(plan.last_year, "sales", "stores.average")
    assert sales is not None  # every plan has sales
    assert before is not None
    target = next(one for one in (asked, stated, sales) if one is not None)
    with exactly():
        vpo = ratio(target, average)
        vpo_growth, stores = None, None
        if average_before is not None:
            stores = ratio(target * average_before, before)
            # One division, so that nothing is rounded in between.
            vpo_growth = None if average is None else ratio(target * average_before, before * average)
        blocks = tuple(_blocks(plan))
        gap = target - before
        return Needs(
            target,
            "asked" if asked is not None else "target" if stated is not None else "plan",
            ratio(target, before),
            vpo,
            vpo_growth,
            ratio(average, average_before),
            stores,
            _openings(plan, stores),
            before,
            gap,
            blocks,
            gap - sum((block.amount for block in blocks), Decimal(0)),
        )


def _blocks(plan: Plan) -> Iterator[Block]:
    """Yield the blocks of a plan, that of its stores first where nobody states it."""
    if NEW_STORES not in plan.blocks and (amount := _of_stores(plan)) is not None:
        yield Block(NEW_STORES, amount, is_computed=True)
    amounts = exact_figures(plan, *(f"{BLOCKS}{key}" for key in plan.blocks))
    yield from (
        Block(key, amount) for key, amount in zip(plan.blocks, amounts, strict=True) if amount is not None
    )


def _of_stores(plan: Plan) -> Decimal | None:
    if plan.last_year is None or not exact_figures(plan.last_year, "stores.average")[0]:
        return None
    with exactly():
        found = available(lambda: sales_of_more_stores(Figures(plan, Exact(), frozenset())))
    return ratio(found, _ONE)  # to 28 digits


def _openings(plan: Plan, stores: Decimal | None) -> Decimal | None:
    """Return how many stores to open so that there are so many on average."""
    opening, closed, share = exact_figures(plan, "stores.opening", "stores.closed", "new_store_vpo")
    if stores is None or opening is None or closed is None:
        return None
    with exactly():
        missing = ratio(_TWO * (stores - opening + closed * _HALF), _ONE if share is None else share)
        if missing is None:
            return None
        return max(missing, Decimal(0)).to_integral_value(ROUND_CEILING)
