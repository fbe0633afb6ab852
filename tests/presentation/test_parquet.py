"""The flat table as parquet: which type a column has, and that its numbers are exact."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.presentation.numbers import NumberStyle, Unit
from ka_terms.presentation.renderers.prepare import Look
from ka_terms.presentation.renderers.registry import FORMATS
from ka_terms.presentation.table import Cell, Kind, Report, Table, text

pl = pytest.importorskip("polars")

AMOUNT, ABSENT, BLANK = Cell(Decimal("12.50"), Kind.MONEY), Cell(None, Kind.MONEY), text("")
COUNT, RATIO = Cell(7, Kind.COUNT), Cell(Decimal("0.25"), Kind.RATIO)
PLAIN = Look()
LONG = Cell(Decimal(10) ** 37, Kind.MONEY)


def read(report: Report, look: Look = PLAIN) -> Any:
    """The frame that a reader of parquet gets."""
    return pl.read_parquet(BytesIO(FORMATS["parquet"].render(report, look)))


def column(cells: Sequence[Cell]) -> Any:
    """A table of one column, read back."""
    return read(Report(flat=Table(("x",), tuple((cell,) for cell in cells))))["x"]


@pytest.mark.parametrize(
    ("cells", "kind", "values"),
    [
        pytest.param([AMOUNT, COUNT], pl.Decimal(38, 1), [Decimal("12.5"), Decimal(7)], id="numbers"),
        pytest.param([AMOUNT, ABSENT, BLANK], pl.Decimal(38, 1), [Decimal("12.5"), None, None], id="absent"),
        pytest.param([ABSENT], pl.Decimal(38, 0), [None], id="nothing but absent"),
        pytest.param(
            [AMOUNT, RATIO], pl.Decimal(38, 2), [Decimal("12.5"), Decimal("0.25")], id="a ratio too"
        ),
        pytest.param([RATIO, Cell(None, Kind.INDEX)], pl.Float64(), [0.25, None], id="quotients"),
        pytest.param([LONG], pl.Decimal(38, 0), [LONG.value], id="38 digits"),
        pytest.param([LONG, AMOUNT], pl.Float64(), [1e37, 12.5], id="digits that do not fit"),
        pytest.param([text("a\x1b"), AMOUNT, BLANK], pl.String(), ["a\\x1b", "12.50", ""], id="texts"),
        pytest.param([BLANK, Cell(None)], pl.String(), ["", None], id="blanks"),
        pytest.param([], pl.String(), [], id="no rows"),
    ],
)
def test_the_type_of_a_column(cells: Sequence[Cell], kind: Any, values: Sequence[object]) -> None:
    found = column(cells)
    assert (found.dtype, found.to_list()) == (kind, values)


@given(st.lists(st.decimals(allow_nan=False, allow_infinity=False, places=4), min_size=1, max_size=5))
def test_amounts_are_exact(values: list[Decimal]) -> None:
    """Or doubles, where they have more digits than a decimal of parquet."""
    found = column([Cell(value, Kind.MONEY) for value in values])
    if found.dtype == pl.Float64():
        assert max(map(abs, values)) >= Decimal(10) ** 34
        assert found.to_list() == [float(value) for value in values]
    else:
        assert found.to_list() == values


def test_internal_rows_say_so_in_a_column_of_their_own() -> None:
    found = read(Report(flat=Table(("x",), ((AMOUNT,),)), internal="internal"))
    assert found.rows() == [("internal", Decimal("12.5"))]
    assert found.columns == ["internal", "x"]


def test_columns_of_one_name_are_told_apart() -> None:
    assert read(Report(flat=Table(("x", "x"), ((AMOUNT, COUNT),)))).columns == ["x", "x (2)"]


def test_a_unit_scales_amounts_and_stands_in_the_header() -> None:
    found = read(Report(flat=Table(("x", "y"), ((AMOUNT, COUNT),))), Look(NumberStyle(unit=Unit("k", 3))))
    assert found.to_dict(as_series=False) == {"x (k)": [Decimal("0.0125")], "y": [Decimal(7)]}
