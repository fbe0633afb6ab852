"""The steps of `ka-terms sweep`: from its words to a question, and from the rows found to what is shown."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

import typer

from ka_terms.analysis.axes import Axis, Grid, listed, read_axis
from ka_terms.analysis.guardrail import Guardrail
from ka_terms.analysis.landmarks import Cliff, cliffs, crossings
from ka_terms.analysis.levers import find
from ka_terms.analysis.points import Point, Question, Rows, best, points, rows
from ka_terms.analysis.sweep import PLAIN_UP_TO, Invalid, prepared
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.metrics import METRICS, MORE_IS_BETTER
from ka_terms.calculation.statement import evaluate
from ka_terms.cli.asking import blamed_on, reason
from ka_terms.model.faults import Fault, nearest, quoted, refusal
from ka_terms.model.scenario import Scenario
from ka_terms.presentation.sweeps import Swept

ASK_FROM = 10_000_000
"""Points from which `--yes` is asked for."""
MOST_SHOWN = 10_000
"""Rows of a table that somebody reads; more go to a file for programs."""
_WRITING = 1e-6
"""Seconds that a row takes to be written, about."""


def read_grid(scenarios: Sequence[Scenario], vary: Sequence[str], zipped: bool) -> Grid:
    """The grid of all `--vary`; every contract has to have every lever."""
    if len({scenario.currency for scenario in scenarios}) > 1:
        raise typer.BadParameter("the contracts are in different currencies", param_hint="FILE...")
    with blamed_on("--vary"):
        return Grid.of(tuple(_axis(scenarios, text) for text in vary), zipped)


def _axis(scenarios: Sequence[Scenario], text: str) -> Axis:
    path, equals, values = (part.strip() for part in text.partition("="))
    if not equals or not values:
        raise refusal(Fault(quoted(text), "PATH=VALUES", f"such as {path}=8M,9M,10M or {path}=3M..12M..250k"))
    levers = [find(scenario, path) for scenario in scenarios]
    return read_axis(levers[0], values, scenarios[0].currency)


def read_metrics(
    text: str, scenarios: Sequence[Scenario], canonical: Callable[[str], str]
) -> tuple[str, ...]:
    """The metrics named, each once: totals, terms of any of the contracts, or figures of any of the plans."""
    with blamed_on("--metric"):
        return tuple(dict.fromkeys(_metric(name.strip(), scenarios, canonical) for name in text.split(",")))


def _metric(name: str, scenarios: Sequence[Scenario], canonical: Callable[[str], str]) -> str:
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
    texts: Sequence[str], scenarios: Sequence[Scenario], canonical: Callable[[str], str]
) -> tuple[Guardrail, ...]:
    """The rules of `--where`."""
    with blamed_on("--where"):
        statements = [evaluate(scenario) for scenario in scenarios] if texts else []
        return tuple(Guardrail.parse(text).aimed_at(statements, canonical) for text in texts)


def prepare(question: Question, scenarios: Sequence[Scenario]) -> tuple[Scenario, ...]:
    """The contracts, made ready for the grid, or the point at which one of them would be no valid scenario."""
    try:
        return tuple(prepared(scenario, question.grid) for scenario in scenarios)
    except Invalid as error:
        cause = error.reason
        place = ", ".join(f"{path} {value:f}" for path, value in error.values.items())
        raise typer.BadParameter(f"at {place}: {reason(cause)}", param_hint="--vary") from None


def ask(question: Question, scenarios: Sequence[Scenario], yes: bool, written: bool) -> None:
    """Refuse very many points unless told to do them; says how many there are and how long they take, about."""
    total = question.grid.size * len(scenarios)
    if total <= ASK_FROM or yes:
        return
    begin = rows(scenarios, question)
    next(begin)  # loads what it takes, which is done once only
    begun = time.perf_counter()
    second = next(begin)
    seconds = (time.perf_counter() - begun) * total / second.done + written * _WRITING * total
    raise typer.BadParameter(
        f"{total:,} points, some {_duration(seconds)}: add --yes to do them", param_hint="--vary"
    )


def _duration(seconds: float) -> str:
    return f"{seconds:,.0f} s" if seconds < 120 else f"{seconds / 60:,.0f} minutes"


def framed(question: Question, scenarios: Sequence[Scenario]) -> Swept:
    """The sweep before any of its points is known."""
    today = tuple(tuple(find(one, axis.name).value for axis in question.grid.axes) for one in scenarios)
    return Swept(tuple(scenarios), question, (), today)


def gather(
    swept: Swept, scenarios: Sequence[Scenario], found: Iterable[Rows], count: int | None, for_people: bool
) -> Swept:
    """The points to be shown, the best or all of them, with what happens along a single axis."""
    if count is not None:
        leading = best(found, count, swept.question.metrics[0] in MORE_IS_BETTER)
        size = swept.question.grid.size * len(swept.scenarios)
        return swept._replace(points=tuple(leading), best_of=size)
    swept = swept._replace(points=tuple(_bounded(points(found), MOST_SHOWN if for_people else PLAIN_UP_TO)))
    return _with_landmarks(swept, scenarios) if len(swept.axes) == 1 else swept


def _bounded(found: Iterable[Point], most: int) -> Iterator[Point]:
    for at, point in enumerate(found):
        if at == most:
            mend = "narrow it with --where or --best, or write csv, tsv, json or parquet"
            raise typer.BadParameter(f"more than {at:,} rows are no table: {mend}", param_hint="--vary")
        yield point


def _with_landmarks(swept: Swept, scenarios: Sequence[Scenario]) -> Swept:
    (axis,), question = swept.axes, swept.question
    low, high = axis.ends()
    levers = [find(scenario, axis.name) for scenario in scenarios]
    leaps = cliffs(scenarios, levers, low, high)
    crossed = crossings(scenarios, levers, question.metrics[0], low, high)
    return swept._replace(
        cliffs=tuple(leaps), crossings=tuple(crossed), at_cliffs=_at_cliffs(swept, scenarios, leaps)
    )


def _at_cliffs(swept: Swept, scenarios: Sequence[Scenario], leaps: Sequence[Cliff]) -> tuple[Point, ...]:
    """The points at cliffs that the axis steps over, as far as a contract can state them."""
    (axis,) = swept.axes
    there = {point.values[0] for point in swept.points}
    between = [
        at for at in dict.fromkeys(leap.at for leap in leaps) if at not in there and _can_be_stated(axis, at)
    ]
    if not between:
        return ()
    grid = Grid((listed(axis.lever, between),))
    return tuple(points(rows(scenarios, swept.question._replace(grid=grid))))


def _can_be_stated(axis: Axis, value: Decimal) -> bool:
    try:
        axis.lever.read(f"{value * 100:f}%" if axis.lever.kind in ("rate", "index") else f"{value:f}")
    except ValueError:
        return False
    return True
