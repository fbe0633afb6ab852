"""All that the page before a meeting says, before any of it is worded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.approval.approval import Contracts
from ka_terms.analysis.approval.watch import OpeningGap, opening_gap
from ka_terms.analysis.brief.moves import Moves, moves_between
from ka_terms.analysis.brief.positions import (
    CONTRACT,
    OFFER,
    OLD_TERMS,
    REQUEST,
    TARGET,
    WALK_AWAY,
    Position,
    limits_of,
    position_of,
)
from ka_terms.analysis.comparison import Incomparable, compare, side_by_side
from ka_terms.analysis.concessions.cases import SalesCase
from ka_terms.analysis.concessions.steps import Steps, steps
from ka_terms.analysis.contribution import Basis
from ka_terms.analysis.offers.offers import Offers, Wish, offers
from ka_terms.analysis.sweep.axes import Axis
from ka_terms.calculation.readings.exact import difference, exactly
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.terms import RateTerm
from ka_terms.model.numbers.number import Index
from ka_terms.model.settings.catalogue import Catalogue

MOST_STEPS = 12
"""Steps that the printed page has room for."""


class Gap(NamedTuple):
    """Their request minus our offer."""

    amount: Decimal
    ratio: Decimal | None


class Brief(NamedTuple):
    """What somebody takes along who negotiates."""

    target: Statement
    request: Statement | None
    offer: Statement | None
    old: Statement | None
    """The last contract on this plan; None where there is none, or it cannot be calculated here."""
    last_year: int | None
    basis: Basis
    low: SalesCase | None
    positions: tuple[Position, ...]
    """By falling fees."""
    gap: Gap | None
    above_walk_away: Decimal | None
    """Their request minus the walk-away limit."""
    past_walk_away: Decimal | None
    """The contract that we aim at minus the walk-away limit, where that is above zero."""
    steps: Steps
    gives: Moves | None
    """What the target costs more than our offer."""
    gets: Moves | None
    """What the target costs less than their request."""
    wanted: tuple[str, ...]
    """Points without a fee in our offer that their request does not have."""
    worth: Mapping[str, Decimal]
    """What some of them are worth to us a year, as the file of the target says."""
    since: Moves | None
    """What their request costs more than the old terms."""
    opening: OpeningGap | None
    bases_unknown: bool
    """Whether rates are paid on sales of which nobody says whether returns come off."""
    offers: Offers | None

    def position(self, role: str) -> Position | None:
        """Return where somebody stands."""
        return next((position for position in self.positions if position.role == role), None)

    @property
    def starts_from(self) -> str:
        """The role of the contract from which steps are made."""
        offered = self.offer is not None and self.offer.scenario.scenario == self.target.scenario.scenario
        target = self.position(TARGET)
        if target is not None and target.fees == self.target.total_fees:
            return TARGET
        return OFFER if offered else CONTRACT

    @property
    def dearest(self) -> Steps:
        """The steps that cost most as planned, at most `MOST_STEPS`, in their order."""
        planned = next(at for at, case in enumerate(self.steps.cases) if case.kind == "plan")

        def by_cost(index: int) -> tuple[bool, Decimal]:
            amount = self.steps.costs[index].amounts[planned]
            return amount is None, -(amount or Decimal(0))

        dearest = sorted(range(len(self.steps.costs)), key=by_cost)[:MOST_STEPS]
        return self.steps._replace(costs=tuple(self.steps.costs[index] for index in sorted(dearest)))


def brief(
    contracts: Contracts,
    catalogue: Catalogue,
    sales: tuple[Decimal | Index | None, Decimal | Index | None] = (None, None),
    axes: Sequence[Axis] = (),
    wish: Wish | None = None,
) -> Brief:
    """Return the page before a meeting. `contracts.approved` is what we want to reach; its plan holds for all.

    With `axes` it has offers that cost as much as the target. Errors: `Incomparable` where currencies differ, or terms
    need what the plan does not give; `ValueError` for offers; `Uncomputable` beyond 10^18.
    """
    target = contracts.approved
    likely = target.case("likely")
    request, offer = (_on_plan(one, likely) for one in (contracts.request, contracts.offer))
    priced = steps(target, catalogue, sales=sales, request=request)
    old = _old_terms(contracts.baseline, likely)
    known = {
        role: evaluate(one, catalogue)
        for role, one in {REQUEST: request, OLD_TERMS: old, OFFER: offer}.items()
        if one is not None
    }
    known[TARGET] = priced.statement
    low = next((case for case in priced.cases if case.kind == "low"), None)
    limits = [*limits_of(priced.statement, priced.basis, low)]
    own = next((limit.fees for limit in limits if limit.role == TARGET), None)
    contract = _role_of(contracts, priced.statement, own)
    # An offer that we aim at is one position.
    stated = {contract if role == TARGET else role: statement for role, statement in known.items()}
    positions = [
        *(position_of(role, one, priced.basis, low) for role, one in stated.items()),
        *(limit for limit in limits if limit.role != contract),
    ]
    found = {position.role: position for position in positions}
    return Brief(
        priced.statement,
        known.get(REQUEST),
        known.get(OFFER),
        known.get(OLD_TERMS),
        contracts.baseline.year if contracts.baseline else None,
        priced.basis,
        low,
        tuple(sorted(positions, key=lambda position: -position.fees)),
        _gap(found.get(REQUEST), found.get(OFFER)),
        _above(found.get(REQUEST), found.get(WALK_AWAY)),
        _past(priced.statement, found.get(WALK_AWAY)),
        priced,
        moves_between(known, TARGET, OFFER, 1),
        moves_between(known, TARGET, REQUEST, -1),
        (wanted := _wanted(offer, request)),
        _worth(target, wanted),
        moves_between(known, REQUEST, OLD_TERMS, 0),
        opening_gap(priced.statement, catalogue),
        _bases_unknown(likely),
        offers(target, axes, wish or Wish(sales=sales), catalogue) if axes else None,
    )


def _role_of(contracts: Contracts, target: Statement, own: Decimal | None) -> str:
    """Return the position that the contract is which we aim at; `own` are the fees of the target of its file."""
    if own == target.total_fees:
        return TARGET
    if contracts.offer is contracts.approved:
        return OFFER
    return TARGET if own is None else CONTRACT


def _on_plan(contract: Scenario | None, target: Scenario) -> Scenario | None:
    """Return a contract on the plan of the target, with what that keeps private. Errors: `Incomparable`."""
    if contract is None:
        return None
    moved = side_by_side([contract.case("likely")], target)[0]
    return moved.model_copy(update={"private": target.private})


def _old_terms(last: Scenario | None, target: Scenario) -> Scenario | None:
    """Return the last contract on the plan of the target; None where it cannot be calculated there."""
    if last is None:
        return None
    try:
        versus = compare([last.case("likely"), target]).versus[0]
    except Incomparable:
        return None
    if versus.uncosted or versus.unsettled or versus.recosted is None:
        return None
    return versus.recosted.model_copy(update={"private": target.private})


def _past(target: Statement, limit: Position | None) -> Decimal | None:
    if limit is None:
        return None
    with exactly():
        past = target.total_fees - limit.fees
    return past if past > 0 else None


def _gap(request: Position | None, offer: Position | None) -> Gap | None:
    if request is None or offer is None:
        return None
    with exactly():
        return Gap(request.fees - offer.fees, difference(request.fee_ratio, offer.fee_ratio))


def _above(request: Position | None, limit: Position | None) -> Decimal | None:
    if request is None or limit is None:
        return None
    with exactly():
        return request.fees - limit.fees


def _wanted(offer: Scenario | None, request: Scenario | None) -> tuple[str, ...]:
    if offer is None:
        return ()
    asked = request.conditions if request else {}
    return tuple(key for key in offer.conditions if key not in asked)


def _worth(target: Scenario, wanted: Sequence[str]) -> dict[str, Decimal]:
    known = target.private.gets if target.private else {}
    return {key: known[key] for key in wanted if key in known}


def _bases_unknown(target: Scenario) -> bool:
    is_rated = any(isinstance(term, RateTerm) and term.of == "sales" for term in target.terms.values())
    return is_rated and target.plan.returns is None
