"""One term's way from figures to amount, step by step."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest

from ka_terms.calculation.costs import traced_costs
from ka_terms.calculation.readings.reading import StepKind
from ka_terms.calculation.readings.traced import StepName, Traced
from ka_terms.calculation.statement import evaluate
from ka_terms.presentation.table import Kind
from ka_terms.presentation.wording.expression import explain
from ka_terms.presentation.wording.steps import Step, label, steps
from ka_terms.presentation.words import words
from ka_terms.text.languages import LANGUAGES
from tests.contracts import CASE, FULL_PLAN, REBATE, Keys, case, contract

ENGLISH = words(["en"])


def _steps(term: Keys, key: str = "fee") -> list[Step]:
    return steps(traced_costs(contract({key: term, "rebate": REBATE}, FULL_PLAN))[key], ENGLISH)


def _tiers(*tiers: Keys, mode: str = "marginal", **more: object) -> Keys:
    return {"mode": mode, "tiers": list(tiers), **more}


def _told(found: list[Step]) -> list[tuple[str, str, str]]:
    return [(step.what, step.how, step.path) for step in found]


def test_steps_of_an_amount_with_a_free_allowance() -> None:
    term = {"amount": 1000, "per": ["skus.total", "stores.closing"], "free": {"skus.total": 30}}
    assert _told(_steps(term)) == [
        ("Amount", "1,000", "fee.amount"),
        ("Existing SKUs", "21 existing SKUs", "skus.existing"),
        ("New SKUs", "14 new SKUs", "skus.new"),
        ("Free allowance (total SKUs)", "30", "fee.free.skus.total"),
        ("Stores at start", "25 stores at start", "stores.opening"),
        ("Stores opened", "10 new stores", "stores.new"),
        ("Stores closed", "0 closed stores", "stores.closed"),
        ("Total SKUs", "21 + 14", "skus.total"),
        ("Stores at end", "25 + 10 − 0", "stores.closing"),
        ("Charged quantity: Total SKUs", "35 SKUs − 30", ""),
        ("Calculated fee", "1,000 × 5 × 35 stores", ""),
        ("Rounded to 0.01", "175,000", ""),
    ]


def test_steps_of_a_minimum_that_decides() -> None:
    term = {"amount": 5000, "per": "stores.new", "at_least": "8% of sales"}
    assert _told(_steps(term))[-4:] == [
        ("Calculated fee", "5,000 × 10 new stores", ""),
        ("Minimum as an amount", "8% × 10,050,000", ""),
        ("Larger of the two", "max(50,000, 804,000)", ""),
        ("Rounded to 0.01", "804,000", ""),
    ]


def test_steps_of_a_whole_tier_tell_every_bound() -> None:
    term = _tiers(
        {"from": "9M", "rate": "1%"}, {"over": "10,050,000", "rate": "2%"}, mode="whole", less=["rebate"]
    )
    assert _told(_steps(term)) == [
        ("Sales (last year)", "4,020,000", "last_year.sales"),
        ("Planned sales index vs last year", "250%", "sales_growth"),
        ("Tier 1 threshold", "9,000,000", "fee.tiers.1.from"),
        ("Tier 2 threshold (over)", "10,050,000", "fee.tiers.2.over"),
        ("Tier 1 rate", "1%", "fee.tiers.1.rate"),
        ("Rebate", "150,750", "rebate"),
        ("Sales", "4,020,000 × 250%", "sales"),
        ("Tier 1", "10,050,000 ≥ 9,000,000: reached", ""),
        ("Tier 2", "10,050,000 > 10,050,000: not reached", ""),
        ("Base", "10,050,000 − 150,750", ""),
        ("Tier 1 fee", "1% × 9,899,250", ""),
        ("Rounded to 0.01", "98,992.5", ""),
    ]


def test_steps_of_a_growth_tier_multiply_its_bound_out() -> None:
    found = _told(_steps(_tiers({"from": "300%", "rate": "1%"}, mode="whole", measure="growth")))
    assert ("Tier 1 index threshold", "300%", "fee.tiers.1.from") in found
    assert ("Tier 1", "10,050,000 ≥ 300% × 4,020,000 = 12,060,000: not reached", "") in found
    assert ("No tier reached", "0", "") in found


@pytest.mark.parametrize(
    ("measure", "bound"), [("achievement", "50%"), ("last_year.sales", "3M"), ("sales", "3M")]
)
def test_only_a_bound_of_growth_is_called_an_index(measure: str, bound: str) -> None:
    names = [name for name, _, _ in _told(_steps(_tiers({"from": bound, "rate": "1%"}, measure=measure)))]
    assert "Tier 1 threshold" in names


def test_steps_of_bands_and_lump_sums() -> None:
    lump_sum = {"from": "6M", "amount": 7}
    term = _tiers({"from": "5M", "rate": "1%"}, lump_sum, {"from": "10M", "rate": "2%"}, of="net_sales")
    assert _told(_steps(term))[-8:] == [
        ("Tier 1 fee", "1% × (6,000,000 − 5,000,000)", ""),
        ("Tier 3 fee", "2% × (10,050,000 − 10,000,000)", ""),
        ("Sum", "10,000 + 1,000", ""),
        ("Allocated to the base in proportion", "11,000 × 10,000,000 ÷ 10,050,000", ""),
        ("Tier 2", "10,050,000 ≥ 6,000,000: reached", ""),
        ("Tier 2 fee", "7", ""),
        ("Sum", "≈10,945.273632 + 7", ""),
        ("Rounded to 0.01", "≈10,952.273632", ""),
    ]


def test_steps_of_bands_on_a_year_without_sales() -> None:
    term = _tiers({"from": 0, "rate": "1%"}, of="last_year.sales")
    plan = {"sales": 0, "last_year": {"sales": 9}}
    formula = traced_costs(contract({"fee": term}, plan))["fee"]
    assert explain(formula, ENGLISH) == "0"
    assert ("Allocated to the base in proportion", "0", "") in _told(steps(formula, ENGLISH))


def test_steps_are_labelled_in_every_language_asked_for() -> None:
    formula = traced_costs(contract({"fee": {"rate": "1%"}}, FULL_PLAN))["fee"]
    labels = [step.what for step in steps(formula, words(["zh-Hant", "en"]))]
    assert labels[0] == "費率 Rate"
    assert labels[-1] == "四捨五入至 0.01 Rounded to 0.01"


def test_kinds_tell_how_a_value_is_written() -> None:
    term = _tiers({"from": 30, "amount": 1000}, measure="stores.closing", mode="whole")
    kinds = {
        step.path: step.kind for step in _steps({**term, "at_most": "5% of sales_incl_tax"}) if step.path
    }
    assert kinds["fee.tiers.1.from"] is Kind.COUNT
    assert kinds["fee.tiers.1.amount"] is Kind.MONEY
    assert kinds["fee.at_most"] is Kind.RATIO
    assert kinds["vat"] is Kind.RATIO
    assert kinds["stores.closing"] is Kind.COUNT
    assert kinds["sales"] is Kind.MONEY


def test_a_long_ladder_of_tiers_needs_no_deep_stack() -> None:
    tiers = [{"from": bound, "rate": "1%"} for bound in range(1, 3001)]
    for mode in ("whole", "marginal"):
        term = _tiers(*tiers, mode=mode)
        assert explain(traced_costs(contract({"fee": term}, FULL_PLAN))["fee"], ENGLISH)
        assert _steps(term)[-1].kind is Kind.MONEY


def test_every_contract_of_the_case_has_steps_that_end_in_its_amounts() -> None:
    for name in CASE:
        for line in evaluate(case(name)).lines:
            assert steps(line.formula, ENGLISH)[-1].value == line.amount


KINDS = [kind for group in get_args(StepKind) for kind in get_args(group)]
OF_TIERS = {"from", "over", "bound", "reached", "band", "pays"}
OF_BOTH = {"rate", "amount"}
NAMES = [
    *(StepName(kind, 2) for kind in KINDS if kind in OF_TIERS | OF_BOTH),
    *(StepName(kind, unit=Decimal("0.01")) for kind in KINDS if kind not in OF_TIERS),
    *(StepName(kind, 2, "growth") for kind in ("from", "over")),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["fee.part", ""], ids=["stated", "worked out"])
@pytest.mark.parametrize("name", NAMES, ids=str)
def test_every_kind_of_step_has_a_word(name: StepName, path: str, language: str) -> None:
    node = Traced("leaf", Decimal(1), path=path, name=name._replace(figure=name.figure or "skus.total"))
    assert label(node, words([language]))
