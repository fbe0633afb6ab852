"""Costs of finance: amounts, or shares of sales and of nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ka_terms.model.contract.private import read_cost
from ka_terms.model.contract.terms.limits import Share


@pytest.mark.parametrize("raw", ["3%", "3% of sales", "３％", Share(Decimal("0.03"), "sales")])
def test_a_cost_may_be_a_share_of_sales(raw: object) -> None:
    assert read_cost(raw) == Share(Decimal("0.03"), "sales")


def test_a_cost_may_be_an_amount() -> None:
    assert read_cost("120k") == 120_000


@pytest.mark.parametrize("raw", [Share(Decimal("0.03"), "volume"), "3% of volume", "much"])
def test_a_cost_is_nothing_else(raw: object) -> None:
    with pytest.raises(ValueError, match="Expected"):
        read_cost(raw)
