"""Contracts made ready for inputs that move: which inputs can, how far they go, and what of a trace they are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ka_terms.analysis.comparison import compare
from ka_terms.analysis.sliders import MOST, IdleInput, Movable, leaves, movable, traced_difference
from ka_terms.model.contract.scenario import Scenario
from tests.contracts import case, contract

RATE = {"fee": {"rate": "1%"}}


def ends(made: Movable, at: int = 0) -> list[Decimal]:
    return [*made.sliders[at].axis.ends()]


def test_without_a_wish_sales_move_by_three_tenths() -> None:
    made = movable([contract(RATE)], [])
    assert ends(made) == [700_000, 1_300_000]
    assert made.sliders[0].name == "sales"
    assert made.comparison is None
    assert made.sliders[0].leaf in leaves(made)


def test_around_a_plan_without_sales_there_is_no_usual_range() -> None:
    with pytest.raises(ValueError, match=r"write --slider sales=LOW\.\.HIGH"):
        movable([contract(RATE, {"sales": 0})], [])


def test_a_value_is_as_fine_as_a_contract_may_state_it() -> None:
    """Whole numbers of stores, and of the rest eight decimals, those of a share as a fraction."""
    terms = {"fee": {"rate": "1%"}, "opening": {"amount": 100, "per": "stores.new"}}
    stores = {"sales": 1_000_000, "stores": {"opening": 3, "new": 2}}
    made = movable([contract(terms, stores)], [("sales", ""), ("fee", "1%..2%"), ("stores.new", "1..9")])
    assert [slider.finest for slider in made.sliders] == [8, 8, 0]


def test_the_usual_range_stops_where_a_contract_does() -> None:
    """The drinks alone are 900,000."""
    plan = {"sales": 1_000_000, "categories": {"drinks": {"sales": 900_000}}}
    made = movable([contract({"fee": {"rate": "1%", "of": "categories.other.sales"}}, plan)], [])
    assert ends(made)[0] == 900_000


@pytest.mark.parametrize(
    ("text", "found", "step"),
    [
        ("8M..12M", [8_000_000, 12_000_000], 25_000),
        ("12M..8M", [8_000_000, 12_000_000], 25_000),
        ("8M..12M..250k", [8_000_000, 12_000_000], 250_000),
        ("12M..8M..250k", [8_000_000, 12_000_000], 250_000),
        ("8M..12M/5", [8_000_000, 12_000_000], 1_000_000),
    ],
)
def test_a_range_is_read_as_that_of_a_sweep(text: str, found: list[int], step: int) -> None:
    made = movable([case("2003 agreed")], [("sales", text)])
    assert ends(made) == found
    axis = made.sliders[0].axis
    assert axis.value(1) - axis.value(0) == step


def test_contracts_keep_their_plans_and_inputs_of_their_own() -> None:
    """A rate in one contract and an amount in the other are two inputs."""
    one, other = contract(RATE), contract({"fee": {"amount": 500}}, scenario="other")
    made = movable([one, other], [("fee", "1%..3%"), ("sales", "")])
    fee, sales = made.sliders
    assert [input and input.path for input in fee.inputs] == ["fee.rate", None]
    assert [input and input.path for input in sales.inputs] == ["sales", "sales"]
    assert made.comparison is not None
    assert [statement.total_fees for statement in made.statements] == [10_000, 500]


def test_a_contract_without_the_input_stays_as_it_is() -> None:
    one, other = contract(RATE), contract({"lump": {"amount": 500}}, scenario="other")
    made = movable([one, other], [("fee.rate", "1%..3%")])
    assert made.sliders[0].inputs[1] is None
    assert made.statements[1].scenario.terms == other.terms


def test_a_planned_value_of_more_decimals_is_rounded_to_what_a_contract_states() -> None:
    plan = {"sales": "volume x price", "volume": "3.333333", "figures": {"price": "1.333333"}}
    made = movable([contract(RATE, plan)], [("sales", "1..9")])
    assert made.statements[0].sales == Decimal("4.44")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ([("sales", "5M")], "the least and the most value"),
        ([("sales", "5M..5M")], "two different ends"),
        ([("hardware", "")], "a fact is yes or no"),
        ([("nothing", "1..2")], "nothing"),
        ([("sales", "1M..2M..3")], ""),
        ([("stores.opening", "0..9")] * (MOST + 1), f"at most {MOST} sliders"),
    ],
)
def test_what_does_not_move_is_refused(asked: list[tuple[str, str]], told: str) -> None:
    plan = {"facts": {"hardware": True}, "stores": {"opening": 5}}
    scenario = contract({"fee": {"rate": "1%", "only_if": "hardware"}}, plan)
    if not told:
        assert movable([scenario], asked).sliders
        return
    with pytest.raises(ValueError, match=told):
        movable([scenario], asked)


def test_an_input_that_no_fee_needs_is_refused_with_those_that_one_does() -> None:
    scenario = contract(RATE, {"stores": {"opening": 5}})
    with pytest.raises(IdleInput) as refused:
        movable([scenario], [("stores.opening", "1..9")])
    (fault,) = refused.value.faults
    assert "sales" in fault.mend
    assert "fee.rate" in fault.mend


def test_an_amount_that_is_not_owed_counts_for_nothing_in_an_effect() -> None:
    terms = {"fee": {"rate": "1%"}, "fund": {"rate": "2%", "owed": False}}

    def new(owed: bool) -> Scenario:
        fund = {"rate": "3%", **({} if owed else {"owed": False})}
        return contract({**terms, "fund": fund}, scenario="new")

    comparison = compare([contract(terms), new(owed=True)])
    found = traced_difference(comparison, comparison.versus[0], "fund")
    assert (found.old, found.between, found.is_known) == (None, None, True)
    assert found.new is not None
    assert found.new.value == 30_000
    back = compare([new(owed=True), contract(terms)])
    found = traced_difference(back, back.versus[0], "fund")
    assert found.new is None
    assert found.old is not None
    usual = traced_difference(comparison, comparison.versus[0], "fee")
    assert all(number is not None for number in usual[:3])
