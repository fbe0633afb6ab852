"""The values an axis takes, and grids cut into blocks."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, product
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.sweep.axes import MOST_POINTS, Axis, Grid, block_shape, listed, read_axis
from ka_terms.calculation.readings import plain_arrays as plain
from ka_terms.calculation.readings.scaled import INT64, TooLarge
from ka_terms.model.faults import Fault
from ka_terms.model.vocabulary.parameters import Parameter
from tests.contracts import FULL_PLAN, case, contract, refused

D = Decimal
ASK = case("2003 ask")
SALES, STORES, RATE, GROWTH = (
    find(ASK, path) for path in ("sales", "stores.new", "monthly_rebate", "growth")
)
VOLUME = find(contract({}, FULL_PLAN), "volume")
ACHIEVED = Input(
    "bonus.tiers.1.from",
    "bonus.tiers.1.from",
    "index",
    D("0.9"),
    "bonus",
    Parameter("from", 1),
    of_target=True,
)


def values(axis: Axis) -> list[Decimal]:
    return [axis.value(at) for at in range(axis.count)]


def axis(input: Input, text: str, currency: str = "CNY") -> Axis:
    found = read_axis(input, text, currency)
    row = values(found)
    assert found.ends() == (min(row), max(row))
    for limit in (None, INT64):
        block = found.block(0, found.count, plain, limit)
        assert [D(whole).scaleb(-block.scale) for whole in block.values.tolist()] == row
        assert (block.low, block.high) == (min(block.values.tolist()), max(block.values.tolist()))
    return found


@pytest.mark.parametrize(
    ("input", "text", "expected"),
    [
        (RATE, "1%..3%..0.5%", "0.01 0.015 0.02 0.025 0.03"),
        (RATE, "3%..1%..1%", "0.03 0.02 0.01"),
        (RATE, "１％..２％..１％", "0.01 0.02"),
        (SALES, "3M..4M..400k", "3000000 3400000 3800000 4000000"),
        (SALES, "4M..3M..400k", "4000000 3600000 3200000 3000000"),
        (SALES, "4,000,000..4,020,000..10,000", "4000000 4010000 4020000"),
        (SALES, " 400万 .. 402万 .. 1万 ", "4000000 4010000 4020000"),
        (SALES, "0..1..0.3", "0 0.3 0.6 0.9 1"),
        (SALES, "0..10/3", "0 5 10"),
        (SALES, "0..10/4", "0 3.33 6.67 10"),
        (SALES, "10..0/4", "10 6.67 3.33 0"),
        (SALES, "0..1/9", "0 0.13 0.25 0.38 0.5 0.63 0.75 0.88 1"),
        (SALES, "8M,9M,10M", "8000000 9000000 10000000"),
        (SALES, "9M，8M，9M", "9000000 8000000 9000000"),
        (SALES, "0", "0"),
        (SALES, "0,0", "0 0"),
        (SALES, "0,1M", "0 1000000"),
        (SALES, "1, 500", "1 500"),
        (SALES, "0.5,500", "0.5 500"),
        (SALES, "5..5/1", ""),
        (SALES, "0..1/101", " ".join(str(D(at) / 100) for at in range(101))),
        (STORES, "0..10..5", "0 5 10"),
        (STORES, "1..6/4", "1 3 4 6"),
        (STORES, "0..10/4", "0 3 7 10"),
        (STORES, "30..120/46", " ".join(str(at) for at in range(30, 121, 2))),
        (GROWTH, "-20%..+10%..15%", "0.8 0.95 1.1"),
        (GROWTH, "-20%..+10%..+15%", "0.8 0.95 1.1"),
        (GROWTH, "-10%..+10%..5%", "0.9 0.95 1 1.05 1.1"),
        (GROWTH, "+10%..-10%..＋10％", "1.1 1 0.9"),
        (GROWTH, "100%..400%..150%", "1 2.5 4"),
        (GROWTH, "-10%,+5%,+110%", "0.9 1.05 2.1"),
        (ACHIEVED, "90%..110%..10%", "0.9 1 1.1"),
        (GROWTH, "100%..200%/4", "1 1.33333333 1.66666667 2"),
        (VOLUME, "0..1/4", "0 0.333333 0.666667 1"),
        (VOLUME, "0..900000000000000/4", "0 300000000000000 600000000000000 900000000000000"),
        (RATE, "0%..1%/4", "0 0.00333333 0.00666667 0.01"),
    ],
)
def test_values_as_they_are_written(input: Input, text: str, expected: str) -> None:
    if not expected:
        with pytest.raises(ValueError, match="from 2 to"):
            axis(input, text)
        return
    found = axis(input, text)
    assert values(found) == list(map(D, expected.split()))
    # Where a value is refused it is told as a person writes it, 40 and not 4E+1.
    assert [*map(str, values(found))] == expected.split()
    assert not any("E" in str(end) for end in found.ends())


def test_the_currency_has_its_minor_unit() -> None:
    assert values(axis(SALES, "0..10/4", "JPY")) == [0, 3, 7, 10]
    assert values(axis(SALES, "0..1/4", "KWD")) == [0, D("0.333"), D("0.667"), 1]


def test_only_a_last_step_that_is_shorter_is_told() -> None:
    told = {
        text: axis(SALES, text).last_step_is_short for text in ("0..10..3", "0..9..3", "0..10/4", "1,2,4")
    }
    assert told == {"0..10..3": True, "0..9..3": False, "0..10/4": False, "1,2,4": False}


def test_an_axis_goes_by_the_path_asked_for() -> None:
    assert (axis(RATE, "1%").name, axis(RATE, "1%").input.path) == ("monthly_rebate", "monthly_rebate.rate")
    plain_input = Input("sales", "sales", "money", D(1))
    assert axis(plain_input, "1").name == "sales"


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(1, 10**8), st.integers(-2, 4))
def test_steps_are_exact_and_both_ends_are_in(first: int, last: int, step: int, digits: int) -> None:
    if first == last or abs(first - last) // step > 500:
        last, step = first + 7, 3
    one, other, size = (D(each).scaleb(-digits) for each in (first, last, step))
    row = values(axis(SALES, f"{one:f}..{other:f}..{size:f}"))
    assert (row[0], row[-1]) == (one, other)
    assert len(row) == ceil(Fraction(abs(other - one)) / Fraction(size)) + 1
    gaps = [abs(after - before) for before, after in pairwise(row)]
    assert all(gap == size for gap in gaps[:-1])
    assert 0 < gaps[-1] <= size
    assert row == sorted(row, reverse=one > other)


@given(st.integers(0, 10**12), st.integers(1, 10**12), st.integers(2, 60), st.booleans())
def test_divided_values_are_distinct_rounded_and_keep_their_ends(
    low: int, span: int, count: int, down: bool
) -> None:
    ends = D(low).scaleb(-2), D(low + max(span, count)).scaleb(-2)
    first, last = ends[::-1] if down else ends
    row = values(axis(SALES, f"{first:f}..{last:f}/{count}"))
    assert (row[0], row[-1], len(row)) == (first, last, count)
    assert len(set(row)) == count
    for at, value in enumerate(row):
        exact = Fraction(first) + Fraction(last - first) * at / (count - 1)
        assert abs(Fraction(value) - exact) <= Fraction(1, 200)


@given(st.integers(0, 10**15), st.integers(0, 10**15), st.integers(2, 10**9), st.data())
def test_a_block_anywhere_has_the_values_of_its_places(
    first: int, last: int, count: int, data: st.DataObject
) -> None:
    """No value is reached by way of the others, however long the axis is."""
    if abs(last - first) < count:
        first, last = 0, count
    found = Axis(SALES, count, 0, first, last)
    start = data.draw(st.integers(0, count - 1))
    stop = data.draw(st.integers(start + 1, min(count, start + 20)))
    expected = [found.whole(at) for at in range(start, stop)]
    assert found.block(start, stop, plain, INT64).values.tolist() == expected
    step = max(1, abs(last - first) // (count - 1)) * (1 if last > first else -1)
    stepped = Axis(SALES, abs(last - first) // abs(step) + 1, 0, first, last, step)
    start, stop = min(start, stepped.count - 1), min(stop, stepped.count)
    row = stepped.block(start, max(stop, start + 1), plain, INT64).values.tolist()
    assert row == [stepped.whole(at) for at in range(start, max(stop, start + 1))]


def test_the_same_values_over_numpy() -> None:
    numpy = pytest.importorskip("numpy")
    for text in ("0..1000..7", "1000..0..7", "0..1000/77", "1000..0/77", "5,1,9"):
        found = axis(SALES, text)
        for start, stop in ((0, found.count), (1, found.count), (1, 3)):
            rows = [found.block(start, stop, xp, INT64).values.tolist() for xp in (plain, numpy)]
            assert rows[0] == rows[1]


def test_values_that_integers_of_64_bits_cannot_hold_are_refused() -> None:
    wide = read_axis(VOLUME, "0.000001..999999999999999/3", "CNY")
    assert wide.block(0, 3, plain, None).high == 10**21 - 10**6
    for start in range(3):
        with pytest.raises(TooLarge):
            wide.block(start, start + 1, plain, INT64)
    with pytest.raises(TooLarge):
        read_axis(VOLUME, "0.000001,999999999999999", "CNY").block(0, 2, plain, INT64)


def test_a_last_step_that_would_reach_beyond_64_bits_is_refused() -> None:
    short = read_axis(VOLUME, "0.000001..9223372036854.775807..9000000000000", "CNY")
    assert short.block(0, 3, plain, None).values.tolist() == [1, 9 * 10**18 + 1, INT64]
    with pytest.raises(TooLarge):
        short.block(0, 3, plain, INT64)


@pytest.mark.parametrize(
    ("input", "text", "told"),
    [
        (SALES, "4,020,000", r"write 4020000\.$"),
        (SALES, "8M, 4,500,000", r"write 8M, 4500000\.$"),
        (SALES, "1,500", r"write 1500 for one value, or 1, 500 for several\.$"),
        (SALES, "1,500k", r"write 1500k for one value, or 1, 500k for several\.$"),
        (SALES, "4,125.50", r"write 4125\.50 for one value, or 4, 125\.50 for several\.$"),
        (SALES, "-1,500", r"that cannot be read in two ways\.$"),
        (SALES, "8M,1,500", r"put a space after each comma between values\.$"),
        (SALES, "4,5M", r"write 4\.5M for one value, or 4, 5M for several\.$"),
        (SALES, "8,9,10M", r"put a space after each comma between values\.$"),
        (RATE, "3,5%", r"write 3\.5%\.$"),
        (RATE, "3,5%, 4,5%", r"write 3\.5%, 4\.5%\.$"),
        (RATE, "1,125%", r"write 1\.125%\.$"),
        (RATE, "0,125%", r"write 0\.125%\.$"),
        (GROWTH, "+1,125%", r"write \+1125% or \+1\.125%, whichever is meant\.$"),
        (STORES, "1,5k", r"write 1\.5k for one value, or 1, 5k for several\.$"),
        (STORES, "1,55k", r"write 1\.55k for one value, or 1, 55k for several\.$"),
        (SALES, "1,000,x", "put a space after each comma"),
        (SALES, "1,500, 4,5M", r"that cannot be read in two ways\.$"),
        (SALES, "0,500", r"write 0\.500 for one value, or 0, 500 for several\.$"),
        (STORES, "0,500", r"write 0, 500\.$"),
        (SALES, "1,000;2,000", r"commas between the values, not ';'\. Fix: write 1000, 2000\.$"),
        (SALES, "1M；2M", r"commas between the values, not ';'\. Fix: write 1M, 2M\.$"),
        (SALES, "1M、2M", r"commas between the values, not '、'\. Fix: write 1M, 2M\.$"),
        (SALES, "1,5M;2,5M", r"write 1\.5M, 2\.5M\.$"),
        (SALES, "1M;x", r"commas between the values, not ';'\.$"),
        (SALES, "1M..2M;3M", "values such as"),
        (SALES, "1M...2M", r"add the step or the number of values: 1M\.\.2M\.\.STEP or 1M\.\.2M/N\.$"),
        (SALES, "1M…2M", r"1M\.\.2M\.\.STEP or 1M\.\.2M/N\.$"),
        (SALES, "1M...2M...250k", r"write 1M\.\.2M\.\.250k\.$"),
        (SALES, "1M...2M/3", r"write 1M\.\.2M/3\.$"),
        (SALES, "1M...x", r"8M,9M,10M\.$"),
        (SALES, "1M..2M,250k", r"8M,9M,10M\.$"),
        (SALES, "1 200 000", r"write 1200000\.$"),
        (SALES, "8M, 1\u00a0200\u00a0000", r"write 1200000\.$"),
        (GROWTH, "5", r"write 500% or \+5%\, whichever is meant\.$"),
        (GROWTH, "1.05", r"write 105% or \+1\.05%\, whichever is meant\.$"),
        (GROWTH, "+5", r"write \+5%\.$"),
        (STORES, "1.500", r"write 1500\.$"),
        (STORES, "2.000", "write 2000 or 2.0, whichever"),
        (RATE, "1.500", r"write 1\.500%\.$"),
        (SALES, "8M,1.500", r"write 1500 or 1.5, whichever is meant\.$"),
        (SALES, "0..1.500/4", r"write 1,500 or 1.5, whichever is meant\.$"),
        (SALES, "3M..12M", r"add the step or the number of values: 3M\.\.12M\.\.STEP or 3M\.\.12M/N"),
        (SALES, "3M..", r"8M,9M,10M\.$"),
        (SALES, "3M..12M..1M/4", "Expected values such as"),
        (SALES, "1..2..3..4", "Expected values such as"),
        (
            SALES,
            "3M..12M..0",
            "^Found a step of 0 from 3,000,000 to 12,000,000. Expected two different ends and a step",
        ),
        (SALES, "3M..3M..1", "two different ends and a step above zero"),
        (SALES, "3M..12M/1", "a number of values from 2 to 1,000,000,000. Fix: write a range such as"),
        (SALES, "3M..12M/x", "Found 'x'. Expected a number of values"),
        (SALES, "3M..12M/1000000001", "a number of values"),
        (SALES, "3M..12M/٣", r"write the number without ٣ \(U\+0663, arabic-indic digit three\)\.$"),
        (SALES, "3M..12M/3²", r"write the number without ² \(U\+00B2, superscript two\)\.$"),
        (SALES, "3M..12M..2¹", r"write the number without ¹ \(U\+00B9, superscript one\)\.$"),
        (SALES, "3M..12M/", "a number of values"),
        (SALES, "3M..12M/10000000000", "a number of values"),
        (SALES, "3M..12M/0000000000003", "a number of values"),
        (
            SALES,
            "0..999999999..0.01",
            "Found 99,999,999,901 values. Expected at most 1,000,000,000 values. Fix: use a larger",
        ),
        (SALES, "0..0.02/4", r"4 values from 0 to 0\.02.*at least 0\.01 between values.*use fewer values"),
        (SALES, "5..5/2", "use fewer values"),
        (STORES, "0..2/5", "a distance of at least 1 between values"),
        (STORES, "1.5", "whole"),
        (STORES, "0..3..0.5", "whole"),
        (RATE, "1..3..0.5", r"write 1%\.$"),
        (RATE, "1%..300%..1%", "from 0% to 100%"),
        (SALES, "1%", "delete the percent sign, because this is an amount"),
        (SALES, "", "number such as"),
        (SALES, "1M,,2M", "number such as"),
        (SALES, "-1..5..1", "zero or more"),
        (GROWTH, "1.5", r"write 150% or \+1\.5%, whichever is meant\.$"),
        (GROWTH, "-10%..10%..5%", r"Found '10%'.*write \+10% for growth of 10%, or -90%"),
        (GROWTH, "5%,10%", r"Found '5%'.*write \+5% for growth of 5%, or -95%"),
        (
            GROWTH,
            "-10%..110%..5%",
            r"Found '110%'.*write \+10%, which means 110%, or \+110%, which means 210%",
        ),
        (GROWTH, "-10%,110%", r"Found '110%'. Expected a sign before all values"),
        (GROWTH, "-10%..110%/3", r"Found '110%'. Expected a sign before all values"),
        (
            ACHIEVED,
            "-10%..10%..5%",
            "Found '-10%'. Expected a percentage of the target without a sign.*write 90%",
        ),
        (
            GROWTH,
            "100%..150%..105%",
            r"Found '105%'. Expected a step in percentage points, such as 5%. Fix: write 5%\.$",
        ),
        (GROWTH, "+0%..+50%..210%", r"a step in percentage points, such as 5%\.$"),
        (GROWTH, "-10%..+10%..-5%", "a step above zero"),
        (GROWTH, "-10%..+10%..5", r"write 5%\.$"),
    ],
)
def test_what_is_wrong_is_told_with_the_mend(input: Input, text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        read_axis(input, text, "CNY")


def test_the_most_points_there_may_be() -> None:
    assert read_axis(SALES, f"1..{MOST_POINTS}..1", "CNY").count == MOST_POINTS
    assert read_axis(SALES, f"1..{MOST_POINTS}/{MOST_POINTS}", "CNY").count == MOST_POINTS


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "3M..12M/1",
            ("'1'", "a number of values from 2 to 1,000,000,000", "write a range such as 3M..12M/37"),
        ),
        (
            "0..0.02/4",
            ("4 values from 0 to 0.02", "a distance of at least 0.01 between values", "use fewer values"),
        ),
    ],
)
def test_points_that_cannot_be_are_told_whole(text: str, fault: tuple[str, str, str]) -> None:
    assert refused(read_axis, SALES, text, "CNY")[0][:3] == fault


@given(st.lists(st.integers(1, 7), min_size=1, max_size=4), st.integers(1, 200), st.booleans())
def test_blocks_cover_every_point_once_in_order(lengths: list[int], most: int, zipped: bool) -> None:
    if zipped:
        lengths = lengths[:1] * len(lengths)
    grid = Grid(tuple(listed(SALES, [D(at) for at in range(length)]) for length in lengths), zipped)
    shape = grid.shape
    assert grid.size == len(list(product(*map(range, shape))))
    seen = []
    for block in grid.blocks(most):
        inside = list(product(*(range(*ends) for ends in block)))
        assert len(inside) <= max(most, 1)
        assert block_shape(block) == tuple(stop - start for start, stop in block)
        seen += inside
    assert seen == list(product(*map(range, shape)))


def test_the_values_of_a_block_broadcast_against_each_other() -> None:
    grid = Grid((axis(SALES, "1,2,3"), axis(STORES, "4,5")))
    found = grid.varied(((1, 3), (0, 2)), plain, None)
    assert {leaf: (row.values.shape, row.values.tolist()) for leaf, row in found.items()} == {
        "sales": ((2, 1), [2, 3]),
        "stores.new": ((1, 2), [4, 5]),
    }
    zipped = Grid((axis(SALES, "1,2"), axis(STORES, "4,5")), zipped=True).varied(((1, 2),), plain, None)
    assert [row.values.tolist() for row in zipped.values()] == [[2], [5]]


def test_every_number_is_varied_once_and_zipped_axes_are_as_long() -> None:
    one, other, growth = axis(SALES, "1,2"), axis(STORES, "1,2,3"), axis(GROWTH, "100%")
    assert Grid.of((one, other)) == Grid((one, other))
    with pytest.raises(
        ValueError,
        match=r"Found different numbers of values: sales \(2\), stores\.new \(3\)\. Expected the same number",
    ) as caught:
        Grid.of((one, other), zipped=True)
    assert str(caught.value).endswith(
        "for each, because of --zip. Fix: add or remove values, or remove --zip."
    )
    with pytest.raises(
        ValueError,
        match=r"each input once, where growth and sales are the same input\. Fix: remove one of them\.$",
    ):
        Grid.of((one, one))
    with pytest.raises(ValueError, match="'growth'"):
        Grid.of((one, growth))


def test_a_number_of_points_is_written_as_any_count() -> None:
    assert [axis(SALES, f"3M..12M/{count}").count for count in ("37", "３７", "1,001", "1k", " 37 ")] == [
        *(37, 37, 1001, 1000, 37)
    ]


def test_points_that_divide_evenly_are_steps() -> None:
    assert axis(SALES, "0..12/4") == Axis(SALES, 4, 0, 0, 12, 4)
    assert axis(SALES, "12..0/4") == Axis(SALES, 4, 0, 12, 0, -4)


def test_there_may_be_as_many_points_as_anybody_asks_for_and_no_more() -> None:
    assert read_axis(STORES, f"0..{MOST_POINTS - 1}/{MOST_POINTS}", "CNY").count == MOST_POINTS


@pytest.mark.parametrize(
    "points", ["1", "-3", "many", "", "1000000001", "0009999999999999", "  999999999999", "00000000003"]
)
def test_a_number_of_points_is_one_that_can_be_walked(points: str) -> None:
    assert refused(read_axis, SALES, f"0..10/{points}", "CNY") == [
        Fault(f"'{points}'", "a number of values from 2 to 1,000,000,000", "write a range such as 3M..12M/37")
    ]


@pytest.mark.parametrize(("text", "apart"), [("0..0.02/4", "0.01"), ("5..5/2", "1")])
def test_points_closer_than_can_be_stated_are_refused(text: str, apart: str) -> None:
    (fault,) = refused(read_axis, SALES, text, "CNY")
    assert fault[1:3] == (f"a distance of at least {apart} between values", "use fewer values")


@pytest.mark.parametrize("text", ["1.500..2.500/3", "1.500..2.500..0.500", "1.500, 2.000, 2.500"])
def test_a_point_before_three_decimals_is_read_where_the_currency_has_them(text: str) -> None:
    assert values(axis(SALES, text, "KWD")) == [D("1.5"), D(2), D("2.5")]
    with pytest.raises(ValueError, match=r"'1\.500'"):
        read_axis(SALES, text, "CNY")


def test_a_step_may_have_a_plus() -> None:
    assert (
        values(axis(SALES, "3M..4M..+500k"))
        == values(axis(SALES, "3M..4M..＋500k"))
        == [3_000_000, 3_500_000, 4_000_000]
    )


def test_a_fact_has_no_range() -> None:
    hardware = find(contract({}, {"facts": {"hardware": "yes"}}), "hardware")
    (fault,) = refused(read_axis, hardware, "no..yes", "CNY")
    assert (fault.expected, fault.mend) == ("yes, no, or yes,no, because it is a fact", "write yes,no")
