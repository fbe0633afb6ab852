"""The flat table as parquet, each column of one type, through polars."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from ka_terms.presentation.numbers import EXACT, exact, plain, rounded
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.texts.delimited import flat
from ka_terms.presentation.table import Cell, Kind, Report

if TYPE_CHECKING:
    import polars as pl

DIGITS = 38
"""The most that a decimal of polars and of parquet has."""
_QUOTIENTS = frozenset({Kind.AVERAGE, Kind.RATIO, Kind.INDEX, Kind.POINTS})


def render(report: Report, look: Look) -> bytes:
    """A column with any text becomes strings, with its numbers as csv writes them.

    A column of numbers, of which some are amounts or counts, becomes exact decimals of 38 digits, with as many decimals
    as its finest number has. It becomes doubles where some number does not fit, and where it has quotients only
    (averages, ratios, indices, points). What is absent is null, and so is a blank among numbers.
    """
    import polars as pl

    table = flat(report)
    named = zip(_distinct(table.columns), table.cells_by_column, strict=True)
    file = BytesIO()
    pl.DataFrame([_series(name, cells, look) for name, cells in named]).write_parquet(file)
    return file.getvalue()


def _distinct(names: Sequence[str]) -> list[str]:
    """The names, since parquet has each but once, with their place behind those that stood before."""
    return [f"{name} ({at + 1})" if name in names[:at] else name for at, name in enumerate(names)]


def _series(name: str, cells: Sequence[Cell], look: Look) -> pl.Series:
    import polars as pl

    if _is_text(cells):
        texts = [None if cell.value is None else plain(cell, look.style) for cell in cells]
        return pl.Series(name, texts, pl.String)
    values = [None if isinstance(cell.value, str) else exact(cell, look.style) for cell in cells]
    decimals = None if all(cell.kind in _QUOTIENTS for cell in cells) else _decimals(values)
    if decimals is None:
        return pl.Series(name, [None if value is None else float(value) for value in values], pl.Float64)
    scaled = [None if value is None else rounded(value, decimals) for value in values]
    return pl.Series(name, scaled, pl.Decimal(DIGITS, decimals))


def _is_text(cells: Sequence[Cell]) -> bool:
    """Whether some cell has a text, or none is a number."""
    return any(cell.value and isinstance(cell.value, str) for cell in cells) or all(
        cell.kind is Kind.TEXT and not isinstance(cell.value, Decimal | int) for cell in cells
    )


def _decimals(values: Sequence[Decimal | None]) -> int | None:
    """The decimals that hold every value exactly; None where they and the digits before the point are too many."""
    numbers = [value.normalize(EXACT) for value in values if value is not None]
    decimals = max(0, 0, *(-int(number.as_tuple().exponent) for number in numbers))
    before = max(0, 0, *(number.adjusted() + 1 for number in numbers))
    return decimals if before + decimals <= DIGITS else None
