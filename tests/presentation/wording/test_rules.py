"""Conditions in words: what a term says of them, and why a fee is not due."""

from __future__ import annotations

import pytest

from ka_terms.calculation.statement import evaluate
from ka_terms.presentation.wording.explanations import explanation
from ka_terms.presentation.wording.terms import says_of
from ka_terms.presentation.words import words
from tests.contracts import Keys, contract

PLAN: Keys = {
    "target": "2M",
    "figures": {"facings": "30%", "price": 4},
    "facts": {"hardware": "yes"},
    "skus": {"new": 9},
    "volume": 250,
}


@pytest.mark.parametrize(
    ("term", "english", "chinese"),
    [
        (
            {"only_if": ["achievement >= 60%", "achievement < 100%"]},
            "only if target achievement at least 60% and below 100%",
            "以目标达成率达 60% 且低于 100% 为前提",
        ),
        (
            {"only_if": {"any": ["facings > 33%", "facings <= 10%"]}},
            "only if facings over 33% or at most 10%",
            "以 facings 超过 33% 或不超过 10% 为前提",
        ),
        (
            {"only_if": [{"any": ["hardware", "facings >= 33%"]}, "facings < 90%"]},
            "only if (hardware or facings at least 33%) and facings below 90%",
            "以（hardware 或 facings 达 33%）且 facings 低于 90% 为前提",
        ),
        (
            {"unless": ["hardware", "skus.new >= 8"]},
            "unless hardware and new SKUs at least 8",
            "hardware 且新品数达 8 时免收",
        ),
    ],
)
def test_conditions_are_said_as_people_do(term: Keys, english: str, chinese: str) -> None:
    scenario = contract({"fee": {"amount": 900, **term}}, PLAN)
    said = [says_of("fee", scenario, words([language])) for language in ("en", "zh-Hans")]
    assert said == [f"900 lump sum, {english}", f"固定金额 900，{chinese}"]


@pytest.mark.parametrize(
    ("term", "english", "chinese"),
    [
        (
            {"amount": 4, "per": ["price", "volume"], "for_every": {"volume": 100}},
            "4 × price for every full 100 units sold",
            "每满 100 单位 4 × price",
        ),
        (
            {"rate": "2%", "of": "target", "per": ["skus.new"]},
            "2% of target per new SKU",
            "每个新品按目标的 2%",
        ),
        ({"rate": "2%", "per": ["price"]}, "2% of sales × price", "销售额的 2% × price"),
    ],
)
def test_what_a_fee_is_counted_by(term: Keys, english: str, chinese: str) -> None:
    scenario = contract({"fee": term}, PLAN)
    assert [says_of("fee", scenario, words([language])) for language in ("en", "zh-Hans")] == [
        english,
        chinese,
    ]


@pytest.mark.parametrize(
    ("term", "explained"),
    [
        ({"amount": 900, "unless": "facings >= 33%"}, "900"),
        ({"amount": 900, "only_if": "facings >= 33%"}, "not due: facings 30%, below 33%; would cost 900"),
        ({"amount": 900, "unless": "hardware"}, "not due: hardware: Yes; would cost 900"),
        (
            {"mode": "whole", "tiers": [{"from": "9M", "amount": 1}], "only_if": "hardware"},
            "0, no tier reached",
        ),
    ],
)
def test_a_rule_that_does_not_hold_is_no_tier(term: Keys, explained: str) -> None:
    line = evaluate(contract({"fee": term}, PLAN)).line("fee")
    assert line is not None
    assert explanation(line, words(["en"])) == explained
