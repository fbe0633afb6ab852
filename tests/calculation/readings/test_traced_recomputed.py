"""Operations, paths and names are all that a live sheet needs of a remembered number: no fee is worked out twice."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ka_terms.calculation.costs import exact_costs, traced_costs
from ka_terms.calculation.readings.exact import exactly, round_half_up
from ka_terms.calculation.readings.traced import Traced
from ka_terms.model.contract.plan.stated_figures import stated
from ka_terms.model.contract.terms.parameters import parameters
from tests.calculation.drawn_clauses import groups
from tests.calculation.test_properties import contracts, money
from tests.contracts import Keys, contract

OPERATIONS: Mapping[str, Callable[..., Decimal]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": lambda part, whole: part / whole if whole else Decimal(0),
    "//": lambda part, whole: part // whole,
    ">=": lambda one, bound: Decimal(one >= bound),
    ">": lambda one, bound: Decimal(one > bound),
    "max": max,
    "min": min,
    "where": lambda condition, then, otherwise: then if condition else otherwise,
    "derived": lambda figure: figure,
    "named": lambda value: value,
    "settlements": lambda *amounts: sum(amounts),
}


def computed(amount: Traced, leaves: Mapping[str, Decimal], unit: Decimal) -> Decimal:
    """An amount worked out once more from its leaves, by operations alone, as a spreadsheet would."""
    values: dict[Traced, Decimal] = {}
    for node in amount.walk():
        operands = [values[arg] for arg in node.args]
        if node.op == "leaf":
            values[node] = leaves[node.path]
        elif node.op == "constant":
            values[node] = node.value
        elif node.op == "round":
            values[node] = round_half_up(operands[0], unit)
        elif node.op == "settle":
            assert node.name is not None
            assert node.name.unit is not None
            values[node] = round_half_up(operands[0], node.name.unit)
        else:
            values[node] = OPERATIONS[node.op](*operands)
    return values[amount]


@given(contracts(), money, st.data())
def test_a_walk_by_operations_alone_recomputes_every_amount(
    given_: tuple[dict[str, Keys], Keys], sales: Decimal, data: st.DataObject
) -> None:
    """Also once a leaf has changed, as in a live sheet: no choice is decided but by its condition."""
    terms, plan = given_
    together = data.draw(groups(terms, money))
    scenario = contract(terms, {**plan, "returns": 0}, together=together)
    changed = contract(terms, {**plan, "returns": 0, "sales": sales}, together=together)
    leaves = dict(stated(changed.plan))
    for key, term in changed.fees.items():
        leaves |= {f"{key}.{path}": value for path, value in parameters(term)}
    with exactly():
        amounts = {
            key: computed(amount, leaves, scenario.unit) for key, amount in traced_costs(scenario).items()
        }
    assert amounts == exact_costs(changed)
