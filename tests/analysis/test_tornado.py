"""What moves a metric most."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.inputs.inputs import inputs
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.tornado import Swing, Tornado, read_share, tornado
from ka_terms.calculation.readings.exact import exactly
from ka_terms.calculation.statement import evaluate
from ka_terms.model.faults import Fault
from tests.calculation.test_properties import contracts
from tests.contracts import Keys, case, contract, refused
from tests.metrics import as_metric

D = Decimal


def swing(found: Tornado, path: str) -> Swing:
    return next(each for each in (*found.swings, *found.still) if each.input.path == path)


def test_a_rate_moves_the_ratio_by_its_share() -> None:
    found = tornado(contract({"rebate": {"rate": "10%"}}), as_metric("fee_ratio"))
    rebate = swing(found, "rebate.rate")
    assert (rebate.low.value, rebate.high.value) == (D("0.09"), D("0.11"))
    assert rebate.changes == (D("-0.01"), D("0.01"))
    assert [each.input.path for each in found.swings] == ["rebate.rate"]
    assert [each.input.path for each in found.still] == ["sales"]


def test_the_widest_comes_first_and_equals_stand_in_the_order_of_the_contract() -> None:
    terms = {"b": {"rate": "1%"}, "a": {"rate": "1%"}, "most": {"amount": 900_000}}
    found = tornado(contract(terms), as_metric("total_fees"))
    assert [each.input.path for each in found.swings] == ["most.amount", "sales", "b.rate", "a.rate"]
    assert [each.width for each in found.swings] == [90_000, 2_000, 1_000, 1_000]


def test_the_worked_case() -> None:
    """The proposal for 2003: a free allowance, a bound just below the plan, and a neighbour that holds a bound."""
    found = tornado(case("2003 proposal"), as_metric("fee_ratio"))
    assert found.base is not None
    assert found.base.quantize(D("0.0001")) == D("0.0909")
    free = found.swings[0]
    assert (free.input.path, free.low.value) == ("listing_fee.free.skus.total", D("31.5"))
    assert free.high.change == 0
    growth = swing(found, "growth")
    assert (growth.low.crosses, growth.high.crosses) == (("annual_rebate",), ())
    bound = swing(found, "annual_rebate.tiers.2.from")
    assert (bound.low.value, bound.low.held, bound.low.crosses) == (D("9000000.01"), True, ())
    assert (bound.high.value, bound.high.held, bound.high.crosses) == (D("11E6"), False, ("annual_rebate",))
    assert not [each for each in (*found.swings, *found.still) if each.input.path == "sales"]
    assert [input.path for input in found.zeros] == ["stores.closed", "last_year.stores.closed"]


def test_what_would_leave_its_range_is_held_at_the_end() -> None:
    """Returns up to sales, closed stores up to those there are, shares up to 100%, bounds between their neighbours."""
    plan = {"returns": 950_000, "volume": 205, "stores": {"opening": 9, "new": 1, "closed": 10}}
    tiers = [{"over": 200, "rate": "1%"}, {"from": 203, "rate": "2%"}, {"from": 210, "rate": "3%"}]
    terms = {
        "fee": {"rate": "95%", "at_least": 500, "at_most": 501},
        "ladder": {"mode": "whole", "measure": "volume", "tiers": tiers},
    }
    found = tornado(contract(terms, plan), as_metric("total_fees"))
    ends = {each.input.path: (each.low.value, each.high.value) for each in (*found.swings, *found.still)}
    expected = {
        "sales": (950_000, 1_100_000),
        "returns": (855_000, 1_000_000),
        "stores.closed": (9, 10),
        "stores.opening": (9, D("9.9")),
        "stores.new": (1, D("1.1")),
        "fee.rate": (D("0.855"), 1),
        "ladder.tiers.1.over": (180, D("202.999999")),
        "ladder.tiers.2.from": (D("200.000001"), D("209.999999")),
        "ladder.tiers.3.from": (D("203.000001"), 231),
        "fee.at_least": (450, 501),
    }
    assert {name: ends[name] for name in expected} == expected
    held = swing(found, "stores.closed")
    assert (held.low.held, held.high.held) == (False, True)


def test_what_was_asked_is_told_with_the_answer() -> None:
    scenario = contract({"fee": {"rate": "10%"}})
    assert tornado(scenario, as_metric("fee_ratio"), D("0.2"))[:3] == (
        scenario,
        as_metric("fee_ratio"),
        D("0.2"),
    )


def test_the_first_bound_may_fall_as_far_as_to_zero() -> None:
    found = tornado(
        contract({"fee": {"mode": "whole", "tiers": [{"from": "0.01", "rate": "1%"}]}}), as_metric("fee")
    )
    assert swing(found, "fee.tiers.1.from").low[:1] == (D("0.009"),)


def test_what_is_available_at_one_end_alone_has_no_change() -> None:
    """Fees per store, where every store closes again; with a tenth of them less closed there is half a one."""
    scenario = contract({"fee": {"amount": 7}}, {"stores": {"opening": 0, "new": 10, "closed": 10}})
    found = tornado(scenario, as_metric("fees_a_store"))
    low = swing(found, "stores.closed").low
    assert (found.base, low.metric, low.change) == (None, D(14), None)


def test_last_year_too_keeps_some_stores() -> None:
    last_year = {"sales": 5, "stores": {"opening": 10, "closed": 10}}
    found = tornado(
        contract({}, {"last_year": last_year, "sales": "110%"}), as_metric("last_year.stores.closing")
    )
    assert swing(found, "last_year.stores.opening").low.value == 10


def test_bounds_closer_than_a_step_stay_where_they_are() -> None:
    tiers = [{"from": D("10.000001"), "rate": "1%"}, {"from": D("10.000002"), "rate": "2%"}]
    found = tornado(contract({"fee": {"mode": "whole", "tiers": tiers}}), as_metric("total_fees"))
    first, second = (swing(found, f"fee.tiers.{at}.from") for at in (1, 2))
    assert (first.low.value, first.high.value) == (D("9.0000009"), D("10.000001"))
    assert (second.low.value, second.high.value) == (D("10.000002"), D("11.0000022"))


def test_no_number_grows_beyond_the_largest() -> None:
    found = tornado(contract({"fee": {"rate": "1%"}}, {"sales": 10**15 - 1}), as_metric("total_fees"))
    assert swing(found, "sales").high.value == D(10**15) - D("0.01")


def test_only_tiers_of_what_the_metric_is_made_of_are_crossed() -> None:
    tiers = {"mode": "whole", "tiers": [{"from": "1M", "rate": "1%"}]}
    terms = {"ladder": tiers, "net": {"rate": "2%", "less": ["ladder"]}, "apart": {"rate": "3%"}}
    crossed = {
        metric: swing(tornado(contract(terms), as_metric(metric)), "sales").low.crosses
        for metric in ("fee_ratio", "net_net_sales", "net", "ladder", "apart", "sales", "vpo")
    }
    assert {metric for metric, terms in crossed.items() if terms} == {
        *("fee_ratio", "net_net_sales", "net", "ladder")
    }


def test_without_sales_nothing_moves_the_ratio() -> None:
    found = tornado(contract({"fee": {"amount": 5}}, {"sales": 0}), as_metric("fee_ratio"))
    assert (found.base, found.swings) == (None, ())
    assert [each.low.change for each in found.still] == [None]
    assert found.still[0].width == 0


def test_estimates_count_at_their_likely_value() -> None:
    estimated = contract({"fee": {"rate": "1%"}}, {"sales": {"low": 1, "likely": 200, "high": 300}})
    assert tornado(estimated, as_metric("sales")).base == 200


def test_a_share_is_more_than_nothing_and_less_than_all() -> None:
    assert read_share("5%") == D("0.05")
    for text in ("5", "x"):
        with pytest.raises(ValueError, match="Expected"):
            read_share(text)
    for text in ("0%", "100%", "200%", "-5%"):
        expected = "a percentage above 0% and below 100%, such as 10%"
        assert refused(read_share, text) == [
            Fault(f"'{text}'", expected, "write a percentage between the two")
        ]
    assert refused(read_share, "+5%")[0].mend == "delete the + sign"


@given(contracts(), st.sampled_from(["fee_ratio", "total_fees", "net_net_sales", "vpo", "a", "net_sales"]))
def test_each_side_is_what_the_contract_with_that_number_comes_to(
    given_: tuple[dict[str, Keys], Keys], metric: str
) -> None:
    scenario = contract(*given_)
    found = tornado(scenario, as_metric(metric), D("0.5"))
    assert found.base == evaluate(scenario).metric(metric)
    assert {each.input.path for each in (*found.swings, *found.still)} | {
        input.path for input in found.zeros
    } == {path for path, input in inputs(scenario).items() if not input.is_fact}
    for each in (*found.swings, *found.still):
        for side in (each.low, each.high):
            if each.input.kind != "count" or side.value == side.value.to_integral_value():
                there = moved(scenario, {each.input.path: side.value})
                assert side.metric == evaluate(there).metric(metric)
                with exactly():
                    if side.metric is None or found.base is None:
                        assert side.change is None
                    else:
                        assert side.change == side.metric - found.base


def test_it_tells_what_was_moved_by_how_much() -> None:
    estimated = contract({"fee": {"rate": "1%"}}, {"sales": {"low": 1, "likely": 200, "high": 300}})
    found = tornado(estimated, as_metric("total_fees"), D("0.2"))
    assert (found.scenario, found.metric, found.by) == (
        estimated.case("likely"),
        as_metric("total_fees"),
        D("0.2"),
    )
    assert swing(found, "sales").high.value == 240


def test_what_is_not_available_at_one_end_alone_has_no_change_there() -> None:
    """With no store left at the end, and none at the beginning, there is no average to divide by."""
    found = tornado(
        contract({}, {"stores": {"opening": 0, "new": 4, "closed": 3}}), as_metric("vpo"), D("0.5")
    )
    new, closed = (swing(found, f"stores.{which}") for which in ("new", "closed"))
    assert [(new.low.metric, new.low.change), (closed.high.metric, closed.high.change)] == [(None, None)] * 2
    assert None not in (found.base, new.high.change, closed.low.change)


def test_the_first_bound_of_a_ladder_may_go_down_to_nothing_the_next_stays_above_it() -> None:
    tiers = [{"from": "0.01", "rate": "1%"}, {"from": "0.02", "rate": "2%"}]
    found = tornado(contract({"fee": {"mode": "whole", "tiers": tiers}}), as_metric("total_fees"), D("0.5"))
    first, second = (swing(found, f"fee.tiers.{at}.from").low for at in (1, 2))
    assert (first.value, first.held) == (D("0.005"), False)
    assert (second.value, second.held) == (D("0.02"), True)


@pytest.mark.parametrize("text", ["0%", "100%"])
def test_a_share_out_of_range_is_told_with_what_was_expected(text: str) -> None:
    (fault,) = refused(read_share, text)
    assert fault.expected == "a percentage above 0% and below 100%, such as 10%"


def test_tiers_of_what_is_not_owed_are_crossed_only_where_it_comes_off_a_base() -> None:
    fund = {"mode": "whole", "tiers": [{"from": "1,000,000", "rate": "1%"}], "owed": False}
    for less, crosses in (([], ()), (["fund"], ("fund",))):
        terms = {"fund": fund, "fee": {"rate": "1%", "less": less}}
        found = tornado(contract(terms), as_metric("total_fees"))
        assert swing(found, "sales").low.crosses == crosses


def test_a_share_of_sales_is_moved_as_the_amount_that_it_is() -> None:
    """Also what only states a share; what follows by a formula of its own is not moved."""
    terms = {"fee": {"rate": "1%", "of": "categories.a.sales"}, "other": {"rate": "1%", "of": "returns"}}
    plan = {"categories": {"a": {"sales": "40%"}}, "returns": "2%", "figures": {"own": "15% of sales"}}
    found = tornado(contract(terms, plan), as_metric("total_fees"))
    assert swing(found, "categories.a.sales").changes == (D(-400), D(400))
    assert swing(found, "returns").changes == (D(-20), D(20))
    assert "own" not in [each.input.path for each in (*found.swings, *found.still)]
