"""How far a plan is from a tier, in a sentence."""

from __future__ import annotations

import pytest

from ka_terms.calculation.statement import evaluate
from ka_terms.presentation.wording import tier_status_says
from ka_terms.presentation.words import words
from tests.contracts import Keys, case, contract


@pytest.mark.parametrize(
    ("tier", "more", "sentence"),
    [
        ({"from": "4.5M", "rate": "1%"}, {}, "Annual rebate: 480,000 short of the tier from 4.5M."),
        ({"from": "4.02M", "rate": "1%"}, {}, "Annual rebate: the tier from 4.02M is reached."),
        (
            {"over": "4.02M", "rate": "1%"},
            {},
            "Annual rebate: stands at the bound of the tier over 4.02M, which is paid only above it.",
        ),
        (
            {"from": 32, "rate": "1%"},
            {"measure": "stores.closing"},
            "Annual rebate: 1 store short of the tier from 32.",
        ),
        (
            {"from": 35, "rate": "1%"},
            {"measure": "stores.closing"},
            "Annual rebate: 4 stores short of the tier from 35.",
        ),
    ],
)
def test_how_far_a_tier_is(tier: Keys, more: Keys, sentence: str) -> None:
    plan = {"sales": "4.02M", "stores": {"opening": 25, "new": 6}}
    statement = evaluate(contract({"annual_rebate": {"mode": "whole", "tiers": [tier], **more}}, plan))
    assert tier_status_says(statement.tiers["annual_rebate"][0], "Annual rebate", words(["en"])) == sentence


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh-Hant", "年返：距「達 450萬」級距還差 480,000。"),
        ("zh-Hans", "年返：距“达 450万”档还差 480,000。"),
    ],
)
def test_how_far_a_tier_is_in_chinese(language: str, sentence: str) -> None:
    statement = evaluate(case("2002 contract"))
    assert tier_status_says(statement.tiers["annual_rebate"][0], "年返", words([language])) == sentence
