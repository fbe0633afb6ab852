"""The outcomes of a contract that an outlook needs: metrics, and events such as a tier that is reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

from ka_terms.analysis.internal import exceeded_limits
from ka_terms.analysis.uncertainty.distributions import UncertainFigure
from ka_terms.calculation.costs import arguments_of, cost_contract
from ka_terms.calculation.figures import available
from ka_terms.calculation.formulas.tiers import tiers_reached
from ka_terms.calculation.metrics import Costed
from ka_terms.calculation.readings import plain_arrays as plain
from ka_terms.calculation.readings.arrays import Arrays
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.readings.reading import N
from ka_terms.calculation.readings.scaled import Scaled, number
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.vocabulary.metrics import Metric

WALK_AWAY = 0
"""Takes the place of a tier position in an event that is about the walk-away limit."""
_ONE = number(Decimal(1), None)
Event = tuple[str, int, int]
"""A tier that is reached: the term, which of its settlements, counted from 0, and the position of the tier, from 1.

Or a walk-away limit that is exceeded: the metric, and twice 0.
"""


class OutcomeQuery(NamedTuple):
    """A contract in its likely case, the metrics wanted of it, and whether its walk-away limit is wanted too."""

    scenario: Scenario
    metrics: tuple[Metric, ...]
    internal: bool = False

    def events(self, costed: Costed[N]) -> dict[Event, Any]:
        """Return whether each tier is reached and each walk-away limit exceeded; None where that is n/a."""
        exceeded = exceeded_limits(self.scenario, costed) if self.internal else {}
        return {
            **dict(self._tiers(costed)),
            **{(metric, 0, WALK_AWAY): is_exceeded for metric, is_exceeded in exceeded.items()},
        }

    def _tiers(self, costed: Costed[N]) -> Iterator[tuple[Event, Any]]:
        starts = self.scenario.plan.starts
        tiered = {key: term for key, term in self.scenario.terms.items() if isinstance(term, TieredTerm)}
        for key, term in tiered.items():
            for at, months in enumerate(term.counted(starts)):
                arguments = arguments_of(self.scenario, key, costed.figure.over(months), costed.amounts)
                for tier in tiers_reached(term, arguments):
                    yield (key, at, tier.position), tier.reached


class OutcomeColumn(NamedTuple):
    """The values of a metric or an event at all points; a single value where it is the same at all of them."""

    values: Sequence[float]

    def spread(self, points: int) -> Sequence[float]:
        """Return one value for each point."""
        return list(self.values) * points if len(self.values) < points else self.values


class Outcomes(NamedTuple):
    """Metrics and events (1 if it takes place, else 0) at a number of points; None where n/a at any of them."""

    points: int
    metrics: Mapping[Metric, OutcomeColumn | None]
    events: Mapping[Event, OutcomeColumn | None]


def outcomes(
    query: OutcomeQuery, uncertain: Sequence[UncertainFigure], drawn: Sequence[Sequence[int]]
) -> Outcomes:
    """Evaluate the contract over arrays of plain Python at every point, exact to the minor unit.

    `drawn` has the values of each uncertain figure. Errors: `Uncomputable` for an amount beyond 10^18.
    """
    varied = {
        figure.leaf: Scaled(plain.asarray(values), figure.scale, min(values), max(values), None)
        for figure, values in zip(uncertain, drawn, strict=True)
    }
    with exactly():
        contract = cost_contract(query.scenario, Arrays(plain, varied, None))
        metrics = {metric: _metric_column(contract, metric) for metric in query.metrics}
        events = {
            event: None if takes_place is None else OutcomeColumn([*map(float, _listed(takes_place))])
            for event, takes_place in query.events(contract).items()
        }
    return Outcomes(len(drawn[0]), metrics, events)


def _metric_column(contract: Costed[Scaled], metric: Metric) -> OutcomeColumn | None:
    quotient = available(lambda: contract.metric(metric))
    if quotient is None:
        return None
    over, under = quotient[0], quotient[1] or _ONE
    if 0 in _listed(under.values):
        return None
    scale = over.scale - under.scale
    ratio = partial(_ratio, under.under * 10 ** max(-scale, 0), over.under * 10 ** max(scale, 0))
    return OutcomeColumn(_listed(plain.paired(ratio, over.values, under.values)))


def _ratio(factor: int, divisor: int, over: Any, under: Any) -> float:
    """Return over x factor / (under x divisor), rounded once."""
    return float(over * factor / (under * divisor))


def _listed(values: Any) -> list[Any]:
    return list(values.tolist()) if hasattr(values, "shape") else [values]
