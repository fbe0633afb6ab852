"""What all pictures have in common: the size, the title, the axes, and how numbers and texts are written on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from ka_terms.presentation.chart import Axis, Chart
from ka_terms.presentation.numbers import NumberStyle, write
from ka_terms.presentation.renderers.pictures.colors import ALARM, BASE, GRID, INK, MUTED
from ka_terms.presentation.renderers.pictures.fonts import Fonts
from ka_terms.presentation.table import Cell
from ka_terms.text.width import text_width
from ka_terms.text.wrap import wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

TITLE, LABEL, TICK = 14.0, 10.0, 9.0
"""Sizes of letters, in points."""
_MARGIN, _POINTS = 14.0, 72
_LINE = 1.3
"""The height of a line as a share of the size of its letters."""
_LETTER = 0.56
"""The width of a letter as a share of its size."""
_HANDLE = 46
"""Points of a legend beside each name: its line and the gaps."""
_DECIMALS = re.compile(r"\.0+(?=\D*$)")


class Frame(NamedTuple):
    """A figure with one pair of axes below its title, and what writes on it."""

    figure: Figure
    axes: Axes
    fonts: Fonts
    style: NumberStyle

    def number(self, value: Decimal, axis: Axis, *, signed: bool = False, stated: bool = False) -> str:
        """A value as tables have it; `stated` ones have all their digits."""
        return self.fonts.shown(write(Cell(value, axis.kind, signed=signed, stated=stated), self.style))

    def text(self, text: str, points: float, size: float = TICK, most: int = 4) -> str:
        """A text in lines of that width, at most so many; what is left out is told by an ellipsis."""
        lines = fitted(self.fonts.shown(text), points, size)
        return "\n".join(lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1][:-1]}…"])

    def ticks(self, axis: Axis, *, upright: bool) -> None:
        """Numbers along the axis of the values, or along that of the places; decimals only where one has any."""
        from matplotlib.ticker import FuncFormatter, MaxNLocator

        def labelled(values: Iterable[float]) -> list[str]:
            numbers = [Decimal(f"{value:.12g}") for value in values]
            texts = [self.number(number, axis) for number in numbers]
            if len({*texts}) < len(texts):  # finer than tables are: no two lines of the grid have one name
                texts = [self.number(number, axis, stated=True) for number in numbers]
            whole = all(_DECIMALS.search(text) or "." not in text for text in texts)
            return [_DECIMALS.sub("", text) for text in texts] if whole else texts

        formatter = FuncFormatter(lambda value, _: labelled([value])[0])
        formatter.format_ticks = labelled  # type: ignore[method-assign]  # its only way to see all numbers at once
        drawn = self.axes.yaxis if upright else self.axes.xaxis
        drawn.set_major_formatter(formatter)
        if axis.is_whole:
            drawn.set_major_locator(MaxNLocator(integer=True))

    def name_places(self, chart: Chart) -> None:
        """The label of the axis of places or categories."""
        if chart.along.label:
            self.axes.set_xlabel(
                self.text(chart.along.label, 400, LABEL), fontsize=LABEL, color=MUTED, loc="left"
            )

    def legend(self, handles: Sequence[Any], names: Sequence[str]) -> None:
        """The names of several series, below the axes."""
        # The library leaves out a name that begins with an underscore.
        shown = [self.text(f" {name}" if name.startswith("_") else name, 300) for name in names]
        widest = max((text_width(part) for name in shown for part in name.split("\n")), default=0)
        room = self.figure.get_size_inches()[0] * _POINTS - 2 * _MARGIN
        columns = max(1, min(len(shown), 4, int(room / (widest * TICK * _LETTER + _HANDLE))))
        self.figure.legend(
            handles, shown, loc="outside lower left", ncols=columns, frameon=False, fontsize=TICK
        )


def fitted(text: str, points: float, size: float) -> list[str]:
    """The lines of a text, each at most so wide at this size of letters."""
    columns = max(int(points / (size * _LETTER)), 4)
    return [line for part in text.split("\n") for line in wrap(part, columns)]


class _Heading(NamedTuple):
    """One line above the axes."""

    text: str
    size: float
    color: str
    weight: str


def framed(chart: Chart, banner: str, fonts: Fonts, style: NumberStyle, size: tuple[float, float]) -> Frame:
    """An empty picture of that size in inches below its banner, its title and the label of its values."""
    from matplotlib.figure import Figure

    width, height = (side * _POINTS for side in size)
    headings = [*_headings(chart, banner, fonts, width - 2 * _MARGIN)]
    head = _MARGIN + sum(_LINE * heading.size for heading in headings)
    figure = Figure((width / _POINTS, (height + head) / _POINTS), facecolor="white", layout="constrained")
    bottom = _MARGIN
    for heading in headings:
        bottom += _LINE * heading.size
        place = _MARGIN / width, 1 - bottom / (height + head)
        figure.text(
            *place,
            heading.text,
            fontsize=heading.size,
            color=heading.color,
            fontweight=heading.weight,
            va="bottom",
            in_layout=False,
        )
    engine: Any = (
        figure.get_layout_engine()
    )  # that of one kind has more settings than the library's types know
    engine.set(rect=(0, 0, 1, height / (height + head)), w_pad=_MARGIN / _POINTS, h_pad=0.1)
    return Frame(figure, _axes(figure), fonts, style)


def _headings(chart: Chart, banner: str, fonts: Fonts, width: float) -> Iterator[_Heading]:
    """The banner, the title and the label of the values, line by line."""
    looks = ((banner, LABEL, ALARM, "bold"), (chart.title, TITLE, INK, "bold"))
    for text, size, color, weight in (*looks, (chart.across.label, LABEL, MUTED, "normal")):
        for line in fitted(fonts.shown(text), width, size) if text else ():
            yield _Heading(line, size, color, weight)


def _axes(figure: Figure) -> Axes:
    axes = figure.add_subplot()
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.spines["bottom"].set_color(BASE)
    axes.tick_params(length=0, labelsize=TICK, labelcolor=MUTED)
    axes.set_axisbelow(True)
    axes.grid(color=GRID, linewidth=0.6)
    return axes
