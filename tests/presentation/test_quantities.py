"""Numbers, units and names as they stand inside a sentence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.presentation.quantities import approximate, compact, growth, number, ordinal, percent
from ka_terms.presentation.words.units import english_unit, inline, readable
from ka_terms.text.languages import LANGUAGES


@pytest.mark.parametrize(
    ("value", "english", "traditional"),
    [
        ("4500000", "4.5M", "450萬"),
        ("10050000", "10.05M", "1,005萬"),
        ("120000000", "120M", "1.2億"),
        ("123450000", "123.45M", "12,345萬"),
        ("999999", "999,999", "999,999"),
        ("12345678", "12,345,678", "12,345,678"),
        ("1000000", "1M", "100萬"),
        ("1234500", "1,234,500", "123.45萬"),
        ("0.125", "0.125", "0.125"),
    ],
)
def test_an_amount_is_short_where_no_digit_is_lost(value: str, english: str, traditional: str) -> None:
    assert compact(Decimal(value), "en") == english
    assert compact(Decimal(value), "zh-Hant") == traditional
    assert compact(Decimal(value), "zh-Hans") == traditional.replace("萬", "万").replace("億", "亿")


SCALES = {"M": 6, "万": 4, "萬": 4, "亿": 8, "億": 8}


@given(st.decimals(0, 10**15, places=6), st.sampled_from(LANGUAGES))
def test_a_number_in_a_sentence_is_exact(value: Decimal, language: str) -> None:
    assert Decimal(number(value).replace(",", "")) == value
    assert Decimal(percent(value).replace(",", "").rstrip("%")).scaleb(-2) == value
    short = compact(value, language).replace(",", "")
    power = SCALES.get(short[-1], 0)
    assert Decimal(short.rstrip("".join(SCALES))).scaleb(power) == value


@pytest.mark.parametrize(
    ("index", "growth_text"),
    [("1.05", "+5%"), ("0.9", "-10%"), ("1", "+0%"), ("0", "-100%"), ("12.5", "+1,150%")],
)
def test_growth_is_said_with_its_sign(index: str, growth_text: str) -> None:
    assert growth(Decimal(index)) == growth_text


def test_a_quotient_that_does_not_end_says_so() -> None:
    assert approximate(Decimal(2) / 3) == "≈0.666667"
    assert approximate(Decimal("0.5")) == "0.5"


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (36, "36th"),
        (1013, "1,013th"),
    ],
)
def test_ordinals(count: int, text: str) -> None:
    assert ordinal(Decimal(count), "en") == text
    assert ordinal(Decimal(count), "zh-Hans") == text.rstrip("stndrh")


@pytest.mark.parametrize(
    ("name", "one"),
    [
        ("promoters", "per promoter"),
        ("boxes", "per box"),
        ("deliveries", "per delivery"),
        ("events", "per event"),
        ("net purchases", None),
        ("bonus", None),
        ("business", None),
        ("staff", None),
        ("促銷員", None),
        ("gas", None),
    ],
)
def test_one_of_a_users_own_figure(name: str, one: str | None) -> None:
    unit = english_unit(name)
    assert (unit and unit.each) == one


@pytest.mark.parametrize(
    ("key", "name"), [("dm", "dm"), ("festival", "festival"), ("a_b", "a b"), ("_", "_")]
)
def test_a_key_is_made_readable(key: str, name: str) -> None:
    assert readable(key) == name


@pytest.mark.parametrize(
    ("label", "inside"), [("Net sales", "net sales"), ("DM + TG", "DM + TG"), ("A fee", "A fee"), ("", "")]
)
def test_a_label_inside_a_sentence(label: str, inside: str) -> None:
    assert inline(label) == inside
