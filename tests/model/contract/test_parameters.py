"""The parameters a term states, and the term with another one."""

from __future__ import annotations

from decimal import Decimal

from ka_terms.model.contract.terms.parameters import parameter_kind, parameters, with_parameter
from ka_terms.model.contract.terms.terms import RateTerm, Term
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.numbers.number import as_typed
from ka_terms.model.vocabulary.figures import figure_kind
from ka_terms.model.vocabulary.parameters import Parameter
from tests.contracts import FULL_PLAN, Keys, contract

TERMS: Keys = {
    "rebate": {"rate": "2%", "at_least": 5, "at_most": "3% of sales"},
    "fee": {"amount": 7, "per": ["stores.new", "promoters"], "free": {"stores.new": 1, "promoters": 2}},
    "growing": {"mode": "whole", "measure": "growth", "tiers": [{"from": "+5%", "rate": "1%"}]},
    "units": {"mode": "whole", "measure": "volume", "tiers": [{"over": 10, "amount": 3}]},
    "lots": {"rate": "0.3%", "per": "volume", "for_every": {"volume": 100}},
    "ruled": {
        "amount": 8,
        "only_if": [{"any": ["growth >= +5%", "hardware"]}, "returns <= 3% of sales", "vat >= 13%"],
        "unless": "stores.new >= 40",
    },
    "bonus": {
        "mode": "marginal",
        "tiers": [{"over": 10, "rate": "3%"}, {"over": 20, "rate": "4%"}],
        "at_most": 9,
    },
}
SCENARIO = contract(TERMS, {**FULL_PLAN, "facts": {"hardware": "yes"}})


def written(term: Term) -> dict[str, str]:
    return {str(parameter): f"{value:f}" for parameter, value in parameters(term)}


def test_every_number_of_a_term_has_a_path_and_a_kind() -> None:
    found = {
        parameter.path(key): (f"{value:f}", parameter_kind(parameter, term, figure_kind))
        for key, term in SCENARIO.terms.items()
        for parameter, value in parameters(term)
    }
    assert found == {
        "rebate.rate": ("0.02", "rate"),
        "rebate.at_least": ("5", "money"),
        "rebate.at_most": ("0.03", "rate"),
        "fee.amount": ("7", "money"),
        "fee.free.stores.new": ("1", "count"),
        "fee.free.promoters": ("2", "number"),
        "growing.tiers.1.from": ("1.05", "index"),
        "growing.tiers.1.rate": ("0.01", "rate"),
        "units.tiers.1.over": ("10", "number"),
        "units.tiers.1.amount": ("3", "money"),
        "lots.rate": ("0.003", "rate"),
        "lots.for_every.volume": ("100", "number"),
        "ruled.amount": ("8", "money"),
        "ruled.only_if.1": ("1.05", "index"),
        "ruled.only_if.3": ("0.03", "rate"),
        "ruled.only_if.4": ("0.13", "rate"),
        "ruled.unless.1": ("40", "count"),
        "bonus.at_most": ("9", "money"),
        "bonus.tiers.1.over": ("10", "money"),
        "bonus.tiers.1.rate": ("0.03", "rate"),
        "bonus.tiers.2.over": ("20", "money"),
        "bonus.tiers.2.rate": ("0.04", "rate"),
    }


def test_a_percentage_that_a_rule_is_held_against_is_one_whatever_its_figure_is() -> None:
    term = RateTerm.model_validate({"rate": "1%", "only_if": "facings >= 33%"})
    assert parameter_kind(Parameter("only_if", rule=1), term, figure_kind) == "rate"


def test_each_of_them_can_be_replaced_alone() -> None:
    for term in SCENARIO.terms.values():
        for parameter, _ in parameters(term):
            moved = with_parameter(term, parameter, Decimal("0.5"))
            assert type(moved) is type(term)
            assert written(moved) == {**written(term), str(parameter): "0.5"}


def test_growth_that_is_replaced_stays_growth() -> None:
    """So that a contract which is written out again says +50%, and a share of the target 150%."""
    for measure, written in (("growth", "+50%"), ("achievement", "150%")):
        tiers = [{"from": "+5%" if measure == "growth" else "105%", "rate": "1%"}]
        term = contract({"fee": {"mode": "whole", "measure": measure, "tiers": tiers}}, FULL_PLAN).terms[
            "fee"
        ]
        moved = with_parameter(term, Parameter("from", 1), Decimal("1.5"))
        assert isinstance(moved, TieredTerm)
        assert as_typed(moved.tiers[0].bound) == written
