"""Very many rows as csv, tsv and json: in plain Python, or through polars, the same to the byte."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ka_terms.presentation.renderers.texts.delimited import COMMA, TAB
from ka_terms.writing.streaming.frames import frame_rows, has_polars
from ka_terms.writing.streaming.rows import (
    Around,
    Block,
    Layout,
    Sink,
    StreamColumn,
    delimited,
    length,
    objects,
    plain_rows,
)

_FRAMES_FROM = 30_000
"""Rows, all blocks so far counted, from which loading polars pays."""


def write_csv(columns: Sequence[StreamColumn], blocks: Iterable[Block], around: Around, sink: Sink) -> None:
    """As the renderer of csv does."""
    _write(delimited(COMMA, columns, around), columns, blocks, sink)


def write_tsv(columns: Sequence[StreamColumn], blocks: Iterable[Block], around: Around, sink: Sink) -> None:
    """As the renderer of tsv does."""
    _write(delimited(TAB, columns, around), columns, blocks, sink)


def write_json(columns: Sequence[StreamColumn], blocks: Iterable[Block], around: Around, sink: Sink) -> None:
    """An object a row on a line of its own; numbers stand as exact literals without exponent, null where absent."""
    _write(objects(columns, around), columns, blocks, sink)


def _write(how: Layout, columns: Sequence[StreamColumn], blocks: Iterable[Block], sink: Sink) -> None:
    rows = 0
    sink.write(how.around.opening.encode())
    for block in blocks:
        first, rows = not rows, rows + length(block)
        rows_of = frame_rows if rows > _FRAMES_FROM and has_polars() else plain_rows
        sink.write(b"\n" if first else how.between.encode())
        sink.write(rows_of(how, columns, block))
    sink.write(f"\n{how.around.closing}".encode())
