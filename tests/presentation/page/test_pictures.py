"""Drawings inside a page: no style, script or name of theirs does anything there."""

from __future__ import annotations

import re
import sys
from types import ModuleType
from typing import cast

import pytest

from ka_terms.presentation.page.pictures import inline
from ka_terms.presentation.renderers.registry import FORMATS, Content, Extra, Format
from tests.cli.material import AGREED, LAST
from tests.cli.running import run

DRAWN = """<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9pt" onload="alert(1)">
 <metadata>made by somebody</metadata><style>*{stroke:red}</style><script>alert(1)</script>
 <defs><clipPath id="p1"><rect width="3" height="4"/></clipPath>
 <path id="m1" d="M 0 0" style="stroke: #000; fill: none"/></defs>
 <g clip-path="url(#p1)"><use xlink:href="#m1" x="3"/><use xlink:href="http://x/y#z"/></g>
 <text style="font: 10px 'Arial', sans-serif; text-anchor: middle">a &lt;b&gt; 費用</text><image href="http://x/y.png"/>
</svg>"""


def test_a_drawing_has_no_style_and_names_of_its_own() -> None:
    drawn = inline(DRAWN, "en-0-")
    assert not re.search(r"style|script|onload|http|image|metadata|somebody", drawn)
    assert '<clipPath id="en-0-p1"><rect width="3" height="4"></rect></clipPath>' in drawn
    assert '<path id="en-0-m1" d="M 0 0" stroke="#000" fill="none"></path>' in drawn
    assert '<g clip-path="url(#en-0-p1)"><use href="#en-0-m1" x="3"></use><use></use></g>' in drawn
    assert 'text-anchor="middle"' in drawn
    assert 'font-size="10"' in drawn
    assert ">a &lt;b&gt; 費用</text>" in drawn


@pytest.fixture(params=[True, False], ids=["installed", "not installed"])
def draws(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """A format that draws, whose library is there or is not."""
    module = ModuleType("drawing")
    monkeypatch.setattr(module, "render", lambda *_: DRAWN.encode(), raising=False)
    monkeypatch.setitem(sys.modules, "ka_terms.presentation.renderers.drawing", module)
    library = Extra("json" if request.param else "no_such_library", "charts")
    entry = Format("svg", (".svg",), "drawing:render", Content.PICTURE, extra=library)
    monkeypatch.setitem(cast(dict[str, Format], FORMATS), "svg", entry)
    return bool(request.param)


def test_a_page_has_the_charts_of_its_report_where_they_can_be_drawn(draws: bool) -> None:
    done = run("report", LAST, AGREED)
    assert done.code == 0
    assert done.out.count("<svg") == (3 * 3 if draws else 0)
    names = re.findall(r' id="([^"]*p1)"', done.out)
    assert len({*names}) == len(names)
