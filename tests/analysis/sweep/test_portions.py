"""Sweeps of parts that are thirds and sevenths of what moves: whole numbers, in arrays, as the statement tells."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.internal import internal_view
from ka_terms.analysis.sweep.axes import Grid, read_axis
from ka_terms.analysis.sweep.blocks import EvaluatedBlock, evaluate_block
from ka_terms.analysis.sweep.quantiles import quantiles
from ka_terms.analysis.sweep.rows import Query, Rows, best, points, rows
from ka_terms.calculation.costs import exact_figures
from ka_terms.calculation.readings import plain_arrays as plain
from ka_terms.calculation.readings.exact import ratio
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.vocabulary.metrics import METRICS, Metric, figure_metric, term_metric
from tests.analysis.drawn_sweeps import measured, prepared
from tests.analysis.drawn_sweeps import points as points_of
from tests.contracts import Keys, contract
from tests.metrics import guardrail
from tests.spaces import spaces

PART, REST = "categories.a.sales", "categories.b.sales"
TERMS: dict[str, Keys] = {
    "part": {"rate": "2.5%", "of": PART},
    "less": {"rate": "33.3%", "of": "most", "less": ["part"]},
    "limited": {"rate": "1%", "at_least": f"10% of {PART}"},
    "bands": {
        "mode": "marginal",
        "measure": PART,
        "of": PART,
        "tiers": [{"from": "2M", "rate": "0.7%"}, {"over": "3M", "rate": "2%"}],
    },
    "steps": {
        "mode": "whole",
        "measure": "stores.hyper.closing",
        "tiers": [{"from": 2, "amount": 1000}, {"from": 5, "amount": 3000}],
    },
    "stores": {"amount": 1000, "per": ["stores.hyper.average"]},
    "units": {"amount": "0.07", "per": "categories.a.volume", "for_every": {"categories.a.volume": 2}},
    "due": {"amount": 5, "only_if": f"{PART} >= 33.3% of sales", "unless": "most >= 4M"},
    "all_there": {"amount": 7, "only_if": "categories.other.sales <= 0"},
}
TOTALS = ("total_fees", "fee_ratio", "net_net_sales")
FIGURES = (PART, "most", "categories.other.sales", "stores.hyper.average", "volume")
ASKED: tuple[Metric, ...] = (
    *(METRICS[name] for name in TOTALS),
    *map(term_metric, TERMS),
    *map(figure_metric, FIGURES),
)


each_row_space = pytest.mark.parametrize(
    "xp", [xp for xp, limit in spaces() if limit and xp.__name__ in (plain.__name__, "numpy")]
)


def of_parts(*sales: int, terms: Keys | None = None, **more: Any) -> Scenario:
    """A contract of categories that make sales and volume, and of classes that make the stores."""
    parts = dict(zip("abc", sales, strict=False))
    classes = {name: {"opening": at + 1, "new": at} for at, name in enumerate(("hyper", "market", "corner"))}
    plan = {
        "sales": None,
        "categories": {name: {"sales": part, "volume": part} for name, part in parts.items()},
        "stores": {"classes": classes},
        "figures": {"most": f"{PART} + 50% of {REST}"},
    }
    return contract(TERMS if terms is None else terms, plan, **more)


def grid_of(scenario: Scenario, vary: dict[str, str]) -> Grid:
    return Grid(tuple(read_axis(find(scenario, path), text, "CNY") for path, text in vary.items()))


def costed(
    scenario: Scenario, grid: Grid, metrics: tuple[Metric, ...], xp: Any, limit: int | None
) -> EvaluatedBlock:
    """The grid as one block. Errors: `TooLarge` where the integers of the namespace do not suffice."""
    whole = tuple((0, length) for length in grid.shape)
    return evaluate_block(prepared(scenario, grid), grid, whole, metrics, xp, limit)


def told(scenario: Scenario, values: dict[str, Decimal]) -> list[Decimal | None]:
    """What the statement tells of every metric of `ASKED`."""
    there = moved(scenario, values)
    statement = evaluate(there)
    amounts = {line.term: line.amount for line in statement.lines}
    totals = (getattr(statement, name) for name in TOTALS)
    return [*totals, *(amounts[key] for key in TERMS), *exact_figures(there.plan, *FIGURES)]


THIRDS, SEVENTHS = (1, 1, 1), (3, 3, 1)
GRIDS = [(parts, {"sales": "5M..9M..723,456.78", "volume": "10..12..1"}) for parts in (THIRDS, SEVENTHS)]
GRIDS += [
    (THIRDS, {"stores.opening": "5..11..1", "stores.new": "3..6..1"}),
    (SEVENTHS, {"sales": "6M, 6000000.01, 7M, 0, 9M", "part": "0%..3%..1%"}),
]


@pytest.mark.parametrize(("parts", "vary"), GRIDS)
def test_parts_are_swept_in_whole_numbers_as_the_statement_tells(
    parts: tuple[int, ...], vary: dict[str, str]
) -> None:
    """No number is too large for 64 bits; else `TooLarge` would be raised."""
    scenario = of_parts(*parts)
    grid = grid_of(scenario, vary)
    expected = [told(scenario, values) for values in points_of(grid)]
    for xp, limit in spaces():
        block = costed(scenario, grid, ASKED, xp, limit)
        columns = [measured(block, at) for at in range(len(ASKED))]
        assert [list(row) for row in zip(*columns, strict=True)] == expected
        assert {number.under for pair in block.metrics if pair for number in pair if number} == {1}


@each_row_space
@pytest.mark.parametrize(("parts", "vary"), GRIDS)
def test_rows_of_parts_are_exact(xp: Any, parts: tuple[int, ...], vary: dict[str, str]) -> None:
    scenario = of_parts(*parts)
    grid = grid_of(scenario, vary)
    found = points(rows([prepared(scenario, grid)], Query(grid, ASKED), xp=xp))
    assert [list(point.metrics) for point in found] == [told(scenario, values) for values in points_of(grid)]


def rows_of(xp: Any, metric: Metric, *rules: str, block: int | None = None) -> Iterator[Rows]:
    """Sales of 9 to 100, of which a third is part of the contract, where the rules hold."""
    scenario = of_parts(*THIRDS)
    grid = grid_of(scenario, {"sales": "9..100..1"})
    query = Query(grid, (metric,), tuple(map(guardrail, rules)))
    return rows([prepared(scenario, grid)], query, block, xp)


@each_row_space
def test_the_best_and_the_spread_of_a_part(xp: Any) -> None:
    metric = figure_metric(PART)
    found = best(rows_of(xp, metric, block=7), 3, highest=True)
    assert [point.values[0] for point in found] == [100, 99, 98]
    assert [point.metrics[0] for point in found] == [ratio(Decimal(one), Decimal(3)) for one in (100, 99, 98)]
    assert [point.values[0] for point in best(rows_of(xp, metric, block=7), 2, highest=False)] == [9, 10]
    spread = quantiles(rows_of(xp, metric, block=7), [50])
    assert spread
    assert (spread.rows, spread.least) == (92, 3)
    assert spread.most == pytest.approx(100 / 3)
    assert spread.percentiles[0] == pytest.approx(54 / 3, abs=0.01)


@each_row_space
@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        ("> 4", 88),
        (">= 4", 89),
        ("== 4", 1),
        ("!= 4", 91),
        ("< 4", 3),
        ("<= 4", 4),
        ("<= 3.33", 1),
        ("<= 3.34", 2),
    ],
)
def test_a_part_is_held_against_a_limit_exactly(xp: Any, rule: str, kept: int) -> None:
    limit = guardrail(f"total_fees {rule}")._replace(metric=figure_metric(PART))
    scenario = of_parts(*THIRDS)
    grid = grid_of(scenario, {"sales": "9..100..1"})
    query = Query(grid, (figure_metric(PART),), (limit,))
    assert sum(found.size for found in rows([prepared(scenario, grid)], query, xp=xp)) == kept


@each_row_space
def test_what_is_divided_by_a_part_is_no_more_than_by_any_other_figure(xp: Any) -> None:
    """Zero sales have a part of zero, and a quotient by it is n/a."""
    scenario = of_parts(*THIRDS, terms={"fee": {"rate": "1%", "of": PART}})
    grid = grid_of(scenario, {"sales": "0, 300, 400"})
    metric = Metric("fees_on_part", "total_fees", PART, "rate")
    found = points(rows([prepared(scenario, grid)], Query(grid, (metric,)), xp=xp))
    expected = [None, Decimal("0.01"), ratio(Decimal("1.33") * 3, Decimal(400))]
    assert [point.metrics[0] for point in found] == expected


def test_days_of_credit_are_divided_in_whole_numbers() -> None:
    """The cost of what is paid late is so much a year, divided by 365."""
    private = {"margin": "30%", "cost_of_capital": "7%"}
    scenario = contract({"fee": {"rate": "1%"}}, conditions={"payment_days": 61}, private=private)
    grid = grid_of(scenario, {"sales": "8M..12M..123,456.78"})
    (metric,) = (METRICS["private.contribution"],)
    for xp, limit in spaces():
        found = measured(costed(scenario, grid, (metric,), xp, limit), 0)
        for sales, contribution in zip(points_of(grid), found, strict=True):
            there = moved(scenario, sales)
            view = internal_view(evaluate(there))
            assert view
            assert contribution == view.contribution
