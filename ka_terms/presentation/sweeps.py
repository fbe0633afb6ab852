"""A sweep as a report: along one axis a table with bars and cliffs, over two a matrix, over more the tidy list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from ka_terms.analysis.axes import Axis
from ka_terms.analysis.cliffs import NEAR
from ka_terms.analysis.points import Point, Question
from ka_terms.analysis.swept import Swept
from ka_terms.calculation.statement import evaluate
from ka_terms.presentation.bars import bar
from ka_terms.presentation.cliffs import warning_notes, warning_records
from ka_terms.presentation.lever_names import (
    lever_kind,
    lever_label,
    lever_text,
    metric_kind,
    metric_label,
    metric_text,
)
from ka_terms.presentation.quantities import percent
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, text
from ka_terms.presentation.words import Words

FORMAT_VERSION = 1
_BAR_WIDTH = 20
_MOST_CELLS = 10_000
"""Cells of a matrix that somebody reads; a larger grid, of which rules let a few points through, is a list."""
_SHORT = Decimal("0.000001")


def sweep_report(swept: Swept, words: Words, near: Decimal = NEAR, notes: Sequence[str] = ()) -> Report:
    """Everything `sweep` says of a grid that a person looks at; warns where a plan is within `near` of a cliff."""
    today = [evaluate(scenario, words.catalogue) for scenario in swept.scenarios]
    return Report(
        headline=tuple(_headlines(swept, words)),
        tables=_tables(swept, words),
        notes=(*_notes(swept, words), *notes, *warning_notes(today, words, near)),
        flat=_flat(swept),
        record=lambda: sweep_record(swept, near),
        title=" · ".join(swept.names),
    )


# ---------------------------------------------------------------- sentences


def _headlines(swept: Swept, words: Words) -> Iterator[str]:
    """For each contract the least and the most of the first metric, and where."""
    metric = swept.question.metrics[0]
    if swept.best_of and swept.points:
        yield _best(metric, swept, words)
        return
    for at, name in enumerate(swept.names):
        found = [point for point in swept.points if point.scenario == at and point.metrics[0] is not None]
        if not found:
            yield words.say("sweep_none", name=name, metric=_within(metric, swept, words))
            continue
        least = min(found, key=lambda point: point.metrics[0] or Decimal(0))
        most = max(found, key=lambda point: point.metrics[0] or Decimal(0))
        yield words.say(
            "sweep_headline",
            name=name,
            metric=_within(metric, swept, words),
            least=_value(metric, least, swept, words),
            most=_value(metric, most, swept, words),
            at_least=_place(least, swept, words),
            at_most=_place(most, swept, words),
            count=words.count(Decimal(len(found))),
        )


def _best(metric: str, swept: Swept, words: Words) -> str:
    first = swept.points[0]
    return words.say(
        "sweep_best",
        count=len(swept.points),
        total=words.count(Decimal(swept.best_of or 0)),
        name=swept.names[first.scenario],
        metric=_within(metric, swept, words),
        value=_value(metric, first, swept, words),
        place=_place(first, swept, words),
    )


def _within(metric: str, swept: Swept, words: Words) -> str:
    first = words.first
    return first.within(metric_label(metric, first, swept.is_term(metric)))


def _value(metric: str, point: Point, swept: Swept, words: Words) -> str:
    return metric_text(metric, point.metrics[0], words, swept.currency, swept.is_term(metric))


def _place(point: Point, swept: Swept, words: Words) -> str:
    """`sales 9,750,000, monthly rebate 1.5%`."""
    first = words.first
    parts = (
        f"{first.within(lever_label(axis.lever, first))} {lever_text(axis.lever, value, words, swept.currency)}"
        for axis, value in zip(swept.axes, point.values, strict=True)
    )
    return words.say("join.list").join(parts)


def _notes(swept: Swept, words: Words) -> Iterator[str]:
    yield from _crossing_notes(swept, words)
    for axis in swept.axes:
        if axis.last_step_is_short:
            yield words.say("short_step_note", lever=lever_label(axis.lever, words.first))
    if _is_matrix(swept) and any(_is_on(swept, at) for at in range(2)):
        yield words.say("today_note")


def _is_on(swept: Swept, at: int) -> bool:
    """Whether today's value of any contract is one of an axis."""
    axis = swept.axes[at]
    values = {axis.value(step) for step in range(axis.count)}
    return any(today[at] in values for today in swept.today)


def _is_matrix(swept: Swept) -> bool:
    grid = swept.question.grid
    return len(grid.axes) == 2 and swept.best_of is None and not grid.zipped and grid.size <= _MOST_CELLS


