"""Groups of terms: what they say, which terms they may have, and the circles that other terms may come to."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.parameters import measured_by, parameter_kind, parameters, with_parameter
from ka_terms.model.contract.terms.together import Group
from ka_terms.model.vocabulary.figures import figure_kind
from tests.contracts import FULL_PLAN, contract, each, invalid

TERMS: dict[str, Any] = {
    "rebate": {"rate": "2%"},
    "dm_fee": {"amount": 5},
    "fund": {"amount": 9, "owed": "no"},
    "claim": {"rate": "1%", "of": "fund", "at_most": "50% of fund", "less": ["rebate"]},
}
CAP: dict[str, Any] = {"terms": ["rebate", "dm_fee"], "at_most": "8% of sales"}


def grouped(**groups: Any) -> dict[str, Any]:
    return {"scenario": "x", "plan": {"sales": 100}, "terms": TERMS, "together": groups}


def test_a_group_holds_the_sum_of_terms_between_limits() -> None:
    made = Scenario.model_validate(
        grouped(promotion={**CAP, "at_least": 3, "nature": "activity", "label": "Promo"})
    )
    group = made.together["promotion"]
    assert (group.terms, str(group.at_most), group.at_least) == each(("rebate", "dm_fee"), "8% of sales", 3)
    assert (group.nature, group.label) == ("activity", "Promo")
    assert [*made.fees] == [*TERMS, "promotion"]
    assert Group.model_validate({"terms": "rebate", "at_least": 1}).terms == ("rebate",)
    assert [str(parameter) for parameter, _ in parameters(group)] == ["at_least", "at_most"]
    assert [parameter_kind(parameter, group, figure_kind) for parameter, _ in parameters(group)] == [
        "money",
        "rate",
    ]
    assert {measured_by(parameter, group) for parameter, _ in parameters(group)} == {""}
    moved = with_parameter(group, [*parameters(group)][1][0], Decimal("0.05"))
    assert (str(moved.at_most), moved.terms) == ("5% of sales", group.terms)


@pytest.mark.parametrize(
    ("group", "at", "sentence"),
    [
        (
            {"terms": ["rebate"]},
            (),
            "Found no key `at_most`. Expected a minimum or a maximum of the group. "
            "Fix: add `at_least:` or `at_most:`.",
        ),
        (
            {**CAP, "terms": []},
            ("terms",),
            "Found an empty list. Expected at least one term. "
            "Fix: name at least one term, or delete the group.",
        ),
        (
            {**CAP, "at_least": "9% of sales"},
            ("at_least",),
            "Found '9% of sales'. Expected at most 8% of sales, which is `at_most`. "
            "Fix: correct `at_least` or `at_most`.",
        ),
        (
            {**CAP, "terms": [f"t{at}" for at in range(51)]},
            ("terms",),
            "Found a list. Expected at most 50 names. Fix: shorten the list.",
        ),
    ],
)
def test_a_group_that_groups_nothing_is_refused(group: Any, at: tuple[str, ...], sentence: str) -> None:
    ((path, fault),) = invalid(Group.model_validate, group)
    assert (path, fault.on_key) == (at, not at)
    assert str(fault) == sentence


@pytest.mark.parametrize(
    ("groups", "at", "sentence"),
    [
        (
            {"promotion": {**CAP, "terms": ["rebat"]}},
            ("promotion", "terms", 0),
            "Found 'rebat'. Expected a term of this contract. Fix: write rebate if that is meant.",
        ),
        (
            {"promotion": {**CAP, "terms": ["sales"]}},
            ("promotion", "terms", 0),
            "Found 'sales'. Expected a term of this contract. Fix: name a term, because a group adds up fees.",
        ),
        (
            {"promotion": {**CAP, "terms": ["rebate", "fund"]}},
            ("promotion", "terms", 1),
            "Found 'fund'. Expected a term that is owed, because a group adds up what is paid. "
            "Fix: delete it here.",
        ),
        (
            {"one": CAP, "other": {**CAP, "terms": ["claim", "rebate"]}},
            ("other", "terms", 1),
            "Found 'rebate'. Expected a term that is in one group only. Fix: delete it here or from one.",
        ),
        (
            {"rebate": {**CAP, "terms": ["dm_fee"]}},
            ("rebate",),
            "Found 'rebate'. Expected a name that no term has. Fix: choose another name.",
        ),
        (
            {"sales": {**CAP, "terms": ["dm_fee"]}},
            ("sales",),
            "Found 'sales'. Expected a name that no figure and no total has. Fix: choose another name.",
        ),
        (
            {"promotion": {**CAP, "at_most": "8% of sale"}},
            ("promotion", "at_most"),
            "Found '8% of sale'. Expected a figure of the plan, or another term. Fix: write sales if that is meant.",
        ),
        (
            {"promotion": {**CAP, "at_most": "8% of months"}},
            ("promotion", "at_most"),
            "Found 'months'. Expected a figure in money, such as sales, because a percentage is applied to it. "
            "Fix: write an amount, or a percentage of a figure in money.",
        ),
    ],
)
def test_a_group_has_terms_that_are_owed_each_in_one_group(
    groups: Any, at: tuple[Any, ...], sentence: str
) -> None:
    ((path, fault),) = invalid(Scenario.model_validate, grouped(**groups))
    assert (path, fault.on_key) == (("together", *at), len(at) == 1)
    assert str(fault).replace("'sale'", "'8% of sale'") == sentence


def test_a_group_may_name_other_terms_in_its_limits() -> None:
    made = Scenario.model_validate(grouped(promotion={**CAP, "at_most": "50% of fund"}))
    assert made.needed_by("promotion") == ("rebate", "dm_fee", "fund")
    assert made.needed_by("claim") == ("rebate", "fund")
    assert made.in_order() == [*TERMS, "promotion"]
    assert [*made.reduced_to("promotion").fees] == ["rebate", "dm_fee", "fund", "promotion"]
    assert [*made.reduced_to("claim").fees] == ["rebate", "fund", "claim"]
    assert [*made.with_fees(["fund"]).fees] == ["fund"]


def test_a_term_that_is_needed_in_two_ways_is_kept_once() -> None:
    terms = {**TERMS, "net": {"rate": "1%", "less": ["rebate", "claim"]}}
    assert [*contract(terms).reduced_to("net").fees] == ["rebate", "fund", "claim", "net"]


def test_a_name_of_a_figure_and_a_term_is_the_figure() -> None:
    """The purchases of the plan, and the fee on them of the same name."""
    terms = {"purchases": {"rate": "1%"}, "net": {"rate": "2%", "of": "purchases"}}
    made = contract(terms, {"figures": {"purchases": 500}})
    assert not made.is_term("purchases")
    assert made.needed_by("net") == ()
    assert contract(terms).is_term("purchases")
    assert contract(terms).needed_by("net") == ("purchases",)
    group = {"terms": ["net"], "at_most": "8% of purchases"}
    assert contract(terms, together={"cap": group}).needed_by("cap") == ("net", "purchases")
    named = contract(terms, {"figures": {"purchases": 500}}, together={"cap": group})
    assert named.needed_by("cap") == ("net",)


def test_a_member_of_the_name_of_a_figure_is_the_term() -> None:
    terms = {"purchases": {"rate": "1%"}}
    group = {"terms": ["purchases"], "at_most": "8% of purchases"}
    made = contract(terms, {"figures": {"purchases": 500}}, together={"cap": group})
    assert made.needed_by("cap") == ("purchases",)


@pytest.mark.parametrize(
    ("terms", "at", "found", "mend"),
    [
        (
            {"a": {"rate": "1%", "of": "b"}, "b": {"rate": "1%", "of": "a"}},
            "a",
            "a loop of terms: a -> b -> a",
            "name a figure in one of them instead",
        ),
        (
            {"a": {"amount": 1, "at_most": "8% of b"}, "b": {"amount": 1, "at_least": "3% of a"}},
            "a",
            "a loop of terms: a -> b -> a",
            "name a figure in one of them instead",
        ),
        (
            {"a": {"rate": "1%", "of": "a"}},
            "a",
            "a loop of terms: a -> a",
            "name a figure in one of them instead",
        ),
        (
            {"a": {"rate": "1%", "of": "b"}, "b": {"rate": "1%", "less": "a"}},
            "a",
            "a loop of terms: a -> b -> a",
            "name a figure in one of them instead",
        ),
        (
            {"a": {"rate": "1%", "less": "b"}, "b": {"rate": "1%", "of": "a"}},
            "a.less",
            "a loop in `less`: a -> b -> a",
            "remove one name from `less`",
        ),
    ],
)
def test_a_circle_through_bases_and_limits_is_named(terms: Any, at: str, found: str, mend: str) -> None:
    whole = {"scenario": "x", "plan": {"sales": 1}, "terms": terms}
    ((path, fault),) = invalid(Scenario.model_validate, whole)
    assert path == ("terms", *at.split("."))
    assert (fault.found, fault.mend) == (found, mend)
    assert fault.expected == "an order in which each term is calculated once"
    assert fault.is_reference


def test_a_base_that_is_neither_figure_nor_term_is_told_the_nearest_of_both() -> None:
    whole = {
        "scenario": "x",
        "plan": {"sales": 1},
        "terms": {
            **TERMS,
            "other": {"rate": "1%", "of": "fond"},
            "more": {"amount": 1, "at_most": "8% of more"},
        },
    }
    found = invalid(Scenario.model_validate, whole)
    assert [(path, fault.found, str(fault.mend)) for path, fault in found] == [
        (("terms", "other", "of"), "'fond'", "write fund if that is meant"),
        (("terms", "more"), "a loop of terms: more -> more", "name a figure in one of them instead"),
    ]


def test_every_other_figure_may_be_what_a_rule_is_about() -> None:
    """A whole contract with rules, groups and facts holds together."""
    made = contract(
        {"fee": {"rate": "1%", "only_if": ["hardware", "sales >= 1"], "unless": "stores.new >= 5"}},
        {**FULL_PLAN, "facts": {"hardware": "yes"}},
    )
    fee = made.terms["fee"]
    assert {str(parameter): str(value) for parameter, value in parameters(fee)} == {
        "rate": "0.01",
        "only_if.2": "1",
        "unless.1": "5",
    }
