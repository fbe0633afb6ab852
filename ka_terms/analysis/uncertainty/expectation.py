"""Calculation of expected values and probabilities where one figure is uncertain, without simulation.

An estimate of few values, such as store openings, gives an exact sum over all values. Any other estimate gives the
integral of each metric, piece by piece, times the density. A piecewise metric leaves out the rounding of lines, so
that an integral differs from the mean of a simulation by at most half a minor unit per term.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from itertools import pairwise
from math import fsum
from typing import Any, NamedTuple

from ka_terms.analysis.piecewise.changing_contract import ChangingContract, metric_reader
from ka_terms.analysis.uncertainty.distributions import UncertainFigure
from ka_terms.analysis.uncertainty.outcomes import Event, OutcomeColumn, OutcomeQuery, outcomes
from ka_terms.analysis.uncertainty.quadrature import Integral, WeightedNodes, total, weighted_nodes
from ka_terms.calculation.metrics import Costed
from ka_terms.calculation.readings.curves import ONE, Curve, polynomial
from ka_terms.model.vocabulary.metrics import Metric

MOST_VALUES = 1_000
"""An estimate of more values is integrated, not summed."""


class Expectation(NamedTuple):
    """Expected values and probabilities, each with its error; None where one is n/a or its integral infinite."""

    summed: bool | None
    """Whether all values were summed, rather than integrated; None where nothing was calculated."""
    means: Mapping[Metric, Integral | None]
    probabilities: Mapping[Event, Integral | None]


def expectation(query: OutcomeQuery, figure: UncertainFigure) -> Expectation:
    """Return what to expect while one figure is uncertain. Errors: `Uncomputable` for an amount beyond 10^18."""
    has_few_values = figure.last - figure.first < MOST_VALUES
    return _summed(query, figure) if has_few_values else _integrated(query, figure)


# ---------------------------------------------------------------- few values


def _summed(query: OutcomeQuery, figure: UncertainFigure) -> Expectation:
    """Return the sum of P(k) x value at k, with P(k) = F(k + 1/2) - F(k - 1/2) within low and high, as k is drawn."""
    result = outcomes(query, [figure], [range(figure.first, figure.last + 1)])
    probabilities = _probabilities(figure)
    return Expectation(
        True,
        {metric: _mean(column, probabilities) for metric, column in result.metrics.items()},
        {event: _mean(column, probabilities) for event, column in result.events.items()},
    )


def _probabilities(figure: UncertainFigure) -> list[Integral]:
    """Return the probability of each value, from the first to the last."""
    count = figure.last - figure.first
    ends = [0.0, *((index + 0.5) / count for index in range(count)), 1.0]
    return [_mass(weighted_nodes(figure.distribution, low, high)) for low, high in pairwise(ends)]


def _mass(intervals: Iterable[WeightedNodes]) -> Integral:
    return total(nodes.mass() for nodes in intervals)


def _mean(column: OutcomeColumn | None, probabilities: Sequence[Integral]) -> Integral | None:
    if column is None:
        return None
    if len(column.values) == 1:
        return Integral(column.values[0], 0.0)
    pairs = list(zip(column.values, probabilities, strict=True))
    return Integral(
        fsum(value * probability.value for value, probability in pairs),
        fsum(abs(value) * probability.error for value, probability in pairs),
    )


# ---------------------------------------------------------------- any value from low to high


class _Outcome(NamedTuple):
    """What a contract comes to on one piece of the unit interval."""

    metrics: Mapping[Metric, Curve | None]
    events: Mapping[Event, Any]


class _Part(NamedTuple):
    """An outcome, and the nodes and the probability of its piece."""

    outcome: _Outcome
    nodes: Sequence[WeightedNodes]
    mass: Integral


def _integrated(query: OutcomeQuery, figure: UncertainFigure) -> Expectation:
    parts = _parts(query, figure)
    return Expectation(
        False,
        {metric: _integral(parts, metric) for metric in query.metrics},
        {event: _probability(parts, event) for event in parts[0].outcome.events},
    )


def _parts(query: OutcomeQuery, figure: UncertainFigure) -> list[_Part]:
    """Return the pieces of the estimate between all thresholds; its low is 0 and its high is 1."""
    low, high = Fraction(figure.drawn.low), Fraction(figure.drawn.high)
    moving = {figure.leaf: polynomial([low, high - low])}
    contract = ChangingContract(query.scenario, moving, Fraction(0), Fraction(1))
    parts = []
    for start, end, outcome in contract.pieces(partial(_outcome, query)):
        nodes = weighted_nodes(figure.distribution, float(start), float(end))
        parts.append(_Part(outcome, nodes, _mass(nodes)))
    return parts


def _outcome(query: OutcomeQuery, costed: Costed[Curve]) -> _Outcome:
    # All amounts are read now, whatever the metrics need, because a piece ends only where something read changes.
    costed = costed._replace(amounts=dict(costed.amounts))
    metrics = {metric: metric_reader(metric)(costed) for metric in query.metrics}
    return _Outcome(metrics, query.events(costed))


def _integral(parts: Sequence[_Part], metric: Metric) -> Integral | None:
    """Return the integral of a metric over all parts; None where it is n/a on one of them, or infinite."""
    integrals = []
    for part in parts:
        curve = part.outcome.metrics[metric]
        if curve is None:
            return None
        try:
            integrals.append(_integral_of(curve, part))
        except ZeroDivisionError:
            return None
    integral = total(integrals)
    return integral if integral.has_converged else None


def _integral_of(curve: Curve, part: _Part) -> Integral:
    if len(curve.over) < 2 and curve.under == ONE:
        value = float(curve.over[0]) if curve.over else 0.0
        return Integral(value * part.mass.value, abs(value) * part.mass.error)
    return total(nodes.integral(curve) for nodes in part.nodes)


def _probability(parts: Sequence[_Part], event: Event) -> Integral | None:
    holds = [part.outcome.events[event] for part in parts]
    if None in holds:
        return None
    return total(part.mass for part, takes_place in zip(parts, holds, strict=True) if takes_place)
