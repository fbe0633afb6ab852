"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from ka_terms.model.faults import Fault
from ka_terms.model.numbers.date import read_date
from tests.contracts import refused

DAY = date(2003, 5, 20)
EXPECTED, MEND = "a date such as 2003-05-20", "write year, month and day: 2003-05-20"


@pytest.mark.parametrize(
    "written", ["2003-05-20", "2003-5-20", "2003/5/20", "2003.05.20", "2003年5月20日", " ２００３-5-20 ", DAY]
)
def test_a_date_with_the_year_first(written: object) -> None:
    assert read_date(written) == DAY


@pytest.mark.parametrize(
    "written", ["20-05-2003", "2003-05/20", "2003-05", "0203-05-20", "3003-05-20", "may", 5]
)
def test_what_is_no_date(written: object) -> None:
    assert refused(read_date, written) == [Fault(f"'{written}'", EXPECTED, MEND)]


@pytest.mark.parametrize("written", ["2003-02-29", "2003-13-01", "2003-00-10", "2003年6月31日"])
def test_a_day_that_no_calendar_has(written: str) -> None:
    expected, mend = "a day of the calendar", "check the month and the day"
    assert refused(read_date, written) == [Fault(f"'{written}'", expected, mend)]
