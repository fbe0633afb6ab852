"""The page before a meeting: the figures of the worked case, and what holds of any."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ka_terms.analysis.approval.approval import Contracts
from ka_terms.analysis.brief.brief import MOST_STEPS, Brief, brief
from ka_terms.analysis.brief.moves import Moves
from ka_terms.analysis.offers.offers import read_varied
from ka_terms.model.contract.private import Private
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.reading.scenario import load
from ka_terms.reading.settings import read_catalogue
from tests.contracts import case, contract

SHIPPED = read_catalogue(None)
SCENARIOS = Path(__file__).parents[3] / "scenarios"
TARGET, LAST, ASK, PROPOSAL = (
    load(SCENARIOS / f"{name}.yaml").scenario for name in ("finance", "2002", "2003-ask", "2003-proposal")
)
ALL = Contracts(TARGET, LAST, ASK, PROPOSAL)


@pytest.fixture(name="page", scope="module")
def _page() -> Brief:
    axes = read_varied(["events.dm=2..6..1", "monthly_rebate=1.5%..4%..0.1%"], TARGET, SHIPPED)
    return brief(ALL, SHIPPED, axes=axes)


@pytest.mark.parametrize(
    ("role", "fees", "ratio", "contribution", "low_fees", "low_ratio"),
    [
        ("request", 2_469_250, "24.6", 746_750, 2_210_480, "30.5"),
        ("walk_away", 1_809_000, "18.0", 1_407_000, 1_302_480, "18.0"),
        ("old_terms", 1_745_500, "17.4", 1_470_500, 1_435_960, "19.8"),
        ("target", 1_541_850, "15.3", 1_674_150, 1_350_900, "18.7"),
        ("offer", 913_750, "9.1", 2_302_250, 771_040, "10.7"),
    ],
)
def test_the_positions_of_the_case(
    page: Brief,
    role: str,
    fees: int,
    ratio: str,
    contribution: int,
    low_fees: int | None,
    low_ratio: str | None,
) -> None:
    position = page.position(role)
    assert position is not None
    assert (position.fees, position.contribution, position.low_fees) == (
        Decimal(fees),
        Decimal(contribution),
        None if low_fees is None else Decimal(low_fees),
    )
    assert f"{(position.fee_ratio or 0) * 100:.1f}" == ratio
    assert (f"{position.low_ratio * 100:.1f}" if position.low_ratio is not None else None) == low_ratio


def test_positions_stand_by_falling_fees(page: Brief) -> None:
    fees = [position.fees for position in page.positions]
    assert fees == sorted(fees, reverse=True)


def test_the_gap_and_the_limit(page: Brief) -> None:
    assert page.gap is not None
    assert page.gap.amount == 1_555_500
    assert f"{(page.gap.ratio or 0) * 100:.1f}" == "15.5"
    assert page.above_walk_away == 660_250


def moved(moves: Moves | None) -> dict[str, int]:
    assert moves is not None
    return {move.term: int(move.amount) for move in moves.largest}


def test_what_to_give_and_what_to_get(page: Brief) -> None:
    assert moved(page.gives) == {
        "listing_fee": 490_000,
        "anniversary_fee": 140_000,
        "monthly_rebate": 100_500,
        "annual_rebate": 20_100,
    }
    gets = moved(page.gets)
    assert (gets["dm_tg_fee"], gets["festival_fee"]) == (-314_000, -87_500)
    assert page.wanted == ("sku_guarantee", "promotions")


def test_the_moves_add_up_to_the_difference(page: Brief) -> None:
    assert page.since is not None
    assert page.request is not None
    assert page.old is not None
    assert page.since.total == page.request.total_fees - page.old.total_fees == 723_750
    assert moved(page.since)["listing_fee"] == 245_000


def test_offers_cost_as_much_as_the_target(page: Brief) -> None:
    assert page.offers is not None
    assert [int(more) for more in page.offers.offers[0].more] == [-35_668, -1_900, 10_160]


def test_what_is_not_there_is_left_out() -> None:
    page = brief(Contracts(contract({"fee": {"rate": "1%"}})), Catalogue())
    assert [position.role for position in page.positions] == ["target"]
    assert (page.gap, page.above_walk_away, page.gives, page.gets, page.since, page.offers) == (None,) * 6
    assert page.bases_unknown


def with_private(**private: object) -> Scenario:
    known = Private.model_validate(private)
    return case("2003 agreed").model_copy(update={"private": known})


def roles_of(page: Brief) -> dict[str, int]:
    return {position.role: int(position.fees) for position in page.positions}


def test_a_target_of_its_own_stands_beside_the_contract() -> None:
    page = brief(Contracts(with_private(target={"total_fees": 1_200_000})), SHIPPED)
    assert roles_of(page) == {"contract": 1_541_850, "target": 1_200_000}
    assert page.starts_from == "contract"
    page = brief(Contracts(with_private(target={"total_fees": 1_541_850})), SHIPPED)
    assert roles_of(page) == {"target": 1_541_850}


def test_an_offer_that_we_aim_at_stands_once() -> None:
    offer = case("2003 proposal")
    page = brief(Contracts(offer, None, case("2003 ask"), offer), SHIPPED)
    assert roles_of(page) == {"request": 2_469_250, "offer": 913_750}
    assert (page.starts_from, page.gives) == ("offer", Moves((), Decimal(0), 0))
    assert page.gap is not None
    assert page.gap.amount == 1_555_500


def test_a_contract_past_its_own_limit_is_told() -> None:
    assert brief(Contracts(with_private(walk_away={"fee_ratio": "15%"})), SHIPPED).past_walk_away == 34_350
    assert brief(Contracts(with_private(walk_away={"fee_ratio": "18%"})), SHIPPED).past_walk_away is None


def test_an_ideal_is_a_position_too() -> None:
    known = Private.model_validate({"ideal": {"fee_ratio": "12%"}})
    page = brief(Contracts(case("2003 agreed").model_copy(update={"private": known})), SHIPPED)
    ideal = page.position("ideal")
    assert ideal is not None
    assert ideal.fees == 1_206_000
    assert ideal.contribution is None


def test_old_terms_that_cannot_stand_on_the_plan_are_left_out() -> None:
    target = contract({"fee": {"rate": "1%"}})
    lacking = contract({"fee": {"amount": 1, "per": "purchases"}}, {"figures": {"purchases": 2}})
    other = target.model_copy(update={"currency": "EUR"})
    for last in (lacking, other):
        assert brief(Contracts(target, last), Catalogue()).old is None


def test_the_printed_page_has_the_dearest_steps_in_their_order() -> None:
    terms = {f"fee_{number}": {"amount": (number % 13 + 1) * 100} for number in range(20)}
    page = brief(Contracts(contract(terms)), Catalogue())
    every, shown = page.steps.costs, page.dearest.costs
    assert len(shown) == MOST_STEPS < len(every)
    assert [cost for cost in every if cost in shown] == [*shown]
    planned = [case.kind for case in page.steps.cases].index("plan")
    left_out = [cost.amounts[planned] or 0 for cost in every if cost not in shown]
    assert max(left_out) <= min(cost.amounts[planned] or 0 for cost in shown)


def test_few_steps_are_all_on_the_printed_page(page: Brief) -> None:
    few = brief(Contracts(contract({"fee": {"rate": "1%"}})), Catalogue())
    assert few.dearest == few.steps
    assert len(page.dearest.costs) == min(len(page.steps.costs), MOST_STEPS)


def test_steps_are_made_from_a_target_that_costs_what_the_contract_costs() -> None:
    costs = brief(ALL, SHIPPED).target.total_fees
    page = brief(Contracts(with_private(target={"total_fees": costs})), SHIPPED)
    assert page.starts_from == "target"
