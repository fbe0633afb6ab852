"""Elements of DrawingML as text: what holds a run of letters, in the fonts of both scripts."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from ka_terms.presentation.bars import BAR_FONT
from ka_terms.presentation.renderers.prepare import Look

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
UNIT = 12_700
"""Units of length in a point."""
_LATIN = "Arial"
_CHINESE = {"zh-Hans": "Microsoft YaHei", "zh-Hant": "Microsoft JhengHei"}
"""It has the signs that bars are made of, all as wide as each other."""
_TAGS = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}


def element(name: str, *inner: str, **attributes: object) -> str:
    """An element by its name with prefix; what is inside is markup already."""
    told = "".join(f' {key}="{escape(str(value))}"' for key, value in attributes.items())
    return f"<{name}{told}>{''.join(inner)}</{name}>" if inner else f"<{name}{told}/>"


def rooted(name: str, *inner: str, **attributes: object) -> str:
    """An element that names its namespaces, as one that stands alone has to."""
    spaces = {f"xmlns:{prefix}": space for prefix, space in NAMESPACES.items()}
    return element(name, *inner, **spaces, **attributes)


class Style(NamedTuple):
    """How letters look: `size` in points, 0 for that of the layout; `color` as hex, empty for that of the theme."""

    size: float = 0
    bold: bool = False
    color: str = ""
    right: bool = False
    is_title: bool = False
    is_bar: bool = False


def fill(color: str) -> str:
    """A fill in a colour by its hex, or by its name in the theme."""
    kind = "a:srgbClr" if len(color) == 6 else "a:schemeClr"
    return element("a:solidFill", element(kind, val=color))


def letters(name: str, style: Style, look: Look) -> str:
    """The properties of letters, under the name that they have where they stand.

    In a template Latin letters have the font of its theme. Chinese has the font of its language there too: a theme
    seldom names one, and a program then takes that of the machine, whose characters may be those of another language.
    """
    latin, complex_ = _LATIN, _LATIN
    if look.template:
        latin, complex_ = ("+mj-lt", "+mj-cs") if style.is_title else ("+mn-lt", "+mn-cs")
    fonts = {"latin": latin, "ea": _CHINESE.get(look.language, _CHINESE["zh-Hans"]), "cs": complex_}
    if style.is_bar:
        fonts = dict.fromkeys(fonts, BAR_FONT)
    told: dict[str, object] = {}
    if name != "a:defRPr":
        told["lang"] = _TAGS.get(look.language, "en-US")
    if style.size:
        told["sz"] = round(style.size * 100)
    if not style.is_title:
        told["b"] = int(style.bold)
    color = [fill(style.color)] if style.color else []
    return element(name, *color, *(element(f"a:{key}", typeface=font) for key, font in fonts.items()), **told)


def paragraph(text: str, style: Style, look: Look, before: float = 0) -> str:
    """A paragraph; `before` are points above it."""
    space = [element("a:spcBef", element("a:spcPts", val=round(before * 100)))] if before else []
    side = {"algn": "r"} if style.right else {}
    properties = [element("a:pPr", *space, **side)] if space or side else []
    end = letters("a:endParaRPr", style, look)
    return element("a:p", *properties, *_runs(text, style, look), end)


def _runs(text: str, style: Style, look: Look) -> Iterator[str]:
    """The lines of a text; an empty one has no run."""
    properties = letters("a:rPr", style, look)
    for at, line in enumerate(text.split("\n")):
        if at:
            yield element("a:br", properties)
        if line:
            yield element("a:r", properties, f"<a:t>{escape(line, quote=False)}</a:t>")
