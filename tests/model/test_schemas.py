"""What the JSON Schema of a value takes is what its reader takes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from ka_terms.model.base import Names
from ka_terms.model.contract.plan.estimate import UncertainSales
from ka_terms.model.contract.scenario import Year, read_year
from ka_terms.model.contract.terms.limits import Limit
from ka_terms.model.numbers.currency import MINOR_DIGITS, Currency
from ka_terms.model.numbers.fields import Amount, AmountOrIndex, Count, Rate, number_schema
from ka_terms.model.settings.policy import Ceiling
from tests.contracts import each

NUMBERS = "0 7 4020000 4,020,000 402万 402萬 1.2亿 4.5M 350k 0.5 ４，０２０ 1,000k 10w 3千万 5百萬 ４．５Ｍ ０．５ｋ"
SHARES = "2.5% ２．５％ 0% 100%"
WRONG = "abc 4,02,000 4020,000 0,123 010 1e5 1:30 -5 .5 --5 5%% 万 10² 5ᴹ ① 3,5% 1,50 5十 １.０，０"


def schema(kind: Any) -> dict[str, Any]:
    return TypeAdapter(kind).json_schema()


@pytest.mark.parametrize(
    ("kind", "taken", "refused"),
    [
        (Amount, NUMBERS, f"{WRONG} {SHARES} +5"),
        (Count, "0 35 1k", f"{WRONG} {SHARES} +5"),
        (Rate, SHARES, f"{WRONG} {NUMBERS} +5%"),
        (AmountOrIndex, f"{NUMBERS} {SHARES} +150% -10% 1,250% ＋１０％ －１０%", f"{WRONG} +5"),
        (
            UncertainSales,
            f"{NUMBERS} +5% ＋５％ -10% 100% 105% 1,250% 250.5%",
            f"{' '.join(text for text in WRONG.split() if not text.isalpha())} 5% 60% 99.9% 1,50% 010%",
        ),
        (Limit, f"{NUMBERS}|8% of sales|8 % of net_sales", f"{WRONG} {SHARES}"),
        (Ceiling, f"{NUMBERS} {SHARES}|8% of sales", f"{WRONG}|8% of volume"),
    ],
)
def test_an_editor_takes_what_the_reader_takes(kind: Any, taken: str, refused: str) -> None:
    pattern = schema(kind)["pattern"]
    reader: TypeAdapter[object] = TypeAdapter(kind)
    for text in split(taken):
        assert re.search(pattern, text), text
        reader.validate_python(text)
    for text in split(refused):
        assert not re.search(pattern, text), text
        with pytest.raises(ValidationError):
            reader.validate_python(text)


def split(texts: str) -> list[str]:
    words, *phrases = texts.split("|")
    return [*words.split(), *phrases]


def test_a_number_may_be_bare_or_a_text() -> None:
    assert number_schema("integer", "^x$", "a thing").json_schema == {
        "type": ["integer", "string"],
        "minimum": 0,
        "pattern": "^x$",
        "errorMessage": "Expected a thing.",
    }
    assert (
        schema(Amount)["errorMessage"] == "Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k."
    )
    assert (schema(Amount)["type"], schema(Count)["type"]) == (["number", "string"], ["integer", "string"])
    assert schema(Rate)["type"] == "string"


def test_a_year_is_bounded() -> None:
    assert each(schema(Year)["minimum"], schema(Year)["maximum"]) == (1900, 2199)
    assert each(*map(read_year, (1900, 2199))) == (1900, 2199)


def test_names_and_currencies() -> None:
    array, text = schema(Names)["anyOf"]
    assert array == {"type": "array", "items": {"type": "string"}, "uniqueItems": True}
    assert text == {"type": "string"}
    assert set(schema(Currency)["enum"]) == set(MINOR_DIGITS)
