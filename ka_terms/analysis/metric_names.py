"""Which metric a name means: a total, a term of the contracts, a figure of their plans, or what is private.

A name is looked up here once. What comes after carries the `Metric` itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ka_terms.calculation.costs import exact_figures
from ka_terms.model.contract.plan.stated_figures import formulas, stated
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import nearest, one_of, refuse
from ka_terms.model.numbers.month import Months, read_period
from ka_terms.model.privacy import PRIVATE_NAMES
from ka_terms.model.vocabulary.metrics import (
    BOUNDED,
    PLANNED,
    PRIVATE_METRICS,
    ROOMS,
    TOTALS,
    WITHIN,
    Metric,
    figure_metric,
    metric_of,
)
from ka_terms.text.messages import message

Canonical = Callable[[str], str]
"""From any name of a fee to its key."""


def metric_named(
    name: str,
    scenarios: Sequence[Scenario],
    canonical: Canonical = str,
    *,
    figures: bool = True,
    internal: bool = False,
) -> Metric:
    """The metric a name means in any of the contracts; a name of their own goes before a private metric's.

    `figures` takes figures of the plans too; `internal` what is private, which is a refusal otherwise. Errors:
    `ValueError` with the nearest name there is, or with how to make a private one known.
    """
    plain, within, named = name.rpartition(WITHIN)
    if within:
        months, period = _months_of(named.strip(), scenarios)
        metric = metric_named(plain.strip(), scenarios, canonical, figures=figures, internal=internal)
        if metric.months:
            expected = message("one period, such as {example}", example=f"{metric.plain_name} in q1")
            raise refuse(name, expected, message("delete one of them"))
        if metric.is_private:
            of_year = message("write {metric}, which is that of the year", metric=plain.strip())
            raise refuse(name, message("a metric that can be told by period"), of_year)
        return metric.within(months, period)
    terms = dict.fromkeys(key for scenario in scenarios for key in scenario.fees)
    for known in (name, canonical(name)):
        if known in TOTALS or known in PLANNED or known in terms:
            return metric_of(known, terms)
    plans = [scenario.plan for scenario in scenarios] if figures else []
    if plan := next((plan for plan in plans if exact_figures(plan, name) != [None]), None):
        return figure_metric(name, plan.kind)
    if private := PRIVATE_METRICS.get(f"{PRIVATE_NAMES}{name.removeprefix(PRIVATE_NAMES)}"):
        _refuse_private(name, private, scenarios, internal)
        return private
    planned = PLANNED if any(scenario.plan.last_year for scenario in scenarios) else ()
    names = [*TOTALS, *planned, *terms, *(private_names() if internal else ())]
    known_figures = [path for known in plans for path in (*stated(known), *formulas(known))]
    mend = nearest(name, [*names, *known_figures]) or one_of(names)
    expected = message("a total, a term or a figure of the plan") if figures else _TOTAL_OR_TERM
    raise refuse(name, expected, mend)


def _months_of(period: str, scenarios: Sequence[Scenario]) -> tuple[Months, str]:
    """The months of a period and its name, the same for all contracts. Errors: no period, and other months in each."""
    first, *others = [read_period(period, scenario.plan.starts) for scenario in scenarios]
    if any(other != first for other in others):
        expected = message("a quarter or a half, because the contract years begin in different months")
        raise refuse(period.strip(), expected, message("write {example}", example="q1"))
    return first


def private_names() -> list[str]:
    """The names of private metrics as people write them."""
    return [name.removeprefix(PRIVATE_NAMES) for name in PRIVATE_METRICS]


_TOTAL_OR_TERM = message("a total, or a term of one of the contracts")


def _refuse_private(name: str, private: Metric, scenarios: Sequence[Scenario], internal: bool) -> None:
    """Errors: `ValueError` where what is private is not asked for, or a file does not give it."""
    if not internal:
        expected = message("a metric without private data")
        raise refuse(name, expected, message("add --internal to use private data"))
    path, example = _key(private)
    without = next((scenario for scenario in scenarios if scenario.private_number(*path) is None), None)
    if without is not None:
        expected = message("contracts whose files give {key}", key=".".join(("private", *path)))
        mend = message("add {line} to {contract}", line=example, contract=without.scenario)
        raise refuse(name, expected, mend)


def _key(private: Metric) -> tuple[tuple[str, ...], str]:
    """The path under `private` of the number that gives a private metric, and how it is written there."""
    bounded = next((bounded for bounded, room in ROOMS.items() if room == private), None)
    if bounded is None:
        return ("margin",), "`private: {margin: 30%}`"
    value = "25%" if BOUNDED[bounded].is_ratio else "500000"
    return ("walk_away", bounded), f"`private: {{walk_away: {{{bounded}: {value}}}}}`"
