"""What a workbook needs of a contract."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given

from ka_terms.analysis.comparison import compare
from ka_terms.analysis.workbook.living import living
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.statement import evaluate
from tests.calculation.test_properties import contracts
from tests.contracts import CASE, Keys, case, contract
from tests.examples import examples

RATE = {"monthly_rebate": {"rate": "1%"}}


def test_every_stated_number_is_an_input_under_the_path_that_formulas_ask_for() -> None:
    plan = {"sales": "+10%", "last_year": {"sales": 1000}, "figures": {"own": 5, "twice": "2 x own"}}
    found = living(evaluate(contract(RATE, plan)))
    assert {leaf: input.path for leaf, input in found.inputs.items()} == {
        "sales_growth": "growth",
        "own": "own",
        "last_year.sales": "last_year.sales",
        "monthly_rebate.rate": "monthly_rebate.rate",
    }


def test_lower_sales_are_those_of_last_year_and_a_fifth_less() -> None:
    found = living(evaluate(contract(RATE, {"sales": 1000, "last_year": {"sales": 600}})))
    cases = [(str(case.name), case.statement.sales, case.lower_by) for case in found.cases]
    assert cases == [
        ("last_year", Decimal(600), None),
        ("lower", Decimal(800), Decimal("0.2")),
        ("plan", Decimal(1000), None),
    ]
    assert [case.statement.total_fees for case in found.cases] == [6, 8, 10]
    grown = living(evaluate(contract(RATE, {"sales": 600, "last_year": {"sales": 1000}})))
    assert [case.name for case in grown.cases] == ["lower", "plan"]


def test_sales_at_which_there_is_no_contract_are_left_out() -> None:
    """Goods sent back may not be more than the sales."""
    found = living(evaluate(contract(RATE, {"sales": 1000, "returns": 900, "last_year": {"sales": 950}})))
    assert [case.name for case in found.cases] == ["last_year", "plan"]


def test_only_a_plan_with_months_has_them() -> None:
    assert living(evaluate(contract(RATE))).sales_by_month == ()
    months = {"sales": ["10%", "30%", *["6%"] * 10]}
    found = living(evaluate(contract({**RATE, "fee": {"amount": 5}}, {"sales": 1000, "months": months})))
    assert [month.value for month in found.sales_by_month] == [100, 300, *[60] * 10]
    assert [month.value for month in found.budget["monthly_rebate"]][:3] == [1, 3, Decimal("0.6")]
    assert "fee" not in found.budget


@given(contracts())
@examples(50)
def test_traced_months_are_those_of_the_budget(given_: tuple[dict[str, Keys], Keys]) -> None:
    statement = evaluate(contract(*given_))
    found = living(statement)
    with exactly():
        for key, months in found.budget.items():
            assert sum((month.value for month in months), Decimal(0)) == statement.amount(key)


def test_the_old_terms_on_the_new_plan_remember_how_they_were_made() -> None:
    comparison = compare([case(name) for name in CASE])
    for versus in comparison.versus:
        between = {key: amount.value for key, amount in versus.between.amounts.items()}
        for difference in versus.differences:
            old = difference.amounts[0]
            assert between.get(difference.term, 0) == old + (difference.plan_effect or 0)
