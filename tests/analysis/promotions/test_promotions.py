"""Does a promotion pay: fee share, gain, the uplift needed, the retailer's side, what came beside what was planned."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.promotions.fee_rate import fee_rate
from ka_terms.analysis.promotions.promotions import NOT_EXTRA, SHARES, PromotionAnswer, Promotions, promotions
from ka_terms.calculation.promotion import Event, retailers_event
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.reading.scenario import load
from ka_terms.reading.settings import read_catalogue
from tests.contracts import contract, refused

ROOT = Path(__file__).parents[3]
SHIPPED = read_catalogue(None)
NEAR = Decimal("1e-15")


def finance() -> Scenario:
    return load(ROOT / "scenarios" / "finance.yaml").scenario


def answer(promotion: dict[str, Any], **more: Any) -> PromotionAnswer:
    plan = {"sales": 365_000, "stores": {"opening": 10}}
    made = contract(
        {"fee": {"rate": "2%"}}, plan, promotions={"one": promotion}, private={"margin": "32%"}, **more
    )
    (found,) = promotions(made, [], Catalogue()).answers
    return found


def test_one_event_of_a_term_pays_from_an_uplift() -> None:
    (found,) = promotions(finance(), ["dm_tg_fee"], SHIPPED).answers
    assert [found.fee, found.stores] == [122_500, 35]
    needed = {(one.items_share, one.not_extra): one.uplift for one in found.needed}
    assert [*needed] == [(share, extra) for share in SHARES for extra in NOT_EXTRA]
    said = [round((needed[share, Decimal(0)] or 0) * 100) for share in SHARES]
    assert said == [96, 193, 481, 963]


def test_extra_sales_that_it_needs_are_those_that_earn_one_event_back() -> None:
    (found,) = promotions(finance(), ["dm_tg_fee"], SHIPPED).answers
    assert found.store_baseline is not None
    assert found.needed[0].uplift is not None
    extra = found.store_baseline * 35 * found.needed[0].uplift
    assert round(extra, 2) == Decimal("432862.19")  # as `steps` says of one event more


@pytest.mark.parametrize(
    ("cut", "margin", "uplift"),
    [("10%", "30%", "0.5"), ("20%", "30%", "2"), ("30%", "30%", None), ("40%", "30%", None)],
)
def test_a_price_cut_alone_needs_cut_over_margin_less_cut(cut: str, margin: str, uplift: str | None) -> None:
    promotion = {"fee": 0, "baseline": 1000, "price_cut": cut}
    made = contract({}, {"sales": 1000}, promotions={"one": promotion}, private={"margin": margin})
    (found,) = promotions(made, [], Catalogue()).answers
    assert found.needed[0].uplift == (None if uplift is None else Decimal(uplift))


def test_fees_share_the_sales_of_each_expectation() -> None:
    planned = {"low": "+50%", "likely": "+100%", "high": "+150%"}
    found = answer({"fee": 420, "items_share": "20%", "allowed": "10%", "planned": planned})
    # 1,000 a day in 10 stores, a fifth of it, 14 days.
    assert found.event is not None
    assert found.event.baseline == 2800
    assert [outcome.sales for outcome in found.outcomes] == [4200, 5600, 7000]
    assert [outcome.fee_share for outcome in found.outcomes] == [
        Decimal("0.1"),
        Decimal("0.075"),
        Decimal("0.06"),
    ]
    assert [outcome.is_allowed for outcome in found.outcomes] == [True, True, True]
    # 30% are left of a unit of sales: half of 2,800 more leave 420, which is the fee.
    assert [outcome.gain for outcome in found.outcomes] == [0, 420, 840]
    assert found.needed[0].uplift == Decimal("0.5")


def test_what_came_stands_beside_what_was_planned() -> None:
    found = answer({"fee": 420, "items_share": "20%", "planned": "+100%", "actual": 4200, "actual_fee": 400})
    assert found.actual is not None
    assert [found.actual.uplift, found.actual.gain] == [Decimal("0.5"), 20]
    assert found.missed == 400


def test_sales_that_are_stated_have_a_fee_share_without_a_baseline() -> None:
    found = answer({"fee": 420, "planned": 4200})
    assert found.likely is not None
    assert (found.likely.fee_share, found.likely.uplift, found.likely.gain) == (Decimal("0.1"), None, None)
    assert not found.is_known


@pytest.mark.parametrize(
    ("more", "stores"),
    [
        ({"stores": 4}, 4),
        ({}, 10),
        ({"fee": None, "terms": ["dm"]}, 12),
        ({"fee": None, "terms": ["dm"], "stores": 3}, 3),
    ],
)
def test_stores_are_stated_or_those_of_the_term_or_all(more: dict[str, Any], stores: int) -> None:
    terms = {"dm": {"amount": 100, "per": ["stores.closing", "events.dm"]}}
    plan = {"sales": 365_000, "stores": {"opening": 8, "new": 4}, "events": {"dm": 2}}
    promotion = {key: value for key, value in {"fee": 5, **more}.items() if value is not None}
    made = contract(terms, plan, promotions={"one": promotion})
    (found,) = promotions(made, [], Catalogue()).answers
    assert found.stores == stores
    # 100 a store and event: of 12 stores, or of those that take part.
    assert found.fee == (100 * stores if "terms" in more else 5)


def test_returns_are_lost_and_units_that_are_not_extra_are_sold_no_more() -> None:
    plain = {"fee": 100, "baseline": 1000, "planned": "+100%"}
    gains = [
        one.likely.gain
        for one in (answer({**plain, **more}) for more in ({}, {"returns": "10%"}, {"not_extra": "40%"}))
        if one.likely
    ]
    # 30% of 1,000 more less 100; 10% of 2,000 at 98% lost; 40% of the 1,000 would have left 30%.
    assert gains == [200, Decimal("4.0"), 80]


def test_the_best_comes_first() -> None:
    made = contract(
        {},
        {"sales": 1000},
        promotions={
            "dear": {"fee": 500, "baseline": 1000, "planned": "+50%"},
            "good": {"fee": 10, "baseline": 1000, "planned": "+50%"},
            "open": {"fee": 10},
        },
        private={"margin": "30%"},
    )
    assert [one.key for one in promotions(made, [], Catalogue()).answers] == ["good", "dear", "open"]
    bare = made.model_copy(update={"private": None})
    assert [one.key for one in promotions(bare, [], Catalogue()).answers] == ["good", "dear", "open"]
    assert [one.key for one in promotions(made, ["dear"], Catalogue()).answers] == ["dear"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (["nothing"], "a promotion or a term of the contract"),
        (["rate"], "a term that is charged for events"),
        ([], "a contract with `promotions`, or a term that is charged for events"),
    ],
)
def test_what_is_no_promotion_is_refused(asked: list[str], expected: str) -> None:
    (fault,) = refused(promotions, contract({"rate": {"rate": "1%"}}), asked, Catalogue())
    assert fault.expected == expected


def test_the_names_offered_are_those_that_can_be_judged() -> None:
    terms = {"rebate": {"rate": "1%"}, "flyer": {"amount": 5, "per": ["events.dm"]}}
    made = contract(terms, {"events": {"dm": 2}}, promotions={"spring": {"fee": 10}})
    for asked in ("nothing", "rebat"):
        (fault,) = refused(promotions, made, [asked], Catalogue())
        assert fault.mend == "write one of these: spring, flyer"
    (fault,) = refused(promotions, made, ["flyr"], Catalogue())
    assert fault.mend == "write flyer if that is meant"


@pytest.mark.parametrize("term", [{"rate": "2%"}, {"amount": 5, "per": ["events.dm"]}])
def test_a_term_without_an_event_is_no_cost_of_one(term: dict[str, Any]) -> None:
    plan = {"sales": 100, "events": {"dm": 0}}
    made = contract({"fee": term}, plan, promotions={"one": {"terms": ["fee"]}})
    (fault,) = refused(promotions, made, [], Catalogue())
    assert fault.mend == "state the `fee` of the promotion"


def test_what_fees_take_of_more_sales_is_the_slope_up_to_the_next_change() -> None:
    tiers = {"mode": "marginal", "tiers": [{"from": 0, "rate": "1%"}, {"from": 1500, "rate": "3%"}]}
    found = fee_rate(contract({"a": {"rate": "2%"}, "b": tiers, "c": {"amount": 50}}, {"sales": 1000}))
    assert found is not None
    assert [found.rate, found.until] == [Decimal("0.03"), 1500]
    assert fee_rate(contract({}, {"sales": 0})) is None


SHARE = st.decimals("0", "0.6", places=3)


TENTH = st.decimals("0", "0.1", places=3)


@given(
    *(st.integers(1, 10**7), st.integers(0, 10**6), TENTH, TENTH),
    *(st.decimals("0.5", "0.9", places=3), TENTH, st.decimals("0", "0.3", places=3)),
)
def test_a_promotion_at_the_uplift_it_needs_leaves_nothing(
    baseline: int,
    fee: int,
    cut: Decimal,
    returns: Decimal,
    margin: Decimal,
    rate: Decimal,
    not_extra: Decimal,
) -> None:
    event = Event(Decimal(baseline), Decimal(fee), cut, returns, margin, rate)
    uplift = event.break_even(not_extra)
    assert uplift is not None
    left = event.gain(uplift, not_extra)
    assert left is not None
    assert abs(left) <= NEAR * (1 + abs(uplift)) * (baseline + fee + 1)


@given(st.integers(1, 10**6), st.integers(0, 10**5), SHARE, SHARE, st.decimals("-0.5", "5", places=2))
def test_both_sides_share_what_shoppers_pay(
    baseline: int, fee: int, cut: Decimal, margin: Decimal, uplift: Decimal
) -> None:
    event = Event(Decimal(baseline), Decimal(fee), cut, Decimal(0), Decimal("0.3"), Decimal("0.05"))
    theirs = retailers_event(event, uplift, margin, cut)
    before = Decimal(baseline) / (1 - margin)
    paid = before * (1 + uplift) * (1 - cut) - before
    ours = event.sales(uplift) - event.baseline
    assert abs(theirs.front + ours - paid) <= NEAR * (abs(paid) + baseline)
    with exactly():
        assert theirs.total == theirs.front + theirs.fee + theirs.rebates


def test_the_statement_is_the_one_of_show() -> None:
    found: Promotions = promotions(finance(), ["dm_tg_fee"], SHIPPED)
    assert found.statement.total_fees == evaluate(finance().case("likely"), SHIPPED).total_fees


def test_what_it_left_less_than_expected_needs_both() -> None:
    known = {"fee": 420, "items_share": "20%", "planned": "+100%"}
    found = answer({**known, "actual": 4200, "actual_fee": 400})
    assert found.is_known
    assert found.actual is not None
    assert found.likely is not None
    assert found.missed == (found.likely.gain or 0) - 20
    assert answer(known).missed is None


def test_what_is_asked_of_promotions_knows_its_contract() -> None:
    found = promotions(finance(), ["dm_tg_fee"], SHIPPED)
    assert found.scenario == finance().case("likely")


def test_without_sales_nobody_knows_what_fees_take_of_more() -> None:
    assert fee_rate(contract({"fee": {"rate": "2%"}}, {"sales": 0})) is None


def test_a_fee_of_too_many_steps_has_no_rate() -> None:
    term = {"amount": 1, "per": "sales", "for_every": {"sales": 1}}
    assert fee_rate(contract({"fee": term}, {"sales": 1_000_000})) is None


def test_the_retailers_part_has_a_price_cut_of_its_own() -> None:
    given = {"fee": 1, "items_share": "20%", "planned": "+100%", "price_cut": "10%"}

    def theirs(**part: str) -> Decimal:
        found = answer({**given, "retailer": {"margin": "25%", **part}})
        assert found.likely is not None
        assert found.likely.retailer is not None
        assert found.likely.retailer.front is not None
        return found.likely.retailer.front

    assert theirs() == theirs(price_cut="10%")
    assert theirs(price_cut="0%") > theirs(price_cut="5%") > theirs()