def _crossing_notes(swept: Swept, words: Words) -> Iterator[str]:
    lever, metric = swept.axes[0].lever, swept.question.metrics[0]
    first = words.first
    for crossing in swept.crossings:
        yield words.say(
            "crossing_meets" if crossing.meets else "crossing_leaps",
            above=swept.names[crossing.above],
            below=swept.names[crossing.below],
            metric=_within(metric, swept, words),
            lever=first.within(lever_label(lever, first)),
            at=lever_text(lever, _short(crossing.at), words, swept.currency),
        )
    if len(swept.names) > 1 and len(swept.axes) == 1 and not swept.crossings and swept.best_of is None:
        yield words.say("crossing_none", metric=_within(metric, swept, words))


def _short(value: Decimal) -> Decimal:
    """To six decimals, and no more than there are."""
    rounded = value.quantize(_SHORT)
    return value if rounded == value else rounded


# ---------------------------------------------------------------- tables


def _tables(swept: Swept, words: Words) -> list[Table]:
    if _is_matrix(swept):
        return list(_matrices(swept, words))
    return [_along(swept, words) if len(swept.axes) == 1 and swept.best_of is None else _tidy(swept, words)]


def _along(swept: Swept, words: Words) -> Table:
    """A row a value of the one axis and a row a cliff between them; the metrics of all contracts beside each other."""
    axis, names = swept.axes[0], swept.names
    found = {(point.values[0], point.scenario): point for point in (*swept.at_cliffs, *swept.points)}
    values = sorted({value for value, _ in found}, reverse=axis.whole(0) > axis.whole(axis.count - 1))
    columns = [lever_label(axis.lever, words)]
    for name in names:
        labels = (metric_label(metric, words, swept.is_term(metric)) for metric in swept.question.metrics)
        columns += [
            label if len(names) == 1 else words.say("column_case", name=name, case=label) for label in labels
        ]
    most = max((point.metrics[0] or Decimal(0) for point in found.values()), default=Decimal(0))
    rows = []
    for value in values:
        row = [axis_cell(axis, value)]
        for at in range(len(names)):
            row += _metric_cells(found.get((value, at)), swept)
        if len(names) == 1:
            row.append(text(bar(found[value, 0].metrics[0], most, _BAR_WIDTH)))
        rows.append((*row, text(_mark(value, swept, words))))
    bars = [""] if len(names) == 1 else []
    return Table((*columns, *bars, ""), tuple(rows), title=_title(swept, words))


def _title(swept: Swept, words: Words) -> str:
    return words.joined(
        lambda one: one.say("join.comma").join(
            metric_label(m, one, swept.is_term(m)) for m in swept.question.metrics
        )
    )


def _metric_cells(point: Point | None, swept: Swept) -> list[Cell]:
    if point is None:
        return [text("") for _ in swept.question.metrics]
    return [
        Cell(value, metric_kind(metric, swept.is_term(metric)))
        for metric, value in zip(swept.question.metrics, point.metrics, strict=True)
    ]


def _mark(value: Decimal, swept: Swept, words: Words) -> str:
    """What is to be said of a value of the one axis: that it is today's, and what leaps there."""
    parts = list(_today(value, 0, swept, words))
    for cliff in swept.cliffs:
        if cliff.at == value:
            fee = words.first.fee_of(cliff.term, swept.scenarios[cliff.scenario].terms[cliff.term])
            amount = words.money(abs(cliff.jump.quantize(Decimal("0.01"))), swept.currency)
            signed = f"{'+' if cliff.jump > 0 else '-'}{amount}"
            said = words.say("cliff", term=fee, jump=signed)
            parts.append(said if len(swept.names) == 1 else f"{swept.names[cliff.scenario]}: {said}")
    return words.say("join.list").join(parts)


def _today(value: Decimal, axis: int, swept: Swept, words: Words) -> Iterator[str]:
    here = [name for name, today in zip(swept.names, swept.today, strict=True) if today[axis] == value]
    if here:
        same = len(here) == len(swept.names)
        yield words.say("today") if same else words.say("today_of", names=words.listed(here))


