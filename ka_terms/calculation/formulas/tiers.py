"""Tiers: what is paid depends on how far a measure has come.

whole (全额累进): the highest tier reached applies to the whole base; of lump sums, its own is paid.
marginal (超额累进): each band pays its own rate on the part of the base that falls in it; lump sums of all tiers
reached add up. With `per` an amount is for one unit: of the whole figure, or of the measure within the band.

A measure is a figure, or one figure as a multiple of another (growth, achievement). Bounds of the latter are
multiplied out, `sales >= 110% x last year's sales`, so that a bound met exactly is met exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Generic, NamedTuple

from ka_terms.calculation.formulas.base import ZERO, base, not_below_zero
from ka_terms.calculation.formulas.charged import times_charged
from ka_terms.calculation.readings.reading import Arguments, N
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.vocabulary.figures import LAST_YEAR, is_growth, measure_of, quantity_of


class TierReached(NamedTuple, Generic[N]):
    """One tier on the plan: its bound in units of the quantity measured, and whether the plan reaches it."""

    position: int
    """Counted from 1."""
    bound: N
    reached: Any
    measured: N
    """The quantity measured; below every bound where there is nothing to compare it with."""


_NOTHING = Decimal(-1)
"""What is measured where there is nothing to compare with: below every bound."""


def quantity(term: TieredTerm) -> str:
    """The figure that the bounds are compared with once they are multiplied out."""
    return quantity_of(term.measure)


def tiers_reached(term: TieredTerm, arguments: Arguments[N]) -> list[TierReached[N]]:
    """Every tier in order: `from` is reached at its bound, `over` only above it."""
    measured, reading = arguments.figure(quantity(term)), arguments.reading
    measure = measure_of(term.measure)
    if measure:
        # At a point without sales last year, or without a target, no tier is reached.
        some = arguments.figure(measure.of) > reading.constant(ZERO)
        measured = reading.where(some, measured, reading.constant(_NOTHING))
    tiers = []
    for position, tier in enumerate(term.tiers, start=1):
        bound = arguments.stated_parameter(tier.bound_key, position, term.measure)
        if measure:
            bound = bound * arguments.figure(measure.of)
            bound = reading.named("bound", bound, position, quantity(term))
        reached = reading.reaches(measured, bound, tier.inclusive)
        reached = reading.named("reached", reached, position, quantity(term), reached)
        tiers.append(TierReached(position, bound, reached, measured))
    return tiers


def cost(term: TieredTerm, arguments: Arguments[N]) -> N:
    """What the tiers pay on the plan, by the term's mode."""
    tiers = tiers_reached(term, arguments)
    return _whole(term, tiers, arguments) if term.mode == "whole" else _marginal(term, tiers, arguments)


def _whole(term: TieredTerm, tiers: Sequence[TierReached[N]], arguments: Arguments[N]) -> N:
    """The payment of the last tier reached; zero below the first."""
    reading = arguments.reading
    paid = reading.named("no_tier", reading.constant(ZERO))
    for tier in tiers:
        if _pays_rate(term, tier):
            payment = arguments.stated_parameter("rate", tier.position) * base(term, arguments)
        else:
            payment = times_charged(term, arguments.stated_parameter("amount", tier.position), arguments)
        paid = reading.where(tier.reached, _payment(tier, payment, arguments), paid)
    return paid


def _marginal(term: TieredTerm, tiers: Sequence[TierReached[N]], arguments: Arguments[N]) -> N:
    """Sum of rate x band over the bands, on the base; plus the lump sums of the tiers reached."""
    if term.by_band:
        return _by_band(term, tiers, arguments)
    reading = arguments.reading
    lump_sums = on_bands = zero = reading.constant(ZERO)
    for tier, following in zip(tiers, [*tiers[1:], None], strict=True):
        if _pays_rate(term, tier):
            band = _band(term, tier, following, arguments)
            on_bands = on_bands + _payment(
                tier, arguments.stated_parameter("rate", tier.position) * band, arguments
            )
        else:
            lump_sum = _payment(tier, arguments.stated_parameter("amount", tier.position), arguments)
            lump_sums = lump_sums + reading.where(tier.reached, lump_sum, zero)
    return reading.named("sum", _on_base(term, on_bands, arguments) + lump_sums)


def _by_band(term: TieredTerm, tiers: Sequence[TierReached[N]], arguments: Arguments[N]) -> N:
    """Sum of amount x units in the band, times the other figures of `per`; the first units of all are those free."""
    reading = arguments.reading
    paid = reading.constant(ZERO)
    for tier, following in zip(tiers, [*tiers[1:], None], strict=True):
        amount = arguments.stated_parameter("amount", tier.position)
        payment = amount * _band(term, tier, following, arguments)
        paid = paid + _payment(tier, payment, arguments)
    return reading.named("sum", times_charged(term, paid, arguments, quantity(term)))


def _pays_rate(term: TieredTerm, tier: TierReached[N]) -> bool:
    return term.tiers[tier.position - 1].rate is not None


def _payment(tier: TierReached[N], payment: N, arguments: Arguments[N]) -> N:
    return arguments.reading.named("pays", payment, tier.position, reached=tier.reached)


def _band(
    term: TieredTerm, tier: TierReached[N], following: TierReached[N] | None, arguments: Arguments[N]
) -> N:
    """max(min(measured, next bound) - bound, 0); of an increment only what lies above last year's figure."""
    reading, top, bottom = arguments.reading, tier.measured, tier.bound
    if following:
        top = reading.minimum(top, following.bound)
    if _counts_from_last_year(term):
        bottom = reading.maximum(bottom, arguments.figure(LAST_YEAR + quantity(term)))
    if quantity(term) in term.free and term.by_band:
        bottom = reading.maximum(bottom, arguments.stated_parameter("free", 0, quantity(term)))
    return reading.named("band", not_below_zero(top - bottom, arguments), tier.position, quantity(term))


def _on_base(term: TieredTerm, on_bands: N, arguments: Arguments[N]) -> N:
    """Bands lie on the quantity measured; a base that is another figure falls into them in proportion."""
    has_bands = any(tier.rate is not None for tier in term.tiers)
    is_measured = term.of == quantity(term) or (_counts_from_last_year(term) and quantity(term) == "sales")
    if not has_bands or (is_measured and not term.less):
        return on_bands
    reading = arguments.reading
    whole = arguments.figure(quantity(term))
    if _counts_from_last_year(term):
        whole = not_below_zero(whole - arguments.figure(LAST_YEAR + quantity(term)), arguments)
    share = reading.named("sum", on_bands) * base(term, arguments)
    return reading.named("proportional", reading.divide(share, whole))


def _counts_from_last_year(term: TieredTerm) -> bool:
    """Whether a rate on the increment of sales is measured by sales, or by the growth of any figure."""
    return term.of == "increment" and (quantity(term) == "sales" or is_growth(term.measure))
