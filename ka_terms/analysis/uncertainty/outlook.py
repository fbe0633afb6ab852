"""The outlook of a contract: what to expect of it while its plan is uncertain.

Where fees jump at a tier, average fees differ from the fees at average sales. The outlook has both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from ka_terms.analysis.defaults import DISTRIBUTIONS, DRAWS, METRICS, SEED
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.internal import bounds
from ka_terms.analysis.uncertainty.distributions import UncertainFigure, distribution_named, uncertain_figures
from ka_terms.analysis.uncertainty.expectation import Expectation, expectation
from ka_terms.analysis.uncertainty.histogram import Histogram
from ka_terms.analysis.uncertainty.outcomes import WALK_AWAY, Event, OutcomeQuery
from ka_terms.analysis.uncertainty.quadrature import Integral
from ka_terms.analysis.uncertainty.simulation import PERCENTS, SimulatedValue, Simulation, simulate
from ka_terms.calculation.period_status import Settlement
from ka_terms.calculation.readings.curves import TooManySteps
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.calculation.tier_status import TierStatus
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.vocabulary.metrics import NET_NET_SALES, TOTAL_FEES, TOTALS, Metric, term_metric

RESULTS = tuple(TOTALS[name] for name in ("sales", TOTAL_FEES, "fee_ratio", NET_NET_SALES))
"""The metrics of every outlook, before the lines of the contract."""
RANKED = tuple(TOTALS[name] for name in METRICS)
"""The metrics that have percentiles unless the user names others."""


class Expected(NamedTuple):
    """The expected value of a metric; None where it is n/a anywhere between low and high."""

    metric: Metric
    simulated: SimulatedValue | None
    computed: Integral | None
    at_mean: Decimal | None
    at_likely: Decimal | None


class Chance(NamedTuple):
    """The probability that a tier is reached or a walk-away limit exceeded."""

    simulated: SimulatedValue | None
    computed: Integral | None


class Method(NamedTuple):
    """How to calculate an outlook: name of the distribution, number of draws (at least two), seed of the draws."""

    distribution: str = DISTRIBUTIONS[0]
    draws: int = DRAWS
    seed: int = SEED


class PeriodTiers(NamedTuple):
    """The tiers of a term in a period or the year, each with its distance in the likely case and its probability."""

    term: str
    settlement: Settlement | None
    """None of a term that is settled by the year."""
    tiers: tuple[tuple[TierStatus, Chance], ...]


class Outlook(NamedTuple):
    """What to expect of a contract. Everything `computed` is None where several figures are uncertain."""

    method: Method
    uncertain: tuple[UncertainFigure, ...]
    likely: Statement
    at_mean: Statement
    """The contract at the mean of every estimate, rounded half up to a value that can be drawn."""
    summed: bool | None
    """Whether `computed` is a sum over all values, rather than an integral; None where nothing is computed."""
    tiers: Mapping[str, tuple[tuple[TierStatus, Chance], ...]]
    """The tiers of every tiered term that is settled by the year, with their distance in the likely case."""
    period_tiers: tuple[PeriodTiers, ...]
    """The tiers of every other one, period by period."""
    expected: tuple[Expected, ...]
    percentiles: Mapping[Metric, Mapping[int, SimulatedValue] | None]
    walk_away: tuple[tuple[str, Decimal, Chance], ...]
    """Metric, bound and probability for each bound of the walk-away limit."""
    histograms: Mapping[Metric, Histogram | None]
    """How often each metric that has percentiles comes to what."""

    @property
    def all_tiers(self) -> tuple[PeriodTiers, ...]:
        """The tiers of the year, then those of periods."""
        return (*(PeriodTiers(term, None, tiers) for term, tiers in self.tiers.items()), *self.period_tiers)

    @property
    def results(self) -> tuple[Metric, ...]:
        """What is expected of every contract."""
        return RESULTS

    @property
    def percents(self) -> tuple[int, ...]:
        """The percentiles that are told of every metric."""
        return PERCENTS


class NoEstimates(ValueError):
    """The plan has no estimates, so that its statement is all there is to expect."""


def outlook(
    scenario: Scenario,
    method: Method,
    metrics: Sequence[Metric] = RANKED,
    catalogue: Catalogue | None = None,
    *,
    internal: bool = False,
) -> Outlook:
    """Simulate the uncertain figures of a plan; where there is only one, calculate the expectation too.

    `metrics` get percentiles; `internal` adds the walk-away limit. Errors: `NoEstimates`; `ValueError` for an unknown
    distribution; `Uncomputable` for an amount beyond 10^18.
    """
    figures = uncertain_figures(scenario, distribution_named(method.distribution))
    if not figures:
        raise NoEstimates
    likely = evaluate(scenario.case("likely"), catalogue)
    mean_scenario = _at_mean(likely.scenario, figures)
    at_mean = evaluate(mean_scenario, catalogue)
    query = OutcomeQuery(mean_scenario, _all_metrics(likely, metrics), internal)
    simulation = simulate(query, figures, method.draws, method.seed, _origins(likely, query), metrics)
    exact = _calculated(query, figures)
    chance = partial(_chance, simulation, exact)
    tiers = {
        key: tuple((status, chance((key, 0, tier))) for tier, status in enumerate(statuses, start=1))
        for key, statuses in likely.tiers.items()
    }
    expected = tuple(
        Expected(metric, mean, exact.means.get(metric), at_mean.value(metric), likely.value(metric))
        for metric, mean in simulation.means.items()
    )
    limits = bounds(likely.scenario) if internal else ()
    walk_away = tuple((metric, bound, chance((metric, 0, WALK_AWAY))) for metric, bound in limits)
    return Outlook(
        method,
        figures,
        likely,
        at_mean,
        exact.summed,
        tiers,
        tuple(_period_tiers(likely, chance)),
        expected,
        simulation.percentiles,
        walk_away,
        simulation.histograms,
    )


def _period_tiers(likely: Statement, chance: Callable[[Event], Chance]) -> Iterator[PeriodTiers]:
    """Yield the tiers of every term that is settled by period, period by period."""
    for line in likely.lines:
        for at, settlement in enumerate(line.settlements):
            if settlement.tiers:
                statuses = enumerate(settlement.tiers, start=1)
                tiers = tuple((status, chance((line.term, at, tier))) for tier, status in statuses)
                yield PeriodTiers(line.term, settlement, tiers)


def _calculated(query: OutcomeQuery, figures: Sequence[UncertainFigure]) -> Expectation:
    """Return the expectation; nothing where several figures are uncertain, or a fee by full lots has too many steps."""
    try:
        return expectation(query, figures[0]) if len(figures) == 1 else Expectation(None, {}, {})
    except TooManySteps:
        return Expectation(None, {}, {})


def _chance(simulation: Simulation, exact: Expectation, event: Event) -> Chance:
    return Chance(simulation.probabilities[event], exact.probabilities.get(event))


def _at_mean(scenario: Scenario, figures: Sequence[UncertainFigure]) -> Scenario:
    """Return the contract at the mean of every estimate; it states every figure that is drawn.

    Sales are not validated, because sales that follow from growth may be more than a file may state.
    """
    means = {figure.leaf: figure.mean_drawn for figure in figures}
    sales = {leaf: mean for leaf, mean in means.items() if leaf == "sales"}
    scenario = moved(scenario, {leaf: mean for leaf, mean in means.items() if leaf not in sales})
    return scenario.model_copy(update={"plan": scenario.plan.model_copy(update=sales)})


def _all_metrics(statement: Statement, metrics: Sequence[Metric]) -> tuple[Metric, ...]:
    """Return the metrics of every outlook, then those that the user names, then every line."""
    return tuple(dict.fromkeys([*RESULTS, *metrics, *(term_metric(line.term) for line in statement.lines)]))


def _origins(statement: Statement, query: OutcomeQuery) -> dict[Metric, float]:
    """Return a value of each metric that is near all others."""
    values = ((metric, statement.value(metric)) for metric in query.metrics)
    return {metric: float(value) for metric, value in values if value is not None}
