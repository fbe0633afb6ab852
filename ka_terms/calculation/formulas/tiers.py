"""Tiers: what is paid depends on how far a measure has come.

whole (全额累进): the highest tier reached applies to the whole base; of lump sums, its own is paid.
marginal (超额累进): each band pays its own rate on the part of the base that falls in it; lump sums of all tiers
reached add up.

A measure is a figure, or one figure as a multiple of another (growth, achievement). Bounds of the latter are
multiplied out, `sales >= 110% x last year's sales`, so that a bound met exactly is met exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, NamedTuple

from ka_terms.calculation.formulas.base import ZERO, base
from ka_terms.calculation.readings.reading import Arguments, N
from ka_terms.model.contract.terms import TieredTerm
from ka_terms.model.vocabulary.figures import MEASURES


class Step(NamedTuple, Generic[N]):
    """One tier on the plan: its bound in units of the quantity measured, and whether the plan reaches it."""

    position: int
    bound: N
    reached: Any


def quantity(term: TieredTerm) -> str:
    """The figure that the bounds are compared with once they are multiplied out."""
    return MEASURES[term.measure][0] if term.measure in MEASURES else term.measure


def steps(term: TieredTerm, arguments: Arguments[N]) -> list[Step[N]]:
    """Every tier in order: `from` is reached at its bound, `over` only above it."""
    measured = arguments.figure(quantity(term))
    found = []
    for position, tier in enumerate(term.tiers, start=1):
        bound = arguments.own(f"tiers.{position}.{'from' if tier.inclusive else 'over'}")
        if term.measure in MEASURES:
            bound = bound * arguments.figure(MEASURES[term.measure][1])
        found.append(Step(position, bound, measured >= bound if tier.inclusive else measured > bound))
    return found


def cost(term: TieredTerm, arguments: Arguments[N]) -> N:
    """What the tiers pay on the plan, by the term's mode."""
    ladder = steps(term, arguments)
    return _whole(term, ladder, arguments) if term.mode == "whole" else _marginal(term, ladder, arguments)


def _whole(term: TieredTerm, ladder: Sequence[Step[N]], arguments: Arguments[N]) -> N:
    """The payment of the last tier reached; zero below the first."""
    paid = arguments.reading.constant(ZERO)
    for step in ladder:
        if term.tiers[step.position - 1].rate is None:
            payment = arguments.own(f"tiers.{step.position}.amount")
        else:
            payment = arguments.own(f"tiers.{step.position}.rate") * base(term, arguments)
        paid = arguments.reading.where(step.reached, payment, paid)
    return paid


def _marginal(term: TieredTerm, ladder: Sequence[Step[N]], arguments: Arguments[N]) -> N:
    """Sum of rate x band over the bands, on the base; plus the lump sums of the tiers reached."""
    lump_sums = on_bands = arguments.reading.constant(ZERO)
    for step, following in zip(ladder, [*ladder[1:], None], strict=True):
        if term.tiers[step.position - 1].rate is None:
            amount = arguments.own(f"tiers.{step.position}.amount")
            lump_sums = lump_sums + arguments.reading.where(
                step.reached, amount, arguments.reading.constant(ZERO)
            )
        else:
            band = _band(term, step, following, arguments)
            on_bands = on_bands + arguments.own(f"tiers.{step.position}.rate") * band
    return _on_base(term, on_bands, arguments) + lump_sums


def _band(term: TieredTerm, step: Step[N], following: Step[N] | None, arguments: Arguments[N]) -> N:
    """max(min(measured, next bound) - bound, 0); of an increment only what lies above last year's sales."""
    reading, top, bottom = arguments.reading, arguments.figure(quantity(term)), step.bound
    if following:
        top = reading.minimum(top, following.bound)
    if _is_increment_of_measure(term):
        bottom = reading.maximum(bottom, arguments.figure("last_year.sales"))
    return reading.maximum(top - bottom, reading.constant(ZERO))


def _on_base(term: TieredTerm, on_bands: N, arguments: Arguments[N]) -> N:
    """Bands lie on the quantity measured; a base that is another figure falls into them in proportion."""
    if not term.less and (term.of == quantity(term) or _is_increment_of_measure(term)):
        return on_bands
    whole = arguments.figure("increment" if _is_increment_of_measure(term) else quantity(term))
    return arguments.reading.divide(on_bands * base(term, arguments), whole)


def _is_increment_of_measure(term: TieredTerm) -> bool:
    return term.of == "increment" and quantity(term) == "sales"
