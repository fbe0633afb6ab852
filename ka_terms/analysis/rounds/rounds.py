"""How a negotiation went: every round on one plan, what each side closed of the gap, and last year's terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ka_terms.analysis.comparison import Incomparable, compare, side_by_side
from ka_terms.analysis.rounds.moves import Move, Position, Step, differences, owed, position, step
from ka_terms.analysis.rounds.offer import SIDES, Offer, Side, latest_year
from ka_terms.calculation.readings.exact import difference, exactly, ratio
from ka_terms.calculation.statement import evaluate
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.faults import Fault, quoted
from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.text.messages import enumerated, message

_ZERO = Decimal(0)


class Round(NamedTuple):
    """One round on the plan."""

    number: int
    """From 1 in each year."""
    position: Position
    steps: tuple[Step, ...]
    """One of each side whose position it is and who had one before; empty for an opening."""
    standing: Mapping[Side, Position]
    """The last position of each side after the round; a side that has not opened is not in it."""
    gap_left: Decimal | None
    """Their position - ours after the round; None before both have opened."""
    against_last_year: Decimal | None
    """Cost - fees of last year's terms on the plan; None where these are not known."""

    def step_of(self, side: Side) -> Step | None:
        """Return how a side moved in the round; None where it did not."""
        return next((one for one in self.steps if one.side == side), None)


class Movement(NamedTuple):
    """How far one side came towards the other."""

    side: Side
    opening: Position
    last: Position
    moved: Decimal
    """Theirs: opening - last; ours: last - opening. Below zero they moved away, as long as the gap is above zero."""
    share: Decimal | None
    """moved / gap; None where there is no gap or it is zero."""


class Largest(NamedTuple):
    """The largest step towards the other side."""

    number: int
    side: Side
    amount: Decimal


class LastYear(NamedTuple):
    """Last year's terms on the plan. Their fees are None where they cannot be calculated there."""

    contract: Scenario
    fees: Decimal | None
    uncosted: tuple[str, ...]
    """Figures that the terms need and the plan does not give."""
    unsettled: tuple[str, ...]
    """Terms that cannot be settled in the year of the plan."""


class Negotiation(NamedTuple):
    """The rounds of one year."""

    year: int | None
    plan: str
    """The name of the contract whose plan all rounds of the year stand on."""
    rounds: tuple[Round, ...]
    gap: Decimal | None
    """Opening ask - our opening offer; None where a side has not opened."""
    theirs: Movement | None
    ours: Movement | None
    open: Decimal | None
    """Their last position - ours, so that moved + moved + open = gap."""
    open_share: Decimal | None
    open_terms: tuple[Move, ...]
    """Our last offer against their last ask, by term; empty where an agreement ends the year or a side is missing."""
    last_year: LastYear | None
    largest: Largest | None
    returned: tuple[str, ...] | None
    """Terms demanded in the opening ask that were so in that of the year before; None where one of them is missing."""

    @property
    def last(self) -> Round:
        """Return the last round."""
        return self.rounds[-1]

    @property
    def is_agreed(self) -> bool:
        """Return whether the last round is the position of both sides."""
        return self.last.position.offer.whose == "both"


class Rounds(NamedTuple):
    """The negotiations of all years, the latest last."""

    negotiations: tuple[Negotiation, ...]
    plan: Scenario

    @property
    def latest(self) -> Negotiation:
        """Return the negotiation of the latest year."""
        return self.negotiations[-1]


def rounds(
    offers: Sequence[Offer],
    last_years: Mapping[int | None, Scenario],
    plan: Scenario | None = None,
    catalogue: Catalogue | None = None,
) -> Rounds:
    """Return how the negotiations went; `offers` are in their order, and `last_years` has last year's contract by year.

    Everything stands on `plan`, else on that of the last round; rounds of an earlier year that cannot stand there,
    on that of the last one of their year. Errors: `Incomparable` where accounts or currencies differ or the
    latest rounds name a figure that the plan lacks; `Uncomputable` beyond 10^18.
    """
    _refuse_accounts([offer.contract for offer in offers])
    latest = latest_year([offer.contract for offer in offers])
    by_year: dict[int | None, list[Offer]] = {}
    for offer in sorted(offers, key=lambda one: one.contract.year or latest or 0):
        by_year.setdefault(offer.contract.year or latest, []).append(offer)
    base = (plan or by_year[latest][-1].contract).case("likely")
    side_by_side([base, *(offer.contract for offer in offers), *last_years.values()])
    negotiations: list[Negotiation] = []
    for year, found in by_year.items():
        own = found[-1].contract.case("likely")
        on_plan, of = _on_plan(found, base, own if year != latest else base)
        before = negotiations[-1] if negotiations else None
        last_year = _last_year(last_years.get(year), on_plan[-1], catalogue)
        negotiations.append(_negotiation(year, of, (found, on_plan), last_year, before, catalogue))
    return Rounds(tuple(negotiations), base)


