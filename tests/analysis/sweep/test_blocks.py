"""Sweeps: every point of every grid equals the statement of the contract with these numbers, to the minor unit."""

from __future__ import annotations

import builtins
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ka_terms.analysis.feasibility import reasons
from ka_terms.analysis.inputs.inputs import find
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.sweep import blocks as module
from ka_terms.analysis.sweep.axes import Grid, read_axis
from ka_terms.analysis.sweep.blocks import Invalid, namespace, validate_corners
from ka_terms.calculation.readings import plain_arrays as plain
from ka_terms.calculation.readings.reading import Uncomputable
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.scenario import Scenario
from tests.analysis.drawn_sweeps import axis_of, measured, points, prepared, sweep, swept
from tests.contracts import FULL_PLAN, Keys, case, contract
from tests.examples import examples
from tests.metrics import named

D = Decimal
TOTALS = (
    "total_fees",
    "fee_ratio",
    "vpo",
    "vpo_volume",
    "fees_a_store",
    "net_net_sales",
    "sales",
    "stores.closing",
)
Row = tuple[Decimal | None, ...]


def spaces() -> list[Any]:
    """Plain Python; numpy, a strict array API and dask where they are installed."""
    found: list[Any] = [plain]
    for name in ("numpy", "array_api_strict", "dask.array"):
        try:
            found.append(__import__(name, fromlist=["x"]))
        except ImportError:
            continue
    return found


SPACES = spaces()


def rows(
    scenario: Scenario, grid: Grid, metrics: Sequence[str], xp: Any = None, block: int = 2**16
) -> list[Row]:
    """The metrics at every point of a sweep, block by block."""
    found: list[Row] = []
    for _, part in sweep([scenario], grid, named(*metrics), xp, block):
        found += zip(*(measured(part, at) for at in range(len(metrics))), strict=True)
    return found


def stated(scenario: Scenario, grid: Grid, metrics: Sequence[str]) -> Iterator[Row]:
    """The same out of a statement a point, which also explains every amount; nothing where there is no plan."""
    for values in points(grid):
        statement = _statement(scenario, values)
        if statement is None:
            yield (None,) * len(metrics)
            continue
        assert all(line.formula.value == line.amount for line in statement.lines)
        yield tuple(statement.metric(name) for name in metrics)


def _statement(scenario: Scenario, values: dict[str, Decimal]) -> Statement | None:
    """The statement with these numbers; None where they make no plan together."""
    try:
        return evaluate(moved(scenario, values))
    except ValueError as error:
        if reasons(error):
            return None
        raise


def agree(scenario: Scenario, grid: Grid, metrics: Sequence[str]) -> None:
    scenario = prepared(scenario, grid)
    exact = list(stated(scenario, grid, metrics))
    for xp in (None, *SPACES):
        assert rows(scenario, grid, metrics, xp) == exact


@given(swept())
@examples(80)
def test_plain_python_agrees_with_the_statement_at_every_point(drawn: tuple[Scenario, Grid]) -> None:
    scenario, grid = drawn
    metrics = (*TOTALS, *scenario.terms)
    assert rows(scenario, grid, metrics) == list(stated(scenario, grid, metrics))


@pytest.mark.parametrize("xp", SPACES[1:], ids=lambda xp: str(xp.__name__))
@given(swept(), st.integers(1, 70))
@examples(50)
def test_every_namespace_gives_the_same_whatever_the_blocks(
    xp: Any, drawn: tuple[Scenario, Grid], block: int
) -> None:
    scenario, grid = drawn
    metrics = (*TOTALS, *scenario.terms)
    assert rows(scenario, grid, metrics, xp, block) == rows(scenario, grid, metrics)


@pytest.mark.parametrize("mode", ["whole", "marginal"])
@pytest.mark.parametrize("kind", ["from", "over"])
def test_at_under_and_over_every_bound(mode: str, kind: str) -> None:
    bounds = [D("7500000"), D("9000000"), D("9000000.01"), D("10050000")]
    tiers = [{kind: bound, "rate": f"{at}.3%"} for at, bound in enumerate(bounds)]
    scenario = contract({"fee": {"mode": mode, "tiers": tiers}}, FULL_PLAN)
    values = [bound + cents * D("0.01") for bound in bounds for cents in (-1, 0, 1)]
    agree(scenario, Grid((axis_of(find(scenario, "sales"), *values),)), ("fee", "fee_ratio"))


