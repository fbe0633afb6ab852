"""A tornado as a report: one row per input, the largest effect first, with two-sided bars."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from ka_terms.presentation.chart import BarColumn
from ka_terms.presentation.fields import Field, In, flat, record, table
from ka_terms.presentation.quantities import percent
from ka_terms.presentation.reports.charts.sensitivity import spread
from ka_terms.presentation.reports.notes import notes
from ka_terms.presentation.table import Cell, Emphasis, Kind, Report, Table, changed
from ka_terms.presentation.wording.input_names import input_inline, input_kind, input_label, input_text
from ka_terms.presentation.wording.metric_words import (
    banner,
    metric_inline,
    metric_kind,
    metric_label,
    metric_text,
)
from ka_terms.presentation.words import Words
from ka_terms.reading.saved_statement import FORMAT_VERSION

if TYPE_CHECKING:
    from ka_terms.analysis.tornado import Side, Swing, Tornado
    from ka_terms.model.contract.scenario import Scenario

_DRAWN = 15
"""Inputs in the picture: the widest."""
_SIDE: tuple[Field[Side], ...] = (
    Field("value"),
    Field("metric"),
    Field("held"),
    Field("crosses", lambda side: list(side.crosses)),
)


def tornado_report(
    tornado: Tornado,
    words: Words,
    top: int | None = None,
    show_all: bool = False,
    *,
    estimated: Iterable[Scenario] = (),
) -> Report:
    """The `top` inputs by their effect, or all; with `show_all` also those without effect.

    `estimated` is the contract as its file stands.
    """
    swings = (*tornado.swings, *(tornado.still if show_all else ()))
    shown = swings[:top]
    headline = _headline(tornado, words)
    own = _notes(tornado, len(swings) - len(shown), 0 if show_all else len(tornado.still), words)
    return Report(
        headline=(headline,),
        tables=() if tornado.base is None else (_table(tornado, shown, words),),
        notes=notes(words, own, estimated=estimated),
        flat=flat(_fields(tornado, words), shown),
        record=lambda: _record(tornado, shown, words),
        title=headline,
        internal=banner([tornado.metric], words),
        currency=tornado.scenario.currency,
        charts=()
        if tornado.base is None or not shown
        else (spread(tornado, shown[:_DRAWN], headline, words),),
    )


def _headline(tornado: Tornado, words: Words) -> str:
    values = {
        "name": tornado.scenario.scenario,
        "metric": metric_inline(tornado.metric, words),
        "base": _said(tornado, tornado.base, words),
        "by": percent(tornado.by),
    }
    if tornado.base is None:
        return words.say("tornado_headline.none", **values)
    if not tornado.swings:
        return words.say("tornado_headline.still", **values)
    widest = tornado.swings[0]
    return words.say(
        "tornado_headline",
        **values,
        input=input_inline(widest.input, words, by_index=True),
        low=_said(tornado, widest.low.metric, words),
        high=_said(tornado, widest.high.metric, words),
    )


def _said(tornado: Tornado, value: Decimal | None, words: Words) -> str:
    return metric_text(tornado.metric, value, words.first, tornado.scenario.currency)


def _fields(tornado: Tornado, words: Words) -> list[Field[Swing]]:
    """What is told of every number. Programs get values as they are, since they are of many kinds.

    `crosses` has the keys of terms, and `held` the sides that stop short of the share.
    """
    share = percent(tornado.by)
    low, high = _side_fields("low", f"-{share}", tornado), _side_fields("high", f"+{share}", tornado)
    *of_sides, crosses = zip(low, high, strict=True)
    path: Callable[[Swing], str] = attrgetter("input.path")
    return [
        Field("path", path, places=In.PROGRAMS),
        Field("label", lambda swing: _label(swing, words), places=In.ROWS, label="tornado.input"),
        Field("path", path, places=In.TABLE, label="tornado.path", emphasis=Emphasis.MUTED),
        Field("value", lambda swing: swing.input.value, Kind.COUNT, label="tornado.today", shown=_today),
        *(field for pair in of_sides for field in pair),
        Field("held", _held, places=In.CSV),
        *crosses,
        Field("note", lambda swing: _remark(tornado, swing, words), places=In.TABLE),
    ]


def _label(swing: Swing, words: Words) -> str:
    return input_label(swing.input, words, by_index=True)


def _today(swing: Swing) -> Cell:
    return Cell(swing.input.value, input_kind(swing.input))


def _held(swing: Swing) -> str:
    return " ".join(name for name, side in (("low", swing.low), ("high", swing.high)) if side.held)


def _side_fields(name: str, at: str, tornado: Tornado) -> tuple[Field[Swing], ...]:
    """The value at one end of the swing, the metric there, its change, and the terms that reach other tiers."""
    kind = metric_kind(tornado.metric)
    difference = kind.of_difference

    def side(swing: Swing) -> Side:
        return swing.low if name == "low" else swing.high

    return (
        Field(name, lambda swing: side(swing).value, Kind.COUNT, In.CSV),
        Field(name, lambda swing: record(_SIDE, side(swing)), places=In.JSON),
        Field(
            f"metric_{name}",
            lambda swing: side(swing).metric,
            kind,
            In.ROWS,
            lambda words: _heading(lambda one: metric_label(tornado.metric, one), at, words),
        ),
        Field(
            f"change_{name}",
            lambda swing: side(swing).change,
            difference,
            label=lambda words: _heading(lambda one: one("change"), at, words),
            shown=lambda swing: changed(side(swing).change, difference, _judged(tornado, side(swing).change)),
        ),
        Field(f"crosses_{name}", lambda swing: " ".join(side(swing).crosses), places=In.CSV),
    )


def _heading(label: Callable[[Words], str], side: str, words: Words) -> str:
    """The header of a value with the input changed to one side: `Fee ratio at -10%`."""
    return words.joined(lambda one: one.say("tornado.at", metric=label(one), side=side))


def _table(tornado: Tornado, swings: Sequence[Swing], words: Words) -> Table:
    """A row a number; a column of remarks only where there is one."""
    found = table(_fields(tornado, words), swings, words)
    bars = BarColumn(len(found.columns) - 1, words("tornado.bars"), spread(tornado, swings, "", words))
    found = found._replace(bars=bars)
    return found if any(row[-1].value for row in found.rows) else found.without([len(found.columns) - 1])


def _judged(tornado: Tornado, change: Decimal | None) -> Emphasis:
    """Whether a change is good for the supplier; a figure that is no total says nothing of that."""
    if not change or tornado.metric.is_figure:
        return Emphasis.NONE
    return Emphasis.GOOD if (change > 0) is tornado.metric.more_is_better else Emphasis.BAD


def _remark(tornado: Tornado, swing: Swing, words: Words) -> str:
    """Which side stops short of the share, and which terms reach other tiers there."""
    input, parts = swing.input, []
    for sign, side in (("-", swing.low), ("+", swing.high)):
        name = f"{sign}{percent(tornado.by)}"
        if side.held:
            text = input_text(input, side.value, tornado.scenario.currency)
            value = percent(side.value) if input.is_growth else text
            parts.append(words.say("tornado.held", side=name, value=value))
        if side.crosses:
            terms = words.listed(words.fee_within(key) for key in side.crosses)
            parts.append(words.say("tornado.crosses", side=name, terms=terms))
    return words.say("join.semicolon").join(parts)


def _notes(tornado: Tornado, left: int, still: int, words: Words) -> Iterator[str]:
    if tornado.base is not None:
        yield words.say("tornado_note.slopes")
        for key, count in (("tornado_note.left", left), ("tornado_note.still", still)):
            if count:
                yield words.say(key, count=count)
    if tornado.zeros:
        names = (input_inline(input, words, by_index=True) for input in tornado.zeros)
        joined = words.say("join.list").join(names)
        yield words.say("tornado_note.zeros", count=len(tornado.zeros), names=joined)


def _record(tornado: Tornado, swings: Sequence[Swing], words: Words) -> dict[str, Any]:
    return {
        "format_version": FORMAT_VERSION,
        "scenario": tornado.scenario.scenario,
        "metric": tornado.metric.name,
        "base": tornado.base,
        "by": tornado.by,
        "levers": [record(_fields(tornado, words), swing) for swing in swings],
        "still": [swing.input.path for swing in tornado.still],
        "zero": [input.path for input in tornado.zeros],
    }
