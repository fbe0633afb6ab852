"""What conditions, counts, bands and groups say and how their lines come about, in three languages."""

from __future__ import annotations

import pytest

from ka_terms.calculation.statement import evaluate
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.presentation.wording.explanations import explanation
from ka_terms.presentation.wording.terms import says_of
from ka_terms.presentation.words import words
from tests.contracts import FULL_PLAN, Keys, contract

LANGUAGES = ("en", "zh-Hant", "zh-Hans")
PLAN: Keys = {
    **FULL_PLAN,
    "volume": 1250,
    "last_year": {"sales": "4,020,000", "volume": 1000, "stores": {"opening": 31}},
    "figures": {"facings": "30%", "promoters": 12},
    "facts": {"hardware": "yes", "open": "no"},
}
TERMS: Keys = {
    "cond": {"amount": 500, "only_if": ["facings >= 33%", "hardware"]},
    "any": {"amount": 500, "only_if": [{"any": ["growth >= +200%", "open"]}, "hardware"]},
    "waived": {"amount": 500, "unless": "skus.total >= 30"},
    "ret": {"amount": 500, "only_if": "returns > 3% of sales"},
    "late": {"rate": "0.3%", "per": ["promoters"]},
    "lots": {"amount": 5, "per": ["volume"], "for_every": {"volume": 100}},
    "bands": {
        "mode": "marginal",
        "measure": "volume",
        "per": ["volume"],
        "tiers": [{"from": 0, "amount": "1.5"}, {"over": 249, "amount": 2}],
    },
    "grow": {"mode": "whole", "measure": "growth of volume", "tiers": [{"from": "+5%", "rate": "1%"}]},
    "claim": {"rate": "50%", "of": "late"},
    "capped": {"amount": 900, "at_most": "50% of late"},
}
SCENARIO = contract(TERMS, PLAN, together={"cap": {"terms": ["late", "capped"], "at_most": "1% of sales"}})
STATEMENT = evaluate(SCENARIO)
# Term -> what it says and how its amount comes about, a pair for each language.
SAID = {
    "cond": [
        (
            '500 lump sum, only if facings at least 33% and hardware',
            'not due: facings 30%, below 33%; would cost 500',
        ),
        (
            '固定金額 500，以 facings 達 33% 且 hardware 為前提',
            '不收取：facings 為 30%，低於 33%；否則為 500',
        ),
        (
            '固定金额 500，以 facings 达 33% 且 hardware 为前提',
            '不收取：facings 为 30%，低于 33%；否则为 500',
        ),
    ],
    "any": [
        (
            '500 lump sum, only if (sales growth at least +200% or open) and hardware',
            'not due: sales growth +150.0%, below +200%; open: No; would cost 500',
        ),
        (
            '固定金額 500，以（銷售成長率達 +200% 或 open）且 hardware 為前提',
            '不收取：銷售成長率為 +150.0%，低於 +200%；open：否；否則為 500',
        ),
        (
            '固定金额 500，以（销售增长率达 +200% 或 open）且 hardware 为前提',
            '不收取：销售增长率为 +150.0%，低于 +200%；open：否；否则为 500',
        ),
    ],
    "waived": [
        (
            '500 lump sum, unless total SKUs at least 30',
            'not due: total SKUs 35, at least 30; would cost 500',
        ),
        ('固定金額 500，品項總數達 30 時免收', '不收取：品項總數為 35，已達 30；否則為 500'),
        ('固定金额 500，单品总数达 30 时免收', '不收取：单品总数为 35，已达 30；否则为 500'),
    ],
    "ret": [
        (
            '500 lump sum, only if returns over 3% of sales',
            'not due: returns 50,000, not over 301,500 (3% of sales); would cost 500',
        ),
        (
            '固定金額 500，以退貨超過銷售額的 3% 為前提',
            '不收取：退貨為 50,000，未超過 301,500（銷售額的 3%）；否則為 500',
        ),
        (
            '固定金额 500，以退货超过销售额的 3% 为前提',
            '不收取：退货为 50,000，未超过 301,500（销售额的 3%）；否则为 500',
        ),
    ],
    "late": [
        ('0.3% of sales per promoter', '0.3% × 10,050,000 × 12 promoters'),
        ('銷售額的 0.3% × promoters', '0.3% × 10,050,000 × 12（promoters）'),
        ('销售额的 0.3% × promoters', '0.3% × 10,050,000 × 12（promoters）'),
    ],
    "lots": [
        ('5 for every full 100 units sold', '5 × full lots(1,250 units sold ÷ 100)'),
        ('每滿 100 單位 5', '5 × 取整(1,250 單位 ÷ 100)'),
        ('每满 100 单位 5', '5 × 取整(1,250 单位 ÷ 100)'),
    ],
    "bands": [
        (
            'band by band: volume from 0: 1.5 per unit sold, over 249: 2 per unit sold',
            '1.5 × (249 − 0) + 2 × (1,250 units sold − 249)',
        ),
        ('超額累進：銷量達 0：每單位 1.5；超過 249：每單位 2', '1.5 × (249 − 0) + 2 × (1,250 單位 − 249)'),
        ('超额累进：销量达 0：每单位 1.5；超过 249：每单位 2', '1.5 × (249 − 0) + 2 × (1,250 单位 − 249)'),
    ],
    "grow": [
        ('growth of volume at least +5%: 1% of sales', '1% × 10,050,000'),
        ('銷量比去年成長達 +5%：銷售額的 1%', '1% × 10,050,000'),
        ('销量比去年增长达 +5%：销售额的 1%', '1% × 10,050,000'),
    ],
    "claim": [
        ('50% of late', '50% × 361,800'),
        ('Late 的 50%', '50% × 361,800'),
        ('Late 的 50%', '50% × 361,800'),
    ],
    "capped": [
        ('900 lump sum, at most 50% of late', 'min(900, 50% × 361,800)'),
        ('固定金額 900，上限 Late 的 50%', 'min(900, 50% × 361,800)'),
        ('固定金额 900，封顶 Late 的 50%', 'min(900, 50% × 361,800)'),
    ],
    "cap": [
        (
            'late and capped together: at most 1% of sales',
            'min(361,800 + 900, 1% × 10,050,000) − (361,800 + 900)',
        ),
        ('Late、Capped 合計上限銷售額的 1%', 'min(361,800 + 900, 1% × 10,050,000) − (361,800 + 900)'),
        ('Late、Capped 合计封顶销售额的 1%', 'min(361,800 + 900, 1% × 10,050,000) − (361,800 + 900)'),
    ],
}  # fmt: skip


@pytest.mark.parametrize("at", range(3), ids=LANGUAGES)
@pytest.mark.parametrize("term", SAID)
def test_a_clause_reads_as_people_say_it(term: str, at: int) -> None:
    spoken, line = words([LANGUAGES[at]], {}, Catalogue()), STATEMENT.line(term)
    assert line is not None
    assert (says_of(term, SCENARIO, spoken), explanation(line, spoken)) == SAID[term][at]


def test_every_clause_has_its_row() -> None:
    assert [line.term for line in STATEMENT.lines] == [*SAID]
