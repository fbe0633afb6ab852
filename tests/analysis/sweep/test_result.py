"""A sweep that was done."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ka_terms.analysis.ladder.warnings import warnings
from ka_terms.analysis.sweep.blocks import validate_corners
from ka_terms.analysis.sweep.landmarks import BreakEven
from ka_terms.analysis.sweep.query import read_grid
from ka_terms.analysis.sweep.result import SweepResult, assessed_sweep, empty_result, with_points
from ka_terms.analysis.sweep.rows import Point, Query, best, points, rows
from tests.analysis.drawn_sweeps import prepared
from tests.contracts import contract
from tests.metrics import named

D = Decimal
BONUS: dict[str, Any] = {"mode": "whole", "tiers": [{"from": "2M", "rate": "1%"}]}


def swept(vary: dict[str, str], **plan: Any) -> SweepResult:
    scenario = contract({"bonus": BONUS, "fee": {"rate": "1%"}}, plan)
    query = Query(read_grid([scenario], vary, zipped=False), named("bonus"))
    ready = [prepared(scenario, query.grid)]
    return with_points(empty_result(query, [scenario]), ready, points(rows(ready, query)))


def test_the_frame_knows_today_before_any_point() -> None:
    scenario = contract({"fee": {"rate": "1%"}})
    grid = read_grid([scenario], {"sales": "1M,2M", "fee": "1%,2%"}, zipped=False)
    found = empty_result(Query(grid, named("fee")), [scenario])
    assert (found.today, found.points, found.best_of) == (((D(1_000_000), D("0.01")),), (), None)
    assert (found.names, found.currency) == (("a contract",), "CNY")


def test_the_frame_knows_why_points_make_no_plan() -> None:
    plan = {"returns": 50_000, "stores": {"opening": 5, "new": 1, "closed": 4}}
    scenario = contract({"fee": {"rate": "1%"}}, plan)
    vary = {"sales": "10k,2M", "stores.opening": "1,5"}
    query = Query(read_grid([scenario], vary, zipped=False), named("fee"))
    fine = contract({}, {"stores": {"opening": 5}})
    made = [validate_corners(one, query.grid) for one in (fine, scenario)]
    assert empty_result(query, [fine, scenario], made).impossible == ((1, "closed"), (1, "returns"))


def test_where_two_contracts_change_sides_on_the_first_metric_is_told() -> None:
    pair = [contract({"fee": {"amount": 25_000}}), contract({"fee": {"rate": "1%"}})]
    query = Query(read_grid(pair, {"sales": "1M,5M"}, zipped=False), named("fee", "sales"))
    ready = [prepared(one, query.grid) for one in pair]
    found = with_points(empty_result(query, pair), ready, points(rows(ready, query)))
    assert found.crossings == (BreakEven(1, 0, D(2_500_000), True),)


def test_a_cliff_finer_than_the_minor_unit_is_told_where_it_is() -> None:
    fine: dict[str, Any] = {"mode": "whole", "tiers": [{"from": "1000.005", "amount": 7}]}
    scenario = contract({"bonus": fine})
    query = Query(read_grid([scenario], {"sales": "1k,2k"}, zipped=False), named("bonus"))
    ready = [prepared(scenario, query.grid)]
    found = with_points(empty_result(query, [scenario]), ready, points(rows(ready, query)))
    assert found.at_cliffs == (Point(0, (D("1000.005"),), (D("7.00"),)),)


def test_a_cliff_right_at_the_last_value_has_a_row_even_where_that_value_is_not_shown() -> None:
    scenario = contract({"bonus": BONUS})
    query = Query(read_grid([scenario], {"sales": "1M,2M"}, zipped=False), named("bonus"))
    ready = [prepared(scenario, query.grid)]
    first, _ = points(rows(ready, query))
    found = with_points(empty_result(query, [scenario]), ready, [first])
    assert found.at_cliffs == (Point(0, (D(2_000_000),), (D("20000.00"),)),)


def test_a_cliff_between_two_values_has_a_point_of_its_own() -> None:
    found = swept({"sales": "1M,3M"})
    assert [cliff.at for cliff in found.cliffs] == [2_000_000]
    assert found.at_cliffs == (Point(0, (D(2_000_000),), (D("20000.00"),)),)
    assert swept({"sales": "1M,2M,3M"}).at_cliffs == ()


def test_a_cliff_that_no_contract_can_state_is_told_at_the_next_value() -> None:
    growing = {"measure": "growth", "mode": "whole", "tiers": [{"from": "130%", "rate": "1%"}]}
    scenario = contract({"bonus": growing}, {"last_year": {"sales": "1M"}})
    query = Query(read_grid([scenario], {"last_year.sales": "500k,900k"}, zipped=False), named("bonus"))
    ready = [prepared(scenario, query.grid)]
    found = with_points(empty_result(query, [scenario]), ready, points(rows(ready, query)))
    assert [cliff.at for cliff in found.cliffs] == [D("769230.7692307692307692307692")]
    assert found.at_cliffs == (Point(0, (D("769230.77"),), (D("0.00"),)),)


@pytest.mark.parametrize(
    ("path", "values", "measure", "bound", "row"),
    [
        ("sales", "10M,15M", "sales_incl_tax", "14M", "12389380.54"),
        ("stores.new", "1,9", "stores.average", "27.25", "5"),
        ("vat", "5%,20%", "sales_incl_tax", "1.1M", "0.1"),
        ("vat", "5%,20%", "sales_incl_tax", "1,133,333.33", "0.13333333"),
    ],
)
def test_of_a_bound_between_two_values_the_row_is_the_first_in_which_it_is_reached(
    path: str, values: str, measure: str, bound: str, row: str
) -> None:
    bonus = {"mode": "whole", "measure": measure, "tiers": [{"from": bound, "amount": "7k"}]}
    scenario = contract({"bonus": bonus}, {"vat": "13%", "stores": {"opening": 25, "new": 1}})
    query = Query(read_grid([scenario], {path: values}, zipped=False), named("bonus"))
    ready = [prepared(scenario, query.grid)]
    found = with_points(empty_result(query, [scenario]), ready, points(rows(ready, query)))
    (cliff,), (point,) = found.cliffs, found.at_cliffs
    assert (cliff.jump, found.row_of(cliff), point) == (D(7_000), D(row), Point(0, (D(row),), (D(7_000),)))


def test_a_cliff_whose_next_value_lies_beyond_the_last_one_has_no_row() -> None:
    bonus = {"mode": "whole", "measure": "sales_incl_tax", "tiers": [{"from": "14M", "amount": "7k"}]}
    scenario = contract({"bonus": bonus}, {"vat": "13%"})
    query = Query(read_grid([scenario], {"sales": "10M,12389380.531"}, zipped=False), named("bonus"))
    ready = [prepared(scenario, query.grid)]
    found = with_points(empty_result(query, [scenario]), ready, points(rows(ready, query)))
    assert (len(found.cliffs), found.at_cliffs) == (1, ())


def test_where_nobody_looks_at_cliffs_none_are_sought() -> None:
    scenario = contract({"bonus": BONUS})
    query = Query(read_grid([scenario], {"sales": "1M,3M"}, zipped=False), named("bonus"))
    ready = [prepared(scenario, query.grid)]
    found = with_points(empty_result(query, [scenario]), ready, points(rows(ready, query)), landmarks=False)
    assert (len(found.points), found.cliffs, found.crossings, found.at_cliffs) == (2, (), (), ())


def test_over_two_axes_no_cliff_is_sought() -> None:
    found = swept({"sales": "1M,3M", "fee": "1%,2%"})
    assert (len(found.points), found.cliffs, found.crossings) == (4, (), ())


def test_a_cliff_finer_than_the_currency_is_told_where_it_is() -> None:
    """Sales may be stated to the millionth, so the row is the very place and not the next cent."""
    bonus = {"mode": "whole", "tiers": [{"from": "2,000,000.005", "rate": "1%"}]}
    scenario = contract({"bonus": bonus})
    query = Query(read_grid([scenario], {"sales": "1M,3M"}, zipped=False), named("bonus"))
    ready = [prepared(scenario, query.grid)]
    found = with_points(empty_result(query, [scenario]), ready, points(rows(ready, query)))
    assert [found.row_of(cliff) for cliff in found.cliffs] == [D("2000000.005")]


def test_the_frame_tells_why_points_are_not_available() -> None:
    plan = {"returns": 900_000, "stores": {"opening": 5, "new": 0, "closed": 0}}
    scenario = contract({"fee": {"rate": "1%"}}, plan)
    grid = read_grid([scenario], {"sales": "500k,1M", "stores.closed": "0,9"}, zipped=False)
    query = Query(grid, named("fee"))
    ready = [
        validate_corners(contract({}, {"stores": plan["stores"]}), grid),
        validate_corners(scenario, grid),
    ]
    found = empty_result(query, [scenario, scenario], ready)
    assert found.impossible == ((0, "closed"), (1, "closed"), (1, "returns"))
    assert empty_result(query, [scenario]).impossible == ()


def test_it_tells_where_two_contracts_change_sides() -> None:
    lump, share = contract({"fee": {"amount": "20k"}}), contract({"fee": {"rate": "1%"}})
    query = Query(read_grid([lump, share], {"sales": "1M,4M"}, zipped=False), named("fee"))
    ready = [prepared(each, query.grid) for each in (lump, share)]
    found = with_points(empty_result(query, [lump, share]), ready, points(rows(ready, query)))
    assert found.crossings == (BreakEven(1, 0, D(2_000_000), meets=True),)


def test_a_cliff_at_the_last_value_has_a_point_where_that_value_is_not_shown() -> None:
    scenario = contract({"bonus": BONUS})
    query = Query(read_grid([scenario], {"sales": "1M,2M"}, zipped=False), named("bonus"))
    ready = [prepared(scenario, query.grid)]
    shown = best(rows(ready, query), 1, highest=False)
    found = with_points(empty_result(query, [scenario]), ready, shown)
    assert [point.values[0] for point in found.at_cliffs] == [2_000_000]


def test_contracts_are_assessed_as_they_stand_today() -> None:
    found = assessed_sweep(swept({"sales": "1M,2M"}), D("0.5"))
    assert [one.statement.sales for one in found.today] == [D(1_000_000)]
    assert [one.warnings for one in found.today] == [warnings(found.today[0].statement, D("0.5"))]
    assert found.result.names == ("a contract",)
    assert repr(found.result) == "SweepResult(['a contract'], 2 points)"
    assert repr(found.today[0]) == f"Assessment({found.today[0].statement})"


def test_along_a_fact_there_are_no_cliffs() -> None:
    scenario = contract({"bonus": {"amount": 5, "only_if": "open"}}, {"facts": {"open": "yes"}})
    query = Query(read_grid([scenario], {"open": "yes,no"}, zipped=False), named("bonus"))
    ready = [prepared(scenario, query.grid)]
    found = with_points(empty_result(query, [scenario]), ready, points(rows(ready, query)))
    assert [point.metrics for point in found.points] == [(D(5),), (D(0),)]
    assert (found.cliffs, found.crossings, found.uncounted) == ((), (), False)


def test_too_many_steps_to_follow_are_told() -> None:
    scenario = contract({"lots": {"amount": 1, "per": "sales", "for_every": {"sales": 1}}})
    query = Query(read_grid([scenario], {"sales": "1M,5M"}, zipped=False), named("lots"))
    ready = [prepared(scenario, query.grid)]
    found = with_points(empty_result(query, [scenario]), ready, points(rows(ready, query)))
    assert found.uncounted
    assert found.cliffs == ()
