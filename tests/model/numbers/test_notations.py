"""Mends of texts that are no numbers: what is clearly meant is proposed, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.model.names import Enclosed
from ka_terms.model.numbers.notations import (
    doubtful_point,
    folded_number,
    mend_of_text,
    plainly_meant,
    taken_by,
)
from ka_terms.model.numbers.number import (
    read_count,
    read_index,
    read_number,
    read_rate,
    read_signed,
    reads_as_number,
)
from tests.contracts import refused


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("3,5%", "3.5%"),
        ("4,5M", "4.5M"),
        ("1,5百万", "1.5百万"),
        ("3,5万", "3.5万"),
        ("0,125", "0.125"),
        ("1.500,00", "1,500.00"),
        ("1.234.567,8", "1,234,567.8"),
        ("1.234.567,8912", "1,234,567.8912"),
        ("1.500.000", "1,500,000"),
        ("1 000 000", "1,000,000"),
        ("1'000'000.50", "1,000,000.50"),
        ("1　000　000", "1,000,000"),
        ("1 000", "1,000"),
        ("1 000,50", "1,000.50"),
        ("1 000.500", "1,000.500"),
        ("4,02,000", ""),
        ("12,3456", ""),
        ("12345,678", ""),
        ("4.020,000", ""),
        ("1 000,500", ""),
        ("01,5", ""),
        ("0.500.000", ""),
        ("0 500", ""),
        ("1.5.0", ""),
        ("1.50,5", ""),
        ("1 00", ""),
        ("10 20", ""),
        ("M", ""),
        ("", ""),
    ],
)
def test_a_mend_proposes_what_is_clearly_meant(written: str, meant: str) -> None:
    assert plainly_meant(folded_number(written)) == meant
    (fault,) = refused(read_rate if "%" in meant else read_number, written)
    assert fault.mend == f"write {meant}" if meant else not any(sign.isdigit() for sign in fault.mend)


@given(st.text("0123456789., ", min_size=1, max_size=12), st.sampled_from(("", "%", "k", "万", "M")))
def test_what_is_proposed_is_a_number_of_the_same_digits(digits: str, unit: str) -> None:
    text = folded_number(digits + unit)
    if meant := plainly_meant(text):
        assert reads_as_number(meant)
        assert not reads_as_number(text)
        assert re.sub("[., ]", "", meant) == re.sub("[., ]", "", text)
        assert meant.endswith(unit)


@pytest.mark.parametrize("sign", "⁶½ᴹ②´")
def test_a_sign_that_may_stand_for_something_is_named_and_never_deleted(sign: str) -> None:
    assert mend_of_text(f"10{sign}", taken_by(read_number)).startswith(f"write the number without {sign} (U+")


@pytest.mark.parametrize(
    ("read", "written", "mend"),
    [
        (read_rate, "2‰", "write 0.2%"),
        (read_rate, "2.5 ‰", "write 0.25%"),
        (read_rate, "5‱", "write 0.05%"),
        (read_number, "2‰", ""),
        (read_rate, "百分之二", "write 2%"),
        (read_rate, "2成", "write the number in digits, without 成"),
        (read_number, "九百萬", "write 900萬"),
        (read_number, "九百萬元", "write 900萬"),
        (read_number, "一百五", "write the number in digits, without 一"),
        (read_number, "10十", "write the number in digits, without 十"),
        (read_number, "5個", "write the number without 個"),
        (read_number, "5\u9fff", "write the number without \u9fff"),
        (read_number, "5,00", "write 5.00, 500 or 5000, whichever is meant"),
        (read_number, "1,0", "write 1.0, 10 or 1000, whichever is meant"),
        (read_number, "1,50", "write 1.50 or 150, whichever is meant"),
        (read_number, "5,0万", "write 5.0万"),
        (read_count, "5,00", "write 5.00, 500 or 5000, whichever is meant"),
        (read_count, "1,5", ""),
        (read_rate, "2,50", "write 2.50%"),
    ],
)
def test_what_is_proposed_leaves_the_money_as_it_was_meant(
    read: Callable[[object], object], written: str, mend: str
) -> None:
    assert refused(read, written)[0].mend == mend


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("−5", "write the number without − (U+2212, minus sign)"),
        ("–5", "write the number without – (U+2013, en dash)"),
        ("10–20", "write the number without – (U+2013, en dash)"),
        ("1\u00a000", "write the number without U+00A0 (no-break space)"),
        ("1\u00a0k", "type a plain space instead of U+00A0 (no-break space)"),
        ("1000\u00a0", "type a plain space instead of U+00A0 (no-break space)"),
        ("10\u200b00", "delete the invisible sign U+200B (zero width space)"),
        ("10\ue000", "type a plain space instead of U+E000 (a sign without a name)"),
    ],
)
def test_minuses_and_spaces_of_word_processors_get_their_mend(written: str, mend: str) -> None:
    assert refused(read_number, written)[0].mend == mend


def test_a_minus_of_a_word_processor_is_to_be_typed_where_one_is_taken() -> None:
    assert refused(read_signed, "−5")[0].mend == "type a minus sign (-) instead of U+2212 (minus sign)"
    assert refused(read_index, "–5%")[0].mend == "type a minus sign (-) instead of U+2013 (en dash)"


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("1.500", "write 1,500 or 1.5, whichever is meant"),
        ("12.340", "write 12,340 or 12.34, whichever is meant"),
        ("999.000", "write 999,000 or 999.0, whichever is meant"),
        ("１.５００", "write 1,500 or 1.5, whichever is meant"),
        ("-1.500", "write -1,500 or -1.5, whichever is meant"),
    ],
)
def test_a_point_before_three_digits_may_group_or_divide(text: str, mend: str) -> None:
    for currency in ("CNY", "JPY", "nowhere", None):
        fault = doubtful_point(text, currency)
        assert fault is not None
        assert fault.mend == mend
    assert doubtful_point(text, "KWD") is None


@pytest.mark.parametrize(
    ("text", "currency", "counted", "mend"),
    [
        ("1.500", None, False, "write 1,500 or 1.5, whichever is meant"),
        ("1.500", "JPY", False, "write 1,500 or 1.5, whichever is meant"),
        ("1.500", "XXX", False, "write 1,500 or 1.5, whichever is meant"),
        (Enclosed("12.340"), None, False, "write 12340 or 12.34, whichever is meant"),
        ("-1.050", None, False, "write -1,050 or -1.05, whichever is meant"),
        ("1.500", None, True, "write 1,500"),
        ("1.000", None, True, "write 1,000 or 1.0, whichever is meant"),
    ],
)
def test_what_is_told_of_a_point_in_doubt(text: str, currency: str | None, counted: bool, mend: str) -> None:
    fault = doubtful_point(text, currency, counted)
    assert str(fault) == f"Found '{text}'. Expected a number that cannot be read in two ways. Fix: {mend}."


@pytest.mark.parametrize(
    "text", ["0.500", "1.50", "1.5000", "1.234", "1.500%", "1.500k", "1500.000", "1,500", "1.500.000"]
)
def test_a_point_that_can_mean_but_one_thing(text: str) -> None:
    assert doubtful_point(text) is None


@pytest.mark.parametrize("number", ["1.200.000", "1 200 000"])
def test_in_braces_or_a_list_a_number_is_proposed_without_commas(number: str) -> None:
    assert refused(read_number, number)[0].mend == "write 1,200,000"
    assert refused(read_number, Enclosed(number))[0].mend == "write 1200000"
