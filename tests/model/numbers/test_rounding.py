"""What fees are rounded to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.numbers.rounding import read_rounding
from tests.contracts import refused


@pytest.mark.parametrize("raw", ["0.0001", "0.01", 1, "1000", "1,000"])
def test_a_power_of_ten_is_taken(raw: object) -> None:
    assert read_rounding(raw) == Decimal(str(raw).replace(",", ""))


@pytest.mark.parametrize("raw", ["0.05", "0.00001", 10000, 0, 2, "a cent"])
def test_any_other_number_is_refused(raw: object) -> None:
    (fault,) = refused(read_rounding, raw)
    assert fault.expected == "one of 0.0001, 0.001, 0.01, 0.1, 1, 10, 100, 1000"
    assert (fault.found, fault.mend) == (f"'{raw}'", "choose one of them")


@pytest.mark.parametrize(
    ("stated", "unit", "decimals"),
    [
        ({}, "0.01", 2),
        ({"currency": "JPY"}, "1", 0),
        ({"rounding": "0.001"}, "0.001", 3),
        ({"rounding": 100}, "100", 0),
    ],
)
def test_fees_are_rounded_to_the_minor_unit_or_as_the_contract_says(
    stated: dict[str, object], unit: str, decimals: int
) -> None:
    scenario = Scenario.model_validate({"scenario": "x", "plan": {"sales": 1}, **stated})
    assert (scenario.unit, scenario.decimals) == (Decimal(unit), decimals)