def _matrices(swept: Swept, words: Words) -> Iterator[Table]:
    """A table a contract and metric: the first axis down, the second across, as far as there are points."""
    header = " \\ ".join(lever_label(axis.lever, words) for axis in swept.axes)
    for at, name in enumerate(swept.names):
        found = {point.values: point for point in swept.points if point.scenario == at}
        downs, acrosses = (_values_in_order(axis, place, found) for place, axis in enumerate(swept.axes))
        for place, metric in enumerate(swept.question.metrics):
            columns = [header, *(_marked(across, 1, at, swept, words) for across in acrosses)]
            rows = [
                (
                    text(_marked(down, 0, at, swept, words)),
                    *(_cell(found.get((down, across)), place, metric, swept) for across in acrosses),
                )
                for down in downs
            ]
            title = metric_label(metric, words, swept.is_term(metric))
            yield Table(
                tuple(columns), tuple(rows), title=title if len(swept.names) == 1 else f"{name}: {title}"
            )


def _values_in_order(axis: Axis, place: int, found: Mapping[tuple[Decimal, ...], Point]) -> list[Decimal]:
    there = {values[place] for values in found}
    return [value for value in map(axis.value, range(axis.count)) if value in there]


def _marked(value: Decimal, axis: int, scenario: int, swept: Swept, words: Words) -> str:
    """A value at the edge of a matrix, with a star where it is today's."""
    star = " *" if swept.today[scenario][axis] == value else ""
    return lever_text(swept.axes[axis].lever, value, words, swept.currency) + star


def _cell(point: Point | None, place: int, metric: str, swept: Swept) -> Cell:
    if point is None:
        return text("")
    today = swept.today[point.scenario] == point.values
    emphasis = Emphasis.STRONG if today else Emphasis.NONE
    return Cell(point.metrics[place], metric_kind(metric, swept.is_term(metric)), emphasis=emphasis)


def _tidy(swept: Swept, words: Words) -> Table:
    """A row a point and contract; a star behind what is all as today."""
    labels = [lever_label(axis.lever, words) for axis in swept.axes]
    labels += [metric_label(metric, words, swept.is_term(metric)) for metric in swept.question.metrics]
    rows = [
        (
            text(swept.names[point.scenario]),
            *(axis_cell(axis, value) for axis, value in zip(swept.axes, point.values, strict=True)),
            *_metric_cells(point, swept),
            text(words.say("today") if swept.today[point.scenario] == point.values else ""),
        )
        for point in swept.points
    ]
    return Table((words("scenario"), *labels, ""), tuple(rows), title=_title(swept, words))


def axis_cell(axis: Axis, value: Decimal) -> Cell:
    """A value of an axis; a share is written out, since a number cell would round one of 0.125%."""
    kind = lever_kind(axis.lever)
    return text(percent(value)) if kind in (Kind.RATIO, Kind.INDEX) else Cell(value, kind)


# ---------------------------------------------------------------- for programs


def columns(question: Question) -> tuple[str, ...]:
    """The names of the columns that programs read: each axis as it was asked for, then the metrics that are no axis."""
    axes = question.axis_names
    return (*axes, *(metric for metric in question.metrics if metric not in axes))


def _flat(swept: Swept) -> Table:
    names = columns(swept.question)
    rows = [
        (text(swept.names[point.scenario]), *(_by_name(point, swept)[name] for name in names))
        for point in swept.points
    ]
    return Table(("scenario", *names), tuple(rows))


def _by_name(point: Point, swept: Swept) -> Mapping[str, Cell]:
    metrics = zip(swept.question.metrics, _metric_cells(point, swept), strict=True)
    named = zip(swept.question.axis_names, swept.axes, point.values, strict=True)
    axes = {name: Cell(value, lever_kind(axis.lever)) for name, axis, value in named}
    return {**dict(metrics), **axes}


def sweep_record(swept: Swept, near: Decimal = NEAR) -> dict[str, Any]:
    """A sweep under the keys that json carries; each point under the names of the axes and metrics."""
    warned = ((name, evaluate(scenario)) for name, scenario in zip(swept.names, swept.scenarios, strict=True))
    names = columns(swept.question)
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
            {"scenario": name, **warning}
            for name, today in warned
            for warning in warning_records(today, near)
        ],
        "points": [
            {
                "scenario": swept.names[point.scenario],
                **{name: _by_name(point, swept)[name].value for name in names},
            }
            for point in swept.points
        ],
    }


def sweep_head(swept: Swept) -> dict[str, Any]:
    """What a sweep is of: the keys of its record before the points."""
    return {
        "format_version": FORMAT_VERSION,
        "scenarios": list(swept.names),
        "axes": [
            {
                "name": swept.question.axis_names[at],
                "path": axis.lever.path,
                "count": axis.count,
                "today": [values[at] for values in swept.today],
            }
            for at, axis in enumerate(swept.axes)
        ],
        "metrics": list(swept.question.metrics),
    }
