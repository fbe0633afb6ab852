"""Costs of finance: amounts, or shares of sales and of nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from ka_terms.model.contract.private import Private, read_cost
from ka_terms.model.contract.terms.limits import Share
from tests.contracts import refused


@pytest.mark.parametrize("raw", ["3%", "3% of sales", "３％", Share(Decimal("0.03"), "sales")])
def test_a_cost_may_be_a_share_of_sales(raw: object) -> None:
    assert read_cost(raw) == Share(Decimal("0.03"), "sales")


def test_a_cost_may_be_an_amount() -> None:
    assert read_cost("120k") == 120_000


@pytest.mark.parametrize("raw", [Share(Decimal("0.03"), "volume"), "3% of volume", "much"])
def test_a_cost_is_nothing_else(raw: object) -> None:
    with pytest.raises(ValueError, match="Expected"):
        read_cost(raw)


def test_a_share_of_another_figure_is_told_as_one_of_sales() -> None:
    (fault,) = refused(read_cost, Share(Decimal("0.03"), "volume"))
    assert str(fault) == (
        "Found '3% of volume'. Expected an amount a year, or a percentage of sales such as 3%. Fix: write 3%."
    )


@pytest.mark.parametrize("raw", ["3％ of volume", "3% of volume"])
def test_a_share_of_another_figure_is_no_percentage(raw: str) -> None:
    (fault,) = refused(read_cost, raw)
    assert fault.expected == "a percentage with its sign, such as 2.5%"


@pytest.mark.parametrize("key", ["margin", "logistics", "people", "target"])
def test_what_is_wrong_alone_is_told_without_its_value(key: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Private.model_validate({key: "31x"})
    (error,) = caught.value.errors()
    assert (error["loc"], error["input"]) == ((key,), None)
    assert "31x" not in str(caught.value)