def _refuse_accounts(contracts: Sequence[Scenario]) -> None:
    known = {str(account).casefold(): account for one in contracts if (account := one.account)}
    if len(known) > 1:
        found = message("the accounts {names}", names=enumerated(map(quoted, known.values())))
        fix = message("name contracts of one account, or correct `account:`")
        raise Incomparable(Fault(found, message("contracts of one account"), fix))


def _on_plan(found: Sequence[Offer], base: Scenario, own: Scenario) -> tuple[list[Scenario], str]:
    """Return the contracts on the plan of `base`, else on that of `own`, and the name of what they stand on."""
    contracts = [offer.contract for offer in found]
    try:
        return side_by_side(contracts, base), base.scenario
    except Incomparable:
        if own is base:
            raise
    return side_by_side(contracts, own), own.scenario


def _last_year(contract: Scenario | None, on_plan: Scenario, catalogue: Catalogue | None) -> LastYear | None:
    """Return the terms of last year on a plan, that of a contract which stands there."""
    if contract is None:
        return None
    versus = compare([contract.case("likely"), on_plan], catalogue=catalogue).versus[0]
    if versus.uncosted or versus.unsettled or versus.recosted is None:
        return LastYear(contract, None, versus.uncosted, versus.unsettled)
    return LastYear(contract, evaluate(versus.recosted, catalogue).total_fees, (), ())


def _negotiation(
    year: int | None,
    plan: str,
    offers: tuple[Sequence[Offer], Sequence[Scenario]],
    last_year: LastYear | None,
    before: Negotiation | None,
    catalogue: Catalogue | None,
) -> Negotiation:
    positions = [
        position(offer, evaluate(contract, catalogue)) for offer, contract in zip(*offers, strict=True)
    ]
    found = tuple(_rounds(positions, last_year and last_year.fees))
    standing = found[-1].standing
    openings = {side: _opening(side, positions) for side in SIDES}
    theirs, ours = openings["theirs"], openings["ours"]
    gap = difference(theirs and theirs.cost, ours and ours.cost)
    left = found[-1].gap_left
    moved = {side: _movement(side, openings[side], standing, gap) for side in SIDES}
    is_agreed = positions[-1].offer.whose == "both"
    is_open = not is_agreed and len(standing) == len(SIDES)
    return Negotiation(
        year,
        plan,
        found,
        gap,
        moved["theirs"],
        moved["ours"],
        left,
        ratio(left, gap),
        differences(standing["ours"], standing["theirs"]) if is_open else (),
        last_year,
        _largest(found, gap),
        _returned(before, theirs, ours),
    )


def _opening(side: Side, positions: Sequence[Position]) -> Position | None:
    """Return the first position that is of one side alone."""
    return next((one for one in positions if one.offer.whose == side), None)


def _rounds(positions: Sequence[Position], old_fees: Decimal | None) -> Iterator[Round]:
    """Yield every round; an agreement moves the sides that have opened, and opens none."""
    standing: dict[Side, Position] = {}
    for number, new in enumerate(positions, 1):
        steps = tuple(step(side, standing[side], new) for side in new.offer.sides if side in standing)
        opened = (new.offer.whose,) if new.offer.whose != "both" else ()
        standing = {**standing, **dict.fromkeys([*(one.side for one in steps), *opened], new)}
        theirs, ours = standing.get("theirs"), standing.get("ours")
        left = difference(theirs and theirs.cost, ours and ours.cost)
        yield Round(number, new, steps, standing, left, difference(new.cost, old_fees))


def _movement(
    side: Side, opening: Position | None, standing: Mapping[Side, Position], gap: Decimal | None
) -> Movement | None:
    if opening is None:
        return None
    last = standing[side]
    with exactly():
        rise = last.cost - opening.cost
        moved = rise if side == "ours" else -rise
    return Movement(side, opening, last, moved, ratio(moved, gap))


def _largest(found: Sequence[Round], gap: Decimal | None) -> Largest | None:
    """Return the largest step towards the other side, the first of equal ones; None where nobody came closer."""
    sign = -1 if gap is not None and gap < 0 else 1
    steps = [
        Largest(one.number, each.side, each.change * (sign if each.side == "ours" else -sign))
        for one in found
        for each in one.steps
    ]
    closer = [one for one in steps if one.amount > 0]
    return max(closer, key=lambda one: one.amount, default=None)


def _returned(
    before: Negotiation | None, theirs: Position | None, ours: Position | None
) -> tuple[str, ...] | None:
    if before is None or before.theirs is None or theirs is None:
        return None
    earlier = demands(before.theirs.opening, before.ours and before.ours.opening)
    return tuple(key for key in demands(theirs, ours) if key in earlier)


def demands(ask: Position, offer: Position | None) -> list[str]:
    """Return the terms of an opening ask that cost more than in our opening offer, the largest difference first.

    Without an offer: all that cost anything.
    """
    offered = owed(offer.statement) if offer else {}
    with exactly():
        more = {key: amount - offered.get(key, _ZERO) for key, amount in owed(ask.statement).items()}
    return sorted((key for key, amount in more.items() if amount > 0), key=lambda key: -more[key])
