"""What sweeping itself takes: all numbers written down, passed on block by block, or only asked about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.benchmarks.shape import METRICS, Run, Shape

PROJECT = Path(__file__).resolve().parents[2]


def _question(shape: Shape, metrics: tuple[str, ...], rule: str = "") -> tuple[Any, Any]:
    from ka_terms.analysis.inputs.inputs import find
    from ka_terms.analysis.sweep.axes import Grid, read_axis
    from ka_terms.analysis.sweep.blocks import validate_corners
    from ka_terms.analysis.sweep.query import read_metrics, read_rules
    from ka_terms.analysis.sweep.rows import Query
    from ka_terms.reading.scenario import load

    scenario = load(PROJECT / "scenarios/2003-ask.yaml").scenario
    counts, percents = shape.counts(), shape.percents()
    texts = {
        "sales": f"3M..{3_000_000 + (shape.sales - 1) * shape.step:f}..{shape.step:f}",
        "stores.new": f"{counts[0]}..{counts[-1]}..1",
        "monthly_rebate": f"{percents[0] / 100}%..{percents[-1] / 100}%..0.01%",
    }
    varied = [(path, text) for (path, text), count in zip(texts.items(), shape, strict=True) if count > 1]
    grid = Grid(tuple(read_axis(find(scenario, path), text, "CNY") for path, text in varied))
    assert grid.size == shape.size
    rules = read_rules([rule] if rule else [], [scenario], str)
    asked = read_metrics(metrics, [scenario], str)
    return [validate_corners(scenario, grid).scenario], Query(grid, asked, rules)


def _all_metrics(block_rows: Any) -> None:
    for metric in block_rows.metrics:
        metric.floats()


def swept(shape: Shape) -> Run:
    """All three metrics of every point written to arrays: exact fees, the nearest float to each quotient."""
    import numpy

    from ka_terms.analysis.sweep.rows import Rows, rows

    scenarios, query = _question(shape, METRICS)
    arrays = [numpy.ones(shape.size, dtype) for dtype in (numpy.int64, float, float)]

    def write(block_rows: Rows) -> None:
        for array, metric in zip(arrays, block_rows.metrics, strict=True):
            array[block_rows.start :][: block_rows.done] = metric.floats() if metric else numpy.nan

    def run() -> None:
        for _ in rows(scenarios, query, prepare=write):
            pass

    return run


def streamed(shape: Shape) -> Run:
    """All three metrics of every point, block by block, as a writer of files takes them."""
    from ka_terms.analysis.sweep.rows import rows

    scenarios, query = _question(shape, METRICS)

    def run() -> None:
        for each in rows(scenarios, query, prepare=_all_metrics):
            for metric in each.metrics:
                assert metric is not None
                metric.floats()

    return run


def best_ten(shape: Shape) -> Run:
    """The ten points with the lowest fee ratio."""
    from ka_terms.analysis.sweep.rows import best, first_metric, rows

    scenarios, query = _question(shape, ("fee_ratio",))
    return lambda: best(rows(scenarios, query, prepare=first_metric), 10, highest=False)


def counted(shape: Shape) -> Run:
    """How many points keep to a fee ratio of 24%."""
    from ka_terms.analysis.sweep.rows import rows

    scenarios, query = _question(shape, ("fee_ratio",), "fee_ratio <= 24%")
    return lambda: sum(each.size for each in rows(scenarios, query))


def percentiles(shape: Shape) -> Run:
    """The least and the most fee ratio, and seven percentiles."""
    from ka_terms.analysis.sweep.quantiles import quantiles
    from ka_terms.analysis.sweep.rows import first_metric, rows

    scenarios, query = _question(shape, ("fee_ratio",))
    return lambda: quantiles(rows(scenarios, query, prepare=first_metric), (5, 10, 25, 50, 75, 90, 95))


def statements(shape: Shape) -> Run:
    """A statement in exact decimals for each point, as `show` makes it."""
    from ka_terms.analysis.inputs.moved import moved
    from ka_terms.calculation.statement import evaluate

    (scenario,), _ = _question(shape, METRICS)
    paths = ("sales", "stores.new", "monthly_rebate.rate")
    places = [dict(zip(paths, point, strict=True)) for point in shape.sample()]
    return lambda: [evaluate(moved(scenario, place)).fee_ratio for place in places]