def test_sales_computed_as_growth_meet_a_bound_exactly() -> None:
    """250% of 4,020,000.04 is 10,050,000.10; in floats such a product misses its bound now and then."""
    tiers = [{"from": D("10050000.10"), "rate": "1%"}, {"from": "300%"[:-1] + "00000", "rate": "2%"}]
    plan = {"last_year": {"sales": D("4020000.04")}, "sales": "+150%"}
    scenario = contract({"fee": {"mode": "whole", "tiers": [tiers[0]]}}, plan)
    grid = Grid((axis_of(find(scenario, "growth"), "2.49999999", "2.5", "2.50000001"),))
    agree(scenario, grid, ("fee", "sales"))
    fees = [fee for (fee,) in rows(prepared(scenario, grid), grid, ("fee",))]
    assert fees == [0, D("100500.00"), D("100500.00")]


@pytest.mark.parametrize(
    ("specs", "zipped"),
    [
        ({"sales": "3M..12M/37", "monthly_rebate": "1%..3%..0.5%"}, False),
        (
            {
                "annual_rebate.tiers.1.from": "3M..4.1M..0.55M",
                "sales": "3M..5M..0.5M",
                "stores.new": "0..20..7",
            },
            False,
        ),
        ({"sales": "3M..4M..0.25M", "stores.new": "1,2,3,4,5"}, True),
        ({"growth": "-20%..+200%..37%", "dm_tg_fee.at_least": "20%..1%..3%"}, False),
        ({"last_year.sales": "1M..5M/7", "events.dm": "0..12/4"}, False),
        ({"festival_fee": "3,1,2"}, False),
    ],
)
def test_the_worked_case(specs: dict[str, str], zipped: bool) -> None:
    scenario = case("2003 ask")
    axes = tuple(read_axis(find(scenario, path), text, "CNY") for path, text in specs.items())
    agree(scenario, Grid(axes, zipped), (*TOTALS, "annual_rebate", "dm_tg_fee"))


HUGE = (
    *("999999999999999", "92233720368547.75", "92233720368547.76", "9223372036854.77", "9223372036854.78"),
    *("46116860184273.87", "46116860184273.88", "922337203685.47", "99999999.99", "0.01", "0"),
)


@pytest.mark.parametrize("rate", ["100%", "99.9999%", "1%", "0.000001%"])
@pytest.mark.parametrize(
    "more",
    [
        {},
        {"less": ["other"]},
        {"at_most": 999_999_999_999_999},
        {"at_least": "50% of sales"},
        {"of": "increment"},
    ],
)
def test_numbers_around_the_largest_of_64_bits(rate: str, more: Keys) -> None:
    scenario = contract(
        {"other": {"rate": "2.5%"}, "fee": {"rate": rate, **more}}, {**FULL_PLAN, "returns": 0}
    )
    grid = Grid(
        (axis_of(find(scenario, "sales"), *HUGE), axis_of(find(scenario, "fee"), rate_of(rate), "0.5"))
    )
    agree(scenario, grid, (*TOTALS, "fee", "other"))


def rate_of(text: str) -> Decimal:
    return D(text.rstrip("%")) / 100


@pytest.mark.parametrize("mode", ["whole", "marginal"])
def test_bounds_around_the_largest_of_64_bits(mode: str) -> None:
    tiers = [{"from": bound, "rate": "1.234567%"} for bound in sorted(map(D, HUGE[:3]))]
    term = {"mode": mode, "tiers": tiers, "of": "sales_incl_tax"}
    scenario = contract({"fee": term}, {"vat": "13%"})
    agree(scenario, Grid((axis_of(find(scenario, "sales"), *HUGE),)), ("fee", "fee_ratio"))


@given(st.lists(st.integers(0, 10**17 - 1), min_size=1, max_size=4), st.integers(0, 10**8), st.integers(0, 3))
def test_a_number_that_outgrows_64_bits_never_wraps(cents: list[int], rate: int, stores: int) -> None:
    """Where the whole block does not fit, it is costed in plain Python."""
    terms = {
        "fee": {"rate": D(rate).scaleb(-8), "at_most": "60% of sales"},
        "lump": {"amount": 999_999_999_999, "per": ["stores.new"]},
    }
    scenario = contract(terms, {"stores": {"opening": 1}})
    values = [D(one).scaleb(-2) for one in cents]
    inputs = find(scenario, "sales"), find(scenario, "stores.new")
    agree(scenario, Grid((axis_of(inputs[0], *values), axis_of(inputs[1], 0, stores))), TOTALS)


@pytest.mark.parametrize("xp", [None, *SPACES], ids=lambda xp: getattr(xp, "__name__", "default"))
def test_beyond_the_largest_amount_nothing_is_told(xp: Any) -> None:
    scenario = contract({"fee": {"amount": "1亿", "per": ["volume"]}}, {"volume": 1})
    grid = Grid((axis_of(find(scenario, "volume"), "9999999999", "10000000000"),))
    with pytest.raises(Uncomputable, match=r"10\^18 or more for fee"):
        rows(prepared(scenario, grid), grid, ("fee",), xp)
    fits = Grid((axis_of(find(scenario, "volume"), 1, "9999999999.9999"),))
    assert rows(prepared(scenario, fits), fits, ("fee",), xp)[1] == (D("999999999999990000"),)


