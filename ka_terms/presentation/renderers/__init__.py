"""The output formats, one line each. A format's module is imported only when it is used.

A renderer's function takes the prepared report and the look and returns the whole document as one string that
ends in a line break.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import PurePath
from typing import NamedTuple

from ka_terms.presentation.renderers.look import Look
from ka_terms.presentation.renderers.prepare import prepare
from ka_terms.presentation.table import Report

Render = Callable[[Report, Look], str]


class Renderer(NamedTuple):
    """One format: its name, the endings of file names that mean it, and where its function is.

    `function` is `module:name` in this package. `shows_text` is False where the format has its own escapes
    for hidden characters and takes texts as they are.
    """

    name: str
    suffixes: tuple[str, ...]
    function: str
    shows_text: bool = True

    def load(self) -> Render:
        """The function itself; imports its module."""
        module, _, name = self.function.partition(":")
        render: Render = getattr(import_module(f"{__name__}.{module}"), name)
        return render

    def render(self, report: Report, look: Look) -> str:
        """The report as one document in this format."""
        return self.load()(prepare(report, look) if self.shows_text else report, look)


_FORMATS = (
    Renderer("table", (".txt",), "screen:render"),
    Renderer("md", (".md",), "markdown:render"),
    Renderer("csv", (".csv",), "delimited:render_csv"),
    Renderer("tsv", (".tsv",), "delimited:render_tsv"),
    Renderer("html", (".html", ".htm"), "html:render"),
    Renderer("json", (".json",), "json:render", shows_text=False),
)

RENDERERS: Mapping[str, Renderer] = {renderer.name: renderer for renderer in _FORMATS}

_FRAGMENT = Renderer("html fragment", (), "html:render_fragment")


def fragment(report: Report, look: Look) -> str:
    """The html without a document around it, for notebooks and for pasting."""
    return _FRAGMENT.render(report, look)


class UnknownFormat(ValueError):
    """A format or the ending of a file name that no renderer has; the message names those there are."""


def by_name(name: str) -> Renderer:
    """The renderer of that name. Errors: UnknownFormat."""
    if name not in RENDERERS:
        raise UnknownFormat(f'format "{name}" is not known: choose one of {", ".join(RENDERERS)}')
    return RENDERERS[name]


def by_suffix(file: str | PurePath) -> Renderer:
    """The renderer that a file's name asks for by its ending, in any case. Errors: UnknownFormat."""
    suffix = PurePath(file).suffix
    for renderer in RENDERERS.values():
        if suffix.lower() in renderer.suffixes:
            return renderer
    known = ", ".join(ending for renderer in RENDERERS.values() for ending in renderer.suffixes)
    found = f'no format has the ending "{suffix}"' if suffix else "a name without an ending tells no format"
    raise UnknownFormat(f"{found}: use one of {known}, or name the format")
