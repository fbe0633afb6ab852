"""Growth as people say it: +5% is growth of 5%, 105% the same, and 5% is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.model.faults import Fault
from ka_terms.model.numbers.growth import mixed_signs, read_achievement, read_growth, read_number_or_growth
from ka_terms.model.numbers.number import Index, read_index, write_growth
from tests.contracts import refused

GROWTH = (
    "growth with its sign, such as +5%, or an index of at least 100%, such as 105% (which means the same)"
)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("+5%", "1.05"),
        ("105%", "1.05"),
        ("-10%", "0.9"),
        ("+0%", "1"),
        ("100%", "1"),
        ("-100%", "0"),
        ("＋５％", "1.05"),
    ],
)
def test_growth_is_read_as_people_say_it(written: str, value: str) -> None:
    assert read_growth(written) == Index(Decimal(value))
    assert read_number_or_growth(written) == Index(Decimal(value))


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("5%", "write +5% for growth of 5%, or -95% for 5% of last year"),
        ("60%", "write +60% for growth of 60%, or -40% for 60% of last year"),
        ("0%", "write +0% for growth of 0%, or -100% for 0% of last year"),
        ("99.99%", "write +99.99% for growth of 99.99%, or -0.01% for 99.99% of last year"),
        ("５％", "write +5% for growth of 5%, or -95% for 5% of last year"),
    ],
)
def test_unsigned_growth_below_all_is_refused_with_both_mends(written: str, mend: str) -> None:
    for read in (read_growth, read_number_or_growth):
        (fault,) = refused(read, written)
        assert (fault.found, fault.expected, fault.mend) == (f"'{written}'", GROWTH, mend)


def test_an_index_from_python_is_what_it_says() -> None:
    assert read_growth(Index(Decimal("0.9"))) == Index(Decimal("0.9"))
    assert refused(read_growth, Index(Decimal("0.9"), signed=False))[0].found == "'90%'"


@given(st.decimals("0", "9999", places=8))
def test_growth_reads_back_as_it_is_written(value: Decimal) -> None:
    assert read_growth(str(Index(value))).value == value
    assert read_growth(write_growth(value)).value == value
    assert read_index(str(Index(value, signed=False))).value == value


@pytest.mark.parametrize(
    ("value", "written"), [("1.05", "+5%"), ("0.9", "-10%"), ("1", "+0%"), ("0", "-100%"), ("2.5", "+150%")]
)
def test_growth_is_written_with_its_sign(value: str, written: str) -> None:
    assert write_growth(Decimal(value)) == written


@pytest.mark.parametrize("raws", [["+5%", "-10%"], ["105%", "90%"], ["+5%"], []])
def test_indices_of_one_notation_go_together(raws: list[str]) -> None:
    assert mixed_signs(raws) is None


@pytest.mark.parametrize(
    ("raws", "found", "mend"),
    [
        (["-10%", "110%"], "'110%'", "write +10%, which means 110%, or +110%, which means 210%"),
        (["10%", "+20%"], "'10%'", "write -90%, which means 10%, or +10%, which means 110%"),
    ],
)
def test_indices_of_two_notations_do_not(raws: list[str], found: str, mend: str) -> None:
    fault = mixed_signs(raws)
    assert fault
    assert (fault.found, fault.mend) == (found, mend)


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("1", "write 100% or +1%, whichever is meant"),
        ("9.9", "write 990% or +9.9%, whichever is meant"),
        ("10", "write +10% or -90%, whichever is meant"),
        ("105", "write 105%"),
        ("+5", "write +5%"),
    ],
)
def test_growth_without_its_percent_sign_is_told_what_it_may_be(written: str, mend: str) -> None:
    (fault,) = refused(read_growth, written)
    assert fault.mend == mend


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("+90%", "write 90% or 190%, whichever is meant"),
        ("-10%", "write 90%"),
        ("90", "write 90%"),
        ("+5", ""),
        ("x", "write the number in digits"),
    ],
)
def test_what_is_no_share_of_the_target_is_told_how_to_mend(written: str, mend: str) -> None:
    expected = "a percentage of the target without a sign, such as 90% or 110%"
    assert refused(read_achievement, written) == [Fault(f"'{written}'", expected, mend)]
