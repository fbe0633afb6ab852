"""The steps of `ka-terms sweep`: from its words to a question, and from the rows found to what is shown."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence

import typer

from ka_terms.analysis.guardrail import Guardrail
from ka_terms.analysis.points import Point, Question, Rows, best, points, rows
from ka_terms.analysis.questions import Canonical, read_grid, read_metrics, read_rules
from ka_terms.analysis.sweep import PLAIN_UP_TO, Invalid, prepared
from ka_terms.analysis.swept import Swept, filled
from ka_terms.calculation.metrics import MORE_IS_BETTER
from ka_terms.cli.asking import blamed_on, reason
from ka_terms.model.faults import Fault, quoted, refusal
from ka_terms.model.scenario import Scenario

ASK_FROM = 10_000_000
"""Points from which `--yes` is asked for."""
MOST_SHOWN = 10_000
"""Rows of a table that somebody reads; more go to a file for programs."""
_WRITING = 1e-6
"""Seconds that a row takes to be written, about."""


def read_question(
    scenarios: Sequence[Scenario],
    vary: Sequence[str],
    zipped: bool,
    metric: str,
    where: Sequence[str],
    canonical: Canonical,
) -> Question:
    """What the options ask, each fault told of its own option."""
    with blamed_on("--vary"):
        grid = read_grid(scenarios, [_path_and_values(text) for text in vary], zipped)
    with blamed_on("--metric"):
        metrics = read_metrics([name.strip() for name in metric.split(",")], scenarios, canonical)
    with blamed_on("--where"):
        rules: tuple[Guardrail, ...] = read_rules(where, scenarios, canonical)
    return Question(grid, metrics, rules)


def _path_and_values(text: str) -> tuple[str, str]:
    path, _, values = (part.strip() for part in text.partition("="))
    if not values:
        raise refusal(Fault(quoted(text), "PATH=VALUES", f"such as {path}=8M,9M,10M or {path}=3M..12M..250k"))
    return path, values


def prepare(question: Question, scenarios: Sequence[Scenario]) -> tuple[Scenario, ...]:
    """The contracts, made ready for the grid, or the point at which one of them would be no valid scenario."""
    try:
        return tuple(prepared(scenario, question.grid) for scenario in scenarios)
    except Invalid as error:
        place = ", ".join(f"{path} {value:f}" for path, value in error.values.items())
        raise typer.BadParameter(f"at {place}: {reason(error.reason)}", param_hint="--vary") from None


def ask(question: Question, scenarios: Sequence[Scenario], yes: bool, written: bool) -> None:
    """Refuse very many points unless told to do them; says how many there are and how long they take, about."""
    total = question.grid.size * len(scenarios)
    if total <= ASK_FROM or yes:
        return
    parts = rows(scenarios, question)
    next(parts)  # loads what it takes, which is done once only
    begun = time.perf_counter()
    second = next(parts)
    seconds = (time.perf_counter() - begun) * total / second.done + written * _WRITING * total
    raise typer.BadParameter(
        f"{total:,} points, some {_duration(seconds)}: add --yes to do them", param_hint="--vary"
    )


def _duration(seconds: float) -> str:
    return f"{max(seconds, 1):,.0f} s" if seconds < 120 else f"{seconds / 60:,.0f} minutes"


def gather(
    swept: Swept, scenarios: Sequence[Scenario], found: Iterable[Rows], count: int | None, for_people: bool
) -> Swept:
    """The points to be shown, the best or all of them."""
    if count is not None:
        leading = best(found, count, swept.question.metrics[0] in MORE_IS_BETTER)
        return swept._replace(points=tuple(leading), best_of=swept.question.grid.size * len(scenarios))
    return filled(swept, scenarios, _bounded(points(found), MOST_SHOWN if for_people else PLAIN_UP_TO))


def _bounded(found: Iterable[Point], most: int) -> Iterator[Point]:
    for at, point in enumerate(found):
        if at == most:
            mend = "narrow it with --where or --best, or write csv, tsv, json or parquet"
            raise typer.BadParameter(f"more than {at:,} rows are no table: {mend}", param_hint="--vary")
        yield point
