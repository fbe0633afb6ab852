"""Terms on the plan of a contract whose year begins in another month, or that lacks the months they need."""

from __future__ import annotations

import pytest

from ka_terms.analysis.comparison import Incomparable, compare
from tests.contracts import Keys, contract

APRIL = {"sales": 1_000_000, "months": {"starts": 4}}


def test_a_range_across_the_end_of_the_other_contract_year() -> None:
    old = contract(
        {"t": {"amount": 33, "in": ["1..6"]}, "r": {"rate": "1%"}}, {"sales": 1_000_000}, scenario="old"
    )
    new = contract({"t": {"amount": 33, "in": ["4..6"]}, "r": {"rate": "2%"}}, APRIL, scenario="new")
    (versus,) = compare([old, new]).versus
    assert (versus.unsettled, versus.uncosted) == (("t",), ())
    assert versus.difference("t").terms_effect is None
    assert versus.difference("r").terms_effect == 10_000
    assert versus.total.plan_effect is None
    (back,) = compare([new, old]).versus
    assert back.unsettled == ()
    with pytest.raises(Incomparable, match="in the term t of old"):
        compare([old, new], plan=new)


def test_periods_that_do_not_nest_on_the_other_plan() -> None:
    terms: dict[str, Keys] = {
        "a": {"rate": "10%", "in": [4, 5, 6]},
        "b": {"rate": "10%", "each": "quarter", "less": ["a"]},
        "c": {"rate": "1%", "of": "b"},
    }
    old = contract(terms, {"sales": 1_200_000}, scenario="old")
    new = contract({"a": terms["a"]}, {"sales": 1_200_000, "months": {"starts": 2}}, scenario="new")
    (versus,) = compare([old, new]).versus
    assert versus.unsettled == ("b",)
    assert [versus.difference(key).plan_effect for key in ("b", "c")] == [None, None]
    assert versus.difference("a").plan_effect == 0
