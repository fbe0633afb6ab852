"""How a name that leads nowhere is mended: as what it is instead, or with what the plan would have to give."""

from __future__ import annotations

from string import ascii_lowercase
from typing import Any

import pytest
from pydantic import ValidationError

from ka_terms.model.contract.scenario import Scenario

PLAN: dict[str, Any] = {
    "sales": "4M",
    "figures": {"promoters": 2, "facing": "40%"},
    "facts": {"hardware": True},
}
TWO: dict[str, Any] = {"a": {"rate": "1%"}, "b": {"rate": "2%"}}
BOTH = {"both": {"terms": ["a", "b"], "at_most": "5k"}}
MANY = {f"fee_{letter}": {"rate": "1%"} for letter in ascii_lowercase[:13]}
TWELVE = {f"fee_{letter}": {"rate": "1%"} for letter in ascii_lowercase[:12]}
TIERED = {"mode": "whole", "tiers": [{"from": 1, "rate": "1%"}]}


def told(**parts: Any) -> str:
    """The one fault of a scenario."""
    with pytest.raises(ValidationError) as caught:
        Scenario.model_validate({"scenario": "x", "plan": PLAN, **parts})
    (error,) = caught.value.errors()
    return str(error["msg"])


@pytest.mark.parametrize(
    ("term", "mend"),
    [
        ({"rate": "1%", "less": ["both"]}, "write the terms of the group instead: a, b"),
        ({"rate": "1%", "of": "both"}, "name something else, because a group of terms cannot stand here"),
        (
            {"rate": "1%", "less": ["promoters"]},
            "name a term; a figure is subtracted in a formula under `figures`",
        ),
        (
            {"amount": 1, "per": "hardware"},
            "name a figure, because a fact is no number; conditions on it stand in `only_if`",
        ),
        ({"rate": "1%", "less": ["hardware"]}, "name a term of this contract"),
        ({"rate": "1%", "of": "margin.x"}, "name a figure of the plan"),
        *(
            ({"rate": "1%", "of": name}, "name a figure of the plan, or add one of your own under `figures`")
            for name in ("a b", "a\u200bb", "", " ")
        ),
        ({"rate": "1%", "of": "year.b"}, "write b, because `year.` stands before figures alone"),
        ({"rate": "1%", "at_most": "8% of year.b"}, "write b, because `year.` stands before figures alone"),
        ({"rate": "1%", "less": "year.b"}, "write b, because `year.` stands before figures alone"),
        ({"amount": 1, "per": "year.b"}, "name a figure; a share of another fee is a `rate` with `of: b`"),
        ({"amount": 1, "per": "year.promotors"}, "write year.promoters if that is meant"),
        (
            {"amount": 1, "per": "growth"},
            "name a figure, such as sales; growth and achievement stand in `measure` and in rules",
        ),
        ({"amount": 1, "per": "12"}, "put the number under `figures`, and write its name here"),
        ({"rate": "1%", "at_most": "5% of 12"}, "work it out and write the number"),
        ({"rate": "1%", "only_if": "sales >= 5% of 12"}, "work it out and write the number"),
        (
            {"rate": "1%", "of": "sales - promoters"},
            "give the formula a name under `figures`, and write that name here",
        ),
        (
            {"rate": "1%", "only_if": "a >= 5"},
            "name a figure or a fact, because conditions do not depend on fees",
        ),
        ({**TIERED, "measure": "a"}, "name a figure, because thresholds are not compared with fees"),
        (
            {"amount": 1, "per": "a"},
            "name a figure; a share of another fee is a `rate` with `of: a`",
        ),
        ({"amount": 1, "per": "private"}, "name a figure of the plan"),
        ({"amount": 1, "per": "cartons"}, "add `cartons:` to `plan.figures`, or name another figure"),
        (
            {"amount": 1, "per": "last_year.cartons"},
            "add `cartons:` to `plan.last_year.figures`, or name another figure",
        ),
        (
            {"amount": 1, "per": "many.cartons"},
            "name a figure of the plan, or add one of your own under `figures`",
        ),
        (
            {"amount": 1, "per": "promoters", "free": {"promoters": "20%"}},
            "write a number; of a figure in percent, 20% is 0.2",
        ),
    ],
)
def test_what_stands_where_it_cannot(term: dict[str, Any], mend: str) -> None:
    assert told(terms={**TWO, "c": term}, together=BOTH).endswith(f" Fix: {mend}.")


