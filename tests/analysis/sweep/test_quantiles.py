"""The spread of a metric over a sweep, held against all of its rows."""

from __future__ import annotations

from math import ceil
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.sweep.quantiles import BINS, Bins, quantiles
from ka_terms.analysis.sweep.query import read_grid
from ka_terms.analysis.sweep.rows import Query, rows
from ka_terms.calculation.readings import plain_arrays as plain
from ka_terms.model.contract.scenario import Scenario
from tests.analysis.drawn_sweeps import prepared
from tests.contracts import contract
from tests.metrics import named

numpy = pytest.importorskip("numpy")
SPACES = pytest.mark.parametrize("xp", [plain, numpy], ids=["plain", "numpy"])
PERCENTS = (0, 1, 10, 50, 90, 99, 100)
TIERS = [{"from": "2M", "rate": "1%"}, {"over": "3M", "rate": "2.5%"}]
CONTRACT = contract(
    {"bonus": {"mode": "whole", "tiers": TIERS}, "opening": {"amount": 3_333, "per": ["stores.new"]}},
    {"stores": {"opening": 0, "new": 4}},
)


def asked(metric: str, **vary: str) -> tuple[list[Scenario], Query]:
    grid = read_grid([CONTRACT], {path.replace("_", "."): text for path, text in vary.items()}, zipped=False)
    return [prepared(CONTRACT, grid)], Query(grid, named(metric))


def ranked(values: list[float], percent: int) -> float:
    return sorted(values)[max(1, ceil(len(values) * percent / 100)) - 1]


@SPACES
@pytest.mark.parametrize("block", [7, 100, 10_000])
@pytest.mark.parametrize("metric", ["fee_ratio", "total_fees", "vpo", "net_net_sales", "stores.average"])
def test_it_tells_the_ends_and_the_percentiles_of_all_rows(xp: Any, block: int, metric: str) -> None:
    query = asked(metric, sales="4M..0..16k", stores_new="0..4..1")
    found = [float(one) for each in rows(*query, xp=plain) for one in exact(each.metrics[0], each.size)]
    told = quantiles(rows(*query, block, xp), PERCENTS)
    assert told is not None
    assert told.rows == len(found)
    assert told.least == pytest.approx(min(found))
    assert told.most == pytest.approx(max(found))
    slack = (told.most - told.least) / 32_768 * 1.001
    assert told.percentiles == tuple(pytest.approx(ranked(found, each), abs=slack) for each in PERCENTS)


def exact(metric: Any, size: int) -> list[Any]:
    return [value for at in range(size) if (value := metric.exact(at)) is not None]


@SPACES
def test_what_is_nowhere_available_has_none(xp: Any) -> None:
    assert quantiles(rows(*asked("vpo_volume", sales="0..4M..1M"), xp=xp), PERCENTS) is None
    assert quantiles(rows(*asked("vpo", stores_new="0,0"), xp=xp), PERCENTS) is None


def test_an_array_is_counted_as_a_list_is() -> None:
    """What lies in the last bin stays there, the last value of all included, whatever comes next."""
    values = [0.0, *[1 - 2**-18] * 98, 1.0]
    counted = []
    for block in (values, numpy.array(values)):
        bins = Bins()
        bins.add(block, 1.0)
        first = bins.quantiles(PERCENTS)
        bins.add([1.5], 1.0)
        counted.append((first, bins.quantiles(PERCENTS)))
    assert counted[0] == counted[1]
    assert counted[0][1].percentiles[3] == pytest.approx(1, abs=2**-15)


def test_the_highest_of_two_values_lies_in_the_last_bin() -> None:
    for block in ([0.0, 1.0], numpy.array([0.0, 1.0])):
        bins = Bins()
        bins.add(block, 1.0)
        assert bins.quantiles((99,)).percentiles == (1 - 0.5 / BINS,)


VALUES = st.lists(st.floats(-1e15, 1e15, allow_subnormal=False) | st.just(0.0), min_size=1, max_size=30)


@given(st.lists(VALUES, min_size=1, max_size=6), st.booleans())
def test_whatever_comes_next_is_taken_in(blocks: list[list[float]], mixed: bool) -> None:
    bins = Bins()
    for at, block in enumerate(blocks):
        bins.add(numpy.array(block) if mixed and at % 2 else block, 1.0)
    values = [value for block in blocks for value in block]
    told = bins.quantiles(PERCENTS)
    assert (told.rows, told.least, told.most) == (len(values), min(values), max(values))
    # A range that began at equal values is as fine as anybody asks for.
    slack = max((told.most - told.least) * 2 / BINS, max(map(abs, values)) * 1e-11, 1e-13)
    for percent, found in zip(PERCENTS, told.percentiles, strict=True):
        assert found == pytest.approx(ranked(values, percent), abs=slack * 1.001)


def evenly(first: float, last: float) -> list[float]:
    return [first + (last - first) * at / 999 for at in range(1000)]


KINDS = pytest.mark.parametrize("kind", [list, numpy.array], ids=["list", "array"])


@KINDS
@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param([evenly(0, 1)], id="from zero"),
        pytest.param([evenly(1000, 1001)], id="far from zero"),
        pytest.param([evenly(-1001, -1000)], id="below zero"),
        pytest.param([evenly(0, 0.001)], id="close together"),
        pytest.param([evenly(0, 1), evenly(1, 2)], id="twice as far"),
        pytest.param([evenly(1, 2), evenly(0, 1)], id="as far below"),
    ],
)
def test_a_percentile_is_half_a_bin_off_at_most(kind: Any, blocks: list[list[float]]) -> None:
    bins = Bins()
    for block in blocks:
        bins.add(kind(block), 1.0)
    values = sorted(value for block in blocks for value in block)
    percents = range(101)
    told = bins.quantiles(percents)
    slack = (values[-1] - values[0]) / BINS / 2 * 1.001
    assert told.percentiles == tuple(
        pytest.approx(ranked(values, each), abs=slack, rel=0) for each in percents
    )


@KINDS
def test_the_last_bin_keeps_what_it_held_beside_the_very_last_value(kind: Any) -> None:
    bins = Bins()
    bins.add(kind([0.0, *[0.999999] * 8, 1.0]), 1.0)
    bins.add(kind([2.0]), 1.0)
    assert bins.quantiles([50]).percentiles[0] == pytest.approx(1, abs=2 / BINS)


@KINDS
def test_equal_large_values_begin_a_range_that_their_digits_can_tell(kind: Any) -> None:
    bins = Bins()
    bins.add(kind([1e15] * 3), 1.0)
    bins.add(kind([1e15 - 1]), 1.0)
    bins.add(kind([1e15 + 8]), 1.0)
    assert bins.quantiles([50]).percentiles == (1e15,)
