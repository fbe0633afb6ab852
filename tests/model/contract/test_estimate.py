"""Low, likely and high of a figure that nobody knows yet."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from ka_terms.model.contract.plan.estimate import CASES, Estimate, UncertainCount, read_openings, read_sales
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.numbers.fields import NUMBER_PATTERN
from ka_terms.model.numbers.number import Index
from tests.contracts import contract, each, invalid, refused

SALES: dict[Any, Any] = {"low": "8M", "likely": "1,000万", "high": 11_000_000}
GROWTH = {"low": "+80%", "likely": "+150%", "high": "+175%"}
OPENINGS = {"low": 5, "likely": 10, "high": 12}


def estimate(low: int, likely: int, high: int) -> Estimate:
    return Estimate(Decimal(low), Decimal(likely), Decimal(high))


def test_amounts_counts_and_growth() -> None:
    assert read_sales(SALES) == estimate(8_000_000, 10_000_000, 11_000_000)
    growth = Estimate(Decimal("1.8"), Decimal("2.5"), Decimal("2.75"), growth=True)
    assert read_sales(GROWTH) == growth
    assert read_openings(OPENINGS) == estimate(5, 10, 12)
    assert read_sales(growth) is growth
    assert each(read_sales("8M"), read_sales("+80%"), read_openings(5)) == (
        8_000_000,
        Index(Decimal("1.8")),
        5,
    )


@pytest.mark.parametrize("values", [(1, 1, 2), (1, 2, 2), (0, 1, 2)])
def test_two_of_the_three_may_be_one_number(values: tuple[int, int, int]) -> None:
    assert read_openings(dict(zip(CASES, values, strict=True))) == estimate(*values)


@pytest.mark.parametrize(
    ("raw", "at", "words"),
    [
        (
            {**SALES, "low": "12M"},
            "likely",
            "Found '10000000'. Expected at least 12,000,000, which is low. Fix: correct the values",
        ),
        (
            {**SALES, "high": "9M"},
            "high",
            "Found '9000000'. Expected at least 10,000,000, which is likely. Fix: correct the values",
        ),
        (
            {**GROWTH, "high": "3M"},
            "high",
            "Found '3000000'. Expected growth such as +5%, because low is growth (+80%)",
        ),
        (
            {**SALES, "high": "+10%"},
            "high",
            "Found '+10%'. Expected an amount, because low is an amount (8,000,000). "
            "Fix: write low, likely and high all as",
        ),
        ({**SALES, "high": "-3"}, "high", "(zero or more). Fix: write -3% if growth is meant."),
        (
            {"low": "+10%", "likely": "120%", "high": "+130%"},
            "likely",
            "Expected a sign before all values, or before none. "
            "Fix: write +20%, which means 120%, or +120%, which means 220%.",
        ),
        (
            {"low": "110%", "likely": "120%", "high": "+130%"},
            "low",
            "Found '110%'. Expected a sign before all values",
        ),
        ({**SALES, "high": 1.5}, "high", "a float is not exact"),
        ({**SALES, "most": 1}, "most", "Found 'most'. Expected a known key: low, likely, high"),
        (SALES | {7: 1}, "7", "Found '7'. Expected a known key"),
        (
            {"low": 1, "high": 2},
            "likely",
            "Found no key `likely`. Expected `likely:`, which every estimate needs. Fix: add `likely:`",
        ),
        ({**SALES, "low": None}, "low", "add `low:`"),
    ],
)
def test_what_is_refused_and_where(raw: Any, at: str, words: str) -> None:
    (fault,) = refused(read_sales, raw)
    assert fault.at == (at,)
    assert words in str(fault)


def test_a_value_of_the_other_kind_is_kept() -> None:
    (fault,) = refused(read_sales, {**SALES, "high": "+10%"})
    assert fault.value == Index(Decimal("1.1"))


def test_every_fault_of_an_estimate_comes_at_once() -> None:
    found = refused(read_sales, {"low": "abc", "likly": 5, "high": "-1"})
    assert [fault.at for fault in found] == [("likly",), ("low",), ("high",)]
    assert [fault.on_key for fault in found] == [True, False, False]
    assert str(found[0]) == "Found 'likly'. Expected a known key. Fix: write likely if that is meant."
    missing = refused(read_sales, {})
    assert [(fault.at, fault.on_key) for fault in missing] == [
        (("low",), True),
        (("likely",), True),
        (("high",), True),
    ]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (
            ("+20%", "+10%", "+30%"),
            "Found '+10%'. Expected at least +20%, which is low. "
            "Fix: correct the values, so that low <= likely <= high.",
        ),
        (
            ("120%", "130%", "120%"),
            "Found '120%'. Expected at least 130%, which is likely. "
            "Fix: correct the values, so that low <= likely <= high.",
        ),
        (
            ("1,000,000", "500k", "1.5M"),
            "Found '500000'. Expected at least 1,000,000, which is low. "
            "Fix: correct the values, so that low <= likely <= high.",
        ),
        (
            ("1,000,000", "2M", "1.5M"),
            "Found '1500000'. Expected at least 2,000,000, which is likely. "
            "Fix: correct the values, so that low <= likely <= high.",
        ),
        (
            ("+10%", "+30%", "+20%"),
            "Found '+20%'. Expected at least +30%, which is likely. "
            "Fix: correct the values, so that low <= likely <= high.",
        ),
        (
            ("-10%", "-20%", "+0%"),
            "Found '-20%'. Expected at least -10%, which is low. "
            "Fix: correct the values, so that low <= likely <= high.",
        ),
    ],
)
def test_growth_is_quoted_as_it_was_typed(values: tuple[str, str, str], words: str) -> None:
    (fault,) = refused(read_sales, dict(zip(CASES, values, strict=True)))
    assert str(fault) == words
    assert fault.value == read_sales(values[CASES.index(fault.at[0])])


def test_the_schema_takes_one_number_or_three_and_says_what_is_expected() -> None:
    schema = TypeAdapter(UncertainCount).json_schema()
    one = {
        "type": ["integer", "string"],
        "minimum": 0,
        "pattern": NUMBER_PATTERN,
        "errorMessage": "Expected a whole number (zero or more).",
    }
    assert {key: schema[key] for key in ("minimum", "pattern", "additionalProperties")} == {
        "minimum": 0,
        "pattern": NUMBER_PATTERN,
        "additionalProperties": False,
    }
    assert schema["type"] == ["integer", "string", "object"]
    assert (
        schema["errorMessage"] == f"{str(one['errorMessage'])[:-1]}, or {{low: ..., likely: ..., high: ...}}."
    )
    for case, part in schema["properties"].items():
        assert case in CASES
        assert part.pop("description").endswith(".")
        assert part == one
    assert [*schema["properties"]] == [*CASES]


@pytest.mark.parametrize("number", ["4M", "+10%", "0"])
def test_one_number_three_times_is_certain(number: str) -> None:
    assert read_sales(dict.fromkeys(CASES, number)) == read_sales(number)
    mixed = {"low": "4M", "likely": "4,000,000", "high": "400万"}
    assert read_sales(mixed) == 4_000_000
    assert read_openings(dict.fromkeys(CASES, 7)) == 7


def test_a_certain_estimate_is_as_good_as_the_number_everywhere() -> None:
    certain = dict.fromkeys(CASES, 5)
    stores = {"opening": 3, "new": certain}
    plan = Plan.model_validate({"sales": certain, "stores": stores, "last_year": {"sales": certain}})
    assert plan == Plan.model_validate(
        {"sales": 5, "stores": {"opening": 3, "new": 5}, "last_year": {"sales": 5}}
    )
    assert plan.estimates() == {}


def test_other_figures_take_none() -> None:
    for key in ("volume", "returns", "target"):
        ((path, fault),) = invalid(Plan.model_validate, {"sales": 1, key: OPENINGS})
        assert path == (key,)
        assert (
            fault.mend
            == "write one number; only plan.sales and plan.stores.new can have low, likely and high"
        )


def test_last_year_is_known() -> None:
    last_year = {"last_year": {"sales": 1}, "sales": GROWTH, "stores": {"opening": 1, "new": OPENINGS}}
    found = invalid(Plan.model_validate, {"sales": 1, "last_year": last_year})
    assert [path for path, _ in found] == [("last_year", "sales"), ("last_year", "stores", "new")]
    assert {fault.expected for _, fault in found} == {"one number, because last year is known"}


def test_what_must_hold_must_hold_at_the_low() -> None:
    stores = {"opening": 3, "new": OPENINGS, "closed": 8}
    assert Plan.model_validate({"sales": SALES, "stores": stores, "returns": "8M"}).estimates()
    ((path, fault),) = invalid(Plan.model_validate, {"sales": 1, "stores": {**stores, "closed": 9}})
    assert (path, fault.expected) == (
        ("stores", "closed"),
        "no more closed stores than opening stores and the low of new stores (8)",
    )
    ((path, fault),) = invalid(Plan.model_validate, {"sales": SALES, "returns": "8.1M"})
    assert (path, fault.expected) == (("returns",), "no more returns than the low of sales (8,000,000)")
    ((path, fault),) = invalid(Plan.model_validate, {"sales": GROWTH})
    assert (path, fault.found) == (("sales",), "'+150%'")


def test_growth_of_an_estimate_has_its_sign() -> None:
    ((path, fault),) = invalid(
        Plan.model_validate, {"sales": {**GROWTH, "low": "80%"}, "last_year": {"sales": 1}}
    )
    assert path == ("sales", "low")
    assert fault.mend == "write +80% for growth of 80%, or -20% for 80% of last year"
    falls = Plan.model_validate({"sales": {**GROWTH, "low": "-20%"}, "last_year": {"sales": 1}})
    assert falls.model_dump()["sales"] == {"low": "-20%", "likely": "+150%", "high": "+175%"}


def test_a_contract_in_each_case() -> None:
    plan = {"sales": GROWTH, "last_year": {"sales": 1}, "stores": {"opening": 3, "new": OPENINGS}}
    scenario = contract({}, plan)
    assert {*scenario.estimates()} == {"sales_growth", "stores.new"}
    for case in CASES:
        certain = contract(
            {}, {**plan, "sales": GROWTH[case], "stores": {"opening": 3, "new": OPENINGS[case]}}
        )
        assert scenario.case(case) == certain
        assert certain.case(case) is certain


def test_sales_alone_and_openings_alone() -> None:
    assert {*contract({}, {"sales": SALES}).estimates()} == {"sales"}
    assert contract({}, {"sales": SALES}).case("low").plan.sales == 8_000_000
    openings = contract({}, {"stores": {"opening": 3, "new": OPENINGS}})
    assert {*openings.estimates()} == {"stores.new"}
    assert openings.case("high").plan.sales == openings.plan.sales
    assert contract().estimates() == {}


@given(st.lists(st.integers(0, 10**12), min_size=3, max_size=3, unique=True), st.booleans())
def test_what_is_written_reads_back(values: list[int], growth: bool) -> None:
    written = {
        case: f"{value - 100:+}%" if growth else value
        for case, value in zip(CASES, sorted(values), strict=True)
    }
    plan = Plan.model_validate({"sales": written, "last_year": {"sales": 1}})
    assert Plan.model_validate(plan.model_dump(exclude_defaults=True)) == plan


@pytest.mark.parametrize(
    ("sales", "written"),
    [
        (("-1%", "+10%", "+20%"), ("-1%", "+10%", "+20%")),
        (("+0%", "+10%", "+20%"), ("100%", "110%", "120%")),
        (("+80%", "+150%", "+175%"), ("180%", "250%", "275%")),
    ],
)
def test_growth_is_written_all_with_a_sign_or_all_without(
    sales: tuple[str, str, str], written: tuple[str, str, str]
) -> None:
    low_to_high = dict(zip(CASES, sales, strict=True))
    plan = Plan.model_validate({"sales": low_to_high, "last_year": {"sales": 1}})
    assert plan.model_dump()["sales"] == dict(zip(CASES, written, strict=True))


def test_a_certain_amount_is_written_as_a_number_and_growth_as_a_text() -> None:
    plan = Plan.model_validate({"sales": "+150%", "last_year": {"sales": "4M"}}).model_dump()
    assert (plan["sales"], plan["last_year"]["sales"]) == ("250%", Decimal(4_000_000))
