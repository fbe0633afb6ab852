"""An answer with its contracts today and there."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from ka_terms.analysis.breakeven.condition import read_condition, read_rule
from ka_terms.analysis.breakeven.multiples import StatedValue
from ka_terms.analysis.breakeven.rounded_solutions import SolutionWithoutValue
from ka_terms.analysis.breakeven.solve import solve_and_assess
from ka_terms.calculation.statement import evaluate
from tests.contracts import contract

SCENARIO = contract({"fee": {"rate": "2%"}}, private={"margin": "30%"})


def test_the_contract_is_assessed_today_and_at_the_answer() -> None:
    condition = read_condition([SCENARIO], read_rule("fee_ratio <= 1%", [evaluate(SCENARIO)]), "fee")
    found = solve_and_assess(condition, internal=True)
    assert found.names == ("a contract",)
    assert [one.statement.fee_ratio for one in (*found.before, *found.after)] == [
        Decimal("0.02"),
        Decimal("0.01"),
    ]
    assert all(one.internal_view for one in (*found.before, *found.after))


def test_without_an_answer_there_is_nothing_to_state() -> None:
    condition = read_condition([SCENARIO], read_rule("sales <= 1", [evaluate(SCENARIO)]), "fee")
    found = solve_and_assess(condition)
    assert found.after == ()
    assert found.before[0].internal_view is None


def test_a_solution_without_a_value_ends_between_its_neighbours() -> None:
    below = StatedValue(Decimal(3), Decimal("0.1"))
    low, high = SolutionWithoutValue(Fraction(7, 2), Fraction(18, 5), below, None).ends()
    assert (low.at, low.rounded, low.metric, low.included) == (Fraction(7, 2), *below, False)
    assert (high.at, high.rounded, high.metric, high.outermost) == (Fraction(18, 5), None, None, False)
