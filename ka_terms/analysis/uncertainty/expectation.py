"""Computing: expected values and probabilities where one figure is uncertain, without drawing.

Over few values, as of openings, by the exact sum over them; else by integrals of the course of each metric times the
density. A course leaves out the rounding of lines to the minor unit, so that an integral is within half a minor unit a
term of what drawing comes near to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from itertools import pairwise
from math import fsum
from typing import Any, NamedTuple

from ka_terms.analysis.piecewise.piecewise import course, quotient
from ka_terms.analysis.uncertainty.distributions import Uncertain
from ka_terms.analysis.uncertainty.outcomes import Event, OutcomeColumn, OutcomeQuery, answers
from ka_terms.analysis.uncertainty.quadrature import Integral, Weighted, total, weighted
from ka_terms.calculation.costs import Costed
from ka_terms.calculation.readings.curves import ONE, Curve, Curves, polynomial
from ka_terms.model.vocabulary.metrics import Metric

MOST_VALUES = 1_000
"""Values of an estimate up to which they are summed one by one."""


class Computed(NamedTuple):
    """Expected values and probabilities, each with its error; None where one is n/a or its integral infinite."""

    summed: bool | None
    """Whether the values were summed one by one rather than integrated; None where nothing was computed."""
    means: Mapping[Metric, Integral | None]
    probabilities: Mapping[Event, Integral | None]


def computed(asked: OutcomeQuery, one: Uncertain) -> Computed:
    """What the only uncertain figure of a plan leads one to expect. Errors: `Uncomputable` beyond 10^18."""
    few = one.last - one.first < MOST_VALUES
    return _summed(asked, one) if few else _integrated(asked, one)


# ---------------------------------------------------------------- few values


def _summed(asked: OutcomeQuery, one: Uncertain) -> Computed:
    """Sum of P(k) x value at k, where P(k) = F(k + 1/2) - F(k - 1/2), cut off at low and high, as k is drawn."""
    values = range(one.first, one.last + 1)
    found = answers(asked, [one], [values])
    chances = _chances(one)
    return Computed(
        True,
        {metric: _mean(column, chances) for metric, column in found.metrics.items()},
        {event: _mean(column, chances) for event, column in found.events.items()},
    )


def _chances(one: Uncertain) -> list[Integral]:
    span = one.last - one.first
    ends = [0.0, *((place + 0.5) / span for place in range(span)), 1.0]
    return [_mass(weighted(one.distribution, low, high)) for low, high in pairwise(ends)]


def _mass(parts: Iterable[Weighted]) -> Integral:
    return total(part.mass() for part in parts)


def _mean(column: OutcomeColumn | None, chances: Sequence[Integral]) -> Integral | None:
    if column is None:
        return None
    if len(column.values) == 1:
        return Integral(column.values[0], 0.0)
    pairs = list(zip(column.values, chances, strict=True))
    return Integral(
        fsum(value * chance.value for value, chance in pairs),
        fsum(abs(value) * chance.error for value, chance in pairs),
    )


# ---------------------------------------------------------------- any value from low to high


class _Part(NamedTuple):
    """A stretch of the unit interval, and what the contract comes to on it."""

    weighted: Sequence[Weighted]
    mass: Integral
    costed: Costed[Curve]
    events: Mapping[Event, Any]


def _integrated(asked: OutcomeQuery, one: Uncertain) -> Computed:
    parts = _parts(asked, one)
    return Computed(
        False,
        {metric: _settled(parts, metric) for metric in asked.metrics},
        {event: _probability(parts, event) for event in parts[0].events},
    )


def _parts(asked: OutcomeQuery, one: Uncertain) -> list[_Part]:
    """The stretches between all bounds, low as 0 and high as 1."""
    noted: list[tuple[Costed[Curve], Mapping[Event, Any]]] = []

    def note(found: Costed[Curve]) -> Curve:
        """Keeps what was read under its number, which as a curve of its own is joined with no other."""
        # All of it is looked at now, since a course ends its stretches by what was looked at.
        found = found._replace(amounts=dict(found.amounts))
        for metric in asked.metrics:
            with suppress(KeyError):
                found.metric(metric)
        noted.append((found, asked.events(found, _reading(found))))
        return Curve(polynomial([Fraction(len(noted))]), ONE)

    low, high = Fraction(one.drawn.low), Fraction(one.drawn.high)
    stretches = course(
        asked.scenario, {one.leaf: polynomial([low, high - low])}, note, Fraction(0), Fraction(1)
    )
    parts = []
    for start, end, number in stretches:
        assert number is not None  # `note` always gives one
        pieces = weighted(one.distribution, float(start), float(end))
        parts.append(_Part(pieces, _mass(pieces), *noted[int(number.over[0]) - 1]))
    return parts


def _reading(found: Costed[Curve]) -> Curves:
    reading = found.figure("sales").reading
    assert reading is not None  # every figure of a plan comes from one
    return reading


def _settled(parts: Sequence[_Part], metric: Metric) -> Integral | None:
    """The integral of a metric over all parts; None where it is n/a on one of them, or infinite."""
    try:
        found = total(_integral(part, quotient(*part.costed.metric(metric))) for part in parts)
    except (KeyError, ZeroDivisionError):
        return None
    return found if found.is_settled else None


def _integral(part: _Part, curve: Curve) -> Integral:
    if len(curve.over) < 2 and curve.under == ONE:
        value = float(curve.over[0]) if curve.over else 0.0
        return Integral(value * part.mass.value, abs(value) * part.mass.error)
    return total(piece.integral(curve) for piece in part.weighted)


def _probability(parts: Sequence[_Part], event: Event) -> Integral | None:
    holds = [part.events[event] for part in parts]
    if None in holds:
        return None
    return total(part.mass for part, taking_place in zip(parts, holds, strict=True) if taking_place)
