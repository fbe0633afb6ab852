"""Every step that a person would name is in what remembers how an amount was made, in every shape of term."""

from __future__ import annotations

import pytest
from hypothesis import given

from ka_terms.calculation.costs import traced, traced_costs
from ka_terms.calculation.readings.traced import StepName
from ka_terms.model.vocabulary.parameters import CONDITIONS, OF_FIGURES
from tests.calculation.test_properties import contracts
from tests.contracts import FULL_PLAN, REBATE, Keys, contract

CALCULATED = [("calculated", 0, "")]
RATE = [("rate", 0, "")]


def _named(term: Keys, plan: Keys = FULL_PLAN) -> list[StepName]:
    formula = traced_costs(contract({"fee": term, "rebate": REBATE}, plan))["fee"]
    (cost,) = formula.args
    return [
        node.name
        for node in cost.walk(lambda node: () if node.is_step("rounded") else node.args)
        if node.name
    ]


def _steps(term: Keys, plan: Keys = FULL_PLAN) -> list[tuple[str, int, str]]:
    return [(name.kind, name.tier, name.figure) for name in _named(term, plan) if name.kind != "rounded"]


def _tiers(*tiers: Keys, mode: str = "marginal", **more: object) -> Keys:
    return {"mode": mode, "tiers": list(tiers), **more}


@pytest.mark.parametrize(
    ("term", "steps"),
    [
        ({"rate": "2%"}, [*RATE, *CALCULATED]),
        ({"rate": "2%", "less": ["rebate"]}, [*RATE, ("base", 0, ""), *CALCULATED]),
        ({"amount": 5}, [("amount", 0, "")]),
        ({"amount": 5, "per": "stores.new"}, [("amount", 0, ""), *CALCULATED]),
        (
            {"amount": 5, "per": ["stores.new", "skus.total"], "free": {"skus.total": 30}},
            [("amount", 0, ""), ("free", 0, "skus.total"), ("charged", 0, "skus.total"), *CALCULATED],
        ),
        ({"rate": "1%", "per": ["stores.new"]}, [*RATE, *CALCULATED]),
        (
            {"amount": 5, "per": ["volume"], "free": {"volume": 9}, "for_every": {"volume": 100}},
            [
                ("amount", 0, ""),
                ("free", 0, "volume"),
                ("for_every", 0, "volume"),
                ("charged", 0, "volume"),
                *CALCULATED,
            ],
        ),
        (
            {"mode": "marginal", "measure": "volume", "per": ["volume"], "tiers": [{"over": 9, "amount": 1}]},
            [
                ("amount", 1, ""),
                ("over", 1, "volume"),
                ("band", 1, "volume"),
                ("pays", 1, ""),
                ("sum", 0, ""),
            ],
        ),
        (
            {"amount": 5, "only_if": ["growth >= +5%", {"any": ["returns <= 3% of sales", "sales > 5"]}]},
            [
                ("only_if", 1, "growth"),
                ("bound", 1, "sales"),
                ("holds", 1, "sales"),
                ("only_if", 2, "sales"),
                ("bound", 2, "returns"),
                ("holds", 2, "returns"),
                ("amount", 0, ""),
                ("only_if", 3, "sales"),
                ("holds", 3, "sales"),
                ("due", 0, ""),
            ],
        ),
        ({"amount": 5, "at_least": 9}, [("amount", 0, ""), ("at_least", 0, ""), ("larger", 0, "")]),
        (
            {"rate": "2%", "at_least": 9, "at_most": "8% of net_sales"},
            [
                *RATE,
                *CALCULATED,
                ("at_least", 0, ""),
                ("larger", 0, ""),
                ("at_most", 0, "net_sales"),
                ("at_most", 0, ""),
                ("smaller", 0, ""),
            ],
        ),
        (
            _tiers({"from": "9M", "rate": "1%"}, {"over": "11M", "amount": 7}, mode="whole"),
            [
                ("over", 2, "sales"),
                ("reached", 2, "sales"),
                ("amount", 2, ""),
                ("pays", 2, ""),
                ("from", 1, "sales"),
                ("reached", 1, "sales"),
                ("rate", 1, ""),
                ("pays", 1, ""),
                ("no_tier", 0, ""),
            ],
        ),
        (
            _tiers({"from": "+10%", "rate": "1%"}, mode="whole", measure="growth", less=["rebate"]),
            [
                ("from", 1, "growth"),
                ("bound", 1, "sales"),
                ("reached", 1, "sales"),
                ("rate", 1, ""),
                ("base", 0, ""),
                ("pays", 1, ""),
                ("no_tier", 0, ""),
            ],
        ),
        (
            _tiers({"from": "5M", "rate": "1%"}, {"from": "6M", "amount": 7}),
            [
                ("rate", 1, ""),
                ("from", 2, "sales"),
                ("from", 1, "sales"),
                ("band", 1, "sales"),
                ("pays", 1, ""),
                ("reached", 2, "sales"),
                ("amount", 2, ""),
                ("pays", 2, ""),
                ("sum", 0, ""),
            ],
        ),
        (
            _tiers({"over": 5, "rate": "1%"}, measure="stores.closing", of="net_sales"),
            [
                ("rate", 1, ""),
                ("over", 1, "stores.closing"),
                ("band", 1, "stores.closing"),
                ("pays", 1, ""),
                ("sum", 0, ""),
                ("proportional", 0, ""),
                ("sum", 0, ""),
            ],
        ),
        (
            _tiers({"from": "5M", "amount": 7}, of="net_sales"),
            [
                ("from", 1, "sales"),
                ("reached", 1, "sales"),
                ("amount", 1, ""),
                ("pays", 1, ""),
                ("sum", 0, ""),
            ],
        ),
    ],
)
def test_every_shape_of_term_names_its_steps(term: Keys, steps: list[tuple[str, int, str]]) -> None:
    assert _steps(term) == steps


