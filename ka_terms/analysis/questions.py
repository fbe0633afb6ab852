"""What a sweep is asked in words: values of levers, metrics and rules, held against the contracts it is asked of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ka_terms.analysis.axes import Axis, Grid, read_axis
from ka_terms.analysis.guardrail import Guardrail
from ka_terms.analysis.levers import NO_CATALOGUE, find
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.metrics import METRICS
from ka_terms.calculation.statement import evaluate
from ka_terms.model.catalogue import Catalogue
from ka_terms.model.faults import Fault, nearest, quoted, refusal
from ka_terms.model.scenario import Scenario

Canonical = Callable[[str], str]
"""From any name of a fee to its key."""


def read_grid(
    scenarios: Sequence[Scenario],
    vary: Mapping[str, str] | Sequence[tuple[str, str]],
    zipped: bool,
    catalogue: Catalogue = NO_CATALOGUE,
) -> Grid:
    """The grid of the values of each lever, by path. Errors: `ValueError`; every contract has to have every lever."""
    if len({scenario.currency for scenario in scenarios}) > 1:
        raise refusal(Fault("different currencies", "contracts in one currency"))
    pairs = vary.items() if isinstance(vary, Mapping) else vary
    return Grid.of(tuple(_axis(scenarios, path, values, catalogue) for path, values in pairs), zipped)


def _axis(scenarios: Sequence[Scenario], path: str, values: str, catalogue: Catalogue) -> Axis:
    levers = [find(scenario, path, catalogue) for scenario in scenarios]
    return read_axis(levers[0], values, scenarios[0].currency)


def read_metrics(
    names: Sequence[str], scenarios: Sequence[Scenario], canonical: Canonical
) -> tuple[str, ...]:
    """The metrics named, each once: totals, terms of any of the contracts, or figures of any of the plans.

    Errors: `ValueError` with the nearest name there is.
    """
    return tuple(dict.fromkeys(_metric(name, scenarios, canonical) for name in names))


def _metric(name: str, scenarios: Sequence[Scenario], canonical: Canonical) -> str:
    terms = dict.fromkeys(key for scenario in scenarios for key in scenario.terms)
    for known in (name, canonical(name)):
        if known in METRICS or known in terms:
            return known
    if any(exact_figures(scenario.plan, name) != [None] for scenario in scenarios):
        return name
    names = [*METRICS, *terms]
    mend = nearest(name, names) or f"there are {', '.join(names)}"
    raise refusal(Fault(quoted(name), "a total, a term or a figure of the plan", mend))


def read_rules(
    texts: Sequence[str], scenarios: Sequence[Scenario], canonical: Canonical
) -> tuple[Guardrail, ...]:
    """Rules on totals and terms, `fee_ratio <= 20%`. Errors: `ValueError` with what was expected."""
    statements = [evaluate(scenario) for scenario in scenarios] if texts else []
    return tuple(Guardrail.parse(text).aimed_at(statements, canonical) for text in texts)