def test_a_figure_in_a_group() -> None:
    group = {"terms": ["a", "promoters"], "at_most": "5k"}
    assert told(terms=TWO, together={"g": group}).endswith(" Fix: name a term, because a group adds up fees.")


@pytest.mark.parametrize(
    ("others", "mend"),
    [
        ({}, "delete `less`, because the contract has no other term"),
        ({"a": {"rate": "1%"}}, "write a if that is meant"),
        (TWO, "write one of these: a, b"),
        (TWELVE, f"write one of these: {', '.join(TWELVE)}"),
        (MANY, "name a term of this contract"),
    ],
)
def test_a_term_that_there_is_not(others: dict[str, Any], mend: str) -> None:
    """Those that it may be are listed, unless they are many."""
    assert told(terms={**others, "c": {"rate": "1%", "less": ["zzz"]}}).endswith(f" Fix: {mend}.")


@pytest.mark.parametrize(
    ("formula", "mend"),
    [
        ("yes", "write a number, or put what is so or not so under `facts`"),
        ("xyz", "write a number, or the name of a figure of the plan"),
        ("5% of 100", "write 5"),
        ("5% of 100 + 3", "work it out and write the number"),
        ("10% of 20% of sales", "write the share of the share as a percentage of its own"),
    ],
)
def test_a_word_or_an_operand_of_a_formula(formula: str, mend: str) -> None:
    plan = {**PLAN, "figures": {**PLAN["figures"], "own": formula}}
    assert told(plan=plan).endswith(f" Fix: {mend}.")


@pytest.mark.parametrize(
    ("returns", "mend"),
    [("5% of sales", "write 5%"), ("5% of promoters", "work it out and write the number")],
)
def test_returns_are_no_formula(returns: str, mend: str) -> None:
    assert told(plan={**PLAN, "returns": returns}).endswith(f" Fix: {mend}.")


@pytest.mark.parametrize(
    ("currency", "mend"),
    [
        ("RMB", " Fix: write CNY."),
        ("usd", " Fix: write USD."),
        ("元", " Fix: write CNY or TWD, whichever is meant."),
        ("XXX", "JPY or EUR."),
    ],
)
def test_a_currency_by_another_name(currency: str, mend: str) -> None:
    assert told(currency=currency).endswith(mend)


@pytest.mark.parametrize(
    ("days", "mend"),
    [
        ("60 days net after", " Fix: write 60 or 60 after month end, whichever is meant."),
        ("sixty", " Fix: write the number of days in digits; other words belong under another key."),
        ("060", " Fix: write 60."),
        ("060 days net", " Fix: write 60 or 60 after month end, whichever is meant."),
        ("00", " Fix: write 0."),
        ("60 90", "60 after month end."),
    ],
)
def test_days_in_other_words(days: str, mend: str) -> None:
    """Between two numbers of days nothing is proposed."""
    assert told(conditions={"payment_days": days}).endswith(mend)


@pytest.mark.parametrize(
    ("percentage", "mend"),
    [("+30%", "write 30% or 130%, whichever is meant"), ("0.3", "write 30% or 0.3%, whichever is meant")],
)
def test_a_percentage_of_last_year(percentage: str, mend: str) -> None:
    """A plus may mean that much more, so both are proposed."""
    rule = f"sales >= {percentage} of last_year.sales"
    plan = {**PLAN, "last_year": {"sales": "3M"}}
    assert told(plan=plan, terms={"a": {"rate": "1%", "only_if": rule}}).endswith(f" Fix: {mend}.")
