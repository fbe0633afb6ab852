"""Charts of lines: jumps stay open, places with a name are marked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from ka_terms.presentation.chart import Chart, Series
from ka_terms.presentation.renderers.pictures.colors import DASHES, MUTED, color_of
from ka_terms.presentation.renderers.pictures.frame import TICK, Frame, fitted

_WIDTH, _LETTER = 0.82, 0.62
"""The axes as a share of the figure, and a letter as a share of its size, to keep names of marks apart."""


class Piece(NamedTuple):
    """The points of a line that are joined."""

    places: list[float]
    values: list[float]


def lines(chart: Chart, frame: Frame) -> None:
    """A line a series, open where it jumps or is n/a; dots stand at both sides of a jump."""
    handles = []
    for number, series in enumerate(chart.series):
        color, dash = color_of(number), (0, DASHES[number % len(DASHES)] or ())
        pieces = [*pieces_of(series)]
        for piece in pieces:
            frame.axes.plot(piece.places, piece.values, linewidth=2, color=color, linestyle=dash)
        for before, after in pairwise(pieces):
            ends = [before.places[-1], after.places[0]], [before.values[-1], after.values[0]]
            if ends[0][0] == ends[0][1]:
                frame.axes.plot(*ends, color=color, marker="o", markersize=4, linestyle=":", linewidth=0.8)
        handles.extend(frame.axes.plot([], [], linewidth=2, color=color, linestyle=dash))
    if len(handles) > 1:
        frame.legend(handles, [series.name for series in chart.series])
    frame.axes.margins(x=0.01, y=0.08)
    frame.ticks(chart.across, upright=True)
    frame.ticks(chart.along, upright=False)
    frame.name_places(chart)
    _mark(chart, frame)


def pieces_of(series: Series) -> Iterator[Piece]:
    """A line in pieces: a new one begins at a second value for the same place, and behind a value that is n/a."""
    piece = Piece([], [])
    last: Decimal | None = None
    for place, value in zip(series.places, series.values, strict=True):
        is_known = value is not None and value.is_finite()
        if piece.places and (not is_known or place == last):
            yield piece
            piece = Piece([], [])
        if value is not None and is_known:
            piece.places.append(float(place))
            piece.values.append(float(value))
        last = place
    if piece.places:
        yield piece


def _mark(chart: Chart, frame: Frame) -> None:
    """A line at each place with a name; the names stand in as many rows above as it takes to keep them apart."""
    low, high = frame.axes.get_xlim()
    width = frame.figure.get_size_inches()[0] * 72 * _WIDTH
    ends: list[float] = []
    for mark in sorted(chart.marks, key=lambda mark: mark.at):
        frame.axes.axvline(float(mark.at), color=MUTED, linewidth=0.9, linestyle=(0, (4, 2)))
        text = frame.text(mark.text, 200, most=1)
        start = (float(mark.at) - low) / (high - low) * width
        row = next((row for row, end in enumerate(ends) if end < start), len(ends))
        size = max(map(len, fitted(text, 400, TICK))) * TICK * _LETTER * (1 if text.isascii() else 1.7)
        is_left = start + size > width
        ends[row : row + 1] = [start + size]
        frame.axes.annotate(
            text,
            (float(mark.at), 1),
            (0, 2 + row * TICK * 1.35),
            xycoords=frame.axes.get_xaxis_transform(),
            textcoords="offset points",
            ha="right" if is_left else "left",
            va="bottom",
            fontsize=TICK,
            color=MUTED,
        )
    frame.axes.set_xlim(low, high)
