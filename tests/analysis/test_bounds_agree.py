"""At every bound that a plan can stand on, ladder, show, sweep and solve tell one amount."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from ka_terms.analysis.breakeven.condition import read_condition
from ka_terms.analysis.breakeven.metric_profile import metric_profile
from ka_terms.analysis.inputs.inputs import find, inputs
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.ladder.ladder import ladders
from ka_terms.analysis.ladder.standing import LadderRow
from ka_terms.analysis.sweep.landmarks import cliffs
from ka_terms.analysis.sweep.query import read_grid
from ka_terms.analysis.sweep.rows import Query, points, rows
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from tests.analysis.drawn_sweeps import prepared
from tests.contracts import contract
from tests.metrics import guardrail, named

PLAN: dict[str, Any] = {
    "last_year": {"sales": "700,000", "stores": {"opening": 20}, "volume": "900"},
    "sales": "1,000,000",
    "returns": "10,000",
    "vat": "13%",
    "target": "1.1M",
    "volume": "1,000",
    "stores": {"opening": 25, "new": 10},
    "skus": {"existing": 21, "new": 14},
    "events": {"dm": 4},
    "figures": {"level": 2, "exclusive": 1, "net_purchases": "900k"},
}
MONEY = ["sales", "net_sales", "sales_incl_tax", "increment", "net_purchases"]
SMALL = ["volume", "stores.new", "stores.closing", "skus.total", "events.dm", "level", "exclusive"]
PAYS = st.one_of(
    st.integers(0, 3_000).map(lambda rate: {"rate": f"{Decimal(rate) / 100}%"}),
    st.integers(0, 90_000_00).map(lambda amount: {"amount": f"{Decimal(amount) / 100}"}),
)


def _term(measure: str) -> st.SearchStrategy[dict[str, Any]]:
    ratios = measure in ("growth", "achievement")
    most = 3_000_000 if measure in MONEY else 250 if ratios else 60
    bounds = st.lists(st.integers(0, most), min_size=1, max_size=3, unique=True).map(sorted)
    kinds = st.lists(st.tuples(st.sampled_from(["from", "over"]), PAYS), min_size=3, max_size=3)
    own = [measure] if measure in (*MONEY, "volume") else []
    return st.builds(
        lambda mode, of, less, bounds, kinds: {
            "mode": mode,
            "measure": measure,
            "of": of,
            "less": less,
            "tiers": [
                {kind: f"{bound}%" if ratios else bound, **pay}
                for bound, (kind, pay) in zip(bounds, kinds, strict=False)
            ],
        },
        st.sampled_from(["whole", "marginal"]),
        st.sampled_from(["sales", "increment", "net_sales", *own]),
        st.sampled_from([[], ["other"]]),
        bounds,
        kinds,
    )


TERMS = st.sampled_from([*MONEY, *SMALL, "growth", "achievement"]).flatmap(_term)


def _places(scenario: Scenario, row: LadderRow) -> Iterator[tuple[str, Decimal]]:
    """The input and its value at which the plan stands on the bound, where a plan can."""
    path, bound = row.status.quantity, Fraction(row.status.bound)
    if path in MONEY[:4]:
        shifts = {"net_sales": 10_000, "increment": 700_000}
        sales = bound / Fraction("1.13") if path == "sales_incl_tax" else bound + shifts.get(path, 0)
        if (sales * 100).denominator == 1 and sales >= 10_000:
            yield "sales", Decimal(int(sales * 100)) / 100
    elif path in inputs(scenario):
        yield path, Decimal(int(bound))
    elif path == "stores.closing" and bound >= 25:
        yield "stores.new", Decimal(int(bound)) - 25
    elif path == "skus.total" and bound >= 21:
        yield "skus.new", Decimal(int(bound)) - 21


def _drawn(term: dict[str, Any]) -> Scenario:
    try:
        return contract({"fee": term, "other": {"rate": "2.5%"}}, PLAN)
    except ValueError:
        assume(False)
        raise


@given(TERMS)
def test_every_way_to_ask_tells_one_amount(term: dict[str, Any]) -> None:
    scenario = _drawn(term)
    (found,) = ladders(evaluate(scenario))
    for row in found.rows:
        for path, value in _places(scenario, row):
            stated = evaluate(moved(scenario, {path: value})).amount("fee")
            swept, solved = _swept(scenario, path, value), _solved(scenario, path, value)
            assert swept == stated
            assert abs(solved - Fraction(stated)) <= Fraction(1, 100)
            if row.status.inclusive:
                assert row.payment == stated
            elif row.payment is not None:
                # The payment is that just above the bound, by as much as the ladder says it jumps there.
                before = row.payment - row.jump if row.jump is not None else stated
                assert before == stated
            _assert_same_jump(scenario, row, path, value)


def _swept(scenario: Scenario, path: str, value: Decimal) -> Decimal | None:
    query = Query(read_grid([scenario], {path: f"{value:f}"}, zipped=False), named("fee"))
    (point,) = points(rows([prepared(scenario, query.grid)], query))
    return point.metrics[0]


def _solved(scenario: Scenario, path: str, value: Decimal) -> Fraction:
    condition = read_condition([scenario], guardrail("fee >= 1"), path)
    found = metric_profile(condition).at(Fraction(value))
    assert found is not None
    return found


def _assert_same_jump(scenario: Scenario, row: LadderRow, path: str, value: Decimal) -> None:
    """Where a input can come from below, the sweep has the cliff that the ladder has."""
    if not value or row.jump is None or (path == "sales" and value <= 10_000):
        return
    input = find(scenario, path)
    there = [cliff for cliff in cliffs([scenario], [input], value - 1, value + 1) if cliff.at == value]
    jump = sum((cliff.jump for cliff in there if cliff.term == "fee"), Decimal(0))
    assert jump == row.jump
