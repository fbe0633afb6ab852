"""The outlook of a contract: what to expect of it while its plan is uncertain, with cliffs where tiers begin.

Where fees jump, what they come to on average is not what they come to at the average of sales: both are told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.internal import bounds
from ka_terms.analysis.uncertainty.distributions import Uncertain, distribution_named, uncertain
from ka_terms.analysis.uncertainty.expectation import Computed, computed
from ka_terms.analysis.uncertainty.outcomes import WALK_AWAY, Event, OutcomeQuery
from ka_terms.analysis.uncertainty.quadrature import Integral
from ka_terms.analysis.uncertainty.simulation import PERCENTS, Estimated, Simulated, simulate
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.calculation.tier_status import TierStatus
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.vocabulary.metrics import NET_NET_SALES, TOTAL_FEES, TOTALS, Metric, term_metric

RESULTS = tuple(TOTALS[name] for name in ("sales", TOTAL_FEES, "fee_ratio", NET_NET_SALES))
"""What is expected of every contract, before its lines."""
RANKED = (TOTALS["fee_ratio"], TOTALS[TOTAL_FEES])
"""The metrics whose percentiles are told unless others are asked for."""


class Expected(NamedTuple):
    """One metric; None where it is n/a anywhere between low and high."""

    metric: Metric
    simulated: Estimated | None
    computed: Integral | None
    at_mean: Decimal | None
    at_likely: Decimal | None


class Chance(NamedTuple):
    """How probable it is that a tier is reached, or a bound of the walk-away crossed."""

    simulated: Estimated | None
    computed: Integral | None


class Method(NamedTuple):
    """How an outlook is come by: the distribution by its name, two draws or more, and where drawing starts."""

    distribution: str = "pert"
    draws: int = 20_000
    seed: int = 1


class Outlook(NamedTuple):
    """What to expect of a contract; all that is computed is None where several figures are uncertain."""

    method: Method
    uncertain: tuple[Uncertain, ...]
    likely: Statement
    at_mean: Statement
    """The contract at the mean of every estimate, to the minor unit or the whole store, half up."""
    summed: bool | None
    """Whether what is computed was summed value by value rather than integrated; None where nothing is."""
    tiers: Mapping[str, tuple[tuple[TierStatus, Chance], ...]]
    """Of every tiered term its tiers, as seen from the likely case."""
    expected: tuple[Expected, ...]
    percentiles: Mapping[Metric, Mapping[int, Estimated] | None]
    walk_away: tuple[tuple[str, Decimal, Chance], ...]
    """Of each bound of the walk-away the metric, the bound and how probable it is to be crossed."""

    @property
    def results(self) -> tuple[Metric, ...]:
        """What is expected of every contract."""
        return RESULTS

    @property
    def percents(self) -> tuple[int, ...]:
        """The percentiles that are told of every metric."""
        return PERCENTS


class Certain(ValueError):
    """A plan without estimates has no outlook but its statement."""


def outlook(
    scenario: Scenario,
    method: Method,
    metrics: Sequence[Metric] = RANKED,
    catalogue: Catalogue | None = None,
    *,
    internal: bool = False,
) -> Outlook:
    """Draw what is uncertain of the plan, and compute it too where that is one figure.

    `metrics` are those whose percentiles are told; with `internal` the walk-away is looked at. Errors: `Certain`;
    `ValueError` for a distribution there is none of; `Uncomputable` beyond 10^18.
    """
    found = uncertain(scenario, distribution_named(method.distribution))
    if not found:
        raise Certain
    likely = evaluate(scenario.case("likely"), catalogue)
    stating = _with(likely.scenario, found)
    at_mean = evaluate(stating, catalogue)
    asked = OutcomeQuery(stating, _asked(likely, metrics), internal)
    drawn = simulate(asked, found, method.draws, method.seed, _origins(likely, asked), metrics)
    exact = computed(asked, found[0]) if len(found) == 1 else Computed(None, {}, {})
    expected = [
        Expected(each, drawn.means[each], exact.means.get(each), at_mean.value(each), likely.value(each))
        for each in asked.metrics
    ]
    return Outlook(
        method,
        found,
        likely,
        at_mean,
        exact.summed,
        {key: _tiers(key, statuses, drawn, exact) for key, statuses in likely.tiers.items()},
        tuple(expected),
        drawn.percentiles,
        tuple(
            (metric, bound, _chance((metric, WALK_AWAY), drawn, exact))
            for metric, bound in (bounds(likely.scenario) if internal else ())
        ),
    )


def _with(scenario: Scenario, found: Sequence[Uncertain]) -> Scenario:
    """The contract at the mean of every estimate, stating whatever is drawn.

    Sales are put in unchecked: those that a growth comes to may be more than a file may state.
    """
    scenario = moved(scenario, {one.leaf: one.mean_drawn for one in found if one.leaf != "sales"})
    sales = {one.leaf: one.mean_drawn for one in found if one.leaf == "sales"}
    return scenario.model_copy(update={"plan": scenario.plan.model_copy(update=sales)})


def _asked(statement: Statement, metrics: Sequence[Metric]) -> tuple[Metric, ...]:
    """The results, whatever else is asked for, then every line."""
    return tuple(dict.fromkeys([*RESULTS, *metrics, *(term_metric(line.term) for line in statement.lines)]))


def _origins(statement: Statement, asked: OutcomeQuery) -> dict[Metric, float]:
    values = ((metric, statement.value(metric)) for metric in asked.metrics)
    return {metric: float(value) for metric, value in values if value is not None}


def _tiers(
    key: str, statuses: Sequence[TierStatus], drawn: Simulated, exact: Computed
) -> tuple[tuple[TierStatus, Chance], ...]:
    return tuple(
        (status, _chance((key, position), drawn, exact)) for position, status in enumerate(statuses, start=1)
    )


def _chance(event: Event, drawn: Simulated, exact: Computed) -> Chance:
    return Chance(drawn.probabilities[event], exact.probabilities.get(event))
