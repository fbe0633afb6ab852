"""The rounds of a negotiation: the worked case to the last digit, and drawn negotiations against sums of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ka_terms.analysis.comparison import Incomparable
from ka_terms.analysis.rounds.moves import Move, owed
from ka_terms.analysis.rounds.offer import Offer, Whose, in_order, offer_of, unordered
from ka_terms.analysis.rounds.rounds import Largest, LastYear, Negotiation, rounds
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.settings.rounds import RoundDetails
from ka_terms.reading.scenario import load
from ka_terms.reading.settings import read_catalogue
from tests.cli.material import AGREED, ASK, LAST, PROPOSAL
from tests.contracts import contract
from tests.examples import examples

CATALOGUE = read_catalogue()
ASKED, OFFERED, SIGNED, OLD = (
    load(path, CATALOGUE.canonical).scenario for path in (ASK, PROPOSAL, AGREED, LAST)
)
CASE = [offer_of(one) for one in (ASKED, OFFERED, SIGNED)]


def went(*offers: Offer, old: Scenario | None = None, plan: Scenario | None = None) -> Negotiation:
    year = offers[-1].contract.year
    return rounds(offers, {year: old} if old else {}, plan, CATALOGUE).latest


def fee(amount: Decimal | int, status: str = "ask", **more: Any) -> Scenario:
    return contract({"fee": {"amount": amount}}, status=status, **more)


def ints(*values: Decimal | None) -> tuple[int | None, ...]:
    return tuple(None if value is None else int(value) for value in values)


# ---------------------------------------------------------------- the worked case


def test_the_figures_of_the_worked_case() -> None:
    found = went(*CASE, old=OLD)
    assert [int(one.position.cost) for one in found.rounds] == [2_469_250, 913_750, 1_541_850]
    assert ints(found.gap, found.open, found.open_share) == (1_555_500, 0, 0)
    assert found.open_terms == ()
    assert found.theirs
    assert found.ours
    assert ints(found.theirs.moved, found.ours.moved) == (927_400, 628_100)
    assert found.theirs.share
    assert found.ours.share
    assert (round(found.theirs.share * 100), round(found.ours.share * 100)) == (60, 40)
    assert [int(one.against_last_year or 0) for one in found.rounds] == [723_750, -831_750, -203_650]
    assert found.last_year == LastYear(OLD, Decimal(1_745_500), (), ())
    assert found.largest == Largest(3, "theirs", Decimal(927_400))
    assert [one.gap_left for one in found.rounds] == [None, 1_555_500, 0]


def test_what_moved_in_the_worked_case() -> None:
    theirs, ours = went(*CASE).last.steps
    assert {move.term: int(move.effect) for move in theirs.moves} == {
        "dm_tg_fee": -314_000,
        "listing_fee": -245_000,
        "monthly_rebate": -100_500,
        "festival_fee": -87_500,
        "annual_rebate": -80_400,
        "anniversary_fee": -70_000,
        "new_store_fee": -30_000,
    }
    assert {move.term: int(move.effect) for move in ours.moves} == {
        "listing_fee": 490_000,
        "anniversary_fee": 140_000,
        "dm_tg_fee": -122_500,
        "monthly_rebate": 100_500,
        "annual_rebate": 20_100,
    }
    assert (theirs.conditions, ours.conditions) == ((), ("sku_guarantee", "promotions"))


def test_what_is_open_stands_by_term_until_there_is_an_agreement() -> None:
    found = went(*CASE[:2])
    assert not found.is_agreed
    assert ints(found.open, found.open_share) == (1_555_500, 1)
    assert sum(move.effect for move in found.open_terms) == 1_555_500
    assert found.open_terms[0] == Move("listing_fee", Decimal(0), Decimal(735_000))


# ---------------------------------------------------------------- sides, gaps, gives


def test_a_gap_of_zero_has_no_shares() -> None:
    found = went(offer_of(fee(100)), offer_of(fee(100, "proposal")), offer_of(fee(90, "agreed")))
    assert ints(found.gap, found.open) == (0, 0)
    assert [side and ints(side.moved, side.share) for side in (found.theirs, found.ours)] == [
        (10, None),
        (-10, None),
    ]
    assert found.open_share is None


def test_a_movement_away_is_negative() -> None:
    found = went(*(offer_of(one) for one in (fee(100), fee(60, "proposal"), fee(120))))
    assert found.theirs
    assert [*map(str, (found.theirs.moved, found.theirs.share, found.open_share))] == [
        "-20.00",
        "-0.5",
        "1.5",
    ]
    assert found.largest is None


@pytest.mark.parametrize("status", ["ask", "proposal", "agreed"])
def test_without_both_sides_there_is_no_gap(status: str) -> None:
    found = went(offer_of(fee(100, status)), offer_of(fee(90, status)))
    assert (found.gap, found.open, found.open_share, found.open_terms) == (None, None, None, ())
    assert [side and side.share for side in (found.theirs, found.ours)] == [None, None]


def test_an_agreement_opens_no_side() -> None:
    found = went(offer_of(fee(100, "agreed")), offer_of(fee(120)), offer_of(fee(110, "agreed")))
    assert found.ours is None
    assert found.theirs
    assert found.theirs.moved == 10
    assert [len(one.steps) for one in found.rounds] == [0, 0, 1]


def test_what_is_given_besides_counts_in_its_round_alone() -> None:
    given = offer_of(fee(60, "draft"), RoundDetails.model_validate({"gives": {"display": "20,000"}}))
    found = went(offer_of(fee(100_000)), given, offer_of(fee(90_000, "agreed")))
    assert ints(found.rounds[1].position.given, found.rounds[1].position.cost) == (20_000, 20_060)
    ours = found.last.step_of("ours")
    assert ours
    assert [(move.term, int(move.effect), move.is_give) for move in ours.moves] == [
        ("fee", 89_940, False),
        ("display", -20_000, True),
    ]
    assert ours.change == 69_940


def test_a_term_that_costs_the_same_in_other_words_is_a_move_of_zero() -> None:
    tiers = {"mode": "whole", "tiers": [{"from": "2M", "rate": "1%"}]}
    nearer = {"mode": "whole", "tiers": [{"from": "1.5M", "rate": "1%"}]}
    found = went(
        offer_of(contract({"rebate": nearer}, status="ask")),
        offer_of(contract({"rebate": tiers}, status="ask")),
    )
    assert found.last.steps[0].moves == (Move("rebate", Decimal(0), Decimal(0)),)


def test_a_fee_that_is_not_owed_counts_nowhere() -> None:
    fund = {"fee": {"amount": 100}, "fund": {"amount": 50, "owed": "no"}}
    found = went(offer_of(contract(fund, status="ask")), offer_of(fee(100, "proposal")))
    assert owed(found.rounds[0].position.statement) == {"fee": 100}
    assert found.gap == 0


def test_a_file_may_be_the_position_of_another_side_than_its_status_says() -> None:
    details = RoundDetails.model_validate({"side": "theirs", "date": "2003-01-10", "with": "b", "note": "n"})
    offer = offer_of(fee(100, "draft"), details)
    assert (offer.whose, offer.sides, offer.date) == ("theirs", ("theirs",), date(2003, 1, 10))
    assert (offer.partner, offer.note) == ("b", "n")
    assert not {"'b'", "'n'"} & {*repr(offer).replace(",", " ").split()}


# ---------------------------------------------------------------- plans and years


def test_every_round_stands_on_the_plan_of_the_last_or_on_the_one_given() -> None:
    rebate = {"rebate": {"rate": "1%"}}
    offers = [offer_of(contract(rebate, {"sales": sales}, status="ask")) for sales in ("1M", "2M")]
    assert [one.position.cost for one in went(*offers).rounds] == [20_000, 20_000]
    other = contract(rebate, {"sales": "3M"})
    assert [one.position.cost for one in went(*offers, plan=other).rounds] == [30_000, 30_000]


def test_last_years_terms_that_the_plan_cannot_carry_are_named() -> None:
    old = contract(
        {"fee": {"amount": 1, "per": ["stores.new"]}}, {"sales": "1M", "stores": {"opening": 1, "new": 1}}
    )
    found = went(offer_of(fee(100)), old=old)
    assert found.last_year == LastYear(old, None, ("stores.new",), ())
    assert found.last.against_last_year is None


def test_years_tell_the_largest_step_and_the_demands_that_came_back() -> None:
    def terms(status: str, year: int, **amounts: int) -> Offer:
        return offer_of(
            contract({key: {"amount": amount} for key, amount in amounts.items()}, status=status, year=year)
        )

    found = rounds(
        [
            terms("ask", 2003, festival_fee=50, listing_fee=80, dm_tg_fee=5),
            terms("proposal", 2003, festival_fee=10, listing_fee=80),
            terms("ask", 2002, festival_fee=40, listing_fee=90),
            terms("proposal", 2002, listing_fee=30),
            terms("proposal", 2002, listing_fee=70),
            terms("agreed", 2002, listing_fee=75),
        ],
        {},
        catalogue=CATALOGUE,
    )
    assert [each.year for each in found.negotiations] == [2002, 2003]
    before, latest = found.negotiations
    assert (len(before.rounds), before.largest) == (4, Largest(4, "theirs", Decimal(55)))
    assert (before.returned, latest.returned) == (None, ("festival_fee",))


def test_an_earlier_year_that_cannot_stand_on_the_plan_stands_on_its_own() -> None:
    stores = {"sales": "1M", "stores": {"opening": 2}}
    old = offer_of(
        contract({"fee": {"amount": 1, "per": ["stores.opening"]}}, stores, scenario="old", year=2002)
    )
    found = rounds([old, offer_of(fee(5, year=2003, scenario="new"))], {}, catalogue=CATALOGUE)
    assert [(each.plan, int(each.last.position.cost)) for each in found.negotiations] == [
        ("old", 2),
        ("new", 5),
    ]
    with pytest.raises(Incomparable, match=r"stores\.opening"):
        rounds(
            [
                offer_of(fee(5, year=2002)),
                replace(old, contract=old.contract.model_copy(update={"year": 2003})),
            ],
            {},
            fee(1),
            CATALOGUE,
        )


def test_accounts_and_currencies_do_not_mix() -> None:
    with pytest.raises(Incomparable, match="one account"):
        went(offer_of(fee(1, account="A")), offer_of(fee(1, account="B")))
    with pytest.raises(Incomparable, match="currency"):
        went(offer_of(fee(1, currency="TWD")), offer_of(fee(1)))


# ---------------------------------------------------------------- order


def test_without_days_the_status_orders_the_rounds_of_a_year() -> None:
    contracts = [fee(1, status, year=2003) for status in ("agreed", "draft", "proposal", "ask", "ask")]
    assert in_order([*contracts, fee(1, "agreed", year=2002)]) == [5, 3, 4, 2, 1, 0]
    assert unordered(contracts) == (3, 4)
    assert unordered(contracts[:4]) is None


def test_days_order_the_rounds_where_all_of_a_year_have_one() -> None:
    days = ("2003-03-01", "2003-01-01", "2003-02-01")
    contracts = [
        fee(1, status, signed=day) for status, day in zip(("ask", "agreed", "ask"), days, strict=True)
    ]
    assert in_order(contracts) == [1, 2, 0]
    assert unordered(contracts) is None
    assert in_order([*contracts, fee(1, "proposal")]) == [2, 0, 3, 1]
    assert unordered([*contracts, fee(1, "ask")]) == (0, 3)


# ---------------------------------------------------------------- what always holds

amounts = st.integers(0, 10**6).map(Decimal)
terms = st.dictionaries(st.sampled_from(("a", "b", "c")), amounts.map(lambda amount: {"amount": amount}))
gives = st.dictionaries(st.sampled_from(("display", "a")), amounts, max_size=2)
SIDES: tuple[Whose, ...] = ("theirs", "ours", "both")
drawn = st.lists(
    st.builds(
        lambda held, given, side: Offer(contract(held), side, gives=given),
        terms,
        gives,
        st.sampled_from(SIDES),
    ),
    min_size=1,
    max_size=7,
)


@settings(examples(200))
@given(drawn)
def test_moves_add_up_and_shares_with_what_is_open_are_the_whole_gap(offers: list[Offer]) -> None:
    found = went(*offers)
    for one in found.rounds:
        for step in one.steps:
            assert sum(move.effect for move in step.moves) == step.change
    for side, movement in (("theirs", found.theirs), ("ours", found.ours)):
        if movement:
            changes = [step.change for one in found.rounds for step in one.steps if step.side == side]
            # What came before the opening cannot be, since only its own position opens a side.
            assert movement.moved == sum(changes) * (1 if side == "ours" else -1)
    if found.gap is not None and found.theirs and found.ours and found.open is not None:
        assert found.theirs.moved + found.ours.moved + found.open == found.gap
        if found.gap:
            shares = (found.theirs.share, found.ours.share, found.open_share)
            assert abs(sum((share for share in shares if share is not None), Decimal(-1))) < Decimal("1e-20")
        if not found.is_agreed:
            assert sum(move.effect for move in found.open_terms) == found.open


@settings(examples(100))
@given(drawn)
def test_with_the_sides_swapped_every_sign_is_the_other_one(offers: list[Offer]) -> None:
    other: dict[Whose, Whose] = {"theirs": "ours", "ours": "theirs", "both": "both"}
    found = went(*offers)
    swapped = went(*(replace(offer, whose=other[offer.whose]) for offer in offers))
    assert (found.gap is None) == (swapped.gap is None)
    if found.gap is not None and swapped.gap is not None:
        assert (found.gap, found.open) == (-swapped.gap, -(swapped.open or 0))
    for mine, yours in ((found.theirs, swapped.ours), (found.ours, swapped.theirs)):
        assert (mine is None) == (yours is None)
        if mine and yours:
            assert (mine.moved, mine.share) == (-yours.moved, yours.share)
