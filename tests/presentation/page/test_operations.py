"""The operations of a page come to the statement of the moved contract, to the cent."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.inputs import inputs
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.sliders import Movable, movable
from ka_terms.calculation.costs import exact_costs
from ka_terms.model.contract.scenario import Scenario
from ka_terms.presentation.page.operations import Operations
from ka_terms.reading.scenario import load
from tests.calculation.test_properties import contracts, grouped
from tests.contracts import CASE, Keys, case, contract
from tests.examples import examples
from tests.presentation.page.interpreter import evaluated

CLAUSES = sorted((Path(__file__).parents[2] / "cases" / "clauses").glob("*.yaml"))
_SHARES = (Decimal(0), Decimal("0.17"), Decimal("0.5"), Decimal("0.93"), Decimal(1))


def costs(made: Movable, values: dict[int, Decimal], contract_at: int = 0) -> dict[str, Fraction | None]:
    """The amounts of a contract as the operations have them."""
    statement = made.statements[contract_at]
    operations = Operations({slider.leaf: at for at, slider in enumerate(made.sliders)})
    digits = -statement.scenario.unit.adjusted()
    places = {key: operations.of(amount, digits) for key, amount in statement.traced.amounts.items()}
    found = evaluated(operations.entries, values)
    return {key: found[place] for key, place in places.items()}


def expected(scenario: Scenario, values: dict[str, Decimal]) -> dict[str, Fraction]:
    return {key: Fraction(amount) for key, amount in exact_costs(moved(scenario, values)).items()}


def value_at(made: Movable, at: int, share: Decimal) -> Decimal:
    """A value of a slider, by how far it is on its way."""
    axis = made.sliders[at].axis
    return axis.value(int(share * (axis.count - 1)))


def hold(scenario: Scenario, asked: list[tuple[str, str]], shares: list[Decimal]) -> None:
    made = movable([scenario], asked)
    values = {at: value_at(made, at, share) for at, share in enumerate(shares)}
    by_path = {made.sliders[at].input.path: value for at, value in values.items()}
    assert costs(made, values) == expected(scenario, by_path)


def ends(input: Input) -> str:
    """A range around an input that people may ask for."""
    low, high = (input.value * factor for factor in (Decimal("0.6"), Decimal("1.5")))
    digits = {"count": Decimal(1), "rate": Decimal("0.0001"), "index": Decimal("0.0001")}
    unit = digits.get(input.kind, Decimal("0.01"))
    low, high = (value.quantize(unit) for value in (low, high))
    return f"{input.written(low)}..{input.written(high)}"


@given(contracts(), st.data())
@examples(60)
def test_drawn_contracts_at_drawn_values(given_: tuple[dict[str, Keys], Keys], data: st.DataObject) -> None:
    scenario = contract(*given_)
    known = {input.path: input for input in inputs(scenario).values() if not input.is_fact and input.value}
    assume(known)
    paths = data.draw(st.lists(st.sampled_from(sorted(known)), min_size=1, max_size=2, unique=True))
    shares = [data.draw(st.sampled_from(_SHARES)) for _ in paths]
    try:
        made = movable([scenario], [(path, ends(known[path])) for path in paths])
    except ValueError:  # such as tiers that do not rise, or an input that no fee needs
        assume(False)
    values = {at: value_at(made, at, share) for at, share in enumerate(shares)}
    try:
        wanted = expected(scenario, {made.sliders[at].input.path: value for at, value in values.items()})
    except ValueError:
        assume(False)
    assert costs(made, values) == wanted


@given(grouped(), st.sampled_from(_SHARES))
@examples(25)
def test_groups_too(scenario: Scenario, share: Decimal) -> None:
    try:
        made = movable([scenario], [])
    except ValueError:  # sales of nothing
        assume(False)
    value = value_at(made, 0, share)
    assert costs(made, {0: value}) == expected(scenario, {"sales": value})


@given(contracts())
@examples(25)
def test_nothing_moved_is_the_plan(given_: tuple[dict[str, Keys], Keys]) -> None:
    scenario = contract(*given_)
    try:
        made = movable([scenario], [])
    except ValueError:
        assume(False)
    assert costs(made, {}) == {key: Fraction(amount) for key, amount in exact_costs(scenario).items()}


@pytest.mark.parametrize("file", CLAUSES, ids=lambda file: file.stem)
def test_real_clauses(file: Path) -> None:
    scenario = load(file).scenario
    for share in _SHARES:
        hold(scenario, [], [share])


@pytest.mark.parametrize("name", CASE)
@pytest.mark.parametrize(
    "asked",
    [
        [("sales", "3M..12M")],
        [("growth", "+0%..+200%..10%")],
        [("stores.new", "0..20"), ("sales", "3M..12M/37")],
        [("monthly_rebate", "1%..5%")],
        [("annual_rebate.tiers.1.from", "3M..4.1M")],
    ],
)
def test_the_case(name: str, asked: list[tuple[str, str]]) -> None:
    scenario = case(name)
    if asked[0][0] == "growth" and name.startswith("2002"):
        return
    for share in _SHARES:
        hold(scenario, asked, [share] * len(asked))


def test_half_a_cent_is_rounded_up() -> None:
    scenario = contract({"fee": {"rate": "0.5%"}}, {"sales": 3})
    made = movable([scenario], [("sales", "1..9..1")])
    assert [costs(made, {0: Decimal(sales)})["fee"] for sales in (1, 3, 5)] == [
        Fraction(1, 100),
        Fraction(2, 100),
        Fraction(3, 100),
    ]


def test_a_contract_that_rounds_to_tens_does_so_here() -> None:
    scenario = contract({"fee": {"rate": "1%"}}, {"sales": 1500}, rounding=10)
    made = movable([scenario], [("sales", "1000..2000..1")])
    assert [costs(made, {0: Decimal(sales)})["fee"] for sales in (1400, 1500)] == [10, 20]
