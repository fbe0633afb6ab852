"""What the JSON Schema of a value takes is what its reader takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from ka_terms.model.base import Names
from ka_terms.model.contract.plan.estimate import UncertainCount, UncertainSales
from ka_terms.model.contract.plan.figure_values import AmountOrFormula, OwnFigure, Returns
from ka_terms.model.contract.plan.period_values import (
    AmountMonths,
    CountMonths,
    EventMonths,
    EventQuarters,
    FactMonths,
)
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
    assert schema(Annotated[int, number_schema("integer", "^x$", "a thing")]) == {
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


# ---------------------------------------------------------------- values with parts of their own


def takes(schema: dict[str, Any], value: Any) -> bool:
    """Whether a value is valid by a schema, as the standard says; a word that it does not know is an error."""
    rules: dict[str, Callable[[Any], bool]] = {
        "anyOf": lambda parts: any(takes(part, value) for part in parts),
        "type": lambda kinds: any(
            IS_TYPE[kind](value) for kind in ([kinds] if isinstance(kinds, str) else kinds)
        ),
        "minimum": lambda least: not IS_TYPE["number"](value) or value >= least,
        "pattern": lambda pattern: not isinstance(value, str) or bool(re.search(pattern, value)),
        "items": lambda part: not isinstance(value, list) or all(takes(part, item) for item in value),
        "minItems": lambda least: not isinstance(value, list) or len(value) >= least,
        "maxItems": lambda most: not isinstance(value, list) or len(value) <= most,
        "minProperties": lambda least: not isinstance(value, dict) or len(value) >= least,
        "properties": lambda parts: (
            not isinstance(value, dict)
            or all(takes(parts[key], item) for key, item in value.items() if key in parts)
        ),
        "additionalProperties": lambda part: (
            not isinstance(value, dict)
            or all(
                part is not False and takes(part, item)
                for key, item in value.items()
                if key not in schema.get("properties", {})
            )
        ),
        "errorMessage": lambda told: told.startswith("Expected ") and told.endswith("."),
        "description": lambda told: told.endswith("."),
    }
    obeyed = [rules[word](said) for word, said in schema.items()]
    return all(obeyed)


IS_TYPE: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "null": lambda value: value is None,
}
THREE = {"low": 1, "likely": "2k", "high": "3,000"}


@pytest.mark.parametrize(
    ("kind", "taken", "refused"),
    [
        (
            AmountMonths,
            [[1], ["5%", "rest"], [0.5] * 12, {"mar": 2, "9": 1.5}],
            [[], {}, [1] * 13, 5, "x", [[1]]],
        ),
        (
            CountMonths,
            [[1], ["1k"], [2] * 12, {"mar": 2, "9": "2"}],
            [[], {}, [1] * 13, 5, [0.5], {"1": 0.5}],
        ),
        (EventMonths, [[3, "sep"], {"mar": 2}], [[], {}, [1] * 13, 5, [0.5], [True]]),
        (EventQuarters, [[1, 0, 2, 1], {"q1": 2}], [[], {}, [1] * 5, 5, "q1"]),
        (
            FactMonths,
            [[True], ["yes", "no"], {"mar": True}, {"mar": "yes"}],
            [[], {}, [True] * 13, True, [1], {"mar": 1}],
        ),
        (
            UncertainSales,
            [5, 0.5, "+5%", "volume x price", THREE],
            [-1, "5%", [1], None, {**THREE, "most": 4}],
        ),
        (UncertainCount, [5, "1k", THREE], [-1, 0.5, "+5%", {**THREE, "low": "+5%"}, {**THREE, "high": 0.5}]),
        (OwnFigure, [5, 0.5, "2%", "volume x price"], [-1, "+5%", [1], True]),
        (AmountOrFormula, [5, 0.5, "4.5M", "volume x price"], [-1, "2%", [1], True]),
        (Returns, [5, 0.5, "2%", "4.5M"], [-1, "volume x price", [1], True]),
    ],
)
def test_an_editor_takes_what_may_stand_for_a_figure_of_the_plan(
    kind: Any, taken: list[Any], refused: list[Any]
) -> None:
    assert [takes(schema(kind), value) for value in taken] == [True] * len(taken)
    assert [takes(schema(kind), value) for value in refused] == [False] * len(refused)


@pytest.mark.parametrize("kind", [AmountMonths, CountMonths, EventMonths, EventQuarters, FactMonths])
def test_null_takes_out_a_month_of_the_extended_file_where_it_stands_under_a_key(kind: Any) -> None:
    assert takes(schema(kind), {"1": None})
    assert not takes(schema(kind), [None])


@pytest.mark.parametrize("kind", [UncertainSales, UncertainCount])
def test_each_value_of_an_estimate_is_described(kind: Any) -> None:
    assert {case: part["description"] for case, part in schema(kind)["properties"].items()} == {
        "low": "What it comes to if things go badly.",
        "likely": "What is expected; the statement, tiers and house rules are of this case.",
        "high": "What it comes to if things go well.",
    }


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (
            UncertainCount,
            "Expected a whole number (zero or more), or {low: ..., likely: ..., high: ...}.",
        ),
        (
            Returns,
            "Expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k, or a percentage of sales such as 2%.",
        ),
    ],
)
def test_an_editor_says_what_is_expected(kind: Any, told: str) -> None:
    assert schema(kind)["errorMessage"] == told
