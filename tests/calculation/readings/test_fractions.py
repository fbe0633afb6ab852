"""Fractions: exact where no decimal is, and rounded as every amount."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from ka_terms.calculation.costs import costs, exact_costs
from ka_terms.calculation.readings.exact import exactly, round_half_up
from ka_terms.calculation.readings.fractions import Fractions, round_fraction
from tests.contracts import FULL_PLAN, contract

UNITS = st.sampled_from([Decimal(1), Decimal("0.01"), Decimal("0.001")])


@given(st.decimals(-(10**12), 10**12, places=5), UNITS)
def test_a_fraction_rounds_as_every_amount_does(amount: Decimal, unit: Decimal) -> None:
    with exactly():
        expected = round_half_up(amount, unit)
    assert round_fraction(Fraction(amount), unit) == expected
    assert round_fraction(Fraction(amount), unit).as_tuple().exponent == unit.as_tuple().exponent


def test_a_third_is_a_third() -> None:
    assert round_fraction(Fraction(1, 3), Decimal("0.01")) == Decimal("0.33")
    assert round_fraction(Fraction(-1, 200), Decimal("0.01")) == Decimal("-0.01")
    for nothing in (Fraction(0), Fraction(-1, 201), Fraction(1, 201)):
        assert str(round_fraction(nothing, Decimal("0.01"))) == "0.00"


def test_the_reading_says_what_the_statement_says() -> None:
    tiers = [{"from": 0, "rate": "1%"}, {"over": "5M", "rate": "2%"}, {"from": "8M", "amount": "7,000"}]
    scenario = contract(
        {
            "bands": {"mode": "marginal", "measure": "sales_incl_tax", "less": ["flat"], "tiers": tiers},
            "whole": {"mode": "whole", "at_least": "1% of sales", "at_most": "3% of target", "tiers": tiers},
            "flat": {"amount": "3,333.33", "per": ["stores.average"], "free": {"stores.average": 3}},
        },
        FULL_PLAN,
    )
    assert costs(scenario, Fractions({})) == exact_costs(scenario)


def test_another_number_stands_where_it_is_told_to() -> None:
    scenario = contract({"fee": {"rate": "3%", "of": "sales_incl_tax"}}, {"vat": "13%"})
    found = costs(scenario, Fractions({"sales": Fraction(15_000_000 * 100, 113)}))
    assert found == {"fee": 450_000}
    grown = contract({"fee": {"rate": "3%"}}, {"sales": "+10%", "last_year": {"sales": "1M"}})
    assert costs(grown, Fractions({"sales": Fraction(100)})) == {"fee": 3}


def test_a_division_by_zero_is_zero_and_a_choice_has_two_sides() -> None:
    reading = Fractions({})
    assert (reading.divide(Fraction(3), Fraction(0)), reading.divide(Fraction(3), Fraction(2))) == (
        Fraction(0),
        Fraction(3, 2),
    )
    assert [reading.where(holds, Fraction(1), Fraction(2)) for holds in (True, False)] == [1, 2]
