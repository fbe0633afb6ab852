"""The charts of a report inside a page, where the program can draw them.

A drawing is taken apart and written anew: the policy of the page allows no style but its own, so what a drawing says in
styles becomes attributes; of several drawings in one page no two may use the same names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from ka_terms.presentation.chart import Chart
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.registry import FORMATS
from ka_terms.presentation.table import Report
from ka_terms.text.safe import visible

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FORMAT = "svg"
_DRAWN = frozenset(
    [
        "svg",
        "g",
        "defs",
        "clipPath",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "use",
        "text",
        "tspan",
        "title",
        "desc",
        "linearGradient",
        "stop",
        "marker",
        "pattern",
    ]
)
"""The elements that are taken over."""
_REFERENCE = re.compile(r"url\(#([^)]*)\)")
_ATTRIBUTE = re.compile(r"[a-zA-Z][a-zA-Z-]*")


def pictures(charts: Sequence[Chart], look: Look, prefix: str) -> str:
    """The charts as drawings; nothing where this installation draws none. Names in a drawing begin with the prefix."""
    drawing = FORMATS.get(_FORMAT)
    if drawing is None or (drawing.extra and not drawing.extra.is_installed):
        return ""
    figures = []
    for at, chart in enumerate(charts):
        content = drawing.render(Report(charts=[chart], title=chart.title), look)
        label = escape(visible(chart.title))
        shown = inline(content.decode(), f"{prefix}-{at}-")
        figures.append(f'<figure role=img aria-label="{label}">{shown}</figure>')
    return "".join(figures)


def inline(content: str, prefix: str) -> str:
    """A drawing as part of a page: no style, no script, no reference to anything outside."""
    from xml.etree.ElementTree import fromstring

    return "".join(_written(fromstring(content), prefix))


def _written(element: Element, prefix: str) -> Iterator[str]:
    name = _local(element.tag)
    if name not in _DRAWN:
        return
    attributes = "".join(f' {key}="{escape(value)}"' for key, value in _attributes(element, prefix))
    yield f"<{name}{attributes}>{escape(element.text or '')}"
    for child in element:
        yield from _written(child, prefix)
        yield escape(child.tail or "")
    yield f"</{name}>"


def _local(name: object) -> str:
    """A name without its namespace; of a comment, which has none, nothing."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def _attributes(element: Element, prefix: str) -> Iterator[tuple[str, str]]:
    given = {_local(key): value for key, value in element.attrib.items()}
    styles = (part.partition(":") for part in given.pop("style", "").split(";") if ":" in part)
    given |= {key.strip(): value.strip() for key, _, value in styles}
    for key, value in given.items():
        if key == "href":
            if value.startswith("#"):
                yield key, f"#{prefix}{value[1:]}"
        elif key == "id":
            yield key, prefix + value
        elif _ATTRIBUTE.fullmatch(key) and not key.lower().startswith("on") and key != "font":
            yield key, _REFERENCE.sub(lambda found: f"url(#{prefix}{found[1]})", value)
        elif key == "font":
            yield from _font(value)


def _font(shorthand: str) -> Iterator[tuple[str, str]]:
    """`10px 'Arial'` as a size and a family."""
    found = re.fullmatch(r"(?:(?:normal|bold|italic|\d{3}) )*([\d.]+)px (.*)", shorthand)
    if found:
        yield "font-size", found[1]
        yield "font-family", found[2]
