"""Which contract is which: by status and year, or by what the user names."""

from __future__ import annotations

from typing import Any

import pytest

from ka_terms.analysis.approval.roles import Roles, roles
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Refused
from tests.contracts import contract

TERMS = {"fee": {"rate": "1%"}}


def dated(
    name: str, status: str, year: int | None = None, terms: dict[str, object] | None = None
) -> Scenario:
    more: dict[str, Any] = {"scenario": name, "status": status} | ({"year": year} if year else {})
    return contract(TERMS if terms is None else terms, **more)


OLD, NEW = dated("old", "agreed", 2002), dated("new", "agreed", 2003)
ASK, OFFER = dated("ask", "ask", 2003), dated("offer", "proposal", 2003)
OLDER, PLAN = dated("older", "agreed", 2001), dated("plan", "draft", 2003, {})


@pytest.mark.parametrize(
    ("contracts", "expected"),
    [
        ([OLD, ASK, OFFER, NEW], Roles(3, 0, 1, 2)),
        ([NEW, OFFER, ASK, OLD], Roles(0, 3, 2, 1)),
        ([NEW], Roles(0, None, None, None)),
        ([NEW, PLAN], Roles(0, None, None, None, (1,))),
        ([OLDER, OLD, NEW], Roles(2, 1, None, None, (0,))),
        ([OLD, dated("draft", "draft", 2003)], Roles(1, 0, None, None)),
        ([NEW, dated("last request", "ask", 2002)], Roles(0, None, None, None, (1,))),
        ([NEW, dated("undated", "ask")], Roles(0, None, 1, None)),
    ],
)
def test_status_and_year_tell(contracts: list[Scenario], expected: Roles) -> None:
    assert roles(contracts, {}) == expected


@pytest.mark.parametrize(
    ("contracts", "expected"),
    [
        ([ASK, OFFER], Roles(1, None, 0, 1)),
        ([OLD, ASK, OFFER], Roles(2, 0, 1, 2)),
        ([OLD, ASK, OFFER, NEW], Roles(3, 0, 1, 2)),
        ([NEW, ASK], Roles(0, None, 1, None)),
    ],
)
def test_before_a_meeting_our_offer_is_what_we_aim_at(contracts: list[Scenario], expected: Roles) -> None:
    assert roles(contracts, {}, meeting=True) == expected


def test_before_a_meeting_an_offer_that_is_named_is_what_we_aim_at_too() -> None:
    assert roles([ASK, OFFER], {"offer": 1}, meeting=True) == Roles(1, None, 0, 1)
    with pytest.raises(Refused) as caught:
        roles([ASK], {}, meeting=True)
    assert caught.value.faults[0].mend == "name it: --target FILE"


def test_what_is_named_goes_before() -> None:
    assert roles([OLD, NEW, ASK], {"approve": 0, "baseline": 1}) == Roles(0, 1, None, None, (2,))
    second = dated("second ask", "ask", 2003)
    assert roles([NEW, ASK, second], {"request": 2}) == Roles(0, None, 2, None, (1,))


@pytest.mark.parametrize(
    ("contracts", "option", "names"),
    [
        ([NEW, dated("draft", "draft", 2003)], "approve", "new, draft"),
        ([ASK, OFFER], "approve", "ask, offer"),
        ([OLD, ASK], "approve", "old, ask"),
        ([PLAN], "approve", "plan"),
        ([NEW, ASK, dated("second ask", "ask", 2003)], "request", "ask, second ask"),
        ([NEW, OFFER, dated("second offer", "proposal", 2003)], "offer", "offer, second offer"),
        ([NEW, OLD, dated("other", "agreed", 2002)], "baseline", "old, other"),
    ],
)
def test_what_is_unclear_names_the_option(contracts: list[Scenario], option: str, names: str) -> None:
    with pytest.raises(Refused) as caught:
        roles(contracts, {})
    assert caught.value.__notes__ == [option]
    assert caught.value.faults[0].found == f"the contracts {names}"
    assert caught.value.faults[0].mend == f"name it: --{option} FILE"
