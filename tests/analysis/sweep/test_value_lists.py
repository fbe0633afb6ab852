"""What is said of values that a sweep cannot tell apart: whatever it says to write is taken."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.guardrail import Rule
from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.inputs import path_and_rest
from ka_terms.analysis.sweep.axes import read_axis

INPUTS = (
    Input("sales", "sales", "money", Decimal(1)),
    Input("stores.new", "stores.new", "count", Decimal(1)),
    Input("fee.rate", "fee.rate", "rate", Decimal(0)),
    Input("growth", "sales_growth", "index", Decimal(1)),
    Input("fee.tiers.1.from", "fee.tiers.1.from", "index", Decimal(1), of_target=True),
)
NUMBERS = st.from_regex(r"[+-]?[0-9]{1,3}([.,][0-9]{1,3}){0,2}(%|k|M|m|万)?", fullmatch=True)
BETWEEN = st.sampled_from((",", ", ", ";", "、", "；", "..", "...", "…"))
# Of a list of values all of it is proposed; of one value alone the number.
LISTS = re.compile(
    r"^write (?!the )(.+?)(?: for one value, or (.+?) for several| or (.+?), whichever is meant)?$"
)


@pytest.mark.parametrize("input", INPUTS, ids=lambda input: input.kind)
@given(first=NUMBERS, between=BETWEEN, second=NUMBERS | st.just(""))
def test_what_a_message_says_to_write_is_taken(input: Input, first: str, between: str, second: str) -> None:
    text = f"{first}{between}{second}" if second else first
    try:
        read_axis(input, text, "CNY")
    except ValueError as error:
        mend = str(error).rpartition("; ")[2]
        found = LISTS.match(mend)
        if found and "growth" not in mend:
            for values in filter(None, found.groups()):
                read_axis(input, values, "CNY")


@pytest.mark.parametrize("text", ["sales=1M", "sales＝1M", " sales ＝ 1M "])
def test_an_equals_sign_of_full_width_is_one(text: str) -> None:
    assert path_and_rest(text) == ("sales", "1M")


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("fee_ratio > .25", ""),
        ("fee_ratio > x", ""),
        ("fee_ratio > 1,125%", "write 1125% or 1.125%, whichever is meant"),
        ("fee_ratio > 1,5", "write 1.5%"),
        ("fee_ratio > 0,5", "Expected a percentage with its sign, such as 2.5%"),
        ("total_fees > 1’200", "write 1,200"),
        ("total_fees > 1\u202f200", "write 1,200"),
    ],
)
def test_the_limit_of_a_rule_is_mended_to_what_it_takes(text: str, mend: str) -> None:
    with pytest.raises(ValueError, match="Found") as caught:
        Rule.parse(text)
    assert str(caught.value).endswith(f"{mend}.")


@pytest.mark.parametrize(
    ("text", "currency", "mend"),
    [
        pytest.param("1.500;2.500", "KWD", "write 1.500, 2.500", id="amounts of three decimals"),
        pytest.param("1.500;2.500", "CNY", "not ';'", id="a point that may group"),
        pytest.param("1.500,50;2", "CNY", "write 1500.50, 2", id="points that group"),
        pytest.param("1,500;2,500", "CNY", "write 1500, 2500", id="commas that group"),
        pytest.param("123,456千亿", "CNY", "write 123, 456千亿", id="beyond the largest number as one"),
    ],
)
def test_a_list_is_mended_to_what_its_currency_takes(text: str, currency: str, mend: str) -> None:
    with pytest.raises(ValueError, match="Found") as caught:
        read_axis(INPUTS[0], text, currency)
    assert str(caught.value).endswith(f"{mend}.")
