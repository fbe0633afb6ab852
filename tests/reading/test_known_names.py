"""The content of a file from Python values: fees under any of their names, as in a file."""

from __future__ import annotations

import pytest

from ka_terms import api
from ka_terms.model.contract.terms.terms import RateTerm


@pytest.mark.parametrize("other", ["月返利", "月返", "Monthly rebate"])
def test_other_names_of_a_fee_are_read_as_in_a_file(other: str) -> None:
    terms = {
        other: {"rate": "4%"},
        "own": {"rate": "1%", "less": [other]},
        "net": {"rate": "1%", "less": other},
    }
    made = api.scenario({"scenario": "X", "plan": {"sales": 1200000}, "terms": terms})
    assert [*made.terms] == ["monthly_rebate", "own", "net"]
    assert made.terms["own"].less == made.terms["net"].less == ("monthly_rebate",)  # type: ignore[union-attr]
    assert [*api.scenario({**vars(made)}).terms] == [*made.terms]


def test_one_fee_under_two_names_is_refused_with_both() -> None:
    terms = {"monthly_rebate": {"rate": "1%"}, "月返": {"rate": "4%"}, "月返利": {"rate": "4%"}}
    with pytest.raises(ValueError, match="another name of the fee 'monthly_rebate'") as caught:
        api.scenario({"scenario": "X", "plan": {"sales": 1200000}, "terms": terms})
    assert "'月返'" in str(caught.value)
    assert "'月返利'" in str(caught.value)


def test_a_ready_term_names_fees_by_any_name_too() -> None:
    made = RateTerm.model_validate({"rate": "1%", "less": ["年返"]})
    terms = {"年返": {"rate": "4%"}, "own": made}
    assert api.scenario({"scenario": "X", "plan": {"sales": 5}, "terms": terms}).terms[
        "own"
    ] == RateTerm.model_validate({"rate": "1%", "less": ["annual_rebate"]})


@pytest.mark.parametrize(
    "terms", [None, [], "x", {5: {"rate": "1%"}}, {"a": 5}, {"a": {"rate": "1%", "less": 5}}]
)
def test_terms_that_are_none_are_left_to_the_model(terms: object) -> None:
    with pytest.raises(ValueError, match="terms"):
        api.scenario({"scenario": "X", "plan": {"sales": 1200000}, "terms": terms})


def test_messages_show_no_raw_sign_that_no_one_sees() -> None:
    content = {"scenario": "X", "plan": {"sales": "1200000\u200b"}, "terms": {"月返\ufe0f": {"rate": "1%"}}}
    with pytest.raises(ValueError, match="2 validation errors") as caught:
        api.scenario(content)
    assert not {"\u200b", "\ufe0f"} & set(str(caught.value) + repr(caught.value))
    assert "'1200000\\u200b'" in str(caught.value)


def test_bases_limits_and_groups_name_fees_by_any_name_but_a_figure_goes_before() -> None:
    terms = {
        "月返利": {"rate": "1%"},
        "年返": {"rate": "4%", "of": "月返"},
        "claim": {"amount": 9, "at_most": "50% of 月返利", "at_least": "0% of sales"},
        "late": {"rate": "1%", "of": "Monthly rebate "},
    }
    together = {
        "cap": {"terms": ["月返", "年返"], "at_most": "50% of 年返"},
        "one": {"terms": "claim", "at_least": 1},
    }
    content = {"scenario": "X", "plan": {"sales": 1200000}, "terms": terms, "together": together}
    made = api.scenario(content)
    assert made.needed_by("annual_rebate") == ("monthly_rebate",)
    assert made.needed_by("claim") == made.needed_by("late") == ("monthly_rebate",)
    assert made.together["cap"].terms == ("monthly_rebate", "annual_rebate")
    assert str(made.together["cap"].at_most) == "50% of annual_rebate"
    assert made.together["one"].terms == ("claim",)
    plan = {"sales": 1200000, "figures": {"月返": 5000}}
    taken = api.scenario({**content, "plan": plan})
    assert taken.terms["annual_rebate"].of == "月返"  # type: ignore[union-attr]
    assert taken.needed_by("annual_rebate") == ()
