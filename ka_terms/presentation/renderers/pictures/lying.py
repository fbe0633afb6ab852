"""Charts of lying bars, the first category on top: amounts side by side, and what each input does to a metric."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ka_terms.presentation.chart import Chart
from ka_terms.presentation.renderers.pictures.colors import BASE, FALL, FALL_EDGE, INK, RISE, color_of
from ka_terms.presentation.renderers.pictures.frame import TICK, Frame

THICKNESS = 17.0
"""Points that a bar takes with what is around it."""
_NONE = Decimal(0)
_WIDE = 0.16
"""Room for labels beside the bars, as a share of their length."""


def bars(chart: Chart, frame: Frame) -> None:
    """A bar for each category and series, from zero."""
    count = max(len(chart.series), 1)
    height, handles = 0.8 / count, []
    for number, series in enumerate(chart.series):
        places = [at - 0.4 + height * (number + 0.5) for at in range(len(series.values))]
        known = [value if _is_known(value) else _NONE for value in series.values]
        lengths = [float(value or _NONE) for value in known]
        handles.append(frame.axes.barh(places, lengths, height * 0.9, color=color_of(number)))
        for place, value in zip(places, series.values, strict=True):
            at = value if value is not None and _is_known(value) else _NONE
            _label(frame, chart, (place, value), at=at, is_right=at >= 0)
    frame.axes.axvline(0, color=BASE, linewidth=1)
    _limits([*chart.values, _NONE], frame)
    if len(chart.series) > 1:
        frame.legend(handles, [series.name for series in chart.series])
    _finish(chart, frame)


def spread(chart: Chart, frame: Frame) -> None:
    """Two bars a category, from the middle to the value at the lower end and to that at the higher end."""
    middle, handles = chart.middle or _NONE, []
    for series, fill, edge in zip(chart.series, (FALL, RISE), (FALL_EDGE, RISE), strict=False):
        known = [value if value is not None and _is_known(value) else middle for value in series.values]
        lengths = [float(value - middle) for value in known]
        places = range(len(lengths))
        handles.append(
            frame.axes.barh(places, lengths, 0.62, float(middle), color=fill, edgecolor=edge, linewidth=0.8)
        )
    for place, ends in enumerate(zip(*(series.values for series in chart.series), strict=True)):
        _label_ends(place, ends, chart, frame)
    frame.axes.axvline(float(middle), color=INK, linewidth=1)
    _limits([*chart.values, middle], frame)
    frame.legend(handles, [series.name for series in chart.series])
    _finish(chart, frame)


def _label_ends(place: int, ends: Sequence[Decimal | None], chart: Chart, frame: Frame) -> None:
    """Both numbers of a category; of two on one side of the middle the nearer one stands beyond it."""
    middle = chart.middle or _NONE
    known = sorted(
        (value for value in ends if value is not None and value != middle),
        key=lambda value: abs(value - middle),
    )
    sides = [value > middle for value in known]
    for value, is_right in (
        zip(known, [not sides[-1], sides[-1]][-len(known) :], strict=True) if known else ()
    ):
        at = value if (value > middle) is is_right else middle
        _label(frame, chart, (place, value), at=at, is_right=is_right)
    if None in ends:
        _label(frame, chart, (place, None), at=middle, is_right=not sides[-1] if sides else True)


def _is_known(value: Decimal | None) -> bool:
    return value is not None and value.is_finite()


def _label(
    frame: Frame, chart: Chart, point: tuple[float, Decimal | None], *, at: Decimal, is_right: bool
) -> None:
    """A number beside a bar, at a value along the axis."""
    place, value = point
    frame.axes.annotate(
        frame.number(value if value is not None else Decimal("NaN"), chart.across),
        (float(at), place),
        (3 if is_right else -3, 0),
        textcoords="offset points",
        ha="left" if is_right else "right",
        va="center",
        fontsize=TICK,
        color=INK,
    )


def _limits(ends: Sequence[Decimal], frame: Frame) -> None:
    known = [float(end) for end in ends if end.is_finite()]
    low, high = min(known), max(known)
    room = (high - low) * _WIDE or abs(high) * _WIDE or 1.0
    is_from_zero = low == 0
    frame.axes.set_xlim(0 if is_from_zero else low - room, high + room)


def _finish(chart: Chart, frame: Frame) -> None:
    """Names at the side, the first on top; numbers below."""
    frame.axes.grid(visible=False, axis="y")
    names = [frame.text(name, 170, most=3) for name in chart.categories]
    frame.axes.set_yticks(range(len(names)), names, color=INK)
    if names:
        frame.axes.set_ylim(len(names) - 0.4, -0.6)
    frame.axes.spines["bottom"].set_visible(False)
    frame.ticks(chart.across, upright=False)
