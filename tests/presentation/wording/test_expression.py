"""The line that tells how an amount comes about, in every shape of term."""

from __future__ import annotations

import pytest

from ka_terms.calculation.costs import traced_costs
from ka_terms.calculation.statement import evaluate
from ka_terms.presentation.wording.expression import explain
from ka_terms.presentation.words import words
from tests.contracts import FULL_PLAN, REBATE, Keys, case, contract


def _explained(term: Keys, language: str = "en", key: str = "fee") -> str:
    formula = traced_costs(contract({key: term, "rebate": REBATE}, FULL_PLAN))[key]
    return explain(formula, words([language]))


CONTRACTS = {
    "2002 contract": {
        "monthly_rebate": ("2.5% × 4,020,000", "2.5% × 4,020,000"),
        "annual_rebate": ("0, no tier reached", "0，未达任何档位"),
        "new_store_fee": ("5,000 × 6 new stores", "5,000 × 6 家新店"),
        "listing_fee": ("1,000 × 14 new SKUs × 31 stores", "1,000 × 14 个新品 × 31 家店"),
        "anniversary_fee": ("4,000 × 25 stores at start", "4,000 × 25 家期初门店"),
        "dm_tg_fee": ("max(0, 8% × 4,020,000)", "max(0, 8% × 4,020,000)"),
    },
    "2003 ask": {
        "monthly_rebate": ("3.5% × 10,050,000", "3.5% × 10,050,000"),
        "annual_rebate": ("2% × 10,050,000", "2% × 10,050,000"),
        "new_store_fee": ("8,000 × 10 new stores", "8,000 × 10 家新店"),
        "listing_fee": ("1,500 × 14 new SKUs × 35 stores", "1,500 × 14 个新品 × 35 家店"),
        "anniversary_fee": ("6,000 × 35 stores", "6,000 × 35 家店"),
        "dm_tg_fee": (
            "max(5,000 × 35 stores × 4 events, 8% × 10,050,000)",
            "max(5,000 × 35 家店 × 4 次, 8% × 10,050,000)",
        ),
        "festival_fee": ("500 × 35 stores × 5 events", "500 × 35 家店 × 5 次"),
    },
    "2003 proposal": {
        "monthly_rebate": ("1.5% × 10,050,000", "1.5% × 10,050,000"),
        "annual_rebate": ("1% × 10,050,000", "1% × 10,050,000"),
        "new_store_fee": ("5,000 × 10 new stores", "5,000 × 10 家新店"),
        "listing_fee": ("1,000 × (35 SKUs − 35) × 35 stores", "1,000 × (35 个单品 − 35) × 35 家店"),
        "dm_tg_fee": ("3,500 × 35 stores × 5 events", "3,500 × 35 家店 × 5 次"),
    },
    "2003 agreed": {
        "monthly_rebate": ("2.5% × 10,050,000", "2.5% × 10,050,000"),
        "annual_rebate": ("1.2% × 10,050,000", "1.2% × 10,050,000"),
        "new_store_fee": ("5,000 × 10 new stores", "5,000 × 10 家新店"),
        "listing_fee": ("1,000 × 14 new SKUs × 35 stores", "1,000 × 14 个新品 × 35 家店"),
        "anniversary_fee": ("4,000 × 35 stores", "4,000 × 35 家店"),
        "dm_tg_fee": ("3,500 × 35 stores × 4 events", "3,500 × 35 家店 × 4 次"),
    },
}


@pytest.mark.parametrize(("at", "language"), [(0, "en"), (1, "zh-Hans")])
@pytest.mark.parametrize("name", CONTRACTS)
def test_the_four_contracts(name: str, at: int, language: str) -> None:
    lines = evaluate(case(name)).lines
    explained = {line.term: explain(line.formula, words([language])) for line in lines}
    assert explained == {term: texts[at] for term, texts in CONTRACTS[name].items()}


