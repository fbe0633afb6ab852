"""Numbers that are fine each by itself, and together make no plan: why, and from where to where one can move."""

from __future__ import annotations

from fractions import Fraction

import pytest
from pydantic import ValidationError

from ka_terms.analysis.feasibility import FeasibleRange, feasible_range, reasons
from ka_terms.calculation.readings.curves import X
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.faults import refuse
from tests.contracts import Keys, contract

F = Fraction
CLOSED: Keys = {"stores": {"opening": 1, "closed": 5}}


@pytest.mark.parametrize(
    ("plan", "why"),
    [
        (CLOSED, {"closed"}),
        ({"returns": "2M"}, {"returns"}),
        ({**CLOSED, "last_year": {"sales": 5, "returns": 6}}, {"closed", "returns"}),
        # A key that is not known, a number that is none: these are wrong whatever else is.
        ({"unknown": 3}, set()),
        ({**CLOSED, "unknown": 3}, set()),
        ({**CLOSED, "volume": "3 many"}, set()),
        ({"volume": "3 many"}, set()),
    ],
)
def test_why_numbers_make_no_plan(plan: Keys, why: set[str]) -> None:
    with pytest.raises(ValidationError) as caught:
        contract({}, plan)
    assert reasons(caught.value) == why


def test_what_is_missing_makes_no_plan_whatever_else_is_wrong() -> None:
    with pytest.raises(ValidationError) as caught:
        Plan.model_validate(CLOSED)
    assert reasons(caught.value) == set()


def test_another_refusal_is_none_of_a_plan() -> None:
    assert reasons(refuse(3, "something else")) == set()


@pytest.mark.parametrize(
    ("moves", "plan", "expected"),
    [
        ("volume", {}, FeasibleRange(F(0), F(9), "", "")),
        ("volume", {"returns": 3}, FeasibleRange(F(0), F(9), "", "")),
        ("sales", {"returns": 0}, FeasibleRange(F(0), F(9), "", "")),
        ("sales", {"returns": 3}, FeasibleRange(F(3), F(9), "returns", "")),
        ("returns", {"sales": 9, "returns": 3}, FeasibleRange(F(0), F(9), "", "")),
        ("returns", {"sales": 8, "returns": 3}, FeasibleRange(F(0), F(8), "", "returns")),
        (
            "stores.closed",
            {"stores": {"opening": 5, "new": 2, "closed": 1}},
            FeasibleRange(F(0), F(7), "", "closed"),
        ),
        (
            "stores.new",
            {"stores": {"opening": 5, "new": 2, "closed": 6}},
            FeasibleRange(F(1), F(9), "closed", ""),
        ),
    ],
)
def test_how_far_a_number_can_move(moves: str, plan: Keys, expected: FeasibleRange) -> None:
    found = feasible_range(contract({}, plan), {moves: X}, F(0), F(9))
    assert found == expected
    for at in (found.low, found.high):
        assert found.beyond(at, inclusive=True) == ""
    assert (found.beyond(found.low - 1, True), found.beyond(found.high + 1, True)) == found[2:]
    assert found.beyond(found.high, inclusive=False) == found.above
