"""A mend that is refused itself is never offered: whatever a message says to write is taken."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from ka_terms.model.contract.plan.estimate import read_openings, read_sales
from ka_terms.model.contract.terms.limits import read_limit
from ka_terms.model.names import Enclosed
from ka_terms.model.numbers.growth import read_achievement, read_growth, read_number_or_growth
from ka_terms.model.numbers.notations import doubtful_point
from ka_terms.model.numbers.number import (
    read_count,
    read_index,
    read_number,
    read_number_or_index,
    read_rate,
    read_ratio,
    read_signed,
)
from ka_terms.model.settings.policy import read_ceiling

READERS: tuple[Callable[[str], object], ...] = (
    read_number,
    read_count,
    read_rate,
    read_ratio,
    read_signed,
    read_index,
    read_growth,
    read_achievement,
    read_number_or_index,
    read_number_or_growth,
    read_sales,
    read_openings,
    read_limit,
    read_ceiling,
)
# "write A or B, ..." and "is it A or B?" and "write the percent sign: A", but "write the zeros out".
_ONE = r"([+-]?[0-9][^ ;?]*(?: ?[%kMm万](?= |$|[?,]))?(?: of sales)?)"
PROPOSED = re.compile(rf"write {_ONE}(?: for growth(?: of [0-9.,]+%)?)?(?: {_ONE}(?= or))?(?:,? or {_ONE})?")
NUMBERS = st.one_of(
    st.from_regex(r"[+−–-]?[0-9]{1,4}([.,' \u00a0\u2009’][0-9]{1,3}){0,3}", fullmatch=True),
    st.from_regex(r"[¥€]?[0-9]{1,3}([.,][0-9]{3}){0,2}(元|m)?", fullmatch=True),
    st.from_regex(r"[0-9]{1,3}(,0{1,2}|‰| ‱)", fullmatch=True),
    st.text("零一二兩五十百千萬万億點", min_size=1, max_size=6),
    st.from_regex(r"[百千]分之[一二三五十百點]{1,4}", fullmatch=True),
    st.from_regex(r"[.]?0{0,2}[0-9]{1,3}([.,][0-9]{1,4})?", fullmatch=True),
)
UNITS = st.sampled_from(("", "", "%", "％", " %", "k", "万", "M", "m", "%of sales", "% of sales"))


def proposed(mend: str) -> list[str]:
    """The numbers that a mend says to write."""
    return [number.rstrip(",?") for found in PROPOSED.findall(mend) for number in found if number]


@pytest.mark.parametrize("read", READERS)
@given(number=NUMBERS, unit=UNITS, enclosed=st.booleans())
def test_what_a_message_says_to_write_is_taken(
    read: Callable[[str], object], number: str, unit: str, enclosed: bool
) -> None:
    text = Enclosed(number + unit) if enclosed else number + unit
    try:
        read(text)
    except PydanticCustomError as error:
        for fault in (error.context or {})["faults"]:
            for mend in proposed(fault.mend):
                read(mend)
                assert doubtful_point(mend) is None or "%" in mend
                assert not enclosed or "," not in mend


@pytest.mark.parametrize(
    ("mend", "numbers"),
    [
        ("write 5.00, 500 or 5000, whichever is meant", ["5.00", "500", "5000"]),
        ("write 1500 or 1.5, whichever is meant", ["1500", "1.5"]),
        ("write 105% or +1.05%, whichever is meant", ["105%", "+1.05%"]),
        ("write +5%", ["+5%"]),
        ("write +5% for growth, or 5 for an amount", ["+5%", "5"]),
        ("write +5% for growth of 5%, or -95% for 5% of last year", ["+5%", "-95%"]),
        ("write -5% if growth is meant", ["-5%"]),
        ("write 4,500M", ["4,500M"]),
        ("write all zeros, or use k, M, 万 or 亿", []),
    ],
)
def test_the_numbers_of_a_mend_are_found(mend: str, numbers: list[str]) -> None:
    assert proposed(mend) == numbers