@pytest.mark.parametrize("xp", [None, *SPACES], ids=lambda xp: getattr(xp, "__name__", "default"))
def test_amounts_up_to_the_largest_are_told_on_two_axes(xp: Any) -> None:
    """In yen an array may hold more than the largest amount, so that only its values can tell."""
    scenario = contract({"fee": {"amount": 1, "per": ["volume", "promoters"]}}, BOTH, currency="JPY")
    volume, promoters = (find(scenario, path) for path in ("volume", "promoters"))
    grid = Grid((axis_of(volume, 10**9, 1), axis_of(promoters, 1, 10**9)))
    with pytest.raises(Uncomputable):
        rows(prepared(scenario, grid), grid, ("fee",), xp)
    fits = Grid((axis_of(volume, 10**9, 1), axis_of(promoters, 1, 10**9 - 1)))
    scenario = prepared(scenario, fits)
    assert rows(scenario, fits, ("fee",), xp) == list(stated(scenario, fits, ("fee",)))


BOTH = {"volume": 1, "figures": {"promoters": 1}}


def test_a_zero_times_what_outgrows_64_bits_is_zero() -> None:
    terms = {"fee": {"amount": 999_999_999, "per": ["volume", "promoters", "stores.new"]}}
    plan = {"volume": 99_999_999_999, "figures": {"promoters": 0}, "stores": {"opening": 1}}
    scenario = contract(terms, plan)
    agree(scenario, Grid((axis_of(find(scenario, "stores.new"), 1, 2),)), ("fee",))
    agree(scenario, Grid((axis_of(find(scenario, "promoters"), 0, 0),)), ("fee",))


def test_a_figure_that_the_plan_cannot_give_is_not_available() -> None:
    scenario = contract({"fee": {"rate": "1%"}})
    grid = Grid((axis_of(find(scenario, "sales"), 0, 100),))
    expected = [(None, None, D(0)), (None, D("0.01"), D(1))]
    assert rows(scenario, grid, ("vpo", "fee_ratio", "fee")) == expected


def test_a_contract_without_terms_costs_nothing() -> None:
    scenario = contract()
    agree(scenario, Grid((axis_of(find(scenario, "sales"), 0, 100),)), ("total_fees", "net_net_sales"))


def test_several_contracts_are_swept_in_turn() -> None:
    ask, proposal = (case(f"2003 {name}") for name in ("ask", "proposal"))
    grid = Grid((axis_of(find(ask, "sales"), "1M".replace("M", "000000"), 2_000_000),))
    found = list(
        sweep([prepared(each, grid) for each in (ask, proposal)], grid, named("total_fees"), block=1)
    )
    assert [(at, part.block) for at, part in found] == [
        (at, ((start, start + 1),)) for at in (0, 1) for start in (0, 1)
    ]


def test_points_that_make_no_valid_contract_are_refused_with_the_values() -> None:
    scenario = case("2003 ask")
    input = find(scenario, "annual_rebate.tiers.1.from")
    with pytest.raises(Invalid, match="4,200,001") as caught:
        prepared(scenario, Grid((axis_of(input, 1, 4_200_001),)))
    assert caught.value.values == {"annual_rebate.tiers.1.from": 4_200_001}
    assert isinstance(caught.value.reason, ValueError)


STATED = {"last_year": {"sales": 1000, "returns": 100}, "sales": "+20%", "returns": 900}
STORES = {"opening": 5, "new": 1, "closed": 3}
NET = {
    "fee": {"rate": "2%", "of": "net_sales"},
    "ladder": {"mode": "whole", "of": "net_sales", "tiers": [{"from": 500, "rate": "1%"}]},
    "opening": {"amount": 7, "per": "stores.closing"},
}


@pytest.mark.parametrize(
    ("vary", "why"),
    [
        ({"growth": "-20%,-10%,-10.000001%,+0%"}, {"returns"}),
        ({"sales": "899.99,900,1000,0"}, {"returns"}),
        ({"last_year.sales": "749.99,750,99,1000"}, {"returns"}),
        ({"last_year.returns": "1000,1000.01,0"}, {"returns"}),
        ({"returns": "1200,1200.01,0"}, {"returns"}),
        ({"stores.opening": "0..4..1", "stores.closed": "0..6..1"}, {"closed"}),
        ({"stores.new": "0,1", "growth": "-100%,+0%,+20%", "stores.closed": "5,6,7"}, {"returns", "closed"}),
        ({"growth": "-20%,+0%", "fee": "1%,2%"}, {"returns"}),
        ({"growth": "-10%,+0%", "stores.new": "0..3..1"}, set()),
    ],
)
def test_where_numbers_together_make_no_plan_all_is_not_available(
    vary: dict[str, str], why: set[str]
) -> None:
    scenario = contract(NET, {**STATED, "stores": STORES})
    grid = Grid(tuple(read_axis(find(scenario, path), text, "CNY") for path, text in vary.items()))
    assert validate_corners(scenario, grid).reasons == why
    metrics = (*TOTALS, *scenario.terms)
    agree(scenario, grid, metrics)
    found = rows(prepared(scenario, grid), grid, metrics)
    assert all(value is None or value >= 0 for row in found for value in row)
    assert bool(why) == any(row[0] is None for row in found)


