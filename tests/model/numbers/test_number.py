"""Numbers as people write them: every form that is taken, and what is said of those that are not."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from unicodedata import name

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from ka_terms.model.faults import Fault
from ka_terms.model.numbers.fields import Amount, AmountOrIndex, Count, Rate
from ka_terms.model.numbers.number import (
    Index,
    as_typed,
    plainly,
    read_count,
    read_index,
    read_multiple,
    read_number,
    read_number_or_index,
    read_rate,
    read_ratio,
    read_signed,
    reads_as_number,
    write_percent,
)
from tests.contracts import refused

NUMBER = "a number such as 4020000, 4,020,000, 402万, 4.5M or 350k"
SHARE = "a percentage with its sign, such as 2.5%"
BOUNDED = "a percentage from 0% to 100%, such as 2.5%"
GROUPS = "put a comma before every three digits, or use no commas"
INDEX = "an index such as 110% or +10%, which both mean 1.1 times"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", "0"),
        ("7", "7"),
        ("4020000", "4020000"),
        ("4,020,000", "4020000"),
        ("12,345", "12345"),
        ("123,456.78", "123456.78"),
        ("0.5", "0.5"),
        ("2.50", "2.5"),
        ("402万", "4020000"),
        ("402萬", "4020000"),
        ("402 万", "4020000"),
        ("1.2亿", "120000000"),
        ("1.2億", "120000000"),
        ("4.5M", "4500000"),
        ("350k", "350000"),
        ("350K", "350000"),
        ("0.00001k", "0.01"),
        ("1,000k", "1000000"),
        ("４，０２０，０００", "4020000"),
        ("４．５Ｍ", "4500000"),
        ("４０２万", "4020000"),
        ("  12 ", "12"),
        ("0.00000001", "0.00000001"),
        ("0.000000010", "0.00000001"),
        ("999999999999999", "999999999999999"),
        ("999999999999999.99999999", "999999999999999.99999999"),
        (4020000, "4020000"),
        (Decimal("4.5"), "4.5"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1E-3"), "0.001"),
    ],
)
def test_a_number_is_read_exactly(written: object, value: str) -> None:
    read = read_number(written)
    assert read == Decimal(value)
    assert str(read) == value if "E" not in str(Decimal(value)) else f"{read:f}" == value


@pytest.mark.parametrize(
    ("written", "expected", "mend"),
    [
        (2.5, NUMBER, "pass a str or a Decimal, because a float is not exact"),
        (True, NUMBER, ""),
        (Fraction(5), NUMBER, ""),
        (None, NUMBER, ""),
        ([1], NUMBER, ""),
        ("", NUMBER, ""),
        ("abc", NUMBER, "write the number in digits"),
        ("1.", NUMBER, ""),
        ("1..2", NUMBER, ""),
        ("402万k", NUMBER, ""),
        ("1  万", NUMBER, ""),
        ("--5", NUMBER, ""),
        (",", NUMBER, ""),
        ("+-5", NUMBER, ""),
        ("nan", NUMBER, "write the number in digits"),
        (Decimal("NaN"), NUMBER, ""),
        (Decimal("Infinity"), NUMBER, ""),
        ("5万%", NUMBER, ""),
        ("2%", NUMBER, "delete the percent sign, because this is an amount"),
        ("+5", NUMBER, "delete the + sign"),
        ("-0", NUMBER, "delete the - sign"),
        ("-5", f"{NUMBER} (zero or more)", "write a number of zero or more"),
        ("-0.01", f"{NUMBER} (zero or more)", "write a number of zero or more"),
        ("010", NUMBER, "delete the leading zero"),
        ("00", NUMBER, "delete the leading zero"),
        ("0,123", NUMBER, "write 0.123"),
        ("1e5", NUMBER, "write all zeros, or use k, M, 万 or 亿"),
        ("-1.5E+3", NUMBER, "write all zeros, or use k, M, 万 or 亿"),
        ("1:30", NUMBER, "replace the time by a number"),
        ("1:30:00", NUMBER, "replace the time by a number"),
        ("2003-1-15", NUMBER, "replace the date by a number"),
        ("2003-01-15T10:00", NUMBER, "replace the date by a number"),
        ("4,02,000", NUMBER, GROUPS),
        ("4020,000", NUMBER, GROUPS),
        ("+4,02,000", NUMBER, GROUPS),
        ("1,2", NUMBER, "write 1.2 or 12, whichever is meant"),
        ("1,2" + "3" * 17, NUMBER, GROUPS),
        ("1,2" + "3" * 18, NUMBER, GROUPS),
        (".5", NUMBER, "write 0.5"),
        (".5%", NUMBER, ""),
        ("4.5m", NUMBER, "write 4.5M"),
        ("4,500m", NUMBER, "write 4,500M"),
        ("1,5m", NUMBER, "write 1.5M"),
        ("0,500", NUMBER, "write 0.500"),
        ("1’200’000", NUMBER, "write 1,200,000"),
        ("1\u00a0200\u00a0000", NUMBER, "write 1,200,000"),
        ("1\u202f200\u202f000", NUMBER, "write 1,200,000"),
        ("1\u2009200\u2009000.5", NUMBER, "write 1,200,000.5"),
        ("￥500", NUMBER, "delete the currency sign, because `currency:` gives the currency"),
        ("€ 1.200.000", NUMBER, "write 1,200,000"),
        ("€ 1.200.000,x", NUMBER, "delete the currency sign, because `currency:` gives the currency"),
        ("¥500", NUMBER, "delete the currency sign, because `currency:` gives the currency"),
        ("500元", NUMBER, "delete the currency sign, because `currency:` gives the currency"),
        ("1000000000000000", f"{NUMBER} (below 10^15)", "check the number of digits and the unit"),
        ("10000000亿", f"{NUMBER} (below 10^15)", "check the number of digits and the unit"),
        ("-1000000000000000", f"{NUMBER} (below 10^15)", "check the number of digits and the unit"),
        ("0.000000001", f"{NUMBER} (at most 6 decimals)", "round the number as the contract does"),
        (
            "1" * 27,
            f"{NUMBER} (below 10^15, at most 6 decimals)",
            "check the number of digits and the unit",
        ),
        (
            "0." + "1" * 25,
            f"{NUMBER} (below 10^15, at most 6 decimals)",
            "check the number of digits and the unit",
        ),
        ("0." + "1" * 24, f"{NUMBER} (at most 6 decimals)", "round the number as the contract does"),
        ("1" * 26, f"{NUMBER} (below 10^15)", "check the number of digits and the unit"),
    ],
)
def test_what_is_no_number_is_told_how_to_mend(written: object, expected: str, mend: str) -> None:
    (fault,) = refused(read_number, written)
    assert (fault.expected, fault.mend) == (expected, mend)


def test_a_refusal_quotes_the_number_as_it_was_written() -> None:
    assert [refused(read_number, written)[0].found for written in ("-5", "5%", "010", 1.5)] == [
        "'-5'",
        "'5%'",
        "'010'",
        "'1.5'",
    ]
    assert refused(read_number, "９９％")[0].found == "'９９％'"
    assert refused(read_number, "1" * 16)[0].found == f"'{'1' * 16}'"
    assert refused(read_number, "1" * 27)[0].found == f"'{'1' * 27}'"
    assert refused(read_number, "0.000000001")[0].found == "'0.000000001'"
    assert refused(read_number, "+5")[0].found == "'+5'"
    assert refused(read_number, "x")[0].found == "'x'"


@pytest.mark.parametrize(("written", "value"), [("0", 0), ("35", 35), ("1k", 1000), ("2.0", 2)])
def test_a_count_is_whole(written: str, value: int) -> None:
    assert read_count(written) == value


def test_a_part_of_a_store_is_refused() -> None:
    (fault,) = refused(read_count, "2.5")
    assert (
        str(fault) == "Found '2.5'. Expected a whole number (zero or more). Fix: round it to a whole number."
    )


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2.5%", "0.025"),
        ("2.5 %", "0.025"),
        ("２．５％", "0.025"),
        ("0%", "0"),
        ("-0%", "0"),
        ("100%", "1"),
        ("0.000001%", "0.00000001"),
        (Decimal("0.025"), "0.025"),
        (Decimal(0), "0"),
        (Decimal(1), "1"),
    ],
)
def test_a_rate_is_a_decimal_fraction(written: object, value: str) -> None:
    read = read_rate(written)
    assert read == Decimal(value)
    assert not read.is_signed()


@pytest.mark.parametrize(
    ("written", "expected", "mend"),
    [
        ("2.5", SHARE, "write 2.5%"),
        ("0.025", SHARE, "write 2.5% or 0.025%, whichever is meant"),
        ("0.99", SHARE, "write 99% or 0.99%, whichever is meant"),
        ("0", SHARE, "write 0%"),
        ("1", SHARE, "write 1%"),
        ("-0.05", SHARE, ""),
        ("150", SHARE, ""),
        ("250", SHARE, ""),
        ("2,5", SHARE, "write 2.5%"),
        ("0,5", SHARE, ""),
        ("05", SHARE, ""),
        ("05%", SHARE, "delete the leading zero"),
        ("5k", SHARE, ""),
        ("+100%", SHARE, "delete the + sign"),
        ("+105%", SHARE, ""),
        ("1,125%", BOUNDED, "write 1.125%"),
        ("1,125,000%", BOUNDED, "check the decimal point, or write at most 100%"),
        ("0,125%", SHARE, "write 0.125%"),
        (1, SHARE, "write 1%"),
        ("+5%", SHARE, "delete the + sign"),
        ("-5%", BOUNDED, "write a percentage of zero or more"),
        ("100.01%", BOUNDED, "check the decimal point, or write at most 100%"),
        (Decimal("1.01"), BOUNDED, "check the decimal point, or write at most 100%"),
        (Decimal("-0.01"), BOUNDED, "write a percentage of zero or more"),
        (Decimal("1E-9"), f"{SHARE} (at most 6 decimals)", "round the number as the contract does"),
        (Decimal("NaN"), SHARE, ""),
        (Decimal("sNaN"), SHARE, ""),
        (Decimal("Infinity"), SHARE, ""),
        (0.025, SHARE, "pass a str or a Decimal, because a float is not exact"),
        ("2,5%", SHARE, "write 2.5%"),
    ],
)
def test_what_is_no_rate_is_told_how_to_mend(written: object, expected: str, mend: str) -> None:
    (fault,) = refused(read_rate, written)
    assert (fault.found, fault.expected, fault.mend) == (f"'{written}'", expected, mend)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("130%", "1.3"),
        ("+30%", "1.3"),
        ("-10%", "0.9"),
        ("-100%", "0"),
        ("0%", "0"),
        ("+0%", "1"),
        ("1,250%", "12.5"),
    ],
)
def test_an_index_takes_its_sign_from_one(written: str, value: str) -> None:
    assert read_index(written) == Index(Decimal(value))


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("1.3", "write 130% or 1.3%, whichever is meant"),
        ("105", "write 105%"),
        ("0.9", "write 90% or 0.9%, whichever is meant"),
        ("1000", ""),
        ("10", "write 10%"),
        ("+5", "write +5%"),
        ("-1", "write -1%"),
        ("+0.5", "write +50% or +0.5%, whichever is meant"),
        ("+30", "write +30%"),
        ("-100.01%", "write a decrease of at most 100%"),
        ("x", "write the number in digits"),
    ],
)
def test_what_is_no_index_is_told_how_to_mend(written: str, mend: str) -> None:
    (fault,) = refused(read_index, written)
    assert (fault.found, fault.expected, fault.mend) == (f"'{written}'", INDEX, mend)


@pytest.mark.parametrize(
    ("written", "expected", "mend"),
    [
        (Decimal(10) ** 15, f"{SHARE} (below 10^15)", "check the number of digits and the unit"),
        (Decimal("1E-9"), f"{SHARE} (at most 6 decimals)", "round the number as the contract does"),
        (Decimal(-1), SHARE, "write a percentage of zero or more"),
        ("-5%", SHARE, "write a percentage of zero or more"),
        ("abc", SHARE, "write the number in digits"),
        ("0.5", SHARE, "write 50% or 0.5%, whichever is meant"),
        ("1", SHARE, "write 100% or 1%, whichever is meant"),
        ("1.5", SHARE, "write 150% or 1.5%, whichever is meant"),
        ("2", SHARE, "write 2%"),
        (
            "1,125%",
            "a percentage that cannot be read in two ways",
            "write 1125% or 1.125%, whichever is meant",
        ),
        ("+10%", "a percentage without a plus, such as 2.5%", "write 10% or 110%, whichever is meant"),
    ],
)
def test_what_is_no_percentage_of_a_figure_is_told_how_to_mend(
    written: object, expected: str, mend: str
) -> None:
    (fault,) = refused(read_multiple, written)
    assert (fault.found, fault.expected, fault.mend) == (f"'{written}'", expected, mend)


def test_a_percent_sign_tells_an_index_from_a_number() -> None:
    assert read_number_or_index("110%") == Index(Decimal("1.1"))
    assert read_number_or_index(" +10％ ") == Index(Decimal("1.1"))
    assert read_number_or_index("110") == Decimal(110)
    assert read_number_or_index(110) == Decimal(110)
    assert refused(read_number_or_index, "+110")[0].mend == "write +110% for growth, or 110 for an amount"
    assert refused(read_number_or_index, "+0.5")[0].mend == "write +0.5% for growth, or 0.5 for an amount"
    assert refused(read_number_or_index, "+0")[0].mend == "delete the + sign"
    assert refused(read_number_or_index, "+1000")[0].mend == "delete the + sign"
    assert refused(read_number_or_index, "-5")[0].mend == "write -5% if growth is meant"
    assert refused(read_number_or_index, "-500")[0].mend == "write a number of zero or more"


def test_an_index_read_once_stays_as_it_is() -> None:
    index = Index(Decimal("1.3"))
    assert read_index(index) is index
    assert read_number_or_index(index) is index
    assert str(index) == "130%"


@pytest.mark.parametrize(
    ("share", "written"), [("0.025", "2.5%"), ("1", "100%"), ("0", "0%"), ("10", "1000%")]
)
def test_a_share_is_written_with_its_sign(share: str, written: str) -> None:
    assert write_percent(Decimal(share)) == written


def test_what_is_written_out_reads_back() -> None:
    assert TypeAdapter(Rate).dump_python(Decimal("0.025")) == "2.5%"
    either: TypeAdapter[Decimal | Index] = TypeAdapter(AmountOrIndex)
    assert either.dump_python(Index(Decimal("2.5"))) == "250%"
    assert either.dump_python(Decimal(5)) == 5
    assert TypeAdapter(Amount).validate_python("5万") == 50000
    assert TypeAdapter(Count).validate_python("5") == 5


@given(st.decimals("0", "999999999", places=6))
def test_any_decimal_is_read_as_itself(value: Decimal) -> None:
    assert read_number(value) == value
    assert read_number(f"{value:,f}") == value


@given(st.decimals("0", "1", places=8))
def test_any_share_survives_writing(share: Decimal) -> None:
    assert read_rate(write_percent(share)) == share


_STRANGE = (*"¹²⁶₂②⑩⒈Ⅷ٣४½ᴹ𝟏㎡㈠", *"\u200b\u2060\u00ad\u2212\u2013\u00a0\u2009\u202f\u2028")


@pytest.mark.parametrize("sign", _STRANGE)
@pytest.mark.parametrize("read", [read_number, read_count, read_rate, read_index, read_number_or_index])
def test_a_sign_that_is_no_digit_is_refused_and_named(sign: str, read: Callable[[object], object]) -> None:
    for text in (f"105{sign}", f"10{sign}5", f"105{sign}%", f"{sign}5"):
        (fault,) = refused(read, text)
        assert f"U+{ord(sign):04X}" in fault.mend, text
        assert name(sign, "without a name").lower() in fault.mend, text


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("10w", 100_000),
        ("1.5W", 15_000),
        ("3千万", 30_000_000),
        ("5百萬", 5_000_000),
        ("2千", 2_000),
        ("5百", 500),
        ("1.5百亿", 15_000_000_000),
        ("1千億", 100_000_000_000),
        ("１２，３４５．５", "12345.5"),
        ("３　万", 30_000),
    ],
)
def test_units_of_ten_thousand_and_full_width_forms(written: str, value: str | int) -> None:
    assert read_number(written) == Decimal(value)


@pytest.mark.parametrize(("text", "value"), [("120%", "1.2"), ("-5%", "-0.05"), ("+1000%", "10")])
def test_the_limit_of_a_rule_is_a_share_of_any_size(text: str, value: str) -> None:
    assert read_ratio(text) == Decimal(value)
    refused(read_signed, text)


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("1,125%", "write 1125% or 1.125%, whichever is meant"),
        ("+1,000%", "write +1000% or +1.000%, whichever is meant"),
        ("1,125,000%", "write 1125000%"),
    ],
)
def test_a_share_whose_comma_may_be_a_point_is_refused_where_it_may_be_of_any_size(
    text: str, mend: str
) -> None:
    fault = Fault(f"'{text}'", "a percentage that cannot be read in two ways", mend)
    assert refused(read_ratio, text) == [fault]


def test_the_limit_of_a_rule_is_an_amount_of_any_sign() -> None:
    assert read_signed("-1,500") == -1500
    refused(read_ratio, "-1,500")


def test_a_limit_of_the_other_kind_is_told_what_it_should_be() -> None:
    assert refused(read_ratio, "25") == [Fault("'25'", SHARE, "write 25%")]
    assert refused(read_ratio, "abc") == [Fault("'abc'", SHARE, "write the number in digits")]
    assert refused(read_signed, "25%") == [
        Fault("'25%'", NUMBER, "delete the percent sign, because this is an amount")
    ]
    assert refused(read_signed, "abc") == [Fault("'abc'", NUMBER, "write the number in digits")]


@pytest.mark.parametrize(
    ("index", "typed"),
    [
        (Index(Decimal("1.1")), "+10%"),
        (Index(Decimal("1.1"), signed=False), "110%"),
        (Index(Decimal("0.9")), "-10%"),
        (Index(Decimal(1)), "+0%"),
        (Decimal("12.50"), "12.50"),
    ],
)
def test_a_number_is_quoted_as_it_was_typed(index: Index | Decimal, typed: str) -> None:
    assert as_typed(index) == typed


@pytest.mark.parametrize(("value", "text"), [("1.50", "1.5"), ("100", "100"), ("10.0", "10"), ("0.00", "0")])
def test_a_number_is_shown_with_all_its_digits_and_none_too_many(value: str, text: str) -> None:
    assert plainly(Decimal(value)) == text


def test_an_index_that_is_no_growth_is_written_without_a_sign_from_all_on() -> None:
    assert [str(Index(Decimal(value))) for value in ("0.999", "1", "1.001")] == ["-0.1%", "100%", "100.1%"]


@pytest.mark.parametrize(
    ("text", "number"), [("4.5M", True), ("２．５％", True), ("-5%", True), ("4,5M", False), ("None", False)]
)
def test_a_text_reads_as_a_number_as_it_stands_or_not_at_all(text: str, number: bool) -> None:
    assert reads_as_number(text) is number


@pytest.mark.parametrize("written", ["110%", "110 %", "１１０％", Decimal("1.1")])
def test_a_percentage_of_a_figure_may_be_above_the_whole(written: object) -> None:
    """A number of a program's own is the fraction that it is."""
    assert read_multiple(written) == Decimal("1.1")
