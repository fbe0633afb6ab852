"""Computed figures and categories in every question of "what if"."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ka_terms.analysis.assessment import assess
from ka_terms.analysis.comparison import Incomparable, compare
from ka_terms.analysis.inputs.domain import domain
from ka_terms.analysis.inputs.inputs import find, inputs
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.ladder.ladder import ladders
from ka_terms.analysis.metric_names import metric_named
from ka_terms.analysis.resolved_plan import resolved_plan
from ka_terms.analysis.sweep.axes import Grid
from ka_terms.analysis.tornado import tornado
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.plan.plan import Plan
from ka_terms.model.vocabulary.metrics import TOTALS
from tests.analysis.drawn_sweeps import axis_of, measured, prepared, sweep
from tests.contracts import contract

BY_VOLUME = {
    "sales": "volume x price",
    "volume": "402k",
    "figures": {"price": 25, "facings": "66%", "own": "15% of sales", "branded": "sales - own"},
}
TERMS = {
    "case": {
        "mode": "whole",
        "measure": "volume",
        "tiers": [{"from": "0", "rate": "1%"}, {"from": "400k", "rate": "3%"}],
    },
    "display": {
        "mode": "whole",
        "measure": "facings",
        "tiers": [{"from": "33%", "rate": "1%"}, {"over": "70%", "rate": "2%"}],
    },
    "branded_fee": {"rate": "2%", "of": "branded"},
}
SCENARIO = contract(TERMS, BY_VOLUME)
PARTS = {"sales": "10M", "categories": {"noodles": {"sales": "60%"}, "drinks": {"sales": "3.2M"}}}
OF_PARTS = contract({"fee": {"rate": "1%", "of": "categories.other.sales"}}, PARTS)


def test_tiers_by_volume_have_dead_zones_where_sales_follow_from_it() -> None:
    statement = evaluate(SCENARIO)
    (row,) = [row for row in ladders(statement)[0].rows if row.position == 2]
    assert row.movable
    assert row.net
    # 400,000 x 25 x (1 - 1%) / (25 x (1 - 3%))
    assert row.net.ends == Decimal("408247.42")
    assert [warning.term for warning in assess(statement).warnings if warning.kind == "dead_zone"] == ["case"]


def test_a_moved_figure_replaces_its_formula() -> None:
    assert find(SCENARIO, "branded").computed
    again = moved(SCENARIO, {"branded": Decimal(5), "sales": Decimal(8), "facings": Decimal("0.1")})
    assert [again.plan.figures["branded"], again.plan.sales] == [5, 8]
    assert str(again.plan.figures["facings"]) == "10%"
    assert [evaluate(again).amount("branded_fee"), evaluate(again).amount("display")] == [Decimal("0.10"), 0]


def test_shares_go_up_to_all() -> None:
    assert domain(SCENARIO, find(SCENARIO, "facings")) == (Decimal(0), Decimal(1))
    assert domain(SCENARIO, find(SCENARIO, "display.tiers.2.over")) == (Decimal("0.33"), Decimal(1))
    changed = moved(SCENARIO, {"display.tiers.1.from": Decimal("0.5")})
    assert changed.model_dump(by_alias=True)["terms"]["display"]["tiers"][0]["from"] == "50%"


def test_a_tornado_changes_stated_numbers_only() -> None:
    found = tornado(SCENARIO, TOTALS["fee_ratio"])
    paths = {swing.input.path for swing in (*found.swings, *found.still)}
    assert {"price", "volume", "facings"} <= paths
    assert not {"sales", "own", "branded"} & paths


def test_a_metric_has_the_kind_of_its_figure() -> None:
    kinds = [metric_named(name, [SCENARIO]).kind for name in ("facings", "own", "price")]
    assert kinds == ["rate", "money", "number"]


def test_a_moved_category_moves_what_is_left() -> None:
    assert "categories.other.sales" not in inputs(OF_PARTS)
    path = "categories.drinks.sales"
    assert evaluate(moved(OF_PARTS, {path: Decimal(2_200_000)})).amount("fee") == 18_000
    assert (
        str(moved(OF_PARTS, {"categories.noodles.sales": Decimal(5)}).plan.categories["noodles"].sales) == "5"
    )
    grid = Grid((axis_of(find(OF_PARTS, path), 1_000_000, 4_000_000, 5_000_000),), False)
    ((_, block),) = sweep([prepared(OF_PARTS, grid)], grid, [TOTALS["total_fees"]])
    assert measured(block, 0) == [30_000, 0, None]


def test_the_plan_lists_what_it_computes() -> None:
    assert [figure.path for figure in assess(evaluate(SCENARIO)).plan] == [
        "sales",
        "volume",
        "price",
        "facings",
        "own",
        "branded",
    ]
    made = contract({}, {"sales": None, "categories": {"a": {"sales": 3}}})
    assert [figure.path for figure in assess(evaluate(made)).plan] == ["sales", "categories.a.sales"]


def test_formulas_go_with_their_terms_to_another_plan() -> None:
    old = contract(
        {"fee": {"rate": "10%", "of": "net"}},
        {"sales": 1000, "figures": {"net": "sales - own", "own": "20% of sales"}},
    )
    new = contract({}, {"sales": 2000, "figures": {"own": 100}})
    (versus,) = compare([old, new]).versus
    assert versus.difference("fee").plan_effect == 110
    assert compare([old], plan=new).baseline.amount("fee") == 190
    lacking = contract(
        {"fee": {"rate": "10%", "of": "net"}},
        {"sales": 1000, "returns": 5, "figures": {"net": "sales - returns"}},
    )
    (versus,) = compare([lacking, new]).versus
    assert versus.difference("fee").plan_effect is None
    assert versus.uncosted == ("net",)


def test_a_resolved_plan_keeps_its_formulas() -> None:
    plan = assess(evaluate(SCENARIO)).resolved_plan
    assert [plan["sales"], plan["figures"]["own"], plan["figures"]["facings"]] == [
        "volume x price",
        "15% of sales",
        "66%",
    ]
    assert Plan.model_validate(plan) == SCENARIO.plan
    summed = contract({}, {"sales": None, "categories": {"a": {"sales": 3}, "b": {"sales": 4}}}).plan
    assert Plan.model_validate(resolved_plan(summed)).is_sum


def test_a_measure_that_the_other_plan_lacks_is_told_once() -> None:
    with pytest.raises(Incomparable) as caught:
        compare([SCENARIO], plan=contract({}, {"volume": 5}))
    assert [str(fault.at[1:]) for fault in caught.value.faults] == ["('display', 'measure')"]
