"""Rows, rules and the best of a sweep, held against the statement of every point."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.guardrail import OPERATORS, Guardrail
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.sweep.query import read_grid
from ka_terms.analysis.sweep.rows import Point, Query, all_columns, best, first_metric, points, rows
from ka_terms.calculation.readings import plain_arrays as plain
from ka_terms.calculation.readings.reading import Uncomputable
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.scenario import Scenario
from tests.analysis.drawn_sweeps import prepared
from tests.contracts import contract, each
from tests.metrics import as_metric, guardrail, named

D = Decimal
numpy = pytest.importorskip("numpy")
SPACES = pytest.mark.parametrize("xp", [None, numpy], ids=["plain", "numpy"])
BONUS: dict[str, Any] = {
    "mode": "whole",
    "tiers": [{"from": "2M", "rate": "1%"}, {"over": "3M", "rate": "2.5%"}],
}
CONTRACT = contract(
    {"rebate": {"rate": "1.5%"}, "bonus": BONUS, "opening": {"amount": "3,333.33", "per": ["stores.new"]}},
    {"stores": {"opening": 0, "new": 4}},
)
VARY = {"sales": "0..4M..500k", "stores.new": "0..2..1", "rebate": "1%,1.5%"}
METRICS = ("fee_ratio", "total_fees", "bonus", "vpo", "vpo_volume", "stores.average")


def asked(vary: dict[str, str], metrics: tuple[str, ...], *rules: str) -> tuple[list[Scenario], Query]:
    grid = read_grid([CONTRACT], vary, zipped=False)
    query = Query(grid, named(*metrics), tuple(guardrail(rule) for rule in rules))
    return [prepared(CONTRACT, grid)], query


@cache
def statement_at(paths: tuple[str, ...], values: tuple[Decimal, ...]) -> Statement:
    return evaluate(moved(CONTRACT, dict(zip(paths, values, strict=True))))


def all_of(query: Query) -> list[tuple[tuple[Decimal, ...], Statement]]:
    """Every point by hand, in the order of the grid."""
    axes = query.grid.axes
    values = product(*([axis.value(at) for at in range(axis.count)] for axis in axes))
    paths = tuple(axis.input.path for axis in axes)
    return [(point, statement_at(paths, point)) for point in values]


def keeps(statement: Statement, rule: Guardrail) -> bool:
    value = statement.value(rule.metric)
    return value is not None and OPERATORS[rule.operator](value, rule.limit)


@SPACES
@pytest.mark.parametrize("block", [1, 5, 1000])
def test_every_row_is_the_statement_of_its_point(xp: Any, block: int) -> None:
    scenarios, query = asked(VARY, METRICS)
    expected = [
        Point(0, values, tuple(statement.metric(name) for name in METRICS))
        for values, statement in all_of(query)
    ]
    assert list(points(rows(scenarios, query, block, xp))) == expected
    for block_rows in rows(scenarios, query, block, xp):
        first = next(points([block_rows]))
        assert first == expected[block_rows.start]


@SPACES
@given(
    st.sampled_from(["fee_ratio", "total_fees", "bonus", "rebate", "vpo", "net_net_sales"]),
    st.sampled_from(list(OPERATORS)),
    st.sampled_from([D(0), D("0.015"), D("0.025"), D("0.04"), D(20_000), D(3_333_33) / 100, D(2_000_000)]),
)
def test_a_rule_lets_through_what_keeps_to_it(xp: Any, metric: str, sign: str, limit: Decimal) -> None:
    percent = metric == "fee_ratio" or (limit < 1 and metric != "vpo")
    limit = min(limit, D(1)) if percent else limit
    rule = Guardrail.on(as_metric(metric), sign, limit, percent=percent)
    scenarios, query = asked(VARY, ("total_fees",))
    query = query._replace(rules=(rule,))
    expected = [values for values, statement in all_of(query) if keeps(statement, rule)]
    assert [point.values for point in points(rows(scenarios, query, 7, xp))] == expected


@SPACES
def test_rules_hold_together_and_one_that_is_never_met_leaves_nothing(xp: Any) -> None:
    scenarios, query = asked(VARY, ("total_fees",), "bonus > 1%", "stores.average < 1")
    expected = [v for v, s in all_of(query) if all(keeps(s, rule) for rule in query.rules[:1]) and v[1] < 2]
    assert [point.values for point in points(rows(scenarios, query, 1000, xp))] == expected
    for rule in ("vpo_volume > 0", "sales < 0"):
        scenarios, query = asked(VARY, ("fee_ratio", "total_fees"), rule)
        (found,) = rows(scenarios, query, 1000, xp)
        assert [list(axis.values) for axis in found.axes] == [[], [], []]
        assert list(points([found])) == []
        assert best(rows(scenarios, query, 1000, xp), 3, highest=False) == []


@SPACES
@pytest.mark.parametrize("block", [1, 7, 10_000])
@pytest.mark.parametrize("metric", ["fee_ratio", "total_fees", "vpo", "net_net_sales"])
@pytest.mark.parametrize("highest", [False, True])
@pytest.mark.parametrize("rule", ["total_fees >= 0", "bonus > 1%"])
def test_the_best_are_the_first_of_all_in_order(
    xp: Any, block: int, metric: str, highest: bool, rule: str
) -> None:
    scenarios, query = asked(VARY, (metric, "total_fees"), rule)
    found = [point for point in points(rows(scenarios, query, block, xp)) if point.metrics[0] is not None]
    order = sorted(found, key=lambda point: (point.metrics[0] or D(0)) * (-1 if highest else 1))
    for count in (1, 4, 1000):
        assert best(rows(scenarios, query, block, xp), count, highest) == order[:count]


@SPACES
def test_the_best_of_what_is_nowhere_available(xp: Any) -> None:
    scenarios, query = asked(VARY, ("vpo_volume",))
    assert best(rows(scenarios, query, 1000, xp), 3, highest=False) == []


def test_the_best_of_very_many_are_found_by_groups() -> None:
    scenarios, query = asked({"sales": "0..4M..100"}, ("fee_ratio",))
    order = [D(2_000_000 - 100 * at) for at in range(1, 4)]
    assert [point.values[0] for point in best(rows(scenarios, query, xp=numpy), 3, highest=False)] == order
    ties = best(rows(scenarios, query._replace(metrics=named("bonus")), xp=numpy), 2, highest=False)
    assert [point.values[0] for point in ties] == [0, 100]


def test_the_best_are_found_where_each_is_the_only_one_of_its_group() -> None:
    """A store more costs more than all sales do, so that of 128 rows only that without one is among the best."""
    flat = contract(
        {"fee": {"rate": "1%"}, "opening": {"amount": "1M", "per": ["stores.new"]}},
        {"stores": {"opening": 0}},
    )
    grid = read_grid([flat], {"sales": "60k..1k..1k", "stores.new": "0..127..1"}, zipped=False)
    ready, query = [prepared(flat, grid)], Query(grid, named("total_fees"))
    for count in (1, 2, 59, 60):
        found = best(rows(ready, query, xp=numpy), count, highest=False)
        assert [point.metrics[0] for point in found] == [10 * at for at in range(1, count + 1)]
    # Without a store there are no sales of one.
    found = best(rows(ready, query._replace(metrics=named("vpo")), xp=numpy), 2, highest=False)
    assert [each(*point.values) for point in found] == [(1_000, 127), (1_000, 126)]


def test_several_contracts_come_one_after_the_other() -> None:
    other = contract({"bonus": {"amount": 7}}, {"stores": {"opening": 1}})
    grid = read_grid([CONTRACT, other], {"sales": "1M,2M"}, zipped=False)
    query = Query(grid, named("bonus", "rebate"))
    ready = [prepared(each, grid) for each in (CONTRACT, other)]
    found = list(points(rows(ready, query)))
    assert [(point.scenario, point.metrics) for point in found] == [
        (0, (D("0.00"), D("15000.00"))),
        (0, (D("20000.00"), D("30000.00"))),
        (1, (D("7.00"), None)),
        (1, (D("7.00"), None)),
    ]


@SPACES
def test_beyond_64_bits_the_rows_are_still_exact(xp: Any) -> None:
    scenarios, query = asked(
        {"sales": "900,000,000,000,000..900,000,000,000,001..0.01", "rebate": "1.234567%"},
        METRICS,
        "fee_ratio > 3%",
    )
    query = query._replace(rules=(*query.rules, guardrail("rebate < 1.6%")))
    expected = [tuple(s.metric(name) for name in METRICS) for _, s in all_of(query)]
    assert [point.metrics for point in points(rows(scenarios, query, 1000, xp))] == expected


def test_an_amount_beyond_10_18_is_told() -> None:
    huge = contract(
        {"fee": {"amount": "900,000,000,000,000", "per": ["stores.new"]}},
        {"stores": {"opening": 0, "new": 1}},
    )
    grid = read_grid([huge], {"stores.new": "1..2000..1"}, zipped=False)
    with pytest.raises(Uncomputable, match=r"an amount of 10\^18 or more for fee"):
        list(rows([prepared(huge, grid)], Query(grid, named("total_fees"))))


def test_an_axis_named_like_a_metric_goes_by_its_full_path() -> None:
    _, query = asked({"rebate": "1%", "sales": "1M"}, ("rebate", "sales"))
    assert query.axis_names == ("rebate.rate", "sales")
    assert query._replace(metrics=named("fee_ratio")).axis_names == ("rebate", "sales")


def test_plain_arrays_are_taken_as_they_are() -> None:
    scenarios, query = asked({"sales": "1M,2M"}, ("total_fees",))
    assert list(points(rows(scenarios, query, xp=plain))) == list(points(rows(scenarios, query, xp=numpy)))


def swept_of(
    terms: dict[str, Any], plan: dict[str, Any], vary: dict[str, str], metric: str, *rules: str
) -> tuple[list[Scenario], Query]:
    """Scenarios and query, as `rows` takes them."""
    scenario = contract(terms, plan)
    grid = read_grid([scenario], vary, zipped=False)
    query = Query(grid, named(metric), tuple(guardrail(rule) for rule in rules))
    return [prepared(scenario, grid)], query


@SPACES
@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        ("sales >= 2M", [2, 3]),
        ("sales > 2M", [3]),
        ("sales <= 2M", [1, 2]),
        ("sales < 2M", [1]),
        ("sales == 2M", [2]),
        ("sales != 2M", [1, 3]),
        ("fee >= 2%", [1, 2]),
        ("fee <= 2%", [2, 3]),
    ],
)
def test_a_limit_met_exactly_is_met(xp: Any, rule: str, kept: list[int]) -> None:
    asked_ = swept_of({"fee": {"amount": "40k"}}, {}, {"sales": "1M,2M,3M"}, "sales", rule)
    assert [point.values[0] for point in points(rows(*asked_, xp=xp))] == [D(one * 10**6) for one in kept]


@pytest.mark.parametrize("limit", ["0.999999%", "1.000001%", "99.999999%"])
def test_a_rule_whose_product_outgrows_64_bits_is_still_held_exactly(limit: str) -> None:
    sales = ["1000000", "10000000000000.07", "20000000000000.93", "30000000000000", "70000000000000.03"]
    asked_ = swept_of(
        {"fee": {"amount": "10M"}}, {}, {"sales": ", ".join(sales)}, "sales", f"fee_ratio <= {limit}"
    )
    assert [point.values[0] for point in points(rows(*asked_, xp=numpy))] == [D(one) for one in sales[1:]]


LEAP: dict[str, Any] = {"bonus": {"mode": "whole", "tiers": [{"from": "2M", "amount": "1.5M"}]}}


@SPACES
@pytest.mark.parametrize("highest", [False, True])
@pytest.mark.parametrize("closed", ["0", "0,9"], ids=["plans", "plans and impossible ones"])
def test_the_best_are_told_across_blocks_of_other_scales(xp: Any, highest: bool, closed: str) -> None:
    """Below the leap sales are whole millions, beyond it cents."""
    vary = {"sales": "1M,2M,3M", "stores.closed": closed}
    asked_ = swept_of(LEAP, {"stores": {"opening": 5, "new": 0, "closed": 0}}, vary, "net_net_sales")
    found = best(rows(*asked_, block=len(closed.split(",")), xp=xp), 3, highest)
    order = [D(500_000), D(1_000_000), D(1_500_000)]
    assert [point.metrics[0] for point in found] == (order[::-1] if highest else order)


@SPACES
def test_the_best_are_told_across_blocks_with_and_without_impossible_plans(xp: Any) -> None:
    """Where some points of a block make no plan, its metrics are divided; in others they are not."""
    plan = {"stores": {"opening": 5, "new": 0, "closed": 0}}
    asked_ = swept_of(
        {"fee": {"amount": "10k", "per": "stores.closing"}},
        plan,
        {"stores.closed": "0,1,2,9"},
        "net_net_sales",
    )
    found = best(rows(*asked_, block=2, xp=xp), 4, highest=True)
    assert [point.values[0] for point in found] == [2, 1, 0]


def test_the_best_are_told_across_blocks_of_64_bits_and_beyond() -> None:
    vary = {"sales": "123456789.01, 900000000000000.01"}
    asked_ = swept_of({"fee": {"rate": "1.234567%"}, "lump": {"amount": "10k"}}, {}, vary, "fee_ratio")
    found = best(rows(*asked_, block=1, xp=numpy), 2, highest=True)
    assert [point.values[0] for point in found] == [D("123456789.01"), D("900000000000000.01")]


@pytest.mark.parametrize("count", [1, 2, 3, 7, 20, 33, 50, 62, 63, 64, 65])
def test_the_best_are_found_where_each_group_has_but_one_of_them(count: int) -> None:
    """A row of 128 amounts for each of 64 sales in no order; the least of a row is far below all others of it."""
    millions = [at * 37 % 64 + 1 for at in range(64)]
    vary = {"sales": ",".join(f"{one}M" for one in millions), "fee": "1M..128M..1M"}
    asked_ = swept_of({"fee": {"amount": "1M"}, "rebate": {"rate": "1%"}}, {}, vary, "total_fees")
    order = [(D(10**6 * one), D(10**6)) for one in range(1, 65)] + [(D(10**6), D(2 * 10**6))]
    assert [point.values for point in best(rows(*asked_, xp=numpy), count, highest=False)] == order[:count]


@pytest.mark.parametrize("prepare", [first_metric, all_columns])
def test_what_is_prepared_beside_is_the_same(prepare: Any) -> None:
    cases, query = asked(VARY, METRICS)
    plain_rows = list(points(rows(cases, query, xp=numpy)))
    assert list(points(rows(cases, query, xp=numpy, prepare=prepare))) == plain_rows
    nowhere, query = asked({"sales": "1M,2M"}, ("vpo_volume",))
    (block,) = rows(nowhere, query, xp=numpy, prepare=prepare)
    assert block.metrics == (None,)
