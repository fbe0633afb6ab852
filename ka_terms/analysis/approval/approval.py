"""All that the page of an approval says, before any of it is worded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.approval.low_sales import LowSales, low_estimate, low_sales
from ka_terms.analysis.approval.watch import Watch, split, watched
from ka_terms.analysis.comparison import Comparison, Incomparable, Versus, compare, side_by_side
from ka_terms.analysis.contribution import Basis, basis_of
from ka_terms.analysis.internal import bounds
from ka_terms.calculation.readings.exact import difference, exactly, ratio
from ka_terms.calculation.statement import Statement, evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.tiers import TieredTerm
from ka_terms.model.numbers.number import Index
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.model.settings.policy import Policy
from ka_terms.model.vocabulary.metrics import ROOMS

ACTUAL, OLD_TERMS, REQUEST, OFFER, APPROVED, WALK_AWAY = (
    *("last_contract", "old_terms", "request", "first_offer"),
    *("approval", "walk_away"),
)
MOST_TERMS = 6
"""Terms that the page names; the effects of all others are summed."""
_ZERO = Decimal(0)


class Contracts(NamedTuple):
    """What is approved, and what it stands against; None where it is not given."""

    approved: Scenario
    baseline: Scenario | None = None
    """The last contract, on its own plan."""
    request: Scenario | None = None
    offer: Scenario | None = None
    """Our first offer."""


class Column(NamedTuple):
    """One contract in the figures; None is n/a."""

    role: str
    """`last_contract`, `old_terms` (of the last contract, on the new plan), `request`, `first_offer`, `approval` or
    `walk_away` (the dearest contract that we would still sign)."""
    sales: Decimal
    fees: Decimal
    fee_ratio: Decimal | None
    fixed: Decimal | None
    """Fees that depend on neither sales nor volume; None of the walk-away limit, which has no terms."""
    contribution: Decimal | None
    contribution_ratio: Decimal | None
    """Contribution / sales."""


class TermEffect(NamedTuple):
    """New term minus old term, both on the new plan."""

    term: str
    effect: Decimal


class Effects(NamedTuple):
    """How the terms differ from those of the last contract on the new plan."""

    largest: tuple[TermEffect, ...]
    """Those that differ, the largest first, at most `MOST_TERMS`."""
    rest: Decimal
    """The sum over all other terms."""
    rest_count: int
    total: Decimal


class Gap(NamedTuple):
    """Fees of what is approved minus those of another column, and the difference of the fee ratios."""

    amount: Decimal
    ratio: Decimal | None


class Accrual(NamedTuple):
    """What to set aside for a tiered term that is settled once a year."""

    term: str
    amount: Decimal
    rate: Decimal | None
    """The rate of the tier that the plan reaches, of tiers that hold for all sales; else None."""


class Approval(NamedTuple):
    """A contract to be approved, with what it stands against."""

    statement: Statement
    old: Statement | None
    """The last contract on its own plan."""
    columns: tuple[Column, ...]
    basis: Basis
    payment_days: tuple[Decimal, ...]
    """Those that are in the contributions, each number once; empty where payment days are not in them."""
    walk_away: tuple[str, Decimal] | None
    """The bound of the walk-away limit that leaves the least room, by its metric."""
    limits: tuple[tuple[str, Decimal], ...]
    """All bounds of the walk-away limit, by their metrics."""
    against_old: Gap | None
    against_request: Gap | None
    effects: Effects | None
    uncosted: tuple[str, ...]
    """Figures that the old terms need and the new plan does not give: then nothing stands against the old terms."""
    unsettled: tuple[str, ...]
    """Old terms that cannot be settled in the new year."""
    on_own_plan: tuple[str, ...]
    """The roles of contracts whose terms need what the plan does not give: they stand on their own plan."""
    low: LowSales
    watch: Watch
    accruals: tuple[Accrual, ...]

    def column(self, role: str) -> Column | None:
        """Return the figures of one role."""
        return next((column for column in self.columns if column.role == role), None)


def approval(
    contracts: Contracts,
    low: Decimal | Index | None = None,
    policy: Policy | None = None,
    catalogue: Catalogue | None = None,
) -> Approval:
    """Return the page of an approval.

    Request and first offer stand on the plan of what is approved, and what its file keeps private holds for all
    contracts. `low` is an amount of sales or a growth on last year's, by default the low estimate of the plan.
    Errors: `Incomparable` where currencies differ; `Uncomputable` beyond 10^18.
    """
    known = [one for one in contracts if one is not None]
    side_by_side(known)
    approved, baseline, request, offer = (_prepared(one, contracts.approved) for one in contracts)
    assert approved is not None  # there is no page without it
    statement = evaluate(approved, catalogue)
    versus = _versus(baseline, approved, catalogue)
    moved_in = {REQUEST: _on_plan(request, approved), OFFER: _on_plan(offer, approved)}
    statements = {
        ACTUAL: evaluate(baseline, catalogue) if baseline else None,
        OLD_TERMS: _recosted(versus, catalogue),
        **{role: evaluate(one, catalogue) if one else None for role, (one, _) in moved_in.items()},
        APPROVED: statement,
    }
    return _made(
        {role: one for role, one in statements.items() if one},
        versus,
        tuple(role for role, (one, is_moved) in moved_in.items() if one and not is_moved),
        low_estimate(contracts.approved) if low is None else low,
        policy,
        catalogue,
    )


def _made(
    statements: dict[str, Statement],
    versus: Versus | None,
    on_own_plan: tuple[str, ...],
    low: Decimal | Index | None,
    policy: Policy | None,
    catalogue: Catalogue | None,
) -> Approval:
    approved, old, offer = statements[APPROVED], statements.get(OLD_TERMS), statements.get(OFFER)
    basis = basis_of(approved, statements.values())
    columns = [_column(role, one, basis) for role, one in statements.items()]
    room = _least_room(approved)
    if room:
        columns.append(_at_walk_away(columns[-1], room[2], basis))
    days = (one.scenario.payment_days for one in statements.values())
    by_role = {column.role: column for column in columns}
    return Approval(
        approved,
        statements.get(ACTUAL),
        tuple(columns),
        basis,
        tuple(dict.fromkeys(day for day in days if day is not None)) if basis.cost_of_capital else (),
        room and room[:2],
        tuple(bounds(approved.scenario)),
        _gap(by_role, OLD_TERMS),
        _gap(by_role, REQUEST),
        _effects(versus) if versus and old else None,
        versus.uncosted if versus else (),
        versus.unsettled if versus else (),
        on_own_plan,
        low_sales(approved, old, low, basis, catalogue),
        watched(approved, offer, policy, catalogue),
        tuple(_accruals(approved)),
    )


def _prepared(contract: Scenario | None, approved: Scenario) -> Scenario | None:
    """Return the likely case of a contract, with what the approved one keeps private: one margin holds for all."""
    if contract is None:
        return None
    return contract.case("likely").model_copy(update={"private": approved.private})


def _versus(baseline: Scenario | None, approved: Scenario, catalogue: Catalogue | None) -> Versus | None:
    if baseline is None:
        return None
    compared: Comparison = compare([baseline, approved], catalogue=catalogue)
    return compared.versus[0]


def _recosted(versus: Versus | None, catalogue: Catalogue | None) -> Statement | None:
    """Return the old terms on the new plan; None where not all of them can be calculated there."""
    if versus is None or versus.uncosted or versus.unsettled or versus.recosted is None:
        return None
    return evaluate(versus.recosted, catalogue)


def _on_plan(contract: Scenario | None, approved: Scenario) -> tuple[Scenario | None, bool]:
    """Return a contract on the plan of what is approved, and whether it can stand there."""
    if contract is None:
        return None, False
    try:
        return side_by_side([contract], approved)[0], True
    except Incomparable:
        return contract, contract.plan == approved.plan


def _column(role: str, statement: Statement, basis: Basis) -> Column:
    fixed = statement.total(lambda line: line.driven_by == "fixed")
    fees, left = statement.total_fees, basis.contribution(statement)
    return Column(role, statement.sales, fees, statement.fee_ratio, fixed, left, ratio(left, statement.sales))


def _least_room(approved: Statement) -> tuple[str, Decimal, Decimal] | None:
    """Return the bound of the walk-away limit that leaves the least room: its metric, itself, and the room in money."""
    rooms = ((metric, bound, approved.value(ROOMS[metric])) for metric, bound in bounds(approved.scenario))
    known = [(metric, bound, room) for metric, bound, room in rooms if room is not None]
    return min(known, key=lambda found: found[2], default=None)


def _at_walk_away(approved: Column, room: Decimal, basis: Basis) -> Column:
    """Return the figures where the room is used up: by higher fees, at the same sales."""
    with exactly():
        fees, left = approved.fees + room, difference(approved.contribution, room)
        share = ratio(fees, approved.sales)
    fees, left = basis.rounded(fees), None if left is None else basis.rounded(left)
    return Column(WALK_AWAY, approved.sales, fees, share, None, left, ratio(left, approved.sales))


def _gap(columns: dict[str, Column], role: str) -> Gap | None:
    approved, other = columns[APPROVED], columns.get(role)
    if other is None:
        return None
    with exactly():
        return Gap(approved.fees - other.fees, difference(approved.fee_ratio, other.fee_ratio))


def _effects(versus: Versus) -> Effects:
    counted = [one.counted() for one in versus.differences]
    effects = [TermEffect(one.term, one.terms_effect or _ZERO) for one in counted]
    changed = sorted((one for one in effects if one.effect), key=lambda one: -abs(one.effect))
    shown, others = split(changed, MOST_TERMS)
    with exactly():
        rest = sum((one.effect for one in others), _ZERO)
        total = sum((one.effect for one in effects), _ZERO)
    return Effects(tuple(shown), rest, len(effects) - len(shown), total)


def _accruals(approved: Statement) -> Iterator[Accrual]:
    """Yield what to set aside for tiered terms that come to something and are settled once a year."""
    for key, tiers in approved.tiers.items():
        amount, reached = approved.amount(key), [status for status in tiers if status.reached]
        line = approved.line(key)
        if amount and line and line.owed and reached:
            term = approved.scenario.terms[key]
            assert isinstance(term, TieredTerm)
            yield Accrual(key, amount, _rate(term, reached))


def _rate(term: TieredTerm, reached: Sequence[object]) -> Decimal | None:
    """Return the rate of the highest tier that is reached, where it holds for all sales."""
    return term.tiers[len(reached) - 1].rate if term.mode == "whole" and term.of == "sales" else None
