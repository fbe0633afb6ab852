"""From words to a sweep: values of inputs, names of metrics and rules are read and checked against the contracts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ka_terms.analysis.guardrail import Guardrail, Rule
from ka_terms.analysis.inputs.inputs import NO_CATALOGUE, find
from ka_terms.analysis.metric_names import Canonical, metric_named
from ka_terms.analysis.sweep.axes import Grid, read_axis
from ka_terms.analysis.sweep.rows import Query
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import about, refusal
from ka_terms.model.numbers.currency import different_currencies
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.vocabulary.metrics import Metric


class SweepQuestion(NamedTuple):
    """A sweep as it is asked for: the values by path, names of metrics, and rules that points have to keep to."""

    vary: Mapping[str, str] | Sequence[tuple[str, str]]
    metrics: Sequence[str]
    where: Sequence[str] = ()
    zipped: bool = False


def read_query(
    scenarios: Sequence[Scenario], asked: SweepQuestion, catalogue: Catalogue, *, internal: bool = False
) -> Query:
    """What is asked of these contracts. Errors: `ValueError`, noted with the argument that it is about."""
    canonical = catalogue.canonical
    with about("vary"):
        grid = read_grid(scenarios, asked.vary, asked.zipped, catalogue)
    with about("metrics"):
        metrics = read_metrics(asked.metrics, scenarios, canonical, internal=internal)
    with about("where"):
        return Query(grid, metrics, read_rules(asked.where, scenarios, canonical, internal=internal))


def read_grid(
    scenarios: Sequence[Scenario],
    vary: Mapping[str, str] | Sequence[tuple[str, str]],
    zipped: bool,
    catalogue: Catalogue = NO_CATALOGUE,
) -> Grid:
    """The grid of these inputs by path. Errors: `ValueError`, also where a contract does not have an input."""
    if fault := different_currencies((scenario.scenario, scenario.currency) for scenario in scenarios):
        raise refusal(fault)
    axes = []
    for path, values in vary.items() if isinstance(vary, Mapping) else vary:
        inputs = [find(scenario, path, catalogue) for scenario in scenarios]
        axes.append(read_axis(inputs[0], values, scenarios[0].currency))
    return Grid.of(tuple(axes), zipped)


def read_metrics(
    names: Sequence[str], scenarios: Sequence[Scenario], canonical: Canonical, *, internal: bool = False
) -> tuple[Metric, ...]:
    """The metrics named, each once; see `metric_names.metric_named`, whose errors it has."""
    return tuple(dict.fromkeys(metric_named(name, scenarios, canonical, internal=internal) for name in names))


def read_rules(
    texts: Sequence[str], scenarios: Sequence[Scenario], canonical: Canonical, *, internal: bool = False
) -> tuple[Guardrail, ...]:
    """Rules on totals and terms, `fee_ratio <= 20%`. Errors: `ValueError` with what was expected."""
    statements = [evaluate(scenario) for scenario in scenarios] if texts else []
    return tuple(Rule.parse(text).aimed_at(statements, canonical, internal=internal) for text in texts)
