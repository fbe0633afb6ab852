"""Mean, share and percentile of what was drawn, each with its standard error by the textbook's formula."""

from __future__ import annotations

from math import sqrt
from statistics import mean, stdev

import pytest

from ka_terms.analysis.uncertainty.outcomes import OutcomeColumn
from ka_terms.analysis.uncertainty.simulation import Tally, percentile

VALUES = [3.0, 7.0, 8.0, 14.0, 100.0]


def tallied(origin: float, *blocks: tuple[list[float] | None, int]) -> Tally:
    tally = Tally(origin)
    for values, points in blocks:
        tally.add(None if values is None else OutcomeColumn(values), points)
    return tally


@pytest.mark.parametrize("origin", [0.0, 8.0, -50.0])
def test_the_mean_has_the_error_of_a_sample(origin: float) -> None:
    """s / sqrt(n), with n - 1 in the variance, whatever the values are counted from and however they come."""
    found = tallied(origin, (VALUES[:2], 2), (VALUES[2:], 3)).mean()
    assert found is not None
    assert found.value == pytest.approx(mean(VALUES))
    assert found.standard_error == pytest.approx(stdev(VALUES) / sqrt(5))


def test_one_value_for_a_block_counts_as_often_as_it_has_points() -> None:
    found = tallied(1.0, ([4.0], 3), ([10.0, 6.0], 2)).mean()
    same = [4.0, 4.0, 4.0, 10.0, 6.0]
    assert found is not None
    assert found.value == pytest.approx(mean(same))
    assert found.standard_error == pytest.approx(stdev(same) / sqrt(5))


def test_two_values_have_an_error_and_equal_ones_none() -> None:
    assert tallied(0.0, ([1.0, 3.0], 2)).mean() == pytest.approx((2.0, 1.0))
    assert tallied(7.0, ([7.0], 4)).mean() == (7.0, 0.0)


def test_a_share_has_the_error_of_a_count() -> None:
    assert tallied(0.0, ([1.0, 0.0, 0.0, 0.0], 4)).share() == pytest.approx((0.25, sqrt(0.25 * 0.75 / 4)))
    assert tallied(0.0, ([1.0], 5)).share() == (1.0, 0.0)


def test_once_not_available_it_stays_so() -> None:
    lost = tallied(0.0, ([1.0, 0.0], 2), (None, 2), ([1.0, 1.0], 2))
    assert (lost.mean(), lost.share()) == (None, None)


@pytest.mark.parametrize(
    ("percent", "value", "error"),
    [(50, 49.0, 5.0), (10, 9.0, 3.0), (95, 94.0, (97 - 91) / 2), (1, 0.0, 0.5)],
)
def test_a_percentile_is_a_rank_and_its_error_half_the_way_between_two(
    percent: int, value: float, error: float
) -> None:
    """Of 0 to 99: the median has rank 50, and d = sqrt(100 x 0.5 x 0.5) = 5."""
    assert percentile([float(at) for at in range(100)], percent) == (value, error)


def test_the_deviation_of_a_rank_is_rounded_up() -> None:
    """n p (1 - p) = 10,000 x 0.25 = 2,500 is 50 exactly; of 10,001 it is 51."""
    ranks = [float(at) for at in range(10_001)]
    assert percentile(ranks[:-1], 50) == (4_999.0, 50.0)
    assert percentile(ranks, 50) == (5_000.0, 51.0)
