"""Very many rows written block by block, none of them held longer than its turn: csv, tsv, json and parquet."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ka_terms.model.faults import Fault
from ka_terms.presentation.renderers.parquet import DIGITS
from ka_terms.presentation.renderers.registry import streaming, unknown_format
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.text.messages import message
from ka_terms.writing.streaming.frames import frame_rows, has_polars
from ka_terms.writing.streaming.rows import (
    ARRAY,
    TEXT,
    Around,
    Block,
    Layout,
    StreamColumn,
    Values,
    layout,
    plain_rows,
)
from ka_terms.writing.writer import check_target, replacing

__all__ = ["TEXT", "Around", "Block", "StreamColumn", "Values", "write_stream"]

_PIECE = 16_384
"""Rows that are made into text at once, whatever the size of a block: some 2 MB; larger ones are no faster."""
_FRAMES_FROM = 30_000
"""Rows, all blocks so far counted, from which loading polars pays."""


def write_stream(
    name: str,
    columns: Sequence[StreamColumn],
    blocks: Iterable[Block],
    target: Path | None,
    force: bool = False,
    around: Around = ARRAY,
) -> None:
    """Write the rows in the format of that name: to a file whole or not at all, to stdout (`target` None) as they come.

    csv and tsv are those of the renderers. json is an array with an object a row on a line of its own, or what `around`
    makes of it; numbers stand as exact literals without exponent, null where absent. parquet needs polars and a file.
    The first block is drawn once the target is known to be writable.

    Errors: `ReadError` where the target cannot be written, or not in this format; `UnknownFormat`; those of `blocks`.
    """
    formats = streaming()
    if name not in formats:
        raise unknown_format(name, formats)
    check_target(formats[name], target)
    pieces = _pieces(blocks)
    if target and formats[name].binary:
        _write_parquet(columns, pieces, target, force)
    elif target is None:
        for text in _texts(layout(name, columns, around), columns, pieces):
            sys.stdout.write(text.decode())
            sys.stdout.flush()
    else:
        with replacing(target, force) as file:
            file.writelines(_texts(layout(name, columns, around), columns, pieces))


def _texts(how: Layout, columns: Sequence[StreamColumn], pieces: Iterable[Block]) -> Iterator[bytes]:
    rows = 0
    yield how.around.opening.encode()
    for piece in pieces:
        first, rows = not rows, rows + _length(piece)
        rows_of = frame_rows if rows > _FRAMES_FROM and has_polars() else plain_rows
        yield b"\n" if first else how.between.encode()
        yield rows_of(how, columns, piece)
    yield f"\n{how.around.closing}".encode()


def _pieces(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        for start in range(0, _length(block), _PIECE):
            end = start + _PIECE
            yield [values if isinstance(values, str) else values[start:end] for values in block]


def _length(block: Block) -> int:
    return next(len(values) for values in block if not isinstance(values, str))


def _write_parquet(
    columns: Sequence[StreamColumn], pieces: Iterable[Block], target: Path, force: bool
) -> None:
    from ka_terms.writing.streaming.parquet import TooLong, write_parquet

    with replacing(target, force) as file:
        try:
            write_parquet(columns, pieces, file)
        except TooLong as error:
            found = message("a number with more than {count} digits in {column}", count=DIGITS, column=error)
            expected = message("at most {count} digits", count=DIGITS)
            fault = Fault(found, expected, message("use csv or json, which take numbers of any length"))
            raise ReadError(Problem(str(target), fault)) from None
