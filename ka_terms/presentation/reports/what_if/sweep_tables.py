"""The tables of a sweep: along one axis a row per value, with bars and jumps; along two a matrix; else a list."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ka_terms.presentation.chart import BarColumn
from ka_terms.presentation.fields import Field, In, Places, table
from ka_terms.presentation.quantities import growth, percent
from ka_terms.presentation.reports.charts.sensitivity import row_bars
from ka_terms.presentation.table import Cell, Emphasis, Kind, Table, text
from ka_terms.presentation.wording.input_names import input_kind, input_label, input_text
from ka_terms.presentation.wording.metric_words import metric_kind, metric_label
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.analysis.sweep.axes import Axis
    from ka_terms.analysis.sweep.result import SweepResult
    from ka_terms.analysis.sweep.rows import Point
    from ka_terms.model.vocabulary.metrics import Metric

_MOST_CELLS = 10_000
"""Cells of a matrix that somebody reads; a larger grid, of which rules let a few points through, is a list."""


def is_matrix(swept: SweepResult) -> bool:
    """Whether the points are shown as a matrix."""
    grid = swept.query.grid
    return len(grid.axes) == 2 and swept.best_of is None and not grid.zipped and grid.size <= _MOST_CELLS


def tables(swept: SweepResult, words: Words) -> list[Table]:
    """A table of all points, or of a matrix one a contract and metric."""
    if is_matrix(swept):
        return list(_matrices(swept, words))
    return [_along(swept, words) if len(swept.axes) == 1 and swept.best_of is None else _tidy(swept, words)]


def _along(swept: SweepResult, words: Words) -> Table:
    """A row per value of the axis and per jump between two values; columns are the metrics of every contract."""
    axis, names = swept.axes[0], swept.names
    found = {(point.values[0], point.scenario): point for point in (*swept.at_cliffs, *swept.points)}
    values = sorted({value for value, _ in found}, reverse=axis.whole(0) > axis.whole(axis.count - 1))
    columns = [input_label(axis.input, words)]
    for name in names:
        columns += [_heading(metric, name if len(names) > 1 else "", words) for metric in swept.query.metrics]
    rows = []
    for value in values:
        row = [axis_cell(axis, value)]
        for at in range(len(names)):
            row += metric_cells(found.get((value, at)), swept)
        rows.append((*row, text(_mark(value, swept, words))))
    table = Table((*columns, ""), tuple(rows), title=_title(swept, words))
    if len(names) > 1:
        return table
    lengths = tuple(found[value, 0].metrics[0] for value in values)
    return table._replace(bars=BarColumn(len(columns), "", row_bars(swept.query.metrics[0], lengths, words)))


def _heading(metric: Metric, name: str, words: Words) -> str:
    """The label of a metric, behind the name of its contract where there are several: `2003 ask: fee ratio`."""
    if not name:
        return metric_label(metric, words)
    label = words.joined(lambda one: one.within(metric_label(metric, one)))
    return words.say("column_case", name=name, case=label)


def _title(swept: SweepResult, words: Words) -> str:
    return words.joined(
        lambda one: one.say("join.list").join(metric_label(metric, one) for metric in swept.query.metrics)
    )


def metric_cells(point: Point | None, swept: SweepResult) -> list[Cell]:
    """The metrics of a point in their order; blank where there is no such point."""
    if point is None:
        return [text("") for _ in swept.query.metrics]
    return [
        Cell(value, metric_kind(metric))
        for metric, value in zip(swept.query.metrics, point.metrics, strict=True)
    ]


def _mark(value: Decimal, swept: SweepResult, words: Words) -> str:
    """The remarks on a value of the one axis: that it is the current one, and which fee jumps there."""
    here = [name for name, today in zip(swept.names, swept.today, strict=True) if today[0] == value]
    same = len(here) == len(swept.names)
    parts = [words.say("today") if same else words.say("today_of", names=words.listed(here))] if here else []
    for cliff in swept.cliffs:
        if swept.row_of(cliff) == value:
            fees = swept.scenarios[cliff.scenario].fees
            fee = words.fee_within(cliff.term, fees[cliff.term])
            amount = words.money(abs(cliff.jump), swept.currency)
            remark = words.say("cliff" if cliff.jump > 0 else "cliff_falls", term=fee, jump=amount)
            parts.append(_of_contract(cliff.scenario, remark, swept, words))
    return words.say("join.list").join(parts)


def _of_contract(position: int, text: str, swept: SweepResult, words: Words) -> str:
    """A text behind the name of its contract, where there are several."""
    name = swept.names[position]
    return text if len(swept.names) == 1 else words.say("join.colon").join([name, text])


def _matrices(swept: SweepResult, words: Words) -> Iterator[Table]:
    """A table a contract and metric: the first axis down, the second across, as far as there are points; or none."""
    header = " \\ ".join(input_label(axis.input, words) for axis in swept.axes)
    for at in range(len(swept.names)):
        found = {point.values: point for point in swept.points if point.scenario == at}
        if not found:
            continue
        there = [{values[place] for values in found} for place in range(2)]
        downs, acrosses = (
            [value for value in map(axis.value, range(axis.count)) if value in there[place]]
            for place, axis in enumerate(swept.axes)
        )
        for place, metric in enumerate(swept.query.metrics):
            columns = [header, *(_marked(across, 1, at, swept) for across in acrosses)]
            rows = [
                (
                    text(_marked(down, 0, at, swept)),
                    *(_cell(found.get((down, across)), place, metric, swept) for across in acrosses),
                )
                for down in downs
            ]
            title = metric_label(metric, words)
            yield Table(tuple(columns), tuple(rows), title=_of_contract(at, title, swept, words))


def _marked(value: Decimal, axis: int, scenario: int, swept: SweepResult) -> str:
    """A value at the edge of a matrix, with a star if it is the current one."""
    star = " *" if swept.today[scenario][axis] == value else ""
    return input_text(swept.axes[axis].input, value, swept.currency) + star


def _cell(point: Point | None, place: int, metric: Metric, swept: SweepResult) -> Cell:
    if point is None:
        return text("")
    today = swept.today[point.scenario] == point.values
    emphasis = Emphasis.STRONG if today else Emphasis.NONE
    return Cell(point.metrics[place], metric_kind(metric), emphasis=emphasis)


def _tidy(swept: SweepResult, words: Words) -> Table:
    """A row per combination and contract; the last column marks the current combination."""

    def current(point: Point) -> str:
        return words.say("today") if swept.today[point.scenario] == point.values else ""

    mark: Field[Point] = Field("", current, places=In.TABLE, label=lambda _: "")
    return table([*point_fields(swept), mark], swept.points, words, _title(swept, words))


def point_fields(swept: SweepResult) -> list[Field[Point]]:
    """A combination of one contract: its axes as they were asked for, then its metrics.

    Programs read a metric that is an axis too only once.
    """
    names = swept.query.axis_names
    return [
        Field("scenario", lambda point: swept.names[point.scenario]),
        *(_axis_field(name, axis, at) for at, (name, axis) in enumerate(zip(names, swept.axes, strict=True))),
        *(
            _metric_field(metric, at, In.TABLE if metric.name in names else In.ALL)
            for at, metric in enumerate(swept.query.metrics)
        ),
    ]


def _axis_field(name: str, axis: Axis, position: int) -> Field[Point]:
    return Field(
        name,
        lambda point: point.values[position],
        input_kind(axis.input),
        label=lambda words: input_label(axis.input, words),
        shown=lambda point: axis_cell(axis, point.values[position]),
    )


def _metric_field(metric: Metric, position: int, places: Places) -> Field[Point]:
    return Field(
        metric.name,
        lambda point: point.metrics[position],
        metric_kind(metric),
        places,
        lambda words: metric_label(metric, words),
    )


def axis_cell(axis: Axis, value: Decimal) -> Cell:
    """A value of an axis; a share is written out, since a number cell would round one of 0.125%."""
    if axis.input.is_growth:
        return text(growth(value))
    kind = input_kind(axis.input)
    return text(percent(value)) if kind in (Kind.RATIO, Kind.INDEX) else Cell(value, kind)
