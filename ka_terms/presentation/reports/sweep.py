"""A sweep as a report: along one axis a table with bars and jumps, along two a matrix, else a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.reports.sweep_tables import is_matrix, metric_cells, tables
from ka_terms.presentation.table import Cell, Report, Table, text
from ka_terms.presentation.wording.input_names import (
    input_inline,
    input_kind,
    input_text,
)
from ka_terms.presentation.wording.metric_words import banner, metric_label, metric_text
from ka_terms.presentation.wording.warnings import warning_records
from ka_terms.presentation.words import Words
from ka_terms.presentation.words.units import titled
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.sweep.assessed import AssessedSweep
    from ka_terms.analysis.sweep.result import SweepResult
    from ka_terms.analysis.sweep.rows import Point, Query
    from ka_terms.model.contract.scenario import Scenario
    from ka_terms.model.vocabulary.metrics import Metric

_SHORT = Decimal("0.000001")


def sweep_report(assessed: AssessedSweep, words: Words, estimated: Iterable[Scenario] = ()) -> Report:
    """Everything `sweep` says of a grid that a person looks at; `estimated` are the contracts as their files stand."""
    swept = assessed.result
    return Report(
        headline=tuple(_headlines(swept, words)),
        tables=tables(swept, words),
        notes=notes(words, _notes(swept, words), warned=assessed.today, estimated=estimated),
        flat=_flat(swept),
        record=lambda: sweep_record(assessed),
        title=" · ".join(swept.names),
        internal=banner(swept.query.needed, words),
    )


# ---------------------------------------------------------------- sentences


def _headlines(swept: SweepResult, words: Words) -> Iterator[str]:
    """For each contract the lowest and highest value of the first metric, with its combination."""
    metric = swept.query.metrics[0]
    if swept.best_of and swept.points:
        yield _best(metric, swept, words)
        return
    for at, name in enumerate(swept.names):
        found = [point for point in swept.points if point.scenario == at and point.metrics[0] is not None]
        if not found:
            yield words.say("sweep_none", name=name, metric=_within(metric, words))
            continue
        least = min(found, key=lambda point: point.metrics[0] or Decimal(0))
        most = max(found, key=lambda point: point.metrics[0] or Decimal(0))
        yield words.say(
            "sweep_headline",
            name=name,
            metric=_within(metric, words),
            least=_value(metric, least, swept, words),
            most=_value(metric, most, swept, words),
            at_least=_place(least, swept, words),
            at_most=_place(most, swept, words),
            count=len(found),
            number=words.count(Decimal(len(found))),
        )


def _best(metric: Metric, swept: SweepResult, words: Words) -> str:
    first = swept.points[0]
    return words.say(
        "sweep_best",
        count=len(swept.points),
        total=words.count(Decimal(swept.best_of or 0)),
        name=swept.names[first.scenario],
        metric=_within(metric, words),
        value=_value(metric, first, swept, words),
        place=_place(first, swept, words),
    )


def _within(metric: Metric, words: Words) -> str:
    first = words.first
    return first.within(metric_label(metric, first))


def _value(metric: Metric, point: Point, swept: SweepResult, words: Words) -> str:
    return metric_text(metric, point.metrics[0], words, swept.currency)


def _place(point: Point, swept: SweepResult, words: Words) -> str:
    """`sales 9,750,000, monthly rebate 1.5%`."""
    parts = (
        words.say(
            "join.value",
            name=input_inline(axis.input, words),
            value=input_text(axis.input, value, words, swept.currency),
        )
        for axis, value in zip(swept.axes, point.values, strict=True)
    )
    return words.say("join.list").join(parts)


def _notes(swept: SweepResult, words: Words) -> Iterator[str]:
    yield from impossible_notes(swept, words)
    yield from _crossing_notes(swept, words)
    for axis in swept.axes:
        if axis.last_step_is_short:
            yield words.say("short_step_note", input=titled(input_inline(axis.input, words)))
    if is_matrix(swept) and any(_is_on(swept, at) for at in range(2)):
        yield words.say("today_note")


def impossible_notes(swept: SweepResult, words: Words) -> Iterator[str]:
    """Why combinations that make no valid plan are n/a."""
    for at, reason in swept.impossible:
        yield words.say(f"impossible.{reason}", name=swept.names[at])


def _is_on(swept: SweepResult, at: int) -> bool:
    """Whether an axis has the current value of any contract."""
    axis = swept.axes[at]
    values = {axis.value(step) for step in range(axis.count)}
    return any(today[at] in values for today in swept.today)


def _crossing_notes(swept: SweepResult, words: Words) -> Iterator[str]:
    input, metric = swept.axes[0].input, swept.query.metrics[0]
    for crossing in swept.crossings:
        yield words.say(
            "crossing_meets" if crossing.meets else "crossing_leaps",
            above=swept.names[crossing.above],
            below=swept.names[crossing.below],
            metric=_within(metric, words),
            input=input_inline(input, words),
            at=input_text(input, _short(crossing.at), words, swept.currency),
        )
    if len(swept.names) > 1 and len(swept.axes) == 1 and not swept.crossings and swept.best_of is None:
        yield words.say("crossing_none", metric=_within(metric, words))


def _short(value: Decimal) -> Decimal:
    """To six decimals, and no more than there are."""
    rounded = value.quantize(_SHORT)
    return value if rounded == value else rounded


# ---------------------------------------------------------------- for programs


def columns(query: Query) -> tuple[str, ...]:
    """The names of the columns that programs read: each axis as it was asked for, then the metrics that are no axis."""
    axes = query.axis_names
    return (*axes, *(name for name in query.names if name not in axes))


def _flat(swept: SweepResult) -> Table:
    names = columns(swept.query)
    rows = [
        (text(swept.names[point.scenario]), *(_by_name(point, swept)[name] for name in names))
        for point in swept.points
    ]
    return Table(("scenario", *names), tuple(rows))


def _by_name(point: Point, swept: SweepResult) -> Mapping[str, Cell]:
    metrics = zip(swept.query.names, metric_cells(point, swept), strict=True)
    named = zip(swept.query.axis_names, swept.axes, point.values, strict=True)
    axes = {name: Cell(value, input_kind(axis.input)) for name, axis, value in named}
    return {**dict(metrics), **axes}


def sweep_record(assessed: AssessedSweep) -> dict[str, Any]:
    """A sweep under the keys that json carries; each point under the names of the axes and metrics."""
    swept = assessed.result
    names = columns(swept.query)
    return {
        **sweep_head(swept),
        "cliffs": [{**cliff._asdict(), "scenario": swept.names[cliff.scenario]} for cliff in swept.cliffs],
        "crossings": [
            {
                "above": swept.names[each.above],
                "below": swept.names[each.below],
                "at": each.at,
                "meets": each.meets,
            }
            for each in swept.crossings
        ],
        "warnings": [
            {"scenario": contract.name, **warning}
            for contract in assessed.today
            for warning in warning_records(contract)
        ],
        "points": [
            {
                "scenario": swept.names[point.scenario],
                **{name: _by_name(point, swept)[name].value for name in names},
            }
            for point in swept.points
        ],
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
