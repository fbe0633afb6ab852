"""A metric as one input changes: a quotient of polynomials between thresholds, with jumps at them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ka_terms.analysis.inputs.domain import domain
from ka_terms.analysis.inputs.input import Input
from ka_terms.analysis.inputs.inputs import find, inputs
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.piecewise.changing_contract import ChangingContract, metric_reader, quotient
from ka_terms.analysis.piecewise.piecewise import (
    Jump,
    Piece,
    PiecewiseMetric,
    difference,
    jumps,
    positions_of,
)
from ka_terms.calculation.metrics import Costed
from ka_terms.calculation.readings.curves import ONE, Curve, TooManySteps, X
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.numbers.currency import minor_unit
from tests.analysis.drawn_sweeps import scenarios
from tests.analysis.inputs.test_inputs import FULL
from tests.contracts import FULL_PLAN, Keys, case, contract
from tests.examples import examples
from tests.metrics import as_metric

D, F = Decimal, Fraction
MOST = D(30_000_000)
"""Up to where drawn contracts are followed; no amount of theirs is beyond 10^18 there."""


@pytest.mark.parametrize("owed", [True, False])
def test_a_total_of_fees_leaves_out_what_is_not_owed(owed: bool) -> None:
    terms = {
        "fund": {"rate": "1%", "owed": False},
        **({"fee": {"rate": "2%", "less": ["fund"]}} if owed else {}),
    }
    (piece,) = along(contract(terms), "sales", "total_fees", 0, 2_000_000)
    assert piece.value is not None
    assert piece.value(F(1_000_000)) == (19_800 if owed else 0)


def along(scenario: Scenario, path: str, name: str, low: object, high: object) -> PiecewiseMetric:
    input = find(scenario, path)
    stating = moved(scenario, {input.path: input.value})
    contract = ChangingContract(stating, {input.leaf: X}, F(str(low)), F(str(high)))
    return contract.piecewise(metric_reader(as_metric(name)))


def within(one: PiecewiseMetric, at: Fraction) -> Piece[Curve | None] | None:
    """Return the piece that a position lies strictly inside."""
    return next((each for each in one if each.low < at < each.high), None)


def places(input: Input, low: Decimal, high: Decimal) -> st.SearchStrategy[Decimal]:
    """Values of the input from `low` to `high` as a contract may state them."""
    if input.kind == "count":
        return st.integers(int(low), int(high)).map(Decimal)
    return st.decimals(low, high, places=6 if high < 100 else 2)


@given(scenarios(), st.data())
@examples(80)
def test_inside_a_piece_the_curve_is_the_cost_before_rounding(
    scenario: Scenario, data: st.DataObject
) -> None:
    """Each line is rounded once, and those net of others pass that on: a few halves of a minor unit in all."""
    input = data.draw(st.sampled_from([*inputs(scenario).values()]))
    low, high = domain(scenario, input)
    high = min(high, MOST)
    assume(low < high)
    name = data.draw(st.sampled_from([*scenario.terms, "total_fees", "fee_ratio"]))
    try:
        found = along(scenario, input.path, name, low, high)
    except TooManySteps:
        assert any(term.for_every for term in scenario.terms.values())
        return
    assert (found[0].low, found[-1].high) == (F(low), F(high))
    assert all(one.high == other.low and one.value != other.value for one, other in pairwise(found))
    slack = F(max(scenario.unit, minor_unit(scenario.currency))) * 8
    for value in data.draw(st.lists(places(input, low, high), min_size=1, max_size=5)):
        piece = within(found, F(value))
        if piece:
            statement = evaluate(moved(scenario, {input.path: value}))
            exact = statement.metric(name)
            expected = piece.value(F(value)) if piece.value else None
            if exact is None or expected is None:
                assert (exact, expected) == (None, None)
            elif name == "fee_ratio":
                assert abs(expected - F(exact)) * F(statement.sales) <= slack
            else:
                assert abs(expected - F(exact)) <= slack


@given(
    st.sets(st.integers(1, 10**7), min_size=1, max_size=4).map(sorted),
    st.sampled_from(["from", "over"]),
    st.sampled_from(["total_fees", "fee_ratio", "net_net_sales"]),
)
def test_jumps_lie_exactly_at_the_bounds_of_whole_tiers(bounds: list[int], kind: str, name: str) -> None:
    tiers = [{kind: D(bound).scaleb(-2), "rate": f"{at + 1}%"} for at, bound in enumerate(bounds)]
    scenario = contract({"fee": {"mode": "whole", "tiers": tiers}, "flat": {"rate": "3%"}})
    sign = -1 if name == "net_net_sales" else 1
    for at, jump in enumerate(jumps(along(scenario, "sales", name, 0, 200_000))):
        bound = F(bounds[at], 100)
        size = F(1, 100) if name == "fee_ratio" else bound / 100
        assert (jump.at, jump.behind - jump.before) == (bound, sign * size)
    assert len(jumps(along(scenario, "sales", name, 0, 200_000))) == len(bounds)


def test_marginal_tiers_bend_and_do_not_jump() -> None:
    tiers = [{"from": 100, "rate": "1%"}, {"from": 200, "rate": "3%"}]
    found = along(contract({"fee": {"mode": "marginal", "tiers": tiers}}), "sales", "fee", 0, 400)
    assert [each.high for each in found] == [100, 200, 400]
    assert jumps(found) == []
    assert found[2].value == Curve((F(-5), F(3, 100)), ONE)


def test_a_bound_in_the_very_middle_is_found() -> None:
    tiers = [{"from": 100, "rate": "1%"}, {"from": 50, "rate": "1%"}][::-1]
    found = along(contract({"fee": {"mode": "whole", "tiers": tiers[1:]}}), "sales", "fee", 0, 200)
    assert jumps(found) == [Jump(F(100), F(0), F(1))]


def test_pieces_carry_any_value_and_are_joined_where_that_is_wanted() -> None:
    tiers = [{"from": 50, "rate": "1%"}, {"from": 100, "rate": "1%"}]
    whole = contract({"fee": {"mode": "whole", "tiers": tiers}})
    by_sales = ChangingContract(whole, {"sales": X}, F(0), F(200))

    def terms_and_fee(costed: Costed[Curve]) -> tuple[int, bool]:
        return len(costed.amounts), bool(costed.amounts["fee"].over)

    assert by_sales.piecewise(terms_and_fee) == (
        Piece(F(0), F(50), (1, False)),
        Piece(F(50), F(200), (1, True)),
    )
    apart = by_sales.pieces(lambda costed: costed.total() > costed.total())
    assert apart == [Piece(F(0), F(50), False), Piece(F(50), F(200), False)]


def test_neighbours_of_one_curve_are_joined() -> None:
    tiers = [{"from": 50, "rate": "1%"}, {"from": 100, "rate": "1%"}]
    found = along(contract({"fee": {"mode": "whole", "tiers": tiers}}), "sales", "fee", 0, 200)
    assert [each.high for each in found] == [50, 200]


def test_the_worked_case_has_its_cliffs_and_levels() -> None:
    """Net-net sales recover at S* = T (1 - r0) / (1 - r1): 10M x 0.98 / 0.975 for the proposal."""
    scenario = case("2003 proposal")
    ratio = along(scenario, "sales", "fee_ratio", "1000000", "20000000")
    assert [jump.at for jump in jumps(ratio)] == [9_000_000, 10_000_000]
    step = jumps(ratio)[1]
    assert step.behind - step.before == F(1, 200)
    net = along(scenario, "sales", "net_net_sales", "10000000", "20000000")
    just_short = 10_000_000 * F(98, 100) - 662_500
    assert positions_of(net, just_short) == [10_000_000 * F(98, 100) / F(975, 1000)]
    assert positions_of(ratio, F(2)) == []
    assert positions_of(along(scenario, "sales", "fee_ratio", 9_000_000, 20_000_000), F(9, 100)) == [
        F(662_500) / (F(9, 100) - F(2, 100)),
        F(662_500) / (F(9, 100) - F(25, 1000)),
    ]


def test_a_level_of_zero_and_a_constant_metric() -> None:
    scenario = contract({"fee": {"rate": "2%", "of": "increment"}}, {"last_year": {"sales": 100}})
    found = along(scenario, "sales", "fee", 0, 300)
    assert positions_of(found, F(0)) == []
    assert positions_of(found, F(2)) == [200]


def test_a_degree_above_one() -> None:
    """Stores opened pay their opening and the listing in every store: 5 n (n + 10)."""
    term = {"amount": 5, "per": ["stores.new", "stores.closing"]}
    found = along(contract({"fee": term}, {"stores": {"opening": 10}}), "stores.new", "fee", 0, 40)
    assert found == (Piece(F(0), F(40), Curve((F(0), F(50), F(5)), ONE)),)
    assert positions_of(found, F(5 * 20 * 30)) == [20]


def test_what_the_plan_cannot_give_is_not_available() -> None:
    scenario = contract({"fee": {"rate": "1%"}})
    assert along(scenario, "fee", "vpo", 0, 1) == (Piece(F(0), F(1), None),)
    nothing = along(contract({"fee": {"rate": "1%"}}, {"sales": 0}), "fee", "fee_ratio", 0, 1)
    assert nothing == (Piece(F(0), F(1), None),)
    assert positions_of(nothing, F(1)) == []
    assert jumps((Piece(F(0), F(1), None), Piece(F(1), F(2), Curve(X, ONE)), Piece(F(2), F(3), None))) == []
    assert quotient(Curve(X, ONE), Curve((), ONE)) is None


def test_the_difference_of_two_metrics_has_the_pieces_of_both() -> None:
    one, other = (case(f"2003 {name}") for name in ("ask", "proposal"))
    metrics = [along(each, "sales", "total_fees", "1000000", "12000000") for each in (one, other)]
    apart = difference(metrics[0], metrics[1])
    bounds = {each.low for each in apart}
    assert {each.low for found in metrics for each in found} == bounds
    for place in (F(1_500_000), F(4_100_000), F(9_500_000), F(11_000_000)):
        pieces = [within(each, place) for each in (*metrics, apart)]
        values = [each.value(place) for each in pieces if each and each.value]
        assert values[2] == (values[0] or 0) - (values[1] or 0)
    unknown = (Piece(F(1_000_000), F(12_000_000), None),)
    assert difference(metrics[0], unknown) == unknown


def test_a_difference_is_not_available_where_one_of_the_metrics_is_not_known() -> None:
    line = Curve(X, ONE)
    whole, inner = (Piece(F(0), F(9), line),), (Piece(F(3), F(6), line),)
    nothing = Curve((), ONE)
    expected = (Piece(F(0), F(3), None), Piece(F(3), F(6), nothing), Piece(F(6), F(9), None))
    assert difference(whole, inner) == difference(inner, whole) == expected


def test_a_figure_that_follows_from_others_may_be_what_moves() -> None:
    """Sales planned as a growth are moved as they are."""
    scenario = contract({"fee": {"rate": "2%"}}, FULL_PLAN)
    found = ChangingContract(scenario, {"sales": X}, F(100), F(200)).piecewise(
        metric_reader(as_metric("fee"))
    )
    assert found == (Piece(F(100), F(200), Curve((F(0), F(1, 50)), ONE)),)


LARGEST = D(10) ** 15
ENDS: list[tuple[str, object, object]] = [
    ("rebate.rate", 0, 1),
    ("vat", 0, 1),
    ("growth", D("0.012438"), LARGEST),
    ("sales", 50_000, LARGEST),
    ("returns", 0, 10_050_000),
    ("target", 0, LARGEST),
    ("stores.opening", 0, LARGEST),
    ("stores.closed", 0, 35),
    ("last_year.stores.closed", 0, 31),
    ("last_year.sales", 20_000, LARGEST),
    ("skus.new", 0, LARGEST),
    ("events.dm", 0, LARGEST),
    ("ladder.tiers.1.from", 0, 2_000_000),
    ("ladder.tiers.2.over", 1_000_000, LARGEST),
    ("growth_rebate.tiers.1.from", 0, LARGEST),
    ("ladder.tiers.1.rate", 0, 1),
    ("fee.free.skus.total", 0, LARGEST),
    ("rebate.at_least", 0, LARGEST),
    ("rebate.at_most", 0, LARGEST),
]


@pytest.mark.parametrize(("path", "low", "high"), ENDS, ids=[path for path, _, _ in ENDS])
def test_how_far_a_input_can_go(path: str, low: object, high: object) -> None:
    assert domain(FULL, inputs(FULL)[path]) == (low, high)


@pytest.mark.parametrize(
    ("plan", "path", "ends"),
    [
        ({"stores": {"opening": 9, "new": 3, "closed": 5}}, "stores.opening", (2, LARGEST)),
        ({"stores": {"opening": 9, "new": 3, "closed": 5}}, "stores.new", (0, LARGEST)),
        ({"stores": {"opening": 2, "new": 5, "closed": 5}}, "stores.new", (3, LARGEST)),
        ({}, "sales", (0, LARGEST)),
    ],
)
def test_as_many_stores_must_be_left_as_close(plan: Keys, path: str, ends: tuple[object, object]) -> None:
    scenario = contract({}, plan)
    assert domain(scenario, inputs(scenario)[path]) == ends


@pytest.mark.parametrize(
    ("plan", "path", "least"),
    [
        ({"sales": "+20%", "last_year": {"sales": 1000}, "returns": 900}, "growth", "0.9"),
        ({"sales": "+20%", "last_year": {"sales": 1000}, "returns": 900}, "sales", "900"),
        ({"sales": "+20%", "last_year": {"sales": 1000}, "returns": 900}, "last_year.sales", "750"),
        (
            {"sales": "+20%", "last_year": {"sales": 1000, "returns": 800}, "returns": 900},
            "last_year.sales",
            "800",
        ),
        ({"sales": 5000, "last_year": {"sales": 1000}, "returns": 900}, "growth", "0.9"),
        ({"sales": 5000, "last_year": {"sales": 1000}, "returns": 900}, "last_year.sales", "0"),
        ({"sales": "+20%", "last_year": {"sales": 3000}, "returns": 1000}, "growth", "0.333334"),
        ({"sales": "+20%", "last_year": {"sales": 1000}}, "growth", "0"),
        ({"sales": "-100%", "last_year": {"sales": 1000}, "returns": 0}, "last_year.sales", "0"),
        (
            {"sales": "-50%", "last_year": {"sales": "-50%", "last_year": {"sales": 1000}}, "returns": 200},
            "last_year.last_year.sales",
            "800",
        ),
    ],
)
def test_no_input_takes_sales_below_the_returns(plan: Keys, path: str, least: str) -> None:
    scenario = contract({}, plan)
    low, _ = domain(scenario, find(scenario, path))
    assert low == D(least)
    moved(scenario, {path: low})
    if low:
        with pytest.raises(ValueError, match="no more returns than sales"):
            moved(scenario, {path: low - D("0.000001")})


def test_more_of_a_share_may_be_free_than_there_is() -> None:
    fee = {"amount": 7, "per": "facings", "free": {"facings": 2}}
    scenario = contract({"fee": fee}, {"figures": {"facings": "66%"}})
    assert domain(scenario, inputs(scenario)["fee.free.facings"]) == (D(0), LARGEST)


@pytest.mark.parametrize(
    ("least", "most", "ends"),
    [
        (5, 9, [(0, 9), (5, LARGEST)]),
        ("5% of sales", "9% of sales", [(0, D("0.09")), (D("0.05"), LARGEST)]),
        ("5% of sales", "9% of net_sales", [(0, LARGEST), (0, LARGEST)]),
        (5, "9% of sales", [(0, LARGEST), (0, LARGEST)]),
    ],
)
def test_a_least_stays_below_a_most_in_the_same_unit(least: object, most: object, ends: object) -> None:
    fee = {"amount": 7, "at_least": least, "at_most": most}
    scenario = contract({"fee": fee}, {"returns": 0})
    known = inputs(scenario)
    assert [domain(scenario, known[f"fee.{name}"]) for name in ("at_least", "at_most")] == ends


@given(scenarios(), st.data())
def test_the_ends_of_a_domain_make_a_valid_contract(scenario: Scenario, data: st.DataObject) -> None:
    """All but those of bounds, which stop short of their neighbours, and the largest number there is."""
    input = data.draw(st.sampled_from([*inputs(scenario).values()]))
    low, high = domain(scenario, input)
    assert low <= input.value <= high
    if not input.path.endswith((".from", ".over")):
        measured_by = input.path in ("target", "last_year.sales")
        for end in (low, high):
            if end < LARGEST and not (measured_by and not end):
                moved(scenario, {input.path: end})


@pytest.mark.parametrize(("there", "sides"), [(0, (0, 1)), (1, (-1, 0)), (None, (-1, 1)), (F(1, 2), (-1, 1))])
def test_a_jump_lies_between_its_own_place_and_the_side_that_differs(
    there: Fraction | None, sides: tuple[int, int]
) -> None:
    assert Jump(F(100), F(0), F(1)).sides(there) == sides
