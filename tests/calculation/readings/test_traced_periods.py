"""What numbers remember of months, settlements and groups."""

from __future__ import annotations

from decimal import Decimal

from ka_terms.calculation.costs import cost_contract, traced
from ka_terms.calculation.readings.exact import Exact, exactly
from ka_terms.calculation.readings.fractions import Fractions
from ka_terms.calculation.readings.traced import Traced, Tracing
from ka_terms.calculation.settlements import to_date
from ka_terms.calculation.statement import evaluate
from ka_terms.model.numbers.month import YEAR
from tests.contracts import contract

MONTHS = {"sales": ["10%", "30%", *["6%"] * 10]}


def test_a_settlement_remembers_its_months_and_a_sum_of_them_its_name() -> None:
    made = traced(contract({"fee": {"rate": "1%", "each": "quarter"}}, {"sales": 1000, "months": MONTHS}))
    total = made.amounts["fee"]
    assert (total.op, total.path, total.name and total.name.kind) == ("settlements", "fee", "settlements")
    assert [arg.months for arg in total.args] == [(1, 2, 3), (4, 5, 6), (7, 8, 9), (10, 11, 12)]
    (sales,) = [node for node in total.args[0].walk() if node.path == "sales" and node.months == (1, 2, 3)]
    assert (str(sales.op), sales.value, str(sales.kind)) == ("derived", Decimal(460), "money")


def test_what_is_remembered_to_date_is_what_is_due_to_date() -> None:
    scenario = contract({"fee": {"rate": "1%", "at_least": 2}}, {"sales": 1000, "months": MONTHS})
    remembered = traced(scenario, to_date).settled["fee"]
    assert (remembered.months, remembered.counted[2]) == (tuple((at,) for at in YEAR), (1, 2, 3))
    with exactly():
        exact = cost_contract(scenario, Exact(), to_date).settled["fee"]
    assert [each.value for each in remembered.amounts] == [*exact.amounts]
    assert [str(each) for each in exact.amounts[:3]] == ["2.00", "2.00", "0.60"]


def test_a_rebate_on_what_is_left_remembers_the_amounts_of_its_months() -> None:
    terms = {
        "first": {"rate": "1%", "each": "month"},
        "second": {"rate": "1%", "less": ["first"], "each": "quarter"},
    }
    made = traced(contract(terms, {"sales": 1000, "months": MONTHS}))
    sums = [
        node for node in made.amounts["second"].walk() if node.op == "settlements" and node.path == "first"
    ]
    assert next((node.months, node.value) for node in sums) == ((1, 2, 3), Decimal("4.6"))


def test_the_steps_of_a_group_have_names() -> None:
    group = {"cap": {"terms": ["a", "b"], "at_most": 5}}
    terms = {key: {"amount": 4} for key in "ab"}
    made = traced(contract(terms, together=group))
    names = [node.name.kind for node in made.amounts["cap"].walk() if node.name]
    assert [name for name in names if name in ("members", "correction")] == ["members", "correction"]
    assert made.amounts["cap"].value == -3


def test_whole_lots_of_nothing_are_none_in_every_reading() -> None:
    for one, other, lots in ((7, 2, 3), (7, 0, 0), (0, 2, 0)):
        exact = Exact().whole_quotient(Decimal(one), Decimal(other))
        remembered = Tracing().whole_quotient(*(Traced("constant", Decimal(each)) for each in (one, other)))
        assert exact == remembered.value == lots
        assert (
            Fractions({}).whole_quotient(*map(Fractions({}).constant, (Decimal(one), Decimal(other)))) == lots
        )
        assert (remembered.op, len(remembered.args)) == ("//", 2)


def test_a_statement_has_the_share_of_every_line_and_its_growth() -> None:
    statement = evaluate(contract({"fee": {"amount": 50}}, {"sales": 1000, "last_year": {"sales": 500}}))
    assert statement.lines[0].ratio == Decimal("0.05")
    assert statement.lines[0].settlements == ()
    assert statement.growth
    assert statement.growth.total == 2
    assert statement.costed.settled["fee"].amounts == (Decimal(50),)
