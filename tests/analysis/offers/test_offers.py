"""Offers of equal cost: the worked case, every package counted, every figure that of a whole contract."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, product
from math import comb
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.offers.different import distance, most_different
from ka_terms.analysis.offers.offers import Offers, Wish, offers, read_cost, read_varied
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.reading.scenario import load
from tests.contracts import Keys, case, contract
from tests.examples import examples

UNCERTAIN = load(Path(__file__).parents[3] / "scenarios" / "uncertain-sales.yaml").scenario
NONE = Catalogue()


def found(scenario: Scenario, vary: Sequence[str], wish: Wish | None = None) -> Offers:
    return offers(scenario, read_varied(vary, scenario, NONE), wish or Wish(), NONE)


def changed(result: Offers) -> list[dict[str, Decimal]]:
    return [{change.path: change.new for change in offer.changes} for offer in result.offers]


def test_three_flyers_with_3_7_percent() -> None:
    result = found(UNCERTAIN, ["events.dm=2..6..1", "monthly_rebate=1.5%..4%..0.1%"])
    assert changed(result) == [{"events.dm": Decimal(3), "monthly_rebate.rate": Decimal("0.037")}]
    (offer,) = result.offers
    assert [int(more) for more in offer.more] == [-35_668, -1_900, 10_160]
    assert (result.number, result.tried) == (1, 129)


TERMS: Keys = {
    "monthly_rebate": {"rate": "2%"},
    "dm_fee": {"amount": 900, "per": ["stores.closing", "events.dm"], "at_least": "3% of sales"},
    "annual_rebate": {"mode": "whole", "tiers": [{"from": "3M", "rate": "1%"}, {"from": "5M", "rate": "2%"}]},
    "fund": {"rate": "1%", "of": "monthly_rebate"},
}
VARIED = {
    "monthly_rebate.rate": ["0.01", "0.015", "0.025", "0.03"],
    "dm_fee.amount": ["700", "800", "1000"],
    "events.dm": ["2", "4"],
    "annual_rebate.tiers.2.rate": ["0.01", "0.015"],
}


def asked() -> list[str]:
    def text(path: str, value: str) -> str:
        return f"{Decimal(value) * 100:f}%" if "rate" in path.rpartition(".")[2] else value

    return [f"{path}={', '.join(text(path, value) for value in values)}" for path, values in VARIED.items()]


@examples(30)
@given(
    sales=st.integers(2_000_000, 7_000_000),
    stores=st.integers(5, 60),
    within=st.integers(0, 60_000),
    changes=st.integers(1, 3),
)
def test_every_package_is_counted(sales: int, stores: int, within: int, changes: int) -> None:
    made = contract(TERMS, {"sales": sales, "stores": {"opening": stores}, "events": {"dm": 3}})
    result = found(made, asked(), Wish(within=str(within), changes=changes))
    today = evaluate(made).total_fees
    number = tried = 0
    for size in range(1, changes + 1):
        for paths in combinations(VARIED, size):
            for values in product(*(VARIED[path] for path in paths)):
                fees = evaluate(moved(made, dict(zip(paths, map(Decimal, values), strict=True)))).total_fees
                tried += 1
                number += abs(fees - today) <= within
    assert (result.number, result.tried) == (number, tried)
    assert bool(result.offers) == bool(number)
    for offer in result.offers:
        put = {change.path: change.new for change in offer.changes}
        assert len(put) <= changes
        for point, fees, more in zip(result.cases, offer.fees, offer.more, strict=True):
            at = moved(made, {"sales": point.sales})
            assert fees == evaluate(moved(at, put)).total_fees
            assert more == fees - evaluate(at).total_fees
        assert abs(offer.more[result.plan]) <= within


def test_the_same_question_gets_the_same_answer() -> None:
    vary = ["events.dm=2..6..1", "monthly_rebate=1.5%..4%..0.1%", "anniversary_fee=2000..6000..500"]
    assert changed(found(UNCERTAIN, vary)) == changed(found(UNCERTAIN, vary))


def test_ranks_are_those_of_each_case() -> None:
    vary = ["events.dm=2..6..1", "monthly_rebate=1.5%..4%..0.1%", "anniversary_fee=2000..6000..500"]
    result = found(UNCERTAIN, vary)
    assert len(result.offers) == 4
    for at in range(len(result.cases)):
        by_fees = sorted(result.offers, key=lambda offer: offer.fees[at])
        assert [offer.ranks[at] for offer in by_fees] == sorted(offer.ranks[at] for offer in result.offers)
        assert by_fees[0].ranks[at] == 1


@pytest.mark.parametrize(
    ("cost", "least", "most"),
    [
        ("now", 1_536_825, 1_546_875),
        ("1.5M", 1_494_975, 1_505_025),
        ("fee_ratio <= 15%", 1_502_475, 1_507_500),
        ("total_fees <= 1.4M", 1_394_975, 1_400_000),
    ],
)
def test_what_offers_may_cost(cost: str, least: int, most: int) -> None:
    read = read_cost(cost, "", evaluate(case("2003 agreed")))
    assert [read.least, read.most] == [Decimal(least), Decimal(most)]


@pytest.mark.parametrize("cost", ["cheap", "fee_ratio >= 15%", "dm_tg_fee <= 3%", "fee_ratio <= 15"])
def test_a_cost_that_is_none_is_refused(cost: str) -> None:
    with pytest.raises(ValueError, match="Expected"):
        read_cost(cost, "", evaluate(case("2003 agreed")))


@pytest.mark.parametrize(
    "vary", ["sales=8M,9M", "monthly_rebate", "nothing=1,2", "months.sales.1=1,2", "hardware=yes,no"]
)
def test_what_nobody_offers_is_refused(vary: str) -> None:
    with pytest.raises(ValueError, match="Expected"):
        read_varied([vary], case("2003 agreed"), NONE)


def test_a_number_is_varied_once() -> None:
    with pytest.raises(ValueError, match="each number once"):
        read_varied(["monthly_rebate=1%,2%", "monthly_rebate.rate=3%"], case("2003 agreed"), NONE)


def test_too_many_choices_of_one_fee_are_refused() -> None:
    vary = ["annual_rebate.tiers.1.rate=0%..0.7%/70", "annual_rebate.tiers.2.rate=0%..2%/70"]
    vary += ["annual_rebate.tiers.1.from=7M..8M/70"]
    with pytest.raises(ValueError, match="at most 20,000 choices"):
        found(case("2003 agreed"), vary)


@given(st.lists(st.tuples(st.floats(-1, 1), st.floats(-1, 1)), min_size=5, max_size=12), st.integers(2, 4))
def test_the_exchange_is_near_the_best_of_all_sets(points: list[tuple[float, float]], count: int) -> None:
    def least(places: Sequence[int]) -> float:
        return min(distance(points[one], points[other]) for one, other in combinations(places, 2))

    chosen = most_different(points, count)
    assert len({*chosen}) == count
    best = max(least(places) for places in combinations(range(len(points)), count))
    assert least(chosen) >= best / 2 - 1e-9  # what farthest first alone is sure of
    assert comb(len(points), count) >= 1


def test_values_that_make_no_contract_are_counted() -> None:
    result = found(case("2003 agreed"), ["annual_rebate.tiers.1.from=7M..10M..0.5M"], Wish(within="20k"))
    assert (result.tried, result.dropped) == (3, 3)


def test_one_offer_is_the_nearest() -> None:
    result = found(case("2003 agreed"), ["anniversary_fee=3900,3990,4100".replace(",", ", ")], Wish(offers=1))
    assert changed(result) == [{"anniversary_fee.amount": Decimal(3990)}]
    assert found(case("2003 agreed"), ["anniversary_fee=1"], Wish(offers=1)).offers == ()


def test_a_ratio_of_no_sales_is_no_limit() -> None:
    with pytest.raises(ValueError, match="because planned sales are 0"):
        read_cost("fee_ratio <= 15%", "", evaluate(contract({"fee": {"amount": 1}}, {"sales": 0})))


def test_what_is_as_high_as_it_can_be_is_offered_too() -> None:
    made = contract({"fee": {"amount": 9, "per": "stores.closed"}}, {"stores": {"opening": 1, "closed": 1}})
    assert [axis.input.path for axis in read_varied(["stores.closed=0, 1"], made, NONE)] == ["stores.closed"]
