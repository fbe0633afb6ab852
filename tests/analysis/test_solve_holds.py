"""What must hold of every answer, on drawn contracts: the statement agrees with it wherever it is asked."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ka_terms.analysis.breakeven.condition import Condition, Span, read_condition
from ka_terms.analysis.breakeven.intervals import Solution
from ka_terms.analysis.breakeven.metric_profile import MetricProfile, metric_profile
from ka_terms.analysis.breakeven.solve import Solved, solve
from ka_terms.analysis.guardrail import OPERATORS, Guardrail
from ka_terms.analysis.inputs.domain import domain
from ka_terms.analysis.inputs.inputs import find, inputs
from ka_terms.analysis.inputs.moved import moved
from ka_terms.analysis.piecewise.changing_contract import ChangingContract, metric_reader
from ka_terms.calculation.readings.curves import TooManySteps, X
from ka_terms.calculation.readings.exact import decimal_of
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from tests.calculation.test_properties import contracts
from tests.contracts import Keys, contract
from tests.examples import examples
from tests.metrics import as_metric, guardrail, named

PATHS = ("sales", "volume", "stores.opening", "stores.new", "skus.existing", "last_year.sales", "returns")
METRIC_NAMES = ("total_fees", "fee_ratio", "net_net_sales", "vpo", "fees_a_store", "a", "d")
_CENT = Decimal("0.01")
EXAMPLES = 30
PLACES = 6


class Drawn(NamedTuple):
    """A solved condition with the metric it follows."""

    solved: Solved
    along: MetricProfile

    @property
    def rule(self) -> Guardrail:
        return self.solved.condition.rule

    @property
    def span(self) -> Span:
        return self.solved.condition.span

    def stated(self, value: Decimal) -> Decimal | None:
        """The metric in a statement made for it, if the range has the value."""
        low, high, with_low, with_high = self.span
        inside = low < value < high or (with_low and value == low) or (with_high and value == high)
        return self.along.stated(value) if inside else None

    def holds(self, value: Decimal) -> bool:
        """Whether the statement satisfies, an equation to the digits that are shown."""
        metric = self.stated(value)
        if metric is not None and self.rule.operator == "==":
            metric = self.solved.condition.shown(metric)
        return holds(self.rule, metric)

    def error(self, value: Decimal) -> Decimal | None:
        metric = self.stated(value)
        return None if metric is None else abs(metric - self.rule.limit)

    def hair(self, value: Decimal) -> Decimal:
        """By how much rounding every line may move the metric: a cent a term, which another may pass on."""
        scenario = self.solved.condition.scenarios[0]
        statement = evaluate(self.solved.condition.at(value)[0])
        cents = _CENT * 2 * len(scenario.terms)
        under = self.rule.metric.under
        divisor = statement.metric(under) if under else None
        return cents / divisor if divisor else cents


def holds(rule: Guardrail, value: Decimal | None) -> bool:
    return value is not None and OPERATORS[rule.operator](value, rule.limit)


def contains(one: Solution, place: Fraction) -> bool:
    above = place > one.low.at or (place == one.low.at and one.low.included)
    return above and (place < one.high.at or (place == one.high.at and one.high.included))


def moving(scenario: Scenario, kind: str) -> list[str]:
    """The inputs that some fee may hang on."""
    known = inputs(scenario)
    return [path for path in known if (path in PATHS or known[path].term) and kind in ("", known[path].kind)]


@st.composite
def drawn(draw: st.DrawFn, operators: str = "< <= > >= ==", inputs_of: str = "") -> Drawn:
    """A condition whose limit is the metric at some value of the input, so that most have a solution."""
    terms, plan = draw(contracts())
    scenario = contract(terms, plan)
    input = find(scenario, draw(st.sampled_from(moving(scenario, inputs_of))))
    (metric,) = named(draw(st.sampled_from(METRIC_NAMES)))
    rule = Guardrail(metric, "<", Decimal(0), metric.is_ratio)
    low, high = domain(scenario, input)
    assume(low < high)
    condition = read_condition([scenario], rule, input.path)
    try:
        along = metric_profile(condition)
    except TooManySteps:
        assume(False)
        raise
    target = along.stated(draw(places(condition)))
    limit = Decimal(0) if target is None else target.quantize(Decimal("0.000001"))
    rule = Guardrail(metric, draw(st.sampled_from(operators.split())), limit, metric.is_ratio)
    condition = condition._replace(rule=rule)
    return Drawn(solve(condition), metric_profile(condition))


def places(condition: Condition) -> st.SearchStrategy[Decimal]:
    """Values in the range, at times one of the bounds of a tier or a cent off it."""
    low, high = condition.span[:2]
    high = min(high, low + (200 if condition.input.kind == "count" else 30_000_000))
    known = inputs(condition.scenarios[0])
    bounds = [known[path].value for path in known if path.endswith((".from", ".over"))]
    near = [
        place for bound in bounds for place in (bound - _CENT, bound, bound + _CENT) if low <= place <= high
    ]
    unit = Decimal(1).scaleb(-{"count": 0, "rate": 4}.get(condition.input.kind, 2))
    anywhere = st.integers(0, 1000).map(lambda share: (low + (high - low) * share / 1000).quantize(unit))
    return (
        st.one_of(anywhere, st.sampled_from(near)) if near and condition.input.kind == "money" else anywhere
    )


@examples(EXAMPLES)
@given(drawn(), st.data())
def test_the_statement_agrees_at_every_place(found: Drawn, data: st.DataObject) -> None:
    for _ in range(PLACES):
        place = data.draw(places(found.solved.condition))
        value = found.along.stated(place)
        inside = any(contains(one, Fraction(place)) for one in found.solved.solutions)
        if value is None:
            assert not inside
        elif abs(value - found.rule.limit) > found.hair(place):
            assert inside == holds(found.rule, value), (place, value)


@pytest.mark.thorough
@examples(EXAMPLES)
@given(drawn())
def test_what_is_stated_satisfies_the_rule_and_a_step_further_does_not(found: Drawn) -> None:
    """An equation between shares or averages, which no step meets, is answered by the step that comes nearest."""
    condition, solved = found.solved.condition, found.solved
    for one in solved.solutions:
        place = one.low.rounded == one.high.rounded and one.low.at == one.high.at
        for end, outwards in ((one.low, -1), (one.high, 1)):
            if end.rounded is None:
                continue
            assert end.metric == found.stated(end.rounded)
            if condition.is_near_enough and place and found.rule.operator == "==":
                around = (way(end.at / Fraction(condition.step)) * condition.step for way in (floor, ceil))
                errors = [found.error(value) for value in around]
                assert min(error for error in errors if error is not None) == found.error(end.rounded)
                continue
            assert found.holds(end.rounded)
            further = end.rounded + outwards * condition.step
            if not place and not end.outermost and found.holds(further):
                assert any(
                    contains(other, Fraction(further)) for other in solved.solutions if other is not one
                )


@pytest.mark.thorough
@examples(EXAMPLES)
@given(drawn())
def test_a_told_jump_shows_and_an_exact_end_is_exact(found: Drawn) -> None:
    shown, solved = found.solved.condition.shown, found.solved
    ends = [end for one in solved.solutions for end in one]
    for jump in (*solved.jumps, *(end.jump for end in ends if end.jump)):
        assert shown(decimal_of(jump.before)) != shown(decimal_of(jump.behind))
    for end in ends:
        place = decimal_of(end.at)
        value = found.stated(place) if end.meets and Fraction(round(place, 6)) == end.at else None
        assert value is None or shown(value) == found.rule.limit
    for lack in solved.missed:
        assert not any(near and found.holds(near.value) for near in (lack.below, lack.above))


@pytest.mark.thorough
@examples(EXAMPLES)
@given(drawn(inputs_of="count"))
def test_of_whole_numbers_every_one_that_satisfies_is_found(found: Drawn) -> None:
    low, high = found.span[:2]
    ends = [(one.low.rounded, one.high.rounded) for one in found.solved.solutions]
    for value in map(Decimal, range(int(low), int(min(high, low + 120)) + 1)):
        covered = any(
            first is not None and first <= value and (last is None or value <= last) for first, last in ends
        )
        assert covered == found.holds(value), value


@examples(EXAMPLES)
@given(drawn("=="))
def test_where_an_equation_is_met_the_metric_is_its_target(found: Drawn) -> None:
    limit = found.rule.limit
    for end in (end for one in found.solved.solutions for end in one if end.included):
        value = found.along.at(end.at)
        assert value is not None
        # Where the metric only comes near, rounded lines may meet the limit yet, at a value that can be stated.
        near = Fraction(found.hair(end.rounded) if end.rounded == end.at else 0) + Fraction(1, 10**9)
        assert abs(value - Fraction(limit)) <= near
        short = Decimal(floor(end.at * 10**8)).scaleb(-8)
        stated = found.along.stated(short) if short == end.at else None
        assert stated is None or abs(stated - limit) <= found.hair(short)


@examples(EXAMPLES)
@given(drawn())
def test_solutions_rise_and_stay_apart(found: Drawn) -> None:
    solutions = found.solved.solutions
    for one in solutions:
        assert found.span.low <= one.low.at <= one.high.at <= found.span.high
        assert one.low.at < one.high.at or (one.low.included and one.high.included)
    for one, other in pairwise(solutions):
        assert one.high.at <= other.low.at
        assert not (one.high.included and other.low.included and one.high.at == other.low.at)


@examples(EXAMPLES)
@given(drawn(), st.data())
def test_without_a_solution_no_place_is_nearer_than_the_nearest(found: Drawn, data: st.DataObject) -> None:
    nearest = found.solved.nearest
    if nearest is None:
        return
    for _ in range(PLACES):
        place = data.draw(places(found.solved.condition))
        error = found.error(place)
        # What is told of a place has rounded lines too.
        assert error is None or Fraction(error + 2 * found.hair(place)) >= nearest.distance(
            Fraction(found.rule.limit)
        )


def _terms(terms: dict[str, Keys]) -> Scenario:
    return contract(terms)


@examples(60)
@given(st.integers(1, 10**8), st.sampled_from(["from", "over"]), st.sampled_from(["whole", "marginal"]))
def test_a_bound_is_met_to_the_cent(cents: int, kind: str, mode: str) -> None:
    bound = cents * _CENT
    scenario = _terms({"a": {"mode": mode, "tiers": [{kind: bound, "amount": 777}]}})
    rule = guardrail("a >= 777")
    answer = solve(read_condition([scenario], rule, "sales")).answer
    assert answer == bound + (0 if kind == "from" else _CENT)


def test_right_at_a_bound_it_is_what_the_statement_says() -> None:
    """One fee jumps up from the bound on, another falls above it: at the bound itself both are paid."""
    up = {"mode": "whole", "tiers": [{"from": "1M", "amount": 500}]}
    down = {"mode": "whole", "tiers": [{"from": 0, "amount": 500}, {"over": "1M", "amount": 0}]}
    scenario = contract({"up": up, "down": down, "after": {"rate": "1%", "less": ["up"]}})
    input = find(scenario, "sales")
    contract_by_sales = ChangingContract(
        moved(scenario, {"sales": Decimal(1)}), {input.leaf: X}, Fraction(1), Fraction(2_000_000)
    )
    for sales in (999_999, 1_000_000, 1_000_001):
        found = contract_by_sales.at(metric_reader(as_metric("total_fees")), Fraction(sales))
        assert found is not None
        stated = evaluate(moved(scenario, {"sales": Decimal(sales)})).total_fees
        assert abs(found - Fraction(stated)) <= Fraction(1, 100)
