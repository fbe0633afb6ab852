"""The output formats, one line each; whatever lists formats reads this table.

To add a format, write a module with a function that takes the report and the look and returns bytes, and add a line to
`_TABLE`, with its `Stream` where it can write very many rows. The module is imported only when its format is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from importlib import import_module
from importlib.util import find_spec
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from ka_terms.text.messages import enumerated, message

if TYPE_CHECKING:
    from ka_terms.presentation.renderers.prepare import Look
    from ka_terms.presentation.table import Report

    Render = Callable[[Report, Look], bytes]


class Content(Enum):
    """What a format carries of a report, and so whom it is for."""

    PAGE = "page"
    """For people: sentences, tables and notes."""
    ROWS = "rows"
    """For programs: the flat table alone."""
    RECORD = "record"
    """For programs: everything, under the documented keys."""
    PICTURE = "picture"
    """For people: one chart alone."""


class Extra(NamedTuple):
    """A library that only some formats need: its module, and the extra of this package that installs it."""

    module: str
    name: str

    @property
    def is_installed(self) -> bool:
        """Whether the library is there; nothing is loaded."""
        return find_spec(self.module) is not None


class Stream(NamedTuple):
    """How a format writes very many rows one after another, without holding them all.

    `function`: the `module:name` in `writing/streaming`. `is_always`: however few they are; else only where they are
    many. `most`: the rows that a file of the format holds; None for any number.
    """

    function: str
    is_always: bool = False
    most: int | None = None


class Format(NamedTuple):
    """One output format.

    `suffixes`: the endings of file names that mean it. `function`: `module:name` in this package. `stream`: how it
    writes very many rows; None where it does not.
    `binary`: no text, so it goes into files only.
    `own_escapes`: it has escapes of its own for hidden characters, and takes texts as they are. `marked`: it can begin
    with a byte-order mark, which `Look.mark` asks for. `extra`: the library it needs; None where it needs none.
    `takes_template`: it can fill in a document of the house. `draws`: it has room for charts.
    """

    name: str
    suffixes: tuple[str, ...]
    function: str
    content: Content
    stream: Stream | None = None
    binary: bool = False
    own_escapes: bool = False
    marked: bool = False
    extra: Extra | None = None
    takes_template: bool = False
    draws: bool = False

    @property
    def for_people(self) -> bool:
        """Whether somebody reads it; else a program does."""
        return self.content is Content.PAGE

    @property
    def is_picture(self) -> bool:
        """Whether it has room for a chart alone."""
        return self.content is Content.PICTURE

    @property
    def has_tables(self) -> bool:
        """Whether it shows tables, of which parts can be left out."""
        return self.content in (Content.PAGE, Content.ROWS)

    @property
    def has_head(self) -> bool:
        """Whether it has room beside its rows for what the whole of them is."""
        return self.content is Content.RECORD

    @property
    def streams_always(self) -> bool:
        """Whether rows are written one after another however few they are."""
        return self.stream is not None and self.stream.is_always

    @property
    def has_rows_alone(self) -> bool:
        """Whether it has no room for sentences and notes."""
        return self.content is Content.ROWS

    def render(self, report: Report, look: Look) -> bytes:
        """The report as one document in this format; text is UTF-8 and ends in a line break."""
        from ka_terms.presentation.renderers.prepare import prepare

        module, _, name = self.function.partition(":")
        function: Render = getattr(import_module(f"{__package__}.{module}"), name)
        return function(
            report if self.own_escapes else prepare(report, look, in_letters=not self.draws), look
        )


_PAGE, _ROWS, _RECORD, _PICTURE = Content.PAGE, Content.ROWS, Content.RECORD, Content.PICTURE
FRAMES = Extra("polars", "frames")
OFFICE = Extra("xlsxwriter", "office")
DOCUMENTS = Extra("docx", "office")
SLIDES = Extra("pptx", "office")
PICTURES = Extra("matplotlib", "charts")
WORKBOOKS_READ = Extra("python_calamine", "office")
"""What reads the workbooks that come back."""
_PARQUET = Stream("parquet:write_parquet", is_always=True)
_SHEET = Stream("sheets:write_xlsx", most=1_048_576 - 2)
"""Spreadsheets have 1,048,576 rows; the header and a warning take two."""
_TABLE = (
    Format("table", (".txt",), "texts.plain:render", _PAGE),
    Format("md", (".md",), "texts.markdown:render", _PAGE),
    Format("csv", (".csv",), "texts.delimited:render_csv", _ROWS, Stream("texts:write_csv"), marked=True),
    Format("tsv", (".tsv",), "texts.delimited:render_tsv", _ROWS, Stream("texts:write_tsv"), marked=True),
    Format("html", (".html", ".htm"), "texts.html:render", _PAGE),
    Format("json", (".json",), "texts.json:render", _RECORD, Stream("texts:write_json"), own_escapes=True),
    Format("parquet", (".parquet",), "parquet:render", _ROWS, _PARQUET, binary=True, extra=FRAMES),
    Format(
        "docx", (".docx",), "documents.docx:render", _PAGE, binary=True, takes_template=True, extra=DOCUMENTS
    ),
    Format(
        "png", (".png",), "pictures.picture:render_png", _PICTURE, binary=True, extra=PICTURES, draws=True
    ),
    Format("svg", (".svg",), "pictures.picture:render_svg", _PICTURE, extra=PICTURES, draws=True),
    Format(
        "pptx",
        (".pptx",),
        "slides.pptx:render",
        _PAGE,
        binary=True,
        takes_template=True,
        extra=SLIDES,
        draws=True,
    ),
    Format("xlsx", (".xlsx",), "sheets.xlsx:render", _PAGE, _SHEET, binary=True, extra=OFFICE, draws=True),
)

FORMATS: Mapping[str, Format] = {entry.name: entry for entry in _TABLE}


class UnknownFormat(ValueError):
    """A format or the ending of a file name that is in no line of the table; the message names those that are."""


def unknown_format(name: str, known: Iterable[str]) -> UnknownFormat:
    """The refusal of a format that is not among the known ones."""
    from ka_terms.model.faults import none_of

    return UnknownFormat(none_of(name, known).sentence())


def by_name(name: str) -> Format:
    """The format of that name. Errors: UnknownFormat."""
    if name not in FORMATS:
        raise unknown_format(name, FORMATS)
    return FORMATS[name]


def by_suffix(file: str | PurePath) -> Format:
    """The format that a file's name asks for by its ending, in any case. Errors: UnknownFormat."""
    suffix = PurePath(file).suffix
    for entry in FORMATS.values():
        if suffix.lower() in entry.suffixes:
            return entry
    from ka_terms.model.faults import Fault, quoted

    endings = enumerated(ending for entry in FORMATS.values() for ending in entry.suffixes)
    expected = message("a file name that ends in one of {endings}", endings=endings)
    raise UnknownFormat(
        Fault(quoted(file), expected, message("correct the ending, or add --format")).sentence()
    )


def streaming() -> dict[str, Format]:
    """The formats that very many rows can be written in, by name."""
    return {name: entry for name, entry in FORMATS.items() if entry.stream is not None}
