"""A large sweep written row by row: the same columns as the small one's, without ever holding it whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ka_terms.analysis.sweep.columns import Column
from ka_terms.analysis.sweep.result import SweepResult
from ka_terms.analysis.sweep.rows import Point, Rows
from ka_terms.model.numbers.currency import MINOR_DIGITS
from ka_terms.model.vocabulary.figures import GROWTH
from ka_terms.presentation.fields import Field, In, placed
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.registry import by_name
from ka_terms.presentation.renderers.texts.delimited import INTERNAL
from ka_terms.presentation.reports.what_if.sweep import sweep_head
from ka_terms.presentation.reports.what_if.sweep_tables import point_fields
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.metric_words import banner
from ka_terms.presentation.words import Words
from ka_terms.text.safe import escape_in_json
from ka_terms.writing.streaming.rows import TEXT, Around, Block, StreamColumn
from ka_terms.writing.streaming.stream import write_stream

_INT64 = 2**63
_FIGURE_DECIMALS = 8
_GROWN_DECIMALS = 16
"""Of a figure that is last year's times a growth: eight decimals each."""


class Shown(NamedTuple):
    """The words of what people read, and how it looks; `look.mark` asks for a byte-order mark."""

    words: Words
    look: Look


def write_sweep(
    name: str, swept: SweepResult, found: Iterable[Rows], target: Path | None, force: bool, shown: Shown
) -> None:
    """Write the rows in the format of that name; `swept` has no points yet.

    Errors: those of `write_stream`.
    """
    layout = _columns(swept, shown.words)
    private = any(metric.is_private for metric in swept.query.needed)
    head = json.dumps(
        {**({INTERNAL: True} if private else {}), **sweep_head(swept)}, default=_number, ensure_ascii=False
    )
    look = shown.look._replace(style=shown.look.style._replace(digits=MINOR_DIGITS[swept.currency]))
    around = Around(
        f'{escape_in_json(head)[:-1]}, "points": [',
        "]}\n",
        look.mark,
        title=" · ".join(swept.names),
        banner=banner(swept.query.needed, shown.words),
        look=look,
    )
    blocks = _blocks(swept, layout, found)
    if private and by_name(name).has_rows_alone:
        layout, blocks = [StreamColumn(INTERNAL, TEXT), *layout], ([INTERNAL, *block] for block in blocks)
    write_stream(name, layout, blocks, target, force, around)


def _number(value: Any) -> int | float:
    """A decimal as json writes it. Today's values have so few digits that a float holds them."""
    return int(value) if value == value.to_integral_value() else float(value)


def _columns(swept: SweepResult, words: Words) -> list[StreamColumn]:
    scenario, *fields = placed(point_fields(swept), In.CSV)
    columns = (_column(field, swept) for field in fields)
    shown = (
        column._replace(label=field.header(words), kind=field.kind)
        for field, column in zip(fields, columns, strict=True)
        if isinstance(field.kind, Kind)
    )
    return [StreamColumn(scenario.key, TEXT, label=scenario.header(words)), *shown]


def _column(field: Field[Point], swept: SweepResult) -> StreamColumn:
    query, digits, name = swept.query, MINOR_DIGITS[swept.currency], field.key
    metrics = dict(zip(query.names, query.metrics, strict=True))
    axes = dict(zip(query.axis_names, query.grid.axes, strict=True))
    grown = any(axis.input.leaf == GROWTH for axis in query.grid.axes)
    if name in axes:
        scale, money = max(axes[name].scale, 0), axes[name].input.kind == "money"
        decimals = max(scale, digits) if money else scale
        return StreamColumn(name, decimals, digits if money else 0, is_stated=True)
    if metrics[name].under:
        return StreamColumn(name)
    if metrics[name].is_fee:  # settled in the minor unit
        return StreamColumn(name, digits, digits)
    finest = _GROWN_DECIMALS if grown else _FIGURE_DECIMALS
    return StreamColumn(name, finest, 0 if metrics[name].is_figure else digits)


def _blocks(swept: SweepResult, layout: Sequence[StreamColumn], found: Iterable[Rows]) -> Iterator[Block]:
    for rows in found:
        if rows.size:
            axes = dict(zip(swept.query.axis_names, rows.axes, strict=True))
            by_name = {**dict(zip(swept.query.names, rows.metrics, strict=True)), **axes}
            values = [_values(by_name[column.name], column, rows.size) for column in layout[1:]]
            yield [swept.names[rows.scenario], *values]


def _values(flat: Column | None, column: StreamColumn, size: int) -> Any:
    if flat is None:
        return [float("nan")] * size
    if column.decimals is None:
        return flat.floats()
    finer = column.decimals - flat.scale + (flat.under.scale if flat.under else 0)
    factor, divisor = 10 ** max(finer, 0), 10 ** max(-finer, 0)
    if flat.under:  # a part of what moves; or n/a where the numbers make no plan
        pairs = zip(flat.values, flat.under.values, strict=True)
        return [
            _rounded(int(value) * factor, int(under) * divisor) if under else float("nan")
            for value, under in pairs
        ]
    if not finer:
        return flat.values
    are_short = not isinstance(flat.values, list) and abs(flat.values).max() * float(factor) < _INT64 / 2
    if are_short and divisor == 1:
        return flat.values * factor
    return [_rounded(int(value) * factor, divisor) for value in flat.values]


def _rounded(over: int, under: int) -> int:
    """over / under, half away from zero."""
    size = (2 * abs(over) + under) // (2 * under)
    return size if over >= 0 else -size
