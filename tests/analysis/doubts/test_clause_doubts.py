"""Doubts about clauses that are said by a figure worked out by hand, or that may be read in two ways."""

from __future__ import annotations

from typing import Any

import pytest

from ka_terms.analysis.doubts.clauses import clause_doubts
from ka_terms.model.faults import Path
from tests.contracts import contract


def found(terms: dict[str, Any], plan: dict[str, Any], **more: Any) -> list[tuple[str, Path]]:
    return [(kind, at) for kind, at, _ in clause_doubts(contract(terms, plan, **more))]


def figures(**values: object) -> dict[str, Any]:
    return {"figures": values}


@pytest.mark.parametrize(
    ("value", "term", "doubted"),
    [
        (1, {"amount": 5, "per": ["display"]}, True),
        (0, {"amount": 5, "per": ["display"]}, True),
        (2, {"amount": 5, "per": ["display"]}, False),
        ("100%", {"amount": 5, "per": ["display"]}, False),
        (1, {"mode": "whole", "measure": "display", "tiers": [{"from": 1, "amount": 5}]}, True),
        (1, {"amount": 5, "only_if": "display >= 1"}, False),
        (1, {"amount": 5}, False),
    ],
)
def test_a_figure_of_one_or_nothing_that_a_fee_is_counted_by_may_say_yes_or_no(
    value: object, term: dict[str, Any], doubted: bool
) -> None:
    assert found({"fee": term}, figures(display=value)) == (
        [("flag", ("plan", "figures", "display"))] if doubted else []
    )


@pytest.mark.parametrize(
    "name", ["sales_by_100", "hundreds_of_boxes", "cartons_per_100", "百倍", "除以千", "ten_x_10"]
)
def test_a_figure_that_sounds_multiplied_by_hand_is_told(name: str) -> None:
    assert found({}, figures(**{name: 5})) == [("by_hand", ("plan", "figures", name))]


@pytest.mark.parametrize("name", ["promoters", "hundred_store_fee", "top_100_skus"])
def test_other_names_are_left_alone(name: str) -> None:
    assert found({}, figures(**{name: 5})) == []


def test_months_of_ones_own_are_told() -> None:
    assert found({}, figures(months=10)) == [("months", ("plan", "figures", "months"))]


def test_a_name_of_a_figure_and_a_term_is_told_wherever_it_stands() -> None:
    terms = {
        "fund": {"rate": "1%"},
        "claim": {"rate": "1%", "of": "fund"},
        "capped": {"amount": 9, "at_most": "5% of fund", "at_least": 3},
    }
    together = {"group": {"terms": ["claim"], "at_least": "5% of fund"}}
    assert found(terms, figures(fund=900), together=together) == [
        ("figure_or_term", ("terms", "claim", "of")),
        ("figure_or_term", ("terms", "capped", "at_most")),
        ("figure_or_term", ("together", "group", "at_least")),
    ]
    assert found(terms, {}, together=together) == []


def test_a_band_by_count_that_begins_with_from_is_told() -> None:
    tiers = [{"from": 0, "amount": 1}, {"from": 250, "amount": 2}, {"over": 300, "amount": 3}]
    term = {"mode": "marginal", "measure": "volume", "per": ["volume"], "tiers": tiers}
    assert found({"fee": term}, {"volume": 5}) == [("band_from", ("terms", "fee", "tiers", 1, "from"))]
    assert found({"fee": {**term, "mode": "whole"}}, {"volume": 5}) == []