@pytest.mark.parametrize(
    ("term", "explained"),
    [
        ({"amount": "1.25M"}, "1,250,000"),
        ({"amount": 100, "per": "events.launch"}, "100 × 1 event"),
        ({"amount": 100, "per": "stores.average"}, "100 × 30 average stores"),
        ({"amount": 100, "per": "last_year.stores.closing"}, "100 × 31 stores last year"),
        ({"amount": 200, "per": "promoters"}, "200 × 12 promoters"),
        ({"amount": 2, "per": "vat"}, "2 × 13%"),
        (
            {"amount": 9, "per": "skus.existing", "free": {"skus.existing": 30}},
            "9 × max(21 existing SKUs − 30, 0)",
        ),
        ({"rate": "2%", "of": "net_purchases"}, "2% × 3,900,000 net purchases"),
        ({"rate": "1%", "of": "net_sales", "less": ["rebate"]}, "1% × (10,000,000 − 150,750)"),
        ({"rate": "1%", "at_most": "2% of sales"}, "min(1% × 10,050,000, 2% × 10,050,000)"),
        (
            {"rate": "1%", "at_least": 5, "at_most": 9},
            "min(max(1% × 10,050,000, 5), 9)",
        ),
    ],
)
def test_rates_and_amounts(term: Keys, explained: str) -> None:
    assert _explained(term) == explained


def _tiers(*tiers: Keys, mode: str = "marginal", **more: object) -> Keys:
    return {"mode": mode, "tiers": list(tiers), **more}


@pytest.mark.parametrize(
    ("term", "explained"),
    [
        (
            _tiers(
                {"from": "110%", "rate": "0.5%"},
                {"from": "300%", "rate": "1%"},
                mode="whole",
                measure="growth",
            ),
            "0.5% × 10,050,000",
        ),
        (
            _tiers(
                {"from": "7.5M", "rate": "0.8%"},
                {"over": "9M", "rate": "1.2%"},
                {"over": "11M", "rate": "2%"},
            ),
            "0.8% × (9,000,000 − 7,500,000) + 1.2% × (10,050,000 − 9,000,000)",
        ),
        (
            _tiers({"from": "200%", "rate": "1%"}, measure="growth"),
            "1% × (10,050,000 − 200% × 4,020,000)",
        ),
        (
            _tiers({"from": "3M", "rate": "1%"}, {"from": "8M", "rate": "2%"}, of="increment"),
            "1% × (8,000,000 − 4,020,000) + 2% × (10,050,000 − 8,000,000)",
        ),
        (
            _tiers({"from": "5M", "rate": "1%"}, less=["rebate"]),
            "1% × (10,050,000 − 5,000,000) × (10,050,000 − 150,750) ÷ 10,050,000",
        ),
        (
            _tiers(
                {"from": 30, "amount": 1000},
                {"from": 33, "amount": 500},
                {"from": 40, "amount": 9},
                measure="stores.closing",
            ),
            "1,000 + 500",
        ),
        (_tiers({"over": "20M", "rate": "1%"}), "0, no tier reached"),
        (_tiers({"over": "20M", "rate": "1%"}, of="net_sales"), "0, no tier reached"),
        (_tiers({"over": "20M", "amount": 1}, of="net_sales"), "0, no tier reached"),
        (_tiers({"over": "20M", "rate": "1%"}, at_least=50), "max(0, 50), no tier reached"),
        (_tiers({"from": "10,050,000", "rate": "1%"}), "0"),
        (_tiers({"over": "10,050,000", "rate": "1%"}), "0, no tier reached"),
        (_tiers({"from": "1M", "rate": "0%"}), "0"),
        (_tiers({"from": "1M", "rate": "0%"}, mode="whole"), "0% × 10,050,000"),
    ],
)
def test_tiers(term: Keys, explained: str) -> None:
    assert _explained(term) == explained


def test_a_key_with_dots_does_not_hide_its_parameters() -> None:
    assert _explained({"rate": "2%"}, key="a.b.rate") == "2% × 10,050,000"
