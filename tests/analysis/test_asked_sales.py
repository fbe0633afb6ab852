"""Low and high sales that are asked for beside those of the plan."""

from __future__ import annotations

import pytest

from ka_terms.analysis.asked_sales import Side, read_sales
from tests.contracts import contract, refused


def test_sales_that_the_rest_of_the_plan_rules_out_are_refused_for_themselves() -> None:
    (fault,) = refused(read_sales, "40", contract(plan={"sales": 1000, "returns": 50}), "low")
    assert fault.sentence() == (
        "Found '40'. Expected no more returns than sales (40). Fix: write other sales, or change the plan."
    )


@pytest.mark.parametrize(("side", "asked"), [("low", "50"), ("high", "2000"), ("low", "1000")])
def test_sales_that_the_rest_of_the_plan_allows_are_read(side: Side, asked: str) -> None:
    assert read_sales(asked, contract(plan={"sales": 1000, "returns": 50}), side) == int(asked)
