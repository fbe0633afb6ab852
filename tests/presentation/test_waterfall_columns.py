"""A waterfall as stacked columns: bars that cross zero, hang below it, or have nothing to show."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ka_terms.presentation.renderers.waterfall_columns import Column, Role, waterfall_columns

D = Decimal
amounts = st.decimals(-10_000, 10_000, places=2)


def test_bars_stand_on_the_end_of_the_one_before() -> None:
    assert waterfall_columns([D(100), D(50), D(-30), D(120)], (0, 3)) == (
        Column(Role.LEVEL, D(0), D(100), D(0), D(100)),
        Column(Role.UP, D(100), D(50), D(0), D(150)),
        Column(Role.DOWN, D(120), D(30), D(0), D(150)),
        Column(Role.LEVEL, D(0), D(120), D(0), D(120)),
    )


def test_a_bar_that_crosses_zero_has_a_part_on_each_side_and_no_base() -> None:
    _, fall, below, rise, end = waterfall_columns([D(20), D(-50), D(-10), D(45), D(5)], (0, 4))
    assert fall == Column(Role.DOWN, D(0), D(20), D(-30), D(20))
    assert below == Column(Role.DOWN, D(-30), D(0), D(-10), D(-30))
    assert rise == Column(Role.UP, D(0), D(5), D(-40), D(5))
    assert end == Column(Role.LEVEL, D(0), D(5), D(0), D(5))


def test_what_is_not_known_is_no_bar_and_moves_nothing() -> None:
    first, gap, last = waterfall_columns([D(7), None, D(3)], (0,))
    assert (gap, first and first.top, last and (last.base, last.top)) == (None, D(7), (D(7), D(10)))
    assert waterfall_columns([], ()) == ()


@given(st.lists(amounts, max_size=9), st.sets(st.integers(0, 8)))
def test_every_bar_is_as_long_as_its_value_and_where_the_sum_has_come_to(
    values: list[Decimal], levels: set[int]
) -> None:
    end = D(0)
    for at, (value, bar) in enumerate(zip(values, waterfall_columns(values, levels), strict=True)):
        start, end = (D(0), value) if at in levels else (end, end + value)
        assert bar is not None
        assert bar.above - bar.below == abs(value)
        assert bar.above >= 0 >= bar.below
        assert bar.base == 0 or not (bar.above and bar.below)
        assert bar.top == max(start, end)
        low = bar.base + bar.below if bar.below else min(bar.base, bar.base + bar.above)
        assert low == min(start, end)
