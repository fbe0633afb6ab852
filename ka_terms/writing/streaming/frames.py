"""Very many rows as text through polars, the same to the byte as in plain Python.

polars is imported by the functions that use it: it takes longer to load than most commands run.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from ka_terms.presentation.renderers.parquet import DIGITS
from ka_terms.presentation.renderers.registry import FRAMES
from ka_terms.writing.streaming.rows import (
    Block,
    Layout,
    Numbers,
    StreamColumn,
    literals,
    numbers,
    plain_texts,
)

if TYPE_CHECKING:
    import polars as pl

_MOST_DECIMALS = 18
"""Up to here every whole number of 64 bits, times the scale, has no more digits than that."""
_NO_EXPONENT = (1e-4, 1e15)
"""No library writes a float between these with an exponent."""


def has_polars() -> bool:
    """Whether the extra `frames` is installed; nothing is loaded."""
    return FRAMES.is_installed


def frame_rows(how: Layout, columns: Sequence[StreamColumn], block: Block) -> bytes:
    """What `plain_rows` gives, several times as fast."""
    import polars as pl

    series, texts = [], []
    for at, (column, values) in enumerate(numbers(columns, block)):
        name = str(at)
        given = in_64_bits(column, values)
        if given is None or (column.decimals is None and _exponents(given)):
            series.append(pl.Series(name, plain_texts(column, values, how.absent)))
            texts.append(pl.col(name))
        else:
            series.append(given.alias(name))
            texts.append(_text(pl.col(name), column, given))
    shown = (text.fill_null(how.absent).alias(str(at)) for at, text in enumerate(texts))
    frame = pl.DataFrame(series).select(shown)
    return _joined(frame, literals(how, block), how.between)


def _joined(frame: pl.DataFrame, parts: list[str], between: str) -> bytes:
    import polars as pl

    separator = parts[1] if len(parts) > 2 else ","
    if parts[0] or parts[-1] or {separator} != set(parts[1:-1]) or len(separator) > 1:
        pairs = zip(parts, frame.columns, strict=False)
        row = [item for part, name in pairs for item in (pl.lit(part), pl.col(name))]
        frame, separator = frame.select(pl.concat_str([*row, pl.lit(parts[-1])])), ","
    out = BytesIO()
    frame.write_csv(
        out, include_header=False, separator=separator, line_terminator=between, quote_style="never"
    )
    out.truncate(out.tell() - len(between))
    return out.getvalue()


def in_64_bits(column: StreamColumn, values: Numbers) -> pl.Series | None:
    """The values as polars holds them; None where they, or their scale, need more than 64 bits."""
    import polars as pl

    if column.decimals is None:
        return pl.Series(values=values, dtype=pl.Float64, strict=False)
    if column.decimals > _MOST_DECIMALS:
        return None
    try:
        return pl.Series(values=values, dtype=pl.Int64)
    except (OverflowError, TypeError):
        return None


def _exponents(ratios: pl.Series) -> bool:
    """Whether some may be written with an exponent, which plain Python resolves."""
    sizes = ratios.filter(ratios.is_finite() & (ratios != 0)).abs()
    least, most = _NO_EXPONENT
    return not ((sizes >= least) & (sizes < most)).all()


def _text(value: pl.Expr, column: StreamColumn, given: pl.Series) -> pl.Expr:
    import polars as pl

    decimals = column.decimals
    if decimals is None:
        # Zero has no sign.
        shown = pl.when(value == 0).then(0.0).when(value.is_finite()).then(value)
        return shown.cast(pl.String).str.strip_suffix(".0")
    spare = 10 ** (decimals - column.least)
    if spare > 1 and (given % spare == 0).all():
        value, decimals, spare = value // spare, column.least, 1
    text = (exact_decimal(value, decimals) if decimals else value).cast(pl.String)
    return text if spare == 1 else _trimmed(text, decimals - column.least, column.least)


def _trimmed(text: pl.Expr, spare: int, least: int) -> pl.Expr:
    """Without the zeros among the last `spare` digits."""
    import polars as pl

    if least:
        return pl.concat_str(text.str.head(-spare), text.str.tail(spare).str.strip_chars_end("0"))
    return text.str.strip_chars_end("0").str.strip_chars_end(".")


def exact_decimal(value: pl.Expr, decimals: int) -> pl.Expr:
    """Whole numbers as exact decimals: a cast keeps the value, so the scale is taken off by a product."""
    import polars as pl

    one = pl.lit(Decimal(1).scaleb(-decimals), dtype=pl.Decimal(DIGITS, decimals))
    return value.cast(pl.Decimal(DIGITS, 0)) * one
