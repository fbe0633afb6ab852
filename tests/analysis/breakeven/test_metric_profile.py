"""What a condition looks at as the number moves: of one contract, and of two the difference."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from ka_terms.analysis.breakeven.condition import read_condition, same_cost
from ka_terms.analysis.breakeven.metric_profile import MetricProfile, metric_profile
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from tests.analysis.breakeven.test_solve import ask, tiers
from tests.contracts import contract, each

D, F = Decimal, Fraction
SHARE = {"fee": {"rate": "2%"}}
WHOLE = {"fee": tiers(("from", "1M", "1%"))}


def along(one: Scenario, other: Scenario, metric: str) -> MetricProfile:
    rule = same_cost(metric, [evaluate(one), evaluate(other)])
    return metric_profile(read_condition([one, other], rule, "sales"))


def test_of_two_contracts_it_is_the_first_less_the_second() -> None:
    found = along(contract(SHARE), contract(WHOLE), "fee")
    for sales, apart in ((500_000, 10_000), (1_000_000, 10_000), (2_000_000, 20_000)):
        place = F(sales)
        assert each(found.at(place), found.stated(D(sales)), found.rounded_at(place, 0)) == (apart,) * 3
    assert each(found.rounded_at(F(1_000_000), -1), found.rounded_at(F(1_000_000), 1)) == each(20_000, 10_000)
    # Just short of the bound the second one costs nothing, and the first one 20,000.
    back = along(contract(WHOLE), contract(SHARE), "fee")
    assert each(back.rounded_at(F(1_000_000), -1), back.rounded_at(F(1_000_000), 1)) == each(-20_000, -10_000)


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_contracts_it_is_not_available_where_one_is_not(turned: bool) -> None:
    some, none = contract(SHARE, {"stores": {"opening": 4}}), contract(SHARE, {"stores": {"opening": 0}})
    found = along(none, some, "vpo") if turned else along(some, none, "vpo")
    assert (found.at(F(5)), found.stated(D(5)), found.rounded_at(F(5), 0)) == (None, None, None)


def test_just_beside_a_bound_is_told_as_the_bound_itself_where_that_is_a_decimal() -> None:
    found = ask(contract(WHOLE), "sales", "net_net_sales = 995,000")
    assert [each(*jump) for jump in found.jumps] == [each(1_000_000, 1_000_000, 990_000)]


def test_just_beside_a_bound_that_is_no_decimal_is_told_as_nearly_as_can_be() -> None:
    """1,000,000 with tax are 884,955.75... without it."""
    fee = {"mode": "whole", "measure": "sales_incl_tax", "tiers": [{"from": "1M", "amount": "10k"}]}
    (jump,) = ask(contract({"fee": fee}, {"vat": "13%"}), "sales", "net_net_sales = 880,000").jumps
    place = F(100_000_000, 113)
    assert jump.at == place
    assert abs(jump.before - place) < F(1, 10**20)
    assert abs(jump.behind - (place - 10_000)) < F(1, 10**20)
