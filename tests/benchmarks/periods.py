"""What terms that are settled by month cost in a sweep: `python tests/benchmarks/periods.py`.

One contract of eight terms, swept over sales and new stores: settled by the year, with one term by month, with all of
them by month. Twelve settlements are twelve evaluations: the ratios should be at most 3 and 14. Each is the least of
several runs in process time, taken in turn.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.sweep.axes import Grid, read_axis
from ka_terms.analysis.sweep.blocks import validate_corners
from ka_terms.analysis.sweep.query import read_metrics
from ka_terms.analysis.sweep.rows import Query, first_metric, rows
from ka_terms.api import scenario
from ka_terms.model.contract.scenario import Scenario

RUNS = 7
GRIDS = ({"sales": "3M..12M/1000", "stores.new": "0..299..1"}, {"sales": "3M..12M/300000"})
SALES = ["6%", "9%", "7%", "8%", "8%", "9%", "8%", "8%", "9%", "10%", "8%", "10%"]
PLAN: dict[str, Any] = {
    "sales": "10,050,000",
    "stores": {"opening": 25, "new": 10},
    "months": {"sales": SALES},
}
TERMS: dict[str, dict[str, Any]] = {
    "monthly_rebate": {"rate": "2.5%"},
    "annual_rebate": {
        "mode": "whole",
        "tiers": [{"from": "750k", "rate": "0.8%"}, {"from": "900k", "rate": "1.2%"}],
    },
    "display_fee": {"amount": 100, "per": ["stores.closing"]},
    "shelf_fee": {"amount": 50, "per": ["stores.average"]},
    "logistics_fee": {"rate": "0.5%", "at_least": 2000},
    "growth_rebate": {"mode": "marginal", "tiers": [{"from": "500k", "rate": "1%"}]},
    "net_rebate": {"rate": "1%", "less": ["monthly_rebate"]},
    "service_fee": {"amount": 5000},
}
LIMITS = {"one of eight by month": 3, "all by month": 14}


def contract(by_month: set[str]) -> Scenario:
    """The contract with some terms settled by month."""
    terms = {key: {**term, "each": "month"} if key in by_month else term for key, term in TERMS.items()}
    return scenario({"scenario": "x", "plan": PLAN, "terms": terms})


def seconds(scenario: Scenario, ranges: dict[str, str]) -> float:
    """What one sweep over the grid takes."""
    grid = Grid(tuple(read_axis(find(scenario, path), text, "CNY") for path, text in ranges.items()))
    query = Query(grid, read_metrics(("total_fees",), [scenario], str))
    ready = validate_corners(scenario, grid).scenario
    begun = process_time()
    for _ in rows([ready], query, prepare=first_metric):
        pass
    return process_time() - begun


def main() -> None:
    contracts = {
        "by the year": contract(set()),
        "one of eight by month": contract({"monthly_rebate"}),
        "all by month": contract({*TERMS}),
    }
    for ranges in GRIDS:
        least = dict.fromkeys(contracts, float("inf"))
        for _ in range(RUNS):
            for name, one in contracts.items():
                least[name] = min(least[name], seconds(one, ranges))
        year = least["by the year"]
        told = (f"{name} {least[name] / year:.2f}x (limit {limit})" for name, limit in LIMITS.items())
        print(f"{' x '.join(ranges)}, 300,000 points: by the year {year * 1000:.0f} ms, {', '.join(told)}")


if __name__ == "__main__":
    main()
