"""Currencies and their minor units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ka_terms.model.faults import quoted
from ka_terms.model.names import Unquoted
from ka_terms.model.numbers.currency import (
    MINOR_DIGITS,
    different_currencies,
    finest,
    minor_unit,
    read_currency,
)
from tests.contracts import refused

EXPECTED = "an ISO 4217 currency code, such as CNY, TWD, JPY or EUR"


@pytest.mark.parametrize(
    ("code", "unit"), [("CNY", "0.01"), ("JPY", "1"), ("KWD", "0.001"), ("CLF", "0.0001")]
)
def test_a_currency_rounds_to_its_minor_unit(code: str, unit: str) -> None:
    assert str(minor_unit(code)) == unit
    assert minor_unit(code).as_tuple() == Decimal(unit).as_tuple()


def test_contracts_in_several_currencies_are_named_with_them() -> None:
    fault = different_currencies([("ours", "CNY"), ("theirs", "TWD"), ("ours", "CNY")])
    assert str(fault) == (
        "Found contracts in different currencies: ours (CNY), theirs (TWD). Expected contracts in one currency. "
        "Fix: convert the contracts to one currency first."
    )
    assert different_currencies([("ours", "CNY"), ("theirs", "CNY")]) is None


def test_every_code_has_three_letters_and_up_to_four_decimals() -> None:
    assert all(len(code) == 3 and code.isupper() for code in MINOR_DIGITS)
    assert set(MINOR_DIGITS.values()) == {0, 2, 3, 4}


def test_a_code_is_taken_as_it_is() -> None:
    assert read_currency("TWD") == "TWD"
    assert type(read_currency(Unquoted("TWD"))) is str


@pytest.mark.parametrize(
    ("raw", "mend"),
    [
        ("cny", "write CNY"),
        (" Eur ", "write EUR"),
        ("RMB", "write CNY"),
        ("rmb", "write CNY"),
        ("NT$", "write TWD"),
        ("NTD", "write TWD"),
        ("¥", "write CNY or JPY, whichever is meant"),
        ("元", "write CNY or TWD, whichever is meant"),
        ("XYZ", ""),
        (5, ""),
        (None, ""),
    ],
)
def test_what_is_no_code_is_told_the_right_one(raw: object, mend: str) -> None:
    (fault,) = refused(read_currency, raw)
    assert (fault.found, fault.expected, fault.mend) == (quoted(raw), EXPECTED, mend)


def test_a_long_text_in_place_of_a_code_is_cut() -> None:
    assert len(refused(read_currency, "x" * 500)[0].found) <= 62


def test_of_several_currencies_the_finest_shows_the_amounts_of_all() -> None:
    assert (finest(["VND", "KWD", "USD"]), finest(["JPY", "CNY"]), finest([])) == ("KWD", "CNY", "CNY")


def test_contracts_are_in_one_currency() -> None:
    assert different_currencies([("a", "CNY"), ("b", "CNY")]) is None
    fault = different_currencies([("a", "CNY"), ("b", "TWD"), ("a", "CNY")])
    assert fault is not None
    assert fault.found == "contracts in different currencies: a (CNY), b (TWD)"
    assert fault.mend == "convert the contracts to one currency first"
