"""Numbers that remember how they were made."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from ka_terms.calculation.costs import exact_costs, traced_costs
from ka_terms.calculation.readings import plain_arrays
from ka_terms.calculation.readings.arrays import Arrays
from ka_terms.calculation.readings.curves import Curves
from ka_terms.calculation.readings.exact import Exact
from ka_terms.calculation.readings.fractions import Fractions
from ka_terms.calculation.readings.reading import Reading, Uncomputable
from ka_terms.calculation.readings.traced import StepName, Traced, Tracing
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.parameters import parameters
from tests.contracts import Keys, contract, each

TRACING = Tracing()
two, three = TRACING.leaf("two", Decimal(2)), TRACING.leaf("three", Decimal(3))


def written(node: Traced) -> str:
    """A number the way it was made, such as `(two * three)`, without the names of its steps."""
    if node.op == "named":
        return written(node.args[0])
    if node.op == "leaf":
        return node.path
    if node.op == "constant":
        return str(node.value)
    parts = [written(arg) for arg in node.args]
    if len(node.op) < 3 and node.op.isascii() and not node.op.isalpha():
        return f"({f' {node.op} '.join(parts)})"
    return f"{node.path or node.op}({', '.join(parts)})"


@pytest.mark.parametrize(
    ("make", "op", "value"),
    [
        (lambda: two + three, "+", 5),
        (lambda: two - three, "-", -1),
        (lambda: two * three, "*", 6),
        (lambda: two >= three, ">=", 0),
        (lambda: two >= TRACING.constant(Decimal(2)), ">=", 1),
        (lambda: two > TRACING.constant(Decimal(2)), ">", 0),
        (lambda: three > two, ">", 1),
        (lambda: TRACING.maximum(two, three), "max", 3),
        (lambda: TRACING.minimum(two, three), "min", 2),
        (lambda: TRACING.divide(three, two), "/", Decimal("1.5")),
        (lambda: TRACING.divide(three, TRACING.constant(Decimal(0))), "/", 0),
    ],
)
def test_an_operation_keeps_its_operands(make: Callable[[], Traced], op: str, value: object) -> None:
    made = make()
    assert (made.op, made.value, made.path) == (op, value, "")
    assert type(made.value) is Decimal
    assert len(made.args) == 2
    assert made.args[0] in (two, three)
    assert made.args[1].value in (0, 2, 3)
    assert made.args[0] is not made.args[1]


def test_two_numbers_are_the_same_only_if_they_are_one() -> None:
    """By value they would be compared down to their leaves, at a cost that doubles with each step."""
    again = TRACING.leaf("two", Decimal(2))
    assert again != two
    assert len({two, again, two}) == 2


def test_operands_stand_in_their_order() -> None:
    assert [made.args for made in (two + three, two - three, two * three, two >= three, two > three)] == [
        (two, three)
    ] * 5
    functions = (TRACING.maximum(two, three), TRACING.minimum(two, three), TRACING.divide(two, three))
    assert [made.args for made in functions] == [(two, three)] * 3


def test_leaves_constants_and_named_results() -> None:
    assert each(two.op, two.value, two.args, two.path) == ("leaf", 2, (), "two")
    constant = TRACING.constant(Decimal(7))
    assert each(constant.op, constant.value, constant.args, constant.path) == ("constant", 7, (), "")
    derived = TRACING.derived("five", two + three)
    assert each(derived.op, derived.value, derived.path) == ("derived", 5, "five")
    assert [arg.op for arg in derived.args] == ["+"]
    settled = TRACING.settle("fee", TRACING.leaf("x", Decimal("0.005")), Decimal("0.01"))
    assert (settled.op, settled.value, settled.path) == ("settle", Decimal("0.01"), "fee")
    assert [arg.path for arg in settled.args] == ["x"]
    with pytest.raises(Uncomputable, match=r"an amount of 10\^18 or more for fee"):
        TRACING.settle("fee", TRACING.constant(Decimal(10) ** 18), Decimal(1))


def test_settlements_of_a_term_are_a_number_of_its_own() -> None:
    """Also one alone of which what was settled before came off: whoever names the term does not explain it again."""
    first, to_date = (TRACING.settle("fee", each, Decimal("0.01")) for each in (two, three))
    second = to_date - TRACING.settlements("fee", [first], (1,))
    assert TRACING.settlements("fee", [first], (1,)) is first
    for amounts, value in (([first, second], 3), ([second], 1)):
        total = TRACING.settlements("fee", amounts, (1, 2))
        assert each(total.value, total.path, total.months) == (value, "fee", (1, 2))
        assert (total.args, total.explained_operands()) == (tuple(amounts), ())
    assert set(TRACING.settlements("fee", [second], (1, 2)).paths()) == {"fee", "two", "three"}


@pytest.mark.parametrize("holds", [True, False])
def test_a_choice_hangs_on_its_condition_and_the_side_taken(holds: bool) -> None:
    condition = three > two if holds else two > three
    made = TRACING.where(condition, two, three)
    assert (made.op, made.args) == ("where", (condition, two, three))
    taken = two if holds else three
    assert made.value == taken.value
    assert made.deciding() == (condition, taken)


@pytest.mark.parametrize("holds", [True, False])
def test_a_number_of_the_formula_at_the_end_of_choices_is_known(holds: bool) -> None:
    zero, never = TRACING.constant(Decimal(0)), two > three
    inner = TRACING.where(three > two if holds else never, zero, two)
    outer = TRACING.where(never, three, inner)
    assert (zero.comes_to_a_constant, two.comes_to_a_constant) == (True, False)
    assert outer.comes_to_a_constant is holds


def test_a_rounding_is_known() -> None:
    assert TRACING.rounded(two, Decimal(1)).is_rounding
    assert not two.is_rounding


def test_the_larger_hangs_on_the_larger_alone() -> None:
    assert TRACING.maximum(two, three).deciding() == (three,)
    assert TRACING.minimum(two, three).deciding() == (two,)
    again = TRACING.leaf("again", Decimal(2))
    assert TRACING.maximum(two, again).deciding() == (two,)
    assert (two + three).deciding() == (two, three)


def test_drivers_are_told_once_a_place() -> None:
    five = TRACING.derived("five", two + three)
    assert sorted((five * five).paths(Traced.deciding)) == ["five", "three", "two"]
    four = TRACING.leaf("four", Decimal(4))
    assert sorted(((four + two) + two).paths(Traced.deciding)) == ["four", "two"]
    assert sorted((two + TRACING.leaf("two", Decimal(2))).paths(Traced.deciding)) == ["two", "two"]
    choice = TRACING.where(three > two, TRACING.constant(Decimal(1)), five)
    assert list(choice.paths(Traced.deciding)) == ["three", "two"]
    assert set(choice.paths()) == {"two", "three", "five"}


def test_drivers_of_a_long_chain_come_at_once() -> None:
    node = two
    for _ in range(200):
        node = node + node
    assert list(node.paths(Traced.deciding)) == ["two"]


def test_a_walk_comes_to_operands_first_and_to_each_once() -> None:
    six = two * three
    total = six + six
    assert list(total.walk()) == [two, three, six, total]
    assert list(total.walk(lambda node: node.args[:1])) == [two, six, total]
    assert list(two.walk()) == [two]


def test_what_is_considered_of_a_run_of_choices() -> None:
    """All conditions, the one asked last first, and the side taken; never those of another term."""
    low, high = two > three, three > two
    inner = TRACING.where(low, two, TRACING.constant(Decimal(0)))
    assert inner.explained_operands() == (low, inner.args[2])
    outer = TRACING.where(high, three, inner)
    assert outer.explained_operands() == (low, high, three)
    assert TRACING.where(low, three, outer).explained_operands() == (low, high, low, three)
    assert TRACING.settle("fee", outer, Decimal(1)).explained_operands() == ()
    assert TRACING.maximum(two, three).explained_operands() == (two, three)
    assert two.explained_operands() == ()


def test_a_name_changes_nothing_else() -> None:
    total = two + three
    named = TRACING.named("sum", total)
    assert each(named.op, named.value, named.args, named.path) == ("+", 5, (two, three), "")
    assert named.name == StepName("sum")
    assert total.name is None
    again = TRACING.named("pays", named, 2, "volume", two >= three)
    assert each(again.op, again.value, again.args, again.path) == ("named", 5, (named,), "")
    assert again.name == StepName("pays", 2, "volume", reached=False)
    assert again.is_step("rate", "pays")
    assert not again.is_step("sum")
    assert not total.is_step("sum")


def test_a_settled_amount_knows_what_it_was_rounded_to() -> None:
    settled = TRACING.settle("fee", two, Decimal("0.01"))
    assert settled.name == StepName("rounded", unit=Decimal("0.01"))


@pytest.mark.parametrize(
    "reading", [Exact(), Fractions({}), Arrays(plain_arrays, {}), Curves({}, Fraction(0))]
)
def test_readings_that_remember_nothing_pass_named_values_through(reading: Reading[Any]) -> None:
    value = reading.constant(Decimal(7))
    assert reading.named("pays", value, 1, "sales", reached=True) is value


@pytest.mark.parametrize(
    ("term", "plan", "way"),
    [
        ({"rate": "2.5%"}, {}, "fee((fee.rate * sales))"),
        ({"rate": "2.5%", "less": "other"}, {}, "fee((fee.rate * max((sales - other(other.amount)), 0)))"),
        ({"amount": 5, "per": ["a"], "free": {"a": 1}}, {}, "fee((fee.amount * max((a - fee.free.a), 0)))"),
        ({"amount": 5, "at_least": "8% of sales"}, {}, "fee(max(fee.amount, (fee.at_least * sales)))"),
        ({"amount": 5, "at_most": 8}, {}, "fee(min(fee.amount, fee.at_most))"),
        (
            {"rate": "1%", "of": "increment"},
            {"last_year": {"sales": 5}},
            "fee((fee.rate * increment(max((sales - last_year.sales), 0))))",
        ),
        (
            {"mode": "whole", "tiers": [{"from": 5, "rate": "1%"}, {"over": 9, "amount": 7}]},
            {},
            "fee(where((sales > fee.tiers.2.over), fee.tiers.2.amount, "
            "where((sales >= fee.tiers.1.from), (fee.tiers.1.rate * sales), 0)))",
        ),
        (
            {"mode": "marginal", "tiers": [{"from": 5, "rate": "1%"}, {"over": 9, "amount": 7}]},
            {},
            "fee(((0 + (fee.tiers.1.rate * max((min(sales, fee.tiers.2.over) - fee.tiers.1.from), 0))) + "
            "(0 + where((sales > fee.tiers.2.over), fee.tiers.2.amount, 0))))",
        ),
        (
            {"mode": "whole", "measure": "growth", "tiers": [{"from": "110%", "rate": "1%"}]},
            {"last_year": {"sales": 5}},
            "fee(where((where((last_year.sales > 0), sales, -1) >= (fee.tiers.1.from * last_year.sales)), "
            "(fee.tiers.1.rate * sales), 0))",
        ),
        (
            {"rate": "1%"},
            {"sales": "+10%", "last_year": {"sales": 5}},
            "fee((fee.rate * sales((last_year.sales * sales_growth))))",
        ),
        (
            {"amount": 1, "per": ["stores.average"]},
            {"stores": {"opening": 3}},
            "fee((fee.amount * stores.average(((stores.opening + "
            "stores.closing(((stores.opening + stores.new) - stores.closed))) * 0.5))))",
        ),
        (
            {"amount": 2, "per": "both"},
            {"figures": {"a": 9, "both": "a + a"}},
            "fee((fee.amount * both((a + a))))",
        ),
        (
            {"amount": 2, "per": "left"},
            {"figures": {"a": 9, "b": 4, "left": "a - b"}},
            "fee((fee.amount * left(max((a - b), 0))))",
        ),
    ],
)
def test_a_fee_tells_how_it_was_made(term: Keys, plan: Keys, way: str) -> None:
    scenario = contract({"other": {"amount": 3}, "fee": term}, {"figures": {"a": 9}, **plan})
    assert written(traced_costs(scenario)["fee"]) == way


def test_a_percentage_that_a_formula_states_is_known_as_one() -> None:
    plan = {"figures": {"own": "15% of sales", "twice": "2 x own"}}
    made = traced_costs(contract({"fee": {"amount": 1, "per": "twice"}}, plan))["fee"]
    constants = {node.value: node.name and node.name.kind for node in made.walk() if node.op == "constant"}
    assert constants == {Decimal("0.15"): "rate", Decimal(2): None}


def test_parameters_are_all_the_numbers_a_term_states() -> None:
    scenario: Scenario = contract(
        {
            "a": {"rate": "2.5%", "at_least": "8% of sales", "at_most": 900},
            "b": {"amount": 5, "per": ["sets"], "free": {"sets": 3}, "at_most": "9% of sales"},
            "c": {
                "mode": "whole",
                "measure": "growth",
                "tiers": [{"from": "110%", "rate": "1%"}, {"over": "120%", "amount": 7}],
            },
        },
        {"figures": {"sets": 1}, "last_year": {"sales": 1}},
    )
    found = {
        key: {str(path): str(value) for path, value in parameters(term)}
        for key, term in scenario.terms.items()
    }
    assert found == {
        "a": {"rate": "0.025", "at_least": "0.08", "at_most": "900"},
        "b": {"amount": "5", "free.sets": "3", "at_most": "0.09"},
        "c": {"tiers.1.from": "1.1", "tiers.1.rate": "0.01", "tiers.2.over": "1.2", "tiers.2.amount": "7"},
    }
    assert {key: made.value for key, made in traced_costs(scenario).items()} == exact_costs(scenario)
