"""How terms that are settled by period read: their months, their arithmetic, their steps."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from ka_terms.calculation.statement import Line, evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.presentation.wording.explanations import brief_explanation, explanation
from ka_terms.presentation.wording.periods import named_with_start, period, starts_notes
from ka_terms.presentation.wording.steps import line_steps
from ka_terms.presentation.wording.terms import says_of
from ka_terms.presentation.words import words
from tests.calculation.test_properties import contracts
from tests.contracts import Keys, contract

ENGLISH, TRADITIONAL = words(["en"]), words(["zh-Hant"])
PLAN: Keys = {
    "target": 1_200_000,
    "stores": {"opening": 10, "new": 1},
    "months": {
        "sales": ["10%", "5%", "1%", "9%", "8%", "9%", "8%", "8%", "9%", "13%", "8%", "12%"],
        "stores": {"new": {"mar": 1}},
    },
}


def settled(term: Keys, **plan: Any) -> Line:
    line = evaluate(contract({"fee": term}, {**PLAN, **plan})).line("fee")
    assert line is not None
    return line


@pytest.mark.parametrize(
    ("months", "starts", "english", "chinese"),
    [
        (range(1, 13), 1, "Year", "全年"),
        ((1, 2, 3), 1, "Q1", "第一季"),
        ((10, 11, 12), 4, "Q4 (Jan–Mar)", "第四季（1 月至 3 月）"),
        ((1, 2, 3, 4, 5, 6), 7, "H1 (Jul–Dec)", "上半年（7 月至 12 月）"),
        (range(7, 13), 1, "H2", "下半年"),
        ((2, 3, 4), 1, "Feb–Apr", "2 月至 4 月"),
        ((10,), 1, "Oct", "10 月"),
        ((10,), 4, "Jan", "1 月"),
        ((1, 2, 9), 1, "Jan–Feb and Sep", "1 月至 2 月、9 月"),
    ],
)
def test_a_set_of_months_has_a_name(months: Any, starts: int, english: str, chinese: str) -> None:
    calendar = [(at + starts - 2) % 12 + 1 for at in months]
    assert period(tuple(months), calendar, ENGLISH) == english
    assert period(tuple(months), calendar, TRADITIONAL) == chinese


TIERS = [{"from": "80%", "rate": "2%"}]
ACHIEVED = {"mode": "whole", "measure": "achievement", "tiers": TIERS, "each": "quarter"}


@pytest.mark.parametrize(
    ("term", "told"),
    [
        (ACHIEVED, "Q1: 0, no tier reached; Q2: 2% × 260,000; Q3: 2% × 250,000; Q4: 2% × 330,000"),
        ({"rate": "5%", "in": [10]}, "Oct: 5% × 130,000"),
        (
            {"amount": 50, "per": "stores.closing", "each": "month", "in": ["1..4"]},
            "Jan–Feb each: 50 × 10 stores; Mar–Apr each: 50 × 11 stores",
        ),
        (
            {"rate": "1%", "each": "half", "cumulative": "yes"},
            "H1: 1% × 420,000; H2: 1% × 1,000,000, less 4,200 settled before",
        ),
        (
            {"rate": "1%", "each": "half", "only_if": "sales >= 500,000"},
            "H1: not due: sales 420,000, below 500,000; would cost 4,200; H2: 1% × 580,000",
        ),
    ],
)
def test_the_arithmetic_of_every_settlement_is_told(term: Keys, told: str) -> None:
    assert explanation(settled(term), ENGLISH).replace(", less 0 settled before", "") == told


def test_periods_of_a_shifted_year_have_their_months() -> None:
    months = {**PLAN["months"], "sales": ["5%"] * 9 + ["25%", "15%", "15%"], "starts": 4}
    by_quarter = settled({"rate": "1%", "each": "quarter"}, months=months)
    assert (
        explanation(by_quarter, ENGLISH) == "Q1–Q3 (Apr–Dec) each: 1% × 150,000; Q4 (Jan–Mar): 1% × 550,000"
    )
    by_month = settled({"rate": "1%", "each": "month", "in": ["7..1"]}, months=months)
    assert explanation(by_month, ENGLISH) == "Jul–Dec each: 1% × 50,000; Jan: 1% × 250,000"


def test_a_table_tells_many_settlements_in_brief() -> None:
    monthly = settled({"rate": "2.5%", "each": "month"})
    assert brief_explanation(monthly, ENGLISH) == "12 settlements from 250 to 3,250, see --explain fee"
    assert brief_explanation(monthly, TRADITIONAL) == "共 12 期，每期 250 至 3,250，見 --explain fee"
    to_date = settled({"amount": 50, "per": "months", "each": "month", "cumulative": "yes"})
    assert brief_explanation(to_date, ENGLISH) == "12 settlements of 50 each, see --explain fee"
    assert brief_explanation(to_date, TRADITIONAL) == "共 12 期，每期 50，見 --explain fee"
    for term in (ACHIEVED, {"rate": "1%"}, {"amount": 5, "each": "month"}):
        line = settled(term)
        assert brief_explanation(line, ENGLISH) == explanation(line, ENGLISH)


@pytest.mark.parametrize(
    ("how", "english", "chinese"),
    [
        ({"each": "month"}, "1% of sales, settled by month", "銷售額的 1%，按月結算"),
        ({"each": "quarter", "in": ["1..6"]}, "1% of sales, only in H1, settled by quarter", None),
        (
            {"each": "half", "cumulative": "yes"},
            "1% of sales, settled by half-year, on the year to date",
            "銷售額的 1%，按半年結算，按本年累計計算",
        ),
        ({"in": [10]}, "1% of sales, only in Oct", "銷售額的 1%，僅限 10 月"),
        ({"each": "year"}, "1% of sales", "銷售額的 1%"),
    ],
)
def test_a_term_says_how_it_is_settled(how: Keys, english: str, chinese: str | None) -> None:
    scenario = contract({"fee": {"rate": "1%", **how}}, PLAN)
    assert says_of("fee", scenario, ENGLISH) == english
    assert chinese in (None, says_of("fee", scenario, TRADITIONAL))


def test_a_figure_of_the_whole_year_is_told_apart() -> None:
    term = {"rate": "1%", "of": "year.sales", "in": [3], "only_if": "year.sales >= 1M"}
    scenario = contract({"fee": term}, PLAN)
    told = says_of("fee", scenario, ENGLISH)
    assert told == "1% of full-year sales, only in Mar, only if full-year sales at least 1M"


@given(contracts())
def test_the_steps_of_every_line_end_in_its_amount(given_: tuple[dict[str, Keys], Keys]) -> None:
    scenario: Scenario = contract(*given_)
    for line in evaluate(scenario).lines:
        if line.is_due:
            assert line_steps(line, ENGLISH)[-1].value == line.amount


def test_the_steps_of_a_settlement_are_under_its_name() -> None:
    found = line_steps(settled({"rate": "1%", "each": "half", "cumulative": "yes"}), ENGLISH)
    worked_out = [(step.what, step.value) for step in found if step.what.startswith(("H1", "H2"))]
    assert ("H2 Less what was settled before", Decimal("5800.00")) in worked_out
    assert found[-1].how == "4,200 + 5,800"


@pytest.mark.parametrize("each", ["month", "quarter"])
def test_what_a_term_comes_to_by_period_is_one_number_to_another(each: str) -> None:
    bonus = {"rate": "1%", "each": each, "cumulative": "yes"}
    terms = {"bonus": bonus, "fee": {"rate": "10%", "of": "bonus"}, "net": {"rate": "1%", "less": "bonus"}}
    together = {"cap": {"terms": ["bonus", "fee"], "at_most": 10_000}}
    statement = evaluate(contract(terms, PLAN, together=together))
    told = {line.term: explanation(line, ENGLISH) for line in statement.lines if line.term != "bonus"}
    assert told == {
        "fee": "10% × 10,000",
        "net": "1% × (1,000,000 − 10,000)",
        "cap": "min(10,000 + 1,000, 10,000) − (10,000 + 1,000)",
    }
    fee = statement.line("fee")
    assert fee is not None
    assert [(step.what, step.how) for step in line_steps(fee, ENGLISH)][:2] == [
        ("Rate", "10%"),
        ("Bonus", "10,000"),
    ]


@pytest.mark.parametrize("cumulative", ["yes", "no"])
def test_the_settlements_of_another_term_in_a_period_are_one_number(cumulative: str) -> None:
    monthly = {"rate": "1%", "each": "month", "in": ["1..6"], "cumulative": cumulative}
    terms = {"monthly": monthly, "fee": {"rate": "10%", "of": "monthly", "each": "quarter"}}
    line = evaluate(contract(terms, PLAN)).line("fee")
    assert line is not None
    told = "Q1: 10% × 1,600; Q2: 10% × 2,600; Q3–Q4 each: 10% × 0"
    assert explanation(line, ENGLISH) == told
    amounts = [(step.what, step.value) for step in line_steps(line, ENGLISH) if step.path == "monthly"]
    to_date = [("Q1 Monthly", Decimal(1_600)), ("Q2 Monthly", Decimal(2_600))]
    assert amounts == to_date


def _labels(term: Keys, path: str, starts: int = 1, **plan: Any) -> list[tuple[str, object]]:
    found = line_steps(settled(term, **plan), ENGLISH, starts)
    return [(step.what, step.value) for step in found if step.path == path]


def test_a_figure_is_under_the_name_of_its_own_months() -> None:
    """Not of those that are settled: what is counted to date, or of the year, is of other months."""
    new = {"amount": 100, "per": "stores.new", "each": "quarter", "cumulative": "yes"}
    months = {**PLAN["months"], "stores": {"new": {"mar": 1, "may": 1}}}
    assert _labels(new, "stores.new", stores={"opening": 10, "new": 2}, months=months) == [
        ("Stores opened", 2),
        ("Q1 Stores opened", 1),
        ("H1 Stores opened", 2),
        ("Jan–Sep Stores opened", 2),
    ]
    winter = {"rate": "1%", "in": ["nov..feb"]}
    plan = {"sales": "+10%", "last_year": {"sales": 900_000}, "months": {**PLAN["months"], "starts": 4}}
    assert _labels(winter, "sales", 4, **plan) == [("Sales", 990_000), ("Nov–Feb Sales", Decimal(376_200))]


def test_what_a_plan_has_none_of_is_no_part_of_a_stock() -> None:
    at_the_end = {"amount": 100, "per": "stores.closing", "each": "month", "in": ["feb..mar"]}
    on_average = {"amount": 100, "per": "stores.average", "in": ["jan..jul"]}
    stores = {"opening": 25, "new": 3, "closed": 0}
    months = {"stores": {"new": {"mar": 2, "nov": 1}}}
    steps = [
        (step.what, step.how)
        for term in (at_the_end, on_average)
        for step in line_steps(settled(term, stores=stores, months=months), ENGLISH)
        if step.path.startswith("stores")
    ]
    assert steps == [
        ("Stores at start", "25 stores at start"),
        ("Feb Stores at end", "25"),
        ("Stores opened", "3 new stores"),
        ("Q1 Stores opened", "3 × 2 ÷ 3"),
        ("Mar Stores at end", "25 + 2"),
        ("Stores at start", "25 stores at start"),
        ("Stores opened", "3 new stores"),
        ("Jan–Jul Average stores", "25 + 3 × 3 ÷ 7"),
    ]


def _beginning(*starts: int) -> list[Scenario]:
    plans = [{"months": {"sales": PLAN["months"]["sales"], "starts": at}} for at in starts]
    return [contract({}, plan, scenario=f"year {at}") for at, plan in enumerate(plans, start=1)]


def test_a_contract_year_that_is_no_calendar_year_is_told() -> None:
    january, april = _beginning(1, 4)
    assert named_with_start(january, ENGLISH) == "year 1"
    assert named_with_start(april, ENGLISH) == "year 2, year from Apr"
    assert named_with_start(april, TRADITIONAL) == "year 2（合約年度自 4 月起）"


def test_contracts_whose_years_begin_in_different_months_are_told_apart() -> None:
    assert [*starts_notes(_beginning(4, 4), ENGLISH)] == []
    assert [*starts_notes(_beginning(4, 1), ENGLISH, in_columns=True)] == [
        "The contract years do not begin in the same month: year 1 in Apr and year 2 in Jan.",
        "Columns have the months of year 1; other contracts are shown as far into their own year.",
    ]
    assert [*starts_notes(_beginning(4, 1), TRADITIONAL)] == [
        "各合約年度的起始月份不同：year 1 為 4 月、year 2 為 1 月。"
    ]
