"""Very many rows as parquet, row group after row group, through polars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from decimal import Context, Decimal
from enum import Enum
from io import RawIOBase
from queue import Full, Queue
from typing import IO, TYPE_CHECKING, cast

from ka_terms.presentation.renderers.parquet import DIGITS
from ka_terms.text.safe import visible_lines
from ka_terms.writing.streaming.frames import exact_decimal, in_64_bits
from ka_terms.writing.streaming.rows import TEXT, Around, Block, Numbers, Sink, StreamColumn, TooLong, Values

if TYPE_CHECKING:
    import polars as pl
    from typing_extensions import Buffer

ROW_GROUP = 65_536
_EXACT = Context(prec=DIGITS)
_WAIT = 0.1
"""Seconds after which a full queue is looked at again: the thread that empties it may have failed."""


class _Ending(Enum):
    """What is handed over after the last frame."""

    DONE = "done"
    GIVEN_UP = "given up"


Feed = Queue["pl.DataFrame | _Ending"]


class _Watched(RawIOBase):
    """A file that remembers why it could not be written: polars says so only after the last of the rows."""

    def __init__(self, file: Sink) -> None:
        self._file = file
        self.refused: OSError | None = None

    def writable(self) -> bool:
        return True

    def write(self, data: Buffer, /) -> int:
        try:
            return self._file.write(bytes(data))
        except OSError as error:
            self.refused = error
            raise


def write_parquet(columns: Sequence[StreamColumn], blocks: Iterable[Block], _: Around, file: Sink) -> None:
    """Scaled whole numbers as decimals of 38 digits, floats as doubles (null where absent), texts as strings.

    Only a few blocks are held at a time. They are drawn in the calling thread, so that their own errors and Ctrl-C
    come out as themselves; polars writes in another. Errors: `TooLong`; OSError of the disk.
    """
    feed: Feed = Queue(1)
    watched = _Watched(file)
    with ThreadPoolExecutor(1) as other:
        writing = other.submit(_sink, columns, feed, watched)
        ending = _Ending.GIVEN_UP
        try:
            for block in blocks:
                if watched.refused or not _handed_over(_frame(columns, block), feed, writing):
                    break
            else:
                ending = _Ending.DONE
        finally:
            _handed_over(ending, feed, writing)
    if watched.refused:
        raise watched.refused
    writing.result()


def _handed_over(item: pl.DataFrame | _Ending, feed: Feed, writing: Future[None]) -> bool:
    """False once the other thread has failed."""
    while not writing.done():
        try:
            feed.put(item, timeout=_WAIT)
        except Full:
            continue
        return True
    return False


def _sink(columns: Sequence[StreamColumn], feed: Feed, file: _Watched) -> None:
    from polars.io.plugins import register_io_source

    def frames(*_: object) -> Iterator[pl.DataFrame]:
        while not isinstance(item := feed.get(), _Ending):
            yield item
        if item is _Ending.GIVEN_UP:
            raise InterruptedError("the rows ended early")

    source = register_io_source(frames, schema={column.name: _type(column) for column in columns})
    source.sink_parquet(cast(IO[bytes], file), row_group_size=ROW_GROUP)


def _type(column: StreamColumn) -> pl.DataType:
    import polars as pl

    if column.decimals == TEXT:
        return pl.String()
    return pl.Float64() if column.decimals is None else pl.Decimal(DIGITS, column.decimals)


def _frame(columns: Sequence[StreamColumn], block: Block) -> pl.DataFrame:
    import polars as pl

    named = {column.name: _values(column, values) for column, values in zip(columns, block, strict=True)}
    rows = pl.DataFrame({name: values for name, values in named.items() if not isinstance(values, str)})
    return rows.select(_field(column, named[column.name]) for column in columns)


def _values(column: StreamColumn, values: Values) -> pl.Series | str:
    """A text as every format shows it; numbers of more than 64 bits one by one."""
    if isinstance(values, str):
        return visible_lines(values)
    given = in_64_bits(column, values)
    return _long(column, values) if given is None else given


def _field(column: StreamColumn, values: pl.Series | str) -> pl.Expr:
    import polars as pl

    if isinstance(values, str):
        return pl.lit(values).alias(column.name)
    value = pl.col(column.name)
    if column.decimals is None:
        return pl.when(value.is_finite()).then(value).alias(column.name)
    if values.dtype == pl.Int64:
        value = exact_decimal(value, column.decimals)
    return value.cast(pl.Decimal(DIGITS, column.decimals)).alias(column.name)


def _long(column: StreamColumn, values: Numbers) -> pl.Series:
    import polars as pl

    given = values if isinstance(values, list) else values.tolist()
    decimals = column.decimals or 0
    if decimals > DIGITS or any(abs(value) >= 10**DIGITS for value in given):
        raise TooLong(column.name, DIGITS)
    scaled = [Decimal(value).scaleb(-decimals, _EXACT) if isinstance(value, int) else None for value in given]
    return pl.Series(values=scaled, dtype=pl.Decimal(DIGITS, decimals))