def test_zipped_values_that_make_no_plan_are_not_available_only_side_by_side() -> None:
    scenario = contract(NET, {**STATED, "stores": STORES})
    axes = [
        axis_of(find(scenario, path), *values)
        for path, values in (("growth", (1, 2)), ("returns", (900, 1900)))
    ]
    assert validate_corners(scenario, Grid(tuple(axes), zipped=True)).reasons == set()
    agree(scenario, Grid(tuple(axes), zipped=True), ("fee", "total_fees"))
    axes[1] = axis_of(find(scenario, "returns"), 1001, 1900)
    assert validate_corners(scenario, Grid(tuple(axes), zipped=True)).reasons == {"returns"}
    agree(scenario, Grid(tuple(axes), zipped=True), ("fee", "total_fees"))


def test_a_grid_without_any_plan_is_refused() -> None:
    scenario = contract(NET, {**STATED, "stores": STORES})
    with pytest.raises(Invalid, match=r"no more returns than sales \(500\)"):
        prepared(scenario, Grid((axis_of(find(scenario, "growth"), "0.8", "0.5"),)))


def test_tiers_that_do_not_rise_are_refused_though_some_points_make_no_plan() -> None:
    tiers = [{"from": 500, "rate": "1%"}, {"from": 700, "rate": "2%"}]
    scenario = contract({"fee": {"mode": "whole", "tiers": tiers}}, STATED)
    inputs = (find(scenario, "growth"), find(scenario, "fee.tiers.1.from"))
    with pytest.raises(Invalid, match="700"):
        prepared(scenario, Grid((axis_of(inputs[0], "0.5", 1), axis_of(inputs[1], 500, 700))))


def test_zipped_values_need_be_valid_only_side_by_side() -> None:
    scenario = case("2003 ask")
    first, second = (find(scenario, f"annual_rebate.tiers.{at}.from") for at in (1, 2))
    rising = Grid((axis_of(first, 1000, 9000), axis_of(second, 2000, 10000)), zipped=True)
    agree(scenario, rising, ("annual_rebate",))
    with pytest.raises(Invalid):
        prepared(scenario, rising._replace(zipped=False))
    with pytest.raises(Invalid):
        prepared(scenario, Grid((axis_of(first, 1000, 9000), axis_of(second, 2000, 8000)), zipped=True))


def test_numpy_is_loaded_for_many_points_only(monkeypatch: pytest.MonkeyPatch) -> None:
    numpy = pytest.importorskip("numpy")
    assert namespace(module.PLAIN_UP_TO) == (plain, None)
    assert namespace(module.PLAIN_UP_TO + 1)[0] is numpy
    loaded = builtins.__import__

    def without_numpy(name: str, *more: Any, **named: Any) -> Any:
        if name == "numpy":
            raise ImportError(name)
        return loaded(name, *more, **named)

    monkeypatch.setattr(builtins, "__import__", without_numpy)
    assert namespace(module.PLAIN_UP_TO + 1) == (plain, None)


def test_many_points_over_numpy_equal_those_over_plain_python(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    scenario = case("2003 ask")
    specs = {"sales": "3.9M..4.3M/500", "stores.new": "0..30..1"}
    axes = tuple(read_axis(find(scenario, path), text, "CNY") for path, text in specs.items())
    scenario, grid = prepared(scenario, Grid(axes)), Grid(axes)
    few = rows(scenario, grid, ("total_fees",))
    monkeypatch.setattr(module, "PLAIN_UP_TO", 1000)
    assert rows(scenario, grid, ("total_fees",), block=3000) == few


def test_only_a_refusal_of_the_model_says_why_numbers_make_no_plan() -> None:
    assert reasons(ValueError("something else")) == set()


@pytest.mark.parametrize("xp", SPACES)
def test_what_is_not_owed_is_in_no_total(xp: Any) -> None:
    fund: Keys = {"rate": "1%", "owed": False}
    for terms in ({"fund": fund}, {"fund": fund, "fee": {"rate": "2%", "less": ["fund"]}}):
        scenario = contract(terms, rounding=100)
        grid = Grid((axis_of(find(scenario, "sales"), 1_000_000, 2_000_001),))
        metrics = ("total_fees", "net_net_sales")
        assert rows(scenario, grid, metrics, xp) == [*stated(scenario, grid, metrics)]
