"""The parts of a native chart: its numbers with where they stand in the workbook, its labels, its axes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from html import escape
from typing import NamedTuple

from ka_terms.presentation.numbers import trimmed
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.slides.chart_numbers import Scale
from ka_terms.presentation.renderers.slides.markup import UNIT, Style, element, fill, letters, paragraph
from ka_terms.presentation.renderers.slides.plots import Plot

_LINES, _AXIS = "D9D9D9", "7F7F7F"


def setting(name: str, value: object) -> str:
    """An element that says one thing."""
    return element(name, val=value)


def texts_at(place: str, texts: Sequence[str]) -> str:
    """Texts, with where the workbook has them."""
    points = (
        element("c:pt", f"<c:v>{escape(text, quote=False)}</c:v>", idx=at) for at, text in enumerate(texts)
    )
    cache = element("c:strCache", setting("c:ptCount", len(texts)), *points)
    return element("c:strRef", f"<c:f>{escape(place, quote=False)}</c:f>", cache)


def numbers_at(place: str, numbers: Sequence[Decimal | None], code: str) -> str:
    """Numbers, with where the workbook has them; one that is absent is a gap."""
    points = (
        element("c:pt", f"<c:v>{trimmed(number)}</c:v>", idx=at)
        for at, number in enumerate(numbers)
        if number is not None
    )
    told = f"<c:formatCode>{escape(code, quote=False)}</c:formatCode>"
    cache = element("c:numCache", told, setting("c:ptCount", len(numbers)), *points)
    return element("c:numRef", f"<c:f>{escape(place, quote=False)}</c:f>", cache)


def text_properties(style: Style, look: Look) -> str:
    """How the letters of a part look."""
    inner = element("a:pPr", letters("a:defRPr", style, look))
    end = letters("a:endParaRPr", style, look)
    return element("c:txPr", "<a:bodyPr/>", "<a:lstStyle/>", element("a:p", inner, end))


def _rich(text: str, style: Style, look: Look) -> str:
    return element("c:tx", element("c:rich", "<a:bodyPr/>", "<a:lstStyle/>", paragraph(text, style, look)))


def _shown(*, has_value: bool) -> list[str]:
    names = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    return [setting(f"c:show{name}", int(has_value and name == "Val")) for name in names]


def value_labels(code: str, position: str, style: Style, look: Look, hidden: Sequence[int] = ()) -> str:
    """Each value as a label; none at the places that are hidden."""
    without = (element("c:dLbl", setting("c:idx", at), setting("c:delete", 1)) for at in hidden)
    return element(
        "c:dLbls",
        *without,
        element("c:numFmt", formatCode=code, sourceLinked=0),
        *("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>", text_properties(style, look)),
        setting("c:dLblPos", position),
        *_shown(has_value=True),
    )


def own_labels(plot: Plot, position: str, style: Style, look: Look) -> str:
    """Labels that are texts of their own; none where the text is empty."""
    labels = (
        element(
            "c:dLbl",
            setting("c:idx", at),
            _rich(text, style, look),
            setting("c:dLblPos", position),
            *_shown(has_value=True),
        )
        for at, text in enumerate(plot.texts)
        if text and plot.values[at] is not None
    )
    return element("c:dLbls", *labels, *_shown(has_value=False))


class AxisForm(NamedTuple):
    """How an axis is to be drawn.

    `crosses` says where on the other axis it stands: at its zero, its end (`max`), or at a number. `is_first`: of the
    two it is the one that runs along. `scale` sets the ends; else the program for slides does.
    """

    name: str
    position: str
    title: str
    code: str = "General"
    is_first: bool = False
    is_reversed: bool = False
    crosses: str | Decimal = "autoZero"
    scale: Scale | None = None
    has_lines: bool = False
    size: float = 11.0
    is_between: bool = True


def axis(form: AxisForm, look: Look) -> str:
    """An axis; that of the categories has a line, that of the values grid lines."""
    own, other = ("1", "2") if form.is_first else ("2", "1")
    line = element("a:ln", fill(_AXIS), w=UNIT) if form.is_first else "<a:ln><a:noFill/></a:ln>"
    at = form.crosses
    crossing = ("c:crosses", at) if isinstance(at, str) else ("c:crossesAt", trimmed(at))
    return element(
        form.name,
        setting("c:axId", own),
        _scaling(form),
        setting("c:delete", 0),
        setting("c:axPos", form.position),
        *([_grid()] if form.has_lines else []),
        *([_axis_title(form, look)] if form.title else []),
        element("c:numFmt", formatCode=form.code, sourceLinked=0),
        setting("c:majorTickMark", "none"),
        setting("c:minorTickMark", "none"),
        setting("c:tickLblPos", "nextTo" if form.crosses == "max" else "low"),
        element("c:spPr", line),
        text_properties(Style(form.size), look),
        setting("c:crossAx", other),
        setting(*crossing),
        *_ending(form),
    )


def _scaling(form: AxisForm) -> str:
    ends = (
        [setting("c:max", trimmed(form.scale.high)), setting("c:min", trimmed(form.scale.low))]
        if form.scale
        else []
    )
    return element("c:scaling", setting("c:orientation", "maxMin" if form.is_reversed else "minMax"), *ends)


def _grid() -> str:
    return element("c:majorGridlines", element("c:spPr", element("a:ln", fill(_LINES), w=UNIT // 2)))


def _axis_title(form: AxisForm, look: Look) -> str:
    return element("c:title", _rich(form.title, Style(form.size), look), setting("c:overlay", 0))


def _ending(form: AxisForm) -> list[str]:
    if form.name == "c:catAx":
        told = {"c:auto": 0, "c:lblAlgn": "ctr", "c:lblOffset": 100, "c:noMultiLvlLbl": 1}
        return [setting(name, value) for name, value in told.items()]
    steps = [setting("c:majorUnit", trimmed(form.scale.step))] if form.scale else []
    return [setting("c:crossBetween", "between" if form.is_between else "midCat"), *steps]
