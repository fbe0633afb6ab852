"""What a term says of itself: its name, nature and payment; and whether it counts in sums."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from ka_terms.model.contract.fact import read_answer, read_fact
from ka_terms.model.contract.terms.naming import NATURES, Naming, not_owed
from ka_terms.model.contract.terms.terms import Term
from ka_terms.model.faults import quoted
from tests.contracts import invalid, refused

TERM: TypeAdapter[Term] = TypeAdapter(Term)
SHAPES = (
    {"rate": "2%"},
    {"amount": 5000},
    {"mode": "whole", "tiers": [{"from": "9M", "rate": "1%"}]},
)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_term_of_any_shape_says_its_name_nature_and_payment(shape: dict[str, Any]) -> None:
    own = {
        "label": {"en": "Back margin", "zh-Hans": "后台"},
        "nature": "apparent",
        "category": "rebate",
        "note": "as every year",
        "paid": "deducted",
        "to": "other",
        "owed": "no",
    }
    term = TERM.validate_python({**shape, **own})
    assert term.model_dump(include=set(own)) == own
    assert (
        TERM.validate_python(shape).model_dump(include=set(Naming.model_fields), exclude_defaults=True) == {}
    )


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({"label": {}}, "one text, or one text per language"),
        ({"note": []}, "a text"),
        ({"owed": "perhaps"}, "yes or no"),
        ({"category": " "}, "a key of 1 to 300 characters"),
    ],
)
def test_what_says_nothing_is_refused(own: dict[str, Any], expected: str) -> None:
    ((_, fault),) = invalid(TERM.validate_python, {"rate": "2%", **own})
    assert fault.expected == expected


@pytest.mark.parametrize(
    ("raw", "truth"),
    [("yes", True), ("Yes", True), ("true", True), (True, True), ("no", False), (False, False)],
)
def test_yes_and_no_are_read(raw: object, truth: bool) -> None:
    assert read_fact(raw) is truth


@pytest.mark.parametrize("raw", [1, 0, "1", None, [], "y"])
def test_anything_else_is_neither_yes_nor_no(raw: object) -> None:
    for read in (read_fact, read_answer):
        (fault,) = refused(read, raw)
        assert (fault.found, fault.expected) == (quoted(raw), "yes or no")
        is_number = raw in (0, 1, "1") and read is read_fact
        mend = "write yes or no; a number belongs under `figures`" if is_number else "write yes or no"
        assert fault.mend == mend


def test_terms_that_are_not_owed_are_named() -> None:
    terms = {"a": TERM.validate_python(SHAPES[0]), "b": TERM.validate_python({**SHAPES[1], "owed": "no"})}
    assert not_owed(terms) == {"b"}


def test_the_four_grades_rise_from_owed_anyway_to_earned() -> None:
    assert NATURES == ("unconditional", "apparent", "activity", "performance")
