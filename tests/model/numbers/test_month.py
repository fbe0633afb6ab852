"""Months of contract years: their positions, runs of them, and months of the calendar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.model.faults import Fault
from ka_terms.model.numbers.month import (
    YEAR,
    CalendarMonth,
    MonthRange,
    Months,
    calendar_month,
    cut,
    each_month_meant,
    month_name,
    months_meant,
    position,
    read_calendar_month,
    read_month,
    read_month_ranges,
    read_period,
)
from tests.contracts import each, refused

calendar = st.integers(1, 12)
PERIOD = "a period such as q1, h2, oct or 1..6"


@given(calendar, calendar)
def test_a_month_has_one_position_in_a_contract_year(month: int, starts: int) -> None:
    at = position(month, starts)
    assert at in YEAR
    assert calendar_month(at, starts) == month
    assert each(position(starts, starts), calendar_month(12, starts)) == (1, (starts - 2) % 12 + 1)


@given(calendar, calendar, calendar)
def test_a_range_holds_the_months_on_the_way_or_crosses_the_end(first: int, last: int, starts: int) -> None:
    months = MonthRange(first, last).positions(starts)
    if position(first, starts) > position(last, starts):
        assert months == ()
    else:
        assert [calendar_month(months[at], starts) for at in (0, -1)] == [first, last]
        assert [*months] == [*range(months[0], months[0] + len(months))]


@pytest.mark.parametrize(
    ("written", "starts", "months", "name"),
    [
        ("q1", 1, (1, 2, 3), "q1"),
        ("Q4", 4, (10, 11, 12), "q4"),
        ("h1", 1, (1, 2, 3, 4, 5, 6), "h1"),
        (" ｈ２ ", 7, (7, 8, 9, 10, 11, 12), "h2"),
        ("oct", 1, (10,), "10"),
        ("oct", 4, (7,), "10"),
        ("3月", 4, (12,), "3"),
        ("11..2", 4, (8, 9, 10, 11), "11..2"),
        ("4 … 4", 1, (4,), "4"),
    ],
)
def test_a_period_by_its_name(written: str, starts: int, months: Months, name: str) -> None:
    """Quarters and halves are those of the contract year, months those of the calendar."""
    assert read_period(written, starts) == (months, name)


@pytest.mark.parametrize(
    ("written", "expected", "mend"),
    [
        ("q5", PERIOD, "write q1"),
        ("h3", PERIOD, "write q1"),
        ("13", PERIOD, "write q1"),
        ("第二季度", PERIOD, "write q2"),
        ("上半年", PERIOD, "write h1"),
        ("2h", PERIOD, "write h2"),
        ("3rd quarter", PERIOD, "write q3"),
        (
            "2..5",
            "months inside the contract year, which begins in April",
            "write a shorter range",
        ),
    ],
)
def test_what_is_no_period_of_the_year(written: str, expected: str, mend: str) -> None:
    faults = refused(lambda text: read_period(text, 4), written)
    assert faults == [Fault(f"'{written}'", expected, mend)]


@pytest.mark.parametrize(
    ("months", "size", "pieces"),
    [
        (YEAR, 3, [YEAR[:3], YEAR[3:6], YEAR[6:9], YEAR[9:]]),
        (YEAR, 6, [YEAR[:6], YEAR[6:]]),
        ((3, 4, 6, 7), 3, [(3,), (4, 6), (7,)]),
        ((6, 7), 6, [(6,), (7,)]),
        ((), 3, []),
    ],
)
def test_months_are_cut_at_the_quarters_and_halves_of_the_year(
    months: Months, size: int, pieces: list[Months]
) -> None:
    assert cut(months, size) == pieces


def test_months_of_the_calendar_follow_each_other_over_the_years() -> None:
    begin = CalendarMonth(2002, 11)
    assert [str(month) for month in begin.until(CalendarMonth(2003, 2))] == [
        "2002-11",
        "2002-12",
        "2003-01",
        "2003-02",
    ]
    assert [*begin.until(CalendarMonth(2002, 10))] == []
    assert each(begin.later(0), begin.later(2), begin.later(-11), begin.later(25)) == (
        begin,
        (2003, 1),
        (2001, 12),
        (2004, 12),
    )


@pytest.mark.parametrize(
    "written", ["2003-01", "2003/1", "2003年1月", "2003.01", " ２００３-01 ", "2003 - 1"]
)
def test_a_month_of_the_calendar_as_people_write_it(written: str) -> None:
    assert read_calendar_month(written) == (2003, 1)


@pytest.mark.parametrize("written", ["2003", "2003-13", "2003-0", "03-01", "3003-01", "jan 2003", "2003-1-1"])
def test_what_is_no_month_of_the_calendar(written: str) -> None:
    expected = "a month of a year such as 2003-01"
    assert refused(read_calendar_month, written) == [Fault(f"'{written}'", expected, "write 2003-01")]


@pytest.mark.parametrize(
    ("written", "months"),
    [
        ("1, 3 and 10月", ["1", "3", "10"]),
        ("jan、feb", ["jan", "feb"]),
        ("一月和三月", ["1", "3"]),
        ("1-3; 9", ["1..3", "9"]),
        ("from jan to mar", ["1..3"]),
        ("从十月至十二月", ["10..12"]),
        ("第10月/11月份", ["10", "11"]),
        ("1, 1", []),
        ("1, x", []),
        ("1-x", []),
        ("1,2,3,4,5,6,7,8,9,10,11,12", [*map(str, YEAR)]),
        ("1,2,3,4,5,6,7,8,9,10,11,12,13", []),
        ("", []),
    ],
)
def test_a_text_that_names_months_one_after_another(written: str, months: list[str]) -> None:
    assert months_meant(written) == months


def test_a_list_without_ranges_names_every_month() -> None:
    assert each_month_meant("jan, 3..5; 11-1") == ["jan", "3", "4", "5", "11", "12", "1"]
    assert each_month_meant("3..3") == ["3"]
    assert each_month_meant("3, soon") == []


def test_a_month_twice_is_told_where_it_stands() -> None:
    expected = "each month once"
    assert refused(read_month_ranges, [1, 3, 3]) == [Fault("'3'", expected, "delete one of them", (2,))]
    assert refused(read_month_ranges, ["1..4", 3]) == [
        Fault("'3'", expected, "write `in: [1..4]`", (1,)),
    ]
    assert refused(read_month_ranges, []) == [
        Fault("an empty list", "months such as [10], [1..6] or [jan, feb]", "name a month, or delete the key")
    ]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("month 3", "Found 'month 3'. Expected months such as [10], [1..6] or [jan, feb]. Fix: write 3."),
        (
            "10, 11",
            "Found '10, 11'. Expected months such as [10], [1..6] or [jan, feb]. Fix: write [10, 11].",
        ),
        (["11..2", "1..3"], "Found '1..3'. Expected each month once. Fix: write `in: [11..3]`."),
        (["11..2", "2..3", 5], "Found '2..3'. Expected each month once. Fix: write `in: [11..3, 5]`."),
        (["1..4", "3..6", 9], "Found '3..6'. Expected each month once. Fix: write `in: [1..6, 9]`."),
    ],
)
def test_what_is_told_of_months_that_cannot_be_taken(raw: object, words: str) -> None:
    (fault,) = refused(read_month_ranges, raw)
    assert str(fault) == words


def test_a_month_is_told_by_its_name() -> None:
    names = [str(month_name(month)) for month in (1, 5, 12)]
    assert names == ["January", "May", "December"]
    assert [read_month(name) for name in names] == [1, 5, 12]
