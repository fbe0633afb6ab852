"""What moves a metric most, as a report: one row a number, the widest swing first, with two-sided bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from ka_terms.analysis.tornado import Side, Swing, Tornado
from ka_terms.presentation.bars import two_sided
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, changed, text
from ka_terms.presentation.wording.input_names import (
    index_label,
    input_kind,
    input_text,
)
from ka_terms.presentation.wording.metric_words import banner, metric_kind, metric_label, metric_text
from ka_terms.presentation.wording.quantities import percent
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

_DIFFERENCES = {Kind.RATIO: Kind.POINTS, Kind.INDEX: Kind.POINTS}
"""The kind of a difference, where that is another one than that of the values."""
_FLAT = (
    *("path", "label", "value", "low", "high", "metric_low", "metric_high", "change_low", "change_high"),
    *("held", "crosses_low", "crosses_high"),
)


def tornado_report(
    tornado: Tornado, words: Words, top: int | None = None, show_all: bool = False, notes: Sequence[str] = ()
) -> Report:
    """The `top` widest swings, or all; with `show_all` also the numbers that change nothing."""
    swings = (*tornado.swings, *(tornado.still if show_all else ()))
    shown = swings[:top]
    headline = _headline(tornado, words)
    left = len(swings) - len(shown)
    return Report(
        headline=(headline,),
        tables=(_table(tornado, shown, words),),
        notes=(*_notes(tornado, left, 0 if show_all else len(tornado.still), words), *notes),
        flat=_flat(tornado, shown, words),
        record=lambda: _record(tornado, shown),
        title=headline,
        internal=banner([tornado.metric], words),
    )


def _headline(tornado: Tornado, words: Words) -> str:
    values = {
        "name": tornado.scenario.scenario,
        "metric": words.within(metric_label(tornado.metric, words.first)),
        "base": _said(tornado, tornado.base, words),
        "by": percent(tornado.by),
    }
    if not tornado.swings:
        return words.say("tornado_headline.still", **values)
    widest = tornado.swings[0]
    label = index_label(widest.input, words.first)
    return words.say(
        "tornado_headline",
        **values,
        input=label if ":" in label else words.within(label),
        low=_said(tornado, widest.low.metric, words),
        high=_said(tornado, widest.high.metric, words),
    )


def _said(tornado: Tornado, value: Decimal | None, words: Words) -> str:
    return metric_text(tornado.metric, value, words.first, tornado.scenario.currency)


def _table(tornado: Tornado, swings: Sequence[Swing], words: Words) -> Table:
    metric, change = metric_label(tornado.metric, words), words("change")
    share = percent(tornado.by)
    sides = (f"−{share}", f"+{share}")
    columns = (
        words("tornado.input"),
        words("tornado.path"),
        words("tornado.today"),
        *(f"{metric}, {side}" for side in sides),
        *(f"{change}, {side}" for side in sides),
        words("tornado.bars"),
        words("note"),
    )
    widest = max((swing.width for swing in tornado.swings), default=Decimal(0))
    rows = tuple(_row(tornado, swing, widest, words) for swing in swings)
    # A column of remarks only where there is one.
    if not any(row[-1].value for row in rows):
        columns, rows = columns[:-1], tuple(row[:-1] for row in rows)
    return Table(columns, rows)


def _row(tornado: Tornado, swing: Swing, widest: Decimal, words: Words) -> tuple[Cell, ...]:
    kind = metric_kind(tornado.metric)
    input, sides = swing.input, (swing.low, swing.high)
    changes = [change for change in swing.changes if change is not None]
    fall, rise = -min(changes, default=Decimal(0)), max(changes, default=Decimal(0))
    return (
        text(index_label(input, words)),
        text(input.path, Emphasis.MUTED),
        Cell(input.value, input_kind(input)),
        *(Cell(side.metric, kind) for side in sides),
        *(_change(tornado, side, kind) for side in sides),
        text(two_sided(fall, rise, widest)),
        text(_remark(tornado, swing, words)),
    )


def _change(tornado: Tornado, side: Side, kind: Kind) -> Cell:
    return changed(side.change, _DIFFERENCES.get(kind, kind), _judged(tornado, side.change))


def _judged(tornado: Tornado, change: Decimal | None) -> Emphasis:
    """Whether a change is good for the supplier; a figure that is no total says nothing of that."""
    if not change or tornado.metric.is_figure:
        return Emphasis.NONE
    return Emphasis.GOOD if (change > 0) is tornado.metric.more_is_better else Emphasis.BAD


def _remark(tornado: Tornado, swing: Swing, words: Words) -> str:
    share = percent(tornado.by)
    parts = [*_side_remarks(f"−{share}", swing.low, swing, tornado, words)]
    parts += _side_remarks(f"+{share}", swing.high, swing, tornado, words)
    return words.say("join.semicolon").join(parts)


def _side_remarks(name: str, side: Side, swing: Swing, tornado: Tornado, words: Words) -> Iterator[str]:
    if side.held:
        input, currency = swing.input, tornado.scenario.currency
        value = percent(side.value) if input.is_growth else input_text(input, side.value, words, currency)
        yield words.say("tornado.held", side=name, value=value)
    if side.crosses:
        terms = words.listed(words.first.fee_of(key) for key in side.crosses)
        yield words.say("tornado.crosses", side=name, terms=terms)


def _notes(tornado: Tornado, left: int, still: int, words: Words) -> Iterator[str]:
    yield words.say("tornado_note.slopes")
    for key, count in (("tornado_note.left", left), ("tornado_note.still", still)):
        if count:
            yield words.say(key, count=count)
    if tornado.zeros:
        names = words.say("join.list").join(input.path for input in tornado.zeros)
        yield words.say("tornado_note.zeros", count=len(tornado.zeros), names=names)


def _flat(tornado: Tornado, swings: Sequence[Swing], words: Words) -> Table:
    """One row a number, its values as they are, since they are of many kinds.

    `crosses` has the keys of terms, and `held` the sides that stop short of the share.
    """
    kind = metric_kind(tornado.metric)
    rows = []
    for swing in swings:
        sides = {"low": swing.low, "high": swing.high}
        of_input = (swing.input.value, *(side.value for side in sides.values()))
        rows.append(
            (
                text(swing.input.path),
                text(index_label(swing.input, words)),
                *(Cell(value, Kind.COUNT) for value in of_input),
                *(Cell(side.metric, kind) for side in sides.values()),
                *(Cell(side.change, _DIFFERENCES.get(kind, kind)) for side in sides.values()),
                text(" ".join(name for name, side in sides.items() if side.held)),
                *(text(" ".join(side.crosses)) for side in sides.values()),
            )
        )
    return Table(_FLAT, tuple(rows))


def _record(tornado: Tornado, swings: Sequence[Swing]) -> dict[str, Any]:
    return {
        "format_version": FORMAT_VERSION,
        "scenario": tornado.scenario.scenario,
        "metric": tornado.metric.name,
        "base": tornado.base,
        "by": tornado.by,
        "levers": [
            {
                "path": swing.input.path,
                "value": swing.input.value,
                "low": _side(swing.low),
                "high": _side(swing.high),
                "change_low": swing.low.change,
                "change_high": swing.high.change,
            }
            for swing in swings
        ],
        "still": [swing.input.path for swing in tornado.still],
        "zero": [input.path for input in tornado.zeros],
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "value": side.value,
        "metric": side.metric,
        "held": side.held,
        "crosses": list(side.crosses),
    }
