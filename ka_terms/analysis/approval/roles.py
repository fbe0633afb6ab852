"""Which of several contracts is to be approved or aimed at, and which are the last one, the request and our offer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Fault, Refused, about
from ka_terms.text.messages import Message, enumerated, message

APPROVED, BASELINE, REQUEST, OFFER = "approve", "baseline", "request", "offer"


class Roles(NamedTuple):
    """The index of each contract; None where there is none. `unused` are those that have no part."""

    approved: int
    baseline: int | None
    request: int | None
    offer: int | None
    unused: tuple[int, ...] = ()


def roles(contracts: Sequence[Scenario], given: Mapping[str, int], *, meeting: bool = False) -> Roles:
    """Return the role of each contract by its status and year; `given` has those that the user names.

    To be approved is the agreed contract, or the draft, of the latest year; one without terms is none, nor is one of a
    year before that of a request or an offer. Before a `meeting` our offer is also what we aim at, where nothing is
    agreed or drafted. The last contract is the agreed one of the latest earlier year. Request and offer are of the
    year to be approved. Errors: `Refused` where several contracts may have a role, or none is to be approved; noted
    with the role.
    """
    left = [index for index in range(len(contracts)) if index not in given.values()]
    approved = given.get(APPROVED)
    if approved is None:
        approved = _approved(contracts, left, given.get(OFFER), meeting=meeting)
        left = [index for index in left if index != approved or contracts[index].status == "proposal"]
    year = contracts[approved].year
    earlier = [index for index in left if _is_earlier(contracts[index], year)]
    same = [index for index in left if contracts[index].year in (year, None)]
    chosen = {
        BASELINE: _latest(contracts, earlier),
        REQUEST: [index for index in same if contracts[index].status == "ask"],
        OFFER: [index for index in same if contracts[index].status == "proposal"],
    }
    known = {
        role: given.get(role, _only(f"--{role}", role, contracts, found)) for role, found in chosen.items()
    }
    used = {approved, *known.values()}
    unused = tuple(index for index in range(len(contracts)) if index not in used)
    return Roles(approved, known[BASELINE], known[REQUEST], known[OFFER], unused)


def _approved(
    contracts: Sequence[Scenario], left: Collection[int], offer: int | None, *, meeting: bool
) -> int:
    option = "--target" if meeting else f"--{APPROVED}"
    dated = [index for index in range(len(contracts)) if contracts[index].fees]
    latest = [index for index in _latest(contracts, dated) if index in left]
    latest += [index for index in left if contracts[index].year is None and index not in latest]
    for statuses in (("agreed", "draft"), ("proposal",)) if meeting else (("agreed", "draft"),):
        found = [index for index in latest if contracts[index].status in statuses and contracts[index].fees]
        chosen = _only(option, APPROVED, contracts, _latest(contracts, found))
        if chosen is not None:
            return chosen
    if meeting and offer is not None:
        return offer
    expected = message("a contract to approve, with status: agreed or draft, and with terms")
    if meeting:
        expected = message("a contract to aim at, with status: agreed, draft or proposal, and with terms")
    fix = message("name it: {option} FILE", option=option)
    with about(APPROVED):
        raise Refused(Fault(_named(contracts, range(len(contracts))), expected, fix))


def _is_earlier(contract: Scenario, year: int | None) -> bool:
    is_of_earlier_year = contract.year is not None and year is not None and contract.year < year
    return is_of_earlier_year and contract.status == "agreed"


def _latest(contracts: Sequence[Scenario], indices: Collection[int]) -> list[int]:
    """Return those of the latest year; a contract without a year comes before all years."""
    latest = max((contracts[index].year or 0 for index in indices), default=0)
    return [index for index in indices if (contracts[index].year or 0) == latest]


def _only(option: str, role: str, contracts: Sequence[Scenario], found: Sequence[int]) -> int | None:
    if len(found) > 1:
        expected = message("one contract in this role")
        fix = message("name it: {option} FILE", option=option)
        with about(role):
            raise Refused(Fault(_named(contracts, found), expected, fix))
    return next(iter(found), None)


def _named(contracts: Sequence[Scenario], indices: Collection[int]) -> Message:
    names = enumerated(contracts[index].scenario for index in indices)
    return message("the contracts {names}", names=names)
