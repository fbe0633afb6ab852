"""What an outlook asks of every value that an estimate may come to, in whichever reading answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any, NamedTuple

from ka_terms.analysis.internal import crossings
from ka_terms.analysis.sweep.blocks import namespace
from ka_terms.analysis.uncertainty.distributions import Uncertain
from ka_terms.calculation.costs import Costed, arguments_of, costed
from ka_terms.calculation.formulas.tiers import tiers_reached
from ka_terms.calculation.readings import plain_arrays as plain
from ka_terms.calculation.readings.arrays import Arrays, Scaled, TooLarge
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.readings.reading import N, Reading
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms import TieredTerm
from ka_terms.model.vocabulary.metrics import Metric

WALK_AWAY = 0
"""Stands for the position of a tier where a bound of the walk-away is meant."""
Event = tuple[str, int]
"""The key of a term and the position of a tier, counted from 1; or a metric and `WALK_AWAY`."""


class OutcomeQuery(NamedTuple):
    """The likely case of a contract, metrics, and whether what is private is asked for too."""

    scenario: Scenario
    metrics: tuple[Metric, ...]
    internal: bool = False

    def events(self, found: Costed[N], reading: Reading[N]) -> dict[Event, Any]:
        """Whether each tier is reached, and the walk-away crossed; None where that is n/a."""
        events = {(key, position): reached for key, position, reached in self._reached(found, reading)}
        crossed = crossings(self.scenario, found, reading) if self.internal else {}
        return {**events, **{(metric, WALK_AWAY): holds for metric, holds in crossed.items()}}

    def _reached(self, found: Costed[N], reading: Reading[N]) -> Iterator[tuple[str, int, Any]]:
        for key, term in self.scenario.terms.items():
            if isinstance(term, TieredTerm):
                arguments = arguments_of(key, term, found.figure, found.amounts, reading)
                for tier in tiers_reached(term, arguments):
                    yield key, tier.position, tier.reached


class OutcomeColumn(NamedTuple):
    """What a metric comes to, point by point; one value where it is the same at all of them."""

    values: Sequence[float]

    def spread(self, points: int) -> Sequence[float]:
        """One value a point."""
        return list(self.values) * points if len(self.values) < points else self.values


class Answers(NamedTuple):
    """Metrics and events (1 where one takes place, else 0) at a number of points; None where n/a at any of them."""

    points: int
    metrics: Mapping[Metric, OutcomeColumn | None]
    events: Mapping[Event, OutcomeColumn | None]


def answers(asked: OutcomeQuery, uncertain: Sequence[Uncertain], drawn: Sequence[Sequence[int]]) -> Answers:
    """Every point costed by the formulas over arrays, exact to the minor unit; `drawn` has the points of each estimate.

    Errors: `Uncomputable` beyond 10^18.
    """
    space, limit = namespace(len(drawn[0]))
    with exactly():
        try:
            return _answers(asked, uncertain, drawn, space, limit)
        except TooLarge:
            return _answers(asked, uncertain, drawn, plain, None)


def _answers(
    asked: OutcomeQuery,
    uncertain: Sequence[Uncertain],
    drawn: Sequence[Sequence[int]],
    xp: Any,
    limit: int | None,
) -> Answers:
    if limit is not None and any(one.last > limit for one in uncertain):
        raise TooLarge
    varied = {
        one.leaf: Scaled(xp.asarray(values), one.scale, min(values), max(values), limit)
        for one, values in zip(uncertain, drawn, strict=True)
    }
    reading = Arrays(xp, varied, limit)
    found = costed(asked.scenario, reading)
    metrics = {metric: _measured(found, metric) for metric in asked.metrics}
    events = {event: _column(holds) for event, holds in asked.events(found, reading).items()}
    return Answers(len(drawn[0]), metrics, events)


def _column(condition: Any) -> OutcomeColumn | None:
    return None if condition is None else OutcomeColumn(list(map(float, _listed(condition))))


def _listed(values: Any) -> list[Any]:
    return list(values.tolist()) if hasattr(values, "shape") else [values]


def _measured(found: Costed[Scaled], metric: Metric) -> OutcomeColumn | None:
    try:
        over, under = found.metric(metric)
    except KeyError:
        return None
    if under is None:
        return OutcomeColumn([_float(value, over.scale) for value in _listed(over.values)])
    unders = _listed(under.values)
    return (
        None
        if 0 in unders
        else OutcomeColumn(_quotients(_listed(over.values), unders, over.scale - under.scale))
    )


def _quotients(overs: Sequence[Any], unders: Sequence[Any], scale: int) -> list[float]:
    points = max(len(overs), len(unders))
    pairs = zip(*(repeat(one[0], points) if len(one) == 1 else one for one in (overs, unders)), strict=True)
    return [_float(over, scale, under) for over, under in pairs]


def _float(value: Any, scale: int, under: Any = 1) -> float:
    """value / 10**scale / under, rounded once."""
    return float(value / (under * 10**scale) if scale >= 0 else value * 10**-scale / under)
