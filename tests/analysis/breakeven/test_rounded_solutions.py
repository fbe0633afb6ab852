"""Where a metric meets or jumps over a limit: the multiples of the step on either side."""

from __future__ import annotations

import pytest

from tests.analysis.breakeven.test_solve import ask, lacking, rounded
from tests.contracts import Keys, contract, each


def opened(*steps: tuple[str, int, int]) -> Keys:
    """A fee by the number of new stores."""
    return {
        "mode": "whole",
        "measure": "stores.new",
        "tiers": [{kind: at, "amount": paid} for kind, at, paid in steps],
    }


@pytest.mark.parametrize(
    ("fee", "at", "below", "above"),
    [
        (opened(("from", 5, 100)), 5, (4, 0), (6, 100)),
        (opened(("from", 6, 100)), 6, (4, 0), (6, 100)),
        (opened(("over", 6, 100)), 6, (6, 0), (8, 100)),
        (opened(("from", 0, 100), ("from", 6, 10)), 6, (4, 100), (6, 10)),
        (opened(("from", 0, 100), ("over", 6, 10)), 6, (6, 100), (8, 10)),
    ],
)
def test_a_jump_lies_between_the_multiples_of_the_step_on_either_side(
    fee: Keys, at: int, below: tuple[int, int], above: tuple[int, int]
) -> None:
    scenario = contract({"fee": fee}, {"stores": {"opening": 5, "new": 3}})
    assert lacking(ask(scenario, "stores.new=0..20", "fee = 50", "2")) == [each(at, at, below, above)]


BOTH = {
    "from": {"mode": "whole", "tiers": [{"from": "1M", "amount": 100}]},
    "over": {"mode": "whole", "tiers": [{"over": "1M", "amount": 50}]},
}


@pytest.mark.parametrize(("span", "limit", "jump"), [("1M..2M", 120, (100, 150)), ("500k..1M", 50, (0, 100))])
def test_a_jump_at_an_end_of_the_range_is_told_as_far_as_the_range_goes(
    span: str, limit: int, jump: tuple[int, int]
) -> None:
    found = ask(contract(BOTH), f"sales={span}", f"total_fees = {limit}")
    assert [each(*one) for one in found.jumps] == [each(1_000_000, *jump)]


def test_a_place_between_two_multiples_is_missed_by_both() -> None:
    fee = contract({"fee": {"rate": "10%"}})
    assert lacking(ask(fee, "sales", "fee = 25,025", "500")) == [
        each(250_250, 250_250, (250_000, 25_000), (250_500, 25_050))
    ]


def test_a_multiple_that_rounding_takes_off_the_limit_is_missed_with_the_next_one() -> None:
    """0.5% of 100 won is half a won, which is paid as 1: twice that is 2."""
    halves = contract({"a": {"rate": "0.5%"}, "b": {"rate": "0.5%"}}, {"sales": 100}, currency="KRW")
    assert lacking(ask(halves, "sales=50..149", "total_fees = 1")) == [each(100, 100, (100, 2), (101, 2))]


def test_where_the_range_ends_there_is_no_neighbour() -> None:
    halves = contract({"a": {"rate": "0.5%"}, "b": {"rate": "0.5%"}}, {"sales": 100}, currency="KRW")
    assert lacking(ask(halves, "sales=50..100", "total_fees = 1")) == [each(100, 100, (100, 2), None)]


def test_of_the_values_on_either_side_that_add_up_the_nearest_answers() -> None:
    rates = {str(rate): {"rate": f"{rate}%"} for rate in (0.1, 0.05, 0.5, 2.5)}
    found = ask(contract(rates, {"sales": 2_274}, currency="KRW"), "sales=0..50000", "total_fees = 8")
    assert rounded(found) == [each(260, 260)]


def test_of_the_values_around_a_share_the_one_that_errs_least_answers_even_if_the_other_is_nearer() -> None:
    """28 won and 2% are 5% of 933.33: 47 won are 5.037% of 933 and 5.032% of 934."""
    scenario = contract({"lump": {"amount": 28}, "share": {"rate": "2%"}}, {"sales": 500}, currency="KRW")
    assert rounded(ask(scenario, "sales=1..5000", "fee_ratio = 5%")) == [each(934, 934)]
