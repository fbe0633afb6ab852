"""How often values fall into steps of equal width."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.uncertainty.histogram import histogram
from tests.examples import examples


def test_steps_are_round_and_begin_at_multiples_of_their_width() -> None:
    found = histogram([1.0, 1.5, 2.0, 41.0])
    assert [found.start, found.width] == [0, 2]
    assert found.shares[:2] == (Decimal("0.5"), Decimal("0.25"))
    assert found.shares[-1] == Decimal("0.25")
    assert found.begins[-1] == 40


def test_values_alike_are_one_step() -> None:
    found = histogram([1234.5] * 3)
    assert [found.start, found.width, *found.shares] == [Decimal("1234.5"), 0, 1]


@given(st.lists(st.integers(-(10**9), 10**9).map(lambda value: value / 100), min_size=2))
@examples(200)
def test_every_value_is_in_one_step(values: list[float]) -> None:
    ordered = sorted(values)
    found = histogram(ordered)
    counts = [share * len(ordered) for share in found.shares]
    assert round(sum(counts)) == len(ordered)
    assert len(counts) <= 42
    if found.width:
        assert found.start <= Decimal(format(ordered[0], ".10g"))
        assert Decimal(format(ordered[-1], ".10g")) < found.begins[-1] + found.width
        for index, begin in enumerate(found.begins[:-1]):
            below = sum(value < float(begin + found.width) for value in ordered)
            assert round(sum(counts[: index + 1])) == below
