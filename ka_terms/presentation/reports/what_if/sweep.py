"""A sweep as a report: along one axis a table with bars and jumps, along two a matrix, else a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ka_terms.presentation.fields import flat, record
from ka_terms.presentation.reports.notes import notes, warning_records
from ka_terms.presentation.reports.what_if.sweep_tables import is_matrix, point_fields, tables
from ka_terms.presentation.table import Report
from ka_terms.presentation.wording.input_names import input_inline, input_text
from ka_terms.presentation.wording.metric_words import banner, metric_inline, metric_text
from ka_terms.presentation.words import Words
from ka_terms.presentation.words.units import titled
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.sweep.result import AssessedSweep, SweepResult
    from ka_terms.analysis.sweep.rows import Point
    from ka_terms.model.contract.scenario import Scenario

_DIGITS = 6
"""Decimals of a break-even that are told."""


def sweep_report(assessed: AssessedSweep, words: Words, estimated: Iterable[Scenario] = ()) -> Report:
    """Everything `sweep` says of a grid that a person looks at; `estimated` are the contracts as their files stand."""
    swept = assessed.result
    return Report(
        headline=tuple(_headlines(swept, words)),
        tables=tables(swept, words),
        notes=notes(words, _notes(swept, words), warned=assessed.today, estimated=estimated),
        flat=flat(point_fields(swept), swept.points),
        record=lambda: sweep_record(assessed),
        title=" · ".join(swept.names),
        internal=banner(swept.query.needed, words),
        currency=swept.currency,
    )


def _headlines(swept: SweepResult, words: Words) -> Iterator[str]:
    """For each contract the lowest and highest value of the first metric, with its combination."""
    metric = swept.query.metrics[0]
    label = metric_inline(metric, words)
    if swept.best_of and swept.points:
        yield _best(swept, words)
        return
    for at, name in enumerate(swept.names):
        points = (point for point in swept.points if point.scenario == at)
        known = [(point.metrics[0], point) for point in points if point.metrics[0] is not None]
        if not known:
            yield words.say("sweep_none", name=name, metric=label)
            continue
        (_, least), (_, most) = (choice(known, key=lambda pair: pair[0]) for choice in (min, max))
        yield words.say(
            "sweep_headline",
            name=name,
            metric=label,
            least=_value(least, swept, words),
            most=_value(most, swept, words),
            at_least=_place(least, swept, words),
            at_most=_place(most, swept, words),
            count=len(known),
            number=words.count(Decimal(len(known))),
        )


def _best(swept: SweepResult, words: Words) -> str:
    first = swept.points[0]
    return words.say(
        "sweep_best",
        count=len(swept.points),
        total=words.count(Decimal(swept.best_of or 0)),
        name=swept.names[first.scenario],
        metric=metric_inline(swept.query.metrics[0], words),
        value=_value(first, swept, words),
        place=_place(first, swept, words),
    )


def _value(point: Point, swept: SweepResult, words: Words) -> str:
    return metric_text(swept.query.metrics[0], point.metrics[0], words, swept.currency)


def _place(point: Point, swept: SweepResult, words: Words) -> str:
    """`sales 9,750,000, monthly rebate 1.5%`."""
    parts = (
        words.say(
            "join.value",
            name=input_inline(axis.input, words),
            value=input_text(axis.input, value, swept.currency),
        )
        for axis, value in zip(swept.axes, point.values, strict=True)
    )
    return words.say("join.list").join(parts)


def _notes(swept: SweepResult, words: Words) -> Iterator[str]:
    yield from impossible_notes(swept, words)
    if swept.uncounted:
        yield words.say("steps_note")
    else:
        yield from _crossing_notes(swept, words)
    for axis in swept.axes:
        if axis.last_step_is_short:
            yield words.say("short_step_note", input=titled(input_inline(axis.input, words)))
    if is_matrix(swept) and any(_has_current(point, swept) for point in swept.points):
        yield words.say("today_note")


def _has_current(point: Point, swept: SweepResult) -> bool:
    """Whether a point has the current value of its contract on any axis."""
    return any(map(Decimal.__eq__, point.values, swept.today[point.scenario]))


def impossible_notes(swept: SweepResult, words: Words) -> Iterator[str]:
    """Why combinations that make no valid plan are n/a."""
    for at, reason in swept.impossible:
        yield words.say(f"impossible.{reason}", name=swept.names[at])


def _crossing_notes(swept: SweepResult, words: Words) -> Iterator[str]:
    input, metric = swept.axes[0].input, swept.query.metrics[0]
    for crossing in swept.crossings:
        yield words.say(
            "crossing_meets" if crossing.meets else "crossing_leaps",
            above=swept.names[crossing.above],
            below=swept.names[crossing.below],
            metric=metric_inline(metric, words),
            input=input_inline(input, words),
            at=input_text(input, crossing.at, swept.currency, _DIGITS),
        )
    if len(swept.names) > 1 and len(swept.axes) == 1 and not swept.crossings and swept.best_of is None:
        yield words.say("crossing_none", metric=metric_inline(metric, words))


def sweep_record(assessed: AssessedSweep) -> dict[str, Any]:
    """A sweep under the keys that json carries; each point under the names of the axes and metrics."""
    swept, contracts = assessed.result, assessed.today
    names, fields = swept.names, point_fields(swept)
    return {
        **sweep_head(swept),
        "cliffs": [{**cliff._asdict(), "scenario": names[cliff.scenario]} for cliff in swept.cliffs],
        "crossings": [
            {**crossing._asdict(), "above": names[crossing.above], "below": names[crossing.below]}
            for crossing in swept.crossings
        ],
        "warnings": [
            {"scenario": contract.name, **warning}
            for contract in contracts
            for warning in warning_records(contract)
        ],
        "points": [record(fields, point) for point in swept.points],
    }


def sweep_head(swept: SweepResult) -> dict[str, Any]:
    """What a sweep is of: the keys of its record before the points."""
    return {
        "format_version": FORMAT_VERSION,
        "scenarios": list(swept.names),
        "axes": [
            {
                "name": swept.query.axis_names[at],
                "path": axis.input.path,
                "count": axis.count,
                "today": [values[at] for values in swept.today],
            }
            for at, axis in enumerate(swept.axes)
        ],
        "metrics": list(swept.query.names),
        "impossible": [{"scenario": swept.names[at], "reason": reason} for at, reason in swept.impossible],
    }
