"""Very many rows written block by block, none of them held longer than its turn, in every format that can."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from ka_terms.model.faults import Fault
from ka_terms.presentation.renderers.registry import Format, streaming, unknown_format
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.text.messages import enumerated, message
from ka_terms.writing.streaming.rows import (
    ARRAY,
    TEXT,
    Around,
    Block,
    RowWriter,
    StreamColumn,
    TooLong,
    Values,
    length,
)
from ka_terms.writing.writer import check_target, replacing

__all__ = ["TEXT", "Around", "Block", "StreamColumn", "Values", "write_stream"]

_PIECE = 16_384
"""Rows that are written at once, whatever the size of a block: some 2 MB of text; larger ones are no faster."""


class _StandardOutput:
    """Standard output, where every piece is seen at once."""

    def write(self, data: bytes, /) -> int:
        sys.stdout.write(data.decode())
        sys.stdout.flush()
        return len(data)


def write_stream(
    name: str,
    columns: Sequence[StreamColumn],
    blocks: Iterable[Block],
    target: Path | None,
    force: bool = False,
    around: Around = ARRAY,
) -> None:
    """Write the rows in the format of that name: to a file whole or not at all, to stdout (`target` None) as they come.

    `around` is what json sets around its rows. The first block is drawn once the target is known to be writable.

    Errors: `ReadError` where the target cannot be written, or not in this format; `UnknownFormat`; those of `blocks`.
    """
    formats = streaming()
    if name not in formats:
        raise unknown_format(name, formats)
    check_target(formats[name], target)
    write, pieces = _writer(formats[name]), _within(formats[name], _pieces(blocks))
    if target is None:
        write(columns, pieces, around, _StandardOutput())
        return
    with replacing(target, force) as file:
        try:
            write(columns, pieces, around, file)
        except TooLong as error:
            raise _too_long(target, *error.args) from None
        except TooMany:
            raise ReadError(Problem(str(target), too_many(formats[name]))) from None


def _writer(file_format: Format) -> RowWriter:
    assert file_format.stream is not None  # one of `streaming`
    module, _, name = file_format.stream.function.partition(":")
    writer: RowWriter = getattr(import_module(f"{__package__}.{module}"), name)
    return writer


def _pieces(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        for start in range(0, length(block), _PIECE):
            end = start + _PIECE
            yield [values if isinstance(values, str) else values[start:end] for values in block]


class TooMany(ValueError):
    """More rows than a file of the format holds."""


def _within(file_format: Format, pieces: Iterable[Block]) -> Iterator[Block]:
    """The pieces, as long as there is room for them. Errors: `TooMany`."""
    most, rows = file_format.stream.most if file_format.stream else None, 0
    for piece in pieces:
        rows += length(piece)
        if most is not None and rows > most:
            raise TooMany
        yield piece


def too_many(file_format: Format, rows: int | None = None) -> Fault:
    """What is wrong with more rows than a file of this format holds; None where it is not known how many more."""
    most = file_format.stream.most if file_format.stream else 0
    endless = (name for name, entry in streaming().items() if entry.stream and entry.stream.most is None)
    return Fault(
        message("more than {count:,} rows", count=most)
        if rows is None
        else message("{count:,} rows", count=rows),
        message("at most {count:,} rows in {name}", count=most, name=file_format.name),
        message("use --where, or one of {names}, which take any number of rows", names=enumerated(endless)),
    )


def _too_long(target: Path, column: str, count: int) -> ReadError:
    found = message("a number with more than {count} digits in {column}", count=count, column=column)
    expected = message("at most {count} digits", count=count)
    names = enumerated(name for name, entry in streaming().items() if not entry.binary)
    fix = message("use one of {names}, which take numbers of any length", names=names)
    return ReadError(Problem(str(target), Fault(found, expected, fix)))
