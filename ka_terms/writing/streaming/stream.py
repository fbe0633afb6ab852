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
    write, pieces = _writer(formats[name]), _pieces(blocks)
    if target is None:
        write(columns, pieces, around, _StandardOutput())
        return
    with replacing(target, force) as file:
        try:
            write(columns, pieces, around, file)
        except TooLong as error:
            raise _too_long(target, *error.args) from None


def _writer(file_format: Format) -> RowWriter:
    module, _, name = file_format.stream.partition(":")
    writer: RowWriter = getattr(import_module(f"{__package__}.{module}"), name)
    return writer


def _pieces(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        for start in range(0, length(block), _PIECE):
            end = start + _PIECE
            yield [values if isinstance(values, str) else values[start:end] for values in block]


def _too_long(target: Path, column: str, count: int) -> ReadError:
    found = message("a number with more than {count} digits in {column}", count=count, column=column)
    expected = message("at most {count} digits", count=count)
    names = enumerated(name for name, entry in streaming().items() if not entry.binary)
    fix = message("use one of {names}, which take numbers of any length", names=names)
    return ReadError(Problem(str(target), Fault(found, expected, fix)))
