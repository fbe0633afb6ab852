"""What computed figures, conditions and categories cost in a sweep: `python tests/benchmarks/constructs.py`.

The same contract twice, swept over a million points of sales and new stores: once with five computed figures, three
conditions and two categories, once without them, its fees on the figures that they follow from. The ratio of the
medians should be at most 2.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from time import perf_counter
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
GRID = {"sales": "3M..12M/1000", "stores.new": "0..999..1"}
PLAN: dict[str, Any] = {
    "last_year": {"sales": "4,020,000"},
    "sales": "10,050,000",
    "volume": "402k",
    "stores": {"opening": 25, "new": 10},
}
COMPUTED = {
    "own_label": "15% of sales",
    "branded": "sales - own_label",
    "two_years": "sales + last_year.sales",
    "staff": "2 x stores.closing",
    "goods": "price x volume",
}
FOLLOWED = {
    "own_label": "sales",
    "branded": "sales",
    "two_years": "sales",
    "staff": "stores.closing",
    "goods": "sales",
    "categories.noodles.sales": "sales",
    "categories.drinks.sales": "sales",
}
"""What each of them follows."""
CATEGORIES = {"noodles": {"sales": "60%"}, "drinks": {"sales": "25%"}}
TERMS: dict[str, Any] = {
    "monthly_rebate": {"rate": "2.5%", "of": "branded"},
    "annual_rebate": {
        "mode": "whole",
        "tiers": [{"from": "7.5M", "rate": "0.8%"}, {"from": "9M", "rate": "1.2%"}],
    },
    "loyalty_rebate": {"rate": "0.1%", "of": "two_years"},
    "promoter_fee": {"amount": 100, "per": ["staff"]},
    "goods_rebate": {"rate": "0.5%", "of": "goods"},
    "listing_fee": {"amount": 1000, "per": ["stores.closing"]},
    "display_fee": {"rate": "0.5%", "of": "own_label"},
    "noodles_rebate": {"rate": "1%", "of": "categories.noodles.sales"},
    "drinks_rebate": {"rate": "1%", "of": "categories.drinks.sales"},
}
CONDITIONS = {
    "monthly_rebate": {"unless": "stores.closing >= 900"},
    "listing_fee": {"only_if": "sales >= 4M"},
    "display_fee": {"only_if": "branded >= 30% of sales"},
}


def contract(*, constructs: bool) -> Scenario:
    """The contract with the constructs, or without them."""
    if constructs:
        plan = {**PLAN, "figures": {"price": 12, **COMPUTED}, "categories": CATEGORIES}
        terms = {key: {**term, **CONDITIONS.get(key, {})} for key, term in TERMS.items()}
    else:
        plan, terms = PLAN, {key: _on_what_it_follows(term) for key, term in TERMS.items()}
    return scenario({"scenario": "x", "plan": plan, "terms": terms})


def _on_what_it_follows(term: dict[str, Any]) -> dict[str, Any]:
    followed = {"of": FOLLOWED.get(term.get("of", ""), "sales")} if "rate" in term or "tiers" in term else {}
    per = {"per": [FOLLOWED.get(path, path) for path in term["per"]]} if "per" in term else {}
    return {**term, **followed, **per}


def seconds(scenario: Scenario) -> float:
    """What one sweep over the grid takes."""
    grid = Grid(tuple(read_axis(find(scenario, path), text, "CNY") for path, text in GRID.items()))
    query = Query(grid, read_metrics(("total_fees", "fee_ratio"), [scenario], str))
    ready = validate_corners(scenario, grid).scenario
    begun = perf_counter()
    for _ in rows([ready], query, prepare=first_metric):
        pass
    return perf_counter() - begun


def main() -> None:
    plain, full = contract(constructs=False), contract(constructs=True)
    times: dict[str, list[float]] = {"plain": [], "full": []}
    for _ in range(RUNS):
        times["plain"].append(seconds(plain))
        times["full"].append(seconds(full))
    ratio = median(times["full"]) / median(times["plain"])
    plain_time, full_time = (median(times[name]) for name in ("plain", "full"))
    print(f"10^6 points: {plain_time:.3f} s, with constructs {full_time:.3f} s: {ratio:.2f}x (limit 2)")


if __name__ == "__main__":
    main()
