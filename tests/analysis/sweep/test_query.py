"""What a sweep is asked in words, held against the contracts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ka_terms.analysis.sweep.query import SweepQuestion, read_grid, read_metrics, read_query, read_rules
from ka_terms.calculation.readings.reading import Uncomputable
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.settings.catalogue import Catalogue, FeeType
from ka_terms.model.vocabulary.metrics import figure_metric
from tests.contracts import FULL_PLAN, REBATE, contract
from tests.metrics import named


def other_name(name: str) -> str:
    return {"年返": "annual"}.get(name, name)


ANNUAL: Scenario = contract({"annual": REBATE}, FULL_PLAN)
FEE = contract({"fee": {"amount": 5}})


def test_values_by_path_make_a_grid_in_their_order() -> None:
    grid = read_grid([ANNUAL], {"sales": "1M,2M", "annual": "1%..2%..0.5%"}, zipped=False)
    assert grid.shape == (2, 3)
    assert [axis.input.path for axis in grid.axes] == ["sales", "annual.rate"]
    assert read_grid([ANNUAL], [("sales", "1M,2M"), ("annual", "1%,2%")], zipped=True).shape == (2,)


def test_every_contract_has_to_have_the_input_and_the_currency() -> None:
    with pytest.raises(ValueError, match="Found 'annual'"):
        read_grid([ANNUAL, FEE], {"annual": "1%"}, zipped=False)
    with pytest.raises(
        ValueError,
        match=r"Found contracts in different currencies: .+ \(CNY\), .+ \(JPY\). Expected contracts in one currency",
    ):
        read_grid([ANNUAL, contract(currency="JPY")], {"sales": "1M"}, zipped=False)


def test_metrics_are_totals_terms_of_any_contract_and_figures_of_any_plan() -> None:
    names = ["fee_ratio", "年返", "fee", "stores.closing", "fee_ratio", "promoters"]
    found = read_metrics(names, [ANNUAL, FEE], other_name)
    own = (*named("fee_ratio", "annual", "fee", "stores.closing"), figure_metric("promoters"))
    assert found == own
    with pytest.raises(ValueError, match="write fee_ratio if that is meant"):
        read_metrics(["fee_rato"], [FEE], other_name)
    with pytest.raises(ValueError, match="write one of these: total_fees"):
        read_metrics(["stores.closing"], [FEE], other_name)


def test_rules_are_aimed_at_the_contracts() -> None:
    assert [str(rule) for rule in read_rules(["年返 <= 2%"], [ANNUAL], other_name)] == ["annual <= 2%"]
    assert read_rules([], [ANNUAL], other_name) == ()
    with pytest.raises(ValueError, match="a total, or a term of one of the contracts"):
        read_rules(["annual < 5"], [FEE], other_name)


PRIVATE = contract({"annual": REBATE}, FULL_PLAN, private={"margin": "30%"})


def test_what_is_private_may_be_asked_for_only_within_the_house() -> None:
    assert read_metrics(["contribution"], [PRIVATE], str, internal=True) == named("private.contribution")
    assert [str(rule) for rule in read_rules(["contribution > 5"], [PRIVATE], str, internal=True)]
    with pytest.raises(ValueError, match="add --internal to use private data"):
        read_metrics(["contribution"], [PRIVATE], str)
    with pytest.raises(ValueError, match="add --internal to use private data"):
        read_rules(["contribution > 5"], [PRIVATE], str)


def test_without_rules_no_contract_is_costed() -> None:
    beyond = contract(
        {"fee": {"amount": "900,000,000,000,000", "per": "stores.new"}},
        {"stores": {"opening": 0, "new": 9999}},
    )
    with pytest.raises(Uncomputable):
        read_rules(["fee > 5"], [beyond], str)
    assert read_rules([], [beyond], str) == ()


def test_the_values_of_an_axis_are_read_in_the_currency_of_the_contracts() -> None:
    """1.500 is one and a half dinar, and asked about where there are no thousandths."""
    (axis,) = read_grid([contract(currency="KWD")], {"sales": "1.500,2.500"}, zipped=False).axes
    assert [axis.value(at) for at in (0, 1)] == [Decimal("1.5"), Decimal("2.5")]
    with pytest.raises(ValueError, match=r"write 1500 or 1\.5"):
        read_grid([contract()], {"sales": "1.500,2.500"}, zipped=False)


@pytest.mark.parametrize(
    ("question", "argument"),
    [
        (SweepQuestion({"fee": "1,2", "nothing": "1,2"}, ["fee"]), "vary"),
        (SweepQuestion({"fee": "1,2"}, ["nothing"]), "metrics"),
        (SweepQuestion({"fee": "1,2"}, ["fee"], ["fee"]), "where"),
    ],
)
def test_a_fault_is_noted_with_the_argument_that_it_is_about(question: SweepQuestion, argument: str) -> None:
    with pytest.raises(ValueError, match="Found") as refusal:
        read_query([FEE], question, Catalogue())
    assert refusal.value.__notes__ == [argument]


def test_a_question_is_read_whole() -> None:
    asked = SweepQuestion([("fee", "1,2"), ("sales", "1M,2M")], ["fee"], ["fee > 1"], zipped=True)
    query = read_query([FEE], asked, Catalogue())
    assert (query.grid.size, query.metrics) == (2, named("fee"))
    assert [str(rule) for rule in query.rules] == ["fee > 1"]


def test_an_input_may_go_by_another_name_of_its_fee() -> None:
    catalogue = Catalogue({"annual": FeeType("annual", {"en": "Annual"}, aliases=("年返",))})
    contracts = [contract({"annual": {"rate": "1%"}})]
    grid = read_grid(contracts, {"年返": "1%,2%"}, zipped=False, catalogue=catalogue)
    assert [axis.input.path for axis in grid.axes] == ["annual.rate"]
