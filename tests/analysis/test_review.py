"""A contract held against house rules."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ka_terms.analysis.doubts.check import Finding, review
from ka_terms.calculation.statement import evaluate
from ka_terms.model.settings.policy import Policy
from tests.contracts import Keys, contract

TERMS: Keys = {"rebate": {"rate": "2.5%"}, "card_fee": {"amount": 0}, "it_fee": {"amount": 5000}}


def findings(plan: Keys | None = None, **rules: object) -> tuple[Finding, ...]:
    return review(evaluate(contract(TERMS, plan)), Policy.model_validate({"policy": "House rules", **rules}))


@pytest.mark.parametrize(
    ("metric", "ceiling", "breach", "found", "limit", "percent"),
    [
        ("fee_ratio", "3.01%", False, "0.03", "0.0301", True),
        ("fee_ratio", "3%", False, "0.03", "0.03", True),
        ("fee_ratio", "2.99%", True, "0.03", "0.0299", True),
        ("total_fees", "30,000.01", False, "30000", "30000.01", False),
        ("total_fees", "30,000", False, "30000", "30000", False),
        ("total_fees", "29,999.99", True, "30000", "29999.99", False),
        ("total_fees", "2.9%", True, "0.03", "0.029", True),
        ("rebate", "2.4% of sales", True, "0.025", "0.024", True),
        ("rebate", "2.5%", False, "0.025", "0.025", True),
        ("it_fee", "4,999.99", True, "5000", "4999.99", False),
        ("card_fee", "0", False, "0", "0", False),
        ("other_fee", "0", False, "0", "0", False),
    ],
)
def test_a_fee_at_its_ceiling_keeps_to_it(
    metric: str, ceiling: str, breach: bool, found: str, limit: str, percent: bool
) -> None:
    expected = Finding("ceiling", metric, breach, Decimal(found), Decimal(limit), percent)
    assert findings(ceilings={metric: ceiling}) == (expected,)


@pytest.mark.parametrize(("least", "breach"), [("16.66%", False), ("16.67%", True), ("0%", False)])
def test_fees_of_a_grade_make_up_their_least_share_of_all_fees(least: str, breach: bool) -> None:
    terms = {**TERMS, "it_fee": {"amount": 5000, "nature": "performance"}}
    rules = Policy.model_validate({"policy": "x", "at_least": {"performance": least}})
    (finding,) = review(evaluate(contract(terms)), rules)
    assert (finding.kind, finding.metric, finding.breach, finding.percent) == (
        "at_least",
        "performance",
        breach,
        True,
    )
    assert finding.found is not None
    assert round(finding.found, 4) == Decimal("0.1667")


def test_a_least_share_of_no_fees_at_all_is_broken() -> None:
    rules = Policy.model_validate({"policy": "x", "at_least": "activity 1%"})
    (finding,) = review(evaluate(contract({})), rules)
    assert (finding.found, finding.breach) == (None, True)


def test_a_ceiling_on_what_is_not_available_is_broken() -> None:
    found = findings({"sales": 0}, ceilings={"fee_ratio": "100%", "fees_a_store": "1M"})
    assert found == (
        Finding("ceiling", "fee_ratio", True, None, Decimal(1), True),
        Finding("ceiling", "fees_a_store", True, None, Decimal("1E6"), False),
    )


def test_a_required_term_has_to_be_there_even_if_it_costs_nothing() -> None:
    assert findings(required=["card_fee", "annual_rebate"]) == (
        Finding("required", "card_fee", False, Decimal(0)),
        Finding("required", "annual_rebate", True, None),
    )


def test_a_term_is_marked_for_review_only_where_the_contract_has_it() -> None:
    entry = {"reason": "Why", "source": "Who", "date": "2011-12"}
    found = findings(review={"card_fee": entry, "festival_fee": entry, "it_fee": {"reason": "Because"}})
    assert found == (
        Finding("review", "card_fee", False, Decimal(0), None, False, "Why", "Who", "2011-12"),
        Finding("review", "it_fee", False, Decimal(5000), None, False, "Because"),
    )


def test_rules_come_in_their_order_ceilings_first() -> None:
    found = findings(
        review={"it_fee": {"reason": "R"}}, required=["rebate"], ceilings={"total_fees": 1, "rebate": 1}
    )
    assert [(one.kind, one.metric) for one in found] == [
        ("ceiling", "total_fees"),
        ("ceiling", "rebate"),
        ("required", "rebate"),
        ("review", "it_fee"),
    ]
    assert findings() == ()


def test_a_condition_is_marked_for_review_without_an_amount() -> None:
    statement = evaluate(contract(TERMS, conditions={"payment_days": 60}))
    rules = {"policy": "House rules", "review": {"payment_days": {"reason": "R"}}}
    assert review(statement, Policy.model_validate(rules)) == (
        Finding("review", "payment_days", False, reason="R"),
    )


def test_a_finding_is_on_a_total_or_on_what_a_term_costs() -> None:
    measures = [Finding("ceiling", name, False).measure for name in ("fee_ratio", "own_fee")]
    assert [(measure.name, measure.is_term) for measure in measures] == [
        ("fee_ratio", False),
        ("own_fee", True),
    ]
