"""A group of terms: one line that corrects their sum to its least or its most, rounded once."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ka_terms.calculation.costs import exact_costs
from ka_terms.calculation.statement import evaluate
from tests.contracts import Keys, contract, each

TERMS: Keys = {"rebate": {"rate": "2%"}, "dm_fee": {"amount": 5000}, "fund": {"amount": 7000, "owed": "no"}}


def correction(limits: Keys, **more: Any) -> str:
    """The line of a group over fees of 25,000."""
    scenario = contract(TERMS, together={"promotion": {"terms": ["rebate", "dm_fee"], **limits}}, **more)
    return str(exact_costs(scenario)["promotion"])


@pytest.mark.parametrize(
    ("limits", "amount"),
    [
        ({"at_most": 20_000}, "-5000.00"),
        ({"at_most": 25_000}, "0.00"),
        ({"at_most": "24,999.99"}, "-0.01"),
        ({"at_most": "25,000.01"}, "0.00"),
        ({"at_least": 30_000}, "5000.00"),
        ({"at_least": 25_000}, "0.00"),
        ({"at_least": "25,000.01"}, "0.01"),
        ({"at_most": "2% of sales"}, "-5000.00"),
        ({"at_least": "3% of sales", "at_most": "4% of sales"}, "5000.00"),
        ({"at_least": "4% of sales", "at_most": 30_000}, "5000.00"),
        ({"at_most": "100% of fund"}, "-18000.00"),
        ({"at_most": "100% of rebate"}, "-5000.00"),
        ({"at_most": "50% of dm_fee"}, "-22500.00"),
        ({"at_most": 0}, "-25000.00"),
    ],
)
def test_the_line_is_what_the_limit_takes_off_or_adds(limits: Keys, amount: str) -> None:
    assert correction(limits) == amount


@pytest.mark.parametrize(
    ("rounding", "limit", "amount"),
    [
        ("1", "20,000.49", "-5000"),
        ("1", "20,000.50", "-4999"),
        ("100", "20,049", "-5000"),
        ("100", "20,050", "-4900"),
        ("0.0001", "20,000.00005", "-4999.9999"),
    ],
)
def test_the_limit_is_rounded_and_the_sum_taken_off(rounding: str, limit: str, amount: str) -> None:
    assert correction({"at_most": limit}, rounding=rounding) == amount


def test_members_keep_their_amounts_and_the_total_has_the_correction() -> None:
    group = {"terms": ["rebate", "dm_fee"], "at_most": 20_000, "nature": "activity"}
    statement = evaluate(contract(TERMS, together={"promotion": group}))
    assert [(line.term, int(line.amount), line.members) for line in statement.lines] == [
        ("rebate", 20_000, ()),
        ("dm_fee", 5_000, ()),
        ("fund", 7_000, ()),
        ("promotion", -5_000, ("rebate", "dm_fee")),
    ]
    assert statement.total_fees == 20_000
    assert statement.net_net_sales == 980_000
    assert each(statement.amount("promotion"), statement.amount("rebate")) == (-5_000, 20_000)
    line = statement.lines[-1]
    assert (line.fee.nature, line.is_due, line.rules) == ("activity", True, ())
    assert line.formula.value == -5_000
    assert line.driven_by == "sales_driven"


def test_a_group_of_other_groups_terms_in_its_limits() -> None:
    """Each group takes what its terms come to before any group."""
    groups = {
        "first": {"terms": ["rebate"], "at_most": 10_000},
        "second": {"terms": ["dm_fee"], "at_least": "100% of rebate"},
    }
    found = exact_costs(contract(TERMS, together=groups))
    assert (found["first"], found["second"]) == (Decimal(-10_000), Decimal(15_000))


def test_the_order_of_lines_is_that_of_the_contract() -> None:
    terms = {"claim": {"rate": "50%", "of": "fund"}, "fund": {"rate": "2%"}}
    scenario = contract(terms, together={"cap": {"terms": ["fund", "claim"], "at_most": 9}})
    assert [*exact_costs(scenario)] == ["claim", "fund", "cap"]
