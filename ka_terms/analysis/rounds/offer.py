"""A contract as it was put on the table, and the order in which that happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.settings.rounds import RoundDetails

Side = Literal["theirs", "ours"]
SIDES: tuple[Side, Side] = ("theirs", "ours")
Whose = Literal["theirs", "ours", "both"]
_BY_STATUS: Mapping[str, Whose] = {"ask": "theirs", "proposal": "ours", "draft": "ours", "agreed": "both"}
"""In the order in which they follow each other where nothing else tells."""
_RANKS = {status: rank for rank, status in enumerate(_BY_STATUS)}


@dataclass(frozen=True)
class Offer:
    """One round: the contract that a side, or both, put on the table. What is internal is not in its repr."""

    contract: Scenario
    whose: Whose
    date: date | None = None
    partner: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    gives: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    """What the position holds besides the fees, at its cost for us."""

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides whose position it is."""
        return tuple(side for side in SIDES if self.whose in (side, "both"))


def offer_of(contract: Scenario, details: RoundDetails | None = None) -> Offer:
    """Return a round; whose position it is follows from the status, unless the details say it."""
    whose = _BY_STATUS[contract.status]
    if details is None:
        return Offer(contract, whose, contract.signed)
    return Offer(
        contract,
        details.side or whose,
        details.date or contract.signed,
        details.partner or "",
        details.note or "",
        MappingProxyType(dict(details.gives)),
    )


def latest_year(contracts: Sequence[Scenario]) -> int | None:
    """Return the latest year; a contract without one counts as of that year."""
    return max((contract.year for contract in contracts if contract.year is not None), default=None)


def in_order(contracts: Sequence[Scenario]) -> list[int]:
    """Return the indices in the order of the rounds.

    Years follow each other. Where every contract of a year says when it was signed, those days decide; else the status
    does (ask, proposal, draft, agreed), then the day, then the order given.
    """
    latest = latest_year(contracts)
    years = [contract.year or latest or 0 for contract in contracts]
    dated = {
        year: all(contract.signed for contract, of in zip(contracts, years, strict=True) if of == year)
        for year in years
    }

    def key(index: int) -> tuple[int, date, int, date]:
        contract, year = contracts[index], years[index]
        day = contract.signed or date.max
        return year, day if dated[year] else date.min, _RANKS[contract.status], day

    return sorted(range(len(contracts)), key=key)


def unordered(contracts: Sequence[Scenario]) -> tuple[int, int] | None:
    """Return two contracts of one year and status of which no day tells the first; None where there are none."""
    latest = latest_year(contracts)
    seen: dict[tuple[int | None, str], list[int]] = {}
    for index, contract in enumerate(contracts):
        same = seen.setdefault((contract.year or latest, contract.status), [])
        for earlier in same:
            if None in (days := (contract.signed, contracts[earlier].signed)) or days[0] == days[1]:
                return earlier, index
        same.append(index)
    return None
