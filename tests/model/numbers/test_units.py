"""One table of units: whatever is read, shown or said comes from it."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from ka_terms.model.numbers.number import read_number
from ka_terms.model.numbers.units import SCALES, SHOWN, TABLE, UNIT_PATTERN, units_said
from ka_terms.text.languages import LANGUAGES


@pytest.mark.parametrize("sign", SCALES)
def test_every_unit_is_read(sign: str) -> None:
    assert read_number(f"3{sign}") == Decimal(3).scaleb(SCALES[sign])
    assert not sign or re.fullmatch(UNIT_PATTERN, sign)


def test_a_count_before_a_unit_multiplies_it() -> None:
    assert (SCALES["百万"], SCALES["千萬"], SCALES["百億"], SCALES["千亿"]) == (6, 7, 10, 11)
    assert "万万" not in SCALES


def test_what_is_shown_and_said_is_read() -> None:
    assert SHOWN == ("k", "M", "万", "萬", "亿", "億")
    assert {*SHOWN} <= {*SCALES}
    assert [units_said(language) for language in LANGUAGES] == [["M"], ["億", "萬"], ["亿", "万"]]
    assert {sign for unit in TABLE for sign in unit.said.values()} <= {*SHOWN}