@pytest.mark.parametrize("mode", ["whole", "marginal"])
def test_the_payment_of_a_tier_knows_whether_the_tier_is_reached(mode: str) -> None:
    term = _tiers(
        {"from": "10,050,000", "rate": "1%"},
        {"over": "11M", "rate": "2%"},
        {"over": "12M", "amount": 3},
        mode=mode,
    )
    pays = {name.tier: name.reached for name in _named(term) if name.kind == "pays"}
    assert pays == {1: True, 2: False, 3: False}
    conditions = {name.tier: name.reached for name in _named(term) if name.kind == "reached"}
    assert conditions.items() <= pays.items()


def test_a_rule_knows_whether_it_holds() -> None:
    names = _named({"amount": 5, "only_if": ["sales >= 5", "sales < 5", "growth >= +1%"]})
    assert {name.tier: name.reached for name in names if name.kind == "holds"} == {1: True, 2: False, 3: True}


@pytest.mark.parametrize("measure", ["sales", "growth"])
def test_a_rate_on_the_increment_is_paid_on_the_bands_themselves(measure: str) -> None:
    bound = "1M" if measure == "sales" else "+10%"
    term = _tiers({"from": bound, "rate": "1%"}, of="increment", measure=measure)
    assert "proportional" not in [name.kind for name in _named(term)]


@given(contracts())
def test_a_step_is_a_number_of_the_kind_of_its_figure(given_: tuple[dict[str, Keys], Keys]) -> None:
    """What counts stores is told in stores, what bounds sales in money: also the figures themselves."""
    scenario = contract(*given_)
    figures = {*scenario.plan.keys_given()}
    for formula in traced_costs(scenario).values():
        for node in formula.walk():
            if node.name and not node.path:
                figure = node.name.figure
                assert node.kind == (scenario.plan.kind(figure) if figure else "money")
            elif node.path in figures:
                assert node.kind == scenario.plan.kind(node.path)


@given(contracts())
def test_every_number_that_a_term_states_has_its_name_and_its_path(
    given_: tuple[dict[str, Keys], Keys],
) -> None:
    scenario = contract(*given_)
    for key, formula in traced_costs(scenario).items():
        for node in formula.walk():
            if node.path.startswith(f"{key}."):
                assert node.name is not None
                kind, position, figure, *_ = node.name
                rule = position if kind in CONDITIONS else 0
                last = figure if kind in OF_FIGURES else rule or kind
                assert node.path.endswith(f".{last}")
                assert (f".tiers.{position}." in node.path) is (bool(position) and not rule)


@given(contracts())
def test_an_amount_is_a_named_step_or_a_choice_among_named_steps(
    given_: tuple[dict[str, Keys], Keys],
) -> None:
    settled = traced(contract(*given_)).settled.values()
    for formula in (formula for of_term in settled for formula in of_term.amounts):
        # What is cumulative is the amount due to date less what was settled before.
        due = formula.args[0] if formula.op == "-" else formula
        (cost,) = due.args
        assert due.is_step("rounded")
        assert cost.name is not None or all(node.name is not None for node in cost.explained_operands())
